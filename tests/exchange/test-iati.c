/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import.h"

#include <string.h>

#define BEGIN "<iati-activities version=\"2.03\" generated-datetime=\"2026-05-01T10:00:00Z\">\n"
#define END "</iati-activities>\n"
#define ACTIVITY(inside)                                                                                               \
  "<iati-activity default-currency=\"EUR\" xml:lang=\"en\"><iati-identifier>X-1</iati-identifier>"                     \
  "<reporting-org ref=\"XM-1\" type=\"10\"><narrative>Giver</narrative></reporting-org>"                               \
  "<title><narrative>Work</narrative></title>" inside "</iati-activity>\n"
#define FILE_WITH(inside)                                                                                              \
  BEGIN ACTIVITY (inside)                                                                                              \
  END

typedef struct {
  KladkaPlan *plan;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->plan = kladka_plan_new_empty ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  kladka_plan_unref (self->plan);
}

static guint
count (const Fixture *self, KladkaType type)
{
  return kladka_plan_get_n_records (self->plan, type);
}

static void
assert_project (const Fixture *self, const char *cell, const char *expected)
{
  import_assert (self->plan, KLADKA_TYPE_PROJECT, "X-1", cell, expected);
}

/* A cell of the only transaction. */
static void
assert_transaction (const Fixture *self, const char *cell, const char *expected)
{
  g_autofree char *got = NULL;

  g_assert_cmpuint (count (self, KLADKA_TYPE_TRANSACTION), ==, 1);
  got = import_get (self->plan, kladka_plan_get_at (self->plan, KLADKA_TYPE_TRANSACTION, 0), cell);
  g_assert_cmpstr (got, ==, expected);
}

static void
test_version_2 (Fixture *self, gconstpointer data)
{
  g_auto (Import) import = import_text (
      "a.xml",
      FILE_WITH (
          "<description><narrative>One</narrative></description>"
          "<description type=\"2\"><narrative>Two</narrative></description>"
          "<participating-org ref=\"XM-2\" role=\"4\" type=\"70\"><narrative>Doer</narrative></participating-org>"
          "<activity-status code=\"2\"/>"
          "<activity-date type=\"1\" iso-date=\"2026-01-01\"/><activity-date type=\"3\" iso-date=\"2027-12-31Z\"/>"),
      &self->plan);

  import_assert_counts (import, 4, 0, 0, 0);
  assert_project (self, "title_en", "Work");
  assert_project (self, "description_en", "One\n\nTwo");
  assert_project (self, "status", "implementation");
  assert_project (self, "planned_start", "2026-01-01");
  assert_project (self, "planned_end", "2027-12-31");
  assert_project (self, "source", "IATI, XM-1");
  assert_project (self, "source_date", "2026-05-01");
  assert_project (self, "marking", "");
  import_assert (self->plan, KLADKA_TYPE_ORGANISATION, "XM-1", "kind", "government");
  import_assert (self->plan, KLADKA_TYPE_ORGANISATION, "XM-2", "name_en", "Doer");
  g_assert_cmpuint (count (self, KLADKA_TYPE_PARTICIPATION), ==, 1);
}

static void
test_version_1 (Fixture *self, gconstpointer data)
{
  g_auto (Import) import = import_text (
      "a.xml",
      "<iati-activities version=\"1.05\"><iati-activity default-currency=\"EUR\">"
      "<iati-identifier>X-1</iati-identifier><reporting-org>Giver</reporting-org>"
      "<title>Work</title><title xml:lang=\"pl\">Praca</title><title xml:lang=\"uk\">Робота</title>"
      "<activity-status>Pipeline/identification</activity-status>"
      "<activity-date type=\"start-planned\">2026-01-01</activity-date>"
      "<participating-org role=\"Funding\" ref=\"XM-1\">Giver</participating-org>"
      "<participating-org role=\"donor\">Other</participating-org>"
      "<participating-org role=\"beneficiary\">Many</participating-org>"
      "<transaction><transaction-type code=\"D\"/><value value-date=\"2026-02-01\">10.5</value></transaction>"
      "</iati-activity></iati-activities>",
      &self->plan);

  assert_project (self, "title_pl", "Praca");
  assert_project (self, "title_uk", "Робота");
  assert_project (self, "status", "pipeline");
  assert_project (self, "planned_start", "2026-01-01");
  g_assert_cmpuint (count (self, KLADKA_TYPE_PARTICIPATION), ==, 2);
  /* Who is called so first and has a reference later is one. */
  g_assert_cmpuint (count (self, KLADKA_TYPE_ORGANISATION), ==, 3);
  assert_transaction (self, "amount", "1050 EUR");
  assert_transaction (self, "day", "2026-02-01");
  assert_transaction (self, "kind", "disbursement");
  import_assert_says (import.problems, "The role “beneficiary” has no place");
}

