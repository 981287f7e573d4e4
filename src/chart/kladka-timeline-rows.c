/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-timeline-rows.h"

#include <math.h>

#define BAR_TOP 3
#define BAR_BELOW 6 /* room for the tails */
#define STRIP 4     /* what has actually been, along the foot of a bar */
#define TAIL 3
#define MILESTONE 11
#define COVER 7
#define STUB 42 /* px: of a bar one end of which is not known */
#define PAD KLADKA_TIMELINE_PAD

/* A stretch of days in pixels of the plot, with its soft ends; cut a little outside of what is seen. */
typedef struct {
  double from;
  double to;
  double soft_start;
  double soft_end;
  guint32 flags;
} Stretch;

/* How many pixels wide the doubt about a date is; what is hardly seen is none. */
static double
get_softness (const KladkaTimelineLayout *self, KladkaDate date)
{
  gint32 days;

  if (!kladka_date_is_set (date) || date.precision == KLADKA_PRECISION_DAY)
    return 0;
  days = kladka_date_get_last_day (date) - kladka_date_get_first_day (date);
  return days * kladka_scale_get_px_per_day (self->view->scale);
}

static gboolean
make_stretch (const KladkaTimelineLayout *self, KladkaDate start, KladkaDate end, Stretch *ret_stretch)
{
  double left = -40, right = self->plot.width + 40;
  Stretch it = { .soft_start = get_softness (self, start), .soft_end = get_softness (self, end) };

  if (!kladka_date_is_set (start) && !kladka_date_is_set (end))
    return FALSE;
  it.from = kladka_date_is_set (start) ? kladka_timeline_layout_get_x (self, kladka_date_get_first_day (start)) : 0;
  it.to = kladka_date_is_set (end) ? kladka_timeline_layout_get_x (self, kladka_date_get_last_day (end) + 1)
                                   : it.from + STUB;
  if (!kladka_date_is_set (start))
    it.from = it.to - STUB;
  if (!kladka_date_is_set (start))
    it.soft_start = STUB, it.flags |= KLADKA_MARK_OPEN_START;
  if (!kladka_date_is_set (end))
    it.soft_end = STUB, it.flags |= KLADKA_MARK_OPEN_END;
  if (it.to <= left || it.from >= right || it.to <= it.from)
    return FALSE;
  if (it.from < left)
    it.soft_start = MAX (it.soft_start - (left - it.from), 0), it.from = left;
  if (it.to > right)
    it.soft_end = MAX (it.soft_end - (it.to - right), 0), it.to = right;
  *ret_stretch = it;
  return TRUE;
}

static KladkaMark *
add_stretch (const KladkaTimelineLayout *self,
             const Stretch *stretch,
             KladkaShape shape,
             KladkaInk ink,
             double y,
             double height)
{
  KladkaBox box = { stretch->from, y, MAX (stretch->to - stretch->from, 1), height };
  KladkaMark *mark = kladka_scene_builder_add (self->builder, shape, ink, box);

  mark->flags = stretch->flags | (stretch->soft_start > 2 ? KLADKA_MARK_SOFT_START : 0)
                | (stretch->soft_end > 2 ? KLADKA_MARK_SOFT_END : 0);
  mark->soft_start = MIN (stretch->soft_start, box.width);
  mark->soft_end = MIN (stretch->soft_end, box.width);
  return mark;
}

static void
aim (KladkaMark *mark, const KladkaTimelineRow *row, guint index, gboolean drags)
{
  mark->ref = row->record->ref;
  mark->row = (gint32)index;
  mark->target = KLADKA_TARGET_RECORD;
  mark->flags |= KLADKA_MARK_HIT | (drags ? KLADKA_MARK_DRAGS : 0);
}

/* What was delivered is sustained: a line below the bar, dashed where nobody knows until when. */
static void
add_tail (const KladkaTimelineLayout *self, const KladkaProject *project, const KladkaDelivery *delivery, double y)
{
  KladkaDate start = kladka_date_is_set (delivery->delivered_on) ? delivery->delivered_on : delivery->due_on;
  KladkaSpan period = kladka_plan_get_period_days (self->self->plan);
  gboolean known = kladka_date_is_set (delivery->sustained_until);
  KladkaDate end = delivery->sustained_until;
  Stretch stretch;

  if (!kladka_date_is_set (start))
    start = kladka_project_get_end (project);
  if (!kladka_date_is_set (start))
    return;
  start = kladka_date_new_from_day (kladka_date_get_last_day (start));
  if (!known && period.to <= period.from)
    return;
  if (!known)
    end = kladka_date_new_from_day (period.to - 1);
  if (!make_stretch (self, start, end, &stretch))
    return;
  stretch.soft_start = stretch.soft_end = 0;
  add_stretch (self, &stretch, known ? KLADKA_SHAPE_RECT : KLADKA_SHAPE_LINE,
               known ? KLADKA_INK_TAIL : KLADKA_INK_TAIL_UNKNOWN, y, TAIL);
}

