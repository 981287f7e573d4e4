/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "small-plan.h"
#include "kladka-briefing.h"

#define TODAY kladka_day_from_civil (2026, 11, 23)
#define CREATED 1795392000

static KladkaBriefingSpec
make_spec (void)
{
  KladkaBriefingSpec spec = KLADKA_BRIEFING_SPEC (TODAY, KLADKA_MARKING_AMBER);

  spec.font_family = "Inter";
  return spec;
}

static KladkaBriefing *
make_briefing (const KladkaPlan *plan, const KladkaBriefingSpec *spec, KladkaLang lang)
{
  g_autoptr (KladkaWords) words = kladka_words_new (lang, NULL);

  return kladka_briefing_new (plan, spec, words);
}

static GBytes *
write_pdf (KladkaBriefing *briefing)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = kladka_briefing_write_pdf (briefing, CREATED, &error);

  g_assert_no_error (error);
  return pdf;
}

/* What a program of poppler-utils says of the PDF; NULL, and the test skipped, where it is not installed. */
static char *
ask (GBytes *pdf, const char *program, const char *option)
{
  g_autofree char *tool = g_find_program_in_path (program);
  g_autofree char *directory = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  if (tool == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return NULL;
    }
  directory = g_dir_make_tmp ("kladka-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (directory, "briefing.pdf", NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  if (g_str_equal (program, "pdftotext"))
    process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, tool, option, path, "-", NULL);
  else
    process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, tool, option, path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (directory);
  return out;
}

/* The text of the whole briefing, pages ended by form feeds; NULL where it cannot be asked for. */
static char *
print_text (const KladkaPlan *plan, const KladkaBriefingSpec *spec, KladkaLang lang, guint *ret_n_pages)
{
  g_autoptr (KladkaBriefing) briefing = make_briefing (plan, spec, lang);
  g_autoptr (GBytes) pdf = write_pdf (briefing);

  *ret_n_pages = kladka_briefing_get_n_pages (briefing);
  return ask (pdf, "pdftotext", "-layout");
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("\"%s\" is not in:\n%s", part, text);
}

static void
test_ukrainian_text_comes_back (void)
{
  g_autoptr (KladkaPlan) plan = make_small_plan ();
  KladkaBriefingSpec spec = make_spec ();
  g_autoptr (KladkaBriefing) briefing = make_briefing (plan, &spec, KLADKA_LANG_UK);
  g_autoptr (GBytes) pdf = write_pdf (briefing);
  g_autofree char *text = ask (pdf, "pdftotext", "-layout");

  if (text == NULL)
    return;
  assert_has (text, "Пробний план: ґанок, їжак, єдність");
  assert_has (text, "EDR для реєстрів");
  assert_has (text, "DE.CM Моніторинг");
  assert_has (text, "Розгортання EDR");
  assert_has (text, "23 листопада 2026");
}

static void
test_polish_text_comes_back (void)
{
  g_autoptr (KladkaPlan) plan = make_small_plan ();
  KladkaBriefingSpec spec = make_spec ();
  g_autoptr (KladkaBriefing) briefing = make_briefing (plan, &spec, KLADKA_LANG_PL);
  g_autoptr (GBytes) pdf = write_pdf (briefing);
  g_autofree char *text = ask (pdf, "pdftotext", "-layout");

  if (text == NULL)
    return;
  assert_has (text, "Plan próbny: gęślą jaźń");
  assert_has (text, "Ośrodek zapasowy");
  assert_has (text, "Holandia");
  /* What has no Polish form is seen to be in another language: in the ranking, the grid and the timeline. */
  assert_has (text, "EDR for registers (en)");
  assert_has (text, "DE.CM Monitoring (en)");
  assert_has (text, "Backup study (en)");
}

