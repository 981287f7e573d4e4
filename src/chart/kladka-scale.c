/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-scale.h"

#include <math.h>

#define STEP_LOG (0.0953101798043248600439521232807651 / KLADKA_SCALE_STEP) /* log (1.1) */
#define QUANTUM 1048576.0
#define TEN_YEARS 3652.5

static double
round_day (double day)
{
  return rint (day * QUANTUM) / QUANTUM;
}

static gint32
level_for (double px_per_day)
{
  return (gint32)floor (log (px_per_day) / STEP_LOG);
}

KladkaScale
kladka_scale_new (double origin, double px_per_day)
{
  return (KladkaScale){ .origin = round_day (origin), .level = level_for (px_per_day) };
}

KladkaScale
kladka_scale_new_fit (KladkaSpan days, double width)
{
  double n = MAX (days.to - days.from, 1);

  return kladka_scale_new (days.from, CLAMP (MAX (width, 1) / n, 1e-3, KLADKA_SCALE_PX_PER_DAY_MAX));
}

double
kladka_scale_get_px_per_day (KladkaScale self)
{
  return exp (self.level * STEP_LOG);
}

double
kladka_scale_get_x (KladkaScale self, double day)
{
  return (day - self.origin) * kladka_scale_get_px_per_day (self);
}

double
kladka_scale_get_day (KladkaScale self, double x)
{
  return self.origin + x / kladka_scale_get_px_per_day (self);
}

gint32
kladka_scale_get_day_at (KladkaScale self, double x)
{
  double day = floor (kladka_scale_get_day (self, x));

  return (gint32)CLAMP (day, KLADKA_DAY_MIN, KLADKA_DAY_MAX);
}

KladkaSpan
kladka_scale_get_days (KladkaScale self, double from, double to)
{
  return (KladkaSpan){ kladka_scale_get_day_at (self, from), kladka_scale_get_day_at (self, to) + 1 };
}

KladkaScale
kladka_scale_zoom (KladkaScale self, double x, gint32 steps, double view_width)
{
  gint32 lowest = MIN (level_for (MAX (view_width, 1) / TEN_YEARS), self.level);
  gint32 highest = MAX (level_for (KLADKA_SCALE_PX_PER_DAY_MAX), self.level);
  KladkaScale zoomed = { .level = (gint32)CLAMP ((gint64)self.level + steps, lowest, highest) };
  double before = x / kladka_scale_get_px_per_day (self);
  double after = x / kladka_scale_get_px_per_day (zoomed);

  /* The rounded difference is the same both ways but for its sign, and sums of such multiples are exact. */
  zoomed.origin = self.origin + round_day (before - after);
  return zoomed;
}

KladkaScale
kladka_scale_scroll (KladkaScale self, double dx)
{
  self.origin += round_day (dx / kladka_scale_get_px_per_day (self));
  return self;
}
