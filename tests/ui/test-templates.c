/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One of every widget, in every language, light and dark; a warning ends the test. */

#include "kladka-briefing-dialog.h"
#include "kladka-export-dialog.h"
#include "kladka-import-dialog.h"
#include "kladka-languages.h"
#include "kladka-preferences.h"
#include "ui-fixture.h"

typedef struct {
  const char *lang;
  const char *style;
} Look;

static const Look looks[] = {
  { "en", "light" }, { "en", "dark" }, { "pl", "light" }, { "pl", "dark" }, { "uk", "light" }, { "uk", "dark" },
};

static void
begin (UiFixture *fixture, const Look *look)
{
  ui_fixture_init (fixture);
  g_settings_set_string (fixture->settings, "style", look->style);
  g_settings_set_string (fixture->settings, "language", look->lang);
  shot_settle (50);
}

static void
end (UiFixture *fixture)
{
  g_settings_reset (fixture->settings, "style");
  ui_fixture_clear (fixture);
}

/* A label with the underscore of a mnemonic that was never made one. */
static void
check_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_assert_false (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), "_"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    check_labels (child);
}

/* What others made: the arrow's neighbour has its name from the whole, and GTK's list of keys is GTK's. */
static gboolean
is_foreign (GtkWidget *widget)
{
  return ADW_IS_SPLIT_BUTTON (gtk_widget_get_parent (widget)) || GTK_IS_SHORTCUTS_WINDOW (gtk_widget_get_root (widget));
}

/* A button that is a picture alone must have a name for those who do not see it. */
static void
check_names (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL && gtk_widget_get_mapped (widget)
      && !is_foreign (widget))
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
show_pages (KladkaWindow *window)
{
  KladkaViewState *state = kladka_window_get_state (window);
  const KladkaRecord *record;

  for (guint page = 0; page < KLADKA_N_PAGES; page++)
    {
      KladkaType type = kladka_page_get_type_of (page);
      guint slot = 0;

      kladka_view_state_set_page (state, page);
      if (type != KLADKA_TYPE_NONE && kladka_plan_next (kladka_view_state_get_plan (state), type, &slot, &record))
        kladka_view_state_select (state, record->ref);
      shot_settle (60);
      check_labels (GTK_WIDGET (window));
      check_names (GTK_WIDGET (window));
    }
}

static void
test_window (gconstpointer data)
{
  UiFixture fixture;

  begin (&fixture, data);
  show_pages (ui_fixture_open_sample (&fixture));
  end (&fixture);
}

static void
show_dialog (gpointer dialog)
{
  gtk_window_present (dialog);
  WAIT_FOR (gtk_widget_get_mapped (dialog));
  shot_settle (100);
  check_labels (dialog);
  check_names (dialog);
  gtk_window_destroy (dialog);
}

static void
test_dialogs (gconstpointer data)
{
  UiFixture fixture;
  KladkaWindow *window;
  KladkaViewState *state;
  g_autoptr (GFile) file = NULL;
  const char *locale_dir;

  begin (&fixture, data);
  window = ui_fixture_open_sample (&fixture);
  state = kladka_window_get_state (window);
  locale_dir = kladka_application_get_locale_dir (fixture.application);
  file = ui_fixture_get_file (&fixture, "nothing.csv");
  show_dialog (kladka_preferences_new (fixture.settings, GTK_WINDOW (window)));
  show_dialog (kladka_import_dialog_new (state, file, GTK_WINDOW (window)));
  show_dialog (kladka_export_dialog_new (state, fixture.settings, GTK_WINDOW (window)));
  show_dialog (kladka_briefing_dialog_new (state, fixture.settings, locale_dir, TRUE, GTK_WINDOW (window)));
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-help-overlay", NULL);
  show_dialog (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  g_action_group_activate_action (G_ACTION_GROUP (fixture.application), "about", NULL);
  WAIT_FOR (ui_find_toplevel ("AdwAboutWindow") != NULL);
  show_dialog (ui_find_toplevel ("AdwAboutWindow"));
  end (&fixture);
}

static void
add (const char *name, const Look *look, GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/ui/templates/%s/%s-%s", name, look->lang, look->style);

  g_test_add_data_func (path, look, func);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      add ("every-page", &looks[i], test_window);
      add ("every-dialog", &looks[i], test_dialogs);
    }
  return g_test_run ();
}
