/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-view-state.h"

G_BEGIN_DECLS

/* The widget of a page; the window makes it when the page is first shown. */
GtkWidget *kladka_page_widget_new (KladkaPage page, KladkaViewState *state, GSettings *settings);

/* What stands in the side pane: the form of the selected record, and what explains the chosen cell. */
GtkWidget *kladka_record_pane_widget_new (KladkaViewState *state);
GtkWidget *kladka_explain_pane_widget_new (KladkaViewState *state);

G_END_DECLS
