/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk.h"

#include "kladka-format.h"

static void
add_plan (Desk *self, KladkaPlan *plan)
{
  g_ptr_array_add (self->plans, plan);
  kladka_view_state_set_plan (self->view_state, plan);
}

static KladkaStep *
new_step (Desk *self, const KladkaEdits *edits, const char *verb, const char *const *args)
{
  KladkaStepInfo info = { .author = "Test", .verb = verb, .args = args };
  g_autoptr (GError) error = NULL;
  KladkaStep *step = kladka_step_new (desk_get_plan (self), edits, &info, &error);

  g_assert_no_error (error);
  return step;
}

static void
take_step (Desk *self, KladkaStep *step)
{
  g_autoptr (GError) error = NULL;
  KladkaPlan *plan = kladka_plan_new_with_step (desk_get_plan (self), step, &error);

  g_assert_no_error (error);
  add_plan (self, plan);
}

typedef struct {
  Desk *desk;
  KladkaStep *step;
} Late;

static gboolean
late_cb (gpointer data)
{
  Late *late = data;

  take_step (late->desk, late->step);
  kladka_step_unref (late->step);
  g_free (late);
  return G_SOURCE_REMOVE;
}

static void
apply_cb (Desk *self, const KladkaEdits *edits, const char *verb, char **args)
{
  g_autoptr (KladkaStep) step = new_step (self, edits, verb, (const char *const *)args);

  if (step == NULL)
    return;
  g_ptr_array_add (self->verbs, g_strjoin (" ", verb, g_strv_length (args) > 2 ? args[2] : NULL, NULL));
  if (self->late)
    {
      Late *late = g_new0 (Late, 1);

      *late = (Late){ self, g_steal_pointer (&step) };
      g_timeout_add (20, late_cb, late);
    }
  else
    take_step (self, step);
}

Desk *
desk_new (KladkaLang lang)
{
  Desk *self = g_new0 (Desk, 1);
  g_autoptr (KladkaWords) words = kladka_words_new (lang, g_getenv ("KLADKA_LOCALE_DIR"));

  self->plans = g_ptr_array_new_with_free_func ((GDestroyNotify)kladka_plan_unref);
  self->verbs = g_ptr_array_new_with_free_func (g_free);
  self->view_state = kladka_view_state_new (words, kladka_day_from_civil (2026, 11, 23));
  g_signal_connect_swapped (self->view_state, "apply", G_CALLBACK (apply_cb), self);
  add_plan (self, kladka_plan_new_empty ());
  return self;
}

void
desk_let_go (KladkaViewState *view_state)
{
  gpointer left = view_state;
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  /* The worker that computes the coverage or folds the texts holds it a little longer, and nobody tells the main loop
   * when it lets go. */
  g_object_add_weak_pointer (left, &left);
  g_object_unref (view_state);
  while (left != NULL && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_null (left);
}

void
desk_free (Desk *self)
{
  g_signal_handlers_disconnect_by_data (self->view_state, self);
  desk_let_go (self->view_state);
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->verbs);
  g_free (self);
}

KladkaPlan *
desk_get_plan (Desk *self)
{
  return self->plans->pdata[self->plans->len - 1];
}

void
desk_apply (Desk *self, KladkaEdits *edits)
{
  g_autoptr (KladkaStep) step = new_step (self, edits, KLADKA_VERB_EDIT, NULL);

  g_assert_nonnull (step);
  take_step (self, step);
}

void
desk_undo (Desk *self)
{
  g_assert_cmpuint (self->plans->len, >, 1);
  kladka_view_state_set_plan (self->view_state, self->plans->pdata[self->plans->len - 2]);
  g_ptr_array_set_size (self->plans, self->plans->len - 1);
}

KladkaRef
desk_find (Desk *self, const char *id)
{
  const KladkaRecord *record = kladka_plan_find (desk_get_plan (self), id);

  g_assert_nonnull (record);
  return record->ref;
}

char *
desk_dup_shown (Desk *self, KladkaRef ref, const char *cell)
{
  const KladkaRecord *record = kladka_plan_get (desk_get_plan (self), ref);

  g_assert_nonnull (record);
  return kladka_record_dup_shown (record, kladka_type_find_cell (kladka_type_get (record->type), cell),
                                  desk_get_plan (self), kladka_view_state_get_words (self->view_state));
}

static void
add_need (KladkaEdits *edits, const char *id, const char *reference, const char *title, int quantity, KladkaDate from)
{
  kladka_edits_create (edits, KLADKA_TYPE_NEED, id);
  desk_text (edits, NEED, id, "reference", reference);
  desk_text (edits, NEED, id, "title_en", title);
  desk_text (edits, NEED, id, "capability", "cap-edr");
  desk_text (edits, NEED, id, "recipient", "org-mod");
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, id, "stage", kladka_value_integer (KLADKA_STAGE_VERIFIED));
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, id, "wanted_from", kladka_value_date (from));
  if (quantity > 0)
    kladka_edits_set_named (edits, KLADKA_TYPE_NEED, id, "quantity", kladka_value_integer (quantity * 1000));
}

static void
add_plan_record (KladkaEdits *edits)
{
  kladka_edits_create (edits, KLADKA_TYPE_PLAN, "plan-1");
  desk_text (edits, PLAN, "plan-1", "title_en", "A plan");
  desk_text (edits, PLAN, "plan-1", "base_currency", "EUR");
  kladka_edits_set_named (edits, KLADKA_TYPE_PLAN, "plan-1", "period_start",
                          kladka_value_date (kladka_date_new_month (2026, 1)));
  kladka_edits_set_named (edits, KLADKA_TYPE_PLAN, "plan-1", "period_end",
                          kladka_value_date (kladka_date_new_month (2030, 12)));
  kladka_edits_set_named (edits, KLADKA_TYPE_PLAN, "plan-1", "default_marking",
                          kladka_value_integer (KLADKA_MARKING_AMBER));
}

static void
add_organisation (KladkaEdits *edits, const char *id, const char *short_name, const char *name)
{
  kladka_edits_create (edits, KLADKA_TYPE_ORGANISATION, id);
  desk_text (edits, ORGANISATION, id, "name_en", name);
  desk_text (edits, ORGANISATION, id, "short_name", short_name);
}

void
desk_furnish (Desk *self)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();

  add_plan_record (edits);
  add_organisation (edits, "org-mod", "MDT", "Ministry of Digital Transformation");
  add_organisation (edits, "org-ee", "Estonia", "Republic of Estonia");
  kladka_edits_create (edits, KLADKA_TYPE_CAPABILITY, "cap-edr");
  desk_text (edits, CAPABILITY, "cap-edr", "code", "DE.CM");
  desk_text (edits, CAPABILITY, "cap-edr", "title_en", "Monitoring");
  add_need (edits, "need-1", "N-001", "EDR like in Łódź", 800, kladka_date_new_month (2026, 7));
  add_need (edits, "need-2", "N-002", "КИЇВ: навчання", 0, kladka_date_new_year (2026));
  add_need (edits, "need-3", "N-010", "Backups", 90, KLADKA_DATE_NONE);
  kladka_edits_create (edits, KLADKA_TYPE_PROJECT, "project-1");
  desk_text (edits, PROJECT, "project-1", "title_en", "EDR for all");
  kladka_edits_create (edits, KLADKA_TYPE_DELIVERY, "delivery-1");
  desk_text (edits, DELIVERY, "delivery-1", "project", "project-1");
  desk_text (edits, DELIVERY, "delivery-1", "capability", "cap-edr");
  desk_text (edits, DELIVERY, "delivery-1", "need", "need-1");
  desk_apply (self, edits);
}
