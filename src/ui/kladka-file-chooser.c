/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-file-chooser.h"
#include "kladka-i18n.h"

static const struct {
  const char *name;
  const char *patterns[5];
} filters[] = {
  [KLADKA_FILE_FILTER_PLAN] = { N_ ("Kladka plans"), { "*.kladka" } },
  [KLADKA_FILE_FILTER_IMPORT] = { N_ ("IATI, OSCAL, CSV and JSON"), { "*.xml", "*.json", "*.csv", "*.tsv" } },
  [KLADKA_FILE_FILTER_JSON] = { N_ ("JSON"), { "*.json" } },
  [KLADKA_FILE_FILTER_CSV] = { N_ ("CSV"), { "*.csv" } },
  [KLADKA_FILE_FILTER_PDF] = { N_ ("PDF"), { "*.pdf" } },
};

typedef struct {
  KladkaFileFunc callback;
  GObject *object;
  GSettings *settings;
} Choosing;

static void
free_choosing (gpointer data, GClosure *closure)
{
  Choosing *choosing = data;

  g_clear_object (&choosing->object);
  g_clear_object (&choosing->settings);
  g_free (choosing);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  const Choosing *choosing = data;
  g_autoptr (GFile) file = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

      if (uri != NULL)
        g_settings_set_string (choosing->settings, "last-folder", uri);
      choosing->callback (file, choosing->object);
    }
  /* Held since it was shown. */
  g_object_unref (dialog);
}

/* Who asked is gone: there is nobody to tell. */
static void
parent_gone_cb (GtkNativeDialog *dialog)
{
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filters (GtkFileChooser *chooser, KladkaFileFilter which)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (filters[which].name));
  for (guint i = 0; filters[which].patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, filters[which].patterns[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
set_folder (GtkFileChooser *chooser, GSettings *settings)
{
  g_autofree char *uri = g_settings_get_string (settings, "last-folder");
  g_autoptr (GFile) folder = NULL;

  if (*uri == '\0')
    return;
  folder = g_file_new_for_uri (uri);
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

void
kladka_file_chooser_run (const KladkaFileChoice *choice, GtkWindow *parent, KladkaFileFunc callback, gpointer object)
{
  gboolean saves = choice->name != NULL;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      choice->title, parent, saves ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN, choice->accept, NULL);
  Choosing *choosing = g_new (Choosing, 1);

  *choosing = (Choosing){ callback, g_object_ref (object), g_object_ref (choice->settings) };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog), choice->filter);
  set_folder (GTK_FILE_CHOOSER (dialog), choice->settings);
  if (saves)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), choice->name);
  if (parent != NULL)
    g_signal_connect_object (parent, "destroy", G_CALLBACK (parent_gone_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), choosing, free_choosing, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

char *
kladka_file_name_for (const char *title, const char *ending)
{
  g_autofree char *name = g_strdup (title != NULL ? title : "");

  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  g_strstrip (name);
  /* A name that begins with a dot is hidden. */
  for (char *c = name; *c == '.'; c++)
    *c = '-';
  return g_strconcat (*name != '\0' ? name : _ ("Untitled plan"), ending, NULL);
}
