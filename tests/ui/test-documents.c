/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The life of a window's document: what a crash left, what somebody else saved, what is asked before work is lost. */

#include "kladka-export-dialog.h"
#include "ui-fixture.h"

/* A window on a new plan that was saved under that name. */
static KladkaWindow *
open_saved (UiFixture *fixture, const char *name, GFile **ret_file)
{
  KladkaWindow *window = ui_fixture_open_new (fixture);

  *ret_file = ui_fixture_get_file (fixture, name);
  ui_save_as (window, *ret_file);
  return window;
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = ui_find (root, "GtkButton", label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
assert_says (GtkWidget *window, const char *text)
{
  WAIT_FOR (ui_find (window, "GtkLabel", text) != NULL);
}

/* ---- What a crash left ---- */

static void
crash (KladkaWindow *window)
{
  ui_end (window, FALSE);
}

static KladkaWindow *
start_again (UiFixture *fixture)
{
  g_application_activate (G_APPLICATION (fixture->application));
  WAIT_FOR (ui_fixture_get_window (fixture) != NULL);
  WAIT_FOR (kladka_window_is_complete (ui_fixture_get_window (fixture)));
  return ui_fixture_get_window (fixture);
}

static gboolean
offers_recovery (KladkaWindow *window)
{
  GtkWidget *bar = ui_find (GTK_WIDGET (window), "GtkInfoBar", NULL);

  return gtk_widget_get_visible (bar) && gtk_info_bar_get_revealed (GTK_INFO_BAR (bar));
}

static void
test_recovery_is_compared_and_kept (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  GtkWidget *table;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  g_assert_false (offers_recovery (window));
  ui_add_need (window);
  crash (window);
  window = start_again (&fixture);
  g_assert_cmpuint (ui_count_needs (window), ==, 1);
  g_assert_true (offers_recovery (window));
  press (GTK_WIDGET (window), "Co_mpare");
  WAIT_FOR (ui_find_toplevel ("KladkaTableWindow") != NULL);
  table = ui_find_toplevel ("KladkaTableWindow");
  assert_says (table, "added");
  assert_says (table, "Stage");
  assert_says (table, "Draft");
  gtk_window_close (GTK_WINDOW (table));
  press (GTK_WIDGET (window), "_Go on editing");
  g_assert_false (offers_recovery (window));
  ui_activate (window, "win.undo", NULL);
  WAIT_FOR (ui_count_needs (window) == 0);
  ui_fixture_clear (&fixture);
}

static void
test_recovery_is_dropped (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  ui_add_need (window);
  crash (window);
  window = start_again (&fixture);
  press (GTK_WIDGET (window), "_Discard…");
  ui_respond ("cancel");
  g_assert_cmpuint (ui_fixture_count_windows (&fixture), ==, 1);
  press (GTK_WIDGET (window), "_Discard…");
  ui_respond ("discard");
  WAIT_FOR (ui_fixture_count_windows (&fixture) == 0);
  window = start_again (&fixture);
  g_assert_false (offers_recovery (window));
  g_assert_cmpuint (ui_count_needs (window), ==, 0);
  ui_fixture_clear (&fixture);
}

static void
test_every_crashed_copy_comes_back (void)
{
  UiFixture fixture;
  KladkaWindow *windows[3];

  ui_fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      windows[i] = ui_fixture_open_new (&fixture);
      ui_add_need (windows[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    crash (windows[i]);
  start_again (&fixture);
  g_assert_cmpuint (ui_fixture_count_windows (&fixture), ==, G_N_ELEMENTS (windows));
  ui_fixture_clear (&fixture);
}

static char *
dup_only_copy (UiFixture *fixture)
{
  g_autofree char *work =
      g_build_filename (kladka_application_get_store_options (fixture->application)->state_dir, "work", NULL);
  g_autoptr (GDir) dir = g_dir_open (work, 0, NULL);
  char *path = g_build_filename (work, g_dir_read_name (dir), NULL);

  g_assert_null (g_dir_read_name (dir));
  return path;
}

static void
test_unreadable_copy_is_told (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  g_autofree char *copy = NULL;
  g_autofree char *plan = NULL;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  ui_add_need (window);
  crash (window);
  copy = dup_only_copy (&fixture);
  plan = g_build_filename (copy, "plan.sqlite", NULL);
  g_assert_true (g_file_set_contents (plan, "no plan at all, though it is long enough to be looked at", -1, NULL));
  window = start_again (&fixture);
  g_assert_cmpuint (ui_count_needs (window), ==, 0);
  ui_respond ("cancel");
  g_assert_true (g_file_test (plan, G_FILE_TEST_EXISTS));
  crash (window);
  start_again (&fixture);
  ui_respond ("delete");
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  ui_fixture_clear (&fixture);
}

/* ---- Its file ---- */

static void
test_save_and_reopen (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  g_autoptr (GFile) file = NULL;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  file = ui_fixture_get_file (&fixture, "plan.kladka");
  ui_save_as (window, file);
  g_assert_false (ui_is_enabled (window, "save"));
  ui_add_need (window);
  WAIT_FOR (ui_is_enabled (window, "save"));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "•"));
  ui_activate (window, "win.save", NULL);
  WAIT_FOR (!kladka_document_get_modified (kladka_window_get_document (window)));
  WAIT_FOR (!ui_is_enabled (window, "save"));
  gtk_window_close (GTK_WINDOW (window));
  WAIT_FOR (ui_fixture_get_window (&fixture) == NULL);
  kladka_application_open_file (fixture.application, file, FALSE, NULL);
  WAIT_FOR (ui_fixture_get_window (&fixture) != NULL);
  g_assert_cmpuint (ui_count_needs (ui_fixture_get_window (&fixture)), ==, 1);
  ui_fixture_clear (&fixture);
}

/* As somebody else would, on another machine. */
static void
change_behind_its_back (UiFixture *fixture, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaDocument) document =
      kladka_document_new_open (kladka_application_get_store_options (fixture->application), file, FALSE, NULL, &error);
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();

  g_assert_no_error (error);
  kladka_edits_create (edits, KLADKA_TYPE_ORGANISATION, "org-theirs");
  kladka_edits_set_named (edits, KLADKA_TYPE_ORGANISATION, "org-theirs", "short_name", kladka_value_text ("THEIRS"));
  g_assert_true (kladka_document_apply_sync (document, edits, KLADKA_VERB_EDIT, NULL, &error));
  g_assert_true (kladka_document_save_sync (document, NULL, FALSE, NULL, &error));
  kladka_document_close (document, TRUE);
}

/* A window with a need that its file does not hold, while the file has an organisation that the window does not. */
static KladkaWindow *
open_conflict (UiFixture *fixture, GFile *file)
{
  KladkaWindow *window = ui_fixture_open_new (fixture);

  ui_save_as (window, file);
  change_behind_its_back (fixture, file);
  ui_add_need (window);
  ui_activate (window, "win.save", NULL);
  return window;
}

static void
assert_holds (UiFixture *fixture, GFile *file, guint n_needs, guint n_organisations)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaDocument) document =
      kladka_document_new_open (kladka_application_get_store_options (fixture->application), file, TRUE, NULL, &error);
  KladkaPlan *plan;

  g_assert_no_error (error);
  plan = kladka_document_get_plan (document);
  g_assert_cmpuint (kladka_plan_get_n_records (plan, KLADKA_TYPE_NEED), ==, n_needs);
  g_assert_cmpuint (kladka_plan_get_n_records (plan, KLADKA_TYPE_ORGANISATION), ==, n_organisations);
  kladka_document_close (document, TRUE);
}

