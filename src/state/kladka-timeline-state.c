/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-timeline-state.h"

struct _KladkaTimelineState {
  GObject parent_instance;
  KladkaViewState *view_state; /* not owned: it owns us */
  KladkaTimeline *timeline;
  KladkaLanes lanes;
  gboolean show_needs;
  GHashTable *folded; /* keys of lanes */
  KladkaScale scale;
  gboolean has_scale;
  gboolean active;
  gboolean stale;
  GCancellable *computing;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KladkaTimelineState, kladka_timeline_state, G_TYPE_OBJECT)

/* ---- On the worker thread ---- */

typedef struct {
  KladkaPlan *plan;
  KladkaSearch *search;
  KladkaCoverage *coverage;
  KladkaFilter filter;
  KladkaWords *words;
  KladkaTimelineRows rows;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  kladka_plan_unref (work->plan);
  g_clear_pointer (&work->search, kladka_search_unref);
  g_clear_pointer (&work->coverage, kladka_coverage_unref);
  kladka_filter_clear (&work->filter);
  kladka_words_unref (work->words);
  g_hash_table_unref (work->rows.folded);
  g_free (work);
}

static void
compute (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (GArray) projects = NULL;
  g_autoptr (GArray) needs = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (work->search != NULL)
    {
      projects = kladka_filter_run (&work->filter, work->plan, work->search, KLADKA_TYPE_PROJECT);
      needs = kladka_filter_run (&work->filter, work->plan, work->search, KLADKA_TYPE_NEED);
    }
  work->rows.projects = projects;
  work->rows.needs = needs;
  g_task_return_pointer (task, kladka_timeline_new (work->plan, work->coverage, &work->rows, work->words),
                         (GDestroyNotify)kladka_timeline_unref);
}

/* ---- On the main thread ---- */

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KladkaTimelineState *self = KLADKA_TIMELINE_STATE (source);
  g_autoptr (KladkaTimeline) timeline = g_task_propagate_pointer (G_TASK (result), NULL);

  if (timeline == NULL || g_task_get_cancellable (G_TASK (result)) != self->computing)
    return;
  g_clear_object (&self->computing);
  g_clear_pointer (&self->timeline, kladka_timeline_unref);
  self->timeline = g_steal_pointer (&timeline);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable *copy = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, key);
  return copy;
}

static Work *
create_work (KladkaTimelineState *self, KladkaPlan *plan)
{
  const KladkaFilter *filter = kladka_view_state_get_filter (self->view_state);
  KladkaCoverage *coverage = kladka_view_state_get_coverage (self->view_state);
  Work *work = g_new0 (Work, 1);

  work->plan = kladka_plan_ref (plan);
  if (!kladka_filter_is_any (filter))
    work->search = kladka_search_ref (kladka_view_state_get_search (self->view_state));
  work->coverage = coverage != NULL ? kladka_coverage_ref (coverage) : NULL;
  kladka_filter_copy (filter, &work->filter);
  work->words = kladka_words_ref (kladka_view_state_get_words (self->view_state));
  work->rows = (KladkaTimelineRows){
    .lanes = self->lanes, .show_projects = TRUE, .show_needs = self->show_needs, .folded = copy_set (self->folded)
  };
  return work;
}

static void
stop_computing (KladkaTimelineState *self)
{
  if (self->computing != NULL)
    g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
}

static void
update (KladkaTimelineState *self)
{
  KladkaPlan *plan = kladka_view_state_get_plan (self->view_state);
  g_autoptr (GTask) task = NULL;

  self->stale = TRUE;
  if (!self->active || plan == NULL)
    return;
  self->stale = FALSE;
  stop_computing (self);
  self->computing = g_cancellable_new ();
  task = g_task_new (self, self->computing, computed_cb, NULL);
  g_task_set_task_data (task, create_work (self, plan), free_work);
  g_task_run_in_thread (task, compute);
}

static void
plan_changed_cb (KladkaTimelineState *self)
{
  KladkaPlan *plan = kladka_view_state_get_plan (self->view_state);

  /* Keys and rows of another document mean nothing in this one. */
  if (self->timeline != NULL
      && kladka_plan_get_ids (kladka_timeline_get_plan (self->timeline)) != kladka_plan_get_ids (plan))
    {
      g_clear_pointer (&self->timeline, kladka_timeline_unref);
      g_hash_table_remove_all (self->folded);
      self->has_scale = FALSE;
    }
  update (self);
}

