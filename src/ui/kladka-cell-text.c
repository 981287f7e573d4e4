/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-cell-text.h"

#define MIN_CHARS 3 /* enough for the ellipsis */

struct _KladkaCellPen {
  GObject parent_instance;
  GtkWidget *view; /* weak */
  PangoLayout *layout;
  PangoAttrList *figures;
  guint serial; /* of the context, when these two were taken */
  int line_height, baseline, min_width;
};

struct _KladkaCellText {
  GtkWidget parent_instance;
  KladkaCellPen *pen;
  char *text; /* NULL: none */
  gboolean number;
};

G_DEFINE_FINAL_TYPE (KladkaCellPen, kladka_cell_pen, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (KladkaCellText, kladka_cell_text, GTK_TYPE_WIDGET)

/* ---- The pen ---- */

static void
measure_font (KladkaCellPen *self)
{
  PangoContext *context = gtk_widget_get_pango_context (self->view);
  PangoFontMetrics *metrics;

  if (self->serial == pango_context_get_serial (context))
    return;
  metrics = pango_context_get_metrics (context, NULL, NULL);
  self->baseline = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics));
  self->line_height =
      PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  self->min_width = PANGO_PIXELS_CEIL (MIN_CHARS
                                       * MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                              pango_font_metrics_get_approximate_digit_width (metrics)));
  pango_font_metrics_unref (metrics);
  self->serial = pango_context_get_serial (context);
}

static PangoLayout *
lay_out (KladkaCellPen *self, const char *text, gboolean number, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (self->view) == GTK_TEXT_DIR_RTL;

  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (self->view, NULL);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_attributes (self->layout, number ? self->figures : NULL);
  pango_layout_set_alignment (self->layout, number != rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_set_height (self->layout, height * PANGO_SCALE);
  return self->layout;
}

static void
kladka_cell_pen_finalize (GObject *object)
{
  KladkaCellPen *self = KLADKA_CELL_PEN (object);

  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->layout);
  pango_attr_list_unref (self->figures);
  G_OBJECT_CLASS (kladka_cell_pen_parent_class)->finalize (object);
}

static void
kladka_cell_pen_class_init (KladkaCellPenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kladka_cell_pen_finalize;
}

static void
kladka_cell_pen_init (KladkaCellPen *self)
{
  self->figures = pango_attr_list_new ();
  pango_attr_list_insert (self->figures, pango_attr_font_features_new ("tnum"));
}

KladkaCellPen *
kladka_cell_pen_new (GtkWidget *view)
{
  KladkaCellPen *self = g_object_new (KLADKA_TYPE_CELL_PEN, NULL);

  g_set_weak_pointer (&self->view, view);
  return self;
}

/* ---- The cell ---- */

static PangoLayout *
lay_out_cell (KladkaCellText *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return lay_out (self->pen, self->text, self->number, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

static void
kladka_cell_text_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  KladkaCellText *self = KLADKA_CELL_TEXT (widget);

  measure_font (self->pen);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->pen->min_width;
  else
    {
      *minimum = *natural = self->pen->line_height;
      *minimum_baseline = *natural_baseline = self->pen->baseline;
    }
}

static void
kladka_cell_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KladkaCellText *self = KLADKA_CELL_TEXT (widget);
  PangoLayout *layout;
  int height;

  if (self->text == NULL)
    return;
  layout = lay_out_cell (self);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0,
                              MAX (0, (gtk_widget_get_height (widget) - height) / 2), layout);
  gtk_snapshot_pop (snapshot);
}

static gboolean
kladka_cell_text_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  KladkaCellText *self = KLADKA_CELL_TEXT (widget);

  if (!kladka_cell_text_is_cut_off (self))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

/* GTK measures only widgets with a font of their own again when another takes its place. */
static void
kladka_cell_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (kladka_cell_text_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
kladka_cell_text_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (kladka_cell_text_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
kladka_cell_text_finalize (GObject *object)
{
  KladkaCellText *self = KLADKA_CELL_TEXT (object);

  g_free (self->text);
  g_object_unref (self->pen);
  G_OBJECT_CLASS (kladka_cell_text_parent_class)->finalize (object);
}

static void
kladka_cell_text_class_init (KladkaCellTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kladka_cell_text_finalize;
  widget_class->measure = kladka_cell_text_measure;
  widget_class->snapshot = kladka_cell_text_snapshot;
  widget_class->query_tooltip = kladka_cell_text_query_tooltip;
  widget_class->css_changed = kladka_cell_text_css_changed;
  widget_class->system_setting_changed = kladka_cell_text_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
kladka_cell_text_init (KladkaCellText *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
kladka_cell_text_new (KladkaCellPen *pen, gboolean number)
{
  KladkaCellText *self = g_object_new (KLADKA_TYPE_CELL_TEXT, NULL);

  self->pen = g_object_ref (pen);
  self->number = number;
  return GTK_WIDGET (self);
}

void
kladka_cell_text_set_text (KladkaCellText *self, const char *text)
{
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  /* Now and not when it is drawn: a screen reader also reads what is out of sight. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kladka_cell_text_get_text (self), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
kladka_cell_text_get_text (KladkaCellText *self)
{
  return self->text != NULL ? self->text : "";
}

gboolean
kladka_cell_text_is_cut_off (KladkaCellText *self)
{
  if (self->text == NULL)
    return FALSE;
  return strchr (self->text, '\n') != NULL || pango_layout_is_ellipsized (lay_out_cell (self));
}
