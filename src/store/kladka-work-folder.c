/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-work-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "kladka-error.h"
#include "kladka-files.h"
#include "kladka-i18n.h"
#include "kladka-id.h"

struct _KladkaWorkFolder {
  char *path;
  int lock;
};

/* SQLite opens nothing behind a link, and a home may lie behind one. */
static char *
dup_work_path (const char *state_dir, GError **error)
{
  g_autofree char *work = g_build_filename (state_dir, "work", NULL);
  if (!kladka_folder_make (work, error))
    return NULL;
  char *real = realpath (work, NULL);
  if (real == NULL)
    {
      kladka_file_fail (errno, work, error);
      return NULL;
    }
  char *copy = g_strdup (real);
  free (real);
  return copy;
}

static int
lock_folder (const char *path, int flags, GError **error)
{
  g_autofree char *lock_path = g_build_filename (path, "lock", NULL);
  struct stat about;
  int lock = open (lock_path, O_RDWR | O_NOFOLLOW | O_CLOEXEC | flags, 0600);
  if (lock < 0)
    {
      g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_NOT_FOUND, _ ("There is no such working copy."));
      return -1;
    }
  /* Whoever deleted it held it until then. */
  if (flock (lock, LOCK_EX | LOCK_NB) == 0 && fstat (lock, &about) == 0 && about.st_nlink > 0)
    return lock;
  close (lock);
  g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_BUSY, _ ("This working copy is open in another window."));
  return -1;
}

static KladkaWorkFolder *
new_locked (const char *path, int lock)
{
  KladkaWorkFolder *self = g_new0 (KladkaWorkFolder, 1);
  self->path = g_strdup (path);
  self->lock = lock;
  return self;
}

/* Locked before it gets the name under which others look for it. */
KladkaWorkFolder *
kladka_work_folder_new (const char *state_dir, GError **error)
{
  g_autofree char *work = dup_work_path (state_dir, error);
  if (work == NULL)
    return NULL;
  g_autofree char *id = kladka_id_new ();
  g_autofree char *hidden = g_strdup_printf ("%s/.%s", work, id);
  g_autofree char *path = g_build_filename (work, id, NULL);
  if (g_mkdir (hidden, 0700) != 0)
    {
      kladka_file_fail (errno, hidden, error);
      return NULL;
    }
  int lock = lock_folder (hidden, O_CREAT | O_EXCL, error);
  if (lock < 0)
    return NULL;
  if (g_rename (hidden, path) != 0 || !kladka_folder_sync (work, error))
    {
      close (lock);
      return NULL;
    }
  return new_locked (path, lock);
}

KladkaWorkFolder *
kladka_work_folder_new_existing (const char *state_dir, const char *id, GError **error)
{
  g_autofree char *work = dup_work_path (state_dir, error);
  if (work == NULL)
    return NULL;
  g_autofree char *path = g_build_filename (work, kladka_id_is_valid (id) && id[0] != '.' ? id : "-", NULL);
  int lock = lock_folder (path, 0, error);
  return lock >= 0 ? new_locked (path, lock) : NULL;
}

void
kladka_work_folder_free (KladkaWorkFolder *self)
{
  close (self->lock);
  g_free (self->path);
  g_free (self);
}

void
kladka_work_folder_remove (KladkaWorkFolder *self)
{
  kladka_folder_remove (self->path);
  kladka_work_folder_free (self);
}

const char *
kladka_work_folder_get_path (const KladkaWorkFolder *self)
{
  return self->path;
}

char *
kladka_work_folder_build (const KladkaWorkFolder *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

char **
kladka_work_folder_list (const char *state_dir)
{
  g_autofree char *work = g_build_filename (state_dir, "work", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GDir) folder = g_dir_open (work, 0, NULL);
  const char *name;
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (name[0] != '.')
      g_strv_builder_add (builder, name);
  return g_strv_builder_end (builder);
}
