/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-text.h"

#include <string.h>

#define REPLACEMENT 0xFFFD
#define MAX_MARKS 32

static const char *const lang_codes[KLADKA_N_LANGS] = { "en", "pl", "uk" };

const char *
kladka_lang_get_code (KladkaLang self)
{
  return lang_codes[self];
}

gboolean
kladka_lang_parse (const char *code, KladkaLang *ret_lang)
{
  if (code == NULL)
    return FALSE;
  for (int i = 0; i < KLADKA_N_LANGS; i++)
    if (g_ascii_strncasecmp (code, lang_codes[i], 2) == 0 && !g_ascii_isalnum (code[2]))
      {
        *ret_lang = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_override (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_line_mark (gunichar c)
{
  return c == '\t' || c == '\n' || c == 0x2028 || c == 0x2029;
}

static gboolean
is_shown (gunichar c)
{
  return !g_unichar_iscntrl (c) && !is_override (c) && !is_line_mark (c);
}

/* Whether eight bytes are ASCII without controls; where not, it may also say so of some that are. */
static inline gboolean
are_plain (const char *text)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 eight, deletes;

  memcpy (&eight, text, sizeof eight);
  deletes = eight ^ (ones * 0x7F);
  return ((eight | (eight - ones * ' ') | (deletes - ones)) & (ones * 0x80)) == 0;
}

/* The length of a Latin or Cyrillic letter, digit or sign, of which nearly all texts are: no control and no mark, so
 * that it need not be decoded. 0 for others and for wrong bytes. */
static inline guint
get_plain_length (const char *text, gsize left)
{
  guchar first = *text;

  if (first >= ' ' && first < 0x7F)
    return 1;
  if (left < 2 || ((guchar)text[1] & 0xC0) != 0x80)
    return 0;
  return (first >= 0xC3 && first <= 0xCB) || first == 0xD0 || first == 0xD1 ? 2 : 0;
}

/* The length of any other character; 0 where it is wrong or must not be shown. */
static guint
get_shown_length (const char *text, gsize left, gboolean lines, int *marks)
{
  gunichar c = g_utf8_get_char_validated (text, left);

  if (c == (gunichar)-1 || c == (gunichar)-2 || (!is_shown (c) && !(lines && is_line_mark (c))))
    return 0;
  *marks = g_unichar_ismark (c) ? *marks + 1 : 0;
  return *marks > MAX_MARKS ? 0 : g_utf8_next_char (text) - text;
}

gboolean
kladka_text_is_clean (const char *text, gssize length, gsize max, gboolean lines)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;
  const char *end = text + size;
  int marks = 0;

  if (size > max)
    return FALSE;
  while (text < end)
    {
      gsize left = end - text;
      guint step = left >= 8 && are_plain (text) ? 8 : get_plain_length (text, left);

      if (step > 0)
        marks = 0;
      else if ((step = get_shown_length (text, left, lines, &marks)) == 0)
        return FALSE;
      text += step;
    }
  return TRUE;
}

/* The next character of a text that may be no UTF-8; a wrong byte counts as one. */
static gunichar
read_char (const char **text)
{
  gunichar c = g_utf8_get_char_validated (*text, -1);

  if (c == (gunichar)-1 || c == (gunichar)-2)
    {
      *text += 1;
      return REPLACEMENT;
    }
  *text = g_utf8_next_char (*text);
  return c;
}

char *
kladka_text_dup_shown (const char *text, gsize max)
{
  GString *shown = g_string_new (NULL);
  gsize before_last = 0;

  for (gsize i = 0; i < max && *text != '\0'; i++)
    {
      gunichar c = read_char (&text);
      before_last = shown->len;
      g_string_append_unichar (shown, is_shown (c) ? c : REPLACEMENT);
    }
  if (*text != '\0' && max > 0)
    {
      g_string_truncate (shown, before_last);
      g_string_append (shown, "…");
    }
  return g_string_free (shown, FALSE);
}

static int
compare_triples (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *)a, y = *(const guint64 *)b;

  return (x > y) - (x < y);
}

/* Every three letters in a row, sorted; a blank before and after, so that two letters have triples too. */
static GArray *
list_triples (const char *text)
{
  GArray *triples = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 triple = ' ';
  int letters = 1;

  while (*text != '\0')
    {
      triple = ((triple << 21) | read_char (&text)) & G_GUINT64_CONSTANT (0x7FFFFFFFFFFFFFFF);
      if (++letters >= 3)
        g_array_append_val (triples, triple);
    }
  triple = ((triple << 21) | ' ') & G_GUINT64_CONSTANT (0x7FFFFFFFFFFFFFFF);
  if (letters > 1)
    g_array_append_val (triples, triple);
  g_array_sort (triples, compare_triples);
  return triples;
}

static guint
count_shared (GArray *a, GArray *b)
{
  guint shared = 0;

  for (guint i = 0, k = 0; i < a->len && k < b->len;)
    {
      guint64 x = g_array_index (a, guint64, i), y = g_array_index (b, guint64, k);
      shared += x == y;
      i += x <= y;
      k += y <= x;
    }
  return shared;
}

int
kladka_text_likeness (const char *folded_a, const char *folded_b)
{
  g_autoptr (GArray) a = list_triples (folded_a);
  g_autoptr (GArray) b = list_triples (folded_b);
  guint shared = count_shared (a, b);
  guint all = a->len + b->len - shared;

  return all > 0 ? (int)((guint64)shared * 1000 / all) : 0;
}
