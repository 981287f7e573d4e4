/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-i18n.h"
#include "kladka-import-row-widget.h"

struct _KladkaImportRowWidget {
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkCheckButton *check;
  GtkLabel *label;
  GtkLabel *text;
  GtkLabel *kind;
  GtkLabel *state;
  guint item;
  gboolean showing;
};

enum { TICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KladkaImportRowWidget, kladka_import_row_widget, GTK_TYPE_WIDGET)

static const struct {
  const char *label;
  const char *css;
} states[] = {
  [KLADKA_PREVIEW_NEW] = { N_ ("New"), "success" },          [KLADKA_PREVIEW_CHANGED] = { N_ ("Changed"), "accent" },
  [KLADKA_PREVIEW_SAME] = { N_ ("The same"), "dim-label" },  [KLADKA_PREVIEW_LEFT_OUT] = { N_ ("Left out"), "error" },
  [KLADKA_PREVIEW_SUSPECT] = { N_ ("Doubtful"), "warning" },
};

static void
toggled_cb (KladkaImportRowWidget *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[TICKED], 0, self->item, gtk_check_button_get_active (self->check));
}

static void
kladka_import_row_widget_dispose (GObject *object)
{
  g_clear_pointer (&KLADKA_IMPORT_ROW_WIDGET (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (kladka_import_row_widget_parent_class)->dispose (object);
}

static void
kladka_import_row_widget_class_init (KladkaImportRowWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_import_row_widget_dispose;
  signals[TICKED] = g_signal_new ("ticked", KLADKA_TYPE_IMPORT_ROW_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-import-row-widget.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaImportRowWidget, box);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportRowWidget, check);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportRowWidget, label);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportRowWidget, text);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportRowWidget, kind);
  gtk_widget_class_bind_template_child (widget_class, KladkaImportRowWidget, state);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
kladka_import_row_widget_init (KladkaImportRowWidget *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kladka_import_row_widget_new (void)
{
  return g_object_new (KLADKA_TYPE_IMPORT_ROW_WIDGET, NULL);
}

static void
show_state (KladkaImportRowWidget *self, KladkaPreviewState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), states[i].css);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), states[state].css);
  gtk_label_set_label (self->state, _ (states[state].label));
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), state != KLADKA_PREVIEW_SAME && state != KLADKA_PREVIEW_LEFT_OUT);
}

void
kladka_import_row_widget_show (KladkaImportRowWidget *self,
                               guint item,
                               const KladkaPreviewItem *values,
                               const KladkaWords *words)
{
  const char *kind = kladka_words_get_c (words, "type", kladka_type_get (values->type)->label);
  g_autofree char *line = values->line > 0 ? g_strdup_printf (_ ("%s, line %u"), kind, values->line) : g_strdup (kind);

  self->item = item;
  kladka_import_row_widget_set_ticked (self, values->ticked);
  gtk_label_set_label (self->label, values->label != NULL ? values->label : kind);
  gtk_label_set_label (self->text, values->text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), values->text != NULL && *values->text != '\0');
  gtk_label_set_label (self->kind, line);
  show_state (self, values->state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  values->label != NULL ? values->label : kind, -1);
}

guint
kladka_import_row_widget_get_item (KladkaImportRowWidget *self)
{
  return self->item;
}

void
kladka_import_row_widget_set_ticked (KladkaImportRowWidget *self, gboolean ticked)
{
  self->showing = TRUE;
  gtk_check_button_set_active (self->check, ticked);
  self->showing = FALSE;
}
