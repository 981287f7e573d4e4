/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"

/* Synthetic plans, the same for the same size: projects with 1-3 deliveries and 1-3 milestones each and half a
 * dependency, half as many needs, 120 capabilities, 200 recipients, 2023-2032, titles in three languages. */

/* What the kernels of the bench read: the plan as plain C arrays, without texts. */
typedef struct {
  gint16 capability; /* 0 to 119 */
  gint16 recipient;  /* 0 to 199; -1 = any */
  gint32 need;       /* -1 = whichever fits */
  gint32 quantity;   /* thousandths */
  gint16 from;       /* month since 2023-01 */
  gint16 until;
  guint8 certainty;
} BenchDelivery;

typedef struct {
  gint16 capability;
  gint16 recipient;
  gint32 quantity;
  gint16 from;
  gint16 until;
  gint16 weight;
} BenchNeed;

typedef struct {
  guint n_projects;
  guint n_needs;
  guint n_deliveries;
  BenchNeed *needs;
  BenchDelivery *deliveries;
  KladkaPlan *plan;
} BenchPlan;

#define BENCH_N_CAPABILITIES 120
#define BENCH_N_RECIPIENTS 200
#define BENCH_N_MONTHS 120
#define BENCH_FIRST_YEAR 2023

BenchPlan *bench_plan_new (guint n_projects);
void bench_plan_free (BenchPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchPlan, bench_plan_free)
