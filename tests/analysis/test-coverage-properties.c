/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-plan.h"

/* What must hold of any plan. */

#define N_PLANS 250
#define SLACK 1e-9

typedef void (*Check) (RandomPlan *random, const KladkaCoverageSpec *spec, const KladkaCoverage *coverage);

static void
check_plans (Check check, guint32 first_seed)
{
  for (guint32 seed = first_seed; seed < first_seed + N_PLANS; seed++)
    {
      RandomPlan random;
      KladkaCoverageSpec spec;

      random_plan_init (&random, seed);
      spec = random_plan_spec (&random);
      {
        g_autoptr (KladkaPlan) plan = random_plan_make (&random);
        g_autoptr (KladkaCoverage) coverage = kladka_coverage_new (plan, &spec);

        g_test_message ("seed %u", seed);
        check (&random, &spec, coverage);
      }
      random_plan_clear (&random);
    }
}

static void
check_no_unit_twice (RandomPlan *random, const KladkaCoverageSpec *spec, const KladkaCoverage *coverage)
{
  const KladkaPlan *plan = kladka_coverage_get_plan (coverage);
  KladkaSpan months = kladka_coverage_get_months (coverage);
  g_autofree gint64 *given = g_new (gint64, kladka_plan_get_n_slots (plan, KLADKA_TYPE_DELIVERY) + 1);

  for (gint32 month = months.from; month < months.to; month++)
    {
      memset (given, 0, kladka_plan_get_n_slots (plan, KLADKA_TYPE_DELIVERY) * sizeof (gint64));
      for (guint need = 0; need < kladka_coverage_get_n_needs (coverage); need++)
        {
          g_autoptr (GArray) givings = kladka_coverage_dup_givings (coverage, need, month);

          for (guint i = 0; i < givings->len; i++)
            {
              const KladkaGiving *giving = &g_array_index (givings, KladkaGiving, i);

              given[giving->delivery->base.slot] += giving->given;
              if (giving->given > 0)
                g_assert_cmpint (given[giving->delivery->base.slot], <=, giving->delivery->quantity);
            }
        }
    }
}

static void
check_never_above_one (RandomPlan *random, const KladkaCoverageSpec *spec, const KladkaCoverage *coverage)
{
  KladkaSpan months = kladka_coverage_get_months (coverage);

  for (guint need = 0; need < kladka_coverage_get_n_needs (coverage); need++)
    for (gint32 month = months.from; month < months.to; month++)
      {
        g_autoptr (GArray) givings = kladka_coverage_dup_givings (coverage, need, month);
        double all = 0, shares = 0;

        for (guint i = 0; i < KLADKA_N_CERTAINTIES; i++)
          all += kladka_coverage_get_cover (coverage, need, month, i);
        for (guint i = 0; i < givings->len; i++)
          shares += g_array_index (givings, KladkaGiving, i).share;
        g_assert_cmpfloat (kladka_coverage_get_counted (coverage, need, month), <=, 1);
        g_assert_cmpfloat (all, <=, 1 + SLACK);
        g_assert_cmpfloat_with_epsilon (all, shares, SLACK);
        if (all > SLACK)
          g_assert_true (kladka_coverage_is_active (coverage, need, month));
      }
}

/* Cover of a need at a certainty or better. */
static double
sum_up_to (const KladkaCoverage *coverage, guint need, gint32 month, guint certainty)
{
  double sum = 0;

  for (guint i = 0; i <= certainty; i++)
    sum += kladka_coverage_get_cover (coverage, need, month, i);
  return sum;
}

static void
check_one_more_never_lowers (RandomPlan *random, const KladkaCoverageSpec *spec, const KladkaCoverage *coverage)
{
  KladkaSpan months = kladka_coverage_get_months (coverage);
  g_autoptr (KladkaPlan) plan = NULL;
  g_autoptr (KladkaCoverage) more = NULL;

  /* An id that may come before, among or behind the others. */
  g_ptr_array_add (random->lines, random_plan_delivery (random, 100 + random_plan_pick (random, 900)));
  plan = random_plan_make (random);
  more = kladka_coverage_new (plan, spec);
  for (guint need = 0; need < kladka_coverage_get_n_needs (coverage); need++)
    for (gint32 month = months.from; month < months.to; month++)
      for (guint i = 0; i < KLADKA_N_CERTAINTIES; i++)
        g_assert_cmpfloat (sum_up_to (more, need, month, i), >=, sum_up_to (coverage, need, month, i) - SLACK);
}

