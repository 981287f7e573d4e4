/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-record-form.h"

#include "kladka-form-section.h"
#include "kladka-owned-list.h"

struct _KladkaRecordForm {
  GtkWidget parent_instance;
  KladkaViewState *view_state;
  KladkaType type;
  GtkWidget *box;
  GtkWidget *sections[KLADKA_N_SECTIONS]; /* NULL where the type has no field in it */
  GPtrArray *rows;                        /* KladkaFieldRow, not owned; in the order of the form's state */
  GPtrArray *owned;                       /* KladkaOwnedList, not owned; likewise */
};

G_DEFINE_FINAL_TYPE (KladkaRecordForm, kladka_record_form, GTK_TYPE_WIDGET)

static void
kladka_record_form_dispose (GObject *object)
{
  KladkaRecordForm *self = KLADKA_RECORD_FORM (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (kladka_record_form_parent_class)->dispose (object);
}

static void
kladka_record_form_finalize (GObject *object)
{
  KladkaRecordForm *self = KLADKA_RECORD_FORM (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->owned);
  g_clear_object (&self->view_state);
  G_OBJECT_CLASS (kladka_record_form_parent_class)->finalize (object);
}

static void
kladka_record_form_class_init (KladkaRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kladka_record_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = kladka_record_form_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
kladka_record_form_init (KladkaRecordForm *self)
{
  self->rows = g_ptr_array_new ();
  self->owned = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add_row (KladkaRecordForm *self, const KladkaFormRow *row)
{
  KladkaSection section = row->field->section;
  GtkWidget *widget = kladka_field_row_new (self->view_state, row->field);

  if (self->sections[section] == NULL)
    {
      self->sections[section] = kladka_form_section_new (section, kladka_view_state_get_words (self->view_state));
      gtk_box_append (GTK_BOX (self->box), self->sections[section]);
    }
  kladka_form_section_add (KLADKA_FORM_SECTION (self->sections[section]), widget);
  g_ptr_array_add (self->rows, widget);
}

static void
build (KladkaRecordForm *self, const KladkaFormState *state)
{
  for (guint i = 0; i < kladka_form_state_get_n_rows (state); i++)
    add_row (self, kladka_form_state_get_row (state, i));
  for (guint i = 0; i < kladka_form_state_get_n_owned (state); i++)
    {
      GtkWidget *list = kladka_owned_list_new (self->view_state);

      gtk_box_append (GTK_BOX (self->box), list);
      g_ptr_array_add (self->owned, list);
    }
  /* Where a record comes from is the last thing people fill in. */
  if (self->sections[KLADKA_SECTION_SOURCE] != NULL)
    gtk_box_reorder_child_after (GTK_BOX (self->box), self->sections[KLADKA_SECTION_SOURCE],
                                 gtk_widget_get_last_child (self->box));
}

GtkWidget *
kladka_record_form_new (KladkaViewState *view_state, KladkaType type)
{
  KladkaRecordForm *self = g_object_new (KLADKA_TYPE_RECORD_FORM, NULL);

  self->view_state = g_object_ref (view_state);
  self->type = type;
  return GTK_WIDGET (self);
}

void
kladka_record_form_refresh (KladkaRecordForm *self, const KladkaFormState *state)
{
  KladkaRef ref = kladka_form_state_get_ref (state);

  g_return_if_fail (kladka_form_state_get_record_type (state) == self->type);
  if (self->rows->len == 0)
    build (self, state);
  for (guint i = 0; i < self->rows->len; i++)
    kladka_field_row_refresh (self->rows->pdata[i], ref, kladka_form_state_get_row (state, i));
  for (KladkaSection section = 0; section < KLADKA_N_SECTIONS; section++)
    if (self->sections[section] != NULL)
      kladka_form_section_set_n_problems (KLADKA_FORM_SECTION (self->sections[section]),
                                          kladka_form_state_count_problems (state, section));
  for (guint i = 0; i < self->owned->len; i++)
    kladka_owned_list_refresh (self->owned->pdata[i], ref, kladka_form_state_get_owned (state, i));
}

void
kladka_record_form_flush (KladkaRecordForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    kladka_field_row_flush (self->rows->pdata[i]);
  for (guint i = 0; i < self->owned->len; i++)
    kladka_owned_list_flush (self->owned->pdata[i]);
}

static void
focus_name (KladkaRecordForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (kladka_field_row_get_field (self->rows->pdata[i])->flags & KLADKA_FIELD_NAME)
      {
        gtk_widget_grab_focus (self->rows->pdata[i]);
        return;
      }
}

gboolean
kladka_record_form_focus_record (KladkaRecordForm *self, KladkaRef ref)
{
  if (self->rows->len > 0 && kladka_field_row_get_ref (self->rows->pdata[0]) == ref)
    {
      focus_name (self);
      return TRUE;
    }
  for (guint i = 0; i < self->owned->len; i++)
    {
      KladkaOwnedRow *row = kladka_owned_list_find (self->owned->pdata[i], ref);

      if (row == NULL)
        continue;
      kladka_owned_row_open (row);
      return TRUE;
    }
  return FALSE;
}

KladkaFieldRow *
kladka_record_form_get_row (KladkaRecordForm *self, const char *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (kladka_field_row_get_field (self->rows->pdata[i])->name, field))
      return self->rows->pdata[i];
  return NULL;
}
