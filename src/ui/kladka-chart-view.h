/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-scene.h"

G_BEGIN_DECLS

/**
 * KladkaChartView:
 *
 * Shows a scene and scrolls it (GtkScrollable): keeps recordings of its bands, draws hover, selection, focus and ghost
 * on top, shows tooltips, and tells its client what the pointer and the keyboard do. The scene is laid out anew, for
 * what is seen, whenever size, scrolling, font or kladka_chart_view_invalidate() ask for it.
 */
#define KLADKA_TYPE_CHART_VIEW (kladka_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (KladkaChartView, kladka_chart_view, KLADKA, CHART_VIEW, GtkWidget)

typedef enum { KLADKA_DRAG_UPDATE, KLADKA_DRAG_END, KLADKA_DRAG_CANCEL } KladkaDragPhase;

/**
 * KladkaChartClient:
 * @lay_out: the scene of that size; NULL where there is nothing to show. Returns: (transfer full)
 * @find_focus: the mark that has the focus; -1
 * @key: TRUE where the key was meant for the chart
 * @click: @n_press counts; with the primary button
 * @menu: (nullable): a context menu is asked for at @x, @y; TRUE where there is one
 * @dup_tip: (nullable): what is said beside the mark's own words
 * @get_cursor: (nullable): CSS name; NULL for the plain one
 * @zoom: (nullable): by @steps of KLADKA_SCALE_STEP, keeping what is at @x; with @done the gesture is over
 * @scroll_x: (nullable): the horizontal bar was moved; else the view scrolls by the scene's width
 * @drag_begin: (nullable): TRUE where what was hit is dragged
 * @drag: by so much since the beginning; again where only the modifiers or what is below the pointer changed
 * @drag_pan: (nullable): the dragging pointer rests at the left or right edge: shows what lies @dx pixels further
 *
 * Whoever a chart view works for. All positions are in the scene.
 */
typedef struct {
  KladkaScene *(*lay_out) (gpointer client, double width, double height);
  int (*find_focus) (gpointer client, const KladkaScene *scene);
  gboolean (*key) (gpointer client, guint keyval, GdkModifierType state);
  void (*click) (gpointer client, const KladkaHit *hit, int n_press, GdkModifierType state);
  gboolean (*menu) (gpointer client, const KladkaHit *hit, double x, double y);
  char *(*dup_tip) (gpointer client, guint mark);
  const char *(*get_cursor) (gpointer client, const KladkaHit *hit);
  void (*zoom) (gpointer client, double x, double steps, gboolean done);
  void (*scroll_x) (gpointer client, double value);
  gboolean (*drag_begin) (gpointer client, const KladkaHit *hit, double x, double y);
  void (*drag) (gpointer client, KladkaDragPhase phase, double dx, double dy, GdkModifierType state);
  void (*drag_pan) (gpointer client, double dx);
} KladkaChartClient;

/* @client lives as long as the view. @role: of a mark, for screen readers. */
void kladka_chart_view_set_client (KladkaChartView *self,
                                   const KladkaChartClient *calls,
                                   gpointer client,
                                   GtkAccessibleRole role);

/* Something that the layout depends on has changed. */
void kladka_chart_view_invalidate (KladkaChartView *self);
/* Laid out now where it is stale; NULL where there is nothing or no size yet. (transfer none) */
KladkaScene *kladka_chart_view_get_scene (KladkaChartView *self);
KladkaMeasure *kladka_chart_view_get_measure (KladkaChartView *self);

double kladka_chart_view_get_scroll_x (KladkaChartView *self);
double kladka_chart_view_get_scroll_y (KladkaChartView *self);
void kladka_chart_view_set_scroll_x (KladkaChartView *self, double value);
void kladka_chart_view_set_scroll_y (KladkaChartView *self, double value);
/* For a client with @scroll_x, within @lay_out. */
void kladka_chart_view_set_extent_x (KladkaChartView *self, double upper, double page, double value);

/* What is highlighted beside hover and focus. @refs: (nullable): ends in 0. */
void kladka_chart_view_set_selected (KladkaChartView *self, const KladkaRef *refs);
void kladka_chart_view_set_selected_cell (KladkaChartView *self, int row, int column);
/* @box, @bubble: (nullable) */
void kladka_chart_view_set_ghost (KladkaChartView *self, const KladkaBox *box, const char *bubble);

/* The words that the focus speaks; bands painted so far: for tests. */
const char *kladka_chart_view_get_spoken (KladkaChartView *self);
guint kladka_chart_view_get_n_painted (KladkaChartView *self);

G_END_DECLS
