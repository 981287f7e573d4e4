/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-oscal-private.h"

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-json-scan.h"

#include <json-glib/json-glib.h>

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* Borrowed; NULL where it is missing, empty or no text. */
static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text = NULL;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);
  return text != NULL && *text != '\0' ? text : NULL;
}

static gboolean
says (JsonObject *object, const char *name, const char *value)
{
  return g_strcmp0 (get_text (object, name), value) == 0;
}

/* The first object of the array @list whose name is @name; without a class of its own where @plain. */
static JsonObject *
find_named (JsonObject *object, const char *list, const char *name, gboolean plain)
{
  JsonArray *array = get_array (object, list);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *candidate = get_object (json_array_get_element (array, i));

      if (candidate != NULL && says (candidate, "name", name) && (!plain || get_text (candidate, "class") == NULL))
        return candidate;
    }
  return NULL;
}

static gboolean
has_more (JsonObject *object)
{
  static const char *const known[] = { "id", "class", "title", "props", "groups", "controls", NULL };
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *at = names; at != NULL; at = at->next)
    if (!g_strv_contains (known, at->data))
      return TRUE;
  return FALSE;
}

static void
add_item (GArray *items, JsonObject *object, int parent, gboolean is_control)
{
  KladkaOscalItem item = { .parent = parent, .is_control = is_control };
  JsonObject *label = find_named (object, "props", "label", TRUE);
  JsonObject *status = find_named (object, "props", "status", FALSE);
  JsonObject *statement = find_named (object, "parts", "statement", FALSE);
  const char *id = get_text (object, "id");
  const char *title = get_text (object, "title");

  item.label = label != NULL ? g_strdup (get_text (label, "value")) : NULL;
  item.statement = statement != NULL ? g_strdup (get_text (statement, "prose")) : NULL;
  item.has_example = find_named (object, "parts", "example", FALSE) != NULL;
  item.has_more = has_more (object);
  item.is_withdrawn = status != NULL && says (status, "value", "withdrawn");
  if (title == NULL)
    title = item.label != NULL ? item.label : id != NULL ? id : "";
  item.title = g_strdup (title);
  item.id = g_strdup (id != NULL ? id : item.label != NULL ? item.label : title);
  g_array_append_val (items, item);
}

/* Depth is bounded by the scan before. */
static void
read_lists (GArray *items, JsonObject *object, int parent)
{
  static const char *const lists[] = { "groups", "controls" };

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    {
      JsonArray *array = get_array (object, lists[list]);

      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        {
          JsonObject *child = get_object (json_array_get_element (array, i));
          int place = items->len;

          if (child == NULL)
            continue;
          add_item (items, child, parent, list == 1);
          read_lists (items, child, place);
        }
    }
}

static JsonObject *
find_catalogue (JsonNode *root, GError **error)
{
  JsonObject *object = get_object (root);
  JsonObject *catalogue = object != NULL ? get_object (json_object_get_member (object, "catalog")) : NULL;

  if (catalogue == NULL)
    g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED,
                         _ ("This is not an OSCAL catalogue: it has no “catalog”."));
  return catalogue;
}

static KladkaDrafts *
read_catalogue (JsonObject *catalogue)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (KladkaOscalItem));
  JsonObject *metadata = get_object (json_object_get_member (catalogue, "metadata"));
  const char *title = metadata != NULL ? get_text (metadata, "title") : NULL;

  g_array_set_clear_func (items, kladka_oscal_item_clear);
  read_lists (items, catalogue, -1);
  return kladka_oscal_make_drafts (items, title != NULL ? title : "OSCAL", NULL);
}

KladkaDrafts *
kladka_oscal_read_json (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  JsonObject *catalogue;

  if (!kladka_json_scan (bytes, NULL, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &local))
    {
      g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("Line %u: this is not valid JSON."),
                   json_parser_get_current_line (parser));
      return NULL;
    }
  catalogue = find_catalogue (json_parser_get_root (parser), error);
  return catalogue != NULL ? read_catalogue (catalogue) : NULL;
}
