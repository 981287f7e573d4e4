/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-grid-chart-private.h"

#include <math.h>

#define BLOCK 8 /* rows in a band */
#define PAD 5
#define INDENT 14
#define EXPANDER 16
#define CELL_WIDTH_MAX 110
#define LABEL_WIDTH_MAX 460

double
kladka_grid_chart_get_row_height (KladkaMeasure *measure)
{
  return ceil (kladka_measure_get_line_height (measure, KLADKA_FONT_BODY) * 1.7);
}

static gboolean
has_years_above (const KladkaGrid *grid)
{
  return kladka_grid_get_unit (grid) != KLADKA_PERIOD_YEAR;
}

double
kladka_grid_chart_get_head_height (const KladkaGrid *grid, KladkaMeasure *measure)
{
  return ceil (kladka_measure_get_line_height (measure, KLADKA_FONT_SMALL) * (has_years_above (grid) ? 2.7 : 1.7));
}

/* What stands over a column, below its year. @brief: a quarter is only its number. */
static char *
dup_head (const KladkaGrid *grid, guint period, gboolean brief, const KladkaWords *words)
{
  gint32 month = kladka_grid_get_period (grid, period).from;

  switch (kladka_grid_get_unit (grid))
    {
    case KLADKA_PERIOD_MONTH:
      return g_strdup (kladka_words_get_month (words, month % 12 + 1, TRUE));
    case KLADKA_PERIOD_QUARTER:
      return brief ? g_strdup (kladka_words_get_quarter (words, month % 12 / 3 + 1))
                   : kladka_words_dup_quarter (words, month / 12, month % 12 / 3 + 1, FALSE);
    case KLADKA_PERIOD_YEAR:
    default:
      return g_strdup_printf ("%d", month / 12);
    }
}

static double
get_widest_head (const KladkaGrid *grid, gboolean brief, KladkaMeasure *measure, const KladkaWords *words)
{
  double widest = 0;
  guint n = MIN (kladka_grid_get_n_periods (grid), 12);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *head = dup_head (grid, i, brief, words);
      widest = MAX (widest, kladka_measure_get_width (measure, KLADKA_FONT_SMALL, head));
    }
  return widest;
}

double
kladka_grid_chart_get_cell_width (const KladkaGrid *grid, KladkaMeasure *measure, const KladkaWords *words)
{
  double of_letters = kladka_measure_get_width (measure, KLADKA_FONT_SMALL_BOLD, "MM");

  return ceil (MAX (of_letters, get_widest_head (grid, TRUE, measure, words)) + 2 * PAD);
}

double
kladka_grid_chart_get_label_width (const KladkaGrid *grid,
                                   const GArray *rows,
                                   double most,
                                   KladkaMeasure *measure,
                                   KladkaWords *words)
{
  double widest = 0;

  for (guint i = 0; i < rows->len && widest < most; i++)
    {
      guint row = g_array_index (rows, guint, i);
      g_autofree char *label = kladka_grid_dup_row_label (grid, row, words);
      double own = kladka_measure_get_width (measure, KLADKA_FONT_BOLD, label);
      widest = MAX (widest, own + EXPANDER + kladka_grid_get_row (grid, row)->depth * INDENT + 2 * PAD);
    }
  return ceil (MIN (widest, most));
}

static double
find_cell_width (const KladkaGridLayout *self, double room)
{
  guint n = MAX (kladka_grid_get_n_periods (self->grid), 1);
  double needed = kladka_grid_chart_get_cell_width (self->grid, self->measure, self->words);

  if (self->view->cell_width > 0)
    return self->view->cell_width;
  return CLAMP (floor (room / n), needed, MAX (needed, CELL_WIDTH_MAX));
}

static void
add_ground (const KladkaGridLayout *self, guint row, double y, double width)
{
  gboolean top =
      kladka_grid_get_row (self->grid, row)->has_children && kladka_grid_get_row (self->grid, row)->depth == 0;

  kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, top ? KLADKA_INK_ROW : KLADKA_INK_BACKGROUND,
                            (KladkaBox){ 0, y, width, self->row_height });
  kladka_scene_builder_add (self->builder, KLADKA_SHAPE_LINE, KLADKA_INK_GRID_LINE,
                            (KladkaBox){ 0, y + self->row_height - 1, width, 0 });
}

/* A line where a year begins. */
static void
add_year_lines (const KladkaGridLayout *self, double height)
{
  for (guint period = self->first_column; has_years_above (self->grid) && period < self->end_column; period++)
    if (period > 0 && kladka_grid_get_period (self->grid, period).from % 12 == 0)
      kladka_scene_builder_add (self->builder, KLADKA_SHAPE_LINE, KLADKA_INK_GRID_STRONG,
                                (KladkaBox){ period * self->cell_width - self->view->scroll_x, 0, 0, height });
}

