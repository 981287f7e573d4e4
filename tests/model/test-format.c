/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "fixture.h"
#include "kladka-error.h"
#include "kladka-format.h"

#define ORG KLADKA_TYPE_ORGANISATION
#define NEED KLADKA_TYPE_NEED

static KladkaWords *
make_words (KladkaLang lang)
{
  return kladka_words_new (lang, g_getenv ("KLADKA_LOCALE_DIR"));
}

static const KladkaCell *
get_cell (KladkaType type, const char *name)
{
  const KladkaTypeInfo *info = kladka_type_get (type);
  return &info->cells[kladka_type_find_cell (info, name)];
}

/* Three of every type, named "<type>-1" to "<type>-3", each with a name of its own. */
static KladkaPlan *
make_plan (void)
{
  g_autoptr (KladkaPlan) empty = kladka_plan_new_empty ();
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    for (guint i = 1; i <= 3; i++)
      {
        const KladkaTypeInfo *info = kladka_type_get (type);
        const KladkaField *name = kladka_type_get_flagged (info, KLADKA_FIELD_NAME);
        g_autofree char *id = g_strdup_printf ("%s-%u", info->name, i);
        g_autofree char *text = g_strdup_printf ("%s, title %u", info->name, i);
        kladka_edits_create (edits, type, id);
        if (name != NULL)
          kladka_edits_set (edits, type, id, kladka_type_cell_of (info, name->name), kladka_value_text (text));
      }
  return fixture_apply (empty, edits, NULL);
}

static void
assert_round_trip (const KladkaCell *cell, const KladkaValue *value, const KladkaPlan *plan, const KladkaWords *words)
{
  g_autoptr (GError) error = NULL;
  g_auto (KladkaValue) again = KLADKA_VALUE_INIT;
  g_autofree char *shown = kladka_cell_dup_shown (cell, value, plan, words);
  g_assert_cmpstr (shown, !=, "");
  if (!kladka_cell_parse_shown (cell, shown, plan, NULL, words, &again, &error))
    g_error ("%s: “%s”: %s", cell->name, shown, error->message);
  if (!kladka_value_equal (value, &again))
    g_error ("%s: “%s” came back as another value", cell->name, shown);
}

static void
test_round_trip (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  for (KladkaLang lang = KLADKA_LANG_EN; lang < KLADKA_N_LANGS; lang++)
    {
      g_autoptr (KladkaWords) words = make_words (lang);
      for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
        for (guint cell = 0; cell < kladka_type_get (type)->n_cells; cell++)
          for (guint seed = 0; seed < 40; seed++)
            {
              g_auto (KladkaValue) value = fixture_value (&kladka_type_get (type)->cells[cell], seed);
              assert_round_trip (&kladka_type_get (type)->cells[cell], &value, plan, words);
            }
    }
}

static void
test_every_choice (void)
{
  for (KladkaLang lang = KLADKA_LANG_EN; lang < KLADKA_N_LANGS; lang++)
    {
      g_autoptr (KladkaWords) words = make_words (lang);
      for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
        for (guint i = 0; i < kladka_type_get (type)->n_cells; i++)
          {
            const KladkaCell *cell = &kladka_type_get (type)->cells[i];
            guint n = cell->field->kind == KLADKA_KIND_CHOICE ? cell->field->choices->n_choices : 0;
            for (guint choice = 1; choice <= n; choice++)
              {
                KladkaValue value = kladka_value_integer (choice);
                assert_round_trip (cell, &value, NULL, words);
              }
          }
      const KladkaCell *kinds = get_cell (KLADKA_TYPE_OFFER, "sectors");
      KladkaValue all = kladka_value_integer ((G_GINT64_CONSTANT (1) << kinds->field->choices->n_choices) - 1);
      assert_round_trip (kinds, &all, NULL, words);
    }
}

static void
assert_parses (const KladkaCell *cell, const char *text, const KladkaPlan *plan, const char *file)
{
  g_autoptr (KladkaWords) words = make_words (KLADKA_LANG_PL);
  g_autoptr (GError) error = NULL;
  g_auto (KladkaValue) value = KLADKA_VALUE_INIT;
  kladka_cell_parse_shown (cell, text, plan, "EUR", words, &value, &error);
  g_assert_no_error (error);
  g_autofree char *got = kladka_value_dup_file (&value, cell, 0);
  g_assert_cmpstr (got, ==, file);
}

