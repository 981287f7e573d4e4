/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "golden.h"
#include "kladka-paint.h"
#include "kladka-timeline.h"
#include "small-plan.h"

#define TODAY kladka_day_from_civil (2026, 11, 23)

typedef struct {
  KladkaPlan *plan;
  KladkaCoverage *coverage;
  KladkaWords *words;
  KladkaMeasure *measure;
} Fixture;

static void
set_up (Fixture *it, gconstpointer data)
{
  KladkaCoverageSpec spec = { TODAY, FALSE, KLADKA_CERTAINTY_END_UNKNOWN };

  it->plan = make_small_plan ();
  it->coverage = kladka_coverage_new (it->plan, &spec);
  it->words = kladka_words_new (KLADKA_LANG_EN, NULL);
  it->measure = kladka_measure_new_fixed (10);
}

static void
tear_down (Fixture *it, gconstpointer data)
{
  kladka_measure_unref (it->measure);
  kladka_words_unref (it->words);
  kladka_coverage_unref (it->coverage);
  kladka_plan_unref (it->plan);
}

static KladkaTimeline *
make_timeline (Fixture *it, KladkaLanes lanes)
{
  KladkaTimelineRows rows = { .lanes = lanes, .show_projects = TRUE, .show_needs = TRUE };

  return kladka_timeline_new (it->plan, it->coverage, &rows, it->words);
}

static KladkaTimelineView
make_view (void)
{
  KladkaSpan days = { kladka_day_from_civil (2026, 1, 1), kladka_day_from_civil (2028, 1, 1) };

  return (KladkaTimelineView){
    .width = 900, .height = 300, .label_width = 150, .scale = kladka_scale_new_fit (days, 750), .as_of = TODAY
  };
}

static void
test_scene (Fixture *it, gconstpointer data)
{
  g_autoptr (KladkaTimeline) timeline = make_timeline (it, KLADKA_LANES_NONE);
  KladkaTimelineView view = make_view ();
  g_autoptr (KladkaScene) scene = kladka_timeline_layout (timeline, &view, it->measure, it->words);
  g_autofree char *dump = kladka_scene_dup_dump (scene);

  assert_golden (dump, "timeline.txt");
}

static void
test_lanes (Fixture *it, gconstpointer data)
{
  g_autoptr (KladkaTimeline) none = make_timeline (it, KLADKA_LANES_NONE);
  g_autoptr (KladkaTimeline) donor = make_timeline (it, KLADKA_LANES_DONOR);
  KladkaRef project = kladka_plan_find (it->plan, "proj-1")->ref;

  /* needs 1 + 2, projects 1 + 2, without dates 1 + 1 */
  g_assert_cmpuint (kladka_timeline_get_n_rows (none), ==, 8);
  g_assert_cmpint (kladka_timeline_get_row_kind (none, 0), ==, KLADKA_ROW_LANE);
  g_assert_cmpint (kladka_timeline_get_row_kind (none, 7), ==, KLADKA_ROW_UNDATED);
  g_assert_cmpint (kladka_timeline_find_row (none, project), ==, 4);
  /* needs, Netherlands, not recorded, without dates */
  g_assert_cmpuint (kladka_timeline_get_n_rows (donor), ==, 9);
  g_assert_cmpuint (kladka_timeline_get_lane_key (donor, 3), ==, kladka_plan_find (it->plan, "nld")->ref);
}

static void
test_folded_lanes_keep_their_head (Fixture *it, gconstpointer data)
{
  g_autoptr (KladkaTimeline) open = make_timeline (it, KLADKA_LANES_NONE);
  g_autoptr (GHashTable) folded = g_hash_table_new (NULL, NULL);
  KladkaTimelineRows rows = { .show_projects = TRUE, .show_needs = TRUE, .folded = folded };
  g_autoptr (KladkaTimeline) closed = NULL;

  g_hash_table_add (folded, GUINT_TO_POINTER (kladka_timeline_get_lane_key (open, 0)));
  closed = kladka_timeline_new (it->plan, NULL, &rows, it->words);
  g_assert_cmpuint (kladka_timeline_get_n_rows (closed), ==, 6);
  g_assert_cmpint (kladka_timeline_get_row_kind (closed, 1), ==, KLADKA_ROW_LANE);
}

