/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-grid-chart-private.h"

#include <math.h>

#define SIGN 7
#define GUTTER 1
#define PLANNED 3

static const char *
get_percent (KladkaGridLayout *self, double share)
{
  guint percent = (guint)CLAMP (lrint (share * 100), 0, 100);

  if (self->percents[percent] == NULL)
    self->percents[percent] = kladka_words_dup_integer (self->words, percent);
  return self->percents[percent];
}

/* A number says nothing where the state says all. */
static gboolean
wants_percent (const KladkaCoverageCell *cell)
{
  switch (cell->state)
    {
    case KLADKA_STATE_LAPSING:
    case KLADKA_STATE_PARTLY:
    case KLADKA_STATE_DUPLICATED:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_cell_texts (KladkaGridLayout *self, const KladkaCoverageCell *cell, const KladkaBox *box)
{
  KladkaInk ink = KLADKA_INK_STATE_NOT_RECORDED + cell->state;
  KladkaFont font = cell->state == KLADKA_STATE_NOT_RECORDED ? KLADKA_FONT_SMALL : KLADKA_FONT_SMALL_BOLD;
  const char *letter = kladka_state_get_letter (cell->state, self->words);
  const char *percent = wants_percent (cell) ? get_percent (self, cell->cover) : NULL;
  double of_letter = kladka_measure_get_width (self->measure, KLADKA_FONT_SMALL_BOLD, letter) + 1;
  double of_percent = percent != NULL ? kladka_measure_get_width (self->measure, KLADKA_FONT_SMALL, percent) + 1 : 0;
  double gap = self->row_height / 8;
  KladkaBox at = { box->x, box->y + 6, box->width, box->height - 8 };

  if (percent != NULL && of_letter + of_percent + gap + 2 <= box->width)
    {
      KladkaBox beside = at;
      at.x = floor (box->x + (box->width - of_letter - gap - of_percent) / 2);
      at.width = of_letter;
      beside.x = at.x + of_letter + gap;
      beside.width = of_percent;
      kladka_scene_builder_text (self->builder, KLADKA_FONT_SMALL, ink, beside, percent);
    }
  kladka_scene_builder_text (self->builder, font, ink, at, letter)->flags = KLADKA_MARK_ALIGN_CENTRE;
}

static const struct {
  KladkaCellMarks mark;
  KladkaShape shape;
  KladkaCellState says_it; /* the state that makes the sign needless */
} signs[] = {
  { KLADKA_MARK_LAPSING, KLADKA_SHAPE_SIGN_LAPSING, KLADKA_STATE_LAPSING },
  { KLADKA_MARK_DUPLICATED, KLADKA_SHAPE_SIGN_DUPLICATED, KLADKA_STATE_DUPLICATED },
  { KLADKA_MARK_END_UNKNOWN, KLADKA_SHAPE_SIGN_END_UNKNOWN, KLADKA_N_STATES },
  { KLADKA_MARK_IMPRECISE, KLADKA_SHAPE_SIGN_IMPRECISE, KLADKA_N_STATES },
  { KLADKA_MARK_NOT_MEASURED, KLADKA_SHAPE_SIGN_NOT_MEASURED, KLADKA_N_STATES },
};

static void
add_signs (const KladkaGridLayout *self, const KladkaCoverageCell *cell, const KladkaBox *box)
{
  double size = MIN (SIGN, floor (self->row_height / 4));
  double x = box->x + box->width - size - 2;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (!(cell->marks & signs[i].mark) || cell->state == signs[i].says_it || x < box->x)
        continue;
      kladka_scene_builder_add (self->builder, signs[i].shape, KLADKA_INK_SIGN,
                                (KladkaBox){ x, box->y + 2, size, size });
      x -= size + 3;
    }
}

static void
add_planned (const KladkaGridLayout *self, const KladkaCoverageCell *cell, const KladkaBox *box)
{
  double share = CLAMP (cell->by[KLADKA_CERTAINTY_PLANNED], 0, 1);
  double width = (box->width - 4) * share;

  if (width >= 1 && kladka_coverage_get_spec (kladka_grid_get_coverage (self->grid))->line < KLADKA_CERTAINTY_PLANNED)
    kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_SUPPLY_PLANNED,
                              (KladkaBox){ box->x + 2, box->y + box->height - PLANNED - 1, width, PLANNED });
}

void
kladka_grid_layout_add_cell (KladkaGridLayout *self, guint row, guint period, double y)
{
  const KladkaCoverageCell *cell = kladka_grid_get_cell (self->grid, row, period);
  KladkaBox box = { period * self->cell_width - self->view->scroll_x + GUTTER, y + GUTTER,
                    self->cell_width - 2 * GUTTER, self->row_height - 2 * GUTTER };
  KladkaMark *mark =
      kladka_scene_builder_add (self->builder, KLADKA_SHAPE_RECT, KLADKA_INK_STATE_NOT_RECORDED + cell->state, box);

  mark->row = (gint32)row;
  mark->column = (gint32)period;
  mark->target = KLADKA_TARGET_CELL;
  mark->flags = KLADKA_MARK_HIT;
  add_cell_texts (self, cell, &box);
  add_planned (self, cell, &box);
  if (self->view->show_signs)
    add_signs (self, cell, &box);
}
