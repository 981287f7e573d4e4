/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-picks.h"

G_BEGIN_DECLS

/**
 * KladkaPicker:
 *
 * A popover to pick one of some things, or several: type to find, arrows and Enter to pick, Esc to leave.
 *
 * Signal "picked" (guint pick): one was picked; G_MAXUINT for none of them. With several, it toggles and the popover
 * stays open.
 */
#define KLADKA_TYPE_PICKER (kladka_picker_get_type ())
G_DECLARE_FINAL_TYPE (KladkaPicker, kladka_picker, KLADKA, PICKER, GtkPopover)

GtkWidget *kladka_picker_new (gboolean several);
/* @picks: (transfer full); @chosen: (transfer full) (element-type guint): which are ticked */
void kladka_picker_set_picks (KladkaPicker *self, KladkaPicks *picks, GArray *chosen);
const KladkaPicks *kladka_picker_get_picks (KladkaPicker *self);
/* The ticked ones, by rising number. */
const GArray *kladka_picker_get_chosen (KladkaPicker *self);
/* As a person does. */
void kladka_picker_type (KladkaPicker *self, const char *text);
void kladka_picker_pick_first (KladkaPicker *self);

G_END_DECLS
