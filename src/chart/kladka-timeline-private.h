/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-timeline.h"

/* For the files of the timeline only. */

typedef struct {
  guint key;
  guint order;
  guint rank; /* before the label: needs first, what belongs nowhere and the tray last */
  char *label;
  char *sort_key;
  guint n_rows;
  gboolean folded;
} KladkaLane;

typedef struct {
  const KladkaRecord *record; /* NULL for a lane's head */
  const KladkaLane *lane;
  gint32 first; /* days, half-open; both 0 where there are none */
  gint32 last;
  guint8 kind; /* KladkaRowKind */
} KladkaTimelineRow;

struct _KladkaTimeline {
  gatomicrefcount ref_count;
  KladkaPlan *plan;
  KladkaCoverage *coverage; /* nullable */
  GPtrArray *lanes;         /* KladkaLane */
  GArray *rows;             /* KladkaTimelineRow */
  KladkaSpan days;
};

static inline const KladkaTimelineRow *
kladka_timeline_peek (const KladkaTimeline *self, guint row)
{
  return &g_array_index (self->rows, KladkaTimelineRow, row);
}

/* The organisations that fund a project, as a list of short names; "" for none. */
char *kladka_project_dup_funders (const KladkaPlan *plan, const KladkaProject *project, const KladkaWords *words);
/* Days of the plan's period, half-open; empty if it has none. */
KladkaSpan kladka_plan_get_period_days (const KladkaPlan *plan);
/* What a mark of the timeline stands for; @timeline is what was given to the layout. */
char *kladka_timeline_dup_mark_words (const KladkaTimeline *self,
                                      const KladkaMark *mark,
                                      gboolean lines,
                                      const KladkaWords *words);
