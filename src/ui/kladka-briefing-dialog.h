/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaBriefingDialog:
 *
 * What the briefing shall be like, and how many pages that makes; then prints it or writes it as PDF. Signal "exported"
 * (const char *name) once a file is there.
 */
#define KLADKA_TYPE_BRIEFING_DIALOG (kladka_briefing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KladkaBriefingDialog, kladka_briefing_dialog, KLADKA, BRIEFING_DIALOG, AdwWindow)

/* @locale_dir: of the catalogues, for a briefing in another language than the program's */
KladkaBriefingDialog *kladka_briefing_dialog_new (KladkaViewState *state,
                                                  GSettings *settings,
                                                  const char *locale_dir,
                                                  gboolean to_pdf,
                                                  GtkWindow *parent);

G_END_DECLS
