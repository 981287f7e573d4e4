/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-records.h"

/* Private to the model: the records of one type by slot. Frozen and reference counted once a plan holds it; shared by
 * all plans in which no record of the type differs. Records lie in chunks, which tables share likewise. */

typedef struct _KladkaSlots KladkaSlots;

KladkaSlots *kladka_slots_new (void);
KladkaSlots *kladka_slots_ref (KladkaSlots *self);
void kladka_slots_unref (KladkaSlots *self);
/* A table of its own with the same chunks, for a builder to change. */
KladkaSlots *kladka_slots_copy (KladkaSlots *self);
/* @record: (transfer full); chunks not its own are copied first. */
void kladka_slots_take (KladkaSlots *self, KladkaRecord *record);

guint kladka_slots_get_n (const KladkaSlots *self);
guint kladka_slots_get_n_live (const KladkaSlots *self);
/* Deleted ones too; NULL for an empty slot. */
const KladkaRecord *kladka_slots_peek (const KladkaSlots *self, guint slot);

/* Records whose reference field points to a slot of @owner_type; kept with the table. */
const KladkaRecord *const *
kladka_slots_get_owned (KladkaSlots *self, KladkaIds *ids, const KladkaField *field, KladkaRef owner, guint *ret_n);
const KladkaRecord *const *kladka_slots_get_sorted (KladkaSlots *self, KladkaIds *ids, guint *ret_n);

static inline gboolean
kladka_record_is_deleted (const KladkaRecord *self)
{
  return self->deleted == 2;
}
