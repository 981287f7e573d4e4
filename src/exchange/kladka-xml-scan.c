/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-xml-scan.h"

#include "kladka-error.h"
#include "kladka-i18n.h"

#include <string.h>

#define TAG_MAX (8 * 1024)
#define TEXT_MAX (1024 * 1024)
#define ELEMENTS_MAX 2000000
#define DECLARATION_MAX 1024

typedef struct {
  const char *at;
  const char *end;
  guint line;
  guint depth;
  guint n_elements;
} Scanner;

static gboolean
fail (const Scanner *self, const char *text, GError **error)
{
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("Line %u: %s"), self->line, text);
  return FALSE;
}

static gboolean
begins (const Scanner *self, const char *word)
{
  gsize length = strlen (word);

  return (gsize)(self->end - self->at) >= length && memcmp (self->at, word, length) == 0;
}

static void
advance (Scanner *self, const char *to)
{
  for (; self->at < to; self->at++)
    self->line += *self->at == '\n';
}

/* Goes behind @close, which must come within @max bytes. */
static gboolean
skip_past (Scanner *self, const char *close, gsize max, GError **error)
{
  gsize left = MIN ((gsize)(self->end - self->at), max);
  const char *found = g_strstr_len (self->at, left, close);

  if (found == NULL)
    return fail (self,
                 left == max ? _ ("A part of the file is longer than Kladka reads.")
                             : _ ("The file ends too early: something is opened and never closed."),
                 error);
  advance (self, found + strlen (close));
  return TRUE;
}

/* The end of a tag, which may hold > inside quotation marks; NULL if it is too far away. */
static const char *
find_tag_end (const Scanner *self)
{
  const char *last = self->at + MIN ((gsize)(self->end - self->at), TAG_MAX);
  char quote = '\0';

  for (const char *p = self->at; p < last; p++)
    {
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (*p == '"' || *p == '\'')
        quote = *p;
      else if (*p == '>')
        return p;
    }
  return NULL;
}

static gboolean
scan_tag (Scanner *self, GError **error)
{
  const char *tag_end = find_tag_end (self);
  gboolean closes = begins (self, "</");

  if (tag_end == NULL)
    return fail (self, _ ("A tag is never closed, or is longer than 8 kB."), error);
  if (closes && self->depth == 0)
    return fail (self, _ ("A tag is closed that was not opened."), error);
  if (closes)
    self->depth--;
  else if (++self->n_elements > ELEMENTS_MAX)
    return fail (self, _ ("The file has more than two million elements."), error);
  else if (tag_end[-1] != '/' && ++self->depth > KLADKA_XML_DEPTH_MAX)
    return fail (self, _ ("The file is nested too deeply."), error);
  advance (self, tag_end + 1);
  return TRUE;
}

static gboolean
scan_markup (Scanner *self, GError **error)
{
  if (begins (self, "<!--"))
    return skip_past (self, "-->", TEXT_MAX, error);
  if (begins (self, "<![CDATA["))
    return skip_past (self, "]]>", TEXT_MAX, error);
  if (begins (self, "<!"))
    return fail (self, _ ("The file declares a document type (DOCTYPE), which Kladka does not read. Take it out."),
                 error);
  if (begins (self, "<?"))
    return skip_past (self, "?>", TAG_MAX, error);
  return scan_tag (self, error);
}

static gboolean
scan (const char *data, gsize length, GError **error)
{
  Scanner self = { .at = data, .end = data + length, .line = 1 };

  while (self.at < self.end)
    {
      const char *next = memchr (self.at, '<', self.end - self.at);

      if (next == NULL)
        next = self.end;
      if (next - self.at > TEXT_MAX)
        return fail (&self, _ ("A text is longer than a megabyte."), error);
      advance (&self, next);
      if (next < self.end && !scan_markup (&self, error))
        return FALSE;
    }
  return self.depth == 0 || fail (&self, _ ("The file ends too early: a tag is still open."), error);
}

