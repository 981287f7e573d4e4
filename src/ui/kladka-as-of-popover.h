/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaAsOfPopover:
 *
 * Chooses the as-of day, typed as people type dates or from a calendar, and which needs and which supply count. A date
 * coarser than a day means its first day.
 */
#define KLADKA_TYPE_AS_OF_POPOVER (kladka_as_of_popover_get_type ())
G_DECLARE_FINAL_TYPE (KladkaAsOfPopover, kladka_as_of_popover, KLADKA, AS_OF_POPOVER, GtkPopover)

GtkWidget *kladka_as_of_popover_new (KladkaViewState *state);

G_END_DECLS
