/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-compare.h"
#include "kladka-differences.h"
#include "kladka-i18n.h"
#include "kladka-message.h"
#include "kladka-table-window.h"

typedef struct {
  KladkaPlan *older;
  KladkaPlan *newer;
  char *title;
  char *before;
  char *after;
  KladkaWords *words;
} Comparing;

static void
free_comparing (gpointer data)
{
  Comparing *self = data;

  kladka_plan_unref (self->older);
  kladka_plan_unref (self->newer);
  g_free (self->title);
  g_free (self->before);
  g_free (self->after);
  kladka_words_unref (self->words);
  g_free (self);
}

static void
compare (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Comparing *self = data;

  g_task_return_pointer (
      task,
      kladka_differences_dup_table (self->older, self->newer, self->title, self->before, self->after, self->words),
      (GDestroyNotify)kladka_table_unref);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  const Comparing *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (KladkaTable) table = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkWindow *parent = GTK_WINDOW (source);

  if (!gtk_widget_get_realized (GTK_WIDGET (parent)))
    return;
  if (kladka_table_get_n_rows (table) == 0)
    kladka_message_show (parent, self->title, _ ("Nothing differs."));
  else
    gtk_window_present (GTK_WINDOW (kladka_table_window_new (parent, table, self->words)));
}

void
kladka_compare_show (const KladkaComparison *comparison, GtkWindow *parent, KladkaWords *words)
{
  g_autoptr (GTask) task = g_task_new (parent, NULL, compared_cb, NULL);
  Comparing *self = g_new (Comparing, 1);

  *self = (Comparing){ kladka_plan_ref (comparison->older), kladka_plan_ref (comparison->newer),
                       g_strdup (comparison->title),        g_strdup (comparison->before),
                       g_strdup (comparison->after),        kladka_words_ref (words) };
  g_task_set_task_data (task, self, free_comparing);
  g_task_run_in_thread (task, compare);
}
