/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-field-row.h"
#include "kladka-picker.h"

G_BEGIN_DECLS

/**
 * KladkaPickRow:
 *
 * A field that chooses or points: a choice, yes or no, a set of choices, a reference, a list of references. A button
 * shows what is chosen and opens a picker; a reference can be gone to. Several are committed when the picker closes, as
 * one step.
 */
#define KLADKA_TYPE_PICK_ROW (kladka_pick_row_get_type ())
G_DECLARE_FINAL_TYPE (KladkaPickRow, kladka_pick_row, KLADKA, PICK_ROW, KladkaFieldRow)

/* Opens the picker; for tests too. */
KladkaPicker *kladka_pick_row_open (KladkaPickRow *self);
/* What the button says. */
const char *kladka_pick_row_get_text (KladkaPickRow *self);

G_END_DECLS
