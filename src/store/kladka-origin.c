/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-origin.h"

#include <json-glib/json-glib.h>

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-id.h"

KladkaOrigin *
kladka_origin_new (void)
{
  return g_new0 (KladkaOrigin, 1);
}

void
kladka_origin_free (KladkaOrigin *self)
{
  kladka_identity_clear (&self->identity);
  g_free (self->path);
  g_free (self->saved_head);
  g_free (self);
}

static const struct {
  const char *name;
  gsize offset;
} numbers[] = {
  { "device", G_STRUCT_OFFSET (KladkaOrigin, identity.device) },
  { "inode", G_STRUCT_OFFSET (KladkaOrigin, identity.inode) },
  { "size", G_STRUCT_OFFSET (KladkaOrigin, identity.size) },
  { "changed", G_STRUCT_OFFSET (KladkaOrigin, identity.changed) },
};

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/* A file name is bytes, not text: so it is escaped as in a URI. */
static JsonNode *
dup_node (const KladkaOrigin *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *path = self->path != NULL ? g_uri_escape_string (self->path, "/ ", FALSE) : NULL;
  json_builder_begin_object (builder);
  add_text (builder, "path", path);
  add_text (builder, "hash", self->identity.hash);
  add_text (builder, "saved_head", self->saved_head);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      json_builder_set_member_name (builder, numbers[i].name);
      json_builder_add_int_value (builder, G_STRUCT_MEMBER (gint64, self, numbers[i].offset));
    }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

gboolean
kladka_origin_store (const KladkaOrigin *self, const char *folder, GError **error)
{
  g_autoptr (JsonNode) node = dup_node (self);
  g_autofree char *text = json_to_string (node, TRUE);
  g_autofree char *path = g_build_filename (folder, "origin.json", NULL);
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                   error)
         && kladka_folder_sync (folder, error);
}

static char *
dup_text (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

static KladkaOrigin *
read_object (JsonObject *object)
{
  KladkaOrigin *self = kladka_origin_new ();
  g_autofree char *path = dup_text (object, "path");
  self->path = path != NULL ? g_uri_unescape_string (path, NULL) : NULL;
  self->identity.hash = dup_text (object, "hash");
  self->saved_head = dup_text (object, "saved_head");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    G_STRUCT_MEMBER (gint64, self, numbers[i].offset) =
        json_object_get_int_member_with_default (object, numbers[i].name, 0);
  return self;
}

KladkaOrigin *
kladka_origin_new_load (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "origin.json", NULL);
  g_autofree char *text = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no such working copy."));
      return NULL;
    }
  g_autoptr (JsonNode) node = g_file_get_contents (path, &text, NULL, NULL) && g_utf8_validate (text, -1, NULL)
                                  ? json_from_string (text, NULL)
                                  : NULL;
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return read_object (json_node_get_object (node));
  g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_DAMAGED,
                       _ ("The working copy does not say which file it belongs to."));
  return NULL;
}
