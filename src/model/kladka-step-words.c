/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps and changes as sentences. Arguments may come from a foreign file: too few or strange ones give a plainer
 * sentence. */

#include <string.h>

#include "kladka-edit.h"
#include "kladka-format.h"

#define SHOWN_MAX 160

typedef struct {
  const char *verb;
  const char *format; /* message id: what was changed follows */
} VerbWords;

static const VerbWords verb_words[] = {
  { KLADKA_VERB_ADD, KN_ ("Added: %s") },        { KLADKA_VERB_EDIT, KN_ ("Changed: %s") },
  { KLADKA_VERB_MOVE, KN_ ("Moved: %s") },       { KLADKA_VERB_DELETE, KN_ ("Deleted: %s") },
  { KLADKA_VERB_RESTORE, KN_ ("Restored: %s") },
};

/* At most so many letters, on one line. */
static char *
dup_short (const char *text)
{
  char *copy = g_utf8_strlen (text, -1) <= SHOWN_MAX ? g_strdup (text) : NULL;
  if (copy == NULL)
    {
      g_autofree char *head = g_utf8_substring (text, 0, SHOWN_MAX);
      copy = g_strconcat (head, "…", NULL);
    }
  return g_strdelimit (copy, "\n\t", ' ');
}

/* "Need N-012" or "Need N-012, Wanted until". */
static char *
dup_object (const char *const *args, guint n_args, const KladkaWords *words)
{
  const KladkaTypeInfo *info = n_args > 0 ? kladka_type_find (args[0]) : NULL;
  g_autoptr (GString) object = g_string_new (NULL);
  if (info != NULL)
    g_string_append (object, kladka_words_get_c (words, "type", info->label));
  if (n_args > 1)
    {
      g_autofree char *shown = kladka_text_dup_shown (args[1], SHOWN_MAX);
      g_string_append_printf (object, "%s%s", object->len > 0 ? " " : "", shown);
    }
  int cell = info != NULL && n_args > 2 ? kladka_type_find_cell (info, args[2]) : -1;
  if (cell >= 0)
    {
      g_autofree char *label = kladka_cell_dup_label (&info->cells[cell], words);
      g_string_append_printf (object, ", %s", label);
    }
  return g_strdup (object->str);
}

static char *
dup_import (const char *const *args, guint n_args, const KladkaWords *words)
{
  guint64 n = 0;
  if (n_args < 2 || !g_ascii_string_to_unsigned (args[1], 10, 0, G_MAXINT32, &n, NULL))
    return g_strdup (kladka_words_get (words, "Imported a file"));
  g_autofree char *file = kladka_text_dup_shown (args[0], SHOWN_MAX);
  g_autofree char *count =
      g_strdup_printf (kladka_words_get_n (words, "%lu record", "%lu records", (gulong)n), (gulong)n);
  return g_strdup_printf ("%s: %s, %s", kladka_words_get (words, "Imported"), file, count);
}

static char *
dup_verb (const char *verb, const char *const *args, guint n_args, const KladkaWords *words)
{
  if (g_str_equal (verb, KLADKA_VERB_NEW_PLAN))
    return g_strdup (kladka_words_get (words, "New plan"));
  if (g_str_equal (verb, KLADKA_VERB_IMPORT))
    return dup_import (args, n_args, words);
  for (guint i = 0; i < G_N_ELEMENTS (verb_words); i++)
    if (g_str_equal (verb, verb_words[i].verb))
      {
        g_autofree char *object = dup_object (args, n_args, words);
        g_auto (GStrv) halves = g_strsplit (kladka_words_get (words, verb_words[i].format), "%s", 2);
        return g_strjoinv (object, halves);
      }
  return g_strdup (kladka_words_get (words, "Changed the plan"));
}

char *
kladka_step_dup_sentence (const KladkaStep *self, const KladkaWords *words)
{
  const char *verb = kladka_step_get_verb (self);
  const char *const *args = kladka_step_get_args (self);
  guint n_args = g_strv_length ((char **)args);
  gboolean redo = g_str_equal (verb, KLADKA_VERB_REDO);
  if (!redo && !g_str_equal (verb, KLADKA_VERB_UNDO))
    return dup_verb (verb, args, n_args, words);
  g_autofree char *inner = n_args > 0 ? dup_verb (args[0], args + 1, n_args - 1, words) : g_strdup ("");
  return redo ? g_strdup_printf (kladka_words_get (words, "Redone: “%s”"), inner)
              : g_strdup_printf (kladka_words_get (words, "Undone: “%s”"), inner);
}

static char *
dup_side (const KladkaValue *value, const KladkaCell *cell, const KladkaPlan *plan, const KladkaWords *words)
{
  if (!kladka_value_is_set (value))
    return g_strdup (kladka_words_get_c (words, "history", "empty"));
  g_autofree char *shown = kladka_cell_dup_shown (cell, value, plan, words);
  return dup_short (shown);
}

char *
kladka_cell_change_dup_words (const KladkaCellChange *self,
                              KladkaType type,
                              const KladkaPlan *plan,
                              const KladkaWords *words)
{
  const KladkaCell *cell = &kladka_type_get (type)->cells[self->cell];
  g_autofree char *label = kladka_cell_dup_label (cell, words);
  g_autofree char *before = dup_side (&self->before, cell, plan, words);
  g_autofree char *after = dup_side (&self->after, cell, plan, words);
  return g_strdup_printf ("%s: %s → %s", label, before, after);
}
