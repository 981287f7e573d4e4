/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Between the files of the chart view. */

#include "kladka-chart-view.h"

G_BEGIN_DECLS

/* kladka-chart-input.c: gestures and keys; they tell the client. */
typedef struct _KladkaChartInput KladkaChartInput;
KladkaChartInput *kladka_chart_input_new (KladkaChartView *view, const KladkaChartClient *calls, gpointer client);
void kladka_chart_input_free (KladkaChartInput *self);
/* The pointer may now be over something else. */
void kladka_chart_input_update_hover (KladkaChartInput *self);

/* kladka-chart-view.c */
void kladka_chart_view_set_hover (KladkaChartView *self, int mark);
const KladkaRef *kladka_chart_view_get_selected (KladkaChartView *self); /* (nullable): ends in 0 */

G_END_DECLS
