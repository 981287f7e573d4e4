/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-cell-entry.h"
#include "kladka-field-row.h"

G_BEGIN_DECLS

/**
 * KladkaTextRow:
 *
 * A field that people type: text, text in three languages, dates, numbers, money, tags. Dates have a calendar; the two
 * other languages stand behind a button, which says how many of them are filled in.
 */
#define KLADKA_TYPE_TEXT_ROW (kladka_text_row_get_type ())
G_DECLARE_FINAL_TYPE (KladkaTextRow, kladka_text_row, KLADKA, TEXT_ROW, KladkaFieldRow)

/* The entry of a language; of other kinds that of any. */
KladkaCellEntry *kladka_text_row_get_entry (KladkaTextRow *self, KladkaLang lang);

G_END_DECLS
