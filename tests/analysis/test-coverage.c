/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "coverage-fixture.h"

/* Each sentence of the definition, worked by hand on a small plan. */

#define NEED "need n stage=verified capability=A recipient=grid quantity=10000 "
#define RUNNING "project r status=implementation planned_end=2030\n"
#define PIPELINE "project q status=pipeline planned_end=2030\n"
#define IDEA "project i status=idea planned_end=2030\n"
#define PAID "transaction t project=q kind=commitment\n"
/* Six of ten, from the middle of the first January on. */
#define SIX "delivery d-d project=r capability=A recipient=grid quantity=6000 sustained_until=2030 "

static void
test_months_by_last_day (void)
{
  g_autoptr (KladkaCoverage) coverage =
      fixture_coverage (NEED "wanted_from=2026-02-15 wanted_until=2026-06-15\n" RUNNING
                             "delivery d-d project=r capability=A recipient=grid quantity=6000 delivered_on=2026-03-10 "
                             "sustained_until=2026-05-20\n");

  g_assert_cmpint (fixture_cover (coverage, "n", "2026-01"), ==, -1);
  g_assert_cmpint (fixture_cover (coverage, "n", "2026-02"), ==, 0);
  g_assert_cmpint (fixture_cover (coverage, "n", "2026-03"), ==, 600);
  g_assert_cmpint (fixture_cover (coverage, "n", "2026-04"), ==, 600);
  g_assert_cmpint (fixture_cover (coverage, "n", "2026-05"), ==, 0);
  g_assert_cmpint (fixture_cover (coverage, "n", "2026-06"), ==, -1);
}

static void
test_inside_one_month (void)
{
  g_autoptr (KladkaCoverage) coverage =
      fixture_coverage (NEED "wanted_from=2026-02-03 wanted_until=2026-02-20\n" RUNNING
                             "delivery d-d project=r capability=A recipient=grid quantity=6000 delivered_on=2026-02-10 "
                             "sustained_until=2026-02-12\n");

  g_assert_cmpint (fixture_cover (coverage, "n", "2026-02"), ==, 600);
  g_assert_cmpint (fixture_cover (coverage, "n", "2026-03"), ==, -1);
}

static void
test_dates_with_precision (void)
{
  g_autoptr (KladkaCoverage) coverage =
      fixture_coverage (NEED "wanted_from=2026-Q2 wanted_until=2027-Q1\n" RUNNING
                             "delivery d-d project=r capability=A recipient=grid quantity=6000 delivered_on=2026-Q3 "
                             "sustained_until=2026-Q4\n");

  g_assert_cmpint (fixture_cover (coverage, "n", "2026-03"), ==, -1);
  g_assert_cmpint (fixture_cover (coverage, "n", "2026-04"), ==, 0);
  g_assert_cmpint (fixture_cover (coverage, "n", "2026-08"), ==, 0);
  g_assert_cmpint (fixture_cover (coverage, "n", "2026-09"), ==, 600);
  g_assert_cmpint (fixture_cover (coverage, "n", "2026-12"), ==, 600);
  g_assert_cmpint (fixture_cover (coverage, "n", "2027-01"), ==, 0);
  g_assert_cmpint (fixture_cover (coverage, "n", "2027-03"), ==, 0);
  g_assert_cmpint (fixture_cover (coverage, "n", "2027-04"), ==, -1);
}

static void
test_open_need_lasts_the_plan (void)
{
  g_autoptr (KladkaCoverage) coverage = fixture_coverage (NEED "\n" RUNNING SIX "delivered_on=2025\n");
  KladkaSpan months = kladka_coverage_get_months (coverage);

  g_assert_cmpint (months.to - months.from, ==, 24);
  g_assert_cmpint (fixture_cover (coverage, "n", "2026-01"), ==, 600);
  g_assert_cmpint (fixture_cover (coverage, "n", "2027-12"), ==, 600);
}