static void
kladka_timeline_state_dispose (GObject *object)
{
  KladkaTimelineState *self = KLADKA_TIMELINE_STATE (object);

  stop_computing (self);
  G_OBJECT_CLASS (kladka_timeline_state_parent_class)->dispose (object);
}

static void
kladka_timeline_state_finalize (GObject *object)
{
  KladkaTimelineState *self = KLADKA_TIMELINE_STATE (object);

  g_clear_pointer (&self->timeline, kladka_timeline_unref);
  g_hash_table_unref (self->folded);
  G_OBJECT_CLASS (kladka_timeline_state_parent_class)->finalize (object);
}

static void
kladka_timeline_state_class_init (KladkaTimelineStateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kladka_timeline_state_dispose;
  G_OBJECT_CLASS (klass)->finalize = kladka_timeline_state_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", KLADKA_TYPE_TIMELINE_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kladka_timeline_state_init (KladkaTimelineState *self)
{
  self->folded = g_hash_table_new (NULL, NULL);
  self->lanes = KLADKA_LANES_INSTITUTION;
  self->show_needs = TRUE;
  self->stale = TRUE;
}

KladkaTimelineState *
kladka_timeline_state_new (KladkaViewState *view_state)
{
  KladkaTimelineState *self = g_object_new (KLADKA_TYPE_TIMELINE_STATE, NULL);

  self->view_state = view_state;
  g_signal_connect_object (view_state, "plan-changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view_state, "coverage-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view_state, "filter-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return self;
}

void
kladka_timeline_state_copy (KladkaTimelineState *self, KladkaTimelineState *other)
{
  self->lanes = other->lanes;
  self->show_needs = other->show_needs;
  self->scale = other->scale;
  self->has_scale = other->has_scale;
  g_hash_table_unref (self->folded);
  self->folded = copy_set (other->folded);
  update (self);
}

void
kladka_timeline_state_set_active (KladkaTimelineState *self, gboolean active)
{
  self->active = active;
  if (active && self->stale)
    update (self);
}

KladkaTimeline *
kladka_timeline_state_get_timeline (KladkaTimelineState *self)
{
  return self->timeline;
}

KladkaLanes
kladka_timeline_state_get_lanes (KladkaTimelineState *self)
{
  return self->lanes;
}

void
kladka_timeline_state_set_lanes (KladkaTimelineState *self, KladkaLanes lanes)
{
  if (self->lanes == lanes)
    return;
  self->lanes = lanes;
  update (self);
}

gboolean
kladka_timeline_state_get_needs (KladkaTimelineState *self)
{
  return self->show_needs;
}

void
kladka_timeline_state_set_needs (KladkaTimelineState *self, gboolean show_needs)
{
  if (self->show_needs == show_needs)
    return;
  self->show_needs = show_needs;
  update (self);
}

void
kladka_timeline_state_toggle_lane (KladkaTimelineState *self, guint key)
{
  if (!g_hash_table_remove (self->folded, GUINT_TO_POINTER (key)))
    g_hash_table_add (self->folded, GUINT_TO_POINTER (key));
  update (self);
}

gboolean
kladka_timeline_state_get_scale (KladkaTimelineState *self, KladkaScale *ret_scale)
{
  if (self->has_scale)
    *ret_scale = self->scale;
  return self->has_scale;
}

void
kladka_timeline_state_set_scale (KladkaTimelineState *self, KladkaScale scale)
{
  self->scale = scale;
  self->has_scale = TRUE;
}

static const char *const lane_labels[] = {
  [KLADKA_LANES_NONE] = KC_ ("lanes", "No lanes"),
  [KLADKA_LANES_INITIATIVE] = KC_ ("lanes", "Initiative"),
  [KLADKA_LANES_DONOR] = KC_ ("lanes", "Donor"),
  [KLADKA_LANES_STATUS] = KC_ ("lanes", "Status"),
  [KLADKA_LANES_INSTITUTION] = KC_ ("lanes", "Institution"),
};

const char *
kladka_lanes_get_label (KladkaLanes lanes, const KladkaWords *words)
{
  return kladka_words_get_c (words, "lanes", lane_labels[lanes]);
}
