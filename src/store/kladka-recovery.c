/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Working copies whose programs are not alive any more. */

#include "kladka-document.h"
#include "kladka-work-folder.h"
#include "kladka-working-copy.h"

void
kladka_recovery_free (KladkaRecovery *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->path);
  g_free (self->problem);
  g_free (self);
}

static KladkaRecovery *
describe (KladkaWorkingCopy *copy, const char *id)
{
  KladkaRecovery *self = g_new0 (KladkaRecovery, 1);
  KladkaJournal *journal = kladka_working_copy_get_journal (copy);
  const KladkaOrigin *origin = kladka_working_copy_get_origin (copy);
  const KladkaPlanInfo *info = kladka_plan_get_info (kladka_working_copy_get_plan (copy));
  self->id = g_strdup (id);
  self->title = info != NULL ? g_strdup (kladka_record_get_name (&info->base, KLADKA_LANG_EN)) : NULL;
  self->path = g_strdup (origin->path);
  self->time = kladka_journal_get_head_time (journal);
  self->n_steps = kladka_journal_count_since (journal, origin->saved_head, NULL);
  return self;
}

static KladkaRecovery *
describe_unreadable (const char *state_dir, const char *id, const char *problem)
{
  KladkaRecovery *self = g_new0 (KladkaRecovery, 1);
  g_autofree char *folder = g_build_filename (state_dir, "work", id, NULL);
  g_autoptr (KladkaOrigin) origin = kladka_origin_new_load (folder, NULL);
  self->id = g_strdup (id);
  self->path = origin != NULL ? g_strdup (origin->path) : NULL;
  self->problem = g_strdup (problem);
  return self;
}

/* Without origin.json it was never finished: nobody was shown a plan of it. */
static gboolean
drop_unfinished (const char *state_dir, const char *id)
{
  g_autoptr (KladkaWorkFolder) folder = kladka_work_folder_new_existing (state_dir, id, NULL);
  if (folder == NULL)
    return TRUE; /* in use, or gone */
  g_autofree char *origin = kladka_work_folder_build (folder, "origin.json");
  if (g_file_test (origin, G_FILE_TEST_EXISTS))
    return FALSE;
  kladka_work_folder_remove (g_steal_pointer (&folder));
  return TRUE;
}

static KladkaRecovery *
look_at (const char *state_dir, const char *id)
{
  g_autoptr (GError) error = NULL;
  if (drop_unfinished (state_dir, id))
    return NULL;
  KladkaWorkingCopy *copy = kladka_working_copy_new_left (state_dir, id, &error);
  if (copy == NULL)
    return describe_unreadable (state_dir, id, error->message);
  KladkaRecovery *found = kladka_working_copy_get_modified (copy) ? describe (copy, id) : NULL;
  kladka_working_copy_close (copy, FALSE);
  return found;
}

GPtrArray *
kladka_document_list_recoveries (const KladkaStoreOptions *options)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)kladka_recovery_free);
  g_auto (GStrv) ids = kladka_work_folder_list (options->state_dir);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      KladkaRecovery *recovery = look_at (options->state_dir, ids[i]);
      if (recovery != NULL)
        g_ptr_array_add (found, recovery);
    }
  return found;
}

gboolean
kladka_document_drop_recovery (const KladkaStoreOptions *options, const char *recovery_id, GError **error)
{
  KladkaWorkFolder *folder = kladka_work_folder_new_existing (options->state_dir, recovery_id, error);
  if (folder == NULL)
    return FALSE;
  kladka_work_folder_remove (folder);
  return TRUE;
}
