/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "../model/fixture.h"
#include "import.h"

#include "kladka-csv-defuse.h"

#include <string.h>

#define ORGANISATIONS                                                                                                  \
  "id,name:en,name:pl,short_name,country\norg-ee,Estonia,Estonia,EE,EE\norg-pl,Poland,Polska,PL,PL\n"

static void
test_names_in_languages (gconstpointer data)
{
  static const char *const files[] = {
    "Reference,Title (English),Wanted from,Stage\nN-1,Training,Q3 2027,verified\n",
    "Oznaczenie,Tytuł (angielski),Potrzebne od,Etap\nN-1,Training,III kw. 2027,verified\n",
    "Позначення,Назва (англійська),Потрібно з,Етап\nN-1,Training,3 кв. 2027,verified\n",
  };
  KladkaLang lang = GPOINTER_TO_UINT (data);
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_autoptr (KladkaWords) words = import_words (lang);
  const KladkaTypeInfo *info = kladka_type_get (KLADKA_TYPE_NEED);
  g_autoptr (GString) text = g_string_new (NULL);
  static const char *const cells[] = { "reference", "title_en", "wanted_from", "stage" };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *label = kladka_cell_dup_label (&info->cells[kladka_type_find_cell (info, cells[i])], words);

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", label);
    }
  g_string_append (text, strchr (files[lang], '\n'));
  {
    g_auto (Import) import = import_text ("needs.csv", text->str, &plan);

    import_assert_counts (import, 1, 0, 0, 0);
  }
  import_assert (plan, KLADKA_TYPE_NEED, "N-1", "title_en", "Training");
  import_assert (plan, KLADKA_TYPE_NEED, "N-1", "wanted_from", "2027-Q3");
  import_assert (plan, KLADKA_TYPE_NEED, "N-1", "stage", "verified");
}

static void
test_labels_differ (void)
{
  g_autoptr (KladkaWords) polish = import_words (KLADKA_LANG_PL);

  g_assert_cmpstr (kladka_words_get_c (polish, "field", "Wanted from"), ==, "Potrzebne od");
}

static void
assert_title (const char *bytes, gssize length, const char *expected)
{
  g_autoptr (KladkaDrafts) drafts = import_read ("needs.csv", bytes, length);
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) import = import_drafts (drafts, &plan, KLADKA_LANG_EN);

  import_assert_counts (import, 1, 0, 0, 0);
  import_assert (plan, KLADKA_TYPE_NEED, "N-1", "title_pl", expected);
}

static void
test_encodings (void)
{
  static const char *const table = "reference;title_pl;stage\nN-1;%s;verified\n";
  static const char *const cases[][3] = {
    { "UTF-8", "Łącze zażółć gęślą", "" },       { "UTF-8", "Łącze", "\xef\xbb\xbf" },
    { "CP1250", "Zażółć gęślą jaźń", "" },       { "CP1251", "Мережа міністерства їжі", "" },
    { "KOI8-U", "Мережа міністерства їжі", "" }, { "KOI8-U", "навчання аналітиків", "" },
    { "CP1251", "навчання аналітиків", "" },     { "CP1250", "szkolenie żołnierzy łączności", "" },
    { "UTF-16LE", "Łącze", "\xff\xfe" },         { "UTF-16BE", "Київ", "\xfe\xff" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (table, cases[i][1]);
      gsize length;
      g_autofree char *encoded = g_convert (text, -1, cases[i][0], "UTF-8", NULL, &length, NULL);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *)cases[i][2], strlen (cases[i][2]));
      g_byte_array_append (bytes, (const guint8 *)encoded, length);
      assert_title ((const char *)bytes->data, bytes->len, cases[i][1]);
    }
}

static void
test_separators (void)
{
  static const char *const separators = ",;\t";

  for (const char *p = separators; *p != '\0'; p++)
    {
      g_autofree char *text = g_strdelimit (g_strdup ("reference|title_pl|stage\r\nN-1|Szkolenie|draft\r\n"), "|", *p);

      assert_title (text, -1, "Szkolenie");
    }
}

static void
test_quotes (void)
{
  assert_title ("reference,title_pl,stage\nN-1,\"Kurs, \"\"duży\"\"\",draft\n", -1, "Kurs, \"duży\"");
}

static void
test_quoted_lines_count (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) import = import_text ("needs.csv",
                                        "reference,title_en,description_en,stage\n"
                                        "N-1,One,\"two\nlines\",draft\n"
                                        "N-2,Two,,nonsense\n",
                                        &plan);

  import_assert_counts (import, 1, 0, 0, 1);
  g_assert_true (g_str_has_prefix (import.problems, "4: "));
  import_assert (plan, KLADKA_TYPE_NEED, "N-1", "description_en", "two\nlines");
}

