/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-paint-private.h"

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
stroke_sign (const KladkaPainter *self, const KladkaMark *mark, const KladkaColour *colour, double width)
{
  double size = MIN (mark->box.width, mark->box.height);

  cairo_new_path (self->cr);
  cairo_save (self->cr);
  cairo_translate (self->cr, mark->box.x, mark->box.y);
  cairo_scale (self->cr, size, size);
  add_sign (self->cr, mark->shape);
  cairo_restore (self->cr);
  kladka_painter_set_colour (self->cr, colour);
  cairo_set_line_width (self->cr, width);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (self->cr);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
}

void
kladka_painter_paint_sign (const KladkaPainter *self, const KladkaMark *mark, const KladkaLook *look)
{
  double width = MIN (mark->box.width, mark->box.height) / 5;

  stroke_sign (self, mark, &look->stroke, width * 2.6);
  stroke_sign (self, mark, &look->fill, width);
}