static void
add_tails (const KladkaTimelineLayout *self, const KladkaProject *project, double y)
{
  guint n;
  const KladkaRecord *const *deliveries =
      kladka_plan_get_owned (self->self->plan, KLADKA_TYPE_DELIVERY, "project", project->base.ref, &n);

  for (guint i = 0; i < n; i++)
    add_tail (self, project, (const KladkaDelivery *)deliveries[i], y);
}

static KladkaDate
get_milestone_date (const KladkaMilestone *milestone)
{
  return kladka_date_is_set (milestone->actual_on) ? milestone->actual_on : milestone->planned_on;
}

/* In the middle of the days its date can mean; these are drawn as a line through it. */
static void
add_milestone (const KladkaTimelineLayout *self, const KladkaMilestone *milestone, guint index, double middle)
{
  gboolean reached = kladka_date_is_set (milestone->actual_on);
  KladkaDate on = get_milestone_date (milestone);
  KladkaTimelineRow row = { .record = &milestone->base };
  Stretch stretch;
  double x;

  if (!kladka_date_is_set (on) || !make_stretch (self, on, on, &stretch))
    return;
  stretch.soft_start = stretch.soft_end = 0;
  if (stretch.to - stretch.from > MILESTONE && on.precision != KLADKA_PRECISION_DAY)
    add_stretch (self, &stretch, KLADKA_SHAPE_LINE, KLADKA_INK_NEED, middle - 1, 2);
  x = (stretch.from + stretch.to) / 2 - MILESTONE / 2.0;
  aim (kladka_scene_builder_add (self->builder, KLADKA_SHAPE_DIAMOND,
                                 reached ? KLADKA_INK_MILESTONE_REACHED : KLADKA_INK_MILESTONE,
                                 (KladkaBox){ x, middle - MILESTONE / 2.0, MILESTONE, MILESTONE }),
       &row, index, FALSE);
}

/* Does any of the milestones stand between @from and @to? */
static gboolean
meets_milestone (const KladkaTimelineLayout *self,
                 const KladkaRecord *const *milestones,
                 guint n,
                 double from,
                 double to)
{
  for (guint i = 0; i < n; i++)
    {
      KladkaDate on = get_milestone_date ((const KladkaMilestone *)milestones[i]);

      if (!kladka_date_is_set (on))
        continue;
      if (kladka_timeline_layout_get_x (self, kladka_date_get_last_day (on) + 1) + MILESTONE / 2.0 > from
          && kladka_timeline_layout_get_x (self, kladka_date_get_first_day (on)) - MILESTONE / 2.0 < to)
        return TRUE;
    }
  return FALSE;
}

/* Behind the bar, or before it where behind it is no room to be seen. */
static double
place_beside (const KladkaTimelineLayout *self, const Stretch *bar, double width)
{
  gboolean before = bar->to + PAD + width > self->plot.width && bar->from - PAD - width > 0;

  return before ? bar->from - PAD - width : bar->to + PAD;
}

/* Who pays, in the sure part of the bar if there is room, else beside it; nowhere where a milestone stands. */
static void
add_bar_label (const KladkaTimelineLayout *self,
               const KladkaProject *project,
               const KladkaRecord *const *milestones,
               guint n_milestones,
               const Stretch *bar,
               KladkaInk ink,
               KladkaBox box)
{
  g_autofree char *funders = kladka_project_dup_funders (self->self->plan, project, self->words);

  box.x = MAX (bar->from + bar->soft_start, 0) + PAD;
  box.width = kladka_measure_get_width (self->measure, KLADKA_FONT_SMALL, funders) + 1;
  if (box.x + box.width + PAD > bar->to - bar->soft_end
      || meets_milestone (self, milestones, n_milestones, box.x, box.x + box.width))
    {
      box.x = place_beside (self, bar, box.width);
      ink = KLADKA_INK_TEXT_DIM;
      if (meets_milestone (self, milestones, n_milestones, box.x, box.x + 2))
        box.x += MILESTONE + 1;
      if (meets_milestone (self, milestones, n_milestones, box.x, box.x + box.width))
        return;
    }
  if (*funders != '\0' && bar->to > 0 && box.x < self->plot.width)
    kladka_scene_builder_text (self->builder, KLADKA_FONT_SMALL, ink, box, funders);
}

