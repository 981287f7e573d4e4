/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "kladka-filter.h"

static void
make (KladkaEdits *edits, KladkaType type, const char *id, const char *field, const char *ref)
{
  kladka_edits_create (edits, type, id);
  if (field != NULL)
    fixture_text (edits, type, id, field, ref);
}

/* Two organisations, capabilities c1 > c2 > c3 and c4, a project of each initiative, deliveries, needs. */
static KladkaPlan *
make_plan (void)
{
  g_autoptr (KladkaPlan) empty = kladka_plan_new_empty ();
  g_autoptr (KladkaEdits) e = kladka_edits_new ();
  make (e, KLADKA_TYPE_ORGANISATION, "o1", "short_name", "ONE");
  make (e, KLADKA_TYPE_ORGANISATION, "o2", "short_name", "TWO");
  make (e, KLADKA_TYPE_CAPABILITY, "c1", NULL, NULL);
  make (e, KLADKA_TYPE_CAPABILITY, "c2", "parent", "c1");
  make (e, KLADKA_TYPE_CAPABILITY, "c3", "parent", "c2");
  make (e, KLADKA_TYPE_CAPABILITY, "c4", NULL, NULL);
  make (e, KLADKA_TYPE_INITIATIVE, "i1", NULL, NULL);
  make (e, KLADKA_TYPE_INITIATIVE, "i2", NULL, NULL);
  make (e, KLADKA_TYPE_NEED, "n1", "recipient", "o1");
  fixture_text (e, KLADKA_TYPE_NEED, "n1", "capability", "c3");
  fixture_text (e, KLADKA_TYPE_NEED, "n1", "title_en", "Łódź sensors");
  make (e, KLADKA_TYPE_NEED, "n2", "beneficiary", "o2");
  fixture_text (e, KLADKA_TYPE_NEED, "n2", "capability", "c4");
  make (e, KLADKA_TYPE_PROJECT, "p1", "initiative", "i1");
  make (e, KLADKA_TYPE_PROJECT, "p2", "initiative", "i2");
  make (e, KLADKA_TYPE_PARTICIPATION, "a1", "project", "p1");
  fixture_text (e, KLADKA_TYPE_PARTICIPATION, "a1", "organisation", "o1");
  make (e, KLADKA_TYPE_DELIVERY, "d1", "project", "p1");
  fixture_text (e, KLADKA_TYPE_DELIVERY, "d1", "need", "n1");
  fixture_text (e, KLADKA_TYPE_DELIVERY, "d1", "capability", "c3");
  make (e, KLADKA_TYPE_DELIVERY, "d2", "project", "p2");
  fixture_text (e, KLADKA_TYPE_DELIVERY, "d2", "recipient", "o2");
  make (e, KLADKA_TYPE_VIEW, "v1", NULL, NULL);
  kladka_edits_set_named (e, KLADKA_TYPE_NEED, "n1", "stage", kladka_value_integer (KLADKA_STAGE_VERIFIED));
  kladka_edits_set_named (e, KLADKA_TYPE_PROJECT, "p1", "status", kladka_value_integer (KLADKA_STATUS_PIPELINE));
  kladka_edits_set_named (e, KLADKA_TYPE_NEED, "n1", "wanted_from", kladka_value_date (kladka_date_new_year (2027)));
  kladka_edits_set_named (e, KLADKA_TYPE_NEED, "n1", "wanted_until", kladka_value_date (kladka_date_new_year (2027)));
  return fixture_apply (empty, e, NULL);
}

