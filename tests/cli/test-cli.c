/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The real command, as a planner or a script runs it. argv[1] before the options of the test: kladka-cli; argv[2]: the
 * sample plan. */

#include "cli-fixture.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

static char *sample;

static void
test_new_plan_has_the_tree (Fixture *self, gconstpointer data)
{
  run (self, "new", "plan.kladka", "--title", "Bridge", NULL);
  g_assert_cmpint (self->status, ==, 0);
  run (self, "info", "plan.kladka", NULL);
  g_assert_cmpint (self->status, ==, 0);
  assert_holds (self->out, "Bridge");
  assert_holds (self->out, "28  Capabilities");
  assert_holds (self->out, "January 2026 – December 2031");
  run (self, "check", "plan.kladka", NULL);
  g_assert_cmpint (self->status, ==, 0);
}

static void
test_new_keeps_a_file_that_is_there (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  write_file (self, "plan.kladka", "mine");
  run (self, "new", "plan.kladka", NULL);
  g_assert_cmpint (self->status, ==, 4);
  text = read_file (self, "plan.kladka");
  g_assert_cmpstr (text, ==, "mine");
}

static void
test_import_shows_before_it_does (Fixture *self, gconstpointer data)
{
  write_file (self, "needs.csv",
              "reference,title,stage,capability,quantity\nN-1,First,verified,DE.CM,3\nN-2,Second,verified,nowhere,3\n");
  run (self, "new", "plan.kladka", NULL);
  run (self, "import", "--dry-run", "plan.kladka", "needs.csv", NULL);
  g_assert_cmpint (self->status, ==, 0);
  assert_holds (self->out, "new 1");
  assert_holds (self->out, "left out 1");
  assert_holds (self->err, "needs.csv:3:");
  run (self, "info", "plan.kladka", NULL);
  g_assert_null (strstr (self->out, "Needs"));
  run (self, "import", "plan.kladka", "needs.csv", NULL);
  g_assert_cmpint (self->status, ==, 0);
  run (self, "info", "plan.kladka", NULL);
  assert_holds (self->out, "1  Needs");
  run (self, "import", "plan.kladka", "needs.csv", NULL);
  assert_holds (self->out, "new 0, changed 0, same 1");
}

/* A device would never end. */
static void
test_only_files_come_in (Fixture *self, gconstpointer data)
{
  static const char *const paths[] = { "/dev/zero", "/" };

  run (self, "new", "plan.kladka", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      run (self, "import", "plan.kladka", paths[i], NULL);
      g_assert_cmpint (self->status, ==, 3);
      assert_holds (self->err, "a folder or a device");
    }
  run (self, "import", "plan.kladka", "nowhere.csv", NULL);
  g_assert_cmpint (self->status, ==, 3);
  assert_holds (self->err, "nowhere.csv: There is no such file.");
}

/* Bytes that can be read as more than one encoding. */
static void
test_encoding_is_the_one_given (Fixture *self, gconstpointer data)
{
  static const char *const told[][2] = { { "UTF-8", "Ч" }, { "ISO-8859-2", "Đ§" }, { "KOI8-U", "пї" } };

  write_file (self, "organisations.csv", "id,name\no-1,\xd0\xa7\n");
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *plan = g_strconcat (told[i][0], ".kladka", NULL);

      run (self, "new", plan, NULL);
      run (self, "import", plan, "organisations.csv", "--encoding", told[i][0], NULL);
      g_assert_cmpint (self->status, ==, 0);
      run (self, "export", plan, NULL);
      assert_holds (self->out, told[i][1]);
    }
  run (self, "import", "UTF-8.kladka", "organisations.csv", "--encoding", "none-at-all", NULL);
  g_assert_cmpint (self->status, ==, 3);
  assert_holds (self->err, "none-at-all");
}

static void
test_strict_import_changes_nothing (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  write_file (self, "needs.csv", "reference,title,stage\nN-1,First,verified\nN-2,Second,nonsense\n");
  run (self, "new", "plan.kladka", NULL);
  run (self, "info", "plan.kladka", NULL);
  before = g_strdup (self->out);
  run (self, "import", "--strict", "plan.kladka", "needs.csv", NULL);
  g_assert_cmpint (self->status, ==, 1);
  run (self, "info", "plan.kladka", NULL);
  g_assert_cmpstr (self->out, ==, before);
}

