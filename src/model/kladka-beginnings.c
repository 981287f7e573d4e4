/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-beginnings.h"

static const struct {
  KladkaType type;
  const char *cell;
  guint choice;
} beginnings[] = {
  { KLADKA_TYPE_NEED, "stage", KLADKA_STAGE_DRAFT },
  { KLADKA_TYPE_PROJECT, "status", KLADKA_STATUS_IDEA },
  { KLADKA_TYPE_OFFER, "state", 1 },
  { KLADKA_TYPE_DEPENDENCY, "kind", KLADKA_DEPENDENCY_FINISH_TO_START },
};

void
kladka_edits_set_beginning (KladkaEdits *self, KladkaType type, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (beginnings[i].type == type)
      kladka_edits_set_named (self, type, id, beginnings[i].cell, kladka_value_integer (beginnings[i].choice));
}

guint
kladka_type_get_beginning (KladkaType type, const char *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (beginnings[i].type == type && g_str_equal (beginnings[i].cell, cell))
      return beginnings[i].choice;
  return 0;
}
