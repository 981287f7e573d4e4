/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"
#include "random-plan.h"

#define N_PLANS 300
#define N_CROWDS 60

#define ASSERT_NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

static void
compare_needs (const KladkaCoverage *coverage, const Brute *brute)
{
  g_assert_cmpint (kladka_coverage_get_n_needs (coverage), ==, brute->n_needs);
  for (int n = 0; n < brute->n_needs; n++)
    {
      g_assert_true (kladka_coverage_get_need (coverage, n) == brute->needs[n]);
      g_assert_cmpint (kladka_coverage_get_weight (coverage, n), ==, brute_weight (brute, n));
      for (int m = 0; m < brute->n_months; m++)
        {
          const BruteCell *cell = &brute->cells[n][m];
          gint32 month = brute->first_month + m;

          g_assert_cmpint (kladka_coverage_is_active (coverage, n, month), ==, cell->active);
          for (int c = 0; c < KLADKA_N_CERTAINTIES; c++)
            ASSERT_NEAR (kladka_coverage_get_cover (coverage, n, month, c), cell->cover[c]);
          ASSERT_NEAR (kladka_coverage_get_counted (coverage, n, month), cell->counted);
          ASSERT_NEAR (kladka_coverage_get_lost (coverage, n, month), cell->lost);
          ASSERT_NEAR (kladka_coverage_get_lapse (coverage, n, month), cell->lapse);
          g_assert_cmpint (kladka_coverage_is_amount_unknown (coverage, n, month), ==, cell->unknown);
        }
    }
}

static void
compare_givings (const KladkaCoverage *coverage, const Brute *brute)
{
  for (int n = 0; n < brute->n_needs; n++)
    for (int m = 0; m < brute->n_months; m++)
      {
        g_autoptr (GArray) givings = kladka_coverage_dup_givings (coverage, n, brute->first_month + m);
        int n_given = 0;

        for (int d = 0; d < brute->n_deliveries; d++)
          if (brute->cells[n][m].active && brute->cells[n][m].given[d] > 0)
            {
              double share = -1;

              n_given++;
              for (guint i = 0; i < givings->len; i++)
                if (g_array_index (givings, KladkaGiving, i).delivery == brute->deliveries[d])
                  share = g_array_index (givings, KladkaGiving, i).share;
              ASSERT_NEAR (share, brute->cells[n][m].given[d]);
            }
        g_assert_cmpuint (givings->len, ==, n_given);
      }
}

typedef void (*Init) (RandomPlan *random, guint32 seed);

static void
check_needs (Init init, guint first_seed, guint n_plans)
{
  for (guint seed = first_seed; seed < first_seed + n_plans; seed++)
    {
      RandomPlan random;
      KladkaCoverageSpec spec;

      init (&random, seed);
      spec = random_plan_spec (&random);
      {
        g_autoptr (KladkaPlan) plan = random_plan_make (&random);
        g_autoptr (KladkaCoverage) coverage = kladka_coverage_new (plan, &spec);
        g_autofree Brute *brute = brute_new (plan, &spec);

        g_test_message ("seed %u", seed);
        compare_needs (coverage, brute);
        compare_givings (coverage, brute);
      }
      random_plan_clear (&random);
    }
}

static void
test_needs (void)
{
  check_needs (random_plan_init, 1, N_PLANS);
}

static void
test_crowds (void)
{
  check_needs (random_plan_init_crowd, 500001, N_CROWDS);
}

/* Rows: is a need, is unused supply in it? */
typedef struct {
  const KladkaGrid *grid;
  const Brute *brute;
  const KladkaGridRow *row;
} Look;

static KladkaRef
alive (const Look *look, KladkaRef ref)
{
  return kladka_plan_get (look->brute->plan, ref) != NULL ? ref : 0;
}

static gboolean
is_below (const Look *look, KladkaRef capability)
{
  if (look->row->none)
    return alive (look, capability) == 0;
  for (; alive (look, capability) != 0; capability = kladka_plan_capability (look->brute->plan, capability)->parent)
    if (capability == look->row->ref)
      return TRUE;
  return FALSE;
}

static guint
sector_of (const Look *look, KladkaRef organisation)
{
  return alive (look, organisation) != 0 ? kladka_plan_organisation (look->brute->plan, organisation)->sector : 0;
}

static gboolean
has_tag (const Look *look, const char *const *tags)
{
  return look->row->none ? tags == NULL : tags != NULL && g_strv_contains (tags, look->row->tag);
}

