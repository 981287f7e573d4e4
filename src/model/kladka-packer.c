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
  GPtrArray *kept; /* what had to be made on the way */
  union {
    KladkaRecord record;
    guint8 bytes[SCRATCH_MAX];
  } scratch;
};

KladkaPacker *
kladka_packer_new (KladkaIds *ids)
{
  KladkaPacker *self = g_new0 (KladkaPacker, 1);

  self->ids = kladka_ids_ref (ids);
  self->kept = g_ptr_array_new_with_free_func (g_free);
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

static void
clear_member (KladkaPacker *self, const KladkaField *field)
{
  if (field->kind == KLADKA_KIND_INTEGER || field->kind == KLADKA_KIND_DECIMAL)
    *(gint64 *)get_member (self, field) = KLADKA_INT_NONE;
  else if (field->kind == KLADKA_KIND_MONEY)
    *(KladkaMoney *)get_member (self, field) = KLADKA_MONEY_NONE;
  else if (field->kind == KLADKA_KIND_NUMBERS)
    for (guint i = 0; i < KLADKA_NUMBERS_MAX; i++)
      ((gint32 *)get_member (self, field))[i] = KLADKA_NUMBER_NONE;
}

static void
begin (KladkaPacker *self, KladkaType type)
{
  self->info = kladka_type_get (type);
  g_assert (self->info->size <= SCRATCH_MAX);
  if (self->kept->len > 0)
    g_ptr_array_set_size (self->kept, 0);
}

void
kladka_packer_begin (KladkaPacker *self, KladkaType type, const char *id)
{
  begin (self, type);
  memset (&self->scratch, 0, self->info->size);
  for (guint i = 0; i < self->info->n_fields; i++)
    clear_member (self, self->info->fields[i]);
  self->ref = kladka_ids_intern (self->ids, id);
}

void
kladka_packer_begin_from (KladkaPacker *self, const KladkaRecord *record)
{
  begin (self, record->type);
  memcpy (&self->scratch, record, self->info->size);
  self->ref = record->ref;
}

static const KladkaField *
get_field (KladkaPacker *self, guint cell)
{
  return self->info->cells[cell].field;
}

void
kladka_packer_set_text (KladkaPacker *self, guint cell, const char *text)
{
  const KladkaCell *target = &self->info->cells[cell];
  const char **member = get_member (self, target->field);

  member[target->lang] = text != NULL && *text != '\0' ? text : NULL;
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
      clear_member (self, field);
      if (value->tag == KLADKA_VALUE_NUMBERS)
        memcpy (get_member (self, field), value->numbers, field->size);
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

/* How much room what a pointer member points to takes; lists of pointers first, so that all stay aligned. */
static gsize
measure_list (const KladkaField *field, gconstpointer member)
{
  const char *const *tags = *(const char *const *const *)member;
  const KladkaRef *refs = *(const KladkaRef *const *)member;
  gsize n = 0;

  if (tags == NULL)
    return 0;
  if (field->kind == KLADKA_KIND_TAGS)
    return (g_strv_length ((char **)tags) + 1) * sizeof (char *);
  while (refs[n] != 0)
    n++;
  return ((n + 1) * sizeof (KladkaRef) + 7) & ~(gsize)7;
}

static gsize
measure_texts (const KladkaField *field, gconstpointer member)
{
  const char *const *texts = member;
  guint n = field->kind == KLADKA_KIND_TEXT3 ? KLADKA_N_LANGS : 1;
  gsize size = 0;

  if (field->kind == KLADKA_KIND_TAGS)
    {
      texts = *(const char *const *const *)member;
      n = texts != NULL ? g_strv_length ((char **)texts) : 0;
    }
  for (guint i = 0; i < n; i++)
    if (texts[i] != NULL)
      size += strlen (texts[i]) + 1;
  return size;
}

static gboolean
holds_list (const KladkaField *field)
{
  return field->kind == KLADKA_KIND_TAGS || field->kind == KLADKA_KIND_REFS;
}

static gboolean
holds_text (const KladkaField *field)
{
  return field->kind == KLADKA_KIND_TEXT || field->kind == KLADKA_KIND_TEXT3 || field->kind == KLADKA_KIND_TAGS;
}

static void
copy_list (const KladkaField *field, gpointer member, guint8 **room)
{
  gsize size = measure_list (field, member);

  if (size == 0)
    return;
  if (field->kind == KLADKA_KIND_TAGS)
    memcpy (*room, *(gpointer *)member, size);
  else
    {
      const KladkaRef *refs = *(const KladkaRef *const *)member;
      gsize n = 0;

      while (refs[n] != 0)
        n++;
      memcpy (*room, refs, (n + 1) * sizeof (KladkaRef));
    }
  *(gpointer *)member = *room;
  *room += size;
}

static void
copy_texts (const KladkaField *field, gpointer member, guint8 **room)
{
  const char **texts = member;
  guint n = field->kind == KLADKA_KIND_TEXT3 ? KLADKA_N_LANGS : 1;

  if (field->kind == KLADKA_KIND_TAGS)
    {
      texts = *(const char ***)member;
      n = texts != NULL ? g_strv_length ((char **)texts) : 0;
    }
  for (guint i = 0; i < n; i++)
    {
      gsize size;

      if (texts[i] == NULL)
        continue;
      size = strlen (texts[i]) + 1;
      memcpy (*room, texts[i], size);
      texts[i] = (const char *)*room;
      *room += size;
    }
}

KladkaRecord *
kladka_packer_finish (KladkaPacker *self)
{
  gsize base = (self->info->size + 7) & ~(gsize)7;
  gsize extra = 0;
  guint32 slot;
  guint8 *block;
  guint8 *room;
  KladkaRecord *record;

  if (!kladka_ids_claim (self->ids, self->ref, self->info->type, &slot))
    return NULL;
  for (guint i = 0; i < self->info->n_fields; i++)
    {
      const KladkaField *field = self->info->fields[i];

      if (holds_list (field))
        extra += measure_list (field, get_member (self, field));
      if (holds_text (field))
        extra += measure_texts (field, get_member (self, field));
    }
  block = g_malloc (base + extra);
  memcpy (block, &self->scratch, self->info->size);
  room = block + base;
  for (guint i = 0; i < self->info->n_fields; i++)
    if (holds_list (self->info->fields[i]))
      copy_list (self->info->fields[i], block + self->info->fields[i]->offset, &room);
  for (guint i = 0; i < self->info->n_fields; i++)
    if (holds_text (self->info->fields[i]))
      copy_texts (self->info->fields[i], block + self->info->fields[i]->offset, &room);

  record = (KladkaRecord *)block;
  g_atomic_ref_count_init (&record->ref_count);
  record->type = self->info->type;
  record->ref = self->ref;
  record->slot = slot;
  return record;
}
