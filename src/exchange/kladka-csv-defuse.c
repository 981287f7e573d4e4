/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-csv-defuse.h"

#include <string.h>

/* Spreadsheets skip blanks before a formula. */
static gboolean
would_run (const char *text)
{
  while (*text == '\'')
    text++;
  while (*text == ' ' || g_str_has_prefix (text, "\xc2\xa0"))
    text += *text == ' ' ? 1 : 2;
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

char *
kladka_csv_dup_defused (const char *text)
{
  return would_run (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

const char *
kladka_csv_skip_defusal (const char *text)
{
  return *text == '\'' && would_run (text) ? text + 1 : text;
}
