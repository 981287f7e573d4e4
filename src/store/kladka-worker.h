/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KladkaWorker:
 *
 * A thread that does what it is given, one thing after the other: where a document's files and database are handled.
 */
typedef struct _KladkaWorker KladkaWorker;
typedef void (*KladkaWorkFunc) (gpointer data);

KladkaWorker *kladka_worker_new (const char *name);
/* Does what is still queued, then ends the thread. */
void kladka_worker_free (KladkaWorker *self);
/* Returns at once. */
void kladka_worker_push (KladkaWorker *self, KladkaWorkFunc func, gpointer data);
/* Waits until it, and all before it, is done. */
void kladka_worker_run (KladkaWorker *self, KladkaWorkFunc func, gpointer data);

G_END_DECLS
