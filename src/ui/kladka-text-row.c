/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-text-row.h"

#include "kladka-date-popover.h"
#include "kladka-i18n.h"

struct _KladkaTextRow {
  KladkaFieldRow parent_instance;
  GtkWidget *entries[KLADKA_N_LANGS]; /* by cell: the field's first and those behind it */
  GtkWidget *others;                  /* the box of the languages that are not the interface's */
  GtkWidget *others_button;
};

G_DEFINE_FINAL_TYPE (KladkaTextRow, kladka_text_row, KLADKA_TYPE_FIELD_ROW)

static KladkaLang
interface_lang (KladkaTextRow *self)
{
  return kladka_words_get_lang (
      kladka_view_state_get_words (kladka_field_row_get_view_state (KLADKA_FIELD_ROW (self))));
}

static GtkWidget *
add_entry (KladkaTextRow *self, guint i)
{
  KladkaFieldRow *row = KLADKA_FIELD_ROW (self);
  gboolean lines = (kladka_field_row_get_field (row)->flags & KLADKA_FIELD_LINES) != 0;

  self->entries[i] = kladka_cell_entry_new (kladka_field_row_get_view_state (row), lines);
  kladka_field_row_describe (row, kladka_cell_entry_get_inner (KLADKA_CELL_ENTRY (self->entries[i])));
  return self->entries[i];
}

static void
add_language (KladkaTextRow *self, KladkaLang lang)
{
  const KladkaWords *words = kladka_view_state_get_words (kladka_field_row_get_view_state (KLADKA_FIELD_ROW (self)));
  const KladkaField *field = kladka_field_row_get_field (KLADKA_FIELD_ROW (self));
  KladkaCell cell = { .field = field, .lang = lang, .name = field->name };
  g_autofree char *label = kladka_cell_dup_label (&cell, words);
  GtkWidget *title = gtk_label_new (label);
  GtkWidget *entry = add_entry (self, lang);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_set_margin_top (title, 6);
  gtk_box_append (GTK_BOX (self->others), title);
  gtk_box_append (GTK_BOX (self->others), entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kladka_cell_entry_get_inner (KLADKA_CELL_ENTRY (entry))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
add_languages (KladkaTextRow *self)
{
  self->others = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (KladkaLang lang = 0; lang < KLADKA_N_LANGS; lang++)
    if (lang != interface_lang (self))
      add_language (self, lang);
  gtk_widget_set_visible (self->others, FALSE);
  kladka_field_row_add_editor (KLADKA_FIELD_ROW (self), self->others);
  self->others_button = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->others_button, "flat");
  gtk_widget_add_css_class (self->others_button, "caption");
  gtk_widget_set_tooltip_text (self->others_button, _ ("Other Languages"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->others_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Other Languages"), -1);
  g_object_bind_property (self->others_button, "active", self->others, "visible", G_BINDING_DEFAULT);
  kladka_field_row_add_suffix (KLADKA_FIELD_ROW (self), self->others_button);
}

static void
kladka_text_row_build (KladkaFieldRow *row)
{
  KladkaTextRow *self = KLADKA_TEXT_ROW (row);
  const KladkaField *field = kladka_field_row_get_field (row);

  kladka_field_row_add_editor (row, add_entry (self, field->kind == KLADKA_KIND_TEXT3 ? interface_lang (self) : 0));
  if (field->kind == KLADKA_KIND_TEXT3)
    add_languages (self);
  if (field->kind == KLADKA_KIND_DATE)
    kladka_field_row_add_suffix (row, kladka_date_button_new (row));
}

/* "2/3": how many languages there are texts in. */
static void
show_languages (KladkaTextRow *self, const KladkaFormRow *row)
{
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; i < KLADKA_N_LANGS; i++)
    n += *row->texts[i] != '\0';
  label = g_strdup_printf ("%u/%u", n, KLADKA_N_LANGS);
  gtk_button_set_label (GTK_BUTTON (self->others_button), label);
  kladka_cell_entry_set_placeholder (KLADKA_CELL_ENTRY (self->entries[interface_lang (self)]), row->fallback);
}

static void
kladka_text_row_refresh (KladkaFieldRow *field_row, const KladkaFormRow *row)
{
  KladkaTextRow *self = KLADKA_TEXT_ROW (field_row);

  for (guint i = 0; i < row->n_cells; i++)
    kladka_cell_entry_refresh (KLADKA_CELL_ENTRY (self->entries[i]), kladka_field_row_get_ref (field_row),
                               row->cell + i, row->texts[i]);
  if (self->others != NULL)
    show_languages (self, row);
}

static void
kladka_text_row_flush (KladkaFieldRow *row)
{
  KladkaTextRow *self = KLADKA_TEXT_ROW (row);

  for (guint i = 0; i < KLADKA_N_LANGS; i++)
    if (self->entries[i] != NULL)
      kladka_cell_entry_flush (KLADKA_CELL_ENTRY (self->entries[i]));
}

static gboolean
kladka_text_row_focus (KladkaFieldRow *row)
{
  KladkaTextRow *self = KLADKA_TEXT_ROW (row);

  return gtk_widget_grab_focus (GTK_WIDGET (kladka_text_row_get_entry (self, interface_lang (self))));
}

static void
kladka_text_row_class_init (KladkaTextRowClass *klass)
{
  KladkaFieldRowClass *row_class = KLADKA_FIELD_ROW_CLASS (klass);

  row_class->build = kladka_text_row_build;
  row_class->refresh = kladka_text_row_refresh;
  row_class->flush = kladka_text_row_flush;
  row_class->focus = kladka_text_row_focus;
}

static void
kladka_text_row_init (KladkaTextRow *self)
{
}

KladkaCellEntry *
kladka_text_row_get_entry (KladkaTextRow *self, KladkaLang lang)
{
  return KLADKA_CELL_ENTRY (self->others != NULL ? self->entries[lang] : self->entries[0]);
}
