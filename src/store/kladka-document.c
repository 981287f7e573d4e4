/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-document-private.h"

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-worker.h"

struct _KladkaDocument {
  GObject parent_instance;
  char *state_dir;
  char *author;
  gint64 (*clock) (gpointer data);
  gpointer clock_data;

  KladkaWorker *worker; /* NULL once closed */
  KladkaWorkingCopy *copy;
  GMainContext *context;
  GAsyncQueue *finished; /* KladkaJob, in the order in which they were done */
  guint n_running;

  KladkaDocumentState *state;
  GFile *file;
  gboolean recovered;
};

G_DEFINE_FINAL_TYPE (KladkaDocument, kladka_document, G_TYPE_OBJECT)

enum { PROP_0, PROP_PLAN, PROP_MODIFIED, PROP_CAN_UNDO, PROP_CAN_REDO, PROP_FILE, PROP_BUSY, N_PROPS };
static GParamSpec *props[N_PROPS];
enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
notify_if (KladkaDocument *self, gboolean differs, guint prop)
{
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
take_state (KladkaDocument *self, KladkaDocumentState *state)
{
  g_autofree KladkaDocumentState *old = self->state;
  KladkaDocumentState none = { 0 };
  const KladkaDocumentState *before = old != NULL ? old : &none;
  gboolean moved = g_strcmp0 (before->path, state->path) != 0;
  gboolean other_plan = before->plan != state->plan;
  self->state = state;
  if (moved)
    {
      g_clear_object (&self->file);
      self->file = state->path != NULL ? g_file_new_for_path (state->path) : NULL;
    }
  g_object_freeze_notify (G_OBJECT (self));
  notify_if (self, other_plan, PROP_PLAN);
  notify_if (self, before->modified != state->modified, PROP_MODIFIED);
  notify_if (self, (before->undo != NULL) != (state->undo != NULL), PROP_CAN_UNDO);
  notify_if (self, (before->redo != NULL) != (state->redo != NULL), PROP_CAN_REDO);
  notify_if (self, moved, PROP_FILE);
  kladka_document_state_free (g_steal_pointer (&old));
  g_object_thaw_notify (G_OBJECT (self));
}

static void
count_running (KladkaDocument *self, int more)
{
  gboolean before = self->n_running > 0;
  self->n_running += more;
  notify_if (self, before != (self->n_running > 0), PROP_BUSY);
}

static void
answer (KladkaJob *job)
{
  if (job->plan != NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&job->plan), (GDestroyNotify)kladka_plan_unref);
  else if (job->done)
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, g_steal_pointer (&job->error));
}

static void
publish (KladkaDocument *self, KladkaJob *job)
{
  count_running (self, -1);
  if (job->state != NULL)
    take_state (self, g_steal_pointer (&job->state));
  if (job->step != NULL)
    g_signal_emit (self, signals[CHANGED], 0, job->step);
  if (job->task == NULL)
    return; /* somebody waits for it and frees it */
  answer (job);
  kladka_job_free (job);
}

/* A waiting call may find the results of earlier ones still unpublished: they come first. */
static void
publish_finished (KladkaDocument *self)
{
  KladkaJob *job;
  while ((job = g_async_queue_try_pop (self->finished)) != NULL)
    publish (self, job);
}

static gboolean
publish_cb (gpointer data)
{
  publish_finished (data);
  return G_SOURCE_REMOVE;
}

static void
perform_cb (gpointer data)
{
  KladkaJob *job = data;
  KladkaDocument *self = job->task != NULL ? g_task_get_source_object (job->task) : NULL;
  kladka_job_perform (job);
  if (self == NULL)
    return;
  /* The job, and with it the task, may be gone as soon as it is in the queue. */
  g_autoptr (GSource) source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, publish_cb, g_object_ref (self), g_object_unref);
  GMainContext *context = g_main_context_ref (self->context);
  g_async_queue_push (self->finished, job);
  g_source_attach (source, context);
  g_main_context_unref (context);
}

gboolean
kladka_document_wait_for (KladkaDocument *self, KladkaJob *job, GError **error)
{
  g_autoptr (KladkaDocument) alive = g_object_ref (self); /* whatever the handlers do */
  if (self->worker == NULL)
    {
      g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_NOT_FOUND, _ ("The plan is closed."));
      return FALSE;
    }
  count_running (self, 1);
  kladka_worker_run (self->worker, perform_cb, job);
  publish_finished (self);
  publish (self, job);
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  return job->done;
}

void
kladka_document_start (KladkaDocument *self,
                       KladkaJob *take_job,
                       gpointer tag,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  take_job->task = g_task_new (self, take_job->cancellable, callback, user_data);
  g_task_set_source_tag (take_job->task, tag);
  /* What was done was done: a late cancel does not turn it into a failure. */
  g_task_set_check_cancellable (take_job->task, FALSE);
  if (self->worker == NULL)
    {
      g_task_return_new_error (take_job->task, KLADKA_ERROR, KLADKA_ERROR_NOT_FOUND, "%s", _ ("The plan is closed."));
      kladka_job_free (take_job);
      return;
    }
  count_running (self, 1);
  kladka_worker_push (self->worker, perform_cb, take_job);
}

KladkaJob *
kladka_document_new_job (KladkaDocument *self, KladkaJobFunc func)
{
  KladkaJob *job = kladka_job_new (func, &self->copy);
  job->state_dir = g_strdup (self->state_dir);
  job->author = g_strdup (self->author);
  job->time = self->clock != NULL ? self->clock (self->clock_data) : g_get_real_time ();
  return job;
}

