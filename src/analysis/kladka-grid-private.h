/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-coverage-private.h"

G_BEGIN_DECLS

/* Private to analysis: something stands in a row, wholly or with a part. */
typedef struct {
  guint row;
  double part;
} KladkaStand;

/* Where the needs or supplies stand, by their number: @first has one more at the end. */
typedef struct {
  GArray *stands; /* KladkaStand */
  GArray *first;  /* guint */
} KladkaStands;

struct _KladkaGrid {
  gatomicrefcount ref_count;
  KladkaCoverage *coverage;
  KladkaDimension dimension;
  KladkaPeriodUnit unit;
  KladkaSpan months; /* cut to the plan's */
  guint n_periods;
  KladkaSpan *periods;
  GArray *rows;    /* KladkaGridRow */
  guint *row_ends; /* row behind the last below it */
  KladkaStands needs;
  KladkaStands supplies;
  KladkaCoverageCell *cells; /* row by row: periods, then the total */
};

static inline gboolean
kladka_dimension_is_share (KladkaDimension self)
{
  return self >= KLADKA_DIMENSION_DONOR;
}

static inline const KladkaStand *
kladka_stands_get (const KladkaStands *self, guint number, guint *ret_n)
{
  guint first = g_array_index (self->first, guint, number);

  *ret_n = g_array_index (self->first, guint, number + 1) - first;
  return &g_array_index (self->stands, KladkaStand, first);
}

/* The part with which it stands in the row or below it: of a tree, once however often; 0 = not at all. */
double kladka_stands_get_part (const KladkaStands *self, guint number, guint row, guint row_end);

/* Makes the rows, and where needs and supplies stand in them. */
void kladka_grid_make_rows (KladkaGrid *self);
/* Makes the cells. */
void kladka_grid_make_cells (KladkaGrid *self);

/* Gives each cell (of @n_rows x (periods + 1)) in which supply of one capability is left over by more than a quarter
 * its mark. */
void kladka_grid_mark_surplus (const KladkaGrid *self, guint8 *duplicated);

/* The periods that @months touch: half-open places. */
KladkaSpan kladka_grid_find_periods (const KladkaGrid *self, KladkaSpan months);

G_END_DECLS
