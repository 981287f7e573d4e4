/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline in the real window. What the gestures call is called as they do. */

#include "charts-fixture.h"
#include "kladka-record-pane.h"

/* A bar that is seen whole and of a project that can (or cannot) be moved. */
static int
find_bar (Charts *self, KladkaHold hold, double min_width)
{
  KladkaScene *scene = charts_get_scene (self->timeline->chart);

  for (guint i = 0; i < kladka_scene_get_n_marks (scene); i++)
    {
      const KladkaMark *mark = kladka_scene_get_mark (scene, i);
      KladkaBox box = kladka_scene_get_mark_box (scene, i);
      const KladkaProject *project = kladka_plan_project (charts_get_plan (self), mark->ref);

      if (project != NULL && mark->flags & KLADKA_MARK_DRAGS && box.width >= min_width && box.height > 12
          && kladka_move_check (&project->base, KLADKA_MOVE_WHOLE) == hold
          && kladka_date_is_set (project->planned_start) && kladka_date_is_set (project->planned_end)
          && kladka_scene_hit (scene, box.x + box.width / 2, box.y + box.height / 2).mark == (int)i
          && kladka_scene_hit (scene, box.x + box.width / 2, box.y + box.height / 2).zone == KLADKA_ZONE_BODY)
        return (int)i;
    }
  return -1;
}

/* Scrolls until there is one. */
static int
seek_bar (Charts *self, KladkaHold hold, double min_width)
{
  gtk_toggle_button_set_active (self->timeline->needs, FALSE);
  WAIT_FOR (kladka_timeline_get_row_kind (kladka_timeline_state_get_timeline (self->timeline->rows), 1)
            == KLADKA_ROW_PROJECT);
  for (double y = 0; y < 4000; y += 200)
    {
      int mark;

      kladka_chart_view_set_scroll_y (self->timeline->chart, y);
      mark = find_bar (self, hold, min_width);
      if (mark >= 0)
        return mark;
    }
  g_assert_not_reached ();
}

/* On the first that can be moved. */
static KladkaRef
click_bar (Charts *self)
{
  int mark = seek_bar (self, KLADKA_HOLD_NONE, 10);
  KladkaHit hit = charts_hit_mark (self->timeline->chart, mark);

  kladka_timeline_client.click (self->timeline, &hit, 1, 0);
  return kladka_scene_get_mark (charts_get_scene (self->timeline->chart), (guint)mark)->ref;
}

static void
test_click_selects (void)
{
  Charts charts = { 0 };
  KladkaRef ref;

  charts_open_timeline (&charts);
  ref = click_bar (&charts);
  g_assert_cmpuint (kladka_view_state_get_selection (charts.state), ==, ref);
  charts_clear (&charts);
}

static void
test_selection_comes_into_view (void)
{
  Charts charts = { 0 };
  KladkaTimeline *timeline;
  KladkaRef ref = 0;

  charts_open_timeline (&charts);
  timeline = kladka_timeline_state_get_timeline (charts.timeline->rows);
  for (guint row = kladka_timeline_get_n_rows (timeline); row-- > 0 && ref == 0;)
    if (kladka_timeline_get_row_kind (timeline, row) == KLADKA_ROW_PROJECT)
      ref = kladka_timeline_get_row_ref (timeline, row);
  g_assert_cmpint (kladka_scene_find_ref (charts_get_scene (charts.timeline->chart), ref), <, 0);
  kladka_view_state_select (charts.state, ref);
  WAIT_FOR (kladka_scene_find_ref (charts_get_scene (charts.timeline->chart), ref) >= 0);
  charts_clear (&charts);
}

static void
test_zoom_returns (void)
{
  Charts charts = { 0 };
  KladkaScale before, after;
  double day;

  charts_open_timeline (&charts);
  before = charts.timeline->scale;
  day = kladka_scale_get_day (before, 500 - charts.timeline->label_width);
  for (guint i = 0; i < 7; i++)
    kladka_timeline_client.zoom (charts.timeline, 500, KLADKA_SCALE_STEP, TRUE);
  after = charts.timeline->scale;
  g_assert_cmpint (after.level, ==, before.level + 7 * KLADKA_SCALE_STEP);
  g_assert_cmpfloat_with_epsilon (kladka_scale_get_day (after, 500 - charts.timeline->label_width), day, 0.01);
  for (guint i = 0; i < 7; i++)
    kladka_timeline_client.zoom (charts.timeline, 500, -KLADKA_SCALE_STEP, TRUE);
  g_assert_cmpint (charts.timeline->scale.level, ==, before.level);
  g_assert_true (charts.timeline->scale.origin == before.origin);
  kladka_timeline_client.zoom (charts.timeline, 500, KLADKA_SCALE_STEP, TRUE);
  WAIT_FOR (ABS (g_settings_get_double (charts.fixture.settings, "timeline-zoom")
                 - kladka_scale_get_px_per_day (charts.timeline->scale))
            < 1e-6);
  g_settings_reset (charts.fixture.settings, "timeline-zoom");
  charts_clear (&charts);
}

