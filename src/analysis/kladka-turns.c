/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-turns.h"

#include <string.h>

#define NO_BOOKING (-1)

void
kladka_turns_init (KladkaTurns *self,
                   const KladkaReach *reach,
                   const GArray *demands,
                   KladkaSpan months,
                   KladkaCertainty line)
{
  gsize n_months = MAX (months.to - months.from, 0);

  *self = (KladkaTurns){ .reach = reach, .line = line };
  self->accounts = g_new (KladkaAccount, demands->len + 1);
  self->left = g_new (gint64, n_months + 1);
  self->serves = g_new (guint8, n_months + 1);
  self->cursors = g_new0 (KladkaCursor, reach->bins->len);
  for (guint i = 0; i < demands->len; i++)
    {
      const KladkaDemand *demand = &g_array_index (demands, KladkaDemand, i);

      self->accounts[i] = (KladkaAccount){ .wanted = demand->wanted, .from = demand->from, .to = demand->to };
    }
}

void
kladka_turns_clear (KladkaTurns *self)
{
  g_free (self->accounts);
  g_free (self->left);
  g_free (self->serves);
  g_free (self->cursors);
}

void
kladka_turns_begin (KladkaTurns *self, const guint *needs, guint n_needs, gint64 *cells, GArray *bookings)
{
  gint64 *cell = cells;

  self->cells = cells;
  self->bookings = bookings;
  self->stamp++;
  for (guint i = 0; i < n_needs; i++)
    {
      KladkaAccount *account = &self->accounts[needs[i]];

      account->first_cell = cell - cells;
      account->n_open = account->to - account->from;
      account->first = account->last = NO_BOOKING;
      for (guint month = 0; month < account->n_open; month++)
        *cell++ = account->wanted > 0 ? account->wanted : 1;
    }
}

static void
add_booking (KladkaTurns *self, KladkaAccount *account, const KladkaBooking *booking)
{
  int place = self->bookings->len;

  if (account->last == NO_BOOKING)
    account->first = place;
  else
    g_array_index (self->bookings, KladkaBooking, account->last).next = place;
  account->last = place;
  g_array_append_vals (self->bookings, booking, 1);
}

/* Lengthens the booking that goes on, or begins a new one. */
static inline void
book (KladkaTurns *self,
      KladkaAccount *account,
      const KladkaStint *stint,
      KladkaBookingKind kind,
      KladkaSpan months,
      gint64 amount)
{
  KladkaBooking booking = { amount, months.from, months.to, stint->supply, NO_BOOKING, stint->certainty, kind };

  if (self->bookings == NULL)
    return;
  if (account->last != NO_BOOKING)
    {
      KladkaBooking *last = &g_array_index (self->bookings, KladkaBooking, account->last);

      if (last->supply == stint->supply && last->to == months.from && last->amount == amount && last->kind == kind
          && last->certainty == stint->certainty)
        {
          last->to = months.to;
          return;
        }
    }
  add_booking (self, account, &booking);
}

static void
give_measured (KladkaTurns *self, KladkaAccount *account, const KladkaStint *stint, KladkaSpan months)
{
  gint64 *missing = self->cells + account->first_cell + (months.from - account->from);
  gint64 *left = self->left + (months.from - stint->from);

  for (gint32 month = months.from; month < months.to; month++, missing++, left++)
    {
      gint64 amount = MIN (*missing, *left);

      if (amount == 0)
        continue;
      *missing -= amount;
      *left -= amount;
      account->n_open -= *missing == 0;
      self->n_left -= *left == 0;
      book (self, account, stint, KLADKA_BOOKING_GIFT, (KladkaSpan){ month, month + 1 }, amount);
    }
}

/* A need without quantity takes nothing away, so that it is covered even by supply that others have used up. A need for
 * 1 is covered by supply without a quantity, which is at least one. */
static void
give_whole (KladkaTurns *self, KladkaAccount *account, const KladkaStint *stint, KladkaSpan months)
{
  gint64 *missing = self->cells + account->first_cell + (months.from - account->from);

  for (gint32 month = months.from; month < months.to; month++, missing++)
    {
      if (*missing == 0)
        continue;
      book (self, account, stint, KLADKA_BOOKING_WHOLE, (KladkaSpan){ month, month + 1 },
            account->wanted > 0 ? *missing : 0);
      *missing = 0;
      account->n_open--;
      self->serves[month - stint->from] = TRUE;
    }
}

static void
leave_unknown (KladkaTurns *self, KladkaAccount *account, const KladkaStint *stint, KladkaSpan months)
{
  book (self, account, stint, KLADKA_BOOKING_UNKNOWN, months, 0);
  memset (self->serves + (months.from - stint->from), TRUE, months.to - months.from);
}

static void
give_to (KladkaTurns *self, KladkaAccount *account, const KladkaStint *stint)
{
  KladkaSpan months = { MAX (account->from, stint->from), MIN (account->to, stint->to) };

  if (months.from >= months.to)
    return;
  if (account->wanted == 0 || (stint->quantity == 0 && account->wanted == 1000))
    give_whole (self, account, stint, months);
  else if (stint->quantity == 0)
    leave_unknown (self, account, stint, months);
  else if (self->n_left > 0)
    give_measured (self, account, stint, months);
}

/* Needs at the front of a bin that are served in all their months stay so: later turns begin behind them. */
static guint
skip_served (KladkaTurns *self, const KladkaStint *stint, const KladkaBin *bin, const guint *reached)
{
  KladkaCursor *cursor = &self->cursors[stint->bin];

  if (cursor->stamp != self->stamp)
    *cursor = (KladkaCursor){ self->stamp, 0 };
  while (cursor->served < bin->n && self->accounts[reached[cursor->served]].n_open == 0)
    cursor->served++;
  return cursor->served;
}

/* Only where there is enough to say that there is too much. */
static void
book_tie (KladkaTurns *self, const KladkaStint *stint, const KladkaBin *bin)
{
  KladkaAccount *account = &self->accounts[stint->need];
  KladkaSpan months = { MAX (account->from, stint->from), MIN (account->to, stint->to) };

  if (months.from < months.to && stint->certainty <= self->line && bin->tied > account->wanted)
    book (self, account, stint, KLADKA_BOOKING_TIED, months, stint->quantity);
}

/* Supply without a quantity looks at all needs of its bin, because it leaves its word even at those that others have
 * served. */
void
kladka_turns_take (KladkaTurns *self, const KladkaStint *stint)
{
  const KladkaBin *bin = &g_array_index (self->reach->bins, KladkaBin, stint->bin);
  const guint *reached = &g_array_index (self->reach->reached, guint, bin->first);
  guint n_months = stint->to - stint->from;

  for (guint i = 0; i < n_months; i++)
    self->left[i] = stint->quantity;
  memset (self->serves, FALSE, n_months);
  self->n_left = stint->quantity > 0 ? n_months : 0;
  if (stint->need >= 0)
    book_tie (self, stint, bin);
  for (guint i = stint->quantity > 0 ? skip_served (self, stint, bin, reached) : 0; i < bin->n; i++)
    {
      KladkaAccount *account = &self->accounts[reached[i]];

      if (stint->quantity > 0 && self->n_left == 0 && !bin->has_unmeasured)
        return;
      if (account->n_open > 0 || stint->quantity == 0)
        give_to (self, account, stint);
    }
}
