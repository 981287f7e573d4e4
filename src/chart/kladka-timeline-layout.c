/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-scene-builder.h"
#include "kladka-timeline-private.h"

#include <math.h>

#define BLOCK 8 /* rows in a band */
#define BAR_TOP 3
#define BAR_BELOW 6 /* room for the tails */
#define STRIP 4     /* what has actually been, along the foot of a bar */
#define TAIL 3
#define MILESTONE 11
#define COVER 7
#define STUB 42 /* px: of a bar one end of which is not known */
#define PAD 6
#define INDENT 14
#define LANE_INDENT 20

typedef struct {
  const KladkaTimeline *self;
  const KladkaTimelineView *view;
  KladkaMeasure *measure;
  KladkaWords *words;
  KladkaSceneBuilder *builder;
  KladkaTicks *ticks;
  KladkaBox plot;
  double row_height;
} Layout;

/* A stretch of days in pixels of the plot, with its soft ends; cut a little outside of what is seen. */
typedef struct {
  double from;
  double to;
  double soft_start;
  double soft_end;
  guint32 flags;
} Stretch;

double
kladka_timeline_get_row_height (KladkaMeasure *measure)
{
  return ceil (kladka_measure_get_line_height (measure, KLADKA_FONT_BODY) * 1.5);
}

double
kladka_timeline_get_ruler_height (KladkaMeasure *measure)
{
  return ceil (kladka_measure_get_line_height (measure, KLADKA_FONT_SMALL) * 2.7);
}

static double
get_x (const Layout *self, double day)
{
  return kladka_scale_get_x (self->view->scale, day);
}

/* How many pixels wide the doubt about a date is; what is hardly seen is none. */
static double
get_softness (const Layout *self, KladkaDate date)
{
  gint32 days;

  if (!kladka_date_is_set (date) || date.precision == KLADKA_PRECISION_DAY)
    return 0;
  days = kladka_date_get_last_day (date) - kladka_date_get_first_day (date);
  return days * kladka_scale_get_px_per_day (self->view->scale);
}

static gboolean
make_stretch (const Layout *self, KladkaDate start, KladkaDate end, Stretch *ret_stretch)
{
  double left = -40, right = self->plot.width + 40;
  Stretch it = { .soft_start = get_softness (self, start), .soft_end = get_softness (self, end) };

  if (!kladka_date_is_set (start) && !kladka_date_is_set (end))
    return FALSE;
  it.from = kladka_date_is_set (start) ? get_x (self, kladka_date_get_first_day (start)) : 0;
  it.to = kladka_date_is_set (end) ? get_x (self, kladka_date_get_last_day (end) + 1) : it.from + STUB;
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
add_stretch (const Layout *self, const Stretch *stretch, KladkaShape shape, KladkaInk ink, double y, double height)
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
add_tail (const Layout *self, const KladkaProject *project, const KladkaDelivery *delivery, double y)
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
add_tails (const Layout *self, const KladkaProject *project, double y)
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
add_milestone (const Layout *self, const KladkaMilestone *milestone, guint index, double middle)
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
meets_milestone (const Layout *self, const KladkaRecord *const *milestones, guint n, double from, double to)
{
  for (guint i = 0; i < n; i++)
    {
      KladkaDate on = get_milestone_date ((const KladkaMilestone *)milestones[i]);

      if (!kladka_date_is_set (on))
        continue;
      if (get_x (self, kladka_date_get_last_day (on) + 1) + MILESTONE / 2.0 > from
          && get_x (self, kladka_date_get_first_day (on)) - MILESTONE / 2.0 < to)
        return TRUE;
    }
  return FALSE;
}

/* Behind the bar, or before it where behind it is no room to be seen. */
static double
place_beside (const Layout *self, const Stretch *bar, double width)
{
  gboolean before = bar->to + PAD + width > self->plot.width && bar->from - PAD - width > 0;

  return before ? bar->from - PAD - width : bar->to + PAD;
}

/* Who pays, in the sure part of the bar if there is room, else beside it; nowhere where a milestone stands. */
static void
add_bar_label (const Layout *self,
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
add_done (const Layout *self, const KladkaProject *project, KladkaInk ink, double y)
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
lay_out_project (const Layout *self, const KladkaTimelineRow *row, guint index, double y)
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
add_cover_run (const Layout *self, KladkaSpan months, KladkaInk ink, const Stretch *bracket, double middle)
{
  double from = MAX (get_x (self, kladka_month_first_day (months.from)), bracket->from + 2);
  double to = MIN (get_x (self, kladka_month_first_day (months.to)), bracket->to - 2);

  if (to > from)
    kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, ink,
                              (KladkaBox){ from, floor (middle - COVER / 2.0), to - from, COVER });
}

/* How far the need is covered, month by month; months alike run together. */
static void
add_cover (const Layout *self, const KladkaTimelineRow *row, const Stretch *bracket, double middle)
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
lay_out_need (const Layout *self, const KladkaTimelineRow *row, guint index, double y)
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
lay_out_undated (const Layout *self, const KladkaTimelineRow *row, guint index, double y)
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
add_pointer (const Layout *self, const KladkaTimelineRow *row, double y)
{
  gboolean before = get_x (self, row->last) <= 0;
  double width = kladka_measure_get_width (self->measure, KLADKA_FONT_BODY, "→") + 1;
  double x = before ? PAD : self->plot.width - PAD - width;

  if (row->last > row->first && (before || get_x (self, row->first) >= self->plot.width))
    kladka_scene_builder_text (self->builder, KLADKA_FONT_BODY, KLADKA_INK_TEXT_DIM,
                               (KladkaBox){ x, y, width, self->row_height }, before ? "←" : "→");
}

static void
lay_out_row (const Layout *self, guint index, double y)
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

static void
add_ground (const Layout *self, guint row, double y, double width)
{
  KladkaRowKind kind = kladka_timeline_get_row_kind (self->self, row);
  KladkaInk ink = kind == KLADKA_ROW_LANE ? KLADKA_INK_LANE : row % 2 ? KLADKA_INK_ROW : KLADKA_INK_BACKGROUND;

  kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, ink, (KladkaBox){ 0, y, width, self->row_height });
}

