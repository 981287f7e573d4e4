/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The marking gate: what may leave the program at a ceiling. */

#include "kladka-plan.h"

#include "kladka-slots.h"

/* What a record rests on may rest on more; a chain longer than this is a circle, and counts as the highest marking
 * there is. */
#define MAX_DEPTH 16

static KladkaMarking find_marking (const KladkaPlan *self, const KladkaRecord *record, guint depth);

/* What was deleted is as high as it was: the words about it are still there. */
static KladkaMarking
find_marking_of_target (const KladkaPlan *self, KladkaRef ref, guint depth)
{
  const KladkaRecord *target = kladka_plan_peek (self, ref);

  return target != NULL ? find_marking (self, target, depth + 1) : KLADKA_MARKING_NONE;
}

static KladkaMarking
find_marking (const KladkaPlan *self, const KladkaRecord *record, guint depth)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  KladkaMarking marking = record->marking;

  if (depth > MAX_DEPTH)
    return KLADKA_MARKING_RED;
  if (marking == KLADKA_MARKING_NONE)
    marking = kladka_plan_get_default_marking (self);
  for (guint i = 0; i < info->n_fields && marking < KLADKA_MARKING_RED; i++)
    {
      const KladkaField *field = info->fields[i];
      gconstpointer member = kladka_record_member (record, field);

      if (!(field->flags & KLADKA_FIELD_RESTS))
        continue;
      if (field->kind == KLADKA_KIND_REF)
        marking = MAX (marking, find_marking_of_target (self, *(const KladkaRef *)member, depth));
      else
        for (const KladkaRef *refs = *(const KladkaRef *const *)member; refs != NULL && *refs != 0; refs++)
          marking = MAX (marking, find_marking_of_target (self, *refs, depth));
    }
  return marking;
}

KladkaMarking
kladka_plan_get_marking_of (const KladkaPlan *self, const KladkaRecord *record)
{
  return find_marking (self, record, 0);
}

/* Without the plan's own record there is no period and no currency: it always passes, but its texts only where its
 * marking does. */
static gboolean
passes (const KladkaPlan *self, const KladkaRecord *record, KladkaMarking ceiling)
{
  return record->type == KLADKA_TYPE_PLAN || find_marking (self, record, 0) <= ceiling;
}

typedef struct {
  const KladkaPlan *plan;
  KladkaMarking ceiling;
  KladkaPacker *packer;
} Gate;

static const char *
get_passing_id (Gate *gate, KladkaRef ref)
{
  const KladkaRecord *target = kladka_plan_get (gate->plan, ref);

  return target != NULL && passes (gate->plan, target, gate->ceiling) ? kladka_plan_get_id (gate->plan, target) : NULL;
}

static KladkaValue
dup_passing_refs (Gate *gate, const KladkaRef *refs)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (; refs != NULL && *refs != 0; refs++)
    {
      const char *id = get_passing_id (gate, *refs);

      if (id != NULL)
        g_ptr_array_add (ids, (gpointer)id);
    }
  g_ptr_array_add (ids, NULL);
  return kladka_value_list ((const char *const *)ids->pdata);
}

static void
copy_cell (Gate *gate, const KladkaRecord *record, const KladkaCell *source, guint cell)
{
  const KladkaField *field = source->field;
  gconstpointer member = kladka_record_member (record, field);
  g_auto (KladkaValue) value = KLADKA_VALUE_INIT;

  if (field->kind == KLADKA_KIND_REF)
    kladka_packer_set_ref (gate->packer, cell, get_passing_id (gate, *(const KladkaRef *)member));
  else if (field->kind == KLADKA_KIND_TEXT || field->kind == KLADKA_KIND_TEXT3)
    kladka_packer_set_text (gate->packer, cell, ((const char *const *)member)[source->lang]);
  else if (field->kind == KLADKA_KIND_TAGS)
    {
      char **tags = *(char ***)member;
      const KladkaValue borrowed = { .tag = tags != NULL ? KLADKA_VALUE_LIST : KLADKA_VALUE_NONE, .list = tags };

      kladka_packer_set (gate->packer, cell, &borrowed);
    }
  else
    {
      value = field->kind == KLADKA_KIND_REFS
                  ? dup_passing_refs (gate, *(const KladkaRef *const *)member)
                  : kladka_record_dup_value (record, cell, kladka_plan_get_ids (gate->plan));
      kladka_packer_set (gate->packer, cell, &value);
    }
}

static KladkaRecord *
copy_through (Gate *gate, const KladkaRecord *record)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  gboolean without_texts = record->type == KLADKA_TYPE_PLAN && find_marking (gate->plan, record, 0) > gate->ceiling;

  kladka_packer_begin (gate->packer, record->type, kladka_plan_get_id (gate->plan, record));
  for (guint cell = 0; cell < info->n_cells; cell++)
    {
      gboolean is_text =
          info->cells[cell].field->kind == KLADKA_KIND_TEXT3 || (info->cells[cell].field->flags & KLADKA_FIELD_COMMON);

      if (!(without_texts && is_text))
        copy_cell (gate, record, &info->cells[cell], cell);
    }
  return kladka_packer_finish (gate->packer);
}

/* An owned record whose owner is gone says nothing any more. */
static gboolean
has_lost_owner (const KladkaPlan *self, const KladkaRecord *record)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  gboolean owned = FALSE;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KladkaField *field = info->fields[i];

      if (field->kind != KLADKA_KIND_REF || !(field->flags & KLADKA_FIELD_OWNER))
        continue;
      owned = TRUE;
      if (kladka_plan_get (self, *(const KladkaRef *)kladka_record_member (record, field)) != NULL)
        return FALSE;
    }
  return owned;
}

KladkaPlan *
kladka_plan_new_below (const KladkaPlan *self, KladkaMarking ceiling, guint *ret_n_left_out)
{
  g_autoptr (KladkaIds) ids = kladka_ids_new ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (ids);
  KladkaPlanBuilder *builder = kladka_plan_builder_new (ids);
  Gate gate = { self, ceiling, packer };
  guint n_left_out = 0;

  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    {
      const KladkaRecord *record;

      for (guint slot = 0; kladka_plan_next (self, type, &slot, &record);)
        {
          if (!passes (self, record, ceiling))
            n_left_out++;
          else if (!has_lost_owner (self, record))
            kladka_plan_builder_take (builder, copy_through (&gate, record));
        }
    }
  if (ret_n_left_out != NULL)
    *ret_n_left_out = n_left_out;
  return kladka_plan_builder_end (builder);
}
