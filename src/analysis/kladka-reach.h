/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-supply.h"

G_BEGIN_DECLS

/**
 * KladkaBin:
 *
 * Private to analysis: deliveries that may be given to the same needs share a bin: those tied to one need, and the
 * others by capability and recipient. @first and @n tell its needs in @reached, in the order in which they are given
 * to.
 */
typedef struct {
  guint first;
  guint n;
  double tied;             /* thousandths tied to its one need */
  gboolean has_unmeasured; /* a need without quantity among them */
  int group;               /* -1: reaches no need */
} KladkaBin;

/**
 * KladkaReach:
 *
 * Which supply may be given to which need. Needs and supply that hang together are a group; groups know nothing of each
 * other.
 */
typedef struct {
  GArray *bins;    /* KladkaBin */
  GArray *reached; /* guint: places of needs */
  guint n_groups;
  guint *group_needs;    /* the needs, group by group, in the order of ids within */
  guint *group_supplies; /* the supplies, group by group, in the order of turns within; behind them those that reach
                            nothing */
  guint *first_need;     /* n_groups + 1 */
  guint *first_supply;   /* n_groups + 2 */
} KladkaReach;

/* Gives each supply its bin. */
void kladka_reach_init (KladkaReach *self, const KladkaCatalogue *catalogue, GArray *demands, GArray *supplies);
void kladka_reach_clear (KladkaReach *self);

static inline const KladkaBin *
kladka_reach_get_bin (const KladkaReach *self, const KladkaSupply *supply)
{
  return &g_array_index (self->bins, KladkaBin, supply->bin);
}

G_END_DECLS