static void
test_stages (void)
{
  const char *needs = "need a stage=draft capability=A\nneed b stage=submitted capability=A\n"
                      "need c stage=verified capability=A\nneed d stage=matched capability=A\n"
                      "need e stage=covered capability=A\nneed f stage=withdrawn capability=A\n";
  KladkaCoverageSpec spec = fixture_spec ();
  g_autoptr (KladkaCoverage) verified = fixture_coverage_as (needs, &spec);
  g_autoptr (KladkaCoverage) all = NULL;

  spec.include_unverified = TRUE;
  all = fixture_coverage_as (needs, &spec);
  g_assert_cmpuint (kladka_coverage_get_n_needs (verified), ==, 3);
  g_assert_cmpuint (kladka_coverage_get_n_needs (all), ==, 4);
  g_assert_cmpint (fixture_need (verified, "b"), ==, -1);
  g_assert_cmpint (fixture_need (all, "b"), >=, 0);
}

static void
test_weights (void)
{
  static const int expected[] = { 1, 1, 2, 4, 8, 16 };
  g_autoptr (KladkaCoverage) coverage = fixture_coverage (
      "need n0 stage=verified\nneed n1 stage=verified priority=1\nneed n2 stage=verified priority=2\n"
      "need n3 stage=verified priority=3\nneed n4 stage=verified priority=4\nneed n5 stage=verified priority=5\n");
  g_autoptr (KladkaCoverage) own = fixture_coverage (
      "plan p period_start=2026 period_end=2027 weights=1=3~5=100\n"
      "need n5 stage=verified priority=5\nneed n0 stage=verified\nneed n2 stage=verified priority=2\n");

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (kladka_coverage_get_weight (coverage, i), ==, expected[i]);
  g_assert_cmpint (kladka_coverage_get_weight (own, fixture_need (own, "n5")), ==, 100);
  g_assert_cmpint (kladka_coverage_get_weight (own, fixture_need (own, "n0")), ==, 3);
  g_assert_cmpint (kladka_coverage_get_weight (own, fixture_need (own, "n2")), ==, 2);
}

static void
test_day_of_delivery (void)
{
  g_autoptr (KladkaCoverage) coverage = fixture_coverage (
      "need a stage=verified capability=A quantity=1000\nneed b stage=verified capability=A quantity=1000\n"
      "need c stage=verified capability=A quantity=1000\nneed e stage=verified capability=A quantity=1000\n"
      "project x status=implementation planned_end=2026-05 actual_end=2026-04\n"
      "project y status=implementation planned_end=2026-05\nproject z status=implementation\n"
      "delivery d-a project=x need=a capability=A quantity=1000 due_on=2026-03 delivered_on=2026-02 "
      "sustained_until=2030\n"
      "delivery d-b project=x need=b capability=A quantity=1000 sustained_until=2030\n"
      "delivery d-c project=y need=c capability=A quantity=1000 sustained_until=2030\n"
      "delivery d-e project=z need=e capability=A quantity=1000 sustained_until=2030\n");

  g_assert_cmpint (fixture_cover (coverage, "a", "2026-01"), ==, 0);
  g_assert_cmpint (fixture_cover (coverage, "a", "2026-02"), ==, 1000);
  g_assert_cmpint (fixture_cover (coverage, "b", "2026-03"), ==, 0);
  g_assert_cmpint (fixture_cover (coverage, "b", "2026-04"), ==, 1000);
  g_assert_cmpint (fixture_cover (coverage, "c", "2026-04"), ==, 0);
  g_assert_cmpint (fixture_cover (coverage, "c", "2026-05"), ==, 1000);
  g_assert_cmpint (fixture_cover (coverage, "e", "2027-12"), ==, 0);
}