/* The ids that pass, blanks between. */
static void
assert_passes (const KladkaFilter *filter, const KladkaPlan *plan, KladkaType type, const char *expected)
{
  g_autoptr (KladkaSearch) search = kladka_search_new (plan, NULL);
  g_autoptr (GArray) slots = kladka_filter_run (filter, plan, search, type);
  g_autoptr (GString) ids = g_string_new (NULL);
  for (guint i = 0; i < slots->len; i++)
    {
      const KladkaRecord *record = kladka_plan_get_at (plan, type, g_array_index (slots, guint32, i));
      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", kladka_plan_get_id (plan, record));
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

static KladkaRef
ref (const KladkaPlan *plan, const char *id)
{
  return kladka_plan_find (plan, id)->ref;
}

static void
test_any (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  g_auto (KladkaFilter) filter = { .text = g_strdup ("  ") };
  g_assert_true (kladka_filter_is_any (&filter));
  assert_passes (&filter, plan, KLADKA_TYPE_NEED, "n1 n2");
  assert_passes (&filter, plan, KLADKA_TYPE_MAPPING, "");
}

static void
test_text (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  g_auto (KladkaFilter) filter = { .text = g_strdup ("lodz") };
  g_auto (KladkaFilter) copy = { 0 };
  kladka_filter_copy (&filter, &copy);
  g_assert_false (kladka_filter_is_any (&copy));
  g_assert_true (copy.text != filter.text);
  assert_passes (&copy, plan, KLADKA_TYPE_NEED, "n1");
}

static void
test_organisation (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  KladkaFilter one = { .organisation = ref (plan, "o1") }, two = { .organisation = ref (plan, "o2") };
  assert_passes (&one, plan, KLADKA_TYPE_ORGANISATION, "o1");
  assert_passes (&one, plan, KLADKA_TYPE_NEED, "n1");
  assert_passes (&two, plan, KLADKA_TYPE_NEED, "n2");
  assert_passes (&one, plan, KLADKA_TYPE_PROJECT, "p1");
  assert_passes (&two, plan, KLADKA_TYPE_PROJECT, "p2");
  assert_passes (&one, plan, KLADKA_TYPE_DELIVERY, "d1"); /* its project's */
  assert_passes (&one, plan, KLADKA_TYPE_VIEW, "v1");     /* means nothing there */
}

static void
test_capability (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  KladkaFilter top = { .capability = ref (plan, "c1") }, other = { .capability = ref (plan, "c4") };
  assert_passes (&top, plan, KLADKA_TYPE_CAPABILITY, "c1 c2 c3");
  assert_passes (&top, plan, KLADKA_TYPE_NEED, "n1");
  assert_passes (&top, plan, KLADKA_TYPE_PROJECT, "p1");
  assert_passes (&other, plan, KLADKA_TYPE_NEED, "n2");
  assert_passes (&other, plan, KLADKA_TYPE_PROJECT, "");
}

static void
test_circle_ends (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  fixture_text (edits, KLADKA_TYPE_CAPABILITY, "c1", "parent", "c3");
  g_autoptr (KladkaPlan) round = fixture_apply (plan, edits, NULL);
  KladkaFilter filter = { .capability = ref (round, "c2") };
  assert_passes (&filter, round, KLADKA_TYPE_CAPABILITY, "c1 c2 c3");
}

static void
test_initiative (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  KladkaFilter filter = { .initiative = ref (plan, "i1") };
  assert_passes (&filter, plan, KLADKA_TYPE_PROJECT, "p1");
  assert_passes (&filter, plan, KLADKA_TYPE_DELIVERY, "d1");
  assert_passes (&filter, plan, KLADKA_TYPE_NEED, "n1");
  assert_passes (&filter, plan, KLADKA_TYPE_CAPABILITY, "c1 c2 c3 c4");
}

static void
test_states (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  KladkaFilter status = { .status = KLADKA_STATUS_PIPELINE }, stage = { .stage = KLADKA_STAGE_VERIFIED };
  assert_passes (&status, plan, KLADKA_TYPE_PROJECT, "p1");
  assert_passes (&status, plan, KLADKA_TYPE_DELIVERY, "d1");
  assert_passes (&status, plan, KLADKA_TYPE_NEED, "n1 n2");
  assert_passes (&stage, plan, KLADKA_TYPE_NEED, "n1");
  assert_passes (&stage, plan, KLADKA_TYPE_PROJECT, "p1 p2");
}

static void
test_days (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  gint32 first = kladka_day_from_civil (2027, 1, 1), last = kladka_day_from_civil (2027, 12, 31);
  KladkaFilter before = { .days = { first - 30, first } }, at_first = { .days = { first, first + 1 } };
  KladkaFilter at_last = { .days = { last, last + 9 } }, after = { .days = { last + 1, last + 9 } };
  assert_passes (&before, plan, KLADKA_TYPE_NEED, "n2");
  assert_passes (&at_first, plan, KLADKA_TYPE_NEED, "n1 n2");
  assert_passes (&at_last, plan, KLADKA_TYPE_NEED, "n1 n2");
  assert_passes (&after, plan, KLADKA_TYPE_NEED, "n2");
}

static void
test_together (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  KladkaFilter filter = { .organisation = ref (plan, "o1"), .capability = ref (plan, "c4") };
  assert_passes (&filter, plan, KLADKA_TYPE_NEED, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/filter/any-passes-all", test_any);
  g_test_add_func ("/model/filter/text", test_text);
  g_test_add_func ("/model/filter/organisation", test_organisation);
  g_test_add_func ("/model/filter/capability-with-all-below", test_capability);
  g_test_add_func ("/model/filter/circle-of-capabilities-ends", test_circle_ends);
  g_test_add_func ("/model/filter/initiative", test_initiative);
  g_test_add_func ("/model/filter/status-and-stage", test_states);
  g_test_add_func ("/model/filter/days-are-half-open", test_days);
  g_test_add_func ("/model/filter/all-must-be-met", test_together);
  return g_test_run ();
}
