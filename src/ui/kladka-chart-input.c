/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-chart-view-private.h"

#include "kladka-scale.h"

#include <math.h>

#define THRESHOLD 4
#define EDGE 28       /* of the plot: a drag that comes there shows what lies beyond */
#define PAN 8         /* pixels a frame at most */
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
  double begin_x; /* of the drag */
  double dx;      /* since */
  double dy;
  GdkModifierType modifiers;
  guint pan_tick;
};

static KladkaHit
hit (KladkaChartInput *self, double x, double y)
{
  KladkaScene *scene = kladka_chart_view_get_scene (self->view);

  return scene != NULL ? kladka_scene_hit_selected (scene, kladka_chart_view_get_selected (self->view), x, y)
                       : (KladkaHit){ KLADKA_ZONE_NONE, -1, -1 };
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
stop_panning (KladkaChartInput *self)
{
  if (self->pan_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->pan_tick);
  self->pan_tick = 0;
}

static void
tell_drag (KladkaChartInput *self, KladkaDragPhase phase)
{
  self->calls->drag (self->client, phase, self->dx, self->dy, self->modifiers);
}

static void
end_drag (KladkaChartInput *self, KladkaDragPhase phase)
{
  stop_panning (self);
  if (self->dragging)
    tell_drag (self, phase);
  self->dragging = FALSE;
}

/* How far beyond the edge the pointer is, -1 to 1; 0 within. Only the way it was dragged: what begins near an edge does
 * not run away. */
static double
get_push (KladkaChartInput *self)
{
  KladkaScene *scene = kladka_chart_view_get_scene (self->view);
  KladkaBox plot = scene != NULL ? kladka_scene_get_plot (scene) : (KladkaBox){ 0, 0, 0, 0 };
  double x = self->begin_x + self->dx;
  double before = plot.x + EDGE - x, beyond = x - (plot.x + plot.width - EDGE);

  if (before > 0 && self->dx < 0)
    return -MIN (before / EDGE, 1);
  return beyond > 0 && self->dx > 0 ? MIN (beyond / EDGE, 1) : 0;
}

static gboolean
pan_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KladkaChartInput *self = data;
  double push = get_push (self);

  if (push == 0)
    {
      self->pan_tick = 0;
      return G_SOURCE_REMOVE;
    }
  self->calls->drag_pan (self->client, push * PAN);
  tell_drag (self, KLADKA_DRAG_UPDATE);
  return G_SOURCE_CONTINUE;
}

static void
drag_begin_cb (KladkaChartInput *self, double x, double y, GtkGesture *gesture)
{
  KladkaHit under = hit (self, x, y);

  self->moved = FALSE;
  self->begin_x = x;
  self->dx = self->dy = 0;
  self->dragging = self->calls->drag_begin != NULL && self->calls->drag_begin (self->client, &under, x, y);
  if (!self->dragging)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (KladkaChartInput *self, double dx, double dy, GtkGesture *gesture)
{
  if (!self->dragging || (!self->moved && hypot (dx, dy) < THRESHOLD))
    return;
  if (!self->moved)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      /* Else Esc, Shift and Alt would go elsewhere. */
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  self->moved = TRUE;
  self->dx = dx;
  self->dy = dy;
  self->modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  tell_drag (self, KLADKA_DRAG_UPDATE);
  if (self->pan_tick == 0 && self->calls->drag_pan != NULL && get_push (self) != 0)
    self->pan_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), pan_cb, self, NULL);
}

static void
drag_end_cb (KladkaChartInput *self, double dx, double dy)
{
  self->dx = dx;
  self->dy = dy;
  end_drag (self, self->moved ? KLADKA_DRAG_END : KLADKA_DRAG_CANCEL);
}

static void
drag_cancel_cb (KladkaChartInput *self)
{
  end_drag (self, KLADKA_DRAG_CANCEL);
}

/* Shift and Alt count at once, not with the next motion. */
static gboolean
modifiers_cb (KladkaChartInput *self, GdkModifierType state)
{
  self->modifiers = state;
  if (self->dragging && self->moved)
    tell_drag (self, KLADKA_DRAG_UPDATE);
  return GDK_EVENT_PROPAGATE;
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
      end_drag (self, KLADKA_DRAG_CANCEL);
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
  g_signal_connect_swapped (key, "modifiers", G_CALLBACK (modifiers_cb), self);
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
