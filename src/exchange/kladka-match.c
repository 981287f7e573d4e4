/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-match.h"

#include "kladka-i18n.h"
#include "kladka-id.h"

void
kladka_match_free (KladkaMatch *self)
{
  for (guint cell = 0; cell < self->info->n_cells; cell++)
    kladka_value_clear (&self->values[cell]);
  g_free (self->values);
  g_free (self->touched);
  g_free (self->id);
  g_free (self->refusal);
  g_ptr_array_unref (self->needs);
  g_free (self);
}

void
kladka_match_refuse (KladkaMatch *self, char *take_text)
{
  if (self->refusal == NULL)
    self->refusal = take_text;
  else
    g_free (take_text);
}

static const char *
get_draft_text (const KladkaDraft *draft, guint cell)
{
  for (guint i = 0; i < draft->cells->len; i++)
    {
      const KladkaDraftCell *entry = &g_array_index (draft->cells, KladkaDraftCell, i);

      if (entry->cell == cell && *entry->text != '\0')
        return entry->text;
    }
  return NULL;
}

/* The cells that tell which record is meant, best first: 0 = identifier, 1 = reference or code, 2 = names. */
static gboolean
is_telling (const KladkaCell *cell, guint rank)
{
  if (rank == 0)
    return g_str_equal (cell->name, "iati_identifier");
  return cell->field->flags & (rank == 1 ? KLADKA_FIELD_SHORT : KLADKA_FIELD_NAME);
}

GPtrArray *
kladka_match_list_names (const KladkaDraft *draft)
{
  const KladkaTypeInfo *info = kladka_type_get (draft->type);
  GPtrArray *names = g_ptr_array_new ();

  for (guint rank = 0; rank < 3; rank++)
    for (guint cell = 0; cell < info->n_cells; cell++)
      {
        const char *text = is_telling (&info->cells[cell], rank) ? get_draft_text (draft, cell) : NULL;

        if (text != NULL)
          g_ptr_array_add (names, (gpointer)text);
      }
  return names;
}

/* Names alone do not tell needs or projects apart: two may be called the same. Organisations and initiatives they do,
 * and capabilities that somebody typed; in a catalogue each family has its "Policy and Procedures". */
static gboolean
is_told_by (const KladkaDraft *draft, guint rank)
{
  if (rank < 2)
    return TRUE;
  return draft->type == KLADKA_TYPE_ORGANISATION || draft->type == KLADKA_TYPE_INITIATIVE
         || (draft->type == KLADKA_TYPE_CAPABILITY && draft->key == NULL);
}

static char *
dup_record_text (const KladkaRecord *record, guint cell, const KladkaPlan *plan)
{
  g_auto (KladkaValue) value = kladka_record_dup_value (record, cell, kladka_plan_get_ids (plan));

  return value.tag == KLADKA_VALUE_TEXT ? g_steal_pointer (&value.text) : NULL;
}

static gboolean
folds_alike (const char *a, const char *b)
{
  g_autofree char *folded_a = kladka_text_fold (a);
  g_autofree char *folded_b = kladka_text_fold (b);

  return g_str_equal (folded_a, folded_b);
}

/* Is one of the record's texts of the same rank the same? */
static gboolean
is_called (const KladkaRecord *record, guint rank, const char *text, const KladkaPlan *plan)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);

  for (guint cell = 0; cell < info->n_cells; cell++)
    {
      g_autofree char *own = is_telling (&info->cells[cell], rank) ? dup_record_text (record, cell, plan) : NULL;

      if (own != NULL && folds_alike (own, text))
        return TRUE;
    }
  return FALSE;
}

/* Two sources that both name their reporter are two. */
static gboolean
are_sources_apart (const char *a, const char *b)
{
  return g_str_has_prefix (a, "IATI, ") && g_str_has_prefix (b, "IATI, ") && !g_str_equal (a, b);
}

/* A foreign file's record is not the plan's if both say who they are and differ in it. */
static gboolean
contradicts (const KladkaDraft *draft, const KladkaRecord *record, const KladkaPlan *plan)
{
  static const char *const cells[] = { "iati_identifier", "code", "framework", "source", NULL };
  const KladkaTypeInfo *info = kladka_type_get (draft->type);

  for (guint i = 0; i < draft->cells->len; i++)
    {
      const KladkaDraftCell *entry = &g_array_index (draft->cells, KladkaDraftCell, i);
      const char *name = info->cells[entry->cell].name;
      g_autofree char *own = g_strv_contains (cells, name) ? dup_record_text (record, entry->cell, plan) : NULL;

      if (own == NULL || *entry->text == '\0')
        continue;
      if (g_str_equal (name, "source") ? are_sources_apart (own, entry->text) : !folds_alike (own, entry->text))
        return TRUE;
    }
  return FALSE;
}

/* The records of the plan that @text of @rank means; @ret_found: one of them. */
static guint
count_fitting (const KladkaMatch *self,
               guint rank,
               const char *text,
               KladkaFinder *finder,
               const KladkaRecord **ret_found)
{
  const KladkaPlan *plan = kladka_finder_get_plan (finder);
  g_autoptr (GPtrArray) all = kladka_finder_find_all (finder, self->draft->type, text);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const KladkaRecord *record = all->pdata[i];

      if (!is_called (record, rank, text, plan)
          || (self->draft->key != NULL && contradicts (self->draft, record, plan)))
        continue;
      *ret_found = record;
      n++;
    }
  return n;
}

