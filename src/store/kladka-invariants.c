/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-invariants.h"

#include "kladka-error.h"
#include "kladka-i18n.h"

/* A reference to its own type says what stands above a record: the capability it is part of, the organisation it
 * belongs to, the transaction that was the same money before. */
static gboolean
points_up (const KladkaTypeInfo *info, const KladkaField *field)
{
  return field->kind == KLADKA_KIND_REF && field->ref_type == info->type;
}

static KladkaRef
get_above (const KladkaPlan *plan, const KladkaRecord *record, const KladkaField *field)
{
  KladkaRef ref = *(const KladkaRef *)kladka_record_member (record, field);
  return kladka_plan_get_typed (plan, record->type, ref) != NULL ? ref : 0;
}

static char *
dup_label (const KladkaPlan *plan, const KladkaRecord *record)
{
  return kladka_text_dup_shown (kladka_plan_get_label (plan, record, KLADKA_LANG_EN), 80);
}

static gboolean
refuse_circle (const KladkaPlan *plan, const KladkaRecord *record, const KladkaField *field, GError **error)
{
  g_autofree char *label = dup_label (plan, record);
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID, _ ("%s “%s” (%s) stands above itself: see “%s”."),
               g_dpgettext2 (GETTEXT_PACKAGE, "type", kladka_type_get (record->type)->label), label,
               kladka_plan_get_id (plan, record), g_dpgettext2 (GETTEXT_PACKAGE, "field", field->label));
  return FALSE;
}

static gboolean
refuse_parent (const KladkaPlan *plan, const KladkaRecord *record, const KladkaField *field, GError **error)
{
  g_autofree char *label = dup_label (plan, record);
  KladkaRef parent = *(const KladkaRef *)kladka_record_member (record, field);
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID,
               _ ("%s “%s” (%s) stands below “%s”, but the plan has no such record of that kind: see “%s”."),
               g_dpgettext2 (GETTEXT_PACKAGE, "type", kladka_type_get (record->type)->label), label,
               kladka_plan_get_id (plan, record), kladka_ids_get_id (kladka_plan_get_ids (plan), parent),
               g_dpgettext2 (GETTEXT_PACKAGE, "field", field->label));
  return FALSE;
}

/* A tree has no loose ends; one that was deleted still stands there, and may come back. */
static gboolean
check_parent (const KladkaPlan *plan, const KladkaRecord *record, const KladkaField *field, GError **error)
{
  KladkaRef ref = *(const KladkaRef *)kladka_record_member (record, field);
  const KladkaRecord *parent = kladka_plan_peek (plan, ref);
  return ref == 0 || (parent != NULL && parent->type == record->type) || refuse_parent (plan, record, field, error);
}

/* Of deleted records too: they may come back as well. */
static gboolean
check_parents (const KladkaPlan *plan, KladkaType type, const KladkaField *field, GError **error)
{
  guint n = kladka_plan_get_n_slots (plan, type);
  for (guint slot = 0; slot < n; slot++)
    {
      const KladkaRecord *record = kladka_plan_peek_at (plan, type, slot);
      if (record != NULL && !check_parent (plan, record, field, error))
        return FALSE;
    }
  return TRUE;
}

/* Walks up; slots already known to lead to a top end it early. @marks: a number a slot: 0 unseen, else the walk that
 * saw it. */
static gboolean
check_circle (const KladkaPlan *plan,
              const KladkaRecord *record,
              const KladkaField *field,
              guint32 *marks,
              guint32 walk,
              GError **error)
{
  const KladkaRecord *at = record;
  while (at != NULL && marks[at->slot] == 0)
    {
      marks[at->slot] = walk;
      at = kladka_plan_get (plan, get_above (plan, at, field));
    }
  return at == NULL || marks[at->slot] != walk || refuse_circle (plan, at, field, error);
}

static gboolean
check_circles (const KladkaPlan *plan, const KladkaTypeInfo *info, const KladkaField *field, GError **error)
{
  g_autofree guint32 *marks = g_new0 (guint32, kladka_plan_get_n_slots (plan, info->type) + 1);
  const KladkaRecord *record;
  guint32 walk = 0;
  for (guint slot = 0; kladka_plan_next (plan, info->type, &slot, &record);)
    if (!check_circle (plan, record, field, marks, ++walk, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_field (const KladkaPlan *plan, const KladkaTypeInfo *info, const KladkaField *field, GError **error)
{
  return (!(field->flags & KLADKA_FIELD_PARENT) || check_parents (plan, info->type, field, error))
         && (!points_up (info, field) || check_circles (plan, info, field, error));
}

gboolean
kladka_invariants_check_plan (const KladkaPlan *plan, GError **error)
{
  guint n = kladka_plan_get_n_records (plan, KLADKA_TYPE_PLAN);
  if (n != 1)
    {
      g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_INVALID,
                           n == 0 ? _ ("This file holds no plan.") : _ ("This file holds more than one plan."));
      return FALSE;
    }
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      const KladkaTypeInfo *info = kladka_type_get (type);
      for (guint i = 0; i < info->n_fields; i++)
        if (!check_field (plan, info, info->fields[i], error))
          return FALSE;
    }
  return TRUE;
}

/* Upwards from one record: a circle comes back to it, for there was none before. The count is for a circle that two
 * records of one step closed further up. */
static gboolean
check_above (const KladkaPlan *plan, const KladkaRecord *record, const KladkaField *field, GError **error)
{
  guint n = kladka_plan_get_n_slots (plan, record->type);
  KladkaRef at = get_above (plan, record, field);
  while (at != 0 && at != record->ref && n-- > 0)
    at = get_above (plan, kladka_plan_get (plan, at), field);
  return at == 0 || refuse_circle (plan, record, field, error);
}

/* Rows do not vanish, so that only who says another parent can name one that is not there. */
static gboolean
check_cells (const KladkaPlan *plan, const KladkaRecord *record, const KladkaChange *change, GError **error)
{
  for (guint i = 0; i < change->n_cells; i++)
    {
      const KladkaField *field = kladka_type_get (change->type)->cells[change->cells[i].cell].field;
      if ((field->flags & KLADKA_FIELD_PARENT) && !check_parent (plan, record, field, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_record (const KladkaPlan *plan, const KladkaChange *change, GError **error)
{
  const KladkaTypeInfo *info = kladka_type_get (change->type);
  const KladkaRecord *record = kladka_plan_peek (plan, kladka_ids_find (kladka_plan_get_ids (plan), change->id));
  if (!check_cells (plan, record, change, error))
    return FALSE;
  for (guint i = 0; record->deleted != 2 && i < info->n_fields; i++)
    if (points_up (info, info->fields[i]) && !check_above (plan, record, info->fields[i], error))
      return FALSE;
  return TRUE;
}

gboolean
kladka_invariants_check_step (const KladkaPlan *before, const KladkaPlan *after, const KladkaStep *step, GError **error)
{
  guint n_before = kladka_plan_get_n_records (before, KLADKA_TYPE_PLAN);
  guint n_after = kladka_plan_get_n_records (after, KLADKA_TYPE_PLAN);
  if (n_after > 1 || n_after < n_before)
    {
      g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_INVALID,
                           n_after > 1 ? _ ("A file holds one plan only.") : _ ("The plan itself cannot be deleted."));
      return FALSE;
    }
  for (guint i = 0; i < kladka_step_get_n_changes (step); i++)
    if (!check_record (after, kladka_step_get_change (step, i), error))
      return FALSE;
  return TRUE;
}
