/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-mo.h"

#include <string.h>

#define MAGIC 0x950412DEu
#define MAGIC_SWAPPED 0xDE120495u
#define HEADER_SIZE 28
#define FILE_MAX (32 * 1024 * 1024)
#define CONTEXT_MARK "\004"

typedef struct {
  const char *text;
  gsize length;
} Entry;

struct _KladkaMo {
  GBytes *bytes;
  const guint8 *data;
  gsize size;
  gboolean swapped;
  Entry *entries;
  GHashTable *by_id; /* id in @bytes → Entry in @entries */
};

static guint32
read_number (const KladkaMo *self, gsize at)
{
  guint32 value;

  memcpy (&value, self->data + at, sizeof value);
  return self->swapped ? GUINT32_SWAP_LE_BE (value) : value;
}

/* The text that the table row at @row points to; FALSE if it is not wholly inside the file. */
static gboolean
read_entry (const KladkaMo *self, gsize row, Entry *ret_entry)
{
  gsize length = read_number (self, row);
  gsize at = read_number (self, row + 4);

  if (at >= self->size || length >= self->size - at || self->data[at + length] != 0)
    return FALSE;
  ret_entry->text = (const char *)self->data + at;
  ret_entry->length = length;
  return TRUE;
}

static gboolean
is_utf8 (const Entry *entry)
{
  const char *text = entry->text, *end = text + entry->length;

  /* Plural forms are divided by zeros. */
  for (; text <= end; text += strlen (text) + 1)
    if (!g_utf8_validate (text, -1, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
is_table_inside (const KladkaMo *self, gsize at, gsize n_rows)
{
  return at <= self->size && n_rows <= (self->size - at) / 8;
}

static gboolean
read_tables (KladkaMo *self, gsize n, gsize ids, gsize texts)
{
  if (!is_table_inside (self, ids, n) || !is_table_inside (self, texts, n))
    return FALSE;
  self->entries = g_new (Entry, n);
  for (gsize i = 0; i < n; i++)
    {
      Entry id;
      if (!read_entry (self, ids + 8 * i, &id) || !read_entry (self, texts + 8 * i, &self->entries[i]) || !is_utf8 (&id)
          || !is_utf8 (&self->entries[i]))
        return FALSE;
      g_hash_table_insert (self->by_id, (char *)id.text, &self->entries[i]);
    }
  return TRUE;
}

static gboolean
read_file (KladkaMo *self)
{
  guint32 magic;

  if (self->size < HEADER_SIZE)
    return FALSE;
  memcpy (&magic, self->data, sizeof magic);
  if (magic != MAGIC && magic != MAGIC_SWAPPED)
    return FALSE;
  self->swapped = magic == MAGIC_SWAPPED;
  if (read_number (self, 4) >> 16 > 1) /* a major revision this does not know */
    return FALSE;
  return read_tables (self, read_number (self, 8), read_number (self, 12), read_number (self, 16));
}

KladkaMo *
kladka_mo_new (GBytes *bytes)
{
  g_autoptr (KladkaMo) self = g_new0 (KladkaMo, 1);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return read_file (self) ? g_steal_pointer (&self) : NULL;
}

KladkaMo *
kladka_mo_new_for_path (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL || g_mapped_file_get_length (file) > FILE_MAX)
    return NULL;
  /* A copy: a mapped file that is cut short while in use ends the process. */
  bytes = g_bytes_new (g_mapped_file_get_contents (file), g_mapped_file_get_length (file));
  return kladka_mo_new (bytes);
}

void
kladka_mo_free (KladkaMo *self)
{
  g_hash_table_unref (self->by_id);
  g_free (self->entries);
  g_bytes_unref (self->bytes);
  g_free (self);
}

const char *
kladka_mo_find (const KladkaMo *self, const char *id, guint form)
{
  const Entry *entry = g_hash_table_lookup (self->by_id, id);
  const char *text, *end;

  if (entry == NULL || *id == '\0')
    return NULL;
  text = entry->text;
  end = text + entry->length;
  for (; form > 0; form--)
    {
      text += strlen (text) + 1;
      if (text > end)
        return NULL;
    }
  return *text != '\0' ? text : NULL;
}

const char *
kladka_mo_find_c (const KladkaMo *self, const char *context, const char *id)
{
  char key[256];
  g_autofree char *long_key = NULL;

  if (g_snprintf (key, sizeof key, "%s" CONTEXT_MARK "%s", context, id) < (int)sizeof key)
    return kladka_mo_find (self, key, 0);
  long_key = g_strconcat (context, CONTEXT_MARK, id, NULL);
  return kladka_mo_find (self, long_key, 0);
}
