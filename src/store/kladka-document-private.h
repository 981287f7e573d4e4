/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the files of the document share. */

#include "kladka-document.h"
#include "kladka-job.h"

G_BEGIN_DECLS

/* A job with the document's author and the time of its clock. */
KladkaJob *kladka_document_new_job (KladkaDocument *self, KladkaJobFunc func);
/* Does the job on the store thread and waits; what was queued before it is done and published first. */
gboolean kladka_document_wait_for (KladkaDocument *self, KladkaJob *job, GError **error);
/* Queues it. @take_job: (transfer full) */
void kladka_document_start (KladkaDocument *self,
                            KladkaJob *take_job,
                            gpointer tag,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* The name of a file on this computer. Errors: %KLADKA_ERROR_UNSUPPORTED */
char *kladka_document_dup_path (GFile *file, GError **error);

/* Makers that publish on @context instead of the thread's own. */
KladkaDocument *kladka_document_new_open_for (GMainContext *context,
                                              const KladkaStoreOptions *options,
                                              GFile *file,
                                              gboolean as_copy,
                                              GCancellable *cancellable,
                                              GError **error);

G_END_DECLS
