/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "coverage-fixture.h"
#include "kladka-share.h"

/* One plan for each state and mark. */

#define RUNNING "project r status=implementation planned_end=2030\n"
#define WANT "need n stage=verified recipient=grid capability=A "
#define GIVE "delivery d project=r recipient=grid capability=A due_on=2026-01-01 "

static const KladkaCoverageCell *
get_cell (KladkaGrid *grid, const char *row, const char *month)
{
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);

  for (guint i = 0; i < kladka_grid_get_n_rows (grid); i++)
    {
      g_autofree char *label = kladka_grid_dup_row_label (grid, i, words);

      for (guint j = 0; j < kladka_grid_get_n_periods (grid) && g_strcmp0 (label, row) == 0; j++)
        {
          KladkaSpan months = kladka_grid_get_period (grid, j);

          if (fixture_month (month) >= months.from && fixture_month (month) < months.to)
            return kladka_grid_get_cell (grid, i, j);
        }
    }
  g_assert_not_reached ();
}

static KladkaGrid *
make_grid (const char *records, KladkaDimension dimension, KladkaPeriodUnit unit)
{
  g_autoptr (KladkaCoverage) coverage = fixture_coverage (records);

  return kladka_grid_new (coverage, dimension, unit, kladka_coverage_get_months (coverage));
}

static void
test_states (void)
{
  static const struct {
    const char *records;
    const char *state;
    guint marks;
  } cases[] = {
    { "", "not-recorded", 0 },
    { RUNNING GIVE "quantity=1000 sustained_until=2030-12\n", "unasked", 0 },
    { WANT "quantity=5000\n" RUNNING GIVE "sustained_until=2030-12\n", "amount-unknown", 0 },
    { WANT "quantity=5000\n", "gap", 0 },
    { WANT "quantity=1000000\n" RUNNING GIVE "quantity=4000 sustained_until=2030-12\n", "gap", 0 },
    { WANT "quantity=1000000\n" RUNNING GIVE "quantity=5000 sustained_until=2030-12\n", "partly-covered", 0 },
    { WANT "quantity=1000000\n" RUNNING GIVE "quantity=994000 sustained_until=2030-12\n", "partly-covered", 0 },
    { WANT "quantity=1000000\n" RUNNING GIVE "quantity=995000 sustained_until=2030-12\n", "covered", 0 },
    { WANT "quantity=10000\n" RUNNING GIVE "quantity=10000 sustained_until=2026-03\n", "lapsing", KLADKA_MARK_LAPSING },
    { WANT "quantity=10000\n" RUNNING GIVE "quantity=1000 sustained_until=2026-03\n", "lapsing", KLADKA_MARK_LAPSING },
    { WANT "quantity=10000\n" RUNNING GIVE "quantity=999 sustained_until=2026-03\n", "partly-covered", 0 },
    { WANT "quantity=10000 wanted_until=2026-03\n" RUNNING GIVE "quantity=1000 sustained_until=2026-03\n",
      "partly-covered", 0 },
    { WANT "quantity=4000\n" RUNNING GIVE "quantity=5000 sustained_until=2030-12\n", "covered", 0 },
    { WANT "quantity=4000\n" RUNNING GIVE "quantity=5001 sustained_until=2030-12\n", "duplicated",
      KLADKA_MARK_DUPLICATED },
    { WANT "quantity=4000\n" RUNNING GIVE "quantity=5000 need=n sustained_until=2030-12\n", "covered", 0 },
    { WANT "quantity=4000\n" RUNNING GIVE "quantity=5001 need=n recipient= sustained_until=2030-12\n", "duplicated",
      KLADKA_MARK_DUPLICATED },
    { WANT "quantity=4000\n" RUNNING GIVE "quantity=9000 recipient= sustained_until=2030-12\n", "covered", 0 },
    { WANT "\n" RUNNING GIVE "quantity=9000 sustained_until=2030-12\n", "covered", KLADKA_MARK_NOT_MEASURED },
    { WANT "quantity=1000\n" RUNNING GIVE "sustained_until=2030-12\n", "covered", KLADKA_MARK_NOT_MEASURED },
    { WANT "quantity=1000 wanted_until=2027\n" RUNNING GIVE "quantity=1000 sustained_until=2030-12\n", "covered",
      KLADKA_MARK_IMPRECISE },
    { WANT "quantity=1000\n" RUNNING GIVE "quantity=1000 sustained_until=2030-Q1\n", "covered", KLADKA_MARK_IMPRECISE },
    { WANT "quantity=1000\nproject r status=closed\n" GIVE "quantity=1000\n", "covered", KLADKA_MARK_END_UNKNOWN },
    { WANT "quantity=1000\nproject r status=idea\n" GIVE "quantity=1000 sustained_until=2030-Q1\n", "gap", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KladkaGrid) grid = make_grid (cases[i].records, KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_MONTH);
      const KladkaCoverageCell *cell = get_cell (grid, "A", "2026-03");

      g_test_message ("%s", cases[i].records);
      g_assert_cmpstr (kladka_state_get_code (cell->state), ==, cases[i].state);
      g_assert_cmphex (cell->marks, ==, cases[i].marks);
    }
}

