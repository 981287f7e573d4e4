/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import.h"

#include <string.h>

#define XML(inside)                                                                                                    \
  "<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"><metadata><title>Rules</title></metadata>" inside "</catalog>"
#define JSON(inside) "{\"catalog\":{\"metadata\":{\"title\":\"Rules\"}," inside "}}"

static const char xml_nested[] =
    XML ("<group id=\"a\"><title>Group</title>\n"
         "<control id=\"a-1\"><title>One <em>and</em> more</title><prop name=\"label\" class=\"zero\" value=\"A-01\"/>"
         "<prop name=\"label\" value=\"A-1\"/>"
         "<control id=\"a-1.1\"><title>Below</title><prop name=\"label\" value=\"Below that (A-1.1)\"/></control>"
         "</control></group><control id=\"loose\"><title>loose</title><part name=\"statement\"><p>Things are\n done</p>"
         "</part></control>");
static const char json_nested[] = JSON (
    "\"groups\":[{\"id\":\"a\",\"title\":\"Group\",\"controls\":[{\"id\":\"a-1\",\"title\":\"One and more\","
    "\"props\":[{\"name\":\"label\",\"class\":\"zero\",\"value\":\"A-01\"},{\"name\":\"label\",\"value\":\"A-1\"}],"
    "\"controls\":[{\"id\":\"a-1.1\",\"title\":\"Below\",\"props\":[{\"name\":\"label\",\"value\":\"Below that "
    "(A-1.1)\"}]}]}]}],\"controls\":[{\"id\":\"loose\",\"title\":\"loose\",\"parts\":[{\"name\":\"statement\","
    "\"prose\":"
    "\"Things are done\"}]}]");

static void
assert_tree (const char *name, const char *text)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) first = import_text (name, text, &plan);
  g_auto (Import) second = import_text (name, text, &plan);
  const char *group = kladka_plan_get_id (plan, import_find (plan, KLADKA_TYPE_CAPABILITY, "a"));
  const char *one = kladka_plan_get_id (plan, import_find (plan, KLADKA_TYPE_CAPABILITY, "A-1"));

  import_assert_counts (first, 4, 0, 0, 0);
  import_assert_counts (second, 0, 0, 4, 0);
  import_assert (plan, KLADKA_TYPE_CAPABILITY, "a", "parent", "");
  import_assert (plan, KLADKA_TYPE_CAPABILITY, "a", "framework", "Rules");
  import_assert (plan, KLADKA_TYPE_CAPABILITY, "A-1", "title_en", "One and more");
  import_assert (plan, KLADKA_TYPE_CAPABILITY, "A-1", "parent", group);
  import_assert (plan, KLADKA_TYPE_CAPABILITY, "A-1.1", "parent", one);
  /* A title that only repeats the id says less than the statement. */
  import_assert (plan, KLADKA_TYPE_CAPABILITY, "loose", "title_en", "Things are done");
}

static void
test_tree_xml (void)
{
  assert_tree ("a.xml", xml_nested);
}

static void
test_tree_json (void)
{
  assert_tree ("a.json", json_nested);
}

#define EXAMPLE "<part name=\"example\"/>"

static void
test_unexemplified_are_suspect (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) import = import_text (
      "a.xml",
      XML ("<group id=\"g\"><title>G</title>"
           "<control id=\"real\"><title>Real</title><control id=\"real-1\"><title>R1</title>" EXAMPLE "</control>"
           "<control id=\"gone-1\"><title>G1</title></control></control>"
           "<control id=\"gone\"><title>Gone</title><control "
           "id=\"gone-2\"><title>G2</title></control></control></group>"),
      &plan);

  import_assert_counts (import, 3, 0, 0, 0);
  g_assert_cmpuint (import.n[KLADKA_PREVIEW_SUSPECT], ==, 3);
}

static void
test_no_examples_no_suspicion (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) import =
      import_text ("a.xml",
                   XML ("<control id=\"a\"><title>A</title></control><control id=\"b\"><title>B</title>"
                        "<prop name=\"status\" value=\"withdrawn\"/></control>"),
                   &plan);

  import_assert_counts (import, 1, 0, 0, 0);
  g_assert_cmpuint (import.n[KLADKA_PREVIEW_SUSPECT], ==, 1);
}

