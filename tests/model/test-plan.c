/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-plan.h"

#include <string.h>

/* A record of a plan to be, told by cell names and file forms, NULL-terminated. */
static KladkaRecord *
pack (KladkaPacker *packer, KladkaType type, const char *id, ...)
{
  const KladkaTypeInfo *info = kladka_type_get (type);
  const char *name;
  va_list args;

  kladka_packer_begin (packer, type, id);
  va_start (args, id);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      int column = kladka_type_find_column (info, name);

      g_assert_cmpint (column, >=, 0);
      g_assert_true (kladka_packer_set_column (packer, column, va_arg (args, const char *)));
    }
  va_end (args);
  return kladka_packer_finish (packer);
}

static KladkaPlan *
make_plan (void)
{
  g_autoptr (KladkaIds) ids = kladka_ids_new ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (ids);
  KladkaPlanBuilder *builder = kladka_plan_builder_new (ids);

#define TAKE(...) kladka_plan_builder_take (builder, pack (packer, __VA_ARGS__, NULL))
  TAKE (KLADKA_TYPE_PLAN, "plan", "title_en", "Bridge", "default_marking", "amber", "base_currency", "EUR");
  TAKE (KLADKA_TYPE_ORGANISATION, "org-open", "name_en", "Open office", "marking", "green");
  TAKE (KLADKA_TYPE_ORGANISATION, "org-secret", "name_en", "Secret office", "marking", "red");
  TAKE (KLADKA_TYPE_CAPABILITY, "cap", "title_en", "Watching", "marking", "clear");
  TAKE (KLADKA_TYPE_NEED, "need-open", "title_en", "Open need", "recipient", "org-secret", "capability", "cap",
        "marking", "green");
  TAKE (KLADKA_TYPE_NEED, "need-secret", "title_en", "Secret need", "marking", "amber-strict");
  TAKE (KLADKA_TYPE_PROJECT, "project", "title_en", "Project", "marking", "green", "tags", "blue,red");
  TAKE (KLADKA_TYPE_DELIVERY, "delivery-free", "project", "project", "capability", "cap", "marking", "clear");
  TAKE (KLADKA_TYPE_DELIVERY, "delivery-tied", "project", "project", "capability", "cap", "need", "need-secret",
        "marking", "clear");
  TAKE (KLADKA_TYPE_PARTICIPATION, "participation", "project", "project", "organisation", "org-secret", "role",
        "funding", "marking", "clear");
  TAKE (KLADKA_TYPE_DECISION, "decision", "rule", "lapse", "state", "open", "records", "need-open,need-secret",
        "marking", "clear");
  TAKE (KLADKA_TYPE_ACTION, "action", "title_en", "Unmarked");
#undef TAKE
  return kladka_plan_builder_end (builder);
}

static gboolean
holds (const KladkaPlan *plan, const char *id)
{
  return kladka_plan_find (plan, id) != NULL;
}

static void
test_gate_drops_what_is_above (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  guint n_left_out = 0;
  g_autoptr (KladkaPlan) below = kladka_plan_new_below (plan, KLADKA_MARKING_GREEN, &n_left_out);

  g_assert_true (holds (below, "org-open"));
  g_assert_true (holds (below, "need-open"));
  g_assert_true (holds (below, "delivery-free"));
  g_assert_false (holds (below, "org-secret"));
  g_assert_false (holds (below, "need-secret"));
  /* What rests on something higher is as high. */
  g_assert_false (holds (below, "delivery-tied"));
  g_assert_false (holds (below, "participation"));
  g_assert_false (holds (below, "decision"));
  /* Without a marking of its own the plan's default holds. */
  g_assert_false (holds (below, "action"));
  g_assert_cmpuint (n_left_out, ==, 6);
}

static void
test_gate_leaves_no_id_behind (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  g_autoptr (KladkaPlan) below = kladka_plan_new_below (plan, KLADKA_MARKING_GREEN, NULL);
  const KladkaNeed *need = (const KladkaNeed *)kladka_plan_find (below, "need-open");

  g_assert_cmpuint (need->recipient, ==, 0);
  g_assert_cmpuint (need->capability, !=, 0);
  g_assert_cmpuint (kladka_ids_find (kladka_plan_get_ids (below), "org-secret"), ==, 0);
  g_assert_cmpuint (kladka_ids_find (kladka_plan_get_ids (below), "need-secret"), ==, 0);
}

