/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "kladka-timeline-page-private.h"

#define TEN_YEARS 3652.5
#define MARGIN 60 /* beyond the first and the last day */

/* ---- Time ---- */

static KladkaSpan
get_plan_days (const KladkaPlan *plan)
{
  const KladkaPlanInfo *info = kladka_plan_get_info (plan);

  if (info == NULL || !kladka_date_is_set (info->period_start) || !kladka_date_is_set (info->period_end))
    return (KladkaSpan){ 0, 0 };
  return (KladkaSpan){ kladka_date_get_first_day (info->period_start),
                       kladka_date_get_last_day (info->period_end) + 1 };
}

KladkaSpan
kladka_timeline_page_get_days (KladkaTimelinePage *self)
{
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);
  gint32 today = kladka_view_state_get_spec (self->state)->as_of;
  KladkaSpan days = timeline != NULL ? kladka_timeline_get_days (timeline) : (KladkaSpan){ 0, 0 };
  KladkaSpan plan = timeline != NULL ? get_plan_days (kladka_timeline_get_plan (timeline)) : (KladkaSpan){ 0, 0 };

  if (days.to <= days.from)
    days = (KladkaSpan){ today, today + 1 };
  if (plan.to > plan.from)
    days = (KladkaSpan){ MIN (days.from, plan.from), MAX (days.to, plan.to) };
  return days;
}

static gboolean
save_scale_cb (gpointer data)
{
  KladkaTimelinePage *self = data;

  self->save_timeout = 0;
  g_settings_set_double (self->settings, "timeline-zoom", CLAMP (kladka_scale_get_px_per_day (self->scale), 0.01, 100));
  return G_SOURCE_REMOVE;
}

void
kladka_timeline_page_set_scale (KladkaTimelinePage *self, KladkaScale scale)
{
  if (scale.level != self->scale.level)
    {
      g_clear_handle_id (&self->save_timeout, g_source_remove);
      self->save_timeout = g_timeout_add (400, save_scale_cb, self);
    }
  self->scale = scale;
  self->has_scale = TRUE;
  kladka_timeline_state_set_scale (self->rows, scale);
  kladka_chart_view_invalidate (self->chart);
}

static KladkaScale
get_fit (KladkaTimelinePage *self, KladkaSpan days)
{
  gint32 margin = MAX ((days.to - days.from) / 40, 1);

  return kladka_scale_new_fit ((KladkaSpan){ days.from - margin, days.to + margin }, self->plot_width);
}

/* Out to ten years, or to all there is where that is more: else zooming out after "show all" would not come back. */
static KladkaScale
get_zoomed (KladkaTimelinePage *self, double plot_x, int steps)
{
  double all = kladka_scale_get_px_per_day (get_fit (self, kladka_timeline_page_get_days (self)));

  return kladka_scale_zoom (self->scale, plot_x, steps, MIN (self->plot_width, all * TEN_YEARS));
}

void
kladka_timeline_page_zoom (KladkaTimelinePage *self, double plot_x, int steps)
{
  if (self->has_scale)
    kladka_timeline_page_set_scale (self, get_zoomed (self, plot_x, steps));
}

static void
show_zoom_ends (KladkaTimelinePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "timeline.zoom-in",
                                 get_zoomed (self, 0, KLADKA_SCALE_STEP).level > self->scale.level);
  gtk_widget_action_set_enabled (widget, "timeline.zoom-out",
                                 get_zoomed (self, 0, -KLADKA_SCALE_STEP).level < self->scale.level);
}

void
kladka_timeline_page_fit (KladkaTimelinePage *self, KladkaSpan days)
{
  if (self->plot_width > 0)
    kladka_timeline_page_set_scale (self, get_fit (self, days));
}

