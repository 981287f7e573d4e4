/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-text.h"

#include <string.h>

static void
check_fold (void)
{
  static const char *const cases[][2] = {
    { "Łódź", "lodz" },
    { "KIIV", "kiiv" },
    { "КИЇВ", "киів" },
    { "Київ", "киів" },
    { "Zażółć gęślą jaźń", "zazolc gesla jazn" },
    { "ZAŻÓŁĆ GĘŚLĄ JAŹŃ", "zazolc gesla jazn" },
    { "Ґанок", "ганок" },
    { "Європейський", "европеиськии" },
    { "Йод", "иод" },
    { "И\u0306од", "иод" }, /* й of two characters */
    { "L\u0301o\u0301dz\u0301", "lodz" },
    { "об’єкт", "об'ект" },
    { "обʼєкт", "об'ект" },
    { "об'єкт", "об'ект" },
    { "об`єкт", "об'ект" },
    { "об‘єкт", "об'ект" },
    { "Ёж", "еж" },
    { "Straße", "strasse" },
    { "Ørsted Æsir Œuvre Đ", "orsted aesir oeuvre d" },
    { "  a \t\n b\u00A0\u2003c  ", "a b c" },
    { "F\u201116 \u2013 x", "f-16 - x" },
    { "„cudzysłów” «лапки»", "\"cudzyslow\" \"лапки\"" },
    { "ﬁn ＡＢ ①", "fin ab 1" },
    { "soft\u00ADhyphen\u200B", "softhyphen" },
    { "ΟΔΟΣ οδος", "οδοσ οδοσ" },
    { "Việt Nam", "viet nam" },
    { "日本 한", "日本 \u1112\u1161\u11ab" },
    { "🚁 A", "🚁 a" },
    { "", "" },
    { "   ", "" },
    { "a\xFF\xC3", "a\uFFFD\uFFFD" },
    { "\xE2\x82", "\uFFFD\uFFFD" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = kladka_text_fold (cases[i][0]);
      g_assert_cmpstr (folded, ==, cases[i][1]);
    }
}

/* The tables must say of every letter what Unicode's decomposition says, but for the few letters that have none. */
static void
check_fold_tables (void)
{
  static const char *const own = "ÆÐØÞßæðøþĐđĦħıŁłŊŋŒœŦŧſĸ×÷ŉĲĳĿŀЄєІіЇїҐґЂђЅѕЈјЉљЊњЋћЏџ´";

  for (gunichar c = 0xA0; c <= 0x52F; c++)
    {
      char letter[8] = { 0 };
      g_autofree char *folded = NULL, *lower = NULL, *expected = NULL;
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      g_unichar_to_utf8 (c, letter);
      if (!g_unichar_isalpha (c) || strstr (own, letter) != NULL)
        continue;
      folded = kladka_text_fold (letter);
      if (g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts)) > 1 && !g_unichar_ismark (parts[1]))
        continue;
      memset (letter, 0, sizeof letter);
      g_unichar_to_utf8 (g_unichar_tolower (parts[0]), letter);
      if (c < 0x180 || (c >= 0x400 && c < 0x460))
        g_assert_cmpstr (folded, ==, letter);
    }
}

static void
check_fold_twice (void)
{
  for (gunichar c = 1; c < 0x3000; c++)
    {
      char letter[16] = "x";
      g_autofree char *once = NULL, *twice = NULL;
      letter[1 + g_unichar_to_utf8 (c, letter + 1)] = 'y';
      if (g_unichar_type (c) == G_UNICODE_UNASSIGNED)
        continue;
      once = kladka_text_fold (letter);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      twice = kladka_text_fold (once);
      if (strcmp (once, twice) != 0)
        g_error ("U+%04X folds to “%s”, then to “%s”", c, once, twice);
    }
}

static void
check_fold_of_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  /* One character of three bytes that folds to thirty-three. */
  for (int i = 0; i < 1000; i++)
    g_string_append (text, "\uFDFA");
  folded = kladka_text_fold (text->str);
  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_cmpuint (g_utf8_strlen (folded, -1), ==, 18 * 1000);
}

static void
check_clean (void)
{
  g_assert_true (kladka_text_is_clean ("Łódź – їжак 🚁", -1, 100, FALSE));
  g_assert_true (kladka_text_is_clean ("", -1, 0, FALSE));
  g_assert_true (kladka_text_is_clean ("a\n\tb", -1, 100, TRUE));
  g_assert_false (kladka_text_is_clean ("a\nb", -1, 100, FALSE));
  g_assert_false (kladka_text_is_clean ("a\tb", -1, 100, FALSE));
  g_assert_false (kladka_text_is_clean ("a\rb", -1, 100, TRUE));
  g_assert_false (kladka_text_is_clean ("a\x1b[1m", -1, 100, TRUE));
  g_assert_false (kladka_text_is_clean ("a\x7f", -1, 100, TRUE));
  g_assert_false (kladka_text_is_clean ("a\xC2\x85", -1, 100, TRUE));
  g_assert_false (kladka_text_is_clean ("a\u202Eb", -1, 100, TRUE));
  g_assert_false (kladka_text_is_clean ("a\u2066b", -1, 100, TRUE));
  g_assert_true (kladka_text_is_clean ("a\u200Eb", -1, 100, TRUE));
  g_assert_false (kladka_text_is_clean ("a\xFF", -1, 100, TRUE));
  g_assert_false (kladka_text_is_clean ("a\0b", 3, 100, TRUE));
  g_assert_true (kladka_text_is_clean ("abcdef", 3, 3, TRUE));
  g_assert_false (kladka_text_is_clean ("ż", 1, 100, TRUE));
  g_assert_false (kladka_text_is_clean ("abcd", -1, 3, TRUE));
}

