/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-words.h"

#include <string.h>
#include "kladka-error.h"
#include "kladka-i18n.h"

#define MAX_ITEMS 8
#define ITEM_MAX 40
#define SHOWN_MAX 40

typedef enum {
  ITEM_SHORT,   /* a number of one or two digits */
  ITEM_YEAR,    /* a number of four digits */
  ITEM_MONTH,   /* a month's name */
  ITEM_QUARTER, /* the word quarter */
  ITEM_ROMAN,   /* I to IV */
  ITEM_IDLE,    /* a word that says nothing */
  ITEM_UNKNOWN,
} ItemKind;

/* A number or a word, and the mark between it and the item before: 0 for none or blanks, '?' for what no date has. */
typedef struct {
  ItemKind kind;
  int value;
  char mark;
} Item;

/* The items that say something. A date's form is the row of their kinds: one letter each, as in forms below. */
typedef struct {
  Item items[MAX_ITEMS];
  int n;
  char form[MAX_ITEMS + 1];
} Reading;

typedef enum {
  WRONG_FORM,
  WRONG_DAY,
  WRONG_YEAR,
  SHORT_YEAR,
} Wrong;

/* Every form in which people meet a month's name, folded: in Polish and Ukrainian "which", "of" and "in" the month.
 * Three letters from the front are enough: no two months begin alike. */
static const char *const month_names[12][7] = {
  { "january", "styczen", "stycznia", "styczniu", "січень", "січня", "січні" },
  { "february", "luty", "lutego", "lutym", "лютии", "лютого", "лютому" },
  { "march", "marzec", "marca", "marcu", "березень", "березня", "березні" },
  { "april", "kwiecien", "kwietnia", "kwietniu", "квітень", "квітня", "квітні" },
  { "may", "maj", "maja", "maju", "травень", "травня", "травні" },
  { "june", "czerwiec", "czerwca", "czerwcu", "червень", "червня", "червні" },
  { "july", "lipiec", "lipca", "lipcu", "липень", "липня", "липні" },
  { "august", "sierpien", "sierpnia", "sierpniu", "серпень", "серпня", "серпні" },
  { "september", "wrzesien", "wrzesnia", "wrzesniu", "вересень", "вересня", "вересні" },
  { "october", "pazdziernik", "pazdziernika", "pazdzierniku", "жовтень", "жовтня", "жовтні" },
  { "november", "listopad", "listopada", "listopadzie", "листопад", "листопада", "листопаді" },
  { "december", "grudzien", "grudnia", "grudniu", "грудень", "грудня", "грудні" },
};

static const char *const quarter_words[] = { "q",        "qtr", "quarter", "kw",      "kwart",    "kwartal", "kwartalu",
                                             "kwartale", "кв",  "кварт",   "квартал", "кварталу", "кварталі" };

/* "2027 року", "3-й квартал", "3rd quarter", "5th of March"; all folded. */
static const char *const idle_words[] = { "r",  "rok", "roku", "р",  "рік", "року", "st",
                                          "nd", "rd",  "th",   "of", "the", "и",    "го" };

/* Latin and Cyrillic letters look the same. */
static const char *const roman_words[][2] = { { "i", "і" }, { "ii", "іі" }, { "iii", "ііі" }, { "iv", "іv" } };

