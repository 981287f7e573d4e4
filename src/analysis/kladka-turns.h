/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-reach.h"

G_BEGIN_DECLS

/* Months in which a supply takes turns with one certainty. @need: the one it is tied to; -1. */
typedef struct {
  gint64 quantity;
  gint32 from;
  gint32 to;
  guint supply;
  guint bin;
  int need;
  guint8 certainty;
} KladkaStint;

typedef enum {
  KLADKA_BOOKING_GIFT,    /* measured */
  KLADKA_BOOKING_WHOLE,   /* to a need, or from a supply, that is not measured */
  KLADKA_BOOKING_UNKNOWN, /* gives nothing that can be told */
  KLADKA_BOOKING_TIED,    /* counted and tied to the need, with its whole quantity */
} KladkaBookingKind;

#define KLADKA_NO_BOOKING (-1)

/* What a supply is to a need, over months in which it is the same. There are more of them than of anything else, so
 * they are kept narrow: a month of any year fits. */
typedef struct {
  gint64 amount;
  guint supply;
  int next; /* of the same need, in the order of turns; KLADKA_NO_BOOKING */
  gint16 from;
  gint16 to;
  guint8 certainty;
  guint8 kind;
} KladkaBooking;

/* They are written one by one in the innermost loop, too often for an array that is called for each. */
typedef struct {
  KladkaBooking *items;
  guint n;
  guint room;
} KladkaBookings;

/* What a need still wants in each of its months. A need that is not measured wants 1 until it is covered. */
typedef struct {
  gint64 wanted;
  gsize first_cell; /* of @from, in the cells of its group */
  int first;        /* booking; KLADKA_NO_BOOKING */
  int last;
  gint16 from;
  gint16 to;
  guint16 n_open; /* months in which it still wants something */
} KladkaAccount;

/* So that two lie in a line of memory, in which months look for them out of order. */
G_STATIC_ASSERT (sizeof (KladkaAccount) == 32);

/* A crowded bin: where its needs are listed month by month, for this group, and where its cursors begin in this pass.
 */
typedef struct {
  guint group;
  guint pass;
  guint starts;
  guint cursors;
} KladkaCrowd;

/**
 * KladkaTurns:
 * @cells: what is missing, by account and month
 * @bookings: (nullable): NULL while only trying out
 * @left: by month of the stint just taken: what it has left
 * @serves: by month of it: it is not measured, but of use; or in use by a need that is not measured
 * @n_left: months of it in which something is left
 * @listed: for a crowded bin: where each month begins, and the needs with quantity that are active in it, in the order
 *   in which they are given to
 * @cursors: for a crowded bin and a month: the first of those listed that may want something; and whether the needs
 *   without quantity are covered
 *
 * Private to analysis: lets stints take turns, all months of a stint at once. Months know nothing of each other, so
 * that this comes to the same as month by month.
 */
typedef struct {
  const KladkaReach *reach;
  KladkaCertainty line;
  KladkaAccount *accounts; /* by need */
  gint64 *cells;
  KladkaBookings *bookings;
  gint64 *left;
  guint8 *serves;
  guint n_left;
  KladkaSpan months;
  KladkaCrowd *crowds; /* by bin */
  GArray *listed;      /* guint */
  GArray *cursors;     /* guint */
  guint group;
  guint pass;
} KladkaTurns;

void kladka_turns_init (KladkaTurns *self,
                        const KladkaReach *reach,
                        const GArray *demands,
                        KladkaSpan months,
                        KladkaCertainty line);
void kladka_turns_clear (KladkaTurns *self);
/* Before the passes over a group. */
void kladka_turns_next_group (KladkaTurns *self);
/* Begins a pass over the needs of a group: nothing is given yet. @bookings: (nullable) */
void kladka_turns_begin (KladkaTurns *self, const guint *needs, guint n_needs, gint64 *cells, KladkaBookings *bookings);
void kladka_turns_take (KladkaTurns *self, const KladkaStint *stint);

static inline double
kladka_account_get_share (const KladkaAccount *self, gint64 missing)
{
  return self->wanted > 0 ? (double)(self->wanted - missing) / self->wanted : 1 - missing;
}

G_END_DECLS
