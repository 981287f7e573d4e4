/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-iati-private.h"

#include "kladka-i18n.h"

#include <string.h>

/* Elements with a place in a plan that are read before the others; of those without one it is said how many there
 * were. */
static const char *const single[] = { "iati-identifier", "reporting-org", NULL };
static const char *const texts_of[] = { "title", "description", NULL };

static void
set (KladkaDraft *draft, const char *cell, const char *text, guint line)
{
  if (text != NULL)
    kladka_draft_set (draft, cell, text, TRUE, line);
}

static void
report (KladkaIati *file, const char *group, KladkaSeverity severity, guint line, char *take_text)
{
  kladka_reports_add (file->reports, group, severity, KLADKA_TYPE_PROJECT, line, take_text);
}

static char *
dup_child_text (KladkaIati *file, const xmlNode *activity, const char *name)
{
  const xmlNode *child = kladka_xml_find_child (activity, name);
  g_autofree char *text = child != NULL ? kladka_xml_dup_text (child) : NULL;

  return text != NULL ? kladka_iati_dup_clean (file, text, KLADKA_IATI_TEXT_MAX, kladka_xml_get_line (child)) : NULL;
}

/* <other-identifier ref="…"/> in 2.0x, its text in 1.0x. */
static char *
dup_other_identifier (KladkaIati *file, const xmlNode *activity)
{
  const xmlNode *child = kladka_xml_find_child (activity, "other-identifier");
  g_autofree char *ref = child != NULL ? kladka_xml_dup_attribute (child, "ref") : NULL;

  if (ref != NULL)
    return kladka_iati_dup_clean (file, ref, KLADKA_IATI_TEXT_MAX, kladka_xml_get_line (child));
  return dup_child_text (file, activity, "other-identifier");
}

static void
read_texts (KladkaIati *file, const xmlNode *activity, const char *name, KladkaIatiTexts *texts)
{
  gboolean joins = g_str_equal (name, "description");

  for (const xmlNode *child = activity->children; child != NULL; child = child->next)
    if (kladka_xml_is (child, name))
      kladka_iati_texts_read (texts, file, child, joins);
  kladka_iati_texts_settle (texts, file, kladka_xml_get_line (activity));
}

static const char *
get_any (const KladkaIatiTexts *texts)
{
  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    if (texts->in[lang] != NULL)
      return texts->in[lang];
  return "";
}

/* Codes of ActivityStatus and the words of the first files. */
static const char *
find_status (const char *text)
{
  static const char *const words[][2] = {
    { "pipeline", "pipeline" },          { "identification", "pipeline" }, { "implement", "implementation" },
    { "operational", "implementation" }, { "active", "implementation" },   { "post-completion", "closed" },
    { "post completion", "closed" },     { "completion", "finalisation" }, { "completed", "closed" },
    { "finali", "finalisation" },        { "closed", "closed" },           { "cancel", "cancelled" },
    { "suspend", "suspended" },
  };
  guint choice = kladka_choices_find (&kladka_choices_status, text, TRUE);

  if (choice > 0)
    return kladka_choices_status.choices[choice - 1].code;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (text, words[i][0], strlen (words[i][0])) == 0)
      return words[i][1];
  return NULL;
}

static void
read_status (KladkaIati *file, const xmlNode *element, KladkaDraft *draft)
{
  g_autofree char *code = kladka_xml_dup_attribute (element, "code");
  g_autofree char *said = kladka_xml_dup_text (element);
  g_autofree char *ref = kladka_xml_dup_attribute (element, "ref");
  const char *texts[] = { code, said, ref };
  guint line = kladka_xml_get_line (element);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *status = texts[i] != NULL ? find_status (texts[i]) : NULL;

      if (status == NULL)
        continue;
      kladka_draft_set (draft, "status", status, TRUE, line);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      {
        g_autofree char *shown = kladka_text_dup_shown (texts[i], 40);

        report (file, "status", KLADKA_SEVERITY_WARNING, line,
                g_strdup_printf (_ ("The status “%s” is not known and is left empty."), shown));
        return;
      }
}

