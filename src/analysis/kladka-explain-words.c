/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-coverage.h"

#include <math.h>

static char *
dup_percent (const KladkaWords *words, double share)
{
  return kladka_words_dup_percent (words, (int)lrint (share * 1000));
}

static char *
dup_number (const KladkaWords *words, double number)
{
  return kladka_words_dup_decimal (words, llrint (number * 100), 2, 0);
}

static char *
dup_quantity (const KladkaWords *words, gint64 quantity)
{
  return kladka_words_dup_decimal (words, quantity, KLADKA_QUANTITY_SCALE, 0);
}

static char *
dup_month (const KladkaWords *words, gint32 month)
{
  return kladka_words_dup_date (words, kladka_date_new_month (month / 12, month % 12 + 1));
}

char *
kladka_months_dup_label (KladkaSpan months, const KladkaWords *words)
{
  g_autofree char *from = dup_month (words, months.from);
  g_autofree char *to = dup_month (words, months.to - 1);

  if (months.to - months.from <= 1)
    return g_steal_pointer (&from);
  return g_strdup_printf ("%s – %s", from, to);
}

char *
kladka_coverage_spec_dup_note (const KladkaCoverageSpec *self, const KladkaWords *words)
{
  g_autofree char *day = kladka_words_dup_date (words, kladka_date_new_from_day (self->as_of));
  const char *counted[KLADKA_N_CERTAINTIES + 1] = { NULL };
  g_autofree char *list = NULL;
  GString *note = g_string_new (NULL);

  for (guint certainty = 0; certainty <= self->line; certainty++)
    counted[certainty] = kladka_certainty_get_label (certainty, words);
  list = kladka_words_dup_list (words, counted);
  g_string_append_printf (note, kladka_words_get (words, KN_ ("As of %s.")), day);
  g_string_append_c (note, ' ');
  g_string_append_printf (note, kladka_words_get (words, KN_ ("Supply that counts: %s.")), list);
  g_string_append_c (note, ' ');
  g_string_append (note, self->include_unverified
                             ? kladka_words_get (words, KN_ ("Needs not yet verified are included."))
                             : kladka_words_get (words, KN_ ("Only verified needs are included.")));
  return g_string_free (note, FALSE);
}

static void
say_cell (GPtrArray *sentences, const KladkaCoverageCell *cell, const KladkaWords *words)
{
  g_autofree char *cover = dup_percent (words, cell->cover);
  g_autofree char *got = dup_number (words, cell->cover * cell->weight);
  g_autofree char *weight = dup_number (words, cell->weight);
  const char *state = kladka_state_get_label (cell->state, words);

  if (cell->weight <= 0)
    g_ptr_array_add (sentences, g_strdup_printf (kladka_words_get (words, KN_ ("%s: no need is active here.")), state));
  else
    g_ptr_array_add (sentences,
                     g_strdup_printf (kladka_words_get (words, KN_ ("%1$s: cover %2$s = sum of weight × months × cover "
                                                                    "%3$s / sum of weight × months %4$s.")),
                                      state, cover, got, weight));
}

static void
say_certainties (GPtrArray *sentences, const KladkaCoverageCell *cell, const KladkaWords *words)
{
  for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
    {
      g_autofree char *share = dup_percent (words, cell->by[certainty]);

      if (cell->by[certainty] > 0)
        g_ptr_array_add (sentences, g_strdup_printf ("%s: %s", kladka_certainty_get_label (certainty, words), share));
    }
  if (cell->lost > 0)
    {
      g_autofree char *lost = dup_percent (words, cell->lost);

      g_ptr_array_add (sentences,
                       g_strdup_printf (kladka_words_get (words, KN_ ("Lost with projects that stopped: %s")), lost));
    }
}

static void
say_need (GPtrArray *sentences, const KladkaPlan *plan, const KladkaExplainedNeed *need, const KladkaWords *words)
{
  const char *label = kladka_plan_get_label (plan, &need->need->base, kladka_words_get_lang (words));
  g_autofree char *months = kladka_months_dup_label (need->months, words);
  g_autofree char *cover = dup_percent (words, need->cover);
  gint32 n_months = need->months.to - need->months.from;
  g_autofree char *product = dup_number (words, (double)need->weight * n_months * need->cover);

  g_ptr_array_add (
      sentences,
      g_strdup_printf (kladka_words_get (words, KN_ ("%1$s, %2$s: weight %3$d × months %4$d × cover %5$s = %6$s")),
                       label, months, need->weight, n_months, cover, product));
}

static char *
dup_delivery_label (const KladkaPlan *plan, const KladkaDelivery *delivery, const KladkaWords *words)
{
  KladkaLang lang = kladka_words_get_lang (words);
  const KladkaProject *project = kladka_plan_project (plan, delivery->project);
  const KladkaCapability *capability = kladka_plan_capability (plan, delivery->capability);
  const char *name = project != NULL ? kladka_plan_get_label (plan, &project->base, lang) : NULL;

  if (name == NULL || capability == NULL)
    return g_strdup (name != NULL ? name : kladka_plan_get_label (plan, &delivery->base, lang));
  return g_strdup_printf ("%s (%s)", name, kladka_plan_get_label (plan, &capability->base, lang));
}

static void
say_giving (GPtrArray *sentences,
            const KladkaPlan *plan,
            const KladkaNeed *need,
            const KladkaExplainedGiving *giving,
            const KladkaWords *words)
{
  g_autofree char *delivery = dup_delivery_label (plan, giving->delivery, words);
  g_autofree char *months = kladka_months_dup_label (giving->months, words);
  g_autofree char *share = dup_percent (words, giving->share);
  g_autofree char *given = dup_quantity (words, giving->given);
  g_autofree char *wanted = dup_quantity (words, MAX (need->quantity, 0));
  const char *certainty = kladka_certainty_get_label (giving->certainty, words);

  if (giving->given > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (kladka_words_get (words, KN_ ("· %1$s, %2$s: %3$s of %4$s = %5$s, %6$s")),
                                      delivery, months, given, wanted, share, certainty));
  else
    g_ptr_array_add (
        sentences, g_strdup_printf (kladka_words_get (words, KN_ ("· %1$s, %2$s: not measured, counted as %3$s, %4$s")),
                                    delivery, months, share, certainty));
}

static void
say_unused (GPtrArray *sentences, const KladkaPlan *plan, const KladkaDelivery *delivery, const KladkaWords *words)
{
  g_autofree char *label = dup_delivery_label (plan, delivery, words);

  g_ptr_array_add (sentences, g_strdup_printf (kladka_words_get (words, KN_ ("Not used, or not wholly: %s")), label));
}

char **
kladka_explanation_dup_sentences (const KladkaExplanation *self, const KladkaPlan *plan, const KladkaWords *words)
{
  GPtrArray *sentences = g_ptr_array_new ();

  say_cell (sentences, &self->cell, words);
  say_certainties (sentences, &self->cell, words);
  for (guint i = 0; i < self->needs->len; i++)
    {
      const KladkaExplainedNeed *need = g_ptr_array_index (self->needs, i);

      say_need (sentences, plan, need, words);
      for (guint j = 0; j < need->givings->len; j++)
        say_giving (sentences, plan, need->need, &g_array_index (need->givings, KladkaExplainedGiving, j), words);
    }
  for (guint i = 0; i < self->unused->len; i++)
    say_unused (sentences, plan, g_ptr_array_index (self->unused, i), words);
  g_ptr_array_add (sentences, NULL);
  return (char **)g_ptr_array_free (sentences, FALSE);
}