static GtkWidget *
find_button (GtkWidget *root, const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ACTIONABLE (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action);
  return found;
}

static void
test_zoom_ends (void)
{
  Charts charts = { 0 };
  GtkWidget *in, *out;

  charts_open_timeline (&charts);
  in = find_button (GTK_WIDGET (charts.timeline), "timeline.zoom-in");
  out = find_button (GTK_WIDGET (charts.timeline), "timeline.zoom-out");
  kladka_timeline_client.zoom (charts.timeline, 500, 3 * KLADKA_SCALE_STEP, TRUE);
  WAIT_FOR (gtk_widget_get_sensitive (in) && gtk_widget_get_sensitive (out));
  kladka_timeline_client.zoom (charts.timeline, 500, 100 * KLADKA_SCALE_STEP, TRUE);
  WAIT_FOR (!gtk_widget_get_sensitive (in) && gtk_widget_get_sensitive (out));
  kladka_timeline_client.zoom (charts.timeline, 500, -200 * KLADKA_SCALE_STEP, TRUE);
  WAIT_FOR (gtk_widget_get_sensitive (in) && !gtk_widget_get_sensitive (out));
  g_settings_reset (charts.fixture.settings, "timeline-zoom");
  charts_clear (&charts);
}

static KladkaMove
get_move (Charts *self, KladkaRef ref)
{
  return kladka_move_get (kladka_plan_get (charts_get_plan (self), ref));
}

static KladkaRef
drag_bar (Charts *self, KladkaDragPhase last)
{
  int mark = seek_bar (self, KLADKA_HOLD_NONE, 16);
  KladkaHit hit = charts_hit_mark (self->timeline->chart, mark);
  KladkaBox box = kladka_scene_get_mark_box (charts_get_scene (self->timeline->chart), (guint)mark);
  KladkaRef ref = kladka_scene_get_mark (charts_get_scene (self->timeline->chart), (guint)mark)->ref;

  g_assert_cmpstr (kladka_timeline_client.get_cursor (self->timeline, &hit), ==, "grab");
  g_assert_true (kladka_timeline_client.drag_begin (self->timeline, &hit, box.x + box.width / 2, box.y + 5));
  kladka_timeline_client.drag (self->timeline, KLADKA_DRAG_UPDATE, 40, 0, 0);
  shot_settle (30);
  kladka_timeline_client.drag (self->timeline, KLADKA_DRAG_UPDATE, 150, 2, 0);
  shot_settle (30);
  kladka_timeline_client.drag (self->timeline, last, 150, 2, 0);
  return ref;
}

static void
test_drag_is_one_step (void)
{
  Charts charts = { 0 };
  KladkaDocument *document;
  KladkaMove before, now;
  KladkaRef ref;
  int mark;

  charts_open_timeline (&charts);
  document = kladka_window_get_document (charts.window);
  mark = seek_bar (&charts, KLADKA_HOLD_NONE, 16);
  before = get_move (&charts, kladka_scene_get_mark (charts_get_scene (charts.timeline->chart), (guint)mark)->ref);
  ref = drag_bar (&charts, KLADKA_DRAG_END);
  WAIT_FOR (kladka_document_get_can_undo (document));
  now = get_move (&charts, ref);
  g_assert_cmpstr (kladka_step_get_verb (kladka_document_get_undo_step (document)), ==, KLADKA_VERB_MOVE);
  g_assert_cmpint (kladka_date_compare (now.start, before.start), >, 0);
  g_assert_cmpint (kladka_date_compare (now.end, before.end), >, 0);
  g_assert_cmpint (now.start.precision, ==, before.start.precision);
  g_assert_cmpint (now.end.precision, ==, before.end.precision);
  ui_activate (charts.window, "win.undo", NULL);
  WAIT_FOR (!kladka_document_get_can_undo (document));
  now = get_move (&charts, ref);
  g_assert_true (kladka_move_equal (&now, &before));
  charts_clear (&charts);
}

