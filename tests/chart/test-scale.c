/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "kladka-scale.h"
#include "kladka-ticks.h"

#define DAY(y, m, d) kladka_day_from_civil (y, m, d)

static void
test_there_and_back (void)
{
  KladkaScale scale = kladka_scale_new (DAY (2026, 1, 1), 3);

  for (double day = 19000; day < 21000; day += 77.25)
    g_assert_cmpfloat_with_epsilon (kladka_scale_get_day (scale, kladka_scale_get_x (scale, day)), day, 1e-6);
  g_assert_cmpint (kladka_scale_get_day_at (scale, kladka_scale_get_x (scale, 20500) + 0.01), ==, 20500);
  g_assert_cmpint (kladka_scale_get_day_at (scale, kladka_scale_get_x (scale, 20500) - 0.01), ==, 20499);
}

static void
test_fit (void)
{
  KladkaSpan days = { DAY (2023, 1, 1), DAY (2033, 1, 1) };
  KladkaScale scale = kladka_scale_new_fit (days, 1000);

  g_assert_cmpfloat_with_epsilon (kladka_scale_get_x (scale, days.from), 0, 1e-3);
  g_assert_cmpfloat (kladka_scale_get_x (scale, days.to), <=, 1000);
  g_assert_cmpfloat (kladka_scale_get_x (scale, days.to), >, 999);
}

static void
test_zoom_keeps_the_day_under_the_pointer (void)
{
  KladkaScale scale = kladka_scale_new (DAY (2026, 1, 1), 2);
  double day = kladka_scale_get_day (scale, 333);
  KladkaScale closer = kladka_scale_zoom (scale, 333, 3 * KLADKA_SCALE_STEP, 1000);

  g_assert_cmpfloat_with_epsilon (kladka_scale_get_day (closer, 333), day, 1e-5);
  g_assert_cmpfloat_with_epsilon (kladka_scale_get_px_per_day (closer), 2 * 1.331, 1e-3);
}

static void
test_zoom_in_and_out_is_exact (void)
{
  KladkaScale first = kladka_scale_new (DAY (2026, 3, 7), 1.7);
  KladkaScale scale = first;
  const gint32 steps[] = { 1000, 37, 1000, 4410 };
  const double points[] = { 12.5, 871, 640, 3.25 };

  for (int i = 0; i < 4; i++)
    scale = kladka_scale_zoom (scale, points[i], steps[i], 1280);
  for (int i = 3; i >= 0; i--)
    scale = kladka_scale_zoom (scale, points[i], -steps[i], 1280);
  g_assert_true (scale.origin == first.origin);
  g_assert_cmpint (scale.level, ==, first.level);
}

static void
test_zoom_stops_at_its_bounds (void)
{
  KladkaScale scale = kladka_scale_new (DAY (2026, 1, 1), 1);

  scale = kladka_scale_zoom (scale, 0, 1000000, 1000);
  g_assert_cmpfloat_with_epsilon (kladka_scale_get_px_per_day (scale), KLADKA_SCALE_PX_PER_DAY_MAX, 0.02);
  scale = kladka_scale_zoom (scale, 0, -1000000, 1000);
  g_assert_cmpfloat_with_epsilon (kladka_scale_get_px_per_day (scale) * 3652.5, 1000, 1);
}

typedef struct {
  double px_per_day;
  KladkaTickUnit minor;
  KladkaTickUnit major;
  const char *first_major;
  const char *first_minor;
} TickCase;

/* With letters 7 wide. */
static const TickCase tick_cases[] = {
  { 0.02, KLADKA_TICK_YEAR, KLADKA_TICK_YEAR, "", "" },
  { 0.11, KLADKA_TICK_YEAR, KLADKA_TICK_YEAR, "2026", "2026" },
  { 0.3, KLADKA_TICK_QUARTER, KLADKA_TICK_YEAR, "2026", "Q1" },
  { 1.2, KLADKA_TICK_MONTH, KLADKA_TICK_YEAR, "2026", "Mar" },
  { 5, KLADKA_TICK_WEEK, KLADKA_TICK_MONTH, "March 2026", "W11" },
  { 30, KLADKA_TICK_DAY, KLADKA_TICK_MONTH, "March 2026", "10" },
};

