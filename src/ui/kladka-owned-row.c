/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-owned-row.h"

#include "kladka-field-text.h"
#include "kladka-form-acts.h"
#include "kladka-i18n.h"

#define MAX_LINES 6

struct _KladkaOwnedRow {
  AdwExpanderRow parent_instance;
  KladkaViewState *view_state;
  const KladkaField *owner;
  KladkaRef ref;
  GPtrArray *rows; /* KladkaFieldRow, not owned; in the order of the form's state without the owner */
};

G_DEFINE_FINAL_TYPE (KladkaOwnedRow, kladka_owned_row, ADW_TYPE_EXPANDER_ROW)

static KladkaFormState *
new_state (KladkaOwnedRow *self)
{
  return kladka_form_state_new (kladka_view_state_get_plan (self->view_state), self->ref,
                                kladka_view_state_get_words (self->view_state),
                                kladka_view_state_get_typing (self->view_state));
}

static void
refresh_rows (KladkaOwnedRow *self, const KladkaFormState *state)
{
  for (guint i = 0, at = 0; i < kladka_form_state_get_n_rows (state); i++)
    {
      const KladkaFormRow *row = kladka_form_state_get_row (state, i);

      if (row->field != self->owner)
        kladka_field_row_refresh (self->rows->pdata[at++], self->ref, row);
    }
}

static void
add_rows (KladkaOwnedRow *self, const KladkaFormState *state)
{
  for (guint i = 0; i < kladka_form_state_get_n_rows (state); i++)
    {
      const KladkaFormRow *row = kladka_form_state_get_row (state, i);
      GtkWidget *widget;

      if (row->field == self->owner)
        continue;
      widget = kladka_field_row_new (self->view_state, row->field);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), widget);
      g_ptr_array_add (self->rows, widget);
    }
}

static void
show_fields (KladkaOwnedRow *self)
{
  g_autoptr (KladkaFormState) state = NULL;

  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  state = new_state (self);
  if (state == NULL)
    return;
  if (self->rows->len == 0)
    add_rows (self, state);
  refresh_rows (self, state);
}

static void
delete_clicked_cb (KladkaOwnedRow *self)
{
  kladka_form_delete (self->view_state, self->ref);
}

static void
add_delete_button (KladkaOwnedRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Delete"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);
}

/* A text that wraps is asked how wide it must be for a height, and finds out by laying itself out again and again: a
 * tenth of a second for the rows of one project. One that would like a single line, and ends in an ellipsis where even
 * many do not hold it, has nothing to find. */
static void
ease_texts (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)))
    {
      gtk_label_set_natural_wrap_mode (GTK_LABEL (widget), GTK_NATURAL_WRAP_NONE);
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
      gtk_label_set_lines (GTK_LABEL (widget), MAX_LINES);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ease_texts (child);
}

static void
kladka_owned_row_finalize (GObject *object)
{
  KladkaOwnedRow *self = KLADKA_OWNED_ROW (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->view_state);
  G_OBJECT_CLASS (kladka_owned_row_parent_class)->finalize (object);
}

static void
kladka_owned_row_class_init (KladkaOwnedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kladka_owned_row_finalize;
}

static void
kladka_owned_row_init (KladkaOwnedRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (show_fields), NULL);
  add_delete_button (self);
  ease_texts (GTK_WIDGET (self));
}

GtkWidget *
kladka_owned_row_new (KladkaViewState *view_state, const KladkaField *owner, KladkaRef ref)
{
  KladkaOwnedRow *self = g_object_new (KLADKA_TYPE_OWNED_ROW, NULL);

  self->view_state = g_object_ref (view_state);
  self->owner = owner;
  self->ref = ref;
  return GTK_WIDGET (self);
}

KladkaRef
kladka_owned_row_get_ref (KladkaOwnedRow *self)
{
  return self->ref;
}

gboolean
kladka_owned_row_take (KladkaOwnedRow *self, KladkaRef ref)
{
  if (self->rows->len == 0)
    self->ref = ref;
  return self->ref == ref;
}

void
kladka_owned_row_refresh (KladkaOwnedRow *self)
{
  KladkaPlan *plan = kladka_view_state_get_plan (self->view_state);
  const KladkaRecord *record = kladka_plan_get (plan, self->ref);
  g_autofree char *details = NULL;
  g_autofree char *title = NULL;

  if (record == NULL)
    return;
  title =
      kladka_record_dup_summary (record, self->owner, plan, kladka_view_state_get_words (self->view_state), &details);
  if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), title) != 0)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  if (g_strcmp0 (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (self)), details) != 0)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), details);
  show_fields (self);
}

void
kladka_owned_row_flush (KladkaOwnedRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    kladka_field_row_flush (self->rows->pdata[i]);
}

void
kladka_owned_row_open (KladkaOwnedRow *self)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (self->rows->len > 0)
    gtk_widget_grab_focus (self->rows->pdata[0]);
}

KladkaFieldRow *
kladka_owned_row_get_row (KladkaOwnedRow *self, const char *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (kladka_field_row_get_field (self->rows->pdata[i])->name, field))
      return self->rows->pdata[i];
  return NULL;
}
