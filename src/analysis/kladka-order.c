/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-order.h"

#include <string.h>

#define DIGITS 256

/* FALSE where all keys have the same digit. */
static gboolean
sort_by_digit (const guint64 *from, guint64 *to, guint n, guint shift)
{
  guint place[DIGITS + 1] = { 0 };

  for (guint i = 0; i < n; i++)
    place[(from[i] >> shift & (DIGITS - 1)) + 1]++;
  if (place[(from[0] >> shift & (DIGITS - 1)) + 1] == n)
    return FALSE;
  for (guint digit = 1; digit < DIGITS; digit++)
    place[digit] += place[digit - 1];
  for (guint i = 0; i < n; i++)
    to[place[from[i] >> shift & (DIGITS - 1)]++] = from[i];
  return TRUE;
}

void
kladka_order_keys (guint64 *keys, guint n)
{
  g_autofree guint64 *room = g_new (guint64, n + 1);
  guint64 *from = keys;
  guint64 *to = room;

  for (guint shift = 32; shift < 64 && n > 1; shift += 8)
    if (sort_by_digit (from, to, n, shift))
      {
        guint64 *sorted = to;

        to = from;
        from = sorted;
      }
  if (from != keys)
    memcpy (keys, from, n * sizeof (guint64));
}
