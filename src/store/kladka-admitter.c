/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-admitter.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-text.h"

#define HEADER_SIZE 100
#define SECONDS_LEAST 10
#define BYTES_A_SECOND (10 * 1024 * 1024) /* a tenth of what a slow machine checks */

static gboolean
refuse (GError **error, KladkaError code, const char *sentence)
{
  g_set_error_literal (error, KLADKA_ERROR, code, sentence);
  return FALSE;
}

static guint32
get_number (const guint8 *header, guint offset)
{
  return (guint32)header[offset] << 24 | header[offset + 1] << 16 | header[offset + 2] << 8 | header[offset + 3];
}

/* Places as in SQLite's description of its file format. */
enum {
  AT_PAGE_SIZE = 16,
  AT_WRITE_VERSION = 18,
  AT_READ_VERSION = 19,
  AT_RESERVED = 20,
  AT_FRACTIONS = 21,
  AT_CHANGES = 24,
  AT_PAGES = 28,
  AT_FORMAT = 44,
  AT_ENCODING = 56,
  AT_VERSION = 60,
  AT_APPLICATION = 68,
  AT_EXPANSION = 72,
  AT_PAGES_VALID = 92,
};

static gboolean
check_kind (const guint8 *header, const KladkaMigrations *migrations, GError **error)
{
  int version = (int)get_number (header, AT_VERSION);
  if (memcmp (header, "SQLite format 3", 16) != 0)
    return refuse (error, KLADKA_ERROR_UNSUPPORTED, _ ("This file is not a Kladka plan."));
  if (get_number (header, AT_APPLICATION) != KLADKA_APPLICATION_ID)
    return refuse (error, KLADKA_ERROR_UNSUPPORTED,
                   _ ("This file belongs to another program. It is not a Kladka plan."));
  if (version > kladka_migrations_get_newest (migrations))
    return refuse (error, KLADKA_ERROR_TOO_NEW, _ ("This plan was made by a newer Kladka. Update Kladka to open it."));
  if (version < 1)
    return refuse (error, KLADKA_ERROR_UNSUPPORTED, _ ("This plan has no version. It is not opened."));
  return TRUE;
}

/* Only what Kladka writes: whole pages, one of SQLite's forms, no room set aside, UTF-8. */
static gboolean
check_form (const guint8 *header, gint64 size, GError **error)
{
  static const guint8 fractions[] = { 64, 32, 32 };
  static const guint8 zeros[20] = { 0 };
  guint32 page = header[AT_PAGE_SIZE] << 8 | header[AT_PAGE_SIZE + 1];
  page = page == 1 ? 65536 : page;
  if (header[AT_WRITE_VERSION] != 1 || header[AT_READ_VERSION] != 1)
    return refuse (error, KLADKA_ERROR_DAMAGED,
                   _ ("This plan is only a part of an open database. Copy it again from where it was saved."));
  if (page < 512 || (page & (page - 1)) != 0 || header[AT_RESERVED] != 0
      || memcmp (header + AT_FRACTIONS, fractions, sizeof fractions) != 0 || get_number (header, AT_FORMAT) != 4
      || memcmp (header + AT_EXPANSION, zeros, sizeof zeros) != 0)
    return refuse (error, KLADKA_ERROR_DAMAGED, _ ("The head of this plan is damaged. Use a backup."));
  if (get_number (header, AT_ENCODING) != 1)
    return refuse (error, KLADKA_ERROR_UNSUPPORTED,
                   _ ("This plan is written in an encoding that Kladka does not use."));
  if ((gint64)page * get_number (header, AT_PAGES) != size
      || get_number (header, AT_CHANGES) != get_number (header, AT_PAGES_VALID))
    return refuse (error, KLADKA_ERROR_DAMAGED, _ ("This plan was cut off or has too much at its end. Use a backup."));
  return TRUE;
}

static gboolean
check_header (int descriptor, gint64 size, const KladkaMigrations *migrations, int *ret_version, GError **error)
{
  guint8 header[HEADER_SIZE];
  if (size == 0)
    return refuse (error, KLADKA_ERROR_UNSUPPORTED, _ ("This file is empty."));
  if (pread (descriptor, header, HEADER_SIZE, 0) != HEADER_SIZE)
    return refuse (error, KLADKA_ERROR_UNSUPPORTED, _ ("This file is not a Kladka plan."));
  if (!check_kind (header, migrations, error) || !check_form (header, size, error))
    return FALSE;
  *ret_version = get_number (header, AT_VERSION);
  return TRUE;
}

static gboolean
copy_to (int from, const char *copy_path, char **ret_hash, GCancellable *cancellable, GError **error)
{
  int to = kladka_file_create (copy_path, error);
  if (to < 0)
    return FALSE;
  gboolean copied = kladka_file_copy (from, to, copy_path, cancellable, ret_hash, error);
  close (to);
  return copied;
}

gboolean
kladka_admitter_take_copy (const char *path,
                           const char *copy_path,
                           const KladkaMigrations *migrations,
                           KladkaIdentity *ret_identity,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *hash = NULL;
  struct stat about;
  int version;
  int from = kladka_file_open_regular (path, &about, error);
  if (from < 0)
    return FALSE;
  gboolean copied = check_header (from, about.st_size, migrations, &version, error)
                    && copy_to (from, copy_path, &hash, cancellable, error);
  close (from);
  if (copied)
    kladka_identity_set (ret_identity, &about, hash);
  return copied;
}

/* One row "ok", else what is wrong. */
static gboolean
check_integrity (KladkaSession *session, const char *sql, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *found = kladka_session_dup_text (session, sql, &reason);
  if (g_strcmp0 (found, "ok") == 0)
    return TRUE;
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  /* SQLite puts a line before what it found: "*** in database main ***". */
  const char *line = found != NULL ? strrchr (found, '\n') : NULL;
  g_autofree char *shown = kladka_text_dup_shown (line != NULL ? line + 1 : found != NULL ? found : "", 200);
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("This plan is damaged. Use a backup. (%s)"), shown);
  return FALSE;
}

static gboolean
check_inside (KladkaSession *session, const KladkaMigrations *migrations, int version, GError **error)
{
  return kladka_schema_check (session, migrations, version, error)
         && check_integrity (session, "PRAGMA quick_check(1)", error)
         && check_integrity (session, "PRAGMA integrity_check(1)", error);
}

gboolean
kladka_admitter_check (const char *path,
                       const KladkaMigrations *migrations,
                       int *ret_version,
                       GCancellable *cancellable,
                       GError **error)
{
  struct stat about;
  int descriptor = kladka_file_open_regular (path, &about, error);
  if (descriptor < 0)
    return FALSE;
  gboolean sound = check_header (descriptor, about.st_size, migrations, ret_version, error);
  close (descriptor);
  if (!sound)
    return FALSE;
  g_autoptr (KladkaSession) session = kladka_session_new (path, KLADKA_SESSION_FOREIGN, error);
  if (session == NULL)
    return FALSE;
  kladka_session_watch (session, cancellable, SECONDS_LEAST + about.st_size / BYTES_A_SECOND);
  return check_inside (session, migrations, *ret_version, error);
}
