/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-draft.h"

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-xml-scan.h"

#include <string.h>

#define PIECE (256 * 1024)

static void
free_draft (gpointer data)
{
  KladkaDraft *draft = data;

  g_free (draft->id);
  g_free (draft->key);
  g_free (draft->suspect);
  g_array_unref (draft->cells);
  g_free (draft);
}

static void
clear_cell_cb (gpointer data)
{
  g_free (((KladkaDraftCell *)data)->text);
}

KladkaDrafts *
kladka_drafts_new (const char *source)
{
  KladkaDrafts *self = g_new0 (KladkaDrafts, 1);

  self->drafts = g_ptr_array_new_with_free_func (free_draft);
  self->problems = kladka_problems_new ();
  self->source = g_strdup (source);
  self->lang = -1;
  return self;
}

void
kladka_drafts_free (KladkaDrafts *self)
{
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->problems);
  g_free (self->source);
  g_free (self);
}

KladkaDraft *
kladka_drafts_add (KladkaDrafts *self, KladkaType type, const char *id, guint line)
{
  KladkaDraft *draft = g_new0 (KladkaDraft, 1);

  draft->type = type;
  draft->id = g_strdup (id);
  draft->line = line;
  draft->cells = g_array_new (FALSE, FALSE, sizeof (KladkaDraftCell));
  g_array_set_clear_func (draft->cells, clear_cell_cb);
  g_ptr_array_add (self->drafts, draft);
  return draft;
}

void
kladka_draft_set (KladkaDraft *self, const char *cell_name, const char *text, gboolean in_file_form, guint line)
{
  int cell = kladka_type_find_cell (kladka_type_get (self->type), cell_name);
  KladkaDraftCell entry = { cell, in_file_form, g_strdup (text), line };

  g_assert (cell >= 0);
  g_array_append_val (self->cells, entry);
}

static gboolean
check_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, &reason);

  if (info == NULL)
    {
      /* GIO's own sentence speaks of getting information, and names the whole path. */
      if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no such file."));
      else
        g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;
  g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED, _ ("This is a folder or a device, not a file."));
  return FALSE;
}

GBytes *
kladka_drafts_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream =
      check_file (file, cancellable, error) ? g_file_read (file, cancellable, error) : NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize taken = PIECE;

  if (stream == NULL)
    return NULL;
  /* What it says of its size may have changed meanwhile, so what comes is counted. */
  while (taken == PIECE && bytes->len <= KLADKA_IMPORT_SIZE_MAX)
    {
      guint before = bytes->len;

      g_byte_array_set_size (bytes, before + PIECE);
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes->data + before, PIECE, &taken, cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, before + taken);
    }
  if (bytes->len <= KLADKA_IMPORT_SIZE_MAX)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("The file is larger than 64 MB."));
  return NULL;
}

/* The first bytes that are not blanks or a byte order mark. */
static const char *
skip_blanks (GBytes *bytes, gsize *ret_length)
{
  const char *data = g_bytes_get_data (bytes, ret_length);

  if (*ret_length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      *ret_length -= 3;
    }
  while (*ret_length > 0 && g_ascii_isspace (*data))
    {
      data++;
      (*ret_length)--;
    }
  return data;
}

static gboolean
contains (const char *data, gsize length, const char *word)
{
  return g_strstr_len (data, MIN (length, 4096), word) != NULL;
}

static KladkaFormat
guess_xml (const char *data, gsize length)
{
  if (contains (data, length, "iati-activities") || contains (data, length, "iati-activity"))
    return KLADKA_FORMAT_IATI;
  if (contains (data, length, "oscal"))
    return KLADKA_FORMAT_OSCAL_XML;
  return KLADKA_FORMAT_UNKNOWN;
}

/* UTF-16 hides the words above between zero bytes. */
static KladkaFormat
guess_utf16 (GBytes *bytes, const char *encoding)
{
  gsize length, written;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_convert (data, MIN (length, 8192) & ~(gsize)1, "UTF-8", encoding, NULL, &written, NULL);

  return text != NULL ? guess_xml (text, written) : KLADKA_FORMAT_UNKNOWN;
}

