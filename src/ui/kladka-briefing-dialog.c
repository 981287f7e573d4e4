/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-briefing-dialog.h"
#include "kladka-briefing.h"
#include "kladka-ceiling-row.h"
#include "kladka-file-chooser.h"
#include "kladka-i18n.h"
#include "kladka-languages.h"
#include "kladka-message.h"
#include "kladka-print.h"

struct _KladkaBriefingDialog {
  AdwWindow parent_instance;
  AdwWindowTitle *title;
  GtkButton *go_button;
  AdwComboRow *language_row;
  AdwComboRow *paper_row;
  AdwComboRow *direction_row;
  GtkSwitch *grey_switch;
  KladkaCeilingRow *ceiling_row;
  GtkDrawingArea *preview;
  GtkButton *previous_button;
  GtkLabel *page_label;
  GtkButton *next_button;

  KladkaViewState *state;
  GSettings *settings;
  char *locale_dir;
  gboolean to_pdf;
  gboolean ready;
  KladkaBriefing *briefing;
  GtkPrintOperation *printing; /* while the system's dialog is open and the pages go */
  guint page;
};

enum { EXPORTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KladkaBriefingDialog, kladka_briefing_dialog, ADW_TYPE_WINDOW)

/* ---- Rows → briefing ---- */

static KladkaBriefingSpec
get_spec (KladkaBriefingDialog *self)
{
  const KladkaCoverageSpec *coverage = kladka_view_state_get_spec (self->state);
  KladkaBriefingSpec spec = KLADKA_BRIEFING_SPEC (coverage->as_of, kladka_ceiling_row_get_ceiling (self->ceiling_row));

  spec.coverage = *coverage;
  spec.paper = adw_combo_row_get_selected (self->paper_row) == 1 ? KLADKA_PAPER_A3 : KLADKA_PAPER_A4;
  spec.landscape = adw_combo_row_get_selected (self->direction_row) == 0;
  spec.grey = gtk_switch_get_active (self->grey_switch);
  spec.left_out = kladka_ceiling_row_get_n_left_out (self->ceiling_row) > 0;
  return spec;
}

static void
update_page (KladkaBriefingDialog *self)
{
  guint n = kladka_briefing_get_n_pages (self->briefing);
  g_autofree char *text = NULL;

  self->page = MIN (self->page, n > 0 ? n - 1 : 0);
  text = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n);
  gtk_label_set_label (self->page_label, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous_button), self->page > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), self->page + 1 < n);
  gtk_widget_queue_draw (GTK_WIDGET (self->preview));
}

/* "8 pages, smallest text 7 pt" */
static void
update_readout (KladkaBriefingDialog *self)
{
  KladkaWords *words = kladka_view_state_get_words (self->state);
  guint n = kladka_briefing_get_n_pages (self->briefing);
  double points = kladka_briefing_get_smallest_text (self->briefing);
  g_autofree char *pages = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", n), n);
  g_autofree char *size = kladka_words_dup_decimal (words, (gint64)(points * 10 + 0.5), 1, 0);
  g_autofree char *text = g_strdup_printf (_ ("%s, smallest text %s pt"), pages, size);

  adw_window_title_set_subtitle (self->title, text);
}

static void
make_briefing (KladkaBriefingDialog *self)
{
  KladkaBriefingSpec spec = get_spec (self);
  g_autoptr (KladkaWords) words = kladka_words_new (adw_combo_row_get_selected (self->language_row), self->locale_dir);

  g_clear_pointer (&self->briefing, kladka_briefing_unref);
  self->briefing = kladka_briefing_new (kladka_ceiling_row_get_plan (self->ceiling_row), &spec, words);
  update_readout (self);
  update_page (self);
}

static void
changed_cb (KladkaBriefingDialog *self)
{
  if (self->ready)
    make_briefing (self);
}

static void
previous_cb (KladkaBriefingDialog *self)
{
  self->page--;
  update_page (self);
}

static void
next_cb (KladkaBriefingDialog *self)
{
  self->page++;
  update_page (self);
}

static void
draw_preview_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  KladkaBriefingDialog *self = data;
  double page_width, page_height, scale;

  if (self->briefing == NULL)
    return;
  kladka_briefing_get_page_size (self->briefing, &page_width, &page_height);
  scale = MIN (width / page_width, height / page_height);
  cairo_translate (cr, (width - page_width * scale) / 2, (height - page_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  /* A sheet of paper is white in every style. */
  cairo_rectangle (cr, 0, 0, page_width, page_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  kladka_briefing_draw_page (self->briefing, cr, self->page);
}

/* ---- Going ---- */

static void
keep_settings (KladkaBriefingDialog *self)
{
  g_settings_set_string (self->settings, "paper", adw_combo_row_get_selected (self->paper_row) == 1 ? "a3" : "a4");
  g_settings_set_string (self->settings, "briefing-language",
                         kladka_lang_get_code (adw_combo_row_get_selected (self->language_row)));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KladkaBriefingDialog) self = data;
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
  KladkaBriefingDialog *self = object;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kladka_briefing_write_pdf (self->briefing, g_get_real_time () / G_USEC_PER_SEC, &error);

  if (bytes == NULL)
    {
      kladka_message_show_error (GTK_WINDOW (self), _ ("The briefing could not be drawn"), error);
      return;
    }
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, written_cb,
                                       g_object_ref (self));
}