static void
test_planned_changes_no_state (void)
{
  KladkaCoverageSpec spec = fixture_spec ();
  const char *records = WANT "quantity=1000\nproject r status=idea\n" GIVE "quantity=1000 sustained_until=2030-12\n";
  g_autoptr (KladkaCoverage) coverage = NULL;
  g_autoptr (KladkaGrid) grid = make_grid (records, KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_MONTH);
  g_autoptr (KladkaGrid) lowered = NULL;
  const KladkaCoverageCell *cell = get_cell (grid, "A", "2026-03");

  g_assert_cmpfloat (cell->cover, ==, 0);
  g_assert_cmpfloat (cell->by[KLADKA_CERTAINTY_PLANNED], ==, 1);
  spec.line = KLADKA_CERTAINTY_PLANNED;
  coverage = fixture_coverage_as (records, &spec);
  lowered = kladka_grid_new (coverage, KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_MONTH,
                             kladka_coverage_get_months (coverage));
  g_assert_cmpint (get_cell (lowered, "A", "2026-03")->state, ==, KLADKA_STATE_COVERED);
}

/* Need one weighs 8 and is half covered all year; need two weighs 2, is active from July on and not covered. */
static void
test_cover_of_a_row (void)
{
  g_autoptr (KladkaGrid) grid = make_grid (
      "need n1 stage=verified recipient=grid capability=A quantity=2000 priority=4\n"
      "need n2 stage=verified recipient=bank capability=A1 quantity=1000 priority=2 wanted_from=2026-07\n" RUNNING
      "delivery d project=r recipient=grid capability=A quantity=1000 due_on=2026-01-01 sustained_until=2030-12\n",
      KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_YEAR);
  const KladkaCoverageCell *cell = get_cell (grid, "A", "2026-05");

  g_assert_cmpuint (kladka_grid_get_n_periods (grid), ==, 2);
  g_assert_cmpfloat (cell->weight, ==, 12 * 8 + 6 * 2);
  g_assert_cmpfloat_with_epsilon (cell->cover, 12 * 8 * 0.5 / 108, 1e-12);
  g_assert_cmpfloat_with_epsilon (cell->gap_months, 12 * 8 * 0.5 + 12, 1e-9);
  g_assert_cmpfloat (get_cell (grid, "A.1", "2026-05")->weight, ==, 12);
  g_assert_cmpint (get_cell (grid, "B", "2026-05")->state, ==, KLADKA_STATE_NOT_RECORDED);
}

