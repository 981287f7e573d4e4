/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-hatch.h"

#include <math.h>

#define STEP 6.0
#define LEVEL_STEP 4.0
#define DOT_STEP 5.0
#define DOT 1.5
#define TILE 60 /* a multiple of every step */
#define MAX_TILES 32

static void
add_rising (cairo_t *cr, const KladkaBox *box)
{
  double from = box->x + box->y, to = from + box->width + box->height;

  for (double at = ceil (from / STEP) * STEP; at < to; at += STEP)
    {
      cairo_move_to (cr, at - box->y, box->y);
      cairo_line_to (cr, at - box->y - box->height, box->y + box->height);
    }
}

static void
add_falling (cairo_t *cr, const KladkaBox *box)
{
  double from = box->x - box->y - box->height, to = from + box->width + box->height;

  for (double at = ceil (from / STEP) * STEP; at < to; at += STEP)
    {
      cairo_move_to (cr, at + box->y, box->y);
      cairo_line_to (cr, at + box->y + box->height, box->y + box->height);
    }
}

static void
add_level (cairo_t *cr, const KladkaBox *box)
{
  for (double y = ceil (box->y / LEVEL_STEP) * LEVEL_STEP + 0.5; y < box->y + box->height; y += LEVEL_STEP)
    {
      cairo_move_to (cr, box->x, y);
      cairo_line_to (cr, box->x + box->width, y);
    }
}

static void
fill_dots (cairo_t *cr, const KladkaBox *box)
{
  for (double y = floor (box->y / DOT_STEP) * DOT_STEP + 2; y < box->y + box->height; y += DOT_STEP)
    for (double x = floor (box->x / DOT_STEP) * DOT_STEP + 2; x < box->x + box->width; x += DOT_STEP)
      cairo_rectangle (cr, x, y, DOT, DOT);
  cairo_fill (cr);
}

static gboolean
has_hatch (const KladkaLook *look)
{
  return look->hatch != KLADKA_HATCH_NONE && look->hatch_line.alpha > 0;
}

static void
set_colour (cairo_t *cr, const KladkaColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

void
kladka_hatch_draw (cairo_t *cr, const KladkaBox *box, const KladkaLook *look)
{
  if (!has_hatch (look))
    return;
  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  set_colour (cr, &look->hatch_line);
  if (look->hatch == KLADKA_HATCH_DOTS)
    fill_dots (cr, box);
  if (look->hatch == KLADKA_HATCH_RISING || look->hatch == KLADKA_HATCH_CROSS)
    add_rising (cr, box);
  if (look->hatch == KLADKA_HATCH_FALLING || look->hatch == KLADKA_HATCH_CROSS)
    add_falling (cr, box);
  if (look->hatch == KLADKA_HATCH_LEVEL)
    add_level (cr, box);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* ---- Tiles ---- */

typedef struct {
  KladkaHatch hatch;
  KladkaColour fill;
  KladkaColour line;
  cairo_pattern_t *pattern;
} Tile;

struct _KladkaHatchTiles {
  double scale;
  Tile tiles[MAX_TILES];
  guint n_tiles;
};

KladkaHatchTiles *
kladka_hatch_tiles_new (double scale)
{
  KladkaHatchTiles *self = g_new0 (KladkaHatchTiles, 1);

  self->scale = scale;
  return self;
}

static void
forget (KladkaHatchTiles *self)
{
  for (guint i = 0; i < self->n_tiles; i++)
    cairo_pattern_destroy (self->tiles[i].pattern);
  self->n_tiles = 0;
}

void
kladka_hatch_tiles_free (KladkaHatchTiles *self)
{
  forget (self);
  g_free (self);
}

static gboolean
colours_equal (const KladkaColour *a, const KladkaColour *b)
{
  return a->red == b->red && a->green == b->green && a->blue == b->blue && a->alpha == b->alpha;
}

/* Without an alpha channel where the ground is opaque: pixels are copied then, not blended. */
static cairo_pattern_t *
paint_tile (const KladkaLook *look, double scale)
{
  cairo_format_t format = look->fill.alpha == 1 ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
  int size = (int)lrint (TILE * scale);
  cairo_surface_t *surface = cairo_image_surface_create (format, size, size);
  cairo_t *cr = cairo_create (surface);
  cairo_pattern_t *pattern;

  cairo_scale (cr, scale, scale);
  set_colour (cr, &look->fill);
  cairo_paint (cr);
  kladka_hatch_draw (cr, &(KladkaBox){ -TILE, -TILE, 3 * TILE, 3 * TILE }, look);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (surface, scale, scale);
  pattern = cairo_pattern_create_for_surface (surface);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_surface_destroy (surface);
  return pattern;
}

cairo_pattern_t *
kladka_hatch_tiles_get (KladkaHatchTiles *self, const KladkaLook *look)
{
  if (!has_hatch (look))
    return NULL;
  for (guint i = 0; i < self->n_tiles; i++)
    {
      const Tile *tile = &self->tiles[i];
      if (tile->hatch == look->hatch && colours_equal (&tile->line, &look->hatch_line)
          && colours_equal (&tile->fill, &look->fill))
        return tile->pattern;
    }
  /* Looks of a style that is gone. */
  if (self->n_tiles == MAX_TILES)
    forget (self);
  self->tiles[self->n_tiles] = (Tile){ look->hatch, look->fill, look->hatch_line, paint_tile (look, self->scale) };
  return self->tiles[self->n_tiles++].pattern;
}
