/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-move-effect.h"

#include <math.h>

struct _KladkaMoveEffect {
  GObject parent_instance;
  KladkaPlan *plan;
  KladkaCoverageSpec spec;
  KladkaRef ref;
  gboolean has_before;
  double before; /* gap-months of the plan as it is */
  gboolean busy;
  gboolean asked; /* for something newer than what is being computed */
  KladkaMove wanted;
  gboolean known; /* the effect of what is wanted */
  double effect;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KladkaMoveEffect, kladka_move_effect, G_TYPE_OBJECT)

/* ---- On the worker thread ---- */

typedef struct {
  KladkaPlan *plan; /* as it is; NULL where its sum is known */
  KladkaPlan *moved;
  KladkaCoverageSpec spec;
  double before;
  double after;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->plan, kladka_plan_unref);
  kladka_plan_unref (work->moved);
  g_free (work);
}

static double
sum_gaps (const KladkaPlan *plan, const KladkaCoverageSpec *spec)
{
  g_autoptr (KladkaCoverage) coverage = kladka_coverage_new (plan, spec);

  return kladka_coverage_sum_gaps (coverage, kladka_coverage_get_months_ahead (coverage));
}

static void
compute (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;

  if (work->plan != NULL)
    work->before = sum_gaps (work->plan, &work->spec);
  work->after = sum_gaps (work->moved, &work->spec);
  g_task_return_boolean (task, TRUE);
}

/* ---- On the main thread ---- */

/* Microseconds: the plan shares all other records. NULL where the move is refused. */
static KladkaPlan *
create_moved (KladkaMoveEffect *self)
{
  const KladkaRecord *record = kladka_plan_get (self->plan, self->ref);
  g_autoptr (KladkaEdits) edits = NULL;
  g_autoptr (KladkaStep) step = NULL;
  KladkaStepInfo info = { .author = "", .verb = KLADKA_VERB_MOVE };

  if (record == NULL)
    return NULL;
  edits = kladka_move_dup_edits (&self->wanted, self->plan, record);
  step = kladka_step_new (self->plan, edits, &info, NULL);
  return step != NULL ? kladka_plan_new_with_step (self->plan, step, NULL) : kladka_plan_ref (self->plan);
}

static void start (KladkaMoveEffect *self);

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KladkaMoveEffect *self = KLADKA_MOVE_EFFECT (source);
  Work *work = g_task_get_task_data (G_TASK (result));

  self->busy = FALSE;
  self->has_before = TRUE;
  self->before = work->before;
  if (self->asked)
    {
      start (self);
      return;
    }
  self->known = TRUE;
  self->effect = work->after - work->before;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
start (KladkaMoveEffect *self)
{
  g_autoptr (GTask) task = NULL;
  KladkaPlan *moved = create_moved (self);
  Work *work;

  self->asked = FALSE;
  if (moved == NULL)
    return;
  work = g_new0 (Work, 1);
  work->plan = self->has_before ? NULL : kladka_plan_ref (self->plan);
  work->moved = moved;
  work->spec = self->spec;
  work->before = self->before;
  self->busy = TRUE;
  task = g_task_new (self, NULL, computed_cb, NULL);
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, compute);
}

static void
kladka_move_effect_finalize (GObject *object)
{
  kladka_plan_unref (KLADKA_MOVE_EFFECT (object)->plan);
  G_OBJECT_CLASS (kladka_move_effect_parent_class)->finalize (object);
}

static void
kladka_move_effect_class_init (KladkaMoveEffectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kladka_move_effect_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", KLADKA_TYPE_MOVE_EFFECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kladka_move_effect_init (KladkaMoveEffect *self)
{
}

KladkaMoveEffect *
kladka_move_effect_new (KladkaPlan *plan, const KladkaCoverageSpec *spec, KladkaRef ref)
{
  KladkaMoveEffect *self = g_object_new (KLADKA_TYPE_MOVE_EFFECT, NULL);

  self->plan = kladka_plan_ref (plan);
  self->spec = *spec;
  self->ref = ref;
  return self;
}

void
kladka_move_effect_ask (KladkaMoveEffect *self, const KladkaMove *move)
{
  if ((self->known || self->busy) && kladka_move_equal (&self->wanted, move))
    return;
  self->wanted = *move;
  self->known = FALSE;
  self->asked = TRUE;
  if (!self->busy)
    start (self);
}

gboolean
kladka_move_effect_get (KladkaMoveEffect *self, double *ret_gap_months)
{
  if (self->known)
    *ret_gap_months = self->effect;
  return self->known;
}

char *
kladka_move_effect_dup_words (KladkaMoveEffect *self, const KladkaWords *words)
{
  gint64 tenths = llrint (fabs (self->effect) * 10);
  g_autofree char *number = kladka_words_dup_decimal (words, tenths, 1, 0);

  if (!self->known)
    return g_strdup ("…");
  if (tenths == 0)
    return g_strdup (kladka_words_get_c (words, "move", KC_ ("move", "No gap changes")));
  if (self->effect < 0)
    return g_strdup_printf (kladka_words_get_c (words, "move", KC_ ("move", "Closes gaps (gap-months: −%s)")), number);
  return g_strdup_printf (kladka_words_get_c (words, "move", KC_ ("move", "Opens gaps (gap-months: +%s)")), number);
}
