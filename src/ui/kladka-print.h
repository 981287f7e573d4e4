/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-briefing.h"

G_BEGIN_DECLS

/* The print operation of a briefing, page for page as laid out. (transfer full) */
GtkPrintOperation *kladka_print_new (KladkaBriefing *briefing, gboolean a3);

/* Shows the system's print dialog and prints. TRUE also where somebody cancelled. Errors: GtkPrintError */
gboolean kladka_print_run (KladkaBriefing *briefing, gboolean a3, GtkWindow *parent, GError **error);

G_END_DECLS