static void
test_recovery_is_saved (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  g_autoptr (GFile) file = NULL;

  ui_fixture_init (&fixture);
  window = open_saved (&fixture, "left.kladka", &file);
  ui_add_need (window);
  crash (window);
  assert_holds (&fixture, file, 0, 0);
  window = start_again (&fixture);
  press (GTK_WIDGET (window), "_Save");
  WAIT_FOR (!kladka_document_get_modified (kladka_window_get_document (window)));
  g_assert_false (offers_recovery (window));
  assert_holds (&fixture, file, 1, 0);
  ui_fixture_clear (&fixture);
}

static void
test_changed_file_is_compared (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  g_autoptr (GFile) file = NULL;
  GtkWidget *table;

  ui_fixture_init (&fixture);
  file = ui_fixture_get_file (&fixture, "shared.kladka");
  window = open_conflict (&fixture, file);
  ui_respond ("compare");
  WAIT_FOR (ui_find_toplevel ("KladkaTableWindow") != NULL);
  table = ui_find_toplevel ("KladkaTableWindow");
  assert_says (table, "added");
  assert_says (table, "deleted");
  assert_says (table, "Organisation THEIRS");
  /* Of what is added the fields are told: it is the need that is. */
  assert_says (table, "Draft");
  g_assert_null (ui_find (table, "GtkLabel", "THEIRS"));
  gtk_window_close (GTK_WINDOW (table));
  ui_activate (window, "win.save", NULL);
  ui_respond ("cancel");
  assert_holds (&fixture, file, 0, 1);
  ui_activate (window, "win.save", NULL);
  ui_respond ("overwrite");
  WAIT_FOR (!kladka_document_get_modified (kladka_window_get_document (window)));
  assert_holds (&fixture, file, 1, 0);
  ui_fixture_clear (&fixture);
}

