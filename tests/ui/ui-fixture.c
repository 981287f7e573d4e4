/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "ui-fixture.h"

/* One for all tests of a program: GTK keeps hold of the first. */
static KladkaApplication *
get_application (void)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return KLADKA_APPLICATION (application);
  application = G_APPLICATION (kladka_application_new ());
  g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);
  g_application_set_default (application);
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  /* GTK 4.8 forgets a date each time it drops old entries of the recent files. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-font-name", "Inter 11",
                "gtk-recent-files-max-age", -1, NULL);
  return KLADKA_APPLICATION (application);
}

void
ui_fixture_init (UiFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->application = get_application ();
  self->settings = g_object_ref (kladka_application_get_settings (self->application));
  self->dir = g_dir_make_tmp ("kladka-ui-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static gboolean
end_cb (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_fixture_settle (void)
{
  gboolean over = FALSE;

  g_idle_add_full (G_PRIORITY_LOW, end_cb, &over, NULL);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
ui_fixture_clear (UiFixture *self)
{
  KladkaWindow *window;

  while ((window = ui_fixture_get_window (self)) != NULL)
    ui_end (window, TRUE);
  remove_files (self->dir);
  g_clear_pointer (&self->dir, g_free);
  g_settings_reset (self->settings, "language");
  /* Else the next test's window would be built anew under its hands. */
  ui_fixture_settle ();
  g_clear_object (&self->settings);
}

KladkaWindow *
ui_fixture_get_window (UiFixture *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self->application)); link != NULL; link = link->next)
    if (KLADKA_IS_WINDOW (link->data))
      return link->data;
  return NULL;
}

guint
ui_fixture_count_windows (UiFixture *self)
{
  guint n = 0;

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self->application)); link != NULL; link = link->next)
    n += KLADKA_IS_WINDOW (link->data);
  return n;
}

KladkaWindow *
ui_fixture_switch_language (UiFixture *self, const char *code)
{
  gpointer older = ui_fixture_get_window (self);
  KladkaWindow *window;

  g_object_add_weak_pointer (older, &older);
  g_settings_set_string (self->settings, "language", code);
  WAIT_FOR (older == NULL && ui_fixture_get_window (self) != NULL);
  window = ui_fixture_get_window (self);
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (window)));
  return window;
}

static KladkaWindow *
wait_for_drawn (KladkaWindow *window)
{
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (window)));
  WAIT_FOR (kladka_window_is_complete (window));
  WAIT_FOR (!kladka_view_state_is_computing (kladka_window_get_state (window)));
  shot_settle (20);
  return window;
}

KladkaWindow *
ui_fixture_open_new (UiFixture *self)
{
  return wait_for_drawn (KLADKA_WINDOW (kladka_application_show_new (self->application)));
}

KladkaWindow *
ui_fixture_open_sample (UiFixture *self)
{
  g_autoptr (GFile) file =
      g_file_new_build_filename (kladka_application_get_data_dir (self->application), "sample.kladka", NULL);

  kladka_application_open_file (self->application, file, TRUE, NULL);
  WAIT_FOR (ui_fixture_get_window (self) != NULL);
  return wait_for_drawn (ui_fixture_get_window (self));
}

GFile *
ui_fixture_get_file (UiFixture *self, const char *name)
{
  return g_file_new_build_filename (self->dir, name, NULL);
}

static gboolean
shows_label (GtkWidget *widget, const char *label)
{
  g_autofree char *text = NULL;

  if (label == NULL)
    return TRUE;
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "label") == NULL)
    return FALSE;
  g_object_get (widget, "label", &text, NULL);
  return g_strcmp0 (text, label) == 0;
}

GtkWidget *
ui_find (GtkWidget *root, const char *type, const char *label)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), g_type_from_name (type)) && shows_label (root, label))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
ui_find_toplevel (const char *type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type))
        return window;
    }
  return NULL;
}

void
ui_activate (KladkaWindow *window, const char *action, const char *target)
{
  GVariant *parameter = target != NULL ? g_variant_new_string (target) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), action, parameter));
}

gboolean
ui_is_enabled (KladkaWindow *window, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), name);
}

void
ui_respond (const char *answer)
{
  AdwMessageDialog *dialog;

  WAIT_FOR (ui_find_toplevel ("AdwMessageDialog") != NULL);
  dialog = ADW_MESSAGE_DIALOG (ui_find_toplevel ("AdwMessageDialog"));
  g_assert_true (adw_message_dialog_has_response (dialog, answer));
  adw_message_dialog_response (dialog, answer);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_fixture_settle ();
}

void
ui_end (KladkaWindow *window, gboolean discard)
{
  gpointer alive = window;

  /* A worker thread that outlives the test would look like a leak. */
  WAIT_FOR (!kladka_view_state_is_computing (kladka_window_get_state (window)));
  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  kladka_document_close (kladka_window_get_document (window), discard);
  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_FOR (alive == NULL);
}

KladkaPlan *
ui_get_plan (KladkaWindow *window)
{
  return kladka_document_get_plan (kladka_window_get_document (window));
}

guint
ui_count_needs (KladkaWindow *window)
{
  return kladka_plan_get_n_records (ui_get_plan (window), KLADKA_TYPE_NEED);
}

void
ui_add_need (KladkaWindow *window)
{
  guint n = ui_count_needs (window);

  ui_activate (window, "win.add-of", "need");
  WAIT_FOR (ui_count_needs (window) == n + 1);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  kladka_document_save_finish (KLADKA_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *)data = TRUE;
}

void
ui_save_as (KladkaWindow *window, GFile *file)
{
  gboolean saved = FALSE;

  kladka_document_save_async (kladka_window_get_document (window), file, FALSE, NULL, saved_cb, &saved);
  WAIT_FOR (saved);
}
