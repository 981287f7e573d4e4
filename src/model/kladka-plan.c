/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-plan.h"

#include "kladka-ids-private.h"
#include "kladka-slots.h"

#include <string.h>

struct _KladkaPlan {
  gatomicrefcount ref_count;
  KladkaIds *ids;
  KladkaSlots *tables[KLADKA_N_TYPES];
};

struct _KladkaPlanBuilder {
  KladkaPlan *plan;
  gboolean own[KLADKA_N_TYPES]; /* tables that are ours to change */
};

static KladkaPlan *
new_plan (KladkaIds *ids)
{
  KladkaPlan *self = g_new0 (KladkaPlan, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->ids = kladka_ids_ref (ids);
  return self;
}

KladkaPlan *
kladka_plan_ref (const KladkaPlan *self)
{
  g_atomic_ref_count_inc (&((KladkaPlan *)self)->ref_count);
  return (KladkaPlan *)self;
}

void
kladka_plan_unref (KladkaPlan *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    kladka_slots_unref (self->tables[type]);
  kladka_ids_unref (self->ids);
  g_free (self);
}

KladkaPlan *
kladka_plan_new_empty (void)
{
  g_autoptr (KladkaIds) ids = kladka_ids_new ();

  return kladka_plan_builder_end (kladka_plan_builder_new (ids));
}

KladkaPlanBuilder *
kladka_plan_builder_new (KladkaIds *ids)
{
  KladkaPlanBuilder *self = g_new0 (KladkaPlanBuilder, 1);

  self->plan = new_plan (ids);
  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    {
      self->plan->tables[type] = kladka_slots_new ();
      self->own[type] = TRUE;
    }
  return self;
}

KladkaPlanBuilder *
kladka_plan_builder_new_from (const KladkaPlan *plan)
{
  KladkaPlanBuilder *self = g_new0 (KladkaPlanBuilder, 1);

  self->plan = new_plan (plan->ids);
  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    self->plan->tables[type] = kladka_slots_ref (plan->tables[type]);
  return self;
}

void
kladka_plan_builder_take (KladkaPlanBuilder *self, KladkaRecord *record)
{
  KladkaSlots **table = &self->plan->tables[record->type];

  if (!self->own[record->type])
    {
      KladkaSlots *shared = *table;

      *table = kladka_slots_copy (shared);
      kladka_slots_unref (shared);
      self->own[record->type] = TRUE;
    }
  kladka_slots_take (*table, record);
}

KladkaPlan *
kladka_plan_builder_end (KladkaPlanBuilder *self)
{
  KladkaPlan *plan = g_steal_pointer (&self->plan);

  kladka_plan_builder_free (self);
  return plan;
}

void
kladka_plan_builder_free (KladkaPlanBuilder *self)
{
  g_clear_pointer (&self->plan, kladka_plan_unref);
  g_free (self);
}

KladkaIds *
kladka_plan_get_ids (const KladkaPlan *self)
{
  return self->ids;
}

const KladkaPlanInfo *
kladka_plan_get_info (const KladkaPlan *self)
{
  const KladkaRecord *record;

  for (guint slot = 0; kladka_plan_next (self, KLADKA_TYPE_PLAN, &slot, &record);)
    return (const KladkaPlanInfo *)record;
  return NULL;
}

guint
kladka_plan_get_n_slots (const KladkaPlan *self, KladkaType type)
{
  return kladka_slots_get_n (self->tables[type]);
}

const KladkaRecord *
kladka_plan_peek_at (const KladkaPlan *self, KladkaType type, guint slot)
{
  return kladka_slots_peek (self->tables[type], slot);
}

const KladkaRecord *
kladka_plan_get_at (const KladkaPlan *self, KladkaType type, guint slot)
{
  const KladkaRecord *record = kladka_plan_peek_at (self, type, slot);

  return record != NULL && !kladka_record_is_deleted (record) ? record : NULL;
}

guint
kladka_plan_get_n_records (const KladkaPlan *self, KladkaType type)
{
  return kladka_slots_get_n_live (self->tables[type]);
}

const KladkaRecord *
kladka_plan_peek (const KladkaPlan *self, KladkaRef ref)
{
  guint32 slot;
  KladkaType type = kladka_ids_look_up (self->ids, ref, &slot);

  return type == KLADKA_TYPE_NONE ? NULL : kladka_slots_peek (self->tables[type], slot);
}

const KladkaRecord *
kladka_plan_get (const KladkaPlan *self, KladkaRef ref)
{
  const KladkaRecord *record = kladka_plan_peek (self, ref);

  return record != NULL && !kladka_record_is_deleted (record) ? record : NULL;
}

const KladkaRecord *
kladka_plan_get_typed (const KladkaPlan *self, KladkaType type, KladkaRef ref)
{
  guint32 slot;
  const KladkaRecord *record;

  if (kladka_ids_look_up (self->ids, ref, &slot) != type || type == KLADKA_TYPE_NONE)
    return NULL;
  record = kladka_slots_peek (self->tables[type], slot);
  return record != NULL && !kladka_record_is_deleted (record) ? record : NULL;
}

const KladkaRecord *
kladka_plan_find (const KladkaPlan *self, const char *id)
{
  return kladka_plan_get (self, kladka_ids_find (self->ids, id));
}

const KladkaRecord *
kladka_plan_peek_deleted (const KladkaPlan *self, KladkaRef ref)
{
  const KladkaRecord *record = kladka_plan_peek (self, ref);

  return record != NULL && kladka_record_is_deleted (record) ? record : NULL;
}

const char *
kladka_plan_get_id (const KladkaPlan *self, const KladkaRecord *record)
{
  return kladka_ids_get_id (self->ids, record->ref);
}

gboolean
kladka_plan_next (const KladkaPlan *self, KladkaType type, guint *slot, const KladkaRecord **ret_record)
{
  guint n = kladka_slots_get_n (self->tables[type]);

  while (*slot < n)
    {
      *ret_record = kladka_plan_get_at (self, type, (*slot)++);
      if (*ret_record != NULL)
        return TRUE;
    }
  return FALSE;
}

const KladkaRecord *const *
kladka_plan_get_owned (const KladkaPlan *self, KladkaType type, const char *field, KladkaRef owner, guint *ret_n)
{
  const KladkaTypeInfo *info = kladka_type_get (type);
  int cell = kladka_type_cell_of (info, field);

  g_assert (cell >= 0 && info->cells[cell].field->kind == KLADKA_KIND_REF);
  return kladka_slots_get_owned (self->tables[type], self->ids, info->cells[cell].field, owner, ret_n);
}

const KladkaRecord *const *
kladka_plan_get_sorted (const KladkaPlan *self, KladkaType type, guint *ret_n)
{
  return kladka_slots_get_sorted (self->tables[type], self->ids, ret_n);
}

KladkaMarking
kladka_plan_get_default_marking (const KladkaPlan *self)
{
  const KladkaPlanInfo *info = kladka_plan_get_info (self);

  return info != NULL && info->default_marking != KLADKA_MARKING_NONE ? info->default_marking : KLADKA_MARKING_AMBER;
}

/* The first column that points to something names a record that has no name of its own: a delivery by its capability.
 */
static const char *
get_borrowed_label (const KladkaPlan *self, const KladkaRecord *record, KladkaLang lang)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KladkaField *field = info->fields[i];
      const KladkaRecord *target;

      if (field->kind != KLADKA_KIND_REF || (field->flags & KLADKA_FIELD_OWNER))
        continue;
      target = kladka_plan_get (self, *(const KladkaRef *)kladka_record_member (record, field));
      if (target != NULL && kladka_record_get_name (target, lang) != NULL)
        return kladka_record_get_name (target, lang);
    }
  return NULL;
}

