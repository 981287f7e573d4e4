/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-differences.h"

#include "kladka-format.h"

typedef struct {
  const KladkaPlan *older;
  const KladkaPlan *newer;
  const KladkaWords *words;
  KladkaTableBuilder *builder;
} Comparing;

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
dup_cell (const KladkaPlan *plan, const KladkaRecord *record, guint cell, const KladkaWords *words)
{
  g_autofree char *shown = record != NULL ? kladka_record_dup_shown (record, cell, plan, words) : NULL;

  return shown != NULL && *shown != '\0' ? g_steal_pointer (&shown) : NULL;
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
      before = dup_cell (self->older, one, i, self->words);
      after = dup_cell (self->newer, other, i, self->words);
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
}

static void
add_changed (Comparing *self, const KladkaRecord *one, const KladkaRecord *other)
{
  g_autofree char *name = dup_name (self->newer, other, self->words);

  add_cells (self, kladka_words_get_c (self->words, "difference", "changed"), name, one, other);
}

static void
add_gone (Comparing *self, const KladkaRecord *record)
{
  g_autofree char *name = dup_name (self->older, record, self->words);

  add_row (self, kladka_words_get_c (self->words, "difference", "deleted"), name, NULL, NULL, NULL);
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
  KladkaMarking marking =
      MAX (kladka_plan_get_default_marking (self->older), kladka_plan_get_default_marking (self->newer));
  const char *titles[] = { kladka_words_get_c (self->words, "difference", "Change"),
                           kladka_words_get_c (self->words, "difference", "Record"),
                           kladka_words_get_c (self->words, "difference", "Field"), before, after };
  KladkaTableBuilder *builder = kladka_table_builder_new (title, kladka_marking_get_label (marking), marking);

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
  Comparing self = { older, newer, words, NULL };

  self.builder = begin_table (&self, title, before, after);
  for (KladkaType type = KLADKA_TYPE_NONE + 1; type < KLADKA_N_TYPES; type++)
    compare_type (&self, type);
  return kladka_table_builder_end (self.builder);
}