static const char *
find_date_cell (const char *type)
{
  static const char *const types[][3] = {
    { "1", "start-planned", "planned_start" },
    { "2", "start-actual", "actual_start" },
    { "3", "end-planned", "planned_end" },
    { "4", "end-actual", "actual_end" },
  };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (type, types[i][0]) || g_ascii_strcasecmp (type, types[i][1]) == 0)
      return types[i][2];
  return NULL;
}

static const char *
get_set (const KladkaDraft *draft, const char *cell_name)
{
  int cell = kladka_type_find_cell (kladka_type_get (draft->type), cell_name);

  for (guint i = 0; i < draft->cells->len; i++)
    if (g_array_index (draft->cells, KladkaDraftCell, i).cell == cell)
      return g_array_index (draft->cells, KladkaDraftCell, i).text;
  return NULL;
}

static void
read_date (KladkaIati *file, const xmlNode *element, KladkaDraft *draft)
{
  g_autofree char *type = kladka_xml_dup_attribute (element, "type");
  const char *cell = find_date_cell (type);
  g_autofree char *day = kladka_iati_dup_day (file, element, "iso-date", KLADKA_TYPE_PROJECT);
  const char *before = cell != NULL ? get_set (draft, cell) : NULL;
  guint line = kladka_xml_get_line (element);
  g_autofree char *shown = type != NULL ? kladka_text_dup_shown (type, 30) : NULL;

  if (day == NULL)
    return;
  if (type == NULL)
    report (file, "untyped date", KLADKA_SEVERITY_WARNING, line,
            g_strdup_printf (_ ("The date %s does not say whether it is a start or an end, and is left out."), day));
  else if (cell == NULL)
    report (file, "date type", KLADKA_SEVERITY_WARNING, line,
            g_strdup_printf (_ ("The date %s is of the unknown type “%s” and is left out."), day, shown));
  else if (before != NULL && !g_str_equal (before, day))
    report (file, "second date", KLADKA_SEVERITY_WARNING, line,
            g_strdup_printf (_ ("A second date of one kind, %s, is left out; %s stands."), day, before));
  else if (before == NULL)
    kladka_draft_set (draft, cell, day, TRUE, line);
}

static const char *
find_role (const char *text)
{
  static const char *const words[][2] = { { "donor", "funding" },
                                          { "funder", "funding" },
                                          { "implementer", "implementing" } };
  g_autofree char *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;
  guint choice = lower != NULL ? kladka_choices_find (&kladka_choices_role, lower, TRUE) : 0;

  if (choice > 0)
    return kladka_choices_role.choices[choice - 1].code;
  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (lower, words[i][0]))
      return words[i][1];
  return NULL;
}

static void
report_role (KladkaIati *file, const char *role, guint line)
{
  g_autofree char *shown = role != NULL ? kladka_text_dup_shown (role, 30) : NULL;

  if (shown != NULL)
    kladka_reports_add (
        file->reports, "role", KLADKA_SEVERITY_WARNING, KLADKA_TYPE_PARTICIPATION, line,
        g_strdup_printf (_ ("The role “%s” has no place in a plan; the participation is left out."), shown));
  else
    kladka_reports_add (file->reports, "no role", KLADKA_SEVERITY_WARNING, KLADKA_TYPE_PARTICIPATION, line,
                        g_strdup (_ ("The organisation's role is missing; the participation is left out.")));
}

