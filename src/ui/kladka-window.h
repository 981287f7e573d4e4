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

/* @document: (nullable): the window is shown before its plan is there: kladka_window_set_document() brings it. If
 * nothing is awaited either, the window asks the application for a new plan as soon as it is on the screen. */
KladkaWindow *kladka_window_new (KladkaApplication *application, KladkaDocument *document, KladkaViewState *state);
void kladka_window_await (KladkaWindow *self, GFile *file);
void kladka_window_set_document (KladkaWindow *self, KladkaDocument *document);

/* The same plan and place in a new window in other words; the old one is destroyed. (transfer none) */
KladkaWindow *kladka_window_rebuild (KladkaWindow *self, KladkaWords *words);

KladkaDocument *kladka_window_get_document (KladkaWindow *self); /* (nullable) (transfer none) */
GFile *kladka_window_get_file (KladkaWindow *self);              /* also one that is awaited; (nullable) */
KladkaViewState *kladka_window_get_state (KladkaWindow *self);
/* Plan and page are there: they follow the window's first frame. */
gboolean kladka_window_is_complete (KladkaWindow *self);
/* A new plan in which nobody has done anything yet. */
gboolean kladka_window_is_untouched (KladkaWindow *self);

/* The bar that offers to keep or drop what a crash left. */
void kladka_window_show_recovered (KladkaWindow *self, const KladkaRecovery *recovery);

G_END_DECLS
