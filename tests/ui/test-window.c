/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The real window, driven as a person would. */

#include "kladka-action-state.h"
#include "kladka-form-acts.h"
#include "kladka-record-pane.h"
#include "kladka-calendar.h"
#include "kladka-sidebar.h"
#include "kladka-table-page.h"
#include "ui-fixture.h"

/* ---- Going about ---- */

static void
test_pages (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  KladkaViewState *state;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_sample (&fixture);
  state = kladka_window_get_state (window);
  g_assert_false (ui_is_enabled (window, "back"));
  for (guint page = 0; page < KLADKA_N_PAGES; page++)
    {
      g_autofree char *action = g_strconcat ("win.page::", kladka_page_get_name (page), NULL);
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (fixture.application), action);

      g_assert_cmpuint (g_strv_length (keys), ==, 1);
      ui_activate (window, "win.page", kladka_page_get_name (page));
      g_assert_cmpuint (kladka_view_state_get_page (state), ==, page);
      shot_settle (30);
    }
  ui_activate (window, "win.back", NULL);
  g_assert_cmpuint (kladka_view_state_get_page (state), ==, KLADKA_N_PAGES - 2);
  ui_activate (window, "win.forward", NULL);
  g_assert_cmpuint (kladka_view_state_get_page (state), ==, KLADKA_N_PAGES - 1);
  ui_fixture_clear (&fixture);
}

static GtkWidget *
find_page (KladkaWindow *window, KladkaPage page)
{
  return ui_find (GTK_WIDGET (window),
                  page == KLADKA_PAGE_TIMELINE   ? "KladkaTimelinePage"
                  : page == KLADKA_PAGE_COVERAGE ? "KladkaCoveragePage"
                  : page == KLADKA_PAGE_OVERVIEW ? "KladkaOverviewPage"
                                                 : "KladkaTablePage",
                  NULL);
}

static GtkWidget *
find_overview_row (KladkaWindow *window, const char *list_label)
{
  GtkWidget *title = ui_find (GTK_WIDGET (window), "GtkLabel", list_label);

  return ui_find (gtk_widget_get_ancestor (title, ADW_TYPE_PREFERENCES_GROUP), "GtkListBoxRow", NULL);
}

static void
test_overview_leads_to_records (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  KladkaViewState *state;
  GtkWidget *gap, *event;
  KladkaRef ref;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_sample (&fixture);
  state = kladka_window_get_state (window);
  gap = find_overview_row (window, "Largest gaps");
  event = find_overview_row (window, "Starts and ends in the next 90 days");
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (gap), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_signal_emit_by_name (gtk_widget_get_parent (gap), "row-activated", gap);
  g_assert_cmpint (kladka_view_state_get_page (state), ==, KLADKA_PAGE_NEEDS);
  ref = kladka_view_state_get_selection (state);
  g_assert_cmpuint (ref, !=, 0);
  /* Without that need the gaps are others; what starts and ends is not drawn anew. */
  kladka_form_delete (state, ref);
  WAIT_FOR (kladka_plan_get (ui_get_plan (window), ref) == NULL);
  WAIT_FOR (!kladka_view_state_is_computing (state));
  ui_activate (window, "win.page", "overview");
  g_assert_true (find_overview_row (window, "Starts and ends in the next 90 days") == event);
  gap = find_overview_row (window, "Largest gaps");
  g_signal_emit_by_name (gtk_widget_get_parent (gap), "row-activated", gap);
  g_assert_cmpuint (kladka_view_state_get_selection (state), !=, ref);
  g_assert_cmpuint (kladka_view_state_get_selection (state), !=, 0);
  ui_fixture_clear (&fixture);
}

