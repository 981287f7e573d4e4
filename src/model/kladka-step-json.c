/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The journal's text of a change, and steps rebuilt from it. The text may come from a hostile file. */

#include <string.h>

#include "kladka-edit-private.h"
#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-id.h"
#include "kladka-value-json.h"

#define JSON_BYTES_MAX (16 * 1024 * 1024)
#define JSON_DEPTH_MAX 4 /* cells, old and new, a list or an object */

struct _KladkaStepBuilder {
  KladkaStep *step;
  GHashTable *seen; /* (element-type utf8): ids, the step's own */
};

char *
kladka_change_dup_cells_json (const KladkaChange *self)
{
  const KladkaTypeInfo *info = kladka_type_get (self->type);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  json_node_take_object (root, object);
  for (guint i = 0; i < self->n_cells; i++)
    {
      const KladkaCell *cell = &info->cells[self->cells[i].cell];
      JsonArray *pair = json_array_sized_new (2);
      json_array_add_element (pair, kladka_value_to_json (&self->cells[i].before, cell));
      json_array_add_element (pair, kladka_value_to_json (&self->cells[i].after, cell));
      json_object_set_array_member (object, cell->name, pair);
    }
  return json_to_string (root, FALSE);
}

KladkaStepBuilder *
kladka_step_builder_new (const char *id, const KladkaStepInfo *info)
{
  KladkaStepBuilder *self = g_new0 (KladkaStepBuilder, 1);
  self->step = kladka_step_new_bare (id, info);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
kladka_step_builder_free (KladkaStepBuilder *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->seen);
  kladka_step_unref (self->step);
  g_free (self);
}

KladkaStep *
kladka_step_builder_end (KladkaStepBuilder *self)
{
  KladkaStep *step = g_steal_pointer (&self->step);
  kladka_step_builder_free (self);
  return step;
}

static const char *
skip_string (const char *at)
{
  while (*at != '\0' && *at != '"')
    at += at[0] == '\\' && at[1] != '\0' ? 2 : 1;
  return at;
}

/* json-glib takes comments and assignments, recurses without an end and lets a later member of one name win: so a look
 * at the bytes comes first. Outside strings only what plain JSON has may stand. */
static gboolean
is_plain_json (const char *json, guint *ret_n_members)
{
  int depth = 0;
  guint n_members = 0;
  if (strlen (json) > JSON_BYTES_MAX || !g_utf8_validate (json, -1, NULL))
    return FALSE;
  for (const char *at = json; *at != '\0'; at++)
    {
      if (*at == '"')
        at = skip_string (at + 1);
      else if (*at == '{' || *at == '[')
        depth++;
      else if (*at == '}' || *at == ']')
        depth--;
      else if (*at == ':')
        n_members++;
      else if (strchr (" \t\r\n,-+.0123456789truefalsnE", *at) == NULL)
        return FALSE;
      if (*at == '\0' || depth > JSON_DEPTH_MAX || depth < 0)
        return FALSE;
      if (depth == 0 && strchr (" \t\r\n", *at) == NULL && at[1 + strspn (at + 1, " \t\r\n")] != '\0')
        return FALSE; /* something before or behind the one object */
    }
  *ret_n_members = n_members;
  return depth == 0;
}

static gboolean
read_pair (JsonNode *node, const KladkaCell *cell, KladkaCellChange *change, guint *n_members)
{
  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 2)
    return FALSE;
  JsonArray *pair = json_node_get_array (node);
  return kladka_value_from_json (json_array_get_element (pair, 0), cell, &change->before, n_members)
         && kladka_value_from_json (json_array_get_element (pair, 1), cell, &change->after, n_members);
}

static gboolean
read_cells (JsonObject *object, const KladkaTypeInfo *info, gboolean creates, GArray *cells, guint *n_members)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      int cell = kladka_type_find_cell (info, name);
      if (cell < 0)
        return FALSE;
      kladka_cell_changes_take (cells, cell, KLADKA_VALUE_INIT, KLADKA_VALUE_INIT);
      KladkaCellChange *change = &g_array_index (cells, KladkaCellChange, cells->len - 1);
      if (!read_pair (node, &info->cells[cell], change, n_members))
        return FALSE;
      if (creates && kladka_value_is_set (&change->before))
        return FALSE;
    }
  *n_members += json_object_get_size (object);
  g_array_sort (cells, kladka_cell_change_compare);
  return TRUE;
}

static gboolean
parse_cells (const char *json, const KladkaTypeInfo *info, gboolean creates, GArray *cells)
{
  guint n_said, n_read = 0;
  if (!is_plain_json (json, &n_said))
    return FALSE;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, json, -1, NULL))
    return FALSE;
  JsonNode *root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root)
         && read_cells (json_node_get_object (root), info, creates, cells, &n_read) && n_said == n_read;
}

gboolean
kladka_step_builder_add (KladkaStepBuilder *self,
                         KladkaType type,
                         const char *id,
                         gboolean creates,
                         const char *cells_json,
                         GError **error)
{
  g_autoptr (GArray) cells = kladka_cell_changes_new ();
  gboolean known = type > KLADKA_TYPE_NONE && type < KLADKA_N_TYPES && id != NULL && kladka_id_is_valid (id);
  if (!known || cells_json == NULL || g_hash_table_contains (self->seen, id)
      || !parse_cells (cells_json, kladka_type_get (type), creates, cells))
    {
      g_autofree char *shown = kladka_text_dup_shown (kladka_step_get_id (self->step), 80);
      g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("The history of the plan is damaged at step “%s”."),
                   shown);
      return FALSE;
    }
  kladka_step_take_change (self->step, type, id, creates, g_steal_pointer (&cells));
  guint n = kladka_step_get_n_changes (self->step);
  g_hash_table_add (self->seen, (gpointer)kladka_step_get_change (self->step, n - 1)->id);
  return TRUE;
}
