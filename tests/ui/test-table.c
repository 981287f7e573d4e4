/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "desk.h"
#include "kladka-cell-text.h"
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

static GtkWidget *
find_cell (GtkWidget *widget, const char *text)
{
  if (KLADKA_IS_CELL_TEXT (widget) && g_str_equal (kladka_cell_text_get_text (KLADKA_CELL_TEXT (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cell (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Of the row with that reference. */
static gboolean
has_keyboard (Room *room, const char *reference)
{
  GtkWidget *row = gtk_window_get_focus (GTK_WINDOW (room->window));

  return row != NULL && find_cell (row, reference) != NULL;
}

/* Who goes on into the table finds the record chosen that was found, also after another one had the keyboard. */
static void
test_search_leads_to_what_it_finds (Room *room, gconstpointer data)
{
  GtkWidget *entry = find_search_entry (GTK_WIDGET (room->page));

  kladka_view_state_select (room->desk->view_state, desk_find (room->desk, "need-3"));
  gtk_widget_grab_focus (GTK_WIDGET (kladka_table_page_get_view (room->page)));
  gtk_widget_activate_action (GTK_WIDGET (room->page), "page.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "another");
  gtk_widget_activate_action (GTK_WIDGET (room->page), "page.search", NULL);
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), NULL, NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), "N-00");
  kladka_view_state_select (room->desk->view_state, 0);
  g_assert_true (shot_press (entry, GDK_KEY_Down, 0));
  g_assert_cmpuint (kladka_view_state_get_selection (room->desk->view_state), ==, desk_find (room->desk, "need-1"));
  WAIT_FOR (has_keyboard (room, "N-001"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "київ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (kladka_view_state_get_selection (room->desk->view_state), ==, desk_find (room->desk, "need-2"));
  WAIT_FOR (has_keyboard (room, "N-002"));
}

static GtkWidget *
get_cell (Room *room, const char *text)
{
  GtkWidget *cell = find_cell (GTK_WIDGET (room->page), text);

  g_assert_nonnull (cell);
  return cell;
}

static gboolean
sees (Room *room, const char *text)
{
  GtkWidget *cell = find_cell (GTK_WIDGET (room->page), text);

  return cell != NULL && gtk_widget_get_mapped (cell);
}

static gboolean
has_tooltip (GtkWidget *cell)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_assert_true (gtk_widget_get_has_tooltip (cell));
  g_signal_emit_by_name (cell, "query-tooltip", 1, 1, FALSE, tooltip, &shown);
  return shown;
}

/* Where its text is, as shares of its width. */
static void
find_ink (GtkWidget *cell, double *ret_from, double *ret_to)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (cell);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int width = gtk_widget_get_width (cell), height = gtk_widget_get_height (cell);
  g_autofree guint32 *pixels = g_new0 (guint32, width * height);
  cairo_surface_t *surface = cairo_image_surface_create_for_data ((guchar *)pixels, CAIRO_FORMAT_ARGB32, width, height,
                                                                  width * (int)sizeof *pixels);
  cairo_t *cairo = cairo_create (surface);
  int from = width, to = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cairo);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  for (int i = 0; i < width * height; i++)
    if (pixels[i] != 0)
      {
        from = MIN (from, i % width);
        to = MAX (to, i % width + 1);
      }
  *ret_from = (double)from / width;
  *ret_to = (double)to / width;
}

static void
test_cut_off_text_has_a_tooltip (Room *room, gconstpointer data)
{
  GtkWidget *cell = get_cell (room, "EDR like in Łódź");

  g_assert_false (has_tooltip (cell));
  gtk_column_view_column_set_fixed_width (find_column (room, "Title"), 60);
  gtk_column_view_column_set_expand (find_column (room, "Title"), FALSE);
  WAIT_FOR (gtk_widget_get_width (cell) < 60);
  g_assert_true (has_tooltip (cell));
  /* Of a text in several lines one is seen. */
  kladka_cell_text_set_text (KLADKA_CELL_TEXT (cell), "A\nB");
  g_assert_true (has_tooltip (cell));
}

static void
test_numbers_stand_at_the_end (Room *room, gconstpointer data)
{
  double from, to;

  find_ink (get_cell (room, "N-001"), &from, &to);
  g_assert_cmpfloat (from, <, 0.1);
  g_assert_cmpfloat (to, <, 0.9);
  find_ink (get_cell (room, "800"), &from, &to);
  g_assert_cmpfloat (from, >, 0.5);
  g_assert_cmpfloat (to, >, 0.9);
}

static void
test_rows_grow_with_the_text (Room *room, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *cell = get_cell (room, "N-001");
  int height = gtk_widget_get_height (cell), dpi;
  g_autofree char *font = NULL;

  g_assert_cmpint (height, >, 10);
  g_object_get (settings, "gtk-xft-dpi", &dpi, "gtk-font-name", &font, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 2, NULL);
  WAIT_FOR (gtk_widget_get_height (cell) > height * 3 / 2);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  WAIT_FOR (gtk_widget_get_height (cell) == height);
  g_object_set (settings, "gtk-font-name", "Inter 30", NULL);
  WAIT_FOR (gtk_widget_get_height (cell) > height * 3 / 2);
  g_object_set (settings, "gtk-font-name", font, NULL);
  WAIT_FOR (gtk_widget_get_height (cell) == height);
}

static void
add_many (Room *room)
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
}

static guint
get_n_fed (Room *room)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (kladka_table_page_get_view (room->page))));
}

