/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample plan shows all the program can show, and keeps facts and inventions apart. argv[1] before the options of
 * the test: the sample plan. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "kladka-document.h"
#include "kladka-grid-chart.h"
#include "kladka-problem.h"
#include "kladka-timeline.h"
#include "sentences.h"

#define AS_OF kladka_day_from_civil (2026, 11, 23)
#define DEFAULT_CEILING KLADKA_MARKING_AMBER

static KladkaPlan *sample;

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static KladkaPlan *
load (const char *path)
{
  g_autofree char *folder = g_dir_make_tmp ("kladka-sample-XXXXXX", NULL);
  KladkaStoreOptions options = { .state_dir = folder, .author = "Test" };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaDocument) document = kladka_document_new_open (&options, file, TRUE, NULL, &error);
  KladkaPlan *plan;

  g_assert_no_error (error);
  plan = kladka_plan_ref (kladka_document_get_plan (document));
  kladka_document_close (document, TRUE);
  remove_folder (folder);
  return plan;
}

static KladkaCoverage *
make_coverage (const KladkaPlan *plan)
{
  KladkaCoverageSpec spec = { AS_OF, FALSE, KLADKA_CERTAINTY_END_UNKNOWN };

  return kladka_coverage_new (plan, &spec);
}

/* How many cells of a grid show what. */
typedef struct {
  guint states[KLADKA_N_STATES];
  guint marks[5];
  guint certainties[KLADKA_N_CERTAINTIES];
  guint lost;
} Seen;

static void
count_cell (Seen *seen, const KladkaCoverageCell *cell)
{
  seen->states[cell->state]++;
  for (guint i = 0; i < G_N_ELEMENTS (seen->marks); i++)
    seen->marks[i] += (cell->marks & (1u << i)) != 0;
  for (guint i = 0; i < KLADKA_N_CERTAINTIES; i++)
    seen->certainties[i] += cell->by[i] > 0;
  seen->lost += cell->lost > 0;
}

static void
count_cells (Seen *seen, const KladkaGrid *grid)
{
  for (guint row = 0; row < kladka_grid_get_n_rows (grid); row++)
    for (guint period = 0; period < kladka_grid_get_n_periods (grid); period++)
      count_cell (seen, kladka_grid_get_cell (grid, row, period));
}

static void
assert_seen_all (const Seen *seen, const char *where)
{
  for (guint i = 0; i < KLADKA_N_STATES; i++)
    if (seen->states[i] == 0)
      g_error ("%s: no cell is %s", where, kladka_state_get_code (i));
  for (guint i = 0; i < G_N_ELEMENTS (seen->marks); i++)
    if (seen->marks[i] == 0)
      g_error ("%s: no cell is marked %s", where, kladka_mark_get_code (1u << i));
  for (guint i = 0; i < KLADKA_N_CERTAINTIES; i++)
    if (seen->certainties[i] == 0)
      g_error ("%s: no supply is %s", where, kladka_certainty_get_code (i));
  if (seen->lost == 0)
    g_error ("%s: no supply is lost", where);
}

static void
assert_grid_shows_all (const KladkaPlan *plan, const char *whose)
{
  g_autoptr (KladkaCoverage) coverage = make_coverage (plan);

  for (KladkaPeriodUnit unit = KLADKA_PERIOD_QUARTER; unit <= KLADKA_PERIOD_YEAR; unit++)
    {
      g_autoptr (KladkaGrid) grid =
          kladka_grid_new (coverage, KLADKA_DIMENSION_CAPABILITY, unit, kladka_coverage_get_months (coverage));
      g_autofree char *where = g_strdup_printf ("%s by %s", whose, kladka_period_unit_get_code (unit));
      Seen seen = { 0 };

      count_cells (&seen, grid);
      assert_seen_all (&seen, where);
    }
}

static void
test_every_state_and_mark_occurs (void)
{
  assert_grid_shows_all (sample, "the whole plan");
}

static void
test_every_state_and_mark_occurs_at_the_default_ceiling (void)
{
  g_autoptr (KladkaPlan) below = kladka_plan_new_below (sample, DEFAULT_CEILING, NULL);

  assert_grid_shows_all (below, "the plan below its ceiling");
}

/* No page of the program comes up empty or with one row only. */
static void
test_every_dimension_has_rows (void)
{
  g_autoptr (KladkaCoverage) coverage = make_coverage (sample);

  for (KladkaDimension dimension = 0; dimension < KLADKA_N_DIMENSIONS; dimension++)
    {
      g_autoptr (KladkaGrid) grid =
          kladka_grid_new (coverage, dimension, KLADKA_PERIOD_YEAR, kladka_coverage_get_months (coverage));

      g_assert_cmpuint (kladka_grid_get_n_rows (grid), >=, 3);
    }
}

