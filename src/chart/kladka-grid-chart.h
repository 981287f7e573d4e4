/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-coverage.h"
#include "kladka-scene.h"

G_BEGIN_DECLS

/* The rows of a grid that are seen when those in @expanded are open: a set of kladka_grid_chart_get_row_key();
 * (nullable): NULL = all open. Returns: (transfer full) (element-type guint): rows of @grid, parents before children */
GArray *kladka_grid_chart_list_rows (const KladkaGrid *grid, GHashTable *expanded);
/* Names a row over all grids of the document. */
guint kladka_grid_chart_get_row_key (const KladkaGrid *grid, guint row);

/**
 * KladkaGridView:
 * @rows: (element-type guint): from kladka_grid_chart_list_rows()
 * @expanded: as there
 * @label_width: 0 = as wide as the labels need, at most a third of the width
 * @cell_width: 0 = as wide as the heads need, or wider to fill the width
 * @show_signs: the marks in the corners
 *
 * The window a grid is seen through.
 */
typedef struct {
  const GArray *rows;
  GHashTable *expanded;
  double width;
  double height;
  double scroll_x;
  double scroll_y;
  double label_width;
  double cell_width;
  gboolean show_signs;
} KladkaGridView;

/* Row and period of a mark: its @row is a row of @grid, its @column a period. Cost: O(what is seen). */
KladkaScene *kladka_grid_chart_layout (const KladkaGrid *grid,
                                       const KladkaGridView *view,
                                       KladkaMeasure *measure,
                                       KladkaWords *words);

double kladka_grid_chart_get_row_height (KladkaMeasure *measure);
double kladka_grid_chart_get_head_height (const KladkaGrid *grid, KladkaMeasure *measure);
/* The width the labels of @rows need, but no more than @most. */
double kladka_grid_chart_get_label_width (const KladkaGrid *grid,
                                          const GArray *rows,
                                          double most,
                                          KladkaMeasure *measure,
                                          KladkaWords *words);
/* The width the heads of the columns need. */
double kladka_grid_chart_get_cell_width (const KladkaGrid *grid, KladkaMeasure *measure, const KladkaWords *words);

/* All states and marks with their letter, hatch or sign, and how many of the cells of @rows have each; in as many lines
 * as @width needs. */
KladkaScene *kladka_grid_chart_layout_legend (const KladkaGrid *grid,
                                              const GArray *rows,
                                              double width,
                                              KladkaMeasure *measure,
                                              KladkaWords *words);

/* "Detection, Q3 2027: partly covered, 40 %, lapsing" */
char *kladka_grid_chart_dup_cell_words (const KladkaGrid *grid,
                                        guint row,
                                        guint period,
                                        const KladkaWords *words,
                                        gboolean lines);

G_END_DECLS
