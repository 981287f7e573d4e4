/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaImportDialog:
 *
 * Reads a file on a worker thread, shows what importing it would do, record by record with its ticks and reasons, and
 * does it as one step. Nothing is changed before.
 */
#define KLADKA_TYPE_IMPORT_DIALOG (kladka_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KladkaImportDialog, kladka_import_dialog, KLADKA, IMPORT_DIALOG, AdwWindow)

KladkaImportDialog *kladka_import_dialog_new (KladkaViewState *state, GFile *file, GtkWindow *parent);

G_END_DECLS
