/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-slots.h"

#include <string.h>

#define CHUNK_BITS 8
#define CHUNK_SIZE (1u << CHUNK_BITS)

typedef struct {
  gatomicrefcount ref_count;
  KladkaRecord *records[CHUNK_SIZE];
} Chunk;

/* Records by the slot of what a field of theirs points to: those of owner slot s lie from starts[s] to starts[s + 1].
 */
typedef struct {
  const KladkaField *field;
  guint n_owners;
  gboolean has_strangers; /* some pointed to what was no record then, and may be one now */
  guint32 *starts;
  const KladkaRecord **records;
} Index;

struct _KladkaSlots {
  gatomicrefcount ref_count;
  guint n_slots;
  guint n_live;
  guint n_chunks;
  Chunk **chunks;
  GMutex mutex; /* of what is built on first use */
  GPtrArray *indexes;
  GPtrArray *stale; /* indexes replaced while somebody may still read them */
  const KladkaRecord **sorted;
};

static Chunk *
new_chunk (void)
{
  Chunk *chunk = g_new0 (Chunk, 1);

  g_atomic_ref_count_init (&chunk->ref_count);
  return chunk;
}

static void
unref_chunk (Chunk *chunk)
{
  if (!g_atomic_ref_count_dec (&chunk->ref_count))
    return;
  for (guint i = 0; i < CHUNK_SIZE; i++)
    if (chunk->records[i] != NULL)
      kladka_record_unref (chunk->records[i]);
  g_free (chunk);
}

static Chunk *
copy_chunk (const Chunk *chunk)
{
  Chunk *copy = new_chunk ();

  for (guint i = 0; i < CHUNK_SIZE; i++)
    if (chunk->records[i] != NULL)
      copy->records[i] = kladka_record_ref (chunk->records[i]);
  return copy;
}

static void
free_index (gpointer data)
{
  Index *index = data;

  g_free (index->starts);
  g_free (index->records);
  g_free (index);
}

KladkaSlots *
kladka_slots_new (void)
{
  KladkaSlots *self = g_new0 (KladkaSlots, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->indexes = g_ptr_array_new_with_free_func (free_index);
  self->stale = g_ptr_array_new_with_free_func (free_index);
  return self;
}

KladkaSlots *
kladka_slots_ref (KladkaSlots *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
kladka_slots_unref (KladkaSlots *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_chunks; i++)
    unref_chunk (self->chunks[i]);
  g_free (self->chunks);
  g_ptr_array_unref (self->indexes);
  g_ptr_array_unref (self->stale);
  g_free (self->sorted);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

KladkaSlots *
kladka_slots_copy (KladkaSlots *self)
{
  KladkaSlots *copy = kladka_slots_new ();

  copy->n_slots = self->n_slots;
  copy->n_live = self->n_live;
  copy->n_chunks = self->n_chunks;
  copy->chunks = g_memdup2 (self->chunks, sizeof (Chunk *) * self->n_chunks);
  for (guint i = 0; i < copy->n_chunks; i++)
    g_atomic_ref_count_inc (&copy->chunks[i]->ref_count);
  return copy;
}

static Chunk *
own_chunk (KladkaSlots *self, guint number)
{
  Chunk *chunk;

  if (number >= self->n_chunks)
    {
      self->chunks = g_renew (Chunk *, self->chunks, number + 1);
      while (self->n_chunks <= number)
        self->chunks[self->n_chunks++] = new_chunk ();
    }
  chunk = self->chunks[number];
  if (!g_atomic_ref_count_compare (&chunk->ref_count, 1))
    {
      self->chunks[number] = copy_chunk (chunk);
      unref_chunk (chunk);
    }
  return self->chunks[number];
}

static gboolean
is_live (const KladkaRecord *record)
{
  return record != NULL && !kladka_record_is_deleted (record);
}

void
kladka_slots_take (KladkaSlots *self, KladkaRecord *record)
{
  Chunk *chunk = own_chunk (self, record->slot >> CHUNK_BITS);
  KladkaRecord **place = &chunk->records[record->slot & (CHUNK_SIZE - 1)];

  self->n_slots = MAX (self->n_slots, record->slot + 1);
  self->n_live += (guint)is_live (record) - (guint)is_live (*place);
  if (*place != NULL)
    kladka_record_unref (*place);
  *place = record;
}

guint
kladka_slots_get_n (const KladkaSlots *self)
{
  return self->n_slots;
}

guint
kladka_slots_get_n_live (const KladkaSlots *self)
{
  return self->n_live;
}

const KladkaRecord *
kladka_slots_peek (const KladkaSlots *self, guint slot)
{
  if (slot >= self->n_slots)
    return NULL;
  return self->chunks[slot >> CHUNK_BITS]->records[slot & (CHUNK_SIZE - 1)];
}

/* Where a record belongs in an index: the slot of what it points to, or -1. */
static gint64
find_owner_slot (const Index *index, KladkaIds *ids, const KladkaRecord *record, gboolean *ret_stranger)
{
  KladkaRef ref = *(const KladkaRef *)kladka_record_member (record, index->field);

  *ret_stranger = FALSE;
  if (ref == 0)
    return -1;
  if (kladka_ids_get_type (ids, ref) != index->field->ref_type || kladka_ids_get_slot (ids, ref) >= index->n_owners)
    {
      *ret_stranger = TRUE;
      return -1;
    }
  return kladka_ids_get_slot (ids, ref);
}

static void
count_owned (Index *index, const KladkaSlots *self, KladkaIds *ids)
{
  gboolean stranger;

  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      const KladkaRecord *record = kladka_slots_peek (self, slot);
      gint64 owner;

      if (!is_live (record))
        continue;
      owner = find_owner_slot (index, ids, record, &stranger);
      index->has_strangers |= stranger;
      if (owner >= 0)
        index->starts[owner + 2]++;
    }
  for (guint i = 2; i < index->n_owners + 2; i++)
    index->starts[i] += index->starts[i - 1];
}

static Index *
build_index (const KladkaSlots *self, KladkaIds *ids, const KladkaField *field)
{
  Index *index = g_new0 (Index, 1);
  gboolean stranger;

  index->field = field;
  index->n_owners = kladka_ids_get_n_slots (ids, field->ref_type);
  index->starts = g_new0 (guint32, index->n_owners + 2);
  count_owned (index, self, ids);
  index->records = g_new (const KladkaRecord *, index->starts[index->n_owners + 1] + 1);
  /* starts[s + 1] is where the next record of owner s goes; at the end it is where owner s + 1 begins. */
  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      const KladkaRecord *record = kladka_slots_peek (self, slot);
      gint64 owner;

      if (!is_live (record))
        continue;
      owner = find_owner_slot (index, ids, record, &stranger);
      if (owner >= 0)
        index->records[index->starts[owner + 1]++] = record;
    }
  return index;
}

