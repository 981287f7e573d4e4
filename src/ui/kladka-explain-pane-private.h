/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Between the files of the explaining pane. */

#include <adwaita.h>

#include "kladka-explain-pane.h"
#include "kladka-grid-state.h"

G_BEGIN_DECLS

struct _KladkaExplainPane {
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *period;
  GtkLabel *cell_state;
  GtkLabel *marks;
  GtkWidget *new_project;
  GtkListBox *figures;
  AdwPreferencesGroup *needs_group;
  GtkListBox *needs;
  AdwPreferencesGroup *deliveries_group;
  GtkListBox *deliveries;
  AdwPreferencesGroup *unused_group;
  GtkListBox *unused;
  GtkLabel *sentences;
  GtkLabel *note;

  KladkaViewState *state;
  KladkaGridState *grid_state;
  KladkaGrid *grid; /* that of @explanation */
  KladkaExplanation *explanation;
  guint row;
  guint column;
  gboolean stale;
  GCancellable *computing;
};

/* kladka-explain-show.c: fills the pane from its explanation. */
void kladka_explain_pane_show (KladkaExplainPane *self, char **sentences);
/* Where a row leads; 0 = nowhere. */
KladkaRef kladka_explain_pane_get_ref_of (GtkListBoxRow *row);

G_END_DECLS
