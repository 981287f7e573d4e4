/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-view-state.h"

#include "kladka-grid-state.h"
#include "kladka-timeline-state.h"

struct _KladkaViewState {
  GObject parent_instance;
  KladkaWords *words;
  KladkaPlan *plan;
  KladkaSearch *search;
  KladkaCoverage *coverage;
  KladkaCoverageSpec spec;
  gint32 today;
  KladkaPage page;
  KladkaRef selection;
  KladkaFilter filter;
  KladkaCellChoice cell;
  KladkaTyping *typing;
  KladkaRef expected;
  KladkaTimelineState *timeline; /* NULL until somebody looks */
  KladkaGridState *grid;
  GCancellable *computing; /* of the newest computation; older ones are cancelled */
};

enum {
  PLAN_CHANGED,
  COVERAGE_CHANGED,
  SELECTION_CHANGED,
  FILTER_CHANGED,
  PAGE_CHANGED,
  CELL_CHANGED,
  SPEC_CHANGED,
  TYPING_CHANGED,
  FOCUS_RECORD,
  APPLY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KladkaViewState, kladka_view_state, G_TYPE_OBJECT)

typedef struct {
  KladkaPlan *plan;
  KladkaCoverageSpec spec;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  kladka_plan_unref (work->plan);
  g_free (work);
}

static void
compute_coverage (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task, kladka_coverage_new (work->plan, &work->spec), (GDestroyNotify)kladka_coverage_unref);
}

static void
coverage_computed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KladkaViewState *self = KLADKA_VIEW_STATE (source);
  g_autoptr (KladkaCoverage) coverage = g_task_propagate_pointer (G_TASK (result), NULL);

  /* A cancelled one was overtaken by a newer plan. */
  if (coverage == NULL || g_task_get_cancellable (G_TASK (result)) != self->computing)
    return;
  g_clear_object (&self->computing);
  g_clear_pointer (&self->coverage, kladka_coverage_unref);
  self->coverage = g_steal_pointer (&coverage);
  g_signal_emit (self, signals[COVERAGE_CHANGED], 0);
}

static void
stop_computing (KladkaViewState *self)
{
  if (self->computing != NULL)
    g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
}

static void
start_computing (KladkaViewState *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  stop_computing (self);
  if (self->plan == NULL)
    return;
  self->computing = g_cancellable_new ();
  task = g_task_new (self, self->computing, coverage_computed_cb, NULL);
  work = g_new0 (Work, 1);
  *work = (Work){ kladka_plan_ref (self->plan), self->spec };
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, compute_coverage);
}

/* ---- The folded texts ---- */

static void
fold (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, kladka_search_new (data, NULL), (GDestroyNotify)kladka_search_unref);
}

static void
folded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KladkaViewState *self = KLADKA_VIEW_STATE (source);
  KladkaPlan *plan = g_task_get_task_data (G_TASK (result));
  g_autoptr (KladkaSearch) search = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Somebody searched before, or opened another document. */
  if (self->search != NULL || kladka_plan_get_ids (self->plan) != kladka_plan_get_ids (plan))
    return;
  self->search = kladka_search_new (self->plan, search);
}

/* All texts of a plan are folded beside the main loop; after an edit only what differs, at once. */
static void
renew_search (KladkaViewState *self, const KladkaSearch *older)
{
  g_autoptr (GTask) task = NULL;

  if (older != NULL)
    {
      self->search = kladka_search_new (self->plan, older);
      return;
    }
  task = g_task_new (self, NULL, folded_cb, NULL);
  g_task_set_task_data (task, kladka_plan_ref (self->plan), (GDestroyNotify)kladka_plan_unref);
  g_task_run_in_thread (task, fold);
}

static void
clear_cell (KladkaCellChoice *cell)
{
  g_clear_pointer (&cell->tag, g_free);
  *cell = (KladkaCellChoice){ 0 };
}

