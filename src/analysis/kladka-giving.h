/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-reach.h"

G_BEGIN_DECLS

/* What a supply gives to a need. @measured: in thousandths of the wanted quantity; else @amount is what was still
 * wanted of a need for 1, or 0 for a need without quantity, which is covered wholly. */
typedef struct {
  gint64 amount;
  guint supply;
  guint8 certainty;
  guint8 measured;
} KladkaGift;

/**
 * KladkaStretch:
 * @first: of its gifts, in the order of turns
 * @cover: by certainty
 * @counted: the sum up to the line, from whole thousandths, so that parts of a whole make exactly 1
 * @unmeasured: the counted cover that comes from supply without a quantity
 * @lost: what the counted cover would be were all that stopped still running, less what it is
 * @unknown: a bit for each certainty of supply whose amount is unknown
 * @duplicated: counted supply tied to it exceeds 1.25 of what it wants
 *
 * Private to analysis: months in which nothing changes for a need.
 */
typedef struct {
  guint need;
  gint32 from;
  gint32 to;
  guint first;
  guint n;
  double cover[KLADKA_N_CERTAINTIES];
  double counted;
  double unmeasured;
  double lost;
  guint8 unknown;
  guint8 duplicated;
} KladkaStretch;

/* Counted supply that nobody took: @left thousandths, 0 where it is not measured. */
typedef struct {
  gint64 left;
  guint supply;
  gint32 from;
  gint32 to;
} KladkaUnused;

/* What the counted cover of @need in the month after @month would be were all that ended still supplying, less what it
 * is. */
typedef struct {
  guint need;
  gint32 month;
  double amount;
} KladkaLapse;

typedef struct {
  GArray *gifts;        /* KladkaGift */
  GArray *stretches;    /* KladkaStretch, those of a need together, by month: without gaps from its first to its last */
  guint *first_stretch; /* by need */
  guint *n_stretches;   /* by need */
  GArray *unused;       /* KladkaUnused, those of a supply by month */
  GArray *lapses;       /* KladkaLapse, by need, then by month */
  guint *first_lapse;   /* by need; one more at the end */
} KladkaGivings;

void kladka_givings_init (KladkaGivings *self,
                          GArray *demands,
                          GArray *supplies,
                          const KladkaReach *reach,
                          KladkaSpan months,
                          KladkaCertainty line);
void kladka_givings_clear (KladkaGivings *self);

/* The stretch that holds @month; NULL where the need is not active. */
const KladkaStretch *kladka_givings_find (const KladkaGivings *self, guint need, gint32 month);

G_END_DECLS
