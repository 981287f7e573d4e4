/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-grid-private.h"

/* Sums of doubles miss a threshold by less than this. */
#define SLACK 1e-9

#define COVER_NONE 0.005
#define COVER_WHOLE 0.995
#define LAPSE_MUCH 0.1

/* What a cell adds up before it is judged. */
typedef struct {
  double weight;
  double counted;
  double by[KLADKA_N_CERTAINTIES];
  double lost;
  double unmeasured; /* weight of needs without quantity, and weight x cover of others from supply without */
  gboolean unknown;
  gboolean imprecise;
  gboolean unused;
  gboolean lapsing;
  gboolean duplicated;
} Sum;

typedef struct {
  const KladkaGrid *grid;
  Sum *sums;
  guint8 *duplicated;
  double *lapses;    /* rows x months of the plan: weight x lapse */
  double *continued; /* rows x months: weight of needs active in the month and the next */
  gsize n_months;
  KladkaStretches room; /* of the need just added */
} Maker;

static guint
get_n_columns (const KladkaGrid *grid)
{
  return grid->n_periods + 1;
}

/* Weight x cover, over the months of a stretch that lie in a cell. */
static void
add_stretch (Sum *sum, const KladkaDemand *demand, const KladkaStretch *stretch, guint n_months)
{
  double weight = (double)demand->weight * n_months;

  sum->weight += weight;
  sum->counted += weight * stretch->counted;
  for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
    sum->by[certainty] += weight * stretch->cover[certainty];
  sum->lost += weight * stretch->lost;
  sum->unmeasured += demand->wanted == 0 ? weight : weight * stretch->unmeasured;
}

/* What rests on planned supply changes no state and no mark. */
static gboolean
is_imprecise (const Maker *maker, const KladkaDemand *demand, const KladkaStretch *stretch)
{
  const KladkaCoverage *coverage = maker->grid->coverage;

  if (demand->imprecise)
    return TRUE;
  for (guint i = 0; i < stretch->n; i++)
    {
      const KladkaGift *gift = kladka_stretches_get_gift (&maker->room, stretch, i);

      if (gift->certainty <= coverage->spec.line && kladka_coverage_get_supply (coverage, gift->supply)->imprecise)
        return TRUE;
    }
  return FALSE;
}

static void
add_to_row (Maker *maker, guint row, const KladkaDemand *demand, const KladkaStretch *stretch)
{
  const KladkaGrid *grid = maker->grid;
  const KladkaCoverage *coverage = grid->coverage;
  Sum *sums = maker->sums + (gsize)row * get_n_columns (grid);
  KladkaSpan months = kladka_span_cut ((KladkaSpan){ stretch->from, stretch->to }, grid->months);
  KladkaSpan periods = kladka_grid_find_periods (grid, months);
  gboolean unknown = (stretch->unknown & ((2u << coverage->spec.line) - 1)) != 0;
  gboolean imprecise = is_imprecise (maker, demand, stretch);

  if (periods.from >= periods.to)
    return;
  for (gint32 i = periods.from; i <= periods.to; i++)
    {
      Sum *sum = &sums[i < periods.to ? (guint)i : grid->n_periods];
      KladkaSpan cut = i < periods.to ? kladka_span_cut (months, grid->periods[i]) : months;

      add_stretch (sum, demand, stretch, cut.to - cut.from);
      sum->unknown |= unknown;
      sum->imprecise |= imprecise;
      sum->duplicated |= stretch->duplicated;
    }
}

/* A need of weight 0 is one that the plan does not want to count: it stands in no row. */
static void
add_need (Maker *maker, guint need)
{
  const KladkaCoverage *coverage = maker->grid->coverage;
  const KladkaDemand *demand = kladka_coverage_get_demand (coverage, need);
  guint n;
  const KladkaStand *stands = kladka_stands_get (&maker->grid->needs, need, &n);

  if (demand->weight == 0)
    return;
  kladka_stretches_read (&maker->room, coverage, need);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < maker->room.stretches->len; j++)
      add_to_row (maker, stands[i].row, demand, kladka_stretches_get (&maker->room, j));
}

