/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-timeline-page-private.h"

#define WHEEL_CLICK 3 /* clicks of the wheel that a button or key is worth */

G_DEFINE_FINAL_TYPE (KladkaTimelinePage, kladka_timeline_page, GTK_TYPE_WIDGET)

/* ---- Actions ---- */

/* The selected bar keeps its place where it is seen, else the middle. */
static double
get_zoom_centre (KladkaTimelinePage *self)
{
  KladkaScene *scene = kladka_chart_view_get_scene (self->chart);
  KladkaRef ref = kladka_view_state_get_selection (self->state);
  int mark = scene != NULL && ref != 0 ? kladka_scene_find_ref (scene, ref) : -1;
  KladkaBox box = mark >= 0 ? kladka_scene_get_mark_box (scene, (guint)mark) : (KladkaBox){ 0, 0, 0, 0 };

  return box.width > 0 ? box.x + box.width / 2 - self->label_width : self->plot_width / 2;
}

static void
zoom_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KladkaTimelinePage *self = KLADKA_TIMELINE_PAGE (widget);

  kladka_timeline_page_zoom (self, get_zoom_centre (self), WHEEL_CLICK * KLADKA_SCALE_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KladkaTimelinePage *self = KLADKA_TIMELINE_PAGE (widget);

  kladka_timeline_page_zoom (self, get_zoom_centre (self), -WHEEL_CLICK * KLADKA_SCALE_STEP);
}

static void
zoom_fit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KladkaTimelinePage *self = KLADKA_TIMELINE_PAGE (widget);

  kladka_timeline_page_fit (self, kladka_timeline_page_get_days (self));
}

static void
zoom_period_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KladkaTimelinePage *self = KLADKA_TIMELINE_PAGE (widget);
  KladkaSpan period = self->period;

  if (period.to <= period.from)
    return;
  kladka_timeline_page_set_period (self, (KladkaSpan){ 0, 0 });
  kladka_timeline_page_fit (self, period);
}

static void
clear_period_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kladka_timeline_page_set_period (KLADKA_TIMELINE_PAGE (widget), (KladkaSpan){ 0, 0 });
}

static void
zoom_bar_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KladkaTimelinePage *self = KLADKA_TIMELINE_PAGE (widget);
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);
  int row = timeline != NULL ? kladka_timeline_find_row (timeline, kladka_view_state_get_selection (self->state)) : -1;
  KladkaSpan days = row >= 0 ? kladka_timeline_get_row_days (timeline, (guint)row) : (KladkaSpan){ 0, 0 };
  gint32 around = MAX ((days.to - days.from) / 4, 7);

  if (days.to > days.from)
    kladka_timeline_page_fit (self, (KladkaSpan){ days.from - around, days.to + around });
}

static void
today_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KladkaTimelinePage *self = KLADKA_TIMELINE_PAGE (widget);
  double x = kladka_scale_get_x (self->scale, kladka_view_state_get_spec (self->state)->as_of);

  if (self->has_scale)
    kladka_timeline_page_set_scale (self, kladka_scale_scroll (self->scale, x - self->plot_width / 3));
}

static void
screen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KladkaTimelinePage *self = KLADKA_TIMELINE_PAGE (widget);
  double way = g_str_equal (action, "timeline.screen-left") ? -0.9 : 0.9;

  if (self->has_scale)
    kladka_timeline_page_set_scale (self, kladka_scale_scroll (self->scale, way * self->plot_width));
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KladkaTimelinePage *self = KLADKA_TIMELINE_PAGE (widget);

  kladka_view_state_show_record (self->state, kladka_view_state_get_selection (self->state));
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kladka_timeline_page_step (KLADKA_TIMELINE_PAGE (widget), KLADKA_MOVE_WHOLE,
                             g_str_equal (action, "timeline.earlier") ? -1 : 1);
}

static void
table_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kladka_view_state_set_page (KLADKA_TIMELINE_PAGE (widget)->state, KLADKA_PAGE_PROJECTS);
}

