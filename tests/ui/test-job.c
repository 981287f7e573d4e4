/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A planner's job in the real window, in each language: from a need nobody recorded to its cover, and out again. */

#include "kladka-coverage-page-private.h"
#include "kladka-export-dialog.h"
#include "kladka-owned-list.h"
#include "kladka-pick-row.h"
#include "kladka-record-pane.h"
#include "kladka-text-row.h"
#include "ui-fixture.h"

/* Nobody asks for it in that quarter, and nothing is delivered for it. */
#define CAPABILITY "cap-pentest"
#define RECIPIENT "org-nbu"
#define MONTH (2029 * 12)
#define MAX_STEPS 40

typedef struct {
  KladkaLang lang;
  const char *code;
  const char *need, *project;                             /* titles */
  const char *from, *until, *due, *delivered, *sustained; /* as people type dates */
} Language;

static const Language languages[] = {
  { KLADKA_LANG_EN, "en", "Tests of payment systems", "Testers for the central bank", "January 2029", "Q4 2029",
    "15 December 2028", "20 December 2028", "December 2029" },
  { KLADKA_LANG_PL, "pl", "Testy systemów płatności w Łodzi", "Testerzy dla banku centralnego", "styczeń 2029",
    "12.2029", "15.12.2028", "20 grudnia 2028", "2029" },
  { KLADKA_LANG_UK, "uk", "Перевірка платіжних систем у Києві", "Ґрунтовні тести для центрального банку", "січень 2029",
    "12.2029", "15.12.2028", "20 грудня 2028", "2029" },
};

typedef struct {
  const Language *language;
  UiFixture fixture;
  KladkaWindow *window;
  KladkaViewState *state;
  KladkaCoveragePage *coverage;
  KladkaRef need;
} Job;

static KladkaPlan *
get_plan (Job *job)
{
  return ui_get_plan (job->window);
}

static gboolean
is_enabled (Job *job, const char *name)
{
  return ui_is_enabled (job->window, name);
}

static KladkaRef
find_ref (Job *job, const char *id)
{
  const KladkaRecord *record = kladka_plan_find (get_plan (job), id);

  g_assert_nonnull (record);
  return record->ref;
}

/* The newest plan stands on the screen, with what was computed from it. */
static gboolean
is_up_to_date (Job *job)
{
  KladkaCoverage *coverage = kladka_view_state_get_coverage (job->state);

  return kladka_view_state_get_plan (job->state) == get_plan (job) && coverage != NULL
         && kladka_coverage_get_plan (coverage) == get_plan (job) && !kladka_view_state_is_computing (job->state);
}

static void
take_window (Job *job)
{
  WAIT_FOR (ui_fixture_get_window (&job->fixture) != NULL);
  job->window = ui_fixture_get_window (&job->fixture);
  job->state = kladka_window_get_state (job->window);
  job->coverage = NULL;
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (job->window)));
  WAIT_FOR (is_up_to_date (job));
}

/* ---- The form ---- */

static KladkaRecordForm *
get_form (Job *job)
{
  KladkaRecordPane *pane = KLADKA_RECORD_PANE (ui_find (GTK_WIDGET (job->window), "KladkaRecordPane", NULL));
  KladkaRecordForm *form = kladka_record_pane_get_form (pane);

  g_assert_nonnull (form);
  return form;
}

static KladkaFieldRow *
find_row (Job *job, const char *field)
{
  KladkaFieldRow *row = kladka_record_form_get_row (get_form (job), field);

  g_assert_nonnull (row);
  return row;
}

static void
assert_no_problem (KladkaFieldRow *row)
{
  g_assert_cmpstr (kladka_field_row_get_problem (row), ==, "");
}

static KladkaCellEntry *
type_into (Job *job, KladkaFieldRow *row, const char *text)
{
  KladkaCellEntry *entry = kladka_text_row_get_entry (KLADKA_TEXT_ROW (row), job->language->lang);

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  kladka_cell_entry_type (entry, text);
  return entry;
}

/* Waits until another plan than @before is there. */
static void
wait_for_another (Job *job, KladkaPlan *before)
{
  WAIT_FOR (get_plan (job) != before && kladka_view_state_get_plan (job->state) == get_plan (job));
}

