/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Between the files of the application. */

#include "kladka-application.h"

G_BEGIN_DECLS

/* app.* and all keys. */
void kladka_application_add_actions (KladkaApplication *self);

/* A window for each working copy that a crash left; says what cannot be read. TRUE if any window came of it. */
gboolean kladka_application_show_recoveries (KladkaApplication *self);
/* @parent: (nullable): none at the start */
void kladka_application_open_sample (KladkaApplication *self, GtkWindow *parent);
/* For who waits for the program: a window at once, the file in it as soon as it is read. */
void kladka_application_start_with (KladkaApplication *self, GFile *file, gboolean as_copy);
/* A window whose plan is still to come: @file, or (NULL) a new one. */
GtkWindow *kladka_application_show_waiting (KladkaApplication *self, GFile *file);

G_END_DECLS
