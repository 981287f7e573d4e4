/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-paint.h"

G_BEGIN_DECLS

/**
 * KladkaSheet:
 *
 * One page while it is composed and drawn: texts, plain boxes and charts in their order, within the tags of the
 * document's structure ("H1", "P", "Table", "TR", "TH", "TD", "Figure"). Units are points.
 */
typedef struct _KladkaSheet KladkaSheet;
KladkaSheet *kladka_sheet_new (void);
void kladka_sheet_free (KladkaSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaSheet, kladka_sheet_free)

/* What all sheets of a document are drawn with. Charts have a measure of their own and are scaled onto the page. */
typedef struct {
  KladkaMeasure *measure;
  KladkaTextStore *store;
  KladkaMeasure *chart_measure;
  KladkaTextStore *chart_store;
  double chart_scale;
  KladkaStyle style;
} KladkaSheetTools;

typedef enum {
  KLADKA_SHEET_START = 0,
  KLADKA_SHEET_END = 1 << 0,
  KLADKA_SHEET_CENTRE = 1 << 1,
  KLADKA_SHEET_WRAP = 1 << 2,
  KLADKA_SHEET_DIM = 1 << 3,
} KladkaSheetFlags;

/* Tags are texts that live for ever. */
void kladka_sheet_open (KladkaSheet *self, const char *tag);
void kladka_sheet_close (KladkaSheet *self, const char *tag);
/* @tag: (nullable): opened and closed around the text. @colour: (nullable): NULL = the style's */
void kladka_sheet_text (KladkaSheet *self,
                        const char *tag,
                        KladkaFont font,
                        guint flags,
                        const KladkaColour *colour,
                        KladkaBox box,
                        const char *text);
void kladka_sheet_box (KladkaSheet *self, const KladkaColour *fill, KladkaBox box);
/* @scene: (transfer full): tagged as a figure */
void kladka_sheet_take_scene (KladkaSheet *self, KladkaScene *scene, double x, double y);

void kladka_sheet_draw (const KladkaSheet *self, cairo_t *cr, const KladkaSheetTools *tools);

G_END_DECLS
