/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "desk.h"
#include "kladka-table-page.h"
#include "shot.h"

typedef struct {
  Desk *desk;
  GtkWidget *window;
  KladkaTablePage *page;
  KladkaRecordList *list;
} Room;

static void
set_up (Room *room, gconstpointer furnished)
{
  room->desk = desk_new (KLADKA_LANG_EN);
  if (furnished != NULL)
    desk_furnish (room->desk);
  kladka_view_state_set_page (room->desk->view_state, KLADKA_PAGE_NEEDS);
  room->page = KLADKA_TABLE_PAGE (kladka_table_page_new (room->desk->view_state, KLADKA_PAGE_NEEDS, NULL));
  room->list = kladka_table_page_get_list (room->page);
  room->window = g_object_ref_sink (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (room->window), GTK_WIDGET (room->page));
  gtk_window_set_default_size (GTK_WINDOW (room->window), 1000, 700);
  gtk_window_present (GTK_WINDOW (room->window));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (room->page)));
  shot_settle (50);
}

static void
tear_down (Room *room, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (room->window));
  g_assert_finalize_object (room->window);
  desk_free (room->desk);
}

static const char *
reference_at (Room *room, guint position)
{
  g_autoptr (KladkaRecordRow) row = g_list_model_get_item (G_LIST_MODEL (room->list), position);

  return kladka_record_get_short (kladka_record_row_get_record (row));
}

static GtkColumnViewColumn *
find_column (Room *room, const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (kladka_table_page_get_view (room->page));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_title (column), title))
        return column;
    }
  g_assert_not_reached ();
}

/* As a click on the header does. */
static void
sort_by (Room *room, const char *title, GtkSortType order)
{
  gtk_column_view_sort_by_column (kladka_table_page_get_view (room->page), find_column (room, title), order);
}

static void
test_headers_sort (Room *room, gconstpointer data)
{
  g_assert_cmpstr (reference_at (room, 0), ==, "N-001");
  sort_by (room, "Title", GTK_SORT_ASCENDING);
  g_assert_cmpstr (reference_at (room, 0), ==, "N-010");
  sort_by (room, "Title", GTK_SORT_DESCENDING);
  g_assert_cmpstr (reference_at (room, 0), ==, "N-002");
  sort_by (room, "Quantity wanted", GTK_SORT_DESCENDING);
  g_assert_cmpstr (reference_at (room, 0), ==, "N-001");
  g_assert_cmpstr (reference_at (room, 2), ==, "N-002");
}

static GtkWidget *
find_search_entry (GtkWidget *widget)
{
  if (GTK_IS_SEARCH_ENTRY (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_search_entry (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_search_narrows (Room *room, gconstpointer data)
{
  GtkEditable *entry;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (room->page), "page.search", NULL));
  entry = GTK_EDITABLE (find_search_entry (GTK_WIDGET (room->page)));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (entry))));
  gtk_editable_set_text (entry, "lodz");
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (room->list)) == 1);
  g_assert_cmpstr (reference_at (room, 0), ==, "N-001");
  g_assert_cmpstr (kladka_table_page_get_count (room->page), ==, "3 records, 1 shown");
  gtk_editable_set_text (entry, "київ");
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (room->list)) == 1 && g_str_equal (reference_at (room, 0), "N-002"));
  gtk_editable_set_text (entry, "");
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (room->list)) == 3);
  g_assert_cmpstr (kladka_table_page_get_count (room->page), ==, "3 records");
}

static guint
selected_position (Room *room)
{
  return gtk_single_selection_get_selected (
      GTK_SINGLE_SELECTION (gtk_column_view_get_model (kladka_table_page_get_view (room->page))));
}

