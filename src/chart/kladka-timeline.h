/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-coverage.h"
#include "kladka-scene.h"
#include "kladka-ticks.h"

G_BEGIN_DECLS

typedef enum {
  KLADKA_LANES_NONE,
  KLADKA_LANES_INITIATIVE,
  KLADKA_LANES_DONOR,
  KLADKA_LANES_STATUS,
  KLADKA_LANES_INSTITUTION, /* who receives; needs stand in the lane of theirs */
} KladkaLanes;

/**
 * KladkaTimelineRows:
 * @projects: (nullable) (element-type guint32): slots of the projects shown; NULL = all
 * @needs: (nullable) (element-type guint32): slots of the needs shown; NULL = all
 * @folded: (nullable): keys (kladka_timeline_get_lane_key()) of the lanes that are folded up
 *
 * Which rows a timeline has.
 */
typedef struct {
  KladkaLanes lanes;
  gboolean show_projects;
  gboolean show_needs;
  const GArray *projects;
  const GArray *needs;
  GHashTable *folded;
} KladkaTimelineRows;

/**
 * KladkaTimeline:
 *
 * The rows of a timeline in their order: lane heads, needs, projects by start, and at the end the tray of what has no
 * dates. A project stands in each lane it belongs to. Frozen, reference counted, any thread.
 */
typedef struct _KladkaTimeline KladkaTimeline;
/* Cost: O(n log n) of what is shown; once per plan and filter. @coverage: (nullable): its line shows how far each need
 * is covered. */
KladkaTimeline *kladka_timeline_new (const KladkaPlan *plan,
                                     const KladkaCoverage *coverage,
                                     const KladkaTimelineRows *rows,
                                     KladkaWords *words);
KladkaTimeline *kladka_timeline_ref (const KladkaTimeline *self);
void kladka_timeline_unref (KladkaTimeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaTimeline, kladka_timeline_unref)

const KladkaPlan *kladka_timeline_get_plan (const KladkaTimeline *self);

typedef enum { KLADKA_ROW_LANE, KLADKA_ROW_NEED, KLADKA_ROW_PROJECT, KLADKA_ROW_UNDATED } KladkaRowKind;
guint kladka_timeline_get_n_rows (const KladkaTimeline *self);
KladkaRowKind kladka_timeline_get_row_kind (const KladkaTimeline *self, guint row);
/* What stands at the head of a row's lane. */
const char *kladka_timeline_get_lane_label (const KladkaTimeline *self, guint row);
/* 0 for a lane's head. */
KladkaRef kladka_timeline_get_row_ref (const KladkaTimeline *self, guint row);
/* What names the lane of a row when folding: the same in the next plan. */
guint kladka_timeline_get_lane_key (const KladkaTimeline *self, guint row);
/* The first row of a record; -1 if it has none. */
int kladka_timeline_find_row (const KladkaTimeline *self, KladkaRef ref);
/* From the first to the last day of anything shown, half-open; of one row (empty if it has no dates). */
KladkaSpan kladka_timeline_get_days (const KladkaTimeline *self);
KladkaSpan kladka_timeline_get_row_days (const KladkaTimeline *self, guint row);

/**
 * KladkaTimelineView:
 * @label_width: of the column of labels; 0 = none
 * @scroll_y: of the rows
 * @scale: its x = 0 is the left edge of the plot, right of the labels
 * @as_of: today; KLADKA_DAY_MIN - 1 = no line
 * @period: days selected on the ruler; empty = none
 *
 * The window a timeline is seen through.
 */
typedef struct {
  double width;
  double height;
  double label_width;
  double scroll_y;
  KladkaScale scale;
  gint32 as_of;
  KladkaSpan period;
} KladkaTimelineView;

/* Cost: O(what is seen), at any size of the plan. */
KladkaScene *kladka_timeline_layout (const KladkaTimeline *self,
                                     const KladkaTimelineView *view,
                                     KladkaMeasure *measure,
                                     KladkaWords *words);

/* The width the labels need, but no more than @most. */
double kladka_timeline_get_label_width (const KladkaTimeline *self,
                                        double most,
                                        KladkaMeasure *measure,
                                        const KladkaWords *words);
/* Heights, for scrolling to a row. */
double kladka_timeline_get_row_height (KladkaMeasure *measure);
double kladka_timeline_get_ruler_height (KladkaMeasure *measure);

/**
 * kladka_timeline_snap:
 * @date: what is dragged; must be set
 * @dx: how far the pointer moved
 * @unit: the ruler's minor unit; KLADKA_TICK_DAY for no more than whole days
 * @is_end: an end snaps to the last day of a unit, a start to the first
 *
 * Where a dragged date comes to lie. It keeps its precision: a quarter moves by quarters however fine the ruler is.
 */
KladkaDate kladka_timeline_snap (KladkaScale scale, KladkaDate date, double dx, KladkaTickUnit unit, gboolean is_end);

/* What is known of a project's supply: delivering, committed, planned; KLADKA_N_CERTAINTIES = cancelled or suspended.
 */
KladkaCertainty kladka_project_get_certainty (const KladkaPlan *plan, const KladkaProject *project);
/* Actual, else planned, start and end; unset where neither is known. */
KladkaDate kladka_project_get_start (const KladkaProject *project);
KladkaDate kladka_project_get_end (const KladkaProject *project);

/* What the bars, lines and brackets mean, in as many lines as @width needs. */
KladkaScene *kladka_timeline_layout_legend (double width, KladkaMeasure *measure, const KladkaWords *words);

G_END_DECLS
