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
