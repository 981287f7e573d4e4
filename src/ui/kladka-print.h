/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-briefing.h"

G_BEGIN_DECLS

/* The print operation of a briefing, page for page as laid out. (transfer full) */
GtkPrintOperation *kladka_print_new (KladkaBriefing *briefing, gboolean a3);

/* Shows the system's print dialog where the action has one, and returns when the pages are on their way.
 * Errors: GtkPrintError and those of files. */
GtkPrintOperationResult
kladka_print_run (GtkPrintOperation *operation, GtkPrintOperationAction action, GtkWindow *parent, GError **error);

G_END_DECLS
