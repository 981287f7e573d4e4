/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-session.h"

#include <string.h>

#include "kladka-error.h"
#include "kladka-i18n.h"

#define KEPT_MAX 256
#define WATCH_EVERY 20000 /* operations of SQLite's machine: some hundred microseconds */

#define ROW_FUNCTION "kladka_row"

typedef struct {
  KladkaRowFunc func;
  gpointer data;
  GError *error;
} Scan;

struct _KladkaSession {
  sqlite3 *db;
  GThread *owner;
  GHashTable *kept; /* SQL → statement */
  GCancellable *cancellable;
  gint64 deadline;
  Scan *scan; /* while one goes on */
};

static sqlite3 *
get_db (KladkaSession *self)
{
  g_assert (self->owner == g_thread_self ());
  return self->db;
}

static void
set_interrupted (KladkaSession *self, GError **error)
{
  if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
    g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_INVALID,
                         _ ("The file takes too long to check. It is not opened."));
}

static gboolean
fail (KladkaSession *self, GError **error)
{
  switch (sqlite3_errcode (self->db) & 0xff)
    {
    case SQLITE_INTERRUPT:
      set_interrupted (self, error);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_BUSY,
                           _ ("The plan is in use by another program. Try again."));
      break;
    case SQLITE_FULL:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                           _ ("The disk is full. Free some space, then try again."));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_READ_ONLY, _ ("The plan cannot be written here."));
      break;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The disk does not answer as it should: %s"),
                   sqlite3_errmsg (self->db));
      break;
    default:
      g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("The plan is damaged: %s"), sqlite3_errmsg (self->db));
    }
  return FALSE;
}

static int
look_cb (gpointer data)
{
  KladkaSession *self = data;
  return g_cancellable_is_cancelled (self->cancellable)
         || (self->deadline != 0 && g_get_monotonic_time () > self->deadline);
}

/* What reading and checking needs, and nothing else. */
static int
authorise_cb (gpointer data, int action, const char *a, const char *b, const char *database, const char *trigger)
{
  static const char *const pragmas[] = { "integrity_check", "quick_check", NULL };
  if (action == SQLITE_SELECT || action == SQLITE_READ)
    return SQLITE_OK;
  if (action == SQLITE_PRAGMA && g_strv_contains (pragmas, a))
    return SQLITE_OK;
  if (action == SQLITE_FUNCTION && g_strcmp0 (b, ROW_FUNCTION) == 0)
    return SQLITE_OK;
  return SQLITE_DENY;
}

static void
distrust (KladkaSession *self)
{
  static const struct {
    int limit;
    int value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, 32 * 1024 * 1024 },
    { SQLITE_LIMIT_SQL_LENGTH, 100000 },
    { SQLITE_LIMIT_COLUMN, 200 },
    { SQLITE_LIMIT_EXPR_DEPTH, 50 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 5 },
    { SQLITE_LIMIT_FUNCTION_ARG, 100 }, /* a row's columns */
    { SQLITE_LIMIT_ATTACHED, 0 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 10 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->db, limits[i].limit, limits[i].value);
  sqlite3_exec (self->db, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0", NULL, NULL, NULL);
  sqlite3_set_authorizer (self->db, authorise_cb, self);
}

static void
row_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  Scan *scan = ((KladkaSession *)sqlite3_user_data (context))->scan;

  if (scan == NULL)
    sqlite3_result_error (context, "no scan", -1);
  else
    sqlite3_result_int (context, !scan->func (values, scan->data, &scan->error));
}

static void
configure (KladkaSession *self)
{
  sqlite3_extended_result_codes (self->db, TRUE);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  /* Never for what a schema says. */
  sqlite3_create_function_v2 (self->db, ROW_FUNCTION, -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, self, row_cb, NULL, NULL,
                              NULL);
}

static void
finalize_cb (gpointer statement)
{
  sqlite3_finalize (statement);
}

static KladkaSession *
open_session (const char *path, int flags)
{
  KladkaSession *self = g_new0 (KladkaSession, 1);
  self->owner = g_thread_self ();
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_cb);
  sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE,
                   NULL);
  g_assert (self->db != NULL); /* no memory for a handle ends a GLib program anyway */
  configure (self);
  return self;
}

