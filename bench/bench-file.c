/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-file.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "kladka-saver.h"
#include "kladka-schema.h"
#include "kladka-step-rows.h"

static void
check (gboolean done, GError *error)
{
  if (done)
    return;
  g_printerr ("bench: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static char *
dup_insert (const KladkaTypeInfo *info)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" VALUES (?", info->name);
  for (guint i = 0; i < info->n_columns; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static void
bind_column (KladkaStatement *statement, int index, const KladkaTypeInfo *info, guint column, const KladkaValue *value)
{
  g_autofree char *text =
      kladka_value_dup_file (value, &info->cells[info->columns[column].cell], info->columns[column].part);

  if (text == NULL)
    sqlite3_bind_null (statement, index);
  else if (g_str_equal (kladka_column_get_sql_type (info, column), "INTEGER"))
    sqlite3_bind_int64 (statement, index, g_ascii_strtoll (text, NULL, 10));
  else
    sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

static void
write_table (KladkaSession *session, const KladkaPlan *plan, KladkaType type)
{
  const KladkaTypeInfo *info = kladka_type_get (type);
  g_autofree char *sql = dup_insert (info);
  g_autoptr (GError) error = NULL;
  guint n;
  const KladkaRecord *const *records = kladka_plan_get_sorted (plan, type, &n);

  for (guint i = 0; i < n; i++)
    {
      KladkaStatement *statement = kladka_session_get (session, sql, &error);

      check (statement != NULL, error);
      kladka_statement_bind_text (statement, 1, kladka_plan_get_id (plan, records[i]));
      for (guint column = 0; column < info->n_columns; column++)
        {
          g_auto (KladkaValue) value =
              kladka_record_dup_value (records[i], info->columns[column].cell, kladka_plan_get_ids (plan));

          bind_column (statement, column + 2, info, column, &value);
        }
      check (kladka_session_run (session, statement, &error), error);
    }
}

static void
write_rows (KladkaSession *session, const KladkaPlan *plan)
{
  KladkaStepInfo info = { .author = "bench", .verb = KLADKA_VERB_NEW_PLAN };
  g_autoptr (KladkaStep) step = kladka_step_builder_end (kladka_step_builder_new ("step", &info));
  const KladkaMigrations *migrations = kladka_migrations_get ();
  g_autoptr (GError) error = NULL;

  check (kladka_session_begin (session, &error), error);
  check (kladka_schema_create (session, migrations, kladka_migrations_get_newest (migrations), &error), error);
  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    write_table (session, plan, type);
  check (kladka_step_rows_write (session, 1, step, &error), error);
  check (kladka_session_commit (session, &error), error);
}

char *
bench_file_new (const BenchPlan *bench, const char *folder)
{
  g_autofree char *working = g_build_filename (folder, "rows.sqlite", NULL);
  char *path = g_strdup_printf ("%s/plan-%u.kladka", folder, bench->n_projects);
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaSession) session = kladka_session_new (working, KLADKA_SESSION_WORKING, &error);

  check (session != NULL, error);
  write_rows (session, bench->plan);
  check (kladka_saver_build (session, path, NULL, &error), error);
  g_clear_pointer (&session, kladka_session_free);
  g_unlink (working);
  return path;
}

static void
exec (sqlite3 *db, const char *sql)
{
  char *error = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &error) != SQLITE_OK)
    {
      g_printerr ("bench: %s: %s\n", sql, error);
      exit (1);
    }
}

/* One block for the texts and one for the numbers, as large as the last read left them: to grow is not what is
 * measured, and no smarter reader could do with less. */
typedef struct {
  char *texts;
  gsize n_texts;
  gsize text_room;
  gint64 *cells;
  gsize n_cells;
  gsize cell_room;
} Arrays;

static gint64
keep_text (Arrays *arrays, const void *text, gsize length)
{
  gsize place = arrays->n_texts;

  arrays->n_texts += length;
  if (arrays->n_texts > arrays->text_room)
    {
      arrays->text_room = arrays->n_texts * 2;
      arrays->texts = g_realloc (arrays->texts, arrays->text_room);
    }
  memcpy (arrays->texts + place, text, length);
  return place;
}

static gint64
read_cell (sqlite3_stmt *statement, int column, Arrays *arrays)
{
  const void *text;

  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_TEXT:
      text = sqlite3_column_text (statement, column);
      return keep_text (arrays, text, sqlite3_column_bytes (statement, column) + 1);
    case SQLITE_INTEGER:
      return sqlite3_column_int64 (statement, column);
    default:
      return 0;
    }
}

static void
read_table (sqlite3 *db, const char *table, Arrays *arrays)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *statement;
  int n;

  sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  n = sqlite3_column_count (statement);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      if (arrays->n_cells + n > arrays->cell_room)
        {
          arrays->cell_room = (arrays->n_cells + n) * 2;
          arrays->cells = g_renew (gint64, arrays->cells, arrays->cell_room);
        }
      for (int i = 0; i < n; i++)
        arrays->cells[arrays->n_cells++] = read_cell (statement, i, arrays);
    }
  sqlite3_finalize (statement);
}

gsize
kernel_read_rows (const char *path)
{
  static gsize cell_room, text_room;
  Arrays arrays = { .cell_room = cell_room, .text_room = text_room };

  arrays.cells = g_new (gint64, cell_room);
  arrays.texts = g_malloc (text_room);
  sqlite3 *db;

  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    read_table (db, kladka_type_get (type)->name, &arrays);
  sqlite3_close (db);
  cell_room = arrays.cell_room;
  text_room = arrays.text_room;
  g_free (arrays.texts);
  g_free (arrays.cells);
  return arrays.n_texts + arrays.n_cells * sizeof (gint64);
}

static void
copy_bytes (const char *path, const char *copy)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, NULL);
  g_file_set_contents_full (copy, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

void
kernel_admit (const char *path, const char *target)
{
  g_autofree char *copy = g_strconcat (target, ".copy", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS source", copy);
  g_auto (GStrv) statements = kladka_schema_dup_statements ();
  sqlite3 *db;

  copy_bytes (path, copy);
  sqlite3_open_v2 (copy, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
  exec (db, "PRAGMA cell_size_check = 1; PRAGMA quick_check; PRAGMA integrity_check");
  sqlite3_close (db);
  g_unlink (target);
  sqlite3_open_v2 (target, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
  exec (db, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  exec (db, attach);
  exec (db, "BEGIN IMMEDIATE");
  for (guint i = 0; statements[i] != NULL; i++)
    exec (db, statements[i]);
  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    {
      const char *name = kladka_type_get (type)->name;
      g_autofree char *insert = g_strdup_printf ("INSERT INTO main.\"%s\" SELECT * FROM source.\"%s\"", name, name);

      exec (db, insert);
    }
  exec (db, "COMMIT");
  sqlite3_close (db);
  g_unlink (copy);
  g_unlink (target);
}

void
bench_remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        bench_remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}
