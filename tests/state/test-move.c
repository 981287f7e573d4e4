/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk.h"
#include "kladka-move-catch.h"
#include "kladka-move-effect.h"

#define PROJECT "0b000000-0000-4000-8000-000000000001"

static KladkaDate
read_date (const char *text)
{
  KladkaDate date = KLADKA_DATE_NONE;

  if (text != NULL)
    g_assert_true (kladka_date_parse_file (text, &date));
  return date;
}

static void
assert_date (KladkaDate date, const char *expected)
{
  char buffer[KLADKA_DATE_TEXT_MAX];

  g_assert_cmpstr (kladka_date_print_file (date, buffer), ==, expected != NULL ? expected : "");
}

static KladkaProject
make_project (const char *start, const char *end)
{
  return (KladkaProject){ .base.type = KLADKA_TYPE_PROJECT,
                          .planned_start = read_date (start),
                          .planned_end = read_date (end) };
}

/* A pixel a day, so that dx counts days. */
static const KladkaScale a_day = { .origin = 20000, .level = 0 };

static void
test_drag (void)
{
  static const struct {
    KladkaMovePart part;
    const char *start, *end;
    double dx;
    KladkaTickUnit unit;
    const char *new_start, *new_end;
  } cases[] = {
    /* to the nearest first of a month; whole months keep their ends */
    { KLADKA_MOVE_WHOLE, "2026-03-01", "2026-06-30", 57, KLADKA_TICK_MONTH, "2026-05-01", "2026-08-31" },
    { KLADKA_MOVE_WHOLE, "2026-03-05", "2026-03-20", 3, KLADKA_TICK_DAY, "2026-03-08", "2026-03-23" },
    /* each date keeps its precision */
    { KLADKA_MOVE_WHOLE, "2026-Q1", "2026-Q4", 95, KLADKA_TICK_DAY, "2026-Q2", "2027-Q1" },
    { KLADKA_MOVE_WHOLE, "2026", "2027-03-31", 370, KLADKA_TICK_DAY, "2027", "2028-03-31" },
    { KLADKA_MOVE_WHOLE, NULL, "2026-03", 31, KLADKA_TICK_DAY, NULL, "2026-04" },
    { KLADKA_MOVE_START, "2026-03-05", "2026-09-30", 25, KLADKA_TICK_MONTH, "2026-04-01", "2026-09-30" },
    { KLADKA_MOVE_END, "2026-03-05", "2026-09-30", 33, KLADKA_TICK_MONTH, "2026-03-05", "2026-10-31" },
    /* an end does not come before its start */
    { KLADKA_MOVE_END, "2026-03-05", "2026-03-20", -90, KLADKA_TICK_DAY, "2026-03-05", "2026-03-05" },
    { KLADKA_MOVE_START, "2026-03-05", "2026-03-20", 90, KLADKA_TICK_DAY, "2026-03-20", "2026-03-20" },
    { KLADKA_MOVE_WHOLE, "2026-03-05", "2026-03-20", 2, KLADKA_TICK_WEEK, "2026-03-09", "2026-03-24" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KladkaProject project = make_project (cases[i].start, cases[i].end);
      KladkaMove move = kladka_move_drag (&project.base, cases[i].part, a_day, cases[i].dx, cases[i].unit);

      assert_date (move.start, cases[i].new_start);
      assert_date (move.end, cases[i].new_end);
    }
}

static void
test_step (void)
{
  static const struct {
    KladkaMovePart part;
    const char *start, *end;
    KladkaTickUnit unit;
    int n;
    const char *new_start, *new_end;
  } cases[] = {
    { KLADKA_MOVE_WHOLE, "2026-01-31", "2026-03-31", KLADKA_TICK_MONTH, 1, "2026-02-28", "2026-04-30" },
    { KLADKA_MOVE_WHOLE, "2026-01-15", "2026-02-28", KLADKA_TICK_MONTH, 1, "2026-02-15", "2026-03-31" },
    { KLADKA_MOVE_WHOLE, "2026-01-15", "2026-02-15", KLADKA_TICK_WEEK, -1, "2026-01-08", "2026-02-08" },
    /* the unit is never finer than the date */
    { KLADKA_MOVE_WHOLE, "2026-Q1", "2026-Q2", KLADKA_TICK_DAY, 1, "2026-Q2", "2026-Q3" },
    { KLADKA_MOVE_WHOLE, "2026", "2026", KLADKA_TICK_MONTH, 1, "2027", "2027" },
    { KLADKA_MOVE_END, "2026-03", "2026-06", KLADKA_TICK_QUARTER, 1, "2026-03", "2026-09" },
    { KLADKA_MOVE_END, "2026-03", "2026-03", KLADKA_TICK_MONTH, -1, "2026-03", "2026-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KladkaProject project = make_project (cases[i].start, cases[i].end);
      KladkaMove move = kladka_move_step (&project.base, cases[i].part, cases[i].unit, cases[i].n);

      assert_date (move.start, cases[i].new_start);
      assert_date (move.end, cases[i].new_end);
    }
}

static void
test_holds (void)
{
  KladkaProject project = make_project ("2026-03-01", "2026-09-30");
  KladkaProject none = make_project (NULL, NULL);

  g_assert_cmpint (kladka_move_check (&project.base, KLADKA_MOVE_WHOLE), ==, KLADKA_HOLD_NONE);
  g_assert_cmpint (kladka_move_check (&none.base, KLADKA_MOVE_WHOLE), ==, KLADKA_HOLD_NO_DATES);
  project.actual_start = read_date ("2026-03-02");
  g_assert_cmpint (kladka_move_check (&project.base, KLADKA_MOVE_WHOLE), ==, KLADKA_HOLD_STARTED);
  g_assert_cmpint (kladka_move_check (&project.base, KLADKA_MOVE_START), ==, KLADKA_HOLD_STARTED);
  g_assert_cmpint (kladka_move_check (&project.base, KLADKA_MOVE_END), ==, KLADKA_HOLD_NONE);
  project.actual_end = read_date ("2026-08");
  g_assert_cmpint (kladka_move_check (&project.base, KLADKA_MOVE_END), ==, KLADKA_HOLD_ENDED);
}

static void
test_words (void)
{
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  KladkaProject project = make_project ("2026-03-01", "2026-06-30");
  KladkaMove before = kladka_move_get (&project.base);
  KladkaMove after = kladka_move_step (&project.base, KLADKA_MOVE_WHOLE, KLADKA_TICK_DAY, 14);
  g_autofree char *text = kladka_move_dup_words (&before, &after, words);
  g_autofree char *back = kladka_move_dup_words (&after, &before, words);

  g_assert_cmpstr (text, ==, "15 March 2026 – 14 July 2026 (+14 days)");
  g_assert_cmpstr (back, ==, "1 March 2026 – 30 June 2026 (−14 days)");
}

/* One unit of the ruler is said once. */
static void
test_words_of_a_placed_project (void)
{
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  KladkaProject none = make_project (NULL, NULL);
  KladkaMove before = kladka_move_get (&none.base);
  KladkaMove quarter = kladka_move_place (kladka_day_from_civil (2026, 8, 19), KLADKA_TICK_QUARTER);
  KladkaMove week = kladka_move_place (kladka_day_from_civil (2026, 8, 19), KLADKA_TICK_WEEK);
  g_autofree char *once = kladka_move_dup_words (&before, &quarter, words);
  g_autofree char *twice = kladka_move_dup_words (&before, &week, words);

  g_assert_cmpstr (once, ==, "Q3 2026");
  g_assert_cmpstr (twice, ==, "17 August 2026 – 23 August 2026");
}

static void
test_edits (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (KladkaEdits) moved = NULL;
  const KladkaRecord *record;
  KladkaMove move;

  kladka_edits_create (edits, KLADKA_TYPE_PROJECT, PROJECT);
  kladka_edits_set_named (edits, KLADKA_TYPE_PROJECT, PROJECT, "planned_start",
                          kladka_value_date (read_date ("2026-Q1")));
  desk_apply (desk, edits);
  record = kladka_plan_find (desk_get_plan (desk), PROJECT);
  move = kladka_move_step (record, KLADKA_MOVE_WHOLE, KLADKA_TICK_MONTH, 2);
  moved = kladka_move_dup_edits (&move, desk_get_plan (desk), record);
  g_assert_cmpuint (kladka_edits_get_n (moved), ==, 1);
  desk_apply (desk, moved);
  move = kladka_move_get (kladka_plan_find (desk_get_plan (desk), PROJECT));
  assert_date (move.start, "2026-Q3");
  assert_date (move.end, NULL);
  while (kladka_view_state_is_computing (desk->view_state))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_place (void)
{
  gint32 day = kladka_date_get_first_day (read_date ("2026-08-19"));
  KladkaProject none = make_project (NULL, NULL), some = make_project (NULL, "2026");
  static const struct {
    KladkaTickUnit unit;
    const char *start, *end;
  } cases[] = { { KLADKA_TICK_YEAR, "2026", "2026" },
                { KLADKA_TICK_QUARTER, "2026-Q3", "2026-Q3" },
                { KLADKA_TICK_MONTH, "2026-08", "2026-08" },
                { KLADKA_TICK_WEEK, "2026-08-17", "2026-08-23" },
                { KLADKA_TICK_DAY, "2026-08-19", "2026-08-19" } };

  g_assert_true (kladka_move_can_place (&none.base));
  g_assert_false (kladka_move_can_place (&some.base));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KladkaMove move = kladka_move_place (day, cases[i].unit);

      assert_date (move.start, cases[i].start);
      assert_date (move.end, cases[i].end);
    }
}

static GArray *
make_edges (void)
{
  /* 1 April 2026; over with 30 June */
  const KladkaEdge all[] = { { 1, kladka_date_get_first_day (read_date ("2026-04-01")), FALSE },
                             { 2, kladka_date_get_first_day (read_date ("2026-07-01")), TRUE } };
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (KladkaEdge));

  return g_array_append_vals (edges, all, G_N_ELEMENTS (all));
}

static void
test_catch (void)
{
  static const struct {
    KladkaMovePart part;
    const char *start, *end;
    double dx;
    const char *new_start, *new_end; /* NULL = nothing catches */
  } cases[] = {
    /* a start on a start, a little too early and a little too late */
    { KLADKA_MOVE_WHOLE, "2026-03-05", "2026-03-20", 22, "2026-04-01", "2026-04-16" },
    { KLADKA_MOVE_WHOLE, "2026-03-05", "2026-03-20", 23, "2026-04-01", "2026-04-16" },
    { KLADKA_MOVE_WHOLE, "2026-03-05", "2026-03-20", 31, "2026-04-01", "2026-04-16" },
    { KLADKA_MOVE_WHOLE, "2026-03-05", "2026-03-20", 34, NULL, NULL },
    /* its end on the same day; whole months stay whole */
    { KLADKA_MOVE_WHOLE, "2026-01-01", "2026-02-28", 30, "2026-02-01", "2026-03-31" },
    /* of two the nearer, whichever comes first */
    { KLADKA_MOVE_WHOLE, "2026-03-05", "2026-06-02", 25, "2026-04-01", "2026-06-29" },
    { KLADKA_MOVE_WHOLE, "2026-03-05", "2026-06-02", 29, "2026-04-02", "2026-06-30" },
    /* after another, with its end, and before it */
    { KLADKA_MOVE_START, "2026-06-20", "2026-09-30", 9, "2026-07-01", "2026-09-30" },
    { KLADKA_MOVE_END, "2026-06-01", "2026-06-20", 8, "2026-06-01", "2026-06-30" },
    { KLADKA_MOVE_END, "2026-02-01", "2026-03-20", 8, "2026-02-01", "2026-03-31" },
    /* a quarter hangs where quarters begin, a month where months do */
    { KLADKA_MOVE_WHOLE, "2026-Q1", "2026-Q1", 92, "2026-Q2", "2026-Q2" },
    { KLADKA_MOVE_START, "2026", "2027", 92, NULL, NULL },
    /* never beyond its own other end */
    { KLADKA_MOVE_END, "2026-07-05", "2026-08-20", -48, NULL, NULL },
  };
  g_autoptr (GArray) edges = make_edges ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KladkaProject project = make_project (cases[i].start, cases[i].end);
      KladkaMove move = { KLADKA_DATE_NONE, KLADKA_DATE_NONE };
      KladkaCatch caught = { 0 };
      gboolean has = kladka_move_catch (&project.base, cases[i].part, a_day, cases[i].dx, edges, &move, &caught);

      g_test_message ("%s to %s by %g", cases[i].start, cases[i].end, cases[i].dx);
      g_assert_true (has == (cases[i].new_start != NULL));
      assert_date (move.start, cases[i].new_start);
      assert_date (move.end, cases[i].new_end);
    }
}

