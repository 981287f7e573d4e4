/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-journal.h"

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-step-rows.h"

#define SHOWN_CHANGES_MAX 200

/* @origin is the number of the step that was no undoing and no redoing. */
typedef struct {
  gint64 seq;
  gint64 origin;
  char *id;
} Entry;

typedef struct {
  GArray *entries; /* Entry, the top last */
  KladkaStep *origin;
  gint64 origin_seq; /* of @origin, which is read when asked for */
} Stack;

struct _KladkaJournal {
  KladkaSession *session;
  char *head;
  gint64 head_seq;
  gint64 head_time;
  Stack undo;
  Stack redo;
};

static void
clear_entry_cb (gpointer data)
{
  g_free (((Entry *)data)->id);
}

static void
init_stack (Stack *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry_cb);
}

static void
clear_stack (Stack *self)
{
  g_array_unref (self->entries);
  g_clear_pointer (&self->origin, kladka_step_unref);
}

static const Entry *
peek (const Stack *self)
{
  return self->entries->len > 0 ? &g_array_index (self->entries, Entry, self->entries->len - 1) : NULL;
}

static void
push (Stack *self, gint64 seq, gint64 origin, const char *id)
{
  Entry entry = { seq, origin, g_strdup (id) };
  g_array_append_val (self->entries, entry);
}

/* Takes the step off one stack if it lies on top there, and puts the one that undoes it on the other. */
static gboolean
cross (Stack *from, Stack *to, gint64 seq, const KladkaStep *step)
{
  const Entry *top = peek (from);
  if (top == NULL || !g_str_equal (top->id, kladka_step_get_undoes (step)))
    return FALSE;
  push (to, seq, top->origin, kladka_step_get_id (step));
  g_array_set_size (from->entries, from->entries->len - 1);
  return TRUE;
}

void
kladka_journal_note (KladkaJournal *self, const KladkaStep *step)
{
  gint64 seq = ++self->head_seq;
  gboolean first = self->head == NULL;
  g_free (self->head);
  self->head = g_strdup (kladka_step_get_id (step));
  self->head_time = kladka_step_get_time (step);
  if (kladka_step_get_undoes (step) != NULL
      && (cross (&self->undo, &self->redo, seq, step) || cross (&self->redo, &self->undo, seq, step)))
    return;
  /* The first step is the plan itself: nothing would be left without it. */
  if (!first)
    push (&self->undo, seq, seq, kladka_step_get_id (step));
  g_array_set_size (self->redo.entries, 0);
}

typedef struct {
  KladkaJournal *journal;
  KladkaStatement *steps;
  KladkaStatement *changes;
  gboolean more; /* a row of changes is at hand */
  GHashTable *seen;
  GString *scratch;
} Loading;

static gboolean
refuse (const char *id, GError **error)
{
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("The history of the plan is damaged at step “%s”."), id);
  return FALSE;
}

static gboolean
load_changes (Loading *self, KladkaStepBuilder *builder, gint64 seq, GError **error)
{
  KladkaSession *session = self->journal->session;
  while (self->more && sqlite3_column_int64 (self->changes, 0) == seq)
    if ((!kladka_step_rows_look_sound (self->changes, self->scratch)
         && !kladka_step_rows_add (builder, self->changes, error))
        || !kladka_session_next (session, self->changes, &self->more, error))
      return FALSE;
  return TRUE;
}

/* Steps are numbered from 1 and follow each other; what one takes back came before it. */
static gboolean
check_place (Loading *self, const KladkaStep *step, gint64 seq, GError **error)
{
  const char *id = kladka_step_get_id (step);
  const char *undoes = kladka_step_get_undoes (step);
  gboolean sound = seq == self->journal->head_seq + 1 && !g_hash_table_contains (self->seen, id)
                   && g_strcmp0 (kladka_step_get_parent (step), self->journal->head) == 0
                   && (undoes == NULL || g_hash_table_contains (self->seen, undoes));
  return sound || refuse (id, error);
}

static gboolean
load_step (Loading *self, GError **error)
{
  gint64 seq = sqlite3_column_int64 (self->steps, 0);
  g_autoptr (KladkaStepBuilder) builder = kladka_step_rows_begin (self->steps, error);
  if (builder == NULL || !load_changes (self, builder, seq, error))
    return FALSE;
  g_autoptr (KladkaStep) step = kladka_step_builder_end (g_steal_pointer (&builder));
  if (!check_place (self, step, seq, error))
    return FALSE;
  g_hash_table_add (self->seen, g_strdup (kladka_step_get_id (step)));
  kladka_journal_note (self->journal, step);
  return TRUE;
}

static gboolean
load (Loading *self, GCancellable *cancellable, GError **error)
{
  KladkaSession *session = self->journal->session;
  gboolean row;
  if (!kladka_session_next (session, self->changes, &self->more, error))
    return FALSE;
  while (kladka_session_next (session, self->steps, &row, error))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!row)
        return !self->more || refuse ("?", error);
      if (!load_step (self, error))
        return FALSE;
    }
  return FALSE;
}

