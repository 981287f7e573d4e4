/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-error.h"
#include "words-fixture.h"

static void
check_number_texts (Fixture *fixture, gconstpointer data)
{
  static const struct {
    gint64 value;
    int scale, min_digits;
    const char *texts[KLADKA_N_LANGS];
  } cases[] = {
    { 0, 0, 0, { "0", "0", "0" } },
    { 999, 0, 0, { "999", "999", "999" } },
    { 1234500, 3, 0, { "1,234.5", "1234,5", "1" NB "234,5" } },
    { 12345600, 3, 0, { "12,345.6", "12" NB "345,6", "12" NB "345,6" } },
    { -1234567, 0, 0, { "-1,234,567", "-1" NB "234" NB "567", "-1" NB "234" NB "567" } },
    { 5, 3, 0, { "0.005", "0,005", "0,005" } },
    { -5, 1, 0, { "-0.5", "-0,5", "-0,5" } },
    { 1500, 3, 2, { "1.50", "1,50", "1,50" } },
    { 5, 0, 2, { "5.00", "5,00", "5,00" } },
    { G_MAXINT64,
      0,
      0,
      { "9,223,372,036,854,775,807", "9" NB "223" NB "372" NB "036" NB "854" NB "775" NB "807",
        "9" NB "223" NB "372" NB "036" NB "854" NB "775" NB "807" } },
    { KLADKA_INT_NONE, 2, 2, { "", "", "" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int lang = 0; lang < KLADKA_N_LANGS; lang++)
      {
        g_autofree char *text =
            kladka_words_dup_decimal (fixture->words[lang], cases[i].value, cases[i].scale, cases[i].min_digits);
        g_assert_cmpstr (text, ==, cases[i].texts[lang]);
      }
}

static void
check_percents (Fixture *fixture, gconstpointer data)
{
  static const struct {
    int thousandths;
    const char *texts[KLADKA_N_LANGS];
  } cases[] = { { 455, { "46%", "46%", "46" NB "%" } },
                { 465, { "46%", "46%", "46" NB "%" } },
                { 0, { "0%", "0%", "0" NB "%" } },
                { 1000, { "100%", "100%", "100" NB "%" } },
                { 12345000, { "1,234,500%", "1" NB "234" NB "500%", "1" NB "234" NB "500" NB "%" } },
                { -125, { "-12%", "-12%", "-12" NB "%" } } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int lang = 0; lang < KLADKA_N_LANGS; lang++)
      {
        g_autofree char *text = kladka_words_dup_percent (fixture->words[lang], cases[i].thousandths);
        g_assert_cmpstr (text, ==, cases[i].texts[lang]);
      }
}

/* Rounded once, and in step with the states: a gap ends at 0.5 %, a need is covered from 99.5 %. */
static void
check_shares (Fixture *fixture, gconstpointer data)
{
  static const struct {
    double share;
    const char *text;
  } cases[] = { { 0.454715, "45%" }, { 0.9949, "99%" }, { 0.995, "100%" }, { 0.0049, "0%" }, { 0.005, "1%" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = kladka_words_dup_share (fixture->words[KLADKA_LANG_EN], cases[i].share);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
check_money_texts (Fixture *fixture, gconstpointer data)
{
  const KladkaMoney eur = { .minor = 120000000, .currency = "EUR" }, yen = { .minor = -1200, .currency = "JPY" };
  g_autofree char *en = kladka_words_dup_money (fixture->words[KLADKA_LANG_EN], &eur);
  g_autofree char *uk = kladka_words_dup_money (fixture->words[KLADKA_LANG_UK], &eur);
  g_autofree char *pl = kladka_words_dup_money (fixture->words[KLADKA_LANG_PL], &yen);
  g_autofree char *none = kladka_words_dup_money (fixture->words[KLADKA_LANG_PL], &KLADKA_MONEY_NONE);

  g_assert_cmpstr (en, ==, "1,200,000.00" NB "EUR");
  g_assert_cmpstr (uk, ==, "1" NB "200" NB "000,00" NB "EUR");
  g_assert_cmpstr (pl, ==, "-1200" NB "JPY");
  g_assert_cmpstr (none, ==, "");
}

static void
check_reading_numbers (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text;
    gint64 en, other; /* thousandths */
  } cases[] = {
    { "0", 0, 0 },
    { "1234", 1234000, 1234000 },
    { "1234,5", 1234500, 1234500 },
    { "1234.5", 1234500, 1234500 },
    { "1 234,5", 1234500, 1234500 },
    { "1" NB "234.5", 1234500, 1234500 },
    { "1\u202F234\u202F567", 1234567000, 1234567000 },
    { "1'234'567.8", 1234567800, 1234567800 },
    { "1’234", 1234000, 1234000 },
    { "1,234.5", 1234500, 1234500 },
    { "1.234,5", 1234500, 1234500 },
    { "1,234,567", 1234567000, 1234567000 },
    { "1.234.567", 1234567000, 1234567000 },
    { "1,234", 1234000, 1234 }, /* as the language does */
    { "1.234", 1234, 1234 },
    { "0,125", 125, 125 },
    { "1234,567", 1234567, 1234567 },
    { "1 234,567", 1234567, 1234567 },
    { ".5", 500, 500 },
    { "-12,5", -12500, -12500 },
    { "\u221212,5", -12500, -12500 },
    { "+7", 7000, 7000 },
    { " 5 ", 5000, 5000 },
    { "2,50000", 2500, 2500 },
    { "9 223 372 036 854 775,807", G_MAXINT64, G_MAXINT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int lang = 0; lang < KLADKA_N_LANGS; lang++)
      {
        g_autoptr (GError) error = NULL;
        gint64 value = 99;
        kladka_words_parse_decimal (fixture->words[lang], cases[i].text, 3, &value, &error);
        if (error != NULL)
          g_error ("“%s”: %s", cases[i].text, error->message);
        g_assert_cmpint (value, ==, lang == KLADKA_LANG_EN ? cases[i].en : cases[i].other);
      }
}

static void
refuse_numbers (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "", "not a number" },
    { "abc", "not a number" },
    { "1 2", "not a number" },
    { "12 34", "not a number" },
    { "1,23,456", "not a number" },
    { "1.234,567.8", "not a number" },
    { "1,", "not a number" },
    { ",", "not a number" },
    { "--1", "not a number" },
    { "1-2", "not a number" },
    { "1e5", "not a number" },
    { "10³", "not a number" },
    { "5½", "not a number" },
    { "1 234'567", "not a number" },
    { ".5,3", "not a number" },
    { "1,,2", "not a number" },
    { "12345 678", "not a number" },
    { "0,1234", "too many" },
    { "1.0001", "too many" },
    { "9223372036854775,808", "too large" },
    { "99999999999999999999", "too large" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 99;
      if (kladka_words_parse_decimal (fixture->words[i % KLADKA_N_LANGS], cases[i][0], 3, &value, &error))
        g_error ("“%s” was read as %" G_GINT64_FORMAT, cases[i][0], value);
      g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID);
      if (strstr (error->message, cases[i][1]) == NULL)
        g_error ("“%s” gave: %s", cases[i][0], error->message);
      g_assert_cmpint (value, ==, 99);
    }
}

static void
check_reading_money (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text, *fallback;
    gint64 minor;
    const char *currency;
  } cases[] = {
    { "1 200 000 EUR", NULL, 120000000, "EUR" },
    { "EUR 1.2 M", NULL, 120000000, "EUR" },
    { "1200000,50 zł", NULL, 120000050, "PLN" },
    { "€ 5", NULL, 500, "EUR" },
    { "5€", NULL, 500, "EUR" },
    { "$1.25M", NULL, 125000000, "USD" },
    { "£3 bn", NULL, G_GINT64_CONSTANT (300000000000), "GBP" },
    { "1,5 млн ₴", NULL, 150000000, "UAH" },
    { "2,5 тис. грн", NULL, 250000, "UAH" },
    { "3 tys. zł", NULL, 300000, "PLN" },
    { "1,5 mld. PLN", NULL, G_GINT64_CONSTANT (150000000000), "PLN" },
    { "12,5", "EUR", 1250, "EUR" },
    { "12,5 usd", "EUR", 1250, "USD" },
    { "1200 JPY", NULL, 1200, "JPY" },
    { "-5 EUR", NULL, -500, "EUR" },
    { "EUR -5", NULL, -500, "EUR" },
    { "1" NB "200,00" NB "EUR", NULL, 120000, "EUR" },
    { "$.5", NULL, 50, "USD" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      KladkaMoney money = KLADKA_MONEY_NONE;
      kladka_words_parse_money (fixture->words[KLADKA_LANG_PL], cases[i].text, cases[i].fallback, &money, &error);
      if (error != NULL)
        g_error ("“%s”: %s", cases[i].text, error->message);
      g_assert_cmpint (money.minor, ==, cases[i].minor);
      g_assert_cmpstr (money.currency, ==, cases[i].currency);
    }
}

static void
refuse_money (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "", "not a number" },
    { "EUR", "not a number" },
    { "5", "which currency" },
    { "5 QQQ", "not a number" },
    { "5 EUR USD", "not a number" },
    { "€5 USD", "not a number" },
    { "5 M M EUR", "not a number" },
    { "5 - EUR", "not a number" },
    { "5,555 PLN", "too many" },
    { "1.5 JPY", "too many" },
    { "99999999999 bn EUR", "too large" },
    { "5 EUR 6", "not a number" },
    { "5, EUR", "not a number" },
    { "ca. 5 EUR", "not a number" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      KladkaMoney money = KLADKA_MONEY_NONE;
      if (kladka_words_parse_money (fixture->words[KLADKA_LANG_PL], cases[i][0], NULL, &money, &error))
        g_error ("“%s” was read as %" G_GINT64_FORMAT, cases[i][0], money.minor);
      g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID);
      if (strstr (error->message, cases[i][1]) == NULL)
        g_error ("“%s” gave: %s", cases[i][0], error->message);
      g_assert_false (kladka_money_is_set (&money));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/base/words/writes-numbers", check_number_texts);
  add ("/base/words/writes-percents", check_percents);
  add ("/base/words/rounds-shares-as-states-begin", check_shares);
  add ("/base/words/writes-money", check_money_texts);
  add ("/base/words/reads-numbers", check_reading_numbers);
  add ("/base/words/refuses-numbers-and-says-why", refuse_numbers);
  add ("/base/words/reads-money", check_reading_money);
  add ("/base/words/refuses-money-and-says-why", refuse_money);
  return g_test_run ();
}
