/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-edit-private.h"

/* Ids repeat for every cell of a record, so they lie once in a chunk. */
struct _KladkaEdits {
  GArray *items;
  GStringChunk *ids;
};

static void
clear_edit_cb (gpointer data)
{
  kladka_value_clear (&((KladkaEdit *)data)->value);
}

KladkaEdits *
kladka_edits_new (void)
{
  KladkaEdits *self = g_new0 (KladkaEdits, 1);
  self->items = g_array_new (FALSE, FALSE, sizeof (KladkaEdit));
  g_array_set_clear_func (self->items, clear_edit_cb);
  self->ids = g_string_chunk_new (1024);
  return self;
}

void
kladka_edits_free (KladkaEdits *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_string_chunk_free (self->ids);
  g_free (self);
}

guint
kladka_edits_get_n (const KladkaEdits *self)
{
  return self->items->len;
}

const KladkaEdit *
kladka_edits_get (const KladkaEdits *self, guint index)
{
  return &g_array_index (self->items, KladkaEdit, index);
}

static void
add_edit (KladkaEdits *self, KladkaType type, const char *id, guint cell, KladkaValue value)
{
  KladkaEdit edit = { type, g_string_chunk_insert_const (self->ids, id != NULL ? id : ""), cell, value };
  g_array_append_val (self->items, edit);
}

void
kladka_edits_create (KladkaEdits *self, KladkaType type, const char *id)
{
  add_edit (self, type, id, KLADKA_EDIT_CREATE, KLADKA_VALUE_INIT);
}

void
kladka_edits_set (KladkaEdits *self, KladkaType type, const char *id, guint cell, KladkaValue value)
{
  g_assert (cell != KLADKA_EDIT_CREATE);
  add_edit (self, type, id, cell, value);
}

void
kladka_edits_set_named (KladkaEdits *self, KladkaType type, const char *id, const char *cell, KladkaValue value)
{
  int index = kladka_type_find_cell (kladka_type_get (type), cell);
  g_assert (index >= 0);
  kladka_edits_set (self, type, id, index, value);
}

/* A record may name several owners (a transaction its project or its initiative); it belongs to the first it names. */
static gboolean
belongs_to (const KladkaRecord *record, const KladkaTypeInfo *info, KladkaRef owner)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i]->flags & KLADKA_FIELD_OWNER)
      {
        KladkaRef ref = *(const KladkaRef *)kladka_record_member (record, info->fields[i]);
        if (ref != 0)
          return ref == owner;
      }
  return FALSE;
}

static void
delete_owned (KladkaEdits *self,
              const KladkaPlan *plan,
              const KladkaRecord *owner,
              const KladkaTypeInfo *info,
              const KladkaField *field)
{
  guint n;
  const KladkaRecord *const *owned = kladka_plan_get_owned (plan, info->type, field->name, owner->ref, &n);
  for (guint i = 0; i < n; i++)
    if (owned[i] != owner && belongs_to (owned[i], info, owner->ref))
      kladka_edits_delete (self, plan, owned[i]);
}

/* No type owns itself by way of others, so this comes to an end. */
void
kladka_edits_delete (KladkaEdits *self, const KladkaPlan *plan, const KladkaRecord *record)
{
  kladka_edits_set_named (self, record->type, kladka_plan_get_id (plan, record), "deleted", kladka_value_integer (2));
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      const KladkaTypeInfo *info = kladka_type_get (type);
      for (guint i = 0; i < info->n_fields; i++)
        if ((info->fields[i]->flags & KLADKA_FIELD_OWNER) && info->fields[i]->ref_type == record->type)
          delete_owned (self, plan, record, info, info->fields[i]);
    }
}

void
kladka_edits_append (KladkaEdits *self, const KladkaEdits *other)
{
  guint n = other->items->len;
  for (guint i = 0; i < n; i++)
    {
      const KladkaEdit *edit = kladka_edits_get (other, i);
      add_edit (self, edit->type, edit->id, edit->cell, kladka_value_copy (&edit->value));
    }
}
