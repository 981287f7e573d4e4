/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "kladka-draft.h"

/* Any file that somebody imports: read as what it seems to be. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  KladkaReadOptions options = { .format = kladka_format_guess (bytes, NULL), .words = words };
  g_autoptr (KladkaDrafts) drafts = kladka_drafts_read (bytes, &options, NULL, NULL);

  return 0;
}
