/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-record.h"

#include "kladka-ids-private.h"

#include <string.h>

/* Entries lie in chunks that never move, so that reading one needs no lock; a ref is handed out only after its entry is
 * written. */
#define CHUNK_BITS 12
#define CHUNK_SIZE (1u << CHUNK_BITS)
#define MAX_CHUNKS 8192 /* 33 million ids */

typedef struct {
  const char *id;
  guint32 slot;
  guint32 type;
} Entry;

typedef struct {
  guint32 hash;
  KladkaRef ref;
} Bucket;

struct _KladkaIds {
  gatomicrefcount ref_count;
  GMutex mutex;
  GStringChunk *texts;
  Bucket *buckets;
  guint32 n_buckets; /* a power of two */
  guint32 n_entries;
  guint32 n_slots[KLADKA_N_TYPES];
  Entry *chunks[MAX_CHUNKS];
};

static Entry *
get_entry (KladkaIds *self, KladkaRef ref)
{
  return &self->chunks[ref >> CHUNK_BITS][ref & (CHUNK_SIZE - 1)];
}

KladkaIds *
kladka_ids_new (void)
{
  KladkaIds *self = g_new0 (KladkaIds, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->texts = g_string_chunk_new (64 * 1024);
  self->n_buckets = 1024;
  self->buckets = g_new0 (Bucket, self->n_buckets);
  self->chunks[0] = g_new0 (Entry, CHUNK_SIZE);
  self->n_entries = 1; /* ref 0 means none */
  return self;
}

KladkaIds *
kladka_ids_ref (KladkaIds *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
kladka_ids_unref (KladkaIds *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < MAX_CHUNKS && self->chunks[i] != NULL; i++)
    g_free (self->chunks[i]);
  g_string_chunk_free (self->texts);
  g_free (self->buckets);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static guint32
hash_id (const char *id)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const guint8 *p = (const guint8 *)id; *p != 0; p++)
    hash = (hash ^ *p) * G_GUINT64_CONSTANT (0x100000001b3);
  return (guint32)(hash ^ (hash >> 29));
}

/* The bucket that holds @id, or the free one where it belongs. */
static Bucket *
find_bucket (KladkaIds *self, const char *id, guint32 hash)
{
  for (guint32 at = hash;; at++)
    {
      Bucket *bucket = &self->buckets[at & (self->n_buckets - 1)];

      if (bucket->ref == 0)
        return bucket;
      if (bucket->hash == hash && strcmp (get_entry (self, bucket->ref)->id, id) == 0)
        return bucket;
    }
}

static void
grow_buckets (KladkaIds *self)
{
  g_autofree Bucket *old = g_steal_pointer (&self->buckets);
  guint32 n_old = self->n_buckets;

  self->n_buckets *= 2;
  self->buckets = g_new0 (Bucket, self->n_buckets);
  for (guint32 i = 0; i < n_old; i++)
    {
      guint32 at = old[i].hash;

      if (old[i].ref == 0)
        continue;
      while (self->buckets[at & (self->n_buckets - 1)].ref != 0)
        at++;
      self->buckets[at & (self->n_buckets - 1)] = old[i];
    }
}

static KladkaRef
add_entry (KladkaIds *self, const char *id)
{
  KladkaRef ref = self->n_entries++;

  g_assert (ref >> CHUNK_BITS < MAX_CHUNKS);
  if (self->chunks[ref >> CHUNK_BITS] == NULL)
    self->chunks[ref >> CHUNK_BITS] = g_new0 (Entry, CHUNK_SIZE);
  get_entry (self, ref)->id = g_string_chunk_insert (self->texts, id);
  return ref;
}

KladkaRef
kladka_ids_intern (KladkaIds *self, const char *id)
{
  guint32 hash;
  Bucket *bucket;
  KladkaRef ref;

  if (id == NULL || *id == '\0')
    return 0;
  hash = hash_id (id);
  g_mutex_lock (&self->mutex);
  bucket = find_bucket (self, id, hash);
  if (bucket->ref == 0)
    {
      *bucket = (Bucket){ hash, add_entry (self, id) };
      ref = bucket->ref;
      if (self->n_entries * 4 > self->n_buckets * 3)
        grow_buckets (self);
    }
  else
    ref = bucket->ref;
  g_mutex_unlock (&self->mutex);
  return ref;
}

KladkaRef
kladka_ids_find (KladkaIds *self, const char *id)
{
  KladkaRef ref;

  if (id == NULL || *id == '\0')
    return 0;
  g_mutex_lock (&self->mutex);
  ref = find_bucket (self, id, hash_id (id))->ref;
  g_mutex_unlock (&self->mutex);
  return ref;
}

const char *
kladka_ids_get_id (KladkaIds *self, KladkaRef ref)
{
  return ref == 0 ? NULL : get_entry (self, ref)->id;
}

KladkaType
kladka_ids_look_up (KladkaIds *self, KladkaRef ref, guint32 *ret_slot)
{
  const Entry *entry;
  KladkaType type;

  if (ref == 0)
    return KLADKA_TYPE_NONE;
  entry = get_entry (self, ref);
  type = __atomic_load_n (&entry->type, __ATOMIC_ACQUIRE);
  if (type != KLADKA_TYPE_NONE)
    *ret_slot = entry->slot;
  return type;
}

KladkaType
kladka_ids_get_type (KladkaIds *self, KladkaRef ref)
{
  guint32 slot;

  return kladka_ids_look_up (self, ref, &slot);
}

guint32
kladka_ids_get_slot (KladkaIds *self, KladkaRef ref)
{
  return get_entry (self, ref)->slot;
}

guint
kladka_ids_get_n_slots (KladkaIds *self, KladkaType type)
{
  return __atomic_load_n (&self->n_slots[type], __ATOMIC_ACQUIRE);
}

gboolean
kladka_ids_claim (KladkaIds *self, KladkaRef ref, KladkaType type, guint32 *ret_slot)
{
  Entry *entry = get_entry (self, ref);
  gboolean ours;

  g_mutex_lock (&self->mutex);
  if (entry->type == KLADKA_TYPE_NONE)
    {
      entry->slot = self->n_slots[type]++;
      __atomic_store_n (&entry->type, type, __ATOMIC_RELEASE);
    }
  ours = entry->type == type;
  *ret_slot = entry->slot;
  g_mutex_unlock (&self->mutex);
  return ours;
}
