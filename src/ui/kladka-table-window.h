/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kladka-table.h"

G_BEGIN_DECLS

/**
 * KladkaTableWindow:
 *
 * A frozen table on the screen, cell by cell: the twin of a chart. Esc closes it.
 */
#define KLADKA_TYPE_TABLE_WINDOW (kladka_table_window_get_type ())
G_DECLARE_FINAL_TYPE (KladkaTableWindow, kladka_table_window, KLADKA, TABLE_WINDOW, AdwWindow)

/* @parent: (nullable) */
GtkWidget *kladka_table_window_new (GtkWindow *parent, const KladkaTable *table, KladkaWords *words);

G_END_DECLS
