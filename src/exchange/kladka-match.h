/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-draft.h"
#include "kladka-resolver.h"

/* Private to exchange: a draft on its way to becoming edits. */

typedef struct {
  const KladkaDraft *draft;
  const KladkaTypeInfo *info;
  char *id;
  const KladkaRecord *record; /* of the plan, deleted ones too; NULL = new */
  KladkaValue *values;        /* by cell: what the record would hold */
  guint8 *touched;            /* by cell: the file says something about it */
  GPtrArray *needs;           /* ids of records that it refers to; owned */
  char *refusal;              /* why it is left out */
} KladkaMatch;

/* Finds the record that @draft means: by id, by key, by identifier, reference or code, by name. */
KladkaMatch *kladka_match_new (const KladkaDraft *draft, KladkaResolver *resolver);
void kladka_match_free (KladkaMatch *self);
/* The first reason counts. */
void kladka_match_refuse (KladkaMatch *self, char *take_text);
/* Tells the resolver what the file calls the record. */
void kladka_match_announce (const KladkaMatch *self, KladkaResolver *resolver);
/* What people call the record as the file has it, best first: identifier, reference, names. (transfer container) */
GPtrArray *kladka_match_list_names (const KladkaDraft *draft);

/* Turns the draft's cells into values. What cannot be read is a reason to refuse, and goes to @problems.
 */
typedef struct {
  KladkaResolver *resolver;
  KladkaWords *const *words; /* to read texts with: all languages, the file's first */
  const KladkaWords *speech; /* the planner's: to complain in */
  const char *currency;      /* (nullable): of amounts without one */
  GPtrArray *problems;
} KladkaMatchContext;
void kladka_match_parse (KladkaMatch *self, const KladkaMatchContext *context);
/* Does the plan's record have it, in any language? */
gboolean kladka_match_is_field_set (const KladkaMatch *self, const KladkaField *field);
/* Gives the cells that the file does not speak of what the plan has; empties them where the file tells all of the
 * record (@partial is FALSE). */
void kladka_match_complete (KladkaMatch *self, const KladkaPlan *plan, gboolean partial);