/* Every mark that answers is hit in the middle of what is drawn of it, unless another lies over it there. */
static void
test_hits_are_what_is_drawn (Fixture *it, gconstpointer data)
{
  g_autoptr (KladkaTimeline) timeline = make_timeline (it, KLADKA_LANES_NONE);
  KladkaTimelineView view = make_view ();
  g_autoptr (KladkaScene) scene = kladka_timeline_layout (timeline, &view, it->measure, it->words);
  guint n_hit = 0;

  for (guint i = 0; i < kladka_scene_get_n_marks (scene); i++)
    {
      KladkaBox box = kladka_scene_get_mark_box (scene, i);
      KladkaHit hit;

      if (!(kladka_scene_get_mark (scene, i)->flags & KLADKA_MARK_HIT) || box.width < 1 || box.height < 1)
        continue;
      hit = kladka_scene_hit (scene, box.x + box.width / 2, box.y + box.height / 2);
      g_assert_cmpint (hit.mark, >=, (int)i);
      n_hit += hit.mark == (int)i;
    }
  g_assert_cmpuint (n_hit, >, 12);
}

/* Ten years in the window: no bar is long enough to be taken by its ends. */
static void
test_short_bars_have_handles (Fixture *it, gconstpointer data)
{
  g_autoptr (KladkaTimeline) timeline = make_timeline (it, KLADKA_LANES_NONE);
  KladkaTimelineView view = make_view ();
  KladkaRef ref = kladka_plan_find (it->plan, "proj-1")->ref;
  g_autoptr (KladkaScene) scene = NULL;
  KladkaBox box, handles[2];
  double y;

  view.scale = kladka_scale_new (kladka_scale_get_day (view.scale, 0), 0.02);
  scene = kladka_timeline_layout (timeline, &view, it->measure, it->words);
  box = kladka_scene_get_mark_box (scene, (guint)kladka_scene_find_ref (scene, ref));
  y = box.y + 2;
  g_assert_true (kladka_scene_get_handles (scene, (guint)kladka_scene_find_ref (scene, ref), handles));
  g_assert_cmpfloat (handles[0].x + handles[0].width, <=, box.x);
  g_assert_cmpfloat (handles[1].x, >=, box.x + box.width);
  g_assert_cmpint (kladka_scene_hit_selected (scene, (KladkaRef[]){ ref, 0 }, handles[0].x + 1, y).zone, ==,
                   KLADKA_ZONE_START);
  g_assert_cmpint (kladka_scene_hit_selected (scene, (KladkaRef[]){ ref, 0 }, handles[1].x + 6, y).zone, ==,
                   KLADKA_ZONE_END);
  g_assert_cmpint (kladka_scene_hit_selected (scene, (KladkaRef[]){ ref, 0 }, box.x + box.width - 0.5, y).zone, ==,
                   KLADKA_ZONE_BODY);
  g_assert_cmpint (kladka_scene_hit_selected (scene, NULL, handles[1].x + 6, y).zone, ==, KLADKA_ZONE_PLOT);
}

static void
test_zones_of_a_bar (Fixture *it, gconstpointer data)
{
  g_autoptr (KladkaTimeline) timeline = make_timeline (it, KLADKA_LANES_NONE);
  KladkaTimelineView view = make_view ();
  g_autoptr (KladkaScene) scene = kladka_timeline_layout (timeline, &view, it->measure, it->words);
  int bar = kladka_scene_find_ref (scene, kladka_plan_find (it->plan, "proj-1")->ref);
  KladkaBox box = kladka_scene_get_mark_box (scene, (guint)bar);
  double y = box.y + 2;

  g_assert_cmpint (kladka_scene_hit (scene, box.x + 2, y).zone, ==, KLADKA_ZONE_START);
  g_assert_cmpint (kladka_scene_hit (scene, box.x - 3, y).zone, ==, KLADKA_ZONE_START);
  g_assert_cmpint (kladka_scene_hit (scene, box.x + 40, y).zone, ==, KLADKA_ZONE_BODY);
  g_assert_cmpint (kladka_scene_hit (scene, box.x + box.width - 2, y).zone, ==, KLADKA_ZONE_END);
  g_assert_cmpint (kladka_scene_hit (scene, box.x - 6, y).zone, ==, KLADKA_ZONE_PLOT);
  g_assert_cmpint (kladka_scene_hit (scene, box.x - 6, y).row, ==, 4);
  g_assert_cmpint (kladka_scene_hit (scene, 400, 5).zone, ==, KLADKA_ZONE_RULER);
  g_assert_cmpint (kladka_scene_hit (scene, 50, box.y + 2).zone, ==, KLADKA_ZONE_LABEL);
}