/* Marks of a scene by ink, by shape, and by ink and flag. */
typedef struct {
  guint inks[KLADKA_N_INKS];
  guint shapes[KLADKA_N_SHAPES];
  guint soft_starts, soft_ends, open_starts, open_ends;
} Marks;

static void
count_marks (Marks *marks, const KladkaScene *scene)
{
  for (guint i = 0; i < kladka_scene_get_n_marks (scene); i++)
    {
      const KladkaMark *mark = kladka_scene_get_mark (scene, i);

      marks->inks[mark->ink]++;
      marks->shapes[mark->shape]++;
      if (mark->shape == KLADKA_SHAPE_BAR)
        {
          marks->soft_starts += (mark->flags & KLADKA_MARK_SOFT_START) != 0;
          marks->soft_ends += (mark->flags & KLADKA_MARK_SOFT_END) != 0;
        }
      if (mark->shape == KLADKA_SHAPE_BRACKET)
        {
          marks->open_starts += (mark->flags & KLADKA_MARK_OPEN_START) != 0;
          marks->open_ends += (mark->flags & KLADKA_MARK_OPEN_END) != 0;
        }
    }
}

static KladkaScene *
lay_out_timeline (const KladkaTimeline *timeline, KladkaMeasure *measure, KladkaWords *words)
{
  KladkaTimelineView view = { .width = 3200,
                              .height = kladka_timeline_get_ruler_height (measure),
                              .label_width = 200,
                              .scale = kladka_scale_new_fit (kladka_timeline_get_days (timeline), 3000),
                              .as_of = AS_OF };

  view.height += kladka_timeline_get_n_rows (timeline) * kladka_timeline_get_row_height (measure);
  return kladka_timeline_layout (timeline, &view, measure, words);
}

static void
assert_timeline_shows_all (const KladkaPlan *plan)
{
  static const struct {
    KladkaInk ink;
    const char *what;
  } elements[] = {
    { KLADKA_INK_BAR_DELIVERING, "delivering, planned" },
    { KLADKA_INK_BAR_COMMITTED, "committed, planned" },
    { KLADKA_INK_BAR_PLANNED, "planned, planned" },
    { KLADKA_INK_BAR_STOPPED, "stopped, planned" },
    { KLADKA_INK_DONE_DELIVERING, "delivering, done" },
    { KLADKA_INK_DONE_COMMITTED, "committed, done" },
    { KLADKA_INK_DONE_PLANNED, "planned, done" },
    { KLADKA_INK_DONE_STOPPED, "stopped, done" },
    { KLADKA_INK_TAIL, "sustainment with an end" },
    { KLADKA_INK_TAIL_UNKNOWN, "sustainment without an end" },
    { KLADKA_INK_MILESTONE, "a milestone to come" },
    { KLADKA_INK_MILESTONE_REACHED, "a milestone reached" },
    { KLADKA_INK_NEED_OPEN, "a need not covered" },
    { KLADKA_INK_NEED_PARTLY, "a need partly covered" },
    { KLADKA_INK_NEED_COVERED, "a need covered" },
    { KLADKA_INK_TODAY, "today" },
    { KLADKA_INK_LANE, "a lane" },
  };
  g_autoptr (KladkaCoverage) coverage = make_coverage (plan);
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  g_autoptr (KladkaMeasure) measure = kladka_measure_new_fixed (10);
  KladkaTimelineRows rows = { .show_projects = TRUE, .show_needs = TRUE };
  g_autoptr (KladkaTimeline) timeline = kladka_timeline_new (plan, coverage, &rows, words);
  g_autoptr (KladkaScene) scene = lay_out_timeline (timeline, measure, words);
  Marks marks = { 0 };
  guint n_undated = 0;

  count_marks (&marks, scene);
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (marks.inks[elements[i].ink] == 0)
      g_error ("the timeline does not show %s", elements[i].what);
  g_assert_cmpuint (marks.soft_starts, >, 0);
  g_assert_cmpuint (marks.soft_ends, >, 0);
  g_assert_cmpuint (marks.open_starts, >, 0);
  g_assert_cmpuint (marks.open_ends, >, 0);
  g_assert_cmpuint (marks.shapes[KLADKA_SHAPE_DIAMOND], >, 0);
  for (guint row = 0; row < kladka_timeline_get_n_rows (timeline); row++)
    n_undated += kladka_timeline_get_row_kind (timeline, row) == KLADKA_ROW_UNDATED;
  g_assert_cmpuint (n_undated, >, 0);
}

