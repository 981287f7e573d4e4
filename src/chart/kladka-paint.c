/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-paint-private.h"

#include "kladka-hatch.h"

#include <pango/pangocairo.h>

#define FOOT 4.0
#define PLATE 2.0

typedef void (*Painting) (const KladkaPainter *self, const KladkaMark *mark, const KladkaLook *look);

gboolean
kladka_painter_paint_tile (const KladkaPainter *self, const KladkaBox *box, const KladkaLook *look)
{
  KladkaHatchTiles *tiles = kladka_text_store_get_tiles (self->store);
  cairo_pattern_t *tile = tiles != NULL ? kladka_hatch_tiles_get (tiles, look) : NULL;

  if (tile == NULL)
    return FALSE;
  cairo_set_source (self->cr, tile);
  cairo_rectangle (self->cr, box->x, box->y, box->width, box->height);
  cairo_fill (self->cr);
  return TRUE;
}

void
kladka_painter_stroke_path (cairo_t *cr, const KladkaLook *look)
{
  const double dashes[] = { KLADKA_DASH, KLADKA_DASH_GAP };

  if (look->stroke.alpha == 0)
    {
      cairo_new_path (cr);
      return;
    }
  kladka_painter_set_colour (cr, &look->stroke);
  cairo_set_line_width (cr, look->line_width);
  if (look->dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  if (look->dashed)
    cairo_set_dash (cr, NULL, 0, 0);
}

void
kladka_painter_fill_path (cairo_t *cr, const KladkaLook *look)
{
  if (look->fill.alpha == 0)
    return;
  kladka_painter_set_colour (cr, &look->fill);
  cairo_fill_preserve (cr);
}

/* Fills the box whole and strokes inside of it. */
static void
paint_rect (const KladkaPainter *self, const KladkaMark *mark, const KladkaLook *look)
{
  KladkaBox box = kladka_painter_snap (&mark->box);
  double inset = look->line_width / 2;

  if (!kladka_painter_paint_tile (self, &box, look))
    {
      cairo_rectangle (self->cr, box.x, box.y, box.width, box.height);
      kladka_painter_fill_path (self->cr, look);
      cairo_new_path (self->cr);
      kladka_hatch_draw (self->cr, &box, look);
    }
  if (look->stroke.alpha == 0)
    return;
  cairo_rectangle (self->cr, box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset);
  kladka_painter_stroke_path (self->cr, look);
}

/* Hairlines lie on the middle of a pixel. */
static double
centre_line (double from, double size)
{
  return floor (from + size / 2) + 0.5;
}

/* A level or upright line as a box; lines of one look are filled together. */
static void
add_line (cairo_t *cr, const KladkaBox *box, double line_width)
{
  if (box->width > box->height)
    cairo_rectangle (cr, box->x, centre_line (box->y, box->height) - line_width / 2, box->width, line_width);
  else
    cairo_rectangle (cr, centre_line (box->x, box->width) - line_width / 2, box->y, line_width, box->height);
}

static void
paint_line (const KladkaPainter *self, const KladkaMark *mark, const KladkaLook *look)
{
  const KladkaBox *box = &mark->box;
  double x = centre_line (box->x, box->width), y = centre_line (box->y, box->height);
  gboolean level = box->width > box->height;

  cairo_move_to (self->cr, level ? box->x : x, level ? y : box->y);
  cairo_line_to (self->cr, level ? box->x + box->width : x, level ? y : box->y + box->height);
  kladka_painter_stroke_path (self->cr, look);
}

static void
paint_diamond (const KladkaPainter *self, const KladkaMark *mark, const KladkaLook *look)
{
  const KladkaBox *box = &mark->box;

  cairo_move_to (self->cr, box->x + box->width / 2, box->y);
  cairo_line_to (self->cr, box->x + box->width, box->y + box->height / 2);
  cairo_line_to (self->cr, box->x + box->width / 2, box->y + box->height);
  cairo_line_to (self->cr, box->x, box->y + box->height / 2);
  cairo_close_path (self->cr);
  kladka_painter_fill_path (self->cr, look);
  kladka_painter_stroke_path (self->cr, look);
}

static void
add_upright (cairo_t *cr, double x, double foot, double y, double height)
{
  cairo_move_to (cr, x + foot, y);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x, y + height);
  cairo_line_to (cr, x + foot, y + height);
}

