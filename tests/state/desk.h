/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the tests of tables and forms share, with and without a display. */

#include "kladka-view-state.h"

G_BEGIN_DECLS

/* A window's view state without a window: what is applied becomes the next plan at once, or, where @late, when the main
 * loop comes round; undo takes the newest plan away. */
typedef struct {
  KladkaViewState *view_state;
  GPtrArray *plans; /* KladkaPlan, newest last */
  GPtrArray *verbs; /* of the steps, as "edit title_en" */
  gboolean late;
} Desk;

Desk *desk_new (KladkaLang lang);
void desk_free (Desk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)
/* Drops a view state and waits until its workers have let go of it too. */
void desk_let_go (KladkaViewState *view_state);

KladkaPlan *desk_get_plan (Desk *self);
/* Applies edits that the test made itself; fails where they are refused. */
void desk_apply (Desk *self, KladkaEdits *edits);
void desk_undo (Desk *self);
/* The ref of a record, by id. */
KladkaRef desk_find (Desk *self, const char *id);
/* What a cell of it shows. Returns: (transfer full) */
char *desk_dup_shown (Desk *self, KladkaRef ref, const char *cell);

/* The plan's own record, two organisations, a capability, three needs with Łódź and КИЇВ among their titles, a project
 * with a delivery. */
void desk_furnish (Desk *self);

#define desk_text(edits, type, id, cell, text)                                                                         \
  kladka_edits_set_named ((edits), KLADKA_TYPE_##type, (id), (cell), kladka_value_text (text))

G_END_DECLS