static gboolean
has_ending (const char *name, const char *ending)
{
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ending);
}

KladkaFormat
kladka_format_guess (GBytes *bytes, const char *name)
{
  gsize length;
  const char *data = skip_blanks (bytes, &length);
  const char *wide = kladka_xml_get_wide_encoding (data, length);

  if (length == 0)
    return KLADKA_FORMAT_UNKNOWN;
  if (wide != NULL)
    return has_ending (name, ".csv") ? KLADKA_FORMAT_CSV : guess_utf16 (bytes, wide);
  if (data[0] == '{')
    return contains (data, length, "\"catalog\"") ? KLADKA_FORMAT_OSCAL_JSON : KLADKA_FORMAT_JSON;
  if (data[0] == '<')
    return guess_xml (data, length);
  if (has_ending (name, ".csv") || has_ending (name, ".tsv") || has_ending (name, ".txt"))
    return KLADKA_FORMAT_CSV;
  return KLADKA_FORMAT_UNKNOWN;
}

/* The name of the first element, or NULL. */
static char *
dup_root_name (const char *data, gsize length)
{
  g_autofree char *start = g_strndup (data, MIN (length, 65536));
  g_autoptr (GRegex) regex = g_regex_new ("<([A-Za-z_][A-Za-z0-9_.:-]*)", G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, start, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* What it is instead, as far as the first bytes tell. */
static const char *
describe (const char *data, gsize length, const char *root)
{
  if (length >= 4 && memcmp (data, "PK\x03\x04", 4) == 0)
    return _ (
        "This is a packed file, such as a workbook of a spreadsheet. Save the sheet as CSV (UTF-8) and import that.");
  if (length >= 4 && memcmp (data, "%PDF", 4) == 0)
    return _ ("This is a PDF, which holds pages and no records.");
  if (length >= 15 && memcmp (data, "SQLite format 3", 15) == 0)
    return _ ("This is a database. If it is a Kladka plan, open it instead of importing it.");
  if (root != NULL && g_str_equal (root, "iati-organisations"))
    return _ ("This is an IATI organisation file: it holds budgets and documents of an organisation, no activities. "
              "Kladka reads IATI activity files.");
  return NULL;
}

static void
fail_unknown (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = skip_blanks (bytes, &length);
  g_autofree char *root = length > 0 && *data == '<' ? dup_root_name (data, length) : NULL;
  const char *known = describe (data, length, root);
  const char *all =
      _ ("Kladka reads IATI activities (XML), OSCAL catalogues (XML, JSON), CSV tables and its own JSON.");

  if (known != NULL)
    g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED, known);
  else if (root != NULL)
    g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED,
                 _ ("Kladka does not know XML files that begin with <%s>. %s"), root, all);
  else
    g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED, _ ("Kladka does not know this kind of file. %s"), all);
}

KladkaDrafts *
kladka_drafts_read (GBytes *bytes, const KladkaReadOptions *options, GCancellable *cancellable, GError **error)
{
  KladkaFormat format = options->format;

  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED, _ ("The file is empty."));
      return NULL;
    }
  if (format == KLADKA_FORMAT_UNKNOWN)
    format = kladka_format_guess (bytes, options->name);
  switch (format)
    {
    case KLADKA_FORMAT_CSV:
      return kladka_csv_read (bytes, options, cancellable, error);
    case KLADKA_FORMAT_JSON:
      return kladka_json_read (bytes, options, cancellable, error);
    case KLADKA_FORMAT_IATI:
      return kladka_iati_read (bytes, options, cancellable, error);
    case KLADKA_FORMAT_OSCAL_JSON:
    case KLADKA_FORMAT_OSCAL_XML:
      return kladka_oscal_read (bytes, options, cancellable, error);
    default:
      fail_unknown (bytes, error);
      return NULL;
    }
}
