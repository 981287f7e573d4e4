/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KladkaRowFeed:
 *
 * Hands the rows of a list to a view in several turns of the main loop. A GtkColumnView of GTK 4.8 makes the widgets of
 * some two hundred rows, however few are seen, and all in the turn in which the rows come. Here the first screen comes
 * before the next frame and what is below it after that; once the view has all the widgets it ever makes, it gets all
 * rows.
 *
 * Its model is the beginning of the list: positions are those of the list. Signal "fed": more of them have come.
 */
#define KLADKA_TYPE_ROW_FEED (kladka_row_feed_get_type ())
G_DECLARE_FINAL_TYPE (KladkaRowFeed, kladka_row_feed, KLADKA, ROW_FEED, GObject)

KladkaRowFeed *kladka_row_feed_new (GListModel *list, GtkWidget *view); /* belongs to the page of @view */
GListModel *kladka_row_feed_get_model (KladkaRowFeed *self);            /* (transfer none) */
/* Whether the model has this row of the list. If not, it hurries. */
gboolean kladka_row_feed_reach (KladkaRowFeed *self, guint position);

G_END_DECLS
