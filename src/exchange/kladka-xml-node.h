/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

#include "kladka-problem.h"

/* Private to exchange: small looks at libxml2's nodes. Names are those without a namespace, unless said otherwise. */

/**
 * KladkaXmlSource:
 *
 * An XML file on its way in, read element by element. Made from checked bytes only (kladka_xml_prepare()).
 */
typedef struct _KladkaXmlSource KladkaXmlSource;

KladkaXmlSource *kladka_xml_source_new (GBytes *bytes, GPtrArray *problems, GError **error);
void kladka_xml_source_free (KladkaXmlSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaXmlSource, kladka_xml_source_free)

/* The outermost element, without what is in it; borrowed. Errors: %KLADKA_ERROR_DAMAGED with line and column */
xmlNode *kladka_xml_source_read_root (KladkaXmlSource *self, GError **error);
/* The next element in it, whole; borrowed until the next call. NULL without an error at the end. */
xmlNode *kladka_xml_source_read_child (KladkaXmlSource *self, GCancellable *cancellable, GError **error);
/* The outermost element, whole, where it is itself what is looked for. */
xmlNode *kladka_xml_source_expand (KladkaXmlSource *self, GError **error);

static inline gboolean
kladka_xml_is (const xmlNode *self, const char *name)
{
  return self->type == XML_ELEMENT_NODE && g_str_equal ((const char *)self->name, name);
}

/* As the file has it: "x:name" where it is of a foreign vocabulary. (transfer full) */
char *kladka_xml_dup_name (const xmlNode *self);
guint kladka_xml_get_line (const xmlNode *self);
xmlNode *kladka_xml_find_child (const xmlNode *self, const char *name);
/* Trimmed; NULL if it is missing or empty. (transfer full) */
char *kladka_xml_dup_attribute (const xmlNode *self, const char *name);
/* xml:lang of the element or the nearest one around it; NULL if none says. (transfer full) */
char *kladka_xml_dup_lang (const xmlNode *self);
/* The text that stands in the element itself, not in elements in it; trimmed; NULL if there is none. (transfer full) */
char *kladka_xml_dup_text (const xmlNode *self);
/* All text in it, blanks run together; NULL if there is none. (transfer full) */
char *kladka_xml_dup_all_text (const xmlNode *self);