static void
test_what_people_type (void)
{
  assert_parses (get_cell (NEED, "stage"), "verified", NULL, "verified");
  assert_parses (get_cell (NEED, "stage"), "  VERIFIED ", NULL, "verified");
  assert_parses (get_cell (KLADKA_TYPE_PROJECT, "status"), "2", NULL, "implementation");
  assert_parses (get_cell (NEED, "marking"), "amber+strict", NULL, "amber-strict");
  assert_parses (get_cell (NEED, "help_kinds"), "training; Equipment", NULL, "equipment training");
  assert_parses (get_cell (NEED, "help_kinds"), "equipment training", NULL, "equipment training");
  assert_parses (get_cell (NEED, "tags"), "b, a;b,, c ", NULL, "a,b,c");
  assert_parses (get_cell (NEED, "quantity"), "1 234,5", NULL, "1234500");
  assert_parses (get_cell (NEED, "priority"), "3", NULL, "3");
  assert_parses (get_cell (NEED, "estimated_cost"), "1200,50", NULL, "120050");
  assert_parses (get_cell (NEED, "wanted_from"), "Q3 2027", NULL, "2027-Q3");
  assert_parses (get_cell (NEED, "wanted_from"), "2027-03-05", NULL, "2027-03-05");
  assert_parses (get_cell (NEED, "wanted_from"), "   ", NULL, NULL);
  assert_parses (get_cell (NEED, "reference"), " N-1\r\n", NULL, "N-1");
  assert_parses (get_cell (NEED, "reference"), "N\n1", NULL, "N 1");
  assert_parses (get_cell (NEED, "notes"), "a\r\nb", NULL, "a\nb");
  assert_parses (get_cell (KLADKA_TYPE_CONFLICT, "resolved"), "Yes", NULL, "1");
  assert_parses (get_cell (KLADKA_TYPE_CONFLICT, "resolved"), "0", NULL, "0");
  assert_parses (get_cell (KLADKA_TYPE_PLAN, "weights"), "5: 16; 4=8", NULL, "4=8 5=16");
  assert_parses (get_cell (KLADKA_TYPE_PLAN, "weights"), "4=8 5=16", NULL, "4=8 5=16");
  assert_parses (get_cell (NEED, "recipient"), "any-id", NULL, "any-id");
}

