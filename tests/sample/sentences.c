/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sentences.h"

#include <math.h>
#include <string.h>

#define NUMBER "(?:(≈).)?([0-9][0-9,.\\x{A0}\\x{202F}]*)"
#define RESULT "([=≈]).([0-9][0-9,.\\x{A0}\\x{202F}]*)"
#define HEAD NUMBER "\\s?% = \\D* " NUMBER " / \\D*?" NUMBER "\\.$"
#define NEED " (\\d+) × \\D+ (\\d+) × \\D+?" NUMBER "\\s?% " RESULT "$"
#define GIVING ": " NUMBER " \\S+ " NUMBER " " RESULT "\\s?%"
#define PERCENT_SLACK 0.005
#define NUMBER_SLACK 0.005
#define SLACK 1e-6

/* A number as it is printed, and how far it may be off. */
typedef struct {
  double value;
  double slack;
} Figure;

static Figure
read_figure (const GMatchInfo *match, int group, double slack, KladkaLang lang)
{
  g_autofree char *about = g_match_info_fetch (match, group);
  g_autofree char *text = g_match_info_fetch (match, group + 1);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || *p == (lang == KLADKA_LANG_EN ? '.' : ','))
      g_string_append_c (plain, *p == ',' ? '.' : *p);
  return (Figure){ g_ascii_strtod (plain->str, NULL), g_str_equal (about, "≈") ? slack : SLACK };
}

static GMatchInfo *
match (const char *pattern, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, &error);
  GMatchInfo *info;

  g_assert_no_error (error);
  g_regex_match (regex, text, 0, &info);
  return info;
}

static void
assert_near (const char *sentence, double a, double b, double slack)
{
  if (fabs (a - b) > slack + SLACK)
    g_error ("%s: %g is not %g", sentence, a, b);
}

typedef struct {
  double got;
  double slack;
  double weight;
  guint n;
} Sum;

/* Of parts with more than one number a figure of the whole is the product. */
static void
add_need (Sum *sum, const char *sentence, KladkaLang lang)
{
  g_autoptr (GMatchInfo) info = match (NEED, sentence);
  g_autofree char *weight = g_match_info_fetch (info, 1);
  g_autofree char *months = g_match_info_fetch (info, 2);
  Figure cover, product;
  double times;

  if (!g_match_info_matches (info))
    return;
  times = atof (weight) * atof (months);
  cover = read_figure (info, 3, PERCENT_SLACK * 100, lang);
  product = read_figure (info, 5, NUMBER_SLACK, lang);
  assert_near (sentence, times * cover.value / 100, product.value, times * cover.slack / 100 + product.slack);
  sum->got += product.value;
  sum->slack += product.slack;
  sum->weight += times;
  sum->n++;
}

static gboolean
check_giving (const char *sentence, KladkaLang lang)
{
  g_autoptr (GMatchInfo) info = match (GIVING, sentence);
  Figure given, wanted, share;

  if (!g_match_info_matches (info))
    return FALSE;
  given = read_figure (info, 1, 0, lang);
  wanted = read_figure (info, 3, 0, lang);
  share = read_figure (info, 5, PERCENT_SLACK * 100, lang);
  assert_near (sentence, 100 * given.value / wanted.value, share.value, share.slack);
  return TRUE;
}

/* Those of a quantity: others are said in words. */
static guint
count_measured (const KladkaExplanation *explanation)
{
  guint n = 0;

  for (guint i = 0; i < explanation->needs->len; i++)
    {
      const KladkaExplainedNeed *need = g_ptr_array_index (explanation->needs, i);

      for (guint j = 0; j < need->givings->len; j++)
        n += g_array_index (need->givings, KladkaExplainedGiving, j).given > 0;
    }
  return n;
}

static guint
check_cell (const KladkaGrid *grid, guint row, guint period, const KladkaWords *words)
{
  const KladkaPlan *plan = kladka_coverage_get_plan (kladka_grid_get_coverage (grid));
  KladkaLang lang = kladka_words_get_lang (words);
  g_autoptr (KladkaExplanation) explanation = kladka_grid_explain (grid, row, period);
  g_auto (GStrv) sentences = kladka_explanation_dup_sentences (explanation, plan, words);
  g_autoptr (GMatchInfo) head = match (HEAD, sentences[0]);
  Sum sum = { 0 };
  Figure cover, got, weight;
  guint n_givings = 0;

  g_assert_cmpint (g_match_info_matches (head), ==, explanation->cell.weight > 0);
  if (!g_match_info_matches (head))
    return 0;
  for (guint i = 1; sentences[i] != NULL; i++)
    {
      add_need (&sum, sentences[i], lang);
      n_givings += check_giving (sentences[i], lang);
    }
  cover = read_figure (head, 1, PERCENT_SLACK * 100, lang);
  got = read_figure (head, 3, NUMBER_SLACK, lang);
  weight = read_figure (head, 5, NUMBER_SLACK, lang);
  assert_near (sentences[0], cover.value, 100 * got.value / weight.value, cover.slack + 100 * got.slack / weight.value);
  assert_near (sentences[0], sum.got, got.value, sum.slack + got.slack);
  g_assert_cmpuint (sum.n, ==, explanation->needs->len);
  g_assert_cmpuint (n_givings, ==, count_measured (explanation));
  if (!explanation->is_share)
    assert_near (sentences[0], sum.weight, weight.value, 0);
  return sum.n;
}

guint
sentences_check (const KladkaGrid *grid, const KladkaWords *words)
{
  guint n = 0;

  for (guint row = 0; row < kladka_grid_get_n_rows (grid); row++)
    for (guint period = 0; period <= kladka_grid_get_n_periods (grid); period++)
      n += check_cell (grid, row, period, words);
  return n;
}