const char *
kladka_plan_get_label (const KladkaPlan *self, const KladkaRecord *record, KladkaLang lang)
{
  const char *label = kladka_record_get_short (record);

  if (label == NULL)
    label = kladka_record_get_name (record, lang);
  if (label == NULL)
    label = get_borrowed_label (self, record, lang);
  return label != NULL ? label : kladka_plan_get_id (self, record);
}

char *
kladka_plan_dup_label (const KladkaPlan *self, const KladkaRecord *record, KladkaLang lang)
{
  return kladka_record_get_short (record) == NULL ? kladka_plan_dup_name (self, record, lang)
                                                  : g_strdup (kladka_record_get_short (record));
}

char *
kladka_plan_dup_name (const KladkaPlan *self, const KladkaRecord *record, KladkaLang lang)
{
  char *name = kladka_record_dup_name (record, lang);

  return name != NULL ? name : g_strdup (kladka_plan_get_label (self, record, lang));
}

char *
kladka_plan_dup_title (const KladkaPlan *self, const KladkaRecord *record, KladkaLang lang)
{
  const char *reference = kladka_record_get_short (record);
  g_autofree char *name = NULL;

  if (reference != NULL && g_str_equal (reference, kladka_record_get_name (record, lang)))
    return g_strdup (reference);
  name = kladka_plan_dup_name (self, record, lang);
  return reference != NULL ? g_strdup_printf ("%s %s", reference, name) : g_steal_pointer (&name);
}
