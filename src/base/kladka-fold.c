/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-text.h"

#include <string.h>

#define LATIN_FIRST 0xC0
#define LATIN_LAST 0x17F
#define CYRILLIC_FIRST 0x400
#define CYRILLIC_LAST 0x45F

/* Latin-1 letters and Latin Extended-A: U+00C0 to U+017F, sixteen a line. */
static const char latin[LATIN_LAST - LATIN_FIRST + 1][3] = {
  "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e",  "e", "e", "i", "i", "i",  "i", /* U+00C0 */
  "d", "n", "o",  "o",  "o", "o", "o",  "x", "o", "u",  "u", "u", "u", "y", "th", "ss",
  "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e",  "e", "e", "i", "i", "i",  "i", /* U+00E0 */
  "d", "n", "o",  "o",  "o", "o", "o",  "/", "o", "u",  "u", "u", "u", "y", "th", "y",
  "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c",  "c", "c", "c", "c", "d",  "d", /* U+0100 */
  "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e",  "e", "e", "g", "g", "g",  "g",
  "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i",  "i", "i", "i", "i", "i",  "i", /* U+0120 */
  "i", "i", "ij", "ij", "j", "j", "k",  "k", "q", "l",  "l", "l", "l", "l", "l",  "l",
  "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "'n", "n", "n", "o", "o", "o",  "o", /* U+0140 */
  "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r",  "s", "s", "s", "s", "s",  "s",
  "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u",  "u", "u", "u", "u", "u",  "u", /* U+0160 */
  "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z",  "z", "z", "z", "z", "z",  "s",
};

/* Basic Cyrillic: U+0400 to U+045F, sixteen a line. */
static const char cyrillic[CYRILLIC_LAST - CYRILLIC_FIRST + 1][3] = {
  "е", "е", "ђ", "г", "е", "ѕ", "і", "і", "ј", "љ", "њ", "ћ", "к", "и", "у", "џ", /* U+0400 */
  "а", "б", "в", "г", "д", "е", "ж", "з", "и", "и", "к", "л", "м", "н", "о", "п",
  "р", "с", "т", "у", "ф", "х", "ц", "ч", "ш", "щ", "ъ", "ы", "ь", "э", "ю", "я", /* U+0420 */
  "а", "б", "в", "г", "д", "е", "ж", "з", "и", "и", "к", "л", "м", "н", "о", "п",
  "р", "с", "т", "у", "ф", "х", "ц", "ч", "ш", "щ", "ъ", "ы", "ь", "э", "ю", "я", /* U+0440 */
  "е", "е", "ђ", "г", "е", "ѕ", "і", "і", "ј", "љ", "њ", "ћ", "к", "и", "у", "џ",
};

typedef struct {
  char *text;
  gsize length;
  gsize room;
} Folded;

/* Room for any one character's folding and the end. */
#define STEP_MAX 160

static inline void
reserve (Folded *out)
{
  if (G_LIKELY (out->room - out->length >= STEP_MAX))
    return;
  out->room = out->room * 2 + STEP_MAX;
  out->text = g_realloc (out->text, out->room);
}

static inline void
push (Folded *out, gunichar c)
{
  if (c < 0x80)
    out->text[out->length++] = (char)c;
  else if (c < 0x800)
    {
      out->text[out->length++] = (char)(0xC0 | c >> 6);
      out->text[out->length++] = (char)(0x80 | (c & 0x3F));
    }
  else
    out->length += g_unichar_to_utf8 (c, out->text + out->length);
}

static inline void
push_blank (Folded *out)
{
  if (out->length > 0 && out->text[out->length - 1] != ' ')
    out->text[out->length++] = ' ';
}

static inline void
push_ascii (Folded *out, char c)
{
  if (c >= 'A' && c <= 'Z')
    out->text[out->length++] = c | 0x20;
  else if (c == ' ' || (c >= '\t' && c <= '\r'))
    push_blank (out);
  else
    out->text[out->length++] = c == '`' ? '\'' : c;
}

/* Marks that people and programs exchange for one another, and those that nobody sees; 0 for any other character. */
static gunichar
find_plain_mark (gunichar c)
{
  switch (c)
    {
    case 0xB4: /* ´ */
    case 0x2BB:
    case 0x2BC: /* ʼ, the letter apostrophe */
    case 0x2BD:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0xFF07:
      return '\'';
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    default:
      return 0;
    }
}

static gboolean
is_unseen (gunichar c)
{
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || g_unichar_ismark (c);
}

/* One or two bytes. */
static inline void
push_letters (Folded *out, const char *letters)
{
  out->text[out->length++] = letters[0];
  if (letters[1] != '\0')
    out->text[out->length++] = letters[1];
}

/* Letters with a table of their own; FALSE for any other. */
static inline gboolean
push_known (Folded *out, gunichar c)
{
  if (c >= LATIN_FIRST && c <= LATIN_LAST)
    push_letters (out, latin[c - LATIN_FIRST]);
  else if (c >= CYRILLIC_FIRST && c <= CYRILLIC_LAST)
    push_letters (out, cyrillic[c - CYRILLIC_FIRST]);
  else if (c == 0x490 || c == 0x491) /* Ґ ґ */
    push (out, 0x433);
  else
    return FALSE;
  return TRUE;
}

/* One part of a decomposed character; no decomposition has more than 18 parts. */
static void
push_part (Folded *out, gunichar c)
{
  gunichar plain = find_plain_mark (c);
  gunichar lower = g_unichar_tolower (c);

  if (plain != 0)
    push (out, plain);
  else if (is_unseen (c))
    return;
  else if (lower < 0x80)
    push_ascii (out, (char)lower);
  else if (!push_known (out, lower))
    push (out, lower == 0x3C2 ? 0x3C3 : lower); /* the final sigma */
}

static void
push_other (Folded *out, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  if (find_plain_mark (c) != 0 || is_unseen (c))
    push_part (out, c);
  else if (g_unichar_isspace (c) || c == 0x85)
    push_blank (out);
  else
    {
      n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
      for (gsize i = 0; i < n_parts; i++)
        push_part (out, parts[i]);
    }
}

/* The character at @text, whatever its bytes are; a wrong byte is U+FFFD. Two bytes, the common case, go fast. */
static inline gunichar
read_wide (const guchar **text)
{
  const guchar *at = *text;
  gunichar c;

  if (at[0] >= 0xC2 && at[0] < 0xE0 && (at[1] & 0xC0) == 0x80)
    {
      *text += 2;
      return (at[0] & 0x1F) << 6 | (at[1] & 0x3F);
    }
  c = g_utf8_get_char_validated ((const char *)at, -1);
  if (c == (gunichar)-1 || c == (gunichar)-2)
    {
      *text += 1;
      return 0xFFFD;
    }
  *text = (const guchar *)g_utf8_next_char (at);
  return c;
}

char *
kladka_text_fold (const char *text)
{
  const guchar *at = (const guchar *)text;
  Folded out = { .room = strlen (text) + STEP_MAX + 1 };

  out.text = g_malloc (out.room);
  while (*at != 0)
    {
      reserve (&out);
      if (*at < 0x80)
        push_ascii (&out, (char)*at++);
      else
        {
          gunichar c = read_wide (&at);
          if (!push_known (&out, c))
            push_other (&out, c);
        }
    }
  if (out.length > 0 && out.text[out.length - 1] == ' ')
    out.length--;
  out.text[out.length] = '\0';
  return g_realloc (out.text, out.length + 1);
}
