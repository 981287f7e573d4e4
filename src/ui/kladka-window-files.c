/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-error.h"
#include "kladka-file-chooser.h"
#include "kladka-i18n.h"
#include "kladka-message.h"
#include "kladka-window-private.h"

#define RECENT_MAX 8

/* ---- Saving ---- */

static void
unsaved_answer_cb (const char *answer, gpointer object)
{
  KladkaWindow *self = object;

  if (g_str_equal (answer, "save-as"))
    kladka_window_save_as (self);
  else
    self->closing = FALSE;
}

static void
ask_after_failure (KladkaWindow *self, const GError *error)
{
  KladkaAnswer answers[] = { { "save-as", _ ("Save _as…"), ADW_RESPONSE_SUGGESTED } };

  kladka_message_ask (GTK_WINDOW (self), _ ("The plan could not be saved"), error->message, answers, 1,
                      unsaved_answer_cb, self);
}

static void
finish_saving (KladkaWindow *self)
{
  gtk_info_bar_set_revealed (self->recovery_bar, FALSE);
  kladka_application_remember (kladka_window_get_kladka (self), self->document);
  if (self->closing)
    {
      self->may_close = TRUE;
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  kladka_window_toast (self, _ ("Plan saved"), NULL, NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KladkaWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = kladka_document_save_finish (KLADKA_DOCUMENT (source), result, &error);

  /* The window was built anew in another language meanwhile. */
  if (self->document == NULL)
    return;
  self->saving = FALSE;
  kladka_window_update_title (self);
  kladka_window_update_actions (self);
  if (saved)
    finish_saving (self);
  else if (g_error_matches (error, KLADKA_ERROR, KLADKA_ERROR_CONFLICT))
    kladka_window_ask_about_conflict (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->closing = FALSE;
  else
    ask_after_failure (self, error);
}

void
kladka_window_save_to (KladkaWindow *self, GFile *file, gboolean overwrite)
{
  g_set_object (&self->target, file);
  /* Text that is being typed is an edit once its field has lost the focus. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  self->saving = TRUE;
  kladka_window_update_actions (self);
  kladka_document_save_async (self->document, file, overwrite, NULL, saved_cb, g_object_ref (self));
}

static void
save_chosen_cb (GFile *file, gpointer object)
{
  KladkaWindow *self = object;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *named = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) ended = NULL;

  if (g_str_has_suffix (name, ".kladka") || folder == NULL)
    {
      /* The system's dialog has asked whether to replace a file. */
      kladka_window_save_to (self, file, TRUE);
      return;
    }
  named = g_strconcat (name, ".kladka", NULL);
  ended = g_file_get_child (folder, named);
  kladka_window_save_to (self, ended, FALSE);
}

void
kladka_window_save_as (KladkaWindow *self)
{
  KladkaPlan *plan = kladka_document_get_plan (self->document);
  const KladkaPlanInfo *info = kladka_plan_get_info (plan);
  KladkaLang lang = kladka_words_get_lang (kladka_view_state_get_words (self->state));
  g_autofree char *name =
      kladka_file_name_for (info != NULL ? kladka_text3_get (&info->title, lang, NULL) : NULL, ".kladka");
  KladkaFileChoice choice = {
    .title = _ ("Save the plan"),
    .accept = _ ("_Save"),
    .name = name,
    .filter = KLADKA_FILE_FILTER_PLAN,
    .settings = self->settings,
  };

  kladka_file_chooser_run (&choice, GTK_WINDOW (self), save_chosen_cb, self);
}

void
kladka_window_save (KladkaWindow *self)
{
  if (kladka_document_get_file (self->document) == NULL)
    kladka_window_save_as (self);
  else
    kladka_window_save_to (self, NULL, FALSE);
}

/* ---- Closing ---- */

void
kladka_window_discard (KladkaWindow *self)
{
  kladka_document_close (self->document, TRUE);
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
close_answer_cb (const char *answer, gpointer object)
{
  KladkaWindow *self = object;

  if (g_str_equal (answer, "save"))
    {
      self->closing = TRUE;
      kladka_window_save (self);
    }
  else if (g_str_equal (answer, "discard"))
    kladka_window_discard (self);
}

gboolean
kladka_window_hold_close (KladkaWindow *self)
{
  KladkaAnswer answers[] = {
    { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _ ("_Save"), ADW_RESPONSE_SUGGESTED },
  };

  if (self->document == NULL)
    return FALSE;
  if (self->saving)
    {
      self->closing = TRUE;
      return TRUE;
    }
  if (kladka_message_is_asking (GTK_WINDOW (self)))
    return TRUE;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (!kladka_document_get_modified (self->document) || kladka_window_is_untouched (self))
    {
      kladka_document_close (self->document, TRUE);
      return FALSE;
    }
  kladka_message_ask (GTK_WINDOW (self), _ ("Save the changes?"),
                      _ ("What is not saved now is lost when the plan is closed."), answers, G_N_ELEMENTS (answers),
                      close_answer_cb, self);
  return TRUE;
}

/* ---- Recent plans ---- */

static gint
compare_recent (gconstpointer a, gconstpointer b)
{
  GDateTime *one = gtk_recent_info_get_modified ((GtkRecentInfo *)a);
  GDateTime *other = gtk_recent_info_get_modified ((GtkRecentInfo *)b);

  return g_date_time_compare (other, one);
}

GMenuModel *
kladka_window_new_recent_menu (KladkaWindow *self)
{
  GList *items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_recent);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) sample = g_menu_new ();
  guint n = 0;

  for (GList *link = items; link != NULL && n < RECENT_MAX; link = link->next)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!gtk_recent_info_has_application (link->data, "Kladka") || !gtk_recent_info_exists (link->data))
        continue;
      item = g_menu_item_new (gtk_recent_info_get_display_name (link->data), NULL);
      g_menu_item_set_action_and_target (item, "app.open-recent", "s", gtk_recent_info_get_uri (link->data));
      g_menu_append_item (section, item);
      n++;
    }
  g_list_free_full (items, (GDestroyNotify)gtk_recent_info_unref);
  g_menu_append_section (menu, n > 0 ? _ ("Recent plans") : NULL, G_MENU_MODEL (section));
  g_menu_append (sample, _ ("The sample plan"), "app.open-sample");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sample));
  return G_MENU_MODEL (menu);
}
