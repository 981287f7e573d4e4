/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-window.h"
#include "shot.h"

G_BEGIN_DECLS

/* The real program within a test: application, settings in memory, a state folder of its own. */
typedef struct {
  KladkaApplication *application;
  GSettings *settings;
  char *dir; /* for files */
} UiFixture;

void ui_fixture_init (UiFixture *self);
/* Closes what is open without asking. */
void ui_fixture_clear (UiFixture *self);
/* Until nothing waits to be done: windows are built anew in another language only when the program has time. */
void ui_fixture_settle (void);

/* A window on a new plan, or on the sample plan as an untitled copy; shown and drawn. (transfer none) */
KladkaWindow *ui_fixture_open_new (UiFixture *self);
KladkaWindow *ui_fixture_open_sample (UiFixture *self);
/* The window on top of the others; NULL if there is none. */
KladkaWindow *ui_fixture_get_window (UiFixture *self);
guint ui_fixture_count_windows (UiFixture *self);
/* The window that is built anew in another language; shown. (transfer none) */
KladkaWindow *ui_fixture_switch_language (UiFixture *self, const char *code);
GFile *ui_fixture_get_file (UiFixture *self, const char *name); /* (transfer full) */

/* The first descendant of a type (by name), in order; NULL. With @label: that shows this text. */
GtkWidget *ui_find (GtkWidget *root, const char *type, const char *label);
/* A toplevel of a type; NULL. */
GtkWidget *ui_find_toplevel (const char *type);
void ui_activate (KladkaWindow *window, const char *action, const char *target);
/* Of an action "win.@name". */
gboolean ui_is_enabled (KladkaWindow *window, const char *name);
/* Waits for the question that offers this answer, and gives it. */
void ui_respond (const char *answer);
/* Closes it without a question. Where nothing is to be discarded, an unlocked working copy stays behind, as after a
 * crash. */
void ui_end (KladkaWindow *window, gboolean discard);

KladkaPlan *ui_get_plan (KladkaWindow *window);
guint ui_count_needs (KladkaWindow *window);
/* As the menu does; waits until the plan has it. */
void ui_add_need (KladkaWindow *window);
/* Saves under that name and waits for it. */
void ui_save_as (KladkaWindow *window, GFile *file);

G_END_DECLS
