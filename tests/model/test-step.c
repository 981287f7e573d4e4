/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "fixture.h"
#include "kladka-error.h"

#define ORG KLADKA_TYPE_ORGANISATION

static const KladkaStepInfo test_info = { .verb = KLADKA_VERB_EDIT, .author = "Test" };

static KladkaPlan *
take_back (const KladkaPlan *plan, const KladkaStep *step, KladkaStep **ret_inverse)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaStep) inverse = kladka_step_new_inverse (step, &test_info);
  KladkaPlan *before = kladka_plan_new_with_step (plan, inverse, &error);
  g_assert_no_error (error);
  if (ret_inverse != NULL)
    *ret_inverse = g_steal_pointer (&inverse);
  return before;
}

/* Apply, undo and redo of what @edits say come back to equal plans. */
static void
assert_there_and_back (const KladkaPlan *plan, const KladkaEdits *edits)
{
  g_autoptr (KladkaStep) step = NULL;
  g_autoptr (KladkaStep) inverse = NULL;
  g_autoptr (KladkaPlan) done = fixture_apply (plan, edits, &step);
  g_assert_false (fixture_plans_equal (plan, done));
  g_autoptr (KladkaPlan) undone = take_back (done, step, &inverse);
  g_assert_true (fixture_plans_equal (plan, undone));
  g_autoptr (KladkaPlan) redone = take_back (undone, inverse, NULL);
  g_assert_true (fixture_plans_equal (done, redone));
}

static void
test_every_cell (void)
{
  g_autoptr (KladkaPlan) plan = fixture_plan_full ();
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    for (guint cell = 0; cell < kladka_type_get (type)->n_cells; cell++)
      {
        const KladkaTypeInfo *info = kladka_type_get (type);
        g_autofree char *id = g_strdup_printf ("%s-1", info->name);
        g_autoptr (KladkaEdits) change = kladka_edits_new ();
        kladka_edits_set (change, type, id, cell, fixture_value (&info->cells[cell], 6 * cell + 1));
        assert_there_and_back (plan, change);
        if (g_str_equal (info->cells[cell].name, "deleted"))
          continue;
        g_autoptr (KladkaEdits) empty = kladka_edits_new ();
        kladka_edits_set (empty, type, id, cell, KLADKA_VALUE_INIT);
        assert_there_and_back (plan, empty);
      }
}

static void
test_create (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  kladka_edits_create (edits, ORG, "o1");
  fixture_text (edits, ORG, "o1", "name_uk", "Київ");
  assert_there_and_back (plan, edits);

  g_autoptr (KladkaStep) step = NULL;
  g_autoptr (KladkaPlan) done = fixture_apply (plan, edits, &step);
  g_autoptr (KladkaStep) inverse = NULL;
  g_autoptr (KladkaPlan) undone = take_back (done, step, &inverse);
  const KladkaChange *change = kladka_step_get_change (inverse, 0);
  g_assert_cmpuint (change->n_cells, ==, 1);
  g_assert_false (change->creates);
  g_assert_cmpint (change->cells[0].after.integer, ==, 2);
  g_assert_null (kladka_plan_find (undone, "o1"));

  /* Made anew after all: the deleted row comes back with what it held. */
  g_autoptr (KladkaEdits) again = kladka_edits_new ();
  kladka_edits_create (again, ORG, "o1");
  g_autoptr (KladkaPlan) revived = fixture_apply (undone, again, NULL);
  g_assert_true (fixture_plans_equal (done, revived));
}

static void
test_shape (void)
{
  g_autoptr (KladkaPlan) plan = fixture_plan_full ();
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (KladkaStep) step = NULL;
  fixture_text (edits, ORG, "organisation-1", "notes", "first");
  fixture_text (edits, KLADKA_TYPE_NEED, "need-1", "reference", "N-7");
  fixture_text (edits, ORG, "organisation-1", "name_en", "Name");
  fixture_text (edits, ORG, "organisation-1", "notes", "second");
  g_autoptr (KladkaPlan) done = fixture_apply (plan, edits, &step);
  g_assert_cmpuint (kladka_step_get_n_changes (step), ==, 2);
  const KladkaChange *change = kladka_step_get_change (step, 0);
  g_assert_cmpstr (change->id, ==, "organisation-1");
  g_assert_cmpuint (change->n_cells, ==, 2);
  g_assert_cmpuint (change->cells[0].cell, <, change->cells[1].cell);
  g_assert_cmpstr (change->cells[1].after.text, ==, "second");
}