static void
test_catch_words (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  static const char *const expected[] = { "Starts with Alpha", "Starts after Alpha", "Ends before Alpha",
                                          "Ends with Alpha" };

  kladka_edits_create (edits, KLADKA_TYPE_PROJECT, PROJECT);
  desk_text (edits, PROJECT, PROJECT, "title_en", "Alpha");
  desk_apply (desk, edits);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      KladkaCatch caught = { { desk_find (desk, PROJECT), 0, i % 2 == 1 }, i >= 2 };
      g_autofree char *text = kladka_catch_dup_words (&caught, desk_get_plan (desk), words);

      g_assert_cmpstr (text, ==, expected[i]);
    }
  while (kladka_view_state_is_computing (desk->view_state))
    g_main_context_iteration (NULL, TRUE);
}

#define NEED "0a000000-0000-4000-8000-0000000000f1"
#define DELIVERY "0c000000-0000-4000-8000-0000000000f1"
#define CAPABILITY "0d000000-0000-4000-8000-0000000000f1"
#define FRAME "0e000000-0000-4000-8000-0000000000f1"

static void
set_dates (KladkaEdits *edits,
           KladkaType type,
           const char *id,
           const char *from,
           const char *a,
           const char *to,
           const char *b)
{
  kladka_edits_set_named (edits, type, id, from, kladka_value_date (read_date (a)));
  kladka_edits_set_named (edits, type, id, to, kladka_value_date (read_date (b)));
}