static void
test_page_is_built_when_visited (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = KLADKA_WINDOW (kladka_application_show_new (fixture.application));
  /* Not for the first frame either: the frame comes first. */
  g_assert_null (find_page (window, KLADKA_PAGE_OVERVIEW));
  WAIT_FOR (find_page (window, KLADKA_PAGE_OVERVIEW) != NULL);
  WAIT_FOR (gtk_widget_get_mapped (find_page (window, KLADKA_PAGE_OVERVIEW)));
  g_assert_null (find_page (window, KLADKA_PAGE_NEEDS));
  g_assert_null (find_page (window, KLADKA_PAGE_TIMELINE));
  g_assert_null (find_page (window, KLADKA_PAGE_COVERAGE));
  ui_activate (window, "win.page", "needs");
  g_assert_nonnull (find_page (window, KLADKA_PAGE_NEEDS));
  g_assert_null (find_page (window, KLADKA_PAGE_TIMELINE));
  ui_fixture_clear (&fixture);
}

/* Keys are pressed before the first frame too. */
static void
test_keys_before_the_first_frame (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = KLADKA_WINDOW (kladka_application_show_new (fixture.application));
  ui_activate (window, "win.search", NULL);
  g_assert_cmpuint (kladka_view_state_get_page (kladka_window_get_state (window)), ==, KLADKA_PAGE_NEEDS);
  WAIT_FOR (gtk_widget_get_mapped (find_page (window, KLADKA_PAGE_NEEDS)));
  g_assert_null (find_page (window, KLADKA_PAGE_OVERVIEW));
  ui_fixture_clear (&fixture);
}

/* Those that the manual names first. */
static void
test_keys (void)
{
  static const char *const told[][2] = {
    { "<Primary>n", "app.new" },
    { "<Primary>o", "app.open" },
    { "<Primary>s", "win.save" },
    { "<Primary>z", "win.undo" },
    { "<Primary><Shift>z", "win.redo" },
    { "<Primary><Shift>n", "win.add" },
    { "<Primary>f", "win.search" },
    { "<Primary>p", "win.print" },
    { "<Primary>e", "win.export" },
    { "<Primary>i", "win.import" },
    { "F1", "app.help" },
    { "F6", "win.next-part" },
    { "F9", "win.toggle-pane" },
    { "<Primary>w", "win.close" },
    { "<Primary>q", "app.quit" },
  };
  UiFixture fixture;

  ui_fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_auto (GStrv) actions =
          gtk_application_get_actions_for_accel (GTK_APPLICATION (fixture.application), told[i][0]);

      g_assert_cmpuint (g_strv_length (actions), ==, 1);
      g_assert_cmpstr (actions[0], ==, told[i][1]);
    }
  ui_fixture_clear (&fixture);
}

static void
test_menus (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  g_assert_null (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *keys;

      ui_activate (window, "win.show-help-overlay", NULL);
      keys = GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
      WAIT_FOR (gtk_widget_get_mapped (keys));
      gtk_window_close (GTK_WINDOW (keys));
      WAIT_FOR (!gtk_widget_get_mapped (keys));
    }
  ui_activate (window, "win.menu", NULL);
  WAIT_FOR (ui_find (GTK_WIDGET (window), "GtkModelButton", NULL) != NULL);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), "GtkLabel", "_Import…"));
  g_assert_nonnull (ui_find (GTK_WIDGET (window), "GtkLabel", "The sample plan"));
  g_assert_nonnull (ui_find (GTK_WIDGET (window), "GtkLabel", "Initiative"));
  ui_fixture_clear (&fixture);
}

/* Drawing an SVG would cost the start a tenth of its time; where 16 pixels are too few, it is still the SVG. */
static void
test_icons (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  for (guint i = 0; i < 2 * KLADKA_N_PAGES; i++)
    {
      int scale = 1 + i % 2;
      GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (window)));
      g_autoptr (GtkIconPaintable) icon =
          gtk_icon_theme_lookup_icon (theme, kladka_page_get_icon (i / 2), NULL, 16, scale, GTK_TEXT_DIR_NONE, 0);
      g_autoptr (GFile) file = gtk_icon_paintable_get_file (icon);
      g_autofree char *name = g_file_get_basename (file);

      g_assert_true (g_str_has_prefix (name, kladka_page_get_icon (i / 2)));
      g_assert_true (g_str_has_suffix (name, scale == 1 ? ".symbolic.png" : ".svg"));
    }
  ui_fixture_clear (&fixture);
}

