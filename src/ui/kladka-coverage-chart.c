/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "kladka-coverage-page-private.h"

/* ---- Layout ---- */

/* A letter and two digits side by side in every cell, not only where the digits happen to be narrow. */
static double
get_legible_width (KladkaMeasure *measure)
{
  return ceil (kladka_measure_get_width (measure, KLADKA_FONT_SMALL_BOLD, "M")
               + kladka_measure_get_width (measure, KLADKA_FONT_SMALL, "88")
               + kladka_grid_chart_get_row_height (measure) / 8)
         + 7;
}

static double
get_cell_width (const KladkaScene *scene, const KladkaGrid *grid)
{
  return (kladka_scene_get_content_width (scene) - kladka_scene_get_plot (scene).x)
         / MAX (kladka_grid_get_n_periods (grid), 1);
}

/* Where not all columns fit, as many whole ones as do: none is cut at either end of the way. */
static double
choose_cell_width (const KladkaScene *scene, const KladkaGrid *grid, KladkaMeasure *measure)
{
  double room = kladka_scene_get_plot (scene).width;
  double width = MAX (get_cell_width (scene, grid), get_legible_width (measure));

  return width * kladka_grid_get_n_periods (grid) > room + 0.5 ? room / MAX (floor (room / width), 1) : width;
}

static KladkaScene *
lay_out (gpointer client, double width, double height)
{
  KladkaCoveragePage *self = client;
  KladkaGrid *grid = kladka_grid_state_get_grid (self->grid);
  KladkaMeasure *measure = kladka_chart_view_get_measure (self->chart);
  KladkaWords *words = kladka_view_state_get_words (self->state);
  KladkaGridView view = { .width = width, .height = height, .show_signs = TRUE };
  KladkaScene *scene;

  if (grid == NULL)
    return NULL;
  view.rows = kladka_grid_state_get_rows (self->grid);
  view.expanded = kladka_grid_state_get_expanded (self->grid);
  view.scroll_x = kladka_chart_view_get_scroll_x (self->chart);
  view.scroll_y = kladka_chart_view_get_scroll_y (self->chart);
  scene = kladka_grid_chart_layout (grid, &view, measure, words);
  view.cell_width = choose_cell_width (scene, grid, measure);
  if (view.cell_width != get_cell_width (scene, grid))
    {
      kladka_scene_unref (scene);
      scene = kladka_grid_chart_layout (grid, &view, measure, words);
    }
  self->cell_width = get_cell_width (scene, grid);
  return scene;
}

static int
get_focus_row (KladkaCoveragePage *self)
{
  const GArray *rows = kladka_grid_state_get_rows (self->grid);

  return rows != NULL && self->focus_place >= 0 && self->focus_place < (int)rows->len
             ? (int)g_array_index (rows, guint, self->focus_place)
             : -1;
}

static int
find_focus (gpointer client, const KladkaScene *scene)
{
  KladkaCoveragePage *self = client;
  int row = get_focus_row (self);

  if (row < 0)
    return -1;
  if (self->focus_column >= 0)
    return kladka_scene_find_cell (scene, row, self->focus_column);
  for (guint i = 0; i < kladka_scene_get_n_marks (scene); i++)
    {
      const KladkaMark *mark = kladka_scene_get_mark (scene, i);
      if (mark->target == KLADKA_TARGET_ROW && mark->row == row)
        return (int)i;
    }
  return -1;
}

gboolean
kladka_coverage_page_seek_today (KladkaCoveragePage *self)
{
  KladkaGrid *grid = kladka_grid_state_get_grid (self->grid);
  KladkaScene *scene = kladka_chart_view_get_scene (self->chart);
  gint32 month = kladka_month_of_day (kladka_view_state_get_spec (self->state)->as_of);
  guint period = 0;

  if (grid == NULL || scene == NULL)
    return FALSE;
  while (period < kladka_grid_get_n_periods (grid) && kladka_grid_get_period (grid, period).to <= month)
    period++;
  kladka_chart_view_set_scroll_x (
      self->chart,
      floor (MAX (period * self->cell_width - kladka_scene_get_plot (scene).width / 4, 0) / self->cell_width)
          * self->cell_width);
  return TRUE;
}

/* ---- Choosing ---- */

void
kladka_coverage_page_choose (KladkaCoveragePage *self, int row, int column)
{
  KladkaGrid *grid = kladka_grid_state_get_grid (self->grid);
  KladkaCellChoice choice;

  if (grid == NULL || row < 0)
    return;
  choice = kladka_grid_state_get_choice (self->grid, (guint)row,
                                         column >= 0 ? (guint)column : kladka_grid_get_n_periods (grid));
  kladka_view_state_set_cell (self->state, &choice);
}

