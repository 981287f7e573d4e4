/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-ceiling-row.h"
#include "kladka-i18n.h"

struct _KladkaCeilingRow {
  AdwComboRow parent_instance;
  KladkaPlan *whole;
  KladkaPlan *below;
  guint n_left_out;
};

G_DEFINE_FINAL_TYPE (KladkaCeilingRow, kladka_ceiling_row, ADW_TYPE_COMBO_ROW)

static void
cut (KladkaCeilingRow *self)
{
  g_autofree char *text = NULL;

  if (self->whole == NULL)
    return;
  g_clear_pointer (&self->below, kladka_plan_unref);
  self->below = kladka_plan_new_below (self->whole, kladka_ceiling_row_get_ceiling (self), &self->n_left_out);
  if (self->n_left_out == 0)
    text = g_strdup (_ ("Nothing is marked higher"));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record marked higher stays out",
                                         "%u records marked higher stay out", self->n_left_out),
                            self->n_left_out);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
}

static void
kladka_ceiling_row_finalize (GObject *object)
{
  KladkaCeilingRow *self = KLADKA_CEILING_ROW (object);

  g_clear_pointer (&self->whole, kladka_plan_unref);
  g_clear_pointer (&self->below, kladka_plan_unref);
  G_OBJECT_CLASS (kladka_ceiling_row_parent_class)->finalize (object);
}

static void
kladka_ceiling_row_class_init (KladkaCeilingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kladka_ceiling_row_finalize;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *name = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (name));
}

/* A marking is never cut short, as the row's own labels are where there is little room. */
static void
show_whole_markings (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  adw_combo_row_set_list_factory (row, adw_combo_row_get_factory (row));
  adw_combo_row_set_factory (row, factory);
}

static void
kladka_ceiling_row_init (KladkaCeilingRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (KladkaMarking marking = KLADKA_MARKING_CLEAR; marking <= KLADKA_MARKING_RED; marking++)
    gtk_string_list_append (names, kladka_marking_get_label (marking));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  show_whole_markings (ADW_COMBO_ROW (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Nothing above"));
}

void
kladka_ceiling_row_set_plan (KladkaCeilingRow *self, KladkaPlan *plan)
{
  g_return_if_fail (self->whole == NULL);
  self->whole = kladka_plan_ref (plan);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), kladka_plan_get_default_marking (plan) - KLADKA_MARKING_CLEAR);
  g_signal_connect (self, "notify::selected", G_CALLBACK (cut), NULL);
  cut (self);
}

KladkaMarking
kladka_ceiling_row_get_ceiling (KladkaCeilingRow *self)
{
  return KLADKA_MARKING_CLEAR + adw_combo_row_get_selected (ADW_COMBO_ROW (self));
}

KladkaPlan *
kladka_ceiling_row_get_plan (KladkaCeilingRow *self)
{
  return self->below;
}

guint
kladka_ceiling_row_get_n_left_out (KladkaCeilingRow *self)
{
  return self->n_left_out;
}