static void
add_lapses (Maker *maker, guint need)
{
  const KladkaCoverage *coverage = maker->grid->coverage;
  const KladkaMonthlies *lapses = &coverage->givings.lapses;
  const KladkaDemand *demand = kladka_coverage_get_demand (coverage, need);
  guint n;
  const KladkaStand *stands = kladka_stands_get (&maker->grid->needs, need, &n);

  for (guint i = 0; i < n; i++)
    {
      gsize row = stands[i].row * maker->n_months;

      for (gint32 month = demand->from; month + 1 < demand->to; month++)
        maker->continued[row + month - coverage->months.from] += demand->weight;
      for (guint j = lapses->first[need]; j < lapses->first[need + 1]; j++)
        {
          const KladkaMonthly *lapse = &g_array_index (lapses->figures, KladkaMonthly, j);

          maker->lapses[row + lapse->month - coverage->months.from] += demand->weight * lapse->amount;
        }
    }
}

static void
add_unused (Maker *maker)
{
  const KladkaGrid *grid = maker->grid;
  GArray *all = grid->coverage->givings.unused;

  for (guint i = 0; i < all->len; i++)
    {
      const KladkaUnused *unused = &g_array_index (all, KladkaUnused, i);
      gboolean imprecise = kladka_coverage_get_supply (grid->coverage, unused->supply)->imprecise;
      KladkaSpan periods = kladka_grid_find_periods (grid, (KladkaSpan){ unused->from, unused->to });
      guint n;
      const KladkaStand *stands = kladka_stands_get (&grid->supplies, unused->supply, &n);

      for (guint j = 0; j < n && periods.from < periods.to; j++)
        for (gint32 k = periods.from; k <= periods.to; k++)
          {
            Sum *sum = &maker->sums[(gsize)stands[j].row * get_n_columns (grid)
                                    + (k < periods.to ? (guint)k : grid->n_periods)];

            sum->unused = TRUE;
            sum->imprecise |= imprecise;
          }
    }
}

static void
add_sum (Sum *sum, const Sum *below)
{
  sum->weight += below->weight;
  sum->counted += below->counted;
  for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
    sum->by[certainty] += below->by[certainty];
  sum->lost += below->lost;
  sum->unmeasured += below->unmeasured;
  sum->unknown |= below->unknown;
  sum->imprecise |= below->imprecise;
  sum->unused |= below->unused;
  sum->duplicated |= below->duplicated;
}

/* Rows hold all below them: from the last row up, because parents come before children. */
static void
add_children (Maker *maker)
{
  const KladkaGrid *grid = maker->grid;
  guint n_columns = get_n_columns (grid);

  for (guint row = grid->rows->len; row-- > 0;)
    {
      int parent = kladka_grid_get_row (grid, row)->parent;

      if (parent < 0)
        continue;
      for (guint i = 0; i < n_columns; i++)
        add_sum (&maker->sums[(gsize)parent * n_columns + i], &maker->sums[(gsize)row * n_columns + i]);
      for (gsize i = 0; i < maker->n_months; i++)
        {
          maker->lapses[parent * maker->n_months + i] += maker->lapses[row * maker->n_months + i];
          maker->continued[parent * maker->n_months + i] += maker->continued[row * maker->n_months + i];
        }
    }
}

static void
mark_lapsing (Maker *maker)
{
  const KladkaGrid *grid = maker->grid;
  KladkaSpan plan = grid->coverage->months;

  for (guint row = 0; row < grid->rows->len; row++)
    for (gint32 month = grid->months.from; month < grid->months.to && month + 1 < plan.to; month++)
      {
        gsize at = row * maker->n_months + month - plan.from;
        Sum *sums = maker->sums + (gsize)row * get_n_columns (grid);

        if (maker->continued[at] <= 0 || maker->lapses[at] < LAPSE_MUCH * maker->continued[at] - SLACK)
          continue;
        sums[kladka_grid_find_periods (grid, (KladkaSpan){ month, month + 1 }).from].lapsing = TRUE;
        sums[grid->n_periods].lapsing = TRUE;
      }
}

