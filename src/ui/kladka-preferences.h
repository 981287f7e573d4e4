/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KLADKA_TYPE_PREFERENCES (kladka_preferences_get_type ())
G_DECLARE_FINAL_TYPE (KladkaPreferences, kladka_preferences, KLADKA, PREFERENCES, AdwPreferencesWindow)

/* @parent: (nullable) */
KladkaPreferences *kladka_preferences_new (GSettings *settings, GtkWindow *parent);

G_END_DECLS
