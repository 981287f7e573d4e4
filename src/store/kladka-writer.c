/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-writer.h"

#include "kladka-error.h"
#include "kladka-i18n.h"

static guint
count_columns (const KladkaCell *cell)
{
  return cell->field->kind == KLADKA_KIND_MONEY ? 2 : 1;
}

static const char *
get_column_name (const KladkaTypeInfo *info, guint cell, guint part)
{
  for (guint i = cell; i < info->n_columns; i++)
    if (info->columns[i].cell == cell && info->columns[i].part == part)
      return info->columns[i].name;
  g_return_val_if_reached (NULL);
}

static void
append_names (GString *sql, const KladkaChange *change, const char *format)
{
  const KladkaTypeInfo *info = kladka_type_get (change->type);
  for (guint i = 0; i < change->n_cells; i++)
    for (guint part = 0; part < count_columns (&info->cells[change->cells[i].cell]); part++)
      {
        g_string_append (sql, i + part > 0 || change->creates ? ", " : "");
        g_string_append_printf (sql, "\"%s\"%s", get_column_name (info, change->cells[i].cell, part), format);
      }
}

static guint
count_parameters (const KladkaChange *change)
{
  const KladkaTypeInfo *info = kladka_type_get (change->type);
  guint n = 0;
  for (guint i = 0; i < change->n_cells; i++)
    n += count_columns (&info->cells[change->cells[i].cell]);
  return n;
}

static char *
dup_insert (const KladkaChange *change)
{
  GString *sql = g_string_new (NULL);
  g_string_append_printf (sql, "INSERT INTO \"%s\" (\"id\"", kladka_type_get (change->type)->name);
  append_names (sql, change, "");
  g_string_append (sql, ") VALUES (?");
  for (guint i = count_parameters (change); i > 0; i--)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static char *
dup_update (const KladkaChange *change)
{
  GString *sql = g_string_new (NULL);
  g_string_append_printf (sql, "UPDATE \"%s\" SET ", kladka_type_get (change->type)->name);
  append_names (sql, change, "=?");
  g_string_append (sql, " WHERE \"id\"=?");
  return g_string_free (sql, FALSE);
}

static void
bind_integer (KladkaStatement *statement, int index, const KladkaValue *value, const KladkaCell *cell)
{
  KladkaKind kind = cell->field->kind;
  if (kind == KLADKA_KIND_INTEGER || kind == KLADKA_KIND_DECIMAL)
    sqlite3_bind_int64 (statement, index, value->integer);
  else if (kind == KLADKA_KIND_BOOL)
    sqlite3_bind_int64 (statement, index, value->integer == 2);
  else
    {
      g_autofree char *text = kladka_value_dup_file (value, cell, 0);
      kladka_statement_bind_text (statement, index, text);
    }
}

static void
bind_value (KladkaStatement *statement, int index, const KladkaValue *value, const KladkaCell *cell)
{
  g_autofree char *text = NULL;
  switch (value->tag)
    {
    case KLADKA_VALUE_NONE: /* a parameter without a value is NULL */
      break;
    case KLADKA_VALUE_TEXT:
      kladka_statement_bind_text (statement, index, value->text);
      break;
    case KLADKA_VALUE_INTEGER:
      bind_integer (statement, index, value, cell);
      break;
    case KLADKA_VALUE_MONEY:
      sqlite3_bind_int64 (statement, index, value->money.minor);
      kladka_statement_bind_text (statement, index + 1, value->money.currency);
      break;
    case KLADKA_VALUE_DATE:
    case KLADKA_VALUE_LIST:
    case KLADKA_VALUE_NUMBERS:
    default:
      text = kladka_value_dup_file (value, cell, 0);
      kladka_statement_bind_text (statement, index, text);
    }
}

static int
bind_cells (KladkaStatement *statement, int index, const KladkaChange *change)
{
  const KladkaTypeInfo *info = kladka_type_get (change->type);
  for (guint i = 0; i < change->n_cells; i++)
    {
      const KladkaCell *cell = &info->cells[change->cells[i].cell];
      bind_value (statement, index, &change->cells[i].after, cell);
      index += count_columns (cell);
    }
  return index;
}

static gboolean
write_change (KladkaSession *session, const KladkaChange *change, GError **error)
{
  if (!change->creates && change->n_cells == 0)
    return TRUE;
  g_autofree char *sql = change->creates ? dup_insert (change) : dup_update (change);
  KladkaStatement *statement = kladka_session_get (session, sql, error);
  if (statement == NULL)
    return FALSE;
  if (change->creates)
    kladka_statement_bind_text (statement, 1, change->id);
  int next = bind_cells (statement, change->creates ? 2 : 1, change);
  if (!change->creates)
    kladka_statement_bind_text (statement, next, change->id);
  if (!kladka_session_run (session, statement, error))
    return FALSE;
  if (kladka_session_get_changes (session) == 1)
    return TRUE;
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("The record “%s” is missing in the working copy."),
               change->id);
  return FALSE;
}

gboolean
kladka_writer_write_step (KladkaSession *session, const KladkaStep *step, GError **error)
{
  for (guint i = 0; i < kladka_step_get_n_changes (step); i++)
    if (!write_change (session, kladka_step_get_change (step, i), error))
      return FALSE;
  return TRUE;
}