static void
add_bracket_end (cairo_t *cr, const KladkaBox *box, double x, double foot, double soft)
{
  add_upright (cr, x, foot, box->y, box->height);
  if (fabs (soft) > 2)
    add_upright (cr, x + soft, 0, box->y + box->height / 4, box->height / 2);
}

static void
paint_bracket (const KladkaPainter *self, const KladkaMark *mark, const KladkaLook *look)
{
  const KladkaBox *box = &mark->box;
  double y = centre_line (box->y, box->height);
  double foot = MIN (FOOT, box->width / 3);

  cairo_move_to (self->cr, box->x, y);
  cairo_line_to (self->cr, box->x + box->width, y);
  if (!(mark->flags & KLADKA_MARK_OPEN_START))
    add_bracket_end (self->cr, box, box->x, foot, mark->soft_start);
  if (!(mark->flags & KLADKA_MARK_OPEN_END))
    add_bracket_end (self->cr, box, box->x + box->width, -foot, -mark->soft_end);
  kladka_painter_stroke_path (self->cr, look);
}

/* So that a letter on a hatched ground can be read. */
static void
paint_plate (cairo_t *cr, const KladkaBox *box, const KladkaLook *look)
{
  if (look->hatch == KLADKA_HATCH_NONE)
    return;
  kladka_painter_set_colour (cr, &look->fill);
  cairo_rectangle (cr, box->x - PLATE, box->y + 1, box->width + 2 * PLATE, box->height - 2);
  cairo_fill (cr);
}

static void
paint_text (const KladkaPainter *self, const KladkaMark *mark, const KladkaLook *look)
{
  const KladkaStoredText *text = kladka_text_store_get (self->store, mark->font, mark->text, -1, FALSE);
  KladkaBox at = mark->box;

  if (at.width < 4)
    return;
  if (text->width > at.width + 0.5)
    text = kladka_text_store_get (self->store, mark->font, mark->text, at.width, FALSE);
  else if (mark->flags & KLADKA_MARK_ALIGN_END)
    at.x += at.width - text->width;
  else if (mark->flags & KLADKA_MARK_ALIGN_CENTRE)
    at.x += (at.width - text->width) / 2;
  at.y += (at.height - text->height) / 2;
  at.width = text->width;
  at.height = text->height;
  paint_plate (self->cr, &at, look);
  kladka_painter_set_colour (self->cr, look->text.alpha > 0 ? &look->text : &self->style->looks[KLADKA_INK_TEXT].text);
  cairo_move_to (self->cr, at.x, at.y);
  pango_cairo_show_layout (self->cr, text->layout);
  cairo_new_path (self->cr);
}

static void
paint_wrapped (const KladkaPainter *self, const KladkaMark *mark, const KladkaLook *look)
{
  const KladkaStoredText *text = kladka_text_store_get (self->store, mark->font, mark->text, mark->box.width, TRUE);

  kladka_painter_set_colour (self->cr, look->text.alpha > 0 ? &look->text : &self->style->looks[KLADKA_INK_TEXT].text);
  cairo_move_to (self->cr, mark->box.x, mark->box.y);
  pango_cairo_show_layout (self->cr, text->layout);
  cairo_new_path (self->cr);
}

static void
paint_expander (const KladkaPainter *self, const KladkaMark *mark, const KladkaLook *look)
{
  double x = mark->box.x + mark->box.width / 2, y = mark->box.y + mark->box.height / 2;
  gboolean opened = mark->shape == KLADKA_SHAPE_OPENED;

  cairo_move_to (self->cr, opened ? x - 4 : x - 2.5, opened ? y - 2.5 : y - 4);
  cairo_line_to (self->cr, opened ? x + 4 : x - 2.5, opened ? y - 2.5 : y + 4);
  cairo_line_to (self->cr, opened ? x : x + 3, opened ? y + 3 : y);
  cairo_close_path (self->cr);
  kladka_painter_fill_path (self->cr, look);
  cairo_new_path (self->cr);
}

