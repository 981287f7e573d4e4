/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-records.h"

G_BEGIN_DECLS

/**
 * KladkaPlan:
 *
 * A frozen moment of a plan: reference counted, never changes, usable from any thread. A plan made from another shares
 * all unchanged records with it. Deleted records are left out of all look-ups but those that peek.
 */
typedef struct _KladkaPlan KladkaPlan;

KladkaPlan *kladka_plan_ref (const KladkaPlan *self);
void kladka_plan_unref (KladkaPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaPlan, kladka_plan_unref)

/* A plan without any record, of a new family of ids. */
KladkaPlan *kladka_plan_new_empty (void);

/**
 * KladkaPlanBuilder:
 *
 * Fills a plan record by record; for readers of files. Records must come from a packer with the same ids.
 */
typedef struct _KladkaPlanBuilder KladkaPlanBuilder;
KladkaPlanBuilder *kladka_plan_builder_new (KladkaIds *ids);
/* Starts from what @plan holds. */
KladkaPlanBuilder *kladka_plan_builder_new_from (const KladkaPlan *plan);
/* @record: (transfer full): replaces an older one of the same id. */
void kladka_plan_builder_take (KladkaPlanBuilder *self, KladkaRecord *record);
/* Frees the builder. Returns: (transfer full) */
KladkaPlan *kladka_plan_builder_end (KladkaPlanBuilder *self);
void kladka_plan_builder_free (KladkaPlanBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaPlanBuilder, kladka_plan_builder_free)

/**
 * kladka_plan_new_below:
 *
 * The marking gate: the plan without every record above @ceiling. A record counts as marked as high as itself (or the
 * plan's default) and as all that it rests on (fields flagged KLADKA_FIELD_RESTS, transitively). Other references to
 * what was dropped are emptied, and the plan is a new family of ids, so that not even an id is left. Deleted records
 * are dropped too.
 *
 * @ret_n_left_out: (out) (optional): how many were dropped for their marking: for the maker's eyes only
 *
 * Returns: (transfer full): the plan below the ceiling
 */
KladkaPlan *kladka_plan_new_below (const KladkaPlan *self, KladkaMarking ceiling, guint *ret_n_left_out);
/* The highest of its own marking, the plan's default if it has none, and what it rests on. */
KladkaMarking kladka_plan_get_marking_of (const KladkaPlan *self, const KladkaRecord *record);
/* The plan's default marking; AMBER where it says none. */
KladkaMarking kladka_plan_get_default_marking (const KladkaPlan *self);

KladkaIds *kladka_plan_get_ids (const KladkaPlan *self);
/* The plan's own record; NULL in an empty plan. */
const KladkaPlanInfo *kladka_plan_get_info (const KladkaPlan *self);

/* Records of a type lie in slots 0 to n - 1, some empty (NULL). Borrowed as long as the plan. */
guint kladka_plan_get_n_slots (const KladkaPlan *self, KladkaType type);
const KladkaRecord *kladka_plan_get_at (const KladkaPlan *self, KladkaType type, guint slot);
/* The same, deleted or not. */
const KladkaRecord *kladka_plan_peek_at (const KladkaPlan *self, KladkaType type, guint slot);
/* How many there are. */
guint kladka_plan_get_n_records (const KladkaPlan *self, KladkaType type);

/* NULL where there is none (never was, was deleted, is of another type). */
const KladkaRecord *kladka_plan_get (const KladkaPlan *self, KladkaRef ref);
const KladkaRecord *kladka_plan_get_typed (const KladkaPlan *self, KladkaType type, KladkaRef ref);
const KladkaRecord *kladka_plan_find (const KladkaPlan *self, const char *id);
const KladkaRecord *kladka_plan_peek_deleted (const KladkaPlan *self, KladkaRef ref);
/* Deleted or not. */
const KladkaRecord *kladka_plan_peek (const KladkaPlan *self, KladkaRef ref);
const char *kladka_plan_get_id (const KladkaPlan *self, const KladkaRecord *record);

#define kladka_plan_organisation(p, r)                                                                                 \
  ((const KladkaOrganisation *)kladka_plan_get_typed ((p), KLADKA_TYPE_ORGANISATION, (r)))
#define kladka_plan_capability(p, r)                                                                                   \
  ((const KladkaCapability *)kladka_plan_get_typed ((p), KLADKA_TYPE_CAPABILITY, (r)))
#define kladka_plan_initiative(p, r)                                                                                   \
  ((const KladkaInitiative *)kladka_plan_get_typed ((p), KLADKA_TYPE_INITIATIVE, (r)))
#define kladka_plan_need(p, r) ((const KladkaNeed *)kladka_plan_get_typed ((p), KLADKA_TYPE_NEED, (r)))
#define kladka_plan_project(p, r) ((const KladkaProject *)kladka_plan_get_typed ((p), KLADKA_TYPE_PROJECT, (r)))

/* Walks the records of a type: `for (guint i = 0; kladka_plan_next (plan, KLADKA_TYPE_NEED, &i, &record);)` */
gboolean kladka_plan_next (const KladkaPlan *self, KladkaType type, guint *slot, const KladkaRecord **ret_record);

/**
 * kladka_plan_get_owned:
 *
 * The records of @type whose reference field points to @owner: deliveries of a project, transactions to an
 * organisation.
 * @field: a REF field of @type.
 *
 * Cost: the index of a field is built on first use by a plan (linear) and kept; then O(result). Any thread.
 *
 * Returns: (transfer none): records in slot order, @ret_n of them
 */
const KladkaRecord *const *
kladka_plan_get_owned (const KladkaPlan *self, KladkaType type, const char *field, KladkaRef owner, guint *ret_n);

/* The records of @type in the order of their ids; borrowed; built on first use and kept. */
const KladkaRecord *const *kladka_plan_get_sorted (const KladkaPlan *self, KladkaType type, guint *ret_n);

/* What people call it, for tables, tooltips and sentences: short name or reference, else the name in the language.
 * @fallback for records without any. Never NULL. */
const char *kladka_plan_get_label (const KladkaPlan *self, const KladkaRecord *record, KladkaLang lang);
/* The same, with the language of a name in another one seen behind it. */
char *kladka_plan_dup_label (const KladkaPlan *self, const KladkaRecord *record, KladkaLang lang);
/* In full, for those who know no references: the name, shown so, else the label. Never NULL. */
char *kladka_plan_dup_name (const KladkaPlan *self, const KladkaRecord *record, KladkaLang lang);
/* Both, where it has both: "N-012 Forensic laboratory". */
char *kladka_plan_dup_title (const KladkaPlan *self, const KladkaRecord *record, KladkaLang lang);

G_END_DECLS
