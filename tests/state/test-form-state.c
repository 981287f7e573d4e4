/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk.h"
#include "kladka-form-acts.h"
#include "kladka-form-state.h"
#include "kladka-picks.h"

static KladkaFormState *
new_form (Desk *desk, KladkaRef ref)
{
  return kladka_form_state_new (desk_get_plan (desk), ref, kladka_view_state_get_words (desk->view_state),
                                kladka_view_state_get_typing (desk->view_state));
}

static const KladkaFormRow *
find_row (const KladkaFormState *form, const char *field)
{
  for (guint i = 0; i < kladka_form_state_get_n_rows (form); i++)
    if (g_str_equal (kladka_form_state_get_row (form, i)->field->name, field))
      return kladka_form_state_get_row (form, i);
  return NULL;
}

static guint
cell_of (KladkaType type, const char *cell)
{
  return kladka_type_find_cell (kladka_type_get (type), cell);
}

static void
test_every_field_has_a_row (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaFormState) form = NULL;
  const KladkaTypeInfo *info = kladka_type_get (KLADKA_TYPE_NEED);
  guint section = 0;

  desk_furnish (desk);
  form = new_form (desk, desk_find (desk, "need-1"));
  for (guint i = 0; i < info->n_fields; i++)
    g_assert_true ((find_row (form, info->fields[i]->name) != NULL) == !(info->fields[i]->flags & KLADKA_FIELD_HIDDEN));
  for (guint i = 0; i < kladka_form_state_get_n_rows (form); i++)
    {
      g_assert_cmpuint (kladka_form_state_get_row (form, i)->field->section, >=, section);
      section = kladka_form_state_get_row (form, i)->field->section;
    }
  g_assert_cmpstr (kladka_form_state_get_name (form), ==, "EDR like in Łódź");
  g_assert_cmpstr (kladka_form_state_get_subtitle (form), ==, "Need N-001");
  g_assert_cmpint (kladka_form_state_get_marking (form), ==, KLADKA_MARKING_AMBER);
  g_assert_cmpstr (find_row (form, "wanted_from")->texts[0], ==, "July 2026");
  g_assert_cmpstr (find_row (form, "capability")->texts[0], ==, "DE.CM");
}

static void
test_missing_language_falls_back_visibly (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_PL);
  g_autoptr (KladkaFormState) form = NULL;
  const KladkaFormRow *row;

  desk_furnish (desk);
  form = new_form (desk, desk_find (desk, "need-1"));
  row = find_row (form, "title");
  g_assert_cmpuint (row->n_cells, ==, KLADKA_N_LANGS);
  g_assert_cmpstr (row->texts[KLADKA_LANG_PL], ==, "");
  g_assert_cmpstr (row->fallback, ==, "EDR like in Łódź (en)");
}

static void
test_project_lists_all_it_can_own (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaFormState) form = NULL;
  guint n_deliveries = 0;

  desk_furnish (desk);
  form = new_form (desk, desk_find (desk, "project-1"));
  g_assert_cmpuint (kladka_form_state_get_n_owned (form), ==, 5);
  for (guint i = 0; i < kladka_form_state_get_n_owned (form); i++)
    if (kladka_form_state_get_owned (form, i)->type == KLADKA_TYPE_DELIVERY)
      n_deliveries = kladka_form_state_get_owned (form, i)->n_records;
  g_assert_cmpuint (n_deliveries, ==, 1);
}

static void
test_typing_is_parsed_in_the_language (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_UK);
  g_autofree char *shown = NULL;
  KladkaRef ref;

  desk_furnish (desk);
  ref = desk_find (desk, "need-1");
  g_assert_cmpint (kladka_form_commit_text (desk->view_state, ref, cell_of (KLADKA_TYPE_NEED, "wanted_until"),
                                            "березень 2027", KLADKA_COMMIT_DONE),
                   ==, KLADKA_COMMITTED_SENT);
  g_assert_cmpint (((const KladkaNeed *)kladka_plan_get (desk_get_plan (desk), ref))->wanted_until.precision, ==,
                   KLADKA_PRECISION_MONTH);
  g_assert_cmpint (kladka_form_commit_text (desk->view_state, ref, cell_of (KLADKA_TYPE_NEED, "wanted_until"),
                                            "2027-03", KLADKA_COMMIT_DONE),
                   ==, KLADKA_COMMITTED_SAME);
  g_assert_cmpuint (desk->verbs->len, ==, 1);
  g_assert_cmpstr (desk->verbs->pdata[0], ==, "edit wanted_until");
}