static void
assert_refused (const KladkaCell *cell, const char *text, const KladkaPlan *plan, const char *says)
{
  g_autoptr (KladkaWords) words = make_words (KLADKA_LANG_EN);
  g_autoptr (GError) error = NULL;
  KladkaValue value = kladka_value_integer (77);
  g_assert_false (kladka_cell_parse_shown (cell, text, plan, NULL, words, &value, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID);
  g_assert_cmpint (value.integer, ==, 77);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_refused (void)
{
  g_autoptr (KladkaPlan) plan = make_plan ();
  assert_refused (get_cell (NEED, "stage"), "half done", NULL, "Submitted");
  assert_refused (get_cell (NEED, "help_kinds"), "Training, money", NULL, "money");
  assert_refused (get_cell (NEED, "priority"), "6", NULL, "5");
  assert_refused (get_cell (NEED, "priority"), "1.5", NULL, "1.5");
  assert_refused (get_cell (NEED, "wanted_from"), "31.02.2027", NULL, "31.02.2027");
  assert_refused (get_cell (NEED, "estimated_cost"), "12", NULL, "12");
  assert_refused (get_cell (NEED, "recipient"), "Nobody", plan, "Nobody");
  assert_refused (get_cell (NEED, "recipient"), "not an id", NULL, "id");
  assert_refused (get_cell (KLADKA_TYPE_PLAN, "weights"), "5 16", NULL, "5 16");
  assert_refused (get_cell (KLADKA_TYPE_PLAN, "weights"), "9: 1", NULL, "9");
  assert_refused (get_cell (KLADKA_TYPE_CONFLICT, "resolved"), "maybe", NULL, "maybe");
}

static KladkaPlan *
make_organisations (void)
{
  g_autoptr (KladkaPlan) empty = kladka_plan_new_empty ();
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  static const char *const ids[] = { "o1", "o2", "o3", "o4" };
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    kladka_edits_create (edits, ORG, ids[i]);
  fixture_text (edits, ORG, "o1", "name_en", "State Service");
  fixture_text (edits, ORG, "o1", "name_uk", "Держспецзв’язку");
  fixture_text (edits, ORG, "o1", "short_name", "SSSCIP");
  fixture_text (edits, ORG, "o2", "name_en", "State Service");
  fixture_text (edits, ORG, "o2", "short_name", "SSS");
  fixture_text (edits, ORG, "o3", "name_pl", "Łódź");
  fixture_text (edits, ORG, "o3", "iati_identifier", "PL-KRS-1");
  fixture_text (edits, ORG, "o4", "name_en", "SSSCIP");
  return fixture_apply (empty, edits, NULL);
}

static void
test_references (void)
{
  g_autoptr (KladkaPlan) plan = make_organisations ();
  const KladkaCell *cell = get_cell (NEED, "recipient");
  assert_parses (cell, "o2", plan, "o2");
  assert_parses (cell, "ssscip", plan, "o1"); /* a short name wins over a name */
  assert_parses (cell, "lodz", plan, "o3");
  assert_parses (cell, "держспецзв'язку", plan, "o1");
  assert_parses (cell, "PL-KRS-1", plan, "o3");
  assert_refused (cell, "State service", plan, "SSSCIP State Service");
  assert_refused (cell, "State service", plan, "SSS State Service");
  assert_parses (get_cell (KLADKA_TYPE_OFFER, "recipients"), "SSS, Łódź; SSS", plan, "o2,o3");
}

static void
test_finder (void)
{
  g_autoptr (KladkaPlan) plan = make_organisations ();
  g_autoptr (KladkaFinder) finder = kladka_finder_new (plan);
  guint n;
  g_assert_nonnull (kladka_finder_find (finder, ORG, "State Service", &n));
  g_assert_cmpuint (n, ==, 2);
  g_assert_nonnull (kladka_finder_find (finder, KLADKA_TYPE_ANY, "LODZ", &n));
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (kladka_finder_find (finder, NEED, "Łódź", &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (kladka_finder_find (finder, NEED, "o1", NULL));
  g_assert_null (kladka_finder_find (finder, ORG, "  ", NULL));
}

static void
test_shown (void)
{
  g_autoptr (KladkaPlan) plan = make_organisations ();
  g_autoptr (KladkaWords) words = make_words (KLADKA_LANG_EN);
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  kladka_edits_create (edits, NEED, "n");
  fixture_text (edits, NEED, "n", "recipient", "o1");
  fixture_text (edits, NEED, "n", "beneficiary", "gone");
  g_autoptr (KladkaPlan) next = fixture_apply (plan, edits, NULL);
  const KladkaRecord *need = kladka_plan_find (next, "n");
  const KladkaTypeInfo *info = kladka_type_get (NEED);
  g_autofree char *recipient = kladka_record_dup_shown (need, kladka_type_find_cell (info, "recipient"), next, words);
  g_autofree char *beneficiary =
      kladka_record_dup_shown (need, kladka_type_find_cell (info, "beneficiary"), next, words);
  g_autofree char *nothing = kladka_record_dup_shown (need, kladka_type_find_cell (info, "notes"), next, words);
  g_assert_cmpstr (recipient, ==, "SSSCIP");
  g_assert_cmpstr (beneficiary, ==, "gone");
  g_assert_cmpstr (nothing, ==, "");
}

static void
assert_sentence (const char *verb, const char *const *args, const char *expected)
{
  g_autoptr (KladkaWords) words = make_words (KLADKA_LANG_EN);
  KladkaStepInfo info = { .verb = verb, .args = args };
  g_autoptr (KladkaStepBuilder) builder = kladka_step_builder_new ("s", &info);
  g_autoptr (KladkaStep) step = kladka_step_builder_end (g_steal_pointer (&builder));
  g_autofree char *sentence = kladka_step_dup_sentence (step, words);
  g_assert_cmpstr (sentence, ==, expected);
}

#define ARGS(...) ((const char *[]){ __VA_ARGS__, NULL })

static void
test_sentences (void)
{
  assert_sentence (KLADKA_VERB_NEW_PLAN, NULL, "New plan");
  assert_sentence (KLADKA_VERB_ADD, ARGS ("need", "N-012"), "Added: Need N-012");
  assert_sentence (KLADKA_VERB_EDIT, ARGS ("need", "N-012", "wanted_until"), "Changed: Need N-012, Wanted until");
  assert_sentence (KLADKA_VERB_UNDO, ARGS ("delete", "need", "N-012"), "Undone: “Deleted: Need N-012”");
  assert_sentence (KLADKA_VERB_REDO, ARGS ("delete", "need", "N-012"), "Redone: “Deleted: Need N-012”");
  assert_sentence (KLADKA_VERB_IMPORT, ARGS ("a.csv", "400"), "Imported: a.csv, 400 records");
  /* Of a foreign file: too few, too strange. */
  assert_sentence (KLADKA_VERB_IMPORT, NULL, "Imported a file");
  assert_sentence (KLADKA_VERB_IMPORT, ARGS ("a.csv", "%n%s"), "Imported a file");
  assert_sentence (KLADKA_VERB_ADD, ARGS ("%s%n", "%s%n"), "Added: %s%n");
  assert_sentence (KLADKA_VERB_UNDO, NULL, "Undone: “”");
  assert_sentence (KLADKA_VERB_UNDO, ARGS ("undo"), "Undone: “Changed the plan”");
  assert_sentence ("no-such-verb", NULL, "Changed the plan");
}

static void
test_change_in_words (void)
{
  g_autoptr (KladkaWords) words = make_words (KLADKA_LANG_EN);
  KladkaCellChange change = { kladka_type_find_cell (kladka_type_get (NEED), "wanted_until"),
                              kladka_value_date (kladka_date_new_month (2026, 5)), KLADKA_VALUE_INIT };
  g_autofree char *text = kladka_cell_change_dup_words (&change, NEED, NULL, words);
  g_assert_cmpstr (text, ==, "Wanted until: May 2026 → empty");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/format/shown-reads-back-in-three-languages", test_round_trip);
  g_test_add_func ("/model/format/every-choice-reads-back", test_every_choice);
  g_test_add_func ("/model/format/what-people-type", test_what_people_type);
  g_test_add_func ("/model/format/refused-with-a-sentence", test_refused);
  g_test_add_func ("/model/format/references-by-what-people-call-them", test_references);
  g_test_add_func ("/model/format/finder-counts-what-fits", test_finder);
  g_test_add_func ("/model/format/references-are-shown-by-label", test_shown);
  g_test_add_func ("/model/format/steps-are-sentences", test_sentences);
  g_test_add_func ("/model/format/change-in-words", test_change_in_words);
  return g_test_run ();
}
