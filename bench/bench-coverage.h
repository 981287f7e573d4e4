/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bench-plan.h"

/* The day and the month since the plan's first from which it is looked at. */
#define BENCH_AS_OF 20780 /* 2026-11-23 */
#define BENCH_AS_OF_MONTH 46

#define BENCH_COVERAGE "coverage / same over arrays"

/* Measures the full pass against its kernels. Ends the bench where a kernel finds other figures than we do: what is
 * compared must be the same work. */
void bench_coverage (const BenchPlan *bench, guint n_projects);