static void
test_bad_typing_is_kept_with_its_problem (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  KladkaRef ref;
  guint cell = cell_of (KLADKA_TYPE_NEED, "wanted_from");

  desk_furnish (desk);
  ref = desk_find (desk, "need-1");
  g_assert_cmpint (kladka_form_commit_text (desk->view_state, ref, cell, "soon", KLADKA_COMMIT_PAUSE), ==,
                   KLADKA_COMMITTED_NOT);
  g_assert_null (kladka_typing_get (kladka_view_state_get_typing (desk->view_state), ref, cell, NULL));
  kladka_form_commit_text (desk->view_state, ref, cell, "soon", KLADKA_COMMIT_DONE);
  {
    g_autoptr (KladkaFormState) form = new_form (desk, ref);

    g_assert_cmpstr (find_row (form, "wanted_from")->texts[0], ==, "soon");
    g_assert_true (find_row (form, "wanted_from")->typed[0]);
    g_assert_nonnull (find_row (form, "wanted_from")->problem);
    g_assert_cmpuint (kladka_form_state_count_problems (form, KLADKA_SECTION_WHEN), ==, 1);
  }
  kladka_form_commit_text (desk->view_state, ref, cell, "Q3 2027", KLADKA_COMMIT_DONE);
  {
    g_autoptr (KladkaFormState) form = new_form (desk, ref);

    g_assert_cmpstr (find_row (form, "wanted_from")->texts[0], ==, "Q3 2027");
    g_assert_null (find_row (form, "wanted_from")->problem);
  }
  g_assert_cmpuint (desk->verbs->len, ==, 1);
}

static void
test_new_need_is_one_step_and_a_draft (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  const KladkaNeed *need;
  KladkaRef ref;

  desk_furnish (desk);
  ref = kladka_form_add (desk->view_state, KLADKA_TYPE_NEED, NULL, 0);
  g_assert_cmpuint (desk->verbs->len, ==, 1);
  g_assert_cmpuint (kladka_view_state_get_selection (desk->view_state), ==, ref);
  need = (const KladkaNeed *)kladka_plan_get (desk_get_plan (desk), ref);
  g_assert_cmpint (need->stage, ==, KLADKA_STAGE_DRAFT);
  g_assert_cmpint (need->base.marking, ==, KLADKA_MARKING_NONE);
  kladka_form_delete (desk->view_state, ref);
  g_assert_null (kladka_plan_get (desk_get_plan (desk), ref));
  g_assert_cmpuint (kladka_view_state_get_selection (desk->view_state), ==, 0);
}

static void
test_owned_record_points_to_its_owner (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaFormState) form = NULL;
  KladkaRef project, ref = 0;

  desk_furnish (desk);
  project = desk_find (desk, "project-1");
  kladka_view_state_select (desk->view_state, project);
  form = new_form (desk, project);
  for (guint i = 0; i < kladka_form_state_get_n_owned (form); i++)
    if (kladka_form_state_get_owned (form, i)->type == KLADKA_TYPE_DELIVERY)
      ref = kladka_form_add (desk->view_state, KLADKA_TYPE_DELIVERY, kladka_form_state_get_owned (form, i)->field,
                             project);
  g_assert_cmpuint (((const KladkaDelivery *)kladka_plan_get (desk_get_plan (desk), ref))->project, ==, project);
  /* The form stays that of the project. */
  g_assert_cmpuint (kladka_view_state_get_selection (desk->view_state), ==, project);
}

static void
test_picks_are_found_by_label_and_name (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaPicks) picks = NULL;
  g_autoptr (GArray) found = NULL;
  const KladkaTypeInfo *info = kladka_type_get (KLADKA_TYPE_NEED);
  guint n_left_out;

  desk_furnish (desk);
  picks = kladka_picks_new (desk_get_plan (desk), info->cells[cell_of (KLADKA_TYPE_NEED, "recipient")].field, 0,
                            kladka_view_state_get_words (desk->view_state));
  g_assert_cmpuint (kladka_picks_get_n (picks), ==, 2);
  g_assert_cmpstr (kladka_picks_get (picks, 0)->label, ==, "Estonia");
  found = kladka_picks_find (picks, "digital min", 10, &n_left_out);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (kladka_picks_get (picks, g_array_index (found, guint, 0))->label, ==, "MDT");
  g_array_unref (found);
  found = kladka_picks_find (picks, "", 1, &n_left_out);
  g_assert_cmpuint (n_left_out, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/form/every-field-has-a-row", test_every_field_has_a_row);
  g_test_add_func ("/state/form/missing-language-falls-back-visibly", test_missing_language_falls_back_visibly);
  g_test_add_func ("/state/form/project-lists-all-it-can-own", test_project_lists_all_it_can_own);
  g_test_add_func ("/state/form/typing-is-parsed-in-the-language", test_typing_is_parsed_in_the_language);
  g_test_add_func ("/state/form/bad-typing-is-kept-with-its-problem", test_bad_typing_is_kept_with_its_problem);
  g_test_add_func ("/state/form/new-need-is-one-step-and-a-draft", test_new_need_is_one_step_and_a_draft);
  g_test_add_func ("/state/form/owned-record-points-to-its-owner", test_owned_record_points_to_its_owner);
  g_test_add_func ("/state/form/picks-are-found-by-label-and-name", test_picks_are_found_by_label_and_name);
  return g_test_run ();
}
