/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-reader.h"

#include <string.h>

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-id.h"

#define CANCEL_EVERY 1024

typedef struct {
  KladkaSession *session;
  KladkaStatement *statement;
  const KladkaTypeInfo *info;
  KladkaPacker *packer;
  GArray *kept; /* KladkaValue: what the packer borrows until a record is finished */
  const char *id;
} Reader;

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
refuse (const Reader *self, const KladkaField *field, const char *reason, GError **error)
{
  g_autofree char *id = kladka_text_dup_shown (self->id != NULL ? self->id : "", KLADKA_ID_MAX);
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID, _ ("The plan cannot be opened. %s “%s”, %s: %s"),
               g_dpgettext2 (GETTEXT_PACKAGE, "type", self->info->label), id,
               g_dpgettext2 (GETTEXT_PACKAGE, "field", field->label), reason);
  return FALSE;
}

/* Quick ways for what most columns hold; the values are borrowed from the row. Each says FALSE to what is no value. */
static gboolean
look_at_text (const KladkaCell *cell, const char *text, KladkaValue *value, GError **error)
{
  if (*text == '\0')
    return TRUE;
  *value = (KladkaValue){ .tag = KLADKA_VALUE_TEXT, .text = (char *)text };
  return kladka_value_check (value, cell, error);
}

static gboolean
look_at_date (const char *text, KladkaValue *value, GError **error)
{
  value->tag = KLADKA_VALUE_DATE;
  return kladka_date_parse_file (text, &value->date) || fail (error, _ ("There is no such date."));
}

static gboolean
look_at_choice (const KladkaCell *cell, const char *text, KladkaValue *value, GError **error)
{
  *value = kladka_value_integer (kladka_choices_find (cell->field->choices, text, FALSE));
  return value->integer != 0 || fail (error, _ ("This is not one of the choices."));
}

static gboolean
look_at_number (const KladkaCell *cell, gint64 number, KladkaValue *value, GError **error)
{
  gboolean yes_or_no = cell->field->kind == KLADKA_KIND_BOOL;
  if (yes_or_no && number != 0 && number != 1)
    return fail (error, _ ("This must be yes or no."));
  *value = kladka_value_integer (yes_or_no ? number + 1 : number);
  return kladka_value_check (value, cell, error);
}

static gboolean
look_at_money (Reader *self, const KladkaCell *cell, int column, KladkaValue *value, GError **error)
{
  const char *currency;
  gboolean has_minor = sqlite3_column_type (self->statement, column) != SQLITE_NULL;
  if (!kladka_statement_get_text (self->statement, column + 1, &currency) || has_minor != (currency != NULL))
    return fail (error, _ ("An amount and its currency belong together."));
  if (!has_minor)
    return TRUE;
  KladkaMoney money = { .minor = sqlite3_column_int64 (self->statement, column) };
  g_strlcpy (money.currency, currency, sizeof money.currency);
  *value = kladka_value_money (money);
  return strlen (currency) == 3 && value->tag != KLADKA_VALUE_NONE
             ? kladka_value_check (value, cell, error)
             : fail (error, _ ("An amount and its currency belong together."));
}

/* The others are made on the way and kept until the record is finished. */
static gboolean
look_at_list (Reader *self, const KladkaCell *cell, const char *text, KladkaValue *value, GError **error)
{
  const char *parts[] = { text, NULL };
  KladkaValue made = KLADKA_VALUE_INIT;
  if (!kladka_value_parse_file (cell, parts, &made, error))
    return FALSE;
  g_array_append_val (self->kept, made);
  *value = made;
  return TRUE;
}

