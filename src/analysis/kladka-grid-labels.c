/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-coverage.h"

static char *
dup_none_label (KladkaDimension dimension, const KladkaWords *words)
{
  switch (dimension)
    {
    case KLADKA_DIMENSION_CAPABILITY:
      return g_strdup (kladka_words_get_c (words, "coverage row", KC_ ("coverage row", "No capability")));
    case KLADKA_DIMENSION_RECIPIENT:
      return g_strdup (kladka_words_get_c (words, "coverage row", KC_ ("coverage row", "No recipient")));
    case KLADKA_DIMENSION_BENEFICIARY:
      return g_strdup (kladka_words_get_c (words, "coverage row", KC_ ("coverage row", "No beneficiary")));
    case KLADKA_DIMENSION_SECTOR:
      return g_strdup (kladka_words_get_c (words, "coverage row", KC_ ("coverage row", "No sector")));
    case KLADKA_DIMENSION_TAG:
      return g_strdup (kladka_words_get_c (words, "coverage row", KC_ ("coverage row", "No tag")));
    case KLADKA_DIMENSION_INITIATIVE:
      return g_strdup (kladka_words_get_c (words, "coverage row", KC_ ("coverage row", "No initiative recorded")));
    case KLADKA_DIMENSION_DONOR:
    case KLADKA_DIMENSION_IMPLEMENTER:
    case KLADKA_N_DIMENSIONS:
    default:
      return g_strdup (kladka_words_get_c (words, "coverage row", KC_ ("coverage row", "Nobody recorded")));
    }
}

char *
kladka_grid_dup_row_label (const KladkaGrid *self, guint row, const KladkaWords *words)
{
  const KladkaGridRow *line = kladka_grid_get_row (self, row);
  const KladkaPlan *plan = kladka_coverage_get_plan (kladka_grid_get_coverage (self));
  KladkaDimension dimension = kladka_grid_get_dimension (self);
  KladkaLang lang = kladka_words_get_lang (words);

  if (line->none)
    return dup_none_label (dimension, words);
  if (line->tag != NULL)
    return g_strdup (line->tag);
  if (line->choice != 0)
    return g_strdup (kladka_choices_get_label (&kladka_choices_sector, line->choice, words));
  if (dimension == KLADKA_DIMENSION_CAPABILITY)
    return kladka_plan_dup_title (plan, kladka_plan_get (plan, line->ref), lang);
  return g_strdup (kladka_plan_get_label (plan, kladka_plan_get (plan, line->ref), lang));
}

char *
kladka_grid_dup_period_label (const KladkaGrid *self, guint period, const KladkaWords *words)
{
  KladkaSpan months = kladka_grid_get_period (self, period);
  int year = months.from / 12;
  int month = months.from % 12 + 1;

  switch (kladka_grid_get_unit (self))
    {
    case KLADKA_PERIOD_MONTH:
      return kladka_words_dup_date (words, kladka_date_new_month (year, month));
    case KLADKA_PERIOD_QUARTER:
      return kladka_words_dup_quarter (words, year, (month + 2) / 3, TRUE);
    case KLADKA_PERIOD_YEAR:
    default:
      return g_strdup_printf ("%d", year);
    }
}
