/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* screenshots DIR: the pictures of the README. screenshots DIR all: everything the program shows, in its languages,
 * light and dark, to be looked at. */

#include <glib/gstdio.h>

#include "kladka-briefing-dialog.h"
#include "kladka-export-dialog.h"
#include "kladka-import-dialog.h"
#include "kladka-preferences.h"
#include "ui-fixture.h"

static void
take (GtkWidget *widget, const char *dir, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (dir, file, NULL);

  shot_settle (700);
  if (!shot_take (widget, path))
    g_printerr ("%s: nothing to draw\n", path);
}

static void
show_page (KladkaWindow *window, KladkaPage page, gboolean with_pane)
{
  KladkaViewState *state = kladka_window_get_state (window);
  KladkaPlan *plan = kladka_view_state_get_plan (state);
  const KladkaRecord *record;
  guint slot = 2;

  kladka_view_state_set_page (state, page);
  kladka_view_state_select (state, 0);
  if (with_pane && kladka_plan_next (plan, kladka_page_get_type_of (page), &slot, &record))
    kladka_view_state_select (state, record->ref);
  WAIT_FOR (!kladka_view_state_is_computing (state));
}

static void
take_readme (UiFixture *fixture, const char *dir)
{
  KladkaWindow *window = ui_fixture_open_sample (fixture);

  show_page (window, KLADKA_PAGE_OVERVIEW, FALSE);
  take (GTK_WIDGET (window), dir, "overview");
  show_page (window, KLADKA_PAGE_COVERAGE, FALSE);
  take (GTK_WIDGET (window), dir, "coverage");
  show_page (window, KLADKA_PAGE_TIMELINE, FALSE);
  take (GTK_WIDGET (window), dir, "timeline");
}

static void
take_pages (KladkaWindow *window, const char *dir, const char *prefix)
{
  for (guint page = 0; page < KLADKA_N_PAGES; page++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s", prefix, kladka_page_get_name (page));

      show_page (window, page, kladka_page_get_type_of (page) != KLADKA_TYPE_NONE);
      take (GTK_WIDGET (window), dir, name);
    }
}

static void
take_dialog (GtkWindow *dialog, const char *dir, const char *prefix, const char *what)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", prefix, what);

  gtk_window_present (dialog);
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  take (GTK_WIDGET (dialog), dir, name);
  gtk_window_destroy (dialog);
}

static void
take_dialogs (UiFixture *fixture, KladkaWindow *window, const char *dir, const char *prefix)
{
  static const char csv[] = "reference,title:en,stage\nN-001,EDR for every state register,verified\n"
                            "N-901,Radios for the border guard,verified\nN-902,Bad one,no-such-stage\n";
  KladkaViewState *state = kladka_window_get_state (window);
  g_autoptr (GFile) file = ui_fixture_get_file (fixture, "needs.csv");

  g_file_replace_contents (file, csv, strlen (csv), NULL, FALSE, 0, NULL, NULL, NULL);
  take_dialog (GTK_WINDOW (kladka_import_dialog_new (state, file, GTK_WINDOW (window))), dir, prefix, "import");
  take_dialog (GTK_WINDOW (kladka_export_dialog_new (state, fixture->settings, GTK_WINDOW (window))), dir, prefix,
               "export");
  take_dialog (GTK_WINDOW (kladka_briefing_dialog_new (state, fixture->settings,
                                                       kladka_application_get_locale_dir (fixture->application), TRUE,
                                                       GTK_WINDOW (window))),
               dir, prefix, "briefing");
  take_dialog (GTK_WINDOW (kladka_preferences_new (fixture->settings, GTK_WINDOW (window))), dir, prefix,
               "preferences");
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-help-overlay", NULL);
  take_dialog (GTK_WINDOW (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window))), dir, prefix,
               "shortcuts");
}

static void
take_all (UiFixture *fixture, const char *dir)
{
  static const struct {
    const char *code, *style;
  } looks[] = { { "en", "light" }, { "pl", "dark" }, { "uk", "light" } };
  KladkaWindow *window;

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *prefix = g_strdup_printf ("%s-%s", looks[i].code, looks[i].style);
      g_autofree char *empty = g_strconcat (prefix, "-empty", NULL);

      g_settings_set_string (fixture->settings, "language", looks[i].code);
      g_settings_set_string (fixture->settings, "style", looks[i].style);
      shot_settle (200);
      window = ui_fixture_open_new (fixture);
      take (GTK_WIDGET (window), dir, empty);
      gtk_window_destroy (GTK_WINDOW (window));
      window = ui_fixture_open_sample (fixture);
      take_pages (window, dir, prefix);
      take_dialogs (fixture, window, dir, prefix);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

int
main (int argc, char **argv)
{
  UiFixture fixture;

  if (argc < 2)
    return 64;
  g_test_init (&argc, &argv, NULL);
  ui_fixture_init (&fixture);
  g_settings_set_int (fixture.settings, "window-width", 1280);
  g_settings_set_int (fixture.settings, "window-height", 720);
  g_mkdir_with_parents (argv[1], 0755);
  if (argc > 2)
    take_all (&fixture, argv[1]);
  else
    take_readme (&fixture, argv[1]);
  ui_fixture_clear (&fixture);
  return 0;
}
