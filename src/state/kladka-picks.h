/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"

G_BEGIN_DECLS

/* One thing that can be picked: a record, or a choice (from 1). */
typedef struct {
  char *label;
  char *detail; /* (nullable): the name behind a reference */
  KladkaRef ref;
  guint choice;
} KladkaPick;

/**
 * KladkaPicks:
 *
 * What a field that points or chooses can take, in the language's order (choices in theirs), to be narrowed by typing.
 * Frozen.
 */
typedef struct _KladkaPicks KladkaPicks;

/* @field: of kind CHOICE, BOOL, SET, REF or REFS; @except: (0 = none): a record that cannot point to itself. */
KladkaPicks *
kladka_picks_new (const KladkaPlan *plan, const KladkaField *field, KladkaRef except, const KladkaWords *words);
void kladka_picks_free (KladkaPicks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaPicks, kladka_picks_free)

guint kladka_picks_get_n (const KladkaPicks *self);
const KladkaPick *kladka_picks_get (const KladkaPicks *self, guint pick);
/* The picks in which every word of @text occurs, at most @max; what begins with it first. @ret_n_left_out: (out)
 * (optional). Returns: (transfer full) (element-type guint) */
GArray *kladka_picks_find (const KladkaPicks *self, const char *text, guint max, guint *ret_n_left_out);

G_END_DECLS
