/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-hatch.h"
#include "kladka-text-store.h"

#include <math.h>
#include <pango/pangocairo.h>

#define FOOT 4.0
#define N_STAIRS 3
#define PLATE 2.0
#define DASH 4.0
#define DASH_GAP 3.0

typedef struct {
  cairo_t *cr;
  const KladkaStyle *style;
  KladkaTextStore *store;
} Painter;

typedef void (*Painting) (const Painter *self, const KladkaMark *mark, const KladkaLook *look);

static void
set_colour (cairo_t *cr, const KladkaColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

/* Fills the box with the hatch on its ground, where a tile holds both. */
static gboolean
paint_tile (const Painter *self, const KladkaBox *box, const KladkaLook *look)
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

static void
stroke_path (cairo_t *cr, const KladkaLook *look)
{
  const double dashes[] = { DASH, DASH_GAP };

  if (look->stroke.alpha == 0)
    {
      cairo_new_path (cr);
      return;
    }
  set_colour (cr, &look->stroke);
  cairo_set_line_width (cr, look->line_width);
  if (look->dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  if (look->dashed)
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
fill_path (cairo_t *cr, const KladkaLook *look)
{
  if (look->fill.alpha == 0)
    return;
  set_colour (cr, &look->fill);
  cairo_fill_preserve (cr);
}

/* Edges on whole pixels: crisp, and cairo need not blend them. */
static KladkaBox
snap (const KladkaBox *box)
{
  double x = round (box->x), y = round (box->y);

  return (KladkaBox){ x, y, MAX (round (box->x + box->width) - x, 1), MAX (round (box->y + box->height) - y, 1) };
}

/* Fills the box whole and strokes inside of it. */
static void
paint_rect (const Painter *self, const KladkaMark *mark, const KladkaLook *look)
{
  KladkaBox box = snap (&mark->box);
  double inset = look->line_width / 2;

  if (!paint_tile (self, &box, look))
    {
      cairo_rectangle (self->cr, box.x, box.y, box.width, box.height);
      fill_path (self->cr, look);
      cairo_new_path (self->cr);
      kladka_hatch_draw (self->cr, &box, look);
    }
  if (look->stroke.alpha == 0)
    return;
  cairo_rectangle (self->cr, box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset);
  stroke_path (self->cr, look);
}

typedef struct {
  double x;
  double share; /* of the bar's height */
} ProfilePoint;

/* The outline's upper half from left to right: stairs over the days that a coarse date can mean. */
static guint
list_profile (const KladkaBox *box, double soft_start, double soft_end, ProfilePoint *ret_points)
{
  double right = box->x + box->width;
  guint n = 0;

  for (guint i = 0; soft_start > 0 && i < 2 * N_STAIRS; i++)
    ret_points[n++] = (ProfilePoint){ box->x + soft_start * ((i + 1) / 2) / N_STAIRS, (i / 2 + 1.0) / (N_STAIRS + 1) };
  ret_points[n++] = (ProfilePoint){ box->x + soft_start, 1 };
  ret_points[n++] = (ProfilePoint){ right - soft_end, 1 };
  for (guint i = 2 * N_STAIRS; soft_end > 0 && i-- > 0;)
    ret_points[n++] = (ProfilePoint){ right - soft_end * ((i + 1) / 2) / N_STAIRS, (i / 2 + 1.0) / (N_STAIRS + 1) };
  return n;
}

#define MAX_CORNERS (2 * (4 * N_STAIRS + 2))

typedef struct {
  double x;
  double y;
} Corner;

/* All corners lie on the grid of pixels that the box lies on. */
static guint
list_corners (const KladkaBox *box, double soft_start, double soft_end, Corner *ret_corners)
{
  ProfilePoint points[4 * N_STAIRS + 2];
  guint n = list_profile (box, soft_start, soft_end, points);
  double off_x = box->x - floor (box->x), off_y = box->y - floor (box->y);

  for (guint i = 0; i < n; i++)
    {
      double x = floor (points[i].x) + off_x, cut = (1 - points[i].share) * box->height / 2;

      ret_corners[i] = (Corner){ x, floor (box->y + cut) + off_y };
      ret_corners[2 * n - 1 - i] = (Corner){ x, floor (box->y + box->height - cut) + off_y };
    }
  return 2 * n;
}

static void
add_corners (cairo_t *cr, const Corner *corners, guint n)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, corners[i].x, corners[i].y);
  cairo_close_path (cr);
}

/* Dashes along level and upright edges as boxes of one path: cairo's own dashes cost ten times as much. */
static void
fill_dashes (cairo_t *cr, const Corner *corners, guint n, double width)
{
  for (guint i = 0; i < n; i++)
    {
      const Corner *a = &corners[i], *b = &corners[(i + 1) % n];
      gboolean level = fabs (a->x - b->x) > fabs (a->y - b->y);
      double from = level ? MIN (a->x, b->x) : MIN (a->y, b->y), to = level ? MAX (a->x, b->x) : MAX (a->y, b->y);

      for (double at = from; at < to; at += DASH + DASH_GAP)
        if (level)
          cairo_rectangle (cr, at, a->y - width / 2, MIN (DASH, to - at), width);
        else
          cairo_rectangle (cr, a->x - width / 2, at, width, MIN (DASH, to - at));
    }
  cairo_fill (cr);
}

static void
paint_bar (const Painter *self, const KladkaMark *mark, const KladkaLook *look)
{
  double inset = look->stroke.alpha > 0 ? look->line_width / 2 : 0;
  double soft_start = mark->soft_start > 1 ? round (mark->soft_start) : 0;
  double soft_end = mark->soft_end > 1 ? round (mark->soft_end) : 0;
  KladkaBox box = snap (&mark->box);
  KladkaBox line = { box.x + inset, box.y + inset, MAX (box.width - 2 * inset, 0.5),
                     MAX (box.height - 2 * inset, 0.5) };
  KladkaBox sure = { box.x + soft_start, box.y, box.width - soft_start - soft_end, box.height };
  Corner corners[MAX_CORNERS];
  guint n = list_corners (&line, MIN (soft_start, line.width / 2), MIN (soft_end, line.width / 2), corners);

  add_corners (self->cr, corners, n);
  fill_path (self->cr, look);
  cairo_new_path (self->cr);
  if (sure.width > 0 && !paint_tile (self, &sure, look))
    kladka_hatch_draw (self->cr, &sure, look);
  if (look->stroke.alpha == 0)
    return;
  if (look->dashed)
    {
      set_colour (self->cr, &look->stroke);
      fill_dashes (self->cr, corners, n, look->line_width);
      return;
    }
  add_corners (self->cr, corners, n);
  stroke_path (self->cr, look);
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
paint_line (const Painter *self, const KladkaMark *mark, const KladkaLook *look)
{
  const KladkaBox *box = &mark->box;
  double x = centre_line (box->x, box->width), y = centre_line (box->y, box->height);
  gboolean level = box->width > box->height;

  cairo_move_to (self->cr, level ? box->x : x, level ? y : box->y);
  cairo_line_to (self->cr, level ? box->x + box->width : x, level ? y : box->y + box->height);
  stroke_path (self->cr, look);
}

static void
paint_diamond (const Painter *self, const KladkaMark *mark, const KladkaLook *look)
{
  const KladkaBox *box = &mark->box;

  cairo_move_to (self->cr, box->x + box->width / 2, box->y);
  cairo_line_to (self->cr, box->x + box->width, box->y + box->height / 2);
  cairo_line_to (self->cr, box->x + box->width / 2, box->y + box->height);
  cairo_line_to (self->cr, box->x, box->y + box->height / 2);
  cairo_close_path (self->cr);
  fill_path (self->cr, look);
  stroke_path (self->cr, look);
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
paint_bracket (const Painter *self, const KladkaMark *mark, const KladkaLook *look)
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
  stroke_path (self->cr, look);
}

/* So that a letter on a hatched ground can be read. */
static void
paint_plate (cairo_t *cr, const KladkaBox *box, const KladkaLook *look)
{
  if (look->hatch == KLADKA_HATCH_NONE)
    return;
  set_colour (cr, &look->fill);
  cairo_rectangle (cr, box->x - PLATE, box->y + 1, box->width + 2 * PLATE, box->height - 2);
  cairo_fill (cr);
}

static void
paint_text (const Painter *self, const KladkaMark *mark, const KladkaLook *look)
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
  set_colour (self->cr, look->text.alpha > 0 ? &look->text : &self->style->looks[KLADKA_INK_TEXT].text);
  cairo_move_to (self->cr, at.x, at.y);
  pango_cairo_show_layout (self->cr, text->layout);
  cairo_new_path (self->cr);
}

static void
paint_wrapped (const Painter *self, const KladkaMark *mark, const KladkaLook *look)
{
  const KladkaStoredText *text = kladka_text_store_get (self->store, mark->font, mark->text, mark->box.width, TRUE);

  set_colour (self->cr, look->text.alpha > 0 ? &look->text : &self->style->looks[KLADKA_INK_TEXT].text);
  cairo_move_to (self->cr, mark->box.x, mark->box.y);
  pango_cairo_show_layout (self->cr, text->layout);
  cairo_new_path (self->cr);
}

static void
paint_expander (const Painter *self, const KladkaMark *mark, const KladkaLook *look)
{
  double x = mark->box.x + mark->box.width / 2, y = mark->box.y + mark->box.height / 2;
  gboolean opened = mark->shape == KLADKA_SHAPE_OPENED;

  cairo_move_to (self->cr, opened ? x - 4 : x - 2.5, opened ? y - 2.5 : y - 4);
  cairo_line_to (self->cr, opened ? x + 4 : x - 2.5, opened ? y - 2.5 : y + 4);
  cairo_line_to (self->cr, opened ? x : x + 3, opened ? y + 3 : y);
  cairo_close_path (self->cr);
  fill_path (self->cr, look);
  cairo_new_path (self->cr);
}

/* The signs, in a square of one by one; lines are stroked over a halo, so that they show on any ground. */
static void
add_sign (cairo_t *cr, KladkaShape shape)
{
  switch (shape)
    {
    case KLADKA_SHAPE_SIGN_LAPSING: /* going down */
      cairo_move_to (cr, 0.1, 0.15);
      cairo_line_to (cr, 0.9, 0.85);
      cairo_move_to (cr, 0.9, 0.35);
      cairo_line_to (cr, 0.9, 0.85);
      cairo_line_to (cr, 0.4, 0.85);
      break;
    case KLADKA_SHAPE_SIGN_DUPLICATED: /* two sheets */
      cairo_rectangle (cr, 0.1, 0.1, 0.5, 0.5);
      cairo_rectangle (cr, 0.4, 0.4, 0.5, 0.5);
      break;
    case KLADKA_SHAPE_SIGN_END_UNKNOWN: /* and so on */
      for (double x = 0.1; x < 1; x += 0.4)
        {
          cairo_move_to (cr, x, 0.7);
          cairo_line_to (cr, x + 0.02, 0.7);
        }
      break;
    case KLADKA_SHAPE_SIGN_IMPRECISE: /* about */
      cairo_move_to (cr, 0.05, 0.65);
      cairo_curve_to (cr, 0.3, 0.1, 0.6, 1, 0.95, 0.4);
      break;
    default: /* not measured: an empty ring */
      cairo_arc (cr, 0.5, 0.5, 0.38, 0, 2 * G_PI);
      break;
    }
}

static void
stroke_sign (const Painter *self, const KladkaMark *mark, const KladkaColour *colour, double width)
{
  double size = MIN (mark->box.width, mark->box.height);

  cairo_new_path (self->cr);
  cairo_save (self->cr);
  cairo_translate (self->cr, mark->box.x, mark->box.y);
  cairo_scale (self->cr, size, size);
  add_sign (self->cr, mark->shape);
  cairo_restore (self->cr);
  set_colour (self->cr, colour);
  cairo_set_line_width (self->cr, width);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (self->cr);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
}

static void
paint_sign (const Painter *self, const KladkaMark *mark, const KladkaLook *look)
{
  double width = MIN (mark->box.width, mark->box.height) / 5;

  stroke_sign (self, mark, &look->stroke, width * 2.6);
  stroke_sign (self, mark, &look->fill, width);
}

static const Painting paintings[KLADKA_N_SHAPES] = {
  [KLADKA_SHAPE_RECT] = paint_rect,
  [KLADKA_SHAPE_BAR] = paint_bar,
  [KLADKA_SHAPE_LINE] = paint_line,
  [KLADKA_SHAPE_DIAMOND] = paint_diamond,
  [KLADKA_SHAPE_BRACKET] = paint_bracket,
  [KLADKA_SHAPE_TEXT] = paint_text,
  [KLADKA_SHAPE_WRAPPED] = paint_wrapped,
  [KLADKA_SHAPE_OPENED] = paint_expander,
  [KLADKA_SHAPE_CLOSED] = paint_expander,
  [KLADKA_SHAPE_SIGN_LAPSING] = paint_sign,
  [KLADKA_SHAPE_SIGN_DUPLICATED] = paint_sign,
  [KLADKA_SHAPE_SIGN_END_UNKNOWN] = paint_sign,
  [KLADKA_SHAPE_SIGN_IMPRECISE] = paint_sign,
  [KLADKA_SHAPE_SIGN_NOT_MEASURED] = paint_sign,
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
  set_colour (cr, &(*lines)->stroke);
  cairo_fill (cr);
  *lines = NULL;
}

void
kladka_paint_band (cairo_t *cr, const KladkaScene *scene, guint band, const KladkaStyle *style, KladkaTextStore *store)
{
  const KladkaBand *it = kladka_scene_get_band (scene, band);
  Painter self = { cr, style, store };
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