static void
test_dimensions (void)
{
  const char *records =
      "need n1 stage=verified recipient=grid beneficiary=ministry capability=A quantity=1000 tags=x,y\n"
      "need n2 stage=verified beneficiary=ministry capability=A quantity=1000 sector=health\n"
      "project r status=implementation planned_end=2030 tags=z\n"
      "delivery d project=r recipient=bank capability=B quantity=1000 due_on=2026-01-01 sustained_until=2030-12\n";
  static const struct {
    KladkaDimension dimension;
    const char *rows;
    const char *asked; /* 1 for rows with needs, u for rows with unused supply only */
  } cases[] = {
    { KLADKA_DIMENSION_CAPABILITY, "A|A.1|A.2|B", "1--u" },
    { KLADKA_DIMENSION_RECIPIENT, "bank|grid|No recipient", "u11" },
    { KLADKA_DIMENSION_BENEFICIARY, "ministry|No beneficiary", "1u" },
    { KLADKA_DIMENSION_SECTOR, "Electricity|Health|No sector", "11u" },
    { KLADKA_DIMENSION_TAG, "x|y|z|No tag", "11u1" },
  };
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KladkaGrid) grid = make_grid (records, cases[i].dimension, KLADKA_PERIOD_QUARTER);
      g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) asked = g_string_new (NULL);
      g_autofree char *joined = NULL;

      for (guint row = 0; row < kladka_grid_get_n_rows (grid); row++)
        {
          const KladkaCoverageCell *cell = kladka_grid_get_cell (grid, row, 0);

          g_ptr_array_add (labels, kladka_grid_dup_row_label (grid, row, words));
          g_string_append_c (asked, cell->weight > 0 ? '1' : cell->has_unused ? 'u' : '-');
        }
      g_ptr_array_add (labels, NULL);
      joined = g_strjoinv ("|", (char **)labels->pdata);
      g_assert_cmpstr (joined, ==, cases[i].rows);
      g_assert_cmpstr (asked->str, ==, cases[i].asked);
    }
}

static double
get_share (const char *participations, const char *donor)
{
  g_autofree char *text =
      g_strconcat (WANT "quantity=1000\n" RUNNING GIVE "quantity=1000 sustained_until=2030-12\n", participations, NULL);
  g_autoptr (KladkaGrid) grid = make_grid (text, KLADKA_DIMENSION_DONOR, KLADKA_PERIOD_MONTH);

  return get_cell (grid, donor, "2026-03")->cover;
}

static void
test_shares (void)
{
#define PART(id, who, share) "participation " id " project=r role=funding organisation=" who " share=" share "\n"
#define OPEN(id, who) "participation " id " project=r role=funding organisation=" who "\n"
  g_assert_cmpfloat (get_share (PART ("a", "bank", "4000") PART ("b", "grid", "6000"), "bank"), ==, 0.4);
  g_assert_cmpfloat (get_share (PART ("a", "bank", "4000") OPEN ("b", "grid"), "grid"), ==, 0.6);
  g_assert_cmpfloat (get_share (PART ("a", "bank", "4000") OPEN ("b", "grid") OPEN ("c", "ministry"), "grid"), ==, 0.3);
  g_assert_cmpfloat (get_share (OPEN ("b", "grid") OPEN ("c", "ministry"), "grid"), ==, 0.5);
  g_assert_cmpfloat (get_share (PART ("a", "bank", "10000") PART ("b", "grid", "10000"), "bank"), ==, 0.5);
  g_assert_cmpfloat (get_share (PART ("a", "bank", "2000") PART ("b", "grid", "2000"), "bank"), ==, 0.5);
  g_assert_cmpfloat (get_share ("participation a project=r role=implementing organisation=bank\n", "Nobody recorded"),
                     ==, 1);
#undef PART
#undef OPEN
}

static const char *
get_lead (const char *participations, char **ret_text)
{
  g_autofree char *text = g_strconcat (
      FIXTURE_PLAN "organisation o1 short_name=Z\norganisation o2 short_name=Y\n" RUNNING, participations, NULL);
  g_autoptr (KladkaPlan) plan = plan_maker_new (text);
  const KladkaOrganisation *lead =
      kladka_share_get_lead_donor (plan, (const KladkaProject *)kladka_plan_find (plan, "r"));

  *ret_text = g_strdup (lead != NULL ? kladka_plan_get_id (plan, &lead->base) : NULL);
  return *ret_text;
}

static void
test_lead_donor (void)
{
  g_autofree char *largest = NULL;
  g_autofree char *equal = NULL;
  g_autofree char *nobody = NULL;

  g_assert_cmpstr (get_lead ("participation a project=r role=funding organisation=o1 share=6000\n"
                             "participation b project=r role=funding organisation=o2 share=4000\n",
                             &largest),
                   ==, "o1");
  g_assert_cmpstr (get_lead ("participation a project=r role=funding organisation=o1\n"
                             "participation b project=r role=funding organisation=o2\n",
                             &equal),
                   ==, "o2");
  g_assert_cmpstr (get_lead ("participation a project=r role=extending organisation=o1\n", &nobody), ==, NULL);
}

