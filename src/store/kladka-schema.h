/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-field.h"
#include "kladka-session.h"

G_BEGIN_DECLS

/* Private to the store: what a plan's file looks like inside. */

#define KLADKA_APPLICATION_ID 0x4B4C444B /* "KLDK" */

/**
 * KladkaMigration:
 * @schema: (array zero-terminated=1): what made a file of the version it starts from: frozen text, never generated
 * @statements: bring the data to the next version: columns added, renamed, filled. Their order does not matter: the
 * tables are made anew at the end.
 */
typedef struct {
  const char *const *schema;
  const char *statements;
} KladkaMigration;

/* @steps[i] leads from version i + 1 to i + 2; the newest version, @n_steps + 1, is generated from the field tables. */
typedef struct {
  const KladkaMigration *steps;
  int n_steps;
} KladkaMigrations;

const KladkaMigrations *kladka_migrations_get (void);
static inline int
kladka_migrations_get_newest (const KladkaMigrations *self)
{
  return self->n_steps + 1;
}

/* "TEXT" or "INTEGER". */
const char *kladka_column_get_sql_type (const KladkaTypeInfo *info, guint column);

/* The statements that make an empty file of the newest version. (transfer full) (array zero-terminated=1) */
char **kladka_schema_dup_statements (void);

/* Makes tables, application id and version in an empty database; the caller holds the transaction. */
gboolean kladka_schema_create (KladkaSession *session, const KladkaMigrations *migrations, int version, GError **error);

/**
 * kladka_schema_check:
 *
 * Is what the database holds word for word what @version has, no more and no less?
 *
 * Errors: %KLADKA_ERROR_UNSUPPORTED, naming the table or index.
 */
gboolean kladka_schema_check (KladkaSession *session, const KladkaMigrations *migrations, int version, GError **error);

/* Brings a database to the newest version; the caller holds the transaction. */
gboolean
kladka_schema_migrate (KladkaSession *session, const KladkaMigrations *migrations, int version, GError **error);

/* Copies all rows of the file at @path, which has the same schema and was checked, in one transaction. */
gboolean kladka_schema_copy_rows (KladkaSession *session, const char *path, GError **error);

G_END_DECLS
