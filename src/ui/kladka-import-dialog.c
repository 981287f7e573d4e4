/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-i18n.h"
#include "kladka-import-dialog.h"
#include "kladka-import-list.h"
#include "kladka-import-row-widget.h"
#include "kladka-problem.h"
#include "kladka-row-feed.h"

/* What the worker thread gets, and what it makes of it: the preview looks into the drafts. Counted. */
typedef struct {
  GFile *file;
  KladkaPlan *plan;
  KladkaWords *words;
  KladkaDrafts *drafts;
  KladkaPreview *preview;
} Reading;

struct _KladkaImportDialog {
  AdwWindow parent_instance;
  AdwWindowTitle *title;
  GtkButton *import_button;
  GtkStack *stack;
  AdwStatusPage *failure;
  GtkDropDown *states;
  GtkSearchEntry *search;
  GtkLabel *summary;
  GtkListView *list;
  GtkExpander *problems_expander;
  GtkListView *problems;

  KladkaViewState *state;
  GFile *file;
  GCancellable *cancellable;
  Reading *reading; /* once it is read */
  KladkaImportList *items;
  KladkaRowFeed *feed; /* of them */
};

G_DEFINE_FINAL_TYPE (KladkaImportDialog, kladka_import_dialog, ADW_TYPE_WINDOW)

/* ---- Reading, on a worker thread ---- */

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->preview, kladka_preview_free);
  g_clear_pointer (&reading->drafts, kladka_drafts_free);
  g_object_unref (reading->file);
  kladka_plan_unref (reading->plan);
  kladka_words_unref (reading->words);
}

static void
unref_reading (gpointer data)
{
  g_atomic_rc_box_release_full (data, free_reading);
}

static void
read_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autofree char *name = g_file_get_basename (reading->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kladka_drafts_load (reading->file, cancellable, &error);
  KladkaReadOptions options = { KLADKA_FORMAT_UNKNOWN, KLADKA_TYPE_NONE, name, reading->words };

  if (bytes != NULL)
    {
      options.format = kladka_format_guess (bytes, name);
      reading->drafts = kladka_drafts_read (bytes, &options, cancellable, &error);
    }
  if (reading->drafts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  reading->preview = kladka_preview_new (reading->drafts, reading->plan, reading->words);
  g_task_return_boolean (task, TRUE);
}

/* ---- What the preview says ---- */

static char *
dup_state_text (KladkaPreviewState state, guint n)
{
  switch (state)
    {
    case KLADKA_PREVIEW_NEW:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u new", "%u new", n), n);
    case KLADKA_PREVIEW_CHANGED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u changed", "%u changed", n), n);
    case KLADKA_PREVIEW_SAME:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u the same", "%u the same", n), n);
    case KLADKA_PREVIEW_LEFT_OUT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u left out", "%u left out", n), n);
    case KLADKA_PREVIEW_SUSPECT:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u doubtful", "%u doubtful", n), n);
    }
}

static void
fill_states (KladkaImportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = kladka_preview_get_n_items (self->reading->preview);
  g_autofree char *all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record in all", "%u records in all", n), n);

  gtk_string_list_append (names, all);
  for (guint state = 0; state <= KLADKA_PREVIEW_SUSPECT; state++)
    {
      guint count = kladka_preview_count (self->reading->preview, state);
      g_autofree char *text = dup_state_text (state, count);

      gtk_string_list_append (names, text);
    }
  gtk_drop_down_set_model (self->states, G_LIST_MODEL (names));
}

static void
update_summary (KladkaImportDialog *self)
{
  guint n = kladka_preview_count_taken (self->reading->preview);
  g_autofree char *text = n > 0
                              ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record will be imported in one step",
                                                              "%u records will be imported in one step", n),
                                                 n)
                              : g_strdup (_ ("Nothing would change"));

  gtk_label_set_label (self->summary, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), n > 0);
}

static void
fill_problems (KladkaImportDialog *self)
{
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);
  GPtrArray *problems = kladka_preview_get_problems (self->reading->preview);
  g_autofree char *label = NULL;
  GtkSelectionModel *selection;

  for (guint i = 0; i < problems->len; i++)
    {
      const KladkaProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = problem->line > 0 ? g_strdup_printf (_ ("Line %u: %s"), problem->line, problem->text)
                                                : g_strdup (problem->text);

      gtk_string_list_append (texts, text);
    }
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (texts))));
  gtk_list_view_set_model (self->problems, selection);
  g_object_unref (selection);
  label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u problem in the file", "%u problems in the file", problems->len), problems->len);
  gtk_expander_set_label (self->problems_expander, label);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_expander), problems->len > 0);
}

static void
show_preview (KladkaImportDialog *self)
{
  GtkSelectionModel *selection;

  self->items = kladka_import_list_new (self->reading->preview);
  self->feed = kladka_row_feed_new (G_LIST_MODEL (self->items), GTK_WIDGET (self->list));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (kladka_row_feed_get_model (self->feed))));
  gtk_list_view_set_model (self->list, selection);
  g_object_unref (selection);
  fill_states (self);
  fill_problems (self);
  update_summary (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  /* While it read, only Cancel could have the focus; Enter on what is now shown means Import. */
  gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
}

static void
show_failure (KladkaImportDialog *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failure, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KladkaImportDialog *self = KLADKA_IMPORT_DIALOG (source);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean read = g_task_propagate_boolean (G_TASK (result), &error);

  /* Closed meanwhile. */
  if (self->state == NULL)
    return;
  if (!read)
    {
      show_failure (self, error);
      return;
    }
  self->reading = g_atomic_rc_box_acquire (reading);
  adw_window_title_set_subtitle (self->title, reading->drafts->source);
  show_preview (self);
}

