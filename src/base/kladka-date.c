/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-date.h"

#include <string.h>

/* Days from 0000-03-01 of the proleptic Gregorian calendar to 1970-01-01: years that begin in March have their leap
 * day at the end, so that one formula gives the days before each month. */
#define EPOCH_FROM_MARCH 719468
#define DAYS_IN_400_YEARS 146097
#define DAYS_IN_4_YEARS 1461

gint32
kladka_day_from_civil (int year, int month, int day)
{
  int march_year = month > 2 ? year : year - 1;
  int cycle = (march_year >= 0 ? march_year : march_year - 399) / 400;
  int year_in_cycle = march_year - cycle * 400;
  int month_from_march = (month + 9) % 12;
  int day_of_year = (153 * month_from_march + 2) / 5 + day - 1;

  return cycle * DAYS_IN_400_YEARS + year_in_cycle * 365 + year_in_cycle / 4 - year_in_cycle / 100 + day_of_year
         - EPOCH_FROM_MARCH;
}

void
kladka_day_to_civil (gint32 day, int *ret_year, int *ret_month, int *ret_day)
{
  gint64 since = (gint64)day + EPOCH_FROM_MARCH;
  gint64 cycle = (since >= 0 ? since : since - (DAYS_IN_400_YEARS - 1)) / DAYS_IN_400_YEARS;
  int in_cycle = (int)(since - cycle * DAYS_IN_400_YEARS);
  int year_in_cycle = (in_cycle - in_cycle / 1460 + in_cycle / 36524 - in_cycle / 146096) / 365;
  int day_of_year = in_cycle - (365 * year_in_cycle + year_in_cycle / 4 - year_in_cycle / 100);
  int month_from_march = (5 * day_of_year + 2) / 153;
  int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;

  *ret_year = (int)(cycle * 400) + year_in_cycle + (month <= 2);
  *ret_month = month;
  *ret_day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
}

gint32
kladka_day_get_monday (gint32 day)
{
  /* Day 4 was one. */
  int since = (day - 4) % 7;

  return day - (since < 0 ? since + 7 : since);
}

int
kladka_days_in_month (int year, int month)
{
  static const guint8 days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  if (month < 1 || month > 12)
    return 0;
  return days[month - 1] + (month == 2 && leap);
}

/* Coverage turns days and months into each other by the hundred thousand. Within the years that a date can have nothing
 * is negative, and months that are counted from a March need neither a day of the month nor a case for January. */
#define MONTHS_TO_MARCH 2

gint32
kladka_month_of_day (gint32 day)
{
  guint32 since = (guint32)day + EPOCH_FROM_MARCH;
  guint32 century, in_century, year, day_of_year;
  int civil_year, month, of_month;

  if (day < KLADKA_DAY_MIN || day > KLADKA_DAY_MAX)
    {
      kladka_day_to_civil (day, &civil_year, &month, &of_month);
      return civil_year * 12 + month - 1;
    }
  century = (since * 4 + 3) / DAYS_IN_400_YEARS;
  in_century = since - century * DAYS_IN_400_YEARS / 4;
  year = (in_century * 4 + 3) / DAYS_IN_4_YEARS;
  day_of_year = in_century - year * DAYS_IN_4_YEARS / 4;
  return (century * 100 + year) * 12 + (5 * day_of_year + 2) / 153 + MONTHS_TO_MARCH;
}

gint32
kladka_month_first_day (gint32 month)
{
  guint32 since = (guint32)month - MONTHS_TO_MARCH;
  guint32 year = since / 12;
  guint32 month_of_year = since % 12;

  if (month < KLADKA_YEAR_MIN * 12 || month > KLADKA_YEAR_MAX * 12 + 12)
    {
      gint32 civil_year = (month >= 0 ? month : month - 11) / 12;

      return kladka_day_from_civil (civil_year, month - civil_year * 12 + 1, 1);
    }
  return (gint32)(year * 365 + year / 4 - year / 100 + year / 400 + (153 * month_of_year + 2) / 5) - EPOCH_FROM_MARCH;
}

gint32
kladka_month_last_day (gint32 month)
{
  return kladka_month_first_day (month + 1) - 1;
}

static gboolean
is_known_year (int year)
{
  return year >= KLADKA_YEAR_MIN && year <= KLADKA_YEAR_MAX;
}

static KladkaDate
make_date (int year, int month, int day, KladkaPrecision precision)
{
  return (KladkaDate){ .year = year, .month = month, .day = day, .precision = precision };
}

KladkaDate
kladka_date_new_day (int year, int month, int day)
{
  if (!is_known_year (year) || day < 1 || day > kladka_days_in_month (year, month))
    return KLADKA_DATE_NONE;
  return make_date (year, month, day, KLADKA_PRECISION_DAY);
}

KladkaDate
kladka_date_new_month (int year, int month)
{
  if (!is_known_year (year) || month < 1 || month > 12)
    return KLADKA_DATE_NONE;
  return make_date (year, month, 1, KLADKA_PRECISION_MONTH);
}

KladkaDate
kladka_date_new_quarter (int year, int quarter)
{
  if (!is_known_year (year) || quarter < 1 || quarter > 4)
    return KLADKA_DATE_NONE;
  return make_date (year, quarter * 3 - 2, 1, KLADKA_PRECISION_QUARTER);
}

