/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-differences.h"

#include "kladka-format.h"

typedef struct {
  const KladkaPlan *older;
  const KladkaPlan *newer;
  const KladkaWords *words;
  KladkaTableBuilder *builder;
  KladkaMarking marking; /* the highest of what the rows tell of */
} Comparing;

static void
raise_to (Comparing *self, const KladkaPlan *plan, const KladkaRecord *record)
{
  self->marking = MAX (self->marking, kladka_plan_get_marking_of (plan, record));
}

/* A cell names also what was deleted. */
static void
raise_to_target (Comparing *self, const KladkaPlan *plan, KladkaRef ref)
{
  const KladkaRecord *target = kladka_plan_peek (plan, ref);

  if (target != NULL)
    raise_to (self, plan, target);
}

static void
raise_to_targets (Comparing *self, const KladkaPlan *plan, const KladkaRecord *record, const KladkaField *field)
{
  gconstpointer member = kladka_record_member (record, field);

  if (field->kind == KLADKA_KIND_REF)
    raise_to_target (self, plan, *(const KladkaRef *)member);
  else if (field->kind == KLADKA_KIND_REFS)
    for (const KladkaRef *refs = *(const KladkaRef *const *)member; refs != NULL && *refs != 0; refs++)
      raise_to_target (self, plan, *refs);
}

/* "Need N-012" */
static char *
dup_name (const KladkaPlan *plan, const KladkaRecord *record, const KladkaWords *words)
{
  const char *type = kladka_words_get_c (words, "type", kladka_type_get (record->type)->label);

  return g_strdup_printf ("%s %s", type, kladka_plan_get_label (plan, record, kladka_words_get_lang (words)));
}

static void
add_row (Comparing *self,
         const char *change,
         const char *name,
         const char *field,
         const char *before,
         const char *after)
{
  const char *cells[] = { change, name, field, before, after };

  kladka_table_builder_begin_row (self->builder);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    kladka_table_builder_text (self->builder, cells[i]);
}

/* NULL where nothing stands. */
static char *
dup_cell (Comparing *self, const KladkaPlan *plan, const KladkaRecord *record, guint cell)
{
  g_autofree char *shown = NULL;

  if (record == NULL)
    return NULL;
  raise_to_targets (self, plan, record, kladka_type_get (record->type)->cells[cell].field);
  shown = kladka_record_dup_shown (record, cell, plan, self->words);
  return *shown != '\0' ? g_steal_pointer (&shown) : NULL;
}

static gboolean
is_same (const Comparing *self, const KladkaRecord *one, const KladkaRecord *other, guint cell)
{
  g_auto (KladkaValue) before = kladka_record_dup_value (one, cell, kladka_plan_get_ids (self->older));
  g_auto (KladkaValue) after = kladka_record_dup_value (other, cell, kladka_plan_get_ids (self->newer));

  return kladka_value_equal (&before, &after);
}

/* @one: NULL where only the newer plan has the record */
static guint
add_cells (Comparing *self, const char *change, const char *name, const KladkaRecord *one, const KladkaRecord *other)
{
  const KladkaTypeInfo *info = kladka_type_get (other->type);
  guint n = 0;

  for (guint i = 0; i < info->n_cells; i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if ((info->cells[i].field->flags & KLADKA_FIELD_HIDDEN) || (one != NULL && is_same (self, one, other, i)))
        continue;
      label = kladka_cell_dup_label (&info->cells[i], self->words);
      before = dup_cell (self, self->older, one, i);
      after = dup_cell (self, self->newer, other, i);
      if (before == NULL && after == NULL)
        continue;
      add_row (self, change, name, label, before, after);
      n++;
    }
  return n;
}

static void
add_new (Comparing *self, const KladkaRecord *record)
{
  g_autofree char *name = dup_name (self->newer, record, self->words);
  const char *added = kladka_words_get_c (self->words, "difference", "added");

  if (add_cells (self, added, name, NULL, record) == 0)
    add_row (self, added, name, NULL, NULL, NULL);
  raise_to (self, self->newer, record);
}

static void
add_changed (Comparing *self, const KladkaRecord *one, const KladkaRecord *other)
{
  g_autofree char *name = dup_name (self->newer, other, self->words);

  if (add_cells (self, kladka_words_get_c (self->words, "difference", "changed"), name, one, other) == 0)
    return;
  raise_to (self, self->older, one);
  raise_to (self, self->newer, other);
}

static void
add_gone (Comparing *self, const KladkaRecord *record)
{
  g_autofree char *name = dup_name (self->older, record, self->words);

  add_row (self, kladka_words_get_c (self->words, "difference", "deleted"), name, NULL, NULL, NULL);
  raise_to (self, self->older, record);
}

/* The record of that id and type; a foreign file may use the id for another type. */
static const KladkaRecord *
find_twin (const KladkaPlan *plan, const char *id, KladkaType type)
{
  const KladkaRecord *twin = kladka_plan_find (plan, id);

  return twin != NULL && twin->type == type ? twin : NULL;
}

static void
compare_type (Comparing *self, KladkaType type)
{
  const KladkaRecord *record;

  for (guint slot = 0; kladka_plan_next (self->newer, type, &slot, &record);)
    {
      const KladkaRecord *twin = find_twin (self->older, kladka_plan_get_id (self->newer, record), type);

      if (twin == NULL)
        add_new (self, record);
      else if (twin != record)
        add_changed (self, twin, record);
    }
  for (guint slot = 0; kladka_plan_next (self->older, type, &slot, &record);)
    if (find_twin (self->newer, kladka_plan_get_id (self->older, record), type) == NULL)
      add_gone (self, record);
}

static KladkaTableBuilder *
begin_table (const Comparing *self, const char *title, const char *before, const char *after)
{
  const char *titles[] = { kladka_words_get_c (self->words, "difference", "Change"),
                           kladka_words_get_c (self->words, "difference", "Record"),
                           kladka_words_get_c (self->words, "difference", "Field"), before, after };
  KladkaTableBuilder *builder = kladka_table_builder_new (title, NULL, KLADKA_MARKING_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    kladka_table_builder_add_column (builder, titles[i], KLADKA_TABLE_TEXT, 0);
  return builder;
}

KladkaTable *
kladka_differences_dup_table (const KladkaPlan *older,
                              const KladkaPlan *newer,
                              const char *title,
                              const char *before,
                              const char *after,
                              const KladkaWords *words)
{
  Comparing self = { older, newer, words, NULL, KLADKA_MARKING_NONE };

  self.marking = MAX (kladka_plan_get_default_marking (older), kladka_plan_get_default_marking (newer));
  self.builder = begin_table (&self, title, before, after);
  for (KladkaType type = KLADKA_TYPE_NONE + 1; type < KLADKA_N_TYPES; type++)
    compare_type (&self, type);
  kladka_table_builder_set_marking (self.builder, self.marking, kladka_marking_get_label (self.marking));
  return kladka_table_builder_end (self.builder);
}
