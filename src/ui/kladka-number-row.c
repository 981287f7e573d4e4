/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-number-row.h"

#include "kladka-form-acts.h"

struct _KladkaNumberRow {
  KladkaFieldRow parent_instance;
  GtkWidget *entries[KLADKA_NUMBERS_MAX];
  gint32 shown[KLADKA_NUMBERS_MAX];
};

G_DEFINE_FINAL_TYPE (KladkaNumberRow, kladka_number_row, KLADKA_TYPE_FIELD_ROW)

static guint
count (KladkaNumberRow *self)
{
  return kladka_field_row_get_field (KLADKA_FIELD_ROW (self))->choices->n_choices;
}

static gboolean
parse (KladkaNumberRow *self, guint i, gint32 *ret_number, GError **error)
{
  const KladkaWords *words = kladka_view_state_get_words (kladka_field_row_get_view_state (KLADKA_FIELD_ROW (self)));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entries[i]));
  gint64 number;

  *ret_number = KLADKA_NUMBER_NONE;
  if (*text == '\0')
    return TRUE;
  if (!kladka_words_parse_decimal (words, text, 0, &number, error))
    return FALSE;
  /* What is too large for the field is too large here too: its check says the limits. */
  *ret_number = CLAMP (number, G_MININT32 + 1, G_MAXINT32);
  return TRUE;
}

static void
keep_problem (KladkaNumberRow *self, const char *text, const GError *error)
{
  KladkaFieldRow *row = KLADKA_FIELD_ROW (self);

  kladka_view_state_set_typing (kladka_field_row_get_view_state (row), kladka_field_row_get_ref (row),
                                kladka_field_row_get_cell (row), text, error->message);
}

static void
commit (KladkaNumberRow *self)
{
  KladkaFieldRow *row = KLADKA_FIELD_ROW (self);
  const KladkaCell cell = { .field = kladka_field_row_get_field (row), .name = kladka_field_row_get_field (row)->name };
  gint32 numbers[KLADKA_NUMBERS_MAX];
  g_autoptr (GError) error = NULL;
  KladkaValue value;

  for (guint i = 0; i < KLADKA_NUMBERS_MAX; i++)
    if (i >= count (self))
      numbers[i] = KLADKA_NUMBER_NONE;
    else if (!parse (self, i, &numbers[i], &error))
      {
        keep_problem (self, gtk_editable_get_text (GTK_EDITABLE (self->entries[i])), error);
        return;
      }
  value = kladka_value_numbers (numbers);
  if (kladka_value_check (&value, &cell, &error))
    {
      kladka_form_commit_value (kladka_field_row_get_view_state (row), kladka_field_row_get_ref (row),
                                kladka_field_row_get_cell (row), value);
      return;
    }
  kladka_value_clear (&value);
  keep_problem (self, "", error);
}

static void
left_cb (KladkaNumberRow *self)
{
  commit (self);
}

static GtkWidget *
new_entry (KladkaNumberRow *self, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect_object (entry, "activate", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  kladka_field_row_describe (KLADKA_FIELD_ROW (self), entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return entry;
}

static void
kladka_number_row_build (KladkaFieldRow *row)
{
  KladkaNumberRow *self = KLADKA_NUMBER_ROW (row);
  const KladkaWords *words = kladka_view_state_get_words (kladka_field_row_get_view_state (row));
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_top (grid, 4);
  for (guint i = 0; i < count (self); i++)
    {
      const char *text = kladka_choices_get_label (kladka_field_row_get_field (row)->choices, i + 1, words);
      GtkWidget *label = gtk_label_new (text);

      self->shown[i] = KLADKA_NUMBER_NONE;
      self->entries[i] = new_entry (self, text);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (GTK_GRID (grid), label, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), self->entries[i], 1, i, 1, 1);
    }
  kladka_field_row_add_editor (row, grid);
}

static void
kladka_number_row_refresh (KladkaFieldRow *field_row, const KladkaFormRow *row)
{
  KladkaNumberRow *self = KLADKA_NUMBER_ROW (field_row);
  const KladkaWords *words = kladka_view_state_get_words (kladka_field_row_get_view_state (field_row));

  for (guint i = 0; i < count (self); i++)
    {
      gint32 number = row->value.tag == KLADKA_VALUE_NUMBERS ? row->value.numbers[i] : KLADKA_NUMBER_NONE;
      g_autofree char *text = number != KLADKA_NUMBER_NONE ? kladka_words_dup_integer (words, number) : g_strdup ("");

      if (number != self->shown[i])
        gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), text);
      self->shown[i] = number;
    }
}

static gboolean
kladka_number_row_focus (KladkaFieldRow *row)
{
  return gtk_widget_grab_focus (KLADKA_NUMBER_ROW (row)->entries[0]);
}

static void
kladka_number_row_class_init (KladkaNumberRowClass *klass)
{
  KladkaFieldRowClass *row_class = KLADKA_FIELD_ROW_CLASS (klass);

  row_class->build = kladka_number_row_build;
  row_class->refresh = kladka_number_row_refresh;
  row_class->focus = kladka_number_row_focus;
}

static void
kladka_number_row_init (KladkaNumberRow *self)
{
}

GtkEditable *
kladka_number_row_get_entry (KladkaNumberRow *self, guint choice)
{
  return GTK_EDITABLE (self->entries[choice]);
}
