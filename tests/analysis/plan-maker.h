/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"

#include <string.h>

/* Plans for tests, from text: a record a line, "type id column=value column=value ...", values in their file form, ~
 * for a blank. Lines that begin with # and empty lines are left out. A mistake ends the test. */

static inline void
plan_maker_set (KladkaPacker *packer, const KladkaTypeInfo *info, char *pair)
{
  char *value = strchr (pair, '=');
  int column;

  if (value == NULL)
    g_error ("%s: not a column and value of %s", pair, info->name);
  *value++ = '\0';
  g_strdelimit (value, "~", ' ');
  column = kladka_type_find_column (info, pair);
  if (column < 0 || !kladka_packer_set_column (packer, column, value))
    g_error ("%s=%s: not a column and value of %s", pair, value, info->name);
}

static inline KladkaRecord *
plan_maker_make_record (KladkaPacker *packer, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  const KladkaTypeInfo *info = kladka_type_find (words[0]);

  if (info == NULL || words[1] == NULL)
    g_error ("%s: not a record", line);
  kladka_packer_begin (packer, info->type, words[1]);
  for (guint i = 2; words[i] != NULL; i++)
    if (*words[i] != '\0')
      plan_maker_set (packer, info, words[i]);
  return kladka_packer_finish (packer);
}

static inline KladkaPlan *
plan_maker_new (const char *text)
{
  g_autoptr (KladkaIds) ids = kladka_ids_new ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (ids);
  KladkaPlanBuilder *builder = kladka_plan_builder_new (ids);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && *lines[i] != '#')
      kladka_plan_builder_take (builder, plan_maker_make_record (packer, lines[i]));
  return kladka_plan_builder_end (builder);
}
