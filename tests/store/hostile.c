/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hostile.h"

#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "kladka-error.h"

/* A refusal takes less than a second; here the sanitizers count too, on a machine that others use. What hangs is found.
 */
#define SECONDS_MAX 10

void
hostile_set_up (StoreFixture *self, gconstpointer data)
{
  store_fixture_set_up (self, data);
  store_fixture_write_full (self, "plan.kladka");
  g_assert_cmpuint (store_fixture_count_copies (self), ==, 0);
}

void
hostile_exec (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

void
hostile_patch (const char *path, gsize offset, const void *bytes, gsize size)
{
  int descriptor = open (path, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (descriptor, >=, 0);
  g_assert_cmpint (pwrite (descriptor, bytes, size, offset), ==, size);
  close (descriptor);
}

void
hostile_assert_refused (const StoreFixture *self, const char *name, GQuark domain, int code, const char *reason)
{
  g_autoptr (GFile) file = store_fixture_file (self, name);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_fixture_list (self->home);
  clock_t start = clock (); /* of all threads; others may be busy meanwhile */
  g_autoptr (KladkaDocument) document = kladka_document_new_open (&self->options, file, FALSE, NULL, &error);
  double seconds = (clock () - start) / (double)CLOCKS_PER_SEC;
  g_autofree char *after = store_fixture_list (self->home);
  g_assert_null (document);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (g_error_matches (error, domain != 0 ? domain : KLADKA_ERROR, code));
  if (strstr (error->message, reason) == NULL)
    g_error ("“%s” does not say “%s”", error->message, reason);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (store_fixture_count_copies (self), ==, 0);
  g_assert_cmpfloat (seconds, <, SECONDS_MAX);
}
