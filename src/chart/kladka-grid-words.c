/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-grid-chart.h"
#include "kladka-scene-builder.h"

#define KEY_CHOICE 0x40000000u
#define KEY_NONE 0x7fffffffu
#define N_MARKS 5

/* Rows, words and legend of the grid. */

guint
kladka_grid_chart_get_row_key (const KladkaGrid *grid, guint row)
{
  const KladkaGridRow *it = kladka_grid_get_row (grid, row);

  if (it->none)
    return KEY_NONE;
  if (it->ref != 0)
    return it->ref;
  return it->tag != NULL ? KEY_CHOICE | (g_str_hash (it->tag) & (KEY_CHOICE - 1)) : KEY_CHOICE + it->choice;
}

GArray *
kladka_grid_chart_list_rows (const KladkaGrid *grid, GHashTable *expanded)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = kladka_grid_get_n_rows (grid);
  g_autofree gboolean *shown = g_new0 (gboolean, MAX (n, 1));

  for (guint row = 0; row < n; row++)
    {
      int parent = kladka_grid_get_row (grid, row)->parent;

      shown[row] = parent < 0
                   || (shown[parent]
                       && (expanded == NULL
                           || g_hash_table_contains (
                               expanded, GUINT_TO_POINTER (kladka_grid_chart_get_row_key (grid, (guint)parent)))));
      if (shown[row])
        g_array_append_val (rows, row);
    }
  return rows;
}

static void
add_marks (GString *out, guint marks, const char *gap, const KladkaWords *words)
{
  for (guint bit = 0; bit < N_MARKS; bit++)
    if (marks & 1u << bit)
      g_string_append_printf (out, "%s%s", gap, kladka_mark_get_label (1u << bit, words));
}

char *
kladka_grid_chart_dup_cell_words (const KladkaGrid *grid,
                                  guint row,
                                  guint period,
                                  const KladkaWords *words,
                                  gboolean lines)
{
  const KladkaCoverageCell *cell = kladka_grid_get_cell (grid, row, period);
  g_autofree char *label = kladka_grid_dup_row_label (grid, row, words);
  g_autofree char *when = kladka_grid_dup_period_label (grid, period, words);
  g_autofree char *percent = kladka_words_dup_share (words, cell->cover);
  const char *gap = lines ? "\n" : ", ";
  GString *out = g_string_new (label);

  g_string_append_printf (out, "%s%s%s%s", gap, when, lines ? "\n" : ": ", kladka_state_get_label (cell->state, words));
  if (kladka_cell_has_figure (cell))
    g_string_append_printf (out, "%s%s", gap, percent);
  if (cell->by[KLADKA_CERTAINTY_PLANNED] >= 0.005)
    {
      g_autofree char *planned = kladka_words_dup_share (words, cell->by[KLADKA_CERTAINTY_PLANNED]);
      g_string_append_printf (out, "%s%s: %s", gap, kladka_certainty_get_label (KLADKA_CERTAINTY_PLANNED, words),
                              planned);
    }
  add_marks (out, cell->marks, gap, words);
  return g_string_free (out, FALSE);
}

typedef struct {
  guint states[KLADKA_N_STATES];
  guint marks[N_MARKS];
} Counts;

static void
count_cells (const KladkaGrid *grid, const GArray *rows, Counts *counts)
{
  for (guint i = 0; i < rows->len; i++)
    for (guint period = 0; period < kladka_grid_get_n_periods (grid); period++)
      {
        const KladkaCoverageCell *cell = kladka_grid_get_cell (grid, g_array_index (rows, guint, i), period);

        counts->states[cell->state]++;
        for (guint bit = 0; bit < N_MARKS; bit++)
          counts->marks[bit] += (cell->marks >> bit) & 1;
      }
}

static char *
dup_counted (const char *label, guint count, const KladkaWords *words)
{
  g_autofree char *number = kladka_words_dup_integer (words, count);

  return g_strdup_printf ("%s (%s)", label, number);
}

KladkaScene *
kladka_grid_chart_layout_legend (const KladkaGrid *grid,
                                 const GArray *rows,
                                 double width,
                                 KladkaMeasure *measure,
                                 KladkaWords *words)
{
  /* What asks for action first. */
  static const KladkaCellState order[] = { KLADKA_STATE_GAP,     KLADKA_STATE_LAPSING,     KLADKA_STATE_PARTLY,
                                           KLADKA_STATE_COVERED, KLADKA_STATE_DUPLICATED,  KLADKA_STATE_AMOUNT_UNKNOWN,
                                           KLADKA_STATE_UNASKED, KLADKA_STATE_NOT_RECORDED };
  KladkaLegendItem items[KLADKA_N_STATES + N_MARKS + 2] = { 0 };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Counts counts = { 0 };
  guint n = 0;

  count_cells (grid, rows, &counts);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++, n++)
    {
      g_ptr_array_add (texts, dup_counted (kladka_state_get_label (order[i], words), counts.states[order[i]], words));
      items[n] = (KladkaLegendItem){ .shape = KLADKA_SHAPE_RECT,
                                     .ink = KLADKA_INK_STATE_NOT_RECORDED + order[i],
                                     .letter = kladka_state_get_letter (order[i], words),
                                     .text = g_ptr_array_index (texts, n) };
    }
  items[n++] = (KladkaLegendItem){ .shape = KLADKA_SHAPE_RECT,
                                   .ink = KLADKA_INK_STATE_PARTLY,
                                   .letter = "40",
                                   .text = kladka_words_get_c (words, "legend", KC_ ("legend", "Per cent covered")) };
  items[n].shape = KLADKA_SHAPE_RECT;
  items[n].ink = KLADKA_INK_SUPPLY_PLANNED;
  items[n].thickness = 3;
  items[n++].text = kladka_words_get_c (words, "legend", KC_ ("legend", "Planned supply"));
  for (guint bit = 0; bit < N_MARKS; bit++, n++)
    {
      g_ptr_array_add (texts, dup_counted (kladka_mark_get_label (1u << bit, words), counts.marks[bit], words));
      items[n].shape = KLADKA_SHAPE_SIGN_LAPSING + bit;
      items[n].ink = KLADKA_INK_SIGN;
      items[n].text = g_ptr_array_index (texts, texts->len - 1);
    }
  return kladka_scene_new_legend (items, n, width, measure);
}
