/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-chart-view-private.h"

#include "kladka-scale.h"

#include <math.h>

#define THRESHOLD 4
#define TOUCHPAD 10.0 /* pixels of a touchpad for a click of the wheel */

struct _KladkaChartInput {
  KladkaChartView *view;
  const KladkaChartClient *calls;
  gpointer client;
  double x; /* of the pointer; negative = not over the chart */
  double y;
  double pinched; /* steps given away by the pinch so far */
  gboolean dragging;
  gboolean moved; /* beyond the threshold */
};

static KladkaHit
hit (KladkaChartInput *self, double x, double y)
{
  KladkaScene *scene = kladka_chart_view_get_scene (self->view);

  return scene != NULL ? kladka_scene_hit (scene, x, y) : (KladkaHit){ KLADKA_ZONE_NONE, -1, -1 };
}

/* ---- Pointer ---- */

void
kladka_chart_input_update_hover (KladkaChartInput *self)
{
  KladkaHit under = self->x >= 0 ? hit (self, self->x, self->y) : (KladkaHit){ KLADKA_ZONE_NONE, -1, -1 };
  const char *cursor = NULL;

  if (self->dragging && self->moved)
    return;
  kladka_chart_view_set_hover (self->view, under.mark);
  if (self->calls->get_cursor != NULL)
    cursor = self->calls->get_cursor (self->client, &under);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), cursor);
}

static void
motion_cb (KladkaChartInput *self, double x, double y)
{
  self->x = x;
  self->y = y;
  kladka_chart_input_update_hover (self);
}

static void
leave_cb (KladkaChartInput *self)
{
  self->x = -1;
  kladka_chart_input_update_hover (self);
}

/* On release: what a click opens must not move the chart away under a drag. A drag claims the click, which then never
 * comes. */
static void
released_cb (KladkaChartInput *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  KladkaHit under = hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->calls->click (self->client, &under, n_press, state);
}

static void
secondary_cb (KladkaChartInput *self, int n_press, double x, double y, GtkGesture *gesture)
{
  KladkaHit under = hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (self->calls->menu != NULL && self->calls->menu (self->client, &under, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* ---- Dragging ---- */

static void
drag_begin_cb (KladkaChartInput *self, double x, double y, GtkGesture *gesture)
{
  KladkaHit under = hit (self, x, y);

  self->moved = FALSE;
  self->dragging = self->calls->drag_begin != NULL && self->calls->drag_begin (self->client, &under, x, y);
  if (!self->dragging)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (KladkaChartInput *self, double dx, double dy, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!self->dragging || (!self->moved && hypot (dx, dy) < THRESHOLD))
    return;
  if (!self->moved)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->moved = TRUE;
  self->calls->drag (self->client, KLADKA_DRAG_UPDATE, dx, dy, state);
}

static void
drag_end_cb (KladkaChartInput *self, double dx, double dy, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->dragging)
    self->calls->drag (self->client, self->moved ? KLADKA_DRAG_END : KLADKA_DRAG_CANCEL, dx, dy, state);
  self->dragging = FALSE;
}

static void
drag_cancel_cb (KladkaChartInput *self)
{
  if (self->dragging)
    self->calls->drag (self->client, KLADKA_DRAG_CANCEL, 0, 0, 0);
  self->dragging = FALSE;
}

/* ---- Zoom ---- */

static gboolean
scroll_cb (KladkaChartInput *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  GdkScrollUnit unit = gtk_event_controller_scroll_get_unit (GTK_EVENT_CONTROLLER_SCROLL (controller));
  double clicks = unit == GDK_SCROLL_UNIT_SURFACE ? dy / TOUCHPAD : dy;

  if (!(state & GDK_CONTROL_MASK) || self->calls->zoom == NULL)
    return GDK_EVENT_PROPAGATE;
  self->calls->zoom (self->client, self->x, -clicks * KLADKA_SCALE_STEP, TRUE);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (KladkaChartInput *self)
{
  self->pinched = 0;
}

static void
pinch_cb (KladkaChartInput *self, double scale, GtkGesture *gesture)
{
  double x = self->x, y, steps = log (MAX (scale, 1e-3)) / log (1.1) * KLADKA_SCALE_STEP;

  if (self->calls->zoom == NULL)
    return;
  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  self->calls->zoom (self->client, x, steps - self->pinched, FALSE);
  self->pinched = steps;
}

static void
pinch_end_cb (KladkaChartInput *self)
{
  if (self->calls->zoom != NULL)
    self->calls->zoom (self->client, self->x, 0, TRUE);
}

/* ---- Keys ---- */

static gboolean
key_cb (KladkaChartInput *self, guint keyval, guint keycode, GdkModifierType state)
{
  state &= GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK;
  if (keyval == GDK_KEY_Escape && self->dragging)
    {
      self->dragging = FALSE;
      self->calls->drag (self->client, KLADKA_DRAG_CANCEL, 0, 0, 0);
      return GDK_EVENT_STOP;
    }
  return self->calls->key (self->client, keyval, state);
}

/* ---- Making ---- */

static GtkEventController *
add (KladkaChartInput *self, GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
  return controller;
}

static void
add_button (KladkaChartInput *self, guint button, const char *signal, GCallback callback)
{
  GtkEventController *click = add (self, GTK_EVENT_CONTROLLER (gtk_gesture_click_new ()));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  g_signal_connect_swapped (click, signal, callback, self);
}

static void
add_drag (KladkaChartInput *self)
{
  GtkEventController *drag = add (self, GTK_EVENT_CONTROLLER (gtk_gesture_drag_new ()));

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
}

static void
add_zoom (KladkaChartInput *self)
{
  GtkEventController *scroll = add (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL));
  GtkEventController *pinch = add (self, GTK_EVENT_CONTROLLER (gtk_gesture_zoom_new ()));

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (pinch, "end", G_CALLBACK (pinch_end_cb), self);
}

KladkaChartInput *
kladka_chart_input_new (KladkaChartView *view, const KladkaChartClient *calls, gpointer client)
{
  KladkaChartInput *self = g_new0 (KladkaChartInput, 1);
  GtkEventController *motion, *key;

  *self = (KladkaChartInput){ .view = view, .calls = calls, .client = client, .x = -1 };
  motion = add (self, gtk_event_controller_motion_new ());
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  key = add (self, gtk_event_controller_key_new ());
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  add_button (self, GDK_BUTTON_PRIMARY, "released", G_CALLBACK (released_cb));
  add_button (self, GDK_BUTTON_SECONDARY, "pressed", G_CALLBACK (secondary_cb));
  add_drag (self);
  add_zoom (self);
  return self;
}

void
kladka_chart_input_free (KladkaChartInput *self)
{
  g_free (self);
}
