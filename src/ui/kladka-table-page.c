/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-table-page.h"

#include <adwaita.h>

#include "kladka-form-acts.h"
#include "kladka-i18n.h"
#include "kladka-row-feed.h"
#include "kladka-table-columns.h"
#include "kladka-table-layout.h"

struct _KladkaTablePage {
  GtkWidget parent_instance;
  KladkaViewState *view_state;
  KladkaType type;
  KladkaRecordList *list;
  KladkaRowFeed *feed;
  GtkSingleSelection *selection;
  KladkaTableColumns *columns;
  KladkaTableLayout *layout; /* NULL: nothing is remembered */
  gboolean syncing;          /* the selection changes by us */
  gboolean scroll_later;     /* to the selection, once its row has come */
  GtkWidget *box;
  GtkWidget *search_entry;
  GtkWidget *count_label;
  GtkWidget *columns_button;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *empty_page;
};

G_DEFINE_FINAL_TYPE (KladkaTablePage, kladka_table_page, GTK_TYPE_WIDGET)

static void
show_count (KladkaTablePage *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint n_all = kladka_record_list_get_n_all (self->list);
  g_autofree char *all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record", "%u records", n_all), n_all);
  g_autofree char *text =
      n_shown == n_all
          ? g_strdup (all)
          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u shown", "%s, %u shown", n_shown), all, n_shown);

  gtk_label_set_text (GTK_LABEL (self->count_label), text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n_all == 0 ? "empty" : n_shown == 0 ? "nothing" : "table");
}

static void
scroll_to (KladkaTablePage *self, int position)
{
  GtkWidget *list = gtk_widget_get_last_child (self->view);

  /* GTK 4.8 has no other way. */
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", (guint)position);
}

static void
show_selection (KladkaTablePage *self, gboolean scroll)
{
  KladkaRef ref = kladka_view_state_get_selection (self->view_state);
  int position = ref != 0 ? kladka_record_list_find (self->list, ref) : -1;
  gboolean reached = position >= 0 && kladka_row_feed_reach (self->feed, (guint)position);

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, reached ? (guint)position : GTK_INVALID_LIST_POSITION);
  self->syncing = FALSE;
  if (reached && scroll)
    scroll_to (self, position);
  self->scroll_later = scroll && position >= 0 && !reached;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.delete", position >= 0);
}

static void
fed_cb (KladkaTablePage *self)
{
  show_selection (self, self->scroll_later);
}

static void
updated_cb (KladkaTablePage *self)
{
  kladka_table_columns_refresh (self->columns);
  show_selection (self, self->scroll_later);
  show_count (self);
}

static void
selection_changed_cb (KladkaTablePage *self)
{
  KladkaRecordRow *row = gtk_single_selection_get_selected_item (self->selection);

  /* Who came by a click is on the screen already. */
  if (row != NULL && kladka_record_row_get_ref (row) == kladka_view_state_get_selection (self->view_state))
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.delete", TRUE);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_selection (self, TRUE);
}

static void
selected_cb (KladkaTablePage *self)
{
  KladkaRecordRow *row = gtk_single_selection_get_selected_item (self->selection);

  /* A row that the filter took away does not take the selection with it. */
  if (!self->syncing && row != NULL)
    kladka_view_state_select (self->view_state, kladka_record_row_get_ref (row));
}

static void
search_changed_cb (KladkaTablePage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  kladka_view_state_set_search_text (self->view_state, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  /* Who was far down sees what was found from its beginning. */
  show_selection (self, TRUE);
  if (!self->scroll_later && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    scroll_to (self, 0);
}

static void
filter_changed_cb (KladkaTablePage *self)
{
  const char *filtered = kladka_view_state_get_filter (self->view_state)->text;
  g_autofree char *text = g_strdup (filtered != NULL ? filtered : "");

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), text))
    return;
  /* The entry is emptied first, which it would tell as a search for nothing. */
  g_signal_handlers_block_by_func (self->search_entry, search_changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  g_signal_handlers_unblock_by_func (self->search_entry, search_changed_cb, self);
}

/* From the search into what it found: to the record that is chosen, else to the first. GTK goes to the row that comes
 * to, as it was told where to scroll. */
static void
enter_table (KladkaTablePage *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  g_autoptr (KladkaRecordRow) first = g_list_model_get_item (G_LIST_MODEL (self->list), 0);

  if (first == NULL)
    return;
  if (selected == GTK_INVALID_LIST_POSITION)
    kladka_view_state_select (self->view_state, kladka_record_row_get_ref (first));
  else
    scroll_to (self, (int)selected);
  gtk_widget_grab_focus (self->view);
}

static void
search_activate_cb (KladkaTablePage *self)
{
  search_changed_cb (self);
  enter_table (self);
}

static gboolean
search_key_cb (KladkaTablePage *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  search_activate_cb (self);
  return GDK_EVENT_STOP;
}

