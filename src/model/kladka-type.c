/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-field.h"

#include "kladka-records.h"

#include <string.h>

/* Joins a type's own fields with the common ones and numbers their cells and columns. */

static const char *const lang_suffixes[KLADKA_N_LANGS] = { "en", "pl", "uk" };

static void
add_cells (GArray *cells, const KladkaField *field)
{
  if (field->kind != KLADKA_KIND_TEXT3)
    {
      KladkaCell cell = { field, 0, field->name };

      g_array_append_val (cells, cell);
      return;
    }
  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    {
      KladkaCell cell = { field, lang, g_strdup_printf ("%s_%s", field->name, lang_suffixes[lang]) };

      g_array_append_val (cells, cell);
    }
}

static void
add_columns (GArray *columns, const KladkaCell *cell, guint16 number)
{
  if (cell->field->kind != KLADKA_KIND_MONEY)
    {
      KladkaColumn column = { cell->name, number, 0 };

      g_array_append_val (columns, column);
      return;
    }
  for (guint8 part = 0; part < 2; part++)
    {
      KladkaColumn column = { g_strconcat (cell->name, part == 0 ? "_minor" : "_currency", NULL), number, part };

      g_array_append_val (columns, column);
    }
}

static void
blank_member (gpointer member, const KladkaField *field)
{
  if (field->kind == KLADKA_KIND_INTEGER || field->kind == KLADKA_KIND_DECIMAL)
    *(gint64 *)member = KLADKA_INT_NONE;
  else if (field->kind == KLADKA_KIND_MONEY)
    *(KladkaMoney *)member = KLADKA_MONEY_NONE;
  else if (field->kind == KLADKA_KIND_NUMBERS)
    for (guint i = 0; i < KLADKA_NUMBERS_MAX; i++)
      ((gint32 *)member)[i] = KLADKA_NUMBER_NONE;
}

static void
add_texts (GArray *offsets, const KladkaField *field)
{
  guint n = field->kind == KLADKA_KIND_TEXT3 ? KLADKA_N_LANGS : field->kind == KLADKA_KIND_TEXT ? 1 : 0;

  for (guint i = 0; i < n; i++)
    {
      guint16 offset = field->offset + i * sizeof (char *);

      g_array_append_val (offsets, offset);
    }
}

/* What makes and reads records goes over these, not over all fields. */
static void
build_layout (KladkaTypeInfo *info)
{
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint16));
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  guint8 *blank = g_malloc0 (info->size);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KladkaField *field = info->fields[i];

      blank_member (blank + field->offset, field);
      add_texts (offsets, field);
      if (field->kind == KLADKA_KIND_TAGS || field->kind == KLADKA_KIND_REFS)
        g_ptr_array_add (lists, (gpointer)field);
    }
  info->blank = blank;
  info->n_texts = offsets->len;
  info->text_offsets = (const guint16 *)g_array_free (g_steal_pointer (&offsets), FALSE);
  info->n_lists = lists->len;
  info->lists = (const KladkaField *const *)g_ptr_array_free (g_steal_pointer (&lists), FALSE);
}

static void
build_type (KladkaTypeInfo *info, KladkaType type)
{
  const KladkaTypeTable *table = &kladka_type_tables[type];
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (KladkaCell));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (KladkaColumn));

  for (guint i = 0; i < table->n_fields; i++)
    g_ptr_array_add (fields, (gpointer)&table->fields[i]);
  for (guint i = 0; i < kladka_n_common_fields; i++)
    g_ptr_array_add (fields, (gpointer)&kladka_common_fields[i]);
  for (guint i = 0; i < fields->len; i++)
    add_cells (cells, fields->pdata[i]);
  for (guint i = 0; i < cells->len; i++)
    add_columns (columns, &g_array_index (cells, KladkaCell, i), i);

  *info = (KladkaTypeInfo){
    .type = type,
    .name = table->name,
    .plural = table->plural,
    .label = table->label,
    .label_plural = table->label_plural,
    .size = table->size,
    .n_fields = fields->len,
    .n_cells = cells->len,
    .n_columns = columns->len,
  };
  info->fields = (const KladkaField *const *)g_ptr_array_free (g_steal_pointer (&fields), FALSE);
  info->cells = (const KladkaCell *)g_array_free (g_steal_pointer (&cells), FALSE);
  info->columns = (const KladkaColumn *)g_array_free (g_steal_pointer (&columns), FALSE);
  build_layout (info);
}

