/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "fixture.h"
#include "kladka-problem.h"

/* A plan with nothing wrong. */
static KladkaPlan *
make_plan (void)
{
  g_autoptr (KladkaPlan) empty = kladka_plan_new_empty ();
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  KladkaType plan = KLADKA_TYPE_PLAN, org = KLADKA_TYPE_ORGANISATION, cap = KLADKA_TYPE_CAPABILITY;
  kladka_edits_create (edits, plan, "p");
  fixture_text (edits, plan, "p", "title_en", "Plan");
  fixture_text (edits, plan, "p", "base_currency", "EUR");
  kladka_edits_set_named (edits, plan, "p", "period_start", kladka_value_date (kladka_date_new_month (2026, 1)));
  kladka_edits_set_named (edits, plan, "p", "period_end", kladka_value_date (kladka_date_new_month (2030, 12)));
  kladka_edits_set_named (edits, plan, "p", "default_marking", kladka_value_integer (KLADKA_MARKING_AMBER));
  kladka_edits_create (edits, org, "o");
  fixture_text (edits, org, "o", "name_uk", "Міністерство");
  fixture_text (edits, org, "o", "country", "UA");
  kladka_edits_create (edits, cap, "c1");
  kladka_edits_create (edits, cap, "c2");
  fixture_text (edits, cap, "c1", "title_en", "Detect");
  fixture_text (edits, cap, "c2", "title_en", "Respond");
  fixture_text (edits, cap, "c2", "parent", "c1");
  kladka_edits_create (edits, KLADKA_TYPE_NEED, "n");
  fixture_text (edits, KLADKA_TYPE_NEED, "n", "title_pl", "Potrzeba");
  fixture_text (edits, KLADKA_TYPE_NEED, "n", "reference", "N-1");
  fixture_text (edits, KLADKA_TYPE_NEED, "n", "recipient", "o");
  fixture_text (edits, KLADKA_TYPE_NEED, "n", "capability", "c2");
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, "n", "stage", kladka_value_integer (KLADKA_STAGE_VERIFIED));
  kladka_edits_create (edits, KLADKA_TYPE_PROJECT, "q");
  fixture_text (edits, KLADKA_TYPE_PROJECT, "q", "title_en", "Project");
  kladka_edits_set_named (edits, KLADKA_TYPE_PROJECT, "q", "planned_start",
                          kladka_value_date (kladka_date_new_quarter (2027, 2)));
  kladka_edits_create (edits, KLADKA_TYPE_DELIVERY, "d");
  fixture_text (edits, KLADKA_TYPE_DELIVERY, "d", "project", "q");
  fixture_text (edits, KLADKA_TYPE_DELIVERY, "d", "capability", "c2");
  return fixture_apply (empty, edits, NULL);
}

/* Of the whole plan and of the record alone; both must name the record and the cell. */
static void
assert_problem (const KladkaEdits *edits, const char *id, const char *cell, KladkaSeverity severity, const char *says)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  g_autoptr (KladkaPlan) next = fixture_apply (plan, edits, NULL);
  const KladkaRecord *record = kladka_plan_find (next, id);
  g_autoptr (GPtrArray) whole = kladka_rules_check (next);
  g_autoptr (GPtrArray) alone = kladka_rules_check_record (next, record);
  GPtrArray *both[] = { whole, alone };
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      gboolean found = FALSE;
      for (guint p = 0; p < both[i]->len; p++)
        {
          const KladkaProblem *problem = g_ptr_array_index (both[i], p);
          found |= strstr (problem->text, says) != NULL && g_str_equal (problem->id, id)
                   && problem->severity == severity
                   && problem->cell == (cell != NULL ? kladka_type_cell_of (kladka_type_get (record->type), cell) : -1);
        }
      if (!found)
        g_error ("nobody says “%s” of %s", says, id);
    }
}

static void
assert_clean (const KladkaEdits *edits)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  g_autoptr (KladkaPlan) next = edits != NULL ? fixture_apply (plan, edits, NULL) : kladka_plan_ref (plan);
  g_autoptr (GPtrArray) problems = kladka_rules_check (next);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((KladkaProblem *)g_ptr_array_index (problems, i))->text);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_clean (void)
{
  assert_clean (NULL);
}

static void
test_required (void)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, "n", "title_pl", KLADKA_VALUE_INIT);
  assert_problem (edits, "n", "title", KLADKA_SEVERITY_ERROR, "Title");
  g_autoptr (KladkaEdits) owner = kladka_edits_new ();
  kladka_edits_set_named (owner, KLADKA_TYPE_DELIVERY, "d", "project", KLADKA_VALUE_INIT);
  assert_problem (owner, "d", "project", KLADKA_SEVERITY_ERROR, "missing");
}

