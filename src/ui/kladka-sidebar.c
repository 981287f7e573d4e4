/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-sidebar.h"

struct _KladkaSidebar {
  GtkWidget parent_instance;
  GtkListBox *list;
  GtkLabel *counts[KLADKA_N_PAGES];
  KladkaViewState *state;
};

G_DEFINE_FINAL_TYPE (KladkaSidebar, kladka_sidebar, GTK_TYPE_WIDGET)

static GtkWidget *
new_row (KladkaSidebar *self, KladkaPage page)
{
  KladkaWords *words = kladka_view_state_get_words (self->state);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (kladka_page_get_icon (page));
  GtkWidget *label = gtk_label_new (kladka_page_get_label (page, words));
  GtkWidget *row = gtk_list_box_row_new ();

  self->counts[page] = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->counts[page]), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->counts[page]), "numeric");
  gtk_widget_set_visible (GTK_WIDGET (self->counts[page]), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->counts[page]));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kladka_page_get_label (page, words), -1);
  return row;
}

static void
show_counts (KladkaSidebar *self)
{
  KladkaPlan *plan = kladka_view_state_get_plan (self->state);

  for (guint page = 0; page < KLADKA_N_PAGES; page++)
    {
      KladkaType type = kladka_page_get_type_of (page);
      g_autofree char *text = NULL;
      guint n;

      if (type == KLADKA_TYPE_NONE || plan == NULL)
        continue;
      n = kladka_plan_get_n_records (plan, type);
      text = kladka_words_dup_integer (kladka_view_state_get_words (self->state), n);
      gtk_label_set_label (self->counts[page], text);
      gtk_widget_set_visible (GTK_WIDGET (self->counts[page]), n > 0);
    }
}

static void
plan_changed_cb (KladkaSidebar *self)
{
  show_counts (self);
}

static void
page_changed_cb (KladkaSidebar *self)
{
  int page = kladka_view_state_get_page (self->state);

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, page));
}

static void
row_selected_cb (KladkaSidebar *self, GtkListBoxRow *row)
{
  if (row != NULL && self->state != NULL)
    kladka_view_state_set_page (self->state, gtk_list_box_row_get_index (row));
}

/* With Tab a list box goes through all its rows, and each would turn the page: only to the one that is chosen. */
static gboolean
kladka_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (KLADKA_SIDEBAR (widget)->list);

  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && row != NULL)
    return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
  return GTK_WIDGET_CLASS (kladka_sidebar_parent_class)->focus (widget, direction);
}

static void
kladka_sidebar_dispose (GObject *object)
{
  KladkaSidebar *self = KLADKA_SIDEBAR (object);
  GtkWidget *child;

  g_clear_object (&self->state);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kladka_sidebar_parent_class)->dispose (object);
}

static void
kladka_sidebar_class_init (KladkaSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_sidebar_dispose;
  widget_class->focus = kladka_sidebar_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
kladka_sidebar_init (KladkaSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
kladka_sidebar_set_state (KladkaSidebar *self, KladkaViewState *state)
{
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  for (guint page = 0; page < KLADKA_N_PAGES; page++)
    gtk_list_box_append (self->list, new_row (self, page));
  g_signal_connect_object (state, "plan-changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "page-changed", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  page_changed_cb (self);
  show_counts (self);
}
