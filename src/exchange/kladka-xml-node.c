/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-xml-node.h"

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-xml-scan.h"

struct _KladkaXmlSource {
  GBytes *text;
  xmlTextReader *reader;
  guint error_line;
  guint error_column;
  gboolean mismatched; /* a closing tag that does not fit */
};

static void
note_error_cb (void *data, xmlErrorPtr error)
{
  KladkaXmlSource *self = data;

  /* An undeclared prefix is put up with: what has one is skipped. */
  if (error->level < XML_ERR_FATAL || self->error_line > 0)
    return;
  self->error_line = MAX (error->line, 1);
  self->error_column = MAX (error->int2, 0);
  self->mismatched = error->code == XML_ERR_TAG_NAME_MISMATCH;
}

static gboolean
fail (KladkaXmlSource *self, GError **error)
{
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED, _ ("Line %u, column %u: %s"), MAX (self->error_line, 1),
               self->error_column,
               self->mismatched ? _ ("The closing tag does not fit the one that was opened.")
                                : _ ("This is not well-formed XML."));
  return FALSE;
}

KladkaXmlSource *
kladka_xml_source_new (GBytes *bytes, GPtrArray *problems, GError **error)
{
  g_autoptr (GBytes) text = kladka_xml_prepare (bytes, problems, error);
  KladkaXmlSource *self;

  if (text == NULL)
    return NULL;
  self = g_new0 (KladkaXmlSource, 1);
  self->text = g_steal_pointer (&text);
  self->reader =
      xmlReaderForMemory (g_bytes_get_data (self->text, NULL), (int)g_bytes_get_size (self->text), NULL, "UTF-8",
                          XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT);
  xmlTextReaderSetStructuredErrorHandler (self->reader, note_error_cb, self);
  return self;
}

void
kladka_xml_source_free (KladkaXmlSource *self)
{
  xmlFreeTextReader (self->reader);
  g_bytes_unref (self->text);
  g_free (self);
}

xmlNode *
kladka_xml_source_read_root (KladkaXmlSource *self, GError **error)
{
  int result;

  while ((result = xmlTextReaderRead (self->reader)) == 1)
    if (xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT)
      return xmlTextReaderCurrentNode (self->reader);
  fail (self, error);
  return NULL;
}

xmlNode *
kladka_xml_source_expand (KladkaXmlSource *self, GError **error)
{
  xmlNode *node = xmlTextReaderExpand (self->reader);

  if (node == NULL)
    fail (self, error);
  return node;
}

/* From the root to its first child, or from a child to its next sibling. */
static int
step (KladkaXmlSource *self)
{
  return xmlTextReaderDepth (self->reader) == 0 ? xmlTextReaderRead (self->reader) : xmlTextReaderNext (self->reader);
}

xmlNode *
kladka_xml_source_read_child (KladkaXmlSource *self, GCancellable *cancellable, GError **error)
{
  int result;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  while ((result = step (self)) == 1)
    if (xmlTextReaderDepth (self->reader) == 1 && xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT)
      return kladka_xml_source_expand (self, error);
  if (result < 0 || self->error_line > 0)
    fail (self, error);
  return NULL;
}

char *
kladka_xml_dup_name (const xmlNode *self)
{
  if (self->ns != NULL && self->ns->prefix != NULL)
    return g_strdup_printf ("%s:%s", (const char *)self->ns->prefix, (const char *)self->name);
  return g_strdup ((const char *)self->name);
}

guint
kladka_xml_get_line (const xmlNode *self)
{
  return (guint)MAX (xmlGetLineNo (self), 0);
}

xmlNode *
kladka_xml_find_child (const xmlNode *self, const char *name)
{
  for (xmlNode *child = self->children; child != NULL; child = child->next)
    if (kladka_xml_is (child, name))
      return child;
  return NULL;
}

static char *
take_trimmed (xmlChar *text)
{
  g_autofree char *own = g_strdup ((const char *)text);

  xmlFree (text);
  if (own == NULL || *g_strstrip (own) == '\0')
    return NULL;
  return g_steal_pointer (&own);
}

char *
kladka_xml_dup_attribute (const xmlNode *self, const char *name)
{
  return take_trimmed (xmlGetNoNsProp (self, (const xmlChar *)name));
}

char *
kladka_xml_dup_lang (const xmlNode *self)
{
  for (const xmlNode *node = self; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      char *lang = take_trimmed (xmlGetNsProp (node, (const xmlChar *)"lang", XML_XML_NAMESPACE));

      if (lang != NULL)
        return lang;
    }
  return NULL;
}

char *
kladka_xml_dup_text (const xmlNode *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const xmlNode *child = self->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL)
      g_string_append (text, (const char *)child->content);
  g_strstrip (text->str);
  return *text->str != '\0' ? g_strdup (text->str) : NULL;
}

char *
kladka_xml_dup_all_text (const xmlNode *self)
{
  g_autofree char *text = take_trimmed (xmlNodeGetContent (self));
  g_auto (GStrv) words = text != NULL ? g_strsplit_set (text, " \t\n", -1) : NULL;
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);
  return joined->len > 0 ? g_string_free (g_steal_pointer (&joined), FALSE) : NULL;
}
