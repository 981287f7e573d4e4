/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-marking.h"
#include "kladka-words.h"

G_BEGIN_DECLS

/**
 * KladkaTable:
 *
 * A table of typed cells that analysis and report make and exchange writes: columns with titles and kinds, rows of
 * cells, a title, a marking and a note (as-of day, boundary). Frozen after kladka_table_builder_end().
 */
typedef struct _KladkaTable KladkaTable;
typedef enum {
  KLADKA_TABLE_TEXT,
  KLADKA_TABLE_INTEGER, /* whole number */
  KLADKA_TABLE_DECIMAL, /* scaled by the column's scale */
  KLADKA_TABLE_PERCENT, /* thousandths */
  KLADKA_TABLE_DATE,
  KLADKA_TABLE_MONEY,
} KladkaTableKind;

KladkaTable *kladka_table_ref (const KladkaTable *self);
void kladka_table_unref (KladkaTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaTable, kladka_table_unref)
const char *kladka_table_get_title (const KladkaTable *self);
const char *kladka_table_get_note (const KladkaTable *self);
KladkaMarking kladka_table_get_marking (const KladkaTable *self);
guint kladka_table_get_n_columns (const KladkaTable *self);
guint kladka_table_get_n_rows (const KladkaTable *self);
const char *kladka_table_get_column_title (const KladkaTable *self, guint column);
KladkaTableKind kladka_table_get_column_kind (const KladkaTable *self, guint column);
/* For people, in the words' language; "" for an empty cell. */
char *kladka_table_dup_shown (const KladkaTable *self, guint row, guint column, const KladkaWords *words);
/* For machines: point decimals, file dates; NULL for an empty cell. */
char *kladka_table_dup_file (const KladkaTable *self, guint row, guint column);

typedef struct _KladkaTableBuilder KladkaTableBuilder;
KladkaTableBuilder *kladka_table_builder_new (const char *title, const char *note, KladkaMarking marking);
void kladka_table_builder_add_column (KladkaTableBuilder *self, const char *title, KladkaTableKind kind, int scale);
void kladka_table_builder_begin_row (KladkaTableBuilder *self);
/* In column order; each fits its column's kind. */
void kladka_table_builder_text (KladkaTableBuilder *self, const char *text);
void kladka_table_builder_number (KladkaTableBuilder *self, gint64 number); /* INTEGER DECIMAL PERCENT */
void kladka_table_builder_date (KladkaTableBuilder *self, KladkaDate date);
void kladka_table_builder_money (KladkaTableBuilder *self, const KladkaMoney *money);
void kladka_table_builder_empty (KladkaTableBuilder *self);
/* Instead of what it was begun with: where only the rows tell how high it is marked. */
void kladka_table_builder_set_marking (KladkaTableBuilder *self, KladkaMarking marking, const char *note);
KladkaTable *kladka_table_builder_end (KladkaTableBuilder *self);

G_END_DECLS
