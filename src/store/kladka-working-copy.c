/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-working-copy.h"

#include <glib/gstdio.h>

#include "kladka-admitter.h"
#include "kladka-error.h"
#include "kladka-files.h"
#include "kladka-i18n.h"
#include "kladka-invariants.h"
#include "kladka-reader.h"
#include "kladka-saver.h"
#include "kladka-work-folder.h"
#include "kladka-writer.h"

struct _KladkaWorkingCopy {
  KladkaWorkFolder *folder;
  KladkaSession *session;
  KladkaJournal *journal;
  KladkaOrigin *origin;
  KladkaPlan *plan;
};

/* Closes the database; the folder stays locked until it is freed or removed. */
static void
clear (KladkaWorkingCopy *self)
{
  g_clear_pointer (&self->journal, kladka_journal_free);
  g_clear_pointer (&self->session, kladka_session_free);
  g_clear_pointer (&self->origin, kladka_origin_free);
  g_clear_pointer (&self->plan, kladka_plan_unref);
}

/* What could not be made leaves nothing behind. */
static KladkaWorkingCopy *
abandon (KladkaWorkingCopy *self)
{
  clear (self);
  g_clear_pointer (&self->folder, kladka_work_folder_remove);
  g_free (self);
  return NULL;
}

/* SQLite would make it as open as the user's mask allows; what it puts beside it takes after it. */
static gboolean
make_private (const char *path, GError **error)
{
  int descriptor = g_file_test (path, G_FILE_TEST_EXISTS) ? -1 : kladka_file_create (path, error);
  if (descriptor < 0)
    return *error == NULL;
  return g_close (descriptor, error);
}