static void
test_references (void)
{
  static const char *const ways[] = { "org-ee", "EE", "estonia", "Estonia" };
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) first = import_text ("organisations.csv", ORGANISATIONS, &plan);

  import_assert_counts (first, 2, 0, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("reference,title_en,stage,recipient\nN-%u,Need %u,draft,%s\n", i, i, ways[i]);
      g_autofree char *name = g_strdup_printf ("N-%u", i);
      g_auto (Import) import = import_text ("needs.csv", text, &plan);

      import_assert_counts (import, 1, 0, 0, 0);
      import_assert (plan, KLADKA_TYPE_NEED, name, "recipient", "org-ee");
    }
}

static void
test_bad_row_stays_out (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) import = import_text ("needs.csv",
                                        "reference,title_en,stage,priority,recipient\n"
                                        "N-1,Good,draft,3,\n"
                                        "N-2,Bad number,draft,many,\n"
                                        "N-3,Bad recipient,draft,1,Nobody\n"
                                        "N-4,,draft,1,\n"
                                        "N-5,Also good,submitted,,\n"
                                        "N-6,Too long,draft,1,,extra\n",
                                        &plan);

  import_assert_counts (import, 2, 0, 0, 3);
  import_assert_says (import.problems, "3: ");
  import_assert_says (import.problems, "4: Recipient: “Nobody”");
  import_assert_says (import.problems, "5: Title is missing.");
  import_assert_says (import.problems, "7: The row has more cells");
  import_assert (plan, KLADKA_TYPE_NEED, "N-5", "stage", "submitted");
}

static void
test_unknown_column_is_told (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) import = import_text ("needs.csv", "reference,title_en,stage,colour\nN-1,One,draft,red\n", &plan);

  import_assert_counts (import, 1, 0, 0, 0);
  import_assert_says (import.problems, "1: The column “colour” is not known");
}

static void
test_second_time_changes_nothing (void)
{
  static const char *const text = "title_en,stage,quantity,estimated_cost\nA need,draft,12.5,\"1,200,000 EUR\"\n";
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) first = import_text ("needs.csv", text, &plan);
  g_auto (Import) second = import_text ("needs.csv", text, &plan);

  import_assert_counts (first, 1, 0, 0, 0);
  import_assert_counts (second, 0, 0, 1, 0);
  import_assert (plan, KLADKA_TYPE_NEED, "A need", "quantity", "12500");
  import_assert (plan, KLADKA_TYPE_NEED, "A need", "estimated_cost", "120000000 EUR");
}

static void
test_currency_beside (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) import = import_text (
      "needs.csv", "reference,title_en,stage,estimated_cost,estimated_cost_currency\nN-1,A,draft,12.50,PLN\n", &plan);

  import_assert_counts (import, 1, 0, 0, 0);
  import_assert (plan, KLADKA_TYPE_NEED, "N-1", "estimated_cost", "1250 PLN");
}

static void
test_defusal (void)
{
  static const char *const texts[] = { "=1+1", "+48 22", "-5",       "@x", " =1", "'=1",
                                       "''=1", "plain",  "'quoted'", "",   "\t=1" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *defused = kladka_csv_dup_defused (texts[i]);

      g_assert_null (strchr ("=+-@\t\r", *defused != '\0' ? *defused : 'x'));
      g_assert_cmpstr (kladka_csv_skip_defusal (defused), ==, texts[i]);
    }
}

static void
test_formula_is_defused (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) import =
      import_text ("needs.csv", "reference,title_en,stage\nN-1,\"'=HYPERLINK(\"\"x\"\")\",draft\n", &plan);
  g_autoptr (KladkaWords) words = import_words (KLADKA_LANG_EN);
  g_autoptr (GBytes) bytes = kladka_csv_write (plan, KLADKA_TYPE_NEED, KLADKA_CSV_SHEET, words, KLADKA_MARKING_AMBER);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  import_assert_counts (import, 1, 0, 0, 0);
  import_assert (plan, KLADKA_TYPE_NEED, "N-1", "title_en", "=HYPERLINK(\"x\")");
  import_assert_says (text, "'=HYPERLINK");
}

