/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-turns.h"

G_BEGIN_DECLS

/* Counted supply that nobody took: @left thousandths, 0 where it is not measured. */
typedef struct {
  gint64 left;
  guint supply;
  gint32 from;
  gint32 to;
} KladkaUnused;

/* A figure of a need in one month. */
typedef struct {
  guint need;
  gint32 month;
  double amount;
} KladkaMonthly;

/* Those of need i lie from @first[i] to @first[i + 1], by month. */
typedef struct {
  GArray *figures; /* KladkaMonthly */
  guint *first;    /* by need; one more at the end */
} KladkaMonthlies;

/**
 * KladkaGivings:
 * @lapses: what the counted cover of the month after would be were all that ended still supplying, less what it is
 * @losses: what the counted cover would be were all that stopped still running, less what it is
 *
 * Private to analysis: what every supply is to every need. Months in which a figure would be 0 are left out.
 */
typedef struct {
  KladkaBookings bookings; /* those of a need chained in the order of turns */
  int *first_booking;      /* by need; KLADKA_NO_BOOKING */
  GArray *unused;          /* KladkaUnused, those of a supply by month */
  KladkaMonthlies lapses;
  KladkaMonthlies losses;
} KladkaGivings;

void kladka_givings_init (KladkaGivings *self,
                          GArray *demands,
                          GArray *supplies,
                          const KladkaReach *reach,
                          KladkaSpan months,
                          KladkaCertainty line);
void kladka_givings_clear (KladkaGivings *self);

/* 0 where there is none. */
double kladka_monthlies_find (const KladkaMonthlies *self, guint need, gint32 month);

G_END_DECLS
