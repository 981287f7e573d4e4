/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-grid-state.h"

#include "kladka-grid-search.h"

/* With more rows than that only the uppermost are open at first. */
#define ALL_OPEN 48

struct _KladkaGridState {
  GObject parent_instance;
  KladkaViewState *view_state; /* not owned: it owns us */
  KladkaGrid *grid;
  KladkaDimension dimension;
  KladkaPeriodUnit unit;
  gboolean hide_empty;
  GHashTable *toggled; /* keys of rows that are not as they were at first */
  GArray *rows;
  GHashTable *expanded;
  guint n_holds;
  gboolean stale;
  GCancellable *computing;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KladkaGridState, kladka_grid_state, G_TYPE_OBJECT)

/* ---- Rows ---- */

static gboolean
is_empty (const KladkaGrid *grid, guint row)
{
  return kladka_grid_get_row_total (grid, row)->state == KLADKA_STATE_NOT_RECORDED;
}

static gboolean
is_open (KladkaGridState *self, guint row)
{
  gpointer key = GUINT_TO_POINTER (kladka_grid_chart_get_row_key (self->grid, row));
  gboolean at_first =
      kladka_grid_get_n_rows (self->grid) <= ALL_OPEN || kladka_grid_get_row (self->grid, row)->depth == 0;

  return at_first != g_hash_table_contains (self->toggled, key);
}

/* What was typed into the search; NULL where nothing was. */
static const char *
get_search_text (KladkaGridState *self)
{
  const char *text = kladka_view_state_get_filter (self->view_state)->text;

  return text != NULL && *text != '\0' && kladka_view_state_get_search (self->view_state) != NULL ? text : NULL;
}

static void
list_rows (KladkaGridState *self)
{
  const char *text = get_search_text (self);

  g_clear_pointer (&self->rows, g_array_unref);
  g_hash_table_remove_all (self->expanded);
  if (self->grid == NULL)
    return;
  for (guint row = 0; row < kladka_grid_get_n_rows (self->grid); row++)
    if (kladka_grid_get_row (self->grid, row)->has_children && (text != NULL || is_open (self, row)))
      g_hash_table_add (self->expanded, GUINT_TO_POINTER (kladka_grid_chart_get_row_key (self->grid, row)));
  self->rows = text != NULL ? kladka_grid_search_list (self->grid, kladka_view_state_get_search (self->view_state),
                                                       text, kladka_view_state_get_words (self->view_state))
                            : kladka_grid_chart_list_rows (self->grid, self->expanded);
  for (guint i = self->rows->len; self->hide_empty && i-- > 0;)
    if (is_empty (self->grid, g_array_index (self->rows, guint, i)))
      g_array_remove_index (self->rows, i);
}

static void
rows_changed (KladkaGridState *self)
{
  list_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- The grid, on a worker thread ---- */

typedef struct {
  KladkaCoverage *coverage;
  KladkaDimension dimension;
  KladkaPeriodUnit unit;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  kladka_coverage_unref (work->coverage);
  g_free (work);
}

static void
compute (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (
      task, kladka_grid_new (work->coverage, work->dimension, work->unit, kladka_coverage_get_months (work->coverage)),
      (GDestroyNotify)kladka_grid_unref);
}

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KladkaGridState *self = KLADKA_GRID_STATE (source);
  g_autoptr (KladkaGrid) grid = g_task_propagate_pointer (G_TASK (result), NULL);

  if (grid == NULL || g_task_get_cancellable (G_TASK (result)) != self->computing)
    return;
  g_clear_object (&self->computing);
  g_clear_pointer (&self->grid, kladka_grid_unref);
  self->grid = g_steal_pointer (&grid);
  rows_changed (self);
}

static void
stop_computing (KladkaGridState *self)
{
  if (self->computing != NULL)
    g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
}

static void
update (KladkaGridState *self)
{
  KladkaCoverage *coverage = kladka_view_state_get_coverage (self->view_state);
  g_autoptr (GTask) task = NULL;
  Work *work;

  self->stale = TRUE;
  if (self->n_holds == 0 || coverage == NULL)
    return;
  self->stale = FALSE;
  stop_computing (self);
  self->computing = g_cancellable_new ();
  task = g_task_new (self, self->computing, computed_cb, NULL);
  work = g_new (Work, 1);
  *work = (Work){ kladka_coverage_ref (coverage), self->dimension, self->unit };
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, compute);
}

static void
plan_changed_cb (KladkaGridState *self)
{
  /* A plan of another document: the view state has let its coverage go. */
  if (self->grid == NULL || kladka_view_state_get_coverage (self->view_state) != NULL)
    return;
  stop_computing (self);
  g_clear_pointer (&self->grid, kladka_grid_unref);
  g_hash_table_remove_all (self->toggled);
  rows_changed (self);
}

static void
filter_changed_cb (KladkaGridState *self)
{
  if (self->grid != NULL)
    rows_changed (self);
}

/* ---- Overrides ---- */

static void
kladka_grid_state_dispose (GObject *object)
{
  stop_computing (KLADKA_GRID_STATE (object));
  G_OBJECT_CLASS (kladka_grid_state_parent_class)->dispose (object);
}

