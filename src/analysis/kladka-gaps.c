/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-coverage.h"

#include "kladka-coverage-private.h"

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const KladkaGap *left = a;
  const KladkaGap *right = b;

  return (left->gap_months < right->gap_months) - (left->gap_months > right->gap_months);
}

static KladkaGap
measure (const KladkaCoverage *self, guint need, KladkaSpan months, KladkaStretches *room)
{
  const KladkaDemand *demand = kladka_coverage_get_demand (self, need);
  KladkaGap gap = { demand->need, 0, 0 };
  gint32 n_months = 0;

  kladka_stretches_read (room, self, need);
  for (guint i = 0; i < room->stretches->len; i++)
    {
      const KladkaStretch *stretch = kladka_stretches_get (room, i);
      KladkaSpan cut = kladka_span_cut ((KladkaSpan){ stretch->from, stretch->to }, months);

      n_months += cut.to - cut.from;
      gap.cover += stretch->counted * (cut.to - cut.from);
      gap.gap_months += (1 - stretch->counted) * (cut.to - cut.from) * demand->weight;
    }
  if (n_months > 0)
    gap.cover /= n_months;
  return gap;
}

KladkaSpan
kladka_coverage_get_months_ahead (const KladkaCoverage *self)
{
  KladkaSpan ahead = self->months;

  ahead.from = CLAMP (kladka_month_of_day (self->spec.as_of), ahead.from, ahead.to);
  return ahead;
}

GArray *
kladka_coverage_dup_gaps (const KladkaCoverage *self, KladkaSpan months)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (KladkaGap));
  KladkaSpan cut = kladka_span_cut (months, self->months);
  g_auto (KladkaStretches) room;

  kladka_stretches_init (&room);
  for (guint i = 0; i < self->demands->len; i++)
    {
      KladkaGap gap = measure (self, i, cut, &room);

      if (gap.gap_months > 1e-9)
        g_array_append_val (gaps, gap);
    }
  /* A stable sort: gaps alike stay in the order of ids. */
  g_array_sort (gaps, compare_gaps);
  return gaps;
}

double
kladka_coverage_sum_gaps (const KladkaCoverage *self, KladkaSpan months)
{
  g_autoptr (GArray) gaps = kladka_coverage_dup_gaps (self, months);
  double sum = 0;

  for (guint i = 0; i < gaps->len; i++)
    sum += g_array_index (gaps, KladkaGap, i).gap_months;
  return sum;
}
