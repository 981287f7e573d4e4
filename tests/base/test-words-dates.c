/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-error.h"
#include "words-fixture.h"

static KladkaDate
read_file_date (const char *text)
{
  KladkaDate date = KLADKA_DATE_NONE;

  g_assert_true (*text == '\0' || kladka_date_parse_file (text, &date));
  return date;
}

static void
check_date_texts (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][1 + KLADKA_N_LANGS] = {
    { "2027", "2027", "2027", "2027" },
    { "2027-Q3", "Q3 2027", "III" NB "kw. 2027", "III" NB "кв. 2027" NB "р." },
    { "2027-Q1", "Q1 2027", "I" NB "kw. 2027", "I" NB "кв. 2027" NB "р." },
    { "2027-03", "March 2027", "marzec 2027", "березень 2027" NB "р." },
    { "2027-03-05", "5 March 2027", "5 marca 2027", "5 березня 2027" NB "р." },
    { "", "", "", "" },
  };
  static const char *const brief[][1 + KLADKA_N_LANGS] = {
    { "2027", "2027", "2027", "2027" },
    { "2027-Q3", "Q3 2027", "III" NB "kw. 2027", "III" NB "кв. 2027" },
    { "2027-09", "Sep 2027", "09.2027", "09.2027" },
    { "2027-03-05", "5 Mar 2027", "05.03.2027", "05.03.2027" },
    { "", "", "", "" },
  };

  for (int lang = 0; lang < KLADKA_N_LANGS; lang++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autofree char *text = kladka_words_dup_date (fixture->words[lang], read_file_date (cases[i][0]));
          g_assert_cmpstr (text, ==, cases[i][1 + lang]);
        }
      for (gsize i = 0; i < G_N_ELEMENTS (brief); i++)
        {
          g_autofree char *text = kladka_words_dup_date_short (fixture->words[lang], read_file_date (brief[i][0]));
          g_assert_cmpstr (text, ==, brief[i][1 + lang]);
        }
    }
}

static void
check_months (Fixture *fixture, gconstpointer data)
{
  g_autofree char *quarter = kladka_words_dup_quarter (fixture->words[KLADKA_LANG_UK], 2027, 4, FALSE);

  g_assert_cmpstr (kladka_words_get_month (fixture->words[KLADKA_LANG_EN], 3, FALSE), ==, "March");
  g_assert_cmpstr (kladka_words_get_month (fixture->words[KLADKA_LANG_EN], 9, TRUE), ==, "Sep");
  g_assert_cmpstr (kladka_words_get_month (fixture->words[KLADKA_LANG_PL], 3, FALSE), ==, "marzec");
  g_assert_cmpstr (kladka_words_get_month (fixture->words[KLADKA_LANG_PL], 10, TRUE), ==, "paź");
  g_assert_cmpstr (kladka_words_get_month (fixture->words[KLADKA_LANG_UK], 12, FALSE), ==, "грудень");
  g_assert_cmpstr (kladka_words_get_month (fixture->words[KLADKA_LANG_UK], 4, TRUE), ==, "кві");
  g_assert_cmpstr (kladka_words_get_weekday (fixture->words[KLADKA_LANG_EN], 1), ==, "Mon");
  g_assert_cmpstr (kladka_words_get_weekday (fixture->words[KLADKA_LANG_PL], 3), ==, "śr.");
  g_assert_cmpstr (kladka_words_get_weekday (fixture->words[KLADKA_LANG_UK], 7), ==, "нд");
  g_assert_cmpstr (quarter, ==, "IV" NB "кв.");
}

static void
assert_read (const KladkaWords *words, const char *text, const char *file_form)
{
  g_autoptr (GError) error = NULL;
  KladkaDate date = kladka_date_new_year (1999);
  char buffer[KLADKA_DATE_TEXT_MAX];

  if (!kladka_words_parse_date (words, text, &date, &error))
    g_error ("“%s” (%s): %s", text, file_form, error->message);
  if (strcmp (kladka_date_print_file (date, buffer), file_form) != 0)
    g_error ("“%s” was read as %s, not %s", text, buffer, file_form);
}

