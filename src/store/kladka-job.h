/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-working-copy.h"

G_BEGIN_DECLS

/**
 * KladkaJob:
 *
 * One thing that the store thread does for a document: what goes in, and what comes out. Private to the store.
 */
typedef struct _KladkaJob KladkaJob;
typedef gboolean (*KladkaJobFunc) (KladkaJob *self, GError **error);

/* What a document shows, taken on the store thread after a job. */
typedef struct {
  KladkaPlan *plan;
  KladkaStep *undo;
  KladkaStep *redo;
  char *path;
  gboolean modified;
} KladkaDocumentState;
void kladka_document_state_free (KladkaDocumentState *self);

struct _KladkaJob {
  KladkaJobFunc func;
  KladkaWorkingCopy **copy; /* of the document; only the store thread looks into it */

  /* what goes in */
  char *state_dir;
  char *path;
  char *id;
  KladkaEdits *edits;
  char *author;
  gint64 time;
  char *verb;
  char **args;
  gboolean flag;
  guint max;
  GCancellable *cancellable;

  /* what comes out */
  gboolean done;
  GError *error;
  KladkaStep *step;
  GPtrArray *steps;
  KladkaPlan *plan;
  KladkaDocumentState *state;

  GTask *task; /* NULL: somebody waits */
};

KladkaJob *kladka_job_new (KladkaJobFunc func, KladkaWorkingCopy **copy);
void kladka_job_free (KladkaJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaJob, kladka_job_free)

/* On the store thread: does it and takes the state. */
void kladka_job_perform (KladkaJob *self);

gboolean kladka_job_begin_empty (KladkaJob *self, GError **error); /* state_dir edits author time verb */
gboolean kladka_job_admit (KladkaJob *self, GError **error);       /* state_dir path flag = as copy, cancellable */
gboolean kladka_job_recover (KladkaJob *self, GError **error);     /* state_dir id */
gboolean kladka_job_apply (KladkaJob *self, GError **error);       /* edits author time verb args */
gboolean kladka_job_take_back (KladkaJob *self, GError **error);   /* flag = redo, author time */
gboolean kladka_job_save (KladkaJob *self, GError **error);        /* path flag = overwrite, cancellable */
gboolean kladka_job_list (KladkaJob *self, GError **error);        /* id = record, max */
gboolean kladka_job_look_back (KladkaJob *self, GError **error);   /* author time */
gboolean kladka_job_close (KladkaJob *self, GError **error);       /* flag = discard */

G_END_DECLS