static void
add_participation (KladkaIati *file, const char *project, const char *role, guint organisation, guint line)
{
  g_autofree char *key = g_strdup_printf ("iati participation %s %s %s", project, role,
                                          kladka_iati_orgs_get_word (file->orgs, organisation));
  KladkaDraft *draft;

  if (!g_hash_table_add (file->keys, g_strdup (key)))
    {
      kladka_reports_add (file->reports, "takes part twice", KLADKA_SEVERITY_NOTE, KLADKA_TYPE_PARTICIPATION, line,
                          g_strdup (_ ("The organisation already takes part in this role; it is taken over once.")));
      return;
    }
  draft = kladka_drafts_add (file->drafts, KLADKA_TYPE_PARTICIPATION, NULL, line);
  draft->key = g_steal_pointer (&key);
  kladka_draft_set (draft, "project", project, TRUE, line);
  kladka_draft_set (draft, "role", role, TRUE, line);
  kladka_iati_orgs_refer (file->orgs, draft, "organisation", organisation, line);
}

static void
read_participation (KladkaIati *file, const xmlNode *element, const char *project)
{
  g_autofree char *said = kladka_xml_dup_attribute (element, "role");
  const char *role = find_role (said);
  guint line = kladka_xml_get_line (element);
  guint organisation = kladka_iati_orgs_find (file, element);

  if (organisation == 0)
    kladka_reports_add (file->reports, "no organisation", KLADKA_SEVERITY_WARNING, KLADKA_TYPE_PARTICIPATION, line,
                        g_strdup (_ ("The organisation has neither a name nor an identifier; the participation is left "
                                     "out.")));
  else if (role == NULL)
    report_role (file, said, line);
  else
    add_participation (file, project, role, organisation, line);
}

/* Only where there is no identifier does the other one have a place. */
static void
read_other (KladkaIati *file, const KladkaIatiActivity *activity, const xmlNode *child)
{
  const char *name = (const char *)child->name;

  if (g_strv_contains (single, name))
    kladka_iati_is_first (file, child, KLADKA_TYPE_PROJECT);
  else if (g_str_equal (name, "other-identifier") && !activity->identified)
    kladka_iati_is_first (file, child, KLADKA_TYPE_PROJECT);
  else if (!g_strv_contains (texts_of, name))
    kladka_iati_count_unplaced (file, child, NULL);
}

static void
read_children (KladkaIati *file, const KladkaIatiActivity *activity, KladkaDraft *draft)
{
  for (const xmlNode *child = activity->node->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (child->ns != NULL)
        kladka_iati_count_unplaced (file, child, NULL);
      else if (kladka_xml_is (child, "activity-status"))
        {
          if (kladka_iati_is_first (file, child, KLADKA_TYPE_PROJECT))
            read_status (file, child, draft);
        }
      else if (kladka_xml_is (child, "activity-date"))
        read_date (file, child, draft);
      else if (kladka_xml_is (child, "participating-org"))
        read_participation (file, child, activity->key);
      else if (kladka_xml_is (child, "transaction"))
        kladka_iati_read_transaction (file, activity, child);
      else
        read_other (file, activity, child);
    }
}

/* Two without any identifier are two, though they be called the same. */
static char *
dup_numbered (KladkaIati *file, const char *word, const char *folded)
{
  g_autofree char *key = g_strdup_printf ("iati activity %s called %s", word, folded);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (file->keys, key)) + 1;

  g_hash_table_insert (file->keys, g_strdup (key), GUINT_TO_POINTER (n));
  return g_strdup_printf ("%s %u", key, n);
}

/* The same activity reported by two organisations stays two. */
static char *
dup_key (KladkaIati *file, const char *identifier, const char *other, const char *title, guint reporter)
{
  const char *word = kladka_iati_orgs_get_word (file->orgs, reporter);
  g_autofree char *folded = NULL;

  if (identifier != NULL)
    folded = kladka_text_fold (identifier);
  else
    folded = kladka_text_fold (other != NULL ? other : title);
  if (identifier != NULL || other != NULL)
    return g_strdup_printf ("iati activity %s %s %s", word, identifier != NULL ? "is" : "known as", folded);
  return dup_numbered (file, word, folded);
}