static void
enter (Job *job, KladkaFieldRow *row, const char *text)
{
  g_autoptr (KladkaPlan) before = kladka_plan_ref (get_plan (job));
  KladkaCellEntry *entry = type_into (job, row, text);

  g_signal_emit_by_name (kladka_cell_entry_get_inner (entry), "activate");
  wait_for_another (job, before);
  assert_no_problem (row);
}

/* Commits by leaving: the focus goes elsewhere. */
static void
leave (Job *job, KladkaFieldRow *row, const char *text)
{
  g_autoptr (KladkaPlan) before = kladka_plan_ref (get_plan (job));

  type_into (job, row, text);
  gtk_window_set_focus (GTK_WINDOW (job->window), NULL);
  wait_for_another (job, before);
  assert_no_problem (row);
}

static const KladkaPick *
find_pick (KladkaPicker *picker, KladkaRef ref, guint choice)
{
  const KladkaPicks *picks = kladka_picker_get_picks (picker);

  for (guint i = 0; i < kladka_picks_get_n (picks); i++)
    {
      const KladkaPick *pick = kladka_picks_get (picks, i);

      if (pick->ref == ref && pick->choice == choice)
        return pick;
    }
  g_assert_not_reached ();
}

static gboolean
is_in_sight (Job *job, GtkWidget *widget)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0
         && gtk_widget_compute_bounds (widget, GTK_WIDGET (job->window), &bounds) && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float)gtk_widget_get_height (GTK_WIDGET (job->window));
}