static void
test_same_code_of_two_frameworks (void)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_auto (Import) first = import_text ("a.xml", XML ("<control id=\"1\"><title>A</title></control>"), &plan);
  g_auto (Import) second = import_text (
      "b.json", "{\"catalog\":{\"metadata\":{\"title\":\"Other\"},\"controls\":[{\"id\":\"1\",\"title\":\"A\"}]}}",
      &plan);

  import_assert_counts (first, 1, 0, 0, 0);
  import_assert_counts (second, 1, 0, 0, 0);
}

static void
test_refusals (void)
{
  static const char *const cases[][2] = {
    { "<profile xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"/>", "begins with <profile>" },
    { "<!DOCTYPE a><catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"/>", "document type" },
    { "{\"catalog\":[]}", "not an OSCAL catalogue" },
    { "{\"catalog\":{\"a\":1,\"a\":2}}", "stands twice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *refusal = import_refusal ("a", cases[i][0], -1);

      import_assert_says (refusal, cases[i][1]);
    }
}

static void
assert_file (const char *path, guint n_new, guint n_suspect)
{
  g_autoptr (GBytes) bytes = import_load (path);
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();

  if (bytes == NULL)
    return;
  {
    g_auto (Import) first = import_bytes (path, bytes, &plan, KLADKA_LANG_EN);
    g_auto (Import) second = import_bytes (path, bytes, &plan, KLADKA_LANG_PL);

    import_assert_counts (first, n_new, 0, 0, 0);
    g_assert_cmpuint (first.n[KLADKA_PREVIEW_SUSPECT], ==, n_suspect);
    import_assert_counts (second, 0, 0, n_new, 0);
  }
}

static guint
count_level (const KladkaDrafts *drafts, gsize code_length, gboolean suspect)
{
  int code = kladka_type_find_cell (kladka_type_get (KLADKA_TYPE_CAPABILITY), "code");
  guint n = 0;

  for (guint i = 0; i < drafts->drafts->len; i++)
    {
      const KladkaDraft *draft = drafts->drafts->pdata[i];

      for (guint j = 0; j < draft->cells->len; j++)
        {
          const KladkaDraftCell *cell = &g_array_index (draft->cells, KladkaDraftCell, j);

          n += cell->cell == code && strlen (cell->text) == code_length && (draft->suspect != NULL) == suspect;
        }
    }
  return n;
}

/* GV, GV.OC, GV.OC-01 */
static void
test_csf (void)
{
  g_autoptr (GBytes) bytes = import_load ("frameworks/NIST_CSF_v2.0_catalog.oscal.xml");
  g_autoptr (KladkaDrafts) drafts = NULL;
  gsize length;
  const char *data;

  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &length);
  drafts = import_read ("csf.xml", data, length);
  g_assert_cmpuint (count_level (drafts, 2, FALSE), ==, 6);
  g_assert_cmpuint (count_level (drafts, 5, FALSE), ==, 22);
  g_assert_cmpuint (count_level (drafts, 8, FALSE), ==, 106);
  g_assert_cmpuint (count_level (drafts, 5, TRUE), ==, 12);
  g_assert_cmpuint (count_level (drafts, 8, TRUE), ==, 79);
  assert_file ("frameworks/NIST_CSF_v2.0_catalog.oscal.xml", 134, 91);
}

static void
test_sp_800_53 (void)
{
  assert_file ("frameworks/NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json", 167, 0);
}

static void
test_basic (void)
{
  assert_file ("frameworks/oscal-basic-catalog-example.json", 8, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/oscal/tree-from-xml", test_tree_xml);
  g_test_add_func ("/exchange/oscal/tree-from-json", test_tree_json);
  g_test_add_func ("/exchange/oscal/without-example-is-suspect", test_unexemplified_are_suspect);
  g_test_add_func ("/exchange/oscal/no-examples-no-suspicion", test_no_examples_no_suspicion);
  g_test_add_func ("/exchange/oscal/same-code-of-two-frameworks", test_same_code_of_two_frameworks);
  g_test_add_func ("/exchange/oscal/refusals-say-why", test_refusals);
  g_test_add_func ("/exchange/oscal/real/csf-2.0", test_csf);
  g_test_add_func ("/exchange/oscal/real/sp-800-53", test_sp_800_53);
  g_test_add_func ("/exchange/oscal/real/basic-example", test_basic);
  return g_test_run ();
}
