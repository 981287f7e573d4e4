/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-timeline-page-private.h"

#define STUB 42 /* px of a bar one end of which is not known */

static const KladkaMark *
peek_mark (KladkaTimelinePage *self, int mark)
{
  KladkaScene *scene = kladka_chart_view_get_scene (self->chart);

  return scene != NULL && mark >= 0 ? kladka_scene_get_mark (scene, (guint)mark) : NULL;
}

static KladkaMovePart
get_part (KladkaZone zone)
{
  return zone == KLADKA_ZONE_START ? KLADKA_MOVE_START : zone == KLADKA_ZONE_END ? KLADKA_MOVE_END : KLADKA_MOVE_WHOLE;
}

/* ---- What can be dragged ---- */

static gboolean
can_drag (const KladkaRecord *record, KladkaMovePart part)
{
  return record != NULL
         && (kladka_move_check (record, part) == KLADKA_HOLD_NONE
             || (part == KLADKA_MOVE_WHOLE && kladka_move_can_place (record)));
}

const char *
kladka_timeline_get_cursor (gpointer client, const KladkaHit *hit)
{
  KladkaTimelinePage *self = client;
  const KladkaMark *mark = peek_mark (self, hit->mark);
  const KladkaRecord *record;

  if (mark == NULL || !(mark->flags & KLADKA_MARK_DRAGS))
    return NULL;
  record = kladka_timeline_page_get_record (self, mark->ref);
  if (!can_drag (record, get_part (hit->zone)))
    return NULL;
  return hit->zone == KLADKA_ZONE_BODY ? "grab" : "ew-resize";
}

char *
kladka_timeline_dup_tip (gpointer client, guint mark)
{
  KladkaTimelinePage *self = client;
  const KladkaMark *it = peek_mark (self, (int)mark);
  const KladkaRecord *record = kladka_timeline_page_get_record (self, it->ref);

  if (record == NULL || !(it->flags & KLADKA_MARK_DRAGS))
    return NULL;
  if (kladka_move_can_place (record))
    return g_strdup (kladka_words_get (kladka_view_state_get_words (self->state),
                                       KN_ ("Drag it to the days that it is planned for.")));
  return g_strdup (
      kladka_hold_get_words (kladka_move_check (record, KLADKA_MOVE_WHOLE), kladka_view_state_get_words (self->state)));
}

/* ---- A period on the ruler ---- */

static KladkaSpan
get_period (KladkaTimelinePage *self, double dx)
{
  double begin = kladka_scale_get_x (self->scale, self->drag.day), end = self->drag.x + dx;
  double from = MIN (begin, end), to = MAX (begin, end);
  KladkaTickUnit unit = kladka_ticks_choose_minor (self->scale, kladka_chart_view_get_measure (self->chart),
                                                   kladka_view_state_get_words (self->state));
  gint32 first = kladka_tick_unit_floor (unit, kladka_scale_get_day_at (self->scale, from));
  gint32 last = kladka_scale_get_day_at (self->scale, MIN (to, MAX (from, self->plot_width)));

  return (KladkaSpan){ first, kladka_tick_unit_next (unit, last) };
}

static void
drag_period (KladkaTimelinePage *self, KladkaDragPhase phase, double dx)
{
  KladkaSpan none = { 0, 0 };

  kladka_timeline_page_set_period (self, phase == KLADKA_DRAG_CANCEL ? none : get_period (self, dx));
  if (phase == KLADKA_DRAG_END)
    gtk_widget_grab_focus (self->zoom_period);
}

/* ---- A bar ---- */

/* Where the bar would lie; an end that is not known stays a stub. */
static KladkaBox
get_ghost (KladkaTimelinePage *self)
{
  const KladkaMove *move = &self->drag.after;
  gboolean has_start = kladka_date_is_set (move->start), has_end = kladka_date_is_set (move->end);
  double start = has_start ? kladka_scale_get_x (self->scale, kladka_date_get_first_day (move->start)) : 0;
  double end = has_end ? kladka_scale_get_x (self->scale, kladka_date_get_last_day (move->end) + 1) : start + STUB;
  KladkaBox box = self->drag.box;

  if (!has_start)
    start = end - STUB;
  start = MAX (start, -40);
  end = MIN (end, self->plot_width + 40);
  box.y += self->drag.scroll_y - kladka_chart_view_get_scroll_y (self->chart);
  box.x = self->label_width + start;
  box.width = MAX (end - start, 2);
  return box;
}