static gboolean
is_one_of (const char *word, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static int
find_month (const char *word)
{
  if (g_utf8_strlen (word, -1) < 3)
    return 0;
  for (int month = 0; month < 12; month++)
    for (gsize i = 0; i < G_N_ELEMENTS (month_names[month]); i++)
      if (g_str_has_prefix (month_names[month][i], word))
        return month + 1;
  return 0;
}

static int
find_roman (const char *word)
{
  for (int i = 0; i < 4; i++)
    if (is_one_of (word, roman_words[i], 2))
      return i + 1;
  return 0;
}

static Item
read_number (const char *text, int length)
{
  ItemKind kind = length <= 2 ? ITEM_SHORT : length == 4 ? ITEM_YEAR : ITEM_UNKNOWN;

  return (Item){ .kind = kind, .value = kind == ITEM_UNKNOWN ? 0 : (int)g_ascii_strtoull (text, NULL, 10) };
}

static Item
read_word (const char *text, int length)
{
  g_autofree char *word = g_strndup (text, length);
  int month = find_month (word), roman = find_roman (word);

  if (month > 0)
    return (Item){ .kind = ITEM_MONTH, .value = month };
  if (roman > 0)
    return (Item){ .kind = ITEM_ROMAN, .value = roman };
  if (is_one_of (word, quarter_words, G_N_ELEMENTS (quarter_words)))
    return (Item){ .kind = ITEM_QUARTER };
  if (is_one_of (word, idle_words, G_N_ELEMENTS (idle_words)))
    return (Item){ .kind = ITEM_IDLE };
  return (Item){ .kind = ITEM_UNKNOWN };
}

static gboolean
is_letter (const char *text)
{
  return g_unichar_isalpha (g_utf8_get_char (text));
}

static const char *
skip_marks (const char *text, char *ret_mark)
{
  *ret_mark = 0;
  for (; *text != '\0' && !g_ascii_isdigit (*text) && !is_letter (text); text = g_utf8_next_char (text))
    if (*text != ' ')
      *ret_mark = *ret_mark == 0 && strchr ("./-,", *text) != NULL ? *text : '?';
  return text;
}

/* Takes the number or word at *@text. */
static Item
take_item (const char **text)
{
  const char *start = *text, *end = start;
  gboolean digits = g_ascii_isdigit (*start);

  while (*end != '\0' && (digits ? g_ascii_isdigit (*end) : is_letter (end)))
    end = g_utf8_next_char (end);
  *text = end;
  if (end - start > ITEM_MAX)
    return (Item){ .kind = ITEM_UNKNOWN };
  return digits ? read_number (start, end - start) : read_word (start, end - start);
}

/* FALSE if there are too many items or marks stand where no date has any. */
static gboolean
read_items (Reading *self, const char *folded)
{
  static const char letters[] = { 'n', 'y', 'm', 'q', 'i', ' ', '?' };
  char mark;

  folded = skip_marks (folded, &mark);
  if (mark != 0)
    return FALSE;
  while (*folded != '\0')
    {
      Item item = take_item (&folded);
      item.mark = mark;
      if (item.mark == '?')
        return FALSE;
      folded = skip_marks (folded, &mark);
      if (item.kind == ITEM_IDLE)
        continue;
      if (self->n == MAX_ITEMS)
        return FALSE;
      self->form[self->n] = letters[item.kind];
      self->items[self->n++] = item;
    }
  return mark == 0 || mark == '.';
}

/* One mark between all the numbers: "5.3.2027", not "5 3.2027". */
static gboolean
has_one_mark (const Reading *self)
{
  for (int i = 1; i < self->n; i++)
    if (strchr ("./-", self->items[i].mark) == NULL || self->items[i].mark == 0
        || self->items[i].mark != self->items[1].mark)
      return FALSE;
  return TRUE;
}

/* A form, and which item is year, month, day and quarter (-1 = none). */
typedef struct {
  const char *form;
  gint8 year, month, day, quarter;
  gboolean numeric;
} Form;

/* n = one or two digits, y = four digits, m = month's name, q = the word quarter, i = I to IV */
static const Form forms[] = {
  { "y", 0, -1, -1, -1, FALSE },  { "qny", 2, -1, -1, 1, FALSE }, { "nqy", 2, -1, -1, 0, FALSE },
  { "iqy", 2, -1, -1, 0, FALSE }, { "qiy", 2, -1, -1, 1, FALSE }, { "yqn", 0, -1, -1, 2, FALSE },
  { "ynq", 0, -1, -1, 1, FALSE }, { "yiq", 0, -1, -1, 1, FALSE }, { "yqi", 0, -1, -1, 2, FALSE },
  { "my", 1, 0, -1, -1, FALSE },  { "ym", 0, 1, -1, -1, FALSE },  { "nmy", 2, 1, 0, -1, FALSE },
  { "mny", 2, 0, 1, -1, FALSE },  { "ymn", 0, 1, 2, -1, FALSE },  { "nny", 2, 1, 0, -1, TRUE },
  { "ynn", 0, 1, 2, -1, TRUE },   { "ny", 1, 0, -1, -1, TRUE },   { "yn", 0, 1, -1, -1, TRUE },
};

static int
get_value (const Reading *self, int item)
{
  return item < 0 ? 0 : self->items[item].value;
}

static KladkaDate
make_date (const Reading *self, const Form *form)
{
  int year = get_value (self, form->year);
  int month = get_value (self, form->month);

  if (form->quarter >= 0)
    return kladka_date_new_quarter (year, get_value (self, form->quarter));
  if (form->day >= 0)
    return kladka_date_new_day (year, month, get_value (self, form->day));
  return form->month >= 0 ? kladka_date_new_month (year, month) : kladka_date_new_year (year);
}

static gboolean
has_short_year (const Reading *self)
{
  static const char *const short_forms[] = { "n", "nn", "nnn", "nm", "mn", "nmn", "qnn", "nqn", "iqn" };

  return is_one_of (self->form, short_forms, G_N_ELEMENTS (short_forms));
}

static KladkaDate
read_date (const Reading *self, Wrong *ret_wrong)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      int year;
      if (strcmp (self->form, forms[i].form) != 0 || (forms[i].numeric && !has_one_mark (self)))
        continue;
      year = get_value (self, forms[i].year);
      *ret_wrong = year < KLADKA_YEAR_MIN || year > KLADKA_YEAR_MAX ? WRONG_YEAR : WRONG_DAY;
      return make_date (self, &forms[i]);
    }
  *ret_wrong = has_short_year (self) ? SHORT_YEAR : WRONG_FORM;
  return KLADKA_DATE_NONE;
}

static char *
dup_sentence (Wrong wrong, const char *shown)
{
  switch (wrong)
    {
    case WRONG_DAY:
      /* Translators: %s is what was typed for a date, such as 31.02.2027 */
      return g_strdup_printf (_ ("The calendar has no “%s”."), shown);
    case WRONG_YEAR:
      /* Translators: %s is what was typed for a date */
      return g_strdup_printf (_ ("The year in “%s” is not between 1900 and 2199."), shown);
    case SHORT_YEAR:
      /* Translators: %s is what was typed for a date */
      return g_strdup_printf (_ ("Write the year in “%s” with four digits, for example 2027."), shown);
    case WRONG_FORM:
    default:
      /* Translators: %s is what was typed for a date; give examples in the forms usual in your language */
      return g_strdup_printf (_ ("“%s” is not a date. Write for example 5 March 2027, March 2027, Q3 2027 or 2027."),
                              shown);
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

gboolean
kladka_words_parse_date (const KladkaWords *self, const char *text, KladkaDate *ret_date, GError **error)
{
  g_autofree char *folded = kladka_text_fold (text);
  Reading reading = { 0 };
  Wrong wrong = WRONG_FORM;
  KladkaDate date = KLADKA_DATE_NONE;

  if (*folded != '\0')
    {
      if (read_items (&reading, folded))
        date = read_date (&reading, &wrong);
      if (!kladka_date_is_set (date))
        return fail (text, wrong, error);
    }
  *ret_date = date;
  return TRUE;
}
