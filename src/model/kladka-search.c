/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */

#include "kladka-search.h"

#include <string.h>

#define CHUNK_BITS 8
#define CHUNK_SLOTS (1 << CHUNK_BITS)
#define RECORD_END '\n' /* folded texts hold no line ends, so nothing is found across records */
#define N_CHUNKS(n_slots) (((n_slots) + CHUNK_SLOTS - 1) >> CHUNK_BITS)

/* The folded texts of some slots in one block, so that a search is a scan of plain memory. Shared by all searches in
 * which none of its records differ. */
typedef struct {
  gatomicrefcount ref_count;
  guint n;
  KladkaRecord *records[CHUNK_SLOTS]; /* NULL: none */
  guint ends[CHUNK_SLOTS];            /* where the slot's text ends, its end mark within */
  char *text;
  gsize length;
} Chunk;

struct _KladkaSearch {
  gatomicrefcount ref_count;
  guint n_slots[KLADKA_N_TYPES];
  Chunk **chunks[KLADKA_N_TYPES];
};

static void
append_folded (GString *into, const char *text)
{
  if (text == NULL)
    return;
  g_autofree char *folded = kladka_text_fold (text);
  g_strdelimit (folded, "\n", ' ');
  g_string_append (into, folded);
  g_string_append_c (into, ' ');
}

static void
append_field (GString *into, const KladkaRecord *record, const KladkaField *field)
{
  gconstpointer member = kladka_record_member (record, field);
  const char *const *texts = member;
  guint n = field->kind == KLADKA_KIND_TEXT3 ? KLADKA_N_LANGS : 1;
  if (field->kind == KLADKA_KIND_TAGS)
    for (texts = *(const char *const *const *)member; texts != NULL && *texts != NULL; texts++)
      append_folded (into, *texts);
  else if (field->kind == KLADKA_KIND_TEXT || field->kind == KLADKA_KIND_TEXT3)
    for (guint i = 0; i < n; i++)
      append_folded (into, texts[i]);
}

static void
append_record (GString *into, const KladkaRecord *record)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  for (guint i = 0; i < info->n_fields; i++)
    if (!(info->fields[i]->flags & KLADKA_FIELD_HIDDEN))
      append_field (into, record, info->fields[i]);
}

static Chunk *
make_chunk (const KladkaPlan *plan, KladkaType type, guint first, guint n)
{
  Chunk *self = g_new0 (Chunk, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_atomic_ref_count_init (&self->ref_count);
  self->n = n;
  for (guint i = 0; i < n; i++)
    {
      const KladkaRecord *record = kladka_plan_get_at (plan, type, first + i);
      if (record != NULL)
        {
          self->records[i] = kladka_record_ref (record);
          append_record (text, record);
          g_string_append_c (text, RECORD_END);
        }
      self->ends[i] = text->len;
    }
  self->length = text->len;
  self->text = g_memdup2 (text->str, text->len + 1);
  return self;
}

static void
unref_chunk (Chunk *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n; i++)
    if (self->records[i] != NULL)
      kladka_record_unref (self->records[i]);
  g_free (self->text);
  g_free (self);
}

static gboolean
chunk_fits (const Chunk *self, const KladkaPlan *plan, KladkaType type, guint first, guint n)
{
  if (self->n != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (self->records[i] != kladka_plan_get_at (plan, type, first + i))
      return FALSE;
  return TRUE;
}

static Chunk *
reuse_chunk (const KladkaSearch *older, const KladkaPlan *plan, KladkaType type, guint index, guint n)
{
  if (older == NULL || index >= N_CHUNKS (older->n_slots[type]))
    return NULL;
  Chunk *chunk = older->chunks[type][index];
  if (!chunk_fits (chunk, plan, type, index << CHUNK_BITS, n))
    return NULL;
  g_atomic_ref_count_inc (&chunk->ref_count);
  return chunk;
}

KladkaSearch *
kladka_search_new (const KladkaPlan *plan, const KladkaSearch *older)
{
  KladkaSearch *self = g_new0 (KladkaSearch, 1);
  g_atomic_ref_count_init (&self->ref_count);
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      guint n_slots = self->n_slots[type] = kladka_plan_get_n_slots (plan, type);
      self->chunks[type] = g_new (Chunk *, N_CHUNKS (n_slots));
      for (guint i = 0; i < N_CHUNKS (n_slots); i++)
        {
          guint n = MIN (CHUNK_SLOTS, n_slots - (i << CHUNK_BITS));
          Chunk *chunk = reuse_chunk (older, plan, type, i, n);
          self->chunks[type][i] = chunk != NULL ? chunk : make_chunk (plan, type, i << CHUNK_BITS, n);
        }
    }
  return self;
}

