/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-grid-private.h"

/* Unused supply of one capability that stands in one row. */
typedef struct {
  guint row;
  int capability;
  guint unused;
} Left;

static int
compare_left (gconstpointer a, gconstpointer b)
{
  const Left *left = a;
  const Left *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  if (left->capability != right->capability)
    return left->capability < right->capability ? -1 : 1;
  return (left->unused > right->unused) - (left->unused < right->unused);
}

static const KladkaUnused *
get_unused (const KladkaGrid *self, guint unused)
{
  return &g_array_index (self->coverage->givings.unused, KladkaUnused, unused);
}

/* Only deliveries with a recipient, and only what is measured: an unknown amount exceeds nothing. */
static GArray *
collect (const KladkaGrid *self)
{
  GArray *lefts = g_array_new (FALSE, FALSE, sizeof (Left));

  for (guint i = 0; i < self->coverage->givings.unused->len; i++)
    {
      const KladkaUnused *unused = get_unused (self, i);
      const KladkaSupply *supply = kladka_coverage_get_supply (self->coverage, unused->supply);
      guint n;
      const KladkaStand *stands = kladka_stands_get (&self->supplies, unused->supply, &n);

      if (unused->left == 0 || supply->recipient == 0)
        continue;
      for (guint j = 0; j < n; j++)
        {
          Left left = { stands[j].row, supply->capability, i };

          g_array_append_val (lefts, left);
        }
    }
  g_array_sort (lefts, compare_left);
  return lefts;
}

/* Sums what is left in a month, and what the needs want that it may be given to: each once. */
static gboolean
is_surplus (const KladkaGrid *self, const Left *lefts, guint n, gint32 month, guint *seen, guint stamp)
{
  const KladkaReach *reach = &self->coverage->reach;
  double sum = 0;
  double wanted = 0;

  for (guint i = 0; i < n; i++)
    {
      const KladkaUnused *unused = get_unused (self, lefts[i].unused);
      const KladkaBin *bin = kladka_reach_get_bin (reach, kladka_coverage_get_supply (self->coverage, unused->supply));

      if (month < unused->from || month >= unused->to)
        continue;
      sum += unused->left;
      for (guint j = 0; j < bin->n; j++)
        {
          guint need = g_array_index (reach->reached, guint, bin->first + j);

          if (seen[need] != stamp && kladka_coverage_is_active (self->coverage, need, month))
            wanted += kladka_coverage_get_demand (self->coverage, need)->wanted;
          seen[need] = stamp;
        }
    }
  return wanted > 0 && sum * 4 > wanted;
}

static void
mark (const KladkaGrid *self, guint8 *duplicated, guint row, gint32 month)
{
  KladkaSpan periods = kladka_grid_find_periods (self, (KladkaSpan){ month, month + 1 });
  int above = row;

  for (; above >= 0; above = g_array_index (self->rows, KladkaGridRow, above).parent)
    {
      duplicated[above * (self->n_periods + 1) + periods.from] = TRUE;
      duplicated[above * (self->n_periods + 1) + self->n_periods] = TRUE;
    }
}

static void
mark_group (const KladkaGrid *self, guint8 *duplicated, const Left *lefts, guint n, guint *seen, guint *stamp)
{
  KladkaSpan months = { G_MAXINT32, G_MININT32 };

  for (guint i = 0; i < n; i++)
    {
      const KladkaUnused *unused = get_unused (self, lefts[i].unused);

      months.from = MIN (months.from, unused->from);
      months.to = MAX (months.to, unused->to);
    }
  months = kladka_span_cut (months, self->months);
  for (gint32 month = months.from; month < months.to; month++)
    if (is_surplus (self, lefts, n, month, seen, ++*stamp))
      mark (self, duplicated, lefts[0].row, month);
}

void
kladka_grid_mark_surplus (const KladkaGrid *self, guint8 *duplicated)
{
  g_autoptr (GArray) lefts = collect (self);
  g_autofree guint *seen = g_new0 (guint, self->coverage->demands->len + 1);
  guint stamp = 0;
  guint first = 0;

  for (guint i = 1; i <= lefts->len; i++)
    {
      const Left *begin = &g_array_index (lefts, Left, first);
      const Left *here = &g_array_index (lefts, Left, i);

      if (i < lefts->len && here->row == begin->row && here->capability == begin->capability)
        continue;
      mark_group (self, duplicated, begin, i - first, seen, &stamp);
      first = i;
    }
}