static void
test_every_element_of_the_timeline_occurs (void)
{
  assert_timeline_shows_all (sample);
}

static void
test_every_element_of_the_timeline_occurs_at_the_default_ceiling (void)
{
  g_autoptr (KladkaPlan) below = kladka_plan_new_below (sample, DEFAULT_CEILING, NULL);

  assert_timeline_shows_all (below);
}

/* Drawn as counted: every state's look, the pale supply, and each sign in the corners. Where a cell is lapsing its
 * letter says it; a sign of its own stands only on a gap in which next to nothing lapses. */
static void
test_every_element_of_the_grid_is_drawn (void)
{
  g_autoptr (KladkaCoverage) coverage = make_coverage (sample);
  g_autoptr (KladkaGrid) grid = kladka_grid_new (coverage, KLADKA_DIMENSION_CAPABILITY, KLADKA_PERIOD_QUARTER,
                                                 kladka_coverage_get_months (coverage));
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  g_autoptr (KladkaMeasure) measure = kladka_measure_new_fixed (10);
  g_autoptr (GArray) rows = kladka_grid_chart_list_rows (grid, NULL);
  KladkaGridView view = { .rows = rows, .width = 4000, .height = 4000, .show_signs = TRUE };
  g_autoptr (KladkaScene) scene = kladka_grid_chart_layout (grid, &view, measure, words);
  Marks marks = { 0 };

  count_marks (&marks, scene);
  for (KladkaInk ink = KLADKA_INK_STATE_NOT_RECORDED; ink <= KLADKA_INK_SIGN; ink++)
    if (marks.inks[ink] == 0)
      g_error ("the grid shows no mark of ink %u", ink);
  for (KladkaShape shape = KLADKA_SHAPE_SIGN_DUPLICATED; shape <= KLADKA_SHAPE_SIGN_NOT_MEASURED; shape++)
    if (marks.shapes[shape] == 0)
      g_error ("the grid shows no mark of shape %u", shape);
}

/* Whoever reads one record alone must see that it is invented: a tag or the source says so. Of a
 * real institution a note may say so of one figure. */
static gboolean
is_illustrative (const KladkaRecord *record)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KladkaField *field = info->fields[i];
      gconstpointer member = kladka_record_member (record, field);

      if (field->kind == KLADKA_KIND_TAGS && *(const char *const *const *)member != NULL
          && g_strv_contains (*(const char *const *const *)member, "illustrative"))
        return TRUE;
    }
  return record->source != NULL && g_str_has_prefix (record->source, "Illustrative");
}

static gboolean
has_illustrative_note (const KladkaRecord *record)
{
  return record->notes != NULL && strstr (record->notes, "llustrative") != NULL;
}

typedef void (*RefFunc) (const KladkaRecord *from, const KladkaRecord *to);

static void
visit_refs (const KladkaRecord *record, RefFunc func)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KladkaField *field = info->fields[i];
      gconstpointer member = kladka_record_member (record, field);
      const KladkaRef one[] = { field->kind == KLADKA_KIND_REF ? *(const KladkaRef *)member : 0, 0 };
      const KladkaRef *refs = field->kind == KLADKA_KIND_REFS ? *(const KladkaRef *const *)member : one;

      for (; refs != NULL && *refs != 0; refs++)
        func (record, kladka_plan_get (sample, *refs));
    }
}

static void
assert_apart (const KladkaRecord *from, const KladkaRecord *to)
{
  const char *id = kladka_plan_get_id (sample, from);

  if (to == NULL)
    g_error ("%s points to nothing", id);
  if ((is_illustrative (from) || has_illustrative_note (from)) && to->type == KLADKA_TYPE_PROJECT
      && !is_illustrative (to))
    g_error ("%s is invented and tied to the real project %s", id, kladka_plan_get_id (sample, to));
  if (!is_illustrative (from) && is_illustrative (to))
    g_error ("%s is a fact and rests on the invented %s", id, kladka_plan_get_id (sample, to));
}

static void
assert_has_source (const KladkaRecord *record)
{
  if (record->source == NULL)
    g_error ("%s has no source", kladka_plan_get_id (sample, record));
}

static void
test_facts_and_inventions_are_apart (void)
{
  guint n_facts = 0, n_inventions = 0;

  for (KladkaType type = KLADKA_TYPE_PLAN + 1; type < KLADKA_N_TYPES; type++)
    {
      const KladkaRecord *record;

      for (guint slot = 0; kladka_plan_next (sample, type, &slot, &record);)
        {
          n_facts += !is_illustrative (record);
          n_inventions += is_illustrative (record);
          assert_has_source (record);
          visit_refs (record, assert_apart);
        }
    }
  g_assert_cmpuint (n_facts, >=, 250);
  g_assert_cmpuint (n_inventions, >=, 300);
}