/* No step changes a record twice. */
static gboolean
check_once (KladkaSession *session, GError **error)
{
  g_autoptr (KladkaStatement) twice = kladka_session_prepare (
      session,
      "SELECT \"id\" FROM (SELECT \"id\", count(*) AS \"n\" FROM \"change\" GROUP BY \"id\", \"step\") WHERE \"n\">1",
      error);
  gboolean row;
  if (twice == NULL || !kladka_session_next (session, twice, &row, error))
    return FALSE;
  return !row || refuse ("?", error);
}

KladkaJournal *
kladka_journal_new (KladkaSession *session, GCancellable *cancellable, GError **error)
{
  g_autoptr (KladkaJournal) self = g_new0 (KladkaJournal, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->session = session;
  init_stack (&self->undo);
  init_stack (&self->redo);
  g_autoptr (KladkaStatement) steps =
      kladka_session_prepare (session, "SELECT " KLADKA_STEP_COLUMNS " FROM \"step\" ORDER BY \"seq\"", error);
  if (steps == NULL)
    return NULL;
  g_autoptr (KladkaStatement) changes = kladka_session_prepare (
      session, "SELECT " KLADKA_CHANGE_COLUMNS " FROM \"change\" ORDER BY \"step\", \"ordinal\"", error);
  if (changes == NULL)
    return NULL;
  g_autoptr (GString) scratch = g_string_new (NULL);
  Loading loading = { self, steps, changes, FALSE, seen, scratch };
  return load (&loading, cancellable, error) && check_once (session, error) ? g_steal_pointer (&self) : NULL;
}

void
kladka_journal_free (KladkaJournal *self)
{
  clear_stack (&self->undo);
  clear_stack (&self->redo);
  g_free (self->head);
  g_free (self);
}

const char *
kladka_journal_get_head (KladkaJournal *self)
{
  return self->head;
}

gint64
kladka_journal_get_head_time (KladkaJournal *self)
{
  return self->head_time;
}

guint
kladka_journal_count_since (KladkaJournal *self, const char *id, GError **error)
{
  g_autoptr (KladkaStatement) statement =
      kladka_session_prepare (self->session, "SELECT \"seq\" FROM \"step\" WHERE \"id\"=?", error);
  gboolean row = FALSE;
  if (statement == NULL)
    return 0;
  kladka_statement_bind_text (statement, 1, id);
  if (!kladka_session_next (self->session, statement, &row, error))
    return 0;
  return self->head_seq - (row ? sqlite3_column_int64 (statement, 0) : 0);
}

gboolean
kladka_journal_write (KladkaJournal *self, const KladkaStep *step, GError **error)
{
  return kladka_step_rows_write (self->session, self->head_seq + 1, step, error);
}

static KladkaStep *
read_top (KladkaJournal *self, const Stack *stack, GError **error)
{
  const Entry *top = peek (stack);
  return top != NULL ? kladka_step_rows_read (self->session, top->seq, KLADKA_STEP_WHOLE, error) : NULL;
}

KladkaStep *
kladka_journal_read_undo (KladkaJournal *self, GError **error)
{
  return read_top (self, &self->undo, error);
}

KladkaStep *
kladka_journal_read_redo (KladkaJournal *self, GError **error)
{
  return read_top (self, &self->redo, error);
}

static const KladkaStep *
get_origin (KladkaJournal *self, Stack *stack)
{
  const Entry *top = peek (stack);
  if (top != NULL && stack->origin != NULL && stack->origin_seq == top->origin)
    return stack->origin;
  g_clear_pointer (&stack->origin, kladka_step_unref);
  if (top == NULL)
    return NULL;
  stack->origin = kladka_step_rows_read (self->session, top->origin, (KladkaStepPart){ NULL, SHOWN_CHANGES_MAX }, NULL);
  stack->origin_seq = top->origin;
  return stack->origin;
}

const KladkaStep *
kladka_journal_get_undo_origin (KladkaJournal *self)
{
  return get_origin (self, &self->undo);
}

const KladkaStep *
kladka_journal_get_redo_origin (KladkaJournal *self)
{
  return get_origin (self, &self->redo);
}

static gboolean
list_rows (KladkaJournal *self, KladkaStatement *numbers, const char *record_id, GPtrArray *steps, GError **error)
{
  KladkaStepPart part = { record_id, G_MAXUINT };
  gboolean row;
  while (kladka_session_next (self->session, numbers, &row, error))
    {
      if (!row)
        return TRUE;
      KladkaStep *step = kladka_step_rows_read (self->session, sqlite3_column_int64 (numbers, 0), part, error);
      if (step == NULL)
        return FALSE;
      g_ptr_array_add (steps, step);
    }
  return FALSE;
}

GPtrArray *
kladka_journal_list (KladkaJournal *self, const char *record_id, guint max, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify)kladka_step_unref);
  const char *sql = record_id != NULL
                        ? "SELECT DISTINCT \"step\" FROM \"change\" WHERE \"id\"=?2 ORDER BY 1 DESC LIMIT ?1"
                        : "SELECT \"seq\" FROM \"step\" ORDER BY 1 DESC LIMIT ?1";
  g_autoptr (KladkaStatement) numbers = kladka_session_prepare (self->session, sql, error);
  if (numbers == NULL)
    return NULL;
  sqlite3_bind_int64 (numbers, 1, max);
  if (record_id != NULL)
    kladka_statement_bind_text (numbers, 2, record_id);
  return list_rows (self, numbers, record_id, steps, error) ? g_steal_pointer (&steps) : NULL;
}
