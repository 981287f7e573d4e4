/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-saver.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "kladka-admitter.h"
#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-id.h"

gboolean
kladka_saver_build (KladkaSession *session, const char *path, GCancellable *cancellable, GError **error)
{
  const KladkaMigrations *migrations = kladka_migrations_get ();
  int version;
  g_autoptr (KladkaStatement) statement = kladka_session_prepare (session, "VACUUM main INTO ?", error);
  if (statement == NULL)
    return FALSE;
  kladka_statement_bind_text (statement, 1, path);
  kladka_session_watch (session, cancellable, 0);
  gboolean built = kladka_session_run (session, statement, error);
  kladka_session_watch (session, NULL, 0);
  return built && kladka_admitter_check (path, migrations, &version, cancellable, error);
}

typedef struct {
  char *target; /* no link any more */
  char *folder;
  char *temporary;
  char *hash; /* of what was built */
  const KladkaIdentity *known;
  GCancellable *cancellable;
} Placing;

static void
clear_placing (Placing *self)
{
  g_free (self->target);
  g_free (self->folder);
  g_free (self->temporary);
  g_free (self->hash);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Placing, clear_placing)

static gboolean
find_target (Placing *self, const char *target, GError **error)
{
  struct stat about;
  if (lstat (target, &about) == 0 && S_ISLNK (about.st_mode))
    {
      char *real = realpath (target, NULL);
      if (real == NULL)
        return kladka_file_fail (errno, target, error);
      self->target = g_strdup (real);
      free (real);
    }
  else
    self->target = g_strdup (target);
  self->folder = g_path_get_dirname (self->target);
  g_autofree char *id = kladka_id_new ();
  g_autofree char *name = g_strdup_printf (".kladka-%.16s.tmp", id);
  self->temporary = g_build_filename (self->folder, name, NULL);
  return TRUE;
}

/* A file its owner made read-only stays as it is, though renaming could replace it. */
static gboolean
choose_mode (Placing *self, mode_t *ret_mode, GError **error)
{
  struct stat about;
  *ret_mode = 0600;
  if (lstat (self->target, &about) != 0)
    return errno == ENOENT || kladka_file_fail (errno, self->target, error);
  if (!S_ISREG (about.st_mode))
    return kladka_file_fail (S_ISDIR (about.st_mode) ? EISDIR : EEXIST, self->target, error);
  *ret_mode = about.st_mode & 0777;
  return access (self->target, W_OK) == 0 || kladka_file_fail (errno, self->target, error);
}

static gboolean
compare_with_known (Placing *self, GError **error)
{
  g_auto (KladkaIdentity) now = { 0 };
  if (self->known == NULL)
    return TRUE;
  if (!kladka_file_identify (self->target, &now, self->cancellable, error))
    return FALSE;
  /* What is gone cannot be overwritten; what holds the same bytes lost nothing, whoever wrote them. */
  if (now.hash == NULL || g_strcmp0 (now.hash, self->known->hash) == 0)
    return TRUE;
  g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_CONFLICT,
                       self->known->hash != NULL
                           ? _ ("The file on the disk was changed by somebody else since it was opened.")
                           : _ ("There is a file of this name already."));
  return FALSE;
}

static gboolean
copy_to (Placing *self, int from, int to, mode_t mode, GError **error)
{
  if (!kladka_file_copy (from, to, self->target, self->cancellable, &self->hash, error))
    return FALSE;
  if (fchmod (to, mode) != 0 && errno != EPERM)
    return kladka_file_fail (errno, self->target, error);
  return fsync (to) == 0 || kladka_file_fail (errno, self->target, error);
}

static gboolean
read_back (Placing *self, int descriptor, GError **error)
{
  g_autofree char *hash = NULL;
  /* From the disk, as far as the system lets us ask for it. */
  posix_fadvise (descriptor, 0, 0, POSIX_FADV_DONTNEED);
  if (lseek (descriptor, 0, SEEK_SET) != 0)
    return kladka_file_fail (errno, self->target, error);
  if (!kladka_file_copy (descriptor, -1, self->target, self->cancellable, &hash, error))
    return FALSE;
  if (g_str_equal (hash, self->hash))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("The disk gave back something else than was written. Save the plan elsewhere."));
  return FALSE;
}

static gboolean
swap_in (Placing *self, int descriptor, KladkaIdentity *ret_identity, GError **error)
{
  struct stat about;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !compare_with_known (self, error))
    return FALSE;
  if (fstat (descriptor, &about) != 0 || g_rename (self->temporary, self->target) != 0)
    return kladka_file_fail (errno, self->target, error);
  kladka_identity_set (ret_identity, &about, self->hash);
  return TRUE;
}

static gboolean
write_temporary (Placing *self, const char *built, KladkaIdentity *ret_identity, GError **error)
{
  struct stat about;
  mode_t mode;
  if (!choose_mode (self, &mode, error))
    return FALSE;
  int from = kladka_file_open_regular (built, &about, error);
  if (from < 0)
    return FALSE;
  int to = kladka_file_create (self->temporary, error);
  gboolean done = to >= 0 && copy_to (self, from, to, mode, error) && read_back (self, to, error)
                  && swap_in (self, to, ret_identity, error);
  if (to >= 0 && !done)
    g_unlink (self->temporary);
  if (to >= 0)
    close (to);
  close (from);
  return done;
}

gboolean
kladka_saver_place (const char *built,
                    const char *target,
                    const KladkaIdentity *known,
                    KladkaIdentity *ret_identity,
                    GCancellable *cancellable,
                    GError **error)
{
  g_auto (Placing) placing = { .known = known, .cancellable = cancellable };
  if (!find_target (&placing, target, error))
    return FALSE;
  /* By its bytes it is compared right before the swap; what looks otherwise now need not wait for that. */
  gboolean same = known == NULL || kladka_identity_looks_same (known, placing.target);
  if ((!same && !compare_with_known (&placing, error)) || !write_temporary (&placing, built, ret_identity, error))
    return FALSE;
  /* The new file is in place; only a power cut now could bring the old one back. */
  kladka_folder_sync (placing.folder, NULL);
  return TRUE;
}
