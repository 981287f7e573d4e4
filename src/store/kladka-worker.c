/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-worker.h"

typedef struct {
  KladkaWorkFunc func; /* NULL: the end */
  gpointer data;
  gboolean *done; /* of who waits; NULL: nobody */
} Work;

struct _KladkaWorker {
  GAsyncQueue *queue;
  GThread *thread;
  GMutex mutex;
  GCond cond;
};

static gpointer
work_cb (gpointer data)
{
  KladkaWorker *self = data;
  while (TRUE)
    {
      g_autofree Work *work = g_async_queue_pop (self->queue);
      if (work->func == NULL)
        return NULL;
      work->func (work->data);
      if (work->done == NULL)
        continue;
      g_mutex_lock (&self->mutex);
      *work->done = TRUE;
      g_cond_broadcast (&self->cond);
      g_mutex_unlock (&self->mutex);
    }
}

KladkaWorker *
kladka_worker_new (const char *name)
{
  KladkaWorker *self = g_new0 (KladkaWorker, 1);
  self->queue = g_async_queue_new_full (g_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->thread = g_thread_new (name, work_cb, self);
  return self;
}

static void
push (KladkaWorker *self, KladkaWorkFunc func, gpointer data, gboolean *done)
{
  Work *work = g_new (Work, 1);
  *work = (Work){ func, data, done };
  g_async_queue_push (self->queue, work);
}

void
kladka_worker_free (KladkaWorker *self)
{
  push (self, NULL, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

void
kladka_worker_push (KladkaWorker *self, KladkaWorkFunc func, gpointer data)
{
  push (self, func, data, NULL);
}

void
kladka_worker_run (KladkaWorker *self, KladkaWorkFunc func, gpointer data)
{
  gboolean done = FALSE;
  g_assert (g_thread_self () != self->thread);
  push (self, func, data, &done);
  g_mutex_lock (&self->mutex);
  while (!done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}
