/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-csv-parse.h"

#include "kladka-error.h"
#include "kladka-i18n.h"

#include <string.h>

#define RECORD_MAX (1024 * 1024)
#define COLUMNS_MAX 500

void
kladka_csv_row_free (KladkaCsvRow *self)
{
  g_strfreev (self->fields);
  g_free (self);
}

/* Within a word capitals follow no small letters, and Latin no Cyrillic ones. */
static gboolean
breaks_word (gunichar before, gunichar c)
{
  if (!g_unichar_isalpha (before) || !g_unichar_isalpha (c))
    return FALSE;
  return (g_unichar_islower (before) && g_unichar_isupper (c))
         || g_unichar_get_script (before) != g_unichar_get_script (c);
}

/* How much @text looks like Polish or Ukrainian; a wrong code page gives signs that nobody writes, or swaps small and
 * capital letters. */
static int
rate (const char *text)
{
  static const char *const wanted =
      "ąćęłńóśźżĄĆĘŁŃÓŚŹŻабвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ’";
  gunichar before = ' ';
  int rating = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80 && g_utf8_strchr (wanted, -1, c) != NULL)
        rating += g_unichar_isupper (c) ? 1 : 2;
      if ((c >= 0x80 || before >= 0x80) && breaks_word (before, c))
        rating -= 4;
      before = c;
    }
  return rating;
}

/* Without zero bytes, which would end the text too early. */
static char *
convert (const char *data, gsize length, const char *encoding)
{
  gsize written;
  g_autofree char *text = g_convert (data, length, "UTF-8", encoding, NULL, &written, NULL);

  return text != NULL && memchr (text, 0, written) == NULL ? g_steal_pointer (&text) : NULL;
}

static char *
decode_code_page (const char *data, gsize length, const char **ret_encoding)
{
  static const char *const pages[] = { "windows-1250", "windows-1251", "KOI8-U" };
  g_autofree char *best = NULL;
  int best_rating = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *text = convert (data, length, pages[i]);
      int rating = text != NULL ? rate (text) : 0;

      if (text == NULL || (best != NULL && rating <= best_rating))
        continue;
      g_free (best);
      best = g_steal_pointer (&text);
      best_rating = rating;
      *ret_encoding = pages[i];
    }
  return g_steal_pointer (&best);
}

static char *
guess (const char *data, gsize length, const char **ret_encoding)
{
  *ret_encoding = "UTF-8";
  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      *ret_encoding = "UTF-16";
      return convert (data, length, "UTF-16");
    }
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (g_utf8_validate_len (data, length, NULL))
    return g_strndup (data, length);
  return memchr (data, 0, length) == NULL ? decode_code_page (data, length, ret_encoding) : NULL;
}

char *
kladka_csv_decode (GBytes *bytes, const char *encoding, const char **ret_encoding, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *text = encoding != NULL ? convert (data, length, encoding) : guess (data, length, ret_encoding);

  if (encoding != NULL)
    *ret_encoding = encoding;
  if (text == NULL && encoding != NULL)
    g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("The file is not in the encoding “%s”."), encoding);
  else if (text == NULL)
    g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED,
                         _ ("This is not a text file. Save the table as CSV with encoding UTF-8 and try again."));
  return text;
}

/* The end of the row that @text begins; @ret_counts: how often each candidate stands in it outside quotes. */
static const char *
count_separators (const char *text, const char *candidates, guint *ret_counts)
{
  gboolean quoted = FALSE;
  const char *p;

  for (p = text; *p != '\0' && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      const char *candidate = !quoted ? strchr (candidates, *p) : NULL;

      quoted ^= *p == '"';
      if (candidate != NULL)
        ret_counts[candidate - candidates]++;
    }
  return p;
}

/* By the first row that holds any: a marking or a title may stand alone before it. */
static char
guess_separator (const char *text)
{
  static const char candidates[] = ",;\t";

  while (*text != '\0')
    {
      guint counts[G_N_ELEMENTS (candidates) - 1] = { 0 };
      guint best = 0;

      text = count_separators (text, candidates, counts);
      for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
        if (counts[i] > counts[best])
          best = i;
      if (counts[best] > 0)
        return candidates[best];
      if (*text != '\0')
        text++;
    }
  return candidates[0];
}

typedef struct {
  const char *at;
  char separator;
  guint line;
  gsize size; /* of the record so far */
} Parser;

/* One field; leaves @at on the separator or the end of the row. FALSE if a quote never ends. */
static gboolean
parse_field (Parser *self, GString *field)
{
  gboolean quoted = *self->at == '"';

  g_string_truncate (field, 0);
  if (quoted)
    self->at++;
  for (; *self->at != '\0' && field->len <= RECORD_MAX; self->at++)
    {
      if (quoted && *self->at == '"')
        {
          if (self->at[1] != '"')
            {
              quoted = FALSE;
              continue;
            }
          self->at++;
        }
      else if (!quoted && (*self->at == self->separator || *self->at == '\n' || *self->at == '\r'))
        break;
      self->line += *self->at == '\n';
      g_string_append_c (field, *self->at);
    }
  self->size += field->len + 1;
  return !quoted;
}

static void
skip_row_end (Parser *self)
{
  if (*self->at == '\r')
    self->at++;
  if (*self->at == '\n')
    self->at++;
  self->line++;
}

static gboolean
fail_at (guint line, const char *text, GError **error)
{
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("Line %u: %s"), line, text);
  return FALSE;
}

static gboolean
parse_row (Parser *self, KladkaCsvRow *row, GString *field, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

  row->line = self->line;
  self->size = 0;
  for (;;)
    {
      gboolean closed = parse_field (self, field);

      if (self->size > RECORD_MAX)
        return fail_at (row->line, _ ("The row is longer than a megabyte."), error);
      if (!closed)
        return fail_at (row->line, _ ("A quotation mark is opened and never closed."), error);
      g_ptr_array_add (fields, g_strdup (field->str));
      if (fields->len > COLUMNS_MAX)
        return fail_at (row->line, _ ("The row has more than 500 columns."), error);
      if (*self->at != self->separator)
        break;
      self->at++;
    }
  skip_row_end (self);
  row->n_fields = fields->len;
  g_ptr_array_add (fields, NULL);
  row->fields = (char **)g_ptr_array_free (g_steal_pointer (&fields), FALSE);
  return TRUE;
}

static gboolean
is_empty (const KladkaCsvRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    if (row->fields[i][0] != '\0')
      return FALSE;
  return TRUE;
}

GPtrArray *
kladka_csv_parse (const char *text, char *ret_separator, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)kladka_csv_row_free);
  g_autoptr (GString) field = g_string_new (NULL);
  Parser parser = { .at = text, .separator = guess_separator (text), .line = 1 };

  *ret_separator = parser.separator;
  while (*parser.at != '\0')
    {
      KladkaCsvRow *row = g_new0 (KladkaCsvRow, 1);

      if (!parse_row (&parser, row, field, error))
        {
          kladka_csv_row_free (row);
          return NULL;
        }
      if (is_empty (row))
        kladka_csv_row_free (row);
      else
        g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}
