/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a document, each waiting or queued. */

#include "kladka-document-private.h"

typedef struct {
  char *state_dir;
  char *author;
  KladkaStoreOptions options;
  GFile *file;
  gboolean as_copy;
} Opening;

static void
free_opening_cb (gpointer data)
{
  Opening *self = data;
  g_free (self->state_dir);
  g_free (self->author);
  g_object_unref (self->file);
  g_free (self);
}

static void
open_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *self = data;
  GError *error = NULL;
  KladkaDocument *document = kladka_document_new_open_for (g_task_get_context (task), &self->options, self->file,
                                                           self->as_copy, cancellable, &error);
  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
kladka_document_open_async (const KladkaStoreOptions *options,
                            GFile *file,
                            gboolean as_copy,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);
  opening->state_dir = g_strdup (options->state_dir);
  opening->author = g_strdup (options->author);
  opening->options = *options;
  opening->options.state_dir = opening->state_dir;
  opening->options.author = opening->author;
  opening->file = g_object_ref (file);
  opening->as_copy = as_copy;
  g_task_set_source_tag (task, kladka_document_open_async);
  g_task_set_task_data (task, opening, free_opening_cb);
  g_task_run_in_thread (task, open_cb);
}

KladkaDocument *
kladka_document_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static KladkaJob *
new_apply_job (KladkaDocument *self, const KladkaEdits *edits, const char *verb, const char *const *args)
{
  KladkaJob *job = kladka_document_new_job (self, kladka_job_apply);
  job->edits = kladka_edits_new ();
  kladka_edits_append (job->edits, edits);
  job->verb = g_strdup (verb);
  job->args = g_strdupv ((char **)args);
  return job;
}

gboolean
kladka_document_apply_sync (KladkaDocument *self,
                            const KladkaEdits *edits,
                            const char *verb,
                            const char *const *args,
                            GError **error)
{
  g_autoptr (KladkaJob) job = new_apply_job (self, edits, verb, args);
  return kladka_document_wait_for (self, job, error);
}

void
kladka_document_apply_async (KladkaDocument *self,
                             const KladkaEdits *edits,
                             const char *verb,
                             const char *const *args,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  kladka_document_start (self, new_apply_job (self, edits, verb, args), kladka_document_apply_async, callback,
                         user_data);
}

gboolean
kladka_document_apply_finish (KladkaDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static KladkaJob *
new_take_back_job (KladkaDocument *self, gboolean redo)
{
  KladkaJob *job = kladka_document_new_job (self, kladka_job_take_back);
  job->flag = redo;
  return job;
}

gboolean
kladka_document_undo_sync (KladkaDocument *self, GError **error)
{
  g_autoptr (KladkaJob) job = new_take_back_job (self, FALSE);
  return kladka_document_wait_for (self, job, error);
}

gboolean
kladka_document_redo_sync (KladkaDocument *self, GError **error)
{
  g_autoptr (KladkaJob) job = new_take_back_job (self, TRUE);
  return kladka_document_wait_for (self, job, error);
}

void
kladka_document_undo_async (KladkaDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  kladka_document_start (self, new_take_back_job (self, FALSE), kladka_document_undo_async, callback, user_data);
}

void
kladka_document_redo_async (KladkaDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  kladka_document_start (self, new_take_back_job (self, TRUE), kladka_document_redo_async, callback, user_data);
}

gboolean
kladka_document_undo_finish (KladkaDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* NULL where the file is none of this computer. */
static KladkaJob *
new_save_job (KladkaDocument *self, GFile *file, gboolean overwrite, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = file != NULL ? kladka_document_dup_path (file, error) : NULL;
  if (file != NULL && path == NULL)
    return NULL;
  KladkaJob *job = kladka_document_new_job (self, kladka_job_save);
  job->path = g_steal_pointer (&path);
  job->flag = overwrite;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return job;
}

gboolean
kladka_document_save_sync (KladkaDocument *self,
                           GFile *file,
                           gboolean overwrite,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (KladkaJob) job = new_save_job (self, file, overwrite, cancellable, error);
  return job != NULL && kladka_document_wait_for (self, job, error);
}

void
kladka_document_save_async (KladkaDocument *self,
                            GFile *file,
                            gboolean overwrite,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GError *error = NULL;
  KladkaJob *job = new_save_job (self, file, overwrite, cancellable, &error);
  if (job != NULL)
    kladka_document_start (self, job, kladka_document_save_async, callback, user_data);
  else
    g_task_report_error (self, callback, user_data, kladka_document_save_async, error);
}

gboolean
kladka_document_save_finish (KladkaDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

GPtrArray *
kladka_document_list_steps_sync (KladkaDocument *self, const char *record_id, guint max, GError **error)
{
  g_autoptr (KladkaJob) job = kladka_document_new_job (self, kladka_job_list);
  job->id = g_strdup (record_id);
  job->max = max;
  return kladka_document_wait_for (self, job, error) ? g_steal_pointer (&job->steps) : NULL;
}

void
kladka_document_look_back_async (KladkaDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  kladka_document_start (self, kladka_document_new_job (self, kladka_job_look_back), kladka_document_look_back_async,
                         callback, user_data);
}

KladkaPlan *
kladka_document_look_back_finish (KladkaDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
