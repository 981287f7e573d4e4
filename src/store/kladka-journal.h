/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-edit.h"
#include "kladka-session.h"

G_BEGIN_DECLS

/**
 * KladkaJournal:
 *
 * The steps of a working copy: they only grow. Undo and redo append a step that names what it takes back; the two
 * stacks are derived from that. Private to the store; of the session's thread.
 */
typedef struct _KladkaJournal KladkaJournal;

/* Reads and checks all steps. Errors: %KLADKA_ERROR_DAMAGED, naming the step; %G_IO_ERROR_CANCELLED */
KladkaJournal *kladka_journal_new (KladkaSession *session, GCancellable *cancellable, GError **error);
void kladka_journal_free (KladkaJournal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaJournal, kladka_journal_free)

/* The newest step; NULL in a journal without any. */
const char *kladka_journal_get_head (KladkaJournal *self);
gint64 kladka_journal_get_head_time (KladkaJournal *self);
/* How many steps came after @id; all where it is NULL or unknown. */
guint kladka_journal_count_since (KladkaJournal *self, const char *id, GError **error);

/* Writes; the caller holds the transaction and calls note() after COMMIT. */
gboolean kladka_journal_write (KladkaJournal *self, const KladkaStep *step, GError **error);
void kladka_journal_note (KladkaJournal *self, const KladkaStep *step);

/* The step whose inverse is undo or redo; NULL without an error where there is none. (transfer full) */
KladkaStep *kladka_journal_read_undo (KladkaJournal *self, GError **error);
KladkaStep *kladka_journal_read_redo (KladkaJournal *self, GError **error);
/* What the user did and would take back or bring again, behind any undoing and redoing: for the words. A step of very
 * many changes comes without them. (transfer none) (nullable) */
const KladkaStep *kladka_journal_get_undo_origin (KladkaJournal *self);
const KladkaStep *kladka_journal_get_redo_origin (KladkaJournal *self);

/* Newest first. (transfer full) (element-type KladkaStep) */
GPtrArray *kladka_journal_list (KladkaJournal *self, const char *record_id, guint max, GError **error);

G_END_DECLS
