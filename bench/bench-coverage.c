/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-coverage.h"

#include <math.h>
#include <stdlib.h>

#include "bench-pair.h"
#include "kernels.h"
#include "kladka-coverage.h"

/* Keeps the compiler from dropping work whose result nobody reads. */
static volatile double sink;

static KladkaCoverage *
cover (const BenchPlan *bench, KladkaCertainty line)
{
  KladkaCoverageSpec spec = { BENCH_AS_OF, FALSE, line };

  return kladka_coverage_new (bench->plan, &spec);
}

static void
run_coverage (gpointer data)
{
  g_autoptr (KladkaCoverage) coverage = cover (data, KLADKA_CERTAINTY_END_UNKNOWN);

  sink = kladka_coverage_get_n_needs (coverage);
}

static void
run_sums (gpointer data)
{
  sink = kernel_coverage_sums (data);
}

static void
run_turns (gpointer data)
{
  sink = kernel_coverage_turns (data, BENCH_AS_OF_MONTH).cover;
}

/* A figure of all needs in all months. */
static double
sum_up (const KladkaCoverage *coverage, double (*get) (const KladkaCoverage *, guint, gint32))
{
  KladkaSpan months = kladka_coverage_get_months (coverage);
  double sum = 0;

  for (guint need = 0; need < kladka_coverage_get_n_needs (coverage); need++)
    for (gint32 month = months.from; month < months.to; month++)
      if (kladka_coverage_is_active (coverage, need, month))
        sum += get (coverage, need, month);
  return sum;
}

static void
check_same (const char *what, double ours, double kernel)
{
  if (fabs (ours - kernel) <= 1e-9 * fabs (ours))
    return;
  g_printerr ("bench: the kernel finds %.9g of %s, we find %.9g\n", kernel, what, ours);
  exit (1);
}

static void
check_kernel (const BenchPlan *bench)
{
  g_autoptr (KladkaCoverage) counted = cover (bench, KLADKA_CERTAINTY_END_UNKNOWN);
  g_autoptr (KladkaCoverage) all = cover (bench, KLADKA_CERTAINTY_PLANNED);
  KernelCoverage kernel = kernel_coverage_turns (bench, BENCH_AS_OF_MONTH);

  check_same ("cover", sum_up (all, kladka_coverage_get_counted), kernel.cover);
  check_same ("lapses", sum_up (counted, kladka_coverage_get_lapse), kernel.lapses);
}

void
bench_coverage (const BenchPlan *bench, guint n_projects)
{
  gsize n_bytes = bench->n_deliveries * sizeof (BenchDelivery) + bench->n_needs * sizeof (BenchNeed);

  check_kernel (bench);
  bench_pair (BENCH_COVERAGE, n_projects, run_coverage, (gpointer)bench, run_turns, (gpointer)bench);
  bench_pair ("coverage / sums without turns", n_projects, run_coverage, (gpointer)bench, run_sums, (gpointer)bench);
  bench_pair_with_copy ("  its kernel / copy of the arrays", n_projects, run_turns, (gpointer)bench, n_bytes);
  bench_pair_with_copy ("  sums / copy of the arrays", n_projects, run_sums, (gpointer)bench, n_bytes);
}
