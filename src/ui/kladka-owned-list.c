/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-owned-list.h"

#include "kladka-form-acts.h"
#include "kladka-i18n.h"

struct _KladkaOwnedList {
  AdwBin parent_instance;
  KladkaViewState *view_state;
  KladkaRef owner;
  KladkaType type;
  const KladkaField *field;
  GtkWidget *group;
  GtkWidget *add_button;
  GPtrArray *rows; /* KladkaOwnedRow, not owned */
};

G_DEFINE_FINAL_TYPE (KladkaOwnedList, kladka_owned_list, ADW_TYPE_BIN)

static void
kladka_owned_list_finalize (GObject *object)
{
  KladkaOwnedList *self = KLADKA_OWNED_LIST (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->view_state);
  G_OBJECT_CLASS (kladka_owned_list_parent_class)->finalize (object);
}

static void
kladka_owned_list_class_init (KladkaOwnedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kladka_owned_list_finalize;
}

static void
kladka_owned_list_init (KladkaOwnedList *self)
{
  self->rows = g_ptr_array_new ();
  self->group = adw_preferences_group_new ();
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (kladka_owned_list_add), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->group), self->add_button);
  adw_bin_set_child (ADW_BIN (self), self->group);
}

GtkWidget *
kladka_owned_list_new (KladkaViewState *view_state)
{
  KladkaOwnedList *self = g_object_new (KLADKA_TYPE_OWNED_LIST, NULL);

  self->view_state = g_object_ref (view_state);
  return GTK_WIDGET (self);
}

static void
remove_rows_from (KladkaOwnedList *self, guint first)
{
  for (guint i = first; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, first);
}

/* What stands in its place stays, and a row that was never opened can stand for another record: from the first that
 * cannot on they are made anew. */
static void
match_rows (KladkaOwnedList *self, const KladkaFormOwned *owned)
{
  guint same = 0;

  while (same < MIN (self->rows->len, owned->n_records)
         && kladka_owned_row_take (self->rows->pdata[same], owned->records[same]->ref))
    same++;
  remove_rows_from (self, same);
  for (guint i = same; i < owned->n_records; i++)
    {
      GtkWidget *row = kladka_owned_row_new (self->view_state, owned->field, owned->records[i]->ref);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show_title (KladkaOwnedList *self, const KladkaFormOwned *owned)
{
  g_autofree char *title = g_strdup_printf ("%s  %u", owned->label, owned->n_records);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), title);
}

/* Once: GTK asks the display at every tooltip that is set what the pointer is on, and waits for the answer. */
static void
name_add_button (KladkaOwnedList *self, const KladkaFormOwned *owned)
{
  g_autofree char *add = g_strdup_printf (_ ("Add: %s"), owned->label_one);

  gtk_widget_set_tooltip_text (self->add_button, add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
}

void
kladka_owned_list_refresh (KladkaOwnedList *self, KladkaRef owner, const KladkaFormOwned *owned)
{
  if (owner != self->owner)
    kladka_owned_list_flush (self);
  if (self->field != owned->field)
    name_add_button (self, owned);
  self->owner = owner;
  self->type = owned->type;
  self->field = owned->field;
  show_title (self, owned);
  match_rows (self, owned);
  for (guint i = 0; i < self->rows->len; i++)
    kladka_owned_row_refresh (self->rows->pdata[i]);
}

void
kladka_owned_list_flush (KladkaOwnedList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    kladka_owned_row_flush (self->rows->pdata[i]);
}

KladkaType
kladka_owned_list_get_record_type (KladkaOwnedList *self)
{
  return self->type;
}

void
kladka_owned_list_add (KladkaOwnedList *self)
{
  kladka_form_add (self->view_state, self->type, self->field, self->owner);
}

KladkaOwnedRow *
kladka_owned_list_find (KladkaOwnedList *self, KladkaRef ref)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (kladka_owned_row_get_ref (self->rows->pdata[i]) == ref)
      return self->rows->pdata[i];
  return NULL;
}