static void
test_languages (Fixture *self, gconstpointer data)
{
  g_auto (Import) import = import_text (
      "a.xml",
      BEGIN "<iati-activity xml:lang=\"es\"><iati-identifier>X-1</iati-identifier>"
            "<title><narrative>Trabajo</narrative></title>"
            "<description><narrative xml:lang=\"FR\">Travail</narrative><narrative xml:lang=\"ENG\">Work</narrative>"
            "</description></iati-activity>" END,
      &self->plan);

  assert_project (self, "title_en", "Trabajo");
  assert_project (self, "description_en", "Work");
  import_assert_says (import.problems, "1 text in the language “es” stands in the English field.");
  import_assert_says (import.problems, "1 text in the language “fr” is left out");
}

static void
test_transaction_types (Fixture *self, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "2", "commitment" },
    { "3", "disbursement" },
    { "4", "expenditure" },
    { "12", "pledge" },
    { "13", "pledge" },
    { "C", "commitment" },
    { "Disbursement", "disbursement" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          FILE_WITH ("<transaction><transaction-type code=\"%s\"/><value>1</value></transaction>"), cases[i][0]);
      g_auto (Import) import = { { 0 } };

      kladka_plan_unref (self->plan);
      self->plan = kladka_plan_new_empty ();
      import = import_text ("a.xml", text, &self->plan);
      assert_transaction (self, "kind", cases[i][1]);
    }
}

static void
test_left_out_types (Fixture *self, gconstpointer data)
{
  g_auto (Import) import =
      import_text ("a.xml",
                   FILE_WITH ("\n<transaction><transaction-type code=\"1\"/><value>1</value></transaction>"
                              "\n<transaction><transaction-type code=\"8\"/><value>1</value></transaction>"
                              "\n<transaction><value>1</value></transaction>"),
                   &self->plan);

  g_assert_cmpuint (count (self, KLADKA_TYPE_TRANSACTION), ==, 0);
  import_assert_says (import.problems, "3: Incoming money (type 1) is left out");
  import_assert_says (import.problems, "4: The transaction is of type “8”");
  import_assert_says (import.problems, "5: The transaction does not say its type");
}

static void
test_bad_dates (Fixture *self, gconstpointer data)
{
  g_auto (Import) import = import_text (
      "a.xml",
      FILE_WITH ("<transaction><transaction-type code=\"3\"/>\n<transaction-date iso-date=\"90110\">2020-12-31"
                 "</transaction-date><value value-date=\"2020-12-31\">1</value></transaction>"
                 "\n<activity-date type=\"2\" iso-date=\"2013-02-30\"/>"
                 "\n<activity-date type=\"1\" iso-date=\"2013-05-01T00:00:00Z\"/>"
                 "\n<activity-date type=\"3\" iso-date=\"0\"/>"),
      &self->plan);

  assert_transaction (self, "day", "");
  assert_project (self, "actual_start", "");
  assert_project (self, "planned_start", "2013-05-01");
  import_assert_says (import.problems,
                      "3: iso-date=\"90110\" of <transaction-date> is no day and is left empty; beside it stood "
                      "“2020-12-31”.");
  import_assert_says (import.problems, "4: iso-date=\"2013-02-30\" of <activity-date> is no day");
  import_assert_says (import.problems, "6: iso-date=\"0\" of <activity-date> is no day");
}

