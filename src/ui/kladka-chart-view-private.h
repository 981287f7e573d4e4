/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Between the files of the chart view. */

#include "kladka-chart-nodes.h"
#include "kladka-chart-view.h"

G_BEGIN_DECLS

typedef struct _KladkaChartInput KladkaChartInput;

struct _KladkaChartView {
  GtkWidget parent_instance;

  const KladkaChartClient *calls;
  gpointer client;
  KladkaChartInput *input;
  GtkWidget *focus;

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  gboolean adjusting; /* by ourselves */

  KladkaMeasure *measure;
  KladkaTextStore *store;
  KladkaStyle style;
  KladkaChartNodes *nodes;

  KladkaScene *scene;
  gboolean stale;
  KladkaScene *top; /* highlight; NULL = to be made */
  int hover;
  int focused;
  KladkaRef *selected;
  int selected_row;
  int selected_column;
  gboolean has_ghost;
  KladkaBox ghost;
  char *bubble;
};

/* kladka-chart-input.c: gestures and keys; they tell the client. */
KladkaChartInput *kladka_chart_input_new (KladkaChartView *view, const KladkaChartClient *calls, gpointer client);
void kladka_chart_input_free (KladkaChartInput *self);
/* The pointer may now be over something else. */
void kladka_chart_input_update_hover (KladkaChartInput *self);

/* kladka-chart-scroll.c */
void kladka_chart_view_class_init_scroll (GObjectClass *object_class);
void kladka_chart_view_init_scroll (KladkaChartView *self);
void kladka_chart_view_dispose_scroll (KladkaChartView *self);
void kladka_chart_view_configure (KladkaChartView *self,
                                  GtkOrientation orientation,
                                  double upper,
                                  double page,
                                  double value);

/* kladka-chart-highlight.c */
KladkaScene *kladka_chart_view_get_top (KladkaChartView *self);
/* What it shows is to be made anew. */
void kladka_chart_view_queue_highlight (KladkaChartView *self);
void kladka_chart_view_set_hover (KladkaChartView *self, int mark);
const KladkaRef *kladka_chart_view_get_selected (KladkaChartView *self); /* (nullable): ends in 0 */

G_END_DECLS
