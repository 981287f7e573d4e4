/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Between the files of the timeline page. */

#include <adwaita.h>

#include "kladka-chart-legend.h"
#include "kladka-chart-view.h"
#include "kladka-move-catch.h"
#include "kladka-move-effect.h"
#include "kladka-timeline-page.h"
#include "kladka-timeline-state.h"

G_BEGIN_DECLS

/* What is being dragged: a bar, or a period on the ruler. */
typedef struct {
  KladkaRef ref; /* 0 = a period */
  KladkaMovePart part;
  KladkaMove before;
  KladkaMove after;
  KladkaBox box;   /* of the bar, before */
  double scroll_y; /* that it was seen at */
  double x;        /* of the pointer, in the plot */
  double day;      /* under it */
  double dx;       /* the newest */
  gboolean moving; /* a ghost is shown */
  gboolean has_catch;
  KladkaCatch caught;
  KladkaMoveEffect *effect; /* nullable */
} KladkaTimelineDrag;

struct _KladkaTimelinePage {
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkDropDown *lanes;
  GtkToggleButton *needs;
  KladkaChartView *chart;
  KladkaChartLegend *legend;
  GtkRevealer *period_bar;
  GtkLabel *period_label;
  GtkWidget *zoom_period;
  GtkWidget *menu;

  KladkaViewState *state;
  KladkaTimelineState *rows;
  GSettings *settings;
  KladkaScale scale;
  gboolean has_scale;
  double label_width; /* of the last layout */
  double plot_width;
  double left; /* how much of the scrolled extent is left of the plot */
  KladkaSpan period;
  int focus_row;
  KladkaRef focus_ref;
  gboolean reveals; /* the selection, once there are rows and a size */
  guint frames;     /* to wait for a pane that opens */
  guint menu_frames;
  KladkaTimelineDrag drag;
  guint ghost_timeout;
  guint save_timeout;
};

/* kladka-timeline-chart.c */
extern const KladkaChartClient kladka_timeline_client;
void kladka_timeline_page_set_scale (KladkaTimelinePage *self, KladkaScale scale);
void kladka_timeline_page_zoom (KladkaTimelinePage *self, double plot_x, int steps);
void kladka_timeline_page_fit (KladkaTimelinePage *self, KladkaSpan days);
void kladka_timeline_page_set_period (KladkaTimelinePage *self, KladkaSpan days);
void kladka_timeline_page_reveal_row (KladkaTimelinePage *self, int row);
/* The days of everything there is and of the plan. */
KladkaSpan kladka_timeline_page_get_days (KladkaTimelinePage *self);
/* NULL where nothing is selected or it has no row. */
const KladkaRecord *kladka_timeline_page_get_record (KladkaTimelinePage *self, KladkaRef ref);

/* kladka-timeline-keys.c */
gboolean kladka_timeline_key (gpointer client, guint keyval, GdkModifierType state);
void kladka_timeline_page_focus_row (KladkaTimelinePage *self, int row);

/* kladka-timeline-drag.c */
gboolean kladka_timeline_drag_begin (gpointer client, const KladkaHit *hit, double x, double y);
void kladka_timeline_drag (gpointer client, KladkaDragPhase phase, double dx, double dy, GdkModifierType state);
void kladka_timeline_drag_pan (gpointer client, double dx);
const char *kladka_timeline_get_cursor (gpointer client, const KladkaHit *hit);
char *kladka_timeline_dup_tip (gpointer client, guint mark);
void kladka_timeline_page_step (KladkaTimelinePage *self, KladkaMovePart part, int n);
void kladka_timeline_page_drop_ghost (KladkaTimelinePage *self);
/* The effect of a drag that is over is nobody's. */
void kladka_timeline_page_forget_drag (KladkaTimelinePage *self);

G_END_DECLS
