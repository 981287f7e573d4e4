/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-cli.h"

#include "kladka-briefing.h"
#include "kladka-cli-table.h"
#include "kladka-coverage-json.h"
#include "kladka-coverage.h"
#include "kladka-i18n.h"
#include "kladka-write.h"

/* A word of an option and what it stands for. */
typedef struct {
  const char *word;
  int meaning;
} Word;

static const Word dimension_words[] = {
  { "capability", KLADKA_DIMENSION_CAPABILITY },
  { "recipient", KLADKA_DIMENSION_RECIPIENT },
  { "beneficiary", KLADKA_DIMENSION_BENEFICIARY },
  { "sector", KLADKA_DIMENSION_SECTOR },
  { "tag", KLADKA_DIMENSION_TAG },
  { "donor", KLADKA_DIMENSION_DONOR },
  { "implementer", KLADKA_DIMENSION_IMPLEMENTER },
  { "initiative", KLADKA_DIMENSION_INITIATIVE },
  { NULL, 0 },
};
static const Word unit_words[] = {
  { "year", KLADKA_PERIOD_YEAR },
  { "quarter", KLADKA_PERIOD_QUARTER },
  { "month", KLADKA_PERIOD_MONTH },
  { NULL, 0 },
};
static const Word line_words[] = {
  { "end-unknown", KLADKA_CERTAINTY_END_UNKNOWN },
  { "delivering", KLADKA_CERTAINTY_DELIVERING },
  { "committed", KLADKA_CERTAINTY_COMMITTED },
  { "planned", KLADKA_CERTAINTY_PLANNED },
  { NULL, 0 },
};

typedef struct {
  char *format;
  char *dimension;
  char *unit;
  char *line;
  char *as_of;
  char *ceiling;
  char *output;
  char *from;
  char *until;
  char *explain;
  gboolean unverified;
} Options;

/* Up to where the gate let records through, and whether it kept any back. */
typedef struct {
  KladkaMarking ceiling;
  gboolean left_out;
} Boundary;

static void
clear_options (Options *options)
{
  g_free (options->format);
  g_free (options->dimension);
  g_free (options->unit);
  g_free (options->line);
  g_free (options->as_of);
  g_free (options->ceiling);
  g_free (options->output);
  g_free (options->from);
  g_free (options->until);
  g_free (options->explain);
}

/* The first word is what holds when none is given. */
static gboolean
find_word (KladkaCli *self, const Word *words, const char *word, int *ret_meaning)
{
  g_autoptr (GString) known = g_string_new (NULL);

  *ret_meaning = words[0].meaning;
  if (word == NULL)
    return TRUE;
  for (guint i = 0; words[i].word != NULL; i++)
    {
      if (g_str_equal (words[i].word, word))
        {
          *ret_meaning = words[i].meaning;
          return TRUE;
        }
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", words[i].word);
    }
  kladka_cli_fail_usage (self, _ ("“%s” is not one of: %s."), word, known->str);
  return FALSE;
}

static const Word format_words[] = {
  { "table", 0 },
  { "json", 1 },
  { "csv", 2 },
  { NULL, 0 },
};

/* Before anything is opened. Explanations are sentences. */
static gboolean
check_format (KladkaCli *self, const Options *options)
{
  int format;

  if (!find_word (self, format_words, options->format, &format))
    return FALSE;
  if (options->explain == NULL || format == 0)
    return TRUE;
  kladka_cli_fail_usage (self, _ ("“%s” is no format of this command."), options->format);
  return FALSE;
}

static gboolean
parse_month (KladkaCli *self, const char *text, gboolean last, gint32 *ret_month)
{
  KladkaDate date;

  if (text == NULL)
    return TRUE;
  if (!kladka_date_parse_file (text, &date))
    {
      kladka_cli_fail_usage (self, _ ("“%s” is no date. Write 2027, 2027-Q3, 2027-03 or 2027-03-05."), text);
      return FALSE;
    }
  *ret_month =
      kladka_month_of_day (last ? kladka_date_get_last_day (date) : kladka_date_get_first_day (date)) + (last ? 1 : 0);
  return TRUE;
}

static gboolean
parse_spec (KladkaCli *self, const Options *options, KladkaCoverageSpec *ret_spec)
{
  int line;

  if (!find_word (self, line_words, options->line, &line)
      || !kladka_cli_parse_day (self, options->as_of, &ret_spec->as_of))
    return FALSE;
  ret_spec->line = line;
  ret_spec->include_unverified = options->unverified;
  return TRUE;
}

static int
find_row (const KladkaGrid *grid, const char *text, const KladkaWords *words)
{
  g_autofree char *folded = kladka_text_fold (text);
  const KladkaPlan *plan = kladka_coverage_get_plan (kladka_grid_get_coverage (grid));

  for (guint row = 0; row < kladka_grid_get_n_rows (grid); row++)
    {
      g_autofree char *label = kladka_grid_dup_row_label (grid, row, words);
      g_autofree char *folded_label = kladka_text_fold (label);
      const KladkaGridRow *info = kladka_grid_get_row (grid, row);
      const KladkaRecord *record = info->ref != 0 ? kladka_plan_get (plan, info->ref) : NULL;

      if (g_str_equal (folded, folded_label))
        return row;
      if (record != NULL
          && (g_strcmp0 (kladka_record_get_short (record), text) == 0
              || g_str_equal (kladka_plan_get_id (plan, record), text)))
        return row;
    }
  return -1;
}

