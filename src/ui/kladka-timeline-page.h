/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-chart-view.h"
#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaTimelinePage:
 *
 * Projects as bars and needs as brackets over time. Dragging a bar, or Ctrl and an arrow, changes what is planned: one
 * step each. Its table twin is the page of projects.
 */
#define KLADKA_TYPE_TIMELINE_PAGE (kladka_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (KladkaTimelinePage, kladka_timeline_page, KLADKA, TIMELINE_PAGE, GtkWidget)

GtkWidget *kladka_timeline_page_new (KladkaViewState *state);
KladkaChartView *kladka_timeline_page_get_chart (KladkaTimelinePage *self);

G_END_DECLS