KladkaSearch *
kladka_search_ref (const KladkaSearch *self)
{
  g_atomic_ref_count_inc (&((KladkaSearch *)self)->ref_count);
  return (KladkaSearch *)self;
}

void
kladka_search_unref (KladkaSearch *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      for (guint i = 0; i < N_CHUNKS (self->n_slots[type]); i++)
        unref_chunk (self->chunks[type][i]);
      g_free (self->chunks[type]);
    }
  g_free (self);
}

/* One scan over the block; after a hit the rest of its record is skipped. */
static void
scan_chunk (const Chunk *self, const char *word, gsize length, guint64 *found)
{
  guint slot = 0;
  const char *at = self->text, *end = self->text + self->length;
  while (slot < self->n && (at = memmem (at, end - at, word, length)) != NULL)
    {
      while ((gsize)(at - self->text) >= self->ends[slot])
        slot++;
      found[slot >> 6] |= G_GUINT64_CONSTANT (1) << (slot & 63);
      at = self->text + self->ends[slot];
    }
}

/* Slots that hold every word. The longest comes first, being the rarest; where it is found nowhere, that was all. */
static void
search_chunk (const Chunk *self, char **words, guint64 *found)
{
  for (guint w = 0; words[w] != NULL; w++)
    {
      guint64 these[CHUNK_SLOTS / 64] = { 0 };
      guint64 left = 0;
      scan_chunk (self, words[w], strlen (words[w]), these);
      for (guint i = 0; i < G_N_ELEMENTS (these); i++)
        left |= found[i] = w == 0 ? these[i] : found[i] & these[i];
      if (left == 0)
        return;
    }
}

static void
mark_all (const Chunk *self, guint64 *found)
{
  for (guint slot = 0; slot < self->n; slot++)
    if (self->records[slot] != NULL)
      found[slot >> 6] |= G_GUINT64_CONSTANT (1) << (slot & 63);
}

static int
compare_length_cb (gconstpointer a, gconstpointer b)
{
  gsize x = strlen (*(char *const *)a), y = strlen (*(char *const *)b);
  return x > y ? -1 : x < y;
}

/* The words of what was typed, longest first. */
static char **
dup_search_words (const char *text)
{
  g_autofree char *folded = kladka_text_fold (text != NULL ? text : "");
  g_strdelimit (folded, "\n\t", ' ');
  char **words = g_strsplit (folded, " ", -1);
  guint kept = 0;
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      words[kept++] = words[i];
    else
      g_free (words[i]);
  words[kept] = NULL;
  qsort (words, kept, sizeof (char *), compare_length_cb);
  return words;
}

guint
kladka_search_run (const KladkaSearch *self, KladkaType type, const char *text, guint64 *ret_bits)
{
  g_auto (GStrv) words = dup_search_words (text);
  guint n_words = (self->n_slots[type] + 63) / 64, n_found = 0;
  memset (ret_bits, 0, n_words * sizeof (guint64));
  for (guint i = 0; i < N_CHUNKS (self->n_slots[type]); i++)
    {
      guint64 found[CHUNK_SLOTS / 64] = { 0 };
      if (words[0] != NULL)
        search_chunk (self->chunks[type][i], words, found);
      else
        mark_all (self->chunks[type][i], found);
      for (guint w = 0; w < G_N_ELEMENTS (found) && i * G_N_ELEMENTS (found) + w < n_words; w++)
        {
          ret_bits[i * G_N_ELEMENTS (found) + w] = found[w];
          n_found += __builtin_popcountll (found[w]);
        }
    }
  return n_found;
}
