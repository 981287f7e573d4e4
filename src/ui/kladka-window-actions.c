/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-cell-entry.h"
#include "kladka-form-acts.h"
#include "kladka-i18n.h"
#include "kladka-message.h"
#include "kladka-window-private.h"

/* ---- Changing the plan ---- */

static const char *
get_label (const KladkaStep *step)
{
  const char *const *args = kladka_step_get_args (step);

  return args != NULL && args[0] != NULL && args[1] != NULL ? args[1] : "";
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KladkaWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!kladka_document_apply_finish (KLADKA_DOCUMENT (source), result, &error) && self->document != NULL)
    kladka_message_show_error (GTK_WINDOW (self), _ ("This change was not made"), error);
}

void
kladka_window_apply (KladkaWindow *self, const KladkaEdits *edits, const char *verb, const char *const *args)
{
  if (self->document != NULL)
    kladka_document_apply_async (self->document, edits, verb, args, applied_cb, g_object_ref (self));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KladkaWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!kladka_document_undo_finish (KLADKA_DOCUMENT (source), result, &error) && self->document != NULL)
    kladka_message_show_error (GTK_WINDOW (self), _ ("This cannot be undone or redone"), error);
}

static void
show_step (KladkaWindow *self, const KladkaStep *step)
{
  const char *verb = kladka_step_get_verb (step);
  g_autofree char *text = NULL;

  if (g_str_equal (verb, KLADKA_VERB_DELETE))
    {
      text = g_strdup_printf (_ ("“%s” deleted"), get_label (step));
      kladka_window_toast (self, text, _ ("_Undo"), "win.undo");
    }
  else if (g_str_equal (verb, KLADKA_VERB_IMPORT))
    {
      text = kladka_step_dup_sentence (step, kladka_view_state_get_words (self->state));
      kladka_window_toast (self, text, _ ("_Undo"), "win.undo");
    }
  else if (g_str_equal (verb, KLADKA_VERB_UNDO) || g_str_equal (verb, KLADKA_VERB_REDO))
    {
      gboolean undone = g_str_equal (verb, KLADKA_VERB_UNDO);

      text = kladka_step_dup_sentence (step, kladka_view_state_get_words (self->state));
      kladka_window_toast (self, text, undone ? _ ("_Redo") : _ ("_Undo"), undone ? "win.redo" : "win.undo");
    }
}

static void
changed_cb (KladkaWindow *self, KladkaStep *step)
{
  kladka_view_state_set_plan (self->state, kladka_document_get_plan (self->document));
  kladka_window_drop_offer (self);
  if (step != NULL)
    show_step (self, step);
  kladka_window_update_title (self);
  kladka_window_update_pane (self);
  kladka_window_update_actions (self);
}

static void
notify_cb (KladkaWindow *self)
{
  kladka_window_update_title (self);
  kladka_window_update_actions (self);
}

void
kladka_window_connect_document (KladkaWindow *self)
{
  static const char *const names[] = { "notify::modified", "notify::can-undo", "notify::can-redo", "notify::file" };

  g_signal_connect_object (self->document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_object (self->document, names[i], G_CALLBACK (notify_cb), self, G_CONNECT_SWAPPED);
}

/* ---- Sensitivity ---- */

static void
set_step_tooltip (KladkaWindow *self, GtkButton *button, const char *plain, const KladkaStep *step)
{
  g_autofree char *sentence =
      step != NULL ? kladka_step_dup_sentence (step, kladka_view_state_get_words (self->state)) : NULL;
  g_autofree char *text = sentence != NULL ? g_strdup_printf ("%s: %s", plain, sentence) : g_strdup (plain);

  /* To set it makes GTK ask the display what the pointer is on, each time. */
  if (g_strcmp0 (text, gtk_widget_get_tooltip_text (GTK_WIDGET (button))) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (button), text);
}

void
kladka_window_update_actions (KladkaWindow *self)
{
  KladkaActionFacts facts = kladka_window_get_facts (self);
  const KladkaStep *undo = self->document != NULL ? kladka_document_get_undo_step (self->document) : NULL;
  const KladkaStep *redo = self->document != NULL ? kladka_document_get_redo_step (self->document) : NULL;

  for (guint i = 0; i < KLADKA_N_COMMANDS; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), kladka_command_get_name (i));

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), kladka_command_is_enabled (i, &facts));
    }
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self), "page"),
                         g_variant_new_string (kladka_page_get_name (facts.page)));
  set_step_tooltip (self, self->undo_button, _ ("Undo"), undo);
  set_step_tooltip (self, self->redo_button, _ ("Redo"), redo);
}