static void
test_changed_file_is_loaded_again (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  g_autoptr (GFile) file = NULL;

  ui_fixture_init (&fixture);
  file = ui_fixture_get_file (&fixture, "shared.kladka");
  window = open_conflict (&fixture, file);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  ui_respond ("reload");
  WAIT_FOR (window == NULL);
  g_assert_cmpuint (ui_fixture_count_windows (&fixture), ==, 1);
  window = ui_fixture_get_window (&fixture);
  g_assert_cmpuint (ui_count_needs (window), ==, 0);
  g_assert_cmpuint (kladka_plan_get_n_records (ui_get_plan (window), KLADKA_TYPE_ORGANISATION), ==, 1);
  g_assert_cmpuint (kladka_view_state_get_page (kladka_window_get_state (window)), ==, KLADKA_PAGE_NEEDS);
  assert_holds (&fixture, file, 0, 1);
  ui_fixture_clear (&fixture);
}

static void
test_vanished_file_is_written_again (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  g_autoptr (GFile) file = NULL;

  ui_fixture_init (&fixture);
  window = open_saved (&fixture, "gone.kladka", &file);
  ui_add_need (window);
  g_assert_true (g_file_delete (file, NULL, NULL));
  ui_activate (window, "win.save", NULL);
  WAIT_FOR (!kladka_document_get_modified (kladka_window_get_document (window)));
  assert_holds (&fixture, file, 1, 0);
  ui_fixture_clear (&fixture);
}

static void
test_open_file_is_raised (void)
{
  UiFixture fixture;
  KladkaWindow *window, *above;
  g_autoptr (GFile) file = NULL;

  ui_fixture_init (&fixture);
  window = open_saved (&fixture, "one.kladka", &file);
  above = ui_fixture_open_new (&fixture);
  WAIT_FOR (ui_fixture_get_window (&fixture) == above);
  kladka_application_open_file (fixture.application, file, FALSE, NULL);
  g_assert_false (g_application_get_is_busy (G_APPLICATION (fixture.application)));
  WAIT_FOR (ui_fixture_get_window (&fixture) == window);
  g_assert_cmpuint (ui_fixture_count_windows (&fixture), ==, 2);
  ui_fixture_clear (&fixture);
}

static gboolean
lists_recent (KladkaWindow *window, GFile *file)
{
  AdwSplitButton *button = ADW_SPLIT_BUTTON (ui_find (GTK_WIDGET (window), "AdwSplitButton", "_Open"));
  g_autoptr (GMenuModel) section =
      g_menu_model_get_item_link (adw_split_button_get_menu_model (button), 0, G_MENU_LINK_SECTION);
  g_autofree char *uri = g_file_get_uri (file);
  gboolean lists = FALSE;

  for (int i = 0; i < g_menu_model_get_n_items (section) && !lists; i++)
    {
      g_autofree char *listed = NULL;

      lists = g_menu_model_get_item_attribute (section, i, G_MENU_ATTRIBUTE_TARGET, "s", &listed)
              && g_str_equal (listed, uri);
    }
  return lists;
}

static void
test_opened_file_is_recent (void)
{
  UiFixture fixture;
  KladkaWindow *window, *other;
  g_autoptr (GFile) file = NULL;

  ui_fixture_init (&fixture);
  file = ui_fixture_get_file (&fixture, "recent.kladka");
  other = ui_fixture_open_new (&fixture);
  ui_save_as (other, file);
  ui_end (other, TRUE);
  other = ui_fixture_open_new (&fixture);
  ui_add_need (other);
  g_assert_false (lists_recent (other, file));
  kladka_application_open_file (fixture.application, file, FALSE, GTK_WINDOW (other));
  WAIT_FOR (ui_fixture_get_window (&fixture) != other);
  window = ui_fixture_get_window (&fixture);
  WAIT_FOR (kladka_window_is_complete (window));
  WAIT_FOR (lists_recent (window, file));
  WAIT_FOR (lists_recent (other, file));
  ui_fixture_clear (&fixture);
}