KladkaDate
kladka_date_new_year (int year)
{
  if (!is_known_year (year))
    return KLADKA_DATE_NONE;
  return make_date (year, 1, 1, KLADKA_PRECISION_YEAR);
}

KladkaDate
kladka_date_new_from_day (gint32 day)
{
  int year, month, of_month;

  kladka_day_to_civil (day, &year, &month, &of_month);
  return kladka_date_new_day (year, month, of_month);
}

gboolean
kladka_date_equal (KladkaDate a, KladkaDate b)
{
  return a.year == b.year && a.month == b.month && a.day == b.day && a.precision == b.precision;
}

int
kladka_date_compare (KladkaDate a, KladkaDate b)
{
  gint32 first_a, first_b, last_a, last_b;

  if (!kladka_date_is_set (a) || !kladka_date_is_set (b))
    return kladka_date_is_set (b) - kladka_date_is_set (a);
  first_a = kladka_date_get_first_day (a);
  first_b = kladka_date_get_first_day (b);
  if (first_a != first_b)
    return first_a < first_b ? -1 : 1;
  last_a = kladka_date_get_last_day (a);
  last_b = kladka_date_get_last_day (b);
  return (last_a > last_b) - (last_a < last_b);
}

static int
count_months (KladkaPrecision precision)
{
  return precision == KLADKA_PRECISION_YEAR ? 12 : precision == KLADKA_PRECISION_QUARTER ? 3 : 1;
}

gint32
kladka_date_get_first_day (KladkaDate self)
{
  return kladka_day_from_civil (self.year, self.month, self.day);
}

gint32
kladka_date_get_last_day (KladkaDate self)
{
  if (self.precision == KLADKA_PRECISION_DAY)
    return kladka_date_get_first_day (self);
  return kladka_month_last_day (self.year * 12 + self.month - 1 + count_months (self.precision) - 1);
}

/* The date of @precision that @month lies in. */
static KladkaDate
make_of_month (gint32 month, KladkaPrecision precision)
{
  int unit = count_months (precision);
  int first = month - month % unit;

  return make_date (first / 12, first % 12 + 1, 1, precision);
}

static KladkaDate
find_nearest (KladkaDate self, gint32 day)
{
  int unit = count_months (self.precision);
  KladkaDate before = make_of_month (kladka_month_of_day (day), self.precision);
  KladkaDate after = make_of_month (before.year * 12 + before.month - 1 + unit, self.precision);
  gint32 down = day - kladka_date_get_first_day (before);
  gint32 up = kladka_date_get_first_day (after) - day;
  gboolean forward = day >= kladka_date_get_first_day (self);

  /* Half way counts as the smaller move. */
  if (after.year <= KLADKA_YEAR_MAX && (up < down || (up == down && !forward)))
    return after;
  return before;
}

KladkaDate
kladka_date_add_days (KladkaDate self, gint32 days)
{
  gint64 day;

  if (!kladka_date_is_set (self))
    return self;
  day = CLAMP ((gint64)kladka_date_get_first_day (self) + days, KLADKA_DAY_MIN, KLADKA_DAY_MAX);
  if (self.precision == KLADKA_PRECISION_DAY)
    return kladka_date_new_from_day (day);
  return find_nearest (self, day);
}

/* Exactly @length digits; -1 for anything else. Stops at the first other byte, so a shorter text is safe. */
static int
read_digits (const char *text, int length)
{
  int value = 0;

  for (int i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

static KladkaDate
read_file_form (const char *text)
{
  gsize length = strnlen (text, KLADKA_DATE_TEXT_MAX);
  int year = read_digits (text, 4);

  if (year < 0 || (length > 4 && text[4] != '-'))
    return KLADKA_DATE_NONE;
  if (length == 4)
    return kladka_date_new_year (year);
  if (length == 7 && text[5] == 'Q')
    return kladka_date_new_quarter (year, read_digits (text + 6, 1));
  if (length == 7)
    return kladka_date_new_month (year, read_digits (text + 5, 2));
  if (length == 10 && text[7] == '-')
    return kladka_date_new_day (year, read_digits (text + 5, 2), read_digits (text + 8, 2));
  return KLADKA_DATE_NONE;
}

gboolean
kladka_date_parse_file (const char *text, KladkaDate *ret_date)
{
  KladkaDate date = read_file_form (text);

  if (!kladka_date_is_set (date))
    return FALSE;
  *ret_date = date;
  return TRUE;
}

const char *
kladka_date_print_file (KladkaDate self, char *buffer)
{
  switch ((KladkaPrecision)self.precision)
    {
    case KLADKA_PRECISION_YEAR:
      g_snprintf (buffer, KLADKA_DATE_TEXT_MAX, "%04d", self.year);
      break;
    case KLADKA_PRECISION_QUARTER:
      g_snprintf (buffer, KLADKA_DATE_TEXT_MAX, "%04d-Q%d", self.year, (self.month + 2) / 3);
      break;
    case KLADKA_PRECISION_MONTH:
      g_snprintf (buffer, KLADKA_DATE_TEXT_MAX, "%04d-%02d", self.year, self.month);
      break;
    case KLADKA_PRECISION_DAY:
      g_snprintf (buffer, KLADKA_DATE_TEXT_MAX, "%04d-%02d-%02d", self.year, self.month, self.day);
      break;
    case KLADKA_PRECISION_NONE:
    default:
      buffer[0] = '\0';
    }
  return buffer;
}
