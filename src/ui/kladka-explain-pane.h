/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaExplainPane:
 *
 * What stands behind the chosen cell of the coverage grid: its state and figures, the sum in sentences, the needs and
 * deliveries in it as links. Computed on a worker thread.
 *
 * Signal "explained": other content is there.
 */
#define KLADKA_TYPE_EXPLAIN_PANE (kladka_explain_pane_get_type ())
G_DECLARE_FINAL_TYPE (KladkaExplainPane, kladka_explain_pane, KLADKA, EXPLAIN_PANE, GtkWidget)

GtkWidget *kladka_explain_pane_new (KladkaViewState *state);
/* What it shows, for tests; NULL for nothing. */
const KladkaExplanation *kladka_explain_pane_get_explanation (KladkaExplainPane *self);

G_END_DECLS
