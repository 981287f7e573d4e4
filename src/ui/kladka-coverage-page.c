/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-coverage-page-private.h"
#include "kladka-table-window.h"

G_DEFINE_FINAL_TYPE (KladkaCoveragePage, kladka_coverage_page, GTK_TYPE_WIDGET)

/* ---- Actions ---- */

static void
drop_cell (KladkaCoveragePage *self)
{
  if (kladka_view_state_get_cell (self->state)->chosen)
    kladka_view_state_set_cell (self->state, &(KladkaCellChoice){ 0 });
}

static void
dimension_selected_cb (KladkaCoveragePage *self)
{
  KladkaDimension dimension = gtk_drop_down_get_selected (self->dimension);

  if (self->grid == NULL || dimension == kladka_grid_state_get_dimension (self->grid))
    return;
  drop_cell (self);
  self->focus_place = 0;
  kladka_grid_state_set_dimension (self->grid, dimension);
}

static void
unit_selected_cb (KladkaCoveragePage *self)
{
  KladkaPeriodUnit unit = gtk_drop_down_get_selected (self->unit);

  if (self->grid == NULL || unit == kladka_grid_state_get_unit (self->grid))
    return;
  drop_cell (self);
  self->focus_column = MIN (self->focus_column, 0);
  self->seeks_today = TRUE;
  kladka_grid_state_set_unit (self->grid, unit);
  g_settings_set_enum (self->settings, "coverage-unit", (int)unit);
}

static void
unverified_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  KladkaCoveragePage *self = data;
  KladkaCoverageSpec spec = *kladka_view_state_get_spec (self->state);

  spec.include_unverified = g_variant_get_boolean (value);
  kladka_view_state_set_spec (self->state, &spec);
}

static void
hide_empty_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  KladkaCoveragePage *self = data;

  g_simple_action_set_state (action, value);
  kladka_grid_state_set_hide_empty (self->grid, g_variant_get_boolean (value));
}

static void
line_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  KladkaCoveragePage *self = data;
  KladkaCoverageSpec spec = *kladka_view_state_get_spec (self->state);

  for (guint line = 0; line < KLADKA_N_CERTAINTIES; line++)
    if (g_str_equal (kladka_certainty_get_code (line), g_variant_get_string (value, NULL)))
      spec.line = line;
  kladka_view_state_set_spec (self->state, &spec);
}

static void
table_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaCoveragePage *self = data;
  KladkaGrid *grid = kladka_grid_state_get_grid (self->grid);
  KladkaWords *words = kladka_view_state_get_words (self->state);
  KladkaPlan *plan = kladka_view_state_get_plan (self->state);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (KladkaTable) table = NULL;

  if (grid == NULL)
    return;
  table = kladka_grid_dup_table (grid, words, kladka_plan_get_default_marking (plan));
  gtk_window_present (
      GTK_WINDOW (kladka_table_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, table, words)));
}

static void
plan_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaCoveragePage *self = data;
  const KladkaPlanInfo *info = kladka_plan_get_info (kladka_view_state_get_plan (self->state));

  if (info != NULL)
    kladka_view_state_select (self->state, info->base.ref);
}

static void
show_everything_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaCoveragePage *self = data;

  kladka_view_state_set_search_text (self->state, "");
}

static gboolean
table_shortcut_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  table_cb (NULL, NULL, widget);
  return TRUE;
}

