/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Timeline and coverage in the real window. What the gestures call is called as they do. */

#include "kladka-coverage-page-private.h"
#include "kladka-explain-pane.h"
#include "kladka-timeline-page-private.h"
#include "ui-fixture.h"

typedef struct {
  UiFixture fixture;
  KladkaWindow *window;
  KladkaViewState *state;
  KladkaTimelinePage *timeline;
  KladkaCoveragePage *coverage;
} Charts;

static gpointer
show (Charts *self, const char *page, const char *type)
{
  gpointer widget;

  ui_activate (self->window, "win.page", page);
  widget = ui_find (GTK_WIDGET (self->window), type, NULL);
  g_assert_nonnull (widget);
  shot_settle (60);
  return widget;
}

static KladkaScene *
get_scene (KladkaChartView *chart)
{
  WAIT_FOR (kladka_chart_view_get_scene (chart) != NULL);
  return kladka_chart_view_get_scene (chart);
}

static void
charts_open (Charts *self)
{
  ui_fixture_init (&self->fixture);
  self->window = ui_fixture_open_sample (&self->fixture);
  self->state = kladka_window_get_state (self->window);
}

static void
charts_open_timeline (Charts *self)
{
  charts_open (self);
  self->timeline = show (self, "timeline", "KladkaTimelinePage");
  get_scene (self->timeline->chart);
  kladka_timeline_page_fit (self->timeline, kladka_timeline_page_get_days (self->timeline));
  shot_settle (30);
}

static void
charts_open_coverage (Charts *self)
{
  charts_open (self);
  self->coverage = show (self, "coverage", "KladkaCoveragePage");
  get_scene (self->coverage->chart);
  shot_settle (250);
}

static void
charts_clear (Charts *self)
{
  ui_fixture_clear (&self->fixture);
}

static KladkaPlan *
get_plan (Charts *self)
{
  return ui_get_plan (self->window);
}

static KladkaHit
hit_mark (KladkaChartView *chart, int mark)
{
  KladkaBox box = kladka_scene_get_mark_box (get_scene (chart), (guint)mark);
  KladkaHit hit = kladka_scene_hit (get_scene (chart), box.x + box.width / 2, box.y + box.height / 2);

  g_assert_cmpint (hit.mark, ==, mark);
  return hit;
}

/* ---- Coverage ---- */

static int
find_cell_in_state (Charts *self, KladkaCellState state)
{
  KladkaScene *scene = get_scene (self->coverage->chart);
  KladkaGrid *grid = kladka_grid_state_get_grid (self->coverage->grid);

  for (guint i = 0; i < kladka_scene_get_n_marks (scene); i++)
    {
      const KladkaMark *mark = kladka_scene_get_mark (scene, i);

      if (mark->target == KLADKA_TARGET_CELL && kladka_scene_get_mark_box (scene, i).height > 20
          && kladka_scene_get_mark_box (scene, i).width > 20
          && kladka_grid_get_cell (grid, (guint)mark->row, (guint)mark->column)->state == state)
        return (int)i;
    }
  g_assert_not_reached ();
}

static KladkaExplainPane *
click_cell (Charts *self, KladkaCellState state)
{
  int mark = find_cell_in_state (self, state);
  KladkaHit hit = hit_mark (self->coverage->chart, mark);
  KladkaExplainPane *pane;

  kladka_coverage_client.click (self->coverage, &hit, 1, 0);
  WAIT_FOR (ui_find (GTK_WIDGET (self->window), "KladkaExplainPane", NULL) != NULL);
  pane = KLADKA_EXPLAIN_PANE (ui_find (GTK_WIDGET (self->window), "KladkaExplainPane", NULL));
  WAIT_FOR (kladka_explain_pane_get_explanation (pane) != NULL);
  return pane;
}

static void
test_click_explains (void)
{
  Charts charts = { 0 };
  KladkaExplainPane *pane;
  GtkWidget *row;

  charts_open_coverage (&charts);
  pane = click_cell (&charts, KLADKA_STATE_PARTLY);
  g_assert_cmpint (kladka_explain_pane_get_explanation (pane)->cell.state, ==, KLADKA_STATE_PARTLY);
  g_assert_cmpuint (kladka_explain_pane_get_explanation (pane)->needs->len, >, 0);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (pane)));
  row = ui_find (ui_find (GTK_WIDGET (pane), "GtkStack", NULL), "AdwActionRow", NULL);
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpint (kladka_view_state_get_page (charts.state), ==, KLADKA_PAGE_NEEDS);
  g_assert_cmpuint (kladka_view_state_get_selection (charts.state), !=, 0);
  charts_clear (&charts);
}