static void
test_amounts (Fixture *self, gconstpointer data)
{
  static const char *const cases[][3] = {
    { "<value>1000</value>", "100000 EUR", "" },
    { "<value currency=\"JPY\">1000</value>", "1000 JPY", "" },
    { "<value currency=\"\"> -12.50 </value>", "-1250 EUR", "" },
    { "<value>12.500000</value>", "1250 EUR", "" },
    { "<value>12.345</value>", "1234 EUR", "was rounded" },
    { "<value>12.355</value>", "1236 EUR", "was rounded" },
    { "<value>1,000</value>", "", "“1,000” is no amount" },
    { "<value>1e3</value>", "", "“1e3” is no amount" },
    { "<value>99999999999999999999</value>", "", "is no amount" },
    { "<value currency=\"TEXT\">5</value>", "", "“TEXT” is no currency" },
    { "<value/>", "", "has no amount" },
    { "", "", "has no amount" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf (FILE_WITH ("<transaction><transaction-type code=\"3\"/>%s</transaction>"), cases[i][0]);
      g_auto (Import) import = { { 0 } };

      kladka_plan_unref (self->plan);
      self->plan = kladka_plan_new_empty ();
      import = import_text ("a.xml", text, &self->plan);
      assert_transaction (self, "amount", cases[i][1]);
      import_assert_says (import.problems, cases[i][2]);
    }
}

static void
test_parties (Fixture *self, gconstpointer data)
{
  g_auto (Import) import =
      import_text ("a.xml",
                   FILE_WITH ("<transaction><transaction-type code=\"3\"/><value>1</value>"
                              "<receiver-org><narrative>Getter</narrative></receiver-org></transaction>"),
                   &self->plan);
  g_autofree char *from =
      g_strdup (kladka_plan_get_id (self->plan, import_find (self->plan, KLADKA_TYPE_ORGANISATION, "Giver")));
  g_autofree char *to =
      g_strdup (kladka_plan_get_id (self->plan, import_find (self->plan, KLADKA_TYPE_ORGANISATION, "Getter")));

  /* Who gives and is not named is who reports. */
  assert_transaction (self, "from", from);
  assert_transaction (self, "to", to);
}

#define SAME "<transaction><transaction-type code=\"3\"/><value>1</value></transaction>"

static void
test_second_time_changes_nothing (Fixture *self, gconstpointer data)
{
  static const char *const text =
      FILE_WITH (SAME SAME "<participating-org role=\"1\"><narrative>Giver</narrative></participating-org>");
  g_auto (Import) first = import_text ("a.xml", text, &self->plan);
  g_auto (Import) second = import_text ("a.xml", text, &self->plan);

  /* Two that say the same are two. */
  import_assert_counts (first, 5, 0, 0, 0);
  import_assert_counts (second, 0, 0, 5, 0);
}

static void
test_twice_in_a_file (Fixture *self, gconstpointer data)
{
  g_auto (Import) import = import_text ("a.xml", BEGIN ACTIVITY ("") ACTIVITY (SAME) END, &self->plan);

  g_assert_cmpuint (count (self, KLADKA_TYPE_PROJECT), ==, 1);
  g_assert_cmpuint (count (self, KLADKA_TYPE_TRANSACTION), ==, 0);
  import_assert_says (import.problems, "3: The activity X-1 already stands in line 2");
}

static void
test_two_reporters (Fixture *self, gconstpointer data)
{
  static const char *const other = BEGIN "<iati-activity><iati-identifier>X-1</iati-identifier>"
                                         "<reporting-org ref=\"XM-9\"/><title><narrative>Work</narrative></title>"
                                         "</iati-activity>" END;
  g_auto (Import) first = import_text ("a.xml", FILE_WITH (""), &self->plan);
  g_auto (Import) second = import_text ("b.xml", other, &self->plan);
  g_auto (Import) third = import_text ("b.xml", other, &self->plan);

  g_assert_cmpuint (count (self, KLADKA_TYPE_PROJECT), ==, 2);
  import_assert_counts (third, 0, 0, 2, 0);
}

static void
test_unplaced_are_told (Fixture *self, gconstpointer data)
{
  g_auto (Import) import = import_text (
      "a.xml", FILE_WITH ("<sector code=\"1\"/><sector code=\"2\"/><x:y xmlns:x=\"urn:x\"/>"), &self->plan);

  import_assert_says (import.problems, "2: <sector> is left out 2 times");
  g_assert_null (strstr (import.problems, "<y>"));
}

/* Nothing of an activity or a transaction goes without a word. */
static void
test_all_is_told (Fixture *self, gconstpointer data)
{
  g_auto (Import) import = import_text (
      "a.xml",
      FILE_WITH (
          "<other-identifier ref=\"O-1\" type=\"A1\"/><activity-status code=\"2\"/>\n<activity-status code=\"3\"/>"
          "<activity-date type=\"1\" iso-date=\"\"/><x:y xmlns:x=\"urn:x\"/>"
          "<transaction><transaction-type code=\"3\"/><value>1</value>\n<value>2</value><flow-type code=\"1\"/>"
          "<description><narrative xml:lang=\"uk\">Два</narrative><narrative>One</narrative></description>"
          "</transaction>"),
      &self->plan);

  assert_project (self, "status", "implementation");
  assert_transaction (self, "amount", "100 EUR");
  assert_transaction (self, "description", "One");
  import_assert_says (import.problems, "<other-identifier> is left out 1 time");
  import_assert_says (import.problems, "3: Another <activity-status> is left out");
  import_assert_says (import.problems, "3: <activity-date> holds no day.");
  import_assert_says (import.problems, "<x:y> is left out 1 time");
  import_assert_says (import.problems, "4: Another <value> is left out");
  import_assert_says (import.problems, "<transaction/flow-type> is left out 1 time");
  import_assert_says (import.problems, "A transaction has one description");
}

static void
test_alike_are_counted (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (BEGIN);
  g_autofree char *inside = NULL;
  g_autoptr (GString) dates = g_string_new (NULL);

  for (guint i = 0; i < 1310; i++)
    g_string_append (dates, "<activity-date type=\"1\" iso-date=\"0\"/>\n");
  inside = g_strdup_printf (ACTIVITY ("%s"), dates->str);
  g_string_append_printf (text, "%s" END, inside);
  {
    g_auto (Import) import = import_text ("a.xml", text->str, &self->plan);

    import_assert_says (import.problems, "And after this line 310 more like it.");
  }
}

static void
test_windows_signs (Fixture *self, gconstpointer data)
{
  g_auto (Import) import = import_text ("a.xml",
                                        BEGIN "<iati-activity><iati-identifier>X-1</iati-identifier><title><narrative> "
                                              " It&#x92;s \n here\xe2\x80\xae </narrative>"
                                              "</title></iati-activity>" END,
                                        &self->plan);

  assert_project (self, "title_en", "It’s here");
}

static void
test_untitled (Fixture *self, gconstpointer data)
{
  g_auto (Import) import = import_text (
      "a.xml", BEGIN "<iati-activity><iati-identifier>X-1</iati-identifier></iati-activity>" END, &self->plan);

  assert_project (self, "title_en", "X-1");
  import_assert_says (import.problems, "The activity X-1 has no title");
}

static void
test_encodings (Fixture *self, gconstpointer data)
{
  static const char *const encodings[] = { "UTF-16", "UTF-16LE", "windows-1252", "iso-8859-2", "utf-8" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *text = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"%s\"?>\r\n" BEGIN
                                               "<iati-activity><iati-identifier>X-1</iati-identifier><title>Möglich"
                                               "</title></iati-activity>" END,
                                               encodings[i]);
      gsize length;
      g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (KladkaDrafts) drafts = import_read ("a.xml", bytes, length);
      g_auto (Import) import = { { 0 } };

      kladka_plan_unref (self->plan);
      self->plan = kladka_plan_new_empty ();
      import = import_drafts (drafts, &self->plan, KLADKA_LANG_EN);
      assert_project (self, "title_en", "Möglich");
    }
}