static void
show_everything_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kladka_view_state_set_filter (KLADKA_TIMELINE_PAGE (widget)->state, &(KladkaFilter){ 0 });
}

static void
lanes_selected_cb (KladkaTimelinePage *self)
{
  KladkaLanes lanes = gtk_drop_down_get_selected (self->lanes);

  if (self->rows == NULL || lanes == kladka_timeline_state_get_lanes (self->rows))
    return;
  self->reveals = TRUE;
  kladka_timeline_state_set_lanes (self->rows, lanes);
}

static void
needs_toggled_cb (KladkaTimelinePage *self)
{
  if (self->rows != NULL)
    kladka_timeline_state_set_needs (self->rows, gtk_toggle_button_get_active (self->needs));
}

void
kladka_timeline_page_set_period (KladkaTimelinePage *self, KladkaSpan days)
{
  KladkaWords *words = kladka_view_state_get_words (self->state);
  gboolean chosen = days.to > days.from;
  g_autofree char *from = chosen ? kladka_words_dup_date (words, kladka_date_new_from_day (days.from)) : NULL;
  g_autofree char *to = chosen ? kladka_words_dup_date (words, kladka_date_new_from_day (days.to - 1)) : NULL;
  g_autofree char *text = chosen ? g_strdup_printf ("%s – %s", from, to) : g_strdup ("");

  self->period = days;
  gtk_label_set_label (self->period_label, text);
  if (!chosen && gtk_widget_has_focus (self->zoom_period))
    gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  gtk_revealer_set_reveal_child (self->period_bar, chosen);
  kladka_chart_view_invalidate (self->chart);
}

/* ---- What the state tells ---- */

static void
select_row (KladkaTimelinePage *self)
{
  KladkaRef ref = kladka_view_state_get_selection (self->state);

  kladka_chart_view_set_selected (self->chart, (KladkaRef[]){ ref, 0 });
}

/* Brings the selected record into view; the focus goes along, so that the arrows start there. */
static void
reveal (KladkaTimelinePage *self)
{
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);
  KladkaRef ref = kladka_view_state_get_selection (self->state);
  int row;

  if (!self->reveals || timeline == NULL || kladka_chart_view_get_scene (self->chart) == NULL)
    return;
  self->reveals = FALSE;
  row = kladka_timeline_find_row (timeline, ref);
  if (row < 0)
    return;
  if (self->focus_row < 0 || self->focus_row >= (int)kladka_timeline_get_n_rows (timeline)
      || kladka_timeline_get_row_ref (timeline, (guint)self->focus_row) != ref)
    kladka_timeline_page_focus_row (self, row);
  else
    kladka_timeline_page_reveal_row (self, self->focus_row);
}

static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KladkaTimelinePage *self = KLADKA_TIMELINE_PAGE (widget);

  if (self->frames > 0 && --self->frames > 0)
    return G_SOURCE_CONTINUE;
  reveal (self);
  return G_SOURCE_REMOVE;
}

static void
selection_changed_cb (KladkaTimelinePage *self)
{
  select_row (self);
  self->reveals = TRUE;
  self->frames = 3;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static const char *
choose_view (KladkaTimelinePage *self)
{
  KladkaPlan *plan = kladka_view_state_get_plan (self->state);
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);

  if (plan == NULL || timeline == NULL)
    return "waiting";
  if (kladka_timeline_get_n_rows (timeline) > 0)
    return "chart";
  return kladka_filter_is_any (kladka_view_state_get_filter (self->state)) ? "empty" : "nothing";
}

/* The focus stays with its record, wherever that has gone. */
static void
keep_focus (KladkaTimelinePage *self)
{
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);
  int n = timeline != NULL ? (int)kladka_timeline_get_n_rows (timeline) : 0;
  int row = timeline != NULL && self->focus_ref != 0 ? kladka_timeline_find_row (timeline, self->focus_ref) : -1;

  if (self->focus_row < n && self->focus_row >= 0
      && kladka_timeline_get_row_ref (timeline, (guint)self->focus_row) == self->focus_ref)
    return;
  if (row >= 0)
    self->focus_row = row;
  self->focus_row = CLAMP (self->focus_row, n > 0 ? 0 : -1, n - 1);
  self->focus_ref = self->focus_row >= 0 ? kladka_timeline_get_row_ref (timeline, (guint)self->focus_row) : 0;
}

