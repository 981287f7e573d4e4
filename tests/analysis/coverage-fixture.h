/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-coverage.h"
#include "plan-maker.h"

/* Two years, three capabilities in a line and one apart, three institutions. */
#define FIXTURE_PLAN                                                                                                   \
  "plan p period_start=2026 period_end=2027\n"                                                                         \
  "organisation ministry sector=energy\n"                                                                              \
  "organisation grid part_of=ministry sector=electricity\n"                                                            \
  "organisation bank\n"                                                                                                \
  "capability A code=A unit_en=seat\n"                                                                                 \
  "capability A1 code=A.1 parent=A unit_en=seat\n"                                                                     \
  "capability A2 code=A.2 parent=A1 unit_en=team\n"                                                                    \
  "capability B code=B unit_en=seat\n"

/* A month as "2026-03". */
static inline gint32
fixture_month (const char *text)
{
  KladkaDate date;

  g_assert_true (kladka_date_parse_file (text, &date));
  return date.year * 12 + date.month - 1;
}

static inline KladkaCoverageSpec
fixture_spec (void)
{
  return (KladkaCoverageSpec){ .as_of = kladka_day_from_civil (2026, 1, 1), .line = KLADKA_CERTAINTY_END_UNKNOWN };
}

static inline KladkaCoverage *
fixture_coverage_as (const char *records, const KladkaCoverageSpec *spec)
{
  g_autofree char *text = g_strconcat (FIXTURE_PLAN, records, NULL);
  g_autoptr (KladkaPlan) plan = plan_maker_new (text);

  return kladka_coverage_new (plan, spec);
}

static inline KladkaCoverage *
fixture_coverage (const char *records)
{
  KladkaCoverageSpec spec = fixture_spec ();

  return fixture_coverage_as (records, &spec);
}

static inline int
fixture_need (const KladkaCoverage *coverage, const char *id)
{
  const KladkaPlan *plan = kladka_coverage_get_plan (coverage);

  return kladka_coverage_find_need (coverage, kladka_ids_find (kladka_plan_get_ids (plan), id));
}

/* Cover by all certainties, in thousandths; -1 where the need is not active. */
static inline int
fixture_cover (const KladkaCoverage *coverage, const char *need, const char *month)
{
  int place = fixture_need (coverage, need);
  double sum = 0;

  g_assert_cmpint (place, >=, 0);
  if (!kladka_coverage_is_active (coverage, place, fixture_month (month)))
    return -1;
  for (guint i = 0; i < KLADKA_N_CERTAINTIES; i++)
    sum += kladka_coverage_get_cover (coverage, place, fixture_month (month), i);
  return (int)(sum * 1000 + 0.5);
}

/* The letters of the certainties of what is given, in the order of turns: "dc", with d c e p. */
static inline const char *
fixture_certainties (const KladkaCoverage *coverage, const char *need, const char *month)
{
  static const char letters[] = "dcep";
  static char text[32];
  int place = fixture_need (coverage, need);
  g_autoptr (GArray) givings = kladka_coverage_dup_givings (coverage, place, fixture_month (month));

  g_assert_cmpuint (givings->len, <, sizeof text);
  for (guint i = 0; i < givings->len; i++)
    text[i] = letters[g_array_index (givings, KladkaGiving, i).certainty];
  text[givings->len] = '\0';
  return text;
}
