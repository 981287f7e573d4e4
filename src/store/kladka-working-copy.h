/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-journal.h"
#include "kladka-origin.h"
#include "kladka-schema.h"

G_BEGIN_DECLS

/**
 * KladkaWorkingCopy:
 *
 * The private copy that a document edits: its folder, database, journal and newest plan. Private to the store; all of
 * it on the thread that made it.
 */
typedef struct _KladkaWorkingCopy KladkaWorkingCopy;

/* @info: author, time, verb of the first step */
KladkaWorkingCopy *kladka_working_copy_new_empty (const char *state_dir,
                                                  const KladkaEdits *first,
                                                  const KladkaStepInfo *info,
                                                  GError **error);
/* Lets the file at @path in. Errors: see kladka_document_new_open(). */
KladkaWorkingCopy *kladka_working_copy_new_admitted (const char *state_dir,
                                                     const char *path,
                                                     gboolean as_copy,
                                                     const KladkaMigrations *migrations,
                                                     GCancellable *cancellable,
                                                     GError **error);
/* One that a program left behind. Errors: %KLADKA_ERROR_NOT_FOUND, %KLADKA_ERROR_BUSY, %KLADKA_ERROR_DAMAGED */
KladkaWorkingCopy *kladka_working_copy_new_left (const char *state_dir, const char *id, GError **error);
/* Keeps the folder for the next start unless all is saved. */
void kladka_working_copy_close (KladkaWorkingCopy *self, gboolean discard);

KladkaPlan *kladka_working_copy_get_plan (KladkaWorkingCopy *self);
KladkaJournal *kladka_working_copy_get_journal (KladkaWorkingCopy *self);
const KladkaOrigin *kladka_working_copy_get_origin (KladkaWorkingCopy *self);
gboolean kladka_working_copy_get_modified (KladkaWorkingCopy *self);

/* Each is one durable transaction or nothing. @ret_step: (transfer full): what was done; untouched where nothing would
 * change. @info: who, when, why; parent and undoes are filled in. */
gboolean kladka_working_copy_apply (KladkaWorkingCopy *self,
                                    const KladkaEdits *edits,
                                    const KladkaStepInfo *info,
                                    KladkaStep **ret_step,
                                    GError **error);
gboolean kladka_working_copy_take_back (KladkaWorkingCopy *self,
                                        gboolean redo,
                                        const KladkaStepInfo *info,
                                        KladkaStep **ret_step,
                                        GError **error);

/* @path: NULL = its own file */
gboolean kladka_working_copy_save (KladkaWorkingCopy *self,
                                   const char *path,
                                   gboolean overwrite,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