/* Needs and projects whose titles are all different, in many short lanes. */
static KladkaPlan *
make_long_plan (void)
{
  Maker m = maker_new ();

  make (&m, KLADKA_TYPE_PLAN, "plan", "title_en", "Long plan", "period_start", "2026", "period_end", "2027", NULL);
  make (&m, KLADKA_TYPE_CAPABILITY, "de", "code", "DE", "title_en", "Detect", NULL);
  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *id = g_strdup_printf ("record-%02u", i);
      g_autofree char *lane = g_strdup_printf ("lane-%02u", i / 2);
      g_autofree char *lane_title = g_strdup_printf ("Lane %02u", i / 2);
      g_autofree char *english = g_strdup_printf ("Task %02u", i);
      g_autofree char *polish = g_strdup_printf ("Zażółć gęślą jaźń, zadanie %02u", i);
      g_autofree char *ukrainian = g_strdup_printf ("Ґанок, їжак, п’ять єнотів: завдання %02u", i);

      if (i % 2 == 0)
        make (&m, KLADKA_TYPE_INITIATIVE, lane, "title_en", lane_title, NULL);
      make (&m, KLADKA_TYPE_PROJECT, id, "title_en", english, "title_pl", polish, "title_uk", ukrainian, "status",
            "implementation", "planned_start", "2026-02", "planned_end", "2027-03", "initiative", lane, NULL);
    }
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("need-%02u", i);
      g_autofree char *english = g_strdup_printf ("Wish %02u", i);

      make (&m, KLADKA_TYPE_NEED, id, "title_en", english, "stage", "verified", "capability", "de", "priority", "4",
            "wanted_from", "2026-03", NULL);
    }
  return maker_end (&m);
}

static void
assert_titles_come_back (KladkaLang lang, const char *title)
{
  g_autoptr (KladkaPlan) plan = make_long_plan ();
  KladkaBriefingSpec spec = make_spec ();
  g_autofree char *text = NULL;
  guint n;

  spec.parts = KLADKA_BRIEFING_TIMELINE;
  text = print_text (plan, &spec, lang, &n);
  for (guint i = 0; text != NULL && i < 90; i++)
    {
      g_autofree char *whole = g_strdup_printf ("%s %02u", title, i);
      g_assert_cmpuint (count (text, whole), ==, 1);
    }
}

static void
test_every_title_comes_back_whole (void)
{
  assert_titles_come_back (KLADKA_LANG_EN, "Task");
  assert_titles_come_back (KLADKA_LANG_PL, "Zażółć gęślą jaźń, zadanie");
  assert_titles_come_back (KLADKA_LANG_UK, "Ґанок, їжак, п’ять єнотів: завдання");
}

static void
test_pages_are_alike_full_and_end_with_no_head (void)
{
  g_autoptr (KladkaPlan) plan = make_long_plan ();
  KladkaBriefingSpec spec = make_spec ();
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n, least = G_MAXUINT, most = 0;

  spec.parts = KLADKA_BRIEFING_TIMELINE;
  text = print_text (plan, &spec, KLADKA_LANG_EN, &n);
  g_assert_cmpuint (n, >=, 5);
  if (text == NULL)
    return;
  pages = g_strsplit (text, "\f", -1);
  for (guint i = 0; i < n; i++)
    {
      const char *head = g_strrstr (pages[i], "Lane "), *row = g_strrstr (pages[i], "Task ");
      guint rows = count (pages[i], "Lane ") + count (pages[i], "Task ") + count (pages[i], "Wish ")
                   - count (pages[i], "(continued)");

      g_assert_true (head == NULL || row > head);
      least = MIN (least, rows);
      most = MAX (most, rows);
    }
  g_assert_cmpuint (most - least, <=, 4);
  g_assert_cmpuint (count (text, "(continued)"), >=, 1);
}

/* Every third title goes over more than one line. */
static KladkaPlan *
make_plan_of_gaps (guint n)
{
  Maker m = maker_new ();

  make (&m, KLADKA_TYPE_PLAN, "plan", "title_en", "Gaps", "period_start", "2026", "period_end", "2027", NULL);
  make (&m, KLADKA_TYPE_CAPABILITY, "de", "code", "DE", "title_en", "Detect", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("need-%02u", i);
      g_autofree char *title =
          g_strdup_printf ("Wish %02u%s", i,
                           (i + n) % 3 > 0 ? ""
                                           : " of all the regions, of all their towns, of all the villages "
                                             "about them and of what lies between one of them and another");

      make (&m, KLADKA_TYPE_NEED, id, "title_en", title, "stage", "verified", "capability", "de", NULL);
    }
  return maker_end (&m);
}

static double
read_attribute (const char *word, const char *name)
{
  return g_ascii_strtod (strstr (word, name) + strlen (name), NULL);
}