static void
test_json_out_in_out_is_the_same (Fixture *self, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  run (self, "export", sample, "--ceiling", "RED", "-o", "first.json", NULL);
  g_assert_cmpint (self->status, ==, 0);
  run (self, "new", "copy.kladka", "first.json", "--strict", NULL);
  g_assert_cmpint (self->status, ==, 0);
  run (self, "export", "copy.kladka", "--ceiling", "RED", "-o", "second.json", NULL);
  first = read_file (self, "first.json");
  second = read_file (self, "second.json");
  g_assert_true (g_str_equal (first, second));
}

static void
test_csv_out_and_in_changes_nothing (Fixture *self, gconstpointer data)
{
  run (self, "export", sample, "--ceiling", "RED", "-o", "whole.json", NULL);
  run (self, "new", "copy.kladka", "whole.json", NULL);
  run (self, "export", "copy.kladka", "--format", "csv", "--ceiling", "RED", "-o", "tables", NULL);
  g_assert_cmpint (self->status, ==, 0);
  run (self, "import", "--strict", "copy.kladka", "tables/needs.csv", "tables/projects.csv", "tables/deliveries.csv",
       "tables/transactions.csv", "tables/organisations.csv", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_null (strstr (self->out, "new 1"));
  for (const char *line = strstr (self->out, "changed"); line != NULL; line = strstr (line + 1, "changed"))
    g_assert_true (g_str_has_prefix (line, "changed 0"));
}

/* The sample's highest records must not leave below their marking, in no format, not even as a number of them. */
static void
test_nothing_above_the_ceiling_leaves (Fixture *self, gconstpointer data)
{
  static const char *const formats[] = { "json", "csv" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      run (self, "export", sample, "--format", formats[i], "--type", "needs", "--ceiling", "RED", NULL);
      assert_holds (self->out, "N-032");
      run (self, "export", sample, "--format", formats[i], "--type", "needs", "--ceiling", "AMBER", NULL);
      g_assert_cmpint (self->status, ==, 0);
      g_assert_null (strstr (self->out, "N-032"));
      g_assert_null (strstr (self->out, "need-032"));
      g_assert_nonnull (strstr (self->out, "TLP:AMBER"));
      assert_holds (self->err, "left out");
    }
}

static void
test_coverage_prints_what_it_rests_on (Fixture *self, gconstpointer data)
{
  run (self, "coverage", sample, "--as-of", "2026-11-23", NULL);
  g_assert_cmpint (self->status, ==, 0);
  assert_holds (self->out, "TLP:AMBER");
  assert_holds (self->out, "23 November 2026");
  assert_holds (self->out, "DE.CM");
  run (self, "coverage", sample, "--format", "json", "--as-of", "2026-11-23", NULL);
  g_assert_cmpint (self->status, ==, 0);
  assert_holds (self->out, "2026-11-23");
  run (self, "coverage", sample, "--format", "csv", "--unit", "quarter", "--by", "donor", NULL);
  g_assert_cmpint (self->status, ==, 0);
}

static void
test_coverage_explains_a_row (Fixture *self, gconstpointer data)
{
  run (self, "coverage", sample, "--explain", "DE.CM-EDR", "--from", "2027", "--until", "2027", "--as-of", "2026-11-23",
       NULL);
  g_assert_cmpint (self->status, ==, 0);
  assert_holds (self->out, "2027");
  assert_holds (self->out, "N-0");
  g_assert_true (g_str_has_prefix (self->out, "TLP:AMBER"));
  run (self, "coverage", sample, "--explain", "DE.CM", "--ceiling", "CLEAR", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_true (g_str_has_prefix (self->out, "TLP:CLEAR"));
  assert_holds (self->out, "Records above TLP:CLEAR are left out");
  run (self, "coverage", sample, "--explain", "no such row", NULL);
  g_assert_cmpint (self->status, ==, 2);
}

static void
test_wrong_calls_say_why (Fixture *self, gconstpointer data)
{
  run (self, "dance", NULL);
  g_assert_cmpint (self->status, ==, 2);
  assert_holds (self->err, "dance");
  run (self, "export", sample, "--ceiling", "PINK", NULL);
  g_assert_cmpint (self->status, ==, 2);
  run (self, "coverage", sample, "--as-of", "yesterday", NULL);
  g_assert_cmpint (self->status, ==, 2);
  run (self, "coverage", sample, "--from", "2030", "--until", "2028", NULL);
  g_assert_cmpint (self->status, ==, 2);
  assert_holds (self->err, "2030");
  run (self, "info", "nowhere.kladka", NULL);
  g_assert_cmpint (self->status, ==, 3);
  write_file (self, "text.kladka", "not a plan");
  run (self, "info", "text.kladka", NULL);
  g_assert_cmpint (self->status, ==, 3);
  assert_holds (self->err, "text.kladka");
}

/* The name beside it, under which it was to be written first, is nobody's business. */
static void
test_unwritable_target_is_named_as_given (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "nowhere/x.json", "folder", NULL };
  g_autofree char *folder = g_build_filename (self->folder, "folder", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *begin = g_strdup_printf ("kladka-cli: %s: ", names[i]);

      run (self, "export", sample, "--ceiling", "RED", "--output", names[i], NULL);
      g_assert_cmpint (self->status, ==, 4);
      g_assert_true (g_str_has_prefix (self->err, begin));
      g_assert_null (strstr (self->err + strlen (begin), names[i]));
    }
}

static void
test_nothing_is_left_behind (Fixture *self, gconstpointer data)
{
  g_autofree char *work = g_build_filename (self->folder, "kladka", "work", NULL);
  g_autoptr (GDir) folder = NULL;

  run (self, "new", "plan.kladka", NULL);
  run (self, "info", "plan.kladka", NULL);
  run (self, "export", "plan.kladka", "-o", "plan.json", NULL);
  folder = g_dir_open (work, 0, NULL);
  g_assert_true (folder == NULL || g_dir_read_name (folder) == NULL);
}

/* Whatever the user's mask: what stands in there is marked. */
static void
test_output_is_private (Fixture *self, gconstpointer data)
{
  mode_t mask = umask (0);
  g_autofree char *path = g_build_filename (self->folder, "plan.json", NULL);
  GStatBuf about;

  run (self, "export", sample, "--ceiling", "RED", "--output", "plan.json", NULL);
  umask (mask);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
allow_dumps (void)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_CORE, &limit), ==, 0);
}

