/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-draft.h"

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-id.h"
#include "kladka-json-scan.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define FORMAT_NAME "kladka-plan"
#define FORMAT_VERSION 1
#define EXACT_MAX 9007199254740992.0 /* up to here a double tells whole numbers apart */

typedef struct {
  KladkaDrafts *drafts;
  GArray *lines; /* of the records, in the order of the file */
  guint n_seen;
} Reader;

/* The member where it is a value of @type; the library's own getters complain of what is none. */
static JsonNode *
get_value (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type ? node : NULL;
}

static void
add_problem (Reader *self, KladkaType type, guint line, char *take_text)
{
  kladka_problems_add (self->drafts->problems, KLADKA_SEVERITY_ERROR, type, NULL, -1, line, take_text);
}

/* A whole number may also be written 1.0 or 1e3, as far as that is exact. */
static gboolean
get_whole (JsonNode *node, gint64 *ret_number)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  double number = type == G_TYPE_DOUBLE ? json_node_get_double (node) : 0.5;

  if (type == G_TYPE_INT64)
    *ret_number = json_node_get_int (node);
  else if (ABS (number) <= EXACT_MAX && number == (double)(gint64)number)
    *ret_number = (gint64)number;
  else
    return FALSE;
  return TRUE;
}

/* With the first of @separators between them; none may hold any of these. Only ids where @ids. */
static char *
join_array (JsonArray *array, const char *separators, gboolean ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return NULL;
      if (strpbrk (json_node_get_string (node), separators) != NULL || *json_node_get_string (node) == '\0'
          || (ids && !kladka_id_is_valid (json_node_get_string (node))))
        return NULL;
      if (i > 0)
        g_string_append_c (text, *separators);
      g_string_append (text, json_node_get_string (node));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_object (JsonObject *object)
{
  g_autoptr (GString) text = g_string_new (NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      gint64 number;

      if (!get_whole (node, &number))
        return NULL;
      g_string_append_printf (text, "%s%s=%" G_GINT64_FORMAT, text->len > 0 ? " " : "", name, number);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_scalar (JsonNode *node, KladkaKind kind, guint part)
{
  GType type = json_node_get_value_type (node);
  gboolean wants_number =
      kind == KLADKA_KIND_INTEGER || kind == KLADKA_KIND_DECIMAL || (kind == KLADKA_KIND_MONEY && part == 0);
  gint64 number;

  if (kind == KLADKA_KIND_BOOL)
    return type == G_TYPE_BOOLEAN ? g_strdup (json_node_get_boolean (node) ? "1" : "0") : NULL;
  if (wants_number)
    return get_whole (node, &number) ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
  if (type != G_TYPE_STRING || (kind == KLADKA_KIND_REF && !kladka_id_is_valid (json_node_get_string (node))))
    return NULL;
  return json_node_dup_string (node);
}

/* A member as the file form of its column; NULL where it is of the wrong kind. */
static char *
dup_column (JsonNode *node, const KladkaField *field, guint part)
{
  switch (field->kind)
    {
    case KLADKA_KIND_SET:
      return JSON_NODE_HOLDS_ARRAY (node) ? join_array (json_node_get_array (node), " ", FALSE) : NULL;
    case KLADKA_KIND_TAGS:
    case KLADKA_KIND_REFS:
      return JSON_NODE_HOLDS_ARRAY (node)
                 ? join_array (json_node_get_array (node), ",;", field->kind == KLADKA_KIND_REFS)
                 : NULL;
    case KLADKA_KIND_NUMBERS:
      return JSON_NODE_HOLDS_OBJECT (node) ? join_object (json_node_get_object (node)) : NULL;
    default:
      return JSON_NODE_HOLDS_VALUE (node) ? dup_scalar (node, field->kind, part) : NULL;
    }
}

/* The other part of the same cell, wherever in the record it stood. */
static KladkaDraftCell *
find_other_part (KladkaDraft *draft, guint cell)
{
  for (guint i = 0; i < draft->cells->len; i++)
    {
      KladkaDraftCell *entry = &g_array_index (draft->cells, KladkaDraftCell, i);

      if (entry->cell == cell)
        return entry;
    }
  return NULL;
}

/* Both parts of an amount stand in one cell of a draft: "120000 EUR". */
static void
set_column (KladkaDraft *draft, const KladkaTypeInfo *info, guint column, const char *text, guint line)
{
  const KladkaColumn *source = &info->columns[column];
  KladkaDraftCell *other = find_other_part (draft, source->cell);
  g_autofree char *before = NULL;

  if (other == NULL)
    {
      kladka_draft_set (draft, info->cells[source->cell].name, text, TRUE, line);
      return;
    }
  before = g_steal_pointer (&other->text);
  other->text = source->part == 0 ? g_strdup_printf ("%s %s", text, before) : g_strdup_printf ("%s %s", before, text);
}

static gboolean
read_members (Reader *self, JsonObject *object, KladkaDraft *draft, const KladkaTypeInfo *info)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      int column = kladka_type_find_column (info, name);
      g_autofree char *text = NULL;
      g_autofree char *shown = kladka_text_dup_shown (name, 60);

      if (g_str_equal (name, "id"))
        continue;
      if (column < 0)
        {
          add_problem (
              self, info->type, draft->line,
              g_strdup_printf (_ ("The record has a field “%s” that Kladka does not know, and is left out."), shown));
          return FALSE;
        }
      text = dup_column (node, info->cells[info->columns[column].cell].field, info->columns[column].part);
      /* What is empty is absent in a plan of ours. */
      if (text == NULL || *text == '\0')
        {
          add_problem (
              self, info->type, draft->line,
              g_strdup_printf (_ ("The content of “%s” is of the wrong kind; the record is left out."), shown));
          return FALSE;
        }
      set_column (draft, info, column, text, draft->line);
    }
  return TRUE;
}

static void
read_record (Reader *self, JsonNode *node, const KladkaTypeInfo *info)
{
  guint line = self->n_seen < self->lines->len ? g_array_index (self->lines, guint, self->n_seen) : 0;
  JsonObject *object;
  JsonNode *id;
  KladkaDraft *draft;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      add_problem (self, info->type, 0,
                   g_strdup (_ ("A record is expected here and something else was found; it is left out.")));
      return;
    }
  self->n_seen++;
  object = json_node_get_object (node);
  id = get_value (object, "id", G_TYPE_STRING);
  draft = kladka_drafts_add (self->drafts, info->type, id != NULL ? json_node_get_string (id) : NULL, line);
  if (draft->id == NULL)
    add_problem (self, info->type, line, g_strdup (_ ("The record has no id and is left out.")));
  if (draft->id == NULL || !read_members (self, object, draft, info))
    g_ptr_array_set_size (self->drafts->drafts, self->drafts->drafts->len - 1);
}

