/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-application-private.h"
#include "kladka-i18n.h"
#include "kladka-languages.h"
#include "kladka-preferences.h"
#include "kladka-window.h"

#include <string.h>

struct _KladkaApplication {
  AdwApplication parent_instance;
  GSettings *settings;
  KladkaWords *words;
  KladkaLang system_lang;
  char *data_dir;
  char *locale_dir;
  char *author;
  char *state_dir;
  KladkaStoreOptions store_options;
  KladkaDate as_of; /* chosen on the command line; else the clock's day */
};

G_DEFINE_FINAL_TYPE (KladkaApplication, kladka_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "new", 'n', 0, G_OPTION_ARG_NONE, NULL, N_ ("Start a new plan"), NULL },
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample plan as an untitled copy"), NULL },
  { "as-of", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Look at plans as of this day instead of today"), N_ ("DAY") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
  { NULL },
};

/* ---- What the process knows ---- */

static KladkaLang
find_language (KladkaApplication *self)
{
  g_autofree char *code = g_settings_get_string (self->settings, "language");
  KladkaLang lang;

  return kladka_lang_parse (code, &lang) ? lang : self->system_lang;
}

static void
use_language (KladkaApplication *self)
{
  KladkaLang lang = find_language (self);

  kladka_languages_use (lang);
  g_clear_pointer (&self->words, kladka_words_unref);
  self->words = kladka_words_new (lang, self->locale_dir);
}

static void
read_author (KladkaApplication *self)
{
  g_free (self->author);
  self->author = g_settings_get_string (self->settings, "author");
  if (*self->author == '\0')
    {
      g_free (self->author);
      /* GLib says "Unknown" where the account has no real name. */
      self->author = g_strdup (g_str_equal (g_get_real_name (), "Unknown") ? g_get_user_name () : g_get_real_name ());
    }
  self->store_options = (KladkaStoreOptions){ .state_dir = self->state_dir, .author = self->author };
}

static void
use_style (KladkaApplication *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  AdwStyleManager *manager = adw_application_get_style_manager (ADW_APPLICATION (self));

  adw_style_manager_set_color_scheme (manager, schemes[g_settings_get_enum (self->settings, "style")]);
}

/* ---- Settings that change ---- */

/* The preferences window belongs to a window that is built anew: not from within its own signal. */
static gboolean
rebuild_windows_cb (gpointer data)
{
  KladkaApplication *self = data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  use_language (self);
  for (GList *link = g_list_last (windows); link != NULL; link = link->prev)
    if (KLADKA_IS_WINDOW (link->data))
      kladka_window_rebuild (link->data, self->words);
  return G_SOURCE_REMOVE;
}

static void
language_changed_cb (KladkaApplication *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, rebuild_windows_cb, g_object_ref (self), g_object_unref);
}

/* ---- Overrides ---- */

static void
kladka_application_startup (GApplication *application)
{
  KladkaApplication *self = KLADKA_APPLICATION (application);

  G_APPLICATION_CLASS (kladka_application_parent_class)->startup (application);
  self->settings = g_settings_new ("org.kladka.Kladka");
  use_language (self);
  read_author (self);
  use_style (self);
  g_signal_connect_object (self->settings, "changed::language", G_CALLBACK (language_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::style", G_CALLBACK (use_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::author", G_CALLBACK (read_author), self, G_CONNECT_SWAPPED);
  kladka_application_add_actions (self);
}

static void
kladka_application_activate (GApplication *application)
{
  KladkaApplication *self = KLADKA_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    gtk_window_present (window);
  else if (!kladka_application_show_recoveries (self))
    kladka_application_show_waiting (self, NULL);
}

static void
kladka_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  KladkaApplication *self = KLADKA_APPLICATION (application);

  kladka_application_show_recoveries (self);
  for (int i = 0; i < n_files; i++)
    kladka_application_start_with (self, files[i], FALSE);
}

static gboolean
open_files (KladkaApplication *self, GApplicationCommandLine *line, GVariantDict *dict)
{
  g_auto (GStrv) paths = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (!g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^aay", &paths))
    return FALSE;
  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (line, paths[i]));
  g_application_open (G_APPLICATION (self), (GFile **)files->pdata, files->len, "");
  return TRUE;
}

static int
kladka_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  KladkaApplication *self = KLADKA_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (line);
  g_autoptr (GError) error = NULL;
  const char *day = NULL;

  self->as_of = KLADKA_DATE_NONE;
  if (g_variant_dict_lookup (dict, "as-of", "&s", &day)
      && (!kladka_words_parse_date (self->words, day, &self->as_of, &error)))
    {
      g_application_command_line_printerr (line, "kladka: %s\n", error->message);
      return 64;
    }
  /* Whatever else is asked for, unsaved work comes first. */
  if (g_variant_dict_contains (dict, "sample") || g_variant_dict_contains (dict, "new"))
    kladka_application_show_recoveries (self);
  if (g_variant_dict_contains (dict, "sample"))
    kladka_application_open_sample (self, NULL);
  else if (g_variant_dict_contains (dict, "new"))
    kladka_application_show_waiting (self, NULL);
  else if (!open_files (self, line, dict))
    g_application_activate (application);
  return 0;
}

