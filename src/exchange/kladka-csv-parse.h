/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Private to exchange: the rows of a CSV, before anybody knows what they mean. */

typedef struct {
  guint line;    /* where the row begins; 1 = the first */
  char **fields; /* NULL-terminated */
  guint n_fields;
} KladkaCsvRow;

void kladka_csv_row_free (KladkaCsvRow *self);

/* Into UTF-8. Without @encoding (a name that iconv knows) it is told by the bytes: UTF-8 (with or without a mark),
 * UTF-16 with a mark, or the code page of Central Europe, Cyrillic or Ukraine that reads most like Polish or Ukrainian.
 * @ret_encoding: (out): its name; borrowed from @encoding or static. Errors: %KLADKA_ERROR_DAMAGED */
char *kladka_csv_decode (GBytes *bytes, const char *encoding, const char **ret_encoding, GError **error);

/* RFC 4180, with the separator (comma, semicolon, tab) that the first row with any holds most often. Empty rows are
 * left out. Returns: (transfer full) (element-type KladkaCsvRow). Errors: %KLADKA_ERROR_DAMAGED (a quote that never
 * ends; a record over 1 MB; over 500 columns), with its line */
GPtrArray *kladka_csv_parse (const char *text, char *ret_separator, GError **error);