static void
assert_dumps_nothing (GSubprocess *process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/limits", g_subprocess_get_identifier (process));
  g_autofree char *limits = NULL;

  g_assert_true (g_file_get_contents (path, &limits, NULL, NULL));
  /* Where none may dump at all, 0 stays. */
  g_assert_true (g_regex_match_simple ("Max core file size +(1|0 +0) ", limits, 0, 0));
}

/* As a planner does who sees that it is the wrong file. */
static void
test_interrupted_import_leaves_nothing (Fixture *self, gconstpointer data)
{
  g_autofree char *work = g_build_filename (self->folder, "kladka", "work", NULL);
  g_autoptr (GString) rows = g_string_new ("id,name\n");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  guint n_files;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (rows, "o-%u,Organisation %u\n", i, i);
  write_file (self, "organisations.csv", rows->str);
  run (self, "new", "plan.kladka", NULL);
  run (self, "export", "plan.kladka", NULL);
  before = g_strdup (self->out);
  n_files = count_files (self->folder);
  allow_dumps ();
  process =
      g_subprocess_launcher_spawn (self->launcher, &error, program, "import", "plan.kladka", "organisations.csv", NULL);
  g_assert_no_error (error);
  while (count_files (work) == 0)
    g_usleep (1000);
  assert_dumps_nothing (process);
  g_subprocess_send_signal (process, SIGINT);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 130);
  g_assert_cmpuint (count_files (work), ==, 0);
  g_assert_cmpuint (count_files (self->folder), ==, n_files);
  run (self, "export", "plan.kladka", NULL);
  g_assert_cmpstr (self->out, ==, before);
}

/* What a script and a Polish planner see. */
static void
test_help_is_in_polish (Fixture *self, gconstpointer data)
{
  run (self, "--help", NULL);
  g_assert_cmpint (self->status, ==, 0);
  assert_holds (self->out, "kladka-cli");
  g_assert_null (strstr (self->out, "Usage:"));
  run (self, "coverage", sample, "--as-of", "2026-11-23", NULL);
  assert_holds (self->out, "23 listopada 2026");
}

