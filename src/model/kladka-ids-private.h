/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-record.h"

/* Gives the record that @ref names its type and slot; FALSE where the id already belongs to a record of another type.
 */
gboolean kladka_ids_claim (KladkaIds *self, KladkaRef ref, KladkaType type, guint32 *ret_slot);
/* Both without the lock, while nobody else knows these ids: of a plan that is being read. 0 where @id, of @length
 * bytes, is none. */
KladkaRef kladka_ids_intern_first (KladkaIds *self, const char *id, gsize length);
gboolean kladka_ids_claim_first (KladkaIds *self, KladkaRef ref, KladkaType type, guint32 *ret_slot);
/* Its type, as kladka_ids_get_type(), and its slot, where it has one. */
KladkaType kladka_ids_look_up (KladkaIds *self, KladkaRef ref, guint32 *ret_slot);
