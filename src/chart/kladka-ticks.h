/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-measure.h"
#include "kladka-scale.h"
#include "kladka-words.h"

G_BEGIN_DECLS

typedef enum {
  KLADKA_TICK_YEAR,
  KLADKA_TICK_QUARTER,
  KLADKA_TICK_MONTH,
  KLADKA_TICK_WEEK, /* ISO, from Monday */
  KLADKA_TICK_DAY,
} KladkaTickUnit;

/* First day of the unit that @day lies in, and of the one that follows it. */
gint32 kladka_tick_unit_floor (KladkaTickUnit unit, gint32 day);
gint32 kladka_tick_unit_next (KladkaTickUnit unit, gint32 day);

/* One tick: the days it stands for, half-open, and what stands over them; "" where the step is too narrow for a label.
 */
typedef struct {
  KladkaSpan days;
  char *label;
} KladkaTick;

/**
 * KladkaTicks:
 * @minor: what the lower line of the ruler counts; the unit that drags snap to
 * @major: what the upper line counts; coarser
 *
 * The two lines of a ruler. Units are chosen by what fits: the finest whose labels all stand side by side. Years too
 * narrow for their labels are labelled every 2nd, 5th or 10th.
 */
typedef struct {
  KladkaTickUnit minor;
  KladkaTickUnit major;
  GArray *minors; /* KladkaTick */
  GArray *majors; /* KladkaTick */
} KladkaTicks;

/* Ticks that touch pixels @from to @to. Cost: O(ticks seen). Returns: (transfer full) */
KladkaTicks *
kladka_ticks_new (KladkaScale scale, double from, double to, KladkaMeasure *measure, const KladkaWords *words);
void kladka_ticks_free (KladkaTicks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaTicks, kladka_ticks_free)

/* The unit a ruler on this scale counts in, without making it. */
KladkaTickUnit kladka_ticks_choose_minor (KladkaScale scale, KladkaMeasure *measure, const KladkaWords *words);

G_END_DECLS