static void
rows_changed_cb (KladkaTimelinePage *self)
{
  gtk_stack_set_visible_child_name (self->stack, choose_view (self));
  gtk_drop_down_set_selected (self->lanes, kladka_timeline_state_get_lanes (self->rows));
  keep_focus (self);
  kladka_timeline_page_drop_ghost (self);
  kladka_chart_view_invalidate (self->chart);
  if (self->reveals)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
plan_changed_cb (KladkaTimelinePage *self)
{
  KladkaScale scale;

  /* Another document: seen from where it is wanted. */
  self->has_scale = self->has_scale && kladka_timeline_state_get_scale (self->rows, &scale);
  if (kladka_timeline_state_get_timeline (self->rows) == NULL)
    gtk_stack_set_visible_child_name (self->stack, choose_view (self));
}

static KladkaScene *
lay_out_legend (gpointer client, double width, KladkaMeasure *measure)
{
  KladkaTimelinePage *self = client;

  return kladka_timeline_layout_legend (width, measure, kladka_view_state_get_words (self->state));
}

/* ---- Overrides ---- */

static void
kladka_timeline_page_map (GtkWidget *widget)
{
  KladkaTimelinePage *self = KLADKA_TIMELINE_PAGE (widget);

  kladka_timeline_state_set_active (self->rows, TRUE);
  GTK_WIDGET_CLASS (kladka_timeline_page_parent_class)->map (widget);
  if (self->reveals)
    gtk_widget_add_tick_callback (widget, reveal_cb, NULL, NULL);
}

static void
kladka_timeline_page_unmap (GtkWidget *widget)
{
  KladkaTimelinePage *self = KLADKA_TIMELINE_PAGE (widget);

  GTK_WIDGET_CLASS (kladka_timeline_page_parent_class)->unmap (widget);
  kladka_timeline_state_set_active (self->rows, FALSE);
}

static gboolean
kladka_timeline_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KLADKA_TIMELINE_PAGE (widget)->chart));
}

static void
kladka_timeline_page_dispose (GObject *object)
{
  KladkaTimelinePage *self = KLADKA_TIMELINE_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->ghost_timeout, g_source_remove);
  kladka_timeline_page_forget_drag (self);
  if (self->save_timeout != 0)
    g_settings_set_double (self->settings, "timeline-zoom",
                           CLAMP (kladka_scale_get_px_per_day (self->scale), 0.01, 100));
  g_clear_handle_id (&self->save_timeout, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->settings);
  g_clear_object (&self->rows);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (kladka_timeline_page_parent_class)->dispose (object);
}

static gboolean
shortcut_cb (GtkWidget *widget, GVariant *action, gpointer data)
{
  return gtk_widget_get_mapped (widget)
         && gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), NULL);
}

