/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-json-scan.h"

#include "kladka-error.h"
#include "kladka-i18n.h"

#include <string.h>

/* What may come next. */
typedef enum {
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_KEY,
  EXPECT_KEY_OR_END,
  EXPECT_COLON,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
} Expect;

/* All of the grammar is checked here, because json-glib loses memory over what it refuses. */
typedef struct {
  const char *at;
  const char *end;
  const char *line_start;
  guint line;
  guint depth;
  gboolean in_object[KLADKA_JSON_DEPTH_MAX + 1];
  Expect expect[KLADKA_JSON_DEPTH_MAX + 1];
  GHashTable *keys[KLADKA_JSON_DEPTH_MAX + 1];
  GArray *lines;
} Scanner;

static gboolean
fail (const Scanner *self, const char *text, GError **error)
{
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("Line %u, column %u: %s"), self->line,
               (guint)(self->at - self->line_start) + 1, text);
  return FALSE;
}

static gboolean
fail_grammar (const Scanner *self, GError **error)
{
  return fail (self, _ ("This is not valid JSON."), error);
}

/* A value begins here; what may follow it. */
static gboolean
take_value (Scanner *self, GError **error)
{
  Expect *expect = &self->expect[self->depth];

  if (*expect != EXPECT_VALUE && *expect != EXPECT_VALUE_OR_END)
    return fail_grammar (self, error);
  *expect = self->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
  return TRUE;
}

static gboolean
open_bracket (Scanner *self, gboolean object, GError **error)
{
  if (!take_value (self, error))
    return FALSE;
  if (self->depth == KLADKA_JSON_DEPTH_MAX)
    return fail (self, _ ("The file is nested too deeply."), error);
  /* A record is an object in an array of the outermost object, or the plan itself. */
  if (object && ((self->depth == 2 && !self->in_object[2]) || (self->depth == 1 && self->in_object[1])))
    g_array_append_val (self->lines, self->line);
  self->depth++;
  self->in_object[self->depth] = object;
  self->expect[self->depth] = object ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
  if (object)
    self->keys[self->depth] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return TRUE;
}

static gboolean
close_bracket (Scanner *self, gboolean object, GError **error)
{
  Expect expect = self->expect[self->depth];

  if (self->depth == 0 || self->in_object[self->depth] != object)
    return fail (self, _ ("A bracket is closed that was not opened."), error);
  if (expect != EXPECT_COMMA_OR_END && expect != EXPECT_KEY_OR_END && expect != EXPECT_VALUE_OR_END)
    return fail_grammar (self, error);
  g_clear_pointer (&self->keys[self->depth], g_hash_table_unref);
  self->depth--;
  return TRUE;
}

static gboolean
take_sign (Scanner *self, Expect wanted, Expect next, GError **error)
{
  if (self->expect[self->depth] != wanted)
    return fail_grammar (self, error);
  self->expect[self->depth] = next;
  return TRUE;
}

static const char *
skip_digits (const char *at, const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

/* Behind the number at @at; NULL where it is none. */
static const char *
skip_number (const char *at, const char *end)
{
  const char *start = at + (*at == '-');

  at = skip_digits (start, end);
  if (at == start || (*start == '0' && at > start + 1))
    return NULL;
  if (at < end && *at == '.')
    {
      start = at + 1;
      at = skip_digits (start, end);
      if (at == start)
        return NULL;
    }
  if (at < end && (*at == 'e' || *at == 'E'))
    {
      start = at + 1;
      start += start < end && (*start == '+' || *start == '-');
      at = skip_digits (start, end);
      if (at == start)
        return NULL;
    }
  return at;
}

/* The library makes another number of a whole one that does not fit. */
static gboolean
fits (const char *at, const char *after)
{
  g_autofree char *text = g_strndup (at, after - at);

  return strpbrk (text, ".eE") != NULL || g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, NULL, NULL);
}

/* A number, true, false or null; leaves @at on its last sign. */
static gboolean
scan_word (Scanner *self, GError **error)
{
  static const char *const words[] = { "true", "false", "null" };
  const char *after = NULL;

  if (*self->at == '-' || g_ascii_isdigit (*self->at))
    after = skip_number (self->at, self->end);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((gsize)(self->end - self->at) >= strlen (words[i]) && memcmp (self->at, words[i], strlen (words[i])) == 0)
      after = self->at + strlen (words[i]);
  if (after == NULL || (after < self->end && strchr (" \t\r\n,]}", *after) == NULL))
    return fail_grammar (self, error);
  if (!g_ascii_isalpha (*self->at) && !fits (self->at, after))
    return fail (self, _ ("A number is larger than any that Kladka keeps."), error);
  if (!take_value (self, error))
    return FALSE;
  self->at = after - 1;
  return TRUE;
}

