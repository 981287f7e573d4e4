/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-money.h"

#include <string.h>

static void
check_mul_div (void)
{
  static const struct {
    gint64 a, b, c, result;
  } cases[] = {
    { 1, 1, 2, 0 },
    { 3, 1, 2, 2 },
    { 5, 1, 2, 2 },
    { 7, 1, 2, 4 },
    { -1, 1, 2, 0 },
    { -3, 1, 2, -2 },
    { -5, 1, 2, -2 },
    { 5, -1, 2, -2 },
    { 5, 1, -2, -2 },
    { -7, 1, -2, 4 },
    { 10, 1, 3, 3 },
    { 11, 1, 3, 4 },
    { -11, 1, 3, -4 },
    { 0, 5, 7, 0 },
    { 49, 1, 100, 0 },
    { 51, 1, 100, 1 },
    { G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 },
    { G_MAXINT64, -1, 1, -G_MAXINT64 },
    { G_MAXINT64, 2, 4, G_MAXINT64 / 2 + 1 },
    { 1, 1, G_MININT64, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = 99;
      g_assert_true (kladka_mul_div (cases[i].a, cases[i].b, cases[i].c, &value));
      g_assert_cmpint (value, ==, cases[i].result);
    }
}

static void
refuse_mul_div (void)
{
  gint64 value = 99;

  g_assert_false (kladka_mul_div (1, 1, 0, &value));
  g_assert_false (kladka_mul_div (G_MAXINT64, 2, 1, &value));
  g_assert_false (kladka_mul_div (G_MAXINT64, G_MAXINT64, 1, &value));
  g_assert_false (kladka_mul_div (G_MAXINT64, -G_MAXINT64, 1, &value));
  g_assert_false (kladka_mul_div (KLADKA_INT_NONE, 1, 1, &value));
  /* -2^63 would fit, but means "none" */
  g_assert_false (kladka_mul_div (G_GINT64_CONSTANT (1) << 62, -2, 1, &value));
  g_assert_cmpint (value, ==, 99);
}

static void
check_convert (void)
{
  static const struct {
    const char *from, *to;
    gint64 minor, rate, per, result;
  } cases[] = {
    { "EUR", "USD", 10000, 108000000, 1, 10800 },
    { "JPY", "EUR", 1000, 610000000, 1000, 610 },                   /* 1000 JPY at 6.10 EUR per 1000 */
    { "EUR", "JPY", 100, G_GINT64_CONSTANT (16350000000), 1, 164 }, /* 163.5: to the even 164 */
    { "EUR", "JPY", 100, G_GINT64_CONSTANT (16250000000), 1, 162 }, /* 162.5: to the even 162 */
    { "EUR", "JPY", -100, G_GINT64_CONSTANT (16250000000), 1, -162 },
    { "EUR", "KWD", 100, 33333333, 1, 333 },
    { "KWD", "EUR", 1005, 100000000, 1, 100 },
    { "KWD", "EUR", 1015, 100000000, 1, 102 },
    { "EUR", "USD", 0, 108000000, 1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KladkaMoney from = { .minor = cases[i].minor };
      KladkaMoney to;
      g_strlcpy (from.currency, cases[i].from, sizeof from.currency);
      to = kladka_money_convert (&from, cases[i].to, cases[i].rate, cases[i].per);
      g_assert_cmpint (to.minor, ==, cases[i].result);
      g_assert_cmpstr (to.currency, ==, cases[i].to);
    }
}

static void
refuse_convert (void)
{
  KladkaMoney some = { .minor = 100, .currency = "EUR" }, large = { .minor = G_MAXINT64, .currency = "JPY" };
  KladkaMoney none = KLADKA_MONEY_NONE, money;

  money = kladka_money_convert (&none, "USD", 100000000, 1);
  g_assert_false (kladka_money_is_set (&money));
  money = kladka_money_convert (&large, "EUR", 100000000, 1);
  g_assert_false (kladka_money_is_set (&money));
  money = kladka_money_convert (&some, "USD", 100000000, 0);
  g_assert_false (kladka_money_is_set (&money));
  money = kladka_money_convert (&some, "QQQ", 100000000, 1);
  g_assert_false (kladka_money_is_set (&money));
  money = kladka_money_convert (&some, "USD", KLADKA_INT_NONE, 1);
  g_assert_false (kladka_money_is_set (&money));
}

static void
check_equal (void)
{
  KladkaMoney a = { .minor = 1, .currency = "EUR" }, b = a, c = { .minor = 1, .currency = "USD" };
  KladkaMoney none = KLADKA_MONEY_NONE, named = { .minor = KLADKA_INT_NONE, .currency = "EUR" };

  g_assert_true (kladka_money_equal (&a, &b));
  g_assert_false (kladka_money_equal (&a, &c));
  g_assert_false (kladka_money_equal (&a, &none));
  g_assert_true (kladka_money_equal (&none, &named));
}

static void
check_currencies (void)
{
  static const char *const wrong[] = { "", "EU", "EURO", "eur", "QQQ", "E1R", "ŻŻŻ", " EUR" };

  g_assert_true (kladka_currency_is_valid ("EUR"));
  g_assert_true (kladka_currency_is_valid ("UAH"));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (kladka_currency_is_valid (wrong[i]));
  g_assert_false (kladka_currency_is_valid (NULL));
  g_assert_cmpint (kladka_currency_get_digits ("EUR"), ==, 2);
  g_assert_cmpint (kladka_currency_get_digits ("JPY"), ==, 0);
  g_assert_cmpint (kladka_currency_get_digits ("KWD"), ==, 3);
  /* two in ISO 4217, none in ICU */
  g_assert_cmpint (kladka_currency_get_digits ("RSD"), ==, 2);
  g_assert_cmpint (kladka_currency_get_digits ("ALL"), ==, 2);
}

static void
check_decimals (void)
{
  static const struct {
    const char *text;
    int scale;
    gint64 value;
    const char *printed;
  } cases[] = {
    { "0", 0, 0, "0" },
    { "-0", 2, 0, "0" },
    { "12", 0, 12, "12" },
    { "-12.5", 3, -12500, "-12.5" },
    { "0.001", 3, 1, "0.001" },
    { "-0.05", 2, -5, "-0.05" },
    { "12.50", 2, 1250, "12.5" },
    { "007", 0, 7, "7" },
    { "9223372036854775807", 0, G_MAXINT64, "9223372036854775807" },
    { "-9223372036854775.807", 3, -G_MAXINT64, "-9223372036854775.807" },
    { "4.30000001", 8, 430000001, "4.30000001" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *printed = NULL;
      gint64 value = 99;
      g_assert_true (kladka_decimal_parse_file (cases[i].text, cases[i].scale, &value));
      g_assert_cmpint (value, ==, cases[i].value);
      printed = kladka_decimal_print_file (value, cases[i].scale);
      g_assert_cmpstr (printed, ==, cases[i].printed);
    }
}

static void
refuse_decimals (void)
{
  static const char *const texts[] = { "",
                                       "-",
                                       "+1",
                                       " 1",
                                       "1 ",
                                       ".5",
                                       "5.",
                                       "1.2.3",
                                       "1,5",
                                       "1e5",
                                       "0x10",
                                       "1.",
                                       "--1",
                                       "-.5",
                                       "1.2345",
                                       "inf",
                                       "nan",
                                       "1'000",
                                       "9223372036854775808",
                                       "9223372036854776" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 value = 99;
      if (kladka_decimal_parse_file (texts[i], 3, &value))
        g_error ("“%s” was read as %" G_GINT64_FORMAT, texts[i], value);
      g_assert_cmpint (value, ==, 99);
    }
  {
    gint64 value = 99;
    g_assert_false (kladka_decimal_parse_file ("1.0", 0, &value));
  }
}

static void
check_none_prints_empty (void)
{
  g_autofree char *text = kladka_decimal_print_file (KLADKA_INT_NONE, 3);

  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/money/rounds-half-to-even", check_mul_div);
  g_test_add_func ("/base/money/refuses-what-does-not-fit", refuse_mul_div);
  g_test_add_func ("/base/money/converts", check_convert);
  g_test_add_func ("/base/money/no-amount-where-it-cannot-convert", refuse_convert);
  g_test_add_func ("/base/money/equal", check_equal);
  g_test_add_func ("/base/money/currencies-of-iso-4217", check_currencies);
  g_test_add_func ("/base/money/decimals-come-back", check_decimals);
  g_test_add_func ("/base/money/refuses-other-decimals", refuse_decimals);
  g_test_add_func ("/base/money/nothing-prints-nothing", check_none_prints_empty);
  return g_test_run ();
}
