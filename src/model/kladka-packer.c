/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-record.h"

#include "kladka-ids-private.h"
#include "kladka-records.h"

#include <string.h>

/* Collects a record in a scratch struct whose texts are borrowed; finish copies the struct and all its texts into one
 * block. */

#define SCRATCH_MAX 1024

struct _KladkaPacker {
  KladkaIds *ids;
  const KladkaTypeInfo *info;
  KladkaRef ref;
  gboolean first;  /* nobody else knows the ids */
  GPtrArray *kept; /* what had to be made on the way */
  union {
    KladkaRecord record;
    guint8 bytes[SCRATCH_MAX];
  } scratch;
  guint32 sizes[SCRATCH_MAX / sizeof (char *)]; /* of the texts, with their zero, by the place of their member */
};

KladkaPacker *
kladka_packer_new (KladkaIds *ids)
{
  KladkaPacker *self = g_new0 (KladkaPacker, 1);

  self->ids = kladka_ids_ref (ids);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  return self;
}

KladkaPacker *
kladka_packer_new_first (KladkaIds *ids)
{
  KladkaPacker *self = kladka_packer_new (ids);

  self->first = TRUE;
  return self;
}

void
kladka_packer_free (KladkaPacker *self)
{
  kladka_ids_unref (self->ids);
  g_ptr_array_unref (self->kept);
  g_free (self);
}

static gpointer
get_member (KladkaPacker *self, const KladkaField *field)
{
  return self->scratch.bytes + field->offset;
}

static const char *
get_text (const KladkaPacker *self, guint16 offset)
{
  return *(const char *const *)(self->scratch.bytes + offset);
}

static void
begin (KladkaPacker *self, const KladkaTypeInfo *info, gconstpointer from)
{
  g_assert (info->size <= SCRATCH_MAX);
  self->info = info;
  memcpy (&self->scratch, from, info->size);
  if (self->kept->len > 0)
    g_ptr_array_set_size (self->kept, 0);
}

void
kladka_packer_begin (KladkaPacker *self, KladkaType type, const char *id)
{
  const KladkaTypeInfo *info = kladka_type_get (type);

  begin (self, info, info->blank);
  self->ref = kladka_ids_intern (self->ids, id);
}

gboolean
kladka_packer_begin_first (KladkaPacker *self, const KladkaTypeInfo *info, const char *id, gsize length)
{
  begin (self, info, info->blank);
  self->ref = kladka_ids_intern_first (self->ids, id, length);
  return self->ref != 0;
}

void
kladka_packer_begin_from (KladkaPacker *self, const KladkaRecord *record)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);

  begin (self, info, record);
  self->ref = record->ref;
  for (guint i = 0; i < info->n_texts; i++)
    if (get_text (self, info->text_offsets[i]) != NULL)
      self->sizes[info->text_offsets[i] / sizeof (char *)] = strlen (get_text (self, info->text_offsets[i])) + 1;
}

static const KladkaField *
get_field (KladkaPacker *self, guint cell)
{
  return self->info->cells[cell].field;
}

void
kladka_packer_set_text_of (KladkaPacker *self, guint cell, const char *text, gsize length)
{
  const KladkaCell *target = &self->info->cells[cell];
  gsize offset = target->field->offset + target->lang * sizeof (char *);

  *(const char **)(self->scratch.bytes + offset) = length > 0 ? text : NULL;
  self->sizes[offset / sizeof (char *)] = length + 1;
}

void
kladka_packer_set_text (KladkaPacker *self, guint cell, const char *text)
{
  kladka_packer_set_text_of (self, cell, text, text != NULL ? strlen (text) : 0);
}

void
kladka_packer_set_integer (KladkaPacker *self, guint cell, gint64 integer)
{
  const KladkaField *field = get_field (self, cell);
  gpointer member = get_member (self, field);
  gboolean none = integer == KLADKA_INT_NONE;

  if (field->kind == KLADKA_KIND_CHOICE || field->kind == KLADKA_KIND_BOOL)
    *(guint8 *)member = none ? 0 : integer;
  else if (field->kind == KLADKA_KIND_SET)
    *(guint64 *)member = none ? 0 : integer;
  else
    *(gint64 *)member = integer;
}

void
kladka_packer_set_date (KladkaPacker *self, guint cell, KladkaDate date)
{
  *(KladkaDate *)get_member (self, get_field (self, cell)) = date;
}

void
kladka_packer_set_money (KladkaPacker *self, guint cell, KladkaMoney money)
{
  *(KladkaMoney *)get_member (self, get_field (self, cell)) = money;
}

