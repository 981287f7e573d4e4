/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Private to the state: what a column is sorted by, kept from plan to plan. */

#include "kladka-plan.h"

G_BEGIN_DECLS

typedef struct _KladkaSortKeys KladkaSortKeys;

/* @field: (nullable): NULL sorts by id alone. */
KladkaSortKeys *kladka_sort_keys_new (KladkaType type, const KladkaField *field, KladkaWords *words);
void kladka_sort_keys_free (KladkaSortKeys *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaSortKeys, kladka_sort_keys_free)

/* Makes the keys of the records that differ from those of the plan given before. */
void kladka_sort_keys_set_plan (KladkaSortKeys *self, KladkaPlan *plan);
/* @slots: (element-type guint32) */
void kladka_sort_keys_sort (const KladkaSortKeys *self, GArray *slots, gboolean descending);

G_END_DECLS
