/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-date.h"
#include "kladka-id.h"

#include <string.h>

static void
check_every_day (void)
{
  int last_year = KLADKA_YEAR_MIN - 1, last_month = 12, last_day = 31;

  for (gint32 day = KLADKA_DAY_MIN; day <= KLADKA_DAY_MAX; day++)
    {
      int year, month, of_month;
      gboolean next_month;
      kladka_day_to_civil (day, &year, &month, &of_month);
      next_month = last_day == kladka_days_in_month (last_year, last_month);
      g_assert_cmpint (of_month, ==, next_month ? 1 : last_day + 1);
      g_assert_cmpint (month, ==, next_month ? last_month % 12 + 1 : last_month);
      g_assert_cmpint (year, ==, next_month && last_month == 12 ? last_year + 1 : last_year);
      g_assert_cmpint (kladka_day_from_civil (year, month, of_month), ==, day);
      last_year = year, last_month = month, last_day = of_month;
    }
  g_assert_cmpint (last_year, ==, KLADKA_YEAR_MAX);
  g_assert_cmpint (last_month * 100 + last_day, ==, 1231);
}

/* Months have a short way of their own within the years of dates; it must meet the long one outside of them. */
static void
check_months_of_days (void)
{
  for (gint32 day = KLADKA_DAY_MIN * 40; day <= KLADKA_DAY_MAX * 2; day++)
    {
      int year, month, of_month;
      kladka_day_to_civil (day, &year, &month, &of_month);
      g_assert_cmpint (kladka_month_of_day (day), ==, year * 12 + month - 1);
      g_assert_cmpint (kladka_month_first_day (year * 12 + month - 1), ==, day - of_month + 1);
    }
}

static void
check_against_glib (void)
{
  for (gint32 day = KLADKA_DAY_MIN; day <= KLADKA_DAY_MAX; day += 97)
    {
      GDate date;
      KladkaDate ours = kladka_date_new_from_day (day);
      g_date_clear (&date, 1);
      g_date_set_julian (&date, day + 719163); /* GLib's day 1 is 0001-01-01 */
      g_assert_cmpint (g_date_get_year (&date), ==, ours.year);
      g_assert_cmpint (g_date_get_month (&date), ==, ours.month);
      g_assert_cmpint (g_date_get_day (&date), ==, ours.day);
    }
}

static void
check_file_form (void)
{
  char buffer[KLADKA_DATE_TEXT_MAX];

  for (gint32 day = KLADKA_DAY_MIN; day <= KLADKA_DAY_MAX; day++)
    {
      KladkaDate date = kladka_date_new_from_day (day), back = KLADKA_DATE_NONE;
      g_assert_true (kladka_date_parse_file (kladka_date_print_file (date, buffer), &back));
      g_assert_true (kladka_date_equal (date, back));
      g_assert_cmpint (kladka_date_get_first_day (back), ==, day);
    }
}

static void
check_file_texts (void)
{
  static const struct {
    const char *text;
    KladkaPrecision precision;
    int month, day;
  } cases[] = {
    { "2027", KLADKA_PRECISION_YEAR, 1, 1 },       { "2027-Q1", KLADKA_PRECISION_QUARTER, 1, 1 },
    { "2027-Q3", KLADKA_PRECISION_QUARTER, 7, 1 }, { "2027-Q4", KLADKA_PRECISION_QUARTER, 10, 1 },
    { "2027-03", KLADKA_PRECISION_MONTH, 3, 1 },   { "2027-12", KLADKA_PRECISION_MONTH, 12, 1 },
    { "2027-03-05", KLADKA_PRECISION_DAY, 3, 5 },
  };
  char buffer[KLADKA_DATE_TEXT_MAX];

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KladkaDate date = KLADKA_DATE_NONE;
      g_assert_true (kladka_date_parse_file (cases[i].text, &date));
      g_assert_cmpint (date.year, ==, 2027);
      g_assert_cmpint (date.month, ==, cases[i].month);
      g_assert_cmpint (date.day, ==, cases[i].day);
      g_assert_cmpint (date.precision, ==, cases[i].precision);
      g_assert_cmpstr (kladka_date_print_file (date, buffer), ==, cases[i].text);
    }
  g_assert_cmpstr (kladka_date_print_file (KLADKA_DATE_NONE, buffer), ==, "");
}

