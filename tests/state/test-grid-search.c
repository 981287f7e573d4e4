/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the search leaves of the coverage grid's rows. */

#include "kladka-grid-search.h"

#include "desk.h"

typedef struct {
  Desk *desk;
  KladkaSearch *search;
  KladkaCoverage *coverage;
} Fixture;

static void
add_capability (KladkaEdits *edits, const char *id, const char *parent, const char *code, const char *title_uk)
{
  kladka_edits_create (edits, KLADKA_TYPE_CAPABILITY, id);
  desk_text (edits, CAPABILITY, id, "code", code);
  desk_text (edits, CAPABILITY, id, "title_uk", title_uk);
  desk_text (edits, CAPABILITY, id, "parent", parent);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  KladkaCoverageSpec spec = { 0 };

  self->desk = desk_new (KLADKA_LANG_EN);
  desk_furnish (self->desk);
  add_capability (edits, "cap-1", "cap-edr", "DE.CM-1", "ВИЯВЛЕННЯ");
  add_capability (edits, "cap-2", "cap-edr", "DE.CM-2", "Журнали");
  add_capability (edits, "cap-3", "cap-1", "DE.CM-1A", "Датчики");
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, "need-1", "tags",
                          kladka_value_list ((const char *const[]){ "Łączność", NULL }));
  desk_apply (self->desk, edits);
  spec.as_of = kladka_day_from_civil (2026, 11, 23);
  self->search = kladka_search_new (desk_get_plan (self->desk), NULL);
  self->coverage = kladka_coverage_new (desk_get_plan (self->desk), &spec);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  kladka_coverage_unref (self->coverage);
  kladka_search_unref (self->search);
  desk_free (self->desk);
}

/* Labels of the rows found, one after the other. */
static char *
dup_found (Fixture *self, KladkaDimension dimension, const char *text)
{
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  g_autoptr (KladkaGrid) grid =
      kladka_grid_new (self->coverage, dimension, KLADKA_PERIOD_YEAR, kladka_coverage_get_months (self->coverage));
  g_autoptr (GArray) rows = kladka_grid_search_list (grid, self->search, text, words);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *label = kladka_grid_dup_row_label (grid, g_array_index (rows, guint, i), words);
      char *end = dimension == KLADKA_DIMENSION_CAPABILITY ? strchr (label, ' ') : NULL;

      if (end != NULL)
        *end = '\0';
      g_string_append_printf (out, "%s|", label);
    }
  return g_string_free (out, FALSE);
}

static void
test_family (Fixture *self, gconstpointer data)
{
  g_autofree char *found = dup_found (self, KLADKA_DIMENSION_CAPABILITY, "виявлення");
  g_autofree char *none = dup_found (self, KLADKA_DIMENSION_CAPABILITY, "nowhere");

  g_assert_cmpstr (found, ==, "DE.CM|DE.CM-1|DE.CM-1A|");
  g_assert_cmpstr (none, ==, "");
}

static void
test_called (Fixture *self, gconstpointer data)
{
  g_autofree char *found = dup_found (self, KLADKA_DIMENSION_TAG, "lacznosc");

  g_assert_cmpstr (found, ==, "Łączność|");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/state/grid-search/a-row-comes-with-what-is-above-and-below-it", Fixture, NULL, set_up, test_family,
              tear_down);
  g_test_add ("/state/grid-search/rows-of-no-record-go-by-their-name", Fixture, NULL, set_up, test_called, tear_down);
  return g_test_run ();
}
