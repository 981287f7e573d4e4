/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-edit-private.h"
#include "kladka-error.h"
#include "kladka-i18n.h"

static gboolean
refuse (const KladkaPlan *plan, const KladkaChange *change, const KladkaRecord *record, GError **error)
{
  const char *name = record != NULL ? kladka_plan_get_label (plan, record, kladka_error_lang ()) : change->id;
  if (change->creates)
    g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_CONFLICT, _ ("“%s” is in the plan already."), name);
  else
    g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_CONFLICT, _ ("“%s” is not in the plan."), name);
  return FALSE;
}

static gboolean
expect_cells (const KladkaPlan *plan, const KladkaChange *change, const KladkaRecord *record, GError **error)
{
  for (guint i = 0; i < change->n_cells; i++)
    {
      guint cell = change->cells[i].cell;
      g_auto (KladkaValue) now = kladka_record_dup_value (record, cell, kladka_plan_get_ids (plan));
      if (kladka_value_equal (&now, &change->cells[i].before))
        continue;
      g_autofree char *label = kladka_cell_dup_error_label (&kladka_type_get (change->type)->cells[cell]);
      g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_CONFLICT, _ ("“%s” of “%s” was changed meanwhile."), label,
                   kladka_plan_get_label (plan, record, kladka_error_lang ()));
      return FALSE;
    }
  return TRUE;
}

/* All is looked at before anything is made, so that a refused step leaves no trace, not even an id. */
static gboolean
expect_change (const KladkaPlan *plan, const KladkaChange *change, GError **error)
{
  const KladkaRecord *record = kladka_plan_peek_typed (plan, change->type, change->id);
  if (!change->creates)
    return record != NULL ? expect_cells (plan, change, record, error) : refuse (plan, change, NULL, error);
  KladkaIds *ids = kladka_plan_get_ids (plan);
  KladkaType known = kladka_ids_get_type (ids, kladka_ids_find (ids, change->id));
  gboolean other = known != KLADKA_TYPE_NONE && known != change->type;
  return record == NULL && !other ? TRUE : refuse (plan, change, record, error);
}

static KladkaRecord *
make_record (const KladkaPlan *plan, const KladkaChange *change, KladkaPacker *packer)
{
  if (change->creates)
    kladka_packer_begin (packer, change->type, change->id);
  else
    kladka_packer_begin_from (packer, kladka_plan_peek_typed (plan, change->type, change->id));
  for (guint i = 0; i < change->n_cells; i++)
    kladka_packer_set (packer, change->cells[i].cell, &change->cells[i].after);
  return kladka_packer_finish (packer);
}

KladkaPlan *
kladka_plan_new_with_step (const KladkaPlan *self, const KladkaStep *step, GError **error)
{
  guint n = kladka_step_get_n_changes (step);
  for (guint i = 0; i < n; i++)
    if (!expect_change (self, kladka_step_get_change (step, i), error))
      return NULL;
  g_autoptr (KladkaPacker) packer = kladka_packer_new (kladka_plan_get_ids (self));
  g_autoptr (KladkaPlanBuilder) builder = kladka_plan_builder_new_from (self);
  for (guint i = 0; i < n; i++)
    {
      const KladkaChange *change = kladka_step_get_change (step, i);
      KladkaRecord *record = make_record (self, change, packer);
      if (record == NULL) /* another thread gave the id away meanwhile */
        {
          refuse (self, change, NULL, error);
          return NULL;
        }
      kladka_plan_builder_take (builder, record);
    }
  return kladka_plan_builder_end (g_steal_pointer (&builder));
}
