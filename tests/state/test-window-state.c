/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window can do now, where it was, what its first page says: without any window. */

#include "kladka-action-state.h"
#include "kladka-edit.h"
#include "kladka-overview-state.h"
#include "kladka-trail.h"

/* ---- Actions ---- */

static const KladkaActionFacts nothing = { 0 };

static void
test_empty_plan (void)
{
  static const KladkaCommand possible[] = { KLADKA_COMMAND_SAVE, KLADKA_COMMAND_SAVE_AS, KLADKA_COMMAND_ADD,
                                            KLADKA_COMMAND_IMPORT };

  for (guint i = 0; i < KLADKA_N_COMMANDS; i++)
    {
      gboolean wanted = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (possible); k++)
        wanted |= possible[k] == i;
      g_test_message ("%s", kladka_command_get_name (i));
      g_assert_cmpint (kladka_command_is_enabled (i, &nothing), ==, wanted);
    }
}

static void
test_busy (void)
{
  static const KladkaCommand harmless[] = { KLADKA_COMMAND_SEARCH, KLADKA_COMMAND_BACK, KLADKA_COMMAND_FORWARD,
                                            KLADKA_COMMAND_TOGGLE_PANE };
  KladkaActionFacts facts = { TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE, KLADKA_PAGE_NEEDS };

  for (guint i = 0; i < KLADKA_N_COMMANDS; i++)
    {
      gboolean wanted = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (harmless); k++)
        wanted |= harmless[k] == i;
      g_test_message ("%s", kladka_command_get_name (i));
      g_assert_cmpint (kladka_command_is_enabled (i, &facts), ==, wanted);
    }
}

static void
test_save (void)
{
  KladkaActionFacts facts = { .has_file = TRUE };

  g_assert_false (kladka_command_is_enabled (KLADKA_COMMAND_SAVE, &facts));
  facts.modified = TRUE;
  g_assert_true (kladka_command_is_enabled (KLADKA_COMMAND_SAVE, &facts));
}

static void
test_pane (void)
{
  KladkaActionFacts facts = { .has_cell = TRUE, .page = KLADKA_PAGE_COVERAGE };

  g_assert_true (kladka_pane_has_content (&facts));
  facts.page = KLADKA_PAGE_NEEDS;
  g_assert_false (kladka_pane_has_content (&facts));
  facts.has_selection = TRUE;
  g_assert_true (kladka_pane_has_content (&facts));
  facts.page = KLADKA_PAGE_OVERVIEW;
  g_assert_false (kladka_pane_has_content (&facts));
}

/* ---- Trail ---- */

static void
test_trail (void)
{
  KladkaTrail trail;
  KladkaPlace place;

  kladka_trail_init (&trail, (KladkaPlace){ KLADKA_PAGE_OVERVIEW, 0 });
  g_assert_false (kladka_trail_can_go (&trail, -1));
  kladka_trail_visit (&trail, (KladkaPlace){ KLADKA_PAGE_NEEDS, 0 });
  kladka_trail_visit (&trail, (KladkaPlace){ KLADKA_PAGE_NEEDS, 7 });
  kladka_trail_visit (&trail, (KladkaPlace){ KLADKA_PAGE_TIMELINE, 7 });
  place = kladka_trail_go (&trail, -1);
  g_assert_cmpuint (place.page, ==, KLADKA_PAGE_NEEDS);
  g_assert_cmpuint (place.selection, ==, 7);
  g_assert_true (kladka_trail_can_go (&trail, 1));
  kladka_trail_visit (&trail, (KladkaPlace){ KLADKA_PAGE_PROJECTS, 0 });
  g_assert_false (kladka_trail_can_go (&trail, 1));
  kladka_trail_clear (&trail);
}

static void
test_trail_is_bounded (void)
{
  KladkaTrail trail;
  guint steps = 0;

  kladka_trail_init (&trail, (KladkaPlace){ KLADKA_PAGE_OVERVIEW, 0 });
  for (guint i = 0; i < 1000; i++)
    kladka_trail_visit (&trail, (KladkaPlace){ i % 2 ? KLADKA_PAGE_OVERVIEW : KLADKA_PAGE_NEEDS, 0 });
  for (; kladka_trail_can_go (&trail, -1); steps++)
    kladka_trail_go (&trail, -1);
  g_assert_cmpuint (steps, ==, 99);
  kladka_trail_clear (&trail);
}

/* ---- Overview ---- */

static void
set_text (KladkaPacker *packer, KladkaType type, const char *cell, const char *text)
{
  kladka_packer_set_text (packer, kladka_type_find_cell (kladka_type_get (type), cell), text);
}

static void
set_date (KladkaPacker *packer, KladkaType type, const char *cell, KladkaDate date)
{
  kladka_packer_set_date (packer, kladka_type_find_cell (kladka_type_get (type), cell), date);
}

static KladkaRecord *
new_plan_record (KladkaPacker *packer)
{
  kladka_packer_begin (packer, KLADKA_TYPE_PLAN, "plan");
  set_date (packer, KLADKA_TYPE_PLAN, "period_start", kladka_date_new_month (2026, 1));
  set_date (packer, KLADKA_TYPE_PLAN, "period_end", kladka_date_new_month (2027, 12));
  return kladka_packer_finish (packer);
}

static KladkaRecord *
new_need (KladkaPacker *packer, const char *id, const char *title)
{
  const KladkaTypeInfo *info = kladka_type_get (KLADKA_TYPE_NEED);

  kladka_packer_begin (packer, KLADKA_TYPE_NEED, id);
  set_text (packer, KLADKA_TYPE_NEED, "title_en", title);
  kladka_packer_set_integer (packer, kladka_type_find_cell (info, "stage"), KLADKA_STAGE_VERIFIED);
  return kladka_packer_finish (packer);
}

