/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"

G_BEGIN_DECLS

/**
 * KladkaCatalogue:
 *
 * Private to analysis: the tree of a plan's capabilities, by their slots. A circle of parents is cut: those on it have
 * none.
 */
typedef struct {
  const KladkaCapability *capability; /* NULL: empty slot */
  int parent;                         /* slot; -1 */
  guint unit;                         /* the same number = counted in the same unit; 0 = none given */
  guint first, last;                  /* places in @order of itself and behind all below it */
} KladkaCatalogueEntry;

typedef struct {
  KladkaCatalogueEntry *entries;
  guint n_entries;
  guint *order; /* slots, parents before children, children by code and id */
  guint n_order;
} KladkaCatalogue;

void kladka_catalogue_init (KladkaCatalogue *self, const KladkaPlan *plan);
void kladka_catalogue_clear (KladkaCatalogue *self);
/* -1 where there is no such capability. */
int kladka_catalogue_find (const KladkaCatalogue *self, const KladkaPlan *plan, KladkaRef ref);

static inline guint
kladka_catalogue_get_unit (const KladkaCatalogue *self, int slot)
{
  return slot < 0 ? 0 : self->entries[slot].unit;
}

G_END_DECLS