static void
assert_same_givings (const KladkaCoverage *a, const KladkaCoverage *b, guint need, gint32 month)
{
  g_autoptr (GArray) left = kladka_coverage_dup_givings (a, need, month);
  g_autoptr (GArray) right = kladka_coverage_dup_givings (b, need, month);

  g_assert_cmpuint (left->len, ==, right->len);
  for (guint i = 0; i < left->len; i++)
    {
      const KladkaGiving *one = &g_array_index (left, KladkaGiving, i);
      const KladkaGiving *other = &g_array_index (right, KladkaGiving, i);

      g_assert_cmpstr (kladka_plan_get_id (kladka_coverage_get_plan (a), &one->delivery->base), ==,
                       kladka_plan_get_id (kladka_coverage_get_plan (b), &other->delivery->base));
      g_assert_cmpint (one->given, ==, other->given);
      g_assert_cmpfloat (one->share, ==, other->share);
      g_assert_cmpint (one->certainty, ==, other->certainty);
    }
}

static void
assert_same_grids (const KladkaCoverage *a, const KladkaCoverage *b, KladkaDimension dimension)
{
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  g_autoptr (KladkaGrid) left = kladka_grid_new (a, dimension, KLADKA_PERIOD_QUARTER, kladka_coverage_get_months (a));
  g_autoptr (KladkaGrid) right = kladka_grid_new (b, dimension, KLADKA_PERIOD_QUARTER, kladka_coverage_get_months (b));

  g_assert_cmpuint (kladka_grid_get_n_rows (left), ==, kladka_grid_get_n_rows (right));
  for (guint row = 0; row < kladka_grid_get_n_rows (left); row++)
    {
      g_autofree char *one = kladka_grid_dup_row_label (left, row, words);
      g_autofree char *other = kladka_grid_dup_row_label (right, row, words);

      g_assert_cmpstr (one, ==, other);
      for (guint period = 0; period <= kladka_grid_get_n_periods (left); period++)
        g_assert_cmpmem (kladka_grid_get_cell (left, row, period), sizeof (KladkaCoverageCell),
                         kladka_grid_get_cell (right, row, period), sizeof (KladkaCoverageCell));
    }
}

static void
check_order_changes_nothing (RandomPlan *random, const KladkaCoverageSpec *spec, const KladkaCoverage *coverage)
{
  KladkaSpan months = kladka_coverage_get_months (coverage);
  g_autoptr (KladkaPlan) plan = NULL;
  g_autoptr (KladkaCoverage) shuffled = NULL;

  random_plan_shuffle (random);
  plan = random_plan_make (random);
  shuffled = kladka_coverage_new (plan, spec);
  g_assert_cmpuint (kladka_coverage_get_n_needs (shuffled), ==, kladka_coverage_get_n_needs (coverage));
  for (guint need = 0; need < kladka_coverage_get_n_needs (coverage); need++)
    for (gint32 month = months.from; month < months.to; month++)
      {
        assert_same_givings (coverage, shuffled, need, month);
        g_assert_cmpfloat (kladka_coverage_get_lapse (coverage, need, month), ==,
                           kladka_coverage_get_lapse (shuffled, need, month));
        g_assert_cmpfloat (kladka_coverage_get_lost (coverage, need, month), ==,
                           kladka_coverage_get_lost (shuffled, need, month));
      }
  for (guint dimension = 0; dimension < KLADKA_N_DIMENSIONS; dimension++)
    assert_same_grids (coverage, shuffled, dimension);
}