/* At first: as far zoomed as last time, today at a quarter. */
static void
ensure_scale (KladkaTimelinePage *self)
{
  gint32 today = kladka_view_state_get_spec (self->state)->as_of;
  double px_per_day;

  if (self->has_scale)
    return;
  self->has_scale = TRUE;
  if (kladka_timeline_state_get_scale (self->rows, &self->scale))
    return;
  px_per_day = g_settings_get_double (self->settings, "timeline-zoom");
  self->scale = kladka_scale_new (today - self->plot_width / 4 / px_per_day, px_per_day);
  kladka_timeline_state_set_scale (self->rows, self->scale);
}

/* ---- Layout ---- */

/* The bar below spans all days and what is seen now, should that lie outside. */
static void
set_extent (KladkaTimelinePage *self)
{
  KladkaSpan days = kladka_timeline_page_get_days (self);
  double from = MIN (kladka_scale_get_x (self->scale, days.from) - MARGIN, 0);
  double to = MAX (kladka_scale_get_x (self->scale, days.to) + MARGIN, self->plot_width);

  self->left = -from;
  kladka_chart_view_set_extent_x (self->chart, to - from, self->plot_width, self->left);
}

static KladkaScene *
lay_out (gpointer client, double width, double height)
{
  KladkaTimelinePage *self = client;
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);
  KladkaTimelineView view = { .width = width, .height = height };

  /* Nearly the same with and without the side pane, so that bars keep their place when it opens. */
  self->label_width = floor (CLAMP (width * 0.4, 110, 270));
  self->plot_width = MAX (width - self->label_width, 1);
  if (timeline == NULL)
    return NULL;
  ensure_scale (self);
  set_extent (self);
  show_zoom_ends (self);
  view.label_width = self->label_width;
  view.scroll_y = kladka_chart_view_get_scroll_y (self->chart);
  view.scale = self->scale;
  view.as_of = kladka_view_state_get_spec (self->state)->as_of;
  view.period = self->period;
  return kladka_timeline_layout (timeline, &view, kladka_chart_view_get_measure (self->chart),
                                 kladka_view_state_get_words (self->state));
}

static void
scroll_x (gpointer client, double value)
{
  KladkaTimelinePage *self = client;

  if (self->has_scale)
    kladka_timeline_page_set_scale (self, kladka_scale_scroll (self->scale, value - self->left));
}

static void
zoom (gpointer client, double x, double steps, gboolean done)
{
  KladkaTimelinePage *self = client;
  double plot_x = x - self->label_width;

  if (steps == 0)
    return;
  kladka_timeline_page_zoom (self, x < 0 || plot_x < 0 ? self->plot_width / 2 : plot_x, (int)lrint (steps));
}

/* The bar of the row with the focus, else its label, else the head of the lane. */
static int
find_focus (gpointer client, const KladkaScene *scene)
{
  KladkaTimelinePage *self = client;
  int label = -1;

  for (guint i = 0; self->focus_row >= 0 && i < kladka_scene_get_n_marks (scene); i++)
    {
      const KladkaMark *mark = kladka_scene_get_mark (scene, i);

      if (mark->row != self->focus_row)
        continue;
      if (mark->target == KLADKA_TARGET_RECORD && mark->ref == self->focus_ref
          && kladka_scene_get_mark_box (scene, i).width > 0)
        return (int)i;
      if (mark->target == KLADKA_TARGET_LABEL || mark->target == KLADKA_TARGET_LANE)
        label = (int)i;
    }
  return label;
}

void
kladka_timeline_page_reveal_row (KladkaTimelinePage *self, int row)
{
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);
  KladkaScene *scene = kladka_chart_view_get_scene (self->chart);
  double row_height = kladka_timeline_get_row_height (kladka_chart_view_get_measure (self->chart));
  double y = row * row_height, top = kladka_chart_view_get_scroll_y (self->chart), seen, from, to;
  KladkaSpan days;

  if (timeline == NULL || scene == NULL || row < 0 || row >= (int)kladka_timeline_get_n_rows (timeline))
    return;
  seen = kladka_scene_get_plot (scene).height;
  if (y < top)
    kladka_chart_view_set_scroll_y (self->chart, MAX (y - row_height, 0));
  else if (y + row_height > top + seen)
    kladka_chart_view_set_scroll_y (self->chart, y + 2 * row_height - seen);
  days = kladka_timeline_get_row_days (timeline, (guint)row);
  from = kladka_scale_get_x (self->scale, days.from);
  to = kladka_scale_get_x (self->scale, days.to);
  if (days.to > days.from && (to < 12 || from > self->plot_width - 12))
    kladka_timeline_page_set_scale (self, kladka_scale_scroll (self->scale, from - self->plot_width / 4));
}

