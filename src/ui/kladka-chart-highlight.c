/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies over the scene: hover, focus, selection, a drag's ghost. */

#include "kladka-chart-view-private.h"

static gboolean
shows_focus (KladkaChartView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return self->focus != NULL && gtk_widget_has_focus (self->focus) && GTK_IS_WINDOW (root)
         && gtk_window_get_focus_visible (GTK_WINDOW (root));
}

KladkaScene *
kladka_chart_view_get_top (KladkaChartView *self)
{
  KladkaHighlight highlight = KLADKA_HIGHLIGHT_NONE;

  highlight.hover = self->has_ghost ? -1 : self->hover;
  highlight.focus = shows_focus (self) ? self->focused : -1;
  highlight.selected = self->selected;
  highlight.selected_row = self->selected_row;
  highlight.selected_column = self->selected_column;
  highlight.ghost = self->has_ghost ? &self->ghost : NULL;
  highlight.bubble = self->bubble;
  if (self->top == NULL)
    self->top = kladka_scene_new_highlight (self->scene, &highlight, self->measure);
  return self->top;
}

void
kladka_chart_view_queue_highlight (KladkaChartView *self)
{
  g_clear_pointer (&self->top, kladka_scene_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
kladka_chart_view_set_hover (KladkaChartView *self, int mark)
{
  if (self->hover == mark)
    return;
  self->hover = mark;
  kladka_chart_view_queue_highlight (self);
}

void
kladka_chart_view_set_selected (KladkaChartView *self, const KladkaRef *refs)
{
  guint n = 0;

  while (refs != NULL && refs[n] != 0)
    n++;
  g_free (self->selected);
  self->selected = n > 0 ? g_memdup2 (refs, (n + 1) * sizeof *refs) : NULL;
  kladka_chart_view_queue_highlight (self);
}

const KladkaRef *
kladka_chart_view_get_selected (KladkaChartView *self)
{
  return self->selected;
}

void
kladka_chart_view_set_selected_cell (KladkaChartView *self, int row, int column)
{
  self->selected_row = row;
  self->selected_column = column;
  kladka_chart_view_queue_highlight (self);
}

void
kladka_chart_view_set_ghost (KladkaChartView *self, const KladkaBox *box, const char *bubble)
{
  g_free (self->bubble);
  self->bubble = g_strdup (bubble);
  self->has_ghost = box != NULL;
  if (box != NULL)
    self->ghost = *box;
  kladka_chart_view_queue_highlight (self);
}
