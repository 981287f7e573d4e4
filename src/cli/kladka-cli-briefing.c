/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-cli.h"

#include "kladka-briefing.h"
#include "kladka-i18n.h"

#include <string.h>

typedef struct {
  char *language;
  char *output;
  char *paper;
  char *unit;
  char *as_of;
  char *ceiling;
  gboolean portrait;
  gboolean grey;
  gboolean unverified;
  int page;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->language);
  g_free (options->output);
  g_free (options->paper);
  g_free (options->unit);
  g_free (options->as_of);
  g_free (options->ceiling);
}

static gboolean
parse_paper (KladkaCli *self, const char *text, KladkaPaper *ret_paper)
{
  if (text == NULL || g_ascii_strcasecmp (text, "a4") == 0)
    *ret_paper = KLADKA_PAPER_A4;
  else if (g_ascii_strcasecmp (text, "a3") == 0)
    *ret_paper = KLADKA_PAPER_A3;
  else
    {
      kladka_cli_fail_usage (self, _ ("“%s” is not one of: %s."), text, "a4, a3");
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_unit (KladkaCli *self, const char *text, KladkaPeriodUnit *ret_unit)
{
  static const char *const words[] = { "month", "quarter", "year" };

  *ret_unit = KLADKA_PERIOD_QUARTER;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], text))
      {
        *ret_unit = i;
        return TRUE;
      }
  kladka_cli_fail_usage (self, _ ("“%s” is not one of: %s."), text, "month, quarter, year");
  return FALSE;
}

static gboolean
parse_language (KladkaCli *self, const char *text, KladkaWords **ret_words)
{
  KladkaLang lang = kladka_words_get_lang (self->words);

  if (text != NULL && !kladka_lang_parse (text, &lang))
    {
      kladka_cli_fail_usage (self, _ ("“%s” is not one of: %s."), text, "en, pl, uk");
      return FALSE;
    }
  *ret_words = kladka_words_new_like (self->words, lang);
  return TRUE;
}

static gboolean
parse_spec (KladkaCli *self, const Options *options, KladkaBriefingSpec *ret_spec)
{
  gint32 day;

  if (!kladka_cli_parse_day (self, options->as_of, &day))
    return FALSE;
  *ret_spec = KLADKA_BRIEFING_SPEC (day, KLADKA_MARKING_AMBER);
  ret_spec->landscape = !options->portrait;
  ret_spec->grey = options->grey;
  ret_spec->coverage.include_unverified = options->unverified;
  return parse_paper (self, options->paper, &ret_spec->paper) && parse_unit (self, options->unit, &ret_spec->unit);
}

static gboolean
is_known_ending (const char *path)
{
  return g_str_has_suffix (path, ".pdf") || g_str_has_suffix (path, ".png") || g_str_has_suffix (path, ".svg");
}

static GBytes *
draw (KladkaCli *self, KladkaBriefing *briefing, const Options *options, GError **error)
{
  guint page = (guint)options->page - 1;

  if (g_str_has_suffix (options->output, ".png"))
    return kladka_briefing_write_png (briefing, page, 2.0, error);
  if (g_str_has_suffix (options->output, ".svg"))
    return kladka_briefing_write_svg (briefing, page, error);
  return kladka_briefing_write_pdf (briefing, self->now, error);
}

static KladkaExit
run (KladkaCli *self, const Options *options, const char *name)
{
  g_autoptr (KladkaWords) words = NULL;
  g_autoptr (KladkaPlan) plan = NULL;
  g_autoptr (KladkaBriefing) briefing = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  KladkaBriefingSpec spec;
  KladkaExit result;

  if (options->output == NULL || !is_known_ending (options->output))
    return kladka_cli_fail_usage (
        self, _ ("Say where to write with --output FILE: its ending, pdf, png or svg, says as what."));
  if (!parse_spec (self, options, &spec) || !parse_language (self, options->language, &words))
    return KLADKA_EXIT_USAGE;
  plan = kladka_cli_open_below (self, name, options->ceiling, &spec.ceiling, &spec.left_out, &result);
  if (plan == NULL)
    return result;
  kladka_cli_progress (self, _ ("Laying out the pages…"));
  briefing = kladka_briefing_new (plan, &spec, words);
  if (options->page < 1 || (guint)options->page > kladka_briefing_get_n_pages (briefing))
    {
      kladka_cli_progress (self, NULL);
      return kladka_cli_fail_usage (self, _ ("There is no page %d. The last one is page %u."), options->page,
                                    kladka_briefing_get_n_pages (briefing));
    }
  kladka_cli_progress (self, _ ("Drawing the pages…"));
  bytes = draw (self, briefing, options, &error);
  if (bytes == NULL)
    return kladka_cli_fail (self, options->output, error, KLADKA_EXIT_OUTPUT);
  kladka_cli_progress (self, NULL);
  return kladka_cli_write (self, options->output, bytes);
}

KladkaExit
kladka_cli_briefing (KladkaCli *self, int argc, char **argv)
{
  Options options = { .page = 1 };
  const GOptionEntry entries[] = {
    { "language", 'l', 0, G_OPTION_ARG_STRING, &options.language, N_ ("Language of the pages: en, pl, uk"),
      N_ ("LANGUAGE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Where to write: FILE.pdf, FILE.png or FILE.svg"),
      N_ ("FILE") },
    { "page", 0, 0, G_OPTION_ARG_INT, &options.page, N_ ("Which page, as PNG or SVG"), N_ ("NUMBER") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, N_ ("a4 (default) or a3"), N_ ("PAPER") },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &options.portrait, N_ ("Upright pages"), NULL },
    { "grey", 0, 0, G_OPTION_ARG_NONE, &options.grey, N_ ("Without colours"), NULL },
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &options.unit, N_ ("Columns: year, quarter, month"), N_ ("UNIT") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_ ("The day to look from; today otherwise"), N_ ("DAY") },
    { "include-unverified", 0, 0, G_OPTION_ARG_NONE, &options.unverified, N_ ("Count submitted needs too"), NULL },
    { "ceiling", 0, 0, G_OPTION_ARG_STRING, &options.ceiling, N_ ("Highest marking that leaves the plan"), N_ ("TLP") },
    G_OPTION_ENTRY_NULL,
  };
  KladkaExit result = KLADKA_EXIT_USAGE;

  if (kladka_cli_parse (self, &argc, &argv, entries, _ ("PLAN"), _ ("Print a briefing as PDF, PNG or SVG"), 1, 1))
    result = run (self, &options, argv[1]);
  clear_options (&options);
  return result;
}