static void
test_keyboard_goes_by_row_and_time (Fixture *it, gconstpointer data)
{
  g_autoptr (KladkaTimeline) timeline = make_timeline (it, KLADKA_LANES_NONE);
  KladkaTimelineView view = make_view ();
  g_autoptr (KladkaScene) scene = kladka_timeline_layout (timeline, &view, it->measure, it->words);
  int first = kladka_scene_next (scene, -1, KLADKA_GO_DOWN);
  int second = kladka_scene_next (scene, first, KLADKA_GO_DOWN);
  int bar = kladka_scene_find_ref (scene, kladka_plan_find (it->plan, "proj-1")->ref);
  int milestone = kladka_scene_find_ref (scene, kladka_plan_find (it->plan, "mile-1")->ref);
  g_autofree char *spoken = kladka_scene_dup_words (scene, (guint)first, FALSE);

  g_assert_cmpuint (kladka_scene_get_mark (scene, (guint)first)->ref, ==, kladka_plan_find (it->plan, "need-1")->ref);
  g_assert_cmpuint (kladka_scene_get_mark (scene, (guint)second)->ref, ==, kladka_plan_find (it->plan, "need-2")->ref);
  g_assert_cmpint (kladka_scene_next (scene, bar, KLADKA_GO_RIGHT), ==, milestone);
  g_assert_cmpint (kladka_scene_next (scene, milestone, KLADKA_GO_LEFT), ==, bar);
  g_assert_cmpint (kladka_scene_next (scene, milestone, KLADKA_GO_RIGHT), ==, -1);
  g_assert_cmpint (kladka_scene_next (scene, first, KLADKA_GO_FIRST), ==, first);
  g_assert_cmpstr (spoken, ==, "EDR for registers, Verified, Wanted: March 2026 – 30 June 2027, MoJ");
}

typedef struct {
  const char *date;
  double dx;
  KladkaTickUnit unit;
  gboolean is_end;
  const char *snapped;
} SnapCase;

/* At 2 pixels a day. */
static const SnapCase snap_cases[] = {
  { "2026-03-05", 20, KLADKA_TICK_DAY, FALSE, "2026-03-15" },
  { "2026-03-05", -60, KLADKA_TICK_DAY, FALSE, "2026-02-03" },
  { "2026-03-05", 60, KLADKA_TICK_MONTH, FALSE, "2026-04-01" },
  { "2026-03-31", 60, KLADKA_TICK_MONTH, TRUE, "2026-04-30" },
  { "2026-03-05", 6, KLADKA_TICK_WEEK, FALSE, "2026-03-09" },
  { "2026-Q1", 180, KLADKA_TICK_DAY, FALSE, "2026-Q2" },
  { "2026", 80, KLADKA_TICK_DAY, FALSE, "2026" },
};

static void
test_snapping_keeps_precision (void)
{
  KladkaScale scale = kladka_scale_new (TODAY, 2);

  for (guint i = 0; i < G_N_ELEMENTS (snap_cases); i++)
    {
      const SnapCase *it = &snap_cases[i];
      char text[KLADKA_DATE_TEXT_MAX];
      KladkaDate date;

      g_assert_true (kladka_date_parse_file (it->date, &date));
      date = kladka_timeline_snap (scale, date, it->dx, it->unit, it->is_end);
      g_assert_cmpstr (kladka_date_print_file (date, text), ==, it->snapped);
    }
}