static void
kladka_view_state_finalize (GObject *object)
{
  KladkaViewState *self = KLADKA_VIEW_STATE (object);

  stop_computing (self);
  g_clear_object (&self->timeline);
  g_clear_object (&self->grid);
  g_clear_pointer (&self->coverage, kladka_coverage_unref);
  g_clear_pointer (&self->search, kladka_search_unref);
  g_clear_pointer (&self->plan, kladka_plan_unref);
  g_clear_pointer (&self->words, kladka_words_unref);
  kladka_filter_clear (&self->filter);
  clear_cell (&self->cell);
  g_clear_pointer (&self->typing, kladka_typing_free);
  G_OBJECT_CLASS (kladka_view_state_parent_class)->finalize (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, KLADKA_TYPE_VIEW_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kladka_view_state_class_init (KladkaViewStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kladka_view_state_finalize;

  signals[PLAN_CHANGED] = new_signal ("plan-changed");
  signals[COVERAGE_CHANGED] = new_signal ("coverage-changed");
  signals[SELECTION_CHANGED] = new_signal ("selection-changed");
  signals[FILTER_CHANGED] = new_signal ("filter-changed");
  signals[PAGE_CHANGED] = new_signal ("page-changed");
  signals[CELL_CHANGED] = new_signal ("cell-changed");
  signals[SPEC_CHANGED] = new_signal ("spec-changed");
  signals[TYPING_CHANGED] = new_signal ("typing-changed");
  signals[FOCUS_RECORD] = g_signal_new ("focus-record", KLADKA_TYPE_VIEW_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[APPLY] = g_signal_new ("apply", KLADKA_TYPE_VIEW_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 3, G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_STRV);
}

static void
kladka_view_state_init (KladkaViewState *self)
{
  self->spec.line = KLADKA_CERTAINTY_END_UNKNOWN;
  self->typing = kladka_typing_new ();
}

KladkaViewState *
kladka_view_state_new (KladkaWords *words, gint32 today)
{
  KladkaViewState *self = g_object_new (KLADKA_TYPE_VIEW_STATE, NULL);

  self->words = kladka_words_ref (words);
  self->today = today;
  self->spec.as_of = today;
  return self;
}

KladkaViewState *
kladka_view_state_new_in_words (KladkaViewState *self, KladkaWords *words)
{
  KladkaViewState *copy = kladka_view_state_new (words, self->today);

  copy->spec = self->spec;
  copy->page = self->page;
  kladka_filter_copy (&self->filter, &copy->filter);
  copy->cell = self->cell;
  copy->cell.tag = g_strdup (self->cell.tag);
  if (self->plan != NULL)
    kladka_view_state_set_plan (copy, self->plan);
  copy->selection = self->selection;
  if (self->timeline != NULL)
    kladka_timeline_state_copy (kladka_view_state_get_timeline (copy), self->timeline);
  if (self->grid != NULL)
    kladka_grid_state_copy (kladka_view_state_get_grid (copy), self->grid);
  return copy;
}

static void
welcome_expected (KladkaViewState *self)
{
  KladkaRef ref = self->expected;

  if (ref == 0 || kladka_plan_get (self->plan, ref) == NULL)
    return;
  self->expected = 0;
  kladka_view_state_focus_record (self, ref);
}

void
kladka_view_state_set_plan (KladkaViewState *self, KladkaPlan *plan)
{
  g_autoptr (KladkaSearch) older = g_steal_pointer (&self->search);

  /* Refs of another family of ids mean nothing here. */
  if (self->plan != NULL && kladka_plan_get_ids (self->plan) != kladka_plan_get_ids (plan))
    {
      g_clear_pointer (&older, kladka_search_unref);
      g_clear_pointer (&self->coverage, kladka_coverage_unref);
      kladka_filter_clear (&self->filter);
      clear_cell (&self->cell);
      kladka_typing_clear (self->typing);
      self->selection = self->expected = 0;
    }
  kladka_plan_ref (plan);
  g_clear_pointer (&self->plan, kladka_plan_unref);
  self->plan = plan;
  renew_search (self, older);
  if (self->selection != 0 && kladka_plan_get (plan, self->selection) == NULL)
    kladka_view_state_select (self, 0);
  start_computing (self);
  g_signal_emit (self, signals[PLAN_CHANGED], 0);
  welcome_expected (self);
}

KladkaPlan *
kladka_view_state_get_plan (KladkaViewState *self)
{
  return self->plan;
}

KladkaSearch *
kladka_view_state_get_search (KladkaViewState *self)
{
  if (self->search == NULL && self->plan != NULL)
    self->search = kladka_search_new (self->plan, NULL);
  return self->search;
}

KladkaCoverage *
kladka_view_state_get_coverage (KladkaViewState *self)
{
  return self->coverage;
}

gboolean
kladka_view_state_is_computing (KladkaViewState *self)
{
  return self->computing != NULL;
}

KladkaWords *
kladka_view_state_get_words (KladkaViewState *self)
{
  return self->words;
}

const KladkaCoverageSpec *
kladka_view_state_get_spec (KladkaViewState *self)
{
  return &self->spec;
}

void
kladka_view_state_set_spec (KladkaViewState *self, const KladkaCoverageSpec *spec)
{
  if (spec->as_of == self->spec.as_of && spec->include_unverified == self->spec.include_unverified
      && spec->line == self->spec.line)
    return;
  self->spec = *spec;
  start_computing (self);
  g_signal_emit (self, signals[SPEC_CHANGED], 0);
}

gint32
kladka_view_state_get_today (KladkaViewState *self)
{
  return self->today;
}

KladkaPage
kladka_view_state_get_page (KladkaViewState *self)
{
  return self->page;
}

void
kladka_view_state_set_page (KladkaViewState *self, KladkaPage page)
{
  if (self->page == page)
    return;
  self->page = page;
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
}

KladkaRef
kladka_view_state_get_selection (KladkaViewState *self)
{
  return self->selection;
}

void
kladka_view_state_select (KladkaViewState *self, KladkaRef ref)
{
  if (self->selection == ref)
    return;
  self->selection = ref;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* The record itself if a page lists its kind, else the first thing it belongs to. */
static const KladkaRecord *
find_listed (KladkaViewState *self, const KladkaRecord *record)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);

  if (kladka_page_of_type (record->type) != KLADKA_PAGE_OVERVIEW)
    return record;
  for (guint i = 0; i < info->n_fields; i++)
    {
      const KladkaField *field = info->fields[i];
      const KladkaRecord *owner;

      if (field->kind != KLADKA_KIND_REF || !(field->flags & KLADKA_FIELD_OWNER))
        continue;
      owner = kladka_plan_get (self->plan, *(const KladkaRef *)kladka_record_member (record, field));
      if (owner != NULL)
        return find_listed (self, owner);
    }
  return NULL;
}

void
kladka_view_state_show_record (KladkaViewState *self, KladkaRef ref)
{
  const KladkaRecord *record = self->plan != NULL ? kladka_plan_get (self->plan, ref) : NULL;

  if (record != NULL)
    record = find_listed (self, record);
  if (record == NULL)
    return;
  kladka_view_state_set_page (self, kladka_page_of_type (record->type));
  kladka_view_state_select (self, record->ref);
}

const KladkaFilter *
kladka_view_state_get_filter (KladkaViewState *self)
{
  return &self->filter;
}

void
kladka_view_state_set_filter (KladkaViewState *self, const KladkaFilter *filter)
{
  KladkaFilter copy = { 0 };

  kladka_filter_copy (filter, &copy);
  kladka_filter_clear (&self->filter);
  self->filter = copy;
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

void
kladka_view_state_set_search_text (KladkaViewState *self, const char *text)
{
  if (g_strcmp0 (self->filter.text != NULL ? self->filter.text : "", text != NULL ? text : "") == 0)
    return;
  g_free (self->filter.text);
  self->filter.text = g_strdup (text);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

const KladkaCellChoice *
kladka_view_state_get_cell (KladkaViewState *self)
{
  return &self->cell;
}

void
kladka_view_state_set_cell (KladkaViewState *self, const KladkaCellChoice *cell)
{
  KladkaCellChoice copy = *cell;

  copy.tag = g_strdup (cell->tag);
  clear_cell (&self->cell);
  self->cell = copy;
  g_signal_emit (self, signals[CELL_CHANGED], 0);
}

KladkaTyping *
kladka_view_state_get_typing (KladkaViewState *self)
{
  return self->typing;
}

void
kladka_view_state_set_typing (KladkaViewState *self, KladkaRef ref, guint cell, const char *text, const char *error)
{
  if (kladka_typing_set (self->typing, ref, cell, text, error))
    g_signal_emit (self, signals[TYPING_CHANGED], 0);
}

void
kladka_view_state_focus_record (KladkaViewState *self, KladkaRef ref)
{
  const KladkaRecord *record = self->plan != NULL ? kladka_plan_get (self->plan, ref) : NULL;

  if (record == NULL)
    return;
  if (kladka_page_of_type (record->type) != KLADKA_PAGE_OVERVIEW)
    kladka_view_state_show_record (self, ref);
  g_signal_emit (self, signals[FOCUS_RECORD], 0, ref);
}

void
kladka_view_state_focus_here (KladkaViewState *self, KladkaRef ref)
{
  kladka_view_state_select (self, ref);
  g_signal_emit (self, signals[FOCUS_RECORD], 0, ref);
}

void
kladka_view_state_expect (KladkaViewState *self, KladkaRef ref)
{
  self->expected = ref;
}

void
kladka_view_state_apply (KladkaViewState *self, const KladkaEdits *edits, const char *verb, const char *const *args)
{
  g_signal_emit (self, signals[APPLY], 0, edits, verb, args);
}

KladkaTimelineState *
kladka_view_state_get_timeline (KladkaViewState *self)
{
  if (self->timeline == NULL)
    self->timeline = kladka_timeline_state_new (self);
  return self->timeline;
}

KladkaGridState *
kladka_view_state_get_grid (KladkaViewState *self)
{
  if (self->grid == NULL)
    self->grid = kladka_grid_state_new (self);
  return self->grid;
}
