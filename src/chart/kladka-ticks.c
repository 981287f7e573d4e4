/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-ticks.h"

#define PADDING 8

typedef struct {
  KladkaTickUnit major;
  double days; /* the shortest such unit */
} UnitKind;

static const UnitKind unit_kinds[] = {
  [KLADKA_TICK_YEAR] = { KLADKA_TICK_YEAR, 365 }, [KLADKA_TICK_QUARTER] = { KLADKA_TICK_YEAR, 90 },
  [KLADKA_TICK_MONTH] = { KLADKA_TICK_YEAR, 28 }, [KLADKA_TICK_WEEK] = { KLADKA_TICK_MONTH, 7 },
  [KLADKA_TICK_DAY] = { KLADKA_TICK_MONTH, 1 },
};

static const KladkaTickUnit finest_first[] = { KLADKA_TICK_DAY, KLADKA_TICK_WEEK, KLADKA_TICK_MONTH,
                                               KLADKA_TICK_QUARTER };

static int
months_in (KladkaTickUnit unit)
{
  return unit == KLADKA_TICK_YEAR ? 12 : unit == KLADKA_TICK_QUARTER ? 3 : 1;
}

static int
floor_div (int a, int b)
{
  return a / b - (a % b < 0);
}

gint32
kladka_tick_unit_floor (KladkaTickUnit unit, gint32 day)
{
  int months;

  if (unit == KLADKA_TICK_DAY)
    return day;
  if (unit == KLADKA_TICK_WEEK)
    return kladka_day_get_monday (day);
  months = months_in (unit);
  return kladka_month_first_day (floor_div (kladka_month_of_day (day), months) * months);
}

gint32
kladka_tick_unit_next (KladkaTickUnit unit, gint32 day)
{
  gint32 first = kladka_tick_unit_floor (unit, day);

  if (unit == KLADKA_TICK_DAY)
    return first + 1;
  if (unit == KLADKA_TICK_WEEK)
    return first + 7;
  return kladka_month_first_day (kladka_month_of_day (first) + months_in (unit));
}

/* ISO 8601: a week belongs to the year of its Thursday. */
static int
iso_week (gint32 monday)
{
  int year, month, day;
  gint32 january;

  kladka_day_to_civil (monday + 3, &year, &month, &day);
  january = kladka_day_from_civil (year, 1, 1);
  return (monday + 3 - january) / 7 + 1;
}

/* @brief: a quarter is only its number, where the word has no room under its year */
static char *
dup_label (KladkaTickUnit unit, gint32 day, gboolean major, gboolean brief, const KladkaWords *words)
{
  int year, month, day_of_month;

  kladka_day_to_civil (day, &year, &month, &day_of_month);
  switch (unit)
    {
    case KLADKA_TICK_YEAR:
      return g_strdup_printf ("%d", year);
    case KLADKA_TICK_QUARTER:
      return brief ? g_strdup (kladka_words_get_quarter (words, (month + 2) / 3))
                   : kladka_words_dup_quarter (words, year, (month + 2) / 3, FALSE);
    case KLADKA_TICK_MONTH:
      if (major)
        return kladka_words_dup_date (words, kladka_date_new_month (year, month));
      return g_strdup (kladka_words_get_month (words, month, TRUE));
    case KLADKA_TICK_WEEK:
      /* Translators: number of an ISO week, short, on a time axis. */
      return g_strdup_printf (kladka_words_get_c (words, "axis", KC_ ("axis", "W%d")), iso_week (day));
    case KLADKA_TICK_DAY:
    default:
      return g_strdup_printf ("%d", day_of_month);
    }
}

static double
get_widest (KladkaTickUnit unit, gboolean brief, KladkaMeasure *measure, const KladkaWords *words)
{
  double widest = 0;
  gint32 day = kladka_day_from_civil (2028, 1, 1);
  gint32 end = kladka_day_from_civil (2029, 1, 1);

  for (; day < end; day = kladka_tick_unit_next (unit, day))
    {
      g_autofree char *label = dup_label (unit, day, FALSE, brief, words);
      widest = MAX (widest, kladka_measure_get_width (measure, KLADKA_FONT_SMALL, label));
    }
  return widest + PADDING;
}

KladkaTickUnit
kladka_ticks_choose_minor (KladkaScale scale, KladkaMeasure *measure, const KladkaWords *words)
{
  double px_per_day = kladka_scale_get_px_per_day (scale);

  for (guint i = 0; i < G_N_ELEMENTS (finest_first); i++)
    {
      KladkaTickUnit unit = finest_first[i];
      double room = unit_kinds[unit].days * px_per_day;

      /* No label is narrower than its padding and a digit: saves measuring what cannot fit. */
      if (room > PADDING + 4 && room >= get_widest (unit, TRUE, measure, words))
        return unit;
    }
  return KLADKA_TICK_YEAR;
}

/* Every how manieth year has a label. */
static int
choose_year_step (KladkaScale scale, KladkaMeasure *measure)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50 };
  double year = 365 * kladka_scale_get_px_per_day (scale);
  double width = kladka_measure_get_width (measure, KLADKA_FONT_SMALL, "2028") + PADDING;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * year >= width)
      return steps[i];
  return 100;
}

static void
clear_tick_cb (gpointer data)
{
  g_free (((KladkaTick *)data)->label);
}

static gboolean
is_unlabelled (KladkaTickUnit unit, gint32 day, int year_step)
{
  int year, month, day_of_month;

  kladka_day_to_civil (day, &year, &month, &day_of_month);
  return unit == KLADKA_TICK_YEAR && year % year_step != 0;
}

static GArray *
list_ticks (KladkaTickUnit unit,
            gboolean major,
            gboolean brief,
            KladkaSpan days,
            int year_step,
            const KladkaWords *words)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (KladkaTick));
  gint32 day = kladka_tick_unit_floor (unit, days.from);

  g_array_set_clear_func (ticks, clear_tick_cb);
  while (day < days.to)
    {
      gint32 next = kladka_tick_unit_next (unit, day);
      gboolean silent = is_unlabelled (unit, day, year_step);
      KladkaTick tick = { { day, next }, silent ? g_strdup ("") : dup_label (unit, day, major, brief, words) };

      g_array_append_val (ticks, tick);
      day = next;
    }
  return ticks;
}

KladkaTicks *
kladka_ticks_new (KladkaScale scale, double from, double to, KladkaMeasure *measure, const KladkaWords *words)
{
  KladkaTicks *self = g_new0 (KladkaTicks, 1);
  KladkaSpan days = kladka_scale_get_days (scale, from, to);
  int year_step = choose_year_step (scale, measure);
  gboolean brief;

  self->minor = kladka_ticks_choose_minor (scale, measure, words);
  self->major = unit_kinds[self->minor].major;
  brief = unit_kinds[self->minor].days * kladka_scale_get_px_per_day (scale)
          < get_widest (self->minor, FALSE, measure, words);
  self->minors = list_ticks (self->minor, FALSE, brief, days, year_step, words);
  self->majors = list_ticks (self->major, TRUE, FALSE, days, year_step, words);
  return self;
}

void
kladka_ticks_free (KladkaTicks *self)
{
  g_array_unref (self->minors);
  g_array_unref (self->majors);
  g_free (self);
}
