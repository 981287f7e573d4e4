/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-field-row.h"

G_BEGIN_DECLS

/* A button with a calendar for a row of a date: picks a day, or with it its month, quarter or year; at first as exactly
 * as the date is known. The popover is made when it is first opened. */
GtkWidget *kladka_date_button_new (KladkaFieldRow *row);

G_END_DECLS
