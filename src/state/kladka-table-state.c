/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-table-state.h"

#include "kladka-field-text.h"
#include "kladka-sort-keys.h"

typedef struct {
  const KladkaField *field;
  gboolean shown;
} Column;

struct _KladkaTableState {
  KladkaType type;
  KladkaWords *words;
  GArray *columns; /* Column */
  guint sort;
  gboolean descending;
  KladkaSortKeys *keys;
  KladkaPlan *plan;
  GArray *rows; /* guint32 slots */
};

static void
add_columns (KladkaTableState *self)
{
  const KladkaTypeInfo *info = kladka_type_get (self->type);

  for (guint i = 0; i < info->n_fields; i++)
    {
      Column column = { info->fields[i], (info->fields[i]->flags & KLADKA_FIELD_COLUMN) != 0 };

      if (!(column.field->flags & KLADKA_FIELD_HIDDEN))
        g_array_append_val (self->columns, column);
    }
}

/* People look records up by what stands first: a number or code, else the name. */
static guint
find_first_sort (const KladkaTableState *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, Column, i).field->flags & (KLADKA_FIELD_SHORT | KLADKA_FIELD_NAME))
      return i;
  return KLADKA_COLUMN_NONE;
}

static void
renew_keys (KladkaTableState *self)
{
  g_clear_pointer (&self->keys, kladka_sort_keys_free);
  self->keys = kladka_sort_keys_new (
      self->type, self->sort != KLADKA_COLUMN_NONE ? kladka_table_state_get_field (self, self->sort) : NULL,
      self->words);
  if (self->plan != NULL)
    kladka_sort_keys_set_plan (self->keys, self->plan);
}

KladkaTableState *
kladka_table_state_new (KladkaType type, KladkaWords *words)
{
  KladkaTableState *self = g_new0 (KladkaTableState, 1);

  self->type = type;
  self->words = kladka_words_ref (words);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  add_columns (self);
  self->sort = find_first_sort (self);
  renew_keys (self);
  return self;
}

void
kladka_table_state_free (KladkaTableState *self)
{
  g_clear_pointer (&self->keys, kladka_sort_keys_free);
  g_clear_pointer (&self->plan, kladka_plan_unref);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  kladka_words_unref (self->words);
  g_free (self);
}

KladkaType
kladka_table_state_get_record_type (const KladkaTableState *self)
{
  return self->type;
}

guint
kladka_table_state_get_n_columns (const KladkaTableState *self)
{
  return self->columns->len;
}

const KladkaField *
kladka_table_state_get_field (const KladkaTableState *self, guint column)
{
  return g_array_index (self->columns, Column, column).field;
}

const char *
kladka_table_state_get_label (const KladkaTableState *self, guint column)
{
  return kladka_words_get_c (self->words, "field", kladka_table_state_get_field (self, column)->label);
}

gboolean
kladka_table_state_is_number (const KladkaTableState *self, guint column)
{
  KladkaKind kind = kladka_table_state_get_field (self, column)->kind;

  return kind == KLADKA_KIND_INTEGER || kind == KLADKA_KIND_DECIMAL || kind == KLADKA_KIND_MONEY;
}

gboolean
kladka_table_state_is_shown (const KladkaTableState *self, guint column)
{
  return g_array_index (self->columns, Column, column).shown;
}

void
kladka_table_state_set_shown (KladkaTableState *self, guint column, gboolean shown)
{
  g_array_index (self->columns, Column, column).shown = shown;
}

char *
kladka_table_state_dup_text (const KladkaTableState *self, guint column, const KladkaRecord *record)
{
  const KladkaField *field = kladka_table_state_get_field (self, column);

  if (field->kind == KLADKA_KIND_DATE)
    return kladka_words_dup_date_short (self->words, *(const KladkaDate *)kladka_record_member (record, field));
  return kladka_field_dup_shown (field, record, self->plan, self->words);
}

guint
kladka_table_state_get_sort (const KladkaTableState *self, gboolean *ret_descending)
{
  if (ret_descending != NULL)
    *ret_descending = self->descending;
  return self->sort;
}

void
kladka_table_state_set_sort (KladkaTableState *self, guint column, gboolean descending)
{
  gboolean same_column = column == self->sort;

  self->sort = column;
  self->descending = descending;
  if (!same_column)
    renew_keys (self);
  if (self->plan != NULL)
    kladka_sort_keys_sort (self->keys, self->rows, descending);
}

void
kladka_table_state_set_plan (KladkaTableState *self,
                             KladkaPlan *plan,
                             const KladkaSearch *search,
                             const KladkaFilter *filter)
{
  kladka_plan_ref (plan);
  g_clear_pointer (&self->plan, kladka_plan_unref);
  self->plan = plan;
  g_array_unref (self->rows);
  self->rows = kladka_filter_run (filter, plan, search, self->type);
  kladka_sort_keys_set_plan (self->keys, plan);
  kladka_sort_keys_sort (self->keys, self->rows, self->descending);
}

KladkaPlan *
kladka_table_state_get_plan (const KladkaTableState *self)
{
  return self->plan;
}

const guint32 *
kladka_table_state_get_rows (const KladkaTableState *self, guint *ret_n)
{
  *ret_n = self->rows->len;
  return (const guint32 *)self->rows->data;
}