static void
add_grid_lines (const Layout *self, double height)
{
  const GArray *lines[] = { self->ticks->minors, self->ticks->majors };
  const KladkaInk inks[] = { KLADKA_INK_GRID_LINE, KLADKA_INK_GRID_STRONG };

  for (guint of = 0; of < G_N_ELEMENTS (lines); of++)
    for (guint i = 0; i < lines[of]->len; i++)
      {
        double x = floor (get_x (self, g_array_index (lines[of], KladkaTick, i).days.from));
        if (x >= 0)
          kladka_scene_builder_add (self->builder, KLADKA_SHAPE_LINE, inks[of], (KladkaBox){ x, 0, 0, height });
      }
}

static void
lay_out_block (const Layout *self, guint block, guint from, guint to)
{
  double y = self->plot.y - self->view->scroll_y + from * self->row_height;

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_ROWS, block, self->plot, self->plot.x, y);
  for (guint row = from; row < to; row++)
    add_ground (self, row, (row - from) * self->row_height, self->plot.width);
  add_grid_lines (self, (to - from) * self->row_height);
  for (guint row = from; row < to; row++)
    lay_out_row (self, row, (row - from) * self->row_height);
}

static char *
dup_lane_text (const KladkaLane *lane)
{
  return g_strdup_printf ("%s  %u", lane->label, lane->n_rows);
}

static const char *
get_row_name (const KladkaTimeline *self, const KladkaTimelineRow *row, const KladkaWords *words)
{
  return kladka_plan_get_name (self->plan, row->record, kladka_words_get_lang (words));
}

double
kladka_timeline_get_label_width (const KladkaTimeline *self,
                                 double most,
                                 KladkaMeasure *measure,
                                 const KladkaWords *words)
{
  double widest = 0;

  for (guint i = 0; i < self->rows->len && widest < most; i++)
    {
      const KladkaTimelineRow *row = kladka_timeline_peek (self, i);
      g_autofree char *lane = row->record == NULL ? dup_lane_text (row->lane) : NULL;
      double own = lane != NULL
                       ? LANE_INDENT + kladka_measure_get_width (measure, KLADKA_FONT_BOLD, lane)
                       : INDENT + kladka_measure_get_width (measure, KLADKA_FONT_BODY, get_row_name (self, row, words));

      widest = MAX (widest, own + PAD + 1);
    }
  return ceil (MIN (widest, most));
}

static void
add_lane_label (const Layout *self, guint index, double y, double width)
{
  const KladkaLane *lane = kladka_timeline_peek (self->self, index)->lane;
  KladkaShape shape = lane->folded ? KLADKA_SHAPE_CLOSED : KLADKA_SHAPE_OPENED;
  g_autofree char *text = dup_lane_text (lane);
  KladkaMark *mark =
      kladka_scene_builder_add (self->builder, shape, KLADKA_INK_EXPANDER, (KladkaBox){ 2, y, 16, self->row_height });

  mark->target = KLADKA_TARGET_EXPANDER;
  mark->flags = KLADKA_MARK_HIT;
  mark->row = (gint32)index;
  mark = kladka_scene_builder_text (self->builder, KLADKA_FONT_BOLD, KLADKA_INK_TEXT,
                                    (KladkaBox){ LANE_INDENT, y, width - LANE_INDENT - PAD, self->row_height }, text);
  mark->target = KLADKA_TARGET_LANE;
  mark->flags = KLADKA_MARK_HIT;
  mark->row = (gint32)index;
}

