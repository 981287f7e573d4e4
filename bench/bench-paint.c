/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-paint.h"

#include <pango/pangocairo.h>

#include "bench-pair.h"
#include "kladka-paint.h"
#include "kladka-timeline.h"

#define WIDTH 1920
#define HEIGHT 1080

typedef struct {
  KladkaBox box;
  PangoLayout *layout; /* of a text */
  guint8 shape;        /* KladkaShape */
  guint8 ink;
} Shape;

typedef struct {
  KladkaTimeline *timeline;
  KladkaTimelineView view;
  KladkaMeasure *measure;
  KladkaWords *words;
  KladkaTextStore *store;
  KladkaStyle style;
  cairo_surface_t *surface;
  GArray *shapes;
} Paint;

static void
paint_frame (gpointer data)
{
  Paint *self = data;
  g_autoptr (KladkaScene) scene = kladka_timeline_layout (self->timeline, &self->view, self->measure, self->words);
  cairo_t *cr = cairo_create (self->surface);

  kladka_paint_scene (cr, scene, &self->style, self->store);
  cairo_destroy (cr);
}

/* A bar with round corners, as small as they are. */
static void
trace_bar (cairo_t *cr, const KladkaBox *box)
{
  double r = MIN (3, MIN (box->width, box->height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, box->x + box->width - r, box->y + box->height - r, r, 0, G_PI / 2);
  cairo_arc (cr, box->x + r, box->y + box->height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
trace_diamond (cairo_t *cr, const KladkaBox *box)
{
  cairo_move_to (cr, box->x + box->width / 2, box->y);
  cairo_line_to (cr, box->x + box->width, box->y + box->height / 2);
  cairo_line_to (cr, box->x + box->width / 2, box->y + box->height);
  cairo_line_to (cr, box->x, box->y + box->height / 2);
  cairo_close_path (cr);
}

static void
trace_bracket (cairo_t *cr, const KladkaBox *box)
{
  cairo_move_to (cr, box->x, box->y);
  cairo_line_to (cr, box->x, box->y + box->height);
  cairo_line_to (cr, box->x + box->width, box->y + box->height);
  cairo_line_to (cr, box->x + box->width, box->y);
}

static void
fill_and_stroke (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.2, 0.4, 0.7);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.1, 0.2, 0.4);
  cairo_stroke (cr);
}

static void
paint_shape (cairo_t *cr, const Shape *shape, const KladkaLook *look)
{
  switch (shape->shape)
    {
    case KLADKA_SHAPE_BAR:
      trace_bar (cr, &shape->box);
      fill_and_stroke (cr);
      break;
    case KLADKA_SHAPE_DIAMOND:
      trace_diamond (cr, &shape->box);
      fill_and_stroke (cr);
      break;
    case KLADKA_SHAPE_BRACKET:
      trace_bracket (cr, &shape->box);
      cairo_stroke (cr);
      break;
    default:
      cairo_set_source_rgba (cr, look->fill.red, look->fill.green, look->fill.blue, look->fill.alpha);
      cairo_rectangle (cr, shape->box.x, shape->box.y, MAX (1, shape->box.width), MAX (1, shape->box.height));
      cairo_fill (cr);
    }
}

static void
paint_kernel (gpointer data)
{
  Paint *self = data;
  cairo_t *cr = cairo_create (self->surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const Shape *shape = &g_array_index (self->shapes, Shape, i);

      if (shape->layout == NULL)
        {
          paint_shape (cr, shape, &self->style.looks[shape->ink]);
          continue;
        }
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_move_to (cr, shape->box.x, shape->box.y);
      pango_cairo_show_layout (cr, shape->layout);
    }
  cairo_destroy (cr);
}

static PangoLayout *
new_layout (Paint *self, const KladkaMark *mark)
{
  PangoLayout *layout = pango_layout_new (kladka_measure_get_context (self->measure));

  pango_layout_set_font_description (layout, kladka_measure_get_description (self->measure, mark->font));
  pango_layout_set_text (layout, mark->text, -1);
  pango_layout_set_width (layout, mark->box.width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* What the frame shows, as a list. */
static void
collect_shapes (Paint *self)
{
  g_autoptr (KladkaScene) scene = kladka_timeline_layout (self->timeline, &self->view, self->measure, self->words);

  for (guint i = 0; i < kladka_scene_get_n_marks (scene); i++)
    {
      const KladkaMark *mark = kladka_scene_get_mark (scene, i);
      Shape shape = { .box = kladka_scene_get_mark_box (scene, i), .shape = mark->shape, .ink = mark->ink };

      if (mark->text != NULL && *mark->text != '\0')
        shape.layout = new_layout (self, mark);
      g_array_append_val (self->shapes, shape);
    }
}

static void
clear_paint (Paint *self)
{
  for (guint i = 0; i < self->shapes->len; i++)
    g_clear_object (&g_array_index (self->shapes, Shape, i).layout);
  g_array_unref (self->shapes);
  cairo_surface_destroy (self->surface);
  kladka_text_store_free (self->store);
  kladka_timeline_unref (self->timeline);
  kladka_measure_unref (self->measure);
  kladka_words_unref (self->words);
}

void
bench_paint (const BenchPlan *bench, guint n_projects)
{
  KladkaTimelineRows rows = { .lanes = KLADKA_LANES_NONE, .show_projects = TRUE, .show_needs = TRUE };
  Paint self = { .words = kladka_words_new (KLADKA_LANG_EN, NULL), .measure = kladka_measure_new_pango ("Inter", 13) };

  self.timeline = kladka_timeline_new (bench->plan, NULL, &rows, self.words);
  self.view = (KladkaTimelineView){ .width = WIDTH, .height = HEIGHT, .label_width = 240, .as_of = 20780 };
  self.view.scale = kladka_scale_new_fit (kladka_timeline_get_days (self.timeline), WIDTH - 240);
  /* Projects and not only the needs above them. */
  self.view.scroll_y = kladka_timeline_get_row_height (self.measure) * (n_projects / 2 + n_projects / 4);
  self.store = kladka_text_store_new (self.measure);
  self.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  self.shapes = g_array_new (FALSE, TRUE, sizeof (Shape));
  kladka_style_init (&self.style, KLADKA_STYLE_LIGHT);
  collect_shapes (&self);
  bench_pair ("timeline frame / same in cairo", n_projects, paint_frame, &self, paint_kernel, &self);
  g_print ("  %u marks in the frame\n", self.shapes->len);
  clear_paint (&self);
}
