/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-paint-private.h"

#include "kladka-hatch.h"

#define N_STAIRS 3

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

      for (double at = from; at < to; at += KLADKA_DASH + KLADKA_DASH_GAP)
        if (level)
          cairo_rectangle (cr, at, a->y - width / 2, MIN (KLADKA_DASH, to - at), width);
        else
          cairo_rectangle (cr, a->x - width / 2, at, width, MIN (KLADKA_DASH, to - at));
    }
  cairo_fill (cr);
}

void
kladka_painter_paint_bar (const KladkaPainter *self, const KladkaMark *mark, const KladkaLook *look)
{
  double inset = look->stroke.alpha > 0 ? look->line_width / 2 : 0;
  double soft_start = mark->soft_start > 1 ? round (mark->soft_start) : 0;
  double soft_end = mark->soft_end > 1 ? round (mark->soft_end) : 0;
  KladkaBox box = kladka_painter_snap (&mark->box);
  KladkaBox line = { box.x + inset, box.y + inset, MAX (box.width - 2 * inset, 0.5),
                     MAX (box.height - 2 * inset, 0.5) };
  KladkaBox sure = { box.x + soft_start, box.y, box.width - soft_start - soft_end, box.height };
  Corner corners[MAX_CORNERS];
  guint n = list_corners (&line, MIN (soft_start, line.width / 2), MIN (soft_end, line.width / 2), corners);

  add_corners (self->cr, corners, n);
  kladka_painter_fill_path (self->cr, look);
  cairo_new_path (self->cr);
  if (sure.width > 0 && !kladka_painter_paint_tile (self, &sure, look))
    kladka_hatch_draw (self->cr, &sure, look);
  if (look->stroke.alpha == 0)
    return;
  if (look->dashed)
    {
      kladka_painter_set_colour (self->cr, &look->stroke);
      fill_dashes (self->cr, corners, n, look->line_width);
      return;
    }
  add_corners (self->cr, corners, n);
  kladka_painter_stroke_path (self->cr, look);
}
