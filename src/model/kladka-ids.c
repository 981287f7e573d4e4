/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-record.h"

#include "kladka-id.h"
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

/* Both halves of the product, so that every byte reaches the low bits: ids often differ in their last. */
static guint64
stir (guint64 hash, guint64 bytes)
{
  unsigned __int128 product = (unsigned __int128)(hash ^ bytes) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint64)product ^ (guint64)(product >> 64);
}

static guint32
hash_id (const char *id, gsize length)
{
  guint64 hash = length, eight;

  for (; length > 8; id += 8, length -= 8)
    {
      memcpy (&eight, id, 8);
      hash = stir (hash, eight);
    }
  eight = 0;
  memcpy (&eight, id, length);
  return (guint32)stir (hash, eight);
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

static KladkaRef
intern (KladkaIds *self, const char *id, gsize length, gboolean check)
{
  guint32 hash = hash_id (id, length);
  Bucket *bucket = find_bucket (self, id, hash);
  KladkaRef ref = bucket->ref;

  if (ref != 0 || (check && !kladka_id_is_valid (id)))
    return ref;
  ref = add_entry (self, id);
  *bucket = (Bucket){ hash, ref };
  if (self->n_entries * 4 > self->n_buckets * 3)
    grow_buckets (self);
  return ref;
}

KladkaRef
kladka_ids_intern (KladkaIds *self, const char *id)
{
  KladkaRef ref;

  if (id == NULL || *id == '\0')
    return 0;
  g_mutex_lock (&self->mutex);
  ref = intern (self, id, strlen (id), FALSE);
  g_mutex_unlock (&self->mutex);
  return ref;
}

KladkaRef
kladka_ids_intern_first (KladkaIds *self, const char *id, gsize length)
{
  return intern (self, id, length, TRUE);
}

KladkaRef
kladka_ids_find (KladkaIds *self, const char *id)
{
  KladkaRef ref;

  if (id == NULL || *id == '\0')
    return 0;
  g_mutex_lock (&self->mutex);
  ref = find_bucket (self, id, hash_id (id, strlen (id)))->ref;
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
kladka_ids_claim_first (KladkaIds *self, KladkaRef ref, KladkaType type, guint32 *ret_slot)
{
  Entry *entry = get_entry (self, ref);

  if (entry->type == KLADKA_TYPE_NONE)
    {
      entry->slot = self->n_slots[type]++;
      __atomic_store_n (&entry->type, type, __ATOMIC_RELEASE);
    }
  *ret_slot = entry->slot;
  return entry->type == type;
}

gboolean
kladka_ids_claim (KladkaIds *self, KladkaRef ref, KladkaType type, guint32 *ret_slot)
{
  gboolean ours;

  g_mutex_lock (&self->mutex);
  ours = kladka_ids_claim_first (self, ref, type, ret_slot);
  g_mutex_unlock (&self->mutex);
  return ours;
}
