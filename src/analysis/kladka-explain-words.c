/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-coverage.h"

#include <math.h>

#define NO_BREAK "\u00A0"
#define ABOUT "≈" NO_BREAK

/* Whether @number is whole, but for what binary fractions cannot say. */
static gboolean
is_whole (double number)
{
  return fabs (number - nearbyint (number)) < 1e-6;
}

char *
kladka_cover_dup_label (double share, const KladkaWords *words)
{
  g_autofree char *text = kladka_words_dup_share (words, share);

  return g_strconcat (is_whole (share * 100) ? "" : ABOUT, text, NULL);
}

static char *
dup_number (const KladkaWords *words, double number)
{
  g_autofree char *text = kladka_words_dup_decimal (words, llrint (number * 100), 2, 0);

  return g_strconcat (is_whole (number * 100) ? "" : ABOUT, text, NULL);
}

/* "= 60%" or "≈ 33%" */
static char *
dup_result (const char *number)
{
  return g_str_has_prefix (number, ABOUT) ? g_strdup (number) : g_strconcat ("=" NO_BREAK, number, NULL);
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
  g_autofree char *cover = kladka_cover_dup_label (cell->cover, words);
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

static const char *
get_not_counted (const KladkaWords *words)
{
  return kladka_words_get (words, KN_ ("; does not count"));
}

static void
say_certainties (GPtrArray *sentences, const KladkaCoverageCell *cell, KladkaCertainty line, const KladkaWords *words)
{
  for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
    {
      g_autofree char *share = kladka_cover_dup_label (cell->by[certainty], words);

      if (cell->by[certainty] > 0)
        g_ptr_array_add (sentences, g_strdup_printf ("%s: %s%s", kladka_certainty_get_label (certainty, words), share,
                                                     certainty <= line ? "" : get_not_counted (words)));
    }
  if (cell->lost > 0)
    {
      g_autofree char *lost = kladka_cover_dup_label (cell->lost, words);

      g_ptr_array_add (sentences,
                       g_strdup_printf (kladka_words_get (words, KN_ ("Lost with projects that stopped: %s")), lost));
    }
}

static void
say_need (GPtrArray *sentences, const KladkaPlan *plan, const KladkaExplainedNeed *need, const KladkaWords *words)
{
  const char *label = kladka_plan_get_label (plan, &need->need->base, kladka_words_get_lang (words));
  g_autofree char *months = kladka_months_dup_label (need->months, words);
  g_autofree char *cover = kladka_cover_dup_label (need->cover, words);
  gint32 n_months = need->months.to - need->months.from;
  g_autofree char *product = dup_number (words, (double)need->weight * n_months * need->cover);
  g_autofree char *result = dup_result (product);

  g_ptr_array_add (
      sentences,
      g_strdup_printf (kladka_words_get (words, KN_ ("%1$s, %2$s: weight %3$d × months %4$d × cover %5$s %6$s")), label,
                       months, need->weight, n_months, cover, result));
  if (need->amount_unknown)
    g_ptr_array_add (sentences, g_strdup (kladka_words_get (words, KN_ ("· Something without a quantity may be given "
                                                                        "to it too: how much is not known"))));
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

static char *
dup_giving (const KladkaPlan *plan,
            const KladkaNeed *need,
            const KladkaExplainedGiving *giving,
            const KladkaWords *words)
{
  g_autofree char *delivery = dup_delivery_label (plan, giving->delivery, words);
  g_autofree char *months = kladka_months_dup_label (giving->months, words);
  g_autofree char *share = kladka_cover_dup_label (giving->share / giving->part, words);
  g_autofree char *result = dup_result (share);
  g_autofree char *given = dup_quantity (words, giving->given);
  g_autofree char *wanted = dup_quantity (words, MAX (need->quantity, 0));
  const char *certainty = kladka_certainty_get_label (giving->certainty, words);

  if (giving->given > 0)
    return g_strdup_printf (kladka_words_get (words, KN_ ("· %1$s, %2$s: %3$s of %4$s %5$s, %6$s")), delivery, months,
                            given, wanted, result, certainty);
  return g_strdup_printf (kladka_words_get (words, KN_ ("· %1$s, %2$s: not measured, counted as %3$s, %4$s")), delivery,
                          months, share, certainty);
}

static void
say_giving (GPtrArray *sentences,
            const KladkaPlan *plan,
            const KladkaNeed *need,
            const KladkaExplainedGiving *giving,
            gboolean counts,
            const KladkaWords *words)
{
  g_autofree char *text = dup_giving (plan, need, giving, words);
  g_autofree char *part = kladka_cover_dup_label (giving->part, words);
  g_autofree char *share = kladka_cover_dup_label (giving->share, words);
  g_autofree char *result = dup_result (share);
  GString *sentence = g_string_new (text);

  if (giving->part < 1)
    g_string_append_printf (sentence, kladka_words_get (words, KN_ ("; share in that: %1$s, %2$s")), part, result);
  if (!counts)
    g_string_append (sentence, get_not_counted (words));
  g_ptr_array_add (sentences, g_string_free (sentence, FALSE));
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
  say_certainties (sentences, &self->cell, self->line, words);
  if (self->is_share && self->cell.weight > 0)
    g_ptr_array_add (sentences,
                     g_strdup (kladka_words_get (words, KN_ ("The sum of weight × months is that of all needs of the "
                                                             "plan; below are those that got something from here."))));
  for (guint i = 0; i < self->needs->len; i++)
    {
      const KladkaExplainedNeed *need = g_ptr_array_index (self->needs, i);

      say_need (sentences, plan, need, words);
      for (guint j = 0; j < need->givings->len; j++)
        {
          const KladkaExplainedGiving *giving = &g_array_index (need->givings, KladkaExplainedGiving, j);

          say_giving (sentences, plan, need->need, giving, giving->certainty <= self->line, words);
        }
    }
  for (guint i = 0; i < self->unused->len; i++)
    say_unused (sentences, plan, g_ptr_array_index (self->unused, i), words);
  g_ptr_array_add (sentences, NULL);
  return (char **)g_ptr_array_free (sentences, FALSE);
}