static void
lay_out_block (KladkaGridLayout *self, guint block, guint from, guint to)
{
  double y = self->plot.y - self->view->scroll_y + from * self->row_height;

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_ROWS, block, self->plot, self->plot.x, y);
  for (guint i = from; i < to; i++)
    add_ground (self, g_array_index (self->view->rows, guint, i), (i - from) * self->row_height, self->plot.width);
  add_year_lines (self, (to - from) * self->row_height);
  for (guint i = from; i < to; i++)
    for (guint period = self->first_column; period < self->end_column; period++)
      kladka_grid_layout_add_cell (self, g_array_index (self->view->rows, guint, i), period,
                                   (i - from) * self->row_height);
}

static gboolean
is_open (const KladkaGridLayout *self, guint row)
{
  GHashTable *expanded = self->view->expanded;

  return expanded == NULL
         || g_hash_table_contains (expanded, GUINT_TO_POINTER (kladka_grid_chart_get_row_key (self->grid, row)));
}

static void
add_label (const KladkaGridLayout *self, guint row, double y)
{
  const KladkaGridRow *it = kladka_grid_get_row (self->grid, row);
  g_autofree char *label = kladka_grid_dup_row_label (self->grid, row, self->words);
  double x = PAD + it->depth * INDENT;
  KladkaMark *mark;

  add_ground (self, row, y, self->plot.x);
  if (it->has_children)
    {
      mark = kladka_scene_builder_add (self->builder, is_open (self, row) ? KLADKA_SHAPE_OPENED : KLADKA_SHAPE_CLOSED,
                                       KLADKA_INK_EXPANDER, (KladkaBox){ x - 3, y, EXPANDER, self->row_height });
      mark->target = KLADKA_TARGET_EXPANDER;
      mark->flags = KLADKA_MARK_HIT;
      mark->row = (gint32)row;
    }
  x += EXPANDER - 2;
  mark = kladka_scene_builder_text (self->builder,
                                    it->depth == 0 && it->has_children ? KLADKA_FONT_BOLD : KLADKA_FONT_BODY,
                                    it->none ? KLADKA_INK_TEXT_DIM : KLADKA_INK_TEXT,
                                    (KladkaBox){ x, y, self->plot.x - x - PAD, self->row_height }, label);
  mark->target = KLADKA_TARGET_ROW;
  mark->flags = KLADKA_MARK_HIT;
  mark->row = (gint32)row;
  mark->ref = it->ref;
}

static void
lay_out_labels (const KladkaGridLayout *self, guint block, guint from, guint to)
{
  KladkaBox clip = { 0, self->plot.y, self->plot.x, self->plot.height };
  double y = self->plot.y - self->view->scroll_y + from * self->row_height;

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_LABELS, block, clip, 0, y);
  for (guint i = from; i < to; i++)
    add_label (self, g_array_index (self->view->rows, guint, i), (i - from) * self->row_height);
  kladka_scene_builder_add (self->builder, KLADKA_SHAPE_LINE, KLADKA_INK_GRID_STRONG,
                            (KladkaBox){ self->plot.x - 1, 0, 0, (to - from) * self->row_height });
}

/* Rows have their own ground; nothing is painted twice. */
static void
add_ground_below (const KladkaGridLayout *self, double y)
{
  double top = MAX (y, 0);

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_CORNER, 0,
                                   (KladkaBox){ 0, 0, self->view->width, self->view->height }, 0, 0);
  if (top < self->view->height)
    kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_BACKGROUND,
                              (KladkaBox){ 0, top, self->view->width, self->view->height - top });
}

static void
lay_out_rows (KladkaGridLayout *self)
{
  guint n = self->view->rows->len;
  double first = MAX (floor (self->view->scroll_y / self->row_height / BLOCK), 0);
  double end = ceil ((self->view->scroll_y + self->plot.height) / self->row_height / BLOCK);

  add_ground_below (self, self->plot.y - self->view->scroll_y + n * self->row_height);
  for (guint block = (guint)first; block < end && block * BLOCK < n; block++)
    lay_out_block (self, block, block * BLOCK, MIN (n, (block + 1) * BLOCK));
  for (guint block = (guint)first; block < end && block * BLOCK < n; block++)
    lay_out_labels (self, block, block * BLOCK, MIN (n, (block + 1) * BLOCK));
}

static void
add_year_head (const KladkaGridLayout *self, guint from, guint to, double height)
{
  double left = from * self->cell_width - self->view->scroll_x;
  double right = MIN (to * self->cell_width - self->view->scroll_x, self->plot.width);
  double pinned = MAX (left, 0) + PAD;
  g_autofree char *year = g_strdup_printf ("%d", kladka_grid_get_period (self->grid, from).from / 12);

  if (from > 0)
    kladka_scene_builder_add (self->builder, KLADKA_SHAPE_LINE, KLADKA_INK_GRID_STRONG,
                              (KladkaBox){ left, 0, 0, self->plot.y });
  if (right - pinned >= kladka_measure_get_width (self->measure, KLADKA_FONT_SMALL_BOLD, year))
    kladka_scene_builder_text (self->builder, KLADKA_FONT_SMALL_BOLD, KLADKA_INK_RULER,
                               (KladkaBox){ pinned, 0, right - pinned, height }, year);
}