/* Every type out and in again, over a plan that is the same but for the records of the type. */
static void
assert_round_trip (KladkaCsvProfile profile, KladkaLang written, KladkaLang read)
{
  g_autoptr (KladkaPlan) plan = import_plan_full ();
  g_autoptr (KladkaWords) words = import_words (written);

  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      g_autoptr (GBytes) bytes = kladka_csv_write (plan, type, profile, words, KLADKA_MARKING_RED);
      g_autofree char *name = g_strdup_printf ("%s.csv", kladka_type_get (type)->plural);
      g_autoptr (KladkaPlan) after = kladka_plan_ref (plan);
      g_auto (Import) import = import_bytes (name, bytes, &after, read);

      if (import.n[KLADKA_PREVIEW_SAME] != (type == KLADKA_TYPE_PLAN ? 1 : 3))
        g_error ("%s, written in %d, read in %d: %s", name, written, read, import.problems);
      g_assert_true (fixture_plans_equal (plan, after));
    }
}

static void
test_plain_reads_back (void)
{
  for (KladkaLang lang = 0; lang < KLADKA_N_LANGS; lang++)
    assert_round_trip (KLADKA_CSV_PLAIN, KLADKA_LANG_EN, lang);
}

static void
test_sheet_reads_back (void)
{
  for (KladkaLang written = 0; written < KLADKA_N_LANGS; written++)
    for (KladkaLang read = 0; read < KLADKA_N_LANGS; read++)
      assert_round_trip (KLADKA_CSV_SHEET, written, read);
}

/* From nothing: every record comes new, and the plan is the same. */
static void
test_plain_builds_the_plan (void)
{
  g_autoptr (KladkaPlan) plan = import_plan_full ();
  g_autoptr (KladkaWords) words = import_words (KLADKA_LANG_EN);
  g_autoptr (KladkaPlan) built = kladka_plan_new_empty ();
  g_autoptr (KladkaDrafts) all = kladka_drafts_new (NULL);

  all->partial = TRUE;
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      g_autoptr (GBytes) bytes = kladka_csv_write (plan, type, KLADKA_CSV_PLAIN, words, KLADKA_MARKING_RED);
      g_autofree char *name = g_strdup_printf ("%s.csv", kladka_type_get (type)->plural);
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);
      g_autoptr (KladkaDrafts) drafts = import_read (name, data, length);

      while (drafts->drafts->len > 0)
        g_ptr_array_add (all->drafts, g_ptr_array_steal_index (drafts->drafts, 0));
    }
  {
    g_auto (Import) import = import_drafts (all, &built, KLADKA_LANG_PL);

    import_assert_counts (import, 1 + 3 * (KLADKA_N_TYPES - 2), 0, 0, 0);
  }
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      g_autoptr (GBytes) a = kladka_csv_write (plan, type, KLADKA_CSV_PLAIN, words, KLADKA_MARKING_RED);
      g_autoptr (GBytes) b = kladka_csv_write (built, type, KLADKA_CSV_PLAIN, words, KLADKA_MARKING_RED);

      g_assert_true (g_bytes_equal (a, b));
    }
}

static void
test_marking_stands_first (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_autoptr (KladkaWords) words = import_words (KLADKA_LANG_EN);
  g_autoptr (GBytes) bytes =
      kladka_csv_write (plan, KLADKA_TYPE_NEED, KLADKA_CSV_PLAIN, words, KLADKA_MARKING_AMBER_STRICT);

  g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), "TLP:AMBER+STRICT\r\nid,reference,"));
}

static void
test_type_by_headings (void)
{
  g_autoptr (KladkaDrafts) drafts = import_read ("explanation of 2027.csv", ORGANISATIONS, -1);
  const KladkaDraft *draft = drafts->drafts->pdata[0];

  g_assert_cmpuint (draft->type, ==, KLADKA_TYPE_ORGANISATION);
}

static void
test_refusals (void)
{
  g_autofree char *open = import_refusal ("needs.csv", "title_en,stage\nx,\"draft\n", -1);
  g_autofree char *strange = import_refusal ("a.csv", "colour,shape\nred,round\n", -1);
  g_autofree char *empty = import_refusal ("a.csv", "", -1);
  g_autofree char *binary = import_refusal ("a.csv", "a,b\0c\n", 6);

  import_assert_says (open, "Line 2: A quotation mark");
  import_assert_says (strange, "Line 1 holds no heading");
  import_assert_says (empty, "empty");
  import_assert_says (binary, "not a text file");
}

