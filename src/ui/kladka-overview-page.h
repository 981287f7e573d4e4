/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaOverviewPage:
 *
 * Counts, the largest gaps, what starts and ends soon. Every line leads to what it speaks of. An empty plan gets its
 * first action offered instead.
 */
#define KLADKA_TYPE_OVERVIEW_PAGE (kladka_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (KladkaOverviewPage, kladka_overview_page, KLADKA, OVERVIEW_PAGE, GtkWidget)

GtkWidget *kladka_overview_page_new (KladkaViewState *state);

G_END_DECLS
