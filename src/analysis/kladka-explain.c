/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-coverage.h"

#include "kladka-grid-private.h"

#include <string.h>

static void
free_need (gpointer data)
{
  KladkaExplainedNeed *need = data;

  g_array_unref (need->givings);
  g_free (need);
}

void
kladka_explanation_free (KladkaExplanation *self)
{
  g_ptr_array_unref (self->needs);
  g_ptr_array_unref (self->unused);
  g_free (self);
}

/* Lengthens the giving that goes on, or begins a new one. */
static void
add_giving (GArray *givings, const KladkaExplainedGiving *giving)
{
  for (guint i = givings->len; i-- > 0;)
    {
      KladkaExplainedGiving *before = &g_array_index (givings, KladkaExplainedGiving, i);

      if (before->delivery == giving->delivery && before->months.to == giving->months.from
          && before->given == giving->given && before->share == giving->share && before->certainty == giving->certainty)
        {
          before->months.to = giving->months.to;
          return;
        }
    }
  g_array_append_val (givings, *giving);
}

/* @row < 0: all that was given; else only what the row's projects gave. */
static double
explain_stretch (const KladkaGrid *self,
                 int row,
                 guint need,
                 const KladkaStretches *room,
                 const KladkaStretch *stretch,
                 KladkaSpan months,
                 GArray *givings)
{
  const KladkaCoverage *coverage = self->coverage;
  double counted = 0;

  for (guint i = 0; i < stretch->n; i++)
    {
      const KladkaGift *gift = kladka_stretches_get_gift (room, stretch, i);
      double part = row < 0 ? 1 : kladka_stands_get_part (&self->supplies, gift->supply, row, row + 1);
      KladkaExplainedGiving giving = { .delivery = kladka_coverage_get_supply (coverage, gift->supply)->delivery,
                                       .months = months,
                                       .given = gift->measured ? gift->amount : 0,
                                       .part = part,
                                       .share = kladka_coverage_get_gift_share (coverage, need, gift) * part,
                                       .certainty = gift->certainty };

      if (part <= 0)
        continue;
      add_giving (givings, &giving);
      if (gift->certainty <= coverage->spec.line)
        counted += giving.share;
    }
  return row < 0 ? stretch->counted : counted;
}

static KladkaExplainedNeed *
explain_need (const KladkaGrid *self, int row, guint need, KladkaSpan months, KladkaStretches *room)
{
  const KladkaDemand *demand = kladka_coverage_get_demand (self->coverage, need);
  KladkaExplainedNeed *explained = g_new0 (KladkaExplainedNeed, 1);

  kladka_stretches_read (room, self->coverage, need);
  explained->need = demand->need;
  explained->weight = demand->weight;
  explained->months = kladka_span_cut ((KladkaSpan){ demand->from, demand->to }, months);
  explained->givings = g_array_new (FALSE, FALSE, sizeof (KladkaExplainedGiving));
  for (guint i = 0; i < room->stretches->len; i++)
    {
      const KladkaStretch *stretch = kladka_stretches_get (room, i);
      KladkaSpan cut = kladka_span_cut ((KladkaSpan){ stretch->from, stretch->to }, months);

      if (cut.from >= cut.to)
        continue;
      explained->cover +=
          explain_stretch (self, row, need, room, stretch, cut, explained->givings) * (cut.to - cut.from);
      explained->amount_unknown |= kladka_coverage_is_amount_unknown (self->coverage, need, cut.from);
    }
  explained->cover /= MAX (explained->months.to - explained->months.from, 1);
  return explained;
}

static void
explain_needs (const KladkaGrid *self, guint row, KladkaSpan months, GPtrArray *needs)
{
  gboolean is_share = kladka_dimension_is_share (self->dimension);
  g_auto (KladkaStretches) room;

  kladka_stretches_init (&room);
  for (guint i = 0; i < self->coverage->demands->len; i++)
    {
      const KladkaDemand *demand = kladka_coverage_get_demand (self->coverage, i);
      KladkaExplainedNeed *explained;

      if (demand->weight == 0 || demand->from >= months.to || demand->to <= months.from)
        continue;
      if (!is_share && kladka_stands_get_part (&self->needs, i, row, self->row_ends[row]) <= 0)
        continue;
      explained = explain_need (self, is_share ? (int)row : -1, i, months, &room);
      /* A donor's row rests on all needs; only those to which it gave say something. */
      if (is_share && explained->givings->len == 0)
        free_need (explained);
      else
        g_ptr_array_add (needs, explained);
    }
}

static int
compare_deliveries (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KladkaDelivery *left = *(const KladkaDelivery *const *)a;
  const KladkaDelivery *right = *(const KladkaDelivery *const *)b;

  return strcmp (kladka_plan_get_id (user_data, &left->base), kladka_plan_get_id (user_data, &right->base));
}

static void
explain_unused (const KladkaGrid *self, guint row, KladkaSpan months, GPtrArray *deliveries)
{
  GArray *all = self->coverage->givings.unused;

  for (guint i = 0; i < all->len; i++)
    {
      const KladkaUnused *unused = &g_array_index (all, KladkaUnused, i);
      const KladkaDelivery *delivery = kladka_coverage_get_supply (self->coverage, unused->supply)->delivery;

      if (unused->from < months.to && unused->to > months.from && !g_ptr_array_find (deliveries, delivery, NULL)
          && kladka_stands_get_part (&self->supplies, unused->supply, row, self->row_ends[row]) > 0)
        g_ptr_array_add (deliveries, (gpointer)delivery);
    }
  g_ptr_array_sort_with_data (deliveries, compare_deliveries, self->coverage->plan);
}

KladkaExplanation *
kladka_grid_explain (const KladkaGrid *self, guint row, guint period)
{
  KladkaExplanation *explanation = g_new0 (KladkaExplanation, 1);
  KladkaSpan months = self->months;

  if (period < self->n_periods)
    months = kladka_span_cut (self->periods[period], self->months);
  explanation->cell = *kladka_grid_get_cell (self, row, period);
  explanation->needs = g_ptr_array_new_with_free_func (free_need);
  explanation->unused = g_ptr_array_new ();
  explanation->line = self->coverage->spec.line;
  explanation->is_share = kladka_dimension_is_share (self->dimension);
  explain_needs (self, row, months, explanation->needs);
  explain_unused (self, row, months, explanation->unused);
  return explanation;
}
