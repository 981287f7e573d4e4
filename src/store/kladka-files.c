/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-text.h"

#define BLOCK (256 * 1024)

void
kladka_identity_clear (KladkaIdentity *self)
{
  g_clear_pointer (&self->hash, g_free);
  *self = (KladkaIdentity){ 0 };
}

void
kladka_identity_set (KladkaIdentity *self, const struct stat *about, const char *hash)
{
  g_autofree char *copy = g_strdup (hash);
  kladka_identity_clear (self);
  self->device = about->st_dev;
  self->inode = about->st_ino;
  self->size = about->st_size;
  self->changed = about->st_mtim.tv_sec * G_USEC_PER_SEC + about->st_mtim.tv_nsec / 1000;
  self->hash = g_steal_pointer (&copy);
}

gboolean
kladka_identity_looks_same (const KladkaIdentity *self, const char *path)
{
  g_auto (KladkaIdentity) now = { 0 };
  struct stat about;
  if (lstat (path, &about) != 0)
    return FALSE;
  kladka_identity_set (&now, &about, NULL);
  return now.device == self->device && now.inode == self->inode && now.size == self->size
         && now.changed == self->changed;
}

static char *
dup_shown (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  return kladka_text_dup_shown (name, 120);
}

gboolean
kladka_file_fail (int code, const char *path, GError **error)
{
  g_autofree char *shown = dup_shown (path);
  if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_READ_ONLY, _ ("“%s” cannot be written here. Save it elsewhere."),
                 shown);
  else if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 _ ("There is no room for “%s”. Free some space, then try again."), shown);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "“%s”: %s", shown, g_strerror (code));
  return FALSE;
}

static gboolean
fail_reading (int code, const char *path, GError **error)
{
  g_autofree char *shown = dup_shown (path);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%s” cannot be read: %s"), shown,
               g_strerror (code));
  return FALSE;
}

static gboolean
refuse_kind (const struct stat *about, const char *path, GError **error)
{
  g_autofree char *shown = dup_shown (path);
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED,
               S_ISLNK (about->st_mode)   ? _ ("“%s” is a link. Open the file it points to.")
               : S_ISDIR (about->st_mode) ? _ ("“%s” is a folder.")
               : S_ISREG (about->st_mode) ? _ ("“%s” is too large for a plan.")
                                          : _ ("“%s” is not a file."),
               shown);
  return FALSE;
}

static gboolean
is_welcome (const struct stat *about)
{
  return S_ISREG (about->st_mode) && about->st_size <= KLADKA_FILE_MAX;
}

/* Looked at twice: a device is not even opened, and what is opened is what was looked at. */
int
kladka_file_open_regular (const char *path, struct stat *ret_about, GError **error)
{
  struct stat about;
  if (lstat (path, &about) != 0)
    return fail_reading (errno, path, error) - 1;
  if (!is_welcome (&about))
    return refuse_kind (&about, path, error) - 1;
  int descriptor = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0)
    return fail_reading (errno, path, error) - 1;
  if (fstat (descriptor, &about) == 0 && is_welcome (&about))
    {
      *ret_about = about;
      return descriptor;
    }
  close (descriptor);
  return refuse_kind (&about, path, error) - 1;
}

int
kladka_file_create (const char *path, GError **error)
{
  int descriptor = open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (descriptor < 0)
    kladka_file_fail (errno, path, error);
  return descriptor;
}

static gboolean
write_all (int to, const guint8 *bytes, gssize size)
{
  for (gssize done = 0; done < size;)
    {
      gssize n = write (to, bytes + done, size - done);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      done += n;
    }
  return TRUE;
}

static gssize
read_block (int from, guint8 *block)
{
  gssize n;
  do
    n = read (from, block, BLOCK);
  while (n < 0 && errno == EINTR);
  return n;
}

gboolean
kladka_file_copy (int from, int to, const char *path, GCancellable *cancellable, char **ret_hash, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *block = g_malloc (BLOCK);
  gint64 size = 0;
  for (gssize n; (n = read_block (from, block)) != 0; size += n)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (n < 0)
        return fail_reading (errno, path, error);
      /* A file that grows while it is read must not fill the disk. */
      if (size > KLADKA_FILE_MAX)
        return kladka_file_fail (EFBIG, path, error);
      if (to >= 0 && !write_all (to, block, n))
        return kladka_file_fail (errno, path, error);
      g_checksum_update (checksum, block, n);
    }
  *ret_hash = g_strdup (g_checksum_get_string (checksum));
  return TRUE;
}

gboolean
kladka_file_identify (const char *path, KladkaIdentity *ret_identity, GCancellable *cancellable, GError **error)
{
  g_autofree char *hash = NULL;
  struct stat about;
  if (lstat (path, &about) != 0 && errno == ENOENT)
    return TRUE;
  int descriptor = kladka_file_open_regular (path, &about, error);
  if (descriptor < 0)
    return FALSE;
  gboolean copied = kladka_file_copy (descriptor, -1, path, cancellable, &hash, error);
  close (descriptor);
  if (copied)
    kladka_identity_set (ret_identity, &about, hash);
  return copied;
}

gboolean
kladka_folder_sync (const char *path, GError **error)
{
  int descriptor = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0)
    return kladka_file_fail (errno, path, error);
  /* Some network file systems do not know this and say so; they keep their own promises. */
  gboolean synced = fsync (descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
  int code = errno;
  close (descriptor);
  return synced || kladka_file_fail (code, path, error);
}

gboolean
kladka_folder_make (const char *path, GError **error)
{
  return g_mkdir_with_parents (path, 0700) == 0 || kladka_file_fail (errno, path, error);
}

void
kladka_folder_remove (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);
      g_unlink (inside);
    }
  g_rmdir (path);
}
