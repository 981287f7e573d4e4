/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import.h"

#include <stdio.h>
#include <stdlib.h>

/* Reads a plan as JSON from each line of its input and prints a line each, for check-schema.py: "taken", or why it is
 * not taken whole. */

static char *
dup_fault (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const KladkaProblem *problem = problems->pdata[i];

      if (problem->severity != KLADKA_SEVERITY_NOTE)
        return g_strdup (problem->text);
    }
  return NULL;
}

static char *
dup_verdict (const char *line, gsize length)
{
  g_autoptr (KladkaPlan) plan = kladka_plan_new_empty ();
  g_autoptr (KladkaWords) words = import_words (KLADKA_LANG_EN);
  KladkaReadOptions options = { .format = KLADKA_FORMAT_JSON, .words = words };
  g_autoptr (GBytes) bytes = g_bytes_new (line, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaDrafts) drafts = kladka_drafts_read (bytes, &options, NULL, &error);
  g_autoptr (KladkaPreview) preview = drafts != NULL ? kladka_preview_new (drafts, plan, words) : NULL;
  char *fault = preview != NULL ? dup_fault (kladka_preview_get_problems (preview)) : g_strdup (error->message);

  return fault != NULL ? fault : g_strdup ("taken");
}

int
main (void)
{
  char *line = NULL;
  size_t room = 0;
  ssize_t length;

  while ((length = getline (&line, &room, stdin)) > 0)
    {
      g_autofree char *verdict = dup_verdict (line, length);

      puts (verdict);
    }
  free (line);
  return 0;
}