static gboolean
holds_need (const Look *look, const KladkaNeed *need)
{
  switch (kladka_grid_get_dimension (look->grid))
    {
    case KLADKA_DIMENSION_CAPABILITY:
      return is_below (look, need->capability);
    case KLADKA_DIMENSION_RECIPIENT:
      return alive (look, need->recipient) == look->row->ref;
    case KLADKA_DIMENSION_BENEFICIARY:
      return alive (look, need->beneficiary) == look->row->ref;
    case KLADKA_DIMENSION_SECTOR:
      return (need->sector != 0 ? need->sector : sector_of (look, need->recipient)) == look->row->choice;
    default:
      return has_tag (look, need->tags);
    }
}

static gboolean
holds_supply (const Look *look, const KladkaDelivery *delivery)
{
  switch (kladka_grid_get_dimension (look->grid))
    {
    case KLADKA_DIMENSION_CAPABILITY:
      return is_below (look, delivery->capability);
    case KLADKA_DIMENSION_RECIPIENT:
      return alive (look, delivery->recipient) == look->row->ref;
    case KLADKA_DIMENSION_BENEFICIARY:
      return look->row->none;
    case KLADKA_DIMENSION_SECTOR:
      return sector_of (look, delivery->recipient) == look->row->choice;
    default:
      return has_tag (look, kladka_plan_project (look->brute->plan, delivery->project)->tags);
    }
}

