/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-trail.h"

#define TRAIL_MAX 100

void
kladka_trail_init (KladkaTrail *self, KladkaPlace first)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (KladkaPlace));
  self->at = 0;
  g_array_append_val (self->places, first);
}

void
kladka_trail_clear (KladkaTrail *self)
{
  g_clear_pointer (&self->places, g_array_unref);
  self->at = 0;
}

void
kladka_trail_visit (KladkaTrail *self, KladkaPlace place)
{
  KladkaPlace *here = &g_array_index (self->places, KladkaPlace, self->at);

  if (here->page == place.page)
    {
      here->selection = place.selection;
      return;
    }
  g_array_set_size (self->places, self->at + 1);
  g_array_append_val (self->places, place);
  if (self->places->len > TRAIL_MAX)
    g_array_remove_index (self->places, 0);
  self->at = self->places->len - 1;
}

gboolean
kladka_trail_can_go (const KladkaTrail *self, int steps)
{
  gint64 target = (gint64)self->at + steps;

  return target >= 0 && target < self->places->len;
}

KladkaPlace
kladka_trail_go (KladkaTrail *self, int steps)
{
  self->at += steps;
  return g_array_index (self->places, KladkaPlace, self->at);
}
