/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "kladka-preview.h"

G_BEGIN_DECLS

/* The place of an item in its preview, for list widgets. */
#define KLADKA_TYPE_IMPORT_ROW (kladka_import_row_get_type ())
G_DECLARE_FINAL_TYPE (KladkaImportRow, kladka_import_row, KLADKA, IMPORT_ROW, GObject)
guint kladka_import_row_get_item (KladkaImportRow *self);

/**
 * KladkaImportList:
 *
 * The items of a preview as a list model, all or those of one state; row objects are made on first request.
 */
#define KLADKA_TYPE_IMPORT_LIST (kladka_import_list_get_type ())
G_DECLARE_FINAL_TYPE (KladkaImportList, kladka_import_list, KLADKA, IMPORT_LIST, GObject)

/* @preview must live as long as the list. */
KladkaImportList *kladka_import_list_new (const KladkaPreview *preview);
/* @state: a KladkaPreviewState, or -1 for all. @text: what the row must hold, case and accents aside. */
void kladka_import_list_show (KladkaImportList *self, int state, const char *text);

G_END_DECLS