static void
test_escape_leaves_all (void)
{
  Charts charts = { 0 };

  charts_open_timeline (&charts);
  drag_bar (&charts, KLADKA_DRAG_CANCEL);
  shot_settle (100);
  g_assert_false (kladka_document_get_can_undo (kladka_window_get_document (charts.window)));
  charts_clear (&charts);
}

/* Takes the bar of a mark by its middle. */
static void
begin_drag (Charts *self, int mark)
{
  KladkaHit hit = charts_hit_mark (self->timeline->chart, mark);
  KladkaBox box = kladka_scene_get_mark_box (charts_get_scene (self->timeline->chart), (guint)mark);

  g_assert_true (kladka_timeline_client.drag_begin (self->timeline, &hit, box.x + box.width / 2, box.y + 5));
}

/* How far the bar of @ref is from where it would hang on another one, and not lie there anyway; 0 = there is none it
 * can hang on. */
static double
find_way_to_catch (Charts *self, KladkaRef ref)
{
  const KladkaRecord *record = kladka_plan_get (charts_get_plan (self), ref);
  g_autoptr (GArray) edges = kladka_edges_list (charts_get_plan (self), charts_get_scene (self->timeline->chart), ref);

  for (guint i = 0; i < edges->len; i++)
    g_assert_cmpuint (g_array_index (edges, KladkaEdge, i).ref, !=, ref);
  for (double way = 60; way < 400; way++)
    {
      KladkaMove free = kladka_move_drag (record, KLADKA_MOVE_WHOLE, self->timeline->scale, way, KLADKA_TICK_DAY);
      KladkaMove move;
      KladkaCatch caught;

      if (kladka_move_catch (record, KLADKA_MOVE_WHOLE, self->timeline->scale, way, edges, &move, &caught)
          && !kladka_move_equal (&move, &free))
        return way;
    }
  return 0;
}

/* Where the bar would be let go, it hangs on the edge. */
static void
assert_hangs (const KladkaTimelineDrag *drag)
{
  g_assert_true (drag->has_catch);
  g_assert_cmpint (drag->caught.by_end ? kladka_date_get_last_day (drag->after.end) + 1
                                       : kladka_date_get_first_day (drag->after.start),
                   ==, drag->caught.edge.day);
}

/* A bar that lies on days: others lie on edges of months anyway. */
static int
seek_precise_bar (Charts *self)
{
  KladkaTimeline *timeline;
  guint row = 0;

  seek_bar (self, KLADKA_HOLD_NONE, 16);
  timeline = kladka_timeline_state_get_timeline (self->timeline->rows);
  for (; row < kladka_timeline_get_n_rows (timeline); row++)
    {
      const KladkaProject *project =
          kladka_plan_project (charts_get_plan (self), kladka_timeline_get_row_ref (timeline, row));

      if (project != NULL && project->planned_start.precision == KLADKA_PRECISION_DAY
          && kladka_date_is_set (project->planned_end)
          && kladka_move_check (&project->base, KLADKA_MOVE_WHOLE) == KLADKA_HOLD_NONE)
        break;
    }
  g_assert_cmpuint (row, <, kladka_timeline_get_n_rows (timeline));
  kladka_timeline_page_focus_row (self->timeline, (int)row);
  shot_settle (60);
  return kladka_scene_find_ref (charts_get_scene (self->timeline->chart), kladka_timeline_get_row_ref (timeline, row));
}

static void
test_bars_hang_on_others (void)
{
  Charts charts = { 0 };
  KladkaTimelinePage *page;
  double way, change;
  KladkaRef ref;
  int mark;

  charts_open_timeline (&charts);
  page = charts.timeline;
  mark = seek_precise_bar (&charts);
  g_assert_cmpint (mark, >=, 0);
  ref = kladka_scene_get_mark (charts_get_scene (page->chart), (guint)mark)->ref;
  way = find_way_to_catch (&charts, ref);
  g_assert_cmpfloat (way, >, 0);
  begin_drag (&charts, mark);
  kladka_timeline_client.drag (page, KLADKA_DRAG_UPDATE, way, 0, 0);
  assert_hangs (&page->drag);
  WAIT_FOR (kladka_move_effect_get (page->drag.effect, &change));
  kladka_timeline_client.drag (page, KLADKA_DRAG_UPDATE, way, 0, GDK_SHIFT_MASK);
  assert_hangs (&page->drag);
  kladka_timeline_client.drag (page, KLADKA_DRAG_UPDATE, way, 0, GDK_ALT_MASK);
  g_assert_false (page->drag.has_catch);
  kladka_timeline_client.drag (page, KLADKA_DRAG_CANCEL, way, 0, 0);
  shot_settle (60);
  g_assert_false (kladka_document_get_can_undo (kladka_window_get_document (charts.window)));
  charts_clear (&charts);
}

