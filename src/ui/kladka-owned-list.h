/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-owned-row.h"

G_BEGIN_DECLS

/* The records of one type that belong to a form's record, with a button for another one. */
#define KLADKA_TYPE_OWNED_LIST (kladka_owned_list_get_type ())
G_DECLARE_FINAL_TYPE (KladkaOwnedList, kladka_owned_list, KLADKA, OWNED_LIST, AdwBin)

GtkWidget *kladka_owned_list_new (KladkaViewState *view_state);
void kladka_owned_list_refresh (KladkaOwnedList *self, KladkaRef owner, const KladkaFormOwned *owned);
void kladka_owned_list_flush (KladkaOwnedList *self);
KladkaType kladka_owned_list_get_record_type (KladkaOwnedList *self);
/* As the add button. */
void kladka_owned_list_add (KladkaOwnedList *self);
/* NULL if it is not here. */
KladkaOwnedRow *kladka_owned_list_find (KladkaOwnedList *self, KladkaRef ref);

G_END_DECLS