/* As long as the page is shown, wherever the focus is. */
static void
add_shortcut (KladkaCoveragePage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control><Shift>t"),
                                                          gtk_callback_action_new (table_shortcut_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* ---- What the state tells ---- */

static const char *
choose_view (KladkaCoveragePage *self)
{
  KladkaGrid *grid = kladka_grid_state_get_grid (self->grid);
  KladkaPlan *plan = kladka_view_state_get_plan (self->state);

  if (plan == NULL || grid == NULL)
    return "waiting";
  if (kladka_plan_get_n_records (plan, KLADKA_TYPE_NEED) == 0)
    return "no-needs";
  if (kladka_grid_get_n_periods (grid) == 0)
    return "no-period";
  if (kladka_grid_state_get_rows (self->grid)->len == 0 && kladka_grid_state_is_searched (self->grid))
    return "nothing";
  if (kladka_grid_state_get_rows (self->grid)->len == 0)
    return kladka_grid_state_get_hide_empty (self->grid) ? "all-hidden" : "no-needs";
  return "chart";
}

static void
show_cell (KladkaCoveragePage *self)
{
  guint row, period;

  if (!kladka_grid_state_find_cell (self->grid, kladka_view_state_get_cell (self->state), &row, &period))
    {
      kladka_chart_view_set_selected_cell (self->chart, -1, -1);
      return;
    }
  kladka_chart_view_set_selected_cell (self->chart, (int)row, (int)period);
  self->focus_place = MAX (kladka_grid_state_find_place (self->grid, (int)row), 0);
  self->focus_column = period < kladka_grid_get_n_periods (kladka_grid_state_get_grid (self->grid)) ? (int)period : -1;
}

/* The pane that opens takes room: the cell may come to lie under it. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KladkaCoveragePage *self = KLADKA_COVERAGE_PAGE (widget);

  if (self->reveals > 0 && --self->reveals > 0)
    return G_SOURCE_CONTINUE;
  kladka_coverage_page_reveal_focus (self);
  return G_SOURCE_REMOVE;
}

static void
cell_changed_cb (KladkaCoveragePage *self)
{
  show_cell (self);
  if (!kladka_view_state_get_cell (self->state)->chosen || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->reveals == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
  self->reveals = 3;
}

static void
show_note (KladkaCoveragePage *self)
{
  KladkaGrid *grid = kladka_grid_state_get_grid (self->grid);
  g_autofree char *note = NULL;

  if (grid == NULL)
    return;
  note = kladka_coverage_spec_dup_note (kladka_coverage_get_spec (kladka_grid_get_coverage (grid)),
                                        kladka_view_state_get_words (self->state));
  gtk_label_set_label (self->note, note);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->note), note);
}

static gboolean
seek_today_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KladkaCoveragePage *self = KLADKA_COVERAGE_PAGE (widget);

  if (self->seeks_today && !kladka_coverage_page_seek_today (self))
    return G_SOURCE_CONTINUE;
  self->seeks_today = FALSE;
  return G_SOURCE_REMOVE;
}

static void
grid_changed_cb (KladkaCoveragePage *self)
{
  const GArray *rows = kladka_grid_state_get_rows (self->grid);

  gtk_stack_set_visible_child_name (self->stack, choose_view (self));
  self->focus_place = rows != NULL ? CLAMP (self->focus_place, 0, MAX ((int)rows->len - 1, 0)) : 0;
  show_note (self);
  show_cell (self);
  kladka_chart_view_invalidate (self->chart);
  kladka_chart_legend_update (self->legend);
  if (self->seeks_today && kladka_grid_state_get_grid (self->grid) != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), seek_today_cb, NULL, NULL);
}

static KladkaScene *
lay_out_legend (gpointer client, double width, KladkaMeasure *measure)
{
  KladkaCoveragePage *self = client;
  KladkaGrid *grid = kladka_grid_state_get_grid (self->grid);

  return grid != NULL ? kladka_grid_chart_layout_legend (grid, kladka_grid_state_get_rows (self->grid), width, measure,
                                                         kladka_view_state_get_words (self->state))
                      : NULL;
}

/* ---- Overrides ---- */

static void
kladka_coverage_page_map (GtkWidget *widget)
{
  kladka_grid_state_hold (KLADKA_COVERAGE_PAGE (widget)->grid);
  GTK_WIDGET_CLASS (kladka_coverage_page_parent_class)->map (widget);
}

static void
kladka_coverage_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kladka_coverage_page_parent_class)->unmap (widget);
  kladka_grid_state_release (KLADKA_COVERAGE_PAGE (widget)->grid);
}

static gboolean
kladka_coverage_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KLADKA_COVERAGE_PAGE (widget)->chart));
}

static void
kladka_coverage_page_dispose (GObject *object)
{
  KladkaCoveragePage *self = KLADKA_COVERAGE_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_object (&self->grid);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (kladka_coverage_page_parent_class)->dispose (object);
}

static void
kladka_coverage_page_class_init (KladkaCoveragePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_coverage_page_dispose;
  widget_class->map = kladka_coverage_page_map;
  widget_class->unmap = kladka_coverage_page_unmap;
  widget_class->grab_focus = kladka_coverage_page_grab_focus;
  g_type_ensure (KLADKA_TYPE_CHART_VIEW);
  g_type_ensure (KLADKA_TYPE_CHART_LEGEND);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-coverage-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaCoveragePage, stack);
  gtk_widget_class_bind_template_child (widget_class, KladkaCoveragePage, dimension);
  gtk_widget_class_bind_template_child (widget_class, KladkaCoveragePage, unit);
  gtk_widget_class_bind_template_child (widget_class, KladkaCoveragePage, line_menu);
  gtk_widget_class_bind_template_child (widget_class, KladkaCoveragePage, note);
  gtk_widget_class_bind_template_child (widget_class, KladkaCoveragePage, chart);
  gtk_widget_class_bind_template_child (widget_class, KladkaCoveragePage, legend);
  gtk_widget_class_bind_template_callback (widget_class, dimension_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_selected_cb);
}

