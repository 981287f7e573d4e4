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
void kladka_application_open_sample (KladkaApplication *self, GtkWindow *parent);

G_END_DECLS
