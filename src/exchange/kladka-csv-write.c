/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-write.h"

#include "kladka-csv-defuse.h"
#include "kladka-format.h"

#include <string.h>

typedef struct {
  GString *out;
  KladkaCsvProfile profile;
  KladkaFinder *finder; /* (nullable): to write references as people call them */
  guint n_in_row;
} Writer;

static char
get_separator (const Writer *self)
{
  return self->profile == KLADKA_CSV_SHEET ? ';' : ',';
}

static void
append_field (Writer *self, const char *text)
{
  if (self->n_in_row++ > 0)
    g_string_append_c (self->out, get_separator (self));
  if (text == NULL)
    return;
  if (strpbrk (text, ",;\t\"\r\n") == NULL && *text != ' ')
    {
      g_string_append (self->out, text);
      return;
    }
  g_string_append_c (self->out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->out, '"');
      g_string_append_c (self->out, *p);
    }
  g_string_append_c (self->out, '"');
}

static void
append_text (Writer *self, const char *text)
{
  g_autofree char *defused = text != NULL ? kladka_csv_dup_defused (text) : NULL;

  append_field (self, defused);
}

static void
end_row (Writer *self)
{
  g_string_append (self->out, "\r\n");
  self->n_in_row = 0;
}

static void
begin (Writer *self, KladkaMarking ceiling)
{
  if (self->profile == KLADKA_CSV_SHEET)
    g_string_append (self->out, "\xef\xbb\xbf");
  append_field (self, kladka_marking_get_label (ceiling));
  end_row (self);
}

/* A spreadsheet of these languages reads a comma as the decimal mark. */
static char *
dup_decimal (const Writer *self, gint64 number, int scale)
{
  char *text = kladka_decimal_print_file (number, scale);

  return self->profile == KLADKA_CSV_SHEET ? g_strdelimit (text, ".", ',') : text;
}

static char *
dup_money (const Writer *self, const KladkaMoney *money)
{
  g_autofree char *amount = dup_decimal (self, money->minor, kladka_currency_get_digits (money->currency));

  return g_strdup_printf ("%s %s", amount, money->currency);
}

static gboolean
is_words (const KladkaField *field)
{
  return field->kind == KLADKA_KIND_CHOICE || field->kind == KLADKA_KIND_SET || field->kind == KLADKA_KIND_BOOL
         || field->kind == KLADKA_KIND_REF || field->kind == KLADKA_KIND_REFS;
}

static guint
count_called (KladkaFinder *finder, KladkaType type, const char *label)
{
  guint total = 0;

  for (guint each = 1; each < KLADKA_N_TYPES; each++)
    if (type == KLADKA_TYPE_ANY || each == type)
      {
        guint n = 0;

        kladka_finder_find (finder, each, label, &n);
        total += n;
      }
  return total;
}

/* What people call the record, where that tells it from all others and can stand in a list; otherwise its id. */
static char *
dup_reference (const Writer *self, KladkaType type, const char *id, KladkaLang lang)
{
  const KladkaPlan *plan = kladka_finder_get_plan (self->finder);
  const KladkaRecord *record = kladka_plan_find (plan, id);
  const char *label = record != NULL ? kladka_plan_get_label (plan, record, lang) : NULL;
  guint n = label != NULL && strpbrk (label, ",;") == NULL ? count_called (self->finder, type, label) : 0;

  return g_strdup (n == 1 ? label : id);
}

