/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "words-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/words/translates", check_translations);
  g_test_add_func ("/base/words/plural-forms", check_plurals);
  g_test_add_func ("/base/words/a-catalogue-cut-anywhere-means-english", check_truncated);
  g_test_add_func ("/base/words/a-damaged-catalogue-does-no-harm", check_damaged);
  add ("/base/words/names", check_names);
  add ("/base/words/sorts-by-the-alphabet", check_sorting);
  add ("/base/words/lists", check_lists);
  add ("/base/words/many-threads", check_threads);
  return g_test_run ();
}
