/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Between the files that paint. */

#include "kladka-text-store.h"

#include <math.h>

G_BEGIN_DECLS

#define KLADKA_DASH 4.0
#define KLADKA_DASH_GAP 3.0

typedef struct {
  cairo_t *cr;
  const KladkaStyle *style;
  KladkaTextStore *store;
} KladkaPainter;

static inline void
kladka_painter_set_colour (cairo_t *cr, const KladkaColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

/* Edges on whole pixels: crisp, and cairo need not blend them. */
static inline KladkaBox
kladka_painter_snap (const KladkaBox *box)
{
  double x = round (box->x), y = round (box->y);

  return (KladkaBox){ x, y, MAX (round (box->x + box->width) - x, 1), MAX (round (box->y + box->height) - y, 1) };
}

/* kladka-paint.c */
void kladka_painter_fill_path (cairo_t *cr, const KladkaLook *look);
void kladka_painter_stroke_path (cairo_t *cr, const KladkaLook *look);
/* Fills the box with the hatch on its ground, where a tile holds both. */
gboolean kladka_painter_paint_tile (const KladkaPainter *self, const KladkaBox *box, const KladkaLook *look);

/* kladka-paint-bar.c */
void kladka_painter_paint_bar (const KladkaPainter *self, const KladkaMark *mark, const KladkaLook *look);

/* kladka-paint-signs.c */
void kladka_painter_paint_sign (const KladkaPainter *self, const KladkaMark *mark, const KladkaLook *look);

G_END_DECLS