static void
test_rows_come_in_several_turns (Room *room, gconstpointer data)
{
  guint n_most = 0, n_turns = 0;

  add_many (room);
  for (guint n = kladka_record_list_get_n_objects (room->list); get_n_fed (room) < 10000;)
    {
      g_main_context_iteration (NULL, TRUE);
      n_turns += kladka_record_list_get_n_objects (room->list) > n;
      n_most = MAX (n_most, kladka_record_list_get_n_objects (room->list) - n);
      n = kladka_record_list_get_n_objects (room->list);
    }
  g_assert_cmpuint (n_turns, >, 2);
  g_assert_cmpuint (n_most, <, 150);
  /* What is out of sight is there for a screen reader. */
  g_assert_false (sees (room, "Need number 7850"));
  gtk_test_accessible_assert_property (get_cell (room, "Need number 7850"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Need number 7850");
  /* From a few found to all of them, it is the same. */
  kladka_view_state_set_search_text (room->desk->view_state, "number 7850");
  g_assert_cmpuint (get_n_fed (room), ==, 1);
  kladka_view_state_set_search_text (room->desk->view_state, "");
  g_assert_cmpuint (get_n_fed (room), <, 100);
  WAIT_FOR (get_n_fed (room) == 10000);
}

static void
test_selected_row_far_down_is_come_to (Room *room, gconstpointer data)
{
  KladkaRef ref;
  GtkEditable *entry;

  gtk_widget_set_visible (GTK_WIDGET (room->page), FALSE);
  add_many (room);
  ref = desk_find (room->desk, "many-07000");
  kladka_view_state_select (room->desk->view_state, ref);
  gtk_widget_set_visible (GTK_WIDGET (room->page), TRUE);
  WAIT_FOR (sees (room, "Need number 3000"));
  g_assert_cmpint ((int)selected_position (room), ==, kladka_record_list_find (room->list, ref));
  entry = GTK_EDITABLE (find_search_entry (GTK_WIDGET (room->page)));
  gtk_editable_set_text (entry, "number 7850");
  WAIT_FOR (get_n_fed (room) == 1);
  gtk_editable_set_text (entry, "");
  WAIT_FOR (get_n_fed (room) == 10000);
  WAIT_FOR (sees (room, "Need number 3000"));
  g_assert_cmpint ((int)selected_position (room), ==, kladka_record_list_find (room->list, ref));
  g_assert_cmpuint (kladka_view_state_get_selection (room->desk->view_state), ==, ref);
}

static void
test_ten_thousand_rows_make_few_objects (Room *room, gconstpointer data)
{
  add_many (room);
  WAIT_FOR (get_n_fed (room) == 10000);
  shot_settle (200);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (room->list)), ==, 10000);
  g_assert_cmpuint (kladka_record_list_get_n_objects (room->list), >, 0);
  g_assert_cmpuint (kladka_record_list_get_n_objects (room->list), <, 300);
  sort_by (room, "Title", GTK_SORT_ASCENDING);
  shot_settle (200);
  g_assert_cmpuint (kladka_record_list_get_n_objects (room->list), <, 300);
  g_assert_nonnull (find_cell (GTK_WIDGET (room->page), "Need number 0"));
  g_assert_null (find_cell (GTK_WIDGET (room->page), "Need number 9999"));
  sort_by (room, "Title", GTK_SORT_DESCENDING);
  g_assert_nonnull (find_cell (GTK_WIDGET (room->page), "Need number 9999"));
  g_assert_null (find_cell (GTK_WIDGET (room->page), "Need number 0"));
  /* Many rows in their places stand for other records then, the rest goes. */
  kladka_view_state_select (room->desk->view_state, desk_find (room->desk, "many-00001"));
  kladka_view_state_set_search_text (room->desk->view_state, "number 79");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (room->list)), ==, 299);
  g_assert_cmpint ((int)selected_position (room), ==,
                   kladka_record_list_find (room->list, desk_find (room->desk, "many-00001")));
  g_assert_nonnull (find_cell (GTK_WIDGET (room->page), "Need number 7919"));
  g_assert_null (find_cell (GTK_WIDGET (room->page), "Need number 7888"));
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
  ADD ("search-leads-to-what-it-finds", "furnished", test_search_leads_to_what_it_finds);
  ADD ("selection-is-the-view-states", "furnished", test_selection_is_the_view_states);
  ADD ("delete-takes-the-selected", "furnished", test_delete_takes_the_selected);
  ADD ("first-one-is-added-from-the-empty-page", NULL, test_first_one_is_added_from_the_empty_page);
  ADD ("cut-off-text-has-a-tooltip", "furnished", test_cut_off_text_has_a_tooltip);
  ADD ("numbers-stand-at-the-end", "furnished", test_numbers_stand_at_the_end);
  ADD ("rows-grow-with-the-text", "furnished", test_rows_grow_with_the_text);
  ADD ("rows-come-in-several-turns", NULL, test_rows_come_in_several_turns);
  ADD ("selected-row-far-down-is-come-to", NULL, test_selected_row_far_down_is_come_to);
  ADD ("ten-thousand-rows-make-few-objects", NULL, test_ten_thousand_rows_make_few_objects);
  return g_test_run ();
}