/* The number of \uXXXX at @text; -1 where it is none. */
static int
parse_unicode (const char *text, const char *end)
{
  int number = 0;

  if (end - text < 6 || text[0] != '\\' || text[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return -1;
      number = number * 16 + digit;
    }
  return number;
}

/* Goes to the last sign of the escape; FALSE where it is none that JSON knows, or half of a pair: the library loses
 * memory over those. */
static gboolean
skip_escape (Scanner *self)
{
  int first = parse_unicode (self->at, self->end);
  int second;

  if (self->end - self->at < 2)
    return FALSE;
  if (self->at[1] != 'u')
    {
      gboolean known = strchr ("\"\\/bfnrt", self->at[1]) != NULL && self->at[1] != '\0';

      self->at++;
      return known;
    }
  if (first <= 0 || (first >= 0xdc00 && first <= 0xdfff))
    return FALSE;
  self->at += 5;
  if (first < 0xd800 || first > 0xdbff)
    return TRUE;
  second = parse_unicode (self->at + 1, self->end);
  if (second < 0xdc00 || second > 0xdfff)
    return FALSE;
  self->at += 6;
  return TRUE;
}

/* Leaves @at on the closing quotation mark. */
static gboolean
skip_string (Scanner *self, GError **error)
{
  for (self->at++; self->at < self->end && *self->at != '"'; self->at++)
    {
      if (*self->at == '\\')
        {
          if (!skip_escape (self))
            return fail (self, _ ("A text holds an escape that JSON does not know."), error);
        }
      else if ((guint8)*self->at < 0x20)
        return fail (self, _ ("A text holds a control character."), error);
    }
  return self->at < self->end || fail (self, _ ("A text is opened and never closed."), error);
}

static gboolean
read_key (Scanner *self, const char *start, GError **error)
{
  char *key = g_strndup (start, self->at - start);

  /* An escape could hide that a name stands twice; no name of ours needs one. */
  if (strchr (key, '\\') != NULL)
    {
      g_free (key);
      return fail (self, _ ("A name holds an escape sign."), error);
    }
  if (g_hash_table_add (self->keys[self->depth], key))
    return TRUE;
  return fail (self, _ ("The same name stands twice in one record."), error);
}

static gboolean
scan_string (Scanner *self, GError **error)
{
  const char *start = self->at + 1;
  Expect expect = self->expect[self->depth];
  gboolean is_key = expect == EXPECT_KEY || expect == EXPECT_KEY_OR_END;

  if (is_key)
    self->expect[self->depth] = EXPECT_COLON;
  else if (!take_value (self, error))
    return FALSE;
  return skip_string (self, error) && (!is_key || read_key (self, start, error));
}

static gboolean
scan_sign (Scanner *self, GError **error)
{
  switch (*self->at)
    {
    case '\n':
      self->line++;
      self->line_start = self->at + 1;
      return TRUE;
    case ' ':
    case '\t':
    case '\r':
      return TRUE;
    case '"':
      return scan_string (self, error);
    case '{':
    case '[':
      return open_bracket (self, *self->at == '{', error);
    case '}':
    case ']':
      return close_bracket (self, *self->at == '}', error);
    case ':':
      return take_sign (self, EXPECT_COLON, EXPECT_VALUE, error);
    case ',':
      return take_sign (self, EXPECT_COMMA_OR_END, self->in_object[self->depth] ? EXPECT_KEY : EXPECT_VALUE, error);
    default:
      return scan_word (self, error);
    }
}

static gboolean
scan (Scanner *self, GError **error)
{
  for (; self->at < self->end; self->at++)
    if (!scan_sign (self, error))
      return FALSE;
  return (self->depth == 0 && self->expect[0] == EXPECT_NOTHING)
         || fail (self, _ ("The file ends too early: a bracket is still open."), error);
}

gboolean
kladka_json_scan (GBytes *bytes, GArray **ret_lines, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  Scanner self = { .at = data, .end = data + length, .line_start = data, .line = 1, .lines = lines };
  gboolean done;

  if (length > KLADKA_JSON_SIZE_MAX)
    return fail (&self, _ ("The file is larger than 64 MB."), error);
  if (!g_utf8_validate_len (data, length, NULL))
    return fail (&self, _ ("The file is not in UTF-8."), error);
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    self.at += 3;
  done = scan (&self, error);
  for (guint i = 0; i <= KLADKA_JSON_DEPTH_MAX; i++)
    g_clear_pointer (&self.keys[i], g_hash_table_unref);
  if (done && ret_lines != NULL)
    *ret_lines = g_steal_pointer (&lines);
  return done;
}
