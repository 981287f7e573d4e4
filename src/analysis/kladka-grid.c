/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-coverage.h"

#include "kladka-grid-private.h"

static guint
count_unit (KladkaPeriodUnit unit)
{
  return unit == KLADKA_PERIOD_YEAR ? 12 : unit == KLADKA_PERIOD_QUARTER ? 3 : 1;
}

static void
make_periods (KladkaGrid *self, KladkaSpan months)
{
  KladkaSpan plan = self->coverage->months;
  gint32 unit = count_unit (self->unit);
  gint32 first;

  self->months = kladka_span_cut (months, plan);
  if (self->months.from >= self->months.to)
    return;
  first = self->months.from - self->months.from % unit;
  self->n_periods = (self->months.to - first + unit - 1) / unit;
  self->periods = g_new (KladkaSpan, self->n_periods);
  for (guint i = 0; i < self->n_periods; i++)
    self->periods[i] = (KladkaSpan){ first + unit * i, first + unit * (i + 1) };
  /* Widened to whole periods, but not beyond the plan. */
  self->months = kladka_span_cut ((KladkaSpan){ first, self->periods[self->n_periods - 1].to }, plan);
}

KladkaGrid *
kladka_grid_new (const KladkaCoverage *coverage, KladkaDimension dimension, KladkaPeriodUnit unit, KladkaSpan months)
{
  KladkaGrid *self = g_new0 (KladkaGrid, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->coverage = kladka_coverage_ref (coverage);
  self->dimension = dimension;
  self->unit = unit;
  make_periods (self, months);
  kladka_grid_make_rows (self);
  kladka_grid_make_cells (self);
  return self;
}

KladkaGrid *
kladka_grid_ref (const KladkaGrid *self)
{
  g_atomic_ref_count_inc (&((KladkaGrid *)self)->ref_count);
  return (KladkaGrid *)self;
}

static void
clear_stands (KladkaStands *stands)
{
  g_array_unref (stands->stands);
  g_array_unref (stands->first);
}

void
kladka_grid_unref (KladkaGrid *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  clear_stands (&self->needs);
  clear_stands (&self->supplies);
  g_array_unref (self->rows);
  g_free (self->row_ends);
  g_free (self->periods);
  g_free (self->cells);
  kladka_coverage_unref (self->coverage);
  g_free (self);
}

const KladkaCoverage *
kladka_grid_get_coverage (const KladkaGrid *self)
{
  return self->coverage;
}

KladkaDimension
kladka_grid_get_dimension (const KladkaGrid *self)
{
  return self->dimension;
}

KladkaPeriodUnit
kladka_grid_get_unit (const KladkaGrid *self)
{
  return self->unit;
}

guint
kladka_grid_get_n_rows (const KladkaGrid *self)
{
  return self->rows->len;
}

const KladkaGridRow *
kladka_grid_get_row (const KladkaGrid *self, guint row)
{
  return &g_array_index (self->rows, KladkaGridRow, row);
}

guint
kladka_grid_get_n_periods (const KladkaGrid *self)
{
  return self->n_periods;
}

KladkaSpan
kladka_grid_get_period (const KladkaGrid *self, guint period)
{
  return self->periods[period];
}

KladkaSpan
kladka_grid_find_periods (const KladkaGrid *self, KladkaSpan months)
{
  gint32 unit = count_unit (self->unit);
  KladkaSpan cut = kladka_span_cut (months, self->months);

  if (cut.from >= cut.to)
    return (KladkaSpan){ 0, 0 };
  return (KladkaSpan){ (cut.from - self->periods[0].from) / unit, (cut.to - 1 - self->periods[0].from) / unit + 1 };
}

const KladkaCoverageCell *
kladka_grid_get_cell (const KladkaGrid *self, guint row, guint period)
{
  return &self->cells[row * (self->n_periods + 1) + period];
}

const KladkaCoverageCell *
kladka_grid_get_row_total (const KladkaGrid *self, guint row)
{
  return kladka_grid_get_cell (self, row, self->n_periods);
}
