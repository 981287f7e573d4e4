/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-paint.h"

G_BEGIN_DECLS

/**
 * KladkaChartNodes:
 *
 * Recordings of the bands of scenes: a band is painted once, then moved, until what it holds changes.
 */
typedef struct _KladkaChartNodes KladkaChartNodes;

KladkaChartNodes *kladka_chart_nodes_new (void);
void kladka_chart_nodes_free (KladkaChartNodes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaChartNodes, kladka_chart_nodes_free)

/* After a change of style or font. */
void kladka_chart_nodes_forget (KladkaChartNodes *self);
/* How many bands were painted, not reused, so far: for tests. */
guint kladka_chart_nodes_get_n_painted (const KladkaChartNodes *self);

void kladka_chart_nodes_append (KladkaChartNodes *self,
                                GtkSnapshot *snapshot,
                                const KladkaScene *scene,
                                const KladkaStyle *style,
                                KladkaTextStore *store);
/* The small scene on top: a node for each group of marks that touch, so that little is painted again. */
void kladka_chart_nodes_append_highlight (GtkSnapshot *snapshot,
                                          const KladkaScene *scene,
                                          const KladkaStyle *style,
                                          KladkaTextStore *store);

G_END_DECLS