static void
add_year_heads (const KladkaGridLayout *self, double height)
{
  guint from = 0, n = kladka_grid_get_n_periods (self->grid);

  for (guint period = 1; period <= n; period++)
    if (period == n || kladka_grid_get_period (self->grid, period).from % 12 == 0)
      {
        add_year_head (self, from, period, height);
        from = period;
      }
}

static void
lay_out_heads (const KladkaGridLayout *self)
{
  double height = self->plot.y, line = has_years_above (self->grid) ? floor (height / 2) : height;
  KladkaBox clip = { self->plot.x, 0, self->plot.width, height };
  gboolean brief = get_widest_head (self->grid, FALSE, self->measure, self->words) > self->cell_width - PAD;

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_RULER, 0, clip, self->plot.x, 0);
  kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_RULER,
                            (KladkaBox){ -2, -2, self->plot.width + 4, height + 2 });
  if (has_years_above (self->grid))
    add_year_heads (self, line);
  for (guint period = self->first_column; period < self->end_column; period++)
    {
      g_autofree char *head = dup_head (self->grid, period, brief, self->words);
      KladkaBox box = { period * self->cell_width - self->view->scroll_x, height - line, self->cell_width, line };
      KladkaMark *mark = kladka_scene_builder_text (self->builder, KLADKA_FONT_SMALL, KLADKA_INK_RULER, box, head);
      mark->column = (gint32)period;
      mark->target = KLADKA_TARGET_COLUMN;
      mark->flags = KLADKA_MARK_HIT | KLADKA_MARK_ALIGN_CENTRE;
    }
}

static void
lay_out_corner (const KladkaGridLayout *self)
{
  KladkaBox clip = { 0, 0, self->plot.x, self->plot.y };

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_CORNER, 1, clip, 0, 0);
  kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_RULER,
                            (KladkaBox){ -2, -2, clip.width + 4, clip.height + 2 });
}

typedef struct {
  KladkaGrid *grid;
  KladkaWords *words;
} WordsData;

static void
words_data_free (gpointer data)
{
  WordsData *it = data;

  kladka_grid_unref (it->grid);
  kladka_words_unref (it->words);
  g_free (it);
}

static char *
dup_words_cb (const KladkaMark *mark, gboolean lines, gpointer data)
{
  WordsData *it = data;

  if (mark->target == KLADKA_TARGET_CELL)
    return kladka_grid_chart_dup_cell_words (it->grid, (guint)mark->row, (guint)mark->column, it->words, lines);
  if (mark->target == KLADKA_TARGET_COLUMN)
    return kladka_grid_dup_period_label (it->grid, (guint)mark->column, it->words);
  return mark->row >= 0 ? kladka_grid_dup_row_label (it->grid, (guint)mark->row, it->words) : NULL;
}

static void
give_words (const KladkaGridLayout *self)
{
  WordsData *data = g_new (WordsData, 1);

  data->grid = kladka_grid_ref (self->grid);
  data->words = kladka_words_ref (self->words);
  kladka_scene_builder_set_words (self->builder, dup_words_cb, data, words_data_free);
}

static void
measure_layout (KladkaGridLayout *self)
{
  const KladkaGridView *view = self->view;
  guint n = kladka_grid_get_n_periods (self->grid);
  double left = view->label_width > 0
                    ? view->label_width
                    : kladka_grid_chart_get_label_width (self->grid, view->rows, MIN (view->width / 3, LABEL_WIDTH_MAX),
                                                         self->measure, self->words);
  double top = kladka_grid_chart_get_head_height (self->grid, self->measure);

  self->plot = (KladkaBox){ left, top, MAX (view->width - left, 0), MAX (view->height - top, 0) };
  self->row_height = kladka_grid_chart_get_row_height (self->measure);
  self->cell_width = find_cell_width (self, self->plot.width);
  self->first_column = (guint)CLAMP (floor (view->scroll_x / self->cell_width), 0, n);
  self->end_column = (guint)CLAMP (ceil ((view->scroll_x + self->plot.width) / self->cell_width), 0, n);
}

KladkaScene *
kladka_grid_chart_layout (const KladkaGrid *grid,
                          const KladkaGridView *view,
                          KladkaMeasure *measure,
                          KladkaWords *words)
{
  KladkaGridLayout self = { grid, view, measure, words, kladka_scene_builder_new (view->width, view->height) };
  guint n_rows = view->rows->len;

  measure_layout (&self);
  kladka_scene_builder_set_plot (self.builder, self.plot);
  kladka_scene_builder_set_content (self.builder, self.plot.x + kladka_grid_get_n_periods (grid) * self.cell_width,
                                    self.plot.y + n_rows * self.row_height);
  kladka_scene_builder_set_rows (self.builder, self.plot.y - view->scroll_y, self.row_height, n_rows, view->rows);
  give_words (&self);
  lay_out_rows (&self);
  lay_out_heads (&self);
  lay_out_corner (&self);
  for (guint i = 0; i < G_N_ELEMENTS (self.percents); i++)
    g_free (self.percents[i]);
  return kladka_scene_builder_end (self.builder);
}
