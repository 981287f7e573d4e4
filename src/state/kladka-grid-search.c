/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-grid-search.h"

#include "kladka-text.h"

#include <string.h>

/* Adds the refs of what is found among the records of a type. */
static void
add_found (GHashTable *refs, const KladkaPlan *plan, const KladkaSearch *search, KladkaType type, const char *text)
{
  guint n_slots = kladka_plan_get_n_slots (plan, type);
  g_autofree guint64 *bits = g_new0 (guint64, n_slots / 64 + 1);

  kladka_search_run (search, type, text, bits);
  for (guint slot = 0; slot < n_slots; slot++)
    {
      const KladkaRecord *record = bits[slot / 64] >> slot % 64 & 1 ? kladka_plan_get_at (plan, type, slot) : NULL;

      if (record != NULL)
        g_hash_table_add (refs, GUINT_TO_POINTER (record->ref));
    }
}

/* All rows of a grid that are records are of one type. */
static GHashTable *
find_refs (const KladkaGrid *grid, const KladkaSearch *search, const char *text)
{
  const KladkaPlan *plan = kladka_coverage_get_plan (kladka_grid_get_coverage (grid));
  GHashTable *refs = g_hash_table_new (NULL, NULL);
  const KladkaRecord *record = NULL;

  for (guint row = 0; row < kladka_grid_get_n_rows (grid) && record == NULL; row++)
    record = kladka_plan_get (plan, kladka_grid_get_row (grid, row)->ref);
  if (record != NULL)
    add_found (refs, plan, search, record->type, text);
  return refs;
}

static gboolean
is_called (const KladkaGrid *grid, guint row, const char *folded, const KladkaWords *words)
{
  g_autofree char *label = kladka_grid_dup_row_label (grid, row, words);
  g_autofree char *folded_label = kladka_text_fold (label);

  return strstr (folded_label, folded) != NULL;
}

/* Children come after their parents. */
static gboolean *
find_rows (const KladkaGrid *grid, GHashTable *refs, const char *folded, const KladkaWords *words)
{
  guint n = kladka_grid_get_n_rows (grid);
  gboolean *found = g_new0 (gboolean, n + 1);

  for (guint row = 0; row < n; row++)
    {
      const KladkaGridRow *it = kladka_grid_get_row (grid, row);

      found[row] = (it->parent >= 0 && found[it->parent])
                   || (it->ref != 0 ? g_hash_table_contains (refs, GUINT_TO_POINTER (it->ref))
                                    : is_called (grid, row, folded, words));
    }
  for (guint row = n; row-- > 0;)
    if (found[row] && kladka_grid_get_row (grid, row)->parent >= 0)
      found[kladka_grid_get_row (grid, row)->parent] = TRUE;
  return found;
}

GArray *
kladka_grid_search_list (const KladkaGrid *grid, const KladkaSearch *search, const char *text, const KladkaWords *words)
{
  g_autoptr (GHashTable) refs = find_refs (grid, search, text);
  g_autofree char *folded = kladka_text_fold (text);
  g_autofree gboolean *found = find_rows (grid, refs, folded, words);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < kladka_grid_get_n_rows (grid); row++)
    if (found[row])
      g_array_append_val (rows, row);
  return rows;
}