static void
kladka_document_dispose (GObject *object)
{
  kladka_document_close (KLADKA_DOCUMENT (object), FALSE);
  G_OBJECT_CLASS (kladka_document_parent_class)->dispose (object);
}

static void
kladka_document_finalize (GObject *object)
{
  KladkaDocument *self = KLADKA_DOCUMENT (object);
  g_clear_pointer (&self->state, kladka_document_state_free);
  g_clear_object (&self->file);
  g_async_queue_unref (self->finished);
  g_main_context_unref (self->context);
  g_free (self->state_dir);
  g_free (self->author);
  G_OBJECT_CLASS (kladka_document_parent_class)->finalize (object);
}

static void
kladka_document_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  KladkaDocument *self = KLADKA_DOCUMENT (object);
  switch (prop)
    {
    case PROP_PLAN:
      g_value_set_pointer (value, kladka_document_get_plan (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, kladka_document_get_modified (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, kladka_document_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, kladka_document_get_can_redo (self));
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->n_running > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
    }
}

static void
kladka_document_class_init (KladkaDocumentClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  object_class->dispose = kladka_document_dispose;
  object_class->finalize = kladka_document_finalize;
  object_class->get_property = kladka_document_get_property;
  props[PROP_PLAN] = g_param_spec_pointer ("plan", NULL, NULL, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", KLADKA_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_POINTER);
}

static void
kladka_document_init (KladkaDocument *self)
{
  self->finished = g_async_queue_new_full ((GDestroyNotify)kladka_job_free);
  self->worker = kladka_worker_new ("kladka-store");
}

static KladkaDocument *
new_document (const KladkaStoreOptions *options, GMainContext *context)
{
  KladkaDocument *self = g_object_new (KLADKA_TYPE_DOCUMENT, NULL);
  self->state_dir = g_strdup (options->state_dir);
  self->author = g_strdup (options->author);
  self->clock = options->clock;
  self->clock_data = options->clock_data;
  self->context = context != NULL ? g_main_context_ref (context) : g_main_context_ref_thread_default ();
  return self;
}

KladkaDocument *
kladka_document_new_empty (const KladkaStoreOptions *options, const KladkaEdits *first, GError **error)
{
  g_autoptr (KladkaDocument) self = new_document (options, NULL);
  g_autoptr (KladkaJob) job = kladka_document_new_job (self, kladka_job_begin_empty);
  job->verb = g_strdup (KLADKA_VERB_NEW_PLAN);
  job->edits = kladka_edits_new ();
  if (first != NULL)
    kladka_edits_append (job->edits, first);
  return kladka_document_wait_for (self, job, error) ? g_steal_pointer (&self) : NULL;
}

char *
kladka_document_dup_path (GFile *file, GError **error)
{
  char *path = g_file_get_path (file);
  if (path == NULL)
    g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED,
                         _ ("Kladka opens and saves files on this computer only. Copy the file here first."));
  return path;
}

KladkaDocument *
kladka_document_new_open_for (GMainContext *context,
                              const KladkaStoreOptions *options,
                              GFile *file,
                              gboolean as_copy,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autofree char *path = kladka_document_dup_path (file, error);
  if (path == NULL)
    return NULL;
  g_autoptr (KladkaDocument) self = new_document (options, context);
  g_autoptr (KladkaJob) job = kladka_document_new_job (self, kladka_job_admit);
  job->path = g_steal_pointer (&path);
  job->flag = as_copy;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return kladka_document_wait_for (self, job, error) ? g_steal_pointer (&self) : NULL;
}

KladkaDocument *
kladka_document_new_open (const KladkaStoreOptions *options,
                          GFile *file,
                          gboolean as_copy,
                          GCancellable *cancellable,
                          GError **error)
{
  return kladka_document_new_open_for (NULL, options, file, as_copy, cancellable, error);
}

KladkaDocument *
kladka_document_new_recover (const KladkaStoreOptions *options, const char *recovery_id, GError **error)
{
  g_autoptr (KladkaDocument) self = new_document (options, NULL);
  g_autoptr (KladkaJob) job = kladka_document_new_job (self, kladka_job_recover);
  job->id = g_strdup (recovery_id);
  self->recovered = TRUE;
  return kladka_document_wait_for (self, job, error) ? g_steal_pointer (&self) : NULL;
}

KladkaPlan *
kladka_document_get_plan (KladkaDocument *self)
{
  return self->state->plan;
}

GFile *
kladka_document_get_file (KladkaDocument *self)
{
  return self->file;
}

gboolean
kladka_document_get_modified (KladkaDocument *self)
{
  return self->state->modified;
}

gboolean
kladka_document_get_can_undo (KladkaDocument *self)
{
  return self->state->undo != NULL;
}

gboolean
kladka_document_get_can_redo (KladkaDocument *self)
{
  return self->state->redo != NULL;
}

const KladkaStep *
kladka_document_get_undo_step (KladkaDocument *self)
{
  return self->state->undo;
}

const KladkaStep *
kladka_document_get_redo_step (KladkaDocument *self)
{
  return self->state->redo;
}

gboolean
kladka_document_get_recovered (KladkaDocument *self)
{
  return self->recovered;
}

void
kladka_document_close (KladkaDocument *self, gboolean discard)
{
  if (self->worker == NULL)
    return;
  g_autoptr (KladkaJob) job = kladka_document_new_job (self, kladka_job_close);
  job->flag = discard;
  kladka_document_wait_for (self, job, NULL);
  /* A handler of what was published meanwhile may have closed it already. */
  g_clear_pointer (&self->worker, kladka_worker_free);
}