static char *
dup_references (const Writer *self, KladkaType type, const KladkaValue *value, KladkaLang lang)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (value->tag != KLADKA_VALUE_LIST)
    return dup_reference (self, type, value->text, lang);
  for (guint i = 0; value->list[i] != NULL; i++)
    {
      g_autofree char *one = dup_reference (self, type, value->list[i], lang);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", one);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_cell (const Writer *self, const KladkaPlan *plan, const KladkaRecord *record, guint cell, const KladkaWords *words)
{
  const KladkaCell *source = &kladka_type_get (record->type)->cells[cell];
  g_auto (KladkaValue) value = kladka_record_dup_value (record, cell, kladka_plan_get_ids (plan));

  if (!kladka_value_is_set (&value))
    return NULL;
  if (source->field->kind == KLADKA_KIND_MONEY)
    return dup_money (self, &value.money);
  if (source->field->kind == KLADKA_KIND_DECIMAL || source->field->kind == KLADKA_KIND_INTEGER)
    return dup_decimal (self, value.integer, source->field->scale);
  if (self->finder != NULL && (source->field->kind == KLADKA_KIND_REF || source->field->kind == KLADKA_KIND_REFS))
    return dup_references (self, source->field->ref_type, &value, kladka_words_get_lang (words));
  if (self->profile == KLADKA_CSV_SHEET && is_words (source->field))
    return kladka_cell_dup_shown (source, &value, plan, words);
  if (value.tag == KLADKA_VALUE_LIST)
    return g_strjoinv (";", value.list);
  return kladka_value_dup_file (&value, source, 0);
}

static void
append_headings (Writer *self, const KladkaTypeInfo *info, const KladkaWords *words)
{
  append_field (self, "id");
  for (guint cell = 0; cell < info->n_cells; cell++)
    {
      const KladkaCell *source = &info->cells[cell];
      g_autofree char *heading = NULL;

      if (self->profile == KLADKA_CSV_SHEET)
        heading = kladka_cell_dup_label (source, words);
      else if (source->field->kind == KLADKA_KIND_TEXT3)
        heading = g_strdup_printf ("%s:%s", source->field->name, kladka_lang_get_code (source->lang));
      append_field (self, heading != NULL ? heading : source->name);
    }
  end_row (self);
}

static gboolean
is_free_text (const KladkaField *field)
{
  return field->kind == KLADKA_KIND_TEXT || field->kind == KLADKA_KIND_TEXT3 || field->kind == KLADKA_KIND_TAGS
         || is_words (field);
}

static void
append_record (Writer *self, const KladkaPlan *plan, const KladkaRecord *record, const KladkaWords *words)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);

  append_field (self, kladka_plan_get_id (plan, record));
  for (guint cell = 0; cell < info->n_cells; cell++)
    {
      g_autofree char *text = dup_cell (self, plan, record, cell, words);

      if (is_free_text (info->cells[cell].field))
        append_text (self, text);
      else
        append_field (self, text);
    }
  end_row (self);
}

static GBytes *
end (Writer *self)
{
  gsize length = self->out->len;

  return g_bytes_new_take (g_string_free (self->out, FALSE), length);
}

GBytes *
kladka_csv_write (const KladkaPlan *plan,
                  KladkaType type,
                  KladkaCsvProfile profile,
                  const KladkaWords *words,
                  KladkaMarking ceiling)
{
  Writer writer = { .out = g_string_new (NULL), .profile = profile };
  guint n;
  const KladkaRecord *const *records = kladka_plan_get_sorted (plan, type, &n);
  g_autoptr (KladkaFinder) finder = profile == KLADKA_CSV_SHEET ? kladka_finder_new (plan) : NULL;

  writer.finder = finder;
  begin (&writer, ceiling);
  append_headings (&writer, kladka_type_get (type), words);
  for (guint i = 0; i < n; i++)
    append_record (&writer, plan, records[i], words);
  return end (&writer);
}

static void
append_table_cell (Writer *self, const KladkaTable *table, guint row, guint column)
{
  g_autofree char *text = kladka_table_dup_file (table, row, column);
  KladkaTableKind kind = kladka_table_get_column_kind (table, column);

  if (kind == KLADKA_TABLE_TEXT)
    append_text (self, text);
  else
    {
      if (text != NULL && self->profile == KLADKA_CSV_SHEET
          && (kind == KLADKA_TABLE_DECIMAL || kind == KLADKA_TABLE_PERCENT))
        g_strdelimit (text, ".", ',');
      append_field (self, text);
    }
}

GBytes *
kladka_table_write_csv (const KladkaTable *table, KladkaCsvProfile profile, const KladkaWords *words)
{
  Writer writer = { .out = g_string_new (NULL), .profile = profile };

  begin (&writer, kladka_table_get_marking (table));
  for (guint column = 0; column < kladka_table_get_n_columns (table); column++)
    append_text (&writer, kladka_table_get_column_title (table, column));
  end_row (&writer);
  for (guint row = 0; row < kladka_table_get_n_rows (table); row++)
    {
      for (guint column = 0; column < kladka_table_get_n_columns (table); column++)
        append_table_cell (&writer, table, row, column);
      end_row (&writer);
    }
  return end (&writer);
}
