/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-grid-chart.h"
#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaGridState:
 *
 * What the coverage page of a window shows: what its rows and columns are, which rows are open; and the grid, computed
 * on a worker thread from the view state's newest coverage while somebody looks at it.
 *
 * Signal "changed": another grid or other rows are there.
 */
#define KLADKA_TYPE_GRID_STATE (kladka_grid_state_get_type ())
G_DECLARE_FINAL_TYPE (KladkaGridState, kladka_grid_state, KLADKA, GRID_STATE, GObject)

/* @view_state owns what is made and outlives it. */
KladkaGridState *kladka_grid_state_new (KladkaViewState *view_state);
/* Takes over what @other shows, but for the grid. */
void kladka_grid_state_copy (KladkaGridState *self, KladkaGridState *other);

/* Counted: an inactive one computes nothing; it catches up when it becomes active. */
void kladka_grid_state_hold (KladkaGridState *self);
void kladka_grid_state_release (KladkaGridState *self);
KladkaGrid *kladka_grid_state_get_grid (KladkaGridState *self); /* (transfer none) (nullable) */

KladkaDimension kladka_grid_state_get_dimension (KladkaGridState *self);
KladkaPeriodUnit kladka_grid_state_get_unit (KladkaGridState *self);
gboolean kladka_grid_state_get_hide_empty (KladkaGridState *self);
void kladka_grid_state_set_dimension (KladkaGridState *self, KladkaDimension dimension);
void kladka_grid_state_set_unit (KladkaGridState *self, KladkaPeriodUnit unit);
void kladka_grid_state_set_hide_empty (KladkaGridState *self, gboolean hide_empty);
const char *kladka_period_unit_get_label (KladkaPeriodUnit unit, const KladkaWords *words);

/* Rows seen, and the open ones among them. Both borrowed until "changed"; NULL without a grid. */
const GArray *kladka_grid_state_get_rows (KladkaGridState *self);
GHashTable *kladka_grid_state_get_expanded (KladkaGridState *self);
/* Whether only what the search finds is seen. */
gboolean kladka_grid_state_is_searched (KladkaGridState *self);
gboolean kladka_grid_state_is_open (KladkaGridState *self, guint row);
/* Does nothing while searched: all that is found stands open. */
void kladka_grid_state_toggle_row (KladkaGridState *self, guint row);
/* The place of a row of the grid among those seen; -1. */
int kladka_grid_state_find_place (KladkaGridState *self, int row);

/* The cell as the view state names it; @period = number of periods: the whole row. */
KladkaCellChoice kladka_grid_state_get_choice (KladkaGridState *self, guint row, guint period);
/* Row and period of a chosen cell in this grid; FALSE where it has none such. */
gboolean
kladka_grid_state_find_cell (KladkaGridState *self, const KladkaCellChoice *cell, guint *ret_row, guint *ret_period);

G_END_DECLS