static void
test_gap_becomes_project (void)
{
  Charts charts = { 0 };
  guint n;

  charts_open_coverage (&charts);
  click_cell (&charts, KLADKA_STATE_GAP);
  n = kladka_plan_get_n_records (get_plan (&charts), KLADKA_TYPE_PROJECT);
  g_signal_emit_by_name (ui_find (GTK_WIDGET (charts.window), "GtkButton", "New _project for this gap"), "clicked");
  WAIT_FOR (kladka_plan_get_n_records (get_plan (&charts), KLADKA_TYPE_PROJECT) == n + 1);
  ui_activate (charts.window, "win.undo", NULL);
  WAIT_FOR (kladka_plan_get_n_records (get_plan (&charts), KLADKA_TYPE_PROJECT) == n);
  charts_clear (&charts);
}

static char *
press (Charts *self, guint keyval, GdkModifierType state)
{
  KladkaChartView *chart = self->coverage != NULL ? self->coverage->chart : self->timeline->chart;
  const KladkaChartClient *client = self->coverage != NULL ? &kladka_coverage_client : &kladka_timeline_client;

  g_assert_true (client->key (self->coverage != NULL ? (gpointer)self->coverage : self->timeline, keyval, state));
  shot_settle (40);
  return g_strdup (kladka_chart_view_get_spoken (chart));
}

static void
test_keys_walk_grid (void)
{
  Charts charts = { 0 };
  const guint way[] = { GDK_KEY_Right, GDK_KEY_Down, GDK_KEY_End, GDK_KEY_Page_Down, GDK_KEY_Home };
  g_autofree char *before = NULL;
  guint n_rows;

  charts_open_coverage (&charts);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (charts.coverage->chart)));
  before = press (&charts, GDK_KEY_Right, 0);
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      char *now = press (&charts, way[i], 0);

      g_assert_nonnull (now);
      g_assert_cmpstr (now, !=, before);
      g_free (before);
      before = now;
    }
  g_free (press (&charts, GDK_KEY_Home, GDK_CONTROL_MASK));
  n_rows = kladka_grid_state_get_rows (charts.coverage->grid)->len;
  g_free (press (&charts, GDK_KEY_minus, 0));
  g_assert_cmpuint (kladka_grid_state_get_rows (charts.coverage->grid)->len, <, n_rows);
  g_free (press (&charts, GDK_KEY_plus, 0));
  g_assert_cmpuint (kladka_grid_state_get_rows (charts.coverage->grid)->len, ==, n_rows);
  g_free (press (&charts, GDK_KEY_Right, 0));
  g_free (press (&charts, GDK_KEY_Return, 0));
  g_assert_true (kladka_view_state_get_cell (charts.state)->chosen);
  g_free (press (&charts, GDK_KEY_Escape, 0));
  g_assert_false (kladka_view_state_get_cell (charts.state)->chosen);
  charts_clear (&charts);
}

/* The grid scrolls to the as-of day once it is laid out, and may leave a cell behind that had the focus before. */
static void
press_until_spoken (Charts *self, guint keyval)
{
  for (guint i = 0; i < 50; i++)
    {
      g_free (press (self, keyval, 0));
      if (kladka_chart_view_get_spoken (self->coverage->chart) != NULL)
        return;
    }
  g_assert_not_reached ();
}

static void
test_focus_is_a_cell (void)
{
  Charts charts = { 0 };
  GtkWidget *focus;

  charts_open_coverage (&charts);
  press_until_spoken (&charts, GDK_KEY_Right);
  focus = ui_find (GTK_WIDGET (charts.coverage->chart), "KladkaChartFocus", NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       kladka_chart_view_get_spoken (charts.coverage->chart));
  charts_clear (&charts);
}

static void
test_every_dimension (void)
{
  Charts charts = { 0 };

  charts_open_coverage (&charts);
  for (guint dimension = KLADKA_N_DIMENSIONS; dimension-- > 0;)
    for (guint unit = KLADKA_PERIOD_MONTH; unit <= KLADKA_PERIOD_YEAR; unit++)
      {
        gtk_drop_down_set_selected (charts.coverage->dimension, dimension);
        gtk_drop_down_set_selected (charts.coverage->unit, unit);
        WAIT_FOR (kladka_grid_get_dimension (kladka_grid_state_get_grid (charts.coverage->grid)) == dimension
                  && kladka_grid_get_unit (kladka_grid_state_get_grid (charts.coverage->grid)) == unit);
        shot_settle (20);
        g_assert_cmpstr (gtk_stack_get_visible_child_name (charts.coverage->stack), ==, "chart");
      }
  g_assert_cmpint (g_settings_get_enum (charts.fixture.settings, "coverage-unit"), ==, KLADKA_PERIOD_YEAR);
  g_settings_reset (charts.fixture.settings, "coverage-unit");
  charts_clear (&charts);
}