static int
kladka_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  if (!g_variant_dict_contains (dict, "version"))
    return -1;
  g_print ("kladka %s\n", KLADKA_VERSION);
  return 0;
}

static void
kladka_application_finalize (GObject *object)
{
  KladkaApplication *self = KLADKA_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->words, kladka_words_unref);
  g_free (self->data_dir);
  g_free (self->locale_dir);
  g_free (self->author);
  g_free (self->state_dir);
  G_OBJECT_CLASS (kladka_application_parent_class)->finalize (object);
}

static void
kladka_application_class_init (KladkaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kladka_application_finalize;
  application_class->startup = kladka_application_startup;
  application_class->activate = kladka_application_activate;
  application_class->open = kladka_application_open;
  application_class->command_line = kladka_application_command_line;
  application_class->handle_local_options = kladka_application_handle_local_options;
}

static char *
dup_dir (const char *variable, const char *fallback)
{
  const char *dir = g_getenv (variable);

  return g_strdup (dir != NULL ? dir : fallback);
}

/* GApplication knows no catalogue of ours. It copies the entries, not their texts, which live as long as the catalogue.
 */
static void
add_options (KladkaApplication *self)
{
  GOptionEntry entries[G_N_ELEMENTS (options)];

  memcpy (entries, options, sizeof options);
  for (GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      entry->description = entry->description != NULL ? _ (entry->description) : NULL;
      entry->arg_description = entry->arg_description != NULL ? _ (entry->arg_description) : NULL;
    }
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

static void
kladka_application_init (KladkaApplication *self)
{
  self->data_dir = dup_dir ("KLADKA_DATA_DIR", DATA_DIR);
  self->locale_dir = dup_dir ("KLADKA_LOCALE_DIR", LOCALE_DIR);
  self->state_dir = g_build_filename (g_get_user_state_dir (), "kladka", NULL);
  kladka_languages_start (self->locale_dir);
  self->system_lang = kladka_languages_find_system ();
  g_set_application_name ("Kladka");
  add_options (self);
}

KladkaApplication *
kladka_application_new (void)
{
  return g_object_new (KLADKA_TYPE_APPLICATION, "application-id", "org.kladka.Kladka", "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}

GSettings *
kladka_application_get_settings (KladkaApplication *self)
{
  return self->settings;
}

KladkaWords *
kladka_application_get_words (KladkaApplication *self)
{
  return self->words;
}

const char *
kladka_application_get_data_dir (KladkaApplication *self)
{
  return self->data_dir;
}

const char *
kladka_application_get_locale_dir (KladkaApplication *self)
{
  return self->locale_dir;
}

gint32
kladka_application_get_today (KladkaApplication *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return kladka_day_from_civil (g_date_time_get_year (now), g_date_time_get_month (now),
                                g_date_time_get_day_of_month (now));
}

const KladkaStoreOptions *
kladka_application_get_store_options (KladkaApplication *self)
{
  return &self->store_options;
}

/* What a window shows at first: the day and the needs that were chosen, whether its plan is there or still comes. */
static KladkaViewState *
make_view_state (KladkaApplication *self)
{
  KladkaViewState *state = kladka_view_state_new (self->words, kladka_application_get_today (self));
  KladkaCoverageSpec spec = *kladka_view_state_get_spec (state);

  if (kladka_date_is_set (self->as_of))
    spec.as_of = kladka_date_get_first_day (self->as_of);
  spec.include_unverified = g_settings_get_boolean (self->settings, "include-unverified");
  kladka_view_state_set_spec (state, &spec);
  return state;
}

GtkWindow *
kladka_application_show_document (KladkaApplication *self, KladkaDocument *document)
{
  g_autoptr (KladkaViewState) state = make_view_state (self);
  GtkWindow *window;

  kladka_view_state_set_plan (state, kladka_document_get_plan (document));
  window = GTK_WINDOW (kladka_window_new (self, document, state));
  gtk_window_present (window);
  return window;
}

GtkWindow *
kladka_application_show_waiting (KladkaApplication *self, GFile *file)
{
  g_autoptr (KladkaViewState) state = make_view_state (self);
  KladkaWindow *window = kladka_window_new (self, NULL, state);

  if (file != NULL)
    kladka_window_await (window, file);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}