static void
test_drag_goes_beyond_edge (void)
{
  Charts charts = { 0 };
  KladkaMove before, now;
  KladkaRef ref;
  int mark;

  charts_open_timeline (&charts);
  mark = seek_bar (&charts, KLADKA_HOLD_NONE, 16);
  ref = kladka_scene_get_mark (charts_get_scene (charts.timeline->chart), (guint)mark)->ref;
  before = get_move (&charts, ref);
  begin_drag (&charts, mark);
  kladka_timeline_client.drag (charts.timeline, KLADKA_DRAG_UPDATE, 10, 0, GDK_ALT_MASK);
  for (guint i = 0; i < 100; i++)
    kladka_timeline_client.drag_pan (charts.timeline, 14);
  kladka_timeline_client.drag (charts.timeline, KLADKA_DRAG_UPDATE, 10, 0, GDK_ALT_MASK);
  now = charts.timeline->drag.after;
  g_assert_cmpfloat_with_epsilon (kladka_move_get_days (&before, &now),
                                  1410 / kladka_scale_get_px_per_day (charts.timeline->scale), 184);
  kladka_timeline_client.drag (charts.timeline, KLADKA_DRAG_CANCEL, 10, 0, 0);
  charts_clear (&charts);
}

/* The first mark that lies in the tray. */
static int
seek_undated (Charts *self)
{
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->timeline->rows);
  KladkaScene *scene;
  int row = (int)kladka_timeline_get_n_rows (timeline) - 1;

  g_assert_cmpint (kladka_timeline_get_row_kind (timeline, (guint)row), ==, KLADKA_ROW_UNDATED);
  kladka_timeline_page_focus_row (self->timeline, row);
  shot_settle (60);
  scene = charts_get_scene (self->timeline->chart);
  return kladka_scene_find_ref (scene, kladka_timeline_get_row_ref (timeline, (guint)row));
}

static void
test_tray_gives_dates (void)
{
  Charts charts = { 0 };
  KladkaDocument *document;
  KladkaRef ref;
  int mark;

  charts_open_timeline (&charts);
  document = kladka_window_get_document (charts.window);
  mark = seek_undated (&charts);
  ref = kladka_scene_get_mark (charts_get_scene (charts.timeline->chart), (guint)mark)->ref;
  begin_drag (&charts, mark);
  kladka_timeline_client.drag (charts.timeline, KLADKA_DRAG_UPDATE, 200, 0, 0);
  kladka_timeline_client.drag (charts.timeline, KLADKA_DRAG_END, 200, 0, 0);
  WAIT_FOR (kladka_document_get_can_undo (document));
  g_assert_true (kladka_date_is_set (get_move (&charts, ref).start));
  g_assert_true (kladka_date_is_set (get_move (&charts, ref).end));
  ui_activate (charts.window, "win.undo", NULL);
  WAIT_FOR (!kladka_document_get_can_undo (document));
  g_assert_false (kladka_date_is_set (get_move (&charts, ref).start));
  charts_clear (&charts);
}

static void
test_delete_key (void)
{
  Charts charts = { 0 };
  KladkaRef ref;

  charts_open_timeline (&charts);
  ref = click_bar (&charts);
  g_free (charts_press (&charts, GDK_KEY_Delete, 0));
  WAIT_FOR (kladka_plan_get (charts_get_plan (&charts), ref) == NULL);
  ui_activate (charts.window, "win.undo", NULL);
  WAIT_FOR (kladka_plan_get (charts_get_plan (&charts), ref) != NULL);
  charts_clear (&charts);
}

static void
test_started_stays (void)
{
  Charts charts = { 0 };
  g_autofree char *tip = NULL;
  KladkaHit hit;
  int mark;

  charts_open_timeline (&charts);
  mark = seek_bar (&charts, KLADKA_HOLD_STARTED, 10);
  hit = charts_hit_mark (charts.timeline->chart, mark);
  g_assert_false (kladka_timeline_client.drag_begin (charts.timeline, &hit, 0, 0));
  g_assert_null (kladka_timeline_client.get_cursor (charts.timeline, &hit));
  tip = kladka_timeline_client.dup_tip (charts.timeline, (guint)mark);
  g_assert_nonnull (strstr (tip, "It has started"));
  charts_clear (&charts);
}

