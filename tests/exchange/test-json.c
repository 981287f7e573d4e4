/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "../model/fixture.h"
#include "import.h"

#include <string.h>

#define HEAD "{\"format\":\"kladka-plan\",\"version\":1,"

static char *
write_plan (const KladkaPlan *plan)
{
  g_autoptr (GBytes) bytes = kladka_json_write (plan, KLADKA_MARKING_RED);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_same_bytes (void)
{
  g_autoptr (KladkaPlan) plan = import_plan_full ();
  g_autofree char *out = write_plan (plan);
  g_autoptr (KladkaPlan) again = kladka_plan_new_empty ();
  g_auto (Import) import = import_text ("plan.json", out, &again);
  g_autofree char *out_again = write_plan (again);

  import_assert_counts (import, 1 + 3 * (KLADKA_N_TYPES - 2), 0, 0, 0);
  g_assert_cmpstr (import.problems, ==, "");
  g_assert_cmpstr (out_again, ==, out);
}

static void
test_second_time_changes_nothing (void)
{
  g_autoptr (KladkaPlan) plan = import_plan_full ();
  g_autofree char *out = write_plan (plan);
  g_autoptr (KladkaPlan) after = kladka_plan_ref (plan);
  g_auto (Import) import = import_text ("plan.json", out, &after);

  import_assert_counts (import, 0, 0, 1 + 3 * (KLADKA_N_TYPES - 2), 0);
  g_assert_true (plan == after);
}

static void
test_every_cell_is_written (void)
{
  g_autoptr (KladkaPlan) plan = import_plan_full ();
  g_autofree char *out = write_plan (plan);

  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      const KladkaTypeInfo *info = kladka_type_get (type);

      for (guint i = 0; i < info->n_columns; i++)
        {
          g_autofree char *member = g_strdup_printf ("\"%s\": ", info->columns[i].name);

          if (!g_str_equal (info->columns[i].name, "deleted"))
            import_assert_says (out, member);
        }
    }
}

/* What a file tells of a record is all of it: what it lacks is emptied. */
static void
test_absent_is_missing (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) first = import_text (
      "a.json", HEAD "\"needs\":[{\"id\":\"n\",\"title_en\":\"A\",\"stage\":\"draft\",\"priority\":3}]}", &plan);
  g_auto (Import) second =
      import_text ("a.json", HEAD "\"needs\":[{\"id\":\"n\",\"title_en\":\"A\",\"stage\":\"draft\"}]}", &plan);

  import_assert_counts (first, 1, 0, 0, 0);
  import_assert_counts (second, 0, 1, 0, 0);
  import_assert (plan, KLADKA_TYPE_NEED, "n", "priority", "");
}

/* A record that is not as it should be is left out with its line; the others go in. */
static void
test_bad_records (void)
{
  static const char *const cases[][2] = {
    { "\"colour\":\"red\"", "“colour”" },
    { "\"priority\":\"3\"", "“priority”" },
    { "\"priority\":3.5", "“priority”" },
    { "\"priority\":99", "Priority" },
    { "\"quantity\":0", "Quantity wanted" },
    { "\"tags\":\"one\"", "“tags”" },
    { "\"tags\":[\"one,two\"]", "“tags”" },
    { "\"help_kinds\":[1]", "“help_kinds”" },
    { "\"help_kinds\":[\"magic\"]", "Kinds of help" },
    { "\"sector\":\"magic\"", "Sector" },
    { "\"wanted_from\":\"2027-02-30\"", "Wanted from" },
    { "\"wanted_from\":2027", "“wanted_from”" },
    { "\"estimated_cost_minor\":5", "Estimated cost" },
    { "\"estimated_cost_minor\":5,\"estimated_cost_currency\":\"XXY\"", "Estimated cost" },
    { "\"recipient\":\"nobody\"", "Recipient" },
    { "\"deleted\":1", "“deleted”" },
    { "\"notes\":null", "“notes”" },
    { "\"notes\":{\"a\":1}", "“notes”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf (HEAD "\"needs\":[\n{\"id\":\"good\",\"title_en\":\"A\",\"stage\":\"draft\"},\n"
                                "{\"id\":\"bad\",\"title_en\":\"B\",\"stage\":\"draft\",%s}]}",
                           cases[i][0]);
      g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
      g_auto (Import) import = import_text ("a.json", text, &plan);

      g_assert_cmpuint (import.n[KLADKA_PREVIEW_NEW], ==, 1);
      import_assert_says (import.problems, cases[i][1]);
      g_assert_true (g_str_has_prefix (import.problems, "3: "));
    }
}

/* What other programs write alike: numbers with a point, the parts of an amount apart; what is unknown keeps its
 * lines. */
