/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-step-rows.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "kladka-cells-scan.h"
#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-id.h"

#define ARGS_BYTES_MAX 65536
#define AUTHOR_BYTES_MAX 4096
#define VERB_BYTES_MAX 64

enum { STEP_SEQ, STEP_ID, STEP_PARENT, STEP_TIME, STEP_AUTHOR, STEP_VERB, STEP_ARGS, STEP_UNDOES };
enum { CHANGE_STEP, CHANGE_ORDINAL, CHANGE_TYPE, CHANGE_ID, CHANGE_CREATES, CHANGE_CELLS };

static char *
dup_args_json (const char *const *args)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), array);
  for (guint i = 0; args[i] != NULL; i++)
    json_array_add_string_element (array, args[i]);
  return json_to_string (node, FALSE);
}

/* json-glib recurses without an end: so only what a flat list of texts is made of goes to it. */
static gboolean
is_flat_list (const char *json)
{
  gboolean inside = FALSE;
  if (json[0] != '[' || strlen (json) > ARGS_BYTES_MAX || !g_utf8_validate (json, -1, NULL))
    return FALSE;
  for (const char *at = json + 1; *at != '\0'; at++)
    {
      if (*at == '"')
        inside = !inside;
      else if (inside && *at == '\\' && at[1] != '\0')
        at++;
      else if (!inside && *at == ']')
        return at[1] == '\0';
      else if (!inside && *at != ',' && *at != ' ')
        return FALSE;
    }
  return FALSE;
}

static char **
parse_args (const char *json)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (JsonNode) node = json != NULL && is_flat_list (json) ? json_from_string (json, NULL) : NULL;
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  JsonArray *array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = json_array_get_string_element (array, i);
      if (!kladka_text_is_clean (text, -1, ARGS_BYTES_MAX, TRUE))
        return NULL;
      g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

static gpointer
refuse (const char *id, GError **error)
{
  g_autofree char *shown = kladka_text_dup_shown (id != NULL ? id : "?", KLADKA_ID_MAX);
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("The history of the plan is damaged at step “%s”."),
               shown);
  return NULL;
}

static gboolean
is_id_or_null (const char *id)
{
  return id == NULL || kladka_id_is_valid (id);
}

static gboolean
get_texts (KladkaStatement *row, int first, int last, const char **ret_texts)
{
  for (int column = first; column <= last; column++)
    if (!kladka_statement_get_text (row, column, &ret_texts[column]))
      return FALSE;
  return TRUE;
}

KladkaStepBuilder *
kladka_step_rows_begin (KladkaStatement *row, GError **error)
{
  const char *texts[STEP_UNDOES + 1] = { NULL };
  if (!get_texts (row, STEP_ID, STEP_PARENT, texts) || !get_texts (row, STEP_AUTHOR, STEP_UNDOES, texts)
      || texts[STEP_ID] == NULL || texts[STEP_AUTHOR] == NULL || texts[STEP_VERB] == NULL)
    return refuse (texts[STEP_ID], error);
  g_auto (GStrv) args = parse_args (texts[STEP_ARGS]);
  gboolean sound = args != NULL && kladka_id_is_valid (texts[STEP_ID]) && is_id_or_null (texts[STEP_PARENT])
                   && is_id_or_null (texts[STEP_UNDOES])
                   && kladka_text_is_clean (texts[STEP_AUTHOR], -1, AUTHOR_BYTES_MAX, FALSE)
                   && kladka_text_is_clean (texts[STEP_VERB], -1, VERB_BYTES_MAX, FALSE);
  if (!sound)
    return refuse (texts[STEP_ID], error);
  KladkaStepInfo info = { .parent = texts[STEP_PARENT],
                          .author = texts[STEP_AUTHOR],
                          .time = sqlite3_column_int64 (row, STEP_TIME),
                          .verb = texts[STEP_VERB],
                          .args = (const char *const *)args,
                          .undoes = texts[STEP_UNDOES] };
  return kladka_step_builder_new (texts[STEP_ID], &info);
}

/* NULL where the row is none of a change. */
static const KladkaTypeInfo *
get_change (KladkaStatement *row, const char **ret_texts)
{
  gint64 creates = sqlite3_column_int64 (row, CHANGE_CREATES);
  gboolean sound = get_texts (row, CHANGE_TYPE, CHANGE_ID, ret_texts)
                   && get_texts (row, CHANGE_CELLS, CHANGE_CELLS, ret_texts) && ret_texts[CHANGE_TYPE] != NULL
                   && (creates == 0 || creates == 1);
  return sound ? kladka_type_find (ret_texts[CHANGE_TYPE]) : NULL;
}

gboolean
kladka_step_rows_add (KladkaStepBuilder *builder, KladkaStatement *row, GError **error)
{
  const char *texts[CHANGE_CELLS + 1] = { NULL };
  const KladkaTypeInfo *info = get_change (row, texts);
  KladkaType type = info != NULL ? info->type : KLADKA_TYPE_NONE;
  gboolean creates = sqlite3_column_int64 (row, CHANGE_CREATES) == 1;
  return kladka_step_builder_add (builder, type, texts[CHANGE_ID], creates, texts[CHANGE_CELLS], error);
}

