/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-form-acts.h"
#include "kladka-timeline-page-private.h"

void
kladka_timeline_page_focus_row (KladkaTimelinePage *self, int row)
{
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);

  if (timeline == NULL || kladka_timeline_get_n_rows (timeline) == 0)
    return;
  row = CLAMP (row, 0, (int)kladka_timeline_get_n_rows (timeline) - 1);
  self->focus_row = row;
  self->focus_ref = kladka_timeline_get_row_ref (timeline, (guint)row);
  kladka_timeline_page_reveal_row (self, row);
  kladka_chart_view_invalidate (self->chart);
}

static int
count_page_rows (KladkaTimelinePage *self)
{
  KladkaScene *scene = kladka_chart_view_get_scene (self->chart);
  double row_height = kladka_timeline_get_row_height (kladka_chart_view_get_measure (self->chart));

  return scene != NULL ? MAX ((int)(kladka_scene_get_plot (scene).height / row_height) - 1, 1) : 1;
}

static gboolean
is_lane (KladkaTimelinePage *self)
{
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);

  return timeline != NULL && self->focus_row >= 0 && self->focus_row < (int)kladka_timeline_get_n_rows (timeline)
         && kladka_timeline_get_row_kind (timeline, (guint)self->focus_row) == KLADKA_ROW_LANE;
}

static void
toggle_lane (KladkaTimelinePage *self)
{
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);

  kladka_timeline_state_toggle_lane (self->rows, kladka_timeline_get_lane_key (timeline, (guint)self->focus_row));
}

static gboolean
is_folded (KladkaTimelinePage *self)
{
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);
  guint next = (guint)self->focus_row + 1;

  return next >= kladka_timeline_get_n_rows (timeline)
         || kladka_timeline_get_row_kind (timeline, next) == KLADKA_ROW_LANE;
}

/* Between the bar and the milestones of a row; a lane folds and unfolds. */
static void
go_sideways (KladkaTimelinePage *self, KladkaGo go)
{
  KladkaScene *scene = kladka_chart_view_get_scene (self->chart);
  int mark = kladka_timeline_client.find_focus (self, scene);
  int next = mark >= 0 ? kladka_scene_next (scene, mark, go) : -1;

  if (is_lane (self))
    {
      if (is_folded (self) == (go == KLADKA_GO_RIGHT))
        toggle_lane (self);
      return;
    }
  if (next < 0)
    return;
  self->focus_ref = kladka_scene_get_mark (scene, (guint)next)->ref;
  kladka_chart_view_invalidate (self->chart);
}

static gboolean
navigate (KladkaTimelinePage *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      kladka_timeline_page_focus_row (self, self->focus_row - 1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      kladka_timeline_page_focus_row (self, self->focus_row + 1);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      kladka_timeline_page_focus_row (self, self->focus_row - count_page_rows (self));
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      kladka_timeline_page_focus_row (self, self->focus_row + count_page_rows (self));
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      kladka_timeline_page_focus_row (self, 0);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      kladka_timeline_page_focus_row (self, G_MAXINT / 2);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      go_sideways (self, KLADKA_GO_LEFT);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      go_sideways (self, KLADKA_GO_RIGHT);
      return TRUE;
    default:
      return FALSE;
    }
}

static KladkaRef
get_focused_record (KladkaTimelinePage *self)
{
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);

  return timeline != NULL && self->focus_row >= 0 && self->focus_row < (int)kladka_timeline_get_n_rows (timeline)
             ? kladka_timeline_get_row_ref (timeline, (guint)self->focus_row)
             : 0;
}

static void
pop_up_menu (KladkaTimelinePage *self)
{
  KladkaScene *scene = kladka_chart_view_get_scene (self->chart);
  int mark = scene != NULL ? kladka_timeline_client.find_focus (self, scene) : -1;
  KladkaHit hit = { KLADKA_ZONE_BODY, mark, self->focus_row };
  KladkaBox box;

  if (mark < 0)
    return;
  box = kladka_scene_get_mark_box (scene, (guint)mark);
  kladka_timeline_client.menu (self, &hit, box.x + box.width / 2, box.y + box.height);
}

static gboolean
menu_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KladkaTimelinePage *self = KLADKA_TIMELINE_PAGE (widget);

  if (self->menu_frames > 0 && --self->menu_frames > 0)
    return G_SOURCE_CONTINUE;
  pop_up_menu (self);
  return G_SOURCE_REMOVE;
}

/* Not before the form of what it is about has its place: the chart gets narrower when that opens. */
static gboolean
show_menu (KladkaTimelinePage *self)
{
  KladkaRef ref = get_focused_record (self);

  if (ref == 0)
    return FALSE;
  kladka_view_state_select (self->state, ref);
  if (self->menu_frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), menu_cb, NULL, NULL);
  self->menu_frames = 4;
  return TRUE;
}

/* Esc takes back the nearest thing first. */
static gboolean
leave (KladkaTimelinePage *self)
{
  if (self->period.to > self->period.from)
    kladka_timeline_page_set_period (self, (KladkaSpan){ 0, 0 });
  else if (kladka_view_state_get_selection (self->state) != 0)
    kladka_view_state_select (self->state, 0);
  else
    return FALSE;
  return TRUE;
}

static gboolean
act (KladkaTimelinePage *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (is_lane (self))
        toggle_lane (self);
      else if (get_focused_record (self) != 0 && keyval == GDK_KEY_space)
        kladka_view_state_select (self->state, get_focused_record (self));
      else if (get_focused_record (self) != 0)
        kladka_view_state_focus_here (self->state, get_focused_record (self));
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      /* A milestone that has the focus, and not its project. */
      if (self->focus_ref != 0)
        kladka_form_delete (self->state, self->focus_ref);
      return TRUE;
    case GDK_KEY_Menu:
      return show_menu (self);
    case GDK_KEY_Escape:
      return leave (self);
    default:
      return FALSE;
    }
}

gboolean
kladka_timeline_key (gpointer client, guint keyval, GdkModifierType state)
{
  KladkaTimelinePage *self = client;
  gboolean left = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left;
  gboolean right = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;

  if (state == 0)
    return navigate (self, keyval) || act (self, keyval);
  if (state == GDK_SHIFT_MASK && keyval == GDK_KEY_F10)
    return show_menu (self);
  if ((left || right) && state == GDK_CONTROL_MASK)
    kladka_timeline_page_step (self, KLADKA_MOVE_WHOLE, left ? -1 : 1);
  else if ((left || right) && state == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    kladka_timeline_page_step (self, KLADKA_MOVE_END, left ? -1 : 1);
  else
    return FALSE;
  return TRUE;
}