static void
test_ticks_by_label_width (void)
{
  g_autoptr (KladkaMeasure) measure = kladka_measure_new_fixed (14);
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tick_cases); i++)
    {
      const TickCase *it = &tick_cases[i];
      KladkaScale scale = kladka_scale_new (DAY (2026, 3, 10), it->px_per_day);
      g_autoptr (KladkaTicks) ticks = kladka_ticks_new (scale, 0, 400, measure, words);

      g_test_message ("%g pixels a day", it->px_per_day);
      g_assert_cmpint (ticks->minor, ==, it->minor);
      g_assert_cmpint (ticks->major, ==, it->major);
      g_assert_cmpint (kladka_ticks_choose_minor (scale, measure, words), ==, it->minor);
      g_assert_cmpstr (g_array_index (ticks->minors, KladkaTick, 0).label, ==, it->first_minor);
      g_assert_cmpstr (g_array_index (ticks->majors, KladkaTick, 0).label, ==, it->first_major);
    }
}

static void
test_labels_fit_their_ticks (void)
{
  g_autoptr (KladkaMeasure) measure = kladka_measure_new_fixed (14);
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_UK, NULL);

  for (double px = 0.02; px < 40; px *= 1.17)
    {
      KladkaScale scale = kladka_scale_new (DAY (2026, 3, 10), px);
      g_autoptr (KladkaTicks) ticks = kladka_ticks_new (scale, 0, 1000, measure, words);

      for (guint i = 0; ticks->minor != KLADKA_TICK_YEAR && i < ticks->minors->len; i++)
        {
          const KladkaTick *tick = &g_array_index (ticks->minors, KladkaTick, i);
          double room = (tick->days.to - tick->days.from) * kladka_scale_get_px_per_day (scale);
          g_assert_cmpfloat (kladka_measure_get_width (measure, KLADKA_FONT_SMALL, tick->label), <, room);
        }
    }
}

static void
test_units_begin_where_they_should (void)
{
  g_assert_cmpint (kladka_tick_unit_floor (KLADKA_TICK_WEEK, DAY (2026, 11, 22)), ==, DAY (2026, 11, 16));
  g_assert_cmpint (kladka_tick_unit_floor (KLADKA_TICK_WEEK, DAY (1969, 12, 30)), ==, DAY (1969, 12, 29));
  g_assert_cmpint (kladka_tick_unit_floor (KLADKA_TICK_QUARTER, DAY (2026, 11, 22)), ==, DAY (2026, 10, 1));
  g_assert_cmpint (kladka_tick_unit_next (KLADKA_TICK_QUARTER, DAY (2026, 11, 22)), ==, DAY (2027, 1, 1));
  g_assert_cmpint (kladka_tick_unit_next (KLADKA_TICK_YEAR, DAY (2026, 1, 1)), ==, DAY (2027, 1, 1));
}

static void
test_weeks_are_iso_weeks (void)
{
  g_autoptr (KladkaMeasure) measure = kladka_measure_new_fixed (14);
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  /* 28 December 2026 begins week 53; 4 January 2027 week 1. */
  KladkaScale scale = kladka_scale_new (DAY (2026, 12, 28), 6);
  g_autoptr (KladkaTicks) ticks = kladka_ticks_new (scale, 1, 80, measure, words);

  g_assert_cmpstr (g_array_index (ticks->minors, KladkaTick, 0).label, ==, "W53");
  g_assert_cmpstr (g_array_index (ticks->minors, KladkaTick, 1).label, ==, "W1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale/day-and-x-are-inverse", test_there_and_back);
  g_test_add_func ("/chart/scale/days-fit-a-width", test_fit);
  g_test_add_func ("/chart/scale/zoom-keeps-the-day-under-the-pointer", test_zoom_keeps_the_day_under_the_pointer);
  g_test_add_func ("/chart/scale/zoom-in-and-out-is-exact", test_zoom_in_and_out_is_exact);
  g_test_add_func ("/chart/scale/zoom-stops-at-its-bounds", test_zoom_stops_at_its_bounds);
  g_test_add_func ("/chart/ticks/units-are-chosen-by-label-width", test_ticks_by_label_width);
  g_test_add_func ("/chart/ticks/labels-fit-their-ticks", test_labels_fit_their_ticks);
  g_test_add_func ("/chart/ticks/units-begin-where-they-should", test_units_begin_where_they_should);
  g_test_add_func ("/chart/ticks/weeks-are-iso-weeks", test_weeks_are_iso_weeks);
  return g_test_run ();
}
