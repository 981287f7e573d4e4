/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KladkaChartFocus:
 *
 * The one child of a chart that takes the focus: it lies over the mark that has it and says what the mark is. The chart
 * draws the ring.
 */
#define KLADKA_TYPE_CHART_FOCUS (kladka_chart_focus_get_type ())
G_DECLARE_FINAL_TYPE (KladkaChartFocus, kladka_chart_focus, KLADKA, CHART_FOCUS, GtkWidget)

GtkWidget *kladka_chart_focus_new (GtkAccessibleRole role);
void kladka_chart_focus_set_words (KladkaChartFocus *self, const char *words);
const char *kladka_chart_focus_get_words (KladkaChartFocus *self);

G_END_DECLS
