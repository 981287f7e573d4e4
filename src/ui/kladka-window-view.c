/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window follows its view state: page, pane, search. */

#include "kladka-pages.h"
#include "kladka-window-private.h"

void
kladka_window_show_page (KladkaWindow *self)
{
  KladkaPage page = kladka_view_state_get_page (self->state);
  const char *name = kladka_page_get_name (page);

  if (self->document == NULL)
    return;
  if (gtk_stack_get_child_by_name (self->pages, name) == NULL)
    gtk_stack_add_named (self->pages, kladka_page_widget_new (page, self->state, self->settings), name);
  gtk_stack_set_visible_child_name (self->pages, name);
}

static void
ensure_pane (KladkaWindow *self, const char *name)
{
  GtkWidget *pane = gtk_stack_get_child_by_name (self->panes, name);

  if (pane == NULL)
    {
      pane = g_str_equal (name, "explain") ? kladka_explain_pane_widget_new (self->state)
                                           : kladka_record_pane_widget_new (self->state);
      gtk_stack_add_named (self->panes, pane, name);
    }
  gtk_stack_set_visible_child (self->panes, pane);
}

static void
place_pane (KladkaWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->paned));
  int pane = g_settings_get_int (self->settings, "pane-width");

  if (width > 0)
    gtk_paned_set_position (self->paned, MAX (320, width - pane));
}

void
kladka_window_update_pane (KladkaWindow *self)
{
  KladkaActionFacts facts = kladka_window_get_facts (self);
  gboolean shown = self->pane_wanted && kladka_pane_has_content (&facts);

  if (shown && facts.page == KLADKA_PAGE_COVERAGE && !facts.has_selection)
    ensure_pane (self, "explain");
  else if (shown && facts.has_selection)
    ensure_pane (self, "record");
  if (shown == gtk_widget_get_visible (GTK_WIDGET (self->panes)))
    return;
  place_pane (self);
  gtk_widget_set_visible (GTK_WIDGET (self->panes), shown);
}

static void
remember_place (KladkaWindow *self)
{
  if (!self->going)
    kladka_trail_visit (&self->trail, (KladkaPlace){ kladka_view_state_get_page (self->state),
                                                     kladka_view_state_get_selection (self->state) });
}

void
kladka_window_take_search (KladkaWindow *self)
{
  kladka_view_state_set_search_text (self->state, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* Tables have an entry of their own; charts share the window's, which comes after the first frame with them. */
void
kladka_window_update_search (KladkaWindow *self)
{
  const char *filtered = kladka_view_state_get_filter (self->state)->text;
  g_autofree char *text = g_strdup (filtered != NULL ? filtered : "");
  gboolean used = kladka_page_get_type_of (kladka_view_state_get_page (self->state)) == KLADKA_TYPE_NONE;

  gtk_widget_set_visible (GTK_WIDGET (self->search_bar), used && self->complete);
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))))
    {
      /* The entry is emptied first, which it would tell as a search for nothing. */
      g_signal_handlers_block_by_func (self->search_entry, kladka_window_take_search, self);
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
      g_signal_handlers_unblock_by_func (self->search_entry, kladka_window_take_search, self);
    }
  if (used && *text != '\0')
    gtk_search_bar_set_search_mode (self->search_bar, TRUE);
}

static void
page_changed_cb (KladkaWindow *self)
{
  kladka_window_show_page (self);
  kladka_window_update_search (self);
  remember_place (self);
  kladka_window_update_pane (self);
  kladka_window_update_actions (self);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
selection_changed_cb (KladkaWindow *self)
{
  /* Who picks another record wants to see it. */
  remember_place (self);
  kladka_window_update_pane (self);
  kladka_window_update_actions (self);
}

static void
cell_changed_cb (KladkaWindow *self)
{
  /* The pane shows what was chosen last. */
  if (kladka_view_state_get_cell (self->state)->chosen
      && kladka_view_state_get_page (self->state) == KLADKA_PAGE_COVERAGE)
    kladka_view_state_select (self->state, 0);
  kladka_window_update_pane (self);
  kladka_window_update_actions (self);
}

static void
spec_changed_cb (KladkaWindow *self)
{
  g_settings_set_boolean (self->settings, "include-unverified",
                          kladka_view_state_get_spec (self->state)->include_unverified);
}

void
kladka_window_connect_state (KladkaWindow *self)
{
  KladkaViewState *state = self->state;

  g_signal_connect_object (state, "page-changed", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "cell-changed", G_CALLBACK (cell_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "filter-changed", G_CALLBACK (kladka_window_update_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "spec-changed", G_CALLBACK (spec_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "apply", G_CALLBACK (kladka_window_apply), self, G_CONNECT_SWAPPED);
}
