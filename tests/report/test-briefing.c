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

  g_assert_cmpuint (kladka_briefing_get_n_pages (briefing), ==, 4);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
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
