/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-ceiling-row.h"
#include "kladka-export-dialog.h"
#include "kladka-file-chooser.h"
#include "kladka-i18n.h"
#include "kladka-message.h"
#include "kladka-write.h"

struct _KladkaExportDialog {
  AdwWindow parent_instance;
  GtkButton *export_button;
  AdwComboRow *what_row;
  AdwComboRow *form_row;
  KladkaCeilingRow *ceiling_row;
  KladkaViewState *state;
  GSettings *settings;
  GArray *types; /* KladkaType: of each place of what_row; NONE = the whole plan */
};

enum { EXPORTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KladkaExportDialog, kladka_export_dialog, ADW_TYPE_WINDOW)

static KladkaType
get_type (KladkaExportDialog *self)
{
  guint place = adw_combo_row_get_selected (self->what_row);

  return place < self->types->len ? g_array_index (self->types, KladkaType, place) : KLADKA_TYPE_NONE;
}

GBytes *
kladka_export_dialog_dup_bytes (KladkaExportDialog *self)
{
  KladkaPlan *plan = kladka_ceiling_row_get_plan (self->ceiling_row);
  KladkaMarking ceiling = kladka_ceiling_row_get_ceiling (self->ceiling_row);
  KladkaType type = get_type (self);
  KladkaCsvProfile profile = adw_combo_row_get_selected (self->form_row) == 0 ? KLADKA_CSV_SHEET : KLADKA_CSV_PLAIN;

  if (type == KLADKA_TYPE_NONE)
    return kladka_json_write (plan, ceiling);
  return kladka_csv_write (plan, type, profile, kladka_view_state_get_words (self->state), ceiling);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KladkaExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      kladka_message_show_error (GTK_WINDOW (self), _ ("The file could not be written"), error);
      return;
    }
  g_signal_emit (self, signals[EXPORTED], 0, name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
file_chosen_cb (GFile *file, gpointer object)
{
  KladkaExportDialog *self = object;
  g_autoptr (GBytes) bytes = kladka_export_dialog_dup_bytes (self);

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, written_cb,
                                       g_object_ref (self));
}

static void
export_clicked_cb (KladkaExportDialog *self)
{
  KladkaType type = get_type (self);
  const KladkaPlanInfo *info = kladka_plan_get_info (kladka_view_state_get_plan (self->state));
  KladkaLang lang = kladka_words_get_lang (kladka_view_state_get_words (self->state));
  g_autofree char *name = NULL;
  KladkaFileChoice choice = {
    .title = _ ("Export data"),
    .accept = _ ("_Export"),
    .filter = type == KLADKA_TYPE_NONE ? KLADKA_FILE_FILTER_JSON : KLADKA_FILE_FILTER_CSV,
    .settings = self->settings,
  };

  if (type == KLADKA_TYPE_NONE)
    name = kladka_file_name_for (info != NULL ? kladka_text3_get (&info->title, lang, NULL) : NULL, ".json");
  else
    name = kladka_file_name_for (kladka_type_get (type)->plural, ".csv");
  choice.name = name;
  kladka_file_chooser_run (&choice, GTK_WINDOW (self), file_chosen_cb, self);
}

static void
what_chosen_cb (KladkaExportDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->form_row), self->types != NULL && get_type (self) != KLADKA_TYPE_NONE);
}

static void
kladka_export_dialog_dispose (GObject *object)
{
  KladkaExportDialog *self = KLADKA_EXPORT_DIALOG (object);

  g_clear_object (&self->state);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (kladka_export_dialog_parent_class)->dispose (object);
}

static void
kladka_export_dialog_finalize (GObject *object)
{
  g_clear_pointer (&KLADKA_EXPORT_DIALOG (object)->types, g_array_unref);
  G_OBJECT_CLASS (kladka_export_dialog_parent_class)->finalize (object);
}

static void
kladka_export_dialog_class_init (KladkaExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = kladka_export_dialog_finalize;
  signals[EXPORTED] = g_signal_new ("exported", KLADKA_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (KLADKA_TYPE_CEILING_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaExportDialog, what_row);
  gtk_widget_class_bind_template_child (widget_class, KladkaExportDialog, form_row);
  gtk_widget_class_bind_template_child (widget_class, KladkaExportDialog, ceiling_row);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, what_chosen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kladka_export_dialog_init (KladkaExportDialog *self)
{
  self->types = g_array_new (FALSE, FALSE, sizeof (KladkaType));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_what (KladkaExportDialog *self)
{
  KladkaPlan *plan = kladka_view_state_get_plan (self->state);
  KladkaWords *words = kladka_view_state_get_words (self->state);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  KladkaType type = KLADKA_TYPE_NONE;

  gtk_string_list_append (names, _ ("The whole plan (JSON)"));
  g_array_append_val (self->types, type);
  for (type = KLADKA_TYPE_PLAN + 1; type < KLADKA_N_TYPES; type++)
    {
      g_autofree char *text = NULL;

      if (kladka_plan_get_n_records (plan, type) == 0)
        continue;
      text = g_strdup_printf ("%s (CSV)", kladka_words_get_c (words, "type", kladka_type_get (type)->label_plural));
      gtk_string_list_append (names, text);
      g_array_append_val (self->types, type);
    }
  adw_combo_row_set_model (self->what_row, G_LIST_MODEL (names));
}

KladkaExportDialog *
kladka_export_dialog_new (KladkaViewState *state, GSettings *settings, GtkWindow *parent)
{
  KladkaExportDialog *self = g_object_new (KLADKA_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->state = g_object_ref (state);
  self->settings = g_object_ref (settings);
  fill_what (self);
  kladka_ceiling_row_set_plan (self->ceiling_row, kladka_view_state_get_plan (state));
  what_chosen_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->export_button));
  return self;
}
