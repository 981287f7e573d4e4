/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-pair.h"

#include <stdlib.h>
#include <time.h>

#define MIN_PAIRS 9
#define MAX_PAIRS 41
#define TURN_SECONDS 0.004 /* a turn is at least this long, so that the clock's grain does not matter */
#define TOTAL_SECONDS 1.5

double
bench_cpu_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

static double
run (BenchFunc func, gpointer data, guint times)
{
  double start = bench_cpu_now ();

  for (guint i = 0; i < times; i++)
    func (data);
  return (bench_cpu_now () - start) / times;
}

/* The first run warms up and tells how often a turn must run it. */
static guint
find_times (BenchFunc func, gpointer data)
{
  double once = run (func, data, 1);

  once = MIN (once, run (func, data, 1));
  return CLAMP ((guint)(TURN_SECONDS / MAX (once, 1e-9)), 1, 1000000);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a;
  double right = *(const double *)b;

  return (left > right) - (left < right);
}

static double
get_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

double
bench_print (const char *name, guint size, double *ours, double *reference, double *ratios, guint n)
{
  double ratio = get_median (ratios, n);

  g_print ("%-34s %7u  %10.3f  %10.3f  %8.2f\n", name, size, get_median (ours, n), get_median (reference, n), ratio);
  return ratio;
}

double
bench_pair (const char *name,
            guint size,
            BenchFunc ours,
            gpointer ours_data,
            BenchFunc reference,
            gpointer reference_data)
{
  double mine[MAX_PAIRS], theirs[MAX_PAIRS], ratios[MAX_PAIRS];
  guint my_times = find_times (ours, ours_data);
  guint their_times = find_times (reference, reference_data);
  double start = bench_cpu_now ();
  guint n = 0;

  while (n < MIN_PAIRS || (n < MAX_PAIRS && bench_cpu_now () - start < TOTAL_SECONDS))
    {
      mine[n] = run (ours, ours_data, my_times) * 1e3;
      theirs[n] = run (reference, reference_data, their_times) * 1e3;
      ratios[n] = mine[n] / theirs[n];
      n++;
    }
  return bench_print (name, size, mine, theirs, ratios, n);
}

double
bench_time (BenchFunc func, gpointer data)
{
  double turns[MIN_PAIRS];
  guint times = find_times (func, data);

  for (guint i = 0; i < MIN_PAIRS; i++)
    turns[i] = run (func, data, times) * 1e3;
  return get_median (turns, MIN_PAIRS);
}
