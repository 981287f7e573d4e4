/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-preview.h"

G_BEGIN_DECLS

/**
 * KladkaImportRowWidget:
 *
 * One record of a preview: its tick, what it is, what would happen to it and why. Signal "ticked" (guint item,
 * gboolean ticked) when somebody changes the tick.
 */
#define KLADKA_TYPE_IMPORT_ROW_WIDGET (kladka_import_row_widget_get_type ())
G_DECLARE_FINAL_TYPE (KladkaImportRowWidget, kladka_import_row_widget, KLADKA, IMPORT_ROW_WIDGET, GtkWidget)

GtkWidget *kladka_import_row_widget_new (void);
void kladka_import_row_widget_show (KladkaImportRowWidget *self,
                                    guint item,
                                    const KladkaPreviewItem *values,
                                    const KladkaWords *words);
guint kladka_import_row_widget_get_item (KladkaImportRowWidget *self); /* what it shows */
/* Without a signal. */
void kladka_import_row_widget_set_ticked (KladkaImportRowWidget *self, gboolean ticked);

G_END_DECLS
