/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-turns.h"

#include <string.h>

/* From so many needs on it is worth listing who is active in which month, and remembering what each has served. */
#define CROWD 8

void
kladka_turns_init (KladkaTurns *self,
                   const KladkaReach *reach,
                   const GArray *demands,
                   KladkaSpan months,
                   KladkaCertainty line)
{
  gsize n_months = MAX (months.to - months.from, 0);

  *self = (KladkaTurns){ .reach = reach, .line = line, .months = months };
  self->accounts = g_new (KladkaAccount, demands->len + 1);
  self->left = g_new (gint64, n_months + 1);
  self->serves = g_new (guint8, n_months + 1);
  self->crowds = g_new0 (KladkaCrowd, reach->bins->len);
  self->listed = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cursors = g_array_new (FALSE, FALSE, sizeof (guint));
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
  g_free (self->crowds);
  g_array_unref (self->listed);
  g_array_unref (self->cursors);
}

void
kladka_turns_next_group (KladkaTurns *self)
{
  self->group++;
  g_array_set_size (self->listed, 0);
}

/* Returns where the next begin. */
static gint64 *
fill (gint64 *cells, guint n, gint64 with)
{
  for (guint i = 0; i < n; i++)
    cells[i] = with;
  return cells + n;
}

void
kladka_turns_begin (KladkaTurns *self, const guint *needs, guint n_needs, gint64 *cells, KladkaBookings *bookings)
{
  gint64 *cell = cells;

  self->cells = cells;
  self->bookings = bookings;
  self->pass++;
  g_array_set_size (self->cursors, 0);
  for (guint i = 0; i < n_needs; i++)
    {
      KladkaAccount *account = &self->accounts[needs[i]];

      account->first_cell = cell - cells;
      account->n_open = account->to - account->from;
      account->first = account->last = KLADKA_NO_BOOKING;
      cell = fill (cell, account->n_open, account->wanted > 0 ? account->wanted : 1);
    }
}

static void
add_booking (KladkaTurns *self, KladkaAccount *account, KladkaBooking booking)
{
  KladkaBookings *bookings = self->bookings;
  int place = bookings->n++;

  if (bookings->n > bookings->room)
    {
      bookings->room = bookings->n * 2;
      bookings->items = g_renew (KladkaBooking, bookings->items, bookings->room);
    }
  bookings->items[place] = booking;
  if (account->last == KLADKA_NO_BOOKING)
    account->first = place;
  else
    bookings->items[account->last].next = place;
  account->last = place;
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
  if (self->bookings == NULL)
    return;
  if (account->last != KLADKA_NO_BOOKING)
    {
      KladkaBooking *last = &self->bookings->items[account->last];

      if (last->supply == stint->supply && last->to == months.from && last->amount == amount && last->kind == kind
          && last->certainty == stint->certainty)
        {
          last->to = months.to;
          return;
        }
    }
  add_booking (
      self, account,
      (KladkaBooking){ amount, stint->supply, KLADKA_NO_BOOKING, months.from, months.to, stint->certainty, kind });
}

/* TRUE where that leaves nothing. */
static inline gboolean
give_in_month (KladkaTurns *self, KladkaAccount *account, const KladkaStint *stint, gint32 month)
{
  gint64 *missing = self->cells + account->first_cell + (month - account->from);
  gint64 *left = self->left + (month - stint->from);
  gint64 amount = MIN (*missing, *left);

  if (amount == 0)
    return FALSE;
  *missing -= amount;
  *left -= amount;
  account->n_open -= *missing == 0;
  self->n_left -= *left == 0;
  book (self, account, stint, KLADKA_BOOKING_GIFT, (KladkaSpan){ month, month + 1 }, amount);
  return *left == 0;
}