static void
test_every_need_is_an_invention (void)
{
  static const KladkaType types[] = { KLADKA_TYPE_NEED, KLADKA_TYPE_DELIVERY, KLADKA_TYPE_OFFER };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      const KladkaRecord *record;

      for (guint slot = 0; kladka_plan_next (sample, types[i], &slot, &record);)
        if (!is_illustrative (record))
          g_error ("%s is not marked as invented", kladka_plan_get_id (sample, record));
    }
}

/* These stand in one language on purpose: they show the fallback. */
static const char *const in_one_language[] = { "need-047", "need-048", "need-049", "proj-tm-042", NULL };

static void
assert_whole_text (const KladkaRecord *record, const KladkaField *field)
{
  const KladkaText3 *text = kladka_record_member (record, field);
  const char *id = kladka_plan_get_id (sample, record);
  guint n = 0;

  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    n += text->in[lang] != NULL;
  if (n != 0 && n != KLADKA_N_LANGS && !g_strv_contains (in_one_language, id))
    g_error ("%s: %s stands in %u languages only", id, field->name, n);
  if (g_str_equal (field->name, "title") && g_strv_contains (in_one_language, id))
    g_assert_cmpuint (n, ==, 1);
}

static void
test_texts_stand_in_three_languages (void)
{
  static const KladkaType types[] = { KLADKA_TYPE_PLAN, KLADKA_TYPE_NEED, KLADKA_TYPE_PROJECT, KLADKA_TYPE_MILESTONE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      const KladkaTypeInfo *info = kladka_type_get (types[i]);
      const KladkaRecord *record;

      for (guint slot = 0; kladka_plan_next (sample, types[i], &slot, &record);)
        for (guint field = 0; field < info->n_fields; field++)
          if (info->fields[field]->kind == KLADKA_KIND_TEXT3)
            assert_whole_text (record, info->fields[field]);
    }
}

static void
test_the_rules_find_no_error (void)
{
  g_autoptr (GPtrArray) problems = kladka_rules_check (sample);

  for (guint i = 0; i < problems->len; i++)
    {
      const KladkaProblem *problem = problems->pdata[i];

      if (problem->severity == KLADKA_SEVERITY_ERROR)
        g_error ("%s: %s", problem->id, problem->text);
    }
}

static void
test_sentences_add_up (void)
{
  g_autoptr (KladkaCoverage) coverage = make_coverage (sample);

  for (KladkaLang lang = 0; lang < KLADKA_N_LANGS; lang++)
    {
      g_autoptr (KladkaWords) words = kladka_words_new (lang, g_getenv ("KLADKA_LOCALE_DIR"));

      for (KladkaDimension dimension = 0; dimension < KLADKA_N_DIMENSIONS; dimension++)
        {
          g_autoptr (KladkaGrid) grid =
              kladka_grid_new (coverage, dimension, KLADKA_PERIOD_YEAR, kladka_coverage_get_months (coverage));

          g_assert_cmpuint (sentences_check (grid, words), >, 20);
        }
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  sample = load (argv[1]);
  g_test_add_func ("/sample/grid/every-state-and-mark-occurs", test_every_state_and_mark_occurs);
  g_test_add_func ("/sample/grid/every-state-and-mark-occurs-at-the-default-ceiling",
                   test_every_state_and_mark_occurs_at_the_default_ceiling);
  g_test_add_func ("/sample/grid/every-dimension-has-rows", test_every_dimension_has_rows);
  g_test_add_func ("/sample/grid/every-element-is-drawn", test_every_element_of_the_grid_is_drawn);
  g_test_add_func ("/sample/grid/sentences-add-up-in-each-language", test_sentences_add_up);
  g_test_add_func ("/sample/timeline/every-element-occurs", test_every_element_of_the_timeline_occurs);
  g_test_add_func ("/sample/timeline/every-element-occurs-at-the-default-ceiling",
                   test_every_element_of_the_timeline_occurs_at_the_default_ceiling);
  g_test_add_func ("/sample/records/facts-and-inventions-are-apart", test_facts_and_inventions_are_apart);
  g_test_add_func ("/sample/records/every-need-is-an-invention", test_every_need_is_an_invention);
  g_test_add_func ("/sample/records/texts-stand-in-three-languages", test_texts_stand_in_three_languages);
  g_test_add_func ("/sample/records/the-rules-find-no-error", test_the_rules_find_no_error);
  result = g_test_run ();
  kladka_plan_unref (sample);
  return result;
}