static void
show_first_need (KladkaWindow *window)
{
  const KladkaRecord *record;
  guint slot = 0;

  g_assert_true (kladka_plan_next (ui_get_plan (window), KLADKA_TYPE_NEED, &slot, &record));
  kladka_view_state_show_record (kladka_window_get_state (window), record->ref);
}

static void
test_selection_opens_pane (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_sample (&fixture);
  g_assert_false (ui_is_enabled (window, "toggle-pane"));
  show_first_need (window);
  g_assert_cmpuint (kladka_view_state_get_page (kladka_window_get_state (window)), ==, KLADKA_PAGE_NEEDS);
  g_assert_true (ui_is_enabled (window, "toggle-pane"));
  g_assert_true (ui_is_enabled (window, "delete"));
  ui_fixture_clear (&fixture);
}

/* Where the keyboard is: the pane, the list of pages, or else the page. */
static const char *
find_part (KladkaWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (focus == NULL)
    return "nowhere";
  if (gtk_widget_get_ancestor (focus, KLADKA_TYPE_RECORD_PANE) != NULL)
    return "pane";
  if (gtk_widget_get_ancestor (focus, KLADKA_TYPE_SIDEBAR) != NULL)
    return "list";
  return gtk_widget_get_ancestor (focus, KLADKA_TYPE_TABLE_PAGE) != NULL ? "page" : "elsewhere";
}

static void
test_parts_by_key (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_sample (&fixture);
  show_first_need (window);
  WAIT_FOR (gtk_widget_get_mapped (ui_find (GTK_WIDGET (window), "KladkaRecordPane", NULL)));
  gtk_widget_child_focus (ui_find (GTK_WIDGET (window), "KladkaSidebar", NULL), GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (find_part (window), ==, "list");
  ui_activate (window, "win.next-part", NULL);
  g_assert_cmpstr (find_part (window), ==, "page");
  ui_activate (window, "win.next-part", NULL);
  g_assert_cmpstr (find_part (window), ==, "pane");
  ui_activate (window, "win.next-part", NULL);
  g_assert_cmpstr (find_part (window), ==, "list");
  /* Also round a pane that is not there. */
  ui_activate (window, "win.next-part", NULL);
  kladka_view_state_select (kladka_window_get_state (window), 0);
  ui_activate (window, "win.next-part", NULL);
  g_assert_cmpstr (find_part (window), ==, "list");
  ui_fixture_clear (&fixture);
}

/* Tab comes to the page that is shown and leaves again, and turns no page on its way. */
static void
test_tab_turns_no_page (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  GtkWidget *list, *focus;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_sample (&fixture);
  show_first_need (window);
  list = ui_find (GTK_WIDGET (window), "KladkaSidebar", NULL);
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)), ==, KLADKA_PAGE_NEEDS);
  g_assert_false (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  g_assert_cmpint (kladka_view_state_get_page (kladka_window_get_state (window)), ==, KLADKA_PAGE_NEEDS);
  ui_fixture_clear (&fixture);
}

static void
test_actions_are_all_there (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  for (guint i = 0; i < KLADKA_N_COMMANDS; i++)
    g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), kladka_command_get_name (i)));
  ui_fixture_clear (&fixture);
}

/* ---- Editing ---- */

static gboolean
has_tooltip (GtkWidget *root, const char *text)
{
  gboolean has = g_strcmp0 (gtk_widget_get_tooltip_text (root), text) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && !has;
       child = gtk_widget_get_next_sibling (child))
    has = has_tooltip (child, text);
  return has;
}

/* The button says what it would undo. */
static void
assert_undo_says (KladkaWindow *window)
{
  const KladkaStep *step = kladka_document_get_undo_step (kladka_window_get_document (window));
  g_autofree char *sentence =
      kladka_step_dup_sentence (step, kladka_view_state_get_words (kladka_window_get_state (window)));
  g_autofree char *text = g_strconcat ("Undo: ", sentence, NULL);

  g_assert_true (has_tooltip (GTK_WIDGET (window), text));
}

