/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-iati-private.h"

#include "kladka-i18n.h"

typedef struct {
  char *ref; /* nullable */
  char *word;
  KladkaIatiTexts names;
  const char *kind; /* nullable */
  guint line;
} Organisation;

typedef struct {
  KladkaDraft *draft;
  const char *cell;
  guint organisation;
  guint line;
} Reference;

struct _KladkaIatiOrgs {
  GPtrArray *all;      /* Organisation */
  GHashTable *by_ref;  /* folded → place + 1 */
  GHashTable *by_name; /* folded → place + 1 */
  GArray *references;
};

static void
free_organisation (gpointer data)
{
  Organisation *org = data;

  g_free (org->ref);
  g_free (org->word);
  kladka_iati_texts_clear (&org->names);
  g_free (org);
}

KladkaIatiOrgs *
kladka_iati_orgs_new (void)
{
  KladkaIatiOrgs *self = g_new0 (KladkaIatiOrgs, 1);

  self->all = g_ptr_array_new_with_free_func (free_organisation);
  self->by_ref = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  return self;
}

void
kladka_iati_orgs_free (KladkaIatiOrgs *self)
{
  g_ptr_array_unref (self->all);
  g_hash_table_unref (self->by_ref);
  g_hash_table_unref (self->by_name);
  g_array_unref (self->references);
  g_free (self);
}

static char *
dup_folded_name (const KladkaIatiTexts *names)
{
  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    if (names->in[lang] != NULL)
      return kladka_text_fold (names->in[lang]);
  return NULL;
}

static Organisation *
look_up (const KladkaIatiOrgs *self, GHashTable *table, const char *key, guint *ret_place)
{
  guint place = key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (table, key)) : 0;

  if (place == 0)
    return NULL;
  *ret_place = place;
  return self->all->pdata[place - 1];
}

/* Two with different refs are two, though they be called the same. One without a ref is the one that is called so; and
 * where a ref turns up for it later, it gets it. */
static Organisation *
find (KladkaIatiOrgs *self, const char *folded_ref, const char *folded_name, guint *ret_place)
{
  Organisation *org = look_up (self, self->by_ref, folded_ref, ret_place);

  if (org != NULL)
    return org;
  org = look_up (self, self->by_name, folded_name, ret_place);
  return org != NULL && folded_ref != NULL && org->ref != NULL ? NULL : org;
}

static Organisation *
add (KladkaIatiOrgs *self, guint line, guint *ret_place)
{
  Organisation *org = g_new0 (Organisation, 1);

  org->line = line;
  g_ptr_array_add (self->all, org);
  *ret_place = self->all->len;
  return org;
}

static void
remember (GHashTable *table, const char *key, guint place)
{
  if (key != NULL && !g_hash_table_contains (table, key))
    g_hash_table_insert (table, g_strdup (key), GUINT_TO_POINTER (place));
}

static void
complete (Organisation *org, KladkaIatiTexts *names, char **ref, const char *kind)
{
  if (org->ref == NULL)
    org->ref = g_steal_pointer (ref);
  if (org->kind == NULL)
    org->kind = kind;
  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    if (org->names.in[lang] == NULL)
      org->names.in[lang] = g_steal_pointer (&names->in[lang]);
}

/* A code of OrganisationType; the words of the first files. */
static const char *
find_kind (const xmlNode *element)
{
  static const char *const words[][2] = { { "multilateral", "multilateral" }, { "bilateral", "government" },
                                          { "government", "government" },     { "ngo", "international-ngo" },
                                          { "private", "private" },           { "academic", "academic" } };
  g_autofree char *type = kladka_xml_dup_attribute (element, "type");
  guint choice = type != NULL ? kladka_choices_find (&kladka_choices_organisation_kind, type, TRUE) : 0;

  if (choice > 0)
    return kladka_choices_organisation_kind.choices[choice - 1].code;
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (type, words[i][0]) == 0)
      return words[i][1];
  return NULL;
}