/* A row is the sum of what needs of its own and the rows right below it bring. */
static void
check_parents_agree (RandomPlan *random, const KladkaCoverageSpec *spec, const KladkaCoverage *coverage)
{
  g_autoptr (KladkaGrid) grid = kladka_grid_new (coverage, KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_MONTH,
                                                 kladka_coverage_get_months (coverage));

  for (guint row = 0; row < kladka_grid_get_n_rows (grid); row++)
    for (guint period = 0; period < kladka_grid_get_n_periods (grid); period++)
      {
        const KladkaCoverageCell *cell = kladka_grid_get_cell (grid, row, period);
        gint32 month = kladka_grid_get_period (grid, period).from;
        double weight = 0, cover = 0;

        for (guint below = row + 1; below < kladka_grid_get_n_rows (grid); below++)
          if (kladka_grid_get_row (grid, below)->parent == (int)row)
            {
              const KladkaCoverageCell *child = kladka_grid_get_cell (grid, below, period);

              weight += child->weight;
              cover += child->weight * child->cover;
              g_assert_true (!child->has_unused || cell->has_unused);
              g_assert_cmphex (child->marks & (KLADKA_MARK_DUPLICATED | KLADKA_MARK_IMPRECISE) & ~cell->marks, ==, 0);
            }
        for (guint need = 0; need < kladka_coverage_get_n_needs (coverage); need++)
          if (kladka_coverage_is_active (coverage, need, month)
              && kladka_plan_capability (kladka_coverage_get_plan (coverage),
                                         kladka_coverage_get_need (coverage, need)->capability)
                     == kladka_plan_capability (kladka_coverage_get_plan (coverage),
                                                kladka_grid_get_row (grid, row)->ref))
            {
              weight += kladka_coverage_get_weight (coverage, need);
              cover +=
                  kladka_coverage_get_weight (coverage, need) * kladka_coverage_get_counted (coverage, need, month);
            }
        g_assert_cmpfloat_with_epsilon (cell->weight, weight, SLACK);
        g_assert_cmpfloat_with_epsilon (cell->weight * cell->cover, cover, SLACK);
      }
}

/* The shares of all donors make the cover of all needs. */
static void
check_shares_make_the_whole (RandomPlan *random, const KladkaCoverageSpec *spec, const KladkaCoverage *coverage)
{
  KladkaSpan months = kladka_coverage_get_months (coverage);

  for (guint dimension = KLADKA_DIMENSION_DONOR; dimension < KLADKA_N_DIMENSIONS; dimension++)
    {
      g_autoptr (KladkaGrid) grid = kladka_grid_new (coverage, dimension, KLADKA_PERIOD_MONTH, months);

      for (guint period = 0; period < kladka_grid_get_n_periods (grid); period++)
        {
          gint32 month = kladka_grid_get_period (grid, period).from;
          double weight = 0, cover = 0, shares = 0;

          for (guint need = 0; need < kladka_coverage_get_n_needs (coverage); need++)
            if (kladka_coverage_is_active (coverage, need, month))
              {
                weight += kladka_coverage_get_weight (coverage, need);
                cover +=
                    kladka_coverage_get_weight (coverage, need) * kladka_coverage_get_counted (coverage, need, month);
              }
          for (guint row = 0; row < kladka_grid_get_n_rows (grid); row++)
            shares += kladka_grid_get_cell (grid, row, period)->cover;
          g_assert_cmpfloat_with_epsilon (shares, weight > 0 && kladka_grid_get_n_rows (grid) > 0 ? cover / weight : 0,
                                          SLACK);
        }
    }
}

static void
check_explanations (RandomPlan *random, const KladkaCoverageSpec *spec, const KladkaCoverage *coverage)
{
  for (guint dimension = 0; dimension < KLADKA_N_DIMENSIONS; dimension++)
    {
      g_autoptr (KladkaGrid) grid =
          kladka_grid_new (coverage, dimension, KLADKA_PERIOD_QUARTER, kladka_coverage_get_months (coverage));

      for (guint row = 0; row < kladka_grid_get_n_rows (grid); row++)
        for (guint period = 0; period <= kladka_grid_get_n_periods (grid); period++)
          {
            const KladkaCoverageCell *cell = kladka_grid_get_cell (grid, row, period);
            g_autoptr (KladkaExplanation) explanation = kladka_grid_explain (grid, row, period);
            double cover = 0, weight = 0;

            for (guint i = 0; i < explanation->needs->len; i++)
              {
                const KladkaExplainedNeed *need = g_ptr_array_index (explanation->needs, i);
                gint32 n_months = need->months.to - need->months.from;
                double given = 0;

                for (guint j = 0; j < need->givings->len; j++)
                  {
                    const KladkaExplainedGiving *giving = &g_array_index (need->givings, KladkaExplainedGiving, j);

                    if (giving->certainty <= spec->line)
                      given += giving->share * (giving->months.to - giving->months.from);
                  }
                g_assert_cmpfloat_with_epsilon (given, need->cover * n_months, SLACK);
                cover += (double)need->weight * n_months * need->cover;
                weight += (double)need->weight * n_months;
              }
            g_assert_cmpfloat_with_epsilon (cover, cell->cover * cell->weight, SLACK);
            if (dimension < KLADKA_DIMENSION_DONOR)
              g_assert_cmpfloat_with_epsilon (weight, cell->weight, SLACK);
            g_assert_cmpint (explanation->unused->len > 0, ==, cell->has_unused);
          }
    }
}

