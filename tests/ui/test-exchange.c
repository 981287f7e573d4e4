/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes into a plan by its window, and what leaves it. */

#include "kladka-export-dialog.h"
#include "kladka-import-dialog.h"
#include "ui-fixture.h"

static void
test_import (void)
{
  static const char csv[] = "title:en,stage\r\nRadios for the border guard,verified\r\nBad,no-such-stage\r\n";
  UiFixture fixture;
  KladkaWindow *window;
  g_autoptr (GFile) file = NULL;
  GtkWidget *dialog, *button, *check;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  file = ui_fixture_get_file (&fixture, "needs.csv");
  g_assert_true (g_file_replace_contents (file, csv, strlen (csv), NULL, FALSE, 0, NULL, NULL, NULL));
  dialog = GTK_WIDGET (kladka_import_dialog_new (kladka_window_get_state (window), file, GTK_WINDOW (window)));
  gtk_window_present (GTK_WINDOW (dialog));
  button = ui_find (dialog, "GtkButton", "_Import");
  WAIT_FOR (gtk_widget_get_sensitive (button));
  g_assert_nonnull (ui_find (dialog, "GtkLabel", "1 record will be imported in one step"));
  g_assert_cmpuint (ui_count_needs (window), ==, 0);
  WAIT_FOR (ui_find (dialog, "GtkLabel", "Bad") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_next_sibling (ui_find (dialog, "GtkDropDown", NULL))), "RÁDIOS");
  WAIT_FOR (ui_find (dialog, "GtkLabel", "Bad") == NULL);
  check = ui_find (dialog, "GtkCheckButton", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_nonnull (ui_find (dialog, "GtkLabel", "Nothing would change"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_signal_emit_by_name (button, "clicked");
  WAIT_FOR (ui_count_needs (window) == 1);
  ui_activate (window, "win.undo", NULL);
  WAIT_FOR (ui_count_needs (window) == 0);
  ui_fixture_clear (&fixture);
}

static GtkWidget *
find_icon_button (GtkWidget *root, const char *icon)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), icon) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_icon_button (child, icon);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* NULL until it has rows. */
static GtkWidget *
find_import_list (GtkWidget *dialog)
{
  GtkWidget *row = ui_find (dialog, "KladkaImportRowWidget", NULL);

  return row != NULL ? gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW) : NULL;
}

static gboolean
lists_all (GtkWidget *list, guint n)
{
  return list != NULL && g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) == n;
}

static void
test_import_of_many (void)
{
  g_autoptr (GString) csv = g_string_new ("title:en\n");
  UiFixture fixture;
  KladkaWindow *window;
  g_autoptr (GFile) file = NULL;
  GtkWidget *dialog, *list = NULL;
  guint n_most = 0;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (csv, "Need %u\n", i);
  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  file = ui_fixture_get_file (&fixture, "needs.csv");
  g_assert_true (g_file_replace_contents (file, csv->str, csv->len, NULL, FALSE, 0, NULL, NULL, NULL));
  dialog = GTK_WIDGET (kladka_import_dialog_new (kladka_window_get_state (window), file, GTK_WINDOW (window)));
  gtk_window_present (GTK_WINDOW (dialog));
  /* The rows come in several turns of the main loop. */
  for (guint n = 0; !lists_all (list, 1000); n = list != NULL ? count_children (list) : 0)
    {
      g_main_context_iteration (NULL, TRUE);
      list = find_import_list (dialog);
      n_most = MAX (n_most, (list != NULL ? count_children (list) : 0) - n);
    }
  g_assert_cmpuint (n_most, >, 0);
  g_assert_cmpuint (n_most, <, 150);
  g_assert_nonnull (ui_find (dialog, "GtkLabel", "1000 records will be imported in one step"));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (ui_find (list, "GtkCheckButton", NULL))));
  g_signal_emit_by_name (find_icon_button (dialog, "edit-clear-all-symbolic"), "clicked");
  g_assert_nonnull (ui_find (dialog, "GtkLabel", "Nothing would change"));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (ui_find (list, "GtkCheckButton", NULL))));
  /* What is listed is ticked, and no more. */
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_next_sibling (ui_find (dialog, "GtkDropDown", NULL))), "need 99");
  WAIT_FOR (count_children (list) == 11);
  g_signal_emit_by_name (find_icon_button (dialog, "edit-select-all-symbolic"), "clicked");
  g_assert_nonnull (ui_find (dialog, "GtkLabel", "11 records will be imported in one step"));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (ui_find (list, "GtkCheckButton", NULL))));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_fixture_clear (&fixture);
}

static void
test_import_by_enter (void)
{
  static const char csv[] = "title:en\nRadios for the border guard\n";
  UiFixture fixture;
  KladkaWindow *window;
  g_autoptr (GFile) file = NULL;
  GtkWindow *dialog;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  file = ui_fixture_get_file (&fixture, "needs.csv");
  g_assert_true (g_file_replace_contents (file, csv, strlen (csv), NULL, FALSE, 0, NULL, NULL, NULL));
  dialog = GTK_WINDOW (kladka_import_dialog_new (kladka_window_get_state (window), file, GTK_WINDOW (window)));
  gtk_window_present (dialog);
  WAIT_FOR (find_import_list (GTK_WIDGET (dialog)) != NULL);
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (dialog)));
  WAIT_FOR (ui_find_toplevel ("KladkaImportDialog") == NULL);
  WAIT_FOR (ui_count_needs (window) == 1);
  ui_fixture_clear (&fixture);
}

static void
test_export_keeps_ceiling (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  KladkaExportDialog *dialog;
  GtkWidget *row;
  g_autoptr (GBytes) most = NULL;
  g_autoptr (GBytes) least = NULL;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_sample (&fixture);
  dialog = kladka_export_dialog_new (kladka_window_get_state (window), fixture.settings, GTK_WINDOW (window));
  row = ui_find (GTK_WIDGET (dialog), "KladkaCeilingRow", NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), KLADKA_MARKING_RED - KLADKA_MARKING_CLEAR);
  most = kladka_export_dialog_dup_bytes (dialog);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  least = kladka_export_dialog_dup_bytes (dialog);
  g_assert_cmpuint (g_bytes_get_size (least), <, g_bytes_get_size (most));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/exchange/import-shows-then-does-in-one-step", test_import);
  g_test_add_func ("/ui/exchange/import-of-many-comes-bit-by-bit", test_import_of_many);
  g_test_add_func ("/ui/exchange/import-by-enter", test_import_by_enter);
  g_test_add_func ("/ui/exchange/export-stays-below-its-ceiling", test_export_keeps_ceiling);
  return g_test_run ();
}
