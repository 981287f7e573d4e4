/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-print.h"

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  KladkaBriefing *briefing = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height;

  /* Whatever paper the printer has: the whole page on it. */
  kladka_briefing_get_page_size (briefing, &width, &height);
  if (width > 0 && height > 0)
    {
      double scale =
          MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);

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

GtkPrintOperation *
kladka_print_new (KladkaBriefing *briefing, gboolean a3)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup (briefing, a3);

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

gboolean
kladka_print_run (KladkaBriefing *briefing, gboolean a3, GtkWindow *parent, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = kladka_print_new (briefing, a3);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}
