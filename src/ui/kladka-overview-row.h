/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-overview-state.h"

G_BEGIN_DECLS

/* Looks like an AdwActionRow of one line each, which lays its wrapping labels out several times a frame. (transfer
 * floating) */
GtkWidget *kladka_overview_row_new (const KladkaOverviewLine *line);
/* What it leads to. */
KladkaRef kladka_overview_row_get_ref (GtkListBoxRow *row);

G_END_DECLS
