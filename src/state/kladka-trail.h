/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-view-state.h"

G_BEGIN_DECLS

/* Where somebody was: a page and what was selected on it. */
typedef struct {
  KladkaPage page;
  KladkaRef selection;
} KladkaPlace;

/**
 * KladkaTrail:
 *
 * The places visited, for going back and forward as in a browser. A plain mutable value; keeps the newest hundred.
 */
typedef struct {
  GArray *places; /* KladkaPlace */
  guint at;
} KladkaTrail;

void kladka_trail_init (KladkaTrail *self, KladkaPlace first);
void kladka_trail_clear (KladkaTrail *self);
/* Somebody went to @place by themselves: what lay ahead is forgotten. A place on the same page replaces the selection
 * of the last one, so that back leads from page to page. */
void kladka_trail_visit (KladkaTrail *self, KladkaPlace place);
gboolean kladka_trail_can_go (const KladkaTrail *self, int steps);
/* -1 = back, 1 = forward; only where kladka_trail_can_go() says so. */
KladkaPlace kladka_trail_go (KladkaTrail *self, int steps);

G_END_DECLS
