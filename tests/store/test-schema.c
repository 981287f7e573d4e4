/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hostile.h"

#include <string.h>

#include "kladka-error.h"
#include "kladka-schema.h"
#include "kladka-working-copy.h"

static sqlite3 *
open_plan (const StoreFixture *fixture)
{
  g_autofree char *path = store_fixture_path (fixture, "plan.kladka");
  sqlite3 *db = NULL;
  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return db;
}

/* The rows of one column, one line each. */
static char *
query (sqlite3 *db, const char *sql)
{
  GString *rows = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (rows, "%s\n", (const char *)sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return g_string_free (rows, FALSE);
}

static void
assert_query (sqlite3 *db, const char *sql, const char *expected)
{
  g_autofree char *found = query (db, sql);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_rules (StoreFixture *fixture, gconstpointer data)
{
  sqlite3 *db = open_plan (fixture);
  assert_query (db, "SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index')", "");
  assert_query (db, "SELECT name FROM sqlite_schema WHERE type='index'", "change_by_record\n");
  assert_query (db, "SELECT name FROM sqlite_schema WHERE type='table' AND sql NOT LIKE '%) STRICT, WITHOUT ROWID'",
                "");
  assert_query (db,
                "SELECT name FROM sqlite_schema WHERE sql LIKE '% UNIQUE%' OR sql LIKE '% REFERENCES%' OR sql LIKE "
                "'% CHECK%' OR sql LIKE '% GENERATED%' OR sql LIKE '% DEFAULT%' OR sql LIKE '% COLLATE%'",
                "");
  assert_query (db,
                "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT IN ('step', 'change') AND sql NOT "
                "LIKE 'CREATE TABLE \"' || name || '\" (\"id\" TEXT NOT NULL PRIMARY KEY, %'",
                "");
  assert_query (db, "SELECT count(*) FROM pragma_foreign_key_list('need')", "0\n");
  assert_query (db, "PRAGMA application_id", "1263289419\n");
  assert_query (db, "PRAGMA user_version", "1\n");
  assert_query (db, "PRAGMA journal_mode", "delete\n");
  assert_query (db, "PRAGMA encoding", "UTF-8\n");
  sqlite3_close (db);
}

static void
test_tables_are_the_field_tables (StoreFixture *fixture, gconstpointer data)
{
  sqlite3 *db = open_plan (fixture);
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      const KladkaTypeInfo *info = kladka_type_get (type);
      g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info('%s')", info->name);
      g_autoptr (GString) expected = g_string_new ("id\n");
      for (guint i = 0; i < info->n_columns; i++)
        g_string_append_printf (expected, "%s\n", info->columns[i].name);
      assert_query (db, sql, expected->str);
    }
  sqlite3_close (db);
}

/* The values stand in the file in the form that other programs can read. */
static void
test_file_form (StoreFixture *fixture, gconstpointer data)
{
  sqlite3 *db = open_plan (fixture);
  assert_query (db,
                "SELECT DISTINCT typeof(quantity) || typeof(stage) || typeof(wanted_from) || typeof(tags) FROM need",
                "integertexttexttext\n");
  assert_query (db,
                "SELECT count(*) FROM need WHERE stage IN ('draft', 'submitted', 'verified', 'matched', 'covered', "
                "'withdrawn')",
                "1\n");
  sqlite3_close (db);
}

/* An older version as it might have been: a table of another shape, a column of another name, one not yet there. */
static KladkaMigrations
make_older (char **statements, KladkaMigration *step)
{
  for (guint i = 0; statements[i] != NULL; i++)
    if (g_str_has_prefix (statements[i], "CREATE TABLE \"level\""))
      {
        g_free (statements[i]);
        statements[i] = g_strdup ("CREATE TABLE \"level\" (\"id\" TEXT NOT NULL PRIMARY KEY, \"ladder\" TEXT, "
                                  "\"now\" INTEGER, \"target\" INTEGER, \"marking\" TEXT) STRICT, WITHOUT ROWID");
      }
  static const char bring[] = "ALTER TABLE \"level\" RENAME COLUMN \"ladder\" TO \"scale\";"
                              "ALTER TABLE \"level\" ADD COLUMN \"capability\" TEXT;"
                              "ALTER TABLE \"level\" ADD COLUMN \"organisation\" TEXT;"
                              "ALTER TABLE \"level\" ADD COLUMN \"day\" TEXT;"
                              "ALTER TABLE \"level\" ADD COLUMN \"source\" TEXT;"
                              "ALTER TABLE \"level\" ADD COLUMN \"source_date\" TEXT;"
                              "ALTER TABLE \"level\" ADD COLUMN \"confidence\" TEXT;"
                              "ALTER TABLE \"level\" ADD COLUMN \"verified_on\" TEXT;"
                              "ALTER TABLE \"level\" ADD COLUMN \"notes\" TEXT;"
                              "ALTER TABLE \"level\" ADD COLUMN \"deleted\" INTEGER;"
                              "UPDATE \"level\" SET \"target\"=5 WHERE \"target\" IS NULL";
  *step = (KladkaMigration){ (const char *const *)statements, bring };
  return (KladkaMigrations){ step, 1 };
}

static void
write_older (const StoreFixture *fixture, const KladkaMigrations *older)
{
  g_autofree char *path = store_fixture_path (fixture, "old.kladka");
  const char *const *statements = older->steps[0].schema;
  for (guint i = 0; statements[i] != NULL; i++)
    hostile_exec (path, statements[i]);
  hostile_exec (path, "PRAGMA application_id=0x4B4C444B; PRAGMA user_version=1;"
                      "INSERT INTO plan (id, title_en) VALUES ('p', 'Old');"
                      "INSERT INTO level (id, ladder, now) VALUES ('l', 'CMM', 2)");
}

static void
test_migration (StoreFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) statements = kladka_schema_dup_statements ();
  KladkaMigration step;
  KladkaMigrations older = make_older (statements, &step);
  g_autofree char *path = store_fixture_path (fixture, "old.kladka");
  g_autoptr (GError) error = NULL;
  write_older (fixture, &older);
  hostile_assert_refused (fixture, "old.kladka", 0, KLADKA_ERROR_UNSUPPORTED, "“level”");
  KladkaWorkingCopy *copy = kladka_working_copy_new_admitted (fixture->state, path, FALSE, &older, NULL, &error);
  g_assert_no_error (error);
  const KladkaLevel *level = (const KladkaLevel *)kladka_plan_find (kladka_working_copy_get_plan (copy), "l");
  g_assert_cmpstr (level->scale, ==, "CMM");
  g_assert_cmpint (level->now, ==, 2);
  g_assert_cmpint (level->target, ==, 5);
  g_assert_false (kladka_working_copy_get_modified (copy));
  kladka_working_copy_close (copy, TRUE);
}