static void
test_gate_hides_title_of_unmarked_plan (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  g_autoptr (KladkaPlan) green = kladka_plan_new_below (plan, KLADKA_MARKING_GREEN, NULL);
  g_autoptr (KladkaPlan) amber = kladka_plan_new_below (plan, KLADKA_MARKING_AMBER, NULL);

  g_assert_null (kladka_plan_get_info (green)->title.in[KLADKA_LANG_EN]);
  g_assert_cmpstr (kladka_plan_get_info (green)->base_currency, ==, "EUR");
  g_assert_cmpstr (kladka_plan_get_info (amber)->title.in[KLADKA_LANG_EN], ==, "Bridge");
}

static void
test_gate_at_red_keeps_everything (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  guint n_left_out = 1;
  g_autoptr (KladkaPlan) below = kladka_plan_new_below (plan, KLADKA_MARKING_RED, &n_left_out);

  g_assert_cmpuint (n_left_out, ==, 0);
  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    {
      const KladkaRecord *record;

      g_assert_cmpuint (kladka_plan_get_n_records (below, type), ==, kladka_plan_get_n_records (plan, type));
      for (guint slot = 0; kladka_plan_next (plan, type, &slot, &record);)
        {
          const KladkaRecord *copy = kladka_plan_find (below, kladka_plan_get_id (plan, record));
          const KladkaTypeInfo *info = kladka_type_get (type);

          for (guint cell = 0; cell < info->n_cells; cell++)
            {
              g_auto (KladkaValue) left = kladka_record_dup_value (record, cell, kladka_plan_get_ids (plan));
              g_auto (KladkaValue) right = kladka_record_dup_value (copy, cell, kladka_plan_get_ids (below));

              g_assert_true (kladka_value_equal (&left, &right));
            }
        }
    }
}

static void
test_circle_of_decisions_counts_as_red (void)
{
  g_autoptr (KladkaIds) ids = kladka_ids_new ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (ids);
  KladkaPlanBuilder *builder = kladka_plan_builder_new (ids);
  g_autoptr (KladkaPlan) plan = NULL;

  kladka_plan_builder_take (builder,
                            pack (packer, KLADKA_TYPE_DECISION, "a", "records", "b", "marking", "clear", NULL));
  kladka_plan_builder_take (builder,
                            pack (packer, KLADKA_TYPE_DECISION, "b", "records", "a", "marking", "clear", NULL));
  plan = kladka_plan_builder_end (builder);
  g_assert_cmpint (kladka_plan_get_marking_of (plan, kladka_plan_find (plan, "a")), ==, KLADKA_MARKING_RED);
}

static void
test_newer_plan_shares_records (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (kladka_plan_get_ids (plan));
  KladkaPlanBuilder *builder = kladka_plan_builder_new_from (plan);
  g_autoptr (KladkaPlan) newer = NULL;
  int cell = kladka_type_find_cell (kladka_type_get (KLADKA_TYPE_NEED), "title_en");

  kladka_packer_begin_from (packer, kladka_plan_find (plan, "need-open"));
  kladka_packer_set_text (packer, cell, "Changed");
  kladka_plan_builder_take (builder, kladka_packer_finish (packer));
  newer = kladka_plan_builder_end (builder);

  g_assert_cmpstr (kladka_record_get_name (kladka_plan_find (newer, "need-open"), KLADKA_LANG_EN), ==, "Changed");
  g_assert_cmpstr (kladka_record_get_name (kladka_plan_find (plan, "need-open"), KLADKA_LANG_EN), ==, "Open need");
  g_assert_true (kladka_plan_find (newer, "need-secret") == kladka_plan_find (plan, "need-secret"));
  g_assert_true (kladka_plan_find (newer, "project") == kladka_plan_find (plan, "project"));
}

