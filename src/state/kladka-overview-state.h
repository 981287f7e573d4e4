/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-view-state.h"

G_BEGIN_DECLS

#define KLADKA_OVERVIEW_MAX_GAPS 10
#define KLADKA_OVERVIEW_DAYS 90
#define KLADKA_OVERVIEW_MAX_EVENTS 12

/**
 * KladkaOverviewFigure:
 * @value: as text in the language
 * @label: what is counted
 * @page: where it leads
 */
typedef struct {
  char *value;
  char *label;
  KladkaPage page;
} KladkaOverviewFigure;

/* A line that leads to a record. @share is the cover of a gap, 0 to 1; -1 where there is none to show. */
typedef struct {
  KladkaRef ref;
  char *title;
  char *detail;
  double share;
} KladkaOverviewLine;

/**
 * KladkaOverview:
 *
 * What the first page says: figures, the largest gaps, what starts and ends soon; as plain values. Events that were
 * left out for their number are counted in @n_more_events. Without @has_cover nobody knows yet whether there are gaps.
 */
typedef struct {
  char *as_of;
  gboolean has_cover; /* of this plan */
  char *note;         /* what a briefing would count otherwise; NULL */
  GPtrArray *figures; /* KladkaOverviewFigure */
  GPtrArray *gaps;    /* KladkaOverviewLine, by falling gap-months */
  guint n_more_gaps;
  GPtrArray *events; /* KladkaOverviewLine, by day */
  guint n_more_events;
} KladkaOverview;

/* @coverage: (nullable): not computed yet: no gaps, an ellipsis for the figures that need it */
KladkaOverview *kladka_overview_new (const KladkaPlan *plan,
                                     const KladkaCoverage *coverage,
                                     const KladkaCoverageSpec *spec,
                                     const KladkaWords *words);
void kladka_overview_free (KladkaOverview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaOverview, kladka_overview_free)

G_END_DECLS
