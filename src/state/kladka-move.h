/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-edit.h"
#include "kladka-timeline.h"

G_BEGIN_DECLS

/* What of a bar is moved. */
typedef enum { KLADKA_MOVE_WHOLE, KLADKA_MOVE_START, KLADKA_MOVE_END } KladkaMovePart;

/* Whether a part of a bar can be moved, and what holds it. */
typedef enum {
  KLADKA_HOLD_NONE,
  KLADKA_HOLD_STARTED,  /* what has begun keeps its start */
  KLADKA_HOLD_ENDED,    /* what is over is not planned any more */
  KLADKA_HOLD_NO_DATES, /* nothing planned that could move */
} KladkaHold;

/**
 * KladkaMove:
 *
 * The dates a bar is about to get: planned start and end of a project, from and until of a need. A value. What is not
 * set stays so; what is actual is never moved; every date keeps its precision.
 */
typedef struct {
  KladkaDate start;
  KladkaDate end;
} KladkaMove;

/* The dates as they are; unset for other records than projects and needs. */
KladkaMove kladka_move_get (const KladkaRecord *record);
gboolean kladka_move_equal (const KladkaMove *a, const KladkaMove *b);

KladkaHold kladka_move_check (const KladkaRecord *record, KladkaMovePart part);
/* Why it does not move, for a tooltip; NULL for KLADKA_HOLD_NONE. */
const char *kladka_hold_get_words (KladkaHold hold, const KladkaWords *words);

/* Dragged by @dx pixels, snapped to @unit: the whole keeps its length. An end never comes before its start: it stops
 * there. */
KladkaMove
kladka_move_drag (const KladkaRecord *record, KladkaMovePart part, KladkaScale scale, double dx, KladkaTickUnit unit);
/* By @n units, or by units of a date's own precision where that is coarser. */
KladkaMove kladka_move_step (const KladkaRecord *record, KladkaMovePart part, KladkaTickUnit unit, int n);

/* One end is brought to @date, and the other goes along with the whole. */
KladkaMove kladka_move_bring (const KladkaRecord *record, KladkaMovePart part, gboolean is_end, KladkaDate date);

/* A project without any date: it lies in the tray, and gets its first dates where it is dropped. */
gboolean kladka_move_can_place (const KladkaRecord *record);
/* Both dates the unit that @day lies in: no more is known than where it was dropped. */
KladkaMove kladka_move_place (gint32 day, KladkaTickUnit unit);

/* By how many days it moves: its start, or its end where only that moves. */
gint32 kladka_move_get_days (const KladkaMove *before, const KladkaMove *after);
/* "3 March 2026 – 30 June 2026 (+14 days)" */
char *kladka_move_dup_words (const KladkaMove *before, const KladkaMove *after, const KladkaWords *words);
/* Returns: (transfer full): empty where nothing moves */
KladkaEdits *kladka_move_dup_edits (const KladkaMove *self, const KladkaPlan *plan, const KladkaRecord *record);

G_END_DECLS
