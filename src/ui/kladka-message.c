/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "kladka-i18n.h"
#include "kladka-message.h"

typedef struct {
  KladkaAnswerFunc callback;
  GObject *object;
} Asking;

static void
free_asking (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->object);
  g_free (asking);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  const Asking *asking = data;

  asking->callback (response, asking->object);
}

/* A question about what is gone is none: it goes with its window. */
static AdwMessageDialog *
new_dialog (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  return ADW_MESSAGE_DIALOG (dialog);
}

gboolean
kladka_message_is_asking (GtkWindow *parent)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (!ADW_IS_MESSAGE_DIALOG (window) || gtk_window_get_transient_for (window) != parent)
        continue;
      gtk_window_present (window);
      return TRUE;
    }
  return FALSE;
}

void
kladka_message_show (GtkWindow *parent, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = new_dialog (parent, heading, body);

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
kladka_message_show_error (GtkWindow *parent, const char *heading, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    kladka_message_show (parent, heading, error->message);
}

void
kladka_message_ask (GtkWindow *parent,
                    const char *heading,
                    const char *body,
                    const KladkaAnswer *answers,
                    guint n_answers,
                    KladkaAnswerFunc callback,
                    gpointer object)
{
  AdwMessageDialog *dialog = new_dialog (parent, heading, body);
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking){ callback, g_object_ref (object) };
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  for (guint i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
      adw_message_dialog_set_response_appearance (dialog, answers[i].id, answers[i].look);
      adw_message_dialog_set_default_response (dialog, answers[i].id);
    }
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, free_asking, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
