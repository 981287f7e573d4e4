/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-problem.h"

void
kladka_problem_free (KladkaProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

GPtrArray *
kladka_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)kladka_problem_free);
}

void
kladka_problems_add (GPtrArray *self,
                     KladkaSeverity severity,
                     KladkaType type,
                     const char *id,
                     int cell,
                     guint line,
                     char *take_text)
{
  KladkaProblem *problem = g_new0 (KladkaProblem, 1);
  problem->severity = severity;
  problem->type = type;
  problem->id = g_strdup (id);
  problem->cell = cell;
  problem->line = line;
  problem->text = take_text;
  g_ptr_array_add (self, problem);
}