guint
kladka_iati_orgs_find (KladkaIati *file, const xmlNode *element)
{
  KladkaIatiOrgs *self = file->orgs;
  guint line = kladka_xml_get_line (element);
  g_autofree char *raw_ref = kladka_xml_dup_attribute (element, "ref");
  g_autofree char *ref = raw_ref != NULL ? kladka_iati_dup_clean (file, raw_ref, KLADKA_IATI_TEXT_MAX, line) : NULL;
  g_autofree char *folded_ref = ref != NULL ? kladka_text_fold (ref) : NULL;
  g_autofree char *folded_name = NULL;
  g_auto (KladkaIatiTexts) names = { 0 };
  Organisation *org;
  guint place;

  kladka_iati_texts_read (&names, file, element, FALSE);
  kladka_iati_texts_settle (&names, file, line);
  folded_name = dup_folded_name (&names);
  if (folded_ref == NULL && folded_name == NULL)
    return 0;
  org = find (self, folded_ref, folded_name, &place);
  if (org == NULL)
    org = add (self, line, &place);
  complete (org, &names, &ref, find_kind (element));
  remember (self->by_ref, folded_ref, place);
  remember (self->by_name, folded_name, place);
  if (org->word == NULL)
    org->word = g_strdup (folded_ref != NULL ? folded_ref : folded_name);
  return place;
}

const char *
kladka_iati_orgs_get_word (const KladkaIatiOrgs *self, guint organisation)
{
  return organisation > 0 ? ((const Organisation *)self->all->pdata[organisation - 1])->word : "";
}

char *
kladka_iati_orgs_dup_label (const KladkaIatiOrgs *self, guint organisation)
{
  const Organisation *org = self->all->pdata[organisation - 1];

  for (guint lang = 0; org->ref == NULL && lang < KLADKA_N_LANGS; lang++)
    if (org->names.in[lang] != NULL)
      return g_strdup (org->names.in[lang]);
  return g_strdup (org->ref);
}

void
kladka_iati_orgs_refer (KladkaIatiOrgs *self, KladkaDraft *draft, const char *cell, guint organisation, guint line)
{
  Reference reference = { draft, cell, organisation, line };

  if (organisation > 0)
    g_array_append_val (self->references, reference);
}

static char *
dup_key (const Organisation *org)
{
  g_autofree char *folded = org->ref != NULL ? kladka_text_fold (org->ref) : dup_folded_name (&org->names);

  return g_strdup_printf ("iati organisation %s %s", org->ref != NULL ? "ref" : "name", folded);
}

static void
report_nameless (KladkaIati *file, const Organisation *org)
{
  g_autofree char *shown = kladka_text_dup_shown (org->ref, 60);

  kladka_reports_add (
      file->reports, "nameless organisation", KLADKA_SEVERITY_NOTE, KLADKA_TYPE_ORGANISATION, org->line,
      g_strdup_printf (_ ("The organisation %s has no name in the file; its identifier stands in for it."), shown));
}

static void
make_draft (KladkaIati *file, const Organisation *org)
{
  KladkaDraft *draft = kladka_drafts_add (file->drafts, KLADKA_TYPE_ORGANISATION, NULL, org->line);
  g_autofree char *name = dup_folded_name (&org->names);

  draft->key = dup_key (org);
  draft->gives_way = TRUE;
  kladka_iati_texts_set (&org->names, draft, "name", org->line);
  if (name == NULL)
    {
      kladka_draft_set (draft, "name_en", org->ref, TRUE, org->line);
      report_nameless (file, org);
    }
  if (org->ref != NULL)
    kladka_draft_set (draft, "iati_identifier", org->ref, TRUE, org->line);
  if (org->kind != NULL)
    kladka_draft_set (draft, "kind", org->kind, TRUE, org->line);
}

void
kladka_iati_orgs_end (KladkaIati *file)
{
  KladkaIatiOrgs *self = file->orgs;

  for (guint i = 0; i < self->all->len; i++)
    make_draft (file, self->all->pdata[i]);
  for (guint i = 0; i < self->references->len; i++)
    {
      const Reference *reference = &g_array_index (self->references, Reference, i);
      g_autofree char *key = dup_key (self->all->pdata[reference->organisation - 1]);

      kladka_draft_set (reference->draft, reference->cell, key, TRUE, reference->line);
    }
}