static void
start_reading (KladkaImportDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);
  Reading *reading = g_atomic_rc_box_new0 (Reading);

  *reading = (Reading){ g_object_ref (self->file), kladka_plan_ref (kladka_view_state_get_plan (self->state)),
                        kladka_words_ref (kladka_view_state_get_words (self->state)) };
  g_task_set_task_data (task, reading, unref_reading);
  g_task_run_in_thread (task, read_file);
}

/* ---- Rows ---- */

static void
ticked_cb (KladkaImportDialog *self, guint item, gboolean ticked)
{
  kladka_preview_set_ticked (self->reading->preview, item, ticked);
  update_summary (self);
}

static void
setup_row_cb (KladkaImportDialog *self, GtkListItem *list_item)
{
  GtkWidget *row = kladka_import_row_widget_new ();

  g_signal_connect_object (row, "ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (KladkaImportDialog *self, GtkListItem *list_item)
{
  guint item = kladka_import_row_get_item (gtk_list_item_get_item (list_item));

  kladka_import_row_widget_show (KLADKA_IMPORT_ROW_WIDGET (gtk_list_item_get_child (list_item)), item,
                                 kladka_preview_get_item (self->reading->preview, item),
                                 kladka_view_state_get_words (self->state));
}

static void
setup_problem_cb (KladkaImportDialog *self, GtkListItem *list_item)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "selectable", TRUE, NULL);

  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_problem_cb (KladkaImportDialog *self, GtkListItem *list_item)
{
  GtkStringObject *text = gtk_list_item_get_item (list_item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), gtk_string_object_get_string (text));
}

static void
set_factory (KladkaImportDialog *self, GtkListView *view, GCallback setup, GCallback bind)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (view, factory);
}

/* ---- Callbacks and overrides ---- */

static void
show_rows_cb (KladkaImportDialog *self)
{
  guint place = gtk_drop_down_get_selected (self->states);

  if (self->items != NULL && place != GTK_INVALID_LIST_POSITION)
    kladka_import_list_show (self->items, (int)place - 1, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
show_ticks (KladkaImportDialog *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      KladkaImportRowWidget *row = KLADKA_IMPORT_ROW_WIDGET (gtk_widget_get_first_child (child));
      guint item = kladka_import_row_widget_get_item (row);

      kladka_import_row_widget_set_ticked (row, kladka_preview_get_item (self->reading->preview, item)->ticked);
    }
}

/* All that is listed, not all that there is. */
static void
tick_rows (KladkaImportDialog *self, gboolean ticked)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (KladkaImportRow) row = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      kladka_preview_set_ticked (self->reading->preview, kladka_import_row_get_item (row), ticked);
    }
  show_ticks (self);
  update_summary (self);
}

static void
tick_all_cb (KladkaImportDialog *self)
{
  tick_rows (self, TRUE);
}

static void
untick_all_cb (KladkaImportDialog *self)
{
  tick_rows (self, FALSE);
}

/* For whoever is to mend the file, with the marking of all that may be spoken of. */
static void
copy_problems_cb (KladkaImportDialog *self)
{
  GListModel *texts = G_LIST_MODEL (gtk_list_view_get_model (self->problems));
  KladkaMarking marking = kladka_preview_get_marking (self->reading->preview);
  g_autoptr (GString) text = g_string_new (kladka_marking_get_label (marking));

  for (guint i = 0; i < g_list_model_get_n_items (texts); i++)
    {
      g_autoptr (GtkStringObject) one = g_list_model_get_item (texts, i);

      g_string_append_printf (text, "\n%s", gtk_string_object_get_string (one));
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
import_clicked_cb (KladkaImportDialog *self)
{
  g_autoptr (KladkaEdits) edits = kladka_preview_dup_edits (self->reading->preview);
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *n = g_strdup_printf ("%u", kladka_preview_count_taken (self->reading->preview));
  const char *args[] = { name, n, NULL };

  kladka_view_state_apply (self->state, edits, KLADKA_VERB_IMPORT, args);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
kladka_import_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (KLADKA_IMPORT_DIALOG (window)->cancellable);
  return GTK_WINDOW_CLASS (kladka_import_dialog_parent_class)->close_request (window);
}

static void
kladka_import_dialog_dispose (GObject *object)
{
  KladkaImportDialog *self = KLADKA_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  if (self->items != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->feed);
  g_clear_object (&self->items);
  g_clear_pointer (&self->reading, unref_reading);
  g_clear_object (&self->state);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (kladka_import_dialog_parent_class)->dispose (object);
}

static void
kladka_import_dialog_finalize (GObject *object)
{
  g_object_unref (KLADKA_IMPORT_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (kladka_import_dialog_parent_class)->finalize (object);
}

static void
kladka_import_dialog_class_init (KladkaImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = kladka_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = kladka_import_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportDialog, states);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportDialog, search);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportDialog, list);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportDialog, problems_expander);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportDialog, problems);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_rows_cb);
  gtk_widget_class_bind_template_callback (widget_class, tick_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, untick_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_problems_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kladka_import_dialog_init (KladkaImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  set_factory (self, self->list, G_CALLBACK (setup_row_cb), G_CALLBACK (bind_row_cb));
  set_factory (self, self->problems, G_CALLBACK (setup_problem_cb), G_CALLBACK (bind_problem_cb));
}

KladkaImportDialog *
kladka_import_dialog_new (KladkaViewState *state, GFile *file, GtkWindow *parent)
{
  KladkaImportDialog *self = g_object_new (KLADKA_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = g_file_get_basename (file);

  self->state = g_object_ref (state);
  self->file = g_object_ref (file);
  adw_window_title_set_title (self->title, name);
  start_reading (self);
  return self;
}