static void
test_nothing_changes (void)
{
  g_autoptr (KladkaPlan) plan = fixture_plan_full ();
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (GError) error = NULL;
  const KladkaRecord *record = kladka_plan_find (plan, "organisation-1");
  kladka_edits_create (edits, ORG, "organisation-1");
  kladka_edits_set (edits, ORG, "organisation-1", 0, kladka_record_dup_value (record, 0, kladka_plan_get_ids (plan)));
  g_assert_null (kladka_step_new (plan, edits, &test_info, &error));
  g_assert_no_error (error);
}

static void
test_tags_are_sorted (void)
{
  g_autoptr (KladkaPlan) plan = fixture_plan_full ();
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (KladkaStep) step = NULL;
  const char *tags[] = { "b", "a", "b", NULL };
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, "need-1", "tags", kladka_value_list (tags));
  g_autoptr (KladkaPlan) done = fixture_apply (plan, edits, &step);
  g_autofree char *joined = g_strjoinv (" ", kladka_step_get_change (step, 0)->cells[0].after.list);
  g_assert_cmpstr (joined, ==, "a b");
}

static void
assert_refused (const KladkaPlan *plan, const KladkaEdits *edits)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (kladka_step_new (plan, edits, &test_info, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID);
}

static void
test_refused (void)
{
  g_autoptr (KladkaPlan) plan = fixture_plan_full ();
  g_autoptr (KladkaEdits) bad_id = kladka_edits_new ();
  kladka_edits_create (bad_id, ORG, "no blanks");
  assert_refused (plan, bad_id);
  g_autoptr (KladkaEdits) other_type = kladka_edits_new ();
  kladka_edits_create (other_type, ORG, "need-1");
  assert_refused (plan, other_type);
  g_autoptr (KladkaEdits) nobody = kladka_edits_new ();
  fixture_text (nobody, ORG, "nobody", "notes", "x");
  assert_refused (plan, nobody);
  g_autoptr (KladkaEdits) two_types = kladka_edits_new ();
  kladka_edits_create (two_types, ORG, "twice");
  kladka_edits_create (two_types, KLADKA_TYPE_NEED, "twice");
  assert_refused (plan, two_types);
  g_autoptr (KladkaEdits) zero = kladka_edits_new ();
  kladka_edits_set_named (zero, KLADKA_TYPE_NEED, "need-1", "quantity", kladka_value_integer (0));
  assert_refused (plan, zero);
}

static void
test_refusal_names_record_and_field (void)
{
  g_autoptr (KladkaPlan) plan = fixture_plan_full ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaEdits) named = kladka_edits_new ();
  fixture_text (named, KLADKA_TYPE_NEED, "need-1", "reference", "N-012");
  g_autoptr (KladkaPlan) next = fixture_apply (plan, named, NULL);
  g_autoptr (KladkaEdits) zero = kladka_edits_new ();
  kladka_edits_set_named (zero, KLADKA_TYPE_NEED, "need-1", "quantity", kladka_value_integer (0));
  g_assert_null (kladka_step_new (next, zero, &test_info, &error));
  g_assert_nonnull (strstr (error->message, "N-012"));
  g_assert_nonnull (strstr (error->message, "Quantity wanted"));
}

