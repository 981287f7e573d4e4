/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-view-state.h"

G_BEGIN_DECLS

/* What a window's actions can be asked to do; each is `win.` and its name. */
typedef enum {
  KLADKA_COMMAND_SAVE,
  KLADKA_COMMAND_SAVE_AS,
  KLADKA_COMMAND_UNDO,
  KLADKA_COMMAND_REDO,
  KLADKA_COMMAND_ADD,
  KLADKA_COMMAND_DELETE,
  KLADKA_COMMAND_SEARCH,
  KLADKA_COMMAND_BACK,
  KLADKA_COMMAND_FORWARD,
  KLADKA_COMMAND_TOGGLE_PANE,
  KLADKA_COMMAND_PRINT,
  KLADKA_COMMAND_EXPORT_PDF,
  KLADKA_COMMAND_EXPORT,
  KLADKA_COMMAND_IMPORT,
  KLADKA_N_COMMANDS,
} KladkaCommand;

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
const char *kladka_command_get_name (KladkaCommand self);
gboolean kladka_command_is_enabled (KladkaCommand self, const KladkaActionFacts *facts);

/* Does the page have a side pane at all, and is there something to show in it? */
gboolean kladka_page_has_pane (KladkaPage page);
gboolean kladka_pane_has_content (const KladkaActionFacts *facts);

G_END_DECLS