/* ---- Questions ---- */

static void
test_close_asks (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  ui_add_need (window);
  gtk_window_close (GTK_WINDOW (window));
  ui_respond ("cancel");
  g_assert_true (ui_fixture_get_window (&fixture) == window);
  gtk_window_close (GTK_WINDOW (window));
  ui_respond ("discard");
  WAIT_FOR (ui_fixture_get_window (&fixture) == NULL);
  ui_fixture_clear (&fixture);
}

static void
test_question_goes_with_its_window (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  ui_add_need (window);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_FOR (ui_find_toplevel ("AdwMessageDialog") != NULL);
  window = ui_fixture_switch_language (&fixture, "pl");
  g_assert_null (ui_find_toplevel ("AdwMessageDialog"));
  g_assert_cmpuint (ui_count_needs (window), ==, 1);
  ui_fixture_clear (&fixture);
}

static void
test_file_dialog_goes_with_its_window (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  ui_activate (window, "win.save-as", NULL);
  WAIT_FOR (ui_find_toplevel ("GtkFileChooserDialog") != NULL);
  ui_fixture_switch_language (&fixture, "uk");
  WAIT_FOR (ui_find_toplevel ("GtkFileChooserDialog") == NULL);
  g_assert_cmpuint (ui_fixture_count_windows (&fixture), ==, 1);
  ui_fixture_clear (&fixture);
}

static gboolean
has_chosen (GtkWidget *dialog, GFile *file)
{
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  return chosen != NULL && g_file_equal (chosen, file);
}

static void
choose_file (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget *dialog;

  WAIT_FOR (ui_find_toplevel ("GtkFileChooserDialog") != NULL);
  dialog = ui_find_toplevel ("GtkFileChooserDialog");
  WAIT_FOR (gtk_widget_get_mapped (dialog));
  /* It begins with reading a folder of its own choice, and forgets what it was told meanwhile. */
  for (guint i = 0; i < 20 && !has_chosen (dialog, file); i++)
    {
      shot_settle (300);
      g_assert_true (gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL));
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
      shot_settle (300);
    }
  g_assert_true (has_chosen (dialog, file));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  WAIT_FOR (ui_find_toplevel ("GtkFileChooserDialog") == NULL);
}

/* Only programs that know the file are told of one that is marked. */
static gboolean
is_private (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentInfo *info = gtk_recent_manager_lookup_item (gtk_recent_manager_get_default (), uri, NULL);
  gboolean hidden = info != NULL && gtk_recent_info_get_private_hint (info);

  g_clear_pointer (&info, gtk_recent_info_unref);
  return hidden;
}

static void
test_chosen_file_is_written (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  GtkWidget *dialog;
  g_autoptr (GFile) plan = NULL, other = NULL, data = NULL;
  g_autoptr (GBytes) expected = NULL, written = NULL;

  ui_fixture_init (&fixture);
  plan = ui_fixture_get_file (&fixture, "chosen.kladka");
  other = ui_fixture_get_file (&fixture, "other.kladka");
  data = ui_fixture_get_file (&fixture, "chosen.json");
  window = ui_fixture_open_new (&fixture);
  ui_add_need (window);
  ui_activate (window, "win.save", NULL);
  choose_file (plan);
  WAIT_FOR (!kladka_document_get_modified (kladka_window_get_document (window)));
  assert_holds (&fixture, plan, 1, 0);
  WAIT_FOR (is_private (plan));
  change_behind_its_back (&fixture, plan);
  ui_add_need (window);
  ui_activate (window, "win.save", NULL);
  ui_respond ("save-as");
  choose_file (other);
  WAIT_FOR (!kladka_document_get_modified (kladka_window_get_document (window)));
  assert_holds (&fixture, plan, 1, 1);
  assert_holds (&fixture, other, 2, 0);
  ui_activate (window, "win.export", NULL);
  WAIT_FOR (ui_find_toplevel ("KladkaExportDialog") != NULL);
  dialog = ui_find_toplevel ("KladkaExportDialog");
  expected = kladka_export_dialog_dup_bytes (KLADKA_EXPORT_DIALOG (dialog));
  press (dialog, "_Export…");
  choose_file (data);
  WAIT_FOR (ui_find_toplevel ("KladkaExportDialog") == NULL);
  written = g_file_load_bytes (data, NULL, NULL, NULL);
  g_assert_true (written != NULL && g_bytes_equal (written, expected));
  ui_fixture_clear (&fixture);
}

