/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing needs no printer: the same operation, with the same pages, exported to a file. */

#include "kladka-print.h"
#include "ui-fixture.h"

typedef struct {
  KladkaLang lang;
  const char *code;
  KladkaPaper paper;
  gboolean landscape;
  const char *size; /* as pdfinfo says it */
} Job;

static const Job jobs[] = {
  { KLADKA_LANG_EN, "en", KLADKA_PAPER_A4, TRUE, "841.89 x 595.276 pts (A4)" },
  { KLADKA_LANG_PL, "pl", KLADKA_PAPER_A4, FALSE, "595.276 x 841.89 pts (A4)" },
  { KLADKA_LANG_UK, "uk", KLADKA_PAPER_A3, TRUE, "1190.55 x 841.89 pts (A3)" },
};

static KladkaBriefing *
make_briefing (UiFixture *fixture, const Job *job)
{
  KladkaWindow *window = ui_fixture_open_sample (fixture);
  KladkaBriefingSpec spec =
      KLADKA_BRIEFING_SPEC (kladka_view_state_get_today (kladka_window_get_state (window)), KLADKA_MARKING_GREEN);
  g_autoptr (KladkaPlan) below =
      kladka_plan_new_below (kladka_document_get_plan (kladka_window_get_document (window)), spec.ceiling, NULL);
  g_autoptr (KladkaWords) words =
      kladka_words_new (job->lang, kladka_application_get_locale_dir (fixture->application));

  spec.paper = job->paper;
  spec.landscape = job->landscape;
  return kladka_briefing_new (below, &spec, words);
}

static void
save_pdf (KladkaBriefing *briefing, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kladka_briefing_write_pdf (briefing, 0, &error);

  g_assert_no_error (error);
  g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE, 0, NULL, NULL,
                           &error);
  g_assert_no_error (error);
}

static void
print (GtkPrintOperation *operation, GFile *file)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, g_file_peek_path (file));
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

static char *
ask (const char *const *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (words, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  char *answer = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &answer, NULL, &error);
  g_assert_no_error (error);
  return answer;
}

static char *
dup_text (GFile *file)
{
  return ask ((const char *const[]){ "pdftotext", "-layout", g_file_peek_path (file), "-", NULL });
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("\"%s\" is not in:\n%s", part, text);
}

static void
check_pages (GFile *file, KladkaBriefing *briefing, const Job *job)
{
  g_autofree char *info = ask ((const char *const[]){ "pdfinfo", g_file_peek_path (file), NULL });
  g_autofree char *pages = g_strdup_printf ("Pages:           %u\n", kladka_briefing_get_n_pages (briefing));

  assert_has (info, pages);
  assert_has (info, job->size);
}

static void
test_pages (gconstpointer data)
{
  const Job *job = data;
  UiFixture fixture;
  g_autoptr (KladkaBriefing) briefing = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GFile) printed = NULL, saved = NULL;
  g_autofree char *on_paper = NULL, *in_pdf = NULL;

  ui_fixture_init (&fixture);
  printed = ui_fixture_get_file (&fixture, "printed.pdf");
  saved = ui_fixture_get_file (&fixture, "saved.pdf");
  briefing = make_briefing (&fixture, job);
  operation = kladka_print_new (briefing, job->paper == KLADKA_PAPER_A3);
  print (operation, printed);
  save_pdf (briefing, saved);
  check_pages (printed, briefing, job);
  on_paper = dup_text (printed);
  in_pdf = dup_text (saved);
  g_assert_cmpstr (on_paper, ==, in_pdf);
  ui_fixture_clear (&fixture);
}

/* What lies beyond the edge is in no text. */
static guint
count_letters (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += !g_ascii_isspace (*text);
  return n;
}

/* Somebody chooses other paper in the system's dialog: no page is cut, and none is added. */
static void
test_other_paper (void)
{
  const Job *job = &jobs[0];
  UiFixture fixture;
  g_autoptr (KladkaBriefing) briefing = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A5);
  g_autoptr (GFile) printed = NULL, saved = NULL;
  g_autofree char *text = NULL, *in_pdf = NULL;

  ui_fixture_init (&fixture);
  printed = ui_fixture_get_file (&fixture, "small.pdf");
  saved = ui_fixture_get_file (&fixture, "saved.pdf");
  briefing = make_briefing (&fixture, job);
  operation = kladka_print_new (briefing, FALSE);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  print (operation, printed);
  check_pages (printed, briefing, &(Job){ .size = "419.528 x 595.276 pts" });
  text = dup_text (printed);
  assert_has (text, kladka_briefing_get_title (briefing));
  save_pdf (briefing, saved);
  in_pdf = dup_text (saved);
  g_assert_cmpuint (count_letters (text), ==, count_letters (in_pdf));
  ui_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/print/%s/pages-are-those-of-the-pdf", jobs[i].code);

      g_test_add_data_func (path, &jobs[i], test_pages);
    }
  g_test_add_func ("/ui/print/other-paper-holds-the-whole-page", test_other_paper);
  return g_test_run ();
}