static KladkaPlan *
make_big_plan (guint n)
{
  Maker m = maker_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("project-%05u", i);
      make (&m, KLADKA_TYPE_PROJECT, id, "title_en", "Some project", "status", "implementation", "planned_start",
            "2026-02", "planned_end", "2027-03-01", NULL);
    }
  return maker_end (&m);
}

static guint
count_marks (Fixture *it, guint n)
{
  g_autoptr (KladkaPlan) plan = make_big_plan (n);
  KladkaTimelineRows rows = { .show_projects = TRUE };
  g_autoptr (KladkaTimeline) timeline = kladka_timeline_new (plan, NULL, &rows, it->words);
  KladkaTimelineView view = make_view ();
  g_autoptr (KladkaScene) scene = NULL;

  view.scroll_y = 200;
  scene = kladka_timeline_layout (timeline, &view, it->measure, it->words);
  return kladka_scene_get_n_marks (scene);
}

static void
test_cost_follows_what_is_seen (Fixture *it, gconstpointer data)
{
  guint few = count_marks (it, 100);

  g_assert_cmpuint (few, >, 40);
  g_assert_cmpuint (count_marks (it, 3000), ==, few);
}

/* A block of rows that scrolls keeps its key, so that its recording can be used again; a changed one does not. */
static void
test_bands_keep_their_key_when_scrolled (Fixture *it, gconstpointer data)
{
  g_autoptr (KladkaTimeline) timeline = make_timeline (it, KLADKA_LANES_NONE);
  KladkaTimelineView view = make_view ();
  g_autoptr (KladkaScene) before = kladka_timeline_layout (timeline, &view, it->measure, it->words);
  g_autoptr (KladkaScene) scrolled = NULL;
  g_autoptr (KladkaScene) zoomed = NULL;

  view.scroll_y = 7;
  scrolled = kladka_timeline_layout (timeline, &view, it->measure, it->words);
  view.scale = kladka_scale_zoom (view.scale, 10, KLADKA_SCALE_STEP, 750);
  zoomed = kladka_timeline_layout (timeline, &view, it->measure, it->words);
  g_assert_cmpint (kladka_scene_get_band (before, 1)->kind, ==, KLADKA_BAND_ROWS);
  g_assert_true (kladka_scene_get_band (before, 1)->key == kladka_scene_get_band (scrolled, 1)->key);
  g_assert_cmpfloat (kladka_scene_get_band (before, 1)->origin_y, ==,
                     kladka_scene_get_band (scrolled, 1)->origin_y + 7);
  g_assert_true (kladka_scene_get_band (before, 1)->key != kladka_scene_get_band (zoomed, 1)->key);
}

static void
test_rows_out_of_sight_point_there (Fixture *it, gconstpointer data)
{
  g_autoptr (KladkaTimeline) timeline = make_timeline (it, KLADKA_LANES_NONE);
  KladkaTimelineView view = make_view ();
  g_autoptr (KladkaScene) later = NULL;
  g_autoptr (KladkaScene) earlier = NULL;
  g_autofree char *of_later = NULL;
  g_autofree char *of_earlier = NULL;

  view.scale = kladka_scale_new (kladka_day_from_civil (2035, 1, 1), 2);
  later = kladka_timeline_layout (timeline, &view, it->measure, it->words);
  of_later = kladka_scene_dup_dump (later);
  view.scale = kladka_scale_new (kladka_day_from_civil (2020, 1, 1), 2);
  earlier = kladka_timeline_layout (timeline, &view, it->measure, it->words);
  of_earlier = kladka_scene_dup_dump (earlier);
  g_assert_nonnull (strstr (of_later, "\"←\""));
  g_assert_null (strstr (of_later, "\"→\""));
  g_assert_nonnull (strstr (of_earlier, "\"→\""));
  g_assert_null (strstr (of_earlier, "bar-delivering"));
}