/* The lowest end of a title on the page keeps the distance to its foot. */
static void
assert_ends_above_foot (const char *page)
{
  double low = 0, foot = 0;

  for (const char *word = page; (word = strstr (word, "<word ")) != NULL; word++)
    {
      if (g_str_has_prefix (strchr (word, '>'), ">Wish<") || g_str_has_prefix (strchr (word, '>'), ">another<"))
        low = MAX (low, read_attribute (word, "yMax=\""));
      if (g_str_has_prefix (strchr (word, '>'), ">TLP:AMBER<"))
        foot = MAX (foot, read_attribute (word, "yMin=\""));
    }
  g_assert_cmpfloat (low, >, 0);
  g_assert_cmpfloat (low, <, foot - 10);
}

static void
test_gaps_go_over_pages (void)
{
  /* Of 40 and of 59 a page would end with a row of three lines that has room for one only. */
  static const guint numbers[] = { 1, 30, 40, 59, 60 };

  for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
    {
      guint n = numbers[j];
      g_autoptr (KladkaPlan) plan = make_plan_of_gaps (n);
      KladkaBriefingSpec spec = make_spec ();
      g_autoptr (KladkaBriefing) briefing = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) pages = NULL;
      guint least = G_MAXUINT, most = 0;

      spec.parts = KLADKA_BRIEFING_GAPS;
      briefing = make_briefing (plan, &spec, KLADKA_LANG_EN);
      pdf = write_pdf (briefing);
      text = ask (pdf, "pdftotext", "-bbox");
      if (text == NULL)
        return;
      pages = g_strsplit (text, "<page ", -1);
      g_assert_cmpuint (g_strv_length (pages) - 1, ==, kladka_briefing_get_n_pages (briefing));
      g_assert_cmpuint (count (text, ">Wish<"), ==, n);
      for (guint i = 1; pages[i] != NULL; i++)
        {
          g_assert_cmpuint (count (pages[i], ">Gap-months<"), ==, 1);
          assert_ends_above_foot (pages[i]);
          least = MIN (least, count (pages[i], ">Wish<"));
          most = MAX (most, count (pages[i], ">Wish<"));
        }
      g_assert_cmpuint (most - least, <=, 3);
    }
}

static void
test_the_first_page_names_the_largest_gaps (void)
{
  for (guint landscape = 0; landscape < 2; landscape++)
    {
      g_autoptr (KladkaPlan) plan = make_small_plan ();
      KladkaBriefingSpec spec = make_spec ();
      g_autofree char *text = NULL;
      guint n;

      spec.landscape = landscape;
      spec.parts = KLADKA_BRIEFING_FIGURES;
      text = print_text (plan, &spec, KLADKA_LANG_EN, &n);
      g_assert_cmpuint (n, ==, 1);
      if (text == NULL)
        return;
      assert_has (text, "The largest gaps");
      assert_has (text, "EDR for registers");
      assert_has (text, "Ministry of Justice · ");
      assert_has (text, "gap-months");
    }
}

/* Nine tenths stay, one tenth ends: that is a lapse. */
static void
test_a_lapse_of_a_tenth_is_counted (void)
{
  Maker m = maker_new ();
  KladkaBriefingSpec spec = make_spec ();
  g_autoptr (KladkaPlan) plan = NULL;
  g_autoptr (KladkaBriefing) briefing = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  make (&m, KLADKA_TYPE_PLAN, "plan", "title_en", "Plan", "period_start", "2026", "period_end", "2028", NULL);
  make (&m, KLADKA_TYPE_CAPABILITY, "de", "code", "DE", "title_en", "Detect", NULL);
  make (&m, KLADKA_TYPE_NEED, "need", "title_en", "Sensors", "stage", "verified", "capability", "de", "quantity",
        "120000", NULL);
  make (&m, KLADKA_TYPE_PROJECT, "project", "title_en", "Sensors", "status", "implementation", "planned_start", "2026",
        "planned_end", "2028", NULL);
  make (&m, KLADKA_TYPE_DELIVERY, "ends", "project", "project", "capability", "de", "need", "need", "quantity", "12000",
        "delivered_on", "2026-01", "sustained_until", "2027-03", NULL);
  make (&m, KLADKA_TYPE_DELIVERY, "stays", "project", "project", "capability", "de", "need", "need", "quantity",
        "108000", "delivered_on", "2026-02", "sustained_until", "2028-12", NULL);
  plan = maker_end (&m);
  spec.parts = KLADKA_BRIEFING_FIGURES;
  briefing = make_briefing (plan, &spec, KLADKA_LANG_EN);
  pdf = write_pdf (briefing);
  text = ask (pdf, "pdftotext", "-raw");
  if (text != NULL)
    assert_has (text, "\n1\nNeeds that lose cover");
}