static void
save_as_pdf (KladkaBriefingDialog *self)
{
  g_autofree char *name = kladka_file_name_for (kladka_briefing_get_title (self->briefing), ".pdf");
  KladkaFileChoice choice = {
    .title = _ ("Save the briefing"),
    .accept = _ ("_Save"),
    .name = name,
    .filter = KLADKA_FILE_FILTER_PDF,
    .settings = self->settings,
  };

  kladka_file_chooser_run (&choice, GTK_WINDOW (self), file_chosen_cb, self);
}

/* Who thinks better of it in the system's dialog comes back to this one. */
static void
printed_cb (KladkaBriefingDialog *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), TRUE);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    kladka_message_show_error (GTK_WINDOW (self), _ ("The briefing could not be printed"), error);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    gtk_window_close (GTK_WINDOW (self));
  g_clear_object (&self->printing);
}

static void
print (KladkaBriefingDialog *self)
{
  gboolean a3 = adw_combo_row_get_selected (self->paper_row) == 1;

  self->printing = kladka_print_new (self->briefing, a3);
  g_signal_connect_object (self->printing, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), FALSE);
  kladka_print_run (self->printing, GTK_WINDOW (self));
}

static void
go_clicked_cb (KladkaBriefingDialog *self)
{
  keep_settings (self);
  if (self->to_pdf)
    save_as_pdf (self);
  else
    print (self);
}

/* ---- Overrides ---- */

static void
kladka_briefing_dialog_dispose (GObject *object)
{
  KladkaBriefingDialog *self = KLADKA_BRIEFING_DIALOG (object);

  self->ready = FALSE;
  g_clear_object (&self->printing);
  g_clear_pointer (&self->briefing, kladka_briefing_unref);
  g_clear_object (&self->state);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->locale_dir, g_free);
  G_OBJECT_CLASS (kladka_briefing_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KladkaBriefingDialog, title);
  gtk_widget_class_bind_template_child (widget_class, KladkaBriefingDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaBriefingDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, KladkaBriefingDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, KladkaBriefingDialog, direction_row);
  gtk_widget_class_bind_template_child (widget_class, KladkaBriefingDialog, grey_switch);
  gtk_widget_class_bind_template_child (widget_class, KladkaBriefingDialog, ceiling_row);
  gtk_widget_class_bind_template_child (widget_class, KladkaBriefingDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, KladkaBriefingDialog, previous_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaBriefingDialog, page_label);
  gtk_widget_class_bind_template_child (widget_class, KladkaBriefingDialog, next_button);
}

static void
kladka_briefing_dialog_class_init (KladkaBriefingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_briefing_dialog_dispose;
  signals[EXPORTED] = g_signal_new ("exported", KLADKA_TYPE_BRIEFING_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (KLADKA_TYPE_CEILING_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-briefing-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kladka_briefing_dialog_init (KladkaBriefingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->preview, draw_preview_cb, self, NULL);
}

static void
fill_languages (KladkaBriefingDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *code = g_settings_get_string (self->settings, "briefing-language");
  KladkaLang lang;

  for (guint i = 0; i < KLADKA_N_LANGS; i++)
    gtk_string_list_append (names, kladka_lang_get_own_name (i));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  if (!kladka_lang_parse (code, &lang))
    lang = kladka_words_get_lang (kladka_view_state_get_words (self->state));
  adw_combo_row_set_selected (self->language_row, lang);
}

KladkaBriefingDialog *
kladka_briefing_dialog_new (KladkaViewState *state,
                            GSettings *settings,
                            const char *locale_dir,
                            gboolean to_pdf,
                            GtkWindow *parent)
{
  KladkaBriefingDialog *self = g_object_new (KLADKA_TYPE_BRIEFING_DIALOG, "transient-for", parent, NULL);
  g_autofree char *paper = g_settings_get_string (settings, "paper");

  self->state = g_object_ref (state);
  self->settings = g_object_ref (settings);
  self->locale_dir = g_strdup (locale_dir);
  self->to_pdf = to_pdf;
  gtk_button_set_label (self->go_button, to_pdf ? _ ("_Save as PDF…") : _ ("_Print…"));
  fill_languages (self);
  adw_combo_row_set_selected (self->paper_row, g_str_equal (paper, "a3") ? 1 : 0);
  kladka_ceiling_row_set_plan (self->ceiling_row, kladka_view_state_get_plan (state));
  self->ready = TRUE;
  make_briefing (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->go_button));
  return self;
}