/* ---- Adding and deleting ---- */

static void
add_record (KladkaWindow *self, KladkaType type)
{
  if (self->document == NULL)
    return;
  self->pane_wanted = TRUE;
  kladka_form_add (self->state, type, NULL, 0);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaWindow *self = data;
  KladkaPage page = kladka_view_state_get_page (self->state);
  KladkaType type = kladka_page_get_type_of (page);

  if (type == KLADKA_TYPE_NONE)
    type = page == KLADKA_PAGE_TIMELINE ? KLADKA_TYPE_PROJECT : KLADKA_TYPE_NEED;
  add_record (self, type);
}

static void
add_of_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const KladkaTypeInfo *info = kladka_type_find (g_variant_get_string (parameter, NULL));

  if (info != NULL)
    add_record (data, info->type);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaWindow *self = data;

  kladka_form_delete (self->state, kladka_view_state_get_selection (self->state));
}

/* ---- The others ---- */

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaWindow *self = data;

  if (!kladka_cell_entry_undo_typing (gtk_window_get_focus (GTK_WINDOW (self))))
    kladka_document_undo_async (self->document, undone_cb, g_object_ref (self));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaWindow *self = data;

  kladka_document_redo_async (self->document, undone_cb, g_object_ref (self));
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kladka_window_save (data);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kladka_window_save_as (data);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaWindow *self = data;
  GtkWidget *page;

  /* The overview lists nothing that could be searched. */
  if (kladka_view_state_get_page (self->state) == KLADKA_PAGE_OVERVIEW)
    kladka_view_state_set_page (self->state, KLADKA_PAGE_NEEDS);
  page = gtk_stack_get_visible_child (self->pages);
  if (page != NULL && gtk_widget_activate_action (page, "page.search", NULL))
    return;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
go (KladkaWindow *self, int steps)
{
  KladkaPlace place = kladka_trail_go (&self->trail, steps);

  self->going = TRUE;
  kladka_view_state_set_page (self->state, place.page);
  if (place.selection != 0 && kladka_plan_get (kladka_view_state_get_plan (self->state), place.selection) != NULL)
    kladka_view_state_select (self->state, place.selection);
  self->going = FALSE;
  kladka_window_update_actions (self);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go (data, -1);
}

static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go (data, 1);
}

static void
toggle_pane_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaWindow *self = data;

  self->pane_wanted = !self->pane_wanted;
  kladka_window_update_pane (self);
}

static void
toggle_sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaWindow *self = data;

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/* A chart knows where one works on it; the others begin at their beginning. */
static gboolean
enter_part (GtkWidget *part)
{
  return part != NULL && gtk_widget_get_mapped (part)
         && (gtk_widget_grab_focus (part) || gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD));
}

/* From the list of pages to the page, to the side pane, and round again. */
static void
next_part_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaWindow *self = data;
  GtkWidget *parts[] = { GTK_WIDGET (self->sidebar), gtk_stack_get_visible_child (self->pages),
                         gtk_stack_get_visible_child (self->panes) };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint here = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (focus != NULL && parts[i] != NULL && gtk_widget_is_ancestor (focus, parts[i]))
      here = i;
  for (guint i = 1; i < G_N_ELEMENTS (parts); i++)
    if (enter_part (parts[(here + i) % G_N_ELEMENTS (parts)]))
      break;
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}

static void
fullscreen_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (gtk_window_is_fullscreen (data))
    gtk_window_unfullscreen (data);
  else
    gtk_window_fullscreen (data);
}