static void
test_very_long_titles_are_cut (void)
{
  Maker m = maker_new ();
  KladkaBriefingSpec spec = make_spec ();
  g_autofree char *title = g_strnfill (5000, 'a');
  g_autoptr (KladkaPlan) plan = NULL;
  g_autoptr (KladkaBriefing) briefing = NULL;
  g_autoptr (GBytes) pdf = NULL;

  for (guint i = 20; i < 5000; i += 20)
    title[i] = ' ';
  make (&m, KLADKA_TYPE_PLAN, "plan", "title_en", title, "period_start", "2026", "period_end", "2027", NULL);
  make (&m, KLADKA_TYPE_CAPABILITY, "de", "code", "DE", "title_en", title, NULL);
  make (&m, KLADKA_TYPE_NEED, "need", "title_en", title, "reference", title, "stage", "verified", "capability", "de",
        NULL);
  make (&m, KLADKA_TYPE_PROJECT, "project", "title_en", title, "planned_start", "2026", "planned_end", "2027", NULL);
  plan = maker_end (&m);
  briefing = make_briefing (plan, &spec, KLADKA_LANG_EN);
  pdf = write_pdf (briefing);
  g_assert_cmpuint (kladka_briefing_get_n_pages (briefing), ==, 4);
}

/* A ministry's name goes over as many lines as it needs, also on narrow paper. */
static void
test_recipients_are_named_whole (void)
{
  Maker m = maker_new ();
  KladkaBriefingSpec spec = make_spec ();
  g_autoptr (KladkaPlan) plan = NULL;
  g_autoptr (KladkaBriefing) briefing = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  make (&m, KLADKA_TYPE_PLAN, "plan", "title_en", "Plan", "period_start", "2026", "period_end", "2028", NULL);
  make (&m, KLADKA_TYPE_CAPABILITY, "de", "code", "DE", "title_uk", "Чергові групи реагування на інциденти", NULL);
  make (&m, KLADKA_TYPE_ORGANISATION, "cert", "name_uk",
        "Урядова команда реагування на комп’ютерні надзвичайні події України CERT-UA", NULL);
  make (&m, KLADKA_TYPE_NEED, "need", "reference", "N-017", "title_uk",
        "Групи реагування на інциденти в органах державної влади і на критичних об’єктах", "stage", "verified",
        "capability", "de", "recipient", "cert", "priority", "5", "wanted_from", "2026-Q3", NULL);
  plan = maker_end (&m);
  spec.parts = KLADKA_BRIEFING_GAPS;
  spec.landscape = FALSE;
  briefing = make_briefing (plan, &spec, KLADKA_LANG_UK);
  pdf = write_pdf (briefing);
  text = ask (pdf, "pdftotext", "-layout");
  if (text == NULL)
    return;
  /* What is cut on one line comes back whole from the PDF, and on one line. */
  assert_has (text, "України CERT-UA");
  g_assert_null (strstr (text, "надзвичайні події України CERT-UA"));
}

static void
test_every_page_is_marked (void)
{
  g_autoptr (KladkaPlan) plan = make_small_plan ();
  KladkaBriefingSpec spec = make_spec ();
  g_autoptr (KladkaBriefing) briefing = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *last = NULL;
  guint n;

  spec.ceiling = KLADKA_MARKING_AMBER_STRICT;
  spec.left_out = TRUE;
  briefing = make_briefing (plan, &spec, KLADKA_LANG_EN);
  pdf = write_pdf (briefing);
  n = kladka_briefing_get_n_pages (briefing);
  last = g_strdup_printf ("Page %u of %u", n, n);
  text = ask (pdf, "pdftotext", "-layout");
  if (text == NULL)
    return;
  /* header, footer and the sentence about what is left out */
  g_assert_cmpuint (count (text, "TLP:AMBER+STRICT"), ==, 3 * n);
  g_assert_cmpuint (count (text, "are left out"), ==, n);
  g_assert_cmpuint (count (text, "As of: 23 November 2026"), >=, n);
  assert_has (text, last);
}