static void
test_certainty_of_status (void)
{
  static const struct {
    const char *project;
    const char *certainty;
  } cases[] = {
    { "project x status=implementation\n", "d" },
    { "project x status=finalisation\n", "d" },
    { "project x status=closed\n", "d" },
    { "project x status=pipeline\ntransaction t project=x kind=commitment\n", "c" },
    { "project x status=pipeline\ntransaction t project=x kind=disbursement\n", "c" },
    { "project x status=pipeline\ntransaction t project=x kind=in-kind\n", "c" },
    { "project x status=pipeline\ntransaction t project=x kind=pledge\n", "p" },
    { "project x status=pipeline\ntransaction t project=x kind=expenditure\n", "p" },
    { "project x status=pipeline\n", "p" },
    { "project x status=idea\ntransaction t project=x kind=commitment\n", "p" },
    { "project x\n", "p" },
    { "project x status=cancelled\n", "" },
    { "project x status=suspended\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (NEED "\n", cases[i].project,
                                           "delivery d-d project=x capability=A recipient=grid quantity=6000 "
                                           "delivered_on=2026-01 sustained_until=2030\n",
                                           NULL);
      g_autoptr (KladkaCoverage) coverage = fixture_coverage (text);

      g_assert_cmpstr (fixture_certainties (coverage, "n", "2026-06"), ==, cases[i].certainty);
    }
}

static void
test_end_unknown (void)
{
  g_autoptr (KladkaCoverage) coverage = fixture_coverage (
      "need a stage=verified capability=A quantity=1000\nneed b stage=verified capability=A quantity=1000\n"
      "need c stage=verified capability=A quantity=1000\n"
      "project x status=implementation planned_end=2026-06-15\nproject z status=closed\nproject i status=idea "
      "planned_end=2026-06\n"
      "delivery d-a project=x need=a capability=A quantity=1000 delivered_on=2026-02\n"
      "delivery d-b project=z need=b capability=A quantity=1000 delivered_on=2026-02\n"
      "delivery d-c project=i need=c capability=A quantity=1000 due_on=2026-02\n");

  g_assert_cmpstr (fixture_certainties (coverage, "a", "2026-05"), ==, "d");
  g_assert_cmpstr (fixture_certainties (coverage, "a", "2026-06"), ==, "e");
  g_assert_cmpstr (fixture_certainties (coverage, "a", "2027-12"), ==, "e");
  g_assert_cmpstr (fixture_certainties (coverage, "b", "2026-02"), ==, "d");
  g_assert_cmpstr (fixture_certainties (coverage, "b", "2026-03"), ==, "e");
  g_assert_cmpstr (fixture_certainties (coverage, "c", "2026-07"), ==, "p");
  g_assert_cmpstr (fixture_certainties (coverage, "c", "2027-12"), ==, "p");
}

static void
test_nothing_planned_before_as_of (void)
{
  KladkaCoverageSpec spec = fixture_spec ();
  g_autoptr (KladkaCoverage) coverage = NULL;

  spec.as_of = kladka_day_from_civil (2026, 5, 31);
  coverage = fixture_coverage_as (
      "need a stage=verified capability=A quantity=1000\nneed b stage=verified capability=A quantity=1000\n"
      "need c stage=verified capability=A quantity=1000\n" RUNNING PIPELINE PAID IDEA
      "delivery d-a project=r need=a capability=A quantity=1000 due_on=2026-02 sustained_until=2030\n"
      "delivery d-b project=q need=b capability=A quantity=1000 due_on=2026-02 sustained_until=2030\n"
      "delivery d-c project=i need=c capability=A quantity=1000 due_on=2026-02 sustained_until=2030\n",
      &spec);
  g_assert_cmpstr (fixture_certainties (coverage, "a", "2026-02"), ==, "d");
  g_assert_cmpstr (fixture_certainties (coverage, "b", "2026-04"), ==, "");
  g_assert_cmpstr (fixture_certainties (coverage, "b", "2026-05"), ==, "c");
  g_assert_cmpstr (fixture_certainties (coverage, "c", "2026-04"), ==, "");
  g_assert_cmpstr (fixture_certainties (coverage, "c", "2026-05"), ==, "p");
}

