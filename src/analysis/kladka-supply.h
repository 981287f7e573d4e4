/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-demand.h"

G_BEGIN_DECLS

/**
 * KladkaPhases:
 *
 * Months in which a delivery supplies: with its own certainty before @turn, with its end unknown from there on.
 */
typedef struct {
  gint16 from;
  gint16 turn;
  gint16 to;
} KladkaPhases;

/* Who comes first among equally certain ones. */
typedef enum { KLADKA_TURN_TIED, KLADKA_TURN_RECIPIENT, KLADKA_TURN_ANY } KladkaTurn;

/**
 * KladkaSupply:
 * @day: the day it counts from
 * @is: what it supplies
 * @were: what it would supply were its project still running; the same where it did not stop
 * @need: place of the need it is tied to among those that count; -1; -2: tied to one that does not count
 * @quantity: thousandths; 0: not measured
 *
 * Private to analysis: a delivery ready for sums.
 */
typedef struct {
  const KladkaDelivery *delivery;
  const KladkaProject *project;
  gint64 quantity;
  gint32 day;
  KladkaPhases is;
  KladkaPhases were;
  int capability; /* slot; -1 */
  KladkaRef recipient;
  int need;
  guint bin;
  guint8 certainty; /* KladkaCertainty before the turn */
  guint8 turn;      /* KladkaTurn */
  guint8 imprecise; /* booleans */
  guint8 stopped;
} KladkaSupply;

enum { KLADKA_NEED_NONE = -1, KLADKA_NEED_NOT_COUNTED = -2 };

/* What has no class in a month. */
#define KLADKA_CERTAINTY_ABSENT KLADKA_N_CERTAINTIES

static inline guint
kladka_phases_get (const KladkaPhases *self, KladkaCertainty certainty, gint32 month)
{
  if (month < self->from || month >= self->to)
    return KLADKA_CERTAINTY_ABSENT;
  return month < self->turn ? certainty : KLADKA_CERTAINTY_END_UNKNOWN;
}

/**
 * kladka_supply_list_new:
 * @place_of_need: by the need's slot: place among the demands, -1 for needs that do not count
 *
 * All deliveries that supply something in some month, or would were their project still running. In the order of ids.
 *
 * Returns: (element-type KladkaSupply)
 */
GArray *kladka_supply_list_new (const KladkaPlan *plan,
                                const KladkaCoverageSpec *spec,
                                const KladkaCatalogue *catalogue,
                                const int *place_of_need,
                                KladkaSpan months);

G_END_DECLS
