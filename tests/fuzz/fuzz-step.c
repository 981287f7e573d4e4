/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "kladka-edit.h"

static gboolean
add (KladkaStepBuilder *builder, KladkaType type, gboolean creates, const char *json)
{
  return kladka_step_builder_add (builder, type, "n", creates, json, NULL);
}

/* The journal of a foreign file: what is taken is written as text that is taken again, and can be applied. */
static void
read_cells (KladkaType type, gboolean creates, const char *json)
{
  KladkaStepInfo info = { .verb = KLADKA_VERB_EDIT };
  g_autoptr (KladkaStepBuilder) builder = kladka_step_builder_new ("s", &info);
  g_autoptr (KladkaStepBuilder) other = kladka_step_builder_new ("s", &info);

  if (!add (builder, type, creates, json))
    return;
  g_autoptr (KladkaStep) step = kladka_step_builder_end (g_steal_pointer (&builder));
  g_autofree char *again = kladka_change_dup_cells_json (kladka_step_get_change (step, 0));
  g_assert_true (add (other, type, creates, again));
  g_autoptr (KladkaPlan) empty = kladka_plan_new_empty ();
  KladkaPlan *plan = kladka_plan_new_with_step (empty, step, NULL);
  g_assert_true ((plan != NULL) == creates);
  g_clear_pointer (&plan, kladka_plan_unref);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *json = g_strndup ((const char *)data, size);

  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      read_cells (type, FALSE, json);
      read_cells (type, TRUE, json);
    }
  return 0;
}