/* What has actually been: to the end, or to today while it goes on. */
static void
add_done (const KladkaTimelineLayout *self, const KladkaProject *project, KladkaInk ink, double y)
{
  KladkaDate end = project->actual_end;
  Stretch stretch;

  if (!kladka_date_is_set (project->actual_start))
    return;
  if (!kladka_date_is_set (end))
    end = kladka_date_new_from_day (MAX (self->view->as_of, kladka_date_get_first_day (project->actual_start)));
  if (make_stretch (self, project->actual_start, end, &stretch))
    {
      stretch.soft_start = stretch.soft_end = 0;
      add_stretch (self, &stretch, KLADKA_SHAPE_RECT, ink, y, STRIP);
    }
}

static void
lay_out_project (const KladkaTimelineLayout *self, const KladkaTimelineRow *row, guint index, double y)
{
  const KladkaProject *project = (const KladkaProject *)row->record;
  KladkaCertainty certainty = kladka_project_get_certainty (self->self->plan, project);
  guint of_ink = certainty == KLADKA_N_CERTAINTIES         ? 3
                 : certainty == KLADKA_CERTAINTY_PLANNED   ? 2
                 : certainty == KLADKA_CERTAINTY_COMMITTED ? 1
                                                           : 0;
  gboolean planned = kladka_date_is_set (project->planned_start) || kladka_date_is_set (project->planned_end);
  double height = self->row_height - BAR_TOP - BAR_BELOW;
  guint n_milestones;
  const KladkaRecord *const *milestones =
      kladka_plan_get_owned (self->self->plan, KLADKA_TYPE_MILESTONE, "project", project->base.ref, &n_milestones);
  Stretch bar;

  add_tails (self, project, y + BAR_TOP + height + 1);
  if (make_stretch (self, planned ? project->planned_start : project->actual_start,
                    planned ? project->planned_end : project->actual_end, &bar))
    {
      KladkaInk ink = KLADKA_INK_BAR_DELIVERING + of_ink;
      aim (add_stretch (self, &bar, KLADKA_SHAPE_BAR, ink, y + BAR_TOP, height), row, index, TRUE);
      add_done (self, project, KLADKA_INK_DONE_DELIVERING + of_ink, y + BAR_TOP + height - STRIP);
      add_bar_label (self, project, milestones, n_milestones, &bar, ink,
                     (KladkaBox){ 0, y + BAR_TOP, 0, height - STRIP + 1 });
    }
  else
    add_done (self, project, KLADKA_INK_DONE_DELIVERING + of_ink, y + BAR_TOP + height - STRIP);
  for (guint i = 0; i < n_milestones; i++)
    add_milestone (self, (const KladkaMilestone *)milestones[i], index, y + BAR_TOP + (height - STRIP) / 2);
}

static KladkaInk
get_cover_ink (double cover)
{
  return cover < 0.005 ? KLADKA_INK_NEED_OPEN : cover < 0.995 ? KLADKA_INK_NEED_PARTLY : KLADKA_INK_NEED_COVERED;
}

static void
add_cover_run (const KladkaTimelineLayout *self,
               KladkaSpan months,
               KladkaInk ink,
               const Stretch *bracket,
               double middle)
{
  double from = MAX (kladka_timeline_layout_get_x (self, kladka_month_first_day (months.from)), bracket->from + 2);
  double to = MIN (kladka_timeline_layout_get_x (self, kladka_month_first_day (months.to)), bracket->to - 2);

  if (to > from)
    kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, ink,
                              (KladkaBox){ from, floor (middle - COVER / 2.0), to - from, COVER });
}