static void
test_help_is_in_ukrainian (Fixture *self, gconstpointer data)
{
  run (self, "--help", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_null (strstr (self->out, "Usage:"));
  run (self, "coverage", sample, "--as-of", "2026-11-23", NULL);
  assert_holds (self->out, "23 листопада 2026");
}

static void
test_briefing_in_every_language (Fixture *self, gconstpointer data)
{
  static const char *const languages[] = { "en", "pl", "uk" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, "briefing.pdf", NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      run (self, "briefing", sample, "--language", languages[i], "--output", "briefing.pdf", NULL);
      g_assert_cmpint (self->status, ==, 0);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
      g_assert_cmpuint (length, >, 10000);
    }
  run (self, "briefing", sample, NULL);
  g_assert_cmpint (self->status, ==, 2);
}

/* Nothing is written that was not asked for. */
static void
test_briefing_of_a_page_or_kind_there_is_not (Fixture *self, gconstpointer data)
{
  g_autofree char *picture = g_build_filename (self->folder, "briefing.png", NULL);
  g_autofree char *other = g_build_filename (self->folder, "briefing.txt", NULL);
  g_autofree char *beyond = NULL;
  const char *last;

  run (self, "briefing", sample, "--page", "999", "--output", "briefing.png", NULL);
  g_assert_cmpint (self->status, ==, 2);
  last = strstr (self->err, "The last one is page ");
  g_assert_nonnull (last);
  beyond = g_strdup_printf ("%d", atoi (last + strlen ("The last one is page ")) + 1);
  run (self, "briefing", sample, "--page", beyond, "--output", "briefing.png", NULL);
  g_assert_cmpint (self->status, ==, 2);
  run (self, "briefing", sample, "--page", "0", "--output", "briefing.png", NULL);
  g_assert_cmpint (self->status, ==, 2);
  run (self, "briefing", sample, "--output", "briefing.txt", NULL);
  g_assert_cmpint (self->status, ==, 2);
  g_assert_false (g_file_test (picture, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

static GBytes *
draw_page (Fixture *self, const char *number, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  char *bytes = NULL;
  gsize size;

  run (self, "briefing", sample, "--page", number, "--output", name, NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  return g_bytes_new_take (bytes, size);
}

static void
test_briefing_of_one_page (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "page.png", "page.svg" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) first = draw_page (self, "1", names[i]);
      g_autoptr (GBytes) second = draw_page (self, "2", names[i]);
      g_autoptr (GBytes) again = draw_page (self, "1", names[i]);

      g_assert_true (g_bytes_equal (first, again));
      g_assert_false (g_bytes_equal (first, second));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  program = argv[1];
  sample = argv[2];
#define ADD(path, lang, func) g_test_add (path, Fixture, lang, set_up, func, tear_down)
  ADD ("/cli/new/has-the-tree-of-capabilities", NULL, test_new_plan_has_the_tree);
  ADD ("/cli/new/keeps-a-file-that-is-there", NULL, test_new_keeps_a_file_that_is_there);
  ADD ("/cli/import/shows-before-it-does", NULL, test_import_shows_before_it_does);
  ADD ("/cli/import/only-files-come-in", NULL, test_only_files_come_in);
  ADD ("/cli/import/encoding-is-the-one-given", NULL, test_encoding_is_the_one_given);
  ADD ("/cli/import/strict-changes-nothing", NULL, test_strict_import_changes_nothing);
  ADD ("/cli/export/json-out-in-out-is-the-same", NULL, test_json_out_in_out_is_the_same);
  ADD ("/cli/export/csv-out-and-in-changes-nothing", NULL, test_csv_out_and_in_changes_nothing);
  ADD ("/cli/export/nothing-above-the-ceiling-leaves", NULL, test_nothing_above_the_ceiling_leaves);
  ADD ("/cli/coverage/prints-what-it-rests-on", NULL, test_coverage_prints_what_it_rests_on);
  ADD ("/cli/coverage/explains-a-row", NULL, test_coverage_explains_a_row);

  ADD ("/cli/calls/wrong-ones-say-why", NULL, test_wrong_calls_say_why);
  ADD ("/cli/calls/unwritable-target-is-named-as-given", NULL, test_unwritable_target_is_named_as_given);
  ADD ("/cli/calls/output-is-private", NULL, test_output_is_private);
  ADD ("/cli/calls/interrupted-import-leaves-nothing", NULL, test_interrupted_import_leaves_nothing);
  ADD ("/cli/calls/nothing-is-left-behind", NULL, test_nothing_is_left_behind);
  ADD ("/cli/briefing/in-every-language", NULL, test_briefing_in_every_language);
  ADD ("/cli/briefing/of-a-page-or-kind-there-is-not", NULL, test_briefing_of_a_page_or_kind_there_is_not);
  ADD ("/cli/briefing/of-one-page", NULL, test_briefing_of_one_page);
  ADD ("/cli/language/help-is-in-polish", "pl", test_help_is_in_polish);
  ADD ("/cli/language/help-is-in-ukrainian", "uk", test_help_is_in_ukrainian);
  return g_test_run ();
}