static double
lost (const KladkaCoverage *coverage, const char *need, const char *month)
{
  return kladka_coverage_get_lost (coverage, fixture_need (coverage, need), fixture_month (month));
}

/* What had come by 10 June goes on with its end unknown; what was to come in September is lost. */
static void
test_stopped_project (void)
{
  g_autoptr (KladkaCoverage) coverage = fixture_coverage (
      "need a stage=verified capability=A quantity=1000\nneed b stage=verified capability=A quantity=1000\n"
      "need c stage=verified capability=A quantity=1000\n"
      "project x status=cancelled status_on=2026-06-10 planned_end=2027-06\n"
      "delivery d-a project=x need=a capability=A quantity=1000 delivered_on=2026-02 sustained_until=2027-03\n"
      "delivery d-b project=x need=b capability=A quantity=1000 due_on=2026-02\n"
      "delivery d-c project=x need=c capability=A quantity=1000 due_on=2026-09 sustained_until=2027-03\n");

  g_assert_cmpstr (fixture_certainties (coverage, "a", "2026-05"), ==, "d");
  g_assert_cmpstr (fixture_certainties (coverage, "a", "2026-06"), ==, "e");
  g_assert_cmpstr (fixture_certainties (coverage, "a", "2027-03"), ==, "e");
  g_assert_cmpstr (fixture_certainties (coverage, "a", "2027-04"), ==, "");
  g_assert_cmpstr (fixture_certainties (coverage, "b", "2026-05"), ==, "d");
  g_assert_cmpstr (fixture_certainties (coverage, "b", "2026-06"), ==, "e");
  g_assert_cmpstr (fixture_certainties (coverage, "b", "2027-12"), ==, "e");
  g_assert_cmpfloat (lost (coverage, "b", "2026-06"), ==, 0);
  g_assert_cmpstr (fixture_certainties (coverage, "c", "2026-09"), ==, "");
  g_assert_cmpfloat (lost (coverage, "c", "2026-08"), ==, 0);
  g_assert_cmpfloat (lost (coverage, "c", "2026-09"), ==, 1);
  g_assert_cmpfloat (lost (coverage, "c", "2027-04"), ==, 0);
}

/* Without a day of its own, a delivery comes with its project's actual, else planned, end. "Delivered on" goes before
 * "due on": what came late came after the stop. */
static void
test_stopped_before_the_day_of_delivery (void)
{
  g_autoptr (KladkaCoverage) coverage = fixture_coverage (
      "need a stage=verified capability=A quantity=1000\nneed b stage=verified capability=A quantity=1000\n"
      "need c stage=verified capability=A quantity=1000\n"
      "project x status=suspended status_on=2026-06-10 actual_end=2026-06-10 planned_end=2026-09\n"
      "project y status=suspended status_on=2026-06-10 planned_end=2026-06-11\n"
      "delivery d-a project=x need=a capability=A quantity=1000\n"
      "delivery d-b project=y need=b capability=A quantity=1000\n"
      "delivery d-c project=x need=c capability=A quantity=1000 due_on=2026-02 delivered_on=2026-08\n");

  g_assert_cmpstr (fixture_certainties (coverage, "a", "2026-05"), ==, "");
  g_assert_cmpstr (fixture_certainties (coverage, "a", "2026-06"), ==, "e");
  g_assert_cmpfloat (lost (coverage, "a", "2026-07"), ==, 0);
  g_assert_cmpstr (fixture_certainties (coverage, "b", "2026-07"), ==, "");
  g_assert_cmpfloat (lost (coverage, "b", "2026-07"), ==, 1);
  g_assert_cmpstr (fixture_certainties (coverage, "c", "2026-07"), ==, "");
  g_assert_cmpstr (fixture_certainties (coverage, "c", "2026-08"), ==, "");
  g_assert_cmpfloat (lost (coverage, "c", "2026-07"), ==, 0);
  g_assert_cmpfloat (lost (coverage, "c", "2026-08"), ==, 1);
}

