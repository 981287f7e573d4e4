/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-scene.h"

G_BEGIN_DECLS

/**
 * KladkaSceneBuilder:
 *
 * Fills a scene band by band; for layouts and pages. Bands are drawn in the order in which they were begun.
 */
typedef struct _KladkaSceneBuilder KladkaSceneBuilder;

/* Says in words what a mark stands for. */
typedef char *(*KladkaSceneWords) (const KladkaMark *mark, gboolean lines, gpointer data);

KladkaSceneBuilder *kladka_scene_builder_new (double width, double height);
void kladka_scene_builder_set_content (KladkaSceneBuilder *self, double width, double height);
void kladka_scene_builder_set_plot (KladkaSceneBuilder *self, KladkaBox plot);
/* Which row lies where: row 0 begins at @y of the scene. @map: (nullable) (element-type guint): its rows by place. */
void kladka_scene_builder_set_rows (KladkaSceneBuilder *self, double y, double height, guint n_rows, const GArray *map);
/* @data: (transfer full): freed by @destroy with the scene. */
void kladka_scene_builder_set_words (KladkaSceneBuilder *self,
                                     KladkaSceneWords words,
                                     gpointer data,
                                     GDestroyNotify destroy);
void kladka_scene_builder_begin_band (KladkaSceneBuilder *self,
                                      KladkaBandKind kind,
                                      guint index,
                                      KladkaBox clip,
                                      double origin_x,
                                      double origin_y);
/* Returns: (transfer none): the mark, to be filled further before the next one is added */
KladkaMark *kladka_scene_builder_add (KladkaSceneBuilder *self, KladkaShape shape, KladkaInk ink, KladkaBox box);
KladkaMark *
kladka_scene_builder_text (KladkaSceneBuilder *self, KladkaFont font, KladkaInk ink, KladkaBox box, const char *text);
/* Frees the builder. Returns: (transfer full) */
KladkaScene *kladka_scene_builder_end (KladkaSceneBuilder *self);

/* A line of items, each a sample mark with its words, broken into as many lines as the width needs. */
typedef struct {
  KladkaShape shape;
  KladkaInk ink;
  guint32 flags;
  double thickness;   /* of a sample that is a level stroke; 0 = as high as the line */
  const char *letter; /* (nullable): inside the sample */
  const char *text;
} KladkaLegendItem;
KladkaScene *
kladka_scene_new_legend (const KladkaLegendItem *items, guint n_items, double width, KladkaMeasure *measure);

G_END_DECLS
