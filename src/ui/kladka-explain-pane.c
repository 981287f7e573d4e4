/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-explain-pane-private.h"

#include "kladka-gap-project.h"

enum { EXPLAINED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KladkaExplainPane, kladka_explain_pane, GTK_TYPE_WIDGET)

/* ---- The explanation, on a worker thread ---- */

typedef struct {
  KladkaGrid *grid;
  guint row;
  guint column;
  KladkaWords *words;
  KladkaExplanation *explanation; /* out */
  char **sentences;               /* out */
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  kladka_grid_unref (work->grid);
  kladka_words_unref (work->words);
  g_clear_pointer (&work->explanation, kladka_explanation_free);
  g_strfreev (work->sentences);
  g_free (work);
}

static void
compute (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;

  if (g_task_return_error_if_cancelled (task))
    return;
  work->explanation = kladka_grid_explain (work->grid, work->row, work->column);
  work->sentences = kladka_explanation_dup_sentences (
      work->explanation, kladka_coverage_get_plan (kladka_grid_get_coverage (work->grid)), work->words);
  g_task_return_boolean (task, TRUE);
}

static void
let_go (KladkaExplainPane *self)
{
  g_clear_pointer (&self->explanation, kladka_explanation_free);
  g_clear_pointer (&self->grid, kladka_grid_unref);
}

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KladkaExplainPane *self = KLADKA_EXPLAIN_PANE (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  gboolean whole = g_task_propagate_boolean (G_TASK (result), NULL);

  if (!whole || g_task_get_cancellable (G_TASK (result)) != self->computing)
    return;
  g_clear_object (&self->computing);
  let_go (self);
  self->explanation = g_steal_pointer (&work->explanation);
  self->grid = kladka_grid_ref (work->grid);
  self->row = work->row;
  self->column = work->column;
  kladka_explain_pane_show (self, work->sentences);
  gtk_stack_set_visible_child_name (self->stack, "cell");
  g_signal_emit (self, signals[EXPLAINED], 0);
}

static void
stop_computing (KladkaExplainPane *self)
{
  if (self->computing != NULL)
    g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
}

static void
update (KladkaExplainPane *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;
  guint row, column;

  self->stale = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  stop_computing (self);
  if (!kladka_grid_state_find_cell (self->grid_state, kladka_view_state_get_cell (self->state), &row, &column))
    {
      let_go (self);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  self->computing = g_cancellable_new ();
  task = g_task_new (self, self->computing, computed_cb, NULL);
  work = g_new0 (Work, 1);
  *work = (Work){ kladka_grid_ref (kladka_grid_state_get_grid (self->grid_state)), row,  column,
                  kladka_words_ref (kladka_view_state_get_words (self->state)),    NULL, NULL };
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, compute);
}

static void
row_activated_cb (KladkaExplainPane *self, GtkListBoxRow *row)
{
  KladkaRef ref = kladka_explain_pane_get_ref_of (row);

  if (ref != 0)
    kladka_view_state_show_record (self->state, ref);
}

static void
new_project_clicked_cb (KladkaExplainPane *self)
{
  if (self->explanation != NULL)
    kladka_gap_project_add (self->state, self->grid, self->row, self->column, self->explanation);
}

/* ---- Overrides ---- */

static void
kladka_explain_pane_map (GtkWidget *widget)
{
  KladkaExplainPane *self = KLADKA_EXPLAIN_PANE (widget);

  kladka_grid_state_hold (self->grid_state);
  GTK_WIDGET_CLASS (kladka_explain_pane_parent_class)->map (widget);
  if (self->stale)
    update (self);
}

static void
kladka_explain_pane_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kladka_explain_pane_parent_class)->unmap (widget);
  kladka_grid_state_release (KLADKA_EXPLAIN_PANE (widget)->grid_state);
}

static void
kladka_explain_pane_dispose (GObject *object)
{
  KladkaExplainPane *self = KLADKA_EXPLAIN_PANE (object);

  stop_computing (self);
  let_go (self);
  g_clear_pointer ((GtkWidget **)&self->stack, gtk_widget_unparent);
  g_clear_object (&self->grid_state);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (kladka_explain_pane_parent_class)->dispose (object);
}

static void
kladka_explain_pane_class_init (KladkaExplainPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_explain_pane_dispose;
  widget_class->map = kladka_explain_pane_map;
  widget_class->unmap = kladka_explain_pane_unmap;
  signals[EXPLAINED] =
      g_signal_new ("explained", KLADKA_TYPE_EXPLAIN_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-explain-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, stack);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, title);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, period);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, cell_state);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, marks);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, new_project);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, figures);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, needs_group);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, needs);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, deliveries_group);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, deliveries);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, unused_group);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, unused);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, sentences);
  gtk_widget_class_bind_template_child (widget_class, KladkaExplainPane, note);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_project_clicked_cb);
}

static void
kladka_explain_pane_init (KladkaExplainPane *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kladka_explain_pane_new (KladkaViewState *state)
{
  KladkaExplainPane *self = g_object_new (KLADKA_TYPE_EXPLAIN_PANE, NULL);

  self->state = g_object_ref (state);
  self->grid_state = g_object_ref (kladka_view_state_get_grid (state));
  g_signal_connect_object (state, "cell-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid_state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const KladkaExplanation *
kladka_explain_pane_get_explanation (KladkaExplainPane *self)
{
  return self->explanation;
}
