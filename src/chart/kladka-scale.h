/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-date.h"

G_BEGIN_DECLS

/* Steps of the zoom level: a thousand of them are one click of the wheel, a factor of 1.1. */
#define KLADKA_SCALE_STEP 1000
#define KLADKA_SCALE_PX_PER_DAY_MAX 40.0

/**
 * KladkaScale:
 * @origin: the day at x = 0, a whole multiple of 2^-20
 * @level: zoom level; pixels per day = 1.1 ^ (level / KLADKA_SCALE_STEP)
 *
 * Day ⇄ x; a value. A day begins at the x of its number and ends at the x of the next. Zooming in and out again by the
 * same steps at the same point gives back the same scale, bit by bit.
 */
typedef struct {
  double origin;
  gint32 level;
} KladkaScale;

KladkaScale kladka_scale_new (double origin, double px_per_day);
/* The scale on which @days fill @width pixels, from x = 0. */
KladkaScale kladka_scale_new_fit (KladkaSpan days, double width);
double kladka_scale_get_px_per_day (KladkaScale self);
double kladka_scale_get_x (KladkaScale self, double day);
double kladka_scale_get_day (KladkaScale self, double x);
/* The whole day that lies under @x. */
gint32 kladka_scale_get_day_at (KladkaScale self, double x);
/* Days seen in pixels @from to @to, half-open, whole days outward. */
KladkaSpan kladka_scale_get_days (KladkaScale self, double from, double to);

/**
 * kladka_scale_zoom:
 * @x: the point that keeps its day
 * @steps: positive = closer; -1000 x dy for a wheel, less for a touchpad
 * @view_width: (pixels) bounds the way out: ten years fill it
 *
 * The same scale at the bounds.
 */
KladkaScale kladka_scale_zoom (KladkaScale self, double x, gint32 steps, double view_width);
/* Moves what is seen by @dx pixels to the right in time. */
KladkaScale kladka_scale_scroll (KladkaScale self, double dx);

G_END_DECLS