static void
pick (Job *job, KladkaFieldRow *row, KladkaRef ref, guint choice)
{
  g_autoptr (KladkaPlan) before = kladka_plan_ref (get_plan (job));
  g_autofree char *label = NULL;
  KladkaPicker *picker;
  const KladkaPick *wanted;
  GtkWidget *entry, *line;

  /* Scrolls to it: a popover needs a place on the screen. */
  gtk_widget_grab_focus (GTK_WIDGET (row));
  WAIT_FOR (is_in_sight (job, GTK_WIDGET (row)));
  picker = kladka_pick_row_open (KLADKA_PICK_ROW (row));
  wanted = find_pick (picker, ref, choice);
  label = g_strdup (wanted->label);
  entry = ui_find (GTK_WIDGET (picker), "GtkSearchEntry", NULL);
  if (gtk_widget_get_visible (entry))
    kladka_picker_type (picker, wanted->detail != NULL ? wanted->detail : label);
  /* The search entry tells its changes a moment late. */
  shot_settle (250);
  WAIT_FOR (ui_find (GTK_WIDGET (picker), "GtkLabel", label) != NULL);
  line = gtk_widget_get_ancestor (ui_find (GTK_WIDGET (picker), "GtkLabel", label), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (line, "activate");
  wait_for_another (job, before);
  g_assert_cmpstr (kladka_pick_row_get_text (KLADKA_PICK_ROW (row)), !=, "");
}

static KladkaRef
add_by_button (Job *job, const char *page)
{
  g_autoptr (KladkaPlan) before = kladka_plan_ref (get_plan (job));
  GtkWidget *focus;

  ui_activate (job->window, "win.page", page);
  kladka_view_state_select (job->state, 0);
  ui_activate (job->window, "win.add", NULL);
  wait_for_another (job, before);
  WAIT_FOR (kladka_view_state_get_selection (job->state) != 0);
  focus = gtk_window_get_focus (GTK_WINDOW (job->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (find_row (job, "title"))));
  return kladka_view_state_get_selection (job->state);
}

static void
add_need (Job *job)
{
  const Language *language = job->language;
  const KladkaNeed *need;

  job->need = add_by_button (job, "needs");
  enter (job, find_row (job, "title"), language->need);
  pick (job, find_row (job, "stage"), 0, KLADKA_STAGE_VERIFIED);
  pick (job, find_row (job, "recipient"), find_ref (job, RECIPIENT), 0);
  pick (job, find_row (job, "capability"), find_ref (job, CAPABILITY), 0);
  enter (job, find_row (job, "quantity"), "5");
  leave (job, find_row (job, "wanted_from"), language->from);
  enter (job, find_row (job, "wanted_until"), language->until);
  leave (job, find_row (job, "priority"), "5");
  need = kladka_plan_need (get_plan (job), job->need);
  g_assert_cmpint (need->stage, ==, KLADKA_STAGE_VERIFIED);
  g_assert_cmpuint (need->recipient, ==, find_ref (job, RECIPIENT));
  g_assert_cmpuint (need->capability, ==, find_ref (job, CAPABILITY));
  g_assert_cmpint (need->quantity, ==, 5000);
  g_assert_cmpint (need->priority, ==, 5);
}

static KladkaOwnedList *
find_owned_list (GtkWidget *root, KladkaType type)
{
  if (KLADKA_IS_OWNED_LIST (root))
    return kladka_owned_list_get_record_type (KLADKA_OWNED_LIST (root)) == type ? KLADKA_OWNED_LIST (root) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      KladkaOwnedList *found = find_owned_list (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static KladkaOwnedRow *
add_delivery_row (Job *job, KladkaRef project)
{
  g_autoptr (KladkaPlan) before = kladka_plan_ref (get_plan (job));
  KladkaOwnedList *list = find_owned_list (GTK_WIDGET (get_form (job)), KLADKA_TYPE_DELIVERY);
  const KladkaRecord *const *records;
  guint n;

  kladka_owned_list_add (list);
  wait_for_another (job, before);
  records = kladka_plan_get_owned (get_plan (job), KLADKA_TYPE_DELIVERY, "project", project, &n);
  g_assert_cmpuint (n, ==, 1);
  WAIT_FOR (kladka_owned_list_find (list, records[0]->ref) != NULL);
  WAIT_FOR (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (kladka_owned_list_find (list, records[0]->ref))));
  return kladka_owned_list_find (list, records[0]->ref);
}

static void
add_project (Job *job)
{
  const Language *language = job->language;
  KladkaRef project = add_by_button (job, "projects");
  KladkaOwnedRow *row;

  enter (job, find_row (job, "title"), language->project);
  pick (job, find_row (job, "status"), 0, KLADKA_STATUS_IMPLEMENTATION);
  row = add_delivery_row (job, project);
  pick (job, kladka_owned_row_get_row (row, "capability"), find_ref (job, CAPABILITY), 0);
  pick (job, kladka_owned_row_get_row (row, "recipient"), find_ref (job, RECIPIENT), 0);
  pick (job, kladka_owned_row_get_row (row, "need"), job->need, 0);
  enter (job, kladka_owned_row_get_row (row, "quantity"), "5");
  leave (job, kladka_owned_row_get_row (row, "due_on"), language->due);
  enter (job, kladka_owned_row_get_row (row, "delivered_on"), language->delivered);
  enter (job, kladka_owned_row_get_row (row, "sustained_until"), language->sustained);
}

/* ---- The grid ---- */

/* The grid of the newest coverage; NULL until it is there. */
static KladkaGrid *
get_grid (Job *job)
{
  KladkaGrid *grid = kladka_grid_state_get_grid (kladka_view_state_get_grid (job->state));

  return grid != NULL && is_up_to_date (job)
                 && kladka_grid_get_coverage (grid) == kladka_view_state_get_coverage (job->state)
             ? grid
             : NULL;
}

static gboolean
find_cell (Job *job, guint *ret_row, guint *ret_period)
{
  KladkaGrid *grid = get_grid (job);
  KladkaCellChoice cell = { .chosen = TRUE,
                            .dimension = KLADKA_DIMENSION_CAPABILITY,
                            .ref = find_ref (job, CAPABILITY),
                            .months = { MONTH, MONTH + 3 } };

  return grid != NULL
         && kladka_grid_state_find_cell (kladka_view_state_get_grid (job->state), &cell, ret_row, ret_period);
}

static void
go_to_coverage (Job *job)
{
  ui_activate (job->window, "win.page", "coverage");
  job->coverage = KLADKA_COVERAGE_PAGE (ui_find (GTK_WIDGET (job->window), "KladkaCoveragePage", NULL));
  WAIT_FOR (get_grid (job) != NULL);
  WAIT_FOR (kladka_chart_view_get_scene (kladka_coverage_page_get_chart (job->coverage)) != NULL);
}

static KladkaCellState
get_state (Job *job)
{
  guint row, period;

  WAIT_FOR (get_grid (job) != NULL);
  g_assert_true (find_cell (job, &row, &period));
  return kladka_grid_get_cell (get_grid (job), row, period)->state;
}

/* The chart that is seen is of the newest figures too. */
static gboolean
draws (Job *job, KladkaCellState state)
{
  KladkaScene *scene = kladka_chart_view_get_scene (kladka_coverage_page_get_chart (job->coverage));
  guint row, period;
  int mark;

  if (scene == NULL || !find_cell (job, &row, &period))
    return FALSE;
  mark = kladka_scene_find_cell (scene, (int)row, (int)period);
  return mark >= 0 && kladka_scene_get_mark (scene, (guint)mark)->ink == KLADKA_INK_STATE_NOT_RECORDED + state;
}

/* Clicks the cell; the side pane says its state in the language. */
static void
see_cell (Job *job, KladkaCellState state)
{
  KladkaWords *words = kladka_view_state_get_words (job->state);
  g_autofree char *label =
      g_strdup_printf ("%s  %s", kladka_state_get_letter (state, words), kladka_state_get_label (state, words));
  GtkWidget *pane;
  guint row, period;

  go_to_coverage (job);
  g_assert_cmpstr (kladka_state_get_code (get_state (job)), ==, kladka_state_get_code (state));
  g_assert_true (find_cell (job, &row, &period));
  kladka_coverage_page_choose (job->coverage, (int)row, (int)period);
  WAIT_FOR (ui_find (GTK_WIDGET (job->window), "KladkaExplainPane", NULL) != NULL);
  pane = ui_find (GTK_WIDGET (job->window), "KladkaExplainPane", NULL);
  WAIT_FOR (gtk_widget_get_mapped (pane));
  WAIT_FOR (ui_find (pane, "GtkLabel", label) != NULL);
  WAIT_FOR (draws (job, state));
}

/* ---- Back and forth ---- */

static void
step (Job *job, const char *action)
{
  g_autoptr (KladkaPlan) before = kladka_plan_ref (get_plan (job));

  WAIT_FOR (is_enabled (job, strchr (action, '.') + 1));
  ui_activate (job->window, action, NULL);
  wait_for_another (job, before);
  WAIT_FOR (is_up_to_date (job));
}

/* Returns how many steps it took. */
static guint
step_until (Job *job, const char *action, KladkaCellState state)
{
  guint n = 0;

  while (get_state (job) != state)
    {
      g_assert_cmpuint (n, <, MAX_STEPS);
      step (job, action);
      n++;
    }
  WAIT_FOR (draws (job, state));
  return n;
}

static void
step_back_and_forth (Job *job)
{
  guint back, more;

  back = step_until (job, "win.undo", KLADKA_STATE_GAP);
  g_assert_nonnull (kladka_plan_need (get_plan (job), job->need));
  see_cell (job, KLADKA_STATE_GAP);
  more = step_until (job, "win.undo", KLADKA_STATE_NOT_RECORDED);
  see_cell (job, KLADKA_STATE_NOT_RECORDED);
  while (kladka_plan_need (get_plan (job), job->need) != NULL)
    {
      step (job, "win.undo");
      more++;
    }
  WAIT_FOR (!is_enabled (job, "undo"));
  for (guint i = 0; i < back + more; i++)
    step (job, "win.redo");
  WAIT_FOR (!is_enabled (job, "redo"));
  see_cell (job, KLADKA_STATE_COVERED);
}

/* ---- Files ---- */

static void
save_and_reopen (Job *job)
{
  g_autoptr (GFile) file = ui_fixture_get_file (&job->fixture, "job.kladka");
  KladkaDocument *document = kladka_window_get_document (job->window);
  g_autofree char *id = g_strdup (kladka_plan_get_id (get_plan (job), kladka_plan_get (get_plan (job), job->need)));
  gpointer alive = job->window;

  g_assert_null (kladka_document_get_file (document));
  ui_save_as (job->window, file);
  g_assert_false (kladka_document_get_modified (document));
  g_object_add_weak_pointer (G_OBJECT (job->window), &alive);
  gtk_window_close (GTK_WINDOW (job->window));
  WAIT_FOR (alive == NULL);
  kladka_application_open_file (job->fixture.application, file, FALSE, NULL);
  take_window (job);
  job->need = find_ref (job, id);
  g_assert_cmpstr (
      kladka_plan_get_label (get_plan (job), kladka_plan_get (get_plan (job), job->need), job->language->lang), ==,
      job->language->need);
  see_cell (job, KLADKA_STATE_COVERED);
  step_until (job, "win.undo", KLADKA_STATE_GAP);
  while (is_enabled (job, "redo"))
    step (job, "win.redo");
  see_cell (job, KLADKA_STATE_COVERED);
}

/* ---- Export ---- */

static GtkWidget *
get_what_row (KladkaExportDialog *dialog)
{
  return ui_find (GTK_WIDGET (dialog), "AdwComboRow", NULL);
}

static void
select_what (KladkaExportDialog *dialog, const char *label)
{
  AdwComboRow *row = ADW_COMBO_ROW (get_what_row (dialog));
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (row));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (names)); i++)
    if (g_str_has_prefix (gtk_string_list_get_string (names, i), label))
      {
        adw_combo_row_set_selected (row, i);
        return;
      }
  g_assert_not_reached ();
}

