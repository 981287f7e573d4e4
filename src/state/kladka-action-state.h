/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-view-state.h"

G_BEGIN_DECLS

/* What a window's actions can be asked to do; each is `win.` and its name. */
typedef enum {
  KLADKA_ACTION_SAVE,
  KLADKA_ACTION_SAVE_AS,
  KLADKA_ACTION_UNDO,
  KLADKA_ACTION_REDO,
  KLADKA_ACTION_ADD,
  KLADKA_ACTION_DELETE,
  KLADKA_ACTION_SEARCH,
  KLADKA_ACTION_BACK,
  KLADKA_ACTION_FORWARD,
  KLADKA_ACTION_TOGGLE_PANE,
  KLADKA_ACTION_PRINT,
  KLADKA_ACTION_EXPORT_PDF,
  KLADKA_ACTION_EXPORT,
  KLADKA_ACTION_IMPORT,
  KLADKA_N_ACTIONS,
} KladkaAction;

/**
 * KladkaActionFacts:
 * @busy: the document is being saved or something long changes it
 * @has_file: it has a file of its own
 * @has_records: there is anything beside the plan's own record
 * @has_selection: a record is selected
 * @has_cell: a cell of the coverage grid is chosen
 *
 * All that decides what can be done now; a value.
 */
typedef struct {
  gboolean busy;
  gboolean modified;
  gboolean has_file;
  gboolean can_undo;
  gboolean can_redo;
  gboolean has_records;
  gboolean has_selection;
  gboolean has_cell;
  gboolean can_go_back;
  gboolean can_go_forward;
  KladkaPage page;
} KladkaActionFacts;

/* "save-as" */
const char *kladka_action_get_name (KladkaAction self);
gboolean kladka_action_is_enabled (KladkaAction self, const KladkaActionFacts *facts);

/* Does the page have a side pane at all, and is there something to show in it? */
gboolean kladka_page_has_pane (KladkaPage page);
gboolean kladka_pane_has_content (const KladkaActionFacts *facts);

G_END_DECLS