static void
check_gaps (RandomPlan *random, const KladkaCoverageSpec *spec, const KladkaCoverage *coverage)
{
  KladkaSpan months = kladka_coverage_get_months (coverage);
  g_autoptr (GArray) gaps = kladka_coverage_dup_gaps (coverage, months);
  double all = 0, expected = 0;

  for (guint i = 0; i < gaps->len; i++)
    {
      all += g_array_index (gaps, KladkaGap, i).gap_months;
      if (i > 0)
        g_assert_cmpfloat (g_array_index (gaps, KladkaGap, i - 1).gap_months, >=,
                           g_array_index (gaps, KladkaGap, i).gap_months);
    }
  for (guint need = 0; need < kladka_coverage_get_n_needs (coverage); need++)
    for (gint32 month = months.from; month < months.to; month++)
      if (kladka_coverage_is_active (coverage, need, month))
        expected +=
            kladka_coverage_get_weight (coverage, need) * (1 - kladka_coverage_get_counted (coverage, need, month));
  g_assert_cmpfloat_with_epsilon (all, expected, 1e-6);
}

/* The plan without its needs. */
static void
check_without_needs (RandomPlan *random, const KladkaCoverageSpec *spec, const KladkaCoverage *coverage)
{
  g_autoptr (KladkaPlan) plan = NULL;
  g_autoptr (KladkaCoverage) without = NULL;

  for (guint i = random->lines->len; i-- > 0;)
    if (g_str_has_prefix (random->lines->pdata[i], "need "))
      g_ptr_array_remove_index (random->lines, i);
  plan = random_plan_make (random);
  without = kladka_coverage_new (plan, spec);
  for (guint dimension = 0; dimension < KLADKA_N_DIMENSIONS; dimension++)
    {
      g_autoptr (KladkaGrid) grid =
          kladka_grid_new (without, dimension, KLADKA_PERIOD_YEAR, kladka_coverage_get_months (without));

      for (guint row = 0; row < kladka_grid_get_n_rows (grid); row++)
        for (guint period = 0; period <= kladka_grid_get_n_periods (grid); period++)
          {
            const KladkaCoverageCell *cell = kladka_grid_get_cell (grid, row, period);

            g_assert_cmpint (cell->state, ==, cell->has_unused ? KLADKA_STATE_UNASKED : KLADKA_STATE_NOT_RECORDED);
            g_assert_cmpfloat (cell->weight, ==, 0);
          }
    }
}

#define TEST(name, seed)                                                                                               \
  static void test_##name (void) { check_plans (check_##name, seed); }
TEST (no_unit_twice, 1)
TEST (never_above_one, 2000)
TEST (one_more_never_lowers, 4000)
TEST (order_changes_nothing, 6000)
TEST (parents_agree, 8000)
TEST (shares_make_the_whole, 10000)
TEST (explanations, 12000)
TEST (gaps, 14000)
TEST (without_needs, 16000)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add_func ("/analysis/coverage-properties/" path, test)
  ADD ("no-unit-is-given-twice", test_no_unit_twice);
  ADD ("cover-is-never-above-one", test_never_above_one);
  ADD ("one-more-delivery-never-lowers-cover", test_one_more_never_lowers);
  ADD ("the-order-of-records-changes-nothing", test_order_changes_nothing);
  ADD ("parents-agree-with-children", test_parents_agree);
  ADD ("shares-make-the-whole", test_shares_make_the_whole);
  ADD ("explanations-sum-to-their-cell", test_explanations);
  ADD ("gaps-are-all-that-is-missing", test_gaps);
  ADD ("without-needs-nothing-is-recorded", test_without_needs);
#undef ADD
  return g_test_run ();
}
