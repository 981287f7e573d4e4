/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-words.h"

G_BEGIN_DECLS

/**
 * KladkaCalendar:
 *
 * A month to choose a day from, in the words it is given: GtkCalendar speaks the language of the system and begins the
 * week as that does. Weeks begin on Monday.
 *
 * Signal "chosen": somebody chose the day, also where it is the one that was shown. To leaf is not to choose.
 */
#define KLADKA_TYPE_CALENDAR (kladka_calendar_get_type ())
G_DECLARE_FINAL_TYPE (KladkaCalendar, kladka_calendar, KLADKA, CALENDAR, GtkWidget)

/* Before it is shown. @today stands out. */
void kladka_calendar_set_words (KladkaCalendar *self, KladkaWords *words, gint32 today);
/* Shows the month of a day, with the day in it; days that no date can be are brought to the nearest. */
void kladka_calendar_set_day (KladkaCalendar *self, gint32 day);
gint32 kladka_calendar_get_day (KladkaCalendar *self);

G_END_DECLS
