/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"

G_BEGIN_DECLS

/**
 * KladkaSearch:
 *
 * The texts of a plan folded once (names, titles, references, codes, descriptions, tags, notes); searching is a scan.
 * Frozen. A search made from another for a newer plan folds only what changed.
 */
typedef struct _KladkaSearch KladkaSearch;
/* @older: (nullable): of an earlier plan of the same family */
KladkaSearch *kladka_search_new (const KladkaPlan *plan, const KladkaSearch *older);
KladkaSearch *kladka_search_ref (const KladkaSearch *self);
void kladka_search_unref (KladkaSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaSearch, kladka_search_unref)

/* Sets the bits (by slot) of the records of @type in which every word of @text occurs. @ret_bits has (n_slots + 63) /
 * 64 words, zeroed by the callee. Empty text: all. Returns how many. */
guint kladka_search_run (const KladkaSearch *self, KladkaType type, const char *text, guint64 *ret_bits);

G_END_DECLS