static void
test_months_are_widened (void)
{
  g_autoptr (KladkaCoverage) coverage = fixture_coverage (WANT "\n");
  g_autoptr (KladkaGrid) grid = kladka_grid_new (coverage, KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_QUARTER,
                                                 (KladkaSpan){ fixture_month ("2025-03"), fixture_month ("2026-05") });
  g_autoptr (KladkaGrid) outside =
      kladka_grid_new (coverage, KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_QUARTER,
                       (KladkaSpan){ fixture_month ("2025-03"), fixture_month ("2025-05") });

  g_assert_cmpuint (kladka_grid_get_n_periods (grid), ==, 2);
  g_assert_cmpint (kladka_grid_get_period (grid, 0).from, ==, fixture_month ("2026-01"));
  g_assert_cmpint (kladka_grid_get_period (grid, 1).to, ==, fixture_month ("2026-07"));
  g_assert_cmpfloat (kladka_grid_get_cell (grid, 0, 1)->weight, ==, 3);
  g_assert_cmpuint (kladka_grid_get_n_periods (outside), ==, 0);
}

static void
test_sentences (void)
{
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  g_autoptr (KladkaGrid) grid = make_grid (
      WANT
      "quantity=10000 reference=N-1 priority=4\nproject r reference=P-1 status=implementation planned_end=2030\n" GIVE
      "quantity=6000 sustained_until=2030-12\n",
      KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_QUARTER);
  g_autoptr (KladkaExplanation) explanation = kladka_grid_explain (grid, 0, 0);
  g_auto (GStrv) sentences =
      kladka_explanation_dup_sentences (explanation, kladka_coverage_get_plan (kladka_grid_get_coverage (grid)), words);
  g_autofree char *text = g_strjoinv ("\n", sentences);

  g_assert_cmpstr (text, ==,
                   "Partly covered: cover 60% = sum of weight × months × cover 14.4 / sum of weight × months 24.\n"
                   "Delivering: 60%\n"
                   "N-1, January 2026 – March 2026: weight 8 × months 3 × cover 60% =\u00A014.4\n"
                   "· P-1 (A), January 2026 – March 2026: 6 of 10 =\u00A060%, Delivering");
}

static char *
explain (const char *text, KladkaDimension dimension, guint row)
{
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  g_autoptr (KladkaGrid) grid = make_grid (text, dimension, KLADKA_PERIOD_QUARTER);
  g_autoptr (KladkaExplanation) explanation = kladka_grid_explain (grid, row, 0);
  g_auto (GStrv) sentences =
      kladka_explanation_dup_sentences (explanation, kladka_coverage_get_plan (kladka_grid_get_coverage (grid)), words);

  return g_strjoinv ("\n", sentences);
}

/* Three thirds are 33 % each, and yet 100 %: what is rounded says so. */
static void
test_rounding_is_told (void)
{
  g_autofree char *text =
      explain (WANT "quantity=3000 reference=N-1\n" RUNNING GIVE "quantity=1000 sustained_until=2030-12\n",
               KLADKA_DIMENSION_CAPABILITY, 0);

  g_assert_nonnull (strstr (text, "cover ≈\u00A033% = sum of weight × months × cover 1 / sum of weight × months 3."));
  g_assert_nonnull (strstr (text, "weight 1 × months 3 × cover ≈\u00A033% =\u00A01\n"));
  g_assert_nonnull (strstr (text, ": 1 of 3 ≈\u00A033%, Delivering"));
}

static void
test_a_donor_is_told_its_share (void)
{
  g_autofree char *text =
      explain (WANT "quantity=10000 reference=N-1\n" RUNNING GIVE "quantity=6000 sustained_until=2030-12\n"
                    "organisation o1 name_en=One\norganisation o2 name_en=Two\n"
                    "participation x project=r organisation=o1 role=funding share=2500\n"
                    "participation y project=r organisation=o2 role=funding share=7500\n",
               KLADKA_DIMENSION_DONOR, 0);

  g_assert_nonnull (strstr (text, "is that of all needs of the plan"));
  g_assert_nonnull (strstr (text, "6 of 10 =\u00A060%, Delivering; share in that: 25%, =\u00A015%"));
}