static void
test_conflict (void)
{
  g_autoptr (KladkaPlan) plan = fixture_plan_full ();
  g_autoptr (KladkaEdits) mine = kladka_edits_new ();
  g_autoptr (KladkaEdits) theirs = kladka_edits_new ();
  g_autoptr (KladkaStep) step = NULL;
  g_autoptr (GError) error = NULL;
  kladka_edits_create (mine, ORG, "fresh");
  fixture_text (mine, ORG, "organisation-1", "notes", "mine");
  fixture_text (theirs, ORG, "organisation-1", "notes", "theirs");
  g_autoptr (KladkaPlan) done = fixture_apply (plan, mine, &step);
  g_autoptr (KladkaPlan) other = fixture_apply (plan, theirs, NULL);
  g_autoptr (KladkaPlan) copy = kladka_plan_ref (other);
  g_assert_null (kladka_plan_new_with_step (other, step, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_CONFLICT);
  g_assert_true (fixture_plans_equal (other, copy));
  g_assert_null (kladka_plan_find (other, "fresh"));
  g_clear_error (&error);
  g_assert_null (kladka_plan_new_with_step (done, step, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_CONFLICT);
}

static void
test_deletion_takes_what_is_owned (void)
{
  g_autoptr (KladkaPlan) plan = fixture_plan_full ();
  g_autoptr (KladkaEdits) tie = kladka_edits_new ();
  static const KladkaType owned[] = { KLADKA_TYPE_DELIVERY, KLADKA_TYPE_PARTICIPATION, KLADKA_TYPE_TRANSACTION,
                                      KLADKA_TYPE_MILESTONE, KLADKA_TYPE_DEPENDENCY };
  kladka_edits_create (tie, KLADKA_TYPE_PROJECT, "tied");
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-1", kladka_type_get (owned[i])->name);
      fixture_text (tie, owned[i], id, "project", "tied");
    }
  g_autoptr (KladkaPlan) tied = fixture_apply (plan, tie, NULL);
  g_autoptr (KladkaEdits) gone = kladka_edits_new ();
  kladka_edits_delete (gone, tied, kladka_plan_find (tied, "tied"));
  assert_there_and_back (tied, gone);
  g_autoptr (KladkaPlan) left = fixture_apply (tied, gone, NULL);
  g_assert_null (kladka_plan_find (left, "tied"));
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_assert_cmpuint (kladka_plan_get_n_records (left, owned[i]), ==, 0);
  /* A transaction that names a project does not go with the initiative it names besides. */
  g_autoptr (KladkaEdits) lead = kladka_edits_new ();
  fixture_text (lead, KLADKA_TYPE_TRANSACTION, "transaction-1", "initiative", "initiative-1");
  fixture_text (lead, KLADKA_TYPE_PROJECT, "tied", "notes", "x");
  g_autoptr (KladkaPlan) led = fixture_apply (tied, lead, NULL);
  g_autoptr (KladkaEdits) ended = kladka_edits_new ();
  kladka_edits_delete (ended, led, kladka_plan_find (led, "initiative-1"));
  g_assert_cmpuint (kladka_edits_get_n (ended), ==, 1);
}

static KladkaStep *
random_step (const KladkaPlan *plan, GRand *rand)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  for (int n = g_rand_int_range (rand, 1, 6); n > 0; n--)
    {
      KladkaType type = g_rand_int_range (rand, KLADKA_TYPE_PLAN, KLADKA_N_TYPES);
      const KladkaTypeInfo *info = kladka_type_get (type);
      g_autofree char *id = g_strdup_printf ("%s-%d", info->name, g_rand_int_range (rand, 1, 4));
      guint cell = g_rand_int_range (rand, 0, info->n_cells);
      gboolean clear = g_rand_int_range (rand, 0, 4) == 0;
      kladka_edits_create (edits, type, id);
      kladka_edits_set (edits, type, id, cell,
                        clear ? KLADKA_VALUE_INIT
                              : fixture_value (&info->cells[cell], g_rand_int_range (rand, 0, 999)));
    }
  g_autoptr (GError) error = NULL;
  KladkaStep *step = kladka_step_new (plan, edits, &test_info, &error);
  g_assert_no_error (error);
  return step;
}

