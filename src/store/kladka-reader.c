/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-reader.h"

#include <string.h>

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-id.h"

#define CANCEL_EVERY 1024

typedef struct {
  const KladkaTypeInfo *info;
  KladkaPacker *packer;
  KladkaPlanBuilder *builder;
  GArray *kept; /* KladkaValue: what the packer borrows until a record is finished */
  GCancellable *cancellable;
  const char *id;
  guint n_rows;
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

/* The text of a value, which is borrowed; NULL where something is hidden behind a zero. */
static const char *
get_text (sqlite3_value *value, gsize *ret_length)
{
  const char *text = (const char *)sqlite3_value_text (value);
  *ret_length = sqlite3_value_bytes (value);
  return text != NULL && strlen (text) == *ret_length ? text : NULL;
}

static gboolean
take_text (Reader *self, guint cell, sqlite3_value *value, GError **error)
{
  const char *text = (const char *)sqlite3_value_text (value);
  gsize length = sqlite3_value_bytes (value);
  kladka_packer_set_text_of (self->packer, cell, text, length);
  return kladka_value_check_text (&self->info->cells[cell], text, length, error);
}

static gboolean
take_ref (Reader *self, guint cell, const char *text, gsize length, GError **error)
{
  return length == 0 || kladka_packer_set_ref_first (self->packer, cell, text, length)
         || fail (error, _ ("This is not the id of a record."));
}

static gboolean
take_date (Reader *self, guint cell, const char *text, GError **error)
{
  KladkaDate date;
  if (!kladka_date_parse_file (text, &date))
    return fail (error, _ ("There is no such date."));
  kladka_packer_set_date (self->packer, cell, date);
  return TRUE;
}

static gboolean
take_choice (Reader *self, guint cell, const char *text, GError **error)
{
  guint choice = kladka_choices_find (self->info->cells[cell].field->choices, text, FALSE);
  kladka_packer_set_integer (self->packer, cell, choice);
  return choice != 0 || fail (error, _ ("This is not one of the choices."));
}

static gboolean
take_number (Reader *self, guint cell, gint64 number, GError **error)
{
  gboolean yes_or_no = self->info->cells[cell].field->kind == KLADKA_KIND_BOOL;
  if (yes_or_no && number != 0 && number != 1)
    return fail (error, _ ("This must be yes or no."));
  KladkaValue value = kladka_value_integer (yes_or_no ? number + 1 : number);
  kladka_packer_set_integer (self->packer, cell, value.integer);
  return kladka_value_check (&value, &self->info->cells[cell], error);
}

static gboolean
take_money (Reader *self, guint cell, sqlite3_value **values, GError **error)
{
  gsize length;
  const char *currency = get_text (values[1], &length);
  gboolean has_minor = sqlite3_value_type (values[0]) != SQLITE_NULL;
  if (!has_minor && sqlite3_value_type (values[1]) == SQLITE_NULL)
    return TRUE;
  if (!has_minor || currency == NULL || length != 3)
    return fail (error, _ ("An amount and its currency belong together."));
  KladkaMoney money = { .minor = sqlite3_value_int64 (values[0]) };
  g_strlcpy (money.currency, currency, sizeof money.currency);
  KladkaValue value = kladka_value_money (money);
  kladka_packer_set_money (self->packer, cell, money);
  return value.tag != KLADKA_VALUE_NONE ? kladka_value_check (&value, &self->info->cells[cell], error)
                                        : fail (error, _ ("An amount and its currency belong together."));
}

/* The others are made on the way and kept until the record is finished. */
static gboolean
take_list (Reader *self, guint cell, const char *text, GError **error)
{
  const char *parts[] = { text, NULL };
  KladkaValue made = KLADKA_VALUE_INIT;
  if (!kladka_value_parse_file (&self->info->cells[cell], parts, &made, error))
    return FALSE;
  g_array_append_val (self->kept, made);
  kladka_packer_set (self->packer, cell, &made);
  return TRUE;
}

static gboolean
take_cell (Reader *self, guint cell, KladkaKind kind, sqlite3_value *value, GError **error)
{
  gsize length;
  if (kind == KLADKA_KIND_TEXT || kind == KLADKA_KIND_TEXT3)
    return take_text (self, cell, value, error);
  if (kind == KLADKA_KIND_INTEGER || kind == KLADKA_KIND_DECIMAL || kind == KLADKA_KIND_BOOL)
    return take_number (self, cell, sqlite3_value_int64 (value), error);
  const char *text = get_text (value, &length);
  if (text == NULL)
    return fail (error, _ ("The text holds characters that cannot be shown. Type it anew."));
  if (kind == KLADKA_KIND_REF)
    return take_ref (self, cell, text, length, error);
  if (kind == KLADKA_KIND_DATE)
    return take_date (self, cell, text, error);
  if (kind == KLADKA_KIND_CHOICE)
    return take_choice (self, cell, text, error);
  return take_list (self, cell, text, error);
}

static gboolean
take_cells (Reader *self, sqlite3_value **values, GError **error)
{
  const KladkaCell *cells = self->info->cells;
  g_autoptr (GError) reason = NULL;
  for (guint cell = 0; cell < self->info->n_cells; cell++)
    {
      KladkaKind kind = cells[cell].field->kind;
      gboolean taken = TRUE;
      if (kind == KLADKA_KIND_MONEY)
        taken = take_money (self, cell, values, &reason);
      else if (sqlite3_value_type (*values) != SQLITE_NULL)
        taken = take_cell (self, cell, kind, *values, &reason);
      if (!taken)
        return refuse (self, cells[cell].field, reason->message, error);
      values += kind == KLADKA_KIND_MONEY ? 2 : 1;
    }
  return TRUE;
}

/* NULL also where it has a zero in it. */
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

static gboolean
take_record (Reader *self, sqlite3_value **values, GError **error)
{
  gsize length = 0;
  self->id = get_text (values[0], &length);
  if (self->id == NULL || !kladka_packer_begin_first (self->packer, self->info, self->id, length))
    return refuse_id (self, FALSE, error);
  if (!take_cells (self, values + 1, error))
    return FALSE;
  KladkaRecord *record = kladka_packer_finish (self->packer);
  if (self->kept->len > 0)
    g_array_set_size (self->kept, 0);
  if (record == NULL)
    return refuse_id (self, TRUE, error);
  kladka_plan_builder_take (self->builder, record);
  return TRUE;
}

static gboolean
row_cb (sqlite3_value **values, gpointer data, GError **error)
{
  Reader *self = data;
  if (self->n_rows++ % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  return take_record (self, values, error);
}

static gboolean
read_table (Reader *self, KladkaSession *session, GError **error)
{
  g_autoptr (GString) columns = g_string_new ("\"id\"");
  for (guint i = 0; i < self->info->n_columns; i++)
    g_string_append_printf (columns, ", \"%s\"", self->info->columns[i].name);
  return kladka_session_scan (session, self->info->name, columns->str, row_cb, self, error);
}

KladkaPlan *
kladka_reader_read_plan (KladkaSession *session, GCancellable *cancellable, GError **error)
{
  g_autoptr (KladkaIds) ids = kladka_ids_new ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new_first (ids);
  g_autoptr (KladkaPlanBuilder) builder = kladka_plan_builder_new (ids);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (KladkaValue));
  Reader reader = { .packer = packer, .builder = builder, .kept = kept, .cancellable = cancellable };
  g_array_set_clear_func (kept, (GDestroyNotify)kladka_value_clear);
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      reader.info = kladka_type_get (type);
      if (!read_table (&reader, session, error))
        return NULL;
    }
  return kladka_plan_builder_end (g_steal_pointer (&builder));
}