static void
test_selection_is_the_view_states (Room *room, gconstpointer data)
{
  KladkaRef ref = desk_find (room->desk, "need-2");
  GtkSelectionModel *model = gtk_column_view_get_model (kladka_table_page_get_view (room->page));

  g_assert_cmpuint (kladka_view_state_get_selection (room->desk->view_state), ==, 0);
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpuint (kladka_view_state_get_selection (room->desk->view_state), ==, ref);
  sort_by (room, "Title", GTK_SORT_DESCENDING);
  g_assert_cmpuint (selected_position (room), ==, 0);
  /* What the filter takes away stays selected and is there again afterwards. */
  kladka_view_state_set_search_text (room->desk->view_state, "lodz");
  g_assert_cmpuint (selected_position (room), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (kladka_view_state_get_selection (room->desk->view_state), ==, ref);
  kladka_view_state_set_search_text (room->desk->view_state, "");
  g_assert_cmpuint (selected_position (room), ==, 0);
  kladka_view_state_select (room->desk->view_state, desk_find (room->desk, "need-3"));
  g_assert_cmpuint (selected_position (room), ==, 2);
}

static void
test_delete_takes_the_selected (Room *room, gconstpointer data)
{
  kladka_view_state_select (room->desk->view_state, desk_find (room->desk, "need-2"));
  gtk_widget_activate_action (GTK_WIDGET (room->page), "page.delete", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (room->list)), ==, 2);
  g_assert_cmpstr (room->desk->verbs->pdata[0], ==, "delete");
  desk_undo (room->desk);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (room->list)), ==, 3);
}

static void
test_first_one_is_added_from_the_empty_page (Room *room, gconstpointer data)
{
  g_assert_cmpstr (kladka_table_page_get_count (room->page), ==, "0 records");
  gtk_widget_activate_action (GTK_WIDGET (room->page), "page.add", NULL);
  g_assert_cmpstr (kladka_table_page_get_count (room->page), ==, "1 record");
}

static GtkInscription *
find_inscription (GtkWidget *widget, const char *text)
{
  if (GTK_IS_INSCRIPTION (widget) && g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) == 0)
    return GTK_INSCRIPTION (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkInscription *found = find_inscription (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_ten_thousand_rows_make_few_objects (Room *room, gconstpointer data)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("many-%05u", i);
      g_autofree char *title = g_strdup_printf ("Need number %u", (i * 7919) % 10000);

      kladka_edits_create (edits, KLADKA_TYPE_NEED, id);
      desk_text (edits, NEED, id, "title_en", title);
    }
  desk_apply (room->desk, edits);
  shot_settle (200);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (room->list)), ==, 10000);
  g_assert_cmpuint (kladka_record_list_get_n_objects (room->list), >, 0);
  g_assert_cmpuint (kladka_record_list_get_n_objects (room->list), <, 300);
  sort_by (room, "Title", GTK_SORT_ASCENDING);
  shot_settle (200);
  g_assert_cmpuint (kladka_record_list_get_n_objects (room->list), <, 300);
  g_assert_nonnull (find_inscription (GTK_WIDGET (room->page), "Need number 0"));
  g_assert_null (find_inscription (GTK_WIDGET (room->page), "Need number 9999"));
  sort_by (room, "Title", GTK_SORT_DESCENDING);
  g_assert_nonnull (find_inscription (GTK_WIDGET (room->page), "Need number 9999"));
  g_assert_null (find_inscription (GTK_WIDGET (room->page), "Need number 0"));
  /* Many rows in their places stand for other records then, the rest goes. */
  kladka_view_state_select (room->desk->view_state, desk_find (room->desk, "many-00001"));
  kladka_view_state_set_search_text (room->desk->view_state, "number 79");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (room->list)), ==, 299);
  g_assert_cmpint ((int)selected_position (room), ==,
                   kladka_record_list_find (room->list, desk_find (room->desk, "many-00001")));
  g_assert_nonnull (find_inscription (GTK_WIDGET (room->page), "Need number 7919"));
  g_assert_null (find_inscription (GTK_WIDGET (room->page), "Need number 7888"));
  g_assert_cmpuint (kladka_record_list_get_n_objects (room->list), <, 300);
}

#define ADD(path, furnished, test) g_test_add ("/ui/table/" path, Room, furnished, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("headers-sort", "furnished", test_headers_sort);
  ADD ("search-narrows", "furnished", test_search_narrows);
  ADD ("selection-is-the-view-states", "furnished", test_selection_is_the_view_states);
  ADD ("delete-takes-the-selected", "furnished", test_delete_takes_the_selected);
  ADD ("first-one-is-added-from-the-empty-page", NULL, test_first_one_is_added_from_the_empty_page);
  ADD ("ten-thousand-rows-make-few-objects", NULL, test_ten_thousand_rows_make_few_objects);
  return g_test_run ();
}
