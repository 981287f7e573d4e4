/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-starter.h"

#include "kladka-id.h"
#include "kladka-preview.h"
#include "kladka-starter-resource.h"

static void
set (KladkaEdits *edits, const char *id, const char *cell, KladkaValue value)
{
  kladka_edits_set_named (edits, KLADKA_TYPE_PLAN, id, cell, value);
}

static void
add_plan (KladkaEdits *edits, const char *title, int year, const KladkaWords *words)
{
  g_autofree char *id = kladka_id_new ();
  g_autofree char *cell = g_strconcat ("title_", kladka_lang_get_code (kladka_words_get_lang (words)), NULL);

  kladka_edits_create (edits, KLADKA_TYPE_PLAN, id);
  set (edits, id, cell, kladka_value_text (title != NULL ? title : kladka_words_get (words, "New plan")));
  set (edits, id, "period_start", kladka_value_date (kladka_date_new_month (year, 1)));
  set (edits, id, "period_end", kladka_value_date (kladka_date_new_month (year + 5, 12)));
  set (edits, id, "base_currency", kladka_value_text ("EUR"));
  set (edits, id, "default_marking", kladka_value_integer (KLADKA_MARKING_AMBER));
}

static void
add_tree (KladkaEdits *edits, const KladkaWords *words)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (kladka_starter_get_resource (), "/org/kladka/Kladka/csf-2.0.csv",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (KladkaPlan) empty = kladka_plan_new_empty ();
  KladkaReadOptions options = { KLADKA_FORMAT_CSV, KLADKA_TYPE_CAPABILITY, "csf-2.0.csv", words };
  g_autoptr (KladkaDrafts) drafts = kladka_drafts_read (bytes, &options, NULL, NULL);
  g_autoptr (KladkaPreview) preview = kladka_preview_new (drafts, empty, words);
  g_autoptr (KladkaEdits) tree = kladka_preview_dup_edits (preview);

  kladka_edits_append (edits, tree);
}

KladkaEdits *
kladka_starter_dup_edits (const char *title, int year, gboolean with_tree, const KladkaWords *words)
{
  KladkaEdits *edits = kladka_edits_new ();

  add_plan (edits, title, year, words);
  if (with_tree)
    add_tree (edits, words);
  return edits;
}
