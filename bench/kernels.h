/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bench-plan.h"

/* Reference kernels: what plain C over plain arrays needs for the same job, or for the least that could pass for it. */

/* Supply and demand by capability and month from difference arrays: no turns, no recipients. SPEED's limit. Returns a
 * sum, so that no compiler drops it. */
double kernel_coverage_sums (const BenchPlan *bench);

/* Supply given to needs by turns, month by month, as the definition says, over arrays: ties, recipients and priorities,
 * one level of capabilities. */
double kernel_coverage_turns (const BenchPlan *bench);

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