static const Index *
get_index (KladkaSlots *self, KladkaIds *ids, const KladkaField *field, guint owner_slot)
{
  for (guint i = 0; i < self->indexes->len; i++)
    {
      Index *index = self->indexes->pdata[i];

      if (index->field != field)
        continue;
      if (owner_slot < index->n_owners || !index->has_strangers)
        return index;
      g_ptr_array_add (self->stale, g_ptr_array_steal_index_fast (self->indexes, i));
      break;
    }
  g_ptr_array_add (self->indexes, build_index (self, ids, field));
  return self->indexes->pdata[self->indexes->len - 1];
}

const KladkaRecord *const *
kladka_slots_get_owned (KladkaSlots *self, KladkaIds *ids, const KladkaField *field, KladkaRef owner, guint *ret_n)
{
  const Index *index;
  guint slot;

  *ret_n = 0;
  if (kladka_ids_get_type (ids, owner) != field->ref_type)
    return NULL;
  slot = kladka_ids_get_slot (ids, owner);
  g_mutex_lock (&self->mutex);
  index = get_index (self, ids, field, slot);
  g_mutex_unlock (&self->mutex);
  if (slot >= index->n_owners)
    return NULL;
  *ret_n = index->starts[slot + 1] - index->starts[slot];
  return index->records + index->starts[slot];
}

static int
compare_by_id (gconstpointer a, gconstpointer b, gpointer ids)
{
  const KladkaRecord *const *left = a;
  const KladkaRecord *const *right = b;

  return strcmp (kladka_ids_get_id (ids, (*left)->ref), kladka_ids_get_id (ids, (*right)->ref));
}

static const KladkaRecord **
build_sorted (const KladkaSlots *self, KladkaIds *ids)
{
  const KladkaRecord **sorted = g_new (const KladkaRecord *, self->n_live + 1);
  guint n = 0;
  gboolean in_order = TRUE;

  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      const KladkaRecord *record = kladka_slots_peek (self, slot);

      if (!is_live (record))
        continue;
      sorted[n++] = record;
      if (n > 1 && in_order)
        in_order = compare_by_id (&sorted[n - 2], &sorted[n - 1], ids) < 0;
    }
  sorted[n] = NULL;
  /* Files are read in the order of ids; only what came later stands at the end. */
  if (!in_order)
    g_qsort_with_data (sorted, n, sizeof (gpointer), compare_by_id, ids);
  return sorted;
}

const KladkaRecord *const *
kladka_slots_get_sorted (KladkaSlots *self, KladkaIds *ids, guint *ret_n)
{
  g_mutex_lock (&self->mutex);
  if (self->sorted == NULL)
    self->sorted = build_sorted (self, ids);
  g_mutex_unlock (&self->mutex);
  *ret_n = self->n_live;
  return self->sorted;
}
