/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "kladka-words.h"

/* Whatever is typed into a field for a date, a number or a sum. */
static void
read_typed (KladkaLang lang, const char *text)
{
  g_autoptr (KladkaWords) words = kladka_words_new (lang, NULL);
  KladkaDate date;
  KladkaMoney money;
  gint64 value;
  g_autofree char *shown = NULL;

  if (kladka_words_parse_date (words, text, &date, NULL))
    shown = kladka_words_dup_date (words, date);
  kladka_words_parse_decimal (words, text, 3, &value, NULL);
  kladka_words_parse_money (words, text, "EUR", &money, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *)data, MIN (size, 4096));

  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  for (KladkaLang lang = 0; lang < KLADKA_N_LANGS; lang++)
    read_typed (lang, text);
  return 0;
}
