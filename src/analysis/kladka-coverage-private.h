/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-giving.h"

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

/* The stretches of a need, @ret_n of them. */
static inline const KladkaStretch *
kladka_coverage_get_stretches (const KladkaCoverage *self, guint need, guint *ret_n)
{
  *ret_n = self->givings.n_stretches[need];
  return &g_array_index (self->givings.stretches, KladkaStretch, self->givings.first_stretch[need]);
}

static inline const KladkaGift *
kladka_coverage_get_gift (const KladkaCoverage *self, guint gift)
{
  return &g_array_index (self->givings.gifts, KladkaGift, gift);
}

/* The part of the wanted quantity that a gift is. */
double kladka_coverage_get_gift_share (const KladkaCoverage *self, guint need, const KladkaGift *gift);
