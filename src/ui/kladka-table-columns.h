/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-record-list.h"

G_BEGIN_DECLS

/**
 * KladkaTableColumns:
 *
 * The columns of a GtkColumnView over a record list: labels only; clicks on the headers become the list's order; shown
 * and hidden by the actions "columns.…" of a group. Belongs to the view's page. Signal "sorted": somebody chose another
 * order.
 */
#define KLADKA_TYPE_TABLE_COLUMNS (kladka_table_columns_get_type ())
G_DECLARE_FINAL_TYPE (KladkaTableColumns, kladka_table_columns, KLADKA, TABLE_COLUMNS, GObject)

KladkaTableColumns *kladka_table_columns_new (GtkColumnView *view, KladkaRecordList *list);
/* Writes what differs into the cells on screen. */
void kladka_table_columns_refresh (KladkaTableColumns *self);
/* A state for each column, "columns.name" of the field; and the menu that shows them. (transfer none) */
GActionGroup *kladka_table_columns_get_actions (KladkaTableColumns *self);
GMenuModel *kladka_table_columns_new_menu (KladkaTableColumns *self);
/* Of a column of the table's state. (transfer none) */
GtkColumnViewColumn *kladka_table_columns_get_column (KladkaTableColumns *self, guint column);

G_END_DECLS