static KladkaStep *
through_json (const KladkaStep *step)
{
  g_autoptr (KladkaStepBuilder) builder = kladka_step_builder_new (kladka_step_get_id (step), &test_info);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < kladka_step_get_n_changes (step); i++)
    {
      const KladkaChange *change = kladka_step_get_change (step, i);
      g_autofree char *json = kladka_change_dup_cells_json (change);
      kladka_step_builder_add (builder, change->type, change->id, change->creates, json, &error);
      g_assert_no_error (error);
    }
  return kladka_step_builder_end (g_steal_pointer (&builder));
}

/* Every step travels as JSON before it is applied, so that undo stands on what the journal holds. */
static void
test_random_to_the_start_and_the_end (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260731);
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify)kladka_plan_unref);
  g_autoptr (GPtrArray) inverses = g_ptr_array_new_with_free_func ((GDestroyNotify)kladka_step_unref);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify)kladka_step_unref);
  g_ptr_array_add (plans, fixture_plan_full ());
  while (steps->len < 400)
    {
      const KladkaPlan *plan = g_ptr_array_index (plans, plans->len - 1);
      g_autoptr (KladkaStep) made = random_step (plan, rand);
      g_autoptr (GError) error = NULL;
      if (made == NULL)
        continue;
      g_ptr_array_add (steps, through_json (made));
      g_ptr_array_add (plans, kladka_plan_new_with_step (plan, g_ptr_array_index (steps, steps->len - 1), &error));
      g_assert_no_error (error);
    }
  g_autoptr (KladkaPlan) at = kladka_plan_ref (g_ptr_array_index (plans, steps->len));
  for (guint i = steps->len; i-- > 0;)
    {
      KladkaStep *inverse = NULL;
      KladkaPlan *back = take_back (at, g_ptr_array_index (steps, i), &inverse);
      kladka_plan_unref (at);
      at = back;
      g_ptr_array_add (inverses, inverse);
      g_assert_true (fixture_plans_equal (at, g_ptr_array_index (plans, i)));
    }
  for (guint i = 0; i < steps->len; i++)
    {
      KladkaPlan *on = take_back (at, g_ptr_array_index (inverses, steps->len - 1 - i), NULL);
      kladka_plan_unref (at);
      at = on;
      g_assert_true (fixture_plans_equal (at, g_ptr_array_index (plans, i + 1)));
    }
}

static void
assert_changes_equal (const KladkaChange *a, const KladkaChange *b)
{
  g_assert_cmpuint (a->type, ==, b->type);
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (a->creates, ==, b->creates);
  g_assert_cmpuint (a->n_cells, ==, b->n_cells);
  for (guint i = 0; i < a->n_cells; i++)
    {
      g_assert_cmpuint (a->cells[i].cell, ==, b->cells[i].cell);
      g_assert_true (kladka_value_equal (&a->cells[i].before, &b->cells[i].before));
      g_assert_true (kladka_value_equal (&a->cells[i].after, &b->cells[i].after));
    }
}

static void
test_json_round_trip (void)
{
  g_autoptr (KladkaPlan) plan = fixture_plan_full ();
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (KladkaStep) step = NULL;
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      const KladkaTypeInfo *info = kladka_type_get (type);
      g_autofree char *id = g_strdup_printf ("%s-1", info->name);
      for (guint cell = 0; cell < info->n_cells; cell++)
        kladka_edits_set (edits, type, id, cell, fixture_value (&info->cells[cell], 6 * cell + 5));
    }
  g_autoptr (KladkaPlan) done = fixture_apply (plan, edits, &step);
  g_autoptr (KladkaStep) again = through_json (step);
  g_assert_cmpuint (kladka_step_get_n_changes (again), ==, KLADKA_N_TYPES - 1);
  for (guint i = 0; i < kladka_step_get_n_changes (step); i++)
    assert_changes_equal (kladka_step_get_change (step, i), kladka_step_get_change (again, i));
}

