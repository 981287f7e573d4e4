/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "golden.h"
#include "kladka-grid-chart.h"
#include "small-plan.h"

typedef struct {
  KladkaPlan *plan;
  KladkaCoverage *coverage;
  KladkaGrid *grid;
  KladkaWords *words;
  KladkaMeasure *measure;
} Fixture;

static void
set_up (Fixture *it, gconstpointer data)
{
  KladkaCoverageSpec spec = { kladka_day_from_civil (2026, 11, 23), FALSE, KLADKA_CERTAINTY_END_UNKNOWN };

  it->plan = make_small_plan ();
  it->coverage = kladka_coverage_new (it->plan, &spec);
  it->grid = kladka_grid_new (it->coverage, KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_QUARTER,
                              kladka_coverage_get_months (it->coverage));
  it->words = kladka_words_new (KLADKA_LANG_EN, NULL);
  it->measure = kladka_measure_new_fixed (10);
}

static void
tear_down (Fixture *it, gconstpointer data)
{
  kladka_measure_unref (it->measure);
  kladka_words_unref (it->words);
  kladka_grid_unref (it->grid);
  kladka_coverage_unref (it->coverage);
  kladka_plan_unref (it->plan);
}

static KladkaScene *
lay_out (Fixture *it, const GArray *rows, double width, double scroll_x)
{
  KladkaGridView view = { .rows = rows,
                          .width = width,
                          .height = 120,
                          .scroll_x = scroll_x,
                          .label_width = 100,
                          .cell_width = 50,
                          .show_signs = TRUE };

  return kladka_grid_chart_layout (it->grid, &view, it->measure, it->words);
}

static void
test_scene (Fixture *it, gconstpointer data)
{
  g_autoptr (GArray) rows = kladka_grid_chart_list_rows (it->grid, NULL);
  g_autoptr (KladkaScene) scene = lay_out (it, rows, 500, 0);
  g_autofree char *dump = kladka_scene_dup_dump (scene);

  assert_golden (dump, "grid.txt");
}

static void
test_closed_rows_hide_their_children (Fixture *it, gconstpointer data)
{
  g_autoptr (GHashTable) expanded = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) closed = kladka_grid_chart_list_rows (it->grid, expanded);
  g_autoptr (GArray) open = NULL;

  g_hash_table_add (expanded, GUINT_TO_POINTER (kladka_grid_chart_get_row_key (it->grid, 0)));
  open = kladka_grid_chart_list_rows (it->grid, expanded);
  g_assert_cmpuint (closed->len, ==, kladka_grid_get_n_rows (it->grid) - 1);
  g_assert_cmpuint (open->len, ==, kladka_grid_get_n_rows (it->grid));
  g_assert_cmpuint (g_array_index (closed, guint, 1), ==, 2);
}

/* Cells, letters and hits agree with the grid, wherever it is scrolled. */
static void
test_cells_are_found_where_they_are (Fixture *it, gconstpointer data)
{
  g_autoptr (GArray) rows = kladka_grid_chart_list_rows (it->grid, NULL);
  g_autoptr (KladkaScene) scene = lay_out (it, rows, 300, 120);
  guint n = 0;

  for (guint i = 0; i < kladka_scene_get_n_marks (scene); i++)
    {
      const KladkaMark *mark = kladka_scene_get_mark (scene, i);
      KladkaBox box = kladka_scene_get_mark_box (scene, i);
      KladkaHit hit;

      if (mark->target != KLADKA_TARGET_CELL || box.width < 2 || box.height < 2)
        continue;
      hit = kladka_scene_hit (scene, box.x + 1, box.y + 1);
      g_assert_cmpint (hit.mark, ==, (int)i);
      g_assert_cmpint (hit.row, ==, mark->row);
      g_assert_cmpint (kladka_scene_find_cell (scene, mark->row, mark->column), ==, (int)i);
      g_assert_cmpint (mark->ink, ==,
                       KLADKA_INK_STATE_NOT_RECORDED
                           + (int)kladka_grid_get_cell (it->grid, (guint)mark->row, (guint)mark->column)->state);
      n++;
    }
  g_assert_cmpuint (n, ==, 15);
}

static void
test_only_what_is_seen_is_laid_out (Fixture *it, gconstpointer data)
{
  g_autoptr (GArray) rows = kladka_grid_chart_list_rows (it->grid, NULL);
  g_autoptr (KladkaScene) wide = lay_out (it, rows, 500, 0);
  g_autoptr (KladkaScene) narrow = lay_out (it, rows, 200, 0);

  g_assert_cmpuint (kladka_scene_get_n_marks (narrow), <, kladka_scene_get_n_marks (wide) / 2);
  g_assert_cmpfloat (kladka_scene_get_content_width (narrow), ==, 100 + 8 * 50);
}

static void
test_cell_in_words (Fixture *it, gconstpointer data)
{
  g_autofree char *words = kladka_grid_chart_dup_cell_words (it->grid, 1, 2, it->words, FALSE);

  g_assert_cmpstr (words, ==, "DE.CM Monitoring, Q3 2026: Partly covered, 60%");
}

static void
test_legend_lists_all_states (Fixture *it, gconstpointer data)
{
  g_autoptr (GArray) rows = kladka_grid_chart_list_rows (it->grid, NULL);
  g_autoptr (KladkaScene) scene = kladka_grid_chart_layout_legend (it->grid, rows, 400, it->measure, it->words);
  g_autofree char *dump = kladka_scene_dup_dump (scene);

  for (KladkaCellState state = 0; state < KLADKA_N_STATES; state++)
    {
      g_autofree char *item = g_strdup_printf ("\"%s (", kladka_state_get_label (state, it->words));
      g_assert_nonnull (strstr (dump, item));
    }
  for (guint bit = 0; bit < 5; bit++)
    {
      g_autofree char *item = g_strdup_printf ("\"%s (", kladka_mark_get_label (1u << bit, it->words));
      g_assert_nonnull (strstr (dump, item));
    }
  g_assert_cmpfloat (kladka_scene_get_height (scene), >,
                     3 * kladka_measure_get_line_height (it->measure, KLADKA_FONT_SMALL));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/chart/grid/scene-is-as-drawn-before", test_scene);
  ADD ("/chart/grid/closed-rows-hide-their-children", test_closed_rows_hide_their_children);
  ADD ("/chart/grid/cells-are-found-where-they-are", test_cells_are_found_where_they_are);
  ADD ("/chart/grid/only-what-is-seen-is-laid-out", test_only_what_is_seen_is_laid_out);
  ADD ("/chart/grid/cell-in-words", test_cell_in_words);
  ADD ("/chart/grid/legend-lists-all-states-and-marks", test_legend_lists_all_states);
  return g_test_run ();
}