/* Not where GtkApplication would look for it: that makes one for each window before anybody asks. */
static GtkShortcutsWindow *
ensure_shortcuts (GtkApplicationWindow *window)
{
  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/kladka/Kladka/ui/kladka-shortcuts.ui");

      gtk_application_window_set_help_overlay (window,
                                               GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }
  return gtk_application_window_get_help_overlay (window);
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (ensure_shortcuts (data)));
}

static void
menu_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (KLADKA_WINDOW (data)->menu_button);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_close (data);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kladka_window_print (data, FALSE);
}

static void
export_pdf_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kladka_window_print (data, TRUE);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kladka_window_export (data);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kladka_window_import (data);
}

static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaWindow *self = data;
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint page = 0; page < KLADKA_N_PAGES; page++)
    if (g_str_equal (name, kladka_page_get_name (page)))
      kladka_view_state_set_page (self->state, page);
}

/* The plan's own record has no page: its form stands beside any table. */
static void
properties_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaWindow *self = data;
  KladkaPlan *plan = kladka_view_state_get_plan (self->state);
  const KladkaPlanInfo *info = plan != NULL ? kladka_plan_get_info (plan) : NULL;

  if (info == NULL)
    return;
  if (!kladka_page_has_pane (kladka_view_state_get_page (self->state)))
    kladka_view_state_set_page (self->state, KLADKA_PAGE_NEEDS);
  self->pane_wanted = TRUE;
  kladka_view_state_select (self->state, info->base.ref);
  kladka_window_update_pane (self);
  kladka_view_state_focus_record (self->state, info->base.ref);
}

static void
page_state_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  g_simple_action_set_state (action, value);
}

static GMenuModel *
new_add_menu (KladkaWindow *self)
{
  static const KladkaType types[] = { KLADKA_TYPE_NEED,         KLADKA_TYPE_PROJECT,    KLADKA_TYPE_OFFER,
                                      KLADKA_TYPE_ORGANISATION, KLADKA_TYPE_CAPABILITY, KLADKA_TYPE_INITIATIVE };
  KladkaWords *words = kladka_view_state_get_words (self->state);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      const KladkaTypeInfo *info = kladka_type_get (types[i]);
      g_autofree char *action = g_strconcat ("win.add-of::", info->name, NULL);

      g_menu_append (menu, kladka_words_get_c (words, "type", info->label), action);
    }
  return G_MENU_MODEL (menu);
}

static void
fill_recent_menu (KladkaWindow *self)
{
  g_autoptr (GMenuModel) recent = kladka_window_new_recent_menu (self);

  adw_split_button_set_menu_model (self->open_button, recent);
}

void
kladka_window_fill_menus (KladkaWindow *self)
{
  g_autoptr (GMenuModel) add = new_add_menu (self);

  fill_recent_menu (self);
  /* A plan that is opened or saved while the window stands belongs into its menu too. */
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_recent_menu), self,
                           G_CONNECT_SWAPPED);
  adw_split_button_set_menu_model (self->add_button, add);
  gtk_menu_button_set_menu_model (self->menu_button, self->primary_menu);
}

void
kladka_window_add_actions (KladkaWindow *self)
{
  static const GActionEntry entries[] = {
    { "save", save_cb },
    { "save-as", save_as_cb },
    { "undo", undo_cb },
    { "redo", redo_cb },
    { "add", add_cb },
    { "add-of", add_of_cb, "s" },
    { "delete", delete_cb },
    { "search", search_cb },
    { "back", back_cb },
    { "forward", forward_cb },
    { "toggle-pane", toggle_pane_cb },
    { "toggle-sidebar", toggle_sidebar_cb },
    { "next-part", next_part_cb },
    { "fullscreen", fullscreen_cb },
    { "show-help-overlay", shortcuts_cb },
    { "menu", menu_cb },
    { "close", close_cb },
    { "print", print_cb },
    { "export-pdf", export_pdf_cb },
    { "export", export_cb },
    { "import", import_cb },
    { "properties", properties_cb },
    { "page", page_cb, "s", "'overview'", page_state_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