static void
kladka_grid_state_finalize (GObject *object)
{
  KladkaGridState *self = KLADKA_GRID_STATE (object);

  g_clear_pointer (&self->grid, kladka_grid_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_hash_table_unref (self->expanded);
  g_hash_table_unref (self->toggled);
  G_OBJECT_CLASS (kladka_grid_state_parent_class)->finalize (object);
}

static void
kladka_grid_state_class_init (KladkaGridStateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kladka_grid_state_dispose;
  G_OBJECT_CLASS (klass)->finalize = kladka_grid_state_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", KLADKA_TYPE_GRID_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kladka_grid_state_init (KladkaGridState *self)
{
  self->unit = KLADKA_PERIOD_QUARTER;
  self->expanded = g_hash_table_new (NULL, NULL);
  self->toggled = g_hash_table_new (NULL, NULL);
  self->stale = TRUE;
}

/* ---- Public ---- */

KladkaGridState *
kladka_grid_state_new (KladkaViewState *view_state)
{
  KladkaGridState *self = g_object_new (KLADKA_TYPE_GRID_STATE, NULL);

  self->view_state = view_state;
  g_signal_connect_object (view_state, "plan-changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view_state, "coverage-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view_state, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
kladka_grid_state_copy (KladkaGridState *self, KladkaGridState *other)
{
  GHashTableIter iter;
  gpointer key;

  self->dimension = other->dimension;
  self->unit = other->unit;
  self->hide_empty = other->hide_empty;
  g_hash_table_iter_init (&iter, other->toggled);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (self->toggled, key);
  update (self);
}

void
kladka_grid_state_hold (KladkaGridState *self)
{
  if (self->n_holds++ == 0 && self->stale)
    update (self);
}

void
kladka_grid_state_release (KladkaGridState *self)
{
  g_return_if_fail (self->n_holds > 0);
  self->n_holds--;
}

KladkaGrid *
kladka_grid_state_get_grid (KladkaGridState *self)
{
  return self->grid;
}

KladkaDimension
kladka_grid_state_get_dimension (KladkaGridState *self)
{
  return self->dimension;
}

KladkaPeriodUnit
kladka_grid_state_get_unit (KladkaGridState *self)
{
  return self->unit;
}

gboolean
kladka_grid_state_get_hide_empty (KladkaGridState *self)
{
  return self->hide_empty;
}

void
kladka_grid_state_set_dimension (KladkaGridState *self, KladkaDimension dimension)
{
  if (self->dimension == dimension)
    return;
  self->dimension = dimension;
  update (self);
}

void
kladka_grid_state_set_unit (KladkaGridState *self, KladkaPeriodUnit unit)
{
  if (self->unit == unit)
    return;
  self->unit = unit;
  update (self);
}

void
kladka_grid_state_set_hide_empty (KladkaGridState *self, gboolean hide_empty)
{
  if (self->hide_empty == hide_empty)
    return;
  self->hide_empty = hide_empty;
  rows_changed (self);
}

static const char *const unit_labels[] = {
  [KLADKA_PERIOD_MONTH] = KC_ ("unit", "Months"),
  [KLADKA_PERIOD_QUARTER] = KC_ ("unit", "Quarters"),
  [KLADKA_PERIOD_YEAR] = KC_ ("unit", "Years"),
};

const char *
kladka_period_unit_get_label (KladkaPeriodUnit unit, const KladkaWords *words)
{
  return kladka_words_get_c (words, "unit", unit_labels[unit]);
}

const GArray *
kladka_grid_state_get_rows (KladkaGridState *self)
{
  return self->rows;
}

GHashTable *
kladka_grid_state_get_expanded (KladkaGridState *self)
{
  return self->expanded;
}

gboolean
kladka_grid_state_is_searched (KladkaGridState *self)
{
  return get_search_text (self) != NULL;
}

gboolean
kladka_grid_state_is_open (KladkaGridState *self, guint row)
{
  return get_search_text (self) != NULL || is_open (self, row);
}

void
kladka_grid_state_toggle_row (KladkaGridState *self, guint row)
{
  gpointer key = GUINT_TO_POINTER (kladka_grid_chart_get_row_key (self->grid, row));

  /* All that is found stands open. */
  if (get_search_text (self) != NULL || !kladka_grid_get_row (self->grid, row)->has_children)
    return;
  if (!g_hash_table_remove (self->toggled, key))
    g_hash_table_add (self->toggled, key);
  rows_changed (self);
}

int
kladka_grid_state_find_place (KladkaGridState *self, int row)
{
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    if ((int)g_array_index (self->rows, guint, i) == row)
      return (int)i;
  return -1;
}

KladkaCellChoice
kladka_grid_state_get_choice (KladkaGridState *self, guint row, guint period)
{
  const KladkaGridRow *it = kladka_grid_get_row (self->grid, row);
  KladkaSpan months = kladka_coverage_get_months (kladka_grid_get_coverage (self->grid));

  if (period < kladka_grid_get_n_periods (self->grid))
    months = kladka_grid_get_period (self->grid, period);
  return (KladkaCellChoice){ .chosen = TRUE,
                             .dimension = kladka_grid_get_dimension (self->grid),
                             .ref = it->ref,
                             .choice = it->choice,
                             .tag = (char *)it->tag,
                             .months = months };
}

gboolean
kladka_grid_state_find_cell (KladkaGridState *self, const KladkaCellChoice *cell, guint *ret_row, guint *ret_period)
{
  guint row = 0, period = 0;

  if (self->grid == NULL || !cell->chosen || cell->dimension != kladka_grid_get_dimension (self->grid))
    return FALSE;
  for (; row < kladka_grid_get_n_rows (self->grid); row++)
    {
      const KladkaGridRow *it = kladka_grid_get_row (self->grid, row);
      if (it->ref == cell->ref && it->choice == cell->choice && g_strcmp0 (it->tag, cell->tag) == 0)
        break;
    }
  for (; period < kladka_grid_get_n_periods (self->grid); period++)
    {
      KladkaSpan months = kladka_grid_get_period (self->grid, period);
      if (months.from == cell->months.from && months.to == cell->months.to)
        break;
    }
  *ret_row = row;
  *ret_period = period;
  return row < kladka_grid_get_n_rows (self->grid);
}