static KladkaCellState
judge (const Sum *sum, double cover)
{
  if (sum->weight <= 0)
    return sum->unused ? KLADKA_STATE_UNASKED : KLADKA_STATE_NOT_RECORDED;
  if (cover < COVER_NONE - SLACK)
    return sum->unknown ? KLADKA_STATE_AMOUNT_UNKNOWN : KLADKA_STATE_GAP;
  if (sum->lapsing)
    return KLADKA_STATE_LAPSING;
  if (cover < COVER_WHOLE - SLACK)
    return KLADKA_STATE_PARTLY;
  return sum->duplicated ? KLADKA_STATE_DUPLICATED : KLADKA_STATE_COVERED;
}

static guint
find_marks (const Sum *sum, KladkaCertainty line)
{
  guint marks = 0;
  double end_unknown = line >= KLADKA_CERTAINTY_END_UNKNOWN ? sum->by[KLADKA_CERTAINTY_END_UNKNOWN] : 0;

  if (sum->lapsing)
    marks |= KLADKA_MARK_LAPSING;
  if (sum->duplicated)
    marks |= KLADKA_MARK_DUPLICATED;
  if (end_unknown * 2 > sum->counted + SLACK)
    marks |= KLADKA_MARK_END_UNKNOWN;
  if (sum->imprecise)
    marks |= KLADKA_MARK_IMPRECISE;
  if (sum->weight > 0 && sum->unmeasured * 2 > sum->weight + SLACK)
    marks |= KLADKA_MARK_NOT_MEASURED;
  return marks;
}

static KladkaCoverageCell
make_cell (const Sum *sum, KladkaCertainty line)
{
  KladkaCoverageCell cell = { .weight = sum->weight, .has_unused = sum->unused };

  if (sum->weight > 0)
    {
      cell.cover = MIN (sum->counted / sum->weight, 1);
      for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
        cell.by[certainty] = sum->by[certainty] / sum->weight;
      /* What stopped would come earlier in turn were it running, and could so push others off single needs. */
      cell.lost = MAX (sum->lost / sum->weight, 0);
      cell.gap_months = MAX (sum->weight - sum->counted, 0);
    }
  cell.state = judge (sum, cell.cover);
  cell.marks = find_marks (sum, line);
  return cell;
}

/* Shares: all needs are asked of everybody, and a row holds what its projects gave. */
static void
add_gifts (Maker *maker, guint need, const KladkaStretch *stretch)
{
  const KladkaGrid *grid = maker->grid;
  const KladkaCoverage *coverage = grid->coverage;
  const KladkaDemand *demand = kladka_coverage_get_demand (coverage, need);
  KladkaSpan months = kladka_span_cut ((KladkaSpan){ stretch->from, stretch->to }, grid->months);
  KladkaSpan periods = kladka_grid_find_periods (grid, months);

  for (guint i = 0; i < stretch->n && periods.from < periods.to; i++)
    {
      const KladkaGift *gift = kladka_stretches_get_gift (&maker->room, stretch, i);
      double share = kladka_coverage_get_gift_share (coverage, need, gift);
      gboolean counted = gift->certainty <= coverage->spec.line;
      guint n;
      const KladkaStand *stands = kladka_stands_get (&grid->supplies, gift->supply, &n);

      for (guint j = 0; j < n; j++)
        for (gint32 k = periods.from; k <= periods.to; k++)
          {
            guint column = k < periods.to ? (guint)k : grid->n_periods;
            Sum *sum = &maker->sums[(gsize)stands[j].row * get_n_columns (grid) + column];
            KladkaSpan cut = k < periods.to ? kladka_span_cut (months, grid->periods[k]) : months;
            double given = (double)demand->weight * (cut.to - cut.from) * share * stands[j].part;

            sum->by[gift->certainty] += given;
            sum->counted += counted ? given : 0;
            sum->unmeasured += counted && !gift->measured ? given : 0;
            sum->imprecise |=
                counted && (demand->imprecise || kladka_coverage_get_supply (coverage, gift->supply)->imprecise);
          }
    }
}

