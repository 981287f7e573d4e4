/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-table-window.h"

#define MAX_CHARS 60
#define NAME_CHARS 28 /* of the first column, however many stand beside it */
#define LOOKED_AT 100 /* rows, to see how wide a column must be */

struct _KladkaTableWindow {
  AdwWindow parent_instance;
  AdwWindowTitle *title;
  GtkColumnView *view;
  KladkaTable *table;
  KladkaWords *words;
  GArray *chars; /* int, by column: a text shorter than that is not cut off */
};

G_DEFINE_FINAL_TYPE (KladkaTableWindow, kladka_table_window, ADW_TYPE_WINDOW)

static GQuark
column_quark (void)
{
  return g_quark_from_static_string ("kladka-table-column");
}

static void
setup_cb (KladkaTableWindow *self, GtkListItem *item, GtkListItemFactory *factory)
{
  guint column = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (factory), column_quark ()));
  GtkWidget *label = gtk_label_new (NULL);
  gboolean text = kladka_table_get_column_kind (self->table, column) == KLADKA_TABLE_TEXT;

  gtk_label_set_xalign (GTK_LABEL (label), text ? 0 : 1);
  if (text)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), g_array_index (self->chars, int, column));
    }
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (KladkaTableWindow *self, GtkListItem *item, GtkListItemFactory *factory)
{
  guint column = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (factory), column_quark ()));
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  g_autofree char *text = kladka_table_dup_shown (self->table, gtk_list_item_get_position (item), column, self->words);

  gtk_label_set_label (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), g_utf8_strlen (text, -1) > NAME_CHARS ? text : NULL);
}

static int
count_chars (KladkaTableWindow *self, guint column)
{
  int most = column == 0 ? NAME_CHARS : 0;

  for (guint row = 0; row < MIN (kladka_table_get_n_rows (self->table), LOOKED_AT) && most < NAME_CHARS; row++)
    {
      g_autofree char *text = kladka_table_dup_shown (self->table, row, column, self->words);

      most = MAX (most, (int)g_utf8_strlen (text, -1));
    }
  return MIN (most, NAME_CHARS);
}

static void
add_column (KladkaTableWindow *self, guint column)
{
  int chars = count_chars (self, column);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) it =
      gtk_column_view_column_new (kladka_table_get_column_title (self->table, column), factory);

  g_array_append_val (self->chars, chars);
  g_object_set_qdata (G_OBJECT (factory), column_quark (), GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_resizable (it, TRUE);
  gtk_column_view_append_column (self->view, it);
}

static void
kladka_table_window_finalize (GObject *object)
{
  KladkaTableWindow *self = KLADKA_TABLE_WINDOW (object);

  g_clear_pointer (&self->table, kladka_table_unref);
  g_clear_pointer (&self->words, kladka_words_unref);
  g_array_unref (self->chars);
  G_OBJECT_CLASS (kladka_table_window_parent_class)->finalize (object);
}

static void
kladka_table_window_class_init (KladkaTableWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kladka_table_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-table-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaTableWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KladkaTableWindow, view);
}

static void
kladka_table_window_init (KladkaTableWindow *self)
{
  self->chars = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kladka_table_window_new (GtkWindow *parent, const KladkaTable *table, KladkaWords *words)
{
  KladkaTableWindow *self = g_object_new (KLADKA_TYPE_TABLE_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);

  self->table = kladka_table_ref (table);
  self->words = kladka_words_ref (words);
  gtk_window_set_title (GTK_WINDOW (self), kladka_table_get_title (table));
  adw_window_title_set_title (self->title, kladka_table_get_title (table));
  adw_window_title_set_subtitle (self->title, kladka_table_get_note (table));
  for (guint column = 0; column < kladka_table_get_n_columns (table); column++)
    add_column (self, column);
  for (guint row = 0; row < kladka_table_get_n_rows (table); row++)
    gtk_string_list_append (rows, "");
  gtk_column_view_set_model (self->view,
                             GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (rows)))));
  return GTK_WIDGET (self);
}
