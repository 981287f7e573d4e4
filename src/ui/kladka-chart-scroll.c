/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart as something that is scrolled: the adjustments are the scrolled window's, the extents the scene's. */

#include "kladka-chart-view-private.h"

enum { PROP_0, PROP_HADJUSTMENT, PROP_VADJUSTMENT, PROP_HSCROLL_POLICY, PROP_VSCROLL_POLICY };

static void
scrolled_cb (KladkaChartView *self, GtkAdjustment *adjustment)
{
  if (self->adjusting)
    return;
  if (adjustment == self->adjustments[GTK_ORIENTATION_HORIZONTAL] && self->calls != NULL
      && self->calls->scroll_x != NULL)
    self->calls->scroll_x (self->client, gtk_adjustment_get_value (adjustment));
  kladka_chart_view_invalidate (self);
}

static void
set_adjustment (KladkaChartView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **at = &self->adjustments[orientation];

  if (*at != NULL && *at == adjustment)
    return;
  if (*at != NULL)
    g_signal_handlers_disconnect_by_data (*at, self);
  g_clear_object (at);
  *at = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*at, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  kladka_chart_view_invalidate (self);
}

static void
kladka_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KladkaChartView *self = KLADKA_CHART_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kladka_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KladkaChartView *self = KLADKA_CHART_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

void
kladka_chart_view_class_init_scroll (GObjectClass *object_class)
{
  object_class->set_property = kladka_chart_view_set_property;
  object_class->get_property = kladka_chart_view_get_property;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

void
kladka_chart_view_init_scroll (KladkaChartView *self)
{
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
}

void
kladka_chart_view_dispose_scroll (KladkaChartView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
        g_clear_object (&self->adjustments[i]);
      }
}

void
kladka_chart_view_configure (KladkaChartView *self, GtkOrientation orientation, double upper, double page, double value)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  self->adjusting = TRUE;
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (upper - page, 0)), 0, MAX (upper, page), page * 0.1,
                            page * 0.9, page);
  self->adjusting = FALSE;
}

double
kladka_chart_view_get_scroll_x (KladkaChartView *self)
{
  return gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
}

double
kladka_chart_view_get_scroll_y (KladkaChartView *self)
{
  return gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
}

void
kladka_chart_view_set_scroll_x (KladkaChartView *self, double value)
{
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL], value);
}

void
kladka_chart_view_set_scroll_y (KladkaChartView *self, double value)
{
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], value);
}

void
kladka_chart_view_set_extent_x (KladkaChartView *self, double upper, double page, double value)
{
  kladka_chart_view_configure (self, GTK_ORIENTATION_HORIZONTAL, upper, page, value);
}
