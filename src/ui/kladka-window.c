/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-i18n.h"
#include "kladka-window-private.h"

#define TELL_AFTER_MS 500 /* who waits longer is told what for */

G_DEFINE_FINAL_TYPE (KladkaWindow, kladka_window, ADW_TYPE_APPLICATION_WINDOW)

KladkaApplication *
kladka_window_get_kladka (KladkaWindow *self)
{
  return KLADKA_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* ---- Title ---- */

static char *
dup_title (KladkaWindow *self)
{
  KladkaPlan *plan = kladka_document_get_plan (self->document);
  const KladkaPlanInfo *info = kladka_plan_get_info (plan);
  KladkaLang lang = kladka_words_get_lang (kladka_view_state_get_words (self->state));
  char *title = info != NULL ? kladka_text3_dup_shown (&info->title, lang) : NULL;

  return title != NULL ? title : g_strdup (_ ("Untitled plan"));
}

static char *
dup_subtitle (KladkaWindow *self)
{
  GFile *file = kladka_document_get_file (self->document);
  KladkaPlan *plan = kladka_document_get_plan (self->document);
  const char *marking = kladka_marking_get_label (kladka_plan_get_default_marking (plan));
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup (_ ("not saved yet"));

  return g_strdup_printf ("%s · %s", name, marking);
}

static void
show_awaited (KladkaWindow *self)
{
  g_autofree char *name = self->awaited != NULL ? g_file_get_basename (self->awaited) : g_strdup ("");

  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, self->awaited != NULL ? _ ("Opening…") : "");
  gtk_window_set_title (GTK_WINDOW (self), *name != '\0' ? name : "Kladka");
}

static void
show_title (KladkaWindow *self)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *subtitle = dup_subtitle (self);
  g_autofree char *marked = g_strconcat (kladka_document_get_modified (self->document) ? "• " : "", title, NULL);

  adw_window_title_set_title (self->title, marked);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), marked);
}

void
kladka_window_update_title (KladkaWindow *self)
{
  if (self->document != NULL)
    show_title (self);
  else
    show_awaited (self);
}

void
kladka_window_toast (KladkaWindow *self, const char *text, const char *button, const char *action)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  if (action != NULL)
    g_set_weak_pointer (&self->offer, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
kladka_window_drop_offer (KladkaWindow *self)
{
  if (self->offer != NULL)
    adw_toast_dismiss (self->offer);
  g_clear_weak_pointer (&self->offer);
}

KladkaActionFacts
kladka_window_get_facts (KladkaWindow *self)
{
  KladkaPlan *plan = self->document != NULL ? kladka_document_get_plan (self->document) : NULL;
  gboolean has_records = FALSE;

  if (plan == NULL)
    return (KladkaActionFacts){ .busy = TRUE, .page = kladka_view_state_get_page (self->state) };
  for (KladkaType type = KLADKA_TYPE_PLAN + 1; type < KLADKA_N_TYPES; type++)
    has_records |= kladka_plan_get_n_records (plan, type) > 0;
  return (KladkaActionFacts){
    .busy = self->saving,
    .modified = kladka_document_get_modified (self->document),
    .has_file = kladka_document_get_file (self->document) != NULL,
    .can_undo = kladka_document_get_can_undo (self->document),
    .can_redo = kladka_document_get_can_redo (self->document),
    .has_records = has_records,
    .has_selection = kladka_view_state_get_selection (self->state) != 0,
    .has_cell = kladka_view_state_get_cell (self->state)->chosen,
    .can_go_back = kladka_trail_can_go (&self->trail, -1),
    .can_go_forward = kladka_trail_can_go (&self->trail, 1),
    .page = kladka_view_state_get_page (self->state),
  };
}

/* ---- What follows the first frame ---- */

static void
complete (KladkaWindow *self)
{
  if (self->complete)
    return;
  self->complete = TRUE;
  if (self->document == NULL && self->awaited == NULL)
    kladka_application_fill_new (kladka_window_get_kladka (self), self);
  kladka_window_show_page (self);
  kladka_window_update_search (self);
  kladka_window_fill_menus (self);
  /* Of all windows, the dialogs too. */
  if (gtk_window_get_default_icon_name () == NULL)
    gtk_window_set_default_icon_name ("org.kladka.Kladka");
}

static gboolean
tell_awaited_cb (gpointer data)
{
  KladkaWindow *self = data;
  g_autofree char *name = g_file_get_basename (self->awaited);
  g_autofree char *text = g_strdup_printf (_ ("Opening “%s”…"), name);
  GtkWidget *spinner = g_object_new (GTK_TYPE_SPINNER, "spinning", TRUE, "width-request", 32, "height-request", 32,
                                     "halign", GTK_ALIGN_CENTER, NULL);

  self->awaited_timeout = 0;
  gtk_stack_add_named (self->pages, g_object_new (ADW_TYPE_STATUS_PAGE, "title", text, "child", spinner, NULL),
                       "awaited");
  return G_SOURCE_REMOVE;
}

static gboolean
complete_cb (gpointer data)
{
  KladkaWindow *self = data;

  if (self->state != NULL)
    complete (self);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, KladkaWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, self);
  g_idle_add_full (G_PRIORITY_DEFAULT, complete_cb, g_object_ref (self), g_object_unref);
}