/* What the toast offers. */
static GtkWidget *
find_offer (KladkaWindow *window, const char *label)
{
  GtkWidget *toast = ui_find (GTK_WIDGET (window), "AdwToastWidget", NULL);

  return toast != NULL ? ui_find (toast, "GtkButton", label) : NULL;
}

static void
press_in_toast (KladkaWindow *window, const char *label)
{
  WAIT_FOR (find_offer (window, label) != NULL);
  g_signal_emit_by_name (find_offer (window, label), "clicked");
}

static void
test_undo_redo (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  g_assert_false (ui_is_enabled (window, "undo"));
  ui_add_need (window);
  g_assert_cmpuint (kladka_view_state_get_page (kladka_window_get_state (window)), ==, KLADKA_PAGE_NEEDS);
  g_assert_cmpuint (kladka_view_state_get_selection (kladka_window_get_state (window)), !=, 0);
  assert_undo_says (window);
  ui_activate (window, "win.undo", NULL);
  WAIT_FOR (ui_count_needs (window) == 0);
  WAIT_FOR (ui_is_enabled (window, "redo"));
  g_assert_false (ui_is_enabled (window, "undo"));
  press_in_toast (window, "_Redo");
  WAIT_FOR (ui_count_needs (window) == 1);
  ui_activate (window, "win.undo", NULL);
  WAIT_FOR (ui_count_needs (window) == 0);
  ui_activate (window, "win.redo", NULL);
  WAIT_FOR (ui_count_needs (window) == 1);
  ui_fixture_clear (&fixture);
}

/* What a toast offers is what it speaks of. */
static void
test_offer_goes_with_its_time (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  ui_add_need (window);
  ui_activate (window, "win.undo", NULL);
  WAIT_FOR (find_offer (window, "_Redo") != NULL);
  ui_activate (window, "win.redo", NULL);
  WAIT_FOR (ui_count_needs (window) == 1);
  shot_settle (500);
  g_assert_null (find_offer (window, "_Redo"));
  g_assert_nonnull (find_offer (window, "_Undo"));
  ui_add_need (window);
  shot_settle (500);
  g_assert_null (find_offer (window, "_Undo"));
  ui_fixture_clear (&fixture);
}

static void
test_delete (void)
{
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  ui_add_need (window);
  WAIT_FOR (ui_is_enabled (window, "delete"));
  ui_activate (window, "win.delete", NULL);
  WAIT_FOR (ui_count_needs (window) == 0);
  g_assert_false (ui_is_enabled (window, "delete"));
  press_in_toast (window, "_Undo");
  WAIT_FOR (ui_count_needs (window) == 1);
  ui_fixture_clear (&fixture);
}

static void
rename_plan (KladkaWindow *window, const char *title)
{
  const KladkaRecord *info = &kladka_plan_get_info (ui_get_plan (window))->base;
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();

  kladka_edits_set_named (edits, KLADKA_TYPE_PLAN, kladka_plan_get_id (ui_get_plan (window), info), "title_en",
                          kladka_value_text (title));
  kladka_view_state_apply (kladka_window_get_state (window), edits, KLADKA_VERB_EDIT, NULL);
  WAIT_FOR (g_str_equal (kladka_plan_get_info (ui_get_plan (window))->title.in[KLADKA_LANG_EN], title));
}

/* With a dot before it while it is not saved. */
static void
test_title (void)
{
  static const char *const titles[] = { "• Bridges", "• Bridges and roads" };
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_new (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      rename_plan (window, titles[i] + strlen ("• "));
      g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, titles[i]);
    }
  ui_fixture_clear (&fixture);
}

/* ---- Language ---- */

