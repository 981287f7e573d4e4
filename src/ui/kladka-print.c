/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-print.h"
#include "kladka-file-chooser.h"

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  KladkaBriefing *briefing = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height;

  /* Whatever paper the printer has: the whole page in its middle. */
  kladka_briefing_get_page_size (briefing, &width, &height);
  if (width > 0 && height > 0)
    {
      double paper_width = gtk_print_context_get_width (context), paper_height = gtk_print_context_get_height (context);
      double scale = MIN (paper_width / width, paper_height / height);

      cairo_translate (cr, (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
      cairo_scale (cr, scale, scale);
    }
  kladka_briefing_draw_page (briefing, cr, page);
}

static GtkPageSetup *
new_page_setup (KladkaBriefing *briefing, gboolean a3)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = NULL;
  double width, height;

  kladka_briefing_get_page_size (briefing, &width, &height);
  size = gtk_paper_size_new (a3 ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup,
                                  width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  return setup;
}

/* What the system would save it as, where the printer is a file. */
static GtkPrintSettings *
new_settings (KladkaBriefing *briefing)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  g_autofree char *name = kladka_file_name_for (kladka_briefing_get_title (briefing), "");

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  return settings;
}

GtkPrintOperation *
kladka_print_new (KladkaBriefing *briefing, gboolean a3)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup (briefing, a3);
  g_autoptr (GtkPrintSettings) settings = new_settings (briefing);

  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, kladka_briefing_get_n_pages (briefing));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The pages bring their own margins. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, kladka_briefing_get_title (briefing));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), kladka_briefing_ref (briefing),
                         (GClosureNotify)(GCallback)kladka_briefing_unref, 0);
  return operation;
}

/* GTK leaves its dialog where it is when the window it belongs to goes. */
static void
tie_dialogs (GtkWindow *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (gtk_window_get_transient_for (at->data) == parent)
      gtk_window_set_destroy_with_parent (at->data, TRUE);
}

void
kladka_print_run (GtkPrintOperation *operation, GtkWindow *parent)
{
  /* Otherwise it waits in a main loop of its own, which keeps the program from ending. */
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* What goes wrong is told by "done" as well. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
  tie_dialogs (parent);
}
