/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-schema.h"

#include <string.h>

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-text.h"

/* The journal: what the writer does is all that happens, so no triggers, no cascades, no UNIQUE besides the keys. */
static const char *const journal_statements[] = {
  "CREATE TABLE \"step\" (\"seq\" INTEGER NOT NULL PRIMARY KEY, \"id\" TEXT NOT NULL, \"parent\" TEXT, "
  "\"time\" INTEGER NOT NULL, \"author\" TEXT NOT NULL, \"verb\" TEXT NOT NULL, \"args\" TEXT NOT NULL, "
  "\"undoes\" TEXT) STRICT, WITHOUT ROWID",
  "CREATE TABLE \"change\" (\"step\" INTEGER NOT NULL, \"ordinal\" INTEGER NOT NULL, \"type\" TEXT NOT NULL, "
  "\"id\" TEXT NOT NULL, \"creates\" INTEGER NOT NULL, \"cells\" TEXT NOT NULL, "
  "PRIMARY KEY (\"step\", \"ordinal\")) STRICT, WITHOUT ROWID",
  "CREATE INDEX \"change_by_record\" ON \"change\" (\"id\", \"step\")",
};

/* Only version 1 exists. Its text moves here, word for word, when a second one comes. */
static const KladkaMigrations migrations_of_files = { NULL, 0 };

const KladkaMigrations *
kladka_migrations_get (void)
{
  return &migrations_of_files;
}

const char *
kladka_column_get_sql_type (const KladkaTypeInfo *info, guint column)
{
  const KladkaColumn *target = &info->columns[column];
  switch ((KladkaKind)info->cells[target->cell].field->kind)
    {
    case KLADKA_KIND_INTEGER:
    case KLADKA_KIND_DECIMAL:
    case KLADKA_KIND_BOOL:
      return "INTEGER";
    case KLADKA_KIND_MONEY:
      return target->part == 0 ? "INTEGER" : "TEXT";
    case KLADKA_KIND_TEXT:
    case KLADKA_KIND_TEXT3:
    case KLADKA_KIND_DATE:
    case KLADKA_KIND_CHOICE:
    case KLADKA_KIND_SET:
    case KLADKA_KIND_TAGS:
    case KLADKA_KIND_REF:
    case KLADKA_KIND_REFS:
    case KLADKA_KIND_NUMBERS:
    default:
      return "TEXT";
    }
}

static char *
dup_table_statement (const KladkaTypeInfo *info)
{
  GString *sql = g_string_new (NULL);
  g_string_append_printf (sql, "CREATE TABLE \"%s\" (\"id\" TEXT NOT NULL PRIMARY KEY", info->name);
  for (guint i = 0; i < info->n_columns; i++)
    g_string_append_printf (sql, ", \"%s\" %s", info->columns[i].name, kladka_column_get_sql_type (info, i));
  g_string_append (sql, ") STRICT, WITHOUT ROWID");
  return g_string_free (sql, FALSE);
}

char **
kladka_schema_dup_statements (void)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      g_autofree char *sql = dup_table_statement (kladka_type_get (type));
      g_strv_builder_add (builder, sql);
    }
  for (guint i = 0; i < G_N_ELEMENTS (journal_statements); i++)
    g_strv_builder_add (builder, journal_statements[i]);
  char **statements = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return statements;
}

static char **
dup_statements_of (const KladkaMigrations *migrations, int version)
{
  if (version <= migrations->n_steps)
    return g_strdupv ((char **)migrations->steps[version - 1].schema);
  return kladka_schema_dup_statements ();
}

static gboolean
set_version (KladkaSession *session, int version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version=%d", version);
  return kladka_session_exec (session, sql, error);
}

static gboolean
run_all (KladkaSession *session, char **statements, GError **error)
{
  for (guint i = 0; statements[i] != NULL; i++)
    if (!kladka_session_exec (session, statements[i], error))
      return FALSE;
  return TRUE;
}

gboolean
kladka_schema_create (KladkaSession *session, const KladkaMigrations *migrations, int version, GError **error)
{
  g_auto (GStrv) statements = dup_statements_of (migrations, version);
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id=%d", KLADKA_APPLICATION_ID);
  return run_all (session, statements, error) && kladka_session_exec (session, mark, error)
         && set_version (session, version, error);
}

static void
add_object (GHashTable *objects, KladkaStatement *row)
{
  const char *parts[4];
  for (int i = 0; i < 4; i++)
    if ((parts[i] = (const char *)sqlite3_column_text (row, i)) == NULL)
      parts[i] = "";
  g_hash_table_insert (objects, g_strjoin (" ", parts[0], parts[1], parts[2], parts[3], NULL), g_strdup (parts[1]));
}

/* One line an object: what it is, its name, of what, and its text; with the name. */
static GHashTable *
read_objects (KladkaSession *session, GError **error)
{
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (KladkaStatement) statement =
      kladka_session_prepare (session, "SELECT type, name, tbl_name, sql FROM sqlite_schema", error);
  gboolean row = TRUE;
  if (statement == NULL)
    return NULL;
  while (row)
    {
      if (!kladka_session_next (session, statement, &row, error))
        return NULL;
      if (row)
        add_object (objects, statement);
    }
  return g_steal_pointer (&objects);
}