/* A need through 2027, covered from the end of the one project that delivers to it. */
static void
make_effect_plan (Desk *desk)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();

  kladka_edits_create (edits, KLADKA_TYPE_PLAN, FRAME);
  set_dates (edits, KLADKA_TYPE_PLAN, FRAME, "period_start", "2026", "period_end", "2028");
  kladka_edits_create (edits, KLADKA_TYPE_CAPABILITY, CAPABILITY);
  desk_text (edits, CAPABILITY, CAPABILITY, "title_en", "Backup");
  kladka_edits_create (edits, KLADKA_TYPE_NEED, NEED);
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, NEED, "capability", kladka_value_text (CAPABILITY));
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, NEED, "stage", kladka_value_integer (KLADKA_STAGE_VERIFIED));
  set_dates (edits, KLADKA_TYPE_NEED, NEED, "wanted_from", "2027-01", "wanted_until", "2027-12");
  kladka_edits_create (edits, KLADKA_TYPE_PROJECT, PROJECT);
  kladka_edits_set_named (edits, KLADKA_TYPE_PROJECT, PROJECT, "status",
                          kladka_value_integer (KLADKA_STATUS_IMPLEMENTATION));
  set_dates (edits, KLADKA_TYPE_PROJECT, PROJECT, "planned_start", "2026-12-01", "planned_end", "2027-03-31");
  kladka_edits_create (edits, KLADKA_TYPE_DELIVERY, DELIVERY);
  kladka_edits_set_named (edits, KLADKA_TYPE_DELIVERY, DELIVERY, "project", kladka_value_text (PROJECT));
  kladka_edits_set_named (edits, KLADKA_TYPE_DELIVERY, DELIVERY, "need", kladka_value_text (NEED));
  kladka_edits_set_named (edits, KLADKA_TYPE_DELIVERY, DELIVERY, "capability", kladka_value_text (CAPABILITY));
  kladka_edits_set_named (edits, KLADKA_TYPE_DELIVERY, DELIVERY, "sustained_until",
                          kladka_value_date (read_date ("2027-12-31")));
  desk_apply (desk, edits);
}