static void
test_what_does_not_count_says_so (void)
{
  g_autofree char *planned =
      explain (WANT "quantity=10000\nproject r status=idea\n" GIVE "quantity=6000 sustained_until=2030-12\n",
               KLADKA_DIMENSION_CAPABILITY, 0);
  g_autofree char *unknown =
      explain (WANT "quantity=10000\n" RUNNING GIVE "sustained_until=2030-12\n", KLADKA_DIMENSION_CAPABILITY, 0);

  g_assert_nonnull (strstr (planned, "Planned: 60%; does not count\n"));
  g_assert_nonnull (strstr (planned, "=\u00A060%, Planned; does not count"));
  g_assert_nonnull (strstr (unknown, "Something without a quantity may be given to it too"));
}

static void
test_tables (void)
{
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  g_autoptr (KladkaGrid) grid =
      make_grid (WANT "quantity=10000\n" RUNNING GIVE "quantity=6000 sustained_until=2030-12\n",
                 KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_YEAR);
  g_autoptr (KladkaTable) table = kladka_grid_dup_table (grid, words, KLADKA_MARKING_AMBER);
  g_autoptr (KladkaTable) list = kladka_grid_dup_list (grid, words, KLADKA_MARKING_AMBER);
  g_autofree char *cell = kladka_table_dup_shown (table, 0, 1, words);
  g_autofree char *empty = kladka_table_dup_shown (table, 3, 1, words);
  g_autofree char *cover = kladka_table_dup_file (list, 0, 3);
  g_autofree char *none = kladka_table_dup_file (list, 7, 3);

  g_assert_cmpstr (kladka_table_get_note (table), ==,
                   "As of 1 January 2026. Supply that counts: Delivering, Committed and End unknown. Only verified "
                   "needs are included.");
  g_assert_cmpuint (kladka_table_get_n_columns (table), ==, 4);
  g_assert_cmpuint (kladka_table_get_n_rows (list), ==, 8);
  g_assert_cmpstr (cell, ==, "P 60%");
  g_assert_cmpstr (empty, ==, "N");
  g_assert_cmpstr (cover, ==, "0.6");
  g_assert_cmpstr (none, ==, NULL);
}

/* "0%" would read as a gap. */
static void
test_unknown_is_no_zero (void)
{
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  g_autoptr (KladkaGrid) grid = make_grid (WANT "quantity=5000\n" RUNNING GIVE "sustained_until=2030-12\n",
                                           KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_YEAR);
  g_autoptr (KladkaGrid) gap = make_grid (WANT "quantity=5000\n", KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_YEAR);
  g_autoptr (KladkaTable) table = kladka_grid_dup_table (grid, words, KLADKA_MARKING_AMBER);
  g_autoptr (KladkaTable) gaps = kladka_grid_dup_table (gap, words, KLADKA_MARKING_AMBER);
  g_autofree char *unknown = kladka_table_dup_shown (table, 0, 1, words);
  g_autofree char *none = kladka_table_dup_shown (gaps, 0, 1, words);

  g_assert_cmpstr (unknown, ==, "A");
  g_assert_cmpstr (none, ==, "G 0%");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add_func ("/analysis/grid/" path, test)
  ADD ("each-state-and-mark-has-its-plan", test_states);
  ADD ("planned-supply-changes-no-state", test_planned_changes_no_state);
  ADD ("a-row-is-weighed-by-months-and-needs", test_cover_of_a_row);
  ADD ("needs-and-supply-stand-in-their-rows", test_dimensions);
  ADD ("donors-share-a-project", test_shares);
  ADD ("the-lead-donor-has-the-largest-share", test_lead_donor);
  ADD ("periods-are-whole-and-within-the-plan", test_months_are_widened);
  ADD ("a-cell-is-explained-in-sentences", test_sentences);
  ADD ("rounding-is-told", test_rounding_is_told);
  ADD ("a-donor-is-told-its-share", test_a_donor_is_told_its_share);
  ADD ("what-does-not-count-says-so", test_what_does_not_count_says_so);
  ADD ("tables-say-what-the-grid-shows", test_tables);
  ADD ("unknown-is-no-zero", test_unknown_is_no_zero);
#undef ADD
  return g_test_run ();
}
