/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-chart-legend.h"

#include "kladka-paint.h"
#include "kladka-screen-style.h"

#include <adwaita.h>
#include <math.h>

struct _KladkaChartLegend {
  GtkWidget parent_instance;
  KladkaLegendMaker maker;
  gpointer client;
  KladkaMeasure *measure;
  KladkaTextStore *store;
  KladkaScene *scene;
  double width; /* @scene was made for */
};

G_DEFINE_FINAL_TYPE (KladkaChartLegend, kladka_chart_legend, GTK_TYPE_WIDGET)

static KladkaScene *
get_scene (KladkaChartLegend *self, double width)
{
  if (self->measure == NULL)
    {
      self->measure = kladka_screen_measure_new (GTK_WIDGET (self));
      self->store = kladka_text_store_new (self->measure);
    }
  if (self->scene != NULL && self->width == width)
    return self->scene;
  g_clear_pointer (&self->scene, kladka_scene_unref);
  self->width = width;
  if (self->maker != NULL)
    self->scene = self->maker (self->client, width, self->measure);
  return self->scene;
}

static void
kladka_chart_legend_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  KladkaScene *scene;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  scene = get_scene (KLADKA_CHART_LEGEND (widget), for_size > 0 ? for_size : 1200);
  if (scene != NULL)
    *minimum = *natural = (int)ceil (kladka_scene_get_content_height (scene));
}

static GtkSizeRequestMode
kladka_chart_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kladka_chart_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KladkaChartLegend *self = KLADKA_CHART_LEGEND (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  KladkaScene *scene = get_scene (self, width);
  KladkaStyle style;
  cairo_t *cr;

  if (scene == NULL)
    return;
  kladka_screen_style_init (&style, widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  kladka_paint_scene (cr, scene, &style, self->store);
  cairo_destroy (cr);
}

static void
forget (KladkaChartLegend *self)
{
  g_clear_pointer (&self->scene, kladka_scene_unref);
  g_clear_pointer (&self->store, kladka_text_store_free);
  g_clear_pointer (&self->measure, kladka_measure_unref);
}

static void
kladka_chart_legend_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (kladka_chart_legend_parent_class)->system_setting_changed (widget, setting);
  forget (KLADKA_CHART_LEGEND (widget));
  gtk_widget_queue_resize (widget);
}

static void
kladka_chart_legend_finalize (GObject *object)
{
  forget (KLADKA_CHART_LEGEND (object));
  G_OBJECT_CLASS (kladka_chart_legend_parent_class)->finalize (object);
}

static void
kladka_chart_legend_class_init (KladkaChartLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kladka_chart_legend_finalize;
  widget_class->measure = kladka_chart_legend_measure;
  widget_class->get_request_mode = kladka_chart_legend_get_request_mode;
  widget_class->snapshot = kladka_chart_legend_snapshot;
  widget_class->system_setting_changed = kladka_chart_legend_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kladka_chart_legend_init (KladkaChartLegend *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

void
kladka_chart_legend_set_maker (KladkaChartLegend *self, KladkaLegendMaker maker, gpointer client)
{
  self->maker = maker;
  self->client = client;
  kladka_chart_legend_update (self);
}

static void
speak (KladkaChartLegend *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  KladkaScene *scene = get_scene (self, 1200);

  for (guint i = 0; scene != NULL && i < kladka_scene_get_n_marks (scene); i++)
    {
      const KladkaMark *mark = kladka_scene_get_mark (scene, i);
      /* One letter is the sample's, longer texts are the words. */
      if (mark->text != NULL && g_utf8_strlen (mark->text, -1) > 1)
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", mark->text);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

void
kladka_chart_legend_update (KladkaChartLegend *self)
{
  g_clear_pointer (&self->scene, kladka_scene_unref);
  speak (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
