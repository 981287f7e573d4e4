/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Another language is another view state, with all that was chosen in the one before it. */

#include "desk.h"
#include "kladka-grid-state.h"
#include "kladka-timeline-state.h"

typedef struct {
  Desk *desk;
  KladkaViewState *before;
  KladkaViewState *after;
} Room;

static void
set_up (Room *room, gconstpointer data)
{
  room->desk = desk_new (KLADKA_LANG_EN);
  desk_furnish (room->desk);
  room->before = room->desk->view_state;
}

static void
change_language (Room *room)
{
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_PL, NULL);

  room->after = kladka_view_state_new_in_words (room->before, words);
  g_assert_true (kladka_view_state_get_words (room->after) == words);
  g_assert_true (kladka_view_state_get_plan (room->after) == desk_get_plan (room->desk));
}

static void
tear_down (Room *room, gconstpointer data)
{
  desk_let_go (room->after);
  desk_free (room->desk);
}

static void
test_what_is_looked_at (Room *room, gconstpointer data)
{
  KladkaRef need = desk_find (room->desk, "need-2");
  KladkaCellChoice cell = {
    .chosen = TRUE, .dimension = KLADKA_DIMENSION_TAG, .tag = (char *)"edr", .months = { 7, 9 }
  };
  const KladkaCellChoice *kept;

  kladka_view_state_set_page (room->before, KLADKA_PAGE_COVERAGE);
  kladka_view_state_select (room->before, need);
  kladka_view_state_set_search_text (room->before, "lodz");
  kladka_view_state_set_cell (room->before, &cell);
  change_language (room);
  kept = kladka_view_state_get_cell (room->after);
  g_assert_cmpuint (kladka_view_state_get_page (room->after), ==, KLADKA_PAGE_COVERAGE);
  g_assert_cmpuint (kladka_view_state_get_selection (room->after), ==, need);
  g_assert_cmpstr (kladka_view_state_get_filter (room->after)->text, ==, "lodz");
  g_assert_true (kept->chosen);
  g_assert_cmpuint (kept->dimension, ==, KLADKA_DIMENSION_TAG);
  g_assert_cmpstr (kept->tag, ==, "edr");
  g_assert_cmpint (kept->months.from, ==, 7);
  g_assert_cmpint (kept->months.to, ==, 9);
}

static void
test_what_counts (Room *room, gconstpointer data)
{
  KladkaCoverageSpec spec = { kladka_day_from_civil (2027, 3, 5), TRUE, KLADKA_CERTAINTY_COMMITTED };

  kladka_view_state_set_spec (room->before, &spec);
  change_language (room);
  g_assert_cmpint (kladka_view_state_get_spec (room->after)->as_of, ==, spec.as_of);
  g_assert_true (kladka_view_state_get_spec (room->after)->include_unverified);
  g_assert_cmpint (kladka_view_state_get_spec (room->after)->line, ==, KLADKA_CERTAINTY_COMMITTED);
}

static void
test_charts (Room *room, gconstpointer data)
{
  KladkaGridState *grid = kladka_view_state_get_grid (room->before);
  KladkaTimelineState *timeline = kladka_view_state_get_timeline (room->before);
  KladkaScale scale = kladka_scale_new (kladka_day_from_civil (2027, 1, 1), 3), kept;

  kladka_grid_state_set_dimension (grid, KLADKA_DIMENSION_DONOR);
  kladka_grid_state_set_unit (grid, KLADKA_PERIOD_YEAR);
  kladka_grid_state_set_hide_empty (grid, TRUE);
  kladka_timeline_state_set_lanes (timeline, KLADKA_LANES_DONOR);
  kladka_timeline_state_set_needs (timeline, !kladka_timeline_state_get_needs (timeline));
  kladka_timeline_state_set_scale (timeline, scale);
  change_language (room);
  grid = kladka_view_state_get_grid (room->after);
  g_assert_cmpuint (kladka_grid_state_get_dimension (grid), ==, KLADKA_DIMENSION_DONOR);
  g_assert_cmpuint (kladka_grid_state_get_unit (grid), ==, KLADKA_PERIOD_YEAR);
  g_assert_true (kladka_grid_state_get_hide_empty (grid));
  g_assert_cmpuint (kladka_timeline_state_get_lanes (kladka_view_state_get_timeline (room->after)), ==,
                    KLADKA_LANES_DONOR);
  g_assert_true (kladka_timeline_state_get_needs (kladka_view_state_get_timeline (room->after))
                 == kladka_timeline_state_get_needs (timeline));
  g_assert_true (kladka_timeline_state_get_scale (kladka_view_state_get_timeline (room->after), &kept));
  g_assert_cmpfloat (kladka_scale_get_px_per_day (kept), ==, kladka_scale_get_px_per_day (scale));
  g_assert_cmpfloat (kladka_scale_get_x (kept, 0), ==, kladka_scale_get_x (scale, 0));
}

#define ADD(path, test) g_test_add ("/state/view-state/" path, Room, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("another-language-shows-the-same", test_what_is_looked_at);
  ADD ("another-language-counts-the-same", test_what_counts);
  ADD ("another-language-draws-the-same", test_charts);
  return g_test_run ();
}
