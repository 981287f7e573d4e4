/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-scene-builder.h"

/* For the files of the scene only. */
struct _KladkaScene {
  gatomicrefcount ref_count;
  double width;
  double height;
  double content_width;
  double content_height;
  KladkaBox plot;
  GArray *marks;
  GArray *bands;
  GStringChunk *texts;
  double rows_y;
  double row_height;
  guint n_rows;
  GArray *row_map;
  KladkaSceneWords words;
  gpointer words_data;
  GDestroyNotify words_destroy;
};