/* Word for word what the header says, a character at a time. */
static gboolean
is_clean_slowly (const char *text, gsize length)
{
  int marks = 0;

  if (!g_utf8_validate_len (text, length, NULL))
    return FALSE;
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      marks = g_unichar_ismark (c) ? marks + 1 : 0;
      if (g_unichar_iscntrl (c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028
          || c == 0x2029 || marks > 32)
        return FALSE;
    }
  return TRUE;
}

/* Plain letters are passed over eight bytes at a time: at every place of the eight, every character. */
static void
check_clean_of_every_character (void)
{
  for (gunichar c = 1; c <= 0x10FFFF; c++)
    {
      char text[24] = "żabcdefg";
      gsize place = 2 + c % 8;
      gsize length = place + g_unichar_to_utf8 (c, text + place);

      memcpy (text + length, "hijklmno", 8);
      length += 8;
      if (kladka_text_is_clean (text, length, 100, FALSE) != is_clean_slowly (text, length))
        g_error ("U+%04X at %" G_GSIZE_FORMAT, c, place);
    }
}

static void
check_clean_of_any_bytes (void)
{
  for (guint i = 0; i < 200000; i++)
    {
      char text[12];
      gsize length = g_random_int_range (1, sizeof text);

      /* Mostly letters, so that wrong bytes stand among right ones. */
      for (gsize at = 0; at < length; at++)
        text[at] = g_random_int_range (0, 4) > 0 ? g_random_int_range (' ', 0x7F) : g_random_int_range (0, 256);
      g_assert_cmpint (kladka_text_is_clean (text, length, 100, FALSE), ==, is_clean_slowly (text, length));
    }
}

static void
check_marks (void)
{
  g_autoptr (GString) text = g_string_new ("a");

  for (int i = 0; i < 32; i++)
    g_string_append (text, "\u0301");
  g_assert_true (kladka_text_is_clean (text->str, -1, 1000, FALSE));
  g_string_append (text, "b\u0301");
  g_assert_true (kladka_text_is_clean (text->str, -1, 1000, FALSE));
  g_string_insert (text, 1, "\u0301");
  g_assert_false (kladka_text_is_clean (text->str, -1, 1000, FALSE));
}

static void
check_shown (void)
{
  static const struct {
    const char *text;
    gsize max;
    const char *shown;
  } cases[] = {
    { "abc", 3, "abc" },
    { "abcd", 3, "ab…" },
    { "żółć!", 3, "żó…" },
    { "a\nb\x1b", 9, "a\uFFFDb\uFFFD" },
    { "a\u202Eb", 9, "a\uFFFDb" },
    { "a\xFF"
      "b",
      9, "a\uFFFDb" },
    { "", 9, "" },
    { "abc", 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = kladka_text_dup_shown (cases[i].text, cases[i].max);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
check_likeness (void)
{
  int near = kladka_text_likeness ("patriot battery", "patriot batteries");

  g_assert_cmpint (kladka_text_likeness ("leopard 2", "leopard 2"), ==, 1000);
  g_assert_cmpint (kladka_text_likeness ("ab", "ab"), ==, 1000);
  g_assert_cmpint (kladka_text_likeness ("abc", "xyz"), ==, 0);
  g_assert_cmpint (kladka_text_likeness ("", ""), ==, 0);
  g_assert_cmpint (kladka_text_likeness ("", "a"), ==, 0);
  /* " ab" "abc" "bc " and " ab" "abd" "bd ": one of five */
  g_assert_cmpint (kladka_text_likeness ("abc", "abd"), ==, 200);
  g_assert_cmpint (near, ==, kladka_text_likeness ("patriot batteries", "patriot battery"));
  g_assert_cmpint (near, >, 600);
  g_assert_cmpint (near, <, 1000);
}

static void
check_langs (void)
{
  static const struct {
    const char *code;
    KladkaLang lang;
  } cases[] = { { "en", KLADKA_LANG_EN },     { "pl_PL.UTF-8", KLADKA_LANG_PL }, { "PL", KLADKA_LANG_PL },
                { "uk", KLADKA_LANG_UK },     { "uk-UA", KLADKA_LANG_UK },       { "en_GB", KLADKA_LANG_EN },
                { "uk@euro", KLADKA_LANG_UK } };
  static const char *const wrong[] = { "", "p", "de", "plx", "eng", "C", " pl" };
  KladkaLang lang = KLADKA_LANG_UK;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (kladka_lang_parse (cases[i].code, &lang));
      g_assert_cmpint (lang, ==, cases[i].lang);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (kladka_lang_parse (wrong[i], &lang));
  g_assert_false (kladka_lang_parse (NULL, &lang));
  for (int i = 0; i < KLADKA_N_LANGS; i++)
    {
      g_assert_true (kladka_lang_parse (kladka_lang_get_code (i), &lang));
      g_assert_cmpint (lang, ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/folds", check_fold);
  g_test_add_func ("/base/text/fold-tables-agree-with-unicode", check_fold_tables);
  g_test_add_func ("/base/text/folding-twice-changes-nothing", check_fold_twice);
  g_test_add_func ("/base/text/folding-may-grow", check_fold_of_long_text);
  g_test_add_func ("/base/text/clean", check_clean);
  g_test_add_func ("/base/text/clean-of-every-character", check_clean_of_every_character);
  g_test_add_func ("/base/text/clean-of-any-bytes", check_clean_of_any_bytes);
  g_test_add_func ("/base/text/at-most-32-marks-on-a-letter", check_marks);
  g_test_add_func ("/base/text/shown", check_shown);
  g_test_add_func ("/base/text/likeness", check_likeness);
  g_test_add_func ("/base/text/languages", check_langs);
  return g_test_run ();
}