/* Names what @these have and @those do not. */
static const char *
find_stranger (GHashTable *these, GHashTable *those)
{
  GHashTableIter iter;
  gpointer object, name;
  g_hash_table_iter_init (&iter, these);
  while (g_hash_table_iter_next (&iter, &object, &name))
    if (!g_hash_table_contains (those, object))
      return name;
  return NULL;
}

static gboolean
has_name (GHashTable *objects, const char *name)
{
  GHashTableIter iter;
  gpointer other;
  g_hash_table_iter_init (&iter, objects);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    if (g_str_equal (name, other))
      return TRUE;
  return FALSE;
}

static gboolean
compare_objects (GHashTable *found, GHashTable *expected, GError **error)
{
  const char *stranger = find_stranger (found, expected);
  const char *missing = find_stranger (expected, found);
  if (stranger == NULL && missing == NULL)
    return TRUE;
  g_autofree char *shown = kladka_text_dup_shown (stranger != NULL ? stranger : missing, 60);
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED,
               stranger == NULL ? _ ("This plan lacks “%s”. It is not opened.")
               : has_name (expected, stranger)
                   ? _ ("“%s” of this plan is not as Kladka makes it. It is not opened.")
                   : _ ("This plan holds “%s”, which Kladka did not put there. It is not opened."),
               shown);
  return FALSE;
}

gboolean
kladka_schema_check (KladkaSession *session, const KladkaMigrations *migrations, int version, GError **error)
{
  g_autoptr (KladkaSession) ours = kladka_session_new_memory ();
  g_autoptr (GHashTable) found = read_objects (session, error);
  if (found == NULL || !kladka_schema_create (ours, migrations, version, error))
    return FALSE;
  g_autoptr (GHashTable) expected = read_objects (ours, error);
  return expected != NULL && compare_objects (found, expected, error);
}

/* The columns of @statement's table by name, so that their order in the old one does not matter. */
static gboolean
refill (KladkaSession *session, const char *name, const char *statement, GError **error)
{
  g_autofree char *aside = g_strdup_printf ("ALTER TABLE \"%s\" RENAME TO \"old_%s\"", name, name);
  if (!kladka_session_exec (session, aside, error) || !kladka_session_exec (session, statement, error))
    return FALSE;
  g_autofree char *list =
      g_strdup_printf ("SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('%s')", name);
  g_autofree char *columns = kladka_session_dup_text (session, list, error);
  if (columns == NULL)
    return FALSE;
  g_autofree char *fill =
      g_strdup_printf ("INSERT INTO \"%s\" (%s) SELECT %s FROM \"old_%s\" ORDER BY 1", name, columns, columns, name);
  g_autofree char *drop = g_strdup_printf ("DROP TABLE \"old_%s\"", name);
  return kladka_session_exec (session, fill, error) && kladka_session_exec (session, drop, error);
}

static char *
dup_table_name (const char *statement)
{
  static const char start[] = "CREATE TABLE \"";
  if (!g_str_has_prefix (statement, start))
    return NULL;
  const char *name = statement + sizeof start - 1;
  return g_strndup (name, strchr (name, '"') - name);
}

static gboolean
rebuild (KladkaSession *session, GError **error)
{
  g_auto (GStrv) statements = kladka_schema_dup_statements ();
  for (guint i = 0; statements[i] != NULL; i++)
    {
      g_autofree char *name = dup_table_name (statements[i]);
      gboolean done = name != NULL ? refill (session, name, statements[i], error)
                                   : kladka_session_exec (session, statements[i], error);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

gboolean
kladka_schema_migrate (KladkaSession *session, const KladkaMigrations *migrations, int version, GError **error)
{
  int newest = kladka_migrations_get_newest (migrations);
  if (version == newest)
    return TRUE;
  for (int at = version; at < newest; at++)
    if (!kladka_session_exec (session, migrations->steps[at - 1].statements, error))
      return FALSE;
  return rebuild (session, error) && set_version (session, newest, error);
}

static gboolean
copy_tables (KladkaSession *session, GHashTable *objects, GError **error)
{
  GHashTableIter iter;
  gpointer object, name;
  g_hash_table_iter_init (&iter, objects);
  while (g_hash_table_iter_next (&iter, &object, &name))
    {
      g_autofree char *sql =
          g_strdup_printf ("INSERT INTO main.\"%s\" SELECT * FROM incoming.\"%s\"", (char *)name, (char *)name);
      if (g_str_has_prefix (object, "table ") && !kladka_session_exec (session, sql, error))
        return FALSE;
    }
  return TRUE;
}

/* A whole table at once: between tables of one shape SQLite copies cells without looking into them. */
gboolean
kladka_schema_copy_rows (KladkaSession *session, const char *path, GError **error)
{
  g_autoptr (GHashTable) objects = read_objects (session, error);
  g_autoptr (KladkaStatement) attach = kladka_session_prepare (session, "ATTACH ? AS incoming", error);
  if (objects == NULL || attach == NULL)
    return FALSE;
  kladka_statement_bind_text (attach, 1, path);
  if (!kladka_session_run (session, attach, error))
    return FALSE;
  gboolean copied = kladka_session_begin (session, error) && copy_tables (session, objects, error)
                    && kladka_session_commit (session, error);
  kladka_session_rollback (session);
  sqlite3_finalize (g_steal_pointer (&attach));
  return kladka_session_exec (session, "DETACH incoming", copied ? error : NULL) && copied;
}
