/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-measure.h"

#include <math.h>
#include <pango/pangocairo.h>

#define MAX_WIDTHS 8192
#define FIXED_LETTER 0.6
#define FIXED_LINE 1.25

typedef struct {
  double factor;
  PangoWeight weight;
} FontKind;

static const FontKind font_kinds[KLADKA_N_FONTS] = {
  [KLADKA_FONT_BODY] = { 1, PANGO_WEIGHT_NORMAL },     [KLADKA_FONT_BOLD] = { 1, PANGO_WEIGHT_BOLD },
  [KLADKA_FONT_SMALL] = { 0.85, PANGO_WEIGHT_NORMAL }, [KLADKA_FONT_SMALL_BOLD] = { 0.85, PANGO_WEIGHT_BOLD },
  [KLADKA_FONT_HEADING] = { 1.3, PANGO_WEIGHT_BOLD },  [KLADKA_FONT_TITLE] = { 2, PANGO_WEIGHT_BOLD },
  [KLADKA_FONT_FIGURE] = { 2.6, PANGO_WEIGHT_BOLD },
};

/* @context is NULL where the width is fixed. */
struct _KladkaMeasure {
  gatomicrefcount ref_count;
  double size;
  PangoContext *context;
  PangoLayout *layout;
  PangoFontDescription *descriptions[KLADKA_N_FONTS];
  GHashTable *widths[KLADKA_N_FONTS]; /* text → double */
  double line_heights[KLADKA_N_FONTS];
};

static KladkaMeasure *
measure_new (double size)
{
  KladkaMeasure *self = g_new0 (KladkaMeasure, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->size = size;
  return self;
}

static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

static void
init_font (KladkaMeasure *self, KladkaFont font, const char *family)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, family != NULL ? family : "Sans");
  pango_font_description_set_weight (description, font_kinds[font].weight);
  pango_font_description_set_absolute_size (description, kladka_measure_get_font_size (self, font) * PANGO_SCALE);
  self->descriptions[font] = description;
  self->widths[font] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
lay_out (KladkaMeasure *self, KladkaFont font, const char *text, double width)
{
  pango_layout_set_font_description (self->layout, self->descriptions[font]);
  pango_layout_set_width (self->layout, width < 0 ? -1 : (int)(width * PANGO_SCALE));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (self->layout, text, -1);
}

static double
measure_fresh (KladkaMeasure *self, KladkaFont font, const char *text)
{
  int width;

  lay_out (self, font, text, -1);
  pango_layout_get_size (self->layout, &width, NULL);
  return (double)width / PANGO_SCALE;
}

KladkaMeasure *
kladka_measure_new_fixed (double size)
{
  return measure_new (size);
}

KladkaMeasure *
kladka_measure_new_pango (const char *family, double size)
{
  KladkaMeasure *self = measure_new (size);

  self->context = create_context ();
  self->layout = pango_layout_new (self->context);
  for (guint font = 0; font < KLADKA_N_FONTS; font++)
    init_font (self, font, family);
  return self;
}

KladkaMeasure *
kladka_measure_ref (KladkaMeasure *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
kladka_measure_unref (KladkaMeasure *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint font = 0; font < KLADKA_N_FONTS; font++)
    {
      g_clear_pointer (&self->descriptions[font], pango_font_description_free);
      g_clear_pointer (&self->widths[font], g_hash_table_unref);
    }
  g_clear_object (&self->layout);
  g_clear_object (&self->context);
  g_free (self);
}

double
kladka_measure_get_size (const KladkaMeasure *self)
{
  return self->size;
}

double
kladka_measure_get_font_size (const KladkaMeasure *self, KladkaFont font)
{
  return self->size * font_kinds[font].factor;
}

double
kladka_measure_get_width (KladkaMeasure *self, KladkaFont font, const char *text)
{
  double *known;

  if (self->context == NULL)
    return g_utf8_strlen (text, -1) * FIXED_LETTER * kladka_measure_get_font_size (self, font);

  known = g_hash_table_lookup (self->widths[font], text);
  if (known == NULL)
    {
      if (g_hash_table_size (self->widths[font]) >= MAX_WIDTHS)
        g_hash_table_remove_all (self->widths[font]);
      known = g_new (double, 1);
      *known = measure_fresh (self, font, text);
      g_hash_table_insert (self->widths[font], g_strdup (text), known);
    }
  return *known;
}

double
kladka_measure_get_line_height (KladkaMeasure *self, KladkaFont font)
{
  int height;

  if (self->context == NULL)
    return FIXED_LINE * kladka_measure_get_font_size (self, font);
  if (self->line_heights[font] == 0)
    {
      lay_out (self, font, "Åjg", -1);
      pango_layout_get_size (self->layout, NULL, &height);
      self->line_heights[font] = (double)height / PANGO_SCALE;
    }
  return self->line_heights[font];
}

double
kladka_measure_get_height (KladkaMeasure *self, KladkaFont font, const char *text, double width)
{
  int height;

  if (self->context == NULL)
    {
      double all = kladka_measure_get_width (self, font, text);
      return MAX (1, ceil (all / MAX (width, 1))) * kladka_measure_get_line_height (self, font);
    }
  lay_out (self, font, text, MAX (width, 1));
  pango_layout_get_size (self->layout, NULL, &height);
  return (double)height / PANGO_SCALE;
}

PangoContext *
kladka_measure_get_context (KladkaMeasure *self)
{
  return self->context;
}

const PangoFontDescription *
kladka_measure_get_description (KladkaMeasure *self, KladkaFont font)
{
  return self->descriptions[font];
}
