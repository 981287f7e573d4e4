/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a crash left: keep it, compare it with what was saved, or drop it. */

#include "kladka-compare.h"
#include "kladka-i18n.h"
#include "kladka-message.h"
#include "kladka-window-private.h"

static void
drop_answer_cb (const char *answer, gpointer object)
{
  KladkaWindow *self = object;

  if (g_str_equal (answer, "discard"))
    kladka_window_discard (self);
}

static void
ask_about_dropping (KladkaWindow *self)
{
  KladkaAnswer answers[] = { { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE } };

  kladka_message_ask (GTK_WINDOW (self), _ ("Discard the restored changes?"),
                      _ ("The window closes. The file stays as it was saved last."), answers, 1, drop_answer_cb, self);
}

static void
looked_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KladkaWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaPlan) saved = kladka_document_look_back_finish (KLADKA_DOCUMENT (source), result, &error);

  if (self->document == NULL)
    return;
  if (saved == NULL)
    {
      kladka_message_show_error (GTK_WINDOW (self), _ ("The changes cannot be compared"), error);
      return;
    }
  kladka_compare_show (&(KladkaComparison){ saved, kladka_document_get_plan (self->document), _ ("Unsaved changes"),
                                            _ ("Before"), _ ("Now") },
                       GTK_WINDOW (self), kladka_view_state_get_words (self->state));
}

void
kladka_window_respond_to_recovery (KladkaWindow *self, int response)
{
  if (response == GTK_RESPONSE_CANCEL)
    ask_about_dropping (self);
  else if (response == GTK_RESPONSE_APPLY)
    kladka_document_look_back_async (self->document, looked_back_cb, g_object_ref (self));
  else
    gtk_info_bar_set_revealed (self->recovery_bar, FALSE);
  if (response == GTK_RESPONSE_OK)
    kladka_window_save (self);
}

void
kladka_window_reveal_recovery (KladkaWindow *self)
{
  /* Hidden until it is needed, so that no first frame has to measure it. */
  gtk_widget_set_visible (GTK_WIDGET (self->recovery_bar), TRUE);
  gtk_info_bar_set_revealed (self->recovery_bar, TRUE);
}

void
kladka_window_show_recovered (KladkaWindow *self, const KladkaRecovery *recovery)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (recovery->time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *clock = g_date_time_format (local, "%H:%M");
  KladkaDate day = kladka_date_new_day (g_date_time_get_year (local), g_date_time_get_month (local),
                                        g_date_time_get_day_of_month (local));
  g_autofree char *date = kladka_words_dup_date (kladka_view_state_get_words (self->state), day);
  g_autofree char *text = g_strdup_printf (_ ("Unsaved changes from %s, %s were restored"), date, clock);

  gtk_label_set_label (self->recovery_label, text);
  kladka_window_reveal_recovery (self);
}