static void
refuse_file_texts (void)
{
  static const char *const texts[] = {
    "",           " 2027",      "2027 ",     "27",          "1899",        "2200",       "2027-",      "2027-Q",
    "2027-Q0",    "2027-Q5",    "2027-q3",   "2027-00",     "2027-13",     "2027-3",     "2027-02-29", "2027-02-30",
    "2027-04-31", "2027-03-00", "2027-03-5", "2027-03-05 ", "2027-03-05T", "20270305",   "2027/03/05", "2027-0a",
    "-2027",      "+2027",      "2027-03-",  "2027-Q33",    "2100-02-29",  "1900-02-29",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      KladkaDate date = kladka_date_new_year (1999);
      if (kladka_date_parse_file (texts[i], &date))
        g_error ("“%s” was read as a date", texts[i]);
      g_assert_cmpint (date.year, ==, 1999);
    }
}

static void
refuse_impossible_parts (void)
{
  g_assert_false (kladka_date_is_set (kladka_date_new_day (2027, 2, 29)));
  g_assert_true (kladka_date_is_set (kladka_date_new_day (2028, 2, 29)));
  g_assert_false (kladka_date_is_set (kladka_date_new_day (2027, 13, 1)));
  g_assert_false (kladka_date_is_set (kladka_date_new_day (2027, 1, 0)));
  g_assert_false (kladka_date_is_set (kladka_date_new_month (2027, 0)));
  g_assert_false (kladka_date_is_set (kladka_date_new_quarter (2027, 5)));
  g_assert_false (kladka_date_is_set (kladka_date_new_year (2200)));
  g_assert_false (kladka_date_is_set (kladka_date_new_from_day (KLADKA_DAY_MAX + 1)));
  g_assert_false (kladka_date_is_set (kladka_date_new_from_day (KLADKA_DAY_MIN - 1)));
  g_assert_false (kladka_date_is_set (kladka_date_new_from_day (G_MAXINT32)));
  g_assert_false (kladka_date_is_set (kladka_date_new_from_day (G_MININT32)));
}

static void
check_range (const char *text, int first_month, int first_day, int last_month, int last_day)
{
  KladkaDate date = KLADKA_DATE_NONE;

  g_assert_true (kladka_date_parse_file (text, &date));
  g_assert_cmpint (kladka_date_get_first_day (date), ==, kladka_day_from_civil (2028, first_month, first_day));
  g_assert_cmpint (kladka_date_get_last_day (date), ==, kladka_day_from_civil (2028, last_month, last_day));
}

static void
check_ranges (void)
{
  check_range ("2028", 1, 1, 12, 31);
  check_range ("2028-Q1", 1, 1, 3, 31);
  check_range ("2028-Q4", 10, 1, 12, 31);
  check_range ("2028-02", 2, 1, 2, 29);
  check_range ("2028-12", 12, 1, 12, 31);
  check_range ("2028-05-09", 5, 9, 5, 9);
}

static void
check_order (void)
{
  /* In order: by the first day, then by the last; none at the end. */
  static const char *const texts[] = { "2026-12-31", "2027-01-01", "2027-01", "2027-Q1", "2027",
                                       "2027-01-02", "2027-02",    "2027-Q2", "2028",    "" };
  const int n = G_N_ELEMENTS (texts);

  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      {
        KladkaDate a = KLADKA_DATE_NONE, b = KLADKA_DATE_NONE;
        kladka_date_parse_file (texts[i], &a);
        kladka_date_parse_file (texts[k], &b);
        g_assert_cmpint (kladka_date_compare (a, b), ==, (i > k) - (i < k));
        g_assert_true (kladka_date_equal (a, b) == (i == k));
      }
}

static void
check_adding (void)
{
  static const struct {
    const char *from;
    int days;
    const char *to;
  } cases[] = {
    { "2027-03-05", 30, "2027-04-04" },
    { "2027-03-05", -64, "2026-12-31" },
    { "2027-03", 30, "2027-04" },
    { "2027-03", 15, "2027-03" },
    { "2027-03", 16, "2027-04" },
    { "2027-03", -1, "2027-03" },
    { "2027-03", -15, "2027-02" },
    { "2027-05", -15, "2027-05" },
    { "2027-05", -16, "2027-04" },
    { "2027-04", 15, "2027-04" },
    { "2027-01", -31, "2026-12" },
    { "2027-Q4", 92, "2028-Q1" },
    { "2027-Q1", -92, "2026-Q4" },
    { "2027-Q1", 365, "2028-Q1" },
    { "2027-Q1", 40, "2027-Q1" },
    { "2027", 365, "2028" },
    { "2027", 182, "2027" },
    { "2027", 183, "2028" },
    { "2027", -365, "2026" },
    { "2199", 365, "2199" },
    { "2199-12", 3000, "2199-12" },
    { "1900-01-01", -1, "1900-01-01" },
    { "1900", -4000, "1900" },
    { "2199-12-31", G_MAXINT32, "2199-12-31" },
    { "1900-Q1", G_MININT32, "1900-Q1" },
  };
  char buffer[KLADKA_DATE_TEXT_MAX];

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KladkaDate date = KLADKA_DATE_NONE;
      g_assert_true (kladka_date_parse_file (cases[i].from, &date));
      kladka_date_print_file (kladka_date_add_days (date, cases[i].days), buffer);
      if (strcmp (buffer, cases[i].to) != 0)
        g_error ("%s + %d days = %s, not %s", cases[i].from, cases[i].days, buffer, cases[i].to);
    }
  g_assert_false (kladka_date_is_set (kladka_date_add_days (KLADKA_DATE_NONE, 5)));
}

