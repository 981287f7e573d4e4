/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-scene.h"

G_BEGIN_DECLS

/**
 * KladkaChartLegend:
 *
 * Shows what the marks of a chart mean, in as many lines as its width needs. It says all of it as its spoken label.
 */
#define KLADKA_TYPE_CHART_LEGEND (kladka_chart_legend_get_type ())
G_DECLARE_FINAL_TYPE (KladkaChartLegend, kladka_chart_legend, KLADKA, CHART_LEGEND, GtkWidget)

/* Lays the legend out; NULL where there is none. Returns: (transfer full) */
typedef KladkaScene *(*KladkaLegendMaker) (gpointer client, double width, KladkaMeasure *measure);

/* @client lives as long as the legend. */
void kladka_chart_legend_set_maker (KladkaChartLegend *self, KladkaLegendMaker maker, gpointer client);
/* What it says may have changed. */
void kladka_chart_legend_update (KladkaChartLegend *self);

G_END_DECLS
