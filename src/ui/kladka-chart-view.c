/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-chart-view-private.h"

#include "kladka-chart-focus.h"
#include "kladka-screen-style.h"

#include <adwaita.h>
#include <math.h>

G_DEFINE_FINAL_TYPE_WITH_CODE (KladkaChartView,
                               kladka_chart_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ---- Look ---- */

static void
forget_measure (KladkaChartView *self)
{
  g_clear_pointer (&self->store, kladka_text_store_free);
  g_clear_pointer (&self->measure, kladka_measure_unref);
  kladka_chart_nodes_forget (self->nodes);
  kladka_chart_view_invalidate (self);
}

KladkaMeasure *
kladka_chart_view_get_measure (KladkaChartView *self)
{
  if (self->measure == NULL)
    {
      self->measure = kladka_screen_measure_new (GTK_WIDGET (self));
      self->store = kladka_text_store_new (self->measure);
      kladka_text_store_set_screen (self->store, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
    }
  return self->measure;
}

static void
style_changed_cb (KladkaChartView *self)
{
  kladka_screen_style_init (&self->style, GTK_WIDGET (self));
  kladka_chart_nodes_forget (self->nodes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
kladka_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (kladka_chart_view_parent_class)->css_changed (widget, change);
  style_changed_cb (KLADKA_CHART_VIEW (widget));
}

static void
kladka_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (kladka_chart_view_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME
      || setting == GTK_SYSTEM_SETTING_FONT_CONFIG)
    forget_measure (KLADKA_CHART_VIEW (widget));
}

/* ---- Layout ---- */

static void
set_scene (KladkaChartView *self, KladkaScene *scene)
{
  g_clear_pointer (&self->scene, kladka_scene_unref);
  g_clear_pointer (&self->top, kladka_scene_unref);
  self->scene = scene;
  self->focused = scene != NULL ? self->calls->find_focus (self->client, scene) : -1;
  /* Marks are numbered anew. */
  self->hover = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* TRUE where the scene still shows the place it was laid out for. */
static gboolean
adjust (KladkaChartView *self, double width, double height)
{
  double x = kladka_chart_view_get_scroll_x (self), y = kladka_chart_view_get_scroll_y (self);

  kladka_chart_view_configure (self, GTK_ORIENTATION_VERTICAL, kladka_scene_get_content_height (self->scene), height,
                               y);
  if (self->calls->scroll_x == NULL)
    kladka_chart_view_configure (self, GTK_ORIENTATION_HORIZONTAL, kladka_scene_get_content_width (self->scene), width,
                                 x);
  return self->calls->scroll_x != NULL
             ? y == kladka_chart_view_get_scroll_y (self)
             : x == kladka_chart_view_get_scroll_x (self) && y == kladka_chart_view_get_scroll_y (self);
}

static void
lay_out (KladkaChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (!self->stale || self->calls == NULL || width <= 0 || height <= 0)
    return;
  self->stale = FALSE;
  kladka_chart_view_get_measure (self);
  set_scene (self, self->calls->lay_out (self->client, width, height));
  if (self->scene != NULL && !adjust (self, width, height))
    set_scene (self, self->calls->lay_out (self->client, width, height));
}

static void
speak (KladkaChartView *self)
{
  g_autofree char *words = NULL;

  if (self->scene != NULL && self->focused >= 0)
    words = kladka_scene_dup_words (self->scene, (guint)self->focused, FALSE);
  kladka_chart_focus_set_words (KLADKA_CHART_FOCUS (self->focus), words);
}

static void
place_focus (KladkaChartView *self)
{
  KladkaBox box = { 0, 0, 1, 1 };
  GtkAllocation place;

  if (self->focus == NULL)
    return;
  if (self->scene != NULL && self->focused >= 0)
    box = kladka_scene_get_mark_box (self->scene, (guint)self->focused);
  place = (GtkAllocation){ (int)box.x, (int)box.y, MAX ((int)box.width, 1), MAX ((int)box.height, 1) };
  speak (self);
  gtk_widget_measure (self->focus, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->focus, &place, -1);
}

/* A menu is a child that nobody else presents. */
static void
present_menus (KladkaChartView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
kladka_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KladkaChartView *self = KLADKA_CHART_VIEW (widget);

  if (self->scene == NULL || kladka_scene_get_width (self->scene) != width
      || kladka_scene_get_height (self->scene) != height)
    self->stale = TRUE;
  lay_out (self);
  place_focus (self);
  present_menus (self);
  if (self->input != NULL)
    kladka_chart_input_update_hover (self->input);
}

static void
kladka_chart_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 400;
}

/* ---- Drawing ---- */

static void
kladka_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KladkaChartView *self = KLADKA_CHART_VIEW (widget);

  if (self->scene == NULL)
    return;
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  kladka_chart_nodes_append (self->nodes, snapshot, self->scene, &self->style, self->store);
  kladka_chart_nodes_append_highlight (snapshot, kladka_chart_view_get_top (self), &self->style, self->store);
  gtk_snapshot_pop (snapshot);
}

/* ---- Tooltips ---- */

static gboolean
kladka_chart_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  KladkaChartView *self = KLADKA_CHART_VIEW (widget);
  KladkaScene *scene = kladka_chart_view_get_scene (self);
  int mark = scene == NULL ? -1 : keyboard ? self->focused : kladka_scene_hit (scene, x, y).mark;
  g_autofree char *words = mark >= 0 ? kladka_scene_dup_words (scene, (guint)mark, TRUE) : NULL;
  g_autofree char *more = NULL;
  g_autofree char *text = NULL;
  KladkaBox box;

  if (words == NULL || self->has_ghost)
    return FALSE;
  if (self->calls->dup_tip != NULL)
    more = self->calls->dup_tip (self->client, (guint)mark);
  text = more != NULL ? g_strconcat (words, "\n", more, NULL) : g_steal_pointer (&words);
  box = kladka_scene_get_mark_box (scene, (guint)mark);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (
      tooltip, &(GdkRectangle){ (int)box.x, (int)box.y, (int)MAX (box.width, 1), (int)MAX (box.height, 1) });
  return TRUE;
}

