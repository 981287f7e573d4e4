/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-oscal-private.h"

#include "kladka-i18n.h"

#include <string.h>

#define TITLE_MAX 4096
#define LABEL_MAX 24

void
kladka_oscal_item_clear (gpointer data)
{
  KladkaOscalItem *item = data;

  g_free (item->id);
  g_free (item->title);
  g_free (item->label);
  g_free (item->statement);
}

/* "Organizational Context (GV.OC)" → "GV.OC"; a label that is a code stays; otherwise the id is one. */
static char *
dup_code (const KladkaOscalItem *item)
{
  const char *open = item->label != NULL ? strrchr (item->label, '(') : NULL;
  gsize length = item->label != NULL ? strlen (item->label) : 0;

  if (length > 0 && length <= LABEL_MAX && strchr (item->label, ' ') == NULL)
    return g_strdup (item->label);
  if (open != NULL && item->label[length - 1] == ')' && strchr (open, ' ') == NULL
      && length > (gsize)(open - item->label) + 2)
    return g_strndup (open + 1, item->label + length - open - 2);
  return g_strdup (item->id);
}

/* A title that only repeats the code says nothing; then what the control states is its title. */
static const char *
get_title (const KladkaOscalItem *item, const char *code)
{
  gboolean repeats = g_str_equal (item->title, code) || g_str_equal (item->title, item->id);

  return repeats && item->statement != NULL ? item->statement : item->title;
}

/* In catalogues whose controls have parts named "example", a control without one, and without a child that has one, is
 * a withdrawn one that lost its mark (NIST CSF 2.0 as OSCAL). */
static gboolean *
find_exemplified (const GArray *items, gboolean *ret_any)
{
  gboolean *marks = g_new0 (gboolean, items->len + 1);

  *ret_any = FALSE;
  for (guint i = items->len; i-- > 0;)
    {
      const KladkaOscalItem *item = &g_array_index (items, KladkaOscalItem, i);

      marks[i] |= item->has_example;
      *ret_any |= item->has_example;
      if (marks[i] && item->parent >= 0)
        marks[item->parent] = TRUE;
    }
  return marks;
}

/* The short name that plans use for what NIST spells out. */
static const char *
get_framework (const char *title)
{
  return g_str_equal (title, "NIST Cybersecurity Framework 2.0") ? "NIST CSF 2.0" : title;
}

static char *
dup_key (const KladkaOscalItem *item, const char *framework)
{
  return g_strdup_printf ("oscal %s %s", framework, item->id);
}

static void
set (KladkaDraft *draft, const char *cell, const char *text, guint line)
{
  g_autofree char *shown = kladka_text_dup_shown (text, TITLE_MAX / 8);

  if (*shown != '\0')
    kladka_draft_set (draft, cell, shown, TRUE, line);
}

static void
make_draft (KladkaDrafts *drafts, const GArray *items, guint place, const char *framework)
{
  const KladkaOscalItem *item = &g_array_index (items, KladkaOscalItem, place);
  KladkaDraft *draft = kladka_drafts_add (drafts, KLADKA_TYPE_CAPABILITY, NULL, item->line);
  g_autofree char *code = dup_code (item);

  draft->key = dup_key (item, framework);
  draft->gives_way = TRUE;
  set (draft, "code", code, item->line);
  set (draft, "title_en", get_title (item, code), item->line);
  set (draft, "framework", framework, item->line);
  if (item->parent >= 0)
    {
      g_autofree char *parent = dup_key (&g_array_index (items, KladkaOscalItem, item->parent), framework);

      kladka_draft_set (draft, "parent", parent, TRUE, item->line);
    }
}

static const char *
get_suspicion (const KladkaOscalItem *item, gboolean any_example, gboolean exemplified)
{
  if (item->is_withdrawn)
    return _ ("withdrawn");
  return item->is_control && any_example && !exemplified ? _ ("probably withdrawn") : NULL;
}

static void
tell_left_out (const GArray *items, GPtrArray *problems)
{
  guint n = 0, line = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const KladkaOscalItem *item = &g_array_index (items, KladkaOscalItem, i);

      if (item->has_more && n++ == 0)
        line = item->line;
    }
  if (n > 0)
    kladka_problems_add (
        problems, KLADKA_SEVERITY_NOTE, KLADKA_TYPE_CAPABILITY, NULL, -1, line,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "Guidance, parameters, links and the like of %u entry are left out: a capability "
                                      "has no field for them.",
                                      "Guidance, parameters, links and the like of %u entries are left out: a "
                                      "capability has no field for them.",
                                      n),
                         n));
}

KladkaDrafts *
kladka_oscal_make_drafts (const GArray *items, const char *title, GPtrArray *problems)
{
  g_autofree char *shown = kladka_text_dup_shown (title, 120);
  KladkaDrafts *drafts = kladka_drafts_new (NULL);
  gboolean any_example;
  g_autofree gboolean *exemplified = find_exemplified (items, &any_example);

  if (problems != NULL)
    {
      g_ptr_array_unref (drafts->problems);
      drafts->problems = g_ptr_array_ref (problems);
    }
  tell_left_out (items, drafts->problems);
  drafts->partial = TRUE;
  drafts->source = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "OSCAL, %s, %u entry", "OSCAL, %s, %u entries", items->len), shown, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      const KladkaOscalItem *item = &g_array_index (items, KladkaOscalItem, i);
      KladkaDraft *draft;

      make_draft (drafts, items, i, get_framework (shown));
      draft = drafts->drafts->pdata[i];
      draft->suspect = g_strdup (get_suspicion (item, any_example, exemplified[i]));
    }
  return drafts;
}

KladkaDrafts *
kladka_oscal_read (GBytes *bytes, const KladkaReadOptions *options, GCancellable *cancellable, GError **error)
{
  KladkaFormat format = options->format;

  if (format == KLADKA_FORMAT_UNKNOWN)
    format = kladka_format_guess (bytes, options->name);
  return format == KLADKA_FORMAT_OSCAL_JSON ? kladka_oscal_read_json (bytes, cancellable, error)
                                            : kladka_oscal_read_xml (bytes, cancellable, error);
}
