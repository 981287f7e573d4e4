/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk.h"
#include "kladka-move.h"

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

  g_assert_cmpstr (text, ==, "15 March 2026 – 14 July 2026 (+14 days)");
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/move/drags-snap-and-keep-precision", test_drag);
  g_test_add_func ("/state/move/steps-are-whole-units", test_step);
  g_test_add_func ("/state/move/what-is-actual-holds", test_holds);
  g_test_add_func ("/state/move/says-where-to-and-how-far", test_words);
  g_test_add_func ("/state/move/only-what-moves-is-edited", test_edits);
  return g_test_run ();
}
