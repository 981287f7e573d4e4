/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures Kladka against what plain C needs for the same work. Ratios of CPU time only: machines differ. */

#include "bench-pair.h"
#include "bench-plan.h"
#include "kernels.h"
#include "kladka-coverage.h"
#include "kladka-search.h"

#include <stdlib.h>

typedef struct {
  BenchPlan *plan;
  KladkaSearch *search;
  KernelTitles *titles;
  guint64 *bits;
  gpointer from;
  gpointer to;
  double sink;
} Bench;

#define AS_OF 20780 /* 2026-11-23 */

static void
run_coverage (gpointer data)
{
  Bench *self = data;
  KladkaCoverageSpec spec = { AS_OF, FALSE, KLADKA_CERTAINTY_END_UNKNOWN };
  g_autoptr (KladkaCoverage) coverage = kladka_coverage_new (self->plan->plan, &spec);

  self->sink += kladka_coverage_get_n_needs (coverage);
}

static void
run_sums (gpointer data)
{
  ((Bench *)data)->sink += kernel_coverage_sums (((Bench *)data)->plan);
}

static void
run_turns (gpointer data)
{
  ((Bench *)data)->sink += kernel_coverage_turns (((Bench *)data)->plan);
}

static void
run_search (gpointer data)
{
  Bench *self = data;

  self->sink += kladka_search_run (self->search, KLADKA_TYPE_PROJECT, "реєстр", self->bits);
}

static void
run_scan (gpointer data)
{
  Bench *self = data;

  self->sink += kernel_titles_scan (self->titles, "реєстр");
}

static void
measure (guint n_projects)
{
  g_autoptr (BenchPlan) plan = bench_plan_new (n_projects);
  Bench bench = { .plan = plan };

  bench.search = kladka_search_new (plan->plan, NULL);
  bench.titles = kernel_titles_new (plan->plan);
  bench.bits = g_new (guint64, kladka_plan_get_n_slots (plan->plan, KLADKA_TYPE_PROJECT) / 64 + 1);
  bench_pair ("coverage / sums", n_projects, run_coverage, &bench, run_sums, &bench);
  bench_pair ("coverage / turns over arrays", n_projects, run_coverage, &bench, run_turns, &bench);
  bench_pair ("search / scan of folded titles", n_projects, run_search, &bench, run_scan, &bench);
  kladka_search_unref (bench.search);
  kernel_titles_free (bench.titles);
  g_free (bench.bits);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 100, 1000, 10000, 100000 };
  guint most = argc > 1 ? atoi (argv[1]) : 100000;

  g_print ("%-34s %7s  %10s  %10s  %8s\n", "measure", "size", "ours ms", "reference", "ratio");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i] <= most)
      measure (sizes[i]);
  return 0;
}
