/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-form-acts.h"

#include "kladka-beginnings.h"
#include "kladka-format.h"
#include "kladka-id.h"

static const KladkaRecord *
find_record (KladkaViewState *view_state, KladkaRef ref)
{
  KladkaPlan *plan = kladka_view_state_get_plan (view_state);

  return plan != NULL ? kladka_plan_get (plan, ref) : NULL;
}

static void
send (KladkaViewState *view_state, const KladkaEdits *edits, const char *verb, const KladkaRecord *record, int cell)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  KladkaLang lang = kladka_words_get_lang (kladka_view_state_get_words (view_state));
  const char *args[] = { info->name, kladka_plan_get_label (kladka_view_state_get_plan (view_state), record, lang),
                         cell >= 0 ? info->cells[cell].name : NULL, NULL };

  kladka_view_state_apply (view_state, edits, verb, args);
}

KladkaCommitted
kladka_form_commit_value (KladkaViewState *view_state, KladkaRef ref, guint cell, KladkaValue value)
{
  const KladkaRecord *record = find_record (view_state, ref);
  KladkaPlan *plan = kladka_view_state_get_plan (view_state);
  g_auto (KladkaValue) taken = value;
  g_auto (KladkaValue) old = KLADKA_VALUE_INIT;
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();

  if (record == NULL)
    return KLADKA_COMMITTED_NOT;
  old = kladka_record_dup_value (record, cell, kladka_plan_get_ids (plan));
  if (kladka_value_equal (&old, &taken))
    {
      kladka_view_state_set_typing (view_state, ref, cell, NULL, NULL);
      return KLADKA_COMMITTED_SAME;
    }
  /* Without a word: the plan that comes back tells. */
  kladka_typing_set (kladka_view_state_get_typing (view_state), ref, cell, NULL, NULL);
  kladka_edits_set (edits, record->type, kladka_plan_get_id (plan, record), cell, taken);
  taken = KLADKA_VALUE_INIT;
  send (view_state, edits, KLADKA_VERB_EDIT, record, cell);
  return KLADKA_COMMITTED_SENT;
}

static const char *
get_currency (const KladkaPlan *plan)
{
  const KladkaPlanInfo *info = kladka_plan_get_info (plan);

  return info != NULL ? info->base_currency : NULL;
}

KladkaCommitted
kladka_form_commit_text (KladkaViewState *view_state, KladkaRef ref, guint cell, const char *text, KladkaCommit commit)
{
  const KladkaRecord *record = find_record (view_state, ref);
  KladkaPlan *plan = kladka_view_state_get_plan (view_state);
  const KladkaCell *info;
  g_autoptr (GError) error = NULL;
  g_auto (KladkaValue) value = KLADKA_VALUE_INIT;

  if (record == NULL)
    return KLADKA_COMMITTED_NOT;
  info = &kladka_type_get (record->type)->cells[cell];
  if (kladka_cell_parse_shown (info, text, plan, get_currency (plan), kladka_view_state_get_words (view_state), &value,
                               &error)
      && kladka_value_check (&value, info, &error))
    {
      KladkaValue taken = value;

      value = KLADKA_VALUE_INIT;
      return kladka_form_commit_value (view_state, ref, cell, taken);
    }
  if (commit == KLADKA_COMMIT_DONE)
    kladka_view_state_set_typing (view_state, ref, cell, text, error->message);
  return KLADKA_COMMITTED_NOT;
}

KladkaRef
kladka_form_add (KladkaViewState *view_state, KladkaType type, const KladkaField *field, KladkaRef owner)
{
  KladkaIds *ids = kladka_plan_get_ids (kladka_view_state_get_plan (view_state));
  const KladkaTypeInfo *info = kladka_type_get (type);
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autofree char *id = kladka_id_new ();
  const char *args[] = { info->name, "", NULL };
  KladkaRef ref = kladka_ids_intern (ids, id);

  kladka_edits_create (edits, type, id);
  kladka_edits_set_beginning (edits, type, id);
  if (field != NULL)
    kladka_edits_set_named (edits, type, id, field->name, kladka_value_text (kladka_ids_get_id (ids, owner)));
  kladka_view_state_expect (view_state, ref);
  kladka_view_state_apply (view_state, edits, KLADKA_VERB_ADD, args);
  return ref;
}

void
kladka_form_delete (KladkaViewState *view_state, KladkaRef ref)
{
  const KladkaRecord *record = find_record (view_state, ref);
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();

  if (record == NULL || record->type == KLADKA_TYPE_PLAN)
    return;
  kladka_edits_delete (edits, kladka_view_state_get_plan (view_state), record);
  send (view_state, edits, KLADKA_VERB_DELETE, record, -1);
}