static void
check_reading_dates (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "2027", "2027" },
    { " 2027 ", "2027" },
    { "2027 р.", "2027" },
    { "2027 рік", "2027" },
    { "2027 року", "2027" },
    { "2027 r.", "2027" },
    { "Q3 2027", "2027-Q3" },
    { "q3/2027", "2027-Q3" },
    { "3Q 2027", "2027-Q3" },
    { "2027-Q3", "2027-Q3" },
    { "2027 Q3", "2027-Q3" },
    { "III kw. 2027", "2027-Q3" },
    { "III" NB "kw. 2027 r.", "2027-Q3" },
    { "3 kw. 2027", "2027-Q3" },
    { "3. kw. 2027", "2027-Q3" },
    { "IV kwartał 2027", "2027-Q4" },
    { "kwartał II 2027", "2027-Q2" },
    { "3 кв. 2027", "2027-Q3" },
    { "III кв. 2027", "2027-Q3" },
    { "ІІІ кв. 2027 р.", "2027-Q3" },
    { "ІV квартал 2027 року", "2027-Q4" },
    { "3-й кв. 2027 р.", "2027-Q3" },
    { "I кв. 2027", "2027-Q1" },
    { "1st quarter 2027", "2027-Q1" },
    { "5.03.2027", "2027-03-05" },
    { "05.03.2027", "2027-03-05" },
    { "5. 3. 2027", "2027-03-05" },
    { "5/3/2027", "2027-03-05" },
    { "5-3-2027", "2027-03-05" },
    { "2027-03-05", "2027-03-05" },
    { "2027/3/5", "2027-03-05" },
    { "05.03.2027 р.", "2027-03-05" },
    { "03.2027", "2027-03" },
    { "3/2027", "2027-03" },
    { "2027-03", "2027-03" },
    { "2027.03", "2027-03" },
    { "березень 2027", "2027-03" },
    { "березень 2027 р.", "2027-03" },
    { "бер. 2027", "2027-03" },
    { "БЕРЕЗЕНЬ 2027", "2027-03" },
    { "5 березня 2027", "2027-03-05" },
    { "5 березня 2027 р.", "2027-03-05" },
    { "лютий 2027", "2027-02" },
    { "травні 2027", "2027-05" },
    { "marzec 2027", "2027-03" },
    { "5 marca 2027", "2027-03-05" },
    { "5 mar 2027", "2027-03-05" },
    { "paź 2027", "2027-10" },
    { "październik 2027", "2027-10" },
    { "pazdziernika 2027", "2027-10" },
    { "wrz. 2027", "2027-09" },
    { "Mar 2027", "2027-03" },
    { "5 March 2027", "2027-03-05" },
    { "March 5, 2027", "2027-03-05" },
    { "5th of March 2027", "2027-03-05" },
    { "Sept 2027", "2027-09" },
    { "2027 March", "2027-03" },
    { "29.02.2028", "2028-02-29" },
    { "1900", "1900" },
    { "31.12.2199", "2199-12-31" },
    { "", "" },
    { "  ", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int lang = 0; lang < KLADKA_N_LANGS; lang++)
      assert_read (fixture->words[lang], cases[i][0], cases[i][1]);
}

static void
refuse_dates (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "31.02.2027", "calendar" },
    { "29.02.2027", "calendar" },
    { "0.3.2027", "calendar" },
    { "5.13.2027", "calendar" },
    { "2027-02-30", "calendar" },
    { "31 kwietnia 2027", "calendar" },
    { "Q5 2027", "calendar" },
    { "0 кв. 2027", "calendar" },
    { "13.2027", "calendar" },
    { "1899", "between" },
    { "2200", "between" },
    { "5.3.0027", "between" },
    { "27", "four digits" },
    { "5.03.27", "four digits" },
    { "5/3/27", "four digits" },
    { "5 marca 27", "four digits" },
    { "Q3 27", "four digits" },
    { "бер. 27", "four digits" },
    { "5 березня", "four digits" },
    { "5.03", "four digits" },
    { "2027!", "not a date" },
    { "-2027", "not a date" },
    { "20270305", "not a date" },
    { "2027-3.5", "not a date" },
    { "5 3 2027", "not a date" },
    { "2027--03", "not a date" },
    { "kiedyś", "not a date" },
    { "V kw. 2027", "not a date" },
    { "ma 2027", "not a date" },
    { "2027 2028", "not a date" },
    { "Q3", "not a date" },
    { "III 2027", "not a date" },
    { "marzec marzec 2027", "not a date" },
    { "5 marca 2027 12:00", "not a date" },
    { "1 2 3 4 5 6 7 8 9 2027", "not a date" },
    { "marzecki 2027", "not a date" },
    { "\xFF\xFE", "not a date" },
    { "99999999999999999999", "not a date" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      KladkaDate date = kladka_date_new_year (1999);
      if (kladka_words_parse_date (fixture->words[i % KLADKA_N_LANGS], cases[i][0], &date, &error))
        g_error ("“%s” was read as a date", cases[i][0]);
      g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID);
      if (strstr (error->message, cases[i][1]) == NULL)
        g_error ("“%s” gave: %s", cases[i][0], error->message);
      g_assert_cmpint (date.year, ==, 1999);
    }
}

/* What one language writes, each reads. */
static void
check_dates_come_back (Fixture *fixture, gconstpointer data)
{
  for (int month = 1; month <= 12; month++)
    for (int writer = 0; writer < KLADKA_N_LANGS; writer++)
      {
        const KladkaDate dates[] = { kladka_date_new_year (2027), kladka_date_new_quarter (2027, (month + 2) / 3),
                                     kladka_date_new_month (2027, month), kladka_date_new_day (2027, month, 28) };
        for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
          {
            g_autofree char *text = kladka_words_dup_date (fixture->words[writer], dates[i]);
            g_autofree char *brief = kladka_words_dup_date_short (fixture->words[writer], dates[i]);
            char buffer[KLADKA_DATE_TEXT_MAX];
            kladka_date_print_file (dates[i], buffer);
            assert_read (fixture->words[(writer + 1) % KLADKA_N_LANGS], text, buffer);
            assert_read (fixture->words[(writer + 2) % KLADKA_N_LANGS], brief, buffer);
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/base/words/writes-dates", check_date_texts);
  add ("/base/words/months-and-quarters", check_months);
  add ("/base/words/reads-dates", check_reading_dates);
  add ("/base/words/refuses-dates-and-says-why", refuse_dates);
  add ("/base/words/reads-what-any-language-writes", check_dates_come_back);
  return g_test_run ();
}