static void
test_what_is_left_out_is_said_only_then (void)
{
  g_autoptr (KladkaPlan) plan = make_small_plan ();
  KladkaBriefingSpec spec = make_spec ();
  g_autoptr (KladkaBriefing) briefing = make_briefing (plan, &spec, KLADKA_LANG_EN);
  g_autoptr (GBytes) pdf = write_pdf (briefing);
  g_autofree char *text = ask (pdf, "pdftotext", "-layout");

  if (text == NULL)
    return;
  g_assert_cmpuint (count (text, "are left out"), ==, 0);
  assert_has (text, "computed from records up to TLP:AMBER");
}

static void
test_structure_and_metadata (void)
{
  g_autoptr (KladkaPlan) plan = make_small_plan ();
  KladkaBriefingSpec spec = make_spec ();
  g_autoptr (KladkaBriefing) briefing = make_briefing (plan, &spec, KLADKA_LANG_UK);
  g_autoptr (GBytes) pdf = write_pdf (briefing);
  g_autofree char *info = ask (pdf, "pdfinfo", "-isodates");
  g_autofree char *structure = info != NULL ? ask (pdf, "pdfinfo", "-struct") : NULL;

  if (info == NULL)
    return;
  assert_has (info, "Пробний план: ґанок, їжак, єдність");
  assert_has (info, "Creator:         Kladka");
  assert_has (info, "2026-11-23T00:00:00");
  assert_has (info, "(A4)");
  g_assert_null (strstr (info, "Author:"));
  assert_has (structure, "Document");
  assert_has (structure, "H1");
  assert_has (structure, "TH");
  assert_has (structure, "TD");
  assert_has (structure, "Figure");
}

static void
test_same_input_same_bytes (void)
{
  g_autoptr (KladkaPlan) plan = make_small_plan ();
  KladkaBriefingSpec spec = make_spec ();
  g_autoptr (KladkaBriefing) one = make_briefing (plan, &spec, KLADKA_LANG_PL);
  g_autoptr (KladkaBriefing) two = make_briefing (plan, &spec, KLADKA_LANG_PL);
  g_autoptr (GBytes) first = write_pdf (one);
  g_autoptr (GBytes) second = write_pdf (two);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_large_grids_are_tiled_with_their_headings (void)
{
  g_autoptr (KladkaPlan) plan = make_small_plan ();
  KladkaBriefingSpec spec = make_spec ();
  g_autoptr (KladkaBriefing) briefing = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  guint n;

  spec.parts = KLADKA_BRIEFING_GRID;
  spec.unit = KLADKA_PERIOD_MONTH;
  spec.landscape = FALSE;
  briefing = make_briefing (plan, &spec, KLADKA_LANG_EN);
  n = kladka_briefing_get_n_pages (briefing);
  g_assert_cmpuint (n, >=, 2);
  pdf = write_pdf (briefing);
  text = ask (pdf, "pdftotext", "-layout");
  if (text == NULL)
    return;
  g_assert_cmpuint (count (text, "DE.CM Monitoring"), ==, n);
  g_assert_cmpuint (count (text, "Coverage by capability and period"), ==, n);
  /* Each month stands over one column only. */
  g_assert_cmpuint (count (text, "Aug"), ==, 2);
}

static void
test_papers (void)
{
  g_autoptr (KladkaPlan) plan = make_small_plan ();
  KladkaBriefingSpec spec = make_spec ();

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (KladkaBriefing) briefing = NULL;
      double width, height;

      spec.paper = i & 1;
      spec.landscape = (i & 2) != 0;
      briefing = make_briefing (plan, &spec, KLADKA_LANG_EN);
      kladka_briefing_get_page_size (briefing, &width, &height);
      g_assert_cmpfloat_with_epsilon (MAX (width, height), i & 1 ? 1190.55 : 841.89, 0.01);
      g_assert_true ((width > height) == spec.landscape);
      g_assert_cmpfloat (kladka_briefing_get_smallest_text (briefing), >=, 6.5);
    }
}

