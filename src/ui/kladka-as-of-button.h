/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaAsOfButton:
 *
 * What every figure of the window rests on, and where it is chosen: the as-of day, whether unverified needs count, and
 * which supply does. An icon as long as the day is today; else the button says the day. Its popover is made when it is
 * first opened.
 */
#define KLADKA_TYPE_AS_OF_BUTTON (kladka_as_of_button_get_type ())
G_DECLARE_FINAL_TYPE (KladkaAsOfButton, kladka_as_of_button, KLADKA, AS_OF_BUTTON, GtkWidget)

void kladka_as_of_button_set_state (KladkaAsOfButton *self, KladkaViewState *state);

G_END_DECLS