static void
stop_search_cb (KladkaTablePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  kladka_view_state_set_search_text (self->view_state, "");
  gtk_widget_grab_focus (self->view);
}

static void
show_all_cb (KladkaTablePage *self)
{
  KladkaFilter any = { 0 };

  kladka_view_state_set_filter (self->view_state, &any);
}

static void
activate_cb (KladkaTablePage *self, guint position)
{
  g_autoptr (KladkaRecordRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (row != NULL)
    kladka_view_state_focus_record (self->view_state, kladka_record_row_get_ref (row));
}

/* ---- Actions ---- */

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KladkaTablePage *self = KLADKA_TABLE_PAGE (widget);

  kladka_form_add (self->view_state, self->type, NULL, 0);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KladkaTablePage *self = KLADKA_TABLE_PAGE (widget);
  KladkaRecordRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row != NULL)
    kladka_form_delete (self->view_state, kladka_record_row_get_ref (row));
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *entry = KLADKA_TABLE_PAGE (widget)->search_entry;

  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}

/* ---- Overrides ---- */

static void
kladka_table_page_map (GtkWidget *widget)
{
  KladkaTablePage *self = KLADKA_TABLE_PAGE (widget);

  GTK_WIDGET_CLASS (kladka_table_page_parent_class)->map (widget);
  filter_changed_cb (self);
  kladka_record_list_set_active (self->list, TRUE);
  show_selection (self, TRUE);
}

static void
kladka_table_page_unmap (GtkWidget *widget)
{
  kladka_record_list_set_active (KLADKA_TABLE_PAGE (widget)->list, FALSE);
  GTK_WIDGET_CLASS (kladka_table_page_parent_class)->unmap (widget);
}

static void
kladka_table_page_dispose (GObject *object)
{
  KladkaTablePage *self = KLADKA_TABLE_PAGE (object);

  /* The view lets go of its sorter last, which would still be told. */
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), KLADKA_TYPE_TABLE_PAGE);
  g_clear_object (&self->layout);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_object (&self->feed);
  g_clear_object (&self->list);
  g_clear_object (&self->view_state);
  G_OBJECT_CLASS (kladka_table_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaTablePage, box);
  gtk_widget_class_bind_template_child (widget_class, KladkaTablePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KladkaTablePage, count_label);
  gtk_widget_class_bind_template_child (widget_class, KladkaTablePage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaTablePage, stack);
  gtk_widget_class_bind_template_child (widget_class, KladkaTablePage, view);
  gtk_widget_class_bind_template_child (widget_class, KladkaTablePage, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
kladka_table_page_class_init (KladkaTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_table_page_dispose;
  widget_class->map = kladka_table_page_map;
  widget_class->unmap = kladka_table_page_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "page.search", NULL);
}

static void
add_delete_key (KladkaTablePage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* On the table alone: in the search entry the key deletes a letter. */
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0), gtk_named_action_new ("page.delete")));
  gtk_widget_add_controller (self->view, controller);
}

static void
kladka_table_page_init (KladkaTablePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_delete_key (self);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry), self->view);
}

static void
connect_columns (KladkaTablePage *self)
{
  g_autoptr (GMenuModel) menu = NULL;

  self->columns = kladka_table_columns_new (GTK_COLUMN_VIEW (self->view), self->list);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", kladka_table_columns_get_actions (self->columns));
  menu = kladka_table_columns_new_menu (self->columns);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->columns_button), menu);
}

GtkWidget *
kladka_table_page_new (KladkaViewState *view_state, KladkaPage page, GSettings *settings)
{
  KladkaTablePage *self = g_object_new (KLADKA_TYPE_TABLE_PAGE, NULL);
  const char *label = kladka_page_get_label (page, kladka_view_state_get_words (view_state));

  self->view_state = g_object_ref (view_state);
  self->type = kladka_page_get_type_of (page);
  self->list = kladka_record_list_new (view_state, self->type);
  if (settings != NULL)
    self->layout = kladka_table_layout_new (settings, self->list);
  self->feed = kladka_row_feed_new (G_LIST_MODEL (self->list), self->view);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, kladka_row_feed_get_model (self->feed));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty_page), kladka_page_get_icon (page));
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty_page), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  connect_columns (self);
  if (self->layout != NULL)
    kladka_table_layout_follow (self->layout, GTK_COLUMN_VIEW (self->view), self->columns);
  g_signal_connect_object (self->list, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "fed", G_CALLBACK (fed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view_state, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view_state, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

KladkaRecordList *
kladka_table_page_get_list (KladkaTablePage *self)
{
  return self->list;
}

GtkColumnView *
kladka_table_page_get_view (KladkaTablePage *self)
{
  return GTK_COLUMN_VIEW (self->view);
}

const char *
kladka_table_page_get_count (KladkaTablePage *self)
{
  return gtk_label_get_text (GTK_LABEL (self->count_label));
}
