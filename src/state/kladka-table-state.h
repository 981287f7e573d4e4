/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-filter.h"

G_BEGIN_DECLS

/**
 * KladkaTableState:
 *
 * What a table of one record type shows: which columns, sorted how, and which records in which order, as slots of the
 * plan. A column is a field that is not hidden, numbered in the order of the field table. A plain mutable value.
 */
typedef struct _KladkaTableState KladkaTableState;

#define KLADKA_COLUMN_NONE G_MAXUINT

KladkaTableState *kladka_table_state_new (KladkaType type, KladkaWords *words);
void kladka_table_state_free (KladkaTableState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaTableState, kladka_table_state_free)

KladkaType kladka_table_state_get_record_type (const KladkaTableState *self);
guint kladka_table_state_get_n_columns (const KladkaTableState *self);
const KladkaField *kladka_table_state_get_field (const KladkaTableState *self, guint column);
const char *kladka_table_state_get_label (const KladkaTableState *self, guint column);
/* Numbers and money stand to the right. */
gboolean kladka_table_state_is_number (const KladkaTableState *self, guint column);
gboolean kladka_table_state_is_shown (const KladkaTableState *self, guint column);
void kladka_table_state_set_shown (KladkaTableState *self, guint column, gboolean shown);
/* "" for an empty cell. */
char *kladka_table_state_dup_text (const KladkaTableState *self, guint column, const KladkaRecord *record);

/* KLADKA_COLUMN_NONE: by id. */
guint kladka_table_state_get_sort (const KladkaTableState *self, gboolean *ret_descending);
void kladka_table_state_set_sort (KladkaTableState *self, guint column, gboolean descending);

/**
 * kladka_table_state_set_plan:
 *
 * Runs the filter and sorts what passes. Empty cells stand last in both directions, ties are by id, amounts are grouped
 * by currency.
 *
 * Cost: O(records) to compare with the plan before, a sort key for what changed, then n log n comparisons of what
 * passes.
 */
void kladka_table_state_set_plan (KladkaTableState *self,
                                  KladkaPlan *plan,
                                  const KladkaSearch *search,
                                  const KladkaFilter *filter);
KladkaPlan *kladka_table_state_get_plan (const KladkaTableState *self); /* (nullable) (transfer none) */
/* Slots in the order shown. Borrowed until the state changes. */
const guint32 *kladka_table_state_get_rows (const KladkaTableState *self, guint *ret_n);

G_END_DECLS