/* The weight of all needs by period, the same for each row. */
static void
add_weights (Maker *maker)
{
  const KladkaGrid *grid = maker->grid;
  guint n_columns = get_n_columns (grid);
  g_autofree double *weights = g_new0 (double, n_columns);

  for (guint need = 0; need < grid->coverage->demands->len; need++)
    {
      const KladkaDemand *demand = kladka_coverage_get_demand (grid->coverage, need);
      KladkaSpan months = kladka_span_cut ((KladkaSpan){ demand->from, demand->to }, grid->months);
      KladkaSpan periods = kladka_grid_find_periods (grid, months);

      weights[grid->n_periods] += (double)demand->weight * (months.to - months.from);
      for (gint32 i = periods.from; i < periods.to; i++)
        {
          KladkaSpan cut = kladka_span_cut (months, grid->periods[i]);

          weights[i] += (double)demand->weight * (cut.to - cut.from);
        }
    }
  for (gsize i = 0; i < (gsize)grid->rows->len * n_columns; i++)
    maker->sums[i].weight = weights[i % n_columns];
}

static void
add_shares (Maker *maker)
{
  const KladkaCoverage *coverage = maker->grid->coverage;

  for (guint need = 0; need < coverage->demands->len; need++)
    {
      kladka_stretches_read (&maker->room, coverage, need);
      for (guint i = 0; i < maker->room.stretches->len; i++)
        add_gifts (maker, need, kladka_stretches_get (&maker->room, i));
    }
  add_weights (maker);
}

/* A share is no cover of a row: whoever gives nothing leaves no gap, and lapses and duplicates are of needs. */
static KladkaCoverageCell
make_share_cell (const Sum *sum, KladkaCertainty line)
{
  KladkaCoverageCell cell = make_cell (sum, line);

  cell.gap_months = 0;
  cell.marks = find_marks (sum, line) & (KLADKA_MARK_END_UNKNOWN | KLADKA_MARK_IMPRECISE);
  if (sum->counted > 0 && sum->unmeasured * 2 > sum->counted + SLACK)
    cell.marks |= KLADKA_MARK_NOT_MEASURED;
  if (sum->weight > 0 && sum->counted <= 0)
    cell.state = KLADKA_STATE_NOT_RECORDED;
  else if (cell.state == KLADKA_STATE_GAP)
    cell.state = KLADKA_STATE_PARTLY;
  return cell;
}

static void
add_cover (Maker *maker)
{
  const KladkaGrid *grid = maker->grid;

  for (guint need = 0; need < grid->coverage->demands->len; need++)
    {
      add_need (maker, need);
      add_lapses (maker, need);
    }
  add_children (maker);
  mark_lapsing (maker);
  kladka_grid_mark_surplus (grid, maker->duplicated);
}

void
kladka_grid_make_cells (KladkaGrid *self)
{
  gsize n = (gsize)self->rows->len * get_n_columns (self);
  gsize n_months = MAX (self->coverage->months.to - self->coverage->months.from, 0);
  gboolean is_share = kladka_dimension_is_share (self->dimension);
  g_autofree Sum *sums = g_new0 (Sum, n + 1);
  g_autofree guint8 *duplicated = g_new0 (guint8, n + 1);
  g_autofree double *lapses = g_new0 (double, is_share ? 1 : self->rows->len *n_months + 1);
  g_autofree double *continued = g_new0 (double, is_share ? 1 : self->rows->len *n_months + 1);
  Maker maker = { self, sums, duplicated, lapses, continued, n_months, { NULL, NULL, NULL } };

  self->cells = g_new0 (KladkaCoverageCell, n + 1);
  kladka_stretches_init (&maker.room);
  add_unused (&maker);
  if (is_share)
    add_shares (&maker);
  else
    add_cover (&maker);
  kladka_stretches_clear (&maker.room);
  for (gsize i = 0; i < n; i++)
    {
      sums[i].duplicated |= duplicated[i];
      self->cells[i] = is_share ? make_share_cell (&sums[i], self->coverage->spec.line)
                                : make_cell (&sums[i], self->coverage->spec.line);
    }
}
