/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-table-state.h"
#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaRecordRow:
 *
 * A row that somebody looks at: names a record of the list's plan.
 */
#define KLADKA_TYPE_RECORD_ROW (kladka_record_row_get_type ())
G_DECLARE_FINAL_TYPE (KladkaRecordRow, kladka_record_row, KLADKA, RECORD_ROW, GObject)

KladkaRef kladka_record_row_get_ref (KladkaRecordRow *self);
/* Of the list's newest plan. (transfer none) (nullable) */
const KladkaRecord *kladka_record_row_get_record (KladkaRecordRow *self);

/**
 * KladkaRecordList:
 *
 * The records of one type as the view state filters them and a table sorts them: a GListModel of KladkaRecordRow, made
 * when asked for and forgotten with the last one who holds them. A new plan with the same rows in the same order tells
 * no change of items; otherwise one range is told that holds all differences. Where very many rows differ, the row
 * objects keep their places and name other records from then on, and only what is more or less in number is told.
 *
 * Signal "updated": after every new plan, filter or order; what any row shows may differ.
 */
#define KLADKA_TYPE_RECORD_LIST (kladka_record_list_get_type ())
G_DECLARE_FINAL_TYPE (KladkaRecordList, kladka_record_list, KLADKA, RECORD_LIST, GObject)

KladkaRecordList *kladka_record_list_new (KladkaViewState *view_state, KladkaType type);

/* An inactive list does not follow the view state; it catches up when it becomes active. At first inactive. */
void kladka_record_list_set_active (KladkaRecordList *self, gboolean active);
/* Columns and order; sort through kladka_record_list_sort(). (transfer none) */
KladkaTableState *kladka_record_list_get_table (KladkaRecordList *self);
void kladka_record_list_sort (KladkaRecordList *self, guint column, gboolean descending);
/* All records of the type, shown or not. */
guint kladka_record_list_get_n_all (KladkaRecordList *self);
/* -1 where the record is not among the rows. Cost: O(rows). */
int kladka_record_list_find (KladkaRecordList *self, KladkaRef ref);
/* Row objects alive: for tests. */
guint kladka_record_list_get_n_objects (KladkaRecordList *self);

G_END_DECLS
