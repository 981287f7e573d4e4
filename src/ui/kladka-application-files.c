/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-application-private.h"
#include "kladka-i18n.h"
#include "kladka-message.h"
#include "kladka-starter.h"
#include "kladka-window.h"

static KladkaDocument *
new_plan (KladkaApplication *self, GtkWindow *parent)
{
  int year, month, day;
  g_autoptr (KladkaEdits) edits = NULL;
  KladkaDocument *document;
  g_autoptr (GError) error = NULL;

  kladka_day_to_civil (kladka_application_get_today (self), &year, &month, &day);
  edits = kladka_starter_dup_edits (NULL, year, TRUE, kladka_application_get_words (self));
  document = kladka_document_new_empty (kladka_application_get_store_options (self), edits, &error);
  if (document == NULL)
    kladka_message_show_error (parent, _ ("A new plan cannot be started"), error);
  return document;
}

GtkWindow *
kladka_application_show_new (KladkaApplication *self)
{
  g_autoptr (KladkaDocument) document = new_plan (self, gtk_application_get_active_window (GTK_APPLICATION (self)));

  return document != NULL ? kladka_application_show_document (self, document) : NULL;
}

void
kladka_application_fill_new (KladkaApplication *self, KladkaWindow *window)
{
  g_autoptr (KladkaDocument) document = new_plan (self, GTK_WINDOW (window));

  if (document != NULL)
    kladka_window_set_document (window, document);
}

/* ---- Opening ---- */

typedef struct {
  KladkaApplication *application;
  GFile *file;
  gboolean as_copy;
  gboolean into;     /* the parent, which waits for it */
  GtkWindow *parent; /* weak */
} Opening;

static void
opening_free (Opening *opening)
{
  g_application_unmark_busy (G_APPLICATION (opening->application));
  g_application_release (G_APPLICATION (opening->application));
  g_clear_weak_pointer (&opening->parent);
  g_object_unref (opening->file);
  g_object_unref (opening->application);
  g_free (opening);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* Titles of marked plans do not belong into the desktop's list of files. */
static void
remember_file (GFile *file, KladkaPlan *plan)
{
  g_autofree char *uri = g_file_get_uri (file);
  char *groups[] = { NULL };
  GtkRecentData recent = {
    .mime_type = (char *)"application/vnd.kladka.plan",
    .app_name = (char *)"Kladka",
    .app_exec = (char *)"kladka %u",
    .groups = groups,
    .is_private = kladka_plan_get_default_marking (plan) > KLADKA_MARKING_GREEN,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &recent);
}

void
kladka_application_remember (KladkaApplication *self, KladkaDocument *document)
{
  GFile *file = kladka_document_get_file (document);

  if (file != NULL)
    remember_file (file, kladka_document_get_plan (document));
}

static void
show_failure (Opening *opening, const GError *error)
{
  g_autofree char *name = g_file_get_basename (opening->file);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be opened"), name);

  if (opening->into && opening->parent != NULL)
    kladka_application_fill_new (opening->application, KLADKA_WINDOW (opening->parent));
  kladka_message_show_error (opening->parent, heading, error);
  /* Somebody started the program with this file only: give them something to go on with. */
  if (gtk_application_get_windows (GTK_APPLICATION (opening->application)) == NULL)
    {
      GtkWindow *window = kladka_application_show_new (opening->application);

      kladka_message_show_error (window, heading, error);
    }
}

/* It could not be built anew in another language while it had nothing to show. */
static void
fill_waiting (KladkaApplication *self, KladkaWindow *window, KladkaDocument *document)
{
  KladkaWords *words = kladka_application_get_words (self);

  kladka_window_set_document (window, document);
  if (kladka_view_state_get_words (kladka_window_get_state (window)) != words)
    kladka_window_rebuild (window, words);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaDocument) document = kladka_document_open_finish (result, &error);

  if (document == NULL)
    {
      show_failure (opening, error);
      return;
    }
  if (!opening->into)
    kladka_application_show_document (opening->application, document);
  else if (opening->parent != NULL)
    fill_waiting (opening->application, KLADKA_WINDOW (opening->parent), document);
  else
    return; /* closed while it waited */
  kladka_application_remember (opening->application, document);
  if (!opening->into && KLADKA_IS_WINDOW (opening->parent)
      && kladka_window_is_untouched (KLADKA_WINDOW (opening->parent)))
    gtk_window_destroy (opening->parent);
}

static gboolean
present_open (KladkaApplication *self, GFile *file)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    {
      GFile *other = KLADKA_IS_WINDOW (link->data) ? kladka_window_get_file (link->data) : NULL;

      if (other != NULL && g_file_equal (other, file))
        {
          gtk_window_present (link->data);
          return TRUE;
        }
    }
  return FALSE;
}

