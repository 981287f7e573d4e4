/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-form-state.h"

#include "kladka-field-text.h"
#include "kladka-format.h"

struct _KladkaFormState {
  KladkaPlan *plan;
  const KladkaRecord *record;
  const KladkaWords *words; /* only while it is made */
  KladkaTyping *typing;     /* the same */
  char *name;
  char *subtitle;
  KladkaMarking marking;
  GArray *rows;  /* KladkaFormRow */
  GArray *owned; /* KladkaFormOwned */
  GString *problem;
};

static void
clear_row (gpointer data)
{
  KladkaFormRow *row = data;

  for (guint i = 0; i < KLADKA_N_LANGS; i++)
    g_free (row->texts[i]);
  kladka_value_clear (&row->value);
  g_free (row->fallback);
  g_free (row->problem);
}

static void
add_problem (KladkaFormRow *row, KladkaSeverity severity, const char *text)
{
  g_autofree char *before = g_steal_pointer (&row->problem);

  row->problem = before != NULL ? g_strdup_printf ("%s\n%s", before, text) : g_strdup (text);
  row->severity = row->n_problems == 0 ? severity : MIN (row->severity, severity);
  row->n_problems++;
}

static void
fill_cell (KladkaFormState *self, KladkaFormRow *row, guint i)
{
  const char *error = NULL;
  const char *typed =
      self->typing != NULL ? kladka_typing_get (self->typing, self->record->ref, row->cell + i, &error) : NULL;

  row->typed[i] = typed != NULL;
  if (typed != NULL)
    row->texts[i] = g_strdup (typed);
  else if (row->field->kind == KLADKA_KIND_REF)
    row->texts[i] = kladka_field_dup_shown (row->field, self->record, self->plan, self->words);
  else
    row->texts[i] = kladka_record_dup_shown (self->record, row->cell + i, self->plan, self->words);
  if (error != NULL)
    add_problem (row, KLADKA_SEVERITY_ERROR, error);
}

static void
fill_fallback (KladkaFormState *self, KladkaFormRow *row)
{
  const KladkaText3 *text = kladka_record_member (self->record, row->field);
  KladkaLang lang = kladka_words_get_lang (self->words);

  if (text->in[lang] == NULL)
    row->fallback = kladka_text3_dup_shown (text, lang);
}

static void
add_row (KladkaFormState *self, const KladkaField *field)
{
  const KladkaTypeInfo *info = kladka_type_get (self->record->type);
  KladkaFormRow row = { .field = field,
                        .cell = kladka_field_get_first_cell (info, field),
                        .n_cells = field->kind == KLADKA_KIND_TEXT3 ? KLADKA_N_LANGS : 1,
                        .label = kladka_words_get_c (self->words, "field", field->label),
                        .help = field->help != NULL ? kladka_words_get (self->words, field->help) : "" };

  for (guint i = 0; i < row.n_cells; i++)
    fill_cell (self, &row, i);
  if (field->kind == KLADKA_KIND_TEXT3)
    fill_fallback (self, &row);
  row.value = kladka_record_dup_value (self->record, row.cell, kladka_plan_get_ids (self->plan));
  g_array_append_val (self->rows, row);
}

static void
add_rows (KladkaFormState *self)
{
  const KladkaTypeInfo *info = kladka_type_get (self->record->type);

  for (KladkaSection section = 0; section < KLADKA_N_SECTIONS; section++)
    for (guint i = 0; i < info->n_fields; i++)
      if (info->fields[i]->section == section && !(info->fields[i]->flags & KLADKA_FIELD_HIDDEN))
        add_row (self, info->fields[i]);
}

static KladkaFormRow *
find_row (KladkaFormState *self, int cell)
{
  for (guint i = 0; cell >= 0 && i < self->rows->len; i++)
    {
      KladkaFormRow *row = &g_array_index (self->rows, KladkaFormRow, i);

      if ((guint)cell >= row->cell && (guint)cell < row->cell + row->n_cells)
        return row;
    }
  return NULL;
}

static void
add_problems (KladkaFormState *self)
{
  g_autoptr (GPtrArray) problems = kladka_rules_check_record (self->plan, self->record);

  for (guint i = 0; i < problems->len; i++)
    {
      const KladkaProblem *problem = problems->pdata[i];
      KladkaFormRow *row = find_row (self, problem->cell);

      if (row != NULL)
        add_problem (row, problem->severity, problem->text);
      else
        g_string_append_printf (self->problem, "%s%s", self->problem->len > 0 ? "\n" : "", problem->text);
    }
}