static void
test_language (void)
{
  static const struct {
    const char *code, *needs, *open;
  } languages[] = { { "pl", "Potrzeby", "_Otwórz" }, { "uk", "Потреби", "_Відкрити" }, { "en", "Needs", "_Open" } };
  UiFixture fixture;
  KladkaWindow *window;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_sample (&fixture);
  ui_activate (window, "win.page", "projects");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      window = ui_fixture_switch_language (&fixture, languages[i].code);
      g_assert_nonnull (ui_find (GTK_WIDGET (window), "GtkLabel", languages[i].needs));
      g_assert_nonnull (ui_find (GTK_WIDGET (window), "AdwSplitButton", languages[i].open));
      g_assert_cmpuint (kladka_view_state_get_page (kladka_window_get_state (window)), ==, KLADKA_PAGE_PROJECTS);
    }
  ui_fixture_clear (&fixture);
}

/* ---- Tables ---- */

static GtkColumnViewColumn *
get_column (KladkaWindow *window, guint place)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (ui_find (GTK_WIDGET (window), "GtkColumnView", NULL));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), place);

  return column;
}

static GtkColumnViewColumn *
find_column (KladkaWindow *window, const char *title)
{
  for (guint i = 0;; i++)
    if (g_str_equal (gtk_column_view_column_get_title (get_column (window, i)), title))
      return get_column (window, i);
}

static const KladkaTableState *
table_of (KladkaWindow *window)
{
  return kladka_record_list_get_table (
      kladka_table_page_get_list (KLADKA_TABLE_PAGE (ui_find (GTK_WIDGET (window), "KladkaTablePage", NULL))));
}

static void
test_table_is_remembered (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  GtkColumnView *view;
  GtkColumnViewColumn *column;
  const KladkaRecord *record;
  guint sort, slot = 0;
  gboolean descending = FALSE;
  g_autoptr (GVariant) tables = NULL, other = NULL;

  ui_fixture_init (&fixture);
  g_settings_set_value (fixture.settings, "tables",
                        g_variant_new_parsed ("{'project': (['title'], @a{si} {}, 'title', false)}"));
  window = ui_fixture_open_sample (&fixture);
  g_assert_true (kladka_plan_next (ui_get_plan (window), KLADKA_TYPE_NEED, &slot, &record));
  kladka_view_state_show_record (kladka_window_get_state (window), record->ref);
  view = GTK_COLUMN_VIEW (ui_find (GTK_WIDGET (window), "GtkColumnView", NULL));
  column = find_column (window, "Stage");
  gtk_column_view_insert_column (view, 0, column);
  gtk_column_view_column_set_fixed_width (column, 333);
  gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
  gtk_column_view_column_set_visible (find_column (window, "Priority"), FALSE);
  window = ui_fixture_switch_language (&fixture, "pl");
  column = find_column (window, "Etap");
  g_assert_true (column == get_column (window, 0));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), ==, 333);
  g_assert_false (gtk_column_view_column_get_visible (find_column (window, "Priorytet")));
  sort = kladka_table_state_get_sort (table_of (window), &descending);
  g_assert_cmpstr (kladka_table_state_get_field (table_of (window), sort)->name, ==, "stage");
  g_assert_true (descending);
  g_assert_cmpuint (kladka_view_state_get_selection (kladka_window_get_state (window)), ==, record->ref);
  /* That of another table too. */
  tables = g_settings_get_value (fixture.settings, "tables");
  other = g_variant_lookup_value (tables, "project", NULL);
  g_assert_nonnull (other);
  g_settings_reset (fixture.settings, "tables");
  ui_fixture_clear (&fixture);
}

/* ---- The as-of day ---- */

static void
test_as_of_day (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  KladkaViewState *state;
  GtkWidget *button, *popover, *entry;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_sample (&fixture);
  state = kladka_window_get_state (window);
  button = ui_find (ui_find (GTK_WIDGET (window), "KladkaAsOfButton", NULL), "GtkMenuButton", NULL);
  g_assert_null (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  entry = ui_find (popover, "GtkEntry", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no day at all");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "5.03.2027");
  g_signal_emit_by_name (entry, "activate");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpint (kladka_view_state_get_spec (state)->as_of, ==, kladka_day_from_civil (2027, 3, 5));
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, "As of 5 March 2027");
  WAIT_FOR (!kladka_view_state_is_computing (state));
  g_assert_cmpint (kladka_coverage_get_spec (kladka_view_state_get_coverage (state))->as_of, ==,
                   kladka_day_from_civil (2027, 3, 5));
  g_signal_emit_by_name (ui_find (popover, "GtkButton", "Back to _today"), "clicked");
  g_assert_cmpint (kladka_view_state_get_spec (state)->as_of, ==, kladka_view_state_get_today (state));
  g_assert_null (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)));
  ui_fixture_clear (&fixture);
}

