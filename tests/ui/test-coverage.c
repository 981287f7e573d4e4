/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The coverage chart in the real window. What the gestures call is called as they do. */

#include "charts-fixture.h"
#include "kladka-explain-pane.h"

static int
find_cell_in_state (Charts *self, KladkaCellState state)
{
  KladkaScene *scene = charts_get_scene (self->coverage->chart);
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
  KladkaHit hit = charts_hit_mark (self->coverage->chart, mark);
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
  n = kladka_plan_get_n_records (charts_get_plan (&charts), KLADKA_TYPE_PROJECT);
  g_signal_emit_by_name (ui_find (GTK_WIDGET (charts.window), "GtkButton", "New _project for this gap"), "clicked");
  WAIT_FOR (kladka_plan_get_n_records (charts_get_plan (&charts), KLADKA_TYPE_PROJECT) == n + 1);
  ui_activate (charts.window, "win.undo", NULL);
  WAIT_FOR (kladka_plan_get_n_records (charts_get_plan (&charts), KLADKA_TYPE_PROJECT) == n);
  charts_clear (&charts);
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
  before = charts_press (&charts, GDK_KEY_Right, 0);
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      char *now = charts_press (&charts, way[i], 0);

      g_assert_nonnull (now);
      g_assert_cmpstr (now, !=, before);
      g_free (before);
      before = now;
    }
  g_free (charts_press (&charts, GDK_KEY_Home, GDK_CONTROL_MASK));
  n_rows = kladka_grid_state_get_rows (charts.coverage->grid)->len;
  g_free (charts_press (&charts, GDK_KEY_minus, 0));
  g_assert_cmpuint (kladka_grid_state_get_rows (charts.coverage->grid)->len, <, n_rows);
  g_free (charts_press (&charts, GDK_KEY_plus, 0));
  g_assert_cmpuint (kladka_grid_state_get_rows (charts.coverage->grid)->len, ==, n_rows);
  g_free (charts_press (&charts, GDK_KEY_Right, 0));
  g_free (charts_press (&charts, GDK_KEY_Return, 0));
  g_assert_true (kladka_view_state_get_cell (charts.state)->chosen);
  g_free (charts_press (&charts, GDK_KEY_Escape, 0));
  g_assert_false (kladka_view_state_get_cell (charts.state)->chosen);
  charts_clear (&charts);
}

/* The grid scrolls to the as-of day once it is laid out, and may leave a cell behind that had the focus before. */
static void
press_until_spoken (Charts *self, guint keyval)
{
  for (guint i = 0; i < 50; i++)
    {
      g_free (charts_press (self, keyval, 0));
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

/* What GTK does with keys wherever the focus is. */
static gboolean
press_anywhere (GtkWidget *page, const char *keys)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (keys);
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !done; i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts)
          || gtk_shortcut_controller_get_scope (GTK_SHORTCUT_CONTROLLER (shortcuts)) != GTK_SHORTCUT_SCOPE_GLOBAL)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (shortcuts) && !done; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);

          done = gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger)
                 && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, page,
                                                  gtk_shortcut_get_arguments (shortcut));
        }
    }
  return done;
}

static void
test_table_by_keys (void)
{
  Charts charts = { 0 };
  GtkWidget *twin;

  charts_open_coverage (&charts);
  g_assert_true (press_anywhere (GTK_WIDGET (charts.coverage), "<Control><Shift>t"));
  WAIT_FOR (ui_find_toplevel ("KladkaTableWindow") != NULL);
  twin = ui_find_toplevel ("KladkaTableWindow");
  WAIT_FOR (gtk_widget_get_mapped (twin));
  gtk_window_destroy (GTK_WINDOW (twin));
  /* On another page they mean nothing of this one. */
  ui_activate (charts.window, "win.page", "needs");
  g_assert_false (press_anywhere (GTK_WIDGET (charts.coverage), "<Control><Shift>t"));
  charts_clear (&charts);
}

static void
test_empty_plan (void)
{
  Charts charts = { 0 };

  ui_fixture_init (&charts.fixture);
  charts.window = ui_fixture_open_new (&charts.fixture);
  charts.state = kladka_window_get_state (charts.window);
  charts.coverage = charts_show (&charts, "coverage", "KladkaCoveragePage");
  WAIT_FOR (g_str_equal (gtk_stack_get_visible_child_name (charts.coverage->stack), "no-needs"));
  charts.timeline = charts_show (&charts, "timeline", "KladkaTimelinePage");
  WAIT_FOR (g_str_equal (gtk_stack_get_visible_child_name (charts.timeline->stack), "empty"));
  charts_clear (&charts);
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
      charts_set_language (&charts, languages[i]);
      for (guint j = 0; j < G_N_ELEMENTS (styles); j++)
        {
          g_settings_set_string (charts.fixture.settings, "style", styles[j]);
          charts.timeline = charts_show (&charts, "timeline", "KladkaTimelinePage");
          charts_get_scene (charts.timeline->chart);
          charts.coverage = charts_show (&charts, "coverage", "KladkaCoveragePage");
          charts_get_scene (charts.coverage->chart);
        }
    }
  g_settings_reset (charts.fixture.settings, "style");
  charts_clear (&charts);
}

/* What is opened and closed while only some rows are seen would be found otherwise afterwards. */
static void
test_search_leaves_rows_as_they_were (void)
{
  Charts charts = { 0 };
  KladkaGridState *grid;
  guint n;

  charts_open_coverage (&charts);
  grid = charts.coverage->grid;
  n = kladka_grid_state_get_rows (grid)->len;
  kladka_view_state_set_search_text (charts.state, "edr");
  g_assert_cmpuint (kladka_grid_state_get_rows (grid)->len, <, n);
  g_assert_true (kladka_grid_state_is_open (grid, g_array_index (kladka_grid_state_get_rows (grid), guint, 0)));
  kladka_grid_state_toggle_row (grid, g_array_index (kladka_grid_state_get_rows (grid), guint, 0));
  kladka_view_state_set_search_text (charts.state, "");
  g_assert_cmpuint (kladka_grid_state_get_rows (grid)->len, ==, n);
  charts_clear (&charts);
}

int
main (int argc, char **argv)
{
  /* xrun brings a home of its own. */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/coverage/a-click-on-a-cell-explains-it", test_click_explains);
  g_test_add_func ("/ui/coverage/a-gap-becomes-a-project-and-undo-takes-it-back", test_gap_becomes_project);
  g_test_add_func ("/ui/coverage/a-search-leaves-rows-as-they-were", test_search_leaves_rows_as_they_were);
  g_test_add_func ("/ui/coverage/keys-walk-the-grid-cell-by-cell", test_keys_walk_grid);
  g_test_add_func ("/ui/coverage/the-focus-is-a-cell-to-a-screen-reader", test_focus_is_a_cell);
  g_test_add_func ("/ui/coverage/every-dimension-and-unit-has-a-grid", test_every_dimension);
  g_test_add_func ("/ui/coverage/the-options-change-what-counts", test_options);
  g_test_add_func ("/ui/coverage/the-grid-has-a-table-twin", test_table_twin);
  g_test_add_func ("/ui/coverage/keys-show-the-table-from-anywhere", test_table_by_keys);
  g_test_add_func ("/ui/coverage/an-empty-plan-says-what-is-missing", test_empty_plan);
  g_test_add_func ("/ui/coverage/all-languages-and-styles-without-a-warning", test_languages_and_styles);
  return g_test_run ();
}