static void
check_months (void)
{
  for (gint32 month = KLADKA_YEAR_MIN * 12; month < (KLADKA_YEAR_MAX + 1) * 12; month++)
    {
      gint32 first = kladka_month_first_day (month), last = kladka_month_last_day (month);
      g_assert_cmpint (kladka_month_of_day (first), ==, month);
      g_assert_cmpint (kladka_month_of_day (last), ==, month);
      g_assert_cmpint (kladka_month_of_day (last + 1), ==, month + 1);
      g_assert_cmpint (last - first + 1, ==, kladka_days_in_month (month / 12, month % 12 + 1));
    }
}

static void
check_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      char *id = kladka_id_new ();
      g_assert_cmpuint (strlen (id), ==, 32);
      g_assert_cmpuint (strspn (id, "0123456789abcdef"), ==, 32);
      g_assert_true (kladka_id_is_valid (id));
      g_assert_true (g_hash_table_add (seen, id));
    }
}

static void
check_ids_of_parts (void)
{
  const char *const a[] = { "ab", "c", NULL }, *const b[] = { "a", "bc", NULL }, *const c[] = { "ab", "c", "", NULL };
  g_autofree char *id_a = kladka_id_new_for (a), *again = kladka_id_new_for (a);
  g_autofree char *id_b = kladka_id_new_for (b), *id_c = kladka_id_new_for (c);

  g_assert_cmpstr (id_a, ==, again);
  g_assert_cmpstr (id_a, !=, id_b);
  g_assert_cmpstr (id_a, !=, id_c);
  /* sha256 of 02 00.. "ab" 01 00.. "c", its first half: ids in files depend on it */
  g_assert_cmpstr (id_a, ==, "43ee655579de01ca739b3f95c1c2d3f4");
}

static void
check_valid_ids (void)
{
  g_autofree char *longest = g_strnfill (KLADKA_ID_MAX, 'a'), *longer = g_strnfill (KLADKA_ID_MAX + 1, 'a');

  g_assert_true (kladka_id_is_valid ("A-b_9."));
  g_assert_true (kladka_id_is_valid (longest));
  g_assert_false (kladka_id_is_valid (longer));
  g_assert_false (kladka_id_is_valid (""));
  g_assert_false (kladka_id_is_valid (NULL));
  g_assert_false (kladka_id_is_valid ("a b"));
  g_assert_false (kladka_id_is_valid ("a/b"));
  g_assert_false (kladka_id_is_valid ("ż"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/every-day-comes-back-and-follows-the-one-before", check_every_day);
  g_test_add_func ("/base/date/a-month-holds-its-days-in-any-year", check_months_of_days);
  g_test_add_func ("/base/date/agrees-with-glib", check_against_glib);
  g_test_add_func ("/base/date/every-day-survives-the-file-form", check_file_form);
  g_test_add_func ("/base/date/reads-and-writes-the-file-form", check_file_texts);
  g_test_add_func ("/base/date/refuses-all-other-file-texts", refuse_file_texts);
  g_test_add_func ("/base/date/makes-no-impossible-date", refuse_impossible_parts);
  g_test_add_func ("/base/date/first-and-last-day", check_ranges);
  g_test_add_func ("/base/date/order", check_order);
  g_test_add_func ("/base/date/adds-days-in-its-own-precision", check_adding);
  g_test_add_func ("/base/date/months-meet-without-gap", check_months);
  g_test_add_func ("/base/id/new-ids-differ", check_ids);
  g_test_add_func ("/base/id/same-parts-same-id", check_ids_of_parts);
  g_test_add_func ("/base/id/valid-ids", check_valid_ids);
  return g_test_run ();
}
