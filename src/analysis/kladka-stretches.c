/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-stretches.h"

#include "kladka-coverage-private.h"

#include <string.h>

/* What a need has got in a month. */
typedef struct {
  gint64 got[KLADKA_N_CERTAINTIES];
  gint64 unmeasured;
  double tied;  /* in floating point, because quantities may be huge */
  guint8 whole; /* certainty of the gift that covers a need without quantity; KLADKA_N_CERTAINTIES */
  guint8 unknown;
  guint n;
} Sum;

static const KladkaBooking *
get_booking (const KladkaCoverage *coverage, int booking)
{
  return &coverage->givings.bookings.items[booking];
}

static void
add_gift (Sum *sum, const KladkaBooking *booking, KladkaCertainty line, GArray *gifts)
{
  gboolean measured = booking->kind == KLADKA_BOOKING_GIFT;
  KladkaGift gift = { booking->amount, booking->supply, booking->certainty, measured };

  sum->got[booking->certainty] += booking->amount;
  sum->whole = booking->certainty;
  sum->n++;
  if (!measured && booking->certainty <= line)
    sum->unmeasured += booking->amount;
  if (gifts != NULL)
    g_array_append_val (gifts, gift);
}

static Sum
add_bookings (const KladkaCoverage *coverage, guint need, gint32 month, GArray *gifts)
{
  Sum sum = { .whole = KLADKA_N_CERTAINTIES };

  for (int at = coverage->givings.first_booking[need]; at != KLADKA_NO_BOOKING;)
    {
      const KladkaBooking *booking = get_booking (coverage, at);

      at = booking->next;
      if (month < booking->from || month >= booking->to)
        continue;
      if (booking->kind == KLADKA_BOOKING_UNKNOWN)
        sum.unknown |= 1 << booking->certainty;
      else if (booking->kind == KLADKA_BOOKING_TIED)
        sum.tied += booking->amount;
      else
        add_gift (&sum, booking, coverage->spec.line, gifts);
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
set_whole_cover (KladkaStretch *stretch, const Sum *sum, KladkaCertainty line)
{
  if (sum->whole == KLADKA_N_CERTAINTIES)
    return;
  stretch->cover[sum->whole] = 1;
  stretch->counted = stretch->unmeasured = sum->whole <= line;
}

KladkaStretch
kladka_stretch_new (const KladkaCoverage *coverage, guint need, gint32 month, GArray *gifts)
{
  gint64 wanted = kladka_coverage_get_demand (coverage, need)->wanted;
  KladkaStretch stretch = { .from = month, .to = month + 1, .first = gifts != NULL ? gifts->len : 0 };
  Sum sum = add_bookings (coverage, need, month, gifts);

  stretch.n = sum.n;
  stretch.unknown = sum.unknown;
  /* Projects tied to it that bring together over 1.25 of it. */
  stretch.duplicated = wanted > 0 && sum.tied * 4 > (double)wanted * 5;
  if (wanted > 0)
    set_cover (&stretch, &sum, wanted, coverage->spec.line);
  else
    set_whole_cover (&stretch, &sum, coverage->spec.line);
  return stretch;
}

void
kladka_stretches_init (KladkaStretches *self)
{
  self->stretches = g_array_new (FALSE, FALSE, sizeof (KladkaStretch));
  self->gifts = g_array_new (FALSE, FALSE, sizeof (KladkaGift));
  self->changes = g_byte_array_new ();
}

void
kladka_stretches_clear (KladkaStretches *self)
{
  g_array_unref (self->stretches);
  g_array_unref (self->gifts);
  g_byte_array_unref (self->changes);
}

/* The months in which something may begin or end. */
static const guint8 *
mark_changes (KladkaStretches *self, const KladkaCoverage *coverage, guint need)
{
  const KladkaDemand *demand = kladka_coverage_get_demand (coverage, need);
  const KladkaMonthlies *losses = &coverage->givings.losses;
  guint8 *changes;

  g_byte_array_set_size (self->changes, MAX (demand->to - demand->from, 0) + 1);
  changes = self->changes->data;
  memset (changes, FALSE, self->changes->len);
  for (int at = coverage->givings.first_booking[need]; at != KLADKA_NO_BOOKING; at = get_booking (coverage, at)->next)
    {
      changes[get_booking (coverage, at)->from - demand->from] = TRUE;
      changes[get_booking (coverage, at)->to - demand->from] = TRUE;
    }
  for (guint i = losses->first[need]; i < losses->first[need + 1]; i++)
    {
      gint32 month = g_array_index (losses->figures, KladkaMonthly, i).month - demand->from;

      changes[month] = changes[month + 1] = TRUE;
    }
  return changes;
}

static gboolean
is_alike (const KladkaStretches *self, const KladkaStretch *a, const KladkaStretch *b)
{
  if (a->n != b->n || a->lost != b->lost || a->unknown != b->unknown || a->duplicated != b->duplicated)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    {
      const KladkaGift *old = kladka_stretches_get_gift (self, a, i);
      const KladkaGift *gift = kladka_stretches_get_gift (self, b, i);

      if (gift->supply != old->supply || gift->amount != old->amount || gift->certainty != old->certainty
          || gift->measured != old->measured)
        return FALSE;
    }
  return TRUE;
}

/* A change that changes nothing lengthens the stretch before it. */
static void
add_stretch (KladkaStretches *self, const KladkaStretch *stretch)
{
  if (self->stretches->len > 0)
    {
      KladkaStretch *last = &g_array_index (self->stretches, KladkaStretch, self->stretches->len - 1);

      if (is_alike (self, last, stretch))
        {
          last->to = stretch->to;
          g_array_set_size (self->gifts, stretch->first);
          return;
        }
    }
  g_array_append_vals (self->stretches, stretch, 1);
}

void
kladka_stretches_read (KladkaStretches *self, const KladkaCoverage *coverage, guint need)
{
  const KladkaDemand *demand = kladka_coverage_get_demand (coverage, need);
  const guint8 *changes = mark_changes (self, coverage, need);

  g_array_set_size (self->stretches, 0);
  g_array_set_size (self->gifts, 0);
  for (gint32 month = demand->from, next; month < demand->to; month = next)
    {
      KladkaStretch stretch = kladka_stretch_new (coverage, need, month, self->gifts);

      for (next = month + 1; next < demand->to && !changes[next - demand->from];)
        next++;
      stretch.to = next;
      stretch.lost = kladka_monthlies_find (&coverage->givings.losses, need, month);
      add_stretch (self, &stretch);
    }
}