static void
test_keys_move_bars (void)
{
  Charts charts = { 0 };
  KladkaDocument *document;
  KladkaMove before, now;
  KladkaRef ref;

  charts_open_timeline (&charts);
  document = kladka_window_get_document (charts.window);
  ref = click_bar (&charts);
  before = get_move (&charts, ref);
  g_free (charts_press (&charts, GDK_KEY_Right, GDK_CONTROL_MASK));
  WAIT_FOR (kladka_document_get_can_undo (document));
  now = get_move (&charts, ref);
  g_assert_cmpint (kladka_date_compare (now.start, before.start), >, 0);
  shot_settle (100);
  g_free (charts_press (&charts, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  WAIT_FOR (kladka_date_compare (get_move (&charts, ref).end, now.end) > 0);
  g_assert_true (kladka_date_equal (get_move (&charts, ref).start, now.start));
  charts_clear (&charts);
}

static void
test_keys_walk_rows (void)
{
  Charts charts = { 0 };
  const guint way[] = { GDK_KEY_Down, GDK_KEY_Down, GDK_KEY_Page_Down, GDK_KEY_End, GDK_KEY_Up, GDK_KEY_Home };
  g_autofree char *before = NULL;
  guint n_rows;

  charts_open_timeline (&charts);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (charts.timeline->chart)));
  g_free (charts_press (&charts, GDK_KEY_Home, 0));
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      char *now = charts_press (&charts, way[i], 0);

      g_assert_nonnull (now);
      g_assert_cmpstr (now, !=, before);
      g_free (before);
      before = now;
    }
  n_rows = kladka_timeline_get_n_rows (kladka_timeline_state_get_timeline (charts.timeline->rows));
  g_free (charts_press (&charts, GDK_KEY_space, 0));
  WAIT_FOR (kladka_timeline_get_n_rows (kladka_timeline_state_get_timeline (charts.timeline->rows)) < n_rows);
  g_free (charts_press (&charts, GDK_KEY_Right, 0));
  WAIT_FOR (kladka_timeline_get_n_rows (kladka_timeline_state_get_timeline (charts.timeline->rows)) == n_rows);
  g_free (charts_press (&charts, GDK_KEY_Down, 0));
  g_free (charts_press (&charts, GDK_KEY_Return, 0));
  g_assert_cmpuint (kladka_view_state_get_selection (charts.state), ==, charts.timeline->focus_ref);
  /* Its form takes the keyboard, beside the timeline. */
  WAIT_FOR (gtk_window_get_focus (GTK_WINDOW (charts.window)) != NULL
            && gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (charts.window)), KLADKA_TYPE_RECORD_PANE)
                   != NULL);
  g_assert_cmpuint (kladka_view_state_get_page (charts.state), ==, KLADKA_PAGE_TIMELINE);
  charts_clear (&charts);
}

static void
test_period_on_ruler (void)
{
  Charts charts = { 0 };
  KladkaHit ruler = { KLADKA_ZONE_RULER, -1, -1 };
  KladkaSpan period;
  gint32 level;

  charts_open_timeline (&charts);
  level = charts.timeline->scale.level;
  g_assert_true (kladka_timeline_client.drag_begin (charts.timeline, &ruler, charts.timeline->label_width + 100, 5));
  kladka_timeline_client.drag (charts.timeline, KLADKA_DRAG_UPDATE, 80, 0, 0);
  kladka_timeline_client.drag (charts.timeline, KLADKA_DRAG_END, 90, 0, 0);
  period = charts.timeline->period;
  g_assert_cmpint (period.to, >, period.from);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (charts.timeline), "timeline.zoom-period", NULL));
  g_assert_cmpint (charts.timeline->scale.level, >, level);
  g_assert_cmpint (charts.timeline->period.to, ==, charts.timeline->period.from);
  charts_clear (&charts);
}

static void
test_search_leaves_out (void)
{
  Charts charts = { 0 };
  guint n_rows;

  charts_open_timeline (&charts);
  n_rows = kladka_timeline_get_n_rows (kladka_timeline_state_get_timeline (charts.timeline->rows));
  kladka_view_state_set_search_text (charts.state, "CERT-UA");
  WAIT_FOR (kladka_timeline_get_n_rows (kladka_timeline_state_get_timeline (charts.timeline->rows)) < n_rows);
  kladka_view_state_set_search_text (charts.state, "there is no such thing");
  WAIT_FOR (g_str_equal (gtk_stack_get_visible_child_name (charts.timeline->stack), "nothing"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (charts.timeline), "timeline.show-everything", NULL));
  WAIT_FOR (g_str_equal (gtk_stack_get_visible_child_name (charts.timeline->stack), "chart"));
  charts_clear (&charts);
}

