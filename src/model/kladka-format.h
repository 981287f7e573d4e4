/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"

G_BEGIN_DECLS

/**
 * KladkaFinder:
 *
 * Finds records of a plan by what people call them: id, reference, code, short name, IATI identifier, name in any
 * language. Built once, then O(1) a look-up; any thread.
 */
typedef struct _KladkaFinder KladkaFinder;
KladkaFinder *kladka_finder_new (const KladkaPlan *plan);
void kladka_finder_free (KladkaFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaFinder, kladka_finder_free)
/* NULL if none; @ret_n: (out) (optional): how many fit. An id wins over a reference or code, these over a name. */
const KladkaRecord *kladka_finder_find (KladkaFinder *self, KladkaType type, const char *text, guint *ret_n);
/* All that fit, in no order. Returns: (transfer full) (element-type KladkaRecord): borrowed records */
GPtrArray *kladka_finder_find_all (KladkaFinder *self, KladkaType type, const char *text);
const KladkaPlan *kladka_finder_get_plan (const KladkaFinder *self);

/**
 * kladka_cell_dup_shown:
 * @plan: (nullable): turns references into labels
 *
 * A cell's content for people: in forms, tables, history, briefings. "" for none.
 */
char *kladka_cell_dup_shown (const KladkaCell *cell,
                             const KladkaValue *value,
                             const KladkaPlan *plan,
                             const KladkaWords *words);
/* The same straight from a record. */
char *kladka_record_dup_shown (const KladkaRecord *self, guint cell, const KladkaPlan *plan, const KladkaWords *words);

/**
 * kladka_cell_parse_shown:
 * @plan: (nullable): finds references by id, reference, short name or name
 * @fallback_currency: (nullable): for amounts without one
 *
 * What people type or a CSV holds, into a value: dates, numbers and money as the language writes them, choices by label
 * in any language or by code, references by id, reference, code, short name or name (in any language; folded). The file
 * forms are always taken too.
 *
 * Errors: %KLADKA_ERROR_INVALID: a sentence saying what is wrong with the text and what would do; for a reference that
 * fits several records, which ones.
 */
gboolean kladka_cell_parse_shown (const KladkaCell *cell,
                                  const char *text,
                                  const KladkaPlan *plan,
                                  const char *fallback_currency,
                                  const KladkaWords *words,
                                  KladkaValue *ret_value,
                                  GError **error);

/* The same for many cells: @finder (nullable) is built once. */
gboolean kladka_cell_parse_found (const KladkaCell *cell,
                                  const char *text,
                                  KladkaFinder *finder,
                                  const char *fallback_currency,
                                  const KladkaWords *words,
                                  KladkaValue *ret_value,
                                  GError **error);

G_END_DECLS