static gboolean
exports (KladkaExportDialog *dialog, KladkaMarking ceiling, const char *text)
{
  GtkWidget *row = ui_find (GTK_WIDGET (dialog), "KladkaCeilingRow", NULL);
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *data;

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), ceiling - KLADKA_MARKING_CLEAR);
  bytes = kladka_export_dialog_dup_bytes (dialog);
  data = g_bytes_get_data (bytes, &size);
  return g_strstr_len (data, (gssize)size, text) != NULL;
}

static void
export_both (Job *job)
{
  KladkaExportDialog *dialog = kladka_export_dialog_new (job->state, job->fixture.settings, GTK_WINDOW (job->window));
  KladkaWords *words = kladka_view_state_get_words (job->state);
  const char *needs = kladka_words_get_c (words, "type", kladka_type_get (KLADKA_TYPE_NEED)->label_plural);
  const char *projects = kladka_words_get_c (words, "type", kladka_type_get (KLADKA_TYPE_PROJECT)->label_plural);
  gpointer alive = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &alive);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (exports (dialog, KLADKA_MARKING_AMBER, job->language->need));
  /* What has no marking of its own has the plan's. */
  g_assert_false (exports (dialog, KLADKA_MARKING_GREEN, job->language->need));
  select_what (dialog, needs);
  g_assert_true (exports (dialog, KLADKA_MARKING_AMBER, job->language->need));
  g_assert_false (exports (dialog, KLADKA_MARKING_GREEN, job->language->need));
  /* For people under the labels, for programs under the names of the fields. */
  g_assert_false (exports (dialog, KLADKA_MARKING_AMBER, "wanted_until"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (gtk_widget_get_next_sibling (get_what_row (dialog))), 1);
  g_assert_true (exports (dialog, KLADKA_MARKING_AMBER, "wanted_until"));
  select_what (dialog, projects);
  g_assert_true (exports (dialog, KLADKA_MARKING_AMBER, job->language->project));
  g_assert_false (exports (dialog, KLADKA_MARKING_AMBER, job->language->need));
  gtk_window_destroy (GTK_WINDOW (dialog));
  WAIT_FOR (alive == NULL);
}

/* ---- The job ---- */

static void
open_sample_in (Job *job)
{
  KladkaWords *words;

  ui_fixture_init (&job->fixture);
  g_settings_set_string (job->fixture.settings, "language", job->language->code);
  ui_fixture_settle ();
  words = kladka_application_get_words (job->fixture.application);
  g_assert_cmpint (kladka_words_get_lang (words), ==, job->language->lang);
  ui_fixture_open_sample (&job->fixture);
  take_window (job);
  g_assert_null (kladka_document_get_file (kladka_window_get_document (job->window)));
}

static void
test_job (gconstpointer data)
{
  Job job = { .language = data };

  open_sample_in (&job);
  see_cell (&job, KLADKA_STATE_NOT_RECORDED);
  add_need (&job);
  see_cell (&job, KLADKA_STATE_GAP);
  add_project (&job);
  see_cell (&job, KLADKA_STATE_COVERED);
  step_back_and_forth (&job);
  save_and_reopen (&job);
  export_both (&job);
  ui_fixture_clear (&job.fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/job/%s/from-need-to-cover-and-out", languages[i].code);

      g_test_add_data_func (path, &languages[i], test_job);
    }
  return g_test_run ();
}