static void
test_briefing_is_written (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) written = NULL;

  ui_fixture_init (&fixture);
  file = ui_fixture_get_file (&fixture, "briefing.pdf");
  window = ui_fixture_open_new (&fixture);
  ui_activate (window, "win.export-pdf", NULL);
  WAIT_FOR (ui_find_toplevel ("KladkaBriefingDialog") != NULL);
  press (ui_find_toplevel ("KladkaBriefingDialog"), "_Save as PDF…");
  choose_file (file);
  WAIT_FOR (ui_find_toplevel ("KladkaBriefingDialog") == NULL);
  written = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_true (written != NULL && g_bytes_get_size (written) > 1000);
  g_assert_cmpmem (g_bytes_get_data (written, NULL), 5, "%PDF-", 5);
  ui_fixture_clear (&fixture);
}

static void
test_closing_saves (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  g_autoptr (GFile) file = NULL;

  ui_fixture_init (&fixture);
  window = open_saved (&fixture, "closed.kladka", &file);
  ui_add_need (window);
  gtk_window_close (GTK_WINDOW (window));
  ui_respond ("save");
  WAIT_FOR (ui_fixture_count_windows (&fixture) == 0);
  assert_holds (&fixture, file, 1, 0);
  ui_fixture_clear (&fixture);
}

static void
test_quit_asks_for_every_window (void)
{
  UiFixture fixture;

  ui_fixture_init (&fixture);
  for (guint i = 0; i < 2; i++)
    ui_add_need (ui_fixture_open_new (&fixture));
  ui_fixture_open_new (&fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture.application), "quit", NULL);
  /* Who asks once more is asked no second time. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture.application), "quit", NULL);
  ui_respond ("discard");
  ui_respond ("cancel");
  WAIT_FOR (ui_fixture_count_windows (&fixture) == 1);
  g_assert_null (ui_find_toplevel ("AdwMessageDialog"));
  g_assert_cmpuint (ui_count_needs (ui_fixture_get_window (&fixture)), ==, 1);
  ui_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/documents/recovery/is-compared-and-kept", test_recovery_is_compared_and_kept);
  g_test_add_func ("/ui/documents/recovery/is-saved", test_recovery_is_saved);
  g_test_add_func ("/ui/documents/recovery/is-dropped", test_recovery_is_dropped);
  g_test_add_func ("/ui/documents/recovery/of-every-crashed-copy", test_every_crashed_copy_comes_back);
  g_test_add_func ("/ui/documents/recovery/of-an-unreadable-copy-is-told", test_unreadable_copy_is_told);
  g_test_add_func ("/ui/documents/file/saved-and-opened-again", test_save_and_reopen);
  g_test_add_func ("/ui/documents/file/that-changed-is-compared-before-it-is-overwritten",
                   test_changed_file_is_compared);
  g_test_add_func ("/ui/documents/file/that-changed-is-loaded-again", test_changed_file_is_loaded_again);
  g_test_add_func ("/ui/documents/file/that-vanished-is-written-again", test_vanished_file_is_written_again);
  g_test_add_func ("/ui/documents/file/that-is-open-is-raised", test_open_file_is_raised);
  g_test_add_func ("/ui/documents/file/that-is-opened-is-in-every-menu", test_opened_file_is_recent);
  g_test_add_func ("/ui/documents/question/before-unsaved-work-is-closed", test_close_asks);
  g_test_add_func ("/ui/documents/question/goes-with-its-window", test_question_goes_with_its_window);
  g_test_add_func ("/ui/documents/chooser/goes-with-its-window", test_file_dialog_goes_with_its_window);
  g_test_add_func ("/ui/documents/chooser/writes-what-was-chosen", test_chosen_file_is_written);
  g_test_add_func ("/ui/documents/chooser/writes-the-briefing", test_briefing_is_written);
  g_test_add_func ("/ui/documents/question/saves-before-it-closes", test_closing_saves);
  g_test_add_func ("/ui/documents/question/for-every-window-when-quitting", test_quit_asks_for_every_window);
  return g_test_run ();
}