static void
test_references (void)
{
  g_autoptr (KladkaEdits) dangling = kladka_edits_new ();
  fixture_text (dangling, KLADKA_TYPE_NEED, "n", "recipient", "nobody");
  assert_problem (dangling, "n", "recipient", KLADKA_SEVERITY_ERROR, "not in the plan");
  g_autoptr (KladkaEdits) other = kladka_edits_new ();
  fixture_text (other, KLADKA_TYPE_NEED, "n", "recipient", "c1");
  assert_problem (other, "n", "recipient", KLADKA_SEVERITY_ERROR, "another kind");
  g_autoptr (KladkaEdits) deleted = kladka_edits_new ();
  kladka_edits_set_named (deleted, KLADKA_TYPE_ORGANISATION, "o", "deleted", kladka_value_integer (2));
  assert_problem (deleted, "n", "recipient", KLADKA_SEVERITY_ERROR, "deleted");
  g_autoptr (KladkaEdits) several = kladka_edits_new ();
  const char *ids[] = { "n", "nobody", NULL };
  kladka_edits_create (several, KLADKA_TYPE_ACTION, "a");
  fixture_text (several, KLADKA_TYPE_ACTION, "a", "title_en", "Ask");
  kladka_edits_set_named (several, KLADKA_TYPE_ACTION, "a", "records", kladka_value_list (ids));
  assert_problem (several, "a", "records", KLADKA_SEVERITY_ERROR, "not in the plan");
}

static void
test_circles (void)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  fixture_text (edits, KLADKA_TYPE_CAPABILITY, "c1", "parent", "c2");
  assert_problem (edits, "c1", "parent", KLADKA_SEVERITY_ERROR, "circle");
  assert_problem (edits, "c2", "parent", KLADKA_SEVERITY_ERROR, "circle");
  g_autoptr (KladkaEdits) own = kladka_edits_new ();
  fixture_text (own, KLADKA_TYPE_ORGANISATION, "o", "part_of", "o");
  assert_problem (own, "o", "part_of", KLADKA_SEVERITY_ERROR, "circle");
}

static void
set_dates (KladkaEdits *edits, KladkaDate from, KladkaDate until)
{
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, "n", "wanted_from", kladka_value_date (from));
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, "n", "wanted_until", kladka_value_date (until));
}

static void
test_ends_before_start (void)
{
  g_autoptr (KladkaEdits) sure = kladka_edits_new ();
  set_dates (sure, kladka_date_new_month (2027, 3), kladka_date_new_year (2026));
  assert_problem (sure, "n", "wanted_until", KLADKA_SEVERITY_WARNING, "lies before");
  /* The year may mean its last day, which comes later. */
  g_autoptr (KladkaEdits) unsure = kladka_edits_new ();
  set_dates (unsure, kladka_date_new_month (2027, 3), kladka_date_new_year (2027));
  assert_clean (unsure);
  g_autoptr (KladkaEdits) period = kladka_edits_new ();
  kladka_edits_set_named (period, KLADKA_TYPE_PLAN, "p", "period_end", kladka_value_date (kladka_date_new_year (2025)));
  assert_problem (period, "p", "period_end", KLADKA_SEVERITY_ERROR, "lies before");
}

static void
test_thin_need (void)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, "n", "recipient", KLADKA_VALUE_INIT);
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, "n", "capability", KLADKA_VALUE_INIT);
  assert_problem (edits, "n", "recipient", KLADKA_SEVERITY_WARNING, "recipient");
  assert_problem (edits, "n", "capability", KLADKA_SEVERITY_WARNING, "capability");
}

static void
test_stopped (void)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  kladka_edits_set_named (edits, KLADKA_TYPE_PROJECT, "q", "status", kladka_value_integer (KLADKA_STATUS_SUSPENDED));
  assert_problem (edits, "q", "status_on", KLADKA_SEVERITY_WARNING, "stopped");
  kladka_edits_set_named (edits, KLADKA_TYPE_PROJECT, "q", "status_on",
                          kladka_value_date (kladka_date_new_year (2027)));
  assert_clean (edits);
}

static void
test_codes (void)
{
  g_autoptr (KladkaEdits) currency = kladka_edits_new ();
  fixture_text (currency, KLADKA_TYPE_PLAN, "p", "base_currency", "XQX");
  assert_problem (currency, "p", "base_currency", KLADKA_SEVERITY_ERROR, "XQX");
  g_autoptr (KladkaEdits) country = kladka_edits_new ();
  fixture_text (country, KLADKA_TYPE_ORGANISATION, "o", "country", "UK");
  assert_problem (country, "o", "country", KLADKA_SEVERITY_WARNING, "UK");
  g_autoptr (KladkaEdits) blank = kladka_edits_new ();
  fixture_text (blank, KLADKA_TYPE_ORGANISATION, "o", "country", "UA PL");
  assert_problem (blank, "o", "country", KLADKA_SEVERITY_WARNING, "UA PL");
}

