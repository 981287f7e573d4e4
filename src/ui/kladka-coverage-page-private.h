/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Between the files of the coverage page. */

#include <adwaita.h>

#include "kladka-chart-legend.h"
#include "kladka-chart-view.h"
#include "kladka-coverage-page.h"
#include "kladka-grid-state.h"

G_BEGIN_DECLS

struct _KladkaCoveragePage {
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkDropDown *dimension;
  GtkDropDown *unit;
  GMenu *line_menu;
  GtkLabel *note;
  KladkaChartView *chart;
  KladkaChartLegend *legend;
  GSimpleActionGroup *actions;

  KladkaViewState *state;
  KladkaGridState *grid;
  GSettings *settings;
  double cell_width;    /* of the last layout */
  gboolean seeks_today; /* the as-of day, once there are columns and a size */
  guint reveals;        /* frames until the chosen cell is brought into view */
  int focus_place;      /* among the rows seen */
  int focus_column;     /* -1 = the label of the row */
};

/* kladka-coverage-chart.c */
extern const KladkaChartClient kladka_coverage_client;
/* Scrolls until the cell with the focus is seen. */
void kladka_coverage_page_reveal_focus (KladkaCoveragePage *self);
/* Scrolls to the as-of day, if it can already be told where that is. */
gboolean kladka_coverage_page_seek_today (KladkaCoveragePage *self);
/* Chooses the cell with the focus, or that row as a whole. */
void kladka_coverage_page_choose (KladkaCoveragePage *self, int row, int column);

G_END_DECLS