/* Months that get the same in a row are booked at once. */
static void
give_measured (KladkaTurns *self, KladkaAccount *account, const KladkaStint *stint, KladkaSpan months)
{
  gint64 *missing = self->cells + account->first_cell + (months.from - account->from);
  gint64 *left = self->left + (months.from - stint->from);
  gint64 amount = 0;
  gint32 since = months.from;

  for (gint32 month = months.from; month < months.to; month++, missing++, left++)
    {
      gint64 more = MIN (*missing, *left);

      *missing -= more;
      *left -= more;
      account->n_open -= more > 0 && *missing == 0;
      self->n_left -= more > 0 && *left == 0;
      if (more == amount)
        continue;
      if (amount > 0)
        book (self, account, stint, KLADKA_BOOKING_GIFT, (KladkaSpan){ since, month }, amount);
      amount = more;
      since = month;
    }
  if (amount > 0)
    book (self, account, stint, KLADKA_BOOKING_GIFT, (KladkaSpan){ since, months.to }, amount);
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

/* From differences of how many begin and end, to where each month's begin. Returns where the last ends. */
static guint
place_months (guint *starts, guint n_months, guint place)
{
  guint n = 0;

  for (guint month = 0; month < n_months; month++)
    {
      n += starts[month];
      starts[month] = place;
      place += n;
    }
  starts[n_months] = place;
  return place;
}

/* Each month goes over the needs of its bin in every pass: only over those that are active in it. */
static void
list_active (KladkaTurns *self, guint first, const KladkaBin *bin, const guint *reached)
{
  guint n_months = self->months.to - self->months.from;
  g_autofree guint *ends = g_new0 (guint, n_months + 1);
  guint *starts;

  for (guint i = 0; i < bin->n; i++)
    {
      const KladkaAccount *account = &self->accounts[reached[i]];

      if (account->wanted == 0 || account->from >= account->to)
        continue;
      ends[account->from - self->months.from]++;
      ends[account->to - self->months.from]--;
    }
  g_array_append_vals (self->listed, ends, n_months + 1);
  starts = &g_array_index (self->listed, guint, first);
  g_array_set_size (self->listed, place_months (starts, n_months, self->listed->len));
  starts = &g_array_index (self->listed, guint, first);
  memcpy (ends, starts, n_months * sizeof (guint));
  for (guint i = 0; i < bin->n; i++)
    {
      const KladkaAccount *account = &self->accounts[reached[i]];

      for (gint32 month = account->from; account->wanted > 0 && month < account->to; month++)
        g_array_index (self->listed, guint, ends[month - self->months.from]++) = reached[i];
    }
}

/* By month of the plan; behind them, by month too, whether its needs without quantity are covered. */
static guint *
find_cursors (KladkaTurns *self, const KladkaStint *stint, const KladkaBin *bin, const guint *reached)
{
  KladkaCrowd *crowd = &self->crowds[stint->bin];
  guint n = self->months.to - self->months.from;
  guint *cursors;

  if (crowd->group != self->group)
    {
      crowd->group = self->group;
      crowd->starts = self->listed->len;
      list_active (self, crowd->starts, bin, reached);
    }
  if (crowd->pass == self->pass)
    return &g_array_index (self->cursors, guint, crowd->cursors);
  crowd->pass = self->pass;
  crowd->cursors = self->cursors->len;
  g_array_set_size (self->cursors, crowd->cursors + n * 2);
  cursors = &g_array_index (self->cursors, guint, crowd->cursors);
  memcpy (cursors, &g_array_index (self->listed, guint, crowd->starts), n * sizeof (guint));
  memset (cursors + n, 0, n * sizeof (guint));
  return cursors;
}

/* What a need does not want in a month it never wants again: each month goes over the needs of a bin once, however many
 * stints there are. */
static void
give_to_measured (KladkaTurns *self, const KladkaStint *stint, guint *cursors)
{
  const guint *listed = &g_array_index (self->listed, guint, 0);
  const guint *starts = listed + self->crowds[stint->bin].starts;

  for (gint32 month = stint->from; month < stint->to; month++)
    {
      guint *cursor = &cursors[month - self->months.from];
      guint end = starts[month - self->months.from + 1];

      while (*cursor < end && !give_in_month (self, &self->accounts[listed[*cursor]], stint, month))
        (*cursor)++;
    }
}

/* The first stint of a month covers all needs without quantity that are left in it. */
static void
give_to_unmeasured (KladkaTurns *self,
                    const KladkaStint *stint,
                    const KladkaBin *bin,
                    const guint *reached,
                    guint *covered)
{
  gint32 month = stint->from;

  while (month < stint->to && covered[month - self->months.from])
    month++;
  if (month == stint->to)
    return;
  for (guint i = 0; i < bin->n; i++)
    if (self->accounts[reached[i]].wanted == 0 && self->accounts[reached[i]].n_open > 0)
      give_to (self, &self->accounts[reached[i]], stint);
  for (; month < stint->to; month++)
    covered[month - self->months.from] = TRUE;
}

static void
give_to_crowd (KladkaTurns *self, const KladkaStint *stint, const KladkaBin *bin, const guint *reached)
{
  guint *cursors = find_cursors (self, stint, bin, reached);

  give_to_measured (self, stint, cursors);
  if (bin->has_unmeasured)
    give_to_unmeasured (self, stint, bin, reached, cursors + (self->months.to - self->months.from));
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

static void
give_to_each (KladkaTurns *self, const KladkaStint *stint, const KladkaBin *bin, const guint *reached)
{
  for (guint i = 0; i < bin->n; i++)
    {
      KladkaAccount *account = &self->accounts[reached[i]];

      if (stint->quantity > 0 && self->n_left == 0 && !bin->has_unmeasured)
        return;
      if (account->n_open > 0 || stint->quantity == 0)
        give_to (self, account, stint);
    }
}

/* Supply without a quantity looks at all needs of its bin, because it leaves its word even at those that others have
 * served. */
void
kladka_turns_take (KladkaTurns *self, const KladkaStint *stint)
{
  const KladkaBin *bin = &g_array_index (self->reach->bins, KladkaBin, stint->bin);
  const guint *reached = &g_array_index (self->reach->reached, guint, bin->first);
  guint n_months = stint->to - stint->from;

  fill (self->left, n_months, stint->quantity);
  memset (self->serves, FALSE, n_months);
  self->n_left = stint->quantity > 0 ? n_months : 0;
  if (stint->need >= 0)
    book_tie (self, stint, bin);
  if (bin->n >= CROWD && stint->quantity > 0)
    give_to_crowd (self, stint, bin, reached);
  else
    give_to_each (self, stint, bin, reached);
}