static void
add_label (const Layout *self, guint index, double y, double width)
{
  const KladkaTimelineRow *row = kladka_timeline_peek (self->self, index);
  KladkaMark *mark;

  if (row->record == NULL)
    {
      add_lane_label (self, index, y, width);
      return;
    }
  mark = kladka_scene_builder_text (self->builder, KLADKA_FONT_BODY, KLADKA_INK_TEXT,
                                    (KladkaBox){ INDENT, y, width - INDENT - PAD, self->row_height },
                                    get_row_name (self->self, row, self->words));
  mark->ref = row->record->ref;
  mark->row = (gint32)index;
  mark->target = KLADKA_TARGET_LABEL;
  mark->flags = KLADKA_MARK_HIT;
}

static void
lay_out_labels (const Layout *self, guint block, guint from, guint to)
{
  double width = self->view->label_width;
  KladkaBox clip = { 0, self->plot.y, width, self->plot.height };
  double y = self->plot.y - self->view->scroll_y + from * self->row_height;

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_LABELS, block, clip, 0, y);
  for (guint row = from; row < to; row++)
    {
      add_ground (self, row, (row - from) * self->row_height, width);
      add_label (self, row, (row - from) * self->row_height, width);
    }
  kladka_scene_builder_add (self->builder, KLADKA_SHAPE_LINE, KLADKA_INK_GRID_STRONG,
                            (KladkaBox){ width - 1, 0, 0, (to - from) * self->row_height });
}

/* Rows have their own ground; nothing is painted twice. */
static void
add_ground_below (const Layout *self, double y)
{
  double top = MAX (y, 0);

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_CORNER, 0,
                                   (KladkaBox){ 0, 0, self->view->width, self->view->height }, 0, 0);
  if (top < self->view->height)
    kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_BACKGROUND,
                              (KladkaBox){ 0, top, self->view->width, self->view->height - top });
}

static void
lay_out_rows (const Layout *self)
{
  guint n = kladka_timeline_get_n_rows (self->self);
  double first = floor (self->view->scroll_y / self->row_height / BLOCK);
  double end = ceil ((self->view->scroll_y + self->plot.height) / self->row_height / BLOCK);

  add_ground_below (self, self->plot.y - self->view->scroll_y + n * self->row_height);
  for (guint block = (guint)MAX (first, 0); block < end && block * BLOCK < n; block++)
    lay_out_block (self, block, block * BLOCK, MIN (n, (block + 1) * BLOCK));
  for (guint block = (guint)MAX (first, 0); self->view->label_width > 0 && block < end && block * BLOCK < n; block++)
    lay_out_labels (self, block, block * BLOCK, MIN (n, (block + 1) * BLOCK));
}

static void
add_period (const Layout *self, double height)
{
  double from = MAX (get_x (self, self->view->period.from), 0);
  double to = MIN (get_x (self, self->view->period.to), self->plot.width);

  if (self->view->period.to > self->view->period.from && to > from)
    kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_PERIOD,
                              (KladkaBox){ from, 0, to - from, height });
}

static void
lay_out_over (const Layout *self)
{
  double today = floor (get_x (self, self->view->as_of + 0.5));

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_OVER, 0, self->plot, self->plot.x, self->plot.y);
  add_period (self, self->plot.height);
  if (self->view->as_of >= KLADKA_DAY_MIN && today >= 0 && today < self->plot.width)
    kladka_scene_builder_add (self->builder, KLADKA_SHAPE_LINE, KLADKA_INK_TODAY,
                              (KladkaBox){ today, 0, 0, self->plot.height });
}

/* Is the whole label seen? Half a year's number is no year. */
static gboolean
has_room (const Layout *self, KladkaFont font, const char *label, double left, double width, gboolean centred)
{
  double needed = kladka_measure_get_width (self->measure, font, label);
  double from = centred ? left + (width - needed) / 2 : left;

  return from >= -0.5 && from + needed <= self->plot.width + 0.5 && (centred || needed <= width);
}