gboolean
kladka_step_rows_look_sound (KladkaStatement *row, GString *scratch)
{
  const char *texts[CHANGE_CELLS + 1] = { NULL };
  const KladkaTypeInfo *info = get_change (row, texts);
  return info != NULL && texts[CHANGE_ID] != NULL && kladka_id_is_valid (texts[CHANGE_ID])
         && texts[CHANGE_CELLS] != NULL
         && kladka_cells_scan (texts[CHANGE_CELLS], info, sqlite3_column_int64 (row, CHANGE_CREATES) == 1, scratch);
}

static gboolean
add_changes (KladkaSession *session, KladkaStepBuilder *builder, gint64 seq, const char *record_id, GError **error)
{
  g_autoptr (KladkaStatement) changes =
      kladka_session_prepare (session,
                              "SELECT " KLADKA_CHANGE_COLUMNS
                              " FROM \"change\" WHERE \"step\"=?1 AND (?2 IS NULL OR \"id\"=?2) ORDER BY \"ordinal\"",
                              error);
  gboolean row;
  if (changes == NULL)
    return FALSE;
  sqlite3_bind_int64 (changes, 1, seq);
  kladka_statement_bind_text (changes, 2, record_id);
  while (kladka_session_next (session, changes, &row, error))
    if (!row)
      return TRUE;
    else if (!kladka_step_rows_add (builder, changes, error))
      return FALSE;
  return FALSE;
}

/* Counts no further than it must. */
static gboolean
has_more_changes (KladkaSession *session, gint64 seq, guint max, gboolean *ret_more, GError **error)
{
  g_autoptr (KladkaStatement) row = kladka_session_prepare (
      session, "SELECT 1 FROM \"change\" WHERE \"step\"=? ORDER BY \"ordinal\" LIMIT 1 OFFSET ?", error);
  if (row == NULL)
    return FALSE;
  sqlite3_bind_int64 (row, 1, seq);
  sqlite3_bind_int64 (row, 2, max);
  return kladka_session_next (session, row, ret_more, error);
}

static KladkaStepBuilder *
read_head (KladkaSession *session, gint64 seq, GError **error)
{
  g_autoptr (KladkaStatement) step =
      kladka_session_prepare (session, "SELECT " KLADKA_STEP_COLUMNS " FROM \"step\" WHERE \"seq\"=?", error);
  gboolean row = FALSE;
  if (step == NULL)
    return NULL;
  sqlite3_bind_int64 (step, 1, seq);
  if (!kladka_session_next (session, step, &row, error))
    return NULL;
  return row ? kladka_step_rows_begin (step, error) : refuse (NULL, error);
}

KladkaStep *
kladka_step_rows_read (KladkaSession *session, gint64 seq, KladkaStepPart part, GError **error)
{
  gboolean more = FALSE;
  g_autoptr (KladkaStepBuilder) builder = read_head (session, seq, error);
  if (builder == NULL
      || (part.max_changes != G_MAXUINT && !has_more_changes (session, seq, part.max_changes, &more, error))
      || (!more && !add_changes (session, builder, seq, part.record_id, error)))
    return NULL;
  return kladka_step_builder_end (g_steal_pointer (&builder));
}

static gboolean
write_head (KladkaSession *session, gint64 seq, const KladkaStep *step, GError **error)
{
  KladkaStatement *row = kladka_session_get (
      session, "INSERT INTO \"step\" (" KLADKA_STEP_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);
  if (row == NULL)
    return FALSE;
  g_autofree char *args = dup_args_json (kladka_step_get_args (step));
  sqlite3_bind_int64 (row, 1 + STEP_SEQ, seq);
  kladka_statement_bind_text (row, 1 + STEP_ID, kladka_step_get_id (step));
  kladka_statement_bind_text (row, 1 + STEP_PARENT, kladka_step_get_parent (step));
  sqlite3_bind_int64 (row, 1 + STEP_TIME, kladka_step_get_time (step));
  kladka_statement_bind_text (row, 1 + STEP_AUTHOR, kladka_step_get_author (step));
  kladka_statement_bind_text (row, 1 + STEP_VERB, kladka_step_get_verb (step));
  kladka_statement_bind_text (row, 1 + STEP_ARGS, args);
  kladka_statement_bind_text (row, 1 + STEP_UNDOES, kladka_step_get_undoes (step));
  return kladka_session_run (session, row, error);
}

static gboolean
write_change (KladkaSession *session, gint64 seq, guint ordinal, const KladkaChange *change, GError **error)
{
  KladkaStatement *row = kladka_session_get (
      session, "INSERT INTO \"change\" (" KLADKA_CHANGE_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?)", error);
  if (row == NULL)
    return FALSE;
  g_autofree char *cells = kladka_change_dup_cells_json (change);
  sqlite3_bind_int64 (row, 1 + CHANGE_STEP, seq);
  sqlite3_bind_int64 (row, 1 + CHANGE_ORDINAL, ordinal);
  kladka_statement_bind_text (row, 1 + CHANGE_TYPE, kladka_type_get (change->type)->name);
  kladka_statement_bind_text (row, 1 + CHANGE_ID, change->id);
  sqlite3_bind_int64 (row, 1 + CHANGE_CREATES, change->creates);
  kladka_statement_bind_text (row, 1 + CHANGE_CELLS, cells);
  return kladka_session_run (session, row, error);
}

gboolean
kladka_step_rows_write (KladkaSession *session, gint64 seq, const KladkaStep *step, GError **error)
{
  if (!write_head (session, seq, step, error))
    return FALSE;
  for (guint i = 0; i < kladka_step_get_n_changes (step); i++)
    if (!write_change (session, seq, i, kladka_step_get_change (step, i), error))
      return FALSE;
  return TRUE;
}
