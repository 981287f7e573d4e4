/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-error.h"
#include "kladka-words.h"

#include <glib/gstdio.h>
#include <string.h>

#define NB "\u00A0"

typedef struct {
  KladkaWords *words[KLADKA_N_LANGS];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < KLADKA_N_LANGS; i++)
    fixture->words[i] = kladka_words_new (i, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < KLADKA_N_LANGS; i++)
    kladka_words_unref (fixture->words[i]);
}

/* --- catalogues, made here byte by byte --- */

typedef struct {
  const char *id;
  gsize id_length;
  const char *text;
  gsize text_length;
} Message;

#define M(id, text)                                                                                                    \
  {                                                                                                                    \
    id, sizeof (id) - 1, text, sizeof (text) - 1                                                                       \
  }

static const Message polish[] = {
  M ("", "Content-Type: text/plain; charset=UTF-8\n"),
  M ("Need", "Potrzeba"),
  M ("chart\004Need", "Brak"),
  M ("%lu need\0%lu needs", "%lu potrzeba\0%lu potrzeby\0%lu potrzeb"),
  M ("Untranslated", ""),
  M ("%lu day\0%lu days", "%lu dzień"),
};

static void
append_number (GByteArray *bytes, guint32 value, gboolean swapped)
{
  if (swapped)
    value = GUINT32_SWAP_LE_BE (value);
  g_byte_array_append (bytes, (const guint8 *)&value, sizeof value);
}

static void
append_table (GByteArray *bytes, gboolean ids, guint32 at, gboolean swapped)
{
  for (gsize i = 0; i < G_N_ELEMENTS (polish); i++)
    {
      gsize length = ids ? polish[i].id_length : polish[i].text_length;
      append_number (bytes, length, swapped);
      append_number (bytes, at, swapped);
      at += length + 1;
    }
}

static GByteArray *
make_mo (gboolean swapped)
{
  GByteArray *bytes = g_byte_array_new ();
  const guint32 n = G_N_ELEMENTS (polish), ids_at = 28 + 16 * n;
  guint32 texts_at = ids_at;

  for (guint i = 0; i < n; i++)
    texts_at += polish[i].id_length + 1;
  append_number (bytes, 0x950412DE, swapped);
  append_number (bytes, 0, swapped);
  append_number (bytes, n, swapped);
  append_number (bytes, 28, swapped);
  append_number (bytes, 28 + 8 * n, swapped);
  append_number (bytes, 0, swapped);
  append_number (bytes, 0, swapped);
  append_table (bytes, TRUE, ids_at, swapped);
  append_table (bytes, FALSE, texts_at, swapped);
  for (guint i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *)polish[i].id, polish[i].id_length + 1);
  for (guint i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *)polish[i].text, polish[i].text_length + 1);
  return bytes;
}

static KladkaWords *
load (KladkaLang lang, const void *bytes, gsize size)
{
  g_autofree char *dir = g_dir_make_tmp ("kladka-words-XXXXXX", NULL);
  g_autofree char *lang_dir = g_build_filename (dir, kladka_lang_get_code (lang), NULL);
  g_autofree char *messages = g_build_filename (lang_dir, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, "kladka.mo", NULL);
  KladkaWords *words;

  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  words = kladka_words_new (lang, dir);
  g_unlink (path);
  g_rmdir (messages);
  g_rmdir (lang_dir);
  g_rmdir (dir);
  return words;
}