static gboolean
look_at (Reader *self, const KladkaCell *cell, int column, KladkaValue *value, GError **error)
{
  const char *text;
  KladkaKind kind = cell->field->kind;
  if (kind == KLADKA_KIND_MONEY)
    return look_at_money (self, cell, column, value, error);
  if (sqlite3_column_type (self->statement, column) == SQLITE_NULL)
    return TRUE;
  if (kind == KLADKA_KIND_INTEGER || kind == KLADKA_KIND_DECIMAL || kind == KLADKA_KIND_BOOL)
    return look_at_number (cell, sqlite3_column_int64 (self->statement, column), value, error);
  if (!kladka_statement_get_text (self->statement, column, &text))
    return fail (error, _ ("The text holds characters that cannot be shown. Type it anew."));
  if (kind == KLADKA_KIND_TEXT || kind == KLADKA_KIND_TEXT3 || kind == KLADKA_KIND_REF)
    return look_at_text (cell, text, value, error);
  if (kind == KLADKA_KIND_DATE)
    return look_at_date (text, value, error);
  if (kind == KLADKA_KIND_CHOICE)
    return look_at_choice (cell, text, value, error);
  return look_at_list (self, cell, text, value, error);
}

static gboolean
read_cells (Reader *self, GError **error)
{
  int column = 1;
  for (guint i = 0; i < self->info->n_cells; i++)
    {
      const KladkaCell *cell = &self->info->cells[i];
      KladkaValue value = KLADKA_VALUE_INIT;
      g_autoptr (GError) reason = NULL;
      if (!look_at (self, cell, column, &value, &reason))
        return refuse (self, cell->field, reason->message, error);
      if (value.tag != KLADKA_VALUE_NONE)
        kladka_packer_set (self->packer, i, &value);
      column += cell->field->kind == KLADKA_KIND_MONEY ? 2 : 1;
    }
  return TRUE;
}

static gboolean
refuse_id (const Reader *self, gboolean twice, GError **error)
{
  g_autofree char *shown = kladka_text_dup_shown (self->id != NULL ? self->id : "", KLADKA_ID_MAX);
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID,
               twice ? _ ("The plan cannot be opened. The identifier “%s” belongs to two records.")
                     : _ ("The plan cannot be opened. “%s” cannot be the identifier of a record."),
               shown);
  return FALSE;
}

static KladkaRecord *
read_record (Reader *self, GError **error)
{
  if (!kladka_statement_get_text (self->statement, 0, &self->id) || self->id == NULL || !kladka_id_is_valid (self->id))
    {
      refuse_id (self, FALSE, error);
      return NULL;
    }
  kladka_packer_begin (self->packer, self->info->type, self->id);
  if (!read_cells (self, error))
    return NULL;
  KladkaRecord *record = kladka_packer_finish (self->packer);
  g_array_set_size (self->kept, 0);
  if (record == NULL)
    refuse_id (self, TRUE, error);
  return record;
}

static KladkaStatement *
prepare (Reader *self, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT \"id\"");
  for (guint i = 0; i < self->info->n_columns; i++)
    g_string_append_printf (sql, ", \"%s\"", self->info->columns[i].name);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY \"id\"", self->info->name);
  return kladka_session_prepare (self->session, sql->str, error);
}

static gboolean
read_table (Reader *self, KladkaPlanBuilder *builder, GCancellable *cancellable, GError **error)
{
  gboolean row;
  for (guint n = 0; kladka_session_next (self->session, self->statement, &row, error); n++)
    {
      if (!row)
        return TRUE;
      if (n % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      KladkaRecord *record = read_record (self, error);
      if (record == NULL)
        return FALSE;
      kladka_plan_builder_take (builder, record);
    }
  return FALSE;
}

KladkaPlan *
kladka_reader_read_plan (KladkaSession *session, GCancellable *cancellable, GError **error)
{
  g_autoptr (KladkaIds) ids = kladka_ids_new ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (ids);
  g_autoptr (KladkaPlanBuilder) builder = kladka_plan_builder_new (ids);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (KladkaValue));
  g_array_set_clear_func (kept, (GDestroyNotify)kladka_value_clear);
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      Reader reader = { .session = session, .info = kladka_type_get (type), .packer = packer, .kept = kept };
      g_autoptr (KladkaStatement) statement = prepare (&reader, error);
      reader.statement = statement;
      if (statement == NULL || !read_table (&reader, builder, cancellable, error))
        return NULL;
    }
  return kladka_plan_builder_end (g_steal_pointer (&builder));
}
