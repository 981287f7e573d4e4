/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-typing.h"

struct _KladkaTyping {
  GHashTable *entries; /* owned gint64 of record and cell → Entry */
};

typedef struct {
  char *text;
  char *error;
} Entry;

static gint64
key_of (KladkaRef ref, guint cell)
{
  return ((gint64)ref << 16) | cell;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->text);
  g_free (entry->error);
  g_free (entry);
}

KladkaTyping *
kladka_typing_new (void)
{
  KladkaTyping *self = g_new0 (KladkaTyping, 1);

  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_entry);
  return self;
}

void
kladka_typing_free (KladkaTyping *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

gboolean
kladka_typing_set (KladkaTyping *self, KladkaRef ref, guint cell, const char *text, const char *error)
{
  gint64 key = key_of (ref, cell);
  const Entry *old = g_hash_table_lookup (self->entries, &key);
  Entry *entry;

  if (text == NULL)
    return g_hash_table_remove (self->entries, &key);
  if (old != NULL && g_str_equal (old->text, text) && g_strcmp0 (old->error, error) == 0)
    return FALSE;
  entry = g_new0 (Entry, 1);
  *entry = (Entry){ g_strdup (text), g_strdup (error) };
  return g_hash_table_replace (self->entries, g_memdup2 (&key, sizeof key), entry), TRUE;
}

const char *
kladka_typing_get (KladkaTyping *self, KladkaRef ref, guint cell, const char **ret_error)
{
  gint64 key = key_of (ref, cell);
  const Entry *entry = g_hash_table_lookup (self->entries, &key);

  if (entry == NULL)
    return NULL;
  if (ret_error != NULL)
    *ret_error = entry->error;
  return entry->text;
}

void
kladka_typing_clear (KladkaTyping *self)
{
  g_hash_table_remove_all (self->entries);
}
