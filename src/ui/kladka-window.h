/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-application.h"
#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaWindow:
 *
 * One plan on the screen: sidebar, pages, side pane. Hands what the pages want changed to the document, and the new
 * plan to the state.
 */
#define KLADKA_TYPE_WINDOW (kladka_window_get_type ())
G_DECLARE_FINAL_TYPE (KladkaWindow, kladka_window, KLADKA, WINDOW, AdwApplicationWindow)

KladkaWindow *kladka_window_new (KladkaApplication *application, KladkaDocument *document, KladkaViewState *state);

/* The same plan and place in a new window in other words; the old one is destroyed. (transfer none) */
KladkaWindow *kladka_window_rebuild (KladkaWindow *self, KladkaWords *words);

KladkaDocument *kladka_window_get_document (KladkaWindow *self);
KladkaViewState *kladka_window_get_state (KladkaWindow *self);
/* Its page is there: it follows the window's first frame. */
gboolean kladka_window_is_complete (KladkaWindow *self);
/* A new plan in which nobody has done anything yet. */
gboolean kladka_window_is_untouched (KladkaWindow *self);

/* The bar that offers to keep or drop what a crash left. */
void kladka_window_show_recovered (KladkaWindow *self, const KladkaRecovery *recovery);

G_END_DECLS
