/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-briefing.h"

G_BEGIN_DECLS

/* The print operation of a briefing, page for page as laid out. (transfer full) */
GtkPrintOperation *kladka_print_new (KladkaBriefing *briefing, gboolean a3);

/* Shows the system's print dialog and returns at once; the operation's signal "done" tells how it ended. */
void kladka_print_run (GtkPrintOperation *operation, GtkWindow *parent);

G_END_DECLS
