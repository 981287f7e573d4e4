/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-timeline-rows.h"

#include <math.h>

#define BLOCK 8 /* rows in a band */
#define PAD KLADKA_TIMELINE_PAD
#define INDENT 14
#define LANE_INDENT 20

double
kladka_timeline_get_row_height (KladkaMeasure *measure)
{
  return ceil (kladka_measure_get_line_height (measure, KLADKA_FONT_BODY) * 1.5);
}

double
kladka_timeline_get_ruler_height (KladkaMeasure *measure)
{
  return ceil (kladka_measure_get_line_height (measure, KLADKA_FONT_SMALL) * 2.7);
}

static void
add_ground (const KladkaTimelineLayout *self, guint row, double y, double width)
{
  KladkaRowKind kind = kladka_timeline_get_row_kind (self->self, row);
  KladkaInk ink = kind == KLADKA_ROW_LANE ? KLADKA_INK_LANE : row % 2 ? KLADKA_INK_ROW : KLADKA_INK_BACKGROUND;

  kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, ink, (KladkaBox){ 0, y, width, self->row_height });
}

static void
add_grid_lines (const KladkaTimelineLayout *self, double height)
{
  const GArray *lines[] = { self->ticks->minors, self->ticks->majors };
  const KladkaInk inks[] = { KLADKA_INK_GRID_LINE, KLADKA_INK_GRID_STRONG };

  for (guint of = 0; of < G_N_ELEMENTS (lines); of++)
    for (guint i = 0; i < lines[of]->len; i++)
      {
        double x = floor (kladka_timeline_layout_get_x (self, g_array_index (lines[of], KladkaTick, i).days.from));
        if (x >= 0)
          kladka_scene_builder_add (self->builder, KLADKA_SHAPE_LINE, inks[of], (KladkaBox){ x, 0, 0, height });
      }
}

static void
lay_out_block (const KladkaTimelineLayout *self, guint block, guint from, guint to)
{
  double y = self->plot.y - self->view->scroll_y + from * self->row_height;

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_ROWS, block, self->plot, self->plot.x, y);
  for (guint row = from; row < to; row++)
    add_ground (self, row, (row - from) * self->row_height, self->plot.width);
  add_grid_lines (self, (to - from) * self->row_height);
  for (guint row = from; row < to; row++)
    kladka_timeline_layout_add_row (self, row, (row - from) * self->row_height);
}

static char *
dup_lane_text (const KladkaLane *lane)
{
  return g_strdup_printf ("%s  %u", lane->label, lane->n_rows);
}

static char *
dup_row_name (const KladkaTimeline *self, const KladkaTimelineRow *row, const KladkaWords *words)
{
  return kladka_plan_dup_name (self->plan, row->record, kladka_words_get_lang (words));
}

double
kladka_timeline_get_label_width (const KladkaTimeline *self,
                                 double most,
                                 KladkaMeasure *measure,
                                 const KladkaWords *words)
{
  double widest = 0;

  for (guint i = 0; i < self->rows->len && widest < most; i++)
    {
      const KladkaTimelineRow *row = kladka_timeline_peek (self, i);
      gboolean is_lane = row->record == NULL;
      g_autofree char *text = is_lane ? dup_lane_text (row->lane) : dup_row_name (self, row, words);
      double own = (is_lane ? LANE_INDENT : INDENT)
                   + kladka_measure_get_width (measure, is_lane ? KLADKA_FONT_BOLD : KLADKA_FONT_BODY, text);

      widest = MAX (widest, own + PAD + 1);
    }
  return ceil (MIN (widest, most));
}

static void
add_lane_label (const KladkaTimelineLayout *self, guint index, double y, double width)
{
  const KladkaLane *lane = kladka_timeline_peek (self->self, index)->lane;
  KladkaShape shape = lane->folded ? KLADKA_SHAPE_CLOSED : KLADKA_SHAPE_OPENED;
  g_autofree char *text = dup_lane_text (lane);
  KladkaMark *mark =
      kladka_scene_builder_add (self->builder, shape, KLADKA_INK_EXPANDER, (KladkaBox){ 2, y, 16, self->row_height });

  mark->target = KLADKA_TARGET_EXPANDER;
  mark->flags = KLADKA_MARK_HIT;
  mark->row = (gint32)index;
  mark = kladka_scene_builder_text (self->builder, KLADKA_FONT_BOLD, KLADKA_INK_TEXT,
                                    (KladkaBox){ LANE_INDENT, y, width - LANE_INDENT - PAD, self->row_height }, text);
  mark->target = KLADKA_TARGET_LANE;
  mark->flags = KLADKA_MARK_HIT;
  mark->row = (gint32)index;
}