static void
kladka_coverage_page_init (KladkaCoveragePage *self)
{
  self->seeks_today = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcut (self);
}

/* ---- Making ---- */

static void
fill_drop_downs (KladkaCoveragePage *self, KladkaGridState *grid)
{
  KladkaWords *words = kladka_view_state_get_words (self->state);
  g_autoptr (GtkStringList) dimensions = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) units = gtk_string_list_new (NULL);

  for (guint dimension = 0; dimension < KLADKA_N_DIMENSIONS; dimension++)
    gtk_string_list_append (dimensions, kladka_dimension_get_label (dimension, words));
  for (guint unit = KLADKA_PERIOD_MONTH; unit <= KLADKA_PERIOD_YEAR; unit++)
    gtk_string_list_append (units, kladka_period_unit_get_label (unit, words));
  gtk_drop_down_set_model (self->dimension, G_LIST_MODEL (dimensions));
  gtk_drop_down_set_model (self->unit, G_LIST_MODEL (units));
  gtk_drop_down_set_selected (self->dimension, kladka_grid_state_get_dimension (grid));
  gtk_drop_down_set_selected (self->unit, kladka_grid_state_get_unit (grid));
  for (guint line = 0; line < KLADKA_N_CERTAINTIES; line++)
    {
      g_autofree char *action = g_strconcat ("coverage.line::", kladka_certainty_get_code (line), NULL);
      g_menu_append (self->line_menu, kladka_certainty_get_label (line, words), action);
    }
}

static void
set_action_state (KladkaCoveragePage *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

/* It may have been chosen elsewhere. */
static void
spec_changed_cb (KladkaCoveragePage *self)
{
  const KladkaCoverageSpec *spec = kladka_view_state_get_spec (self->state);

  set_action_state (self, "unverified", g_variant_new_boolean (spec->include_unverified));
  set_action_state (self, "line", g_variant_new_string (kladka_certainty_get_code (spec->line)));
}

static void
add_actions (KladkaCoveragePage *self, KladkaGridState *grid)
{
  static const GActionEntry entries[] = {
    { "unverified", NULL, NULL, "false", unverified_cb },
    { "hide-empty", NULL, NULL, "false", hide_empty_cb },
    { "line", NULL, "s", "'end-unknown'", line_cb },
    { "table", table_cb },
    { "plan", plan_cb },
    { "show-everything", show_everything_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  set_action_state (self, "hide-empty", g_variant_new_boolean (kladka_grid_state_get_hide_empty (grid)));
  spec_changed_cb (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "coverage", G_ACTION_GROUP (self->actions));
}

GtkWidget *
kladka_coverage_page_new (KladkaViewState *state)
{
  KladkaCoveragePage *self = g_object_new (KLADKA_TYPE_COVERAGE_PAGE, NULL);
  KladkaGridState *grid = kladka_view_state_get_grid (state);

  self->state = g_object_ref (state);
  self->settings = g_settings_new ("org.kladka.Kladka");
  if (kladka_grid_state_get_grid (grid) == NULL)
    kladka_grid_state_set_unit (grid, (KladkaPeriodUnit)g_settings_get_enum (self->settings, "coverage-unit"));
  fill_drop_downs (self, grid);
  add_actions (self, grid);
  self->grid = g_object_ref (grid);
  kladka_chart_view_set_client (self->chart, &kladka_coverage_client, self, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  kladka_chart_legend_set_maker (self->legend, lay_out_legend, self);
  g_signal_connect_object (grid, "changed", G_CALLBACK (grid_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "spec-changed", G_CALLBACK (spec_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "cell-changed", G_CALLBACK (cell_changed_cb), self, G_CONNECT_SWAPPED);
  grid_changed_cb (self);
  return GTK_WIDGET (self);
}

KladkaChartView *
kladka_coverage_page_get_chart (KladkaCoveragePage *self)
{
  return self->chart;
}
