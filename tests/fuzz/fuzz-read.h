/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-preview.h"

/* Any bytes as a file of one kind: read, and if it is read, matched with an empty plan. */
static inline int
fuzz_read (const guint8 *data, gsize size, KladkaFormat format)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  static KladkaWords *words = NULL;
  /* Guessing the type from the headings is the costly part of a table. */
  KladkaReadOptions options = { .format = format, .type = size % 4 > 0 ? KLADKA_TYPE_NEED : KLADKA_TYPE_NONE };
  g_autoptr (KladkaDrafts) drafts = NULL;
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_autoptr (KladkaPreview) preview = NULL;
  g_autoptr (KladkaEdits) edits = NULL;

  if (words == NULL)
    words = kladka_words_new (KLADKA_LANG_EN, NULL);
  options.words = words;
  drafts = kladka_drafts_read (bytes, &options, NULL, NULL);
  if (drafts == NULL)
    return 0;
  preview = kladka_preview_new (drafts, plan, words);
  edits = kladka_preview_dup_edits (preview);
  return 0;
}
