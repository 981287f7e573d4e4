/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-words-private.h"

#include <string.h>
#include "kladka-error.h"
#include "kladka-i18n.h"

#define NO_BREAK "\u00A0"
#define SHOWN_MAX 40
#define MAX_SCALE 18

/* --- writing --- */

static void
append_whole (GString *out, const char *digits, int n, const KladkaMarks *marks)
{
  gboolean grouped = n >= 3 + marks->min_leading;

  for (int i = 0; i < n; i++)
    {
      if (grouped && i > 0 && (n - i) % 3 == 0)
        g_string_append (out, marks->thousands);
      g_string_append_c (out, digits[i]);
    }
}

static void
append_fraction (GString *out, const char *digits, int n, int min_digits, const KladkaMarks *marks)
{
  if (MAX (n, min_digits) > 0)
    g_string_append (out, marks->fraction);
  g_string_append_len (out, digits, n);
  for (int i = n; i < min_digits; i++)
    g_string_append_c (out, '0');
}

char *
kladka_words_dup_decimal (const KladkaWords *self, gint64 value, int scale, int min_digits)
{
  GString *out = g_string_new (NULL);
  char digits[40];
  int length, whole;

  if (value == KLADKA_INT_NONE)
    return g_string_free (out, FALSE);
  length = g_snprintf (digits, sizeof digits, "%0*" G_GINT64_FORMAT, scale + 1, ABS (value));
  whole = length - scale;
  while (length > whole + min_digits && digits[length - 1] == '0')
    length--;
  if (value < 0)
    g_string_append_c (out, '-');
  append_whole (out, digits, whole, self->marks);
  append_fraction (out, digits + whole, length - whole, min_digits, self->marks);
  return g_string_free (out, FALSE);
}

char *
kladka_words_dup_integer (const KladkaWords *self, gint64 value)
{
  return kladka_words_dup_decimal (self, value, 0, 0);
}

char *
kladka_words_dup_percent (const KladkaWords *self, int thousandths)
{
  g_autofree char *number = NULL;
  gint64 percent = 0;

  kladka_mul_div (thousandths, 1, 10, &percent);
  number = kladka_words_dup_integer (self, percent);
  return g_strconcat (number, self->marks->percent, NULL);
}

char *
kladka_words_dup_share (const KladkaWords *self, double share)
{
  return kladka_words_dup_percent (self, (int)(share * 100 + 0.5) * 10);
}

char *
kladka_words_dup_money (const KladkaWords *self, const KladkaMoney *money)
{
  g_autofree char *number = NULL;
  int digits;

  if (!kladka_money_is_set (money))
    return g_strdup ("");
  digits = kladka_currency_get_digits (money->currency);
  number = kladka_words_dup_decimal (self, money->minor, digits, digits);
  return g_strconcat (number, NO_BREAK, money->currency, NULL);
}

/* --- reading --- */

typedef enum {
  WRONG_NUMBER,
  TOO_LARGE,
  TOO_EXACT,
  NO_CURRENCY,
} Wrong;

static char *
dup_sentence (Wrong wrong, const char *shown)
{
  switch (wrong)
    {
    case TOO_LARGE:
      /* Translators: %s is a number as it was typed */
      return g_strdup_printf (_ ("“%s” is too large a number."), shown);
    case TOO_EXACT:
      /* Translators: %s is a number as it was typed */
      return g_strdup_printf (_ ("“%s” has too many digits behind the decimal mark."), shown);
    case NO_CURRENCY:
      /* Translators: %s is an amount of money as it was typed */
      return g_strdup_printf (_ ("“%s” does not say which currency. Write for example 1200 EUR."), shown);
    case WRONG_NUMBER:
    default:
      /* Translators: %s is what was typed for a number */
      return g_strdup_printf (_ ("“%s” is not a number."), shown);
    }
}

static gboolean
fail (const char *text, Wrong wrong, GError **error)
{
  g_autofree char *shown = kladka_text_dup_shown (text, SHOWN_MAX);
  g_autofree char *sentence = dup_sentence (wrong, shown);

  g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_INVALID, sentence);
  return FALSE;
}

/* Folded, so that all blanks, apostrophes and minuses are alike. Folding would make 103 of "10³": such is no number. */
static char *
dup_folded (const char *text)
{
  char *folded = kladka_text_fold (text);

  for (; *text != '\0'; text++)
    {
      gunichar c = (*text & 0xC0) != 0x80 ? g_utf8_get_char_validated (text, -1) : 0;
      if (c <= 0x10FFFF && g_unichar_type (c) == G_UNICODE_OTHER_NUMBER)
        folded[0] = '\0';
    }
  return folded;
}