static void
test_json_form (void)
{
  KladkaCellChange cells[] = {
    { kladka_type_find_cell (kladka_type_get (KLADKA_TYPE_NEED), "reference"), KLADKA_VALUE_INIT,
      kladka_value_text ("N-1") },
    { kladka_type_find_cell (kladka_type_get (KLADKA_TYPE_NEED), "estimated_cost"), KLADKA_VALUE_INIT,
      kladka_value_money ((KladkaMoney){ 1250, "EUR" }) },
  };
  KladkaChange change = { KLADKA_TYPE_NEED, "n", FALSE, G_N_ELEMENTS (cells), cells };
  g_autofree char *json = kladka_change_dup_cells_json (&change);
  g_assert_cmpstr (json, ==,
                   "{\"reference\":[null,\"N-1\"],\"estimated_cost\":[null,{\"minor\":1250,\"currency\":\"EUR\"}]}");
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    kladka_value_clear (&cells[i].after);
}

static void
assert_damaged (KladkaType type, const char *id, gboolean creates, const char *json)
{
  g_autoptr (KladkaStepBuilder) builder = kladka_step_builder_new ("step", &test_info);
  g_autoptr (GError) error = NULL;
  if (kladka_step_builder_add (builder, type, id, creates, json, &error))
    {
      g_test_message ("taken: %s", json);
      g_test_fail ();
      return;
    }
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED);
}

static const char *const hostile[] = {
  "",
  "null",
  "[]",
  "1",
  "\"x\"",
  "{",
  "}",
  "{}{}",
  "{\"reference\"}",
  "{\"reference\":null}",
  "{\"reference\":[null]}",
  "{\"reference\":[null,\"a\",\"b\"]}",
  "{\"reference\":[null,1]}",
  "{\"reference\":[null,\"\"]}",
  "{\"reference\":[null,true]}",
  "{\"reference\":[null,[\"a\"]]}",
  "{\"reference\":[null,{\"a\":1}]}",
  "{\"reference\":[null,\"\\u0007\"]}",
  "{\"reference\":[null,\"\\u202e\"]}",
  "{\"reference\":[null,\"a\"],\"reference\":[null,\"b\"]}",
  "{\"no_such_cell\":[null,\"a\"]}",
  "{\"id\":[null,\"a\"]}",
  "{\"stage\":[null,\"no-such-stage\"]}",
  "{\"stage\":[null,1]}",
  "{\"priority\":[null,6]}",
  "{\"priority\":[null,1.5]}",
  "{\"priority\":[null,1e3]}",
  "{\"priority\":[null,\"3\"]}",
  "{\"priority\":[null,99999999999999999999999999]}",
  "{\"quantity\":[null,-1]}",
  "{\"quantity\":[null,-9223372036854775808]}",
  "{\"wanted_from\":[null,\"2026-02-30\"]}",
  "{\"wanted_from\":[null,\"9999999\"]}",
  "{\"wanted_from\":[null,20260101]}",
  "{\"help_kinds\":[null,[]]}",
  "{\"help_kinds\":[null,[\"no-such-help\"]]}",
  "{\"help_kinds\":[null,3]}",
  "{\"tags\":[null,[\"b\",\"a\"]]}",
  "{\"tags\":[null,[null]]}",
  "{\"tags\":[null,[[\"a\"]]]}",
  "{\"recipient\":[null,\"no blanks in ids\"]}",
  "{\"deleted\":[null,1]}",
  "{\"estimated_cost\":[null,{}]}",
  "{\"estimated_cost\":[null,{\"minor\":1}]}",
  "{\"estimated_cost\":[null,{\"minor\":1,\"currency\":\"XQX\"}]}",
  "{\"estimated_cost\":[null,{\"minor\":1,\"currency\":\"EUROPE\"}]}",
  "{\"estimated_cost\":[null,{\"minor\":\"1\",\"currency\":\"EUR\"}]}",
  "{\"estimated_cost\":[null,{\"minor\":1,\"minor\":2,\"currency\":\"EUR\"}]}",
  "{\"estimated_cost\":[null,{\"minor\":null,\"currency\":null}]}",
  "{/* */\"reference\":[null,\"a\"]}",
  "{\"reference\":[null,\"a\"]} // x",
  "var x = {\"reference\":[null,\"a\"]}",
  "{\"reference\":[null,NaN]}",
  "{\"reference\":[null,\"a]}",
  "{\"reference\":[null,\"a\\",
  "{\"reference\":[null,\"\xff\"]}",
  "{\"reference\":[nul,\"a\"]}",
  "{\"reference\":[,\"a\"]}",
};