static gboolean
open_session (KladkaWorkingCopy *self, GError **error)
{
  g_autofree char *path = kladka_work_folder_build (self->folder, "plan.sqlite");
  g_autoptr (GError) local = NULL;
  if (!make_private (path, &local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  self->session = kladka_session_new (path, KLADKA_SESSION_WORKING, error);
  return self->session != NULL;
}

static gboolean
create_schema (KladkaWorkingCopy *self, const KladkaMigrations *migrations, int version, GError **error)
{
  return kladka_session_begin (self->session, error) && kladka_schema_create (self->session, migrations, version, error)
         && kladka_session_commit (self->session, error);
}

static gboolean
store_origin (KladkaWorkingCopy *self, GError **error)
{
  return kladka_origin_store (self->origin, kladka_work_folder_get_path (self->folder), error);
}

static void
set_saved (KladkaWorkingCopy *self)
{
  g_free (self->origin->saved_head);
  self->origin->saved_head = g_strdup (kladka_journal_get_head (self->journal));
}

static gboolean
load_journal (KladkaWorkingCopy *self, GCancellable *cancellable, GError **error)
{
  self->journal = kladka_journal_new (self->session, cancellable, error);
  return self->journal != NULL;
}

static gboolean
begin_empty (KladkaWorkingCopy *self, const KladkaEdits *first, const KladkaStepInfo *info, GError **error)
{
  const KladkaMigrations *migrations = kladka_migrations_get ();
  g_autoptr (KladkaStep) step = NULL;
  if (!open_session (self, error) || !create_schema (self, migrations, kladka_migrations_get_newest (migrations), error)
      || !load_journal (self, NULL, error))
    return FALSE;
  self->plan = kladka_plan_new_empty ();
  self->origin = kladka_origin_new ();
  if (first != NULL && !kladka_working_copy_apply (self, first, info, &step, error))
    return FALSE;
  /* Nobody typed anything yet: nothing would be lost. */
  set_saved (self);
  return store_origin (self, error);
}

KladkaWorkingCopy *
kladka_working_copy_new_empty (const char *state_dir,
                               const KladkaEdits *first,
                               const KladkaStepInfo *info,
                               GError **error)
{
  KladkaWorkFolder *folder = kladka_work_folder_new (state_dir, error);
  if (folder == NULL)
    return NULL;
  KladkaWorkingCopy *self = g_new0 (KladkaWorkingCopy, 1);
  self->folder = folder;
  return begin_empty (self, first, info, error) ? self : abandon (self);
}

static gboolean
read_all (KladkaWorkingCopy *self, GCancellable *cancellable, GError **error)
{
  self->plan = kladka_reader_read_plan (self->session, cancellable, error);
  return self->plan != NULL && load_journal (self, cancellable, error);
}

static gboolean
migrate (KladkaWorkingCopy *self, const KladkaMigrations *migrations, int version, GError **error)
{
  return kladka_session_begin (self->session, error)
         && kladka_schema_migrate (self->session, migrations, version, error)
         && kladka_session_commit (self->session, error);
}

/* Nothing of the file but its rows comes in: they are copied into tables of our own. */
static gboolean
take_rows (KladkaWorkingCopy *self,
           const char *copy,
           const KladkaMigrations *migrations,
           GCancellable *cancellable,
           GError **error)
{
  int version;
  if (!kladka_admitter_check (copy, migrations, &version, cancellable, error) || !open_session (self, error))
    return FALSE;
  kladka_session_watch (self->session, cancellable, 0);
  gboolean taken = create_schema (self, migrations, version, error)
                   && kladka_schema_copy_rows (self->session, copy, error)
                   && migrate (self, migrations, version, error);
  kladka_session_watch (self->session, NULL, 0);
  return taken && read_all (self, cancellable, error) && kladka_invariants_check_plan (self->plan, error);
}

static gboolean
admit (KladkaWorkingCopy *self,
       const char *path,
       const KladkaMigrations *migrations,
       GCancellable *cancellable,
       GError **error)
{
  g_autofree char *copy = kladka_work_folder_build (self->folder, "incoming.sqlite");
  self->origin = kladka_origin_new ();
  gboolean admitted = kladka_admitter_take_copy (path, copy, migrations, &self->origin->identity, cancellable, error)
                      && take_rows (self, copy, migrations, cancellable, error);
  g_unlink (copy);
  return admitted;
}

KladkaWorkingCopy *
kladka_working_copy_new_admitted (const char *state_dir,
                                  const char *path,
                                  gboolean as_copy,
                                  const KladkaMigrations *migrations,
                                  GCancellable *cancellable,
                                  GError **error)
{
  KladkaWorkFolder *folder = kladka_work_folder_new (state_dir, error);
  if (folder == NULL)
    return NULL;
  KladkaWorkingCopy *self = g_new0 (KladkaWorkingCopy, 1);
  self->folder = folder;
  if (!admit (self, path, migrations, cancellable, error))
    return abandon (self);
  if (as_copy)
    kladka_identity_clear (&self->origin->identity);
  else
    self->origin->path = g_strdup (path);
  set_saved (self);
  return store_origin (self, error) ? self : abandon (self);
}

static gboolean
open_left (KladkaWorkingCopy *self, GError **error)
{
  const KladkaMigrations *migrations = kladka_migrations_get ();
  self->origin = kladka_origin_new_load (kladka_work_folder_get_path (self->folder), error);
  return self->origin != NULL && open_session (self, error)
         && kladka_schema_check (self->session, migrations, kladka_migrations_get_newest (migrations), error)
         && read_all (self, NULL, error);
}

/* Unlike a new one, it stays where it is when it cannot be read: somebody's work is in it. */
KladkaWorkingCopy *
kladka_working_copy_new_left (const char *state_dir, const char *id, GError **error)
{
  KladkaWorkFolder *folder = kladka_work_folder_new_existing (state_dir, id, error);
  if (folder == NULL)
    return NULL;
  KladkaWorkingCopy *self = g_new0 (KladkaWorkingCopy, 1);
  self->folder = folder;
  if (open_left (self, error))
    return self;
  clear (self);
  kladka_work_folder_free (self->folder);
  g_free (self);
  return NULL;
}

void
kladka_working_copy_close (KladkaWorkingCopy *self, gboolean discard)
{
  gboolean keep = !discard && kladka_working_copy_get_modified (self);
  clear (self);
  if (keep)
    kladka_work_folder_free (self->folder);
  else
    kladka_work_folder_remove (self->folder);
  g_free (self);
}

KladkaPlan *
kladka_working_copy_get_plan (KladkaWorkingCopy *self)
{
  return self->plan;
}

KladkaJournal *
kladka_working_copy_get_journal (KladkaWorkingCopy *self)
{
  return self->journal;
}

const KladkaOrigin *
kladka_working_copy_get_origin (KladkaWorkingCopy *self)
{
  return self->origin;
}

gboolean
kladka_working_copy_get_modified (KladkaWorkingCopy *self)
{
  return g_strcmp0 (kladka_journal_get_head (self->journal), self->origin->saved_head) != 0;
}

static gboolean
write_step (KladkaWorkingCopy *self, const KladkaStep *step, GError **error)
{
  gboolean written =
      kladka_session_begin (self->session, error) && kladka_writer_write_step (self->session, step, error)
      && kladka_journal_write (self->journal, step, error) && kladka_session_commit (self->session, error);
  if (!written)
    kladka_session_rollback (self->session);
  return written;
}

static gboolean
commit_step (KladkaWorkingCopy *self, const KladkaStep *step, GError **error)
{
  g_autoptr (KladkaPlan) after = kladka_plan_new_with_step (self->plan, step, error);
  if (after == NULL || !kladka_invariants_check_step (self->plan, after, step, error)
      || !write_step (self, step, error))
    return FALSE;
  kladka_journal_note (self->journal, step);
  kladka_plan_unref (self->plan);
  self->plan = g_steal_pointer (&after);
  return TRUE;
}

gboolean
kladka_working_copy_apply (KladkaWorkingCopy *self,
                           const KladkaEdits *edits,
                           const KladkaStepInfo *info,
                           KladkaStep **ret_step,
                           GError **error)
{
  g_autoptr (GError) reason = NULL;
  KladkaStepInfo whole = *info;
  whole.parent = kladka_journal_get_head (self->journal);
  g_autoptr (KladkaStep) step = kladka_step_new (self->plan, edits, &whole, &reason);
  if (step == NULL && reason == NULL)
    return TRUE;
  if (step == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (!commit_step (self, step, error))
    return FALSE;
  *ret_step = g_steal_pointer (&step);
  return TRUE;
}

/* Verb and arguments of what the user did, behind any undoing and redoing. */
static char **
dup_origin_args (const KladkaStep *origin)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  if (origin != NULL)
    {
      g_strv_builder_add (builder, kladka_step_get_verb (origin));
      g_strv_builder_addv (builder, (const char **)kladka_step_get_args (origin));
    }
  return g_strv_builder_end (builder);
}

gboolean
kladka_working_copy_take_back (KladkaWorkingCopy *self,
                               gboolean redo,
                               const KladkaStepInfo *info,
                               KladkaStep **ret_step,
                               GError **error)
{
  KladkaJournal *journal = self->journal;
  g_autoptr (GError) reason = NULL;
  g_autoptr (KladkaStep) target =
      redo ? kladka_journal_read_redo (journal, &reason) : kladka_journal_read_undo (journal, &reason);
  if (target == NULL && reason == NULL)
    return TRUE;
  if (target == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  g_auto (GStrv) args =
      dup_origin_args (redo ? kladka_journal_get_redo_origin (journal) : kladka_journal_get_undo_origin (journal));
  KladkaStepInfo whole = *info;
  whole.parent = kladka_journal_get_head (journal);
  whole.verb = redo ? KLADKA_VERB_REDO : KLADKA_VERB_UNDO;
  whole.args = (const char *const *)args;
  whole.undoes = kladka_step_get_id (target);
  g_autoptr (KladkaStep) step = kladka_step_new_inverse (target, &whole);
  if (!commit_step (self, step, error))
    return FALSE;
  *ret_step = g_steal_pointer (&step);
  return TRUE;
}

static gboolean
place (KladkaWorkingCopy *self,
       const char *built,
       const char *path,
       gboolean overwrite,
       GCancellable *cancellable,
       GError **error)
{
  static const KladkaIdentity nothing = { 0 };
  g_auto (KladkaIdentity) identity = { 0 };
  gboolean own = g_strcmp0 (path, self->origin->path) == 0;
  const KladkaIdentity *known = own ? &self->origin->identity : &nothing;
  if (!kladka_saver_place (built, path, overwrite ? NULL : known, &identity, cancellable, error))
    return FALSE;
  if (!own)
    {
      g_free (self->origin->path);
      self->origin->path = g_strdup (path);
    }
  kladka_identity_clear (&self->origin->identity);
  self->origin->identity = identity;
  identity = (KladkaIdentity){ 0 };
  set_saved (self);
  /* The file is saved, whatever becomes of our note of it: at worst the next start asks once too often. */
  store_origin (self, NULL);
  return TRUE;
}

gboolean
kladka_working_copy_save (KladkaWorkingCopy *self,
                          const char *path,
                          gboolean overwrite,
                          GCancellable *cancellable,
                          GError **error)
{
  if (path == NULL && self->origin->path == NULL)
    {
      g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_INVALID, _ ("The plan has no file yet. Choose one."));
      return FALSE;
    }
  if (!kladka_invariants_check_plan (self->plan, error))
    return FALSE;
  g_autofree char *target = g_strdup (path != NULL ? path : self->origin->path);
  g_autofree char *built = kladka_work_folder_build (self->folder, "outgoing.sqlite");
  g_unlink (built);
  gboolean saved = kladka_saver_build (self->session, built, cancellable, error)
                   && place (self, built, target, overwrite, cancellable, error);
  g_unlink (built);
  return saved;
}
