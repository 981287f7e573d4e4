/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-overview-row.h"

static GQuark
ref_quark (void)
{
  return g_quark_from_static_string ("kladka-overview-ref");
}

static GtkWidget *
new_box (GtkWidget *parent, GtkOrientation orientation, const char *css_class)
{
  GtkWidget *box = gtk_box_new (orientation, 0);

  gtk_widget_add_css_class (box, css_class);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (parent != NULL)
    gtk_box_append (GTK_BOX (parent), box);
  return box;
}

static GtkWidget *
new_text (GtkWidget *parent, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (parent), label);
  return label;
}

static GtkWidget *
new_share_bar (double share)
{
  GtkWidget *bar = gtk_level_bar_new ();

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), CLAMP (share, 0, 1));
  gtk_widget_set_size_request (bar, 64, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  return bar;
}

GtkWidget *
kladka_overview_row_new (const KladkaOverviewLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *header = new_box (NULL, GTK_ORIENTATION_HORIZONTAL, "header");
  GtkWidget *texts = new_box (header, GTK_ORIENTATION_VERTICAL, "title");
  GtkWidget *suffixes = new_box (header, GTK_ORIENTATION_HORIZONTAL, "suffixes");
  GtkWidget *title = new_text (texts, line->title, "title");
  GtkWidget *detail = new_text (texts, line->detail, "subtitle");

  g_object_set_qdata (G_OBJECT (row), ref_quark (), GUINT_TO_POINTER (line->ref));
  gtk_widget_set_hexpand (texts, TRUE);
  if (line->share >= 0)
    gtk_box_append (GTK_BOX (suffixes), new_share_bar (line->share));
  gtk_box_append (GTK_BOX (suffixes), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), header);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, detail, NULL, -1);
  return row;
}

KladkaRef
kladka_overview_row_get_ref (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (row), ref_quark ()));
}
