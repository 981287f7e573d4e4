/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-application-private.h"
#include "kladka-file-chooser.h"
#include "kladka-i18n.h"
#include "kladka-message.h"
#include "kladka-preferences.h"
#include "kladka-view-state.h"
#include "kladka-window.h"

static const struct {
  const char *action;
  const char *keys[4];
} keys[] = {
  { "app.new", { "<Primary>n" } },
  { "app.open", { "<Primary>o" } },
  { "app.preferences", { "<Primary>comma" } },
  { "app.help", { "F1" } },
  { "app.quit", { "<Primary>q" } },
  { "win.save", { "<Primary>s" } },
  { "win.save-as", { "<Primary><Shift>s" } },
  { "win.undo", { "<Primary>z" } },
  { "win.redo", { "<Primary><Shift>z", "<Primary>y" } },
  { "win.add", { "<Primary><Shift>n" } },
  { "win.search", { "<Primary>f" } },
  { "win.print", { "<Primary>p" } },
  { "win.export", { "<Primary>e" } },
  { "win.import", { "<Primary>i" } },
  { "win.close", { "<Primary>w" } },
  { "win.back", { "<Alt>Left" } },
  { "win.forward", { "<Alt>Right" } },
  { "win.next-part", { "F6" } },
  { "win.toggle-pane", { "F9" } },
  { "win.toggle-sidebar", { "<Shift>F9" } },
  { "win.fullscreen", { "F11" } },
  { "win.menu", { "F10" } },
  { "win.show-help-overlay", { "<Primary>question" } },
};

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kladka_application_show_new (data);
}

static void
open_chosen_cb (GFile *file, gpointer data)
{
  KladkaApplication *self = data;

  kladka_application_open_file (self, file, FALSE, gtk_application_get_active_window (GTK_APPLICATION (self)));
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaApplication *self = data;
  KladkaFileChoice choice = {
    .title = _ ("Open a plan"),
    .accept = _ ("_Open"),
    .filter = KLADKA_FILE_FILTER_PLAN,
    .settings = kladka_application_get_settings (self),
  };

  kladka_file_chooser_run (&choice, gtk_application_get_active_window (GTK_APPLICATION (self)), open_chosen_cb, self);
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaApplication *self = data;

  kladka_application_open_sample (self, gtk_application_get_active_window (GTK_APPLICATION (self)));
}

static void
open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaApplication *self = data;
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  kladka_application_open_file (self, file, FALSE, gtk_application_get_active_window (GTK_APPLICATION (self)));
}

/* Each window asks for itself what becomes of unsaved work. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KladkaApplication *self = data;
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (kladka_preferences_new (kladka_application_get_settings (self), parent)));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const developers[] = { "The Kladka authors", NULL };
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (data));
  GtkWindow *window = g_object_new (
      ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE, "application-name",
      "Kladka", "application-icon", "org.kladka.Kladka", "version", KLADKA_VERSION, "developer-name",
      "The Kladka authors", "developers", developers, "license-type", GTK_LICENSE_GPL_3_0, "copyright",
      "© 2026 The Kladka authors", "comments",
      _ ("A footbridge between needs and projects: who needs what, who brings it, until when, and where the bridge is "
         "missing."),
      /* Translators: your names, one a line */
      "translator-credits", _ ("translator-credits"), NULL);

  gtk_window_present (window);
}

/* The page of the manual that tells of what the window shows. */
static const char *
get_help_page (GtkWindow *window)
{
  if (!KLADKA_IS_WINDOW (window))
    return "";
  switch (kladka_view_state_get_page (kladka_window_get_state (KLADKA_WINDOW (window))))
    {
    case KLADKA_PAGE_NEEDS:
    case KLADKA_PAGE_PROJECTS:
      return "/needs";
    case KLADKA_PAGE_TIMELINE:
      return "/timeline";
    case KLADKA_PAGE_COVERAGE:
      return "/coverage";
    default:
      return "";
    }
}

static void
help_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkApplication) application = data;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  kladka_message_show (gtk_application_get_active_window (application), _ ("The manual cannot be opened"),
                       _ ("It needs a help viewer such as Yelp, and none could be started. The keys are listed under "
                          "Keyboard shortcuts (Ctrl+?)."));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  g_autofree char *uri = g_strconcat ("help:kladka", get_help_page (window), NULL);

  if (window != NULL)
    gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, help_shown_cb, g_object_ref (data));
}

void
kladka_application_add_actions (KladkaApplication *self)
{
  static const GActionEntry entries[] = {
    { "new", new_cb },
    { "open", open_cb },
    { "open-sample", open_sample_cb },
    { "open-recent", open_recent_cb, "s" },
    { "help", help_cb },
    { "about", about_cb },
    { "quit", quit_cb },
    { "preferences", preferences_cb },
  };
  g_autoptr (GAction) language = g_settings_create_action (kladka_application_get_settings (self), "language");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), language);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].keys);
  for (guint page = 0; page < KLADKA_N_PAGES; page++)
    {
      g_autofree char *action = g_strconcat ("win.page::", kladka_page_get_name (page), NULL);
      g_autofree char *key = g_strdup_printf ("<Alt>%u", page + 1);
      const char *accels[] = { key, NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (self), action, accels);
    }
}
