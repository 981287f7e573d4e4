/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"
#include "kladka-table.h"

G_BEGIN_DECLS

/**
 * kladka_differences_dup_table:
 * @older, @newer: of one family of ids or of two: records are the same by their id
 * @before, @after: what the columns of the two are called
 *
 * What differs between two plans, in words: a row for each record that only one of them has, and a row for each field
 * that they say differently. Its marking, which is also its note, is the highest of both default markings, of the
 * records it has rows of, in both plans, and of what their cells name.
 *
 * Cost: O(cells of the records that the plans do not share). Any thread.
 *
 * Returns: (transfer full)
 */
KladkaTable *kladka_differences_dup_table (const KladkaPlan *older,
                                           const KladkaPlan *newer,
                                           const char *title,
                                           const char *before,
                                           const char *after,
                                           const KladkaWords *words);

G_END_DECLS