static void
check_translations (void)
{
  for (int swapped = 0; swapped < 2; swapped++)
    {
      g_autoptr (GByteArray) mo = make_mo (swapped);
      g_autoptr (KladkaWords) words = load (KLADKA_LANG_PL, mo->data, mo->len);
      g_autofree char *long_context = g_strnfill (1000, 'x');
      g_assert_cmpstr (kladka_words_get (words, "Need"), ==, "Potrzeba");
      g_assert_cmpstr (kladka_words_get_c (words, "chart", "Need"), ==, "Brak");
      g_assert_cmpstr (kladka_words_get_c (words, "table", "Need"), ==, "Need");
      g_assert_cmpstr (kladka_words_get_c (words, long_context, "Need"), ==, "Need");
      g_assert_cmpstr (kladka_words_get (words, "Unknown"), ==, "Unknown");
      g_assert_cmpstr (kladka_words_get (words, "Untranslated"), ==, "Untranslated");
      g_assert_cmpstr (kladka_words_get (words, ""), ==, "");
    }
}

static void
check_plurals (void)
{
  static const struct {
    KladkaLang lang;
    gulong n;
    const char *form;
  } cases[] = {
    { KLADKA_LANG_PL, 0, "%lu potrzeb" },   { KLADKA_LANG_PL, 1, "%lu potrzeba" },
    { KLADKA_LANG_PL, 2, "%lu potrzeby" },  { KLADKA_LANG_PL, 4, "%lu potrzeby" },
    { KLADKA_LANG_PL, 5, "%lu potrzeb" },   { KLADKA_LANG_PL, 12, "%lu potrzeb" },
    { KLADKA_LANG_PL, 14, "%lu potrzeb" },  { KLADKA_LANG_PL, 21, "%lu potrzeb" },
    { KLADKA_LANG_PL, 22, "%lu potrzeby" }, { KLADKA_LANG_PL, 112, "%lu potrzeb" },
    { KLADKA_LANG_PL, 101, "%lu potrzeb" }, { KLADKA_LANG_PL, 104, "%lu potrzeby" },
    { KLADKA_LANG_UK, 1, "%lu potrzeba" },  { KLADKA_LANG_UK, 21, "%lu potrzeba" },
    { KLADKA_LANG_UK, 11, "%lu potrzeb" },  { KLADKA_LANG_UK, 111, "%lu potrzeb" },
    { KLADKA_LANG_UK, 3, "%lu potrzeby" },  { KLADKA_LANG_UK, 13, "%lu potrzeb" },
    { KLADKA_LANG_UK, 0, "%lu potrzeb" },   { KLADKA_LANG_UK, 23, "%lu potrzeby" },
  };
  g_autoptr (GByteArray) mo = make_mo (FALSE);
  g_autoptr (KladkaWords) pl = load (KLADKA_LANG_PL, mo->data, mo->len);
  g_autoptr (KladkaWords) uk = load (KLADKA_LANG_UK, mo->data, mo->len);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KladkaWords *words = cases[i].lang == KLADKA_LANG_PL ? pl : uk;
      g_assert_cmpstr (kladka_words_get_n (words, "%lu need", "%lu needs", cases[i].n), ==, cases[i].form);
    }
  /* too few forms in the catalogue */
  g_assert_cmpstr (kladka_words_get_n (pl, "%lu day", "%lu days", 1), ==, "%lu dzień");
  g_assert_cmpstr (kladka_words_get_n (pl, "%lu day", "%lu days", 5), ==, "%lu days");
  g_assert_cmpstr (kladka_words_get_n (pl, "%lu cat", "%lu cats", 1), ==, "%lu cat");
  g_assert_cmpstr (kladka_words_get_n (pl, "%lu cat", "%lu cats", 5), ==, "%lu cats");
}

static void
check_truncated (void)
{
  g_autoptr (GByteArray) mo = make_mo (FALSE);

  for (guint size = 0; size < mo->len; size++)
    {
      g_autofree void *cut = g_memdup2 (mo->data, MAX (size, 1)); /* of its own size: sanitizers see any byte too far */
      g_autoptr (KladkaWords) words = load (KLADKA_LANG_PL, cut, size);
      g_assert_cmpstr (kladka_words_get (words, "Need"), ==, "Need");
      g_assert_cmpstr (kladka_words_get_n (words, "%lu need", "%lu needs", 5), ==, "%lu needs");
    }
}

