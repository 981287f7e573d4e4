/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The file to save to is not the one that was opened. */

#include "kladka-compare.h"
#include "kladka-i18n.h"
#include "kladka-message.h"
#include "kladka-window-private.h"

/* ---- What is there now ---- */

static void
compare_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KladkaWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaDocument) other = kladka_document_open_finish (result, &error);

  if (self->document == NULL)
    return;
  if (other == NULL)
    {
      kladka_message_show_error (GTK_WINDOW (self), _ ("The changes cannot be compared"), error);
      return;
    }
  kladka_compare_show (&(KladkaComparison){ kladka_document_get_plan (other), kladka_document_get_plan (self->document),
                                            _ ("The file and this window"), _ ("In the file"), _ ("Here") },
                       GTK_WINDOW (self), kladka_view_state_get_words (self->state));
}

static void
reload_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KladkaWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaDocument) other = kladka_document_open_finish (result, &error);
  GtkWindow *window;

  if (self->document == NULL)
    return;
  if (other == NULL)
    {
      kladka_message_show_error (GTK_WINDOW (self), _ ("The file cannot be loaded again"), error);
      return;
    }
  window = kladka_application_show_document (kladka_window_get_kladka (self), other);
  kladka_view_state_set_page (kladka_window_get_state (KLADKA_WINDOW (window)),
                              kladka_view_state_get_page (self->state));
  kladka_window_discard (self);
}

static void
open_file (KladkaWindow *self, gboolean as_copy, GAsyncReadyCallback callback)
{
  kladka_document_open_async (kladka_application_get_store_options (kladka_window_get_kladka (self)),
                              kladka_document_get_file (self->document), as_copy, NULL, callback, g_object_ref (self));
}

/* ---- Questions ---- */

static void
answer_cb (const char *answer, gpointer object)
{
  KladkaWindow *self = object;
  g_autoptr (GFile) target = g_steal_pointer (&self->target);

  if (g_str_equal (answer, "overwrite"))
    {
      kladka_window_save_to (self, target, TRUE);
      return;
    }
  if (g_str_equal (answer, "save-as"))
    {
      kladka_window_save_as (self);
      return;
    }
  self->closing = FALSE;
  if (g_str_equal (answer, "compare"))
    open_file (self, TRUE, compare_opened_cb);
  else if (g_str_equal (answer, "reload"))
    open_file (self, FALSE, reload_opened_cb);
}

static void
ask_about_other_file (KladkaWindow *self)
{
  g_autofree char *name = g_file_get_basename (self->target);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” is there already"), name);
  KladkaAnswer answers[] = {
    { "overwrite", _ ("_Overwrite"), ADW_RESPONSE_DESTRUCTIVE },
    { "save-as", _ ("Save _as…"), ADW_RESPONSE_SUGGESTED },
  };

  kladka_message_ask (GTK_WINDOW (self), heading, _ ("Overwriting it loses what it holds."), answers,
                      G_N_ELEMENTS (answers), answer_cb, self);
}

static void
ask_about_changed_file (KladkaWindow *self)
{
  KladkaAnswer answers[] = {
    { "reload", _ ("_Load the file again"), ADW_RESPONSE_DESTRUCTIVE },
    { "overwrite", _ ("_Overwrite the file"), ADW_RESPONSE_DESTRUCTIVE },
    { "compare", _ ("Co_mpare"), ADW_RESPONSE_DEFAULT },
    { "save-as", _ ("Save _as…"), ADW_RESPONSE_SUGGESTED },
  };

  kladka_message_ask (GTK_WINDOW (self), _ ("The file was changed meanwhile"),
                      _ ("Somebody else saved this file after you opened it. Overwriting it loses their changes, "
                         "loading it again loses yours."),
                      answers, G_N_ELEMENTS (answers), answer_cb, self);
}

void
kladka_window_ask_about_conflict (KladkaWindow *self)
{
  GFile *own = kladka_document_get_file (self->document);

  if (self->target == NULL || (own != NULL && g_file_equal (own, self->target)))
    ask_about_changed_file (self);
  else
    ask_about_other_file (self);
}