static void
test_deleted_record_is_nowhere_but_peeked (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (kladka_plan_get_ids (plan));
  KladkaPlanBuilder *builder = kladka_plan_builder_new_from (plan);
  g_autoptr (KladkaPlan) newer = NULL;
  const KladkaRecord *project = kladka_plan_find (plan, "project");
  const KladkaRecord *record;
  guint n;

  kladka_packer_begin_from (packer, project);
  kladka_packer_set_integer (packer, kladka_type_find_cell (kladka_type_get (KLADKA_TYPE_PROJECT), "deleted"), 2);
  kladka_plan_builder_take (builder, kladka_packer_finish (packer));
  newer = kladka_plan_builder_end (builder);

  g_assert_null (kladka_plan_find (newer, "project"));
  g_assert_nonnull (kladka_plan_peek_deleted (newer, project->ref));
  g_assert_null (kladka_plan_peek_deleted (plan, project->ref));
  g_assert_cmpuint (kladka_plan_get_n_records (newer, KLADKA_TYPE_PROJECT), ==, 0);
  for (guint slot = 0; kladka_plan_next (newer, KLADKA_TYPE_PROJECT, &slot, &record);)
    g_assert_not_reached ();
  kladka_plan_get_sorted (newer, KLADKA_TYPE_PROJECT, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_owned_records_are_found (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  const KladkaRecord *project = kladka_plan_find (plan, "project");
  guint n = 0;
  const KladkaRecord *const *owned = kladka_plan_get_owned (plan, KLADKA_TYPE_DELIVERY, "project", project->ref, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_true (owned[0] == kladka_plan_find (plan, "delivery-free"));
  g_assert_true (owned[1] == kladka_plan_find (plan, "delivery-tied"));
  kladka_plan_get_owned (plan, KLADKA_TYPE_DELIVERY, "need", kladka_plan_find (plan, "need-open")->ref, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* A delivery may come before the project it belongs to, from a partner's step. */
static void
test_owned_records_of_a_later_owner_are_found (void)
{
  g_autoptr (KladkaIds) ids = kladka_ids_new ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (ids);
  KladkaPlanBuilder *builder = kladka_plan_builder_new (ids);
  g_autoptr (KladkaPlan) first = NULL;
  g_autoptr (KladkaPlan) second = NULL;
  guint n;

  kladka_plan_builder_take (builder, pack (packer, KLADKA_TYPE_DELIVERY, "delivery", "project", "late", NULL));
  first = kladka_plan_builder_end (builder);
  kladka_plan_get_owned (first, KLADKA_TYPE_DELIVERY, "project", kladka_ids_find (ids, "late"), &n);
  g_assert_cmpuint (n, ==, 0);
  builder = kladka_plan_builder_new_from (first);
  kladka_plan_builder_take (builder, pack (packer, KLADKA_TYPE_PROJECT, "early", "title_en", "Early", NULL));
  kladka_plan_builder_take (builder, pack (packer, KLADKA_TYPE_PROJECT, "late", "title_en", "Late", NULL));
  second = kladka_plan_builder_end (builder);
  kladka_plan_get_owned (second, KLADKA_TYPE_DELIVERY, "project", kladka_ids_find (ids, "early"), &n);
  g_assert_cmpuint (n, ==, 0);
  kladka_plan_get_owned (second, KLADKA_TYPE_DELIVERY, "project", kladka_ids_find (ids, "late"), &n);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_many_records_keep_their_slots (void)
{
  g_autoptr (KladkaIds) ids = kladka_ids_new ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (ids);
  KladkaPlanBuilder *builder = kladka_plan_builder_new (ids);
  g_autoptr (KladkaPlan) plan = NULL;
  guint n;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%04u", (i * 7919) % 5000);

      kladka_plan_builder_take (builder, pack (packer, KLADKA_TYPE_PROJECT, id, "reference", id, NULL));
    }
  plan = kladka_plan_builder_end (builder);
  g_assert_cmpuint (kladka_plan_get_n_records (plan, KLADKA_TYPE_PROJECT), ==, 5000);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%04u", i);
      const KladkaRecord *const *sorted = kladka_plan_get_sorted (plan, KLADKA_TYPE_PROJECT, &n);

      g_assert_cmpstr (kladka_record_get_short (kladka_plan_find (plan, id)), ==, id);
      g_assert_cmpstr (kladka_plan_get_id (plan, sorted[i]), ==, id);
    }
}

static void
test_id_belongs_to_one_type (void)
{
  g_autoptr (KladkaIds) ids = kladka_ids_new ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (ids);
  g_autoptr (KladkaRecord) need = pack (packer, KLADKA_TYPE_NEED, "same", NULL);

  g_assert_nonnull (need);
  g_assert_null (pack (packer, KLADKA_TYPE_PROJECT, "same", NULL));
}

/* Each member of a struct stands in its table once, with the size its kind asks for, and nothing of the struct is left
 * over but what the compiler puts between. */
static void
test_names (void)
{
  g_autoptr (KladkaIds) ids = kladka_ids_new ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (ids);
  KladkaPlanBuilder *builder = kladka_plan_builder_new (ids);
  g_autoptr (KladkaPlan) plan = NULL;
  static const struct {
    const char *id;
    const char *label;
    const char *name;
    const char *title;
  } expected[] = { { "both", "N-1", "Лабораторія", "N-1 Лабораторія" },
                   { "name", "Laboratory", "Laboratory (en)", "Laboratory (en)" },
                   { "reference", "N-3", "N-3", "N-3" },
                   { "alike", "SOC", "SOC (en)", "SOC" },
                   { "none", "none", "none", "none" } };

#define TAKE(...) kladka_plan_builder_take (builder, pack (packer, KLADKA_TYPE_NEED, __VA_ARGS__, NULL))
  TAKE ("both", "reference", "N-1", "title_en", "Laboratory", "title_uk", "Лабораторія");
  TAKE ("name", "title_en", "Laboratory");
  TAKE ("reference", "reference", "N-3");
  TAKE ("alike", "reference", "SOC", "title_en", "SOC");
  TAKE ("none", "priority", "5");
#undef TAKE
  plan = kladka_plan_builder_end (builder);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const KladkaRecord *record = kladka_plan_find (plan, expected[i].id);
      g_autofree char *title = kladka_plan_dup_title (plan, record, KLADKA_LANG_UK);
      g_autofree char *name = kladka_plan_dup_name (plan, record, KLADKA_LANG_UK);

      g_assert_cmpstr (kladka_plan_get_label (plan, record, KLADKA_LANG_UK), ==, expected[i].label);
      g_assert_cmpstr (name, ==, expected[i].name);
      g_assert_cmpstr (title, ==, expected[i].title);
    }
}

static void
test_struct_and_table_agree (void)
{
  static const guint sizes[] = {
    [KLADKA_KIND_TEXT] = sizeof (char *),
    [KLADKA_KIND_TEXT3] = sizeof (KladkaText3),
    [KLADKA_KIND_DATE] = sizeof (KladkaDate),
    [KLADKA_KIND_INTEGER] = 8,
    [KLADKA_KIND_DECIMAL] = 8,
    [KLADKA_KIND_MONEY] = sizeof (KladkaMoney),
    [KLADKA_KIND_BOOL] = 1,
    [KLADKA_KIND_CHOICE] = 1,
    [KLADKA_KIND_SET] = 8,
    [KLADKA_KIND_TAGS] = sizeof (char **),
    [KLADKA_KIND_REF] = sizeof (KladkaRef),
    [KLADKA_KIND_REFS] = sizeof (KladkaRef *),
    [KLADKA_KIND_NUMBERS] = sizeof (gint32) * KLADKA_NUMBERS_MAX,
  };

  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    {
      const KladkaTypeInfo *info = kladka_type_get (type);
      g_autofree guint8 *used = g_new0 (guint8, info->size);
      guint left_over = 0;

      memset (used, 1, G_STRUCT_OFFSET (KladkaRecord, marking));
      for (guint i = 0; i < info->n_fields; i++)
        {
          const KladkaField *field = info->fields[i];

          g_assert_cmpuint (field->size, ==, sizes[field->kind]);
          g_assert_cmpuint (field->offset + field->size, <=, info->size);
          for (guint byte = 0; byte < field->size; byte++)
            {
              g_assert_false (used[field->offset + byte]);
              used[field->offset + byte] = TRUE;
            }
          g_assert_true ((field->choices != NULL)
                         == (field->kind == KLADKA_KIND_CHOICE || field->kind == KLADKA_KIND_SET
                             || field->kind == KLADKA_KIND_NUMBERS));
          g_assert_true ((field->ref_type != 0) == (field->kind == KLADKA_KIND_REF || field->kind == KLADKA_KIND_REFS));
        }
      for (guint byte = 0; byte < info->size; byte++)
        {
          left_over = used[byte] ? 0 : left_over + 1;
          g_assert_cmpuint (left_over, <, 8);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/gate/drops-what-is-above-the-ceiling", test_gate_drops_what_is_above);
  g_test_add_func ("/model/gate/leaves-no-id-behind", test_gate_leaves_no_id_behind);
  g_test_add_func ("/model/gate/hides-the-title-of-an-unmarked-plan", test_gate_hides_title_of_unmarked_plan);
  g_test_add_func ("/model/gate/at-red-keeps-everything", test_gate_at_red_keeps_everything);
  g_test_add_func ("/model/gate/a-circle-of-decisions-counts-as-red", test_circle_of_decisions_counts_as_red);
  g_test_add_func ("/model/plan/a-newer-plan-shares-its-records", test_newer_plan_shares_records);
  g_test_add_func ("/model/plan/a-deleted-record-is-nowhere-but-peeked", test_deleted_record_is_nowhere_but_peeked);
  g_test_add_func ("/model/plan/owned-records-are-found", test_owned_records_are_found);
  g_test_add_func ("/model/plan/owned-records-of-a-later-owner-are-found",
                   test_owned_records_of_a_later_owner_are_found);
  g_test_add_func ("/model/plan/many-records-keep-their-slots", test_many_records_keep_their_slots);
  g_test_add_func ("/model/plan/a-name-is-in-full-where-there-is-one", test_names);
  g_test_add_func ("/model/ids/an-id-belongs-to-one-type", test_id_belongs_to_one_type);
  g_test_add_func ("/model/fields/struct-and-table-agree", test_struct_and_table_agree);
  return g_test_run ();
}
