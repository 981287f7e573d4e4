/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KladkaCellPen:
 *
 * What the cells of one view write with: its font, and one layout for all of them. A view has some thousand cells of
 * which a few hundred are seen; a context and a layout each would be most of what they cost.
 */
#define KLADKA_TYPE_CELL_PEN (kladka_cell_pen_get_type ())
G_DECLARE_FINAL_TYPE (KladkaCellPen, kladka_cell_pen, KLADKA, CELL_PEN, GObject)

KladkaCellPen *kladka_cell_pen_new (GtkWidget *view); /* @view is not kept alive */

/**
 * KladkaCellText:
 *
 * One line of text in a table's cell: cut off with an ellipsis, which a tooltip then tells in full; numbers at the end
 * and in figures of one width. It measures by the font alone and lays its text out only when it is drawn.
 */
#define KLADKA_TYPE_CELL_TEXT (kladka_cell_text_get_type ())
G_DECLARE_FINAL_TYPE (KladkaCellText, kladka_cell_text, KLADKA, CELL_TEXT, GtkWidget)

GtkWidget *kladka_cell_text_new (KladkaCellPen *pen, gboolean number);
void kladka_cell_text_set_text (KladkaCellText *self, const char *text); /* NULL: none */
const char *kladka_cell_text_get_text (KladkaCellText *self);            /* (not nullable) */
gboolean kladka_cell_text_is_cut_off (KladkaCellText *self);

G_END_DECLS
