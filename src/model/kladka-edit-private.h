/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the files of edits and steps share; not for other rooms. */

#include "kladka-edit.h"

G_BEGIN_DECLS

#define KLADKA_EDIT_CREATE G_MAXUINT

/* @cell is KLADKA_EDIT_CREATE for "this record is new". */
typedef struct {
  KladkaType type;
  const char *id;
  guint cell;
  KladkaValue value;
} KladkaEdit;

const KladkaEdit *kladka_edits_get (const KladkaEdits *self, guint index);

/* A step without changes, to be filled before anybody else sees it. */
KladkaStep *kladka_step_new_bare (const char *id, const KladkaStepInfo *info);
/* @cells: (transfer full) (element-type KladkaCellChange): by rising cell */
void kladka_step_take_change (KladkaStep *self, KladkaType type, const char *id, gboolean creates, GArray *cells);
/* An empty array that frees its values. */
GArray *kladka_cell_changes_new (void);
/* @before, @after: (transfer full) */
void kladka_cell_changes_take (GArray *self, guint cell, KladkaValue before, KladkaValue after);
int kladka_cell_change_compare (gconstpointer a, gconstpointer b);

/* Brings a value into the one form that a record gives back: no empty choices, tags sorted and once each. */
void kladka_value_normalise (KladkaValue *self, const KladkaCell *cell);

/* The record of that type and id, deleted or not; NULL if there is none. */
const KladkaRecord *kladka_plan_peek_typed (const KladkaPlan *self, KladkaType type, const char *id);

/* The language that gettext speaks now: for names in error sentences. */
KladkaLang kladka_error_lang (void);
/* For error sentences: the field's label, with the language for a cell of a text in three languages. */
char *kladka_cell_dup_error_label (const KladkaCell *cell);

G_END_DECLS