void
kladka_packer_set_ref (KladkaPacker *self, guint cell, const char *id)
{
  *(KladkaRef *)get_member (self, get_field (self, cell)) = kladka_ids_intern (self->ids, id);
}

gboolean
kladka_packer_set_ref_first (KladkaPacker *self, guint cell, const char *id, gsize length)
{
  KladkaRef ref = kladka_ids_intern_first (self->ids, id, length);

  *(KladkaRef *)get_member (self, get_field (self, cell)) = ref;
  return ref != 0;
}

static void
set_refs (KladkaPacker *self, const KladkaField *field, char **list)
{
  guint n = g_strv_length (list);
  KladkaRef *refs = g_new0 (KladkaRef, n + 1);

  for (guint i = 0; i < n; i++)
    refs[i] = kladka_ids_intern (self->ids, list[i]);
  g_ptr_array_add (self->kept, refs);
  *(const KladkaRef **)get_member (self, field) = refs;
}

static void
set_list (KladkaPacker *self, const KladkaField *field, char **list)
{
  if (list == NULL)
    *(gpointer *)get_member (self, field) = NULL;
  else if (field->kind == KLADKA_KIND_REFS)
    set_refs (self, field, list);
  else
    *(char ***)get_member (self, field) = list;
}

void
kladka_packer_set (KladkaPacker *self, guint cell, const KladkaValue *value)
{
  const KladkaField *field = get_field (self, cell);

  switch (field->kind)
    {
    case KLADKA_KIND_TEXT:
    case KLADKA_KIND_TEXT3:
      kladka_packer_set_text (self, cell, value->tag == KLADKA_VALUE_TEXT ? value->text : NULL);
      break;
    case KLADKA_KIND_REF:
      kladka_packer_set_ref (self, cell, value->tag == KLADKA_VALUE_TEXT ? value->text : NULL);
      break;
    case KLADKA_KIND_DATE:
      kladka_packer_set_date (self, cell, value->tag == KLADKA_VALUE_DATE ? value->date : KLADKA_DATE_NONE);
      break;
    case KLADKA_KIND_MONEY:
      kladka_packer_set_money (self, cell, value->tag == KLADKA_VALUE_MONEY ? value->money : KLADKA_MONEY_NONE);
      break;
    case KLADKA_KIND_TAGS:
    case KLADKA_KIND_REFS:
      set_list (self, field, value->tag == KLADKA_VALUE_LIST ? value->list : NULL);
      break;
    case KLADKA_KIND_NUMBERS:
      memcpy (get_member (self, field),
              value->tag == KLADKA_VALUE_NUMBERS ? (gconstpointer)value->numbers
                                                 : (const guint8 *)self->info->blank + field->offset,
              field->size);
      break;
    default:
      kladka_packer_set_integer (self, cell, value->tag == KLADKA_VALUE_INTEGER ? value->integer : KLADKA_INT_NONE);
    }
}

static gboolean
set_parsed (KladkaPacker *self, guint cell, const char *text)
{
  const char *parts[2] = { text, NULL };
  g_auto (KladkaValue) value = KLADKA_VALUE_INIT;

  if (!kladka_value_parse_file (&self->info->cells[cell], parts, &value, NULL))
    return FALSE;
  kladka_packer_set (self, cell, &value);
  /* A list is borrowed until finish: keep it. */
  if (value.tag == KLADKA_VALUE_LIST && get_field (self, cell)->kind == KLADKA_KIND_TAGS)
    {
      for (guint i = 0; value.list[i] != NULL; i++)
        g_ptr_array_add (self->kept, value.list[i]);
      g_ptr_array_add (self->kept, value.list);
      value = KLADKA_VALUE_INIT;
    }
  return TRUE;
}

static gboolean
set_money_part (KladkaPacker *self, const KladkaField *field, guint part, const char *text)
{
  KladkaMoney *money = get_member (self, field);

  if (text == NULL)
    return TRUE;
  if (part == 0)
    return g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, &money->minor, NULL);
  if (strlen (text) != 3)
    return FALSE;
  memcpy (money->currency, text, 4);
  return TRUE;
}

gboolean
kladka_packer_set_column (KladkaPacker *self, guint column, const char *text)
{
  const KladkaColumn *target = &self->info->columns[column];
  const KladkaField *field = get_field (self, target->cell);

  if (field->kind == KLADKA_KIND_MONEY)
    return set_money_part (self, field, target->part, text);
  if (field->kind == KLADKA_KIND_TEXT || field->kind == KLADKA_KIND_TEXT3)
    kladka_packer_set_text (self, target->cell, text);
  else if (field->kind == KLADKA_KIND_REF)
    kladka_packer_set_ref (self, target->cell, text);
  else
    return set_parsed (self, target->cell, text);
  return TRUE;
}

