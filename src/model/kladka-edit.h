/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"

G_BEGIN_DECLS

/**
 * KladkaEdits:
 *
 * What somebody wants changed: an ordered list of "this record is new" and "this cell of that record becomes that".
 * Everything that changes a plan - typing, dragging, import, merge, a partner's package - is edits. A plain mutable
 * value.
 */
typedef struct _KladkaEdits KladkaEdits;

KladkaEdits *kladka_edits_new (void);
void kladka_edits_free (KladkaEdits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaEdits, kladka_edits_free)
guint kladka_edits_get_n (const KladkaEdits *self);

/* A record that is there already stays as it is; a deleted one of that id comes back. */
void kladka_edits_create (KladkaEdits *self, KladkaType type, const char *id);
/* @value: (transfer full): none empties the cell */
void kladka_edits_set (KladkaEdits *self, KladkaType type, const char *id, guint cell, KladkaValue value);
/* By cell name ("title_pl", "wanted_from"); an unknown name is a programmer's error. */
void kladka_edits_set_named (KladkaEdits *self, KladkaType type, const char *id, const char *cell, KladkaValue value);
/* Sets *deleted* on the record and on all that it owns. */
void kladka_edits_delete (KladkaEdits *self, const KladkaPlan *plan, const KladkaRecord *record);
void kladka_edits_append (KladkaEdits *self, const KladkaEdits *other);

/**
 * KladkaChange:
 *
 * What a step did to one record: per touched cell the old and the new value.
 */
typedef struct {
  guint cell;
  KladkaValue before;
  KladkaValue after;
} KladkaCellChange;

typedef struct {
  KladkaType type;
  const char *id;
  gboolean creates; /* the record did not exist before */
  guint n_cells;
  const KladkaCellChange *cells; /* by rising cell number */
} KladkaChange;

/**
 * KladkaStep:
 *
 * Changes that belong together, with who, when and why: frozen, reference counted. @verb is one of KLADKA_VERB_…; it
 * and @args become a sentence when shown. An undoing step names the step it undoes; a redoing step names the undoing
 * one.
 */
typedef struct _KladkaStep KladkaStep;

#define KLADKA_VERB_NEW_PLAN "new-plan" /* - */
#define KLADKA_VERB_ADD "add"           /* type, label */
#define KLADKA_VERB_EDIT "edit"         /* type, label, cell name */
#define KLADKA_VERB_MOVE "move"         /* type, label */
#define KLADKA_VERB_DELETE "delete"     /* type, label */
#define KLADKA_VERB_RESTORE "restore"   /* type, label */
#define KLADKA_VERB_IMPORT "import"     /* file name, number of records */
#define KLADKA_VERB_UNDO "undo"         /* verb and args of the step undone */
#define KLADKA_VERB_REDO "redo"         /* verb and args of the step redone */

KladkaStep *kladka_step_ref (const KladkaStep *self);
void kladka_step_unref (KladkaStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaStep, kladka_step_unref)

const char *kladka_step_get_id (const KladkaStep *self);
const char *kladka_step_get_parent (const KladkaStep *self); /* NULL for the first */
gint64 kladka_step_get_time (const KladkaStep *self);        /* microseconds, UTC; information only */
const char *kladka_step_get_author (const KladkaStep *self);
const char *kladka_step_get_verb (const KladkaStep *self);
const char *const *kladka_step_get_args (const KladkaStep *self);
const char *kladka_step_get_undoes (const KladkaStep *self); /* id of the step this one takes back; NULL */
guint kladka_step_get_n_changes (const KladkaStep *self);
const KladkaChange *kladka_step_get_change (const KladkaStep *self, guint index);

/**
 * KladkaStepInfo:
 *
 * Who, when, why, of a step to be made. @args is NULL-terminated or NULL.
 */
typedef struct {
  const char *parent;
  const char *author;
  gint64 time;
  const char *verb;
  const char *const *args;
  const char *undoes;
} KladkaStepInfo;

/**
 * kladka_step_new:
 *
 * Turns edits into changes against @plan: old values are looked up, what changes nothing is dropped, each value is
 * checked against its field. Returns NULL without an error where nothing would change.
 *
 * Errors: %KLADKA_ERROR_INVALID for a value that its field refuses, an id that is none or belongs to another type, a
 * cell of a record that does not exist; the message names record and field.
 */
KladkaStep *
kladka_step_new (const KladkaPlan *plan, const KladkaEdits *edits, const KladkaStepInfo *info, GError **error);

/* The step that takes @self back: old and new swapped; creating becomes deleting (the row stays, deleted). */
KladkaStep *kladka_step_new_inverse (const KladkaStep *self, const KladkaStepInfo *info);

/**
 * kladka_plan_new_with_step:
 *
 * Errors: %KLADKA_ERROR_CONFLICT where the plan does not hold an expected old value; then nothing is changed.
 *
 * Cost: microseconds for a step of a few cells, at any size of plan.
 *
 * Returns: (transfer full): the plan after the step
 */
KladkaPlan *kladka_plan_new_with_step (const KladkaPlan *self, const KladkaStep *step, GError **error);

/* One change as JSON from the field tables: {"type":…,"id":…,"creates":true,"cells":{"title_en":["old","new"]…}}; and
 * back. For the journal:
 * @type, @id and @creates stand in columns of their own, the cells in this text. Errors: %KLADKA_ERROR_DAMAGED */
char *kladka_change_dup_cells_json (const KladkaChange *self);
/* Rebuilds a step from the journal's parts. */
typedef struct _KladkaStepBuilder KladkaStepBuilder;
KladkaStepBuilder *kladka_step_builder_new (const char *id, const KladkaStepInfo *info);
gboolean kladka_step_builder_add (KladkaStepBuilder *self,
                                  KladkaType type,
                                  const char *id,
                                  gboolean creates,
                                  const char *cells_json,
                                  GError **error);
KladkaStep *kladka_step_builder_end (KladkaStepBuilder *self);
void kladka_step_builder_free (KladkaStepBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaStepBuilder, kladka_step_builder_free)

/* "Wanted until of N-012: May 2026 → open", a sentence a line. */
char *kladka_step_dup_sentence (const KladkaStep *self, const KladkaWords *words);
char *kladka_cell_change_dup_words (const KladkaCellChange *self,
                                    KladkaType type,
                                    const KladkaPlan *plan,
                                    const KladkaWords *words);

G_END_DECLS