/* How far the bar itself was dragged: the chart may have moved below the pointer. */
static double
get_way (KladkaTimelinePage *self)
{
  double day = kladka_scale_get_day (self->scale, self->drag.x + self->drag.dx);

  return (day - self->drag.day) * kladka_scale_get_px_per_day (self->scale);
}

/* Shift: to the day. Alt: and to no other bar. */
static void
move_bar (KladkaTimelinePage *self, const KladkaRecord *record, GdkModifierType state)
{
  KladkaScene *scene = kladka_chart_view_get_scene (self->chart);
  KladkaTickUnit unit = kladka_ticks_choose_minor (self->scale, kladka_chart_view_get_measure (self->chart),
                                                   kladka_view_state_get_words (self->state));
  g_autoptr (GArray) edges = kladka_edges_list (kladka_view_state_get_plan (self->state), scene, self->drag.ref);
  double way = get_way (self);

  if (state & (GDK_SHIFT_MASK | GDK_ALT_MASK))
    unit = KLADKA_TICK_DAY;
  if (kladka_move_can_place (record))
    {
      self->drag.after = kladka_move_place (kladka_scale_get_day_at (self->scale, self->drag.x + self->drag.dx), unit);
      return;
    }
  self->drag.after = kladka_move_drag (record, self->drag.part, self->scale, way, unit);
  self->drag.has_catch =
      !(state & GDK_ALT_MASK)
      && kladka_move_catch (record, self->drag.part, self->scale, way, edges, &self->drag.after, &self->drag.caught);
}

static char *
dup_bubble (KladkaTimelinePage *self)
{
  KladkaWords *words = kladka_view_state_get_words (self->state);
  KladkaPlan *plan = kladka_view_state_get_plan (self->state);
  g_autofree char *dates = kladka_move_dup_words (&self->drag.before, &self->drag.after, words);
  g_autofree char *caught = self->drag.has_catch ? kladka_catch_dup_words (&self->drag.caught, plan, words) : NULL;
  g_autofree char *effect = kladka_move_effect_dup_words (self->drag.effect, words);
  GString *text = g_string_new (dates);

  if (caught != NULL)
    g_string_append_printf (text, "\n%s", caught);
  if (!kladka_move_equal (&self->drag.before, &self->drag.after))
    g_string_append_printf (text, "\n%s", effect);
  return g_string_free (text, FALSE);
}

static void
show_ghost (KladkaTimelinePage *self)
{
  g_autofree char *bubble = dup_bubble (self);
  KladkaBox box = get_ghost (self);

  kladka_chart_view_set_ghost (self->chart, &box, bubble);
}

static void
effect_changed_cb (KladkaTimelinePage *self)
{
  if (self->drag.moving)
    show_ghost (self);
}

static void
update_ghost (KladkaTimelinePage *self, double dx, GdkModifierType state)
{
  const KladkaRecord *record = kladka_timeline_page_get_record (self, self->drag.ref);

  if (record == NULL)
    return;
  self->drag.moving = TRUE;
  self->drag.dx = dx;
  move_bar (self, record, state);
  kladka_move_effect_ask (self->drag.effect, &self->drag.after);
  show_ghost (self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->chart),
                                   self->drag.part == KLADKA_MOVE_WHOLE ? "grabbing" : "ew-resize");
}

gboolean
kladka_timeline_drag_begin (gpointer client, const KladkaHit *hit, double x, double y)
{
  KladkaTimelinePage *self = client;
  const KladkaMark *mark = peek_mark (self, hit->mark);
  const KladkaRecord *record;

  kladka_timeline_page_drop_ghost (self);
  kladka_timeline_page_forget_drag (self);
  self->drag.part = get_part (hit->zone);
  self->drag.x = x - self->label_width;
  self->drag.day = kladka_scale_get_day (self->scale, self->drag.x);
  self->drag.scroll_y = kladka_chart_view_get_scroll_y (self->chart);
  if (hit->zone == KLADKA_ZONE_RULER)
    return TRUE;
  if (mark == NULL || !(mark->flags & KLADKA_MARK_DRAGS))
    return FALSE;
  record = kladka_timeline_page_get_record (self, mark->ref);
  if (!can_drag (record, self->drag.part))
    return FALSE;
  self->drag.ref = mark->ref;
  self->drag.before = self->drag.after = kladka_move_get (record);
  self->drag.box = kladka_scene_get_mark_box (kladka_chart_view_get_scene (self->chart), (guint)hit->mark);
  self->drag.effect = kladka_move_effect_new (kladka_view_state_get_plan (self->state),
                                              kladka_view_state_get_spec (self->state), mark->ref);
  g_signal_connect_object (self->drag.effect, "changed", G_CALLBACK (effect_changed_cb), self, G_CONNECT_SWAPPED);
  return TRUE;
}

