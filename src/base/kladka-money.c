/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-money.h"

#include <string.h>
#include <unicode/ucurr.h>

typedef __int128 Wide;

gboolean
kladka_money_equal (const KladkaMoney *a, const KladkaMoney *b)
{
  if (!kladka_money_is_set (a) || !kladka_money_is_set (b))
    return kladka_money_is_set (a) == kladka_money_is_set (b);
  return a->minor == b->minor && strncmp (a->currency, b->currency, sizeof a->currency) == 0;
}

static gboolean
read_code (const char *code, UChar *ret_code)
{
  for (int i = 0; i < 3; i++)
    {
      if (code == NULL || !g_ascii_isupper (code[i]))
        return FALSE;
      ret_code[i] = code[i];
    }
  ret_code[3] = 0;
  return code[3] == '\0';
}

gboolean
kladka_currency_is_valid (const char *code)
{
  UChar wide[4];

  return read_code (code, wide) && ucurr_getNumericCode (wide) > 0;
}

/* ICU knows how many digits shops use; contracts and IATI go by ISO 4217, which differs for these. */
static int
find_iso_digits (const char *code)
{
  static const char two[][4] = { "AFN", "ALL", "IRR", "KPW", "LAK", "LBP", "MGA",
                                 "MMK", "RSD", "SLL", "SOS", "SYP", "YER" };

  if (strcmp (code, "IQD") == 0)
    return 3;
  for (gsize i = 0; i < G_N_ELEMENTS (two); i++)
    if (strcmp (code, two[i]) == 0)
      return 2;
  return -1;
}

int
kladka_currency_get_digits (const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[4];
  int digits;

  if (!read_code (code, wide))
    return 2;
  digits = find_iso_digits (code);
  if (digits < 0)
    digits = ucurr_getDefaultFractionDigits (wide, &status);
  return U_SUCCESS (status) ? CLAMP (digits, 0, 4) : 2;
}

static gboolean
divide (Wide above, Wide below, gint64 *ret_value)
{
  Wide whole, rest;

  if (below == 0)
    return FALSE;
  if (below < 0)
    {
      above = -above;
      below = -below;
    }
  whole = above / below;
  rest = above % below;
  if (rest < 0)
    rest = -rest;
  if (rest > below - rest || (rest == below - rest && whole % 2 != 0))
    whole += above < 0 ? -1 : 1;
  if (whole > G_MAXINT64 || whole <= KLADKA_INT_NONE)
    return FALSE;
  *ret_value = (gint64)whole;
  return TRUE;
}

gboolean
kladka_mul_div (gint64 a, gint64 b, gint64 c, gint64 *ret_value)
{
  if (a == KLADKA_INT_NONE || b == KLADKA_INT_NONE)
    return FALSE;
  return divide ((Wide)a * b, c, ret_value);
}

KladkaMoney
kladka_money_convert (const KladkaMoney *self, const char *to, gint64 rate, gint64 per)
{
  KladkaMoney money = KLADKA_MONEY_NONE;
  Wide below = per;
  gint64 minor;
  int shift;

  if (!kladka_money_is_set (self) || !kladka_currency_is_valid (to) || rate < 0 || per <= 0)
    return money;
  /* No currency has more than four digits, so the shift is never below four: nothing but one product above. */
  shift = KLADKA_RATE_SCALE + kladka_currency_get_digits (self->currency) - kladka_currency_get_digits (to);
  for (int i = 0; i < shift; i++)
    below *= 10;
  if (!divide ((Wide)self->minor * rate, below, &minor))
    return money;
  money.minor = minor;
  g_strlcpy (money.currency, to, sizeof money.currency);
  return money;
}

static gboolean
push_digit (gint64 *value, char digit)
{
  return !__builtin_mul_overflow (*value, 10, value) && !__builtin_add_overflow (*value, digit - '0', value);
}

gboolean
kladka_decimal_parse_file (const char *text, int scale, gint64 *ret_value)
{
  gboolean negative = *text == '-';
  gint64 value = 0;

  text += negative;
  if (!g_ascii_isdigit (*text))
    return FALSE;
  while (g_ascii_isdigit (*text))
    if (!push_digit (&value, *text++))
      return FALSE;
  if (*text == '.' && (scale == 0 || !g_ascii_isdigit (*++text)))
    return FALSE;
  for (; scale > 0; scale--)
    if (!push_digit (&value, g_ascii_isdigit (*text) ? *text++ : '0'))
      return FALSE;
  if (*text != '\0')
    return FALSE;
  *ret_value = negative ? -value : value;
  return TRUE;
}

char *
kladka_decimal_print_file (gint64 value, int scale)
{
  char digits[32];
  const char *sign = value < 0 ? "-" : "";
  int whole, length;

  if (value == KLADKA_INT_NONE)
    return g_strdup ("");
  length = g_snprintf (digits, sizeof digits, "%0*" G_GINT64_FORMAT, scale + 1, ABS (value));
  whole = length - scale;
  while (length > whole && digits[length - 1] == '0')
    length--;
  if (length == whole)
    return g_strdup_printf ("%s%.*s", sign, whole, digits);
  return g_strdup_printf ("%s%.*s.%.*s", sign, whole, digits, length - whole, digits + whole);
}
