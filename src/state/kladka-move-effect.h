/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-move.h"
#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaMoveEffect:
 *
 * What a drag would do to the gaps: the gap-months from the as-of day on, with the bar where it is held, less those of
 * the plan as it is. Computed on a worker thread, never more than one at a time; of what is asked for meanwhile only
 * the newest is done.
 *
 * Signal "changed": the effect of the newest move is known.
 */
#define KLADKA_TYPE_MOVE_EFFECT (kladka_move_effect_get_type ())
G_DECLARE_FINAL_TYPE (KladkaMoveEffect, kladka_move_effect, KLADKA, MOVE_EFFECT, GObject)

KladkaMoveEffect *kladka_move_effect_new (KladkaPlan *plan, const KladkaCoverageSpec *spec, KladkaRef ref);
void kladka_move_effect_ask (KladkaMoveEffect *self, const KladkaMove *move);
/* FALSE while the effect of what was asked for last is not known. */
gboolean kladka_move_effect_get (KladkaMoveEffect *self, double *ret_gap_months);
/* "Closes gaps (gap-months: −12.5)", or opens; "…" while it is not known. */
char *kladka_move_effect_dup_words (KladkaMoveEffect *self, const KladkaWords *words);

G_END_DECLS
