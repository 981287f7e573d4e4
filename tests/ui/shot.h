/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Runs the main loop until @condition holds or half a minute is over; whether it holds. */
#define WAIT_FOR(condition)                                                                                            \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    gint64 end_ = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;                                                   \
    while (!(condition) && g_get_monotonic_time () < end_)                                                             \
      g_main_context_iteration (NULL, FALSE) || (g_usleep (1000), TRUE);                                               \
    g_assert_true (condition);                                                                                         \
  }                                                                                                                    \
  G_STMT_END

/* Runs the main loop until nothing is to be done for a while and the frame clock has drawn. */
void shot_settle (guint milliseconds);

/* As if the key came to @widget on its way to who has the keyboard: to what we put there, before GTK. Whether that took
 * it. */
gboolean shot_press (GtkWidget *widget, guint key, GdkModifierType state);

/* Writes what @widget shows as PNG, without any window manager. */
gboolean shot_take (GtkWidget *widget, const char *path);

G_END_DECLS
