/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-giving.h"
#include "kladka-stretches.h"

/* Private to analysis. */
struct _KladkaCoverage {
  gatomicrefcount ref_count;
  KladkaPlan *plan;
  KladkaCoverageSpec spec;
  KladkaSpan months;
  KladkaCatalogue catalogue;
  GArray *demands;  /* KladkaDemand, in the order of ids */
  GArray *supplies; /* KladkaSupply */
  int *place_of_need;
  KladkaReach reach;
  KladkaGivings givings;
};

static inline const KladkaDemand *
kladka_coverage_get_demand (const KladkaCoverage *self, guint need)
{
  return &g_array_index (self->demands, KladkaDemand, need);
}

static inline const KladkaSupply *
kladka_coverage_get_supply (const KladkaCoverage *self, guint supply)
{
  return &g_array_index (self->supplies, KladkaSupply, supply);
}

/* The part of the wanted quantity that a gift is. */
double kladka_coverage_get_gift_share (const KladkaCoverage *self, guint need, const KladkaGift *gift);
