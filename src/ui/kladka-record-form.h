/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-field-row.h"

G_BEGIN_DECLS

/**
 * KladkaRecordForm:
 *
 * Every field of records of one type, in sections with the count of their problems, and below them the records they
 * own. Made once for a type and refreshed with one record after another.
 */
#define KLADKA_TYPE_RECORD_FORM (kladka_record_form_get_type ())
G_DECLARE_FINAL_TYPE (KladkaRecordForm, kladka_record_form, KLADKA, RECORD_FORM, GtkWidget)

GtkWidget *kladka_record_form_new (KladkaViewState *view_state, KladkaType type);
void kladka_record_form_refresh (KladkaRecordForm *self, const KladkaFormState *state);
/* Ends all typing. */
void kladka_record_form_flush (KladkaRecordForm *self);
/* Focuses the field the record is called by, of the record or of one it owns; FALSE if neither is @ref. */
gboolean kladka_record_form_focus_record (KladkaRecordForm *self, KladkaRef ref);
/* By the field's name; NULL if there is none. */
KladkaFieldRow *kladka_record_form_get_row (KladkaRecordForm *self, const char *field);

G_END_DECLS
