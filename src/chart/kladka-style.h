/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-scene.h"

G_BEGIN_DECLS

typedef struct {
  double red;
  double green;
  double blue;
  double alpha;
} KladkaColour;

typedef enum {
  KLADKA_HATCH_NONE,
  KLADKA_HATCH_RISING,  /* /// */
  KLADKA_HATCH_FALLING, /* \\\ */
  KLADKA_HATCH_CROSS,
  KLADKA_HATCH_LEVEL, /* horizontal lines */
  KLADKA_HATCH_DOTS,
} KladkaHatch;

/**
 * KladkaLook:
 *
 * How marks of one ink look. An alpha of 0 leaves that part out. @text is the colour of text on @fill.
 */
typedef struct {
  KladkaColour fill;
  KladkaColour stroke;
  KladkaColour text;
  KladkaColour hatch_line;
  KladkaHatch hatch;
  double line_width;
  gboolean dashed;
} KladkaLook;

typedef enum {
  KLADKA_STYLE_LIGHT,
  KLADKA_STYLE_DARK,
  KLADKA_STYLE_CONTRAST,      /* high contrast on white */
  KLADKA_STYLE_CONTRAST_DARK, /* on black */
  KLADKA_STYLE_PAPER,
  KLADKA_STYLE_GREY, /* paper without colour */
  KLADKA_N_STYLES,
} KladkaStyleKind;

/**
 * KladkaStyle:
 *
 * A look for every ink; a value, about 8 KiB. States differ by letter and hatch besides colour; no two rest on red and
 * green alone; text has at least 4.5 : 1 against what it stands on.
 */
typedef struct {
  KladkaStyleKind kind;
  KladkaLook looks[KLADKA_N_INKS];
} KladkaStyle;

void kladka_style_init (KladkaStyle *self, KladkaStyleKind kind);
/* For the screen: the theme's own background, text and accent colour. */
void kladka_style_set_theme (KladkaStyle *self,
                             const KladkaColour *background,
                             const KladkaColour *text,
                             const KladkaColour *accent);

/* WCAG 2: relative luminance, and the contrast of two opaque colours, 1 to 21. */
double kladka_colour_get_luminance (const KladkaColour *self);
double kladka_colour_get_contrast (const KladkaColour *a, const KladkaColour *b);
/* @over laid on @under. */
KladkaColour kladka_colour_blend (const KladkaColour *over, const KladkaColour *under);

G_END_DECLS
