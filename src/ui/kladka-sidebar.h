/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaSidebar:
 *
 * The list of pages with how many records each lists; follows and sets the state's page.
 */
#define KLADKA_TYPE_SIDEBAR (kladka_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (KladkaSidebar, kladka_sidebar, KLADKA, SIDEBAR, GtkWidget)

/* Once. */
void kladka_sidebar_set_state (KladkaSidebar *self, KladkaViewState *state);

G_END_DECLS