static const Painting paintings[KLADKA_N_SHAPES] = {
  [KLADKA_SHAPE_RECT] = paint_rect,
  [KLADKA_SHAPE_BAR] = kladka_painter_paint_bar,
  [KLADKA_SHAPE_LINE] = paint_line,
  [KLADKA_SHAPE_DIAMOND] = paint_diamond,
  [KLADKA_SHAPE_BRACKET] = paint_bracket,
  [KLADKA_SHAPE_TEXT] = paint_text,
  [KLADKA_SHAPE_WRAPPED] = paint_wrapped,
  [KLADKA_SHAPE_OPENED] = paint_expander,
  [KLADKA_SHAPE_CLOSED] = paint_expander,
  [KLADKA_SHAPE_SIGN_LAPSING] = kladka_painter_paint_sign,
  [KLADKA_SHAPE_SIGN_DUPLICATED] = kladka_painter_paint_sign,
  [KLADKA_SHAPE_SIGN_END_UNKNOWN] = kladka_painter_paint_sign,
  [KLADKA_SHAPE_SIGN_IMPRECISE] = kladka_painter_paint_sign,
  [KLADKA_SHAPE_SIGN_NOT_MEASURED] = kladka_painter_paint_sign,
};

/* Lines have no extent one way, and strokes reach out a little; text does not: what is cut away must not be found in a
 * PDF. */
static gboolean
is_seen (const KladkaMark *mark, const KladkaBox *clip)
{
  KladkaBox reach = { mark->box.x - 4, mark->box.y - 4, mark->box.width + 8, mark->box.height + 8 };

  if (mark->shape == KLADKA_SHAPE_TEXT)
    return kladka_box_meets (&mark->box, clip);
  return mark->shape == KLADKA_SHAPE_WRAPPED || kladka_box_meets (&reach, clip);
}

static void
fill_lines (cairo_t *cr, const KladkaLook **lines)
{
  if (*lines == NULL)
    return;
  kladka_painter_set_colour (cr, &(*lines)->stroke);
  cairo_fill (cr);
  *lines = NULL;
}

void
kladka_paint_band (cairo_t *cr, const KladkaScene *scene, guint band, const KladkaStyle *style, KladkaTextStore *store)
{
  const KladkaBand *it = kladka_scene_get_band (scene, band);
  KladkaPainter self = { cr, style, store };
  const KladkaLook *lines = NULL; /* whose boxes are in the path */
  double x1, y1, x2, y2;
  KladkaBox clip;

  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  clip = (KladkaBox){ x1, y1, x2 - x1, y2 - y1 };
  for (guint i = 0; i < it->n_marks; i++)
    {
      const KladkaMark *mark = kladka_scene_get_mark (scene, it->first_mark + i);
      const KladkaLook *look = &style->looks[mark->ink];
      gboolean plain_line = mark->shape == KLADKA_SHAPE_LINE && !look->dashed;

      if (!is_seen (mark, &clip))
        continue;
      if (lines != NULL && (!plain_line || lines != look))
        fill_lines (cr, &lines);
      if (!plain_line)
        paintings[mark->shape](&self, mark, look);
      else
        {
          add_line (cr, &mark->box, look->line_width);
          lines = look;
        }
    }
  fill_lines (cr, &lines);
}

void
kladka_paint_scene (cairo_t *cr, const KladkaScene *scene, const KladkaStyle *style, KladkaTextStore *store)
{
  for (guint i = 0; i < kladka_scene_get_n_bands (scene); i++)
    {
      const KladkaBand *band = kladka_scene_get_band (scene, i);

      cairo_save (cr);
      cairo_rectangle (cr, band->clip.x, band->clip.y, band->clip.width, band->clip.height);
      cairo_clip (cr);
      cairo_translate (cr, band->origin_x, band->origin_y);
      kladka_paint_band (cr, scene, i, style, store);
      cairo_restore (cr);
    }
}
