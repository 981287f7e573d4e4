/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-field-row.h"

G_BEGIN_DECLS

/**
 * KladkaOwnedRow:
 *
 * A record that belongs to the one whose form this is: a line that says what it is; opened, all its fields. Those are
 * made when it is first opened.
 */
#define KLADKA_TYPE_OWNED_ROW (kladka_owned_row_get_type ())
G_DECLARE_FINAL_TYPE (KladkaOwnedRow, kladka_owned_row, KLADKA, OWNED_ROW, AdwExpanderRow)

/* @owner: the field that says to what the record belongs; not among its fields here */
GtkWidget *kladka_owned_row_new (KladkaViewState *view_state, const KladkaField *owner, KladkaRef ref);
KladkaRef kladka_owned_row_get_ref (KladkaOwnedRow *self);
/* Whether it stands for this record from now on: not if it was opened for another. To be refreshed then. */
gboolean kladka_owned_row_take (KladkaOwnedRow *self, KladkaRef ref);
void kladka_owned_row_refresh (KladkaOwnedRow *self);
void kladka_owned_row_flush (KladkaOwnedRow *self);
/* Opens it and focuses its first field. */
void kladka_owned_row_open (KladkaOwnedRow *self);
/* NULL until it was opened, or if there is no such field. */
KladkaFieldRow *kladka_owned_row_get_row (KladkaOwnedRow *self, const char *field);

G_END_DECLS