static gboolean
is_first (KladkaIati *file, const char *key, const char *shown, guint line)
{
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (file->activities, key));
  g_autofree char *name = kladka_text_dup_shown (shown, 60);

  if (first == 0)
    {
      g_hash_table_insert (file->activities, g_strdup (key), GUINT_TO_POINTER (MAX (line, 1)));
      return TRUE;
    }
  report (file, "twice", KLADKA_SEVERITY_ERROR, line,
          g_strdup_printf (_ ("The activity %s already stands in line %u; this one is left out with all it holds."),
                           name, first));
  return FALSE;
}

static void
stand_in_title (KladkaIati *file, KladkaDraft *draft, const KladkaIatiTexts *titles, const char *identifier, guint line)
{
  g_autofree char *shown = kladka_text_dup_shown (identifier, 60);

  if (*get_any (titles) != '\0' || *identifier == '\0')
    return;
  kladka_draft_set (draft, "title_en", identifier, TRUE, line);
  report (file, "untitled", KLADKA_SEVERITY_WARNING, line,
          g_strdup_printf (_ ("The activity %s has no title; its identifier stands in for it."), shown));
}

/* What tells where the record comes from, and tells it from the same activity of another reporter. */
static void
set_source (KladkaIati *file, KladkaDraft *draft, const xmlNode *activity, guint reporter, guint line)
{
  g_autofree char *stamp = kladka_xml_dup_attribute (activity, "last-updated-datetime");
  g_autofree char *day = stamp != NULL && strlen (stamp) >= 10 ? g_strndup (stamp, 10) : g_strdup (file->day);
  g_autofree char *source = NULL;
  KladkaDate date;

  if (reporter > 0)
    source = kladka_iati_orgs_dup_label (file->orgs, reporter);
  if (source != NULL)
    {
      g_autofree char *text = g_strdup_printf ("IATI, %s", source);

      kladka_draft_set (draft, "source", text, TRUE, line);
    }
  if (day != NULL && kladka_date_parse_file (day, &date) && date.precision == KLADKA_PRECISION_DAY)
    kladka_draft_set (draft, "source_date", day, TRUE, line);
  kladka_draft_set (draft, "confidence", "reported", TRUE, line);
}

static guint
find_reporter (KladkaIati *file, const xmlNode *activity)
{
  const xmlNode *element = kladka_xml_find_child (activity, "reporting-org");

  return element != NULL ? kladka_iati_orgs_find (file, element) : 0;
}

void
kladka_iati_read_activity (KladkaIati *file, const xmlNode *node)
{
  guint line = kladka_xml_get_line (node);
  guint reporter = find_reporter (file, node);
  g_autofree char *identifier = dup_child_text (file, node, "iati-identifier");
  g_autofree char *other = dup_other_identifier (file, node);
  g_auto (KladkaIatiTexts) titles = { 0 };
  g_auto (KladkaIatiTexts) descriptions = { 0 };
  g_autofree char *key = NULL;
  KladkaIatiActivity activity = { .node = node, .reporter = reporter };
  const char *shown;
  KladkaDraft *draft;

  file->n_activities++;
  read_texts (file, node, "title", &titles);
  key = dup_key (file, identifier, other, get_any (&titles), reporter);
  shown = identifier != NULL ? identifier : other != NULL ? other : get_any (&titles);
  if (!is_first (file, key, shown, line))
    return;
  read_texts (file, node, "description", &descriptions);
  draft = kladka_drafts_add (file->drafts, KLADKA_TYPE_PROJECT, NULL, line);
  draft->key = g_strdup (key);
  activity.key = key;
  activity.identified = identifier != NULL;
  set (draft, "iati_identifier", identifier, line);
  if (identifier == NULL)
    set (draft, "reference", other, line);
  kladka_iati_texts_set (&titles, draft, "title", line);
  stand_in_title (file, draft, &titles, shown, line);
  kladka_iati_texts_set (&descriptions, draft, "description", line);
  set_source (file, draft, node, reporter, line);
  read_children (file, &activity, draft);
}
