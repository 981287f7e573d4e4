/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The few kinds of text a chart or page has. Sizes are relative to the measure's. */
typedef enum {
  KLADKA_FONT_BODY,
  KLADKA_FONT_BOLD,
  KLADKA_FONT_SMALL, /* 0.85 */
  KLADKA_FONT_SMALL_BOLD,
  KLADKA_FONT_HEADING, /* 1.3, bold */
  KLADKA_FONT_TITLE,   /* 2, bold */
  KLADKA_FONT_FIGURE,  /* 2.6, bold */
  KLADKA_N_FONTS,
} KladkaFont;

/**
 * KladkaMeasure:
 *
 * Measures text for layout: backed by Pango, or of fixed width for tests, where a letter is 0.6 of the size wide and a
 * line 1.25 high. Reference counted; remembers widths; one thread at a time.
 *
 * Units: layout units (pixels on screen, points on paper), as the size given.
 */
typedef struct _KladkaMeasure KladkaMeasure;

KladkaMeasure *kladka_measure_new_fixed (double size);
/* @family: (nullable): NULL = "Sans". Layouts made with the measure's context have unhinted metrics, so that they
 * scale. */
KladkaMeasure *kladka_measure_new_pango (const char *family, double size);
KladkaMeasure *kladka_measure_ref (KladkaMeasure *self);
void kladka_measure_unref (KladkaMeasure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaMeasure, kladka_measure_unref)

double kladka_measure_get_size (const KladkaMeasure *self);
double kladka_measure_get_font_size (const KladkaMeasure *self, KladkaFont font);
double kladka_measure_get_width (KladkaMeasure *self, KladkaFont font, const char *text);
double kladka_measure_get_line_height (KladkaMeasure *self, KladkaFont font);
/* How high @text is when wrapped to @width. */
double kladka_measure_get_height (KladkaMeasure *self, KladkaFont font, const char *text, double width);
/* NULL for a fixed measure. (transfer none) */
PangoContext *kladka_measure_get_context (KladkaMeasure *self);
const PangoFontDescription *kladka_measure_get_description (KladkaMeasure *self, KladkaFont font);

G_END_DECLS
