/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KLADKA_INT_NONE G_MININT64
/* Quantities are whole thousandths, rates whole hundred-millionths. */
#define KLADKA_QUANTITY_SCALE 3
#define KLADKA_RATE_SCALE 8

/**
 * KladkaMoney:
 *
 * An amount in minor units of its currency (ISO 4217, three capital letters). @minor = KLADKA_INT_NONE: no amount.
 */
typedef struct {
  gint64 minor;
  char currency[8];
} KladkaMoney;

#define KLADKA_MONEY_NONE ((KladkaMoney){ .minor = KLADKA_INT_NONE })

static inline gboolean
kladka_money_is_set (const KladkaMoney *self)
{
  return self->minor != KLADKA_INT_NONE;
}

gboolean kladka_money_equal (const KladkaMoney *a, const KladkaMoney *b);
/* Three capital letters that ISO 4217 knows. */
gboolean kladka_currency_is_valid (const char *code);
/* Digits behind the point: 2 for EUR, 0 for JPY. */
int kladka_currency_get_digits (const char *code);

/**
 * kladka_money_convert:
 * @rate: scaled by 10^KLADKA_RATE_SCALE: how many @to one @per of @self's currency gives
 *
 * Rounds half to even, in 128 bits. Returns KLADKA_MONEY_NONE where the result does not fit, a code is unknown,
 * @rate is negative or @per is not above 0.
 */
KladkaMoney kladka_money_convert (const KladkaMoney *self, const char *to, gint64 rate, gint64 per);

/* Plain decimal numbers with a point ("-12.5"), exact: @scale digits at most, no exponent, no blanks. */
gboolean kladka_decimal_parse_file (const char *text, int scale, gint64 *ret_value);
/* The shortest such text ("12.5", not "12.500"); "" for KLADKA_INT_NONE. */
char *kladka_decimal_print_file (gint64 value, int scale);
/* a * b / c rounded half to even in 128 bits; FALSE where it does not fit, @c is 0, or a value is KLADKA_INT_NONE. */
gboolean kladka_mul_div (gint64 a, gint64 b, gint64 c, gint64 *ret_value);

G_END_DECLS