KladkaSession *
kladka_session_new (const char *path, KladkaSessionKind kind, GError **error)
{
  gboolean working = kind == KLADKA_SESSION_WORKING;
  g_autoptr (KladkaSession) self =
      open_session (path, working ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
  if (sqlite3_errcode (self->db) != SQLITE_OK)
    {
      fail (self, error);
      return NULL;
    }
  if (!working)
    distrust (self);
  else if (!kladka_session_exec (self,
                                 "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                                 "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY",
                                 error))
    return NULL;
  return g_steal_pointer (&self);
}

KladkaSession *
kladka_session_new_memory (void)
{
  return open_session (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

void
kladka_session_free (KladkaSession *self)
{
  sqlite3 *db = get_db (self);
  g_hash_table_unref (self->kept);
  kladka_session_rollback (self);
  sqlite3_close_v2 (db);
  g_clear_object (&self->cancellable);
  g_free (self);
}

void
kladka_session_watch (KladkaSession *self, GCancellable *cancellable, guint seconds)
{
  gboolean watched = cancellable != NULL || seconds != 0;
  g_set_object (&self->cancellable, cancellable);
  self->deadline = seconds != 0 ? g_get_monotonic_time () + seconds * G_USEC_PER_SEC : 0;
  sqlite3_progress_handler (get_db (self), watched ? WATCH_EVERY : 0, watched ? look_cb : NULL, self);
}

KladkaStatement *
kladka_session_prepare (KladkaSession *self, const char *sql, GError **error)
{
  KladkaStatement *statement = NULL;
  if (sqlite3_prepare_v2 (get_db (self), sql, -1, &statement, NULL) != SQLITE_OK)
    fail (self, error);
  return statement;
}

KladkaStatement *
kladka_session_get (KladkaSession *self, const char *sql, GError **error)
{
  KladkaStatement *statement = g_hash_table_lookup (self->kept, sql);
  if (statement == NULL)
    {
      if (g_hash_table_size (self->kept) >= KEPT_MAX)
        g_hash_table_remove_all (self->kept);
      statement = kladka_session_prepare (self, sql, error);
      if (statement != NULL)
        g_hash_table_insert (self->kept, g_strdup (sql), statement);
      return statement;
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return statement;
}

gboolean
kladka_session_next (KladkaSession *self, KladkaStatement *statement, gboolean *ret_row, GError **error)
{
  g_assert (self->owner == g_thread_self ());
  int code = sqlite3_step (statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return fail (self, error);
  *ret_row = code == SQLITE_ROW;
  return TRUE;
}

gboolean
kladka_session_run (KladkaSession *self, KladkaStatement *statement, GError **error)
{
  gboolean row = TRUE;
  gboolean ran = TRUE;
  while (ran && row)
    ran = kladka_session_next (self, statement, &row, error);
  sqlite3_reset (statement);
  return ran;
}

gboolean
kladka_session_scan (KladkaSession *self,
                     const char *table,
                     const char *columns,
                     KladkaRowFunc func,
                     gpointer data,
                     GError **error)
{
  /* A row of the result is one at which the function stopped. */
  g_autofree char *sql =
      g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE " ROW_FUNCTION " (%s) ORDER BY \"id\"", table, columns);
  g_autoptr (KladkaStatement) statement = kladka_session_prepare (self, sql, error);
  Scan scan = { .func = func, .data = data };
  gboolean stopped = FALSE;

  if (statement == NULL)
    return FALSE;
  self->scan = &scan;
  gboolean ran = kladka_session_next (self, statement, &stopped, error);
  self->scan = NULL;
  if (scan.error != NULL)
    g_propagate_error (error, scan.error);
  return ran && !stopped;
}

gboolean
kladka_session_exec (KladkaSession *self, const char *sql, GError **error)
{
  return sqlite3_exec (get_db (self), sql, NULL, NULL, NULL) == SQLITE_OK || fail (self, error);
}

gint64
kladka_session_get_changes (KladkaSession *self)
{
  return sqlite3_changes64 (get_db (self));
}

gboolean
kladka_session_begin (KladkaSession *self, GError **error)
{
  return kladka_session_exec (self, "BEGIN IMMEDIATE", error);
}

gboolean
kladka_session_commit (KladkaSession *self, GError **error)
{
  return kladka_session_exec (self, "COMMIT", error);
}

void
kladka_session_rollback (KladkaSession *self)
{
  if (!sqlite3_get_autocommit (get_db (self)))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

char *
kladka_session_dup_text (KladkaSession *self, const char *sql, GError **error)
{
  g_autoptr (KladkaStatement) statement = kladka_session_prepare (self, sql, error);
  gboolean row = FALSE;
  if (statement == NULL || !kladka_session_next (self, statement, &row, error) || !row)
    return NULL;
  return g_strdup ((const char *)sqlite3_column_text (statement, 0));
}

gboolean
kladka_statement_get_text (KladkaStatement *self, int column, const char **ret_text)
{
  const char *text = (const char *)sqlite3_column_text (self, column);
  *ret_text = text;
  return text == NULL || strlen (text) == (gsize)sqlite3_column_bytes (self, column);
}

void
kladka_statement_bind_text (KladkaStatement *self, int index, const char *text)
{
  if (text == NULL)
    sqlite3_bind_null (self, index);
  else
    sqlite3_bind_text (self, index, text, -1, SQLITE_TRANSIENT);
}
