/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "kladka-style.h"

G_BEGIN_DECLS

/* Draws the lines of a look's hatch into @box, without its ground. They lie on a grid of the whole surface, so that
 * those of neighbours meet. */
void kladka_hatch_draw (cairo_t *cr, const KladkaBox *box, const KladkaLook *look);

/**
 * KladkaHatchTiles:
 *
 * Hatches painted once on their ground, to fill with on a screen: many small lines in many cells are dear there. Paper
 * does without, since it has to stay lines. One thread at a time.
 */
typedef struct _KladkaHatchTiles KladkaHatchTiles;

/* @scale: pixels to a unit */
KladkaHatchTiles *kladka_hatch_tiles_new (double scale);
void kladka_hatch_tiles_free (KladkaHatchTiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaHatchTiles, kladka_hatch_tiles_free)

/* What fills a box of that look; NULL where it has no hatch. (transfer none) */
cairo_pattern_t *kladka_hatch_tiles_get (KladkaHatchTiles *self, const KladkaLook *look);

G_END_DECLS