static KladkaExit
explain (KladkaCli *self, const KladkaGrid *grid, const Options *options, const Boundary *boundary)
{
  const KladkaPlan *plan = kladka_coverage_get_plan (kladka_grid_get_coverage (grid));
  int row = find_row (grid, options->explain, self->words);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (KladkaTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *says = kladka_briefing_dup_boundary (self->words, boundary->ceiling, boundary->left_out);

  if (row < 0)
    return kladka_cli_fail_usage (self, _ ("The chart has no row “%s”."), options->explain);
  table = kladka_grid_dup_table (grid, self->words, boundary->ceiling);
  kladka_cli_table_append_head (out, table, says);
  for (guint period = 0; period < kladka_grid_get_n_periods (grid); period++)
    {
      g_autoptr (KladkaExplanation) explanation = kladka_grid_explain (grid, row, period);
      g_auto (GStrv) sentences = kladka_explanation_dup_sentences (explanation, plan, self->words);
      g_autofree char *label = kladka_grid_dup_row_label (grid, row, self->words);
      g_autofree char *when = kladka_grid_dup_period_label (grid, period, self->words);

      g_string_append_printf (out, "%s, %s\n", label, when);
      for (guint i = 0; sentences[i] != NULL; i++)
        g_string_append_printf (out, "  %s\n", sentences[i]);
    }
  bytes = g_string_free_to_bytes (g_steal_pointer (&out));
  return kladka_cli_write (self, options->output, bytes);
}

static KladkaExit
write_grid (KladkaCli *self, const KladkaGrid *grid, const Options *options, const Boundary *boundary)
{
  g_autoptr (KladkaTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *says = kladka_briefing_dup_boundary (self->words, boundary->ceiling, boundary->left_out);

  if (options->format != NULL && g_str_equal (options->format, "json"))
    {
      bytes = kladka_coverage_dup_json (kladka_grid_get_coverage (grid), (const KladkaGrid *const *)&grid, 1,
                                        boundary->ceiling);
      return kladka_cli_write (self, options->output, bytes);
    }
  table = kladka_grid_dup_table (grid, self->words, boundary->ceiling);
  if (options->format != NULL && g_str_equal (options->format, "csv"))
    bytes = kladka_table_write_csv (table, KLADKA_CSV_PLAIN, self->words);
  else
    bytes = kladka_cli_table_new_text (table, says, self->words);
  return kladka_cli_write (self, options->output, bytes);
}

static gboolean
parse_months (KladkaCli *self, const Options *options, KladkaSpan *ret_months)
{
  KladkaSpan months = { G_MININT32, G_MAXINT32 };

  if (!parse_month (self, options->from, FALSE, &months.from) || !parse_month (self, options->until, TRUE, &months.to))
    return FALSE;
  if (months.from >= months.to)
    {
      kladka_cli_fail_usage (self, _ ("“%s” lies after “%s”: there is nothing to show."), options->from,
                             options->until);
      return FALSE;
    }
  *ret_months = months;
  return TRUE;
}

static KladkaExit
run (KladkaCli *self, const Options *options, const char *name)
{
  g_autoptr (KladkaPlan) plan = NULL;
  g_autoptr (KladkaCoverage) coverage = NULL;
  g_autoptr (KladkaGrid) grid = NULL;
  KladkaCoverageSpec spec;
  Boundary boundary;
  KladkaExit result;
  KladkaSpan months;
  int dimension, unit;

  if (!check_format (self, options) || !parse_spec (self, options, &spec)
      || !find_word (self, dimension_words, options->dimension, &dimension)
      || !find_word (self, unit_words, options->unit, &unit) || !parse_months (self, options, &months))
    return KLADKA_EXIT_USAGE;
  plan = kladka_cli_open_below (self, name, options->ceiling, &boundary.ceiling, &boundary.left_out, &result);
  if (plan == NULL)
    return result;
  kladka_cli_progress (self, _ ("Computing coverage…"));
  coverage = kladka_coverage_new (plan, &spec);
  grid = kladka_grid_new (coverage, dimension, unit, months);
  kladka_cli_progress (self, NULL);
  return options->explain != NULL ? explain (self, grid, options, &boundary)
                                  : write_grid (self, grid, options, &boundary);
}

KladkaExit
kladka_cli_coverage (KladkaCli *self, int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_ ("table (default), csv or json"), N_ ("FORMAT") },
    { "by", 'b', 0, G_OPTION_ARG_STRING, &options.dimension,
      N_ ("Rows: capability, recipient, beneficiary, sector, tag, donor, implementer, initiative"), N_ ("WHAT") },
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &options.unit, N_ ("Columns: year, quarter, month"), N_ ("UNIT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("First period shown"), N_ ("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until, N_ ("Last period shown"), N_ ("DATE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_ ("The day to look from; today otherwise"), N_ ("DAY") },
    { "include-unverified", 0, 0, G_OPTION_ARG_NONE, &options.unverified, N_ ("Count submitted needs too"), NULL },
    { "line", 0, 0, G_OPTION_ARG_STRING, &options.line,
      N_ ("Least certain supply that counts: delivering, committed, end-unknown, planned"), N_ ("CERTAINTY") },
    { "explain", 0, 0, G_OPTION_ARG_STRING, &options.explain, N_ ("Say what stands behind a row, by code, id or name"),
      N_ ("ROW") },
    { "ceiling", 0, 0, G_OPTION_ARG_STRING, &options.ceiling, N_ ("Highest marking that leaves the plan"), N_ ("TLP") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Where to write"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  KladkaExit result = KLADKA_EXIT_USAGE;

  if (kladka_cli_parse (self, &argc, &argv, entries, _ ("PLAN"), _ ("Compute how far needs are covered"), 1, 1))
    result = run (self, &options, argv[1]);
  clear_options (&options);
  return result;
}
