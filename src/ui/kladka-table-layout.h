/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-table-columns.h"

G_BEGIN_DECLS

/**
 * KladkaTableLayout:
 *
 * How a table was left, in the settings: the columns shown, in their order, the widths that somebody chose, and the
 * sort. By field names, so that an older or newer program reads it too.
 */
#define KLADKA_TYPE_TABLE_LAYOUT (kladka_table_layout_get_type ())
G_DECLARE_FINAL_TYPE (KladkaTableLayout, kladka_table_layout, KLADKA, TABLE_LAYOUT, GObject)

/* Gives the list the columns and the sort that were left; the columns are made after that. */
KladkaTableLayout *kladka_table_layout_new (GSettings *settings, KladkaRecordList *list);
/* Gives the columns their order and widths, and remembers from now on what changes. @view and @columns stay as long as
 * the layout. */
void kladka_table_layout_follow (KladkaTableLayout *self, GtkColumnView *view, KladkaTableColumns *columns);

G_END_DECLS