void
kladka_timeline_drag_pan (gpointer client, double dx)
{
  KladkaTimelinePage *self = client;

  kladka_timeline_page_set_scale (self, kladka_scale_scroll (self->scale, dx));
}

static void
apply (KladkaTimelinePage *self, const KladkaRecord *record, const KladkaMove *move)
{
  KladkaPlan *plan = kladka_view_state_get_plan (self->state);
  g_autoptr (KladkaEdits) edits = kladka_move_dup_edits (move, plan, record);
  KladkaLang lang = kladka_words_get_lang (kladka_view_state_get_words (self->state));
  const char *args[] = { kladka_type_get (record->type)->name, kladka_plan_get_label (plan, record, lang), NULL };

  if (kladka_edits_get_n (edits) > 0)
    kladka_view_state_apply (self->state, edits, KLADKA_VERB_MOVE, args);
}

static gboolean
ghost_timeout_cb (gpointer data)
{
  KladkaTimelinePage *self = data;

  self->ghost_timeout = 0;
  kladka_timeline_page_drop_ghost (self);
  return G_SOURCE_REMOVE;
}

void
kladka_timeline_page_drop_ghost (KladkaTimelinePage *self)
{
  g_clear_handle_id (&self->ghost_timeout, g_source_remove);
  self->drag.moving = FALSE;
  kladka_chart_view_set_ghost (self->chart, NULL, NULL);
}

void
kladka_timeline_page_forget_drag (KladkaTimelinePage *self)
{
  if (self->drag.effect != NULL)
    g_signal_handlers_disconnect_by_data (self->drag.effect, self);
  g_clear_object (&self->drag.effect);
  self->drag = (KladkaTimelineDrag){ 0 };
}

/* The ghost stays until the bar itself has come: the new plan, or nothing if it was refused. */
static void
drop_bar (KladkaTimelinePage *self)
{
  const KladkaRecord *record = kladka_timeline_page_get_record (self, self->drag.ref);

  self->drag.moving = FALSE;
  if (record == NULL || kladka_move_equal (&self->drag.before, &self->drag.after))
    {
      kladka_timeline_page_drop_ghost (self);
      return;
    }
  self->ghost_timeout = g_timeout_add (800, ghost_timeout_cb, self);
  apply (self, record, &self->drag.after);
}

void
kladka_timeline_drag (gpointer client, KladkaDragPhase phase, double dx, double dy, GdkModifierType state)
{
  KladkaTimelinePage *self = client;

  if (self->drag.ref == 0)
    drag_period (self, phase, dx);
  else if (phase == KLADKA_DRAG_UPDATE)
    update_ghost (self, dx, state);
  else if (phase == KLADKA_DRAG_END)
    drop_bar (self);
  else
    kladka_timeline_page_drop_ghost (self);
}

/* ---- By keyboard ---- */

void
kladka_timeline_page_step (KladkaTimelinePage *self, KladkaMovePart part, int n)
{
  KladkaTimeline *timeline = kladka_timeline_state_get_timeline (self->rows);
  gboolean has_row =
      timeline != NULL && self->focus_row >= 0 && self->focus_row < (int)kladka_timeline_get_n_rows (timeline);
  KladkaRef ref = has_row ? kladka_timeline_get_row_ref (timeline, (guint)self->focus_row) : 0;
  const KladkaRecord *record = ref != 0 ? kladka_timeline_page_get_record (self, ref) : NULL;
  KladkaMove move;

  if (record == NULL || kladka_move_check (record, part) != KLADKA_HOLD_NONE)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->chart));
      return;
    }
  move = kladka_move_step (record, part,
                           kladka_ticks_choose_minor (self->scale, kladka_chart_view_get_measure (self->chart),
                                                      kladka_view_state_get_words (self->state)),
                           n);
  apply (self, record, &move);
}
