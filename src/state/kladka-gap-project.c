/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-gap-project.h"

#include "kladka-id.h"

static const KladkaNeed *
find_neediest (const KladkaExplanation *explanation)
{
  const KladkaNeed *neediest = NULL;
  double most = 0;

  for (guint i = 0; i < explanation->needs->len; i++)
    {
      const KladkaExplainedNeed *need = g_ptr_array_index (explanation->needs, i);
      double lack = need->weight * (1 - need->cover) * (need->months.to - need->months.from);

      if (lack <= most)
        continue;
      most = lack;
      neediest = need->need;
    }
  return neediest;
}

static void
set_ref (KladkaEdits *edits, const KladkaPlan *plan, const char *id, const char *cell, KladkaRef ref)
{
  const KladkaRecord *record = kladka_plan_get (plan, ref);

  if (record != NULL)
    kladka_edits_set_named (edits, KLADKA_TYPE_DELIVERY, id, cell,
                            kladka_value_text (kladka_plan_get_id (plan, record)));
}

static void
add_delivery (KladkaEdits *edits, const KladkaPlan *plan, const char *project, const KladkaNeed *need, gint32 month)
{
  g_autofree char *id = kladka_id_new ();

  kladka_edits_create (edits, KLADKA_TYPE_DELIVERY, id);
  kladka_edits_set_named (edits, KLADKA_TYPE_DELIVERY, id, "project", kladka_value_text (project));
  set_ref (edits, plan, id, "need", need->base.ref);
  set_ref (edits, plan, id, "capability", need->capability);
  set_ref (edits, plan, id, "recipient", need->recipient != 0 ? need->recipient : need->beneficiary);
  kladka_edits_set_named (edits, KLADKA_TYPE_DELIVERY, id, "due_on",
                          kladka_value_date (kladka_date_new_month (month / 12, month % 12 + 1)));
}

void
kladka_gap_project_add (KladkaViewState *state,
                        const KladkaGrid *grid,
                        guint row,
                        guint period,
                        const KladkaExplanation *explanation)
{
  static const char *const titles[] = { "title_en", "title_pl", "title_uk" };
  KladkaPlan *plan = kladka_view_state_get_plan (state);
  KladkaWords *words = kladka_view_state_get_words (state);
  const KladkaNeed *need = find_neediest (explanation);
  KladkaSpan months = period < kladka_grid_get_n_periods (grid)
                          ? kladka_grid_get_period (grid, period)
                          : kladka_coverage_get_months (kladka_grid_get_coverage (grid));
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autofree char *id = kladka_id_new ();
  g_autofree char *title = NULL;

  if (need == NULL)
    return;
  title = g_strdup_printf (kladka_words_get (words, KN_ ("Project for %s")),
                           kladka_plan_get_label (plan, &need->base, kladka_words_get_lang (words)));
  kladka_edits_create (edits, KLADKA_TYPE_PROJECT, id);
  kladka_edits_set_named (edits, KLADKA_TYPE_PROJECT, id, titles[kladka_words_get_lang (words)],
                          kladka_value_text (title));
  kladka_edits_set_named (edits, KLADKA_TYPE_PROJECT, id, "status", kladka_value_integer (KLADKA_STATUS_IDEA));
  add_delivery (edits, plan, id, need, months.from);
  kladka_view_state_expect (state, kladka_ids_intern (kladka_plan_get_ids (plan), id));
  kladka_view_state_apply (state, edits, KLADKA_VERB_ADD,
                           (const char *[]){ kladka_type_get (KLADKA_TYPE_PROJECT)->name, title, NULL });
}