static void
add_label (const KladkaTimelineLayout *self, guint index, double y, double width)
{
  const KladkaTimelineRow *row = kladka_timeline_peek (self->self, index);
  g_autofree char *name = NULL;
  KladkaMark *mark;

  if (row->record == NULL)
    {
      add_lane_label (self, index, y, width);
      return;
    }
  name = dup_row_name (self->self, row, self->words);
  mark = kladka_scene_builder_text (self->builder, KLADKA_FONT_BODY, KLADKA_INK_TEXT,
                                    (KladkaBox){ INDENT, y, width - INDENT - PAD, self->row_height }, name);
  mark->ref = row->record->ref;
  mark->row = (gint32)index;
  mark->target = KLADKA_TARGET_LABEL;
  mark->flags = KLADKA_MARK_HIT;
}

static void
lay_out_labels (const KladkaTimelineLayout *self, guint block, guint from, guint to)
{
  double width = self->view->label_width;
  KladkaBox clip = { 0, self->plot.y, width, self->plot.height };
  double y = self->plot.y - self->view->scroll_y + from * self->row_height;

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_LABELS, block, clip, 0, y);
  for (guint row = from; row < to; row++)
    {
      add_ground (self, row, (row - from) * self->row_height, width);
      add_label (self, row, (row - from) * self->row_height, width);
    }
  kladka_scene_builder_add (self->builder, KLADKA_SHAPE_LINE, KLADKA_INK_GRID_STRONG,
                            (KladkaBox){ width - 1, 0, 0, (to - from) * self->row_height });
}

/* Rows have their own ground; nothing is painted twice. */
static void
add_ground_below (const KladkaTimelineLayout *self, double y)
{
  double top = MAX (y, 0);

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_CORNER, 0,
                                   (KladkaBox){ 0, 0, self->view->width, self->view->height }, 0, 0);
  if (top < self->view->height)
    kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_BACKGROUND,
                              (KladkaBox){ 0, top, self->view->width, self->view->height - top });
}

static void
lay_out_rows (const KladkaTimelineLayout *self)
{
  guint n = kladka_timeline_get_n_rows (self->self);
  double first = floor (self->view->scroll_y / self->row_height / BLOCK);
  double end = ceil ((self->view->scroll_y + self->plot.height) / self->row_height / BLOCK);

  add_ground_below (self, self->plot.y - self->view->scroll_y + n * self->row_height);
  for (guint block = (guint)MAX (first, 0); block < end && block * BLOCK < n; block++)
    lay_out_block (self, block, block * BLOCK, MIN (n, (block + 1) * BLOCK));
  for (guint block = (guint)MAX (first, 0); self->view->label_width > 0 && block < end && block * BLOCK < n; block++)
    lay_out_labels (self, block, block * BLOCK, MIN (n, (block + 1) * BLOCK));
}

static void
add_period (const KladkaTimelineLayout *self, double height)
{
  double from = MAX (kladka_timeline_layout_get_x (self, self->view->period.from), 0);
  double to = MIN (kladka_timeline_layout_get_x (self, self->view->period.to), self->plot.width);

  if (self->view->period.to > self->view->period.from && to > from)
    kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_PERIOD,
                              (KladkaBox){ from, 0, to - from, height });
}

static void
lay_out_over (const KladkaTimelineLayout *self)
{
  double today = floor (kladka_timeline_layout_get_x (self, self->view->as_of + 0.5));

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_OVER, 0, self->plot, self->plot.x, self->plot.y);
  add_period (self, self->plot.height);
  if (self->view->as_of >= KLADKA_DAY_MIN && today >= 0 && today < self->plot.width)
    kladka_scene_builder_add (self->builder, KLADKA_SHAPE_LINE, KLADKA_INK_TODAY,
                              (KladkaBox){ today, 0, 0, self->plot.height });
}

/* Is the whole label seen? Half a year's number is no year. */
static gboolean
has_room (const KladkaTimelineLayout *self,
          KladkaFont font,
          const char *label,
          double left,
          double width,
          gboolean centred)
{
  double needed = kladka_measure_get_width (self->measure, font, label);
  double from = centred ? left + (width - needed) / 2 : left;

  return from >= -0.5 && from + needed <= self->plot.width + 0.5 && (centred || needed <= width);
}