static GtkWidget *
open_as_of (KladkaWindow *window)
{
  GtkWidget *button = ui_find (ui_find (GTK_WIDGET (window), "KladkaAsOfButton", NULL), "GtkMenuButton", NULL);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
}

/* A day from the calendar, and what counts; another language leaves all that as it is. */
static void
test_what_counts (void)
{
  UiFixture fixture;
  KladkaWindow *window;
  GtkWidget *popover, *entry, *calendar;
  const KladkaCoverageSpec *spec;

  ui_fixture_init (&fixture);
  window = ui_fixture_open_sample (&fixture);
  popover = open_as_of (window);
  calendar = ui_find (popover, "KladkaCalendar", NULL);
  kladka_calendar_set_day (KLADKA_CALENDAR (calendar), kladka_day_from_civil (2027, 4, 1));
  g_signal_emit_by_name (ui_find (calendar, "GtkButton", "6"), "clicked");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_find (popover, "GtkCheckButton", NULL)), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find (popover, "GtkDropDown", NULL)), KLADKA_CERTAINTY_COMMITTED);
  gtk_popover_popdown (GTK_POPOVER (popover));
  window = ui_fixture_switch_language (&fixture, "pl");
  spec = kladka_view_state_get_spec (kladka_window_get_state (window));
  g_assert_cmpint (spec->as_of, ==, kladka_day_from_civil (2027, 4, 6));
  g_assert_true (spec->include_unverified);
  g_assert_cmpint (spec->line, ==, KLADKA_CERTAINTY_COMMITTED);
  popover = open_as_of (window);
  entry = ui_find (popover, "GtkEntry", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (spec->as_of, ==, kladka_view_state_get_today (kladka_window_get_state (window)));
  ui_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  /* xrun brings a home of its own; G_TEST_OPTION_ISOLATE_DIRS would hide what tells an SVG from other pictures. */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/window/every-page-by-action-and-key", test_pages);
  g_test_add_func ("/ui/window/overview-leads-to-records", test_overview_leads_to_records);
  g_test_add_func ("/ui/window/page-is-built-when-visited", test_page_is_built_when_visited);
  g_test_add_func ("/ui/window/keys-before-the-first-frame", test_keys_before_the_first_frame);
  g_test_add_func ("/ui/window/keys-do-what-the-manual-says", test_keys);
  g_test_add_func ("/ui/window/menus-and-shortcuts-are-there", test_menus);
  g_test_add_func ("/ui/window/icons-need-no-svg-in-their-usual-size", test_icons);
  g_test_add_func ("/ui/window/selection-opens-the-side-pane", test_selection_opens_pane);
  g_test_add_func ("/ui/window/f6-goes-round-the-parts", test_parts_by_key);
  g_test_add_func ("/ui/window/tab-turns-no-page", test_tab_turns_no_page);
  g_test_add_func ("/ui/window/table-of-actions-is-complete", test_actions_are_all_there);
  g_test_add_func ("/ui/window/undo-and-redo", test_undo_redo);
  g_test_add_func ("/ui/window/offer-goes-with-its-time", test_offer_goes_with_its_time);
  g_test_add_func ("/ui/window/delete-offers-undo", test_delete);
  g_test_add_func ("/ui/window/is-called-as-its-plan", test_title);
  g_test_add_func ("/ui/window/language-switches-live", test_language);
  g_test_add_func ("/ui/window/table-is-remembered-as-it-was-left", test_table_is_remembered);
  g_test_add_func ("/ui/window/as-of-day-is-chosen-and-left", test_as_of_day);
  g_test_add_func ("/ui/window/what-counts-is-chosen-and-kept", test_what_counts);
  return g_test_run ();
}
