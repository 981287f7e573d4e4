/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-coverage.h"

/* Each letter has a context of its own, so that a language can choose eight that differ. */
static const struct {
  const char *label;
  const char *letter_context;
  const char *letter;
} states[KLADKA_N_STATES] = {
  [KLADKA_STATE_NOT_RECORDED] = { KC_ ("coverage state", "Not recorded"), "coverage letter: not recorded",
                                  KC_ ("coverage letter: not recorded", "N") },
  [KLADKA_STATE_UNASKED] = { KC_ ("coverage state", "Unasked"), "coverage letter: unasked",
                             KC_ ("coverage letter: unasked", "U") },
  [KLADKA_STATE_AMOUNT_UNKNOWN] = { KC_ ("coverage state", "Amount unknown"), "coverage letter: amount unknown",
                                    KC_ ("coverage letter: amount unknown", "A") },
  [KLADKA_STATE_GAP] = { KC_ ("coverage state", "Gap"), "coverage letter: gap", KC_ ("coverage letter: gap", "G") },
  [KLADKA_STATE_LAPSING] = { KC_ ("coverage state", "Lapsing"), "coverage letter: lapsing",
                             KC_ ("coverage letter: lapsing", "L") },
  [KLADKA_STATE_PARTLY] = { KC_ ("coverage state", "Partly covered"), "coverage letter: partly covered",
                            KC_ ("coverage letter: partly covered", "P") },
  [KLADKA_STATE_DUPLICATED] = { KC_ ("coverage state", "Duplicated"), "coverage letter: duplicated",
                                KC_ ("coverage letter: duplicated", "D") },
  [KLADKA_STATE_COVERED] = { KC_ ("coverage state", "Covered"), "coverage letter: covered",
                             KC_ ("coverage letter: covered", "C") },
};

static const char *const certainties[KLADKA_N_CERTAINTIES] = {
  [KLADKA_CERTAINTY_DELIVERING] = KC_ ("certainty", "Delivering"),
  [KLADKA_CERTAINTY_COMMITTED] = KC_ ("certainty", "Committed"),
  [KLADKA_CERTAINTY_END_UNKNOWN] = KC_ ("certainty", "End unknown"),
  [KLADKA_CERTAINTY_PLANNED] = KC_ ("certainty", "Planned"),
};

const char *
kladka_state_get_label (KladkaCellState state, const KladkaWords *words)
{
  return kladka_words_get_c (words, "coverage state", states[state].label);
}

gboolean
kladka_cell_has_figure (const KladkaCoverageCell *self)
{
  return self->weight > 0 && self->state != KLADKA_STATE_AMOUNT_UNKNOWN && self->state != KLADKA_STATE_NOT_RECORDED;
}

const char *
kladka_state_get_letter (KladkaCellState state, const KladkaWords *words)
{
  return kladka_words_get_c (words, states[state].letter_context, states[state].letter);
}

const char *
kladka_mark_get_label (KladkaCellMarks mark, const KladkaWords *words)
{
  switch (mark)
    {
    case KLADKA_MARK_LAPSING:
      return kladka_words_get_c (words, "coverage mark", KC_ ("coverage mark", "Lapsing"));
    case KLADKA_MARK_DUPLICATED:
      return kladka_words_get_c (words, "coverage mark", KC_ ("coverage mark", "Duplicated"));
    case KLADKA_MARK_END_UNKNOWN:
      return kladka_words_get_c (words, "coverage mark", KC_ ("coverage mark", "End unknown"));
    case KLADKA_MARK_IMPRECISE:
      return kladka_words_get_c (words, "coverage mark", KC_ ("coverage mark", "Imprecise"));
    case KLADKA_MARK_NOT_MEASURED:
    default:
      return kladka_words_get_c (words, "coverage mark", KC_ ("coverage mark", "Not measured"));
    }
}

const char *
kladka_certainty_get_label (KladkaCertainty certainty, const KladkaWords *words)
{
  return kladka_words_get_c (words, "certainty", certainties[certainty]);
}

static const char *const state_codes[KLADKA_N_STATES] = {
  [KLADKA_STATE_NOT_RECORDED] = "not-recorded",
  [KLADKA_STATE_UNASKED] = "unasked",
  [KLADKA_STATE_AMOUNT_UNKNOWN] = "amount-unknown",
  [KLADKA_STATE_GAP] = "gap",
  [KLADKA_STATE_LAPSING] = "lapsing",
  [KLADKA_STATE_PARTLY] = "partly-covered",
  [KLADKA_STATE_DUPLICATED] = "duplicated",
  [KLADKA_STATE_COVERED] = "covered",
};

static const char *const mark_codes[] = { "lapsing", "duplicated", "end-unknown", "imprecise", "not-measured" };

static const char *const certainty_codes[KLADKA_N_CERTAINTIES] = {
  [KLADKA_CERTAINTY_DELIVERING] = "delivering",
  [KLADKA_CERTAINTY_COMMITTED] = "committed",
  [KLADKA_CERTAINTY_END_UNKNOWN] = "end-unknown",
  [KLADKA_CERTAINTY_PLANNED] = "planned",
};

static const char *const dimension_codes[KLADKA_N_DIMENSIONS] = {
  [KLADKA_DIMENSION_CAPABILITY] = "capability",
  [KLADKA_DIMENSION_RECIPIENT] = "recipient",
  [KLADKA_DIMENSION_BENEFICIARY] = "beneficiary",
  [KLADKA_DIMENSION_SECTOR] = "sector",
  [KLADKA_DIMENSION_TAG] = "tag",
  [KLADKA_DIMENSION_DONOR] = "donor",
  [KLADKA_DIMENSION_IMPLEMENTER] = "implementer",
  [KLADKA_DIMENSION_INITIATIVE] = "initiative",
};

static const char *const unit_codes[] = { "month", "quarter", "year" };

const char *
kladka_state_get_code (KladkaCellState state)
{
  return state_codes[state];
}

const char *
kladka_mark_get_code (KladkaCellMarks mark)
{
  return mark_codes[g_bit_nth_lsf (mark, -1)];
}

const char *
kladka_certainty_get_code (KladkaCertainty certainty)
{
  return certainty_codes[certainty];
}

const char *
kladka_dimension_get_code (KladkaDimension dimension)
{
  return dimension_codes[dimension];
}

const char *
kladka_period_unit_get_code (KladkaPeriodUnit unit)
{
  return unit_codes[unit];
}

static const char *const dimension_labels[KLADKA_N_DIMENSIONS] = {
  [KLADKA_DIMENSION_CAPABILITY] = KC_ ("dimension", "Capability"),
  [KLADKA_DIMENSION_RECIPIENT] = KC_ ("dimension", "Recipient"),
  [KLADKA_DIMENSION_BENEFICIARY] = KC_ ("dimension", "Beneficiary"),
  [KLADKA_DIMENSION_SECTOR] = KC_ ("dimension", "Sector"),
  [KLADKA_DIMENSION_TAG] = KC_ ("dimension", "Tag"),
  [KLADKA_DIMENSION_DONOR] = KC_ ("dimension", "Donor"),
  [KLADKA_DIMENSION_IMPLEMENTER] = KC_ ("dimension", "Implementer"),
  [KLADKA_DIMENSION_INITIATIVE] = KC_ ("dimension", "Initiative"),
};

const char *
kladka_dimension_get_label (KladkaDimension dimension, const KladkaWords *words)
{
  return kladka_words_get_c (words, "dimension", dimension_labels[dimension]);
}
