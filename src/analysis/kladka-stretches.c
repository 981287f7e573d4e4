/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-stretches.h"

#include <string.h>

/* What a need has got in months alike. */
typedef struct {
  gint64 got[KLADKA_N_CERTAINTIES];
  gint64 unmeasured;
  double tied; /* in floating point, because quantities may be huge */
  guint8 unknown;
} Sum;

static const KladkaBooking *
get_booking (const KladkaTurns *turns, int booking)
{
  return &g_array_index (turns->bookings, KladkaBooking, booking);
}

static void
mark_changes (const KladkaTurns *turns, const KladkaAccount *account, const double *lost, guint8 *changes)
{
  gint32 n_months = account->to - account->from;

  memset (changes, FALSE, n_months + 1);
  for (int at = account->first; at >= 0; at = get_booking (turns, at)->next)
    {
      changes[get_booking (turns, at)->from - account->from] = TRUE;
      changes[get_booking (turns, at)->to - account->from] = TRUE;
    }
  for (gint32 month = 1; lost != NULL && month < n_months; month++)
    changes[month] |= lost[month] != lost[month - 1];
}

static void
add_gift (KladkaGivings *self, const KladkaTurns *turns, const KladkaBooking *booking, Sum *sum)
{
  gboolean measured = booking->kind == KLADKA_BOOKING_GIFT;
  KladkaGift gift = { booking->amount, booking->supply, booking->certainty, measured };

  sum->got[booking->certainty] += booking->amount;
  if (!measured && booking->certainty <= turns->line)
    sum->unmeasured += booking->amount;
  g_array_append_val (self->gifts, gift);
}

static Sum
add_bookings (KladkaGivings *self, const KladkaTurns *turns, const KladkaAccount *account, gint32 month)
{
  Sum sum = { 0 };

  for (int at = account->first; at >= 0;)
    {
      const KladkaBooking *booking = get_booking (turns, at);

      at = booking->next;
      if (month < booking->from || month >= booking->to)
        continue;
      if (booking->kind == KLADKA_BOOKING_UNKNOWN)
        sum.unknown |= 1 << booking->certainty;
      else if (booking->kind == KLADKA_BOOKING_TIED)
        sum.tied += booking->amount;
      else
        add_gift (self, turns, booking, &sum);
    }
  return sum;
}

/* From whole thousandths, so that parts that make a whole give exactly 1. */
static void
set_cover (KladkaStretch *stretch, const Sum *sum, gint64 wanted, KladkaCertainty line)
{
  gint64 counted = 0;

  for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
    {
      stretch->cover[certainty] = (double)sum->got[certainty] / wanted;
      if (certainty <= line)
        counted += sum->got[certainty];
    }
  stretch->counted = (double)counted / wanted;
  stretch->unmeasured = (double)sum->unmeasured / wanted;
}

/* A need without quantity is covered by the one gift it has, or not at all. */
static void
set_whole_cover (const KladkaGivings *self, KladkaStretch *stretch, KladkaCertainty line)
{
  guint8 certainty;

  if (stretch->n == 0)
    return;
  certainty = g_array_index (self->gifts, KladkaGift, stretch->first).certainty;
  stretch->cover[certainty] = 1;
  stretch->counted = stretch->unmeasured = certainty <= line;
}

static gboolean
equals_last (const KladkaGivings *self, const KladkaStretch *stretch, const KladkaStretch *last)
{
  if (last->n != stretch->n || last->lost != stretch->lost || last->unknown != stretch->unknown
      || last->duplicated != stretch->duplicated)
    return FALSE;
  for (guint i = 0; i < last->n; i++)
    {
      const KladkaGift *old = &g_array_index (self->gifts, KladkaGift, last->first + i);
      const KladkaGift *gift = &g_array_index (self->gifts, KladkaGift, stretch->first + i);

      if (gift->supply != old->supply || gift->amount != old->amount || gift->certainty != old->certainty
          || gift->measured != old->measured)
        return FALSE;
    }
  return TRUE;
}

static void
keep_stretch (KladkaGivings *self, const KladkaTurns *turns, guint need, KladkaSpan months, double lost)
{
  const KladkaAccount *account = &turns->accounts[need];
  KladkaStretch stretch = { .need = need, .from = months.from, .to = months.to, .lost = lost };
  Sum sum;

  stretch.first = self->gifts->len;
  sum = add_bookings (self, turns, account, months.from);
  stretch.n = self->gifts->len - stretch.first;
  stretch.unknown = sum.unknown;
  /* Projects tied to it that bring together over 1.25 of it. */
  stretch.duplicated = account->wanted > 0 && sum.tied * 4 > (double)account->wanted * 5;
  if (self->n_stretches[need] > 0)
    {
      KladkaStretch *last = &g_array_index (self->stretches, KladkaStretch, self->stretches->len - 1);

      if (equals_last (self, &stretch, last))
        {
          last->to = months.to;
          g_array_set_size (self->gifts, stretch.first);
          return;
        }
    }
  if (account->wanted > 0)
    set_cover (&stretch, &sum, account->wanted, turns->line);
  else
    set_whole_cover (self, &stretch, turns->line);
  self->n_stretches[need]++;
  g_array_append_val (self->stretches, stretch);
}

void
kladka_givings_keep_need (KladkaGivings *self,
                          const KladkaTurns *turns,
                          guint need,
                          const double *lost,
                          guint8 *changes)
{
  const KladkaAccount *account = &turns->accounts[need];
  gint32 n_months = account->to - account->from;

  mark_changes (turns, account, lost, changes);
  self->first_stretch[need] = self->stretches->len;
  self->n_stretches[need] = 0;
  for (gint32 month = 0, next; month < n_months; month = next)
    {
      KladkaSpan months = { account->from + month, 0 };

      for (next = month + 1; next < n_months && !changes[next];)
        next++;
      months.to = account->from + next;
      keep_stretch (self, turns, need, months, lost != NULL ? lost[month] : 0);
    }
}