static void
read_records (Reader *self, JsonArray *array, const KladkaTypeInfo *info)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    read_record (self, json_array_get_element (array, i), info);
}

/* The lines of what is passed over are passed over too. */
static void
skip_records (Reader *self, JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  self->n_seen += JSON_NODE_HOLDS_OBJECT (node);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    self->n_seen += JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i));
}

static gboolean
is_about_file (const char *name)
{
  static const char *const names[] = { "format", "version", "ceiling", "note", "$schema", NULL };

  return g_strv_contains (names, name);
}

/* Format and version were looked at before all else; the others are texts. */
static gboolean
is_well_said (JsonObject *root, const char *name)
{
  JsonNode *node = get_value (root, name, G_TYPE_STRING);
  const char *text = node != NULL ? json_node_get_string (node) : NULL;
  KladkaMarking marking;

  if (g_str_equal (name, "ceiling"))
    return text != NULL && kladka_marking_parse (text, &marking)
           && g_str_equal (text, kladka_marking_get_label (marking));
  return text != NULL || g_str_equal (name, "version");
}

static void
read_plan (Reader *self, JsonObject *root)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const KladkaTypeInfo *info = kladka_type_find (name);
      g_autofree char *shown = kladka_text_dup_shown (name, 60);

      if (is_about_file (name) && is_well_said (root, name))
        continue;
      if (info != NULL && info->type == KLADKA_TYPE_PLAN)
        read_record (self, node, info);
      else if (info != NULL && g_str_equal (info->plural, name) && JSON_NODE_HOLDS_ARRAY (node))
        read_records (self, json_node_get_array (node), info);
      else
        {
          skip_records (self, node);
          add_problem (self, KLADKA_TYPE_NONE, 0,
                       is_about_file (name)
                           ? g_strdup_printf (_ ("The content of “%s” is of the wrong kind and is left out."), shown)
                           : g_strdup_printf (_ ("“%s” is not known to Kladka and is left out."), shown));
        }
    }
}

static gboolean
check_root (JsonNode *root, GError **error)
{
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *format = get_value (object, "format", G_TYPE_STRING);
  JsonNode *version = object != NULL ? json_object_get_member (object, "version") : NULL;
  gint64 number;

  if (format == NULL || !g_str_equal (json_node_get_string (format), FORMAT_NAME))
    {
      g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED,
                           _ ("This JSON file is not a Kladka plan: it does not say \"format\": \"kladka-plan\"."));
      return FALSE;
    }
  if (version != NULL && get_whole (version, &number) && number == FORMAT_VERSION)
    return TRUE;
  g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_TOO_NEW,
                       _ ("The file was written by a newer Kladka. Update the program to read it."));
  return FALSE;
}

KladkaDrafts *
kladka_json_read (GBytes *bytes, const KladkaReadOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) lines = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (KladkaDrafts) drafts = NULL;
  g_autoptr (GError) local = NULL;
  Reader reader;

  if (!kladka_json_scan (bytes, &lines, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &local))
    {
      g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("Line %u: this is not valid JSON."),
                   json_parser_get_current_line (parser));
      return NULL;
    }
  if (!check_root (json_parser_get_root (parser), error))
    return NULL;
  drafts = kladka_drafts_new (_ ("Kladka plan as JSON"));
  reader = (Reader){ .drafts = drafts, .lines = lines };
  read_plan (&reader, json_node_get_object (json_parser_get_root (parser)));
  return g_steal_pointer (&drafts);
}
