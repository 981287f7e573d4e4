/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kladka-format.h"

#define NO_NODE G_MAXUINT

/* A record that a text names; all of one text are chained. */
typedef struct {
  const KladkaRecord *record;
  guint next;
} Node;

/* Two indexes: what people mean as a key (reference, code, short name, identifier), and names. Keys are the folded
 * texts with the type before them; values are 1 + the newest node. */
struct _KladkaFinder {
  KladkaPlan *plan;
  GHashTable *codes;
  GHashTable *names;
  GArray *nodes;
};

static char *
dup_key (KladkaType type, const char *text)
{
  g_autofree char *folded = kladka_text_fold (text);
  g_strstrip (folded);
  return *folded != '\0' ? g_strdup_printf ("%d/%s", (int)type, folded) : NULL;
}

static void
add_text (KladkaFinder *self, GHashTable *index, const KladkaRecord *record, const char *text)
{
  g_autofree char *key = text != NULL ? dup_key (record->type, text) : NULL;
  if (key == NULL)
    return;
  guint newest = GPOINTER_TO_UINT (g_hash_table_lookup (index, key));
  if (newest > 0 && g_array_index (self->nodes, Node, newest - 1).record == record)
    return; /* named alike in two languages */
  Node node = { record, newest > 0 ? newest - 1 : NO_NODE };
  g_array_append_val (self->nodes, node);
  g_hash_table_replace (index, g_steal_pointer (&key), GUINT_TO_POINTER (self->nodes->len));
}

static gboolean
is_code (const KladkaField *field)
{
  return field->kind == KLADKA_KIND_TEXT
         && ((field->flags & KLADKA_FIELD_SHORT) || g_str_equal (field->name, "iati_identifier"));
}

static void
add_record (KladkaFinder *self, const KladkaRecord *record)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const KladkaField *field = info->fields[i];
      const char *const *texts = kladka_record_member (record, field);
      if (is_code (field))
        add_text (self, self->codes, record, texts[0]);
      else if ((field->flags & KLADKA_FIELD_NAME) && field->kind == KLADKA_KIND_TEXT)
        add_text (self, self->names, record, texts[0]);
      else if ((field->flags & KLADKA_FIELD_NAME) && field->kind == KLADKA_KIND_TEXT3)
        for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
          add_text (self, self->names, record, texts[lang]);
    }
}

KladkaFinder *
kladka_finder_new (const KladkaPlan *plan)
{
  KladkaFinder *self = g_new0 (KladkaFinder, 1);
  self->plan = kladka_plan_ref (plan);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      const KladkaRecord *record;
      for (guint slot = 0; kladka_plan_next (plan, type, &slot, &record);)
        add_record (self, record);
    }
  return self;
}

void
kladka_finder_free (KladkaFinder *self)
{
  if (self == NULL)
    return;
  kladka_plan_unref (self->plan);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->names);
  g_array_unref (self->nodes);
  g_free (self);
}

const KladkaPlan *
kladka_finder_get_plan (const KladkaFinder *self)
{
  return self->plan;
}

static void
collect (const KladkaFinder *self, GHashTable *index, KladkaType type, const char *text, GPtrArray *found)
{
  g_autofree char *key = dup_key (type, text);
  if (key == NULL)
    return;
  guint newest = GPOINTER_TO_UINT (g_hash_table_lookup (index, key));
  for (guint i = newest > 0 ? newest - 1 : NO_NODE; i != NO_NODE; i = g_array_index (self->nodes, Node, i).next)
    g_ptr_array_add (found, (gpointer)g_array_index (self->nodes, Node, i).record);
}

static void
collect_types (const KladkaFinder *self, GHashTable *index, KladkaType type, const char *text, GPtrArray *found)
{
  if (type != KLADKA_TYPE_ANY)
    collect (self, index, type, text, found);
  else
    for (KladkaType each = KLADKA_TYPE_PLAN; each < KLADKA_N_TYPES; each++)
      collect (self, index, each, text, found);
}

GPtrArray *
kladka_finder_find_all (KladkaFinder *self, KladkaType type, const char *text)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *id = g_strstrip (g_strdup (text));
  const KladkaRecord *record = kladka_plan_find (self->plan, id);
  if (record != NULL && (type == KLADKA_TYPE_ANY || record->type == type))
    g_ptr_array_add (found, (gpointer)record);
  if (found->len == 0)
    collect_types (self, self->codes, type, text, found);
  if (found->len == 0)
    collect_types (self, self->names, type, text, found);
  return found;
}

const KladkaRecord *
kladka_finder_find (KladkaFinder *self, KladkaType type, const char *text, guint *ret_n)
{
  g_autoptr (GPtrArray) found = kladka_finder_find_all (self, type, text);
  if (ret_n != NULL)
    *ret_n = found->len;
  return found->len > 0 ? g_ptr_array_index (found, found->len - 1) : NULL;
}