static void
test_day_of_stopping (void)
{
  g_autoptr (KladkaCoverage) coverage = fixture_coverage (
      NEED "\nproject x status=suspended status_on=2026-Q2\n"
           "delivery d-d project=x capability=A recipient=grid quantity=6000 due_on=2026-02 sustained_until=2027\n");

  g_assert_cmpstr (fixture_certainties (coverage, "n", "2026-06"), ==, "d");
  g_assert_cmpstr (fixture_certainties (coverage, "n", "2026-07"), ==, "e");
}

/* Who gives, where there is enough for one need only and each delivery could fill it. */
static void
test_order_of_turns (void)
{
  static const struct {
    const char *first;
    const char *second;
  } cases[] = {
    { "delivery d-b project=r capability=A quantity=6000 due_on=2026-02 sustained_until=2030\n",
      "delivery d-a project=q need=n capability=A quantity=6000 due_on=2026-02 sustained_until=2030\n" },
    { "delivery d-b project=r need=n capability=A quantity=6000 due_on=2026-03 sustained_until=2030\n",
      "delivery d-a project=r recipient=grid capability=A quantity=6000 due_on=2026-02 sustained_until=2030\n" },
    { "delivery d-b project=r recipient=grid capability=A quantity=6000 due_on=2026-03 sustained_until=2030\n",
      "delivery d-a project=r capability=A quantity=6000 due_on=2026-02 sustained_until=2030\n" },
    { "delivery d-b project=r capability=A quantity=6000 due_on=2026-02 sustained_until=2030\n",
      "delivery d-a project=r capability=A quantity=6000 due_on=2026-03 sustained_until=2030\n" },
    { "delivery d-b project=r capability=A quantity=6000 due_on=2026-02-28 sustained_until=2030\n",
      "delivery d-c project=r capability=A quantity=6000 due_on=2026-02 sustained_until=2030\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (NEED "\n" RUNNING PIPELINE PAID, cases[i].second, cases[i].first, NULL);
      g_autoptr (KladkaCoverage) coverage = fixture_coverage (text);
      g_autoptr (GArray) givings = kladka_coverage_dup_givings (coverage, 0, fixture_month ("2026-06"));

      g_assert_cmpuint (givings->len, ==, 2);
      g_assert_cmpint (g_array_index (givings, KladkaGiving, 0).given, ==, 6000);
      g_assert_cmpint (g_array_index (givings, KladkaGiving, 1).given, ==, 4000);
      g_assert_cmpstr (kladka_plan_get_id (kladka_coverage_get_plan (coverage),
                                           &g_array_index (givings, KladkaGiving, 0).delivery->base),
                       ==, "d-b");
    }
}

static void
test_tied_gives_to_its_need_only (void)
{
  g_autoptr (KladkaCoverage) coverage = fixture_coverage (
      "need a stage=verified capability=A recipient=grid quantity=10000 priority=5\n"
      "need b stage=verified capability=A recipient=grid quantity=2000\n" RUNNING
      "delivery d-d project=r need=b capability=A recipient=grid quantity=6000 due_on=2026-01 sustained_until=2030\n");

  g_assert_cmpint (fixture_cover (coverage, "a", "2026-06"), ==, 0);
  g_assert_cmpint (fixture_cover (coverage, "b", "2026-06"), ==, 1000);
}

/* One delivery of six each time; which needs it reaches. */
static void
test_who_may_be_given_to (void)
{
  static const struct {
    const char *need;
    const char *delivery;
    int cover;
  } cases[] = {
    { "capability=A recipient=grid", "capability=A recipient=grid", 600 },
    { "capability=A recipient=grid", "capability=A1 recipient=grid", 600 },
    { "capability=A1 recipient=grid", "capability=A recipient=grid", 0 },
    { "capability=A recipient=grid", "capability=A2 recipient=grid", 0 },
    { "capability=B recipient=grid", "capability=A recipient=grid", 0 },
    { "capability=A recipient=grid", "capability=A recipient=bank", 0 },
    { "capability=A recipient=grid", "capability=A recipient=ministry", 0 },
    { "capability=A recipient=grid beneficiary=ministry", "capability=A recipient=ministry", 0 },
    { "capability=A beneficiary=ministry", "capability=A recipient=ministry", 600 },
    { "capability=A", "capability=A recipient=ministry", 0 },
    { "capability=A", "capability=A", 600 },
    { "capability=A recipient=bank", "capability=A", 600 },
    { "recipient=bank", "recipient=bank", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("need n stage=verified quantity=10000 %s\n" RUNNING
                           "delivery d-d project=r quantity=6000 due_on=2026-01 sustained_until=2030 %s\n",
                           cases[i].need, cases[i].delivery);
      g_autoptr (KladkaCoverage) coverage = fixture_coverage (text);

      g_assert_cmpint (fixture_cover (coverage, "n", "2026-06"), ==, cases[i].cover);
    }
}

static void
test_order_among_needs (void)
{
  g_autoptr (KladkaCoverage) priority =
      fixture_coverage ("need a stage=verified capability=A quantity=10000 priority=3\nneed b stage=verified "
                        "capability=A quantity=10000 priority=4 wanted_from=2026-03\n" RUNNING
                        "delivery d-d project=r capability=A quantity=6000 due_on=2026-01 sustained_until=2030\n");
  g_autoptr (KladkaCoverage) since =
      fixture_coverage ("need a stage=verified capability=A quantity=10000 wanted_from=2026-01\nneed b stage=verified "
                        "capability=A quantity=10000\n" RUNNING
                        "delivery d-d project=r capability=A quantity=6000 due_on=2026-01 sustained_until=2030\n");
  g_autoptr (KladkaCoverage) id =
      fixture_coverage ("need b stage=verified capability=A quantity=10000 priority=1\nneed a stage=verified "
                        "capability=A quantity=10000\n" RUNNING
                        "delivery d-d project=r capability=A quantity=6000 due_on=2026-01 sustained_until=2030\n");

  g_assert_cmpint (fixture_cover (priority, "a", "2026-06"), ==, 0);
  g_assert_cmpint (fixture_cover (priority, "b", "2026-06"), ==, 600);
  g_assert_cmpint (fixture_cover (since, "a", "2026-06"), ==, 0);
  g_assert_cmpint (fixture_cover (since, "b", "2026-06"), ==, 600);
  g_assert_cmpint (fixture_cover (id, "a", "2026-06"), ==, 600);
  g_assert_cmpint (fixture_cover (id, "b", "2026-06"), ==, 0);
}

static void
test_need_without_quantity (void)
{
  g_autoptr (KladkaCoverage) coverage =
      fixture_coverage ("need a stage=verified capability=A priority=5\n"
                        "need b stage=verified capability=A quantity=6000\n" RUNNING PIPELINE
                        "delivery d-d project=r capability=A quantity=6000 due_on=2026-01 sustained_until=2026-06\n"
                        "delivery d-e project=q capability=A quantity=6000 due_on=2026-01 sustained_until=2030\n");

  g_assert_cmpint (fixture_cover (coverage, "a", "2026-03"), ==, 1000);
  g_assert_cmpint (fixture_cover (coverage, "b", "2026-03"), ==, 1000);
  g_assert_cmpstr (fixture_certainties (coverage, "a", "2026-03"), ==, "d");
  g_assert_cmpstr (fixture_certainties (coverage, "a", "2026-07"), ==, "p");
}

static void
test_delivery_without_quantity (void)
{
  g_autoptr (KladkaCoverage) coverage = fixture_coverage (
      "need one stage=verified capability=A quantity=1000\nneed none stage=verified capability=A\n"
      "need many stage=verified capability=A quantity=5000\nneed teams stage=verified capability=A2 quantity=5000\n"
      "need team stage=verified capability=A2 quantity=1000\n" RUNNING
      "delivery d-d project=r capability=A due_on=2026-01 sustained_until=2030\n"
      "delivery d-e project=r capability=A need=teams quantity=5000 due_on=2026-01 sustained_until=2030\n"
      "delivery d-f project=r capability=A need=team quantity=5000 due_on=2026-01 sustained_until=2030\n");
  gint32 month = fixture_month ("2026-06");

  g_assert_cmpint (fixture_cover (coverage, "one", "2026-06"), ==, 1000);
  g_assert_cmpint (fixture_cover (coverage, "none", "2026-06"), ==, 1000);
  g_assert_cmpint (fixture_cover (coverage, "many", "2026-06"), ==, 0);
  g_assert_cmpint (fixture_cover (coverage, "teams", "2026-06"), ==, 0);
  g_assert_cmpint (fixture_cover (coverage, "team", "2026-06"), ==, 1000);
  g_assert_true (kladka_coverage_is_amount_unknown (coverage, fixture_need (coverage, "many"), month));
  g_assert_true (kladka_coverage_is_amount_unknown (coverage, fixture_need (coverage, "teams"), month));
  g_assert_false (kladka_coverage_is_amount_unknown (coverage, fixture_need (coverage, "one"), month));
}

static void
test_lapse (void)
{
  g_autoptr (KladkaCoverage) coverage = fixture_coverage (
      NEED
      "\n" RUNNING PIPELINE SIX "due_on=2026-01\n"
      "delivery d-e project=r capability=A recipient=grid quantity=3000 due_on=2026-01 sustained_until=2026-05-31\n"
      "delivery d-f project=r capability=A recipient=grid quantity=1000 due_on=2026-06 sustained_until=2030\n"
      "delivery d-g project=q capability=A recipient=grid quantity=9000 due_on=2026-06 sustained_until=2030\n");
  g_autoptr (KladkaCoverage) replaced = fixture_coverage (
      NEED "\n" RUNNING
           "delivery d-e project=r capability=A recipient=grid quantity=3000 due_on=2026-01 sustained_until=2026-05\n"
           "delivery d-f project=r capability=A recipient=grid quantity=10000 due_on=2026-06 sustained_until=2030\n");

  g_assert_cmpfloat (kladka_coverage_get_lapse (coverage, 0, fixture_month ("2026-04")), ==, 0);
  g_assert_cmpfloat_with_epsilon (kladka_coverage_get_lapse (coverage, 0, fixture_month ("2026-05")), 0.3, 1e-12);
  g_assert_cmpfloat (kladka_coverage_get_lapse (coverage, 0, fixture_month ("2026-06")), ==, 0);
  g_assert_cmpfloat (kladka_coverage_get_lapse (replaced, 0, fixture_month ("2026-05")), ==, 0);
}

static KladkaCoverage *
cover_as_of (const char *records, int year, int month, int day)
{
  KladkaCoverageSpec spec = fixture_spec ();

  spec.as_of = kladka_day_from_civil (year, month, day);
  return fixture_coverage_as (records, &spec);
}

/* Two needs of weight 1 without any cover, over two years; one of them only in the first. */
static void
test_gaps_ahead (void)
{
  static const struct {
    int year, month, day;
    gint32 n_months;
    double gap_months;
  } expected[] = { { 2025, 5, 1, 24, 36 }, { 2026, 1, 1, 24, 36 }, { 2026, 12, 31, 13, 14 },
                   { 2027, 12, 31, 1, 1 }, { 2028, 1, 1, 0, 0 },   { 2031, 1, 1, 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (KladkaCoverage) coverage =
          cover_as_of ("need a stage=verified capability=A\nneed b stage=verified capability=B wanted_until=2026\n",
                       expected[i].year, expected[i].month, expected[i].day);
      KladkaSpan ahead = kladka_coverage_get_months_ahead (coverage);

      g_assert_cmpint (ahead.to - ahead.from, ==, expected[i].n_months);
      g_assert_cmpint (ahead.to, ==, kladka_coverage_get_months (coverage).to);
      g_assert_cmpfloat (kladka_coverage_sum_gaps (coverage, ahead), ==, expected[i].gap_months);
    }
}

static void
test_plan_without_period_or_needs (void)
{
  KladkaCoverageSpec spec = fixture_spec ();
  g_autoptr (KladkaPlan) empty = kladka_plan_new_empty ();
  g_autoptr (KladkaCoverage) coverage = kladka_coverage_new (empty, &spec);
  g_autoptr (KladkaGrid) grid = kladka_grid_new (coverage, KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_MONTH,
                                                 kladka_coverage_get_months (coverage));

  g_assert_cmpuint (kladka_coverage_get_n_needs (coverage), ==, 0);
  g_assert_cmpuint (kladka_grid_get_n_periods (grid), ==, 0);
  g_assert_cmpuint (kladka_grid_get_n_rows (grid), ==, 0);
}

static void
test_circle_of_capabilities (void)
{
  g_autoptr (KladkaCoverage) coverage =
      fixture_coverage ("capability X code=X parent=Y\ncapability Y code=Y parent=X\ncapability Z code=Z parent=X\n"
                        "need n stage=verified capability=X quantity=10000\n" RUNNING
                        "delivery d-d project=r capability=Z quantity=6000 due_on=2026-01 sustained_until=2030\n");

  g_assert_cmpint (fixture_cover (coverage, "n", "2026-06"), ==, 600);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add_func ("/analysis/coverage/" path, test)
  ADD ("figures-are-those-of-the-last-day", test_months_by_last_day);
  ADD ("what-begins-and-ends-in-a-month-counts-there", test_inside_one_month);
  ADD ("a-coarse-date-counts-from-its-last-day", test_dates_with_precision);
  ADD ("an-open-need-lasts-the-plan", test_open_need_lasts_the_plan);
  ADD ("only-verified-needs-count-unless-asked", test_stages);
  ADD ("weights-double-by-priority-or-are-the-plans", test_weights);
  ADD ("a-delivery-counts-from-the-best-day-known", test_day_of_delivery);
  ADD ("certainty-follows-status-and-money", test_certainty_of_status);
  ADD ("unknown-ends-begin-behind-the-project", test_end_unknown);
  ADD ("ideas-and-pipeline-give-nothing-before-as-of", test_nothing_planned_before_as_of);
  ADD ("a-stopped-project-keeps-what-it-delivered", test_stopped_project);
  ADD ("a-stopped-project-loses-what-was-to-come-later", test_stopped_before_the_day_of_delivery);
  ADD ("a-project-stops-after-the-last-day-meant", test_day_of_stopping);
  ADD ("deliveries-take-turns", test_order_of_turns);
  ADD ("a-tied-delivery-gives-to-its-need-only", test_tied_gives_to_its_need_only);
  ADD ("capability-unit-and-recipient-must-fit", test_who_may_be_given_to);
  ADD ("needs-stand-in-line", test_order_among_needs);
  ADD ("a-need-without-quantity-takes-nothing", test_need_without_quantity);
  ADD ("a-delivery-without-quantity-is-at-least-one", test_delivery_without_quantity);
  ADD ("a-lapse-is-what-ended-would-still-give", test_lapse);
  ADD ("gaps-ahead-begin-with-the-as-of-month", test_gaps_ahead);
  ADD ("an-empty-plan-has-nothing", test_plan_without_period_or_needs);
  ADD ("circles-of-capabilities-are-cut", test_circle_of_capabilities);
#undef ADD
  return g_test_run ();
}
