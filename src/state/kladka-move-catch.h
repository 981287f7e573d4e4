/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-move.h"

G_BEGIN_DECLS

/* A day on which another bar begins (its first day) or is over (the day after its last). */
typedef struct {
  KladkaRef ref;
  gint32 day;
  gboolean is_end;
} KladkaEdge;

/* The edges of the bars that a scene shows, but for those of @but. Returns: (transfer full) (element-type KladkaEdge)
 */
GArray *kladka_edges_list (const KladkaPlan *plan, const KladkaScene *scene, KladkaRef but);

/**
 * KladkaCatch:
 *
 * An edge that caught a dragged bar: which it is, and with which of its own ends the bar hangs on it. A value.
 */
typedef struct {
  KladkaEdge edge;
  gboolean by_end;
} KladkaCatch;

/* The move that lies on the nearest edge within six pixels of where the bar was dragged to. A date never changes its
 * precision: a quarter hangs only where a quarter begins or ends. FALSE, with @ret_move and @ret_catch untouched, where
 * there is none. */
gboolean kladka_move_catch (const KladkaRecord *record,
                            KladkaMovePart part,
                            KladkaScale scale,
                            double dx,
                            const GArray *edges,
                            KladkaMove *ret_move,
                            KladkaCatch *ret_catch);
/* "Starts with …" */
char *kladka_catch_dup_words (const KladkaCatch *self, const KladkaPlan *plan, const KladkaWords *words);

G_END_DECLS