static void
add_owned_of (KladkaFormState *self, const KladkaTypeInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    {
      const KladkaField *field = info->fields[i];
      KladkaFormOwned owned = { info->type, field, kladka_words_get_c (self->words, "type", info->label_plural),
                                kladka_words_get_c (self->words, "type", info->label) };

      if (field->kind != KLADKA_KIND_REF || !(field->flags & KLADKA_FIELD_OWNER)
          || field->ref_type != self->record->type)
        continue;
      owned.records = kladka_plan_get_owned (self->plan, info->type, field->name, self->record->ref, &owned.n_records);
      g_array_append_val (self->owned, owned);
    }
}

static void
fill_head (KladkaFormState *self)
{
  const KladkaTypeInfo *info = kladka_type_get (self->record->type);
  const char *type = kladka_words_get_c (self->words, "type", info->label);
  const char *reference = kladka_record_get_short (self->record);

  self->name = kladka_record_dup_name (self->record, kladka_words_get_lang (self->words));
  if (self->name == NULL)
    self->name = g_strdup (type);
  self->subtitle = reference != NULL ? g_strdup_printf ("%s %s", type, reference) : g_strdup (type);
  self->marking = kladka_plan_get_marking_of (self->plan, self->record);
}

KladkaFormState *
kladka_form_state_new (const KladkaPlan *plan, KladkaRef ref, const KladkaWords *words, KladkaTyping *typing)
{
  const KladkaRecord *record = kladka_plan_get (plan, ref);
  KladkaFormState *self;

  if (record == NULL)
    return NULL;
  self = g_new0 (KladkaFormState, 1);
  self->plan = kladka_plan_ref (plan);
  self->record = record;
  self->words = words;
  self->typing = typing;
  self->rows = g_array_new (FALSE, TRUE, sizeof (KladkaFormRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->owned = g_array_new (FALSE, TRUE, sizeof (KladkaFormOwned));
  self->problem = g_string_new (NULL);
  fill_head (self);
  add_rows (self);
  add_problems (self);
  for (KladkaType type = KLADKA_TYPE_NONE + 1; type < KLADKA_N_TYPES; type++)
    add_owned_of (self, kladka_type_get (type));
  self->words = NULL;
  self->typing = NULL;
  return self;
}

void
kladka_form_state_free (KladkaFormState *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->owned);
  g_string_free (self->problem, TRUE);
  g_free (self->name);
  g_free (self->subtitle);
  kladka_plan_unref (self->plan);
  g_free (self);
}

KladkaType
kladka_form_state_get_record_type (const KladkaFormState *self)
{
  return self->record->type;
}

KladkaRef
kladka_form_state_get_ref (const KladkaFormState *self)
{
  return self->record->ref;
}

const KladkaRecord *
kladka_form_state_get_record (const KladkaFormState *self)
{
  return self->record;
}

const char *
kladka_form_state_get_name (const KladkaFormState *self)
{
  return self->name;
}

const char *
kladka_form_state_get_subtitle (const KladkaFormState *self)
{
  return self->subtitle;
}

KladkaMarking
kladka_form_state_get_marking (const KladkaFormState *self)
{
  return self->marking;
}

guint
kladka_form_state_get_n_rows (const KladkaFormState *self)
{
  return self->rows->len;
}

const KladkaFormRow *
kladka_form_state_get_row (const KladkaFormState *self, guint row)
{
  return &g_array_index (self->rows, KladkaFormRow, row);
}

guint
kladka_form_state_count_problems (const KladkaFormState *self, KladkaSection section)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (kladka_form_state_get_row (self, i)->field->section == section)
      n += kladka_form_state_get_row (self, i)->n_problems;
  return n;
}

const char *
kladka_form_state_get_problem (const KladkaFormState *self)
{
  return self->problem->len > 0 ? self->problem->str : NULL;
}

guint
kladka_form_state_get_n_owned (const KladkaFormState *self)
{
  return self->owned->len;
}

const KladkaFormOwned *
kladka_form_state_get_owned (const KladkaFormState *self, guint owned)
{
  return &g_array_index (self->owned, KladkaFormOwned, owned);
}
