/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-iati-private.h"

#include "kladka-error.h"
#include "kladka-i18n.h"

#include <string.h>

static void
init_file (KladkaIati *self)
{
  self->drafts = kladka_drafts_new (NULL);
  self->drafts->partial = TRUE;
  self->reports = kladka_reports_new (self->drafts->problems);
  self->orgs = kladka_iati_orgs_new ();
  self->activities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unplaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
clear_file (KladkaIati *self)
{
  g_clear_pointer (&self->reports, kladka_reports_end);
  g_clear_pointer (&self->drafts, kladka_drafts_free);
  g_clear_pointer (&self->orgs, kladka_iati_orgs_free);
  g_clear_pointer (&self->activities, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->unplaced, g_hash_table_unref);
  g_clear_pointer (&self->languages, g_hash_table_unref);
  g_free (self->day);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KladkaIati, clear_file)

static void
note (KladkaIati *self, guint line, char *take_text)
{
  kladka_problems_add (self->drafts->problems, KLADKA_SEVERITY_NOTE, KLADKA_TYPE_NONE, NULL, -1, line, take_text);
}

static GList *
list_sorted (GHashTable *counts)
{
  return g_list_sort (g_hash_table_get_keys (counts), (GCompareFunc)strcmp);
}

static void
tell_unplaced (KladkaIati *self)
{
  g_autoptr (GList) names = list_sorted (self->unplaced);

  for (GList *at = names; at != NULL; at = at->next)
    {
      const KladkaIatiCount *count = g_hash_table_lookup (self->unplaced, at->data);
      g_autofree char *shown = kladka_text_dup_shown (at->data, 40);

      note (self, count->line,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "<%s> is left out %u time: a plan has no field for it.",
                                          "<%s> is left out %u times: a plan has no field for it.", count->n),
                             shown, count->n));
    }
}

static void
tell_language (KladkaIati *self, const char *code, const KladkaIatiCount *count)
{
  guint n_kept = count->n - count->n_lost;

  if (n_kept > 0)
    note (self, count->line,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u text in the language “%s” stands in the English field.",
                                        "%u texts in the language “%s” stand in the English fields.", n_kept),
                           n_kept, code));
  if (count->n_lost > 0)
    note (self, count->line,
          g_strdup_printf (
              g_dngettext (GETTEXT_PACKAGE,
                           "%u text in the language “%s” is left out, because it is there in another language too.",
                           "%u texts in the language “%s” are left out, because they are there in another language "
                           "too.",
                           count->n_lost),
              count->n_lost, code));
}

static void
tell_languages (KladkaIati *self)
{
  g_autoptr (GList) codes = list_sorted (self->languages);

  for (GList *at = codes; at != NULL; at = at->next)
    {
      g_autofree char *shown = kladka_text_dup_shown (at->data, 20);

      tell_language (self, shown, g_hash_table_lookup (self->languages, at->data));
    }
}

static gboolean
is_root (const xmlNode *root, GError **error)
{
  g_autofree char *shown = kladka_text_dup_shown ((const char *)root->name, 40);

  if (kladka_xml_is (root, "iati-activities") || kladka_xml_is (root, "iati-activity"))
    return TRUE;
  if (kladka_xml_is (root, "iati-organisations"))
    g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED,
                         _ ("This is an IATI organisation file: it holds budgets and documents of an organisation, no "
                            "activities. Kladka reads IATI activity files."));
  else
    g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED,
                 _ ("This is not an IATI activity file: it begins with <%s>."), shown);
  return FALSE;
}

static void
read_root (KladkaIati *self, const xmlNode *root, char **ret_version)
{
  g_autofree char *stamp = kladka_xml_dup_attribute (root, "generated-datetime");
  g_autofree char *version = kladka_xml_dup_attribute (root, "version");

  *ret_version = version != NULL ? kladka_text_dup_shown (version, 10) : g_strdup ("?");
  if (stamp != NULL && strlen (stamp) >= 10)
    self->day = g_strndup (stamp, 10);
}

/* A default language that the root tells holds for what is in it, so it is asked while the root is there. */
static gboolean
read_activities (KladkaIati *self, KladkaXmlSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  xmlNode *node;

  while ((node = kladka_xml_source_read_child (source, cancellable, &local)) != NULL)
    {
      if (kladka_xml_is (node, "iati-activity"))
        kladka_iati_read_activity (self, node);
      else
        kladka_iati_count_unplaced (self, node, NULL);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static int
compare_types (gconstpointer a, gconstpointer b)
{
  const KladkaDraft *left = *(const KladkaDraft *const *)a;
  const KladkaDraft *right = *(const KladkaDraft *const *)b;

  return (int)left->type - (int)right->type;
}

static KladkaDrafts *
end_file (KladkaIati *self, const char *version)
{
  kladka_iati_orgs_end (self);
  g_ptr_array_sort (self->drafts->drafts, compare_types);
  tell_languages (self);
  tell_unplaced (self);
  if (self->n_activities == 0)
    note (self, 1, g_strdup (_ ("The file holds no activity.")));
  self->drafts->source = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "IATI %s, %u activity", "IATI %s, %u activities", self->n_activities), version,
      self->n_activities);
  g_clear_pointer (&self->reports, kladka_reports_end);
  return g_steal_pointer (&self->drafts);
}

KladkaDrafts *
kladka_iati_read (GBytes *bytes, const KladkaReadOptions *options, GCancellable *cancellable, GError **error)
{
  g_auto (KladkaIati) file = { 0 };
  g_autoptr (KladkaXmlSource) source = NULL;
  g_autofree char *version = NULL;
  xmlNode *root;

  init_file (&file);
  source = kladka_xml_source_new (bytes, file.drafts->problems, error);
  root = source != NULL ? kladka_xml_source_read_root (source, error) : NULL;
  if (root == NULL || !is_root (root, error))
    return NULL;
  read_root (&file, root, &version);
  if (kladka_xml_is (root, "iati-activity"))
    {
      root = kladka_xml_source_expand (source, error);
      if (root == NULL)
        return NULL;
      kladka_iati_read_activity (&file, root);
    }
  else if (!read_activities (&file, source, cancellable, error))
    return NULL;
  return end_file (&file, version);
}