/* ---- Overrides ---- */

static void
kladka_window_map (GtkWidget *widget)
{
  KladkaWindow *self = KLADKA_WINDOW (widget);

  GTK_WIDGET_CLASS (kladka_window_parent_class)->map (widget);
  /* Who waits for the program first sees its window, then in the next frame what is in it. */
  if (!self->complete)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb), self, 0);
}

static void
save_geometry (KladkaWindow *self)
{
  int width, height;

  if (self->settings == NULL || self->state == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 420));
  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_string (self->settings, "page", kladka_page_get_name (kladka_view_state_get_page (self->state)));
  g_settings_set_boolean (self->settings, "pane-visible", self->pane_wanted);
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, "sidebar-visible", adw_flap_get_reveal_flap (self->flap));
  if (gtk_widget_get_visible (GTK_WIDGET (self->panes)))
    g_settings_set_int (self->settings, "pane-width",
                        CLAMP (gtk_widget_get_width (GTK_WIDGET (self->panes)), 280, 4000));
}

static gboolean
kladka_window_close_request (GtkWindow *window)
{
  KladkaWindow *self = KLADKA_WINDOW (window);

  if (!self->may_close && kladka_window_hold_close (self))
    return GDK_EVENT_STOP;
  save_geometry (self);
  return GTK_WINDOW_CLASS (kladka_window_parent_class)->close_request (window);
}

static void
kladka_window_dispose (GObject *object)
{
  KladkaWindow *self = KLADKA_WINDOW (object);

  /* Pages that go may still tell the state something. */
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->awaited_timeout, g_source_remove);
  g_clear_weak_pointer (&self->offer);
  g_clear_object (&self->awaited);
  g_clear_object (&self->document);
  g_clear_object (&self->state);
  g_clear_object (&self->settings);
  g_clear_object (&self->target);
  kladka_trail_clear (&self->trail);
  G_OBJECT_CLASS (kladka_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, header);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, as_of_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, recovery_bar);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, recovery_label);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, KladkaWindow, panes);
}

static void
kladka_window_class_init (KladkaWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_window_dispose;
  widget_class->map = kladka_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = kladka_window_close_request;
  g_type_ensure (KLADKA_TYPE_AS_OF_BUTTON);
  g_type_ensure (KLADKA_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback_full (widget_class, "recovery_response_cb",
                                                G_CALLBACK (kladka_window_respond_to_recovery));
  gtk_widget_class_bind_template_callback_full (widget_class, "search_changed_cb",
                                                G_CALLBACK (kladka_window_take_search));
}

static void
kladka_window_init (KladkaWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

/* ---- Public ---- */

static void
restore_geometry (KladkaWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "sidebar-visible"));
  self->pane_wanted = g_settings_get_boolean (self->settings, "pane-visible");
}