static void
test_options (void)
{
  Charts charts = { 0 };
  guint n_rows;

  charts_open_coverage (&charts);
  n_rows = kladka_grid_state_get_rows (charts.coverage->grid)->len;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (charts.coverage), "coverage.hide-empty", NULL));
  g_assert_cmpuint (kladka_grid_state_get_rows (charts.coverage->grid)->len, <, n_rows);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (charts.coverage), "coverage.unverified", NULL));
  WAIT_FOR (kladka_coverage_get_spec (kladka_grid_get_coverage (kladka_grid_state_get_grid (charts.coverage->grid)))
                ->include_unverified);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (charts.coverage), "coverage.line", "s", "planned"));
  WAIT_FOR (
      kladka_coverage_get_spec (kladka_grid_get_coverage (kladka_grid_state_get_grid (charts.coverage->grid)))->line
      == KLADKA_CERTAINTY_PLANNED);
  g_assert_nonnull (strstr (gtk_label_get_label (charts.coverage->note), "As of"));
  g_settings_reset (charts.fixture.settings, "include-unverified");
  charts_clear (&charts);
}

static void
test_table_twin (void)
{
  Charts charts = { 0 };
  GtkWidget *twin;

  charts_open_coverage (&charts);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (charts.coverage), "coverage.table", NULL));
  WAIT_FOR (ui_find_toplevel ("KladkaTableWindow") != NULL);
  twin = ui_find_toplevel ("KladkaTableWindow");
  WAIT_FOR (gtk_widget_get_mapped (twin));
  shot_settle (100);
  g_assert_nonnull (ui_find (twin, "GtkColumnView", NULL));
  gtk_window_destroy (GTK_WINDOW (twin));
  charts_clear (&charts);
}

static void
test_empty_plan (void)
{
  Charts charts = { 0 };

  ui_fixture_init (&charts.fixture);
  charts.window = ui_fixture_open_new (&charts.fixture);
  charts.state = kladka_window_get_state (charts.window);
  charts.coverage = show (&charts, "coverage", "KladkaCoveragePage");
  WAIT_FOR (g_str_equal (gtk_stack_get_visible_child_name (charts.coverage->stack), "no-needs"));
  charts.timeline = show (&charts, "timeline", "KladkaTimelinePage");
  WAIT_FOR (g_str_equal (gtk_stack_get_visible_child_name (charts.timeline->stack), "empty"));
  charts_clear (&charts);
}

/* ---- Timeline ---- */

