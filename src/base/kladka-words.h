/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include "kladka-date.h"
#include "kladka-money.h"
#include "kladka-text.h"

G_BEGIN_DECLS

/**
 * KladkaWords:
 *
 * One language's words, dates, numbers, names and order: frozen, reference counted, usable from any thread, whatever
 * the process's locale says. Labels, history words, charts and pages take their words from it; only error sentences and
 * the widgets' own texts go through gettext.
 */
typedef struct _KladkaWords KladkaWords;

/* Marks a message id with context for xgettext (keyword KC_:1c,2); kladka_words_get_c() looks it up. */
#define KC_(context, text) text
#define KN_(text) text

/**
 * kladka_words_new:
 * @locale_dir: (nullable): where <lang>/LC_MESSAGES/kladka.mo lies
 *
 * A missing or damaged catalogue means English words with the language's dates and order.
 *
 * Returns: (transfer full) (not nullable): the words
 */
KladkaWords *kladka_words_new (KladkaLang lang, const char *locale_dir);
/* The words of another language from the same place. */
KladkaWords *kladka_words_new_like (const KladkaWords *self, KladkaLang lang);
KladkaWords *kladka_words_ref (KladkaWords *self);
void kladka_words_unref (KladkaWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaWords, kladka_words_unref)

KladkaLang kladka_words_get_lang (const KladkaWords *self);

/* Borrowed texts, living as long as the words or for ever; the message id itself where there is no translation. */
const char *kladka_words_get (const KladkaWords *self, const char *text) G_GNUC_FORMAT (2);
const char *kladka_words_get_c (const KladkaWords *self, const char *context, const char *text) G_GNUC_FORMAT (3);
/* Plural forms; the result is a format with one number in it. xgettext keyword: kladka_words_get_n:2,3 */
const char *kladka_words_get_n (const KladkaWords *self, const char *one, const char *many, gulong n) G_GNUC_FORMAT (2)
    G_GNUC_FORMAT (3);

/* Dates for people, with their precision: "5 March 2027", "March 2027", "Q3 2027", "2027". No date: "".
 * Ukrainian puts "р." behind the year of a quarter, month or day: "5 березня 2027 р.". */
char *kladka_words_dup_date (const KladkaWords *self, KladkaDate date);
/* Short form for tables and charts: "05.03.2027" (pl, uk), "5 Mar 2027" (en); four-digit years always. */
char *kladka_words_dup_date_short (const KladkaWords *self, KladkaDate date);
/* Month names for axes: "March" / "Mar"; month 1-12. */
const char *kladka_words_get_month (const KladkaWords *self, int month, gboolean abbreviated);
/* Weekday names in short: "Mon", "pon.", "пн"; weekday 1-7, Monday first. */
const char *kladka_words_get_weekday (const KladkaWords *self, int weekday);
/* "Q3 2027", "III kw. 2027", "III кв. 2027 р."; without the year "Q3", "III kw.", "III кв." (no-break spaces inside).
 */
char *kladka_words_dup_quarter (const KladkaWords *self, int year, int quarter, gboolean with_year);
/* For a narrow place under the year: "Q3", "III". */
const char *kladka_words_get_quarter (const KladkaWords *self, int quarter);

/**
 * kladka_words_parse_date:
 *
 * A date as people type it in any of the three languages: `2027`, `Q3 2027`, `III кв. 2027`, `3 kw. 2027`, `2027-Q3`,
 * `5.03.2027`, `5/3/2027` (day first), `2027-03-05`, `березень 2027`, `marzec 2027`, `5 marca 2027`, `Mar 2027`,
 * `03.2027`; two-digit years are refused. Blanks around do not matter. "" gives no date.
 *
 * Errors: %KLADKA_ERROR_INVALID with a sentence that names the text and gives examples.
 */
gboolean kladka_words_parse_date (const KladkaWords *self, const char *text, KladkaDate *ret_date, GError **error);

/* Numbers with the language's marks: "1 234,5" (no-break space), "1,234.5". @digits = digits shown at least. */
char *kladka_words_dup_decimal (const KladkaWords *self, gint64 value, int scale, int min_digits);
char *kladka_words_dup_integer (const KladkaWords *self, gint64 value);
/* @thousandths of 1: 455 → "46 %", "46%" */
char *kladka_words_dup_percent (const KladkaWords *self, int thousandths);
/* A part of 1, not less than 0, in whole percent: rounded once, and halves up, as the states of coverage begin. */
char *kladka_words_dup_share (const KladkaWords *self, double share);
/* "1 200 000,00 EUR": the code stands behind in every language. */
char *kladka_words_dup_money (const KladkaWords *self, const KladkaMoney *money);
/* Accepts blanks, no-break blanks and apostrophes between thousands, comma or point before the fraction. An
 * ambiguous "1,234" is read as the language does. Errors: %KLADKA_ERROR_INVALID */
gboolean
kladka_words_parse_decimal (const KladkaWords *self, const char *text, int scale, gint64 *ret_value, GError **error);
/* "1 200 000 EUR", "EUR 1.2 M", "1200000,50 zł" (also €, $, £, ₴, zł). No currency: @fallback (nullable). */
gboolean kladka_words_parse_money (const KladkaWords *self,
                                   const char *text,
                                   const char *fallback,
                                   KladkaMoney *ret_money,
                                   GError **error);

/* Names from ICU: "Niemcy" for "DE", "dolar amerykański" for "USD"; the code itself where unknown. */
char *kladka_words_dup_country (const KladkaWords *self, const char *iso);
char *kladka_words_dup_currency (const KladkaWords *self, const char *iso);

/* Order of the language's alphabet; (any thread). The key compares with strcmp(). */
int kladka_words_compare (const KladkaWords *self, const char *a, const char *b);
char *kladka_words_dup_sort_key (const KladkaWords *self, const char *text);

/* "a, b and c" in the language. */
char *kladka_words_dup_list (const KladkaWords *self, const char *const *texts);

G_END_DECLS
