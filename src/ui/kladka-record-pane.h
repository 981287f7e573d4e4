/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-record-form.h"

G_BEGIN_DECLS

/**
 * KladkaRecordPane:
 *
 * The side pane's form of the selected record: what it is called, its marking, what is wrong with it, all its fields,
 * the records it owns. The plan's own record is one like any other.
 */
#define KLADKA_TYPE_RECORD_PANE (kladka_record_pane_get_type ())
G_DECLARE_FINAL_TYPE (KladkaRecordPane, kladka_record_pane, KLADKA, RECORD_PANE, GtkWidget)

GtkWidget *kladka_record_pane_new (KladkaViewState *view_state);
/* The form shown; NULL where nothing is selected. */
KladkaRecordForm *kladka_record_pane_get_form (KladkaRecordPane *self);

G_END_DECLS
