/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the tests of the command share: a folder of its own, thrown away at the end, in which the real program runs. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static char *program;

typedef struct {
  char *folder;
  GSubprocessLauncher *launcher;
  int status;
  char *out;
  char *err;
} Fixture;

static inline void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("kladka-cli-XXXXXX", NULL);
  self->launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (self->launcher, self->folder);
  g_subprocess_launcher_setenv (self->launcher, "XDG_STATE_HOME", self->folder, TRUE);
  g_subprocess_launcher_setenv (self->launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_setenv (self->launcher, "LANGUAGE", data != NULL ? data : "en", TRUE);
  g_subprocess_launcher_setenv (self->launcher, "SOURCE_DATE_EPOCH", "1795392000", TRUE); /* 2026-11-23 */
}

static inline void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static inline void
tear_down (Fixture *self, gconstpointer data)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->out);
  g_free (self->err);
  g_object_unref (self->launcher);
}

static inline void
run (Fixture *self, const char *first, ...)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list list;

  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  g_ptr_array_add (args, program);
  va_start (list, first);
  for (const char *arg = first; arg != NULL; arg = va_arg (list, const char *))
    g_ptr_array_add (args, (gpointer)arg);
  va_end (list);
  g_ptr_array_add (args, NULL);
  process = g_subprocess_launcher_spawnv (self->launcher, (const char *const *)args->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
}

static inline void
write_file (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static inline char *
read_file (Fixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static inline void
assert_holds (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}
