/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaCellEntry:
 *
 * The text of one cell, to be typed into. It commits on leaving, on Enter (Ctrl+Enter where text has lines), and two
 * seconds after the last key if what stands there can go in; Esc brings back what the plan holds. Its own undo reaches
 * back to the last commit, so that Ctrl+Z is the field's only while there is typing.
 */
#define KLADKA_TYPE_CELL_ENTRY (kladka_cell_entry_get_type ())
G_DECLARE_FINAL_TYPE (KladkaCellEntry, kladka_cell_entry, KLADKA, CELL_ENTRY, GtkWidget)

GtkWidget *kladka_cell_entry_new (KladkaViewState *view_state, gboolean lines);
/* Shows @text unless somebody is typing here. */
void kladka_cell_entry_refresh (KladkaCellEntry *self, KladkaRef ref, guint cell, const char *text);
/* Ends the typing as leaving does. */
void kladka_cell_entry_flush (KladkaCellEntry *self);
void kladka_cell_entry_set_placeholder (KladkaCellEntry *self, const char *text);
/* Ctrl+Z: if @focus is where something is being typed that the plan does not hold, undoes a bit of it and returns TRUE;
 * FALSE where the undoing is the plan's. */
gboolean kladka_cell_entry_undo_typing (GtkWidget *focus);
/* As if a person had typed it. */
void kladka_cell_entry_type (KladkaCellEntry *self, const char *text);
char *kladka_cell_entry_dup_text (KladkaCellEntry *self);
/* The GtkText or GtkTextView inside. */
GtkWidget *kladka_cell_entry_get_inner (KladkaCellEntry *self);

G_END_DECLS