static void
test_hostile_json (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    assert_damaged (KLADKA_TYPE_NEED, "n", FALSE, hostile[i]);
  assert_damaged (KLADKA_TYPE_NONE, "n", FALSE, "{}");
  assert_damaged (KLADKA_N_TYPES, "n", FALSE, "{}");
  assert_damaged ((KladkaType)-1, "n", FALSE, "{}");
  assert_damaged (KLADKA_TYPE_NEED, "", FALSE, "{}");
  assert_damaged (KLADKA_TYPE_NEED, NULL, FALSE, "{}");
  assert_damaged (KLADKA_TYPE_NEED, "a b", FALSE, "{}");
  assert_damaged (KLADKA_TYPE_NEED, "n", FALSE, NULL);
  assert_damaged (KLADKA_TYPE_NEED, "n", TRUE, "{\"reference\":[\"a\",\"b\"]}");
  assert_damaged (KLADKA_TYPE_PLAN, "p", FALSE, "{\"weights\":[null,{\"6\":1}]}");
  assert_damaged (KLADKA_TYPE_PLAN, "p", FALSE, "{\"weights\":[null,{\"1\":4294967297}]}");
  assert_damaged (KLADKA_TYPE_PLAN, "p", FALSE, "{\"weights\":[null,{\"1\":1,\"1\":2}]}");
}

static void
test_hostile_size_and_depth (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"tags\":[null,");
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, ']');
  g_string_append (deep, "]}");
  assert_damaged (KLADKA_TYPE_NEED, "n", FALSE, deep->str);
  gsize size = 20 * 1024 * 1024;
  g_autofree char *big = g_malloc (size + 1);
  memset (big, ' ', size);
  big[size] = '\0';
  big[0] = '{';
  big[1] = '}';
  assert_damaged (KLADKA_TYPE_NEED, "n", FALSE, big);
}

static void
test_one_change_a_record (void)
{
  g_autoptr (KladkaStepBuilder) builder = kladka_step_builder_new ("step", &test_info);
  g_autoptr (GError) error = NULL;
  g_assert_true (kladka_step_builder_add (builder, KLADKA_TYPE_NEED, "n", TRUE, "{}", &error));
  g_assert_false (kladka_step_builder_add (builder, KLADKA_TYPE_OFFER, "n", TRUE, "{}", &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/step/every-cell-applied-undone-redone", test_every_cell);
  g_test_add_func ("/model/step/creating-is-undone-by-deleting", test_create);
  g_test_add_func ("/model/step/one-change-a-record-cells-rising", test_shape);
  g_test_add_func ("/model/step/nothing-changes-no-step", test_nothing_changes);
  g_test_add_func ("/model/step/tags-are-sorted", test_tags_are_sorted);
  g_test_add_func ("/model/step/wrong-edits-are-refused", test_refused);
  g_test_add_func ("/model/step/refusal-names-record-and-field", test_refusal_names_record_and_field);
  g_test_add_func ("/model/step/conflict-leaves-plan-unchanged", test_conflict);
  g_test_add_func ("/model/step/deletion-takes-what-is-owned", test_deletion_takes_what_is_owned);
  g_test_add_func ("/model/step/random-steps-to-the-start-and-the-end", test_random_to_the_start_and_the_end);
  g_test_add_func ("/model/step/json-round-trip-of-every-cell", test_json_round_trip);
  g_test_add_func ("/model/step/json-form", test_json_form);
  g_test_add_func ("/model/step/hostile-json-is-damaged", test_hostile_json);
  g_test_add_func ("/model/step/hostile-size-and-depth", test_hostile_size_and_depth);
  g_test_add_func ("/model/step/journal-has-one-change-a-record", test_one_change_a_record);
  return g_test_run ();
}
