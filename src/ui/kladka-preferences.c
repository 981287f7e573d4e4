/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-i18n.h"
#include "kladka-languages.h"
#include "kladka-preferences.h"

struct _KladkaPreferences {
  AdwPreferencesWindow parent_instance;
  AdwComboRow *language_row;
  AdwComboRow *style_row;
  AdwEntryRow *author_row;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (KladkaPreferences, kladka_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
language_chosen_cb (KladkaPreferences *self)
{
  guint place = adw_combo_row_get_selected (self->language_row);

  g_settings_set_string (self->settings, "language", place == 0 ? "" : kladka_lang_get_code (place - 1));
}

static void
style_chosen_cb (KladkaPreferences *self)
{
  g_settings_set_enum (self->settings, "style", adw_combo_row_get_selected (self->style_row));
}

static void
author_applied_cb (KladkaPreferences *self)
{
  g_settings_set_string (self->settings, "author", gtk_editable_get_text (GTK_EDITABLE (self->author_row)));
}

static void
kladka_preferences_dispose (GObject *object)
{
  g_clear_object (&KLADKA_PREFERENCES (object)->settings);
  G_OBJECT_CLASS (kladka_preferences_parent_class)->dispose (object);
}

static void
kladka_preferences_class_init (KladkaPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, KladkaPreferences, style_row);
  gtk_widget_class_bind_template_child (widget_class, KladkaPreferences, author_row);
  gtk_widget_class_bind_template_callback (widget_class, author_applied_cb);
}

static void
kladka_preferences_init (KladkaPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_languages (KladkaPreferences *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *code = g_settings_get_string (self->settings, "language");
  KladkaLang lang;

  gtk_string_list_append (names, _ ("As the system"));
  for (guint i = 0; i < KLADKA_N_LANGS; i++)
    gtk_string_list_append (names, kladka_lang_get_own_name (i));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, kladka_lang_parse (code, &lang) ? lang + 1 : 0);
}

KladkaPreferences *
kladka_preferences_new (GSettings *settings, GtkWindow *parent)
{
  KladkaPreferences *self = g_object_new (KLADKA_TYPE_PREFERENCES, "transient-for", parent, NULL);
  g_autofree char *author = g_settings_get_string (settings, "author");

  self->settings = g_object_ref (settings);
  fill_languages (self);
  adw_combo_row_set_selected (self->style_row, g_settings_get_enum (settings, "style"));
  gtk_editable_set_text (GTK_EDITABLE (self->author_row), author);
  g_signal_connect_object (self->language_row, "notify::selected", G_CALLBACK (language_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style_row, "notify::selected", G_CALLBACK (style_chosen_cb), self, G_CONNECT_SWAPPED);
  return self;
}
