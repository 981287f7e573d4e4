/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-coverage-page-private.h"
#include "kladka-timeline-page-private.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

/* A window on the sample plan with one of its charts, or both: {0} to begin with. */
typedef struct {
  UiFixture fixture;
  KladkaWindow *window;
  KladkaViewState *state;
  KladkaTimelinePage *timeline; /* NULL until it is shown, as the next */
  KladkaCoveragePage *coverage;
} Charts;

void charts_open (Charts *self);
/* The whole plan seen at once. */
void charts_open_timeline (Charts *self);
void charts_open_coverage (Charts *self);
void charts_clear (Charts *self);
/* The window is built anew; its pages are to be shown again. */
void charts_set_language (Charts *self, const char *language);

/* Goes to a page. Returns: (transfer none): its widget of that type */
gpointer charts_show (Charts *self, const char *page, const char *type);
KladkaPlan *charts_get_plan (Charts *self);
KladkaScene *charts_get_scene (KladkaChartView *chart);
/* What a click in the middle of a mark hits: the mark. */
KladkaHit charts_hit_mark (KladkaChartView *chart, int mark);
/* A key on the chart that is shown. Returns: (transfer full): what is spoken then */
char *charts_press (Charts *self, guint keyval, GdkModifierType state);

G_END_DECLS
