/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-oscal-private.h"

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-xml-node.h"

typedef struct {
  GArray *items;
  char *title;
} Reader;

static gboolean
is_named (const xmlNode *node, const char *element, const char *attribute, const char *value)
{
  g_autofree char *said = kladka_xml_is (node, element) ? kladka_xml_dup_attribute (node, attribute) : NULL;

  return g_strcmp0 (said, value) == 0;
}

/* The label without a class of its own: the others are the same with zeros, or of the assessment. */
static char *
dup_label (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_named (child, "prop", "name", "label"))
      {
        g_autofree char *class = kladka_xml_dup_attribute (child, "class");

        if (class == NULL)
          return kladka_xml_dup_attribute (child, "value");
      }
  return NULL;
}

static gboolean
says_withdrawn (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_named (child, "prop", "name", "status") && is_named (child, "prop", "value", "withdrawn"))
      return TRUE;
  return FALSE;
}

static const xmlNode *
find_part (const xmlNode *node, const char *name)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_named (child, "part", "name", name))
      return child;
  return NULL;
}

static gboolean
has_more (const xmlNode *node)
{
  static const char *const known[] = { "title", "prop", "group", "control", NULL };

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && !g_strv_contains (known, (const char *)child->name))
      return TRUE;
  return FALSE;
}

static char *
dup_statement (const xmlNode *node)
{
  const xmlNode *part = find_part (node, "statement");
  const xmlNode *prose = part != NULL ? kladka_xml_find_child (part, "p") : NULL;

  return prose != NULL ? kladka_xml_dup_all_text (prose) : NULL;
}

/* Its place in the list. Depth is bounded by the scan before. */
static void
read_item (Reader *self, const xmlNode *node, int parent)
{
  const xmlNode *title = kladka_xml_find_child (node, "title");
  KladkaOscalItem item = { .line = kladka_xml_get_line (node), .parent = parent };
  int place = self->items->len;

  item.id = kladka_xml_dup_attribute (node, "id");
  item.title = title != NULL ? kladka_xml_dup_all_text (title) : NULL;
  item.label = dup_label (node);
  item.statement = dup_statement (node);
  item.is_control = kladka_xml_is (node, "control");
  item.has_example = find_part (node, "example") != NULL;
  item.is_withdrawn = says_withdrawn (node);
  item.has_more = has_more (node);
  if (item.title == NULL)
    item.title = g_strdup (item.label != NULL ? item.label : item.id != NULL ? item.id : "");
  if (item.id == NULL)
    item.id = g_strdup (item.label != NULL ? item.label : item.title);
  g_array_append_val (self->items, item);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (kladka_xml_is (child, "group") || kladka_xml_is (child, "control"))
      read_item (self, child, place);
}

static gboolean
read_children (Reader *self, KladkaXmlSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  xmlNode *node;

  while ((node = kladka_xml_source_read_child (source, cancellable, &local)) != NULL)
    {
      const xmlNode *title = kladka_xml_is (node, "metadata") ? kladka_xml_find_child (node, "title") : NULL;

      if (title != NULL && self->title == NULL)
        self->title = kladka_xml_dup_all_text (title);
      if (kladka_xml_is (node, "group") || kladka_xml_is (node, "control"))
        read_item (self, node, -1);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
is_catalogue (const xmlNode *root, GError **error)
{
  g_autofree char *shown = kladka_text_dup_shown ((const char *)root->name, 40);

  if (kladka_xml_is (root, "catalog"))
    return TRUE;
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED,
               _ ("This is not an OSCAL catalogue: it begins with <%s>."), shown);
  return FALSE;
}

KladkaDrafts *
kladka_oscal_read_xml (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) problems = kladka_problems_new ();
  g_autoptr (KladkaXmlSource) source = kladka_xml_source_new (bytes, problems, error);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (KladkaOscalItem));
  Reader reader = { .items = items };
  xmlNode *root = source != NULL ? kladka_xml_source_read_root (source, error) : NULL;
  KladkaDrafts *drafts = NULL;

  g_array_set_clear_func (items, kladka_oscal_item_clear);
  if (root == NULL || !is_catalogue (root, error))
    return NULL;
  if (read_children (&reader, source, cancellable, error))
    drafts = kladka_oscal_make_drafts (items, reader.title != NULL ? reader.title : "OSCAL", problems);
  g_free (reader.title);
  return drafts;
}
