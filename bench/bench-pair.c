/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-pair.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MIN_PAIRS 9
#define MAX_PAIRS 41
#define TURN_SECONDS 0.004 /* a turn is at least this long, so that the clock's grain does not matter */
#define TOTAL_SECONDS 1.5

/* What was printed, for the growth at the end. The bench is one program with one report. */
typedef struct {
  const char *name;
  guint size;
  double ours;
  double reference;
} Figure;

#define MAX_FIGURES 256
static Figure figures[MAX_FIGURES];
static guint n_figures;

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
  Figure figure = { g_intern_string (name), size, get_median (ours, n), get_median (reference, n) };

  g_print ("%-34s %7u  %10.3f  %10.3f  %8.2f\n", name, size, figure.ours, figure.reference, ratio);
  if (n_figures < MAX_FIGURES)
    figures[n_figures++] = figure;
  return ratio;
}

static const Figure *
find_figure (const char *name, guint size)
{
  for (guint i = 0; i < n_figures; i++)
    if (figures[i].name == name && figures[i].size == size)
      return &figures[i];
  return NULL;
}

static void
print_growth (const char *name, guint from_size, guint to_size)
{
  const Figure *from = find_figure (name, from_size);
  const Figure *to = find_figure (name, to_size);

  if (from != NULL && to != NULL)
    g_print ("%-34s %7u -> %6u  x %8.2f  x %8.2f\n", name, from_size, to_size, to->ours / from->ours,
             to->reference / from->reference);
}

void
bench_print_growth (const char *const *names, guint n_names)
{
  g_print ("\n%-34s %17s  %10s  %10s\n", "growth", "size", "ours", "reference");
  for (guint i = 0; i < n_names; i++)
    {
      const char *name = g_intern_string (names[i]);

      print_growth (name, 100, 100000);
      print_growth (name, 10000, 100000);
    }
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

typedef struct {
  char *from;
  char *to;
  gsize n_bytes;
} Copy;

static void
run_copy (gpointer data)
{
  const Copy *copy = data;

  memcpy (copy->to, copy->from, copy->n_bytes);
  /* The compiler must believe that somebody reads it. */
  __asm__ volatile("" : : "r"(copy->to) : "memory");
}

void
bench_pair_with_copy (const char *name, guint size, BenchFunc kernel, gpointer data, gsize n_bytes)
{
  g_autofree char *from = g_malloc (n_bytes + 1);
  g_autofree char *to = g_malloc (n_bytes + 1);
  Copy copy = { from, to, n_bytes };

  memset (from, 'k', n_bytes);
  bench_pair (name, size, kernel, data, run_copy, &copy);
}
