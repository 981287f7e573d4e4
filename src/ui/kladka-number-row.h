/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-field-row.h"

G_BEGIN_DECLS

/* A field with a number for each of its choices: weights, limits. */
#define KLADKA_TYPE_NUMBER_ROW (kladka_number_row_get_type ())
G_DECLARE_FINAL_TYPE (KladkaNumberRow, kladka_number_row, KLADKA, NUMBER_ROW, KladkaFieldRow)

GtkEditable *kladka_number_row_get_entry (KladkaNumberRow *self, guint choice);

G_END_DECLS