/* As long as the page is shown, wherever the focus is. */
static void
add_shortcuts (KladkaTimelinePage *self)
{
  static const struct {
    const char *trigger, *action;
  } keys[] = {
    { "<Control>plus|<Control>equal|<Control>KP_Add", "timeline.zoom-in" },
    { "<Control>minus|<Control>KP_Subtract", "timeline.zoom-out" },
    { "<Control>0|<Control>KP_0", "timeline.zoom-fit" },
    { "<Control>bracketleft", "timeline.screen-left" },
    { "<Control>bracketright", "timeline.screen-right" },
    { "<Control><Shift>t", "timeline.table" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                gtk_callback_action_new (shortcut_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "timeline.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (klass, "timeline.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (klass, "timeline.zoom-fit", NULL, zoom_fit_cb);
  gtk_widget_class_install_action (klass, "timeline.zoom-bar", NULL, zoom_bar_cb);
  gtk_widget_class_install_action (klass, "timeline.zoom-period", NULL, zoom_period_cb);
  gtk_widget_class_install_action (klass, "timeline.clear-period", NULL, clear_period_cb);
  gtk_widget_class_install_action (klass, "timeline.today", NULL, today_cb);
  gtk_widget_class_install_action (klass, "timeline.screen-left", NULL, screen_cb);
  gtk_widget_class_install_action (klass, "timeline.screen-right", NULL, screen_cb);
  gtk_widget_class_install_action (klass, "timeline.open", NULL, open_cb);
  gtk_widget_class_install_action (klass, "timeline.earlier", NULL, move_cb);
  gtk_widget_class_install_action (klass, "timeline.later", NULL, move_cb);
  gtk_widget_class_install_action (klass, "timeline.table", NULL, table_cb);
  gtk_widget_class_install_action (klass, "timeline.show-everything", NULL, show_everything_cb);
}

static void
kladka_timeline_page_class_init (KladkaTimelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_timeline_page_dispose;
  widget_class->map = kladka_timeline_page_map;
  widget_class->unmap = kladka_timeline_page_unmap;
  widget_class->grab_focus = kladka_timeline_page_grab_focus;
  install_actions (widget_class);
  g_type_ensure (KLADKA_TYPE_CHART_VIEW);
  g_type_ensure (KLADKA_TYPE_CHART_LEGEND);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaTimelinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, KladkaTimelinePage, lanes);
  gtk_widget_class_bind_template_child (widget_class, KladkaTimelinePage, needs);
  gtk_widget_class_bind_template_child (widget_class, KladkaTimelinePage, chart);
  gtk_widget_class_bind_template_child (widget_class, KladkaTimelinePage, legend);
  gtk_widget_class_bind_template_child (widget_class, KladkaTimelinePage, period_bar);
  gtk_widget_class_bind_template_child (widget_class, KladkaTimelinePage, period_label);
  gtk_widget_class_bind_template_child (widget_class, KladkaTimelinePage, zoom_period);
  gtk_widget_class_bind_template_child_full (widget_class, "bar_menu", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, lanes_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, needs_toggled_cb);
}

static void
kladka_timeline_page_init (KladkaTimelinePage *self)
{
  self->focus_row = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);
}

static void
fill_lanes (KladkaTimelinePage *self)
{
  KladkaWords *words = kladka_view_state_get_words (self->state);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint lanes = KLADKA_LANES_NONE; lanes <= KLADKA_LANES_INSTITUTION; lanes++)
    gtk_string_list_append (labels, kladka_lanes_get_label (lanes, words));
  gtk_drop_down_set_model (self->lanes, G_LIST_MODEL (labels));
}

static void
add_menu (KladkaTimelinePage *self)
{
  GMenuModel *model =
      G_MENU_MODEL (gtk_widget_get_template_child (GTK_WIDGET (self), KLADKA_TYPE_TIMELINE_PAGE, "bar_menu"));

  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self->chart));
}

GtkWidget *
kladka_timeline_page_new (KladkaViewState *state)
{
  KladkaTimelinePage *self = g_object_new (KLADKA_TYPE_TIMELINE_PAGE, NULL);
  KladkaTimelineState *rows = kladka_view_state_get_timeline (state);

  self->state = g_object_ref (state);
  self->settings = g_settings_new ("org.kladka.Kladka");
  fill_lanes (self);
  gtk_drop_down_set_selected (self->lanes, kladka_timeline_state_get_lanes (rows));
  gtk_toggle_button_set_active (self->needs, kladka_timeline_state_get_needs (rows));
  self->rows = g_object_ref (rows);
  add_menu (self);
  kladka_chart_view_set_client (self->chart, &kladka_timeline_client, self, GTK_ACCESSIBLE_ROLE_BUTTON);
  kladka_chart_legend_set_maker (self->legend, lay_out_legend, self);
  g_signal_connect_object (rows, "changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "plan-changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->stack, choose_view (self));
  selection_changed_cb (self);
  return GTK_WIDGET (self);
}

KladkaChartView *
kladka_timeline_page_get_chart (KladkaTimelinePage *self)
{
  return self->chart;
}