static void
test_paints_what_changes (void)
{
  Charts charts = { 0 };
  guint n_painted, n_bands;

  charts_open_timeline (&charts);
  shot_settle (100);
  n_bands = kladka_scene_get_n_bands (charts_get_scene (charts.timeline->chart));
  n_painted = kladka_chart_view_get_n_painted (charts.timeline->chart);
  g_assert_cmpuint (n_painted, >=, n_bands);
  kladka_chart_view_set_selected_cell (charts.timeline->chart, 3, 3);
  shot_settle (60);
  kladka_chart_view_invalidate (charts.timeline->chart);
  shot_settle (60);
  g_assert_cmpuint (kladka_chart_view_get_n_painted (charts.timeline->chart), ==, n_painted);
  kladka_chart_view_set_scroll_y (charts.timeline->chart, 100);
  shot_settle (60);
  g_assert_cmpuint (kladka_chart_view_get_n_painted (charts.timeline->chart), <, n_painted + n_bands);
  charts_clear (&charts);
}

static void
test_place_survives_language (void)
{
  Charts charts = { 0 };
  KladkaScale scale;

  charts_open_timeline (&charts);
  kladka_timeline_client.zoom (charts.timeline, 500, 3 * KLADKA_SCALE_STEP, TRUE);
  gtk_drop_down_set_selected (charts.timeline->lanes, KLADKA_LANES_DONOR);
  scale = charts.timeline->scale;
  charts_set_language (&charts, "pl");
  charts.timeline = charts_show (&charts, "timeline", "KladkaTimelinePage");
  charts_get_scene (charts.timeline->chart);
  g_assert_cmpint (charts.timeline->scale.level, ==, scale.level);
  g_assert_true (charts.timeline->scale.origin == scale.origin);
  g_assert_cmpuint (gtk_drop_down_get_selected (charts.timeline->lanes), ==, KLADKA_LANES_DONOR);
  g_settings_reset (charts.fixture.settings, "timeline-zoom");
  charts_clear (&charts);
}

int
main (int argc, char **argv)
{
  /* xrun brings a home of its own. */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/timeline/a-click-on-a-bar-selects-it", test_click_selects);
  g_test_add_func ("/ui/timeline/what-is-selected-comes-into-view", test_selection_comes_into_view);
  g_test_add_func ("/ui/timeline/zooming-in-and-out-returns-exactly", test_zoom_returns);
  g_test_add_func ("/ui/timeline/zoom-buttons-rest-at-the-ends", test_zoom_ends);
  g_test_add_func ("/ui/timeline/a-dragged-bar-is-one-step", test_drag_is_one_step);
  g_test_add_func ("/ui/timeline/a-cancelled-drag-changes-nothing", test_escape_leaves_all);
  g_test_add_func ("/ui/timeline/a-dragged-bar-hangs-on-others-and-tells-of-gaps", test_bars_hang_on_others);
  g_test_add_func ("/ui/timeline/a-drag-goes-on-beyond-the-edge", test_drag_goes_beyond_edge);
  g_test_add_func ("/ui/timeline/dragged-out-of-the-tray-it-has-dates", test_tray_gives_dates);
  g_test_add_func ("/ui/timeline/delete-removes-a-bar-and-undo-brings-it-back", test_delete_key);
  g_test_add_func ("/ui/timeline/what-has-started-keeps-its-start", test_started_stays);
  g_test_add_func ("/ui/timeline/ctrl-and-arrows-move-bars", test_keys_move_bars);
  g_test_add_func ("/ui/timeline/keys-walk-the-rows-and-fold-lanes", test_keys_walk_rows);
  g_test_add_func ("/ui/timeline/a-period-on-the-ruler-can-be-zoomed-to", test_period_on_ruler);
  g_test_add_func ("/ui/timeline/what-is-searched-for-leaves-out-the-rest", test_search_leaves_out);
  g_test_add_func ("/ui/timeline/only-what-changes-is-painted-again", test_paints_what_changes);
  g_test_add_func ("/ui/timeline/the-place-survives-a-change-of-language", test_place_survives_language);
  return g_test_run ();
}