KladkaWindow *
kladka_window_new (KladkaApplication *application, KladkaDocument *document, KladkaViewState *state)
{
  KladkaWindow *self = g_object_new (KLADKA_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (kladka_application_get_settings (application));
  self->state = g_object_ref (state);
  kladka_trail_init (&self->trail, (KladkaPlace){ kladka_view_state_get_page (state), 0 });
  restore_geometry (self);
  kladka_sidebar_set_state (self->sidebar, state);
  kladka_as_of_button_set_state (self->as_of_button, state);
  kladka_window_add_actions (self);
  kladka_window_connect_state (self);
  kladka_window_update_search (self);
  kladka_window_update_title (self);
  kladka_window_update_actions (self);
  if (document != NULL)
    kladka_window_set_document (self, document);
  return self;
}

void
kladka_window_await (KladkaWindow *self, GFile *file)
{
  g_set_object (&self->awaited, file);
  self->awaited_timeout = g_timeout_add (TELL_AFTER_MS, tell_awaited_cb, self);
  kladka_window_update_title (self);
}

void
kladka_window_set_document (KladkaWindow *self, KladkaDocument *document)
{
  GtkWidget *awaited = gtk_stack_get_child_by_name (self->pages, "awaited");

  g_return_if_fail (self->document == NULL);
  g_clear_handle_id (&self->awaited_timeout, g_source_remove);
  if (awaited != NULL)
    gtk_stack_remove (self->pages, awaited);
  self->document = g_object_ref (document);
  kladka_window_connect_document (self);
  if (kladka_view_state_get_plan (self->state) != kladka_document_get_plan (document))
    kladka_view_state_set_plan (self->state, kladka_document_get_plan (document));
  if (self->complete)
    kladka_window_show_page (self);
  kladka_window_update_title (self);
  kladka_window_update_pane (self);
  kladka_window_update_actions (self);
}

KladkaWindow *
kladka_window_rebuild (KladkaWindow *self, KladkaWords *words)
{
  g_autoptr (KladkaViewState) state = kladka_view_state_new_in_words (self->state, words);
  g_autoptr (KladkaWindow) alive = g_object_ref (self);
  KladkaWindow *other;

  /* Who waits for its plan waits in this window. */
  if (self->document == NULL)
    return self;
  save_geometry (self);
  other = kladka_window_new (kladka_window_get_kladka (self), self->document, state);
  complete (other);
  if (gtk_info_bar_get_revealed (self->recovery_bar))
    kladka_window_reveal_recovery (other);
  gtk_label_set_label (other->recovery_label, gtk_label_get_label (self->recovery_label));
  gtk_window_present (GTK_WINDOW (other));
  gtk_window_destroy (GTK_WINDOW (self));
  /* Whoever waits for an answer or a file still holds it: its dialogs go now, and it has no document any more. */
  g_object_run_dispose (G_OBJECT (alive));
  return other;
}

KladkaDocument *
kladka_window_get_document (KladkaWindow *self)
{
  return self->document;
}

GFile *
kladka_window_get_file (KladkaWindow *self)
{
  return self->document != NULL ? kladka_document_get_file (self->document) : self->awaited;
}

KladkaViewState *
kladka_window_get_state (KladkaWindow *self)
{
  return self->state;
}

gboolean
kladka_window_is_untouched (KladkaWindow *self)
{
  if (self->document == NULL)
    return self->awaited == NULL;
  return kladka_document_get_file (self->document) == NULL && !kladka_document_get_can_undo (self->document)
         && !kladka_document_get_can_redo (self->document) && !kladka_document_get_recovered (self->document);
}

gboolean
kladka_window_is_complete (KladkaWindow *self)
{
  return self->complete && self->document != NULL;
}
