/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Between the files that lay the grid out. */

#include "kladka-grid-chart.h"
#include "kladka-scene-builder.h"

G_BEGIN_DECLS

typedef struct {
  const KladkaGrid *grid;
  const KladkaGridView *view;
  KladkaMeasure *measure;
  KladkaWords *words;
  KladkaSceneBuilder *builder;
  KladkaBox plot;
  double row_height;
  double cell_width;
  guint first_column; /* seen */
  guint end_column;
  char *percents[101]; /* made when first needed */
} KladkaGridLayout;

/* kladka-grid-chart-cells.c: at @y of the band: state, letter and percent, what is planned, signs. */
void kladka_grid_layout_add_cell (KladkaGridLayout *self, guint row, guint period, double y);

G_END_DECLS
