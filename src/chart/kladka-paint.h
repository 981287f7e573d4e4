/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include "kladka-style.h"

G_BEGIN_DECLS

/**
 * KladkaTextStore:
 *
 * Keeps the PangoLayouts of texts that were painted, by font, width and text; forgets the oldest. One for all scenes
 * painted with one measure; one thread at a time.
 */
typedef struct _KladkaTextStore KladkaTextStore;
KladkaTextStore *kladka_text_store_new (KladkaMeasure *measure);
void kladka_text_store_free (KladkaTextStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaTextStore, kladka_text_store_free)
/* For a screen of @scale pixels to a unit: hatches are painted once and copied. On paper they stay lines. */
void kladka_text_store_set_screen (KladkaTextStore *self, double scale);

/* Draws the whole scene, at the origin of @cr, within its clip. Any surface. */
void kladka_paint_scene (cairo_t *cr, const KladkaScene *scene, const KladkaStyle *style, KladkaTextStore *store);
/* Draws one band in its own coordinates: translate to the band's origin first, clip to its clip. */
void
kladka_paint_band (cairo_t *cr, const KladkaScene *scene, guint band, const KladkaStyle *style, KladkaTextStore *store);

G_END_DECLS
