/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-problem.h"
#include "kladka-typing.h"

G_BEGIN_DECLS

/**
 * KladkaFormRow:
 * @cell: the field's first; of a text in three languages + language
 * @texts: what each cell shows, or what is typed into it and not yet part of the plan; @texts[0] for other kinds
 * @typed: whether @texts is such typing
 * @value: of the first cell, as the plan has it
 * @fallback: (nullable): of a text in three languages: what is shown in its place in the words' language
 * @problem: (nullable): sentences, a line each
 *
 * One field of the form.
 */
typedef struct {
  const KladkaField *field;
  guint cell;
  guint n_cells;
  const char *label;
  const char *help;
  char *texts[KLADKA_N_LANGS];
  gboolean typed[KLADKA_N_LANGS];
  KladkaValue value;
  char *fallback;
  char *problem;
  KladkaSeverity severity;
  guint n_problems;
} KladkaFormRow;

/**
 * KladkaFormOwned:
 *
 * The records of one type that belong to the form's record; there is one for every type that can. @records is borrowed
 * from the plan.
 */
typedef struct {
  KladkaType type;
  const KladkaField *field; /* that says to what they belong */
  const char *label;        /* "Deliveries" */
  const char *label_one;
  const KladkaRecord *const *records;
  guint n_records;
} KladkaFormOwned;

/**
 * KladkaFormState:
 *
 * What the form of one record shows, as plain values. Frozen; keeps the plan it was made from.
 */
typedef struct _KladkaFormState KladkaFormState;

/* @typing: (nullable). NULL where @ref names no record of the plan. */
KladkaFormState *
kladka_form_state_new (const KladkaPlan *plan, KladkaRef ref, const KladkaWords *words, KladkaTyping *typing);
void kladka_form_state_free (KladkaFormState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaFormState, kladka_form_state_free)

KladkaType kladka_form_state_get_record_type (const KladkaFormState *self);
KladkaRef kladka_form_state_get_ref (const KladkaFormState *self);
const KladkaRecord *kladka_form_state_get_record (const KladkaFormState *self);
/* "EDR for courts"; the type's label where the record has no name. */
const char *kladka_form_state_get_name (const KladkaFormState *self);
/* "Need N-002" */
const char *kladka_form_state_get_subtitle (const KladkaFormState *self);
KladkaMarking kladka_form_state_get_marking (const KladkaFormState *self);

/* By section, in it by the order of the field table. */
guint kladka_form_state_get_n_rows (const KladkaFormState *self);
const KladkaFormRow *kladka_form_state_get_row (const KladkaFormState *self, guint row);
guint kladka_form_state_count_problems (const KladkaFormState *self, KladkaSection section);
/* Of the record as a whole, a line each; NULL for none. */
const char *kladka_form_state_get_problem (const KladkaFormState *self);

guint kladka_form_state_get_n_owned (const KladkaFormState *self);
const KladkaFormOwned *kladka_form_state_get_owned (const KladkaFormState *self, guint owned);

G_END_DECLS
