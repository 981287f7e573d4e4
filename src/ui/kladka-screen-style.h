/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-style.h"

G_BEGIN_DECLS

/* The chart style for the screen as it is now: light or dark, high contrast, the theme's own colours. */
void kladka_screen_style_init (KladkaStyle *self, GtkWidget *widget);
/* In the font of @widget, as large as the user wants texts. */
KladkaMeasure *kladka_screen_measure_new (GtkWidget *widget);

G_END_DECLS