static gpointer
build_types (gpointer data)
{
  KladkaTypeInfo *infos = g_new0 (KladkaTypeInfo, KLADKA_N_TYPES);

  for (guint type = KLADKA_TYPE_NONE + 1; type < KLADKA_N_TYPES; type++)
    build_type (&infos[type], type);
  return infos;
}

const KladkaTypeInfo *
kladka_type_get (KladkaType type)
{
  static GOnce once = G_ONCE_INIT;
  const KladkaTypeInfo *infos = g_once (&once, build_types, NULL);

  g_return_val_if_fail (type > KLADKA_TYPE_NONE && type < KLADKA_N_TYPES, NULL);
  return &infos[type];
}

const KladkaTypeInfo *
kladka_type_find (const char *name)
{
  for (guint type = KLADKA_TYPE_NONE + 1; type < KLADKA_N_TYPES; type++)
    {
      const KladkaTypeInfo *info = kladka_type_get (type);

      if (g_str_equal (info->name, name) || g_str_equal (info->plural, name))
        return info;
    }
  return NULL;
}

int
kladka_type_find_cell (const KladkaTypeInfo *info, const char *cell_name)
{
  for (guint i = 0; i < info->n_cells; i++)
    if (g_str_equal (info->cells[i].name, cell_name))
      return i;
  return -1;
}

int
kladka_type_find_column (const KladkaTypeInfo *info, const char *column_name)
{
  for (guint i = 0; i < info->n_columns; i++)
    if (g_str_equal (info->columns[i].name, column_name))
      return i;
  return -1;
}

int
kladka_type_cell_of (const KladkaTypeInfo *info, const char *field_name)
{
  for (guint i = 0; i < info->n_cells; i++)
    if (g_str_equal (info->cells[i].field->name, field_name))
      return i;
  return -1;
}

const KladkaField *
kladka_type_get_flagged (const KladkaTypeInfo *info, KladkaFieldFlags flag)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i]->flags & flag)
      return info->fields[i];
  return NULL;
}

guint
kladka_choices_find (const KladkaChoices *self, const char *code, gboolean iati)
{
  for (guint i = 0; i < self->n_choices; i++)
    {
      const KladkaChoice *choice = &self->choices[i];

      if (g_str_equal (choice->code, code) || (iati && choice->iati != NULL && g_str_equal (choice->iati, code)))
        return i + 1;
    }
  return 0;
}

const char *
kladka_choices_get_label (const KladkaChoices *self, guint choice, const KladkaWords *words)
{
  const char *label;

  if (choice == 0 || choice > self->n_choices)
    return "";
  label = self->choices[choice - 1].label;
  return self->context != NULL ? kladka_words_get_c (words, self->context, label) : label;
}

static const char *
get_lang_label (KladkaLang lang, const KladkaWords *words)
{
  static const char *const labels[KLADKA_N_LANGS] = {
    KC_ ("language of a text", "English"),
    KC_ ("language of a text", "Polish"),
    KC_ ("language of a text", "Ukrainian"),
  };

  return kladka_words_get_c (words, "language of a text", labels[lang]);
}

char *
kladka_cell_dup_label (const KladkaCell *self, const KladkaWords *words)
{
  const char *label = kladka_words_get_c (words, "field", self->field->label);

  if (self->field->kind != KLADKA_KIND_TEXT3)
    return g_strdup (label);
  return g_strdup_printf ("%s (%s)", label, get_lang_label (self->lang, words));
}

const char *
kladka_section_get_label (KladkaSection section, const KladkaWords *words)
{
  static const char *const labels[KLADKA_N_SECTIONS] = {
    KC_ ("section of a form", "General"),
    KC_ ("section of a form", "Who"),
    KC_ ("section of a form", "What"),
    KC_ ("section of a form", "When"),
    KC_ ("section of a form", "Money"),
    KC_ ("section of a form", "More"),
    KC_ ("section of a form", "Source and marking"),
  };

  return kladka_words_get_c (words, "section of a form", labels[section]);
}
