/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-action-state.h"

typedef gboolean (*Predicate) (const KladkaActionFacts *facts);

static gboolean
is_idle (const KladkaActionFacts *facts)
{
  return !facts->busy;
}

/* An untitled plan can always be saved: it has no file yet. */
static gboolean
can_save (const KladkaActionFacts *facts)
{
  return !facts->busy && (facts->modified || !facts->has_file);
}

static gboolean
can_undo (const KladkaActionFacts *facts)
{
  return !facts->busy && facts->can_undo;
}

static gboolean
can_redo (const KladkaActionFacts *facts)
{
  return !facts->busy && facts->can_redo;
}

static gboolean
can_delete (const KladkaActionFacts *facts)
{
  return !facts->busy && facts->has_selection && kladka_page_has_pane (facts->page);
}

static gboolean
can_search (const KladkaActionFacts *facts)
{
  return facts->has_records;
}

static gboolean
can_go_back (const KladkaActionFacts *facts)
{
  return facts->can_go_back;
}

static gboolean
can_go_forward (const KladkaActionFacts *facts)
{
  return facts->can_go_forward;
}

static gboolean
can_write (const KladkaActionFacts *facts)
{
  return !facts->busy && facts->has_records;
}

static const struct {
  const char *name;
  Predicate enabled;
} actions[KLADKA_N_COMMANDS] = {
  [KLADKA_COMMAND_SAVE] = { "save", can_save },
  [KLADKA_COMMAND_SAVE_AS] = { "save-as", is_idle },
  [KLADKA_COMMAND_UNDO] = { "undo", can_undo },
  [KLADKA_COMMAND_REDO] = { "redo", can_redo },
  [KLADKA_COMMAND_ADD] = { "add", is_idle },
  [KLADKA_COMMAND_DELETE] = { "delete", can_delete },
  [KLADKA_COMMAND_SEARCH] = { "search", can_search },
  [KLADKA_COMMAND_BACK] = { "back", can_go_back },
  [KLADKA_COMMAND_FORWARD] = { "forward", can_go_forward },
  [KLADKA_COMMAND_TOGGLE_PANE] = { "toggle-pane", kladka_pane_has_content },
  [KLADKA_COMMAND_PRINT] = { "print", can_write },
  [KLADKA_COMMAND_EXPORT_PDF] = { "export-pdf", can_write },
  [KLADKA_COMMAND_EXPORT] = { "export", can_write },
  [KLADKA_COMMAND_IMPORT] = { "import", is_idle },
};

const char *
kladka_command_get_name (KladkaCommand self)
{
  return actions[self].name;
}

gboolean
kladka_command_is_enabled (KladkaCommand self, const KladkaActionFacts *facts)
{
  return actions[self].enabled (facts);
}

gboolean
kladka_page_has_pane (KladkaPage page)
{
  return page != KLADKA_PAGE_OVERVIEW;
}

gboolean
kladka_pane_has_content (const KladkaActionFacts *facts)
{
  if (!kladka_page_has_pane (facts->page))
    return FALSE;
  return facts->has_selection || (facts->page == KLADKA_PAGE_COVERAGE && facts->has_cell);
}
