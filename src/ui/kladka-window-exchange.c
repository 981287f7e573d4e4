/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-briefing-dialog.h"
#include "kladka-export-dialog.h"
#include "kladka-file-chooser.h"
#include "kladka-i18n.h"
#include "kladka-import-dialog.h"
#include "kladka-window-private.h"

static void
import_chosen_cb (GFile *file, gpointer object)
{
  KladkaWindow *self = object;

  gtk_window_present (GTK_WINDOW (kladka_import_dialog_new (self->state, file, GTK_WINDOW (self))));
}

void
kladka_window_import (KladkaWindow *self)
{
  KladkaFileChoice choice = {
    .title = _ ("Import a file"),
    .accept = _ ("_Look at it"),
    .filter = KLADKA_FILE_FILTER_IMPORT,
    .settings = self->settings,
  };

  kladka_file_chooser_run (&choice, GTK_WINDOW (self), import_chosen_cb, self);
}

static void
exported_cb (KladkaWindow *self, const char *name)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” written"), name);

  kladka_window_toast (self, text, NULL, NULL);
}

static void
run_dialog (KladkaWindow *self, GtkWindow *dialog)
{
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

void
kladka_window_export (KladkaWindow *self)
{
  run_dialog (self, GTK_WINDOW (kladka_export_dialog_new (self->state, self->settings, GTK_WINDOW (self))));
}

void
kladka_window_print (KladkaWindow *self, gboolean to_pdf)
{
  const char *locale_dir = kladka_application_get_locale_dir (kladka_window_get_kladka (self));

  run_dialog (self, GTK_WINDOW (kladka_briefing_dialog_new (self->state, self->settings, locale_dir, to_pdf,
                                                            GTK_WINDOW (self))));
}
