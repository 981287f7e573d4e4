/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-scene-private.h"

#include <math.h>

KladkaSceneBuilder *
kladka_scene_builder_new (double width, double height)
{
  KladkaScene *self = g_new0 (KladkaScene, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->width = self->content_width = width;
  self->height = self->content_height = height;
  self->plot = (KladkaBox){ 0, 0, width, height };
  self->marks = g_array_sized_new (FALSE, FALSE, sizeof (KladkaMark), 256);
  self->bands = g_array_new (FALSE, FALSE, sizeof (KladkaBand));
  self->texts = g_string_chunk_new (4096);
  return (KladkaSceneBuilder *)self;
}

#define SCENE(builder) ((KladkaScene *)(builder))

void
kladka_scene_builder_set_content (KladkaSceneBuilder *self, double width, double height)
{
  SCENE (self)->content_width = width;
  SCENE (self)->content_height = height;
}

void
kladka_scene_builder_set_plot (KladkaSceneBuilder *self, KladkaBox plot)
{
  SCENE (self)->plot = plot;
}

void
kladka_scene_builder_set_rows (KladkaSceneBuilder *self, double y, double height, guint n_rows, const GArray *map)
{
  KladkaScene *scene = SCENE (self);

  scene->rows_y = y;
  scene->row_height = height;
  scene->n_rows = n_rows;
  if (map != NULL)
    scene->row_map = g_array_ref ((GArray *)map);
}

void
kladka_scene_builder_set_words (KladkaSceneBuilder *self, KladkaSceneWords words, gpointer data, GDestroyNotify destroy)
{
  SCENE (self)->words = words;
  SCENE (self)->words_data = data;
  SCENE (self)->words_destroy = destroy;
}

static guint64
mix (guint64 key, guint64 word)
{
  key ^= word;
  key *= G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return key ^ (key >> 29);
}

static guint64
mix_box (guint64 key, const KladkaBox *box)
{
  const double numbers[] = { box->x, box->y, box->width, box->height };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    key = mix (key, (guint64)(gint64)llrint (numbers[i] * 64));
  return key;
}

static guint64
mix_mark (guint64 key, const KladkaMark *mark)
{
  key = mix_box (key, &mark->box);
  key = mix (key, mark->ref | (guint64)mark->flags << 32);
  key = mix (key, (guint64)(guint32)mark->row << 32 | (guint32)mark->column);
  key = mix (key, (guint64)mark->shape | mark->ink << 8 | mark->font << 16 | (guint64)mark->target << 24);
  key = mix (key, (guint64)(gint64)llrint ((mark->soft_start * 4096 + mark->soft_end) * 64));
  return mark->text == NULL ? key : mix (key, g_str_hash (mark->text) | (guint64)strlen (mark->text) << 32);
}

static void
end_band (KladkaScene *self)
{
  KladkaBand *band;
  guint64 key = 1;

  if (self->bands->len == 0)
    return;
  band = &g_array_index (self->bands, KladkaBand, self->bands->len - 1);
  band->n_marks = self->marks->len - band->first_mark;
  for (guint i = 0; i < band->n_marks; i++)
    key = mix_mark (key, &g_array_index (self->marks, KladkaMark, band->first_mark + i));
  band->key = key;
}

void
kladka_scene_builder_begin_band (KladkaSceneBuilder *self,
                                 KladkaBandKind kind,
                                 guint index,
                                 KladkaBox clip,
                                 double origin_x,
                                 double origin_y)
{
  KladkaScene *scene = SCENE (self);
  KladkaBand band = { .clip = clip,
                      .origin_x = origin_x,
                      .origin_y = origin_y,
                      .index = index,
                      .kind = kind,
                      .first_mark = scene->marks->len };

  end_band (scene);
  g_array_append_val (scene->bands, band);
}

KladkaMark *
kladka_scene_builder_add (KladkaSceneBuilder *self, KladkaShape shape, KladkaInk ink, KladkaBox box)
{
  KladkaScene *scene = SCENE (self);
  KladkaMark mark = { .box = box, .shape = shape, .ink = ink, .row = -1, .column = -1 };

  g_array_append_val (scene->marks, mark);
  return &g_array_index (scene->marks, KladkaMark, scene->marks->len - 1);
}

KladkaMark *
kladka_scene_builder_text (KladkaSceneBuilder *self, KladkaFont font, KladkaInk ink, KladkaBox box, const char *text)
{
  KladkaMark *mark = kladka_scene_builder_add (self, KLADKA_SHAPE_TEXT, ink, box);

  mark->font = font;
  mark->text = g_string_chunk_insert (SCENE (self)->texts, text);
  return mark;
}

KladkaScene *
kladka_scene_builder_end (KladkaSceneBuilder *self)
{
  end_band (SCENE (self));
  return SCENE (self);
}

#define SAMPLE_WIDTH 1.6
#define GAP 0.5
#define SIGN 10

static void
add_item (KladkaSceneBuilder *builder, const KladkaLegendItem *item, KladkaBox sample, double text_width)
{
  KladkaBox text = { sample.x + sample.width * (1 + GAP / 2), sample.y, text_width, sample.height };
  KladkaBox inner = sample;
  KladkaMark *mark;

  if (item->shape == KLADKA_SHAPE_DIAMOND || item->shape >= KLADKA_SHAPE_SIGN_LAPSING)
    inner = (KladkaBox){ sample.x + (sample.width - SIGN) / 2, sample.y + (sample.height - SIGN) / 2, SIGN, SIGN };
  else if (item->thickness > 0)
    inner = (KladkaBox){ sample.x, sample.y + (sample.height - item->thickness) / 2, sample.width, item->thickness };
  else if (item->shape == KLADKA_SHAPE_LINE)
    inner = (KladkaBox){ sample.x + sample.width / 2, sample.y, 0, sample.height };
  mark = kladka_scene_builder_add (builder, item->shape, item->ink, inner);
  mark->flags = item->flags;
  mark->soft_end = item->flags & KLADKA_MARK_SOFT_END ? sample.width / 2 : 0;
  if (item->letter != NULL)
    kladka_scene_builder_text (builder, KLADKA_FONT_SMALL_BOLD, item->ink, sample, item->letter)->flags =
        KLADKA_MARK_ALIGN_CENTRE;
  kladka_scene_builder_text (builder, KLADKA_FONT_SMALL, KLADKA_INK_TEXT, text, item->text);
}

KladkaScene *
kladka_scene_new_legend (const KladkaLegendItem *items, guint n_items, double width, KladkaMeasure *measure)
{
  KladkaSceneBuilder *builder = kladka_scene_builder_new (width, 0);
  double size = kladka_measure_get_font_size (measure, KLADKA_FONT_SMALL);
  double line = kladka_measure_get_line_height (measure, KLADKA_FONT_SMALL);
  double x = 0, y = 0;
  double sample = SAMPLE_WIDTH * size;

  kladka_scene_builder_begin_band (builder, KLADKA_BAND_LEGEND, 0, (KladkaBox){ 0, 0, width, G_MAXINT }, 0, 0);
  for (guint i = 0; i < n_items; i++)
    {
      double text_width = kladka_measure_get_width (measure, KLADKA_FONT_SMALL, items[i].text) + 1;
      double needed = sample * (1 + GAP / 2) + text_width;

      if (x > 0 && x + needed > width)
        {
          x = 0;
          y += line * 1.45;
        }
      add_item (builder, &items[i], (KladkaBox){ x, y, sample, line }, text_width);
      x += needed + size * 1.3;
    }
  SCENE (builder)->height = y + line;
  kladka_scene_builder_set_content (builder, width, y + line);
  g_array_index (SCENE (builder)->bands, KladkaBand, 0).clip.height = y + line;
  return kladka_scene_builder_end (builder);
}