/* ---- Lists: pointers to texts of their own, or refs ---- */

static guint
count_refs (const KladkaRef *refs)
{
  guint n = 0;

  while (refs[n] != 0)
    n++;
  return n;
}

/* The list alone, so that those behind it stay aligned. */
static gsize
measure_list (const KladkaField *field, gconstpointer list)
{
  if (field->kind == KLADKA_KIND_TAGS)
    return (g_strv_length ((char **)list) + 1) * sizeof (char *);
  return ((count_refs (list) + 1) * sizeof (KladkaRef) + 7) & ~(gsize)7;
}

static gsize
measure_tags (const char *const *tags)
{
  gsize size = 0;

  for (guint i = 0; tags[i] != NULL; i++)
    size += strlen (tags[i]) + 1;
  return size;
}

static gsize
measure_lists (KladkaPacker *self)
{
  gsize size = 0;

  for (guint i = 0; i < self->info->n_lists; i++)
    {
      const KladkaField *field = self->info->lists[i];
      gconstpointer list = *(gconstpointer *)get_member (self, field);

      if (list != NULL)
        size += measure_list (field, list) + (field->kind == KLADKA_KIND_TAGS ? measure_tags (list) : 0);
    }
  return size;
}

static void
copy_list (const KladkaField *field, gpointer *member, guint8 **room)
{
  gsize size =
      field->kind == KLADKA_KIND_TAGS ? measure_list (field, *member) : (count_refs (*member) + 1) * sizeof (KladkaRef);

  memcpy (*room, *member, size);
  *member = *room;
  *room += measure_list (field, *member);
}

static void
copy_tags (const char **tags, guint8 **room)
{
  for (guint i = 0; tags[i] != NULL; i++)
    {
      gsize size = strlen (tags[i]) + 1;

      memcpy (*room, tags[i], size);
      tags[i] = (const char *)*room;
      *room += size;
    }
}

static void
copy_lists (KladkaPacker *self, guint8 *block, guint8 **room)
{
  for (guint i = 0; i < self->info->n_lists; i++)
    {
      gpointer *member = (gpointer *)(block + self->info->lists[i]->offset);

      if (*member != NULL)
        copy_list (self->info->lists[i], member, room);
    }
  for (guint i = 0; i < self->info->n_lists; i++)
    if (self->info->lists[i]->kind == KLADKA_KIND_TAGS)
      {
        const char **tags = *(const char ***)(block + self->info->lists[i]->offset);

        if (tags != NULL)
          copy_tags (tags, room);
      }
}

/* ---- Texts ---- */

static gsize
measure_texts (const KladkaPacker *self)
{
  gsize size = 0;

  for (guint i = 0; i < self->info->n_texts; i++)
    if (get_text (self, self->info->text_offsets[i]) != NULL)
      size += self->sizes[self->info->text_offsets[i] / sizeof (char *)];
  return size;
}

static void
copy_texts (const KladkaPacker *self, guint8 *block, guint8 *room)
{
  for (guint i = 0; i < self->info->n_texts; i++)
    {
      guint16 offset = self->info->text_offsets[i];
      guint32 size = self->sizes[offset / sizeof (char *)];

      if (get_text (self, offset) == NULL)
        continue;
      memcpy (room, get_text (self, offset), size);
      *(const char **)(block + offset) = (const char *)room;
      room += size;
    }
}

static gboolean
claim (KladkaPacker *self, guint32 *ret_slot)
{
  return self->first ? kladka_ids_claim_first (self->ids, self->ref, self->info->type, ret_slot)
                     : kladka_ids_claim (self->ids, self->ref, self->info->type, ret_slot);
}

KladkaRecord *
kladka_packer_finish (KladkaPacker *self)
{
  gsize base = (self->info->size + 7) & ~(gsize)7;
  KladkaRecord *record;
  guint32 slot;
  guint8 *room;

  if (!claim (self, &slot))
    return NULL;
  record = g_malloc (base + measure_lists (self) + measure_texts (self));
  memcpy (record, &self->scratch, self->info->size);
  room = (guint8 *)record + base;
  copy_lists (self, (guint8 *)record, &room);
  copy_texts (self, (guint8 *)record, room);
  g_atomic_ref_count_init (&record->ref_count);
  record->type = self->info->type;
  record->ref = self->ref;
  record->slot = slot;
  return record;
}
