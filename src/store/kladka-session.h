/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Private to the store. */

/**
 * KladkaSession:
 *
 * One SQLite handle and the thread it belongs to (asserted), its kept statements, and what may interrupt it.
 */
typedef struct _KladkaSession KladkaSession;

typedef enum {
  KLADKA_SESSION_WORKING, /* a working copy: made if missing, exclusive, WAL, FULL */
  KLADKA_SESSION_FOREIGN, /* a copy of a file from outside: read only, nothing of it is trusted */
} KladkaSessionKind;

typedef sqlite3_stmt KladkaStatement;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaStatement, sqlite3_finalize)

/* Errors: %KLADKA_ERROR_BUSY, %KLADKA_ERROR_DAMAGED, %G_IO_ERROR */
KladkaSession *kladka_session_new (const char *path, KladkaSessionKind kind, GError **error);
/* In memory, for the schema as it should be. */
KladkaSession *kladka_session_new_memory (void);
void kladka_session_free (KladkaSession *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaSession, kladka_session_free)

/* Statements stop with an error once @cancellable (nullable) is cancelled or @seconds (0 = no limit) have passed. */
void kladka_session_watch (KladkaSession *self, GCancellable *cancellable, guint seconds);

/* A statement of the caller's own. */
KladkaStatement *kladka_session_prepare (KladkaSession *self, const char *sql, GError **error);
/* A statement the session keeps, reset and without parameters. (transfer none) */
KladkaStatement *kladka_session_get (KladkaSession *self, const char *sql, GError **error);
/* Steps; @ret_row says whether there is a row. */
gboolean kladka_session_next (KladkaSession *self, KladkaStatement *statement, gboolean *ret_row, GError **error);
/* Steps to the end and resets. */
gboolean kladka_session_run (KladkaSession *self, KladkaStatement *statement, GError **error);
/**
 * KladkaRowFunc:
 * @values: the columns of a row, borrowed until it returns
 *
 * Returns: %FALSE with @error set to go no further
 */
typedef gboolean (*KladkaRowFunc) (sqlite3_value **values, gpointer data, GError **error);

/**
 * kladka_session_scan:
 * @columns: their SQL names, with commas between
 * @func: called for every row of the table in the order of its ids
 *
 * SQLite hands a row to @func as it would to a function in a query, all columns at once: to step over rows and to ask
 * for their columns one by one costs about as much again as reading them.
 */
gboolean kladka_session_scan (KladkaSession *self,
                              const char *table,
                              const char *columns,
                              KladkaRowFunc func,
                              gpointer data,
                              GError **error);
/* Statements without parameters and results. */
gboolean kladka_session_exec (KladkaSession *self, const char *sql, GError **error);
/* Rows changed by the last statement. */
gint64 kladka_session_get_changes (KladkaSession *self);

gboolean kladka_session_begin (KladkaSession *self, GError **error);
gboolean kladka_session_commit (KladkaSession *self, GError **error);
/* Does nothing where no transaction is open. */
void kladka_session_rollback (KladkaSession *self);

/* The first column of the first row. (transfer full) (nullable) */
char *kladka_session_dup_text (KladkaSession *self, const char *sql, GError **error);

/* Column texts that may come from anywhere: NULL where the column is NULL. FALSE where the text has a NUL in it. */
gboolean kladka_statement_get_text (KladkaStatement *self, int column, const char **ret_text);
void kladka_statement_bind_text (KladkaStatement *self, int index, const char *text);

G_END_DECLS
