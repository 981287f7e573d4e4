/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bench-plan.h"

/* Reference kernels: what plain C over plain arrays needs for the same job, or for the least that could pass for it. */

/* Supply and demand by capability and month from difference arrays: no turns, no recipients. SPEED's limit. Returns a
 * sum, so that no compiler drops it. */
double kernel_coverage_sums (const BenchPlan *bench);

/* What a kernel found, summed over needs and months: in a share of what is wanted, and in thousandths. */
typedef struct {
  double cover;
  double lapses;
  double unused;
} KernelCoverage;

typedef struct {
  gint32 need;
  gint32 month;
  double amount;
} KernelLapse;

/**
 * kernel_coverage_turns:
 * @as_of: month since the first; planned supply counts from it
 *
 * The same coverage from the same definition, over arrays that are ready for it: deliveries take turns by certainty,
 * tie and month; needs come by priority; who gives what to whom in which months, what is left over, and what lapses.
 * One level of capabilities, no stopped projects, all is measured, as in the synthetic plans. Buckets instead of
 * comparing sorts, only the months that both sides have, and a cursor a month for supply that anybody may have.
 */
KernelCoverage kernel_coverage_turns (const BenchPlan *bench, gint as_of);

/* The folded titles in one block, each with its zero byte. */
typedef struct {
  char *text;
  gsize length;
  guint n;
} KernelTitles;
KernelTitles *kernel_titles_new (const KladkaPlan *plan);
void kernel_titles_free (KernelTitles *self);
/* How many titles hold @word (folded already). */
guint kernel_titles_scan (const KernelTitles *self, const char *word);