static void
add_tick (const Layout *self, const KladkaTick *tick, gboolean major, double y, double height)
{
  double from = get_x (self, tick->days.from), to = get_x (self, tick->days.to);
  double left = major ? MAX (from, 0) + PAD : from;
  double width = (major ? MIN (to, self->plot.width) : to) - left - (major ? 2 : 0);
  KladkaFont font = major ? KLADKA_FONT_SMALL_BOLD : KLADKA_FONT_SMALL;
  KladkaMark *mark;

  if (from >= 0)
    kladka_scene_builder_add (
        self->builder, KLADKA_SHAPE_LINE, KLADKA_INK_GRID_STRONG,
        (KladkaBox){ floor (from), major ? 0 : y + height * 0.7, 0, major ? self->plot.y : height * 0.3 });
  if (width < 4 || !has_room (self, font, tick->label, left, width, !major))
    return;
  mark = kladka_scene_builder_text (self->builder, font, KLADKA_INK_RULER, (KladkaBox){ left, y, width, height },
                                    tick->label);
  mark->target = KLADKA_TARGET_TICK;
  mark->column = tick->days.from;
  mark->flags = KLADKA_MARK_HIT | (major ? 0 : KLADKA_MARK_ALIGN_CENTRE);
}

static void
lay_out_ruler (const Layout *self)
{
  double height = self->plot.y, line = floor (height / 2);
  KladkaBox clip = { self->plot.x, 0, self->plot.width, height };
  gboolean two = self->ticks->major != self->ticks->minor;
  double today = floor (get_x (self, self->view->as_of + 0.5));

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_RULER, 0, clip, self->plot.x, 0);
  kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_RULER,
                            (KladkaBox){ -2, -2, self->plot.width + 4, height + 2 });
  for (guint i = 0; two && i < self->ticks->majors->len; i++)
    add_tick (self, &g_array_index (self->ticks->majors, KladkaTick, i), TRUE, 0, line);
  for (guint i = 0; i < self->ticks->minors->len; i++)
    add_tick (self, &g_array_index (self->ticks->minors, KladkaTick, i), FALSE, two ? line : line / 2, line);
  add_period (self, height);
  if (self->view->as_of >= KLADKA_DAY_MIN)
    kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_TODAY,
                              (KladkaBox){ today - 3, height - 6, 7, 6 });
}

static void
lay_out_corner (const Layout *self)
{
  KladkaBox clip = { 0, 0, self->view->label_width, self->plot.y };

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_CORNER, 1, clip, 0, 0);
  kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_RULER,
                            (KladkaBox){ -2, -2, clip.width + 4, clip.height + 2 });
}

typedef struct {
  KladkaTimeline *timeline;
  KladkaWords *words;
} WordsData;

static void
words_data_free (gpointer data)
{
  WordsData *it = data;

  kladka_timeline_unref (it->timeline);
  kladka_words_unref (it->words);
  g_free (it);
}

static char *
dup_words_cb (const KladkaMark *mark, gboolean lines, gpointer data)
{
  WordsData *it = data;

  return kladka_timeline_dup_mark_words (it->timeline, mark, lines, it->words);
}

static void
give_words (const Layout *self)
{
  WordsData *data = g_new (WordsData, 1);

  data->timeline = kladka_timeline_ref (self->self);
  data->words = kladka_words_ref (self->words);
  kladka_scene_builder_set_words (self->builder, dup_words_cb, data, words_data_free);
}

KladkaScene *
kladka_timeline_layout (const KladkaTimeline *self,
                        const KladkaTimelineView *view,
                        KladkaMeasure *measure,
                        KladkaWords *words)
{
  double top = kladka_timeline_get_ruler_height (measure);
  KladkaBox plot = { view->label_width, top, MAX (view->width - view->label_width, 0), MAX (view->height - top, 0) };
  g_autoptr (KladkaTicks) ticks = kladka_ticks_new (view->scale, 0, MAX (plot.width - 0.01, 0), measure, words);
  double row_height = kladka_timeline_get_row_height (measure);
  guint n_rows = kladka_timeline_get_n_rows (self);
  Layout layout = { self,  view, measure,   words, kladka_scene_builder_new (view->width, view->height),
                    ticks, plot, row_height };

  kladka_scene_builder_set_plot (layout.builder, plot);
  kladka_scene_builder_set_content (layout.builder, view->width, top + n_rows * row_height);
  kladka_scene_builder_set_rows (layout.builder, top - view->scroll_y, row_height, n_rows, NULL);
  give_words (&layout);
  lay_out_rows (&layout);
  lay_out_over (&layout);
  lay_out_ruler (&layout);
  if (view->label_width > 0)
    lay_out_corner (&layout);
  return kladka_scene_builder_end (layout.builder);
}
