/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-paint.h"

#include <pango/pangocairo.h>

#include "bench-pair.h"
#include "kladka-paint.h"
#include "kladka-timeline.h"

#define WIDTH 1920
#define HEIGHT 1080
#define LABELS 240
#define FIRST_MONTH (BENCH_FIRST_YEAR * 12)
#define SMALLEST 100 /* projects */

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
  KladkaScene *scene; /* the frame, to be painted without its layout */
  GArray *shapes;     /* the same as a list */
} Paint;

static KladkaScene *
lay_out (const Paint *self)
{
  return kladka_timeline_layout (self->timeline, &self->view, self->measure, self->words);
}

static void
lay_out_frame (gpointer data)
{
  kladka_scene_unref (lay_out (data));
}

static void
paint_scene (const Paint *self, const KladkaScene *scene)
{
  cairo_t *cr = cairo_create (self->surface);

  kladka_paint_scene (cr, scene, &self->style, self->store);
  cairo_destroy (cr);
}

static void
paint_laid_out (gpointer data)
{
  paint_scene (data, ((Paint *)data)->scene);
}

static void
paint_frame (gpointer data)
{
  g_autoptr (KladkaScene) scene = lay_out (data);

  paint_scene (data, scene);
}

static void
renew_store (Paint *self)
{
  g_clear_pointer (&self->store, kladka_text_store_free);
  self->store = kladka_text_store_new (self->measure);
  kladka_text_store_set_screen (self->store, 1);
}

/* As after a jump to rows that were never seen. */
static void
paint_fresh_frame (gpointer data)
{
  renew_store (data);
  paint_frame (data);
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
new_layout (const Paint *self, const KladkaMark *mark)
{
  PangoLayout *layout = pango_layout_new (kladka_measure_get_context (self->measure));

  pango_layout_set_font_description (layout, kladka_measure_get_description (self->measure, mark->font));
  pango_layout_set_text (layout, mark->text, -1);
  pango_layout_set_width (layout, mark->box.width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
clear_shape (gpointer data)
{
  g_clear_object (&((Shape *)data)->layout);
}

/* What the frame shows, as a list. */
static void
collect_shapes (Paint *self)
{
  g_array_set_size (self->shapes, 0);
  for (guint i = 0; i < kladka_scene_get_n_marks (self->scene); i++)
    {
      const KladkaMark *mark = kladka_scene_get_mark (self->scene, i);
      Shape shape = { .box = kladka_scene_get_mark_box (self->scene, i), .shape = mark->shape, .ink = mark->ink };

      if (mark->text != NULL && *mark->text != '\0')
        shape.layout = new_layout (self, mark);
      g_array_append_val (self->shapes, shape);
    }
}

static void
paint_fresh_kernel (gpointer data)
{
  collect_shapes (data);
  paint_kernel (data);
}

/* ---- Like with like ---- */

#define N_MARKS 885 /* of a frame, about */
#define N_PLACES 48 /* tried for it */

static guint
count_marks (Paint *self, guint row)
{
  g_autoptr (KladkaScene) scene = NULL;

  self->view.scroll_y = row * kladka_timeline_get_row_height (self->measure);
  scene = lay_out (self);
  return kladka_scene_get_n_marks (scene);
}

/* Among the projects that start in the middle of the ten years, where a full window of rows holds about as many marks
 * at every size: else a plan would pay for other rows, not for more of them. */
static void
seek_rows (Paint *self, guint n_projects)
{
  guint from = kladka_timeline_get_n_rows (self->timeline) - n_projects * 2 / 3;
  guint best = from, least = G_MAXUINT;

  for (guint i = 0; i < N_PLACES; i++)
    {
      guint row = from + (guint)((guint64)n_projects / 4 * i / N_PLACES);
      guint off = (guint)ABS ((int)count_marks (self, row) - N_MARKS);

      if (off < least)
        {
          least = off;
          best = row;
        }
    }
  self->view.scroll_y = best * kladka_timeline_get_row_height (self->measure);
}

static void
init_paint (Paint *self, const BenchPlan *bench)
{
  KladkaTimelineRows rows = { .lanes = KLADKA_LANES_NONE, .show_projects = TRUE, .show_needs = TRUE };
  KladkaSpan days =
      (KladkaSpan){ kladka_month_first_day (FIRST_MONTH), kladka_month_first_day (FIRST_MONTH + BENCH_N_MONTHS) };

  *self =
      (Paint){ .words = kladka_words_new (KLADKA_LANG_EN, NULL), .measure = kladka_measure_new_pango ("Inter", 13) };
  self->timeline = kladka_timeline_new (bench->plan, NULL, &rows, self->words);
  self->view = (KladkaTimelineView){ .width = WIDTH, .height = HEIGHT, .label_width = LABELS, .as_of = 20780 };
  self->view.scale = kladka_scale_new_fit (days, WIDTH - LABELS);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  self->shapes = g_array_new (FALSE, TRUE, sizeof (Shape));
  g_array_set_clear_func (self->shapes, clear_shape);
  kladka_style_init (&self->style, KLADKA_STYLE_LIGHT);
  renew_store (self);
  seek_rows (self, bench->n_projects);
  self->scene = lay_out (self);
  collect_shapes (self);
}

static void
clear_paint (Paint *self)
{
  kladka_scene_unref (self->scene);
  g_array_unref (self->shapes);
  cairo_surface_destroy (self->surface);
  kladka_text_store_free (self->store);
  kladka_timeline_unref (self->timeline);
  kladka_measure_unref (self->measure);
  kladka_words_unref (self->words);
}

/* How the frame grows with the plan: in turns with that of the smallest one. */
static void
measure_growth (Paint *self, guint n_projects)
{
  g_autoptr (BenchPlan) small = bench_plan_new (SMALLEST);
  Paint first;

  init_paint (&first, small);
  bench_pair (BENCH_FRAME_GROWTH, n_projects, paint_frame, self, paint_frame, &first);
  bench_pair ("its cairo / at 100 projects", n_projects, paint_kernel, self, paint_kernel, &first);
  clear_paint (&first);
}

void
bench_paint (const BenchPlan *bench, guint n_projects)
{
  Paint self;

  init_paint (&self, bench);
  bench_pair ("timeline frame / same in cairo", n_projects, paint_frame, &self, paint_kernel, &self);
  bench_pair ("timeline frame, fresh text / same", n_projects, paint_fresh_frame, &self, paint_fresh_kernel, &self);
  if (n_projects > SMALLEST)
    measure_growth (&self, n_projects);
  g_print ("  %u marks in the frame; layout %.3f ms, paint %.3f ms\n", self.shapes->len,
           bench_time (lay_out_frame, &self), bench_time (paint_laid_out, &self));
  clear_paint (&self);
}
