/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a window comes to its plan: a new one, the sample, a file, and what is no plan. */

#include "kladka-action-state.h"
#include "kladka-application-private.h"
#include "ui-fixture.h"

/* ---- Opening ---- */

static void
test_new_plan (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "New plan");
  g_assert_cmpuint (kladka_plan_get_n_records (ui_get_plan (window), KLADKA_TYPE_CAPABILITY), ==, 28);
  g_assert_true (kladka_window_is_untouched (window));
  g_assert_nonnull (ui_find (GTK_WIDGET (window), "GtkButton", "_Create the first need"));
  ui_fixture_clear (&fixture);
}

static void
test_sample (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_sample (&fixture);
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), "sample plan"));
  g_assert_null (kladka_document_get_file (kladka_window_get_document (window)));
  g_assert_cmpuint (ui_count_needs (window), >, 10);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), "GtkLabel", "Largest gaps"));
  ui_fixture_clear (&fixture);
}

static void
test_refused_file (void)
{
  UiFixture fixture;
  g_autoptr (GFile) file = NULL;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  file = ui_fixture_get_file (&fixture, "no-plan.kladka");
  g_assert_true (g_file_replace_contents (file, "no plan at all", 14, NULL, FALSE, 0, NULL, NULL, NULL));
  kladka_application_open_file (fixture.application, file, FALSE, GTK_WINDOW (window));
  ui_respond ("close");
  g_assert_true (ui_fixture_get_window (&fixture) == window);
  ui_fixture_clear (&fixture);
}

/* ---- Starting: a window at once, its plan as soon as it is there ---- */

static KladkaWindow *
expect_waiting (UiFixture *fixture, const char *title)
{
  KladkaWindow *window = ui_fixture_get_window (fixture);

  g_assert_nonnull (window);
  g_assert_null (kladka_window_get_document (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, title);
  for (guint i = 0; i < KLADKA_N_COMMANDS; i++)
    g_assert_false (ui_is_enabled (window, kladka_command_get_name (i)));
  /* What has no command of its own does nothing yet. */
  ui_activate (window, "win.add-of", "need");
  ui_activate (window, "win.properties", NULL);
  ui_activate (window, "win.page", "coverage");
  ui_activate (window, "win.page", "overview");
  return window;
}

static void
test_start_new (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  g_application_activate (G_APPLICATION (fixture.application));
  window = expect_waiting (&fixture, "Kladka");
  WAIT_FOR (kladka_window_is_complete (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "New plan");
  g_assert_true (kladka_window_is_untouched (window));
  g_assert_true (ui_is_enabled (window, "add"));
  g_assert_nonnull (ui_find (GTK_WIDGET (window), "KladkaOverviewPage", NULL));
  ui_fixture_clear (&fixture);
}

static void
test_start_with_file (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  kladka_application_open_sample (fixture.application, NULL);
  window = expect_waiting (&fixture, "sample.kladka");
  WAIT_FOR (kladka_window_is_complete (window));
  g_assert_true (ui_fixture_get_window (&fixture) == window);
  g_assert_cmpuint (ui_count_needs (window), >, 10);
  g_assert_null (ui_find (GTK_WIDGET (window), "GtkSpinner", NULL));
  ui_fixture_clear (&fixture);
}

/* Somebody changes the language while a large plan is on its way. */
static void
test_start_in_another_language (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  kladka_application_open_sample (fixture.application, NULL);
  expect_waiting (&fixture, "sample.kladka");
  g_settings_set_string (fixture.settings, "language", "pl");
  WAIT_FOR (kladka_words_get_lang (kladka_application_get_words (fixture.application)) == KLADKA_LANG_PL);
  WAIT_FOR (kladka_window_is_complete (ui_fixture_get_window (&fixture)));
  ui_fixture_settle ();
  window = ui_fixture_get_window (&fixture);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), "GtkLabel", "Potrzeby"));
  g_assert_cmpuint (ui_fixture_count_windows (&fixture), ==, 1);
  ui_fixture_clear (&fixture);
}