static void
test_an_empty_plan_has_pages_too (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  KladkaBriefingSpec spec = make_spec ();
  g_autoptr (KladkaBriefing) briefing = make_briefing (plan, &spec, KLADKA_LANG_EN);
  g_autoptr (GBytes) pdf = write_pdf (briefing);
  g_autofree char *text = ask (pdf, "pdftotext", "-layout");

  g_assert_cmpuint (kladka_briefing_get_n_pages (briefing), ==, 4);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
  if (text == NULL)
    return;
  g_assert_cmpuint (count (text, "No need that counts has a gap."), ==, 2);
  assert_has (text, "no project and no need in this period");
}

static gboolean
is_grey (guint32 pixel)
{
  int red = pixel >> 16 & 255, green = pixel >> 8 & 255, blue = pixel & 255;

  return MAX (red, MAX (green, blue)) - MIN (red, MIN (green, blue)) <= 10;
}

static void
test_grey_pages_have_no_colour (void)
{
  g_autoptr (KladkaPlan) plan = make_small_plan ();
  KladkaBriefingSpec spec = make_spec ();
  g_autoptr (KladkaBriefing) briefing = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 842, 595);

  spec.grey = TRUE;
  briefing = make_briefing (plan, &spec, KLADKA_LANG_EN);
  for (guint page = 0; page < kladka_briefing_get_n_pages (briefing); page++)
    {
      cairo_t *cr = cairo_create (surface);
      const guint32 *pixels;

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      kladka_briefing_draw_page (briefing, cr, page);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      pixels = (const guint32 *)cairo_image_surface_get_data (surface);
      for (guint i = 0; i < 842 * 595; i++)
        if (!is_grey (pixels[i]))
          g_error ("page %u, pixel %u,%u is %06x", page, i % 842, i / 842, pixels[i] & 0xffffff);
    }
  cairo_surface_destroy (surface);
}

static void
test_pictures_of_a_page (void)
{
  g_autoptr (KladkaPlan) plan = make_small_plan ();
  KladkaBriefingSpec spec = make_spec ();
  g_autoptr (KladkaBriefing) briefing = make_briefing (plan, &spec, KLADKA_LANG_EN);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = kladka_briefing_write_png (briefing, 1, 1, &error);
  g_autoptr (GBytes) svg = kladka_briefing_write_svg (briefing, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (png, NULL), 4, "\x89PNG", 4);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), 400, "<svg"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/briefing/ukrainian-text-comes-back", test_ukrainian_text_comes_back);
  g_test_add_func ("/report/briefing/polish-text-comes-back", test_polish_text_comes_back);
  g_test_add_func ("/report/briefing/every-title-comes-back-whole", test_every_title_comes_back_whole);
  g_test_add_func ("/report/briefing/pages-are-alike-full-and-end-with-no-head",
                   test_pages_are_alike_full_and_end_with_no_head);
  g_test_add_func ("/report/briefing/gaps-go-over-pages", test_gaps_go_over_pages);
  g_test_add_func ("/report/briefing/the-first-page-names-the-largest-gaps",
                   test_the_first_page_names_the_largest_gaps);
  g_test_add_func ("/report/briefing/a-lapse-of-a-tenth-is-counted", test_a_lapse_of_a_tenth_is_counted);
  g_test_add_func ("/report/briefing/very-long-titles-are-cut", test_very_long_titles_are_cut);
  g_test_add_func ("/report/briefing/recipients-are-named-whole", test_recipients_are_named_whole);
  g_test_add_func ("/report/briefing/every-page-is-marked", test_every_page_is_marked);
  g_test_add_func ("/report/briefing/what-is-left-out-is-said-only-then", test_what_is_left_out_is_said_only_then);
  g_test_add_func ("/report/briefing/structure-and-metadata", test_structure_and_metadata);
  g_test_add_func ("/report/briefing/same-input-same-bytes", test_same_input_same_bytes);
  g_test_add_func ("/report/briefing/large-grids-are-tiled-with-their-headings",
                   test_large_grids_are_tiled_with_their_headings);
  g_test_add_func ("/report/briefing/papers-and-text-sizes", test_papers);
  g_test_add_func ("/report/briefing/an-empty-plan-has-pages-too", test_an_empty_plan_has_pages_too);
  g_test_add_func ("/report/briefing/grey-pages-have-no-colour", test_grey_pages_have_no_colour);
  g_test_add_func ("/report/briefing/pictures-of-a-page", test_pictures_of_a_page);
  return g_test_run ();
}