/* A bar that is seen whole and of a project that can (or cannot) be moved. */
static int
find_bar (Charts *self, KladkaHold hold, double min_width)
{
  KladkaScene *scene = get_scene (self->timeline->chart);

  for (guint i = 0; i < kladka_scene_get_n_marks (scene); i++)
    {
      const KladkaMark *mark = kladka_scene_get_mark (scene, i);
      KladkaBox box = kladka_scene_get_mark_box (scene, i);
      const KladkaProject *project = kladka_plan_project (get_plan (self), mark->ref);

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

static void
test_click_selects (void)
{
  Charts charts = { 0 };
  KladkaHit hit;
  KladkaRef ref;
  int mark;

  charts_open_timeline (&charts);
  mark = seek_bar (&charts, KLADKA_HOLD_NONE, 4);
  hit = hit_mark (charts.timeline->chart, mark);
  ref = kladka_scene_get_mark (get_scene (charts.timeline->chart), (guint)mark)->ref;
  kladka_timeline_client.click (charts.timeline, &hit, 1, 0);
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
  g_assert_cmpint (kladka_scene_find_ref (get_scene (charts.timeline->chart), ref), <, 0);
  kladka_view_state_select (charts.state, ref);
  WAIT_FOR (kladka_scene_find_ref (get_scene (charts.timeline->chart), ref) >= 0);
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
  return kladka_move_get (kladka_plan_get (get_plan (self), ref));
}

static KladkaRef
drag_bar (Charts *self, KladkaDragPhase last)
{
  int mark = seek_bar (self, KLADKA_HOLD_NONE, 16);
  KladkaHit hit = hit_mark (self->timeline->chart, mark);
  KladkaBox box = kladka_scene_get_mark_box (get_scene (self->timeline->chart), (guint)mark);
  KladkaRef ref = kladka_scene_get_mark (get_scene (self->timeline->chart), (guint)mark)->ref;

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
  before = get_move (&charts, kladka_scene_get_mark (get_scene (charts.timeline->chart), (guint)mark)->ref);
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
  KladkaHit hit = hit_mark (self->timeline->chart, mark);
  KladkaBox box = kladka_scene_get_mark_box (get_scene (self->timeline->chart), (guint)mark);

  g_assert_true (kladka_timeline_client.drag_begin (self->timeline, &hit, box.x + box.width / 2, box.y + 5));
}

/* How far the bar of @ref is from where it would hang on another one; 0 = there is none it can hang on. */
static double
find_way_to_catch (Charts *self, KladkaRef ref)
{
  const KladkaRecord *record = kladka_plan_get (get_plan (self), ref);
  g_autoptr (GArray) edges = kladka_edges_list (get_plan (self), get_scene (self->timeline->chart), ref);

  for (double way = 60; way < 400; way++)
    {
      KladkaMove move;
      KladkaCatch caught;

      if (kladka_move_catch (record, KLADKA_MOVE_WHOLE, self->timeline->scale, way, edges, &move, &caught))
        return way;
    }
  return 0;
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
  mark = seek_bar (&charts, KLADKA_HOLD_NONE, 16);
  ref = kladka_scene_get_mark (get_scene (page->chart), (guint)mark)->ref;
  way = find_way_to_catch (&charts, ref);
  g_assert_cmpfloat (way, >, 0);
  begin_drag (&charts, mark);
  kladka_timeline_client.drag (page, KLADKA_DRAG_UPDATE, way, 0, 0);
  g_assert_true (page->drag.has_catch);
  WAIT_FOR (kladka_move_effect_get (page->drag.effect, &change));
  kladka_timeline_client.drag (page, KLADKA_DRAG_UPDATE, way, 0, GDK_SHIFT_MASK);
  g_assert_true (page->drag.has_catch);
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
  ref = kladka_scene_get_mark (get_scene (charts.timeline->chart), (guint)mark)->ref;
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
  scene = get_scene (self->timeline->chart);
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
  ref = kladka_scene_get_mark (get_scene (charts.timeline->chart), (guint)mark)->ref;
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
  KladkaHit hit;
  KladkaRef ref;
  int mark;

  charts_open_timeline (&charts);
  mark = seek_bar (&charts, KLADKA_HOLD_NONE, 10);
  hit = hit_mark (charts.timeline->chart, mark);
  ref = kladka_scene_get_mark (get_scene (charts.timeline->chart), (guint)mark)->ref;
  kladka_timeline_client.click (charts.timeline, &hit, 1, 0);
  g_free (press (&charts, GDK_KEY_Delete, 0));
  WAIT_FOR (kladka_plan_get (get_plan (&charts), ref) == NULL);
  ui_activate (charts.window, "win.undo", NULL);
  WAIT_FOR (kladka_plan_get (get_plan (&charts), ref) != NULL);
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
  hit = hit_mark (charts.timeline->chart, mark);
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
  KladkaHit hit;
  KladkaRef ref;
  int mark;

  charts_open_timeline (&charts);
  document = kladka_window_get_document (charts.window);
  mark = seek_bar (&charts, KLADKA_HOLD_NONE, 10);
  hit = hit_mark (charts.timeline->chart, mark);
  ref = kladka_scene_get_mark (get_scene (charts.timeline->chart), (guint)mark)->ref;
  kladka_timeline_client.click (charts.timeline, &hit, 1, 0);
  before = get_move (&charts, ref);
  g_free (press (&charts, GDK_KEY_Right, GDK_CONTROL_MASK));
  WAIT_FOR (kladka_document_get_can_undo (document));
  now = get_move (&charts, ref);
  g_assert_cmpint (kladka_date_compare (now.start, before.start), >, 0);
  shot_settle (100);
  g_free (press (&charts, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
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
  g_free (press (&charts, GDK_KEY_Home, 0));
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      char *now = press (&charts, way[i], 0);

      g_assert_nonnull (now);
      g_assert_cmpstr (now, !=, before);
      g_free (before);
      before = now;
    }
  n_rows = kladka_timeline_get_n_rows (kladka_timeline_state_get_timeline (charts.timeline->rows));
  g_free (press (&charts, GDK_KEY_space, 0));
  WAIT_FOR (kladka_timeline_get_n_rows (kladka_timeline_state_get_timeline (charts.timeline->rows)) < n_rows);
  g_free (press (&charts, GDK_KEY_Right, 0));
  WAIT_FOR (kladka_timeline_get_n_rows (kladka_timeline_state_get_timeline (charts.timeline->rows)) == n_rows);
  g_free (press (&charts, GDK_KEY_Down, 0));
  g_free (press (&charts, GDK_KEY_Return, 0));
  g_assert_cmpuint (kladka_view_state_get_selection (charts.state), ==, charts.timeline->focus_ref);
  WAIT_FOR (ui_find (GTK_WIDGET (charts.window), "KladkaRecordPane", NULL) != NULL);
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
  n_bands = kladka_scene_get_n_bands (get_scene (charts.timeline->chart));
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

/* ---- Looks ---- */

/* The window is built anew. */
static void
set_language (Charts *self, const char *language)
{
  self->window = ui_fixture_switch_language (&self->fixture, language);
  self->state = kladka_window_get_state (self->window);
  shot_settle (50);
}

static void
test_languages_and_styles (void)
{
  static const char *const languages[] = { "pl", "uk", "en" };
  static const char *const styles[] = { "dark", "light" };
  Charts charts = { 0 };

  charts_open (&charts);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      set_language (&charts, languages[i]);
      for (guint j = 0; j < G_N_ELEMENTS (styles); j++)
        {
          g_settings_set_string (charts.fixture.settings, "style", styles[j]);
          charts.timeline = show (&charts, "timeline", "KladkaTimelinePage");
          get_scene (charts.timeline->chart);
          charts.coverage = show (&charts, "coverage", "KladkaCoveragePage");
          get_scene (charts.coverage->chart);
        }
    }
  g_settings_reset (charts.fixture.settings, "style");
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
  set_language (&charts, "pl");
  charts.timeline = show (&charts, "timeline", "KladkaTimelinePage");
  get_scene (charts.timeline->chart);
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
  g_test_add_func ("/ui/charts/a-click-on-a-cell-explains-it", test_click_explains);
  g_test_add_func ("/ui/charts/a-gap-becomes-a-project-and-undo-takes-it-back", test_gap_becomes_project);
  g_test_add_func ("/ui/charts/keys-walk-the-grid-cell-by-cell", test_keys_walk_grid);
  g_test_add_func ("/ui/charts/the-focus-is-a-cell-to-a-screen-reader", test_focus_is_a_cell);
  g_test_add_func ("/ui/charts/every-dimension-and-unit-has-a-grid", test_every_dimension);
  g_test_add_func ("/ui/charts/the-options-change-what-counts", test_options);
  g_test_add_func ("/ui/charts/the-grid-has-a-table-twin", test_table_twin);
  g_test_add_func ("/ui/charts/an-empty-plan-says-what-is-missing", test_empty_plan);
  g_test_add_func ("/ui/charts/a-click-on-a-bar-selects-it", test_click_selects);
  g_test_add_func ("/ui/charts/what-is-selected-comes-into-view", test_selection_comes_into_view);
  g_test_add_func ("/ui/charts/zooming-in-and-out-returns-exactly", test_zoom_returns);
  g_test_add_func ("/ui/charts/zoom-buttons-rest-at-the-ends", test_zoom_ends);
  g_test_add_func ("/ui/charts/a-dragged-bar-is-one-step", test_drag_is_one_step);
  g_test_add_func ("/ui/charts/a-cancelled-drag-changes-nothing", test_escape_leaves_all);
  g_test_add_func ("/ui/charts/a-dragged-bar-hangs-on-others-and-tells-of-gaps", test_bars_hang_on_others);
  g_test_add_func ("/ui/charts/a-drag-goes-on-beyond-the-edge", test_drag_goes_beyond_edge);
  g_test_add_func ("/ui/charts/dragged-out-of-the-tray-it-has-dates", test_tray_gives_dates);
  g_test_add_func ("/ui/charts/delete-removes-a-bar-and-undo-brings-it-back", test_delete_key);
  g_test_add_func ("/ui/charts/what-has-started-keeps-its-start", test_started_stays);
  g_test_add_func ("/ui/charts/ctrl-and-arrows-move-bars", test_keys_move_bars);
  g_test_add_func ("/ui/charts/keys-walk-the-rows-and-fold-lanes", test_keys_walk_rows);
  g_test_add_func ("/ui/charts/a-period-on-the-ruler-can-be-zoomed-to", test_period_on_ruler);
  g_test_add_func ("/ui/charts/what-is-searched-for-leaves-out-the-rest", test_search_leaves_out);
  g_test_add_func ("/ui/charts/only-what-changes-is-painted-again", test_paints_what_changes);
  g_test_add_func ("/ui/charts/all-languages-and-styles-without-a-warning", test_languages_and_styles);
  g_test_add_func ("/ui/charts/the-place-survives-a-change-of-language", test_place_survives_language);
  return g_test_run ();
}