static void
start_opening (KladkaApplication *self, GFile *file, gboolean as_copy, gboolean into, GtkWindow *parent)
{
  Opening *opening = g_new0 (Opening, 1);

  *opening = (Opening){ g_object_ref (self), g_object_ref (file), as_copy, into, NULL };
  g_set_weak_pointer (&opening->parent, parent);
  g_application_hold (G_APPLICATION (self));
  g_application_mark_busy (G_APPLICATION (self));
  kladka_document_open_async (kladka_application_get_store_options (self), file, as_copy, NULL, opened_cb, opening);
}

void
kladka_application_open_file (KladkaApplication *self, GFile *file, gboolean as_copy, GtkWindow *parent)
{
  if (as_copy || !present_open (self, file))
    start_opening (self, file, as_copy, FALSE, parent);
}

void
kladka_application_open_sample (KladkaApplication *self, GtkWindow *parent)
{
  g_autoptr (GFile) file = g_file_new_build_filename (kladka_application_get_data_dir (self), "sample.kladka", NULL);

  if (parent != NULL)
    kladka_application_open_file (self, file, TRUE, parent);
  else
    kladka_application_start_with (self, file, TRUE);
}

void
kladka_application_start_with (KladkaApplication *self, GFile *file, gboolean as_copy)
{
  if (!as_copy && present_open (self, file))
    return;
  start_opening (self, file, as_copy, TRUE, kladka_application_show_waiting (self, file));
}

/* ---- What a crash left ---- */

/* @object: the folder of the working copy: state/work/id */
static void
unreadable_answer_cb (const char *answer, gpointer object)
{
  g_autofree char *id = g_file_get_basename (object);
  g_autoptr (GFile) work = g_file_get_parent (object);
  g_autoptr (GFile) state = g_file_get_parent (work);
  KladkaStoreOptions options = { .state_dir = g_file_peek_path (state) };
  g_autoptr (GError) error = NULL;

  if (g_str_equal (answer, "delete") && !kladka_document_drop_recovery (&options, id, &error))
    kladka_message_show_error (NULL, _ ("It cannot be deleted"), error);
}

static void
show_unreadable (KladkaApplication *self, const char *id, const char *problem)
{
  KladkaAnswer answers[] = { { "delete", _ ("_Delete it"), ADW_RESPONSE_DESTRUCTIVE } };
  const char *state_dir = kladka_application_get_store_options (self)->state_dir;
  g_autoptr (GFile) folder = g_file_new_build_filename (state_dir, "work", id, NULL);
  g_autofree char *body = g_strdup_printf (_ ("%s\nIt was kept where it is: %s"), problem, g_file_peek_path (folder));

  kladka_message_ask (gtk_application_get_active_window (GTK_APPLICATION (self)),
                      _ ("Unsaved work of an earlier run cannot be read"), body, answers, 1, unreadable_answer_cb,
                      folder);
}

typedef struct {
  KladkaApplication *application;
  GPtrArray *recoveries;
} Found;

/* When there is a window to stand before. */
static gboolean
show_unreadable_cb (gpointer data)
{
  const Found *found = data;

  for (guint i = 0; i < found->recoveries->len; i++)
    {
      const KladkaRecovery *recovery = found->recoveries->pdata[i];

      if (recovery->problem != NULL)
        show_unreadable (found->application, recovery->id, recovery->problem);
    }
  return G_SOURCE_REMOVE;
}

static void
free_found (gpointer data)
{
  Found *found = data;

  g_object_unref (found->application);
  g_ptr_array_unref (found->recoveries);
  g_free (found);
}

static gboolean
show_recovery (KladkaApplication *self, KladkaRecovery *recovery)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaDocument) document =
      kladka_document_new_recover (kladka_application_get_store_options (self), recovery->id, &error);
  GtkWindow *window;

  if (document == NULL)
    {
      recovery->problem = g_strdup (error->message);
      return FALSE;
    }
  window = kladka_application_show_document (self, document);
  kladka_window_show_recovered (KLADKA_WINDOW (window), recovery);
  return TRUE;
}

gboolean
kladka_application_show_recoveries (KladkaApplication *self)
{
  GPtrArray *recoveries;
  gboolean shown = FALSE;
  Found *found;

  /* Once, before the first window: what is open now is alive and no recovery. */
  if (gtk_application_get_windows (GTK_APPLICATION (self)) != NULL)
    return FALSE;
  recoveries = kladka_document_list_recoveries (kladka_application_get_store_options (self));
  for (guint i = 0; i < recoveries->len; i++)
    {
      KladkaRecovery *recovery = g_ptr_array_index (recoveries, i);

      shown |= recovery->problem == NULL && show_recovery (self, recovery);
    }
  found = g_new (Found, 1);
  *found = (Found){ g_object_ref (self), recoveries };
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_unreadable_cb, found, free_found);
  return shown;
}