static void
test_other_writers (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) import =
      import_text ("a.json",
                   HEAD "\"$schema\":\"x\",\"colours\":[\n{\"id\":\"x\"},\n{\"id\":\"y\"}],\"needs\":[\n"
                        "{\"id\":\"n\",\"estimated_cost_currency\":\"EUR\",\"title_en\":\"A\",\"priority\":3.0,"
                        "\"stage\":\"draft\",\"estimated_cost_minor\":1.5e3},\n{\"id\":\"m\",\"notes\":\"\"}]}",
                   &plan);

  import_assert_counts (import, 1, 0, 0, 0);
  import_assert (plan, KLADKA_TYPE_NEED, "n", "priority", "3");
  import_assert (plan, KLADKA_TYPE_NEED, "n", "estimated_cost", "1500 EUR");
  import_assert_says (import.problems, "5: The content of “notes” is of the wrong kind");
}

/* A draft may be saved without its title, so it goes through a file that way. */
static void
test_untitled_goes_in (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) import = import_text ("a.json", HEAD "\"needs\":[{\"id\":\"n\",\"stage\":\"draft\"}]}", &plan);

  import_assert_counts (import, 1, 0, 0, 0);
  import_assert_says (import.problems, "1: Title is missing.");
}

static void
test_refusals (void)
{
  static const char *const cases[][2] = {
    { "{}", "not a Kladka plan" },
    { "{\"format\":1}", "not a Kladka plan" },
    { "{\"format\":[\"kladka-plan\"]}", "not a Kladka plan" },
    { "{\"format\":null}", "not a Kladka plan" },
    { "{\"format\":\"kladka-plan\",\"version\":{}}", "newer Kladka" },
    { "{\"format\":\"kladka-plan\",\"version\":\"1\"}", "newer Kladka" },
    { "[1]", "Kladka does not know this kind of file" },
    { "{\"format\":\"kladka-plan\",\"version\":2}", "newer Kladka" },
    { HEAD "\"needs\":[]", "ends too early" },
    { HEAD "\"needs\":[]]}", "A bracket is closed" },
    { HEAD "\n\"a\":1,\"a\":2}", "Line 2, column 9: The same name stands twice" },
    { HEAD "\"\\u0061\":1}", "A name holds an escape sign" },
    { HEAD "\"a\":\"\x01\"}", "control character" },
    { HEAD "\"a\":\"\xff\"}", "not in UTF-8" },
    { HEAD "\"a\":tru}", "not valid JSON" },
    { HEAD "\"a\":9223372036854775808}", "larger than any" },
    { HEAD "\"a\":\"\\ud800\"}", "escape that JSON does not know" },
    { HEAD "\"a\":\"\\u12g4\"}", "escape that JSON does not know" },
    { HEAD "\"a\":\"\\x\"}", "escape that JSON does not know" },
    { HEAD "\"a\":\"\\", "escape that JSON does not know" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *refusal = import_refusal ("a.json", cases[i][0], -1);

      import_assert_says (refusal, cases[i][1]);
    }
}

static void
test_depth (void)
{
  g_autofree char *brackets = g_strnfill (100000, '[');
  g_autofree char *text = g_strconcat (HEAD "\"a\":", brackets, NULL);
  g_autofree char *refusal = import_refusal ("a.json", text, -1);

  import_assert_says (refusal, "nested too deeply");
}

static void
test_unknown_array_is_told (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) import = import_text (
      "a.json", HEAD "\"colours\":[{\"id\":\"x\"}],\"needs\":[{\"title_en\":\"A\"},5,{\"id\":{}},{\"id\":5}]}", &plan);

  import_assert_says (import.problems, "“colours” is not known");
  import_assert_says (import.problems, "no id");
  import_assert_says (import.problems, "something else was found");
}

static void
test_says_it_has_no_journal (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_autoptr (GBytes) bytes = kladka_json_write (plan, KLADKA_MARKING_GREEN);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  import_assert_says (text, "Without the journal.");
  import_assert_says (text, "\"ceiling\": \"TLP:GREEN\"");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/json/out-in-out-is-the-same", test_same_bytes);
  g_test_add_func ("/exchange/json/second-time-changes-nothing", test_second_time_changes_nothing);
  g_test_add_func ("/exchange/json/every-cell-is-written", test_every_cell_is_written);
  g_test_add_func ("/exchange/json/absent-is-missing", test_absent_is_missing);
  g_test_add_func ("/exchange/json/bad-records-stay-out-with-their-line", test_bad_records);
  g_test_add_func ("/exchange/json/other-writers-are-understood", test_other_writers);
  g_test_add_func ("/exchange/json/a-draft-without-a-title-goes-in", test_untitled_goes_in);
  g_test_add_func ("/exchange/json/refusals-say-why", test_refusals);
  g_test_add_func ("/exchange/json/depth-is-bounded", test_depth);
  g_test_add_func ("/exchange/json/unknown-arrays-are-told", test_unknown_array_is_told);
  g_test_add_func ("/exchange/json/says-it-has-no-journal", test_says_it_has_no_journal);
  return g_test_run ();
}