static void
assert_old_file_opens (StoreFixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaDocument) document = kladka_document_new_open (&fixture->options, file, TRUE, NULL, &error);
  g_assert_no_error (error);
  KladkaPlan *plan = kladka_document_get_plan (document);
  for (KladkaType type = KLADKA_TYPE_PLAN; type <= KLADKA_TYPE_MAPPING; type++)
    g_assert_cmpuint (kladka_plan_get_n_records (plan, type), ==, 1);
  g_assert_true (kladka_document_redo_sync (document, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (store_fixture_get_name (document, "organisation-2"), ==, "Taken back");
  while (kladka_document_get_can_undo (document))
    g_assert_true (kladka_document_undo_sync (document, &error));
  g_assert_nonnull (kladka_plan_get_info (kladka_document_get_plan (document)));
}

/* One of every schema version there ever was: one of every type, every cell set, the last step taken back. */
static void
test_old_files (StoreFixture *fixture, gconstpointer data)
{
  int newest = kladka_migrations_get_newest (kladka_migrations_get ());
  for (int version = 1; version <= newest; version++)
    {
      g_autofree char *name = g_strdup_printf ("plan-v%d.kladka", version);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
      assert_old_file_opens (fixture, path);
    }
}

/* What comes out of a migration is word for word what is made today. */
static void
test_migrated_is_as_new (StoreFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) statements = kladka_schema_dup_statements ();
  KladkaMigration step;
  KladkaMigrations older = make_older (statements, &step);
  g_autoptr (KladkaSession) session = kladka_session_new_memory ();
  g_autoptr (GError) error = NULL;
  g_assert_true (kladka_schema_create (session, &older, 1, &error));
  g_assert_false (kladka_schema_check (session, &older, 2, NULL));
  g_assert_true (kladka_schema_migrate (session, &older, 1, &error));
  g_assert_no_error (error);
  g_assert_true (kladka_schema_check (session, &older, 2, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                                                \
  g_test_add ("/store/schema/" path, StoreFixture, NULL, hostile_set_up, func, store_fixture_tear_down)
  ADD ("what-the-writer-does-is-all-that-happens", test_rules);
  ADD ("tables-are-the-field-tables", test_tables_are_the_field_tables);
  ADD ("values-stand-in-their-file-form", test_file_form);
  ADD ("older-file-is-migrated", test_migration);
  ADD ("old-files-are-opened", test_old_files);
  ADD ("migrated-is-as-new", test_migrated_is_as_new);
  return g_test_run ();
}
