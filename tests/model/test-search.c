/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "fixture.h"
#include "kladka-search.h"

#define NEED KLADKA_TYPE_NEED
#define N_MANY 1000

static KladkaPlan *
make_many (guint n)
{
  g_autoptr (KladkaPlan) empty = kladka_plan_new_empty ();
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autofree char *title = g_strdup_printf ("Zażółć %s nr %u", i % 2 ? "gęślą" : "jaźń", i);
      kladka_edits_create (edits, NEED, id);
      fixture_text (edits, NEED, id, "title_pl", title);
      fixture_text (edits, NEED, id, "description_uk", i % 10 == 0 ? "КИЇВ" : "Львів");
    }
  return fixture_apply (empty, edits, NULL);
}

static guint
count (const KladkaSearch *search, const KladkaPlan *plan, const char *text)
{
  guint n_slots = kladka_plan_get_n_slots (plan, NEED), n = 0;
  g_autofree guint64 *bits = g_new (guint64, (n_slots + 63) / 64);
  memset (bits, 0xff, (n_slots + 63) / 64 * sizeof (guint64));
  guint said = kladka_search_run (search, NEED, text, bits);
  for (guint i = 0; i < (n_slots + 63) / 64 * 64; i++)
    n += bits[i / 64] >> (i % 64) & 1;
  g_assert_cmpuint (said, ==, n);
  return n;
}

static void
test_finds (void)
{
  g_autoptr (KladkaPlan) plan = make_many (N_MANY);
  g_autoptr (KladkaSearch) search = kladka_search_new (plan, NULL);
  g_assert_cmpuint (count (search, plan, ""), ==, N_MANY);
  g_assert_cmpuint (count (search, plan, "  "), ==, N_MANY);
  g_assert_cmpuint (count (search, plan, NULL), ==, N_MANY);
  g_assert_cmpuint (count (search, plan, "zazolc"), ==, N_MANY);
  g_assert_cmpuint (count (search, plan, "GESLA"), ==, N_MANY / 2);
  g_assert_cmpuint (count (search, plan, "київ"), ==, N_MANY / 10);
  g_assert_cmpuint (count (search, plan, "jazn київ"), ==, N_MANY / 10);
  g_assert_cmpuint (count (search, plan, "київ gesla"), ==, 0);
  g_assert_cmpuint (count (search, plan, "nothing"), ==, 0);
  g_assert_cmpuint (count (search, plan, "999"), ==, 1);
}

static void
test_not_across_records (void)
{
  g_autoptr (KladkaPlan) plan = make_many (3);
  g_autoptr (KladkaSearch) search = kladka_search_new (plan, NULL);
  g_assert_cmpuint (count (search, plan, "львів\nzazolc"), ==, 2); /* two words, not a bridge */
  g_assert_cmpuint (count (search, plan, "jazn gesla"), ==, 0);
}

static void
test_follows_edits (void)
{
  g_autoptr (KladkaPlan) plan = make_many (N_MANY);
  g_autoptr (KladkaSearch) search = kladka_search_new (plan, NULL);
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  fixture_text (edits, NEED, "n500", "title_en", "Unheard-of");
  kladka_edits_set_named (edits, NEED, "n0", "deleted", kladka_value_integer (2));
  kladka_edits_create (edits, NEED, "fresh");
  fixture_text (edits, NEED, "fresh", "reference", "N-77");
  g_autoptr (KladkaPlan) next = fixture_apply (plan, edits, NULL);
  g_autoptr (KladkaSearch) newer = kladka_search_new (next, search);
  g_assert_cmpuint (count (newer, next, "unheard"), ==, 1);
  g_assert_cmpuint (count (newer, next, "n-77"), ==, 1);
  g_assert_cmpuint (count (newer, next, "київ"), ==, N_MANY / 10 - 1);
  g_assert_cmpuint (count (newer, next, ""), ==, N_MANY);
  g_assert_cmpuint (count (search, plan, "unheard"), ==, 0);
}

/* Against a plain look at each record. */
static void
test_same_as_plain_scan (void)
{
  static const char *const tries[] = { "1", "nr 7", "lw", "л", "z 9 київ", "12 jazn", "ę" };
  g_autoptr (KladkaPlan) plan = make_many (N_MANY);
  g_autoptr (KladkaSearch) search = kladka_search_new (plan, NULL);
  for (guint t = 0; t < G_N_ELEMENTS (tries); t++)
    {
      g_autofree char *folded = kladka_text_fold (tries[t]);
      g_auto (GStrv) words = g_strsplit (folded, " ", -1);
      const KladkaRecord *record;
      guint n = 0;
      for (guint slot = 0; kladka_plan_next (plan, NEED, &slot, &record);)
        {
          const KladkaNeed *need = (const KladkaNeed *)record;
          g_autofree char *all =
              g_strdup_printf ("%s %s", need->title.in[KLADKA_LANG_PL], need->description.in[KLADKA_LANG_UK]);
          g_autofree char *plain = kladka_text_fold (all);
          gboolean fits = TRUE;
          for (guint w = 0; words[w] != NULL; w++)
            fits &= strstr (plain, words[w]) != NULL;
          n += fits;
        }
      g_assert_cmpuint (count (search, plan, tries[t]), ==, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/search/blind-to-case-and-accents", test_finds);
  g_test_add_func ("/model/search/never-across-records", test_not_across_records);
  g_test_add_func ("/model/search/follows-edits", test_follows_edits);
  g_test_add_func ("/model/search/same-as-plain-scan", test_same_as_plain_scan);
  return g_test_run ();
}