/* ---- The pointer ---- */

const KladkaRecord *
kladka_timeline_page_get_record (KladkaTimelinePage *self, KladkaRef ref)
{
  KladkaPlan *plan = kladka_view_state_get_plan (self->state);

  return plan != NULL ? kladka_plan_get (plan, ref) : NULL;
}

/* A milestone stands for its project. */
static KladkaRef
get_row_ref (KladkaTimelinePage *self, int row)
{
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);

  return timeline != NULL && row >= 0 && row < (int)kladka_timeline_get_n_rows (timeline)
             ? kladka_timeline_get_row_ref (timeline, (guint)row)
             : 0;
}

static void
click_record (KladkaTimelinePage *self, const KladkaMark *mark, int n_press)
{
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);
  KladkaRef ref = get_row_ref (self, mark->row);

  self->focus_row = mark->row;
  self->focus_ref = mark->target == KLADKA_TARGET_RECORD ? mark->ref : ref;
  kladka_view_state_select (self->state, ref);
  if (n_press == 2 && mark->target == KLADKA_TARGET_LABEL)
    kladka_view_state_show_record (self->state, ref);
  else if (n_press == 2)
    {
      KladkaSpan days = kladka_timeline_get_row_days (timeline, (guint)mark->row);
      gint32 around = MAX ((days.to - days.from) / 4, 7);

      if (days.to > days.from)
        kladka_timeline_page_fit (self, (KladkaSpan){ days.from - around, days.to + around });
    }
  kladka_chart_view_invalidate (self->chart);
}

static void
click (gpointer client, const KladkaHit *hit, int n_press, GdkModifierType state)
{
  KladkaTimelinePage *self = client;
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);
  KladkaScene *scene = kladka_chart_view_get_scene (self->chart);
  const KladkaMark *mark = hit->mark >= 0 ? kladka_scene_get_mark (scene, (guint)hit->mark) : NULL;

  if (mark == NULL || hit->zone == KLADKA_ZONE_RULER)
    return;
  if (mark->target == KLADKA_TARGET_EXPANDER || mark->target == KLADKA_TARGET_LANE)
    {
      self->focus_row = mark->row;
      self->focus_ref = 0;
      kladka_timeline_state_toggle_lane (self->rows, kladka_timeline_get_lane_key (timeline, (guint)mark->row));
    }
  else if (mark->target == KLADKA_TARGET_RECORD || mark->target == KLADKA_TARGET_LABEL)
    click_record (self, mark, n_press);
}

static gboolean
menu (gpointer client, const KladkaHit *hit, double x, double y)
{
  KladkaTimelinePage *self = client;
  KladkaRef ref = get_row_ref (self, hit->row);

  if (ref == 0)
    return FALSE;
  kladka_timeline_page_focus_row (self, hit->row);
  kladka_view_state_select (self->state, ref);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
  return TRUE;
}

const KladkaChartClient kladka_timeline_client = {
  .lay_out = lay_out,
  .find_focus = find_focus,
  .key = kladka_timeline_key,
  .click = click,
  .menu = menu,
  .dup_tip = kladka_timeline_dup_tip,
  .get_cursor = kladka_timeline_get_cursor,
  .zoom = zoom,
  .scroll_x = scroll_x,
  .drag_begin = kladka_timeline_drag_begin,
  .drag = kladka_timeline_drag,
  .drag_pan = kladka_timeline_drag_pan,
};