static void
test_line_ends (Fixture *self, gconstpointer data)
{
  g_auto (Import) import =
      import_text ("a.xml",
                   "\n <?xml version=\"1.0\"?>\r<iati-activities>\r<iati-activity>\r<activity-date iso-date=\"0\"/>"
                   "<title>T</title></iati-activity></iati-activities>",
                   &self->plan);

  import_assert_says (import.problems, "5: iso-date=\"0\"");
  import_assert_says (import.problems, "Blanks stand before the XML declaration");
}

static void
test_refusals (void)
{
  static const char *const cases[][2] = {
    { "<!DOCTYPE x [<!ENTITY a \"b\">]><iati-activities/>", "Line 1: The file declares a document type" },
    { "<iati-activities>\n<a></b>\n</iati-activities>", "Line 2, column 8: The closing tag does not fit" },
    { "<iati-activities><a></iati-activities>", "ends too early" },
    { "<iati-activities></iati-activities></a>", "closed that was not opened" },
    { "<iati-activities a=1/>", "not well-formed" },
    { "<iati-activities>&unknown;</iati-activities>", "not well-formed" },
    { "<iati-activities", "never closed" },
    { "<iati-organisations/>", "IATI organisation file" },
    { "<Project/>", "begin with <Project>" },
    { "PK\x03\x04", "packed file" },
    { "<?xml version=\"1.0\" encoding=\"windows-1253\"?><iati-activities>\xd2</iati-activities>",
      "not in the encoding" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *refusal = import_refusal ("a.xml", cases[i][0], -1);

      import_assert_says (refusal, cases[i][1]);
    }
}

static char *
dup_repeated (const char *before, const char *part, guint n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
test_sizes (void)
{
  g_autofree char *attributes = dup_repeated ("<iati-activities ", "a='1' ", 2000, "/>");
  g_autofree char *deep = dup_repeated ("<iati-activities>", "<a>", 100, "");
  g_autofree char *many = dup_repeated ("<iati-activities>", "<a/>", 2000001, "</iati-activities>");
  g_autofree char *text = dup_repeated ("<iati-activities>", "0123456789", 110000, "</iati-activities>");
  g_autofree char *attributes_refusal = import_refusal ("a.xml", attributes, -1);
  g_autofree char *deep_refusal = import_refusal ("a.xml", deep, -1);
  g_autofree char *many_refusal = import_refusal ("a.xml", many, -1);
  g_autofree char *text_refusal = import_refusal ("a.xml", text, -1);

  import_assert_says (attributes_refusal, "longer than 8 kB");
  import_assert_says (deep_refusal, "nested too deeply");
  import_assert_says (many_refusal, "two million elements");
  import_assert_says (text_refusal, "longer than a megabyte");
}

/* What the real files give, organisation by transaction; the second time nothing. */
typedef struct {
  const char *path;
  guint n[4]; /* organisations, projects, participations, transactions */
} RealFile;

static const RealFile real_files[] = {
  { "iati/real/dfid-8-activities-2.01.xml", { 4, 8, 21, 41 } },
  { "iati/real/dfid-early.xml", { 2, 2, 2, 2 } },
  { "iati/real/dportal-401-activities-2.03.xml", { 292, 401, 1330, 831 } },
  { "iati/real/dportal-7-activities-2.03.xml", { 20, 7, 25, 56 } },
  { "iati/real/iati-datastore-missing_dates.xml", { 46, 49, 126, 49 } },
  { "iati/real/iati-datastore-multiple_locales.xml", { 4, 1, 2, 2 } },
  { "iati/real/maec-spain-83-activities-2.01.xml", { 21, 83, 332, 216 } },
  { "iati/real/worldbank-16-activities-v1.xml", { 22, 16, 30, 28 } },
  { "iati/examples/activity-standard-example-annotated-1.05.xml", { 3, 1, 3, 0 } },
  { "iati/examples/activity-standard-example-annotated-2.01.xml", { 3, 1, 3, 0 } },
  { "iati/examples/activity-standard-example-annotated-2.02.xml", { 3, 1, 3, 0 } },
  { "iati/examples/activity-standard-example-annotated-2.03.xml", { 3, 1, 3, 0 } },
  { "iati/examples/activity-standard-example-annotated-multi-1.05.xml", { 3, 1, 3, 2 } },
  { "iati/ugly/dportal-frankenstein.xml", { 1, 1, 0, 0 } },
  { "iati/ugly/encoding/leading_whitespace_xml.xml", { 1, 1, 0, 0 } },
  { "iati/ugly/encoding/valid-UTF-16.xml", { 1, 4, 0, 0 } },
  { "iati/ugly/encoding/valid-windows-1252.xml", { 1, 1, 0, 0 } },
  { "iati/ugly/encoding/valid.xml", { 1, 1, 0, 0 } },
  { "iati/ugly/iati-act-line-endings-cr.xml", { 3, 1, 3, 0 } },
  { "iati/ugly/iati-act-root-only.xml", { 0, 0, 0, 0 } },
  { "iati/ugly/iati-act-schema-errors.xml", { 0, 1, 0, 0 } },
  { "iati/ugly/iati-act-title-no-narrative.xml", { 3, 1, 3, 0 } },
  { "iati/ugly/iati-dup-activity-ids.xml", { 2, 1, 1, 0 } },
  { "iati/ugly/iati-multi-act-dateOrder-error.xml", { 3, 2, 6, 0 } },
};

static void
test_real_file (gconstpointer data)
{
  static const KladkaType types[] = { KLADKA_TYPE_ORGANISATION, KLADKA_TYPE_PROJECT, KLADKA_TYPE_PARTICIPATION,
                                      KLADKA_TYPE_TRANSACTION };
  const RealFile *file = data;
  g_autoptr (GBytes) bytes = import_load (file->path);
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  guint total = 0;

  if (bytes == NULL)
    return;
  {
    g_auto (Import) first = import_bytes ("a.xml", bytes, &plan, KLADKA_LANG_EN);

    g_assert_cmpuint (first.n[KLADKA_PREVIEW_LEFT_OUT], ==, 0);
  }
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_assert_cmpuint (kladka_plan_get_n_records (plan, types[i]), ==, file->n[i]);
      total += file->n[i];
    }
  {
    g_auto (Import) second = import_bytes ("a.xml", bytes, &plan, KLADKA_LANG_UK);

    import_assert_counts (second, 0, 0, total, 0);
  }
}

static void
test_real_dates (void)
{
  g_autoptr (GBytes) bytes = import_load ("iati/real/dportal-401-activities-2.03.xml");
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) import = { { 0 } };

  if (bytes == NULL)
    return;
  import = import_bytes ("a.xml", bytes, &plan, KLADKA_LANG_EN);
  import_assert_says (import.problems, "21093: iso-date=\"0\" of <transaction-date> is no day");
  import_assert_says (import.problems, "21198: iso-date=\"90110\" of <transaction-date> is no day and is left empty; "
                                       "beside it stood “2020-12-31”.");
}

