/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-record-list.h"

G_BEGIN_DECLS

/**
 * KladkaTablePage:
 *
 * The records of one type as a table: sorted by its headers, narrowed by the view state's filter, its columns chosen
 * from a menu. Selection is the view state's. Actions: "page.add", "page.delete", "page.search".
 */
#define KLADKA_TYPE_TABLE_PAGE (kladka_table_page_get_type ())
G_DECLARE_FINAL_TYPE (KladkaTablePage, kladka_table_page, KLADKA, TABLE_PAGE, GtkWidget)

/* @settings: (nullable): where the table is remembered as it was left */
GtkWidget *kladka_table_page_new (KladkaViewState *view_state, KladkaPage page, GSettings *settings);
KladkaRecordList *kladka_table_page_get_list (KladkaTablePage *self);
GtkColumnView *kladka_table_page_get_view (KladkaTablePage *self);
/* "45 needs" would need a case of its own in each language: "45 records, 12 shown". */
const char *kladka_table_page_get_count (KladkaTablePage *self);

G_END_DECLS