static void
test_highlight_lies_around_its_marks (Fixture *it, gconstpointer data)
{
  g_autoptr (KladkaTimeline) timeline = make_timeline (it, KLADKA_LANES_NONE);
  KladkaTimelineView view = make_view ();
  g_autoptr (KladkaScene) scene = kladka_timeline_layout (timeline, &view, it->measure, it->words);
  KladkaRef selected[] = { kladka_plan_find (it->plan, "proj-1")->ref, 0 };
  KladkaHighlight highlight = KLADKA_HIGHLIGHT_NONE;
  g_autoptr (KladkaScene) over = NULL;
  KladkaBox bar, ring, ghost, bubble;

  highlight.focus = kladka_scene_find_ref (scene, selected[0]);
  highlight.selected = selected;
  bar = ghost = kladka_scene_get_mark_box (scene, (guint)highlight.focus);
  ghost.x += 30;
  highlight.ghost = &ghost;
  highlight.bubble = "+14 d";
  over = kladka_scene_new_highlight (scene, &highlight, it->measure);
  /* bar and label selected, focus, two guides, ghost, bubble and its text */
  g_assert_cmpuint (kladka_scene_get_n_marks (over), ==, 8);
  ring = kladka_scene_get_mark_box (over, 2);
  g_assert_cmpint (kladka_scene_get_mark (over, 2)->ink, ==, KLADKA_INK_FOCUS);
  g_assert_cmpfloat (ring.x, ==, bar.x - 2);
  g_assert_cmpfloat (ring.width, ==, bar.width + 4);
  bubble = kladka_scene_get_mark_box (over, 6);
  g_assert_cmpint (kladka_scene_get_mark (over, 6)->ink, ==, KLADKA_INK_BUBBLE);
  g_assert_false (kladka_box_meets (&bubble, &ghost));
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return ((const guint32 *)(data + (int)y * cairo_image_surface_get_stride (surface)))[(int)x] & 0xffffff;
}

static void
test_paint_covers_the_marks (Fixture *it, gconstpointer data)
{
  g_autoptr (KladkaMeasure) measure = kladka_measure_new_pango ("Inter", 14);
  g_autoptr (KladkaTextStore) store = kladka_text_store_new (measure);
  g_autoptr (KladkaTimeline) timeline = make_timeline (it, KLADKA_LANES_NONE);
  KladkaTimelineView view = make_view ();
  g_autoptr (KladkaScene) scene = kladka_timeline_layout (timeline, &view, measure, it->words);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 900, 300);
  cairo_t *cr = cairo_create (surface);
  int bar = kladka_scene_find_ref (scene, kladka_plan_find (it->plan, "proj-1")->ref);
  KladkaBox box = kladka_scene_get_mark_box (scene, (guint)bar);
  KladkaStyle style;

  kladka_style_init (&style, KLADKA_STYLE_LIGHT);
  kladka_paint_scene (cr, scene, &style, store);
  cairo_surface_flush (surface);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmphex (get_pixel (surface, box.x + 100, box.y + 4), ==, 0xd3e4f8);
  g_assert_cmphex (get_pixel (surface, box.x + 100, box.y + box.height - 2), ==, 0x1a5fb4);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/chart/timeline/scene-is-as-drawn-before", test_scene);
  ADD ("/chart/timeline/rows-stand-in-lanes", test_lanes);
  ADD ("/chart/timeline/folded-lanes-keep-their-head", test_folded_lanes_keep_their_head);
  ADD ("/chart/timeline/hits-are-what-is-drawn", test_hits_are_what_is_drawn);
  ADD ("/chart/timeline/zones-of-a-bar", test_zones_of_a_bar);
  ADD ("/chart/timeline/short-bars-have-handles", test_short_bars_have_handles);
  ADD ("/chart/timeline/keyboard-goes-by-row-and-time", test_keyboard_goes_by_row_and_time);
  g_test_add_func ("/chart/timeline/snapping-keeps-precision", test_snapping_keeps_precision);
  ADD ("/chart/timeline/cost-follows-what-is-seen", test_cost_follows_what_is_seen);
  ADD ("/chart/timeline/bands-keep-their-key-when-scrolled", test_bands_keep_their_key_when_scrolled);
  ADD ("/chart/timeline/rows-out-of-sight-point-there", test_rows_out_of_sight_point_there);
  ADD ("/chart/timeline/highlight-lies-around-its-marks", test_highlight_lies_around_its_marks);
  ADD ("/chart/timeline/paint-covers-the-marks", test_paint_covers_the_marks);
  return g_test_run ();
}
