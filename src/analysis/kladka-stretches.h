/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-coverage.h"

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

/* What a need has in a month; without @lost. @gifts: (nullable) (element-type KladkaGift): they are added to it */
KladkaStretch kladka_stretch_new (const KladkaCoverage *coverage, guint need, gint32 month, GArray *gifts);

/**
 * KladkaStretches:
 *
 * Room for the stretches of one need after another: a coverage keeps who gives what in which months, and the stretches
 * are made from that by whoever sums them up.
 */
typedef struct {
  GArray *stretches; /* KladkaStretch, by month, without gaps from the first month of the need to its last */
  GArray *gifts;     /* KladkaGift */
  GByteArray *changes;
} KladkaStretches;

void kladka_stretches_init (KladkaStretches *self);
void kladka_stretches_clear (KladkaStretches *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KladkaStretches, kladka_stretches_clear)
void kladka_stretches_read (KladkaStretches *self, const KladkaCoverage *coverage, guint need);

static inline const KladkaStretch *
kladka_stretches_get (const KladkaStretches *self, guint stretch)
{
  return &g_array_index (self->stretches, KladkaStretch, stretch);
}

static inline const KladkaGift *
kladka_stretches_get_gift (const KladkaStretches *self, const KladkaStretch *stretch, guint gift)
{
  return &g_array_index (self->gifts, KladkaGift, stretch->first + gift);
}

G_END_DECLS