static void
assert_effect (Desk *desk, int months, double expected, const char *expected_words)
{
  const KladkaRecord *record = kladka_plan_find (desk_get_plan (desk), PROJECT);
  KladkaCoverageSpec spec = { kladka_date_get_first_day (read_date ("2026-06-01")), FALSE,
                              KLADKA_CERTAINTY_END_UNKNOWN };
  g_autoptr (KladkaMoveEffect) effect = kladka_move_effect_new (desk_get_plan (desk), &spec, record->ref);
  KladkaMove far = kladka_move_step (record, KLADKA_MOVE_WHOLE, KLADKA_TICK_MONTH, 5);
  KladkaMove move = kladka_move_step (record, KLADKA_MOVE_WHOLE, KLADKA_TICK_MONTH, months);
  g_autofree char *words = NULL;
  double change = -1;

  /* The newest counts, not the first. */
  kladka_move_effect_ask (effect, &far);
  kladka_move_effect_ask (effect, &move);
  g_assert_false (kladka_move_effect_get (effect, &change));
  while (!kladka_move_effect_get (effect, &change))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat_with_epsilon (change, expected, 1e-9);
  words = kladka_move_effect_dup_words (effect, kladka_view_state_get_words (desk->view_state));
  g_assert_cmpstr (words, ==, expected_words);
}

static void
test_effect (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);

  make_effect_plan (desk);
  assert_effect (desk, 2, 2, "Opens gaps (gap-months: +2)");
  assert_effect (desk, -1, -1, "Closes gaps (gap-months: −1)");
  assert_effect (desk, 0, 0, "No gap changes");
  while (kladka_view_state_is_computing (desk->view_state))
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/move/drags-snap-and-keep-precision", test_drag);
  g_test_add_func ("/state/move/steps-are-whole-units", test_step);
  g_test_add_func ("/state/move/what-is-actual-holds", test_holds);
  g_test_add_func ("/state/move/says-where-to-and-how-far", test_words);
  g_test_add_func ("/state/move/placed-in-one-unit-is-said-once", test_words_of_a_placed_project);
  g_test_add_func ("/state/move/only-what-moves-is-edited", test_edits);
  g_test_add_func ("/state/move/first-dates-are-as-coarse-as-the-ruler", test_place);
  g_test_add_func ("/state/move/hangs-on-other-bars", test_catch);
  g_test_add_func ("/state/move/says-on-what-it-hangs", test_catch_words);
  g_test_add_func ("/state/move/tells-what-becomes-of-gaps", test_effect);
  return g_test_run ();
}
