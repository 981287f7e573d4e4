/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

typedef void (*BenchFunc) (gpointer data);

/* Process CPU time in seconds. */
double bench_cpu_now (void);

/**
 * bench_pair:
 *
 * Runs @ours and @reference in turn, at least nine times each and for a second in all, and prints the medians and the
 * median of the pairs' ratios. Short jobs are repeated within a turn. Returns: that ratio
 */
double bench_pair (const char *name,
                   guint size,
                   BenchFunc ours,
                   gpointer ours_data,
                   BenchFunc reference,
                   gpointer reference_data);

/* One job alone: the median of its turns in milliseconds. */
double bench_time (BenchFunc func, gpointer data);

/* A line of the report from @n pairs of milliseconds; sorts its arrays. Returns: the median of the ratios */
double bench_print (const char *name, guint size, double *ours, double *reference, double *ratios, guint n);

/* How the kernel stands to a plain copy of the @n_bytes that it reads, so that everybody can see whether it dawdles. */
void bench_pair_with_copy (const char *name, guint size, BenchFunc kernel, gpointer data, gsize n_bytes);

/* How many times ours and the reference of each of these measures grew from 100 to 100,000 projects, and from 10,000.
 */
void bench_print_growth (const char *const *names, guint n_names);
