/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kladka-form-state.h"
#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaFieldRow:
 *
 * One field of a record in a form: its label, an editor that fits its kind, what is wrong with it. Shows what
 * kladka_field_row_refresh() hands it and sends what a person does to the view state; keeps nothing of its own but
 * typing that is not finished.
 */
#define KLADKA_TYPE_FIELD_ROW (kladka_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (KladkaFieldRow, kladka_field_row, KLADKA, FIELD_ROW, AdwPreferencesRow)

/**
 * KladkaFieldRowClass:
 * @build: makes the editor, once
 * @refresh: shows a row's values; writes only what differs
 * @flush: ends the typing: the row is about to show another record
 * @focus: takes the focus
 */
struct _KladkaFieldRowClass {
  AdwPreferencesRowClass parent_class;

  void (*build) (KladkaFieldRow *self);
  void (*refresh) (KladkaFieldRow *self, const KladkaFormRow *row);
  void (*flush) (KladkaFieldRow *self);
  gboolean (*focus) (KladkaFieldRow *self);
};

/* The row that fits the kind of @field. */
GtkWidget *kladka_field_row_new (KladkaViewState *view_state, const KladkaField *field);
void kladka_field_row_refresh (KladkaFieldRow *self, KladkaRef ref, const KladkaFormRow *row);
void kladka_field_row_flush (KladkaFieldRow *self);

KladkaViewState *kladka_field_row_get_view_state (KladkaFieldRow *self);
const KladkaField *kladka_field_row_get_field (KladkaFieldRow *self);
/* Of the record shown last; 0 before. */
KladkaRef kladka_field_row_get_ref (KladkaFieldRow *self);
guint kladka_field_row_get_cell (KladkaFieldRow *self);
/* "" for no problem: for tests. */
const char *kladka_field_row_get_problem (KladkaFieldRow *self);

/* For the kinds: the editor below the label, what stands at the end of the row, and the widgets that a screen reader
 * meets as this field. */
void kladka_field_row_add_editor (KladkaFieldRow *self, GtkWidget *editor);
void kladka_field_row_add_suffix (KladkaFieldRow *self, GtkWidget *suffix);
void kladka_field_row_describe (KladkaFieldRow *self, GtkWidget *widget);

G_END_DECLS
