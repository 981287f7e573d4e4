/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts-fixture.h"

gpointer
charts_show (Charts *self, const char *page, const char *type)
{
  gpointer widget;

  ui_activate (self->window, "win.page", page);
  widget = ui_find (GTK_WIDGET (self->window), type, NULL);
  g_assert_nonnull (widget);
  shot_settle (60);
  return widget;
}

KladkaScene *
charts_get_scene (KladkaChartView *chart)
{
  WAIT_FOR (kladka_chart_view_get_scene (chart) != NULL);
  return kladka_chart_view_get_scene (chart);
}

void
charts_open (Charts *self)
{
  ui_fixture_init (&self->fixture);
  self->window = ui_fixture_open_sample (&self->fixture);
  self->state = kladka_window_get_state (self->window);
}

void
charts_open_timeline (Charts *self)
{
  charts_open (self);
  self->timeline = charts_show (self, "timeline", "KladkaTimelinePage");
  charts_get_scene (self->timeline->chart);
  kladka_timeline_page_fit (self->timeline, kladka_timeline_page_get_days (self->timeline));
  shot_settle (30);
}

void
charts_open_coverage (Charts *self)
{
  charts_open (self);
  self->coverage = charts_show (self, "coverage", "KladkaCoveragePage");
  charts_get_scene (self->coverage->chart);
  shot_settle (250);
}

void
charts_clear (Charts *self)
{
  ui_fixture_clear (&self->fixture);
}

KladkaPlan *
charts_get_plan (Charts *self)
{
  return ui_get_plan (self->window);
}

KladkaHit
charts_hit_mark (KladkaChartView *chart, int mark)
{
  KladkaBox box = kladka_scene_get_mark_box (charts_get_scene (chart), (guint)mark);
  KladkaHit hit = kladka_scene_hit (charts_get_scene (chart), box.x + box.width / 2, box.y + box.height / 2);

  g_assert_cmpint (hit.mark, ==, mark);
  return hit;
}

char *
charts_press (Charts *self, guint keyval, GdkModifierType state)
{
  KladkaChartView *chart = self->coverage != NULL ? self->coverage->chart : self->timeline->chart;
  const KladkaChartClient *client = self->coverage != NULL ? &kladka_coverage_client : &kladka_timeline_client;

  g_assert_true (client->key (self->coverage != NULL ? (gpointer)self->coverage : self->timeline, keyval, state));
  shot_settle (40);
  return g_strdup (kladka_chart_view_get_spoken (chart));
}

void
charts_set_language (Charts *self, const char *language)
{
  self->window = ui_fixture_switch_language (&self->fixture, language);
  self->state = kladka_window_get_state (self->window);
  shot_settle (50);
}