/* ---- Life ---- */

static gboolean
kladka_chart_view_grab_focus (GtkWidget *widget)
{
  KladkaChartView *self = KLADKA_CHART_VIEW (widget);

  return self->focus != NULL && gtk_widget_grab_focus (self->focus);
}

static void
kladka_chart_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kladka_chart_view_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-visible",
                           G_CALLBACK (kladka_chart_view_queue_highlight), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (kladka_chart_view_queue_highlight), widget, G_CONNECT_SWAPPED);
}

static void
kladka_chart_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), kladka_chart_view_queue_highlight, widget);
  GTK_WIDGET_CLASS (kladka_chart_view_parent_class)->unroot (widget);
}

static void
kladka_chart_view_dispose (GObject *object)
{
  KladkaChartView *self = KLADKA_CHART_VIEW (object);

  g_clear_pointer (&self->focus, gtk_widget_unparent);
  kladka_chart_view_dispose_scroll (self);
  G_OBJECT_CLASS (kladka_chart_view_parent_class)->dispose (object);
}

static void
kladka_chart_view_finalize (GObject *object)
{
  KladkaChartView *self = KLADKA_CHART_VIEW (object);

  g_clear_pointer (&self->input, kladka_chart_input_free);
  g_clear_pointer (&self->scene, kladka_scene_unref);
  g_clear_pointer (&self->top, kladka_scene_unref);
  g_clear_pointer (&self->store, kladka_text_store_free);
  g_clear_pointer (&self->measure, kladka_measure_unref);
  kladka_chart_nodes_free (self->nodes);
  g_free (self->selected);
  g_free (self->bubble);
  G_OBJECT_CLASS (kladka_chart_view_parent_class)->finalize (object);
}

static void
kladka_chart_view_class_init (KladkaChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kladka_chart_view_dispose;
  object_class->finalize = kladka_chart_view_finalize;
  widget_class->size_allocate = kladka_chart_view_size_allocate;
  widget_class->measure = kladka_chart_view_measure;
  widget_class->snapshot = kladka_chart_view_snapshot;
  widget_class->query_tooltip = kladka_chart_view_query_tooltip;
  widget_class->css_changed = kladka_chart_view_css_changed;
  widget_class->system_setting_changed = kladka_chart_view_system_setting_changed;
  widget_class->grab_focus = kladka_chart_view_grab_focus;
  widget_class->root = kladka_chart_view_root;
  widget_class->unroot = kladka_chart_view_unroot;
  kladka_chart_view_class_init_scroll (object_class);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kladka_chart_view_init (KladkaChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->nodes = kladka_chart_nodes_new ();
  self->stale = TRUE;
  self->hover = self->focused = self->selected_row = self->selected_column = -1;
  kladka_chart_view_init_scroll (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_measure), NULL);
  kladka_screen_style_init (&self->style, GTK_WIDGET (self));
}

/* ---- Public ---- */

void
kladka_chart_view_set_client (KladkaChartView *self,
                              const KladkaChartClient *calls,
                              gpointer client,
                              GtkAccessibleRole role)
{
  g_return_if_fail (self->calls == NULL);
  self->calls = calls;
  self->client = client;
  self->focus = kladka_chart_focus_new (role);
  gtk_widget_set_parent (self->focus, GTK_WIDGET (self));
  self->input = kladka_chart_input_new (self, calls, client);
  kladka_chart_view_invalidate (self);
}

void
kladka_chart_view_invalidate (KladkaChartView *self)
{
  self->stale = TRUE;
  /* Not only allocate: GTK 4.8 loses that where a scrollbar has asked for the same within the frame. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

KladkaScene *
kladka_chart_view_get_scene (KladkaChartView *self)
{
  lay_out (self);
  return self->scene;
}

const char *
kladka_chart_view_get_spoken (KladkaChartView *self)
{
  return kladka_chart_focus_get_words (KLADKA_CHART_FOCUS (self->focus));
}

guint
kladka_chart_view_get_n_painted (KladkaChartView *self)
{
  return kladka_chart_nodes_get_n_painted (self->nodes);
}
