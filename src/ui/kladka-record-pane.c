/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-record-pane.h"

#include "kladka-form-acts.h"
#include "kladka-owned-row.h"

#define FOLLOW_US (600 * G_TIME_SPAN_MILLISECOND) /* longer than a row takes to open */

struct _KladkaRecordPane {
  GtkWidget parent_instance;
  KladkaViewState *view_state;
  KladkaRef ref; /* shown */
  GtkWidget *stack;
  GtkWidget *subtitle_label;
  GtkWidget *marking_label;
  GtkWidget *timeline_button;
  GtkWidget *delete_button;
  GtkWidget *name_label;
  GtkWidget *problem_label;
  GtkWidget *scrolled;
  GtkWidget *forms;    /* a KladkaRecordForm for each type met */
  gint64 follow_until; /* in the time of the frame clock; 0 = nothing is followed */
};

G_DEFINE_FINAL_TYPE (KladkaRecordPane, kladka_record_pane, GTK_TYPE_WIDGET)

static void
show_head (KladkaRecordPane *self, const KladkaFormState *state)
{
  KladkaType type = kladka_form_state_get_record_type (state);
  const char *problem = kladka_form_state_get_problem (state);

  gtk_label_set_text (GTK_LABEL (self->name_label), kladka_form_state_get_name (state));
  gtk_label_set_text (GTK_LABEL (self->subtitle_label), kladka_form_state_get_subtitle (state));
  gtk_label_set_text (GTK_LABEL (self->marking_label),
                      kladka_marking_get_label (kladka_form_state_get_marking (state)));
  gtk_label_set_text (GTK_LABEL (self->problem_label), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_label, problem != NULL);
  gtk_widget_set_visible (self->timeline_button, type == KLADKA_TYPE_NEED || type == KLADKA_TYPE_PROJECT);
  gtk_widget_set_visible (self->delete_button, type != KLADKA_TYPE_PLAN);
}

static KladkaRecordForm *
ensure_form (KladkaRecordPane *self, KladkaType type)
{
  const char *name = kladka_type_get (type)->name;
  GtkWidget *form = gtk_stack_get_child_by_name (GTK_STACK (self->forms), name);

  if (form == NULL)
    {
      form = kladka_record_form_new (self->view_state, type);
      gtk_stack_add_named (GTK_STACK (self->forms), form, name);
    }
  return KLADKA_RECORD_FORM (form);
}

static void
show_form (KladkaRecordPane *self, const KladkaFormState *state)
{
  KladkaRecordForm *form = ensure_form (self, kladka_form_state_get_record_type (state));
  gboolean other = kladka_form_state_get_ref (state) != self->ref;

  self->ref = kladka_form_state_get_ref (state);
  show_head (self, state);
  kladka_record_form_refresh (form, state);
  gtk_stack_set_visible_child (GTK_STACK (self->forms), GTK_WIDGET (form));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "record");
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
}

static void
refresh_cb (KladkaRecordPane *self)
{
  KladkaPlan *plan;
  KladkaRef ref = kladka_view_state_get_selection (self->view_state);
  g_autoptr (KladkaFormState) state = NULL;

  /* What is still being typed belongs to the record that goes; it may bring a new plan before we go on. */
  if (ref != self->ref && self->ref != 0)
    kladka_record_form_flush (kladka_record_pane_get_form (self));
  plan = kladka_view_state_get_plan (self->view_state);
  if (plan != NULL && ref != 0)
    state = kladka_form_state_new (plan, ref, kladka_view_state_get_words (self->view_state),
                                   kladka_view_state_get_typing (self->view_state));
  if (state != NULL)
    {
      show_form (self, state);
      return;
    }
  self->ref = 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
}

/* All of a record that has just been opened, as far as the pane is high enough. */
static void
bring_into_view (KladkaRecordPane *self, GtkWidget *focus)
{
  GtkWidget *row = gtk_widget_get_ancestor (focus, KLADKA_TYPE_OWNED_ROW);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (row != NULL ? row : focus, self->forms, &bounds))
    return;
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)),
                             bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* A new row has no place yet when it gets the focus, and takes its time to open: the viewport looks only once. */
static gboolean
follow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KladkaRecordPane *self = KLADKA_RECORD_PANE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->follow_until == 0)
    self->follow_until = now + FOLLOW_US;
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->forms))
    bring_into_view (self, focus);
  if (now < self->follow_until)
    return G_SOURCE_CONTINUE;
  self->follow_until = 0;
  return G_SOURCE_REMOVE;
}

static void
focus_record_cb (KladkaRecordPane *self, guint ref)
{
  KladkaRecordForm *form = kladka_record_pane_get_form (self);

  if (form != NULL && kladka_record_form_focus_record (form, ref) && self->follow_until == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
}

static void
timeline_clicked_cb (KladkaRecordPane *self)
{
  kladka_view_state_set_page (self->view_state, KLADKA_PAGE_TIMELINE);
}

static void
delete_clicked_cb (KladkaRecordPane *self)
{
  kladka_form_delete (self->view_state, self->ref);
}

static void
kladka_record_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KLADKA_TYPE_RECORD_PANE);
  G_OBJECT_CLASS (kladka_record_pane_parent_class)->dispose (object);
}

static void
kladka_record_pane_finalize (GObject *object)
{
  g_clear_object (&KLADKA_RECORD_PANE (object)->view_state);
  G_OBJECT_CLASS (kladka_record_pane_parent_class)->finalize (object);
}

static void
kladka_record_pane_class_init (KladkaRecordPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_record_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = kladka_record_pane_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-record-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaRecordPane, stack);
  gtk_widget_class_bind_template_child (widget_class, KladkaRecordPane, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, KladkaRecordPane, marking_label);
  gtk_widget_class_bind_template_child (widget_class, KladkaRecordPane, timeline_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaRecordPane, delete_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaRecordPane, name_label);
  gtk_widget_class_bind_template_child (widget_class, KladkaRecordPane, problem_label);
  gtk_widget_class_bind_template_child (widget_class, KladkaRecordPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, KladkaRecordPane, forms);
  gtk_widget_class_bind_template_callback (widget_class, timeline_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
}

static void
kladka_record_pane_init (KladkaRecordPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kladka_record_pane_new (KladkaViewState *view_state)
{
  KladkaRecordPane *self = g_object_new (KLADKA_TYPE_RECORD_PANE, NULL);

  self->view_state = g_object_ref (view_state);
  g_signal_connect_object (view_state, "plan-changed", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view_state, "selection-changed", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view_state, "typing-changed", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view_state, "focus-record", G_CALLBACK (focus_record_cb), self, G_CONNECT_SWAPPED);
  refresh_cb (self);
  return GTK_WIDGET (self);
}

KladkaRecordForm *
kladka_record_pane_get_form (KladkaRecordPane *self)
{
  if (self->ref == 0)
    return NULL;
  return KLADKA_RECORD_FORM (gtk_stack_get_visible_child (GTK_STACK (self->forms)));
}
