/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include <cairo-pdf.h>
#include <string.h>

#include "kladka-hatch.h"
#include "kladka-paint.h"
#include "kladka-scene-builder.h"

#define SIZE 90

static const KladkaBox box = { 7, 11, 71, 64 };

static cairo_surface_t *
paint (const KladkaLook *look, cairo_pattern_t *tile, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(SIZE * scale), (int)(SIZE * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  if (tile != NULL)
    cairo_set_source (cr, tile);
  else
    cairo_set_source_rgba (cr, look->fill.red, look->fill.green, look->fill.blue, look->fill.alpha);
  cairo_fill (cr);
  if (tile == NULL)
    kladka_hatch_draw (cr, &box, look);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The mean difference of a channel. */
static double
compare (cairo_surface_t *a, cairo_surface_t *b)
{
  int stride = cairo_image_surface_get_stride (a), height = cairo_image_surface_get_height (a);
  double sum = 0;
  const guint8 *of_a = cairo_image_surface_get_data (a), *of_b = cairo_image_surface_get_data (b);

  for (int i = 0; i < stride * height; i++)
    if (i % 4 != 3)
      sum += ABS (of_a[i] - of_b[i]);
  return sum / (stride * height);
}

static void
test_tiles_look_alike (void)
{
  const double scales[] = { 1, 2 };

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    for (guint kind = 0; kind < KLADKA_N_STYLES; kind++)
      {
        g_autoptr (KladkaHatchTiles) tiles = kladka_hatch_tiles_new (scales[s]);
        KladkaStyle style;

        kladka_style_init (&style, kind);
        for (guint ink = 0; ink < KLADKA_N_INKS; ink++)
          {
            const KladkaLook *look = &style.looks[ink];
            cairo_pattern_t *tile = kladka_hatch_tiles_get (tiles, look);
            const KladkaLook bare = { .fill = look->fill };
            cairo_surface_t *lines, *copied, *plain;

            g_assert_true ((tile != NULL) == (look->hatch != KLADKA_HATCH_NONE));
            if (tile == NULL)
              continue;
            lines = paint (look, NULL, scales[s]);
            copied = paint (look, tile, scales[s]);
            plain = paint (&bare, NULL, scales[s]);
            /* Slanted edges are smoothed a little differently. */
            g_assert_cmpfloat (compare (lines, copied), <, 1);
            g_assert_cmpfloat (compare (lines, plain), >, 1);
            cairo_surface_destroy (plain);
            cairo_surface_destroy (lines);
            cairo_surface_destroy (copied);
          }
      }
}

static cairo_status_t
collect_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
pdf_has_image (gboolean screen)
{
  KladkaSceneBuilder *builder = kladka_scene_builder_new (SIZE, SIZE);
  g_autoptr (KladkaMeasure) measure = kladka_measure_new_pango (NULL, 12);
  g_autoptr (KladkaTextStore) store = kladka_text_store_new (measure);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (KladkaScene) scene = NULL;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect_cb, bytes, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  KladkaStyle style;

  kladka_style_init (&style, KLADKA_STYLE_PAPER);
  if (screen)
    kladka_text_store_set_screen (store, 1);
  kladka_scene_builder_begin_band (builder, KLADKA_BAND_ROWS, 0, (KladkaBox){ 0, 0, SIZE, SIZE }, 0, 0);
  kladka_scene_builder_add (builder, KLADKA_SHAPE_RECT, KLADKA_INK_STATE_LAPSING, box);
  scene = kladka_scene_builder_end (builder);
  kladka_paint_scene (cr, scene, &style, store);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return memmem (bytes->data, bytes->len, "/Subtype /Image", strlen ("/Subtype /Image")) != NULL;
}

static void
test_paper_stays_lines (void)
{
  g_assert_false (pdf_has_image (FALSE));
  g_assert_true (pdf_has_image (TRUE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/hatch/tiles-look-like-the-lines", test_tiles_look_alike);
  g_test_add_func ("/chart/hatch/paper-stays-lines", test_paper_stays_lines);
  return g_test_run ();
}