typedef struct {
  const char *digits;
  int length;
  char mark; /* before the digits: blank, apostrophe, comma, point or 0 for none */
} Run;

static const Run *
get_run (GArray *runs, guint i)
{
  return &g_array_index (runs, Run, i);
}

/* Cuts a folded text; NULL if it holds anything but digits and single marks between them. */
static GArray *
cut_runs (const char *text)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  char mark = 0;

  if (*text == '.' || *text == ',')
    mark = *text++;
  while (TRUE)
    {
      Run run = { .digits = text, .length = strspn (text, "0123456789"), .mark = mark };
      if (run.length == 0)
        return NULL;
      g_array_append_val (runs, run);
      text += run.length;
      if (*text == '\0')
        return g_steal_pointer (&runs);
      if (strchr (" ',.", *text) == NULL)
        return NULL;
      mark = *text++;
    }
}

/* Is the last mark, point or comma, the one before the fraction? */
static gboolean
has_fraction (const KladkaWords *self, GArray *runs)
{
  const Run *first = get_run (runs, 0), *last = get_run (runs, runs->len - 1);

  if (last->mark != '.' && last->mark != ',')
    return FALSE;
  if (runs->len == 1)
    return TRUE;
  if (runs->len > 2)
    return get_run (runs, runs->len - 2)->mark != last->mark;
  if (last->length != 3 || first->length > 3 || first->digits[0] == '0')
    return TRUE;
  return last->mark != self->marks->thousands[0];
}

/* Thousands have one mark throughout and three digits each. */
static gboolean
is_grouped_well (GArray *runs, guint n)
{
  for (guint i = 1; i < n; i++)
    if (get_run (runs, i)->length != 3 || get_run (runs, i)->mark != get_run (runs, 1)->mark
        || get_run (runs, 0)->length > 3)
      return FALSE;
  return TRUE;
}

static gboolean
push_digits (gint64 *value, const char *digits, int length)
{
  for (int i = 0; i < length; i++)
    if (__builtin_mul_overflow (*value, 10, value) || __builtin_add_overflow (*value, digits[i] - '0', value))
      return FALSE;
  return TRUE;
}

static gboolean
push_fraction (gint64 *value, const Run *run, int scale, Wrong *ret_wrong)
{
  int length = run->length;

  while (length > scale && run->digits[length - 1] == '0')
    length--;
  *ret_wrong = length > scale ? TOO_EXACT : TOO_LARGE;
  return length <= scale && push_digits (value, run->digits, length)
         && push_digits (value, "000000000000000000", scale - length);
}

static gboolean
read_runs (const KladkaWords *self, GArray *runs, int scale, gint64 *value, Wrong *ret_wrong)
{
  static const Run nothing = { "", 0, 0 };
  gboolean fraction = has_fraction (self, runs);
  guint n_whole = runs->len - fraction;

  *ret_wrong = WRONG_NUMBER;
  if (!is_grouped_well (runs, n_whole) || (runs->len > 1 && get_run (runs, 0)->mark != 0))
    return FALSE;
  *ret_wrong = TOO_LARGE;
  for (guint i = 0; i < n_whole; i++)
    if (!push_digits (value, get_run (runs, i)->digits, get_run (runs, i)->length))
      return FALSE;
  return push_fraction (value, fraction ? get_run (runs, n_whole) : &nothing, scale, ret_wrong);
}

/* @folded: marks unified by kladka_text_fold() */
static gboolean
read_decimal (const KladkaWords *self, const char *folded, int scale, gint64 *ret_value, Wrong *ret_wrong)
{
  g_autoptr (GArray) runs = NULL;
  gboolean negative = *folded == '-';
  gint64 value = 0;

  *ret_wrong = WRONG_NUMBER;
  folded += *folded == '-' || *folded == '+';
  folded += *folded == ' ';
  runs = cut_runs (folded);
  if (runs == NULL || !read_runs (self, runs, scale, &value, ret_wrong))
    return FALSE;
  *ret_value = negative ? -value : value;
  return TRUE;
}

gboolean
kladka_words_parse_decimal (const KladkaWords *self, const char *text, int scale, gint64 *ret_value, GError **error)
{
  g_autofree char *folded = dup_folded (text);
  Wrong wrong;

  return read_decimal (self, folded, scale, ret_value, &wrong) || fail (text, wrong, error);
}

typedef struct {
  const char *word; /* folded */
  const char *currency;
  int zeros;
} MoneyWord;

