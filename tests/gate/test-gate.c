/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing above the ceiling leaves: every output at every ceiling is unpacked and searched for words that say how high
 * they are. The same search finds them where the gate is left out, so it can find. */

#define _GNU_SOURCE /* memmem() */

#include <string.h>

#include "marked-plan.h"
#include "outputs.h"

static guint
count (const Output *output, KladkaMarking marking)
{
  const char *stem = marked_plan_get_stem (marking);
  gsize length = strlen (stem);
  guint n = 0;

  for (const char *at = output->text->str; (at = memmem (at, output->text->str + output->text->len - at, stem, length));
       at += length)
    n++;
  return n;
}

static void
assert_nothing_above (const Output *output, KladkaMarking ceiling)
{
  g_assert_cmpuint (count (output, KLADKA_MARKING_NONE), ==, 0);
  for (KladkaMarking marking = ceiling + 1; marking <= KLADKA_MARKING_RED; marking++)
    if (count (output, marking) > 0)
      {
        const char *at = memmem (output->text->str, output->text->len, marked_plan_get_stem (marking),
                                 strlen (marked_plan_get_stem (marking)));
        const char *from = MAX (output->text->str, at - 300);

        g_error ("%s at %s: %.*s", output->name, kladka_marking_get_label (ceiling), (int)(at - from) + 60, from);
      }
}

static void
test_nothing_above_the_ceiling (gconstpointer data)
{
  KladkaMarking ceiling = GPOINTER_TO_UINT (data);
  g_autoptr (KladkaPlan) whole = marked_plan_new (KLADKA_MARKING_RED, NULL);
  g_autoptr (KladkaPlan) below = kladka_plan_new_below (whole, ceiling, NULL);

  for (KladkaLang lang = 0; lang < KLADKA_N_LANGS; lang++)
    {
      g_autoptr (GPtrArray) outputs = outputs_make (below, ceiling, lang);

      for (guint i = 0; i < outputs->len; i++)
        {
          const Output *output = outputs->pdata[i];

          assert_nothing_above (output, ceiling);
          /* What may leave does. */
          if (!output->may_be_silent && count (output, ceiling) == 0)
            g_error ("%s at %s says nothing of that height", output->name, kladka_marking_get_label (ceiling));
        }
    }
}

/* Not even a count or a total: the outputs are those of a plan in which what is above never was. */
static void
test_what_is_above_leaves_no_trace (gconstpointer data)
{
  KladkaMarking ceiling = GPOINTER_TO_UINT (data);
  g_autoptr (KladkaPlan) whole = marked_plan_new (KLADKA_MARKING_RED, NULL);
  g_autoptr (KladkaPlan) never = marked_plan_new (ceiling, NULL);
  g_autoptr (KladkaPlan) below = kladka_plan_new_below (whole, ceiling, NULL);
  g_autoptr (KladkaPlan) clean = kladka_plan_new_below (never, KLADKA_MARKING_RED, NULL);
  g_autoptr (GPtrArray) outputs = outputs_make (below, ceiling, KLADKA_LANG_EN);
  g_autoptr (GPtrArray) expected = outputs_make (clean, ceiling, KLADKA_LANG_EN);

  g_assert_cmpuint (outputs->len, ==, expected->len);
  for (guint i = 0; i < outputs->len; i++)
    {
      const Output *output = outputs->pdata[i];
      const Output *other = expected->pdata[i];

      if (!g_string_equal (output->text, other->text))
        g_error ("%s at %s is not the same", output->name, kladka_marking_get_label (ceiling));
    }
}

/* The gate left out: each output tells. */
static void
test_the_search_finds_without_the_gate (void)
{
  g_autoptr (KladkaPlan) whole = marked_plan_new (KLADKA_MARKING_RED, NULL);
  g_autoptr (GPtrArray) outputs = outputs_make (whole, KLADKA_MARKING_CLEAR, KLADKA_LANG_EN);
  guint n = 0;

  for (guint i = 0; i < outputs->len; i++)
    {
      const Output *output = outputs->pdata[i];

      if (output->may_be_silent)
        continue;
      if (count (output, KLADKA_MARKING_RED) == 0)
        g_error ("%s: not one word found", output->name);
      n++;
    }
  g_assert_cmpuint (n, >=, 20);
}

static gboolean
has_word (const Output *output, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = output->text->str; (at = strstr (at, word)) != NULL; at += length)
    if (!g_ascii_isdigit (at[length]))
      return TRUE;
  return FALSE;
}

/* What may leave leaves whole: each word at or below the ceiling stands in the JSON and in the tables. */
static void
test_all_below_the_ceiling_leaves (gconstpointer data)
{
  KladkaMarking ceiling = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (KladkaPlan) whole = marked_plan_new (KLADKA_MARKING_RED, &words);
  g_autoptr (KladkaPlan) below = kladka_plan_new_below (whole, ceiling, NULL);
  g_autoptr (GPtrArray) outputs = outputs_make_records (below, ceiling);
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = words->pdata[i];
      KladkaMarking marking = KLADKA_MARKING_CLEAR;

      while (!g_str_has_prefix (word, marked_plan_get_stem (marking)))
        marking++;
      for (guint j = 0; j < outputs->len && marking <= ceiling; j++, n++)
        if (!has_word (outputs->pdata[j], word))
          g_error ("%s is not in %s", word, ((const Output *)outputs->pdata[j])->name);
    }
  g_assert_cmpuint (n, >, 300);
}

static void
add (const char *path, KladkaMarking ceiling, GTestDataFunc func)
{
  g_autofree char *full = g_strconcat (path, "/", kladka_marking_get_label (ceiling) + strlen ("TLP:"), NULL);

  g_test_add_data_func (full, GUINT_TO_POINTER (ceiling), func);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gate/the-search-finds-without-the-gate", test_the_search_finds_without_the_gate);
  for (KladkaMarking ceiling = KLADKA_MARKING_CLEAR; ceiling <= KLADKA_MARKING_RED; ceiling++)
    {
      add ("/gate/nothing-above-the-ceiling", ceiling, test_nothing_above_the_ceiling);
      add ("/gate/what-is-above-leaves-no-trace", ceiling, test_what_is_above_leaves_no_trace);
      add ("/gate/all-below-the-ceiling-leaves", ceiling, test_all_below_the_ceiling_leaves);
    }
  return g_test_run ();
}