static void
add_share (KladkaEdits *edits, const char *id, gint64 share)
{
  kladka_edits_create (edits, KLADKA_TYPE_PARTICIPATION, id);
  fixture_text (edits, KLADKA_TYPE_PARTICIPATION, id, "project", "q");
  fixture_text (edits, KLADKA_TYPE_PARTICIPATION, id, "organisation", "o");
  kladka_edits_set_named (edits, KLADKA_TYPE_PARTICIPATION, id, "role", kladka_value_integer (KLADKA_ROLE_FUNDING));
  kladka_edits_set_named (edits, KLADKA_TYPE_PARTICIPATION, id, "share", kladka_value_integer (share));
}

static void
test_shares (void)
{
  g_autoptr (KladkaEdits) wrong = kladka_edits_new ();
  add_share (wrong, "s1", 6000);
  add_share (wrong, "s2", 3000);
  assert_problem (wrong, "q", NULL, KLADKA_SEVERITY_WARNING, "90");
  g_autoptr (KladkaEdits) thirds = kladka_edits_new ();
  add_share (thirds, "s1", 3333);
  add_share (thirds, "s2", 3333);
  add_share (thirds, "s3", 3333);
  assert_clean (thirds);
  g_autoptr (KladkaEdits) rest = kladka_edits_new ();
  add_share (rest, "s1", 6000);
  add_share (rest, "s2", KLADKA_INT_NONE);
  assert_clean (rest);
}

static void
test_early_delivery (void)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  kladka_edits_set_named (edits, KLADKA_TYPE_DELIVERY, "d", "due_on",
                          kladka_value_date (kladka_date_new_month (2027, 3)));
  assert_problem (edits, "d", "due_on", KLADKA_SEVERITY_WARNING, "before its project");
  kladka_edits_set_named (edits, KLADKA_TYPE_DELIVERY, "d", "due_on",
                          kladka_value_date (kladka_date_new_month (2027, 4)));
  assert_clean (edits);
}

static void
test_duplicate_reference (void)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  kladka_edits_create (edits, KLADKA_TYPE_NEED, "n2");
  fixture_text (edits, KLADKA_TYPE_NEED, "n2", "reference", "N-1");
  assert_problem (edits, "n", "reference", KLADKA_SEVERITY_WARNING, "N-1");
  assert_problem (edits, "n2", "reference", KLADKA_SEVERITY_WARNING, "N-1");
  /* Two catalogues may number alike. */
  g_autoptr (KladkaEdits) codes = kladka_edits_new ();
  fixture_text (codes, KLADKA_TYPE_CAPABILITY, "c1", "code", "A.1");
  fixture_text (codes, KLADKA_TYPE_CAPABILITY, "c2", "code", "A.1");
  fixture_text (codes, KLADKA_TYPE_CAPABILITY, "c2", "framework", "Other");
  assert_clean (codes);
}

static void
test_one_plan (void)
{
  g_autoptr (KladkaPlan) empty = kladka_plan_new_empty ();
  g_autoptr (GPtrArray) none = kladka_rules_check (empty);
  g_assert_cmpuint (none->len, ==, 1);
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  kladka_edits_create (edits, KLADKA_TYPE_PLAN, "p2");
  assert_problem (edits, "p2", NULL, KLADKA_SEVERITY_ERROR, "more than one");
}

static void
test_errors_first (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, "n", "capability", KLADKA_VALUE_INIT);
  kladka_edits_set_named (edits, KLADKA_TYPE_DELIVERY, "d", "capability", KLADKA_VALUE_INIT);
  g_autoptr (KladkaPlan) next = fixture_apply (plan, edits, NULL);
  g_autoptr (GPtrArray) problems = kladka_rules_check (next);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_cmpint (((KladkaProblem *)g_ptr_array_index (problems, 0))->severity, ==, KLADKA_SEVERITY_ERROR);
  g_assert_cmpint (((KladkaProblem *)g_ptr_array_index (problems, 1))->severity, ==, KLADKA_SEVERITY_WARNING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/rules/nothing-wrong-no-problem", test_clean);
  g_test_add_func ("/model/rules/required-fields", test_required);
  g_test_add_func ("/model/rules/references-to-nothing-or-the-wrong-kind", test_references);
  g_test_add_func ("/model/rules/circles", test_circles);
  g_test_add_func ("/model/rules/ends-before-start-only-where-sure", test_ends_before_start);
  g_test_add_func ("/model/rules/need-without-capability-or-recipient", test_thin_need);
  g_test_add_func ("/model/rules/stopped-without-a-day", test_stopped);
  g_test_add_func ("/model/rules/unknown-codes", test_codes);
  g_test_add_func ("/model/rules/shares-not-the-whole", test_shares);
  g_test_add_func ("/model/rules/delivery-before-its-project", test_early_delivery);
  g_test_add_func ("/model/rules/references-given-twice", test_duplicate_reference);
  g_test_add_func ("/model/rules/exactly-one-plan-record", test_one_plan);
  g_test_add_func ("/model/rules/errors-come-first", test_errors_first);
  return g_test_run ();
}
