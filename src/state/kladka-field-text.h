/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"

G_BEGIN_DECLS

/* The number of @field's first cell in the table of its type. */
guint kladka_field_get_first_cell (const KladkaTypeInfo *info, const KladkaField *field);

/* What a table shows of a field: a text in three languages, or the name of what it points to, in the words' language,
 * else in the first there is with that language behind it: "Title (pl)". "" for none. */
char *kladka_field_dup_shown (const KladkaField *field,
                              const KladkaRecord *record,
                              const KladkaPlan *plan,
                              const KladkaWords *words);

/**
 * kladka_record_dup_summary:
 * @owner: (nullable): the field that says what the record belongs to; left out
 * @ret_details: (out) (optional): the rest, or ""
 *
 * A line for a record that nobody gave a name: the first two of its columns that hold something; the others as details.
 *
 * Returns: (transfer full): the line; the type's label where nothing is filled in
 */
char *kladka_record_dup_summary (const KladkaRecord *record,
                                 const KladkaField *owner,
                                 const KladkaPlan *plan,
                                 const KladkaWords *words,
                                 char **ret_details);

G_END_DECLS
