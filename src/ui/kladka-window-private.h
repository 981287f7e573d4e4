/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Between the files of the window. */

#include "kladka-action-state.h"
#include "kladka-as-of-button.h"
#include "kladka-sidebar.h"
#include "kladka-trail.h"
#include "kladka-window.h"

G_BEGIN_DECLS

struct _KladkaWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwToast *offer; /* the one that offers to undo or redo; weak */
  AdwFlap *flap;
  KladkaSidebar *sidebar;
  AdwSplitButton *open_button;
  AdwSplitButton *add_button;
  GMenuModel *primary_menu;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  GtkButton *undo_button;
  GtkButton *redo_button;
  KladkaAsOfButton *as_of_button;
  GtkInfoBar *recovery_bar;
  GtkLabel *recovery_label;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkPaned *paned;
  GtkStack *pages;
  GtkStack *panes;

  GSettings *settings;
  KladkaDocument *document;
  KladkaViewState *state;
  GFile *awaited; /* is being opened */
  guint awaited_timeout;
  KladkaTrail trail;
  gboolean going;       /* back or forward: not a place of its own */
  gboolean pane_wanted; /* F9 */
  gboolean saving;
  GFile *target;    /* of the newest saving; NULL = the document's own file */
  gboolean closing; /* after saving */
  gboolean may_close;
  gboolean complete; /* has its page and menus */
};

/* kladka-window-actions.c */
void kladka_window_add_actions (KladkaWindow *self);
void kladka_window_fill_menus (KladkaWindow *self);
void kladka_window_update_actions (KladkaWindow *self);
void kladka_window_connect_document (KladkaWindow *self);
void kladka_window_apply (KladkaWindow *self, const KladkaEdits *edits, const char *verb, const char *const *args);

/* kladka-window-files.c */
void kladka_window_save (KladkaWindow *self);
void kladka_window_save_as (KladkaWindow *self);
/* @file: (nullable): NULL = the document's own; @overwrite: whatever is there now */
void kladka_window_save_to (KladkaWindow *self, GFile *file, gboolean overwrite);
/* Closes and lets go of what is not saved. */
void kladka_window_discard (KladkaWindow *self);
/* TRUE where it asks or saves first. */
gboolean kladka_window_hold_close (KladkaWindow *self);
GMenuModel *kladka_window_new_recent_menu (KladkaWindow *self);

/* kladka-window-conflict.c */
void kladka_window_ask_about_conflict (KladkaWindow *self);

/* kladka-window-recovery.c: GTK_RESPONSE_OK = save, CANCEL = drop, APPLY = compare, CLOSE = go on */
void kladka_window_respond_to_recovery (KladkaWindow *self, int response);
/* Shows the bar that says what was restored. */
void kladka_window_reveal_recovery (KladkaWindow *self);

/* kladka-window-exchange.c */
void kladka_window_import (KladkaWindow *self);
void kladka_window_export (KladkaWindow *self);
void kladka_window_print (KladkaWindow *self, gboolean to_pdf);

/* kladka-window-view.c */
void kladka_window_connect_state (KladkaWindow *self);
void kladka_window_show_page (KladkaWindow *self);
void kladka_window_update_pane (KladkaWindow *self);
void kladka_window_update_search (KladkaWindow *self);
/* What was typed into the search entry. */
void kladka_window_take_search (KladkaWindow *self);

/* kladka-window.c */
void kladka_window_update_title (KladkaWindow *self);
/* One with a button goes as soon as the plan changes again: it would then do something else than it says. */
void kladka_window_toast (KladkaWindow *self, const char *text, const char *button, const char *action);
void kladka_window_drop_offer (KladkaWindow *self);
KladkaApplication *kladka_window_get_kladka (KladkaWindow *self);
KladkaActionFacts kladka_window_get_facts (KladkaWindow *self);

G_END_DECLS
