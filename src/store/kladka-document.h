/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include "kladka-edit.h"

G_BEGIN_DECLS

/**
 * KladkaDocument:
 *
 * A plan that is open: its private working copy, its journal, its file. Every change goes in by kladka_document_apply()
 * and comes back as a new plan. The object lives on the thread that made it; file and database work runs on the
 * document's own store thread.
 *
 * Properties (notify on the main context): "plan" (a pointer to a KladkaPlan; see get_plan), "modified", "can-undo",
 * "can-redo", "file" (GFile, NULL = untitled), "busy". Signal "changed" (KladkaStep *step) after each new plan.
 */
#define KLADKA_TYPE_DOCUMENT (kladka_document_get_type ())
G_DECLARE_FINAL_TYPE (KladkaDocument, kladka_document, KLADKA, DOCUMENT, GObject)

/**
 * KladkaStoreOptions:
 * @state_dir: where working copies live ($XDG_STATE_HOME/kladka), made 0700
 * @author: who edits: goes into the journal
 * @clock: (nullable): microseconds UTC; NULL = the system's
 */
typedef struct {
  const char *state_dir;
  const char *author;
  gint64 (*clock) (gpointer data);
  gpointer clock_data;
} KladkaStoreOptions;

/* Synchronous makers, for the command line, tests and worker threads; the asynchronous ones run them on a thread with
 * progress and cancel.
 *
 * kladka_document_new_empty: untitled, and not modified until the first edit. @first: (nullable): with the plan's own
 * record; a plan without one can be edited but not saved. */
KladkaDocument *kladka_document_new_empty (const KladkaStoreOptions *options, const KladkaEdits *first, GError **error);
/**
 * kladka_document_new_open:
 * @as_copy: the file is a sample or template: the document is untitled
 *
 * Admits the file (TRUST.md section 2): reads it alone, NOFOLLOW, checked, its rows copied into a fresh working copy.
 *
 * Errors: %KLADKA_ERROR_UNSUPPORTED (not a plan), %KLADKA_ERROR_DAMAGED, %KLADKA_ERROR_TOO_NEW, %KLADKA_ERROR_INVALID
 * (hostile or impossible content, the record is named), %G_IO_ERROR. The file is untouched in every case.
 */
KladkaDocument *kladka_document_new_open (const KladkaStoreOptions *options,
                                          GFile *file,
                                          gboolean as_copy,
                                          GCancellable *cancellable,
                                          GError **error);
void kladka_document_open_async (const KladkaStoreOptions *options,
                                 GFile *file,
                                 gboolean as_copy,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
KladkaDocument *kladka_document_open_finish (GAsyncResult *result, GError **error);

/* Working copies of programs that are not alive any more and hold unsaved work. */
typedef struct {
  char *id;      /* of the working copy */
  char *title;   /* of the plan, in any language; nullable */
  char *path;    /* of its file; NULL = untitled */
  gint64 time;   /* of the last step; microseconds UTC */
  guint n_steps; /* not saved */
  char *problem; /* why it cannot be read; NULL = it can */
} KladkaRecovery;
void kladka_recovery_free (KladkaRecovery *self);
/* Deletes working copies that hold nothing unsaved. Returns: (transfer full) (element-type KladkaRecovery) */
GPtrArray *kladka_document_list_recoveries (const KladkaStoreOptions *options);
KladkaDocument *
kladka_document_new_recover (const KladkaStoreOptions *options, const char *recovery_id, GError **error);
gboolean kladka_document_drop_recovery (const KladkaStoreOptions *options, const char *recovery_id, GError **error);

KladkaPlan *kladka_document_get_plan (KladkaDocument *self); /* (transfer none) */
GFile *kladka_document_get_file (KladkaDocument *self);      /* (nullable) (transfer none) */
gboolean kladka_document_get_modified (KladkaDocument *self);
gboolean kladka_document_get_can_undo (KladkaDocument *self);
gboolean kladka_document_get_can_redo (KladkaDocument *self);
/* What the user did and undo would take back / redo would bring again; NULL. A step of very many changes comes without
 * them: for the words only. (transfer none) */
const KladkaStep *kladka_document_get_undo_step (KladkaDocument *self);
const KladkaStep *kladka_document_get_redo_step (KladkaDocument *self);
gboolean kladka_document_get_recovered (KladkaDocument *self);

/**
 * kladka_document_apply_sync:
 * @verb: one of KLADKA_VERB_…
 * @args: (nullable) (array zero-terminated=1)
 *
 * Edits → step → journal and rows in one durable transaction → new plan. TRUE without a step where nothing would
 * change.
 *
 * Errors: as kladka_step_new(); I/O errors when the medium is full or gone: the step is refused whole.
 */
gboolean kladka_document_apply_sync (KladkaDocument *self,
                                     const KladkaEdits *edits,
                                     const char *verb,
                                     const char *const *args,
                                     GError **error);
/* The same on the store thread; edits are copied; queued in order. "changed" comes before the callback. */
void kladka_document_apply_async (KladkaDocument *self,
                                  const KladkaEdits *edits,
                                  const char *verb,
                                  const char *const *args,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean kladka_document_apply_finish (KladkaDocument *self, GAsyncResult *result, GError **error);

gboolean kladka_document_undo_sync (KladkaDocument *self, GError **error);
gboolean kladka_document_redo_sync (KladkaDocument *self, GError **error);
void kladka_document_undo_async (KladkaDocument *self, GAsyncReadyCallback callback, gpointer user_data);
void kladka_document_redo_async (KladkaDocument *self, GAsyncReadyCallback callback, gpointer user_data);
/* For undo and redo. */
gboolean kladka_document_undo_finish (KladkaDocument *self, GAsyncResult *result, GError **error);

/**
 * kladka_document_save_sync:
 * @file: (nullable): NULL = the document's own
 * @overwrite: write even if the file on disk is not the one that was opened
 *
 * Builds and checks the complete file, then swaps it in (HOUSE.md section 6).
 *
 * Errors: %KLADKA_ERROR_CONFLICT when the file changed on disk since it was opened, or when another file than the
 * document's own is there already (ask; @overwrite = FALSE only); %KLADKA_ERROR_READ_ONLY; %KLADKA_ERROR_INVALID where
 * there is no file to save to or no record of the plan itself; I/O errors. The old file is then unchanged and nothing
 * else is left beside it.
 */
gboolean kladka_document_save_sync (KladkaDocument *self,
                                    GFile *file,
                                    gboolean overwrite,
                                    GCancellable *cancellable,
                                    GError **error);
void kladka_document_save_async (KladkaDocument *self,
                                 GFile *file,
                                 gboolean overwrite,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean kladka_document_save_finish (KladkaDocument *self, GAsyncResult *result, GError **error);

/* The journal, newest first: at most @max steps. With @record_id, those that touched the record, and of their changes
 * only its own. (transfer full) (element-type KladkaStep) */
GPtrArray *kladka_document_list_steps_sync (KladkaDocument *self, const char *record_id, guint max, GError **error);

/**
 * kladka_document_look_back_async:
 *
 * The plan as the document's file holds it by our account: as it was when it was last opened or saved. Of an untitled
 * document: as it began. The document stays as it is.
 *
 * Cost: O(what was changed since).
 */
void kladka_document_look_back_async (KladkaDocument *self, GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) */
KladkaPlan *kladka_document_look_back_finish (KladkaDocument *self, GAsyncResult *result, GError **error);

/* Ends the store thread and releases the working copy; deletes it if saved or @discard. Called by dispose with keep. */
void kladka_document_close (KladkaDocument *self, gboolean discard);

G_END_DECLS
