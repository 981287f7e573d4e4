/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-hatch.h"
#include "kladka-paint.h"

/* A text ready to draw; @width and @height are its own. */
typedef struct {
  PangoLayout *layout;
  double width;
  double height;
} KladkaStoredText;

/* @width: where the text is cut with an ellipsis, or wrapped; negative = nowhere. (transfer none): until the next call
 */
const KladkaStoredText *
kladka_text_store_get (KladkaTextStore *self, KladkaFont font, const char *text, double width, gboolean wrap);

/* NULL where hatches are drawn as lines. (transfer none) */
KladkaHatchTiles *kladka_text_store_get_tiles (KladkaTextStore *self);
