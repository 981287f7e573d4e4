/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-words-private.h"

#include <unicode/udat.h>

static const char *const english[12] = { "January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December" };
static const char *const english_weekdays[7] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

static char *
dup_symbol (UDateFormat *format, UDateFormatSymbolType type, int place, const char *plain)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[64];
  int length = format != NULL ? udat_getSymbols (format, type, place, name, G_N_ELEMENTS (name), &status) : 0;

  if (U_FAILURE (status) || length <= 0 || length >= (int)G_N_ELEMENTS (name))
    return g_strdup (plain);
  return kladka_words_dup_utf8 (name, length);
}

static UDateFormat *
open_format (const KladkaWords *self)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  /* Not en_GB, whose September alone has four letters in short. */
  const char *locale = self->lang == KLADKA_LANG_EN ? "en" : self->locale;
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_DEFAULT, locale, utc, 3, NULL, 0, &status);

  return U_SUCCESS (status) ? format : NULL;
}

void
kladka_words_load_days (KladkaWords *self)
{
  UDateFormat *format = open_format (self);

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *brief = g_strndup (english[i], 3);

      self->months[i] = dup_symbol (format, UDAT_STANDALONE_MONTHS, i, english[i]);
      self->of_months[i] = dup_symbol (format, UDAT_MONTHS, i, english[i]);
      self->short_months[i] = dup_symbol (format, UDAT_STANDALONE_SHORT_MONTHS, i, brief);
    }
  /* ICU counts from 1, and from Sunday on. */
  for (int i = 0; i < 7; i++)
    self->weekdays[i] = dup_symbol (format, UDAT_STANDALONE_SHORT_WEEKDAYS, (i + 1) % 7 + 1, english_weekdays[i]);
  g_clear_pointer (&format, udat_close);
}

const char *
kladka_words_get_weekday (const KladkaWords *self, int weekday)
{
  return self->weekdays[weekday - 1];
}

/* Ukrainian puts "р." (of the year) behind a year that follows something. */
static const char *
get_year_mark (const KladkaWords *self)
{
  return self->lang == KLADKA_LANG_UK ? "\u00A0р." : "";
}

const char *
kladka_words_get_quarter (const KladkaWords *self, int quarter)
{
  static const char *const names[][4] = { { "Q1", "Q2", "Q3", "Q4" }, { "I", "II", "III", "IV" } };

  return names[self->lang != KLADKA_LANG_EN][CLAMP (quarter, 1, 4) - 1];
}

static char *
dup_quarter (const KladkaWords *self, int year, int quarter, gboolean with_year, gboolean brief)
{
  const char *name = kladka_words_get_quarter (self, quarter);
  const char *word = self->lang == KLADKA_LANG_PL ? "kw." : "кв.";

  if (self->lang == KLADKA_LANG_EN)
    return with_year ? g_strdup_printf ("%s %d", name, year) : g_strdup (name);
  if (!with_year)
    return g_strdup_printf ("%s\u00A0%s", name, word);
  return g_strdup_printf ("%s\u00A0%s %d%s", name, word, year, brief ? "" : get_year_mark (self));
}

static int
get_quarter (KladkaDate date)
{
  return (date.month + 2) / 3;
}

char *
kladka_words_dup_date (const KladkaWords *self, KladkaDate date)
{
  switch ((KladkaPrecision)date.precision)
    {
    case KLADKA_PRECISION_YEAR:
      return g_strdup_printf ("%d", date.year);
    case KLADKA_PRECISION_QUARTER:
      return dup_quarter (self, date.year, get_quarter (date), TRUE, FALSE);
    case KLADKA_PRECISION_MONTH:
      return g_strdup_printf ("%s %d%s", self->months[date.month - 1], date.year, get_year_mark (self));
    case KLADKA_PRECISION_DAY:
      return g_strdup_printf ("%d %s %d%s", date.day, self->of_months[date.month - 1], date.year, get_year_mark (self));
    case KLADKA_PRECISION_NONE:
    default:
      return g_strdup ("");
    }
}

char *
kladka_words_dup_date_short (const KladkaWords *self, KladkaDate date)
{
  gboolean english_form = self->lang == KLADKA_LANG_EN;

  switch ((KladkaPrecision)date.precision)
    {
    case KLADKA_PRECISION_QUARTER:
      return dup_quarter (self, date.year, get_quarter (date), TRUE, TRUE);
    case KLADKA_PRECISION_MONTH:
      return english_form ? g_strdup_printf ("%s %d", self->short_months[date.month - 1], date.year)
                          : g_strdup_printf ("%02d.%d", date.month, date.year);
    case KLADKA_PRECISION_DAY:
      return english_form ? g_strdup_printf ("%d %s %d", date.day, self->short_months[date.month - 1], date.year)
                          : g_strdup_printf ("%02d.%02d.%d", date.day, date.month, date.year);
    case KLADKA_PRECISION_YEAR:
    case KLADKA_PRECISION_NONE:
    default:
      return kladka_words_dup_date (self, date);
    }
}

const char *
kladka_words_get_month (const KladkaWords *self, int month, gboolean abbreviated)
{
  return abbreviated ? self->short_months[month - 1] : self->months[month - 1];
}

char *
kladka_words_dup_quarter (const KladkaWords *self, int year, int quarter, gboolean with_year)
{
  return dup_quarter (self, year, quarter, with_year, FALSE);
}
