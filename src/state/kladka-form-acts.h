/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-view-state.h"

G_BEGIN_DECLS

/* What a person does in a form or a table, as edits sent to the view state: each is one step. */

typedef enum {
  KLADKA_COMMIT_PAUSE, /* the typing paused: what cannot go in is left alone */
  KLADKA_COMMIT_DONE,  /* the field was left, or Enter: what cannot go in is kept as typing with its problem */
} KladkaCommit;

typedef enum {
  KLADKA_COMMITTED_NOT,  /* it cannot go in */
  KLADKA_COMMITTED_SAME, /* it is what the plan holds */
  KLADKA_COMMITTED_SENT, /* the plan will come back with it */
} KladkaCommitted;

/* @text as people type it, for a cell of the record. */
KladkaCommitted
kladka_form_commit_text (KladkaViewState *view_state, KladkaRef ref, guint cell, const char *text, KladkaCommit commit);
/* @value: (transfer full): a value the cell takes */
KladkaCommitted kladka_form_commit_value (KladkaViewState *view_state, KladkaRef ref, guint cell, KladkaValue value);

/* A new record with its defaults, belonging to @owner by @field (NULL and 0 for none); the view state expects it.
 * Returns its ref. */
KladkaRef kladka_form_add (KladkaViewState *view_state, KladkaType type, const KladkaField *field, KladkaRef owner);
/* Deletes the record and all that it owns. */
void kladka_form_delete (KladkaViewState *view_state, KladkaRef ref);

G_END_DECLS