static void
test_sizes (void)
{
  g_autofree char *wide = g_strnfill (501, ',');
  g_autofree char *wide_refusal = import_refusal ("needs.csv", wide, -1);
  g_autofree char *filler = g_strnfill (1024 * 1024 + 10, 'x');
  g_autofree char *large = g_strconcat ("title_en,stage\n", filler, NULL);
  g_autofree char *large_refusal = import_refusal ("needs.csv", large, -1);

  import_assert_says (wide_refusal, "500 columns");
  import_assert_says (large_refusal, "longer than a megabyte");
}

static void
test_repeated_column (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) import =
      import_text ("needs.csv", "id,title:en,stage,Title (English)\nn,First,draft,\nm,Other,draft,Second\n", &plan);

  import_assert_counts (import, 2, 0, 0, 0);
  import_assert (plan, KLADKA_TYPE_NEED, "First", "title_en", "First");
  import_assert (plan, KLADKA_TYPE_NEED, "Other", "title_en", "Other");
  import_assert_says (import.problems, "1: The column “Title (English)” says what an earlier one says");
}

/* A row that a program cut short empties nothing. */
static void
test_short_row (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) first = import_text ("needs.csv", "id,title:en,notes\nn,A,Long\n", &plan);
  g_auto (Import) second = import_text ("needs.csv", "id,title:en,notes\nn,B\n", &plan);

  import_assert_counts (first, 1, 0, 0, 0);
  import_assert_counts (second, 0, 1, 0, 0);
  import_assert (plan, KLADKA_TYPE_NEED, "B", "notes", "Long");
}

/* Needs without a stage are drafts; what has no such beginning stays out. */
static void
test_beginnings (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) needs = import_text ("needs.csv", "id,title:en\nn,A\n", &plan);
  g_auto (Import) again = import_text ("needs.csv", "id,title:en,stage\nn,A,\n", &plan);
  g_auto (Import) views = import_text ("views.csv", "id,title:en\nv,A\n", &plan);

  import_assert_counts (needs, 1, 0, 0, 0);
  import_assert (plan, KLADKA_TYPE_NEED, "A", "stage", "draft");
  import_assert_counts (again, 0, 0, 0, 1);
  import_assert_counts (views, 0, 0, 0, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/exchange/csv/headings-in-english", GUINT_TO_POINTER (0), test_names_in_languages);
  g_test_add_data_func ("/exchange/csv/headings-in-polish", GUINT_TO_POINTER (1), test_names_in_languages);
  g_test_add_data_func ("/exchange/csv/headings-in-ukrainian", GUINT_TO_POINTER (2), test_names_in_languages);
  g_test_add_func ("/exchange/csv/labels-are-translated", test_labels_differ);
  g_test_add_func ("/exchange/csv/encodings", test_encodings);
  g_test_add_func ("/exchange/csv/a-repeated-column-is-told", test_repeated_column);
  g_test_add_func ("/exchange/csv/a-short-row-empties-nothing", test_short_row);
  g_test_add_func ("/exchange/csv/needs-begin-as-drafts", test_beginnings);
  g_test_add_func ("/exchange/csv/separators", test_separators);
  g_test_add_func ("/exchange/csv/quotes", test_quotes);
  g_test_add_func ("/exchange/csv/lines-in-quotes-count", test_quoted_lines_count);
  g_test_add_func ("/exchange/csv/references-by-id-short-name-and-name", test_references);
  g_test_add_func ("/exchange/csv/bad-rows-stay-out-with-their-line", test_bad_row_stays_out);
  g_test_add_func ("/exchange/csv/unknown-column-is-told", test_unknown_column_is_told);
  g_test_add_func ("/exchange/csv/second-time-changes-nothing", test_second_time_changes_nothing);
  g_test_add_func ("/exchange/csv/currency-in-a-column-beside", test_currency_beside);
  g_test_add_func ("/exchange/csv/defusal-comes-back", test_defusal);
  g_test_add_func ("/exchange/csv/formula-is-defused", test_formula_is_defused);
  g_test_add_func ("/exchange/csv/plain-reads-back-in-every-language", test_plain_reads_back);
  g_test_add_func ("/exchange/csv/sheet-reads-back-in-every-language", test_sheet_reads_back);
  g_test_add_func ("/exchange/csv/plain-builds-the-plan", test_plain_builds_the_plan);
  g_test_add_func ("/exchange/csv/marking-stands-first", test_marking_stands_first);
  g_test_add_func ("/exchange/csv/type-by-headings", test_type_by_headings);
  g_test_add_func ("/exchange/csv/refusals-name-the-line", test_refusals);
  g_test_add_func ("/exchange/csv/sizes-are-bounded", test_sizes);
  return g_test_run ();
}
