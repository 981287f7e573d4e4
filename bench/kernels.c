/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "kernels.h"

#include <string.h>

double
kernel_coverage_sums (const BenchPlan *bench)
{
  static gint64 supply[BENCH_N_CAPABILITIES][BENCH_N_MONTHS + 1];
  static gint64 demand[BENCH_N_CAPABILITIES][BENCH_N_MONTHS + 1];
  double sum = 0;

  memset (supply, 0, sizeof supply);
  memset (demand, 0, sizeof demand);
  for (guint i = 0; i < bench->n_deliveries; i++)
    {
      const BenchDelivery *d = &bench->deliveries[i];

      supply[d->capability][d->from] += d->quantity;
      supply[d->capability][d->until + 1] -= d->quantity;
    }
  for (guint i = 0; i < bench->n_needs; i++)
    {
      const BenchNeed *n = &bench->needs[i];

      demand[n->capability][n->from] += n->quantity;
      demand[n->capability][n->until + 1] -= n->quantity;
    }
  for (guint c = 0; c < BENCH_N_CAPABILITIES; c++)
    for (guint m = 1; m < BENCH_N_MONTHS; m++)
      {
        supply[c][m] += supply[c][m - 1];
        demand[c][m] += demand[c][m - 1];
        if (demand[c][m] > 0)
          sum += MIN (1.0, (double)supply[c][m] / demand[c][m]);
      }
  return sum;
}

typedef struct {
  const BenchPlan *bench;
  guint *turns; /* deliveries in the order of turns */
  guint *starts;
  guint *by_key; /* needs by capability and recipient, higher priority first */
} Turns;

static int
compare_turns (gconstpointer a, gconstpointer b, gpointer data)
{
  const BenchDelivery *all = ((const BenchPlan *)data)->deliveries;
  const BenchDelivery *left = &all[*(const guint *)a];
  const BenchDelivery *right = &all[*(const guint *)b];

  if (left->certainty != right->certainty)
    return left->certainty - right->certainty;
  if ((left->need >= 0) != (right->need >= 0))
    return left->need >= 0 ? -1 : 1;
  if ((left->recipient >= 0) != (right->recipient >= 0))
    return left->recipient >= 0 ? -1 : 1;
  if (left->from != right->from)
    return left->from - right->from;
  return left < right ? -1 : 1;
}

static int
compare_needs (gconstpointer a, gconstpointer b, gpointer data)
{
  const BenchNeed *all = ((const BenchPlan *)data)->needs;
  const BenchNeed *left = &all[*(const guint *)a];
  const BenchNeed *right = &all[*(const guint *)b];

  if (left->capability != right->capability)
    return left->capability - right->capability;
  if (left->weight != right->weight)
    return right->weight - left->weight;
  return left->from != right->from ? left->from - right->from : (left < right ? -1 : 1);
}

static void
give (const BenchNeed *need, const BenchDelivery *delivery, gint32 *left_of_need, gint32 *left, double *sum)
{
  gint from = MAX (need->from, delivery->from);
  gint until = MIN (need->until, delivery->until);

  for (gint m = from; m <= until; m++)
    {
      gint32 given = MIN (left_of_need[m], left[m]);

      left_of_need[m] -= given;
      left[m] -= given;
      *sum += (double)given / need->quantity;
    }
}

double
kernel_coverage_turns (const BenchPlan *bench)
{
  g_autofree guint *turns = g_new (guint, bench->n_deliveries + 1);
  g_autofree guint *needs = g_new (guint, bench->n_needs + 1);
  g_autofree gint32 *open = g_new (gint32, (gsize)bench->n_needs * BENCH_N_MONTHS + 1);
  guint starts[BENCH_N_CAPABILITIES + 1] = { 0 };
  gint32 left[BENCH_N_MONTHS];
  double sum = 0;

  for (guint i = 0; i < bench->n_deliveries; i++)
    turns[i] = i;
  g_qsort_with_data (turns, bench->n_deliveries, sizeof *turns, compare_turns, (gpointer)bench);
  for (guint i = 0; i < bench->n_needs; i++)
    {
      needs[i] = i;
      starts[bench->needs[i].capability + 1]++;
      for (guint m = 0; m < BENCH_N_MONTHS; m++)
        open[(gsize)i * BENCH_N_MONTHS + m] = bench->needs[i].quantity;
    }
  for (guint c = 0; c < BENCH_N_CAPABILITIES; c++)
    starts[c + 1] += starts[c];
  g_qsort_with_data (needs, bench->n_needs, sizeof *needs, compare_needs, (gpointer)bench);
  for (guint t = 0; t < bench->n_deliveries; t++)
    {
      const BenchDelivery *d = &bench->deliveries[turns[t]];

      for (guint m = 0; m < BENCH_N_MONTHS; m++)
        left[m] = d->quantity;
      if (d->need >= 0)
        {
          give (&bench->needs[d->need], d, open + (gsize)d->need * BENCH_N_MONTHS, left, &sum);
          continue;
        }
      for (guint i = starts[d->capability]; i < starts[d->capability + 1]; i++)
        if (d->recipient < 0 || bench->needs[needs[i]].recipient == d->recipient)
          give (&bench->needs[needs[i]], d, open + (gsize)needs[i] * BENCH_N_MONTHS, left, &sum);
    }
  return sum;
}

KernelTitles *
kernel_titles_new (const KladkaPlan *plan)
{
  KernelTitles *self = g_new0 (KernelTitles, 1);
  GString *text = g_string_new (NULL);
  const KladkaRecord *record;

  for (guint slot = 0; kladka_plan_next (plan, KLADKA_TYPE_PROJECT, &slot, &record);)
    {
      const KladkaProject *project = (const KladkaProject *)record;
      g_autofree char *joined = g_strjoin (" ", project->title.in[0], project->title.in[1], project->title.in[2], NULL);
      g_autofree char *folded = kladka_text_fold (joined);

      g_string_append_len (text, folded, strlen (folded) + 1);
      self->n++;
    }
  self->length = text->len;
  self->text = g_string_free (text, FALSE);
  return self;
}

void
kernel_titles_free (KernelTitles *self)
{
  g_free (self->text);
  g_free (self);
}

guint
kernel_titles_scan (const KernelTitles *self, const char *word)
{
  const char *end = self->text + self->length;
  const char *at = self->text;
  gsize length = strlen (word);
  guint n = 0;

  while ((at = memmem (at, end - at, word, length)) != NULL)
    {
      n++;
      at += strlen (at) + 1;
      if (at >= end)
        break;
    }
  return n;
}