static KladkaRecord *
new_project (KladkaPacker *packer, const char *id, KladkaDate start, KladkaDate end)
{
  kladka_packer_begin (packer, KLADKA_TYPE_PROJECT, id);
  set_text (packer, KLADKA_TYPE_PROJECT, "title_en", id);
  set_date (packer, KLADKA_TYPE_PROJECT, "planned_start", start);
  set_date (packer, KLADKA_TYPE_PROJECT, "planned_end", end);
  return kladka_packer_finish (packer);
}

static KladkaPlan *
new_plan (guint n_needs)
{
  g_autoptr (KladkaIds) ids = kladka_ids_new ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (ids);
  KladkaPlanBuilder *builder = kladka_plan_builder_new (ids);

  kladka_plan_builder_take (builder, new_plan_record (packer));
  for (guint i = 0; i < n_needs; i++)
    {
      g_autofree char *id = g_strdup_printf ("need-%02u", i);

      kladka_plan_builder_take (builder, new_need (packer, id, id));
    }
  kladka_plan_builder_take (
      builder, new_project (packer, "soon", kladka_date_new_day (2026, 12, 1), kladka_date_new_day (2028, 1, 1)));
  kladka_plan_builder_take (
      builder, new_project (packer, "last-day", kladka_date_new_day (2020, 1, 1), kladka_date_new_day (2027, 2, 20)));
  kladka_plan_builder_take (builder,
                            new_project (packer, "too-late", kladka_date_new_day (2027, 2, 22), KLADKA_DATE_NONE));
  return kladka_plan_builder_end (builder);
}

static KladkaOverview *
new_overview (guint n_needs)
{
  g_autoptr (KladkaPlan) plan = new_plan (n_needs);
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  KladkaCoverageSpec spec = { kladka_day_from_civil (2026, 11, 23), FALSE, KLADKA_CERTAINTY_END_UNKNOWN };
  g_autoptr (KladkaCoverage) coverage = kladka_coverage_new (plan, &spec);

  return kladka_overview_new (plan, coverage, &spec, words);
}

static void
test_overview_events (void)
{
  g_autoptr (KladkaOverview) overview = new_overview (0);
  const KladkaOverviewLine *line;

  g_assert_cmpuint (overview->events->len, ==, 2);
  line = g_ptr_array_index (overview->events, 0);
  g_assert_cmpstr (line->title, ==, "soon");
  g_assert_cmpstr (line->detail, ==, "1 December 2026 · starts");
  line = g_ptr_array_index (overview->events, 1);
  g_assert_cmpstr (line->title, ==, "last-day");
  g_assert_cmpstr (overview->as_of, ==, "As of 23 November 2026");
}

static void
test_overview_note (void)
{
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  KladkaCoverageSpec spec = { kladka_day_from_civil (2026, 11, 23), FALSE, KLADKA_CERTAINTY_END_UNKNOWN };
  g_autoptr (KladkaPlan) plan = new_plan (2);
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (KladkaOverview) before = kladka_overview_new (plan, NULL, &spec, words);
  g_autoptr (KladkaOverview) after = NULL;
  g_autoptr (KladkaStep) step = NULL;
  g_autoptr (KladkaPlan) marked = NULL;

  g_assert_null (before->note);
  g_assert_false (before->has_cover);
  g_assert_cmpstr (((KladkaOverviewFigure *)g_ptr_array_index (before->figures, 5))->value, ==, "…");
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, "need-01", "marking", kladka_value_integer (KLADKA_MARKING_RED));
  step = kladka_step_new (plan, edits, &(KladkaStepInfo){ .verb = KLADKA_VERB_EDIT }, NULL);
  marked = kladka_plan_new_with_step (plan, step, NULL);
  after = kladka_overview_new (marked, NULL, &spec, words);
  g_assert_nonnull (after->note);
  g_assert_nonnull (strstr (after->note, "TLP:AMBER"));
}

static void
test_overview_gaps (void)
{
  g_autoptr (KladkaOverview) overview = new_overview (12);
  const KladkaOverviewFigure *figure = g_ptr_array_index (overview->figures, 0);
  const KladkaOverviewLine *line = g_ptr_array_index (overview->gaps, 0);

  g_assert_cmpstr (figure->value, ==, "12");
  g_assert_cmpuint (figure->page, ==, KLADKA_PAGE_NEEDS);
  g_assert_cmpuint (overview->gaps->len, ==, KLADKA_OVERVIEW_MAX_GAPS);
  g_assert_cmpuint (overview->n_more_gaps, ==, 2);
  g_assert_true (overview->has_cover);
  /* November 2026 to December 2027. */
  g_assert_nonnull (strstr (line->detail, "14"));
  g_assert_cmpfloat (line->share, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/action-state/empty-plan-can-be-filled-and-saved", test_empty_plan);
  g_test_add_func ("/state/action-state/nothing-changes-while-busy", test_busy);
  g_test_add_func ("/state/action-state/saving-what-is-saved-is-not-offered", test_save);
  g_test_add_func ("/state/action-state/side-pane-needs-something-to-show", test_pane);
  g_test_add_func ("/state/trail/leads-from-page-to-page", test_trail);
  g_test_add_func ("/state/trail/keeps-a-hundred-places", test_trail_is_bounded);
  g_test_add_func ("/state/overview/what-starts-and-ends-in-ninety-days", test_overview_events);
  g_test_add_func ("/state/overview/ten-largest-gaps", test_overview_gaps);
  g_test_add_func ("/state/overview/says-that-a-briefing-counts-less", test_overview_note);
  return g_test_run ();
}