/* How far the need is covered, month by month; months alike run together. */
static void
add_cover (const KladkaTimelineLayout *self, const KladkaTimelineRow *row, const Stretch *bracket, double middle)
{
  const KladkaCoverage *coverage = self->self->coverage;
  int need = coverage != NULL ? kladka_coverage_find_need (coverage, row->record->ref) : -1;
  KladkaSpan all = need >= 0 ? kladka_coverage_get_months (coverage) : (KladkaSpan){ 0, 0 };
  KladkaSpan days = kladka_scale_get_days (self->view->scale, bracket->from, bracket->to);
  gint32 from = MAX (all.from, kladka_month_of_day (days.from));
  gint32 to = MIN (all.to, kladka_month_of_day (days.to - 1) + 1);
  KladkaSpan run = { from, from };
  KladkaInk ink = KLADKA_INK_NONE;

  for (gint32 month = from; month < to; month++)
    {
      gboolean active = kladka_coverage_is_active (coverage, (guint)need, month);
      KladkaInk here =
          active ? get_cover_ink (kladka_coverage_get_counted (coverage, (guint)need, month)) : KLADKA_INK_NONE;

      if (here != ink && ink != KLADKA_INK_NONE)
        add_cover_run (self, run, ink, bracket, middle);
      if (here != ink)
        run.from = month;
      run.to = month + 1;
      ink = here;
    }
  if (ink != KLADKA_INK_NONE)
    add_cover_run (self, run, ink, bracket, middle);
}

static void
lay_out_need (const KladkaTimelineLayout *self, const KladkaTimelineRow *row, guint index, double y)
{
  const KladkaNeed *need = (const KladkaNeed *)row->record;
  double height = self->row_height - 2 * BAR_TOP - 2;
  KladkaDate start = need->wanted_from, end = need->wanted_until;
  Stretch stretch;

  if (!kladka_date_is_set (start) && row->first < row->last)
    start = kladka_date_new_from_day (row->first);
  if (!kladka_date_is_set (end) && row->first < row->last)
    end = kladka_date_new_from_day (row->last - 1);
  if (!make_stretch (self, start, end, &stretch))
    return;
  stretch.flags |= kladka_date_is_set (need->wanted_from) ? 0 : KLADKA_MARK_OPEN_START;
  stretch.flags |= kladka_date_is_set (need->wanted_until) ? 0 : KLADKA_MARK_OPEN_END;
  aim (add_stretch (self, &stretch, KLADKA_SHAPE_BRACKET, KLADKA_INK_NEED, y + BAR_TOP + 1, height), row, index, TRUE);
  add_cover (self, row, &stretch, y + self->row_height / 2);
}

/* It is dragged out of the tray as a whole: it has no ends. */
static void
lay_out_undated (const KladkaTimelineLayout *self, const KladkaTimelineRow *row, guint index, double y)
{
  const char *text = kladka_words_get_c (self->words, "timeline", KC_ ("timeline", "no dates yet"));
  double width = kladka_measure_get_width (self->measure, KLADKA_FONT_SMALL, text) + 1;
  KladkaMark *mark = kladka_scene_builder_text (self->builder, KLADKA_FONT_SMALL, KLADKA_INK_TEXT_DIM,
                                                (KladkaBox){ PAD, y, width, self->row_height }, text);

  aim (mark, row, index, TRUE);
  mark->flags |= KLADKA_MARK_OPEN_START | KLADKA_MARK_OPEN_END;
}

/* Where to look for what lies outside of the days seen. */
static void
add_pointer (const KladkaTimelineLayout *self, const KladkaTimelineRow *row, double y)
{
  gboolean before = kladka_timeline_layout_get_x (self, row->last) <= 0;
  double width = kladka_measure_get_width (self->measure, KLADKA_FONT_BODY, "→") + 1;
  double x = before ? PAD : self->plot.width - PAD - width;

  if (row->last > row->first && (before || kladka_timeline_layout_get_x (self, row->first) >= self->plot.width))
    kladka_scene_builder_text (self->builder, KLADKA_FONT_BODY, KLADKA_INK_TEXT_DIM,
                               (KladkaBox){ x, y, width, self->row_height }, before ? "←" : "→");
}

void
kladka_timeline_layout_add_row (const KladkaTimelineLayout *self, guint index, double y)
{
  const KladkaTimelineRow *row = kladka_timeline_peek (self->self, index);

  add_pointer (self, row, y);
  switch ((KladkaRowKind)row->kind)
    {
    case KLADKA_ROW_NEED:
      lay_out_need (self, row, index, y);
      break;
    case KLADKA_ROW_PROJECT:
      lay_out_project (self, row, index, y);
      break;
    case KLADKA_ROW_UNDATED:
      lay_out_undated (self, row, index, y);
      break;
    case KLADKA_ROW_LANE:
    default:
      break;
    }
}