/* NULL where none is meant, or which one cannot be told. */
static char *
dup_id_by_rank (KladkaMatch *self, guint rank, KladkaFinder *finder)
{
  for (guint cell = 0; cell < self->info->n_cells; cell++)
    {
      const char *text = is_telling (&self->info->cells[cell], rank) ? get_draft_text (self->draft, cell) : NULL;
      const KladkaRecord *record = NULL;
      guint n = text != NULL ? count_fitting (self, rank, text, finder, &record) : 0;

      if (n == 1)
        return g_strdup (kladka_plan_get_id (kladka_finder_get_plan (finder), record));
      if (n > 1 && self->draft->key == NULL)
        {
          g_autofree char *shown = kladka_text_dup_shown (text, 60);

          kladka_match_refuse (
              self,
              g_strdup_printf (_ ("“%s” is the name of %u records; which one is meant cannot be told."), shown, n));
          return NULL;
        }
    }
  return NULL;
}

static char *
dup_natural_id (KladkaMatch *self, KladkaFinder *finder)
{
  char *id = NULL;

  for (guint rank = 0; rank < 3 && id == NULL && self->refusal == NULL; rank++)
    if (is_told_by (self->draft, rank))
      id = dup_id_by_rank (self, rank, finder);
  return id;
}

/* The same row gives the same id, so that a file read twice changes nothing the second time. */
static char *
dup_id_of_content (const KladkaDraft *draft)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, (gpointer)kladka_type_get (draft->type)->name);
  for (guint i = 0; i < draft->cells->len; i++)
    {
      const KladkaDraftCell *entry = &g_array_index (draft->cells, KladkaDraftCell, i);

      if (*entry->text == '\0')
        continue;
      g_ptr_array_add (parts, (gpointer)kladka_type_get (draft->type)->cells[entry->cell].name);
      g_ptr_array_add (parts, entry->text);
    }
  g_ptr_array_add (parts, NULL);
  return kladka_id_new_for ((const char *const *)parts->pdata);
}

static char *
dup_id_of_key (const KladkaMatch *self)
{
  const char *parts[] = { self->info->name, self->draft->key, NULL };

  return kladka_id_new_for (parts);
}

static gboolean
is_in_plan (const char *id, const KladkaPlan *plan)
{
  return kladka_plan_peek (plan, kladka_ids_find (kladka_plan_get_ids (plan), id)) != NULL;
}

/* What this file once brought is known by its key for ever, whatever it is called now. */
static char *
dup_id_for_keyed (KladkaMatch *self, KladkaFinder *finder)
{
  g_autofree char *id = dup_id_of_key (self);
  char *natural = is_in_plan (id, kladka_finder_get_plan (finder)) ? NULL : dup_natural_id (self, finder);

  return natural != NULL ? natural : g_steal_pointer (&id);
}

static char *
dup_id (KladkaMatch *self, KladkaFinder *finder)
{
  const KladkaPlanInfo *info = kladka_plan_get_info (kladka_finder_get_plan (finder));
  char *natural;

  if (self->draft->type == KLADKA_TYPE_PLAN && info != NULL)
    return g_strdup (kladka_plan_get_id (kladka_finder_get_plan (finder), &info->base));
  if (self->draft->id != NULL)
    return g_strdup (self->draft->id);
  if (self->draft->key != NULL)
    return dup_id_for_keyed (self, finder);
  natural = dup_natural_id (self, finder);
  return natural != NULL ? natural : dup_id_of_content (self->draft);
}

static void
find_record (KladkaMatch *self, const KladkaPlan *plan)
{
  KladkaIds *ids = kladka_plan_get_ids (plan);
  KladkaRef ref = kladka_ids_find (ids, self->id);
  KladkaType type = kladka_ids_get_type (ids, ref);

  if (type != KLADKA_TYPE_NONE && type != self->draft->type)
    {
      kladka_match_refuse (self, g_strdup (_ ("Its id already belongs to a record of another kind.")));
      return;
    }
  self->record = kladka_plan_peek (plan, ref);
}

KladkaMatch *
kladka_match_new (const KladkaDraft *draft, KladkaResolver *resolver)
{
  KladkaFinder *finder = kladka_resolver_get_finder (resolver);
  KladkaMatch *self = g_new0 (KladkaMatch, 1);

  self->draft = draft;
  self->info = kladka_type_get (draft->type);
  self->values = g_new0 (KladkaValue, self->info->n_cells);
  self->touched = g_new0 (guint8, self->info->n_cells);
  self->needs = g_ptr_array_new_with_free_func (g_free);
  self->id = dup_id (self, finder);
  if (kladka_id_is_valid (self->id))
    find_record (self, kladka_finder_get_plan (finder));
  else
    kladka_match_refuse (
        self, g_strdup (_ ("The id may hold only letters a to z, digits, dot, hyphen and underscore, 64 at most.")));
  return self;
}

void
kladka_match_announce (const KladkaMatch *self, KladkaResolver *resolver)
{
  g_autoptr (GPtrArray) names = kladka_match_list_names (self->draft);

  kladka_resolver_add (resolver, self->draft->type, NULL, self->id);
  if (self->draft->key != NULL)
    kladka_resolver_add (resolver, self->draft->type, self->draft->key, self->id);
  for (guint i = 0; i < names->len; i++)
    kladka_resolver_add (resolver, self->draft->type, names->pdata[i], self->id);
}