static void
test_start_with_refused_file (void)
{
  UiFixture fixture;
  g_autoptr (GFile) file = NULL;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  file = ui_fixture_get_file (&fixture, "no-plan.kladka");
  g_assert_true (g_file_replace_contents (file, "no plan at all", 14, NULL, FALSE, 0, NULL, NULL, NULL));
  kladka_application_start_with (fixture.application, file, FALSE);
  window = expect_waiting (&fixture, "no-plan.kladka");
  ui_respond ("close");
  g_assert_true (ui_fixture_get_window (&fixture) == window);
  WAIT_FOR (kladka_window_is_complete (window));
  g_assert_true (kladka_window_is_untouched (window));
  ui_fixture_clear (&fixture);
}

/* As after "kladka @options". */
static KladkaWindow *
run_command_line (UiFixture *fixture, const char *options)
{
  g_autoptr (GApplicationCommandLine) line =
      g_object_new (G_TYPE_APPLICATION_COMMAND_LINE, "options", g_variant_new_parsed (options), NULL);
  int status = -1;

  g_signal_emit_by_name (fixture->application, "command-line", line, &status);
  g_assert_cmpint (status, ==, 0);
  return ui_fixture_get_window (fixture);
}

/* While it waits, and once it has its plan. */
static void
assert_looks_from (KladkaWindow *window, int day, gboolean include_unverified)
{
  KladkaViewState *state = kladka_window_get_state (window);
  const KladkaCoverageSpec *spec;

  g_assert_false (kladka_window_is_complete (window));
  g_assert_cmpint (kladka_view_state_get_spec (state)->as_of, ==, day);
  WAIT_FOR (kladka_window_is_complete (window));
  WAIT_FOR (!kladka_view_state_is_computing (state));
  spec = kladka_coverage_get_spec (kladka_view_state_get_coverage (state));
  g_assert_cmpint (spec->as_of, ==, day);
  g_assert_cmpint (spec->include_unverified, ==, include_unverified);
}

static void
test_start_as_of_a_day (void)
{
  UiFixture fixture;

  ui_fixture_init (&fixture);
  g_settings_set_boolean (fixture.settings, "include-unverified", TRUE);
  assert_looks_from (run_command_line (&fixture, "{'sample': <true>, 'as-of': <'5 March 2027'>}"),
                     kladka_day_from_civil (2027, 3, 5), TRUE);
  g_settings_reset (fixture.settings, "include-unverified");
  /* The day was for that time only. */
  assert_looks_from (run_command_line (&fixture, "{'new': <true>}"), kladka_application_get_today (fixture.application),
                     FALSE);
  ui_fixture_clear (&fixture);
}

static void
test_close_before_the_plan_is_there (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  kladka_application_open_sample (fixture.application, NULL);
  window = expect_waiting (&fixture, "sample.kladka");
  gtk_window_close (GTK_WINDOW (window));
  WAIT_FOR (ui_fixture_get_window (&fixture) == NULL);
  shot_settle (300);
  g_assert_null (ui_fixture_get_window (&fixture));
  ui_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/opening/new-plan-begins-with-its-tree", test_new_plan);
  g_test_add_func ("/ui/opening/sample-opens-as-untitled-copy", test_sample);
  g_test_add_func ("/ui/opening/what-is-no-plan-is-refused-in-words", test_refused_file);
  g_test_add_func ("/ui/opening/start-shows-the-window-then-its-plan", test_start_new);
  g_test_add_func ("/ui/opening/start-with-a-file", test_start_with_file);
  g_test_add_func ("/ui/opening/start-in-another-language", test_start_in_another_language);
  g_test_add_func ("/ui/opening/start-with-what-is-no-plan", test_start_with_refused_file);
  g_test_add_func ("/ui/opening/start-as-of-a-day", test_start_as_of_a_day);
  g_test_add_func ("/ui/opening/closing-before-the-plan-is-there", test_close_before_the_plan_is_there);
  return g_test_run ();
}