/* The declared encoding, or NULL. */
static char *
dup_declared (const char *data, gsize length)
{
  g_autofree char *start = NULL;
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  char *close;

  while (length > 0 && g_ascii_isspace (*data))
    {
      data++;
      length--;
    }
  if (length < 5 || memcmp (data, "<?xml", 5) != 0)
    return NULL;
  start = g_strndup (data, MIN (length, DECLARATION_MAX));
  close = strstr (start, "?>");
  if (close == NULL)
    return NULL;
  *close = '\0';
  regex = g_regex_new ("encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)", G_REGEX_RAW, 0, NULL);
  return g_regex_match (regex, start, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static gboolean
is_known_encoding (const char *name)
{
  static const char *const beginnings[] = {
    "windows-125", "cp125", "iso-8859-", "koi8-", "us-ascii", "ascii", "latin1"
  };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (name, beginnings[i]))
      return TRUE;
  return FALSE;
}

static char *
convert (const char *data, gsize length, const char *from, gsize *ret_length, GError **error)
{
  char *text = g_convert (data, length, "UTF-8", from, NULL, ret_length, NULL);

  if (text == NULL)
    g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("The file is not in the encoding that it says (%s)."),
                 from);
  return text;
}

static char *
dup_without_mark (const char *data, gsize length, gsize *ret_length)
{
  gsize mark = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  *ret_length = length - mark;
  return g_strndup (data + mark, length - mark);
}

const char *
kladka_xml_get_wide_encoding (const char *data, gsize length)
{
  if (length < 2)
    return NULL;
  if (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0)
    return "UTF-16";
  if (data[0] == '<' && data[1] == '\0')
    return "UTF-16LE";
  return data[0] == '\0' && data[1] == '<' ? "UTF-16BE" : NULL;
}

/* Bytes that are no UTF-8 although nothing else is declared: nearly always a program of Windows wrote them. */
static char *
guess_encoding (const char *data, gsize length, gsize *ret_length, GPtrArray *problems, GError **error)
{
  char *text = convert (data, length, "WINDOWS-1252", ret_length, error);

  if (text != NULL)
    kladka_problems_add (
        problems, KLADKA_SEVERITY_WARNING, KLADKA_TYPE_NONE, NULL, -1, 1,
        g_strdup (_ ("The file is not in UTF-8 and does not say what else; it was read as windows-1252.")));
  return text;
}

static char *
decode (GBytes *bytes, gsize *ret_length, GPtrArray *problems, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *wide = kladka_xml_get_wide_encoding (data, length);
  g_autofree char *declared = wide == NULL ? dup_declared (data, length) : NULL;
  g_autofree char *lower = declared != NULL ? g_ascii_strdown (declared, -1) : NULL;

  if (wide != NULL)
    return convert (data, length, wide, ret_length, error);
  if (lower != NULL && is_known_encoding (lower))
    return convert (data, length, declared, ret_length, error);
  if (g_utf8_validate_len (data, length, NULL))
    return dup_without_mark (data, length, ret_length);
  if (lower == NULL)
    return guess_encoding (data, length, ret_length, problems, error);
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("The file is not in the encoding that it says (%s)."),
               declared);
  return NULL;
}

/* In place: CR LF and CR become LF. Returns the new length. */
static gsize
settle_line_ends (char *text, gsize length)
{
  gsize to = 0;

  for (gsize from = 0; from < length; from++)
    {
      if (text[from] == '\r' && from + 1 < length && text[from + 1] == '\n')
        continue;
      text[to++] = text[from] == '\r' ? '\n' : text[from];
    }
  text[to] = '\0';
  return to;
}

/* The declaration has been heeded; blanks stand in its place so that lines stay. What stands before it is forgiven. */
static void
blank_declaration (char *text, gsize length, GPtrArray *problems)
{
  gsize start = strspn (text, " \t\n");
  char *close = start < length && g_str_has_prefix (text + start, "<?xml") && g_ascii_isspace (text[start + 5])
                    ? strstr (text + start, "?>")
                    : NULL;

  if (close == NULL)
    return;
  for (char *p = text + start; p < close + 2; p++)
    *p = *p == '\n' ? '\n' : ' ';
  if (start > 0)
    kladka_problems_add (
        problems, KLADKA_SEVERITY_NOTE, KLADKA_TYPE_NONE, NULL, -1, 1,
        g_strdup (_ ("Blanks stand before the XML declaration, which XML forbids; the file was read all the same.")));
}

GBytes *
kladka_xml_prepare (GBytes *bytes, GPtrArray *problems, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  if (g_bytes_get_size (bytes) > KLADKA_XML_SIZE_MAX)
    {
      g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("The file is larger than 64 MB."));
      return NULL;
    }
  text = decode (bytes, &length, problems, error);
  if (text == NULL)
    return NULL;
  if (memchr (text, 0, length) != NULL)
    {
      g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED,
                           _ ("The file holds zero bytes, so it is no text."));
      return NULL;
    }
  length = settle_line_ends (text, length);
  blank_declaration (text, length, problems);
  if (!scan (text, length, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&text), length);
}
