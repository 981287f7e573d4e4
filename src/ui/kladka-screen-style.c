/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-screen-style.h"

#include <adwaita.h>

static gboolean
look_up (GtkWidget *widget, const char *name, KladkaColour *ret_colour)
{
  GdkRGBA rgba;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &rgba))
    return FALSE;
  *ret_colour = (KladkaColour){ rgba.red, rgba.green, rgba.blue, rgba.alpha };
  return TRUE;
}

void
kladka_screen_style_init (KladkaStyle *self, GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean dark = adw_style_manager_get_dark (manager);
  KladkaColour background, text, accent;

  /* High contrast has colours of its own: the theme's would soften them. */
  if (adw_style_manager_get_high_contrast (manager))
    {
      kladka_style_init (self, dark ? KLADKA_STYLE_CONTRAST_DARK : KLADKA_STYLE_CONTRAST);
      return;
    }
  kladka_style_init (self, dark ? KLADKA_STYLE_DARK : KLADKA_STYLE_LIGHT);
  if (look_up (widget, "view_bg_color", &background) && look_up (widget, "view_fg_color", &text)
      && look_up (widget, "accent_color", &accent))
    kladka_style_set_theme (self, &background, &text, &accent);
}

KladkaMeasure *
kladka_screen_measure_new (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;
  return kladka_measure_new_pango (pango_font_description_get_family (font), size);
}
