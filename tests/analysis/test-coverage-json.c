/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "coverage-fixture.h"
#include "kladka-coverage-json.h"
#include "random-plan.h"

#include <json-glib/json-glib.h>

static char *
dup_json (const KladkaCoverage *coverage, KladkaDimension dimension)
{
  g_autoptr (KladkaGrid) grid =
      kladka_grid_new (coverage, dimension, KLADKA_PERIOD_QUARTER, kladka_coverage_get_months (coverage));
  const KladkaGrid *grids[] = { grid };
  g_autoptr (GBytes) bytes = kladka_coverage_dup_json (coverage, grids, 1, KLADKA_MARKING_AMBER);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_reads_back (void)
{
  g_autoptr (KladkaCoverage) coverage = fixture_coverage (
      "need n stage=verified recipient=grid capability=A quantity=10000 wanted_from=2026-03 reference=\"1\\\n"
      "project r status=implementation planned_end=2030\n"
      "delivery d project=r recipient=grid capability=A quantity=6000 due_on=2026-01-01 sustained_until=2030-12\n");
  g_autofree char *text = dup_json (coverage, KLADKA_DIMENSION_CAPABILITY);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *object, *need, *month, *given, *cell;

  root = json_from_string (text, &error);
  g_assert_no_error (error);
  object = json_node_get_object (root);
  need = json_array_get_object_element (json_object_get_array_member (object, "needs"), 0);
  month = json_array_get_object_element (json_object_get_array_member (need, "months"), 0);
  given = json_array_get_object_element (json_object_get_array_member (month, "given"), 0);
  g_assert_cmpstr (json_object_get_string_member (object, "as_of"), ==, "2026-01-01");
  g_assert_cmpstr (json_object_get_string_member (object, "ceiling"), ==, "TLP:AMBER");
  g_assert_cmpstr (json_object_get_string_member (need, "reference"), ==, "\"1\\");
  g_assert_cmpstr (json_object_get_string_member (month, "month"), ==, "2026-03");
  g_assert_cmpfloat (json_object_get_double_member (month, "cover"), ==, 0.6);
  g_assert_cmpint (json_object_get_int_member (given, "quantity"), ==, 6000);
  object = json_array_get_object_element (json_object_get_array_member (object, "grids"), 0);
  object = json_array_get_object_element (json_object_get_array_member (object, "rows"), 0);
  cell = json_array_get_object_element (json_object_get_array_member (object, "periods"), 0);
  g_assert_cmpstr (json_object_get_string_member (cell, "until"), ==, "2026-03");
  g_assert_cmpstr (json_object_get_string_member (cell, "state"), ==, "partly-covered");
}

static void
test_same_bytes_in_any_order (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      RandomPlan random;
      KladkaCoverageSpec spec;

      random_plan_init (&random, seed);
      spec = random_plan_spec (&random);
      {
        g_autoptr (KladkaPlan) plan = random_plan_make (&random);
        g_autoptr (KladkaPlan) shuffled = (random_plan_shuffle (&random), random_plan_make (&random));
        g_autoptr (KladkaCoverage) one = kladka_coverage_new (plan, &spec);
        g_autoptr (KladkaCoverage) other = kladka_coverage_new (shuffled, &spec);
        g_autofree char *left = dup_json (one, seed % KLADKA_N_DIMENSIONS);
        g_autofree char *right = dup_json (other, seed % KLADKA_N_DIMENSIONS);
        g_autoptr (JsonNode) root = json_from_string (left, NULL);

        g_assert_nonnull (root);
        g_assert_cmpstr (left, ==, right);
      }
      random_plan_clear (&random);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/coverage-json/all-of-it-reads-back", test_reads_back);
  g_test_add_func ("/analysis/coverage-json/the-same-bytes-in-any-order-of-records", test_same_bytes_in_any_order);
  return g_test_run ();
}