static const MoneyWord money_words[] = {
  { "€", "EUR", 0 },   { "$", "USD", 0 },  { "£", "GBP", 0 },   { "₴", "UAH", 0 },      { "zl", "PLN", 0 },
  { "грн", "UAH", 0 }, { "k", NULL, 3 },   { "tys", NULL, 3 },  { "тис", NULL, 3 },     { "m", NULL, 6 },
  { "mn", NULL, 6 },   { "mln", NULL, 6 }, { "млн", NULL, 6 },  { "million", NULL, 6 }, { "b", NULL, 9 },
  { "bn", NULL, 9 },   { "mld", NULL, 9 }, { "млрд", NULL, 9 }, { "billion", NULL, 9 },
};

typedef struct {
  char currency[4];
  int zeros;
  gboolean unknown;
} MoneyParts;

static void
take_money_word (MoneyParts *parts, const char *word)
{
  g_autofree char *code = g_ascii_strup (word, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (money_words); i++)
    if (strcmp (word, money_words[i].word) == 0)
      {
        const MoneyWord *found = &money_words[i];
        parts->unknown |= found->currency != NULL ? parts->currency[0] != '\0' : parts->zeros > 0;
        if (found->currency != NULL)
          g_strlcpy (parts->currency, found->currency, sizeof parts->currency);
        parts->zeros += found->zeros;
        return;
      }
  if (parts->currency[0] != '\0' || !kladka_currency_is_valid (code))
    parts->unknown = TRUE;
  else
    g_strlcpy (parts->currency, code, sizeof parts->currency);
}

/* Words are runs of letters; a sign is a word by itself. */
static void
take_money_words (MoneyParts *parts, const char *text, const char *end)
{
  while (text < end)
    {
      const char *start = text;
      g_autofree char *word = NULL;
      while (text < end && g_unichar_isalpha (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
      if (text == start)
        text = g_utf8_next_char (text);
      word = g_strndup (start, text - start);
      if (*word != ' ' && *word != '.')
        take_money_word (parts, word);
    }
}

/* The number reaches from the first digit, or the mark before it, to the last. */
static const char *
find_number (const char *text, const char **ret_end)
{
  const char *start = strpbrk (text, "0123456789");

  *ret_end = text;
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      *ret_end = at + 1;
  if (start != NULL && start > text && (start[-1] == '.' || start[-1] == ','))
    start--;
  return start;
}

/* One minus, anywhere before the number, is taken out of @before. */
static gboolean
take_minus (char *before)
{
  char *minus = strchr (before, '-');

  if (minus != NULL)
    *minus = ' ';
  return minus != NULL;
}

static gboolean
read_amount (const KladkaWords *self, const char *number, const MoneyParts *parts, KladkaMoney *money, Wrong *ret_wrong)
{
  int digits;

  *ret_wrong = NO_CURRENCY;
  if (!kladka_currency_is_valid (parts->currency))
    return FALSE;
  g_strlcpy (money->currency, parts->currency, sizeof money->currency);
  digits = kladka_currency_get_digits (money->currency);
  return read_decimal (self, number, digits + parts->zeros, &money->minor, ret_wrong);
}

static gboolean
read_money (const KladkaWords *self, const char *folded, const char *fallback, KladkaMoney *ret_money, Wrong *ret_wrong)
{
  const char *end, *start = find_number (folded, &end);
  g_autofree char *before = g_strndup (folded, start != NULL ? start - folded : 0);
  g_autofree char *number = g_strndup (start != NULL ? start : "", start != NULL ? end - start : 0);
  gboolean negative = take_minus (before);
  KladkaMoney money = { 0 };
  MoneyParts parts = { 0 };

  *ret_wrong = WRONG_NUMBER;
  take_money_words (&parts, before, before + strlen (before));
  take_money_words (&parts, end, end + strlen (end));
  if (start == NULL || parts.unknown || number[strspn (number, "0123456789 ',.")] != '\0')
    return FALSE;
  if (parts.currency[0] == '\0' && fallback != NULL)
    g_strlcpy (parts.currency, fallback, sizeof parts.currency);
  if (!read_amount (self, number, &parts, &money, ret_wrong))
    return FALSE;
  money.minor = negative ? -money.minor : money.minor;
  *ret_money = money;
  return TRUE;
}

gboolean
kladka_words_parse_money (const KladkaWords *self,
                          const char *text,
                          const char *fallback,
                          KladkaMoney *ret_money,
                          GError **error)
{
  g_autofree char *folded = dup_folded (text);
  Wrong wrong;

  return read_money (self, folded, fallback, ret_money, &wrong) || fail (text, wrong, error);
}