static void
check_damaged (void)
{
  g_autoptr (GByteArray) mo = make_mo (FALSE);
  static const guint8 values[] = { 0x00, 0x01, 0x7F, 0x80, 0xFF };

  /* Any byte wrong: some words or English, but never a byte outside, never what is no UTF-8. */
  for (guint at = 0; at < mo->len; at++)
    for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
      {
        g_autofree guint8 *wrong = g_memdup2 (mo->data, mo->len);
        g_autoptr (KladkaWords) words = NULL;
        if (at % 3 != i % 3)
          continue;
        wrong[at] = values[i];
        words = load (KLADKA_LANG_PL, wrong, mo->len);
        g_assert_true (g_utf8_validate (kladka_words_get (words, "Need"), -1, NULL));
        g_assert_true (g_utf8_validate (kladka_words_get_n (words, "%lu need", "%lu needs", 5), -1, NULL));
      }
}

/* --- dates --- */

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

/* --- numbers --- */

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

/* --- names and order --- */

static void
check_names (Fixture *fixture, gconstpointer data)
{
  static const char *const countries[][1 + KLADKA_N_LANGS] = { { "DE", "Germany", "Niemcy", "Німеччина" },
                                                               { "UA", "Ukraine", "Ukraina", "Україна" },
                                                               { "QQ", "QQ", "QQ", "QQ" },
                                                               { "DEU", "DEU", "DEU", "DEU" },
                                                               { "", "", "", "" },
                                                               { "ż", "ż", "ż", "ż" } };
  static const char *const currencies[][1 + KLADKA_N_LANGS] = {
    { "USD", "US Dollar", "dolar amerykański", "долар США" }, { "QQQ", "QQQ", "QQQ", "QQQ" }, { "", "", "", "" }
  };

  for (int lang = 0; lang < KLADKA_N_LANGS; lang++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
        {
          g_autofree char *name = kladka_words_dup_country (fixture->words[lang], countries[i][0]);
          g_assert_cmpstr (name, ==, countries[i][1 + lang]);
        }
      for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
        {
          g_autofree char *name = kladka_words_dup_currency (fixture->words[lang], currencies[i][0]);
          g_assert_cmpstr (name, ==, currencies[i][1 + lang]);
        }
    }
}

static void
assert_order (const KladkaWords *words, const char *const *texts, int n)
{
  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      {
        g_autofree char *key_i = kladka_words_dup_sort_key (words, texts[i]);
        g_autofree char *key_k = kladka_words_dup_sort_key (words, texts[k]);
        int order = kladka_words_compare (words, texts[i], texts[k]), by_key = strcmp (key_i, key_k);
        if ((order > 0) - (order < 0) != (i > k) - (i < k) || (by_key > 0) - (by_key < 0) != (i > k) - (i < k))
          g_error ("“%s” and “%s” are in the wrong order", texts[i], texts[k]);
      }
}

static void
check_sorting (Fixture *fixture, gconstpointer data)
{
  static const char *const pl[] = { "",  "a", "ą", "b", "c", "ć", "d", "e", "ę", "l", "ł", "m",
                                    "n", "ń", "o", "ó", "p", "s", "ś", "t", "y", "z", "ź", "ż" };
  static const char *const pl_words[] = { "Azur", "Ązur", "Cyna",  "Ćma",    "Lwów",
                                          "Łódź", "Ósmy", "Zebra", "Źdźbło", "Żaba" };
  static const char *const uk[] = { "а", "б", "в", "г", "ґ", "д", "е", "є", "ж", "з", "и", "і", "ї", "й", "к", "л", "м",
                                    "н", "о", "п", "р", "с", "т", "у", "ф", "х", "ц", "ч", "ш", "щ", "ь", "ю", "я" };
  static const char *const uk_words[] = { "Гай", "Ґанок", "Ева", "Єва", "Ива", "Інна", "Їжак" };
  g_autofree char *long_text = g_strnfill (5000, 'z');
  const char *const lengths[] = { "z", long_text, "zzż" };

  assert_order (fixture->words[KLADKA_LANG_PL], pl, G_N_ELEMENTS (pl));
  assert_order (fixture->words[KLADKA_LANG_PL], pl_words, G_N_ELEMENTS (pl_words));
  assert_order (fixture->words[KLADKA_LANG_UK], uk, G_N_ELEMENTS (uk));
  assert_order (fixture->words[KLADKA_LANG_UK], uk_words, G_N_ELEMENTS (uk_words));
  assert_order (fixture->words[KLADKA_LANG_PL], lengths, G_N_ELEMENTS (lengths));
}

