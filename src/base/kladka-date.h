/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KladkaPrecision:
 *
 * How exactly a date is known. It is kept with the date, shown with it and never invented.
 */
typedef enum {
  KLADKA_PRECISION_NONE = 0, /* no date */
  KLADKA_PRECISION_YEAR,
  KLADKA_PRECISION_QUARTER,
  KLADKA_PRECISION_MONTH,
  KLADKA_PRECISION_DAY,
} KladkaPrecision;

/**
 * KladkaDate:
 *
 * A date with its precision; a value. All zero = no date. @month is the first month of the quarter or 1 for a year,
 * @day is 1 unless the precision is a day, so that equal dates are equal bytes.
 */
typedef struct {
  gint16 year;
  guint8 month;
  guint8 day;
  guint32 precision; /* KladkaPrecision */
} KladkaDate;

#define KLADKA_YEAR_MIN 1900
#define KLADKA_YEAR_MAX 2199
#define KLADKA_DATE_NONE ((KladkaDate){ 0 })

/* Days are whole days since 1970-01-01 (day 0); months are year * 12 + month - 1. */
#define KLADKA_DAY_MIN (-25567) /* 1900-01-01 */
#define KLADKA_DAY_MAX 84005    /* 2199-12-31 */

/* KLADKA_DATE_NONE where there is no such date (31 February, month 13) or the year is out of range. */
KladkaDate kladka_date_new_day (int year, int month, int day);
KladkaDate kladka_date_new_month (int year, int month);
KladkaDate kladka_date_new_quarter (int year, int quarter);
KladkaDate kladka_date_new_year (int year);
KladkaDate kladka_date_new_from_day (gint32 day);

static inline gboolean
kladka_date_is_set (KladkaDate self)
{
  return self.precision != KLADKA_PRECISION_NONE;
}

gboolean kladka_date_equal (KladkaDate a, KladkaDate b);
/* By first day, then by last day; no date comes last. */
int kladka_date_compare (KladkaDate a, KladkaDate b);

/* First and last day the date can mean, inclusive. The date must be set. */
gint32 kladka_date_get_first_day (KladkaDate self);
gint32 kladka_date_get_last_day (KladkaDate self);

/* Moves a date by whole units of its own precision that come nearest to @days (half way: the smaller
 * move); keeps the precision; stops at the first and last year. */
KladkaDate kladka_date_add_days (KladkaDate self, gint32 days);

/* The file form: 2027, 2027-Q3, 2027-03, 2027-03-05. Exact: nothing else is read, "" neither. */
gboolean kladka_date_parse_file (const char *text, KladkaDate *ret_date);
#define KLADKA_DATE_TEXT_MAX 12
/* Writes the file form ("" for no date) into @buffer of KLADKA_DATE_TEXT_MAX bytes and returns it. */
const char *kladka_date_print_file (KladkaDate self, char *buffer);

gint32 kladka_day_from_civil (int year, int month, int day);
void kladka_day_to_civil (gint32 day, int *ret_year, int *ret_month, int *ret_day);
int kladka_days_in_month (int year, int month);
/* The Monday on or before a day: weeks are those of ISO 8601. */
gint32 kladka_day_get_monday (gint32 day);
/* The month (year * 12 + month - 1) a day lies in, and a month's first and last day. */
gint32 kladka_month_of_day (gint32 day);
gint32 kladka_month_first_day (gint32 month);
gint32 kladka_month_last_day (gint32 month);

/**
 * KladkaSpan:
 *
 * From @from up to but not including @to; days or months, as its user says. Empty if @to <= @from.
 */
typedef struct {
  gint32 from;
  gint32 to;
} KladkaSpan;

G_END_DECLS