/* Does unused supply of some capability in the row exceed a quarter of what is wanted of it? */
static gboolean
has_surplus (const Look *look, int m)
{
  const Brute *brute = look->brute;

  for (int first = 0; first < brute->n_deliveries; first++)
    {
      gboolean reached[BRUTE_MAX] = { FALSE };
      double sum = 0, wanted = 0;
      KladkaRef capability = alive (look, brute->deliveries[first]->capability);

      for (int d = 0; d < brute->n_deliveries; d++)
        {
          if (brute->unused[d][m] <= 0 || !holds_supply (look, brute->deliveries[d])
              || alive (look, brute->deliveries[d]->recipient) == 0
              || alive (look, brute->deliveries[d]->capability) != capability)
            continue;
          sum += brute->unused[d][m];
          for (int n = 0; n < brute->n_needs; n++)
            reached[n] |=
                brute->cells[n][m].active && brute->needs[n]->quantity != KLADKA_INT_NONE && brute_fits (brute, d, n);
        }
      for (int n = 0; n < brute->n_needs; n++)
        wanted += reached[n] ? brute->needs[n]->quantity : 0;
      if (wanted > 0 && sum > wanted / 4)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_lapsing (const Look *look, int m)
{
  const Brute *brute = look->brute;
  double lapse = 0, weight = 0;

  for (int n = 0; n < brute->n_needs && m + 1 < brute->n_months; n++)
    if (holds_need (look, brute->needs[n]) && brute->cells[n][m].active && brute->cells[n][m + 1].active)
      {
        weight += brute_weight (brute, n);
        lapse += brute_weight (brute, n) * brute->cells[n][m].lapse;
      }
  return weight > 0 && lapse >= 0.1 * weight - 1e-9;
}

static KladkaCellState
state_of (double weight, double cover, gboolean unused, gboolean unknown, guint marks)
{
  if (weight <= 0)
    return unused ? KLADKA_STATE_UNASKED : KLADKA_STATE_NOT_RECORDED;
  if (cover < 0.005 - 1e-9)
    return unknown ? KLADKA_STATE_AMOUNT_UNKNOWN : KLADKA_STATE_GAP;
  if (marks & KLADKA_MARK_LAPSING)
    return KLADKA_STATE_LAPSING;
  if (cover < 0.995 - 1e-9)
    return KLADKA_STATE_PARTLY;
  return marks & KLADKA_MARK_DUPLICATED ? KLADKA_STATE_DUPLICATED : KLADKA_STATE_COVERED;
}

static void
compare_cell (const Look *look, int from, int to, const KladkaCoverageCell *cell)
{
  const Brute *brute = look->brute;
  double weight = 0, cover = 0, lost = 0, end_unknown = 0, unmeasured = 0;
  gboolean unused = FALSE, unknown = FALSE;
  guint marks = 0;

  for (int m = MAX (from, 0); m < MIN (to, brute->n_months); m++)
    {
      for (int n = 0; n < brute->n_needs; n++)
        {
          const BruteCell *one = &brute->cells[n][m];
          double w = brute_weight (brute, n);

          if (!holds_need (look, brute->needs[n]) || !one->active || w == 0)
            continue;
          weight += w;
          cover += w * one->counted;
          lost += w * one->lost;
          end_unknown +=
              brute->spec.line >= KLADKA_CERTAINTY_END_UNKNOWN ? w * one->cover[KLADKA_CERTAINTY_END_UNKNOWN] : 0;
          unmeasured += brute->needs[n]->quantity == KLADKA_INT_NONE ? w : w * one->unmeasured;
          unknown |= one->unknown;
          marks |= one->imprecise ? KLADKA_MARK_IMPRECISE : 0;
          marks |= one->twice ? KLADKA_MARK_DUPLICATED : 0;
        }
      for (int d = 0; d < brute->n_deliveries; d++)
        if (brute->unused[d][m] >= 0 && holds_supply (look, brute->deliveries[d]))
          {
            unused = TRUE;
            marks |= brute_is_imprecise (brute, d) ? KLADKA_MARK_IMPRECISE : 0;
          }
      marks |= has_surplus (look, m) ? KLADKA_MARK_DUPLICATED : 0;
      marks |= is_lapsing (look, m) ? KLADKA_MARK_LAPSING : 0;
    }
  marks |= end_unknown > cover / 2 + 1e-9 ? KLADKA_MARK_END_UNKNOWN : 0;
  marks |= weight > 0 && unmeasured > weight / 2 + 1e-9 ? KLADKA_MARK_NOT_MEASURED : 0;
  ASSERT_NEAR (cell->weight, weight);
  ASSERT_NEAR (cell->cover, weight > 0 ? cover / weight : 0);
  ASSERT_NEAR (cell->lost, weight > 0 ? MAX (lost / weight, 0) : 0);
  ASSERT_NEAR (cell->gap_months, weight - cover);
  g_assert_cmpint (cell->has_unused, ==, unused);
  g_assert_cmpint (cell->state, ==, state_of (weight, weight > 0 ? cover / weight : 0, unused, unknown, marks));
  g_assert_cmphex (cell->marks, ==, marks);
}

static void
compare_grid (const KladkaCoverage *coverage, const Brute *brute, KladkaDimension dimension, KladkaPeriodUnit unit)
{
  g_autoptr (KladkaGrid) grid = kladka_grid_new (coverage, dimension, unit, kladka_coverage_get_months (coverage));

  for (guint r = 0; r < kladka_grid_get_n_rows (grid); r++)
    {
      Look look = { grid, brute, kladka_grid_get_row (grid, r) };

      for (guint p = 0; p < kladka_grid_get_n_periods (grid); p++)
        {
          KladkaSpan months = kladka_grid_get_period (grid, p);

          compare_cell (&look, months.from - brute->first_month, months.to - brute->first_month,
                        kladka_grid_get_cell (grid, r, p));
        }
      compare_cell (&look, 0, brute->n_months, kladka_grid_get_row_total (grid, r));
    }
}

static void
check_grids (Init init, guint first_seed, guint n_plans)
{
  for (guint seed = first_seed; seed < first_seed + n_plans; seed++)
    {
      RandomPlan random;
      KladkaCoverageSpec spec;

      init (&random, seed);
      spec = random_plan_spec (&random);
      {
        g_autoptr (KladkaPlan) plan = random_plan_make (&random);
        g_autoptr (KladkaCoverage) coverage = kladka_coverage_new (plan, &spec);
        g_autofree Brute *brute = brute_new (plan, &spec);

        g_test_message ("seed %u", seed);
        for (guint dimension = KLADKA_DIMENSION_CAPABILITY; dimension <= KLADKA_DIMENSION_TAG; dimension++)
          compare_grid (coverage, brute, dimension, seed % 3);
      }
      random_plan_clear (&random);
    }
}

static void
test_grids (void)
{
  check_grids (random_plan_init, 1001, N_PLANS);
}

static void
test_grids_of_crowds (void)
{
  check_grids (random_plan_init_crowd, 501001, N_CROWDS / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/coverage-brute/needs-agree-with-the-naive-sum", test_needs);
  g_test_add_func ("/analysis/coverage-brute/grids-agree-with-the-naive-sum", test_grids);
  g_test_add_func ("/analysis/coverage-brute/needs-in-a-crowd-agree-with-the-naive-sum", test_crowds);
  g_test_add_func ("/analysis/coverage-brute/grids-of-a-crowd-agree-with-the-naive-sum", test_grids_of_crowds);
  return g_test_run ();
}
