/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-field.h"

G_BEGIN_DECLS

typedef enum {
  KLADKA_VALUE_NONE,
  KLADKA_VALUE_TEXT,    /* TEXT, one language of TEXT3, REF (the id) */
  KLADKA_VALUE_INTEGER, /* INTEGER, DECIMAL, BOOL, CHOICE, SET, as the struct has them */
  KLADKA_VALUE_DATE,
  KLADKA_VALUE_MONEY,
  KLADKA_VALUE_LIST,    /* TAGS, REFS (ids): sorted for TAGS, NULL-terminated */
  KLADKA_VALUE_NUMBERS, /* KLADKA_NUMBERS_MAX numbers */
} KladkaValueTag;

/**
 * KladkaValue:
 *
 * The content of one cell outside a record: in edits, drafts, changes and forms. Owns what it points to. All zero =
 * none.
 */
typedef struct {
  KladkaValueTag tag;
  union {
    char *text;
    gint64 integer;
    KladkaDate date;
    KladkaMoney money;
    char **list;
    gint32 *numbers;
  };
} KladkaValue;

#define KLADKA_VALUE_INIT ((KladkaValue){ .tag = KLADKA_VALUE_NONE })

/* "" and NULL give none; so do an unset date, KLADKA_INT_NONE, unset money, an empty list. */
KladkaValue kladka_value_text (const char *text);
KladkaValue kladka_value_take_text (char *text);
KladkaValue kladka_value_integer (gint64 integer);
KladkaValue kladka_value_date (KladkaDate date);
KladkaValue kladka_value_money (KladkaMoney money);
KladkaValue kladka_value_list (const char *const *list); /* copies; sorts nothing */
KladkaValue kladka_value_numbers (const gint32 *numbers);
KladkaValue kladka_value_copy (const KladkaValue *self);
void kladka_value_clear (KladkaValue *self);
gboolean kladka_value_equal (const KladkaValue *a, const KladkaValue *b);
gboolean kladka_value_is_set (const KladkaValue *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KladkaValue, kladka_value_clear)

/* First validation: does the value fit the field (kind, limits, clean text, known choice, ids that are ids)?
 * Errors: %KLADKA_ERROR_INVALID with a sentence without the field's name. */
gboolean kladka_value_check (const KladkaValue *self, const KladkaCell *cell, GError **error);
/* The same for a text of @size bytes that may come from anywhere, with a zero behind it. */
gboolean kladka_value_check_text (const KladkaCell *cell, const char *text, gsize size, GError **error);

/* The file form of a column of a cell, as SQL and CSV-by-machine have it: codes, ids, scaled integers as text.
 * NULL for none. @part: see KladkaColumn. */
char *kladka_value_dup_file (const KladkaValue *self, const KladkaCell *cell, guint part);
/* The reverse: all parts of a cell at once (parts[1] only for money). Errors: %KLADKA_ERROR_INVALID */
gboolean
kladka_value_parse_file (const KladkaCell *cell, const char *const *parts, KladkaValue *ret_value, GError **error);

G_END_DECLS