static void
add_tick (const KladkaTimelineLayout *self, const KladkaTick *tick, gboolean major, double y, double height)
{
  double from = kladka_timeline_layout_get_x (self, tick->days.from),
         to = kladka_timeline_layout_get_x (self, tick->days.to);
  double left = major ? MAX (from, 0) + PAD : from;
  double width = (major ? MIN (to, self->plot.width) : to) - left - (major ? 2 : 0);
  KladkaFont font = major ? KLADKA_FONT_SMALL_BOLD : KLADKA_FONT_SMALL;
  KladkaMark *mark;

  if (from >= 0)
    kladka_scene_builder_add (
        self->builder, KLADKA_SHAPE_LINE, KLADKA_INK_GRID_STRONG,
        (KladkaBox){ floor (from), major ? 0 : y + height * 0.7, 0, major ? self->plot.y : height * 0.3 });
  if (width < 4 || !has_room (self, font, tick->label, left, width, !major))
    return;
  mark = kladka_scene_builder_text (self->builder, font, KLADKA_INK_RULER, (KladkaBox){ left, y, width, height },
                                    tick->label);
  mark->target = KLADKA_TARGET_TICK;
  mark->column = tick->days.from;
  mark->flags = KLADKA_MARK_HIT | (major ? 0 : KLADKA_MARK_ALIGN_CENTRE);
}

static void
lay_out_ruler (const KladkaTimelineLayout *self)
{
  double height = self->plot.y, line = floor (height / 2);
  KladkaBox clip = { self->plot.x, 0, self->plot.width, height };
  gboolean two = self->ticks->major != self->ticks->minor;
  double today = floor (kladka_timeline_layout_get_x (self, self->view->as_of + 0.5));

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_RULER, 0, clip, self->plot.x, 0);
  kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_RULER,
                            (KladkaBox){ -2, -2, self->plot.width + 4, height + 2 });
  for (guint i = 0; two && i < self->ticks->majors->len; i++)
    add_tick (self, &g_array_index (self->ticks->majors, KladkaTick, i), TRUE, 0, line);
  for (guint i = 0; i < self->ticks->minors->len; i++)
    add_tick (self, &g_array_index (self->ticks->minors, KladkaTick, i), FALSE, two ? line : line / 2, line);
  add_period (self, height);
  if (self->view->as_of >= KLADKA_DAY_MIN)
    kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_TODAY,
                              (KladkaBox){ today - 3, height - 6, 7, 6 });
}

static void
lay_out_corner (const KladkaTimelineLayout *self)
{
  KladkaBox clip = { 0, 0, self->view->label_width, self->plot.y };

  kladka_scene_builder_begin_band (self->builder, KLADKA_BAND_CORNER, 1, clip, 0, 0);
  kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_RULER,
                            (KladkaBox){ -2, -2, clip.width + 4, clip.height + 2 });
}

typedef struct {
  KladkaTimeline *timeline;
  KladkaWords *words;
} WordsData;

static void
words_data_free (gpointer data)
{
  WordsData *it = data;

  kladka_timeline_unref (it->timeline);
  kladka_words_unref (it->words);
  g_free (it);
}

static char *
dup_words_cb (const KladkaMark *mark, gboolean lines, gpointer data)
{
  WordsData *it = data;

  return kladka_timeline_dup_mark_words (it->timeline, mark, lines, it->words);
}

static void
give_words (const KladkaTimelineLayout *self)
{
  WordsData *data = g_new (WordsData, 1);

  data->timeline = kladka_timeline_ref (self->self);
  data->words = kladka_words_ref (self->words);
  kladka_scene_builder_set_words (self->builder, dup_words_cb, data, words_data_free);
}

KladkaScene *
kladka_timeline_layout (const KladkaTimeline *self,
                        const KladkaTimelineView *view,
                        KladkaMeasure *measure,
                        KladkaWords *words)
{
  double top = kladka_timeline_get_ruler_height (measure);
  KladkaBox plot = { view->label_width, top, MAX (view->width - view->label_width, 0), MAX (view->height - top, 0) };
  g_autoptr (KladkaTicks) ticks = kladka_ticks_new (view->scale, 0, MAX (plot.width - 0.01, 0), measure, words);
  double row_height = kladka_timeline_get_row_height (measure);
  guint n_rows = kladka_timeline_get_n_rows (self);
  KladkaTimelineLayout layout = { self,  view, measure,   words, kladka_scene_builder_new (view->width, view->height),
                                  ticks, plot, row_height };

  kladka_scene_builder_set_plot (layout.builder, plot);
  kladka_scene_builder_set_content (layout.builder, view->width, top + n_rows * row_height);
  kladka_scene_builder_set_rows (layout.builder, top - view->scroll_y, row_height, n_rows, NULL);
  give_words (&layout);
  lay_out_rows (&layout);
  lay_out_over (&layout);
  lay_out_ruler (&layout);
  if (view->label_width > 0)
    lay_out_corner (&layout);
  return kladka_scene_builder_end (layout.builder);
}