static void
click (gpointer client, const KladkaHit *hit, int n_press, GdkModifierType state)
{
  KladkaCoveragePage *self = client;
  KladkaScene *scene = kladka_chart_view_get_scene (self->chart);
  const KladkaMark *mark = hit->mark >= 0 ? kladka_scene_get_mark (scene, (guint)hit->mark) : NULL;
  int row;

  if (mark == NULL || mark->row < 0)
    return;
  row = mark->row;
  self->focus_place = kladka_grid_state_find_place (self->grid, row);
  self->focus_column = mark->target == KLADKA_TARGET_CELL ? mark->column : -1;
  kladka_chart_view_invalidate (self->chart);
  if (mark->target == KLADKA_TARGET_EXPANDER || (mark->target == KLADKA_TARGET_ROW && n_press == 2))
    kladka_grid_state_toggle_row (self->grid, (guint)row);
  else if (n_press == 1)
    kladka_coverage_page_choose (self, row, self->focus_column);
}

/* ---- Keys ---- */

void
kladka_coverage_page_reveal_focus (KladkaCoveragePage *self)
{
  KladkaScene *scene = kladka_chart_view_get_scene (self->chart);
  double row_height = kladka_grid_chart_get_row_height (kladka_chart_view_get_measure (self->chart));
  double x = self->focus_column * self->cell_width, y = self->focus_place * row_height;
  double left = kladka_chart_view_get_scroll_x (self->chart), top = kladka_chart_view_get_scroll_y (self->chart);
  KladkaBox plot;

  if (scene == NULL)
    return;
  plot = kladka_scene_get_plot (scene);
  if (y < top)
    kladka_chart_view_set_scroll_y (self->chart, y);
  else if (y + row_height > top + plot.height)
    kladka_chart_view_set_scroll_y (self->chart, y + row_height - plot.height);
  if (self->focus_column >= 0 && x < left)
    kladka_chart_view_set_scroll_x (self->chart, x);
  else if (self->focus_column >= 0 && x + self->cell_width > left + plot.width)
    kladka_chart_view_set_scroll_x (self->chart, x + self->cell_width - plot.width);
}

static void
go (KladkaCoveragePage *self, int place, int column)
{
  const GArray *rows = kladka_grid_state_get_rows (self->grid);
  KladkaGrid *grid = kladka_grid_state_get_grid (self->grid);

  if (grid == NULL || rows->len == 0)
    return;
  self->focus_place = CLAMP (place, 0, (int)rows->len - 1);
  self->focus_column = CLAMP (column, -1, (int)kladka_grid_get_n_periods (grid) - 1);
  kladka_coverage_page_reveal_focus (self);
  kladka_chart_view_invalidate (self->chart);
}

static int
count_page_rows (KladkaCoveragePage *self)
{
  KladkaScene *scene = kladka_chart_view_get_scene (self->chart);
  double row_height = kladka_grid_chart_get_row_height (kladka_chart_view_get_measure (self->chart));

  return scene != NULL ? MAX ((int)(kladka_scene_get_plot (scene).height / row_height) - 1, 1) : 1;
}

/* On the label of a row the sideways arrows close and open it first. */
static void
go_sideways (KladkaCoveragePage *self, int step)
{
  int row = get_focus_row (self);
  KladkaGrid *grid = kladka_grid_state_get_grid (self->grid);
  gboolean opens = row >= 0 && self->focus_column < 0 && kladka_grid_get_row (grid, (guint)row)->has_children
                   && kladka_grid_state_is_open (self->grid, (guint)row) == (step < 0);

  if (opens)
    kladka_grid_state_toggle_row (self->grid, (guint)row);
  else
    go (self, self->focus_place, self->focus_column + step);
}

static gboolean
navigate (KladkaCoveragePage *self, guint keyval, gboolean control)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      go (self, self->focus_place - 1, self->focus_column);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      go (self, self->focus_place + 1, self->focus_column);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      go_sideways (self, -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      go_sideways (self, 1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      go (self, control ? 0 : self->focus_place, control ? self->focus_column : -1);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      go (self, control ? G_MAXINT : self->focus_place, control ? self->focus_column : G_MAXINT);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      go (self, self->focus_place - count_page_rows (self), self->focus_column);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      go (self, self->focus_place + count_page_rows (self), self->focus_column);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Opened and closed from any cell of the row. */
static gboolean
toggle (KladkaCoveragePage *self, gboolean open)
{
  int row = get_focus_row (self);

  if (row >= 0 && kladka_grid_state_is_open (self->grid, (guint)row) != open)
    kladka_grid_state_toggle_row (self->grid, (guint)row);
  return row >= 0;
}

static gboolean
act (KladkaCoveragePage *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      kladka_coverage_page_choose (self, get_focus_row (self), self->focus_column);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
      return toggle (self, TRUE);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return toggle (self, FALSE);
    case GDK_KEY_Escape:
      if (!kladka_view_state_get_cell (self->state)->chosen)
        return FALSE;
      kladka_view_state_set_cell (self->state, &(KladkaCellChoice){ 0 });
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key (gpointer client, guint keyval, GdkModifierType state)
{
  KladkaCoveragePage *self = client;

  if (kladka_grid_state_get_grid (self->grid) == NULL)
    return FALSE;
  if (state == GDK_CONTROL_MASK)
    return navigate (self, keyval, TRUE);
  if ((state & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  return (state == 0 && navigate (self, keyval, FALSE)) || act (self, keyval);
}

const KladkaChartClient kladka_coverage_client = {
  .lay_out = lay_out,
  .find_focus = find_focus,
  .key = key,
  .click = click,
};
