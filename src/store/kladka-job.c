/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-job.h"

void
kladka_document_state_free (KladkaDocumentState *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->plan, kladka_plan_unref);
  g_clear_pointer (&self->undo, kladka_step_unref);
  g_clear_pointer (&self->redo, kladka_step_unref);
  g_free (self->path);
  g_free (self);
}

KladkaJob *
kladka_job_new (KladkaJobFunc func, KladkaWorkingCopy **copy)
{
  KladkaJob *self = g_new0 (KladkaJob, 1);
  self->func = func;
  self->copy = copy;
  return self;
}

void
kladka_job_free (KladkaJob *self)
{
  g_free (self->state_dir);
  g_free (self->path);
  g_free (self->id);
  g_clear_pointer (&self->edits, kladka_edits_free);
  g_free (self->author);
  g_free (self->verb);
  g_strfreev (self->args);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_clear_pointer (&self->step, kladka_step_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->plan, kladka_plan_unref);
  kladka_document_state_free (self->state);
  g_clear_object (&self->task);
  g_free (self);
}

static KladkaStep *
ref_step (const KladkaStep *step)
{
  return step != NULL ? kladka_step_ref (step) : NULL;
}

static KladkaDocumentState *
take_state (KladkaWorkingCopy *copy)
{
  KladkaDocumentState *state = g_new0 (KladkaDocumentState, 1);
  KladkaJournal *journal = kladka_working_copy_get_journal (copy);
  state->plan = kladka_plan_ref (kladka_working_copy_get_plan (copy));
  state->undo = ref_step (kladka_journal_get_undo_origin (journal));
  state->redo = ref_step (kladka_journal_get_redo_origin (journal));
  state->path = g_strdup (kladka_working_copy_get_origin (copy)->path);
  state->modified = kladka_working_copy_get_modified (copy);
  return state;
}

void
kladka_job_perform (KladkaJob *self)
{
  self->done = self->func (self, &self->error);
  if (*self->copy != NULL)
    self->state = take_state (*self->copy);
}

static KladkaStepInfo
make_info (const KladkaJob *self)
{
  return (KladkaStepInfo){
    .author = self->author, .time = self->time, .verb = self->verb, .args = (const char *const *)self->args
  };
}

gboolean
kladka_job_begin_empty (KladkaJob *self, GError **error)
{
  KladkaStepInfo info = make_info (self);
  *self->copy = kladka_working_copy_new_empty (self->state_dir, self->edits, &info, error);
  return *self->copy != NULL;
}

gboolean
kladka_job_admit (KladkaJob *self, GError **error)
{
  *self->copy = kladka_working_copy_new_admitted (self->state_dir, self->path, self->flag, kladka_migrations_get (),
                                                  self->cancellable, error);
  return *self->copy != NULL;
}

gboolean
kladka_job_recover (KladkaJob *self, GError **error)
{
  *self->copy = kladka_working_copy_new_left (self->state_dir, self->id, error);
  return *self->copy != NULL;
}

gboolean
kladka_job_apply (KladkaJob *self, GError **error)
{
  KladkaStepInfo info = make_info (self);
  return kladka_working_copy_apply (*self->copy, self->edits, &info, &self->step, error);
}

gboolean
kladka_job_take_back (KladkaJob *self, GError **error)
{
  KladkaStepInfo info = make_info (self);
  return kladka_working_copy_take_back (*self->copy, self->flag, &info, &self->step, error);
}

gboolean
kladka_job_save (KladkaJob *self, GError **error)
{
  return kladka_working_copy_save (*self->copy, self->path, self->flag, self->cancellable, error);
}

gboolean
kladka_job_list (KladkaJob *self, GError **error)
{
  self->steps = kladka_journal_list (kladka_working_copy_get_journal (*self->copy), self->id, self->max, error);
  return self->steps != NULL;
}

/* What came since the file was saved, taken back from the newest on; the working copy stays as it is. */
gboolean
kladka_job_look_back (KladkaJob *self, GError **error)
{
  KladkaJournal *journal = kladka_working_copy_get_journal (*self->copy);
  KladkaStepInfo info = make_info (self);
  guint n = kladka_journal_count_since (journal, kladka_working_copy_get_origin (*self->copy)->saved_head, NULL);
  g_autoptr (KladkaPlan) plan = kladka_plan_ref (kladka_working_copy_get_plan (*self->copy));
  g_autoptr (GPtrArray) steps = kladka_journal_list (journal, NULL, n, error);
  if (steps == NULL)
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    {
      g_autoptr (KladkaStep) inverse = kladka_step_new_inverse (steps->pdata[i], &info);
      KladkaPlan *before = kladka_plan_new_with_step (plan, inverse, error);
      if (before == NULL)
        return FALSE;
      kladka_plan_unref (plan);
      plan = before;
    }
  self->plan = g_steal_pointer (&plan);
  return TRUE;
}

gboolean
kladka_job_close (KladkaJob *self, GError **error)
{
  if (*self->copy != NULL)
    kladka_working_copy_close (g_steal_pointer (self->copy), self->flag);
  return TRUE;
}
