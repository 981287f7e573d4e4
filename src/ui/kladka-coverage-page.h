/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-chart-view.h"
#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaCoveragePage:
 *
 * The grid of what is covered when. A click or Enter on a cell chooses it: the side pane explains it. Ctrl+Shift+T
 * shows the same as a table.
 */
#define KLADKA_TYPE_COVERAGE_PAGE (kladka_coverage_page_get_type ())
G_DECLARE_FINAL_TYPE (KladkaCoveragePage, kladka_coverage_page, KLADKA, COVERAGE_PAGE, GtkWidget)

GtkWidget *kladka_coverage_page_new (KladkaViewState *state);
KladkaChartView *kladka_coverage_page_get_chart (KladkaCoveragePage *self);

G_END_DECLS
