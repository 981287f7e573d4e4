/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-form-section.h"

#include "kladka-i18n.h"

struct _KladkaFormSection {
  AdwBin parent_instance;
  GtkWidget *group;
  GtkWidget *problems;
};

G_DEFINE_FINAL_TYPE (KladkaFormSection, kladka_form_section, ADW_TYPE_BIN)

static void
kladka_form_section_class_init (KladkaFormSectionClass *klass)
{
}

static void
kladka_form_section_init (KladkaFormSection *self)
{
  self->group = adw_preferences_group_new ();
  self->problems = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->problems, "caption");
  gtk_widget_add_css_class (self->problems, "error");
  gtk_widget_set_visible (self->problems, FALSE);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->group), self->problems);
  adw_bin_set_child (ADW_BIN (self), self->group);
}

GtkWidget *
kladka_form_section_new (KladkaSection section, const KladkaWords *words)
{
  KladkaFormSection *self = g_object_new (KLADKA_TYPE_FORM_SECTION, NULL);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), kladka_section_get_label (section, words));
  return GTK_WIDGET (self);
}

void
kladka_form_section_add (KladkaFormSection *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}

void
kladka_form_section_set_n_problems (KladkaFormSection *self, guint n)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u problem", "%u problems", n), n);

  gtk_label_set_text (GTK_LABEL (self->problems), text);
  gtk_widget_set_visible (self->problems, n > 0);
}