static void
add_real_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (real_files); i++)
    {
      g_autofree char *base = g_path_get_basename (real_files[i].path);
      g_autofree char *path = g_strdup_printf ("/exchange/iati/real/%s", base);

      g_test_add_data_func (path, &real_files[i], test_real_file);
    }
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) g_test_add ("/exchange/iati/" name, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("version-2", test_version_2);
  ADD ("version-1", test_version_1);
  ADD ("languages-go-where-they-belong", test_languages);
  ADD ("transaction-types", test_transaction_types);
  ADD ("types-without-a-place-are-told", test_left_out_types);
  ADD ("bad-dates-are-left-empty-and-told", test_bad_dates);
  ADD ("amounts-are-exact", test_amounts);
  ADD ("who-gives-and-who-gets", test_parties);
  ADD ("second-time-changes-nothing", test_second_time_changes_nothing);
  ADD ("twice-in-a-file-is-told", test_twice_in_a_file);
  ADD ("two-reporters-stay-apart", test_two_reporters);
  ADD ("elements-without-a-field-are-told", test_unplaced_are_told);
  ADD ("all-that-stays-behind-is-told", test_all_is_told);
  ADD ("alike-reports-are-counted", test_alike_are_counted);
  ADD ("signs-of-windows-are-mended", test_windows_signs);
  ADD ("untitled-is-called-by-its-identifier", test_untitled);
  ADD ("encodings", test_encodings);
  ADD ("line-ends", test_line_ends);
  g_test_add_func ("/exchange/iati/refusals-say-why", test_refusals);
  g_test_add_func ("/exchange/iati/sizes-are-bounded", test_sizes);
  g_test_add_func ("/exchange/iati/real-dates-are-told", test_real_dates);
  add_real_files ();
  return g_test_run ();
}
