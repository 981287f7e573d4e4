/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaExportDialog:
 *
 * Writes the plan as JSON, or one kind of record as CSV, below a ceiling. Signal "exported" (const char *name) once the
 * file is there.
 */
#define KLADKA_TYPE_EXPORT_DIALOG (kladka_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KladkaExportDialog, kladka_export_dialog, KLADKA, EXPORT_DIALOG, AdwWindow)

KladkaExportDialog *kladka_export_dialog_new (KladkaViewState *state, GSettings *settings, GtkWindow *parent);
/* What would be written now, without asking for a file; for tests. (transfer full) */
GBytes *kladka_export_dialog_dup_bytes (KladkaExportDialog *self);

G_END_DECLS
