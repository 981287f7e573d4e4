/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-match.h"

#include "kladka-error.h"
#include "kladka-i18n.h"

static char *
dup_resolved (KladkaMatch *self, const KladkaField *field, const char *text, KladkaResolver *resolver, GError **error)
{
  guint n = 0;
  const char *id = kladka_resolver_find (resolver, field->ref_type, text, &n);
  g_autofree char *shown = kladka_text_dup_shown (text, 60);

  if (id != NULL)
    {
      g_ptr_array_add (self->needs, g_strdup (id));
      return g_strdup (id);
    }
  if (n > 1)
    g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID,
                 _ ("“%s” fits %u records. Use the id or the reference of the one that is meant."), shown, n);
  else
    g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_NOT_FOUND,
                 _ ("“%s” is neither in the plan nor in the file. Add it first or mend the name."), shown);
  return NULL;
}

static gboolean
parse_reference (KladkaMatch *self,
                 const KladkaField *field,
                 const char *text,
                 KladkaResolver *resolver,
                 KladkaValue *ret_value,
                 GError **error)
{
  char *id = dup_resolved (self, field, text, resolver, error);

  if (id == NULL)
    return FALSE;
  *ret_value = kladka_value_take_text (id);
  return TRUE;
}

static gboolean
parse_references (KladkaMatch *self,
                  const KladkaField *field,
                  const char *text,
                  KladkaResolver *resolver,
                  KladkaValue *ret_value,
                  GError **error)
{
  g_auto (GStrv) names = g_strsplit_set (text, ",;", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *id;

      if (*g_strstrip (names[i]) == '\0')
        continue;
      id = dup_resolved (self, field, names[i], resolver, error);
      if (id == NULL)
        return FALSE;
      g_ptr_array_add (ids, id);
    }
  g_ptr_array_add (ids, NULL);
  *ret_value = kladka_value_list ((const char *const *)ids->pdata);
  return TRUE;
}

/* A draft has both parts of an amount in one text: "120000 EUR". */
static gboolean
parse_file_form (const KladkaCell *cell, const char *text, KladkaValue *ret_value, GError **error)
{
  g_auto (GStrv) halves = g_strsplit (text, " ", 2);
  const char *parts[2] = { text, NULL };

  if (cell->field->kind == KLADKA_KIND_MONEY)
    {
      parts[0] = halves[0];
      parts[1] = halves[0] != NULL ? halves[1] : NULL;
    }
  return kladka_value_parse_file (cell, parts, ret_value, error);
}

/* In the language of the planner; then in the others, for files that somebody else wrote. The first complaint counts.
 */
static gboolean
parse_shown (const KladkaCell *cell,
             const char *text,
             const KladkaMatchContext *context,
             KladkaValue *ret_value,
             GError **error)
{
  g_autoptr (GError) first = NULL;

  for (guint i = 0; i < KLADKA_N_LANGS; i++)
    if (kladka_cell_parse_found (cell, text, NULL, context->currency, context->words[i], ret_value,
                                 first == NULL ? &first : NULL))
      return TRUE;
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

static gboolean
parse_cell (KladkaMatch *self,
            const KladkaDraftCell *entry,
            const KladkaMatchContext *context,
            KladkaValue *ret_value,
            GError **error)
{
  const KladkaCell *cell = &self->info->cells[entry->cell];

  if (*entry->text == '\0')
    return TRUE;
  if (cell->field->kind == KLADKA_KIND_REF)
    return parse_reference (self, cell->field, entry->text, context->resolver, ret_value, error);
  if (cell->field->kind == KLADKA_KIND_REFS)
    return parse_references (self, cell->field, entry->text, context->resolver, ret_value, error);
  if (entry->in_file_form)
    return parse_file_form (cell, entry->text, ret_value, error);
  return parse_shown (cell, entry->text, context, ret_value, error);
}

static void
report (KladkaMatch *self, const KladkaMatchContext *context, const KladkaDraftCell *entry, const char *message)
{
  g_autofree char *label = kladka_cell_dup_label (&self->info->cells[entry->cell], context->speech);
  g_autofree char *text = g_strdup_printf ("%s: %s", label, message);

  kladka_match_refuse (self, g_strdup (text));
  kladka_problems_add (context->problems, KLADKA_SEVERITY_ERROR, self->draft->type, self->id, entry->cell, entry->line,
                       g_steal_pointer (&text));
}

void
kladka_match_parse (KladkaMatch *self, const KladkaMatchContext *context)
{
  for (guint i = 0; i < self->draft->cells->len; i++)
    {
      const KladkaDraftCell *entry = &g_array_index (self->draft->cells, KladkaDraftCell, i);
      g_auto (KladkaValue) value = KLADKA_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      if (!parse_cell (self, entry, context, &value, &error)
          || !kladka_value_check (&value, &self->info->cells[entry->cell], &error))
        {
          report (self, context, entry, error->message);
          continue;
        }
      kladka_value_clear (&self->values[entry->cell]);
      self->values[entry->cell] = value;
      value = KLADKA_VALUE_INIT;
      self->touched[entry->cell] = TRUE;
    }
}

gboolean
kladka_match_is_field_set (const KladkaMatch *self, const KladkaField *field)
{
  for (guint cell = 0; cell < self->info->n_cells; cell++)
    if (self->info->cells[cell].field == field && kladka_record_is_set (self->record, cell))
      return TRUE;
  return FALSE;
}

/* What was deleted and comes again is there again. */
static gboolean
comes_back (const KladkaMatch *self, guint cell)
{
  return self->record->deleted == 2 && g_str_equal (self->info->cells[cell].name, "deleted");
}

void
kladka_match_complete (KladkaMatch *self, const KladkaPlan *plan, gboolean partial)
{
  for (guint cell = 0; self->record != NULL && cell < self->info->n_cells; cell++)
    {
      gboolean stands = self->touched[cell]
                            ? self->draft->gives_way && kladka_match_is_field_set (self, self->info->cells[cell].field)
                            : partial && !comes_back (self, cell);

      if (!stands)
        continue;
      kladka_value_clear (&self->values[cell]);
      self->values[cell] = kladka_record_dup_value (self->record, cell, kladka_plan_get_ids (plan));
    }
}