static void
check_lists (Fixture *fixture, gconstpointer data)
{
  static const char *const three[] = { "a", "Łódź", "c", NULL }, *const one[] = { "a", NULL }, *const none[] = { NULL };
  static const char *const expected[] = { "a, Łódź and c", "a, Łódź i c", "a, Łódź і c" };

  for (int lang = 0; lang < KLADKA_N_LANGS; lang++)
    {
      g_autofree char *of_three = kladka_words_dup_list (fixture->words[lang], three);
      g_autofree char *of_one = kladka_words_dup_list (fixture->words[lang], one);
      g_autofree char *of_none = kladka_words_dup_list (fixture->words[lang], none);
      g_assert_cmpstr (of_three, ==, expected[lang]);
      g_assert_cmpstr (of_one, ==, "a");
      g_assert_cmpstr (of_none, ==, "");
    }
}

static gpointer
use_words_cb (gpointer data)
{
  KladkaWords *words = data;
  const char *const texts[] = { "a", "b", "c", NULL };

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *key = kladka_words_dup_sort_key (words, "Źdźbło");
      g_autofree char *list = kladka_words_dup_list (words, texts);
      g_autofree char *date = kladka_words_dup_date (words, kladka_date_new_day (2027, 1 + i % 12, 5));
      g_autofree char *country = kladka_words_dup_country (words, "DE");
      g_autofree char *currency = kladka_words_dup_currency (words, "USD");
      g_assert_cmpint (kladka_words_compare (words, "Łódź", "Mława"), <, 0);
      g_assert_cmpstr (list, ==, "a, b i c");
      g_assert_cmpstr (country, ==, "Niemcy");
    }
  kladka_words_unref (words);
  return NULL;
}

static void
check_threads (Fixture *fixture, gconstpointer data)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("words", use_words_cb, kladka_words_ref (fixture->words[KLADKA_LANG_PL]));
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/words/translates", check_translations);
  g_test_add_func ("/base/words/plural-forms", check_plurals);
  g_test_add_func ("/base/words/a-catalogue-cut-anywhere-means-english", check_truncated);
  g_test_add_func ("/base/words/a-damaged-catalogue-does-no-harm", check_damaged);
  add ("/base/words/writes-dates", check_date_texts);
  add ("/base/words/months-and-quarters", check_months);
  add ("/base/words/reads-dates", check_reading_dates);
  add ("/base/words/refuses-dates-and-says-why", refuse_dates);
  add ("/base/words/reads-what-any-language-writes", check_dates_come_back);
  add ("/base/words/writes-numbers", check_number_texts);
  add ("/base/words/writes-percents", check_percents);
  add ("/base/words/rounds-shares-as-states-begin", check_shares);
  add ("/base/words/writes-money", check_money_texts);
  add ("/base/words/reads-numbers", check_reading_numbers);
  add ("/base/words/refuses-numbers-and-says-why", refuse_numbers);
  add ("/base/words/reads-money", check_reading_money);
  add ("/base/words/refuses-money-and-says-why", refuse_money);
  add ("/base/words/names", check_names);
  add ("/base/words/sorts-by-the-alphabet", check_sorting);
  add ("/base/words/lists", check_lists);
  add ("/base/words/many-threads", check_threads);
  return g_test_run ();
}
