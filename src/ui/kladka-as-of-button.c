/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-as-of-button.h"
#include "kladka-as-of-popover.h"
#include "kladka-i18n.h"

struct _KladkaAsOfButton {
  GtkWidget parent_instance;
  GtkMenuButton *button;
  KladkaViewState *state;
};

G_DEFINE_FINAL_TYPE (KladkaAsOfButton, kladka_as_of_button, GTK_TYPE_WIDGET)

static void
show_today (KladkaAsOfButton *self, const char *text)
{
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->button), "suggested-action");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text);
}

static void
show_other_day (KladkaAsOfButton *self, const char *text)
{
  gtk_menu_button_set_label (self->button, text);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Not today: figures are as of another day"));
}

static void
refresh (KladkaAsOfButton *self)
{
  gint32 as_of = kladka_view_state_get_spec (self->state)->as_of;
  KladkaWords *words = kladka_view_state_get_words (self->state);
  g_autofree char *date = kladka_words_dup_date (words, kladka_date_new_from_day (as_of));
  g_autofree char *text = g_strdup_printf (kladka_words_get_c (words, "overview", "As of %s"), date);

  if (as_of == kladka_view_state_get_today (self->state))
    show_today (self, text);
  else
    show_other_day (self, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
create_popup_cb (GtkMenuButton *button, gpointer data)
{
  KladkaAsOfButton *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, kladka_as_of_popover_new (self->state));
}

static void
kladka_as_of_button_dispose (GObject *object)
{
  KladkaAsOfButton *self = KLADKA_AS_OF_BUTTON (object);

  g_clear_pointer ((GtkWidget **)&self->button, gtk_widget_unparent);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (kladka_as_of_button_parent_class)->dispose (object);
}

static void
kladka_as_of_button_class_init (KladkaAsOfButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kladka_as_of_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
kladka_as_of_button_init (KladkaAsOfButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

void
kladka_as_of_button_set_state (KladkaAsOfButton *self, KladkaViewState *state)
{
  self->state = g_object_ref (state);
  g_signal_connect_object (state, "spec-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}
