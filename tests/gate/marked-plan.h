/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* A plan in which every text of every record is a word of its own that says how high the record counts: "zqRED17".
 * Which records rest on which stands in the .c file by hand, not in the field tables. */

#include "kladka-plan.h"

G_BEGIN_DECLS

#define MARKED_LEVELS 5

/* "zqRED": begins every word of that height. KLADKA_MARKING_NONE: of deleted records, which never leave. */
const char *marked_plan_get_stem (KladkaMarking marking);

/**
 * marked_plan_new:
 * @limit: records that count as higher are not made at all
 * @ret_words: (out) (optional) (element-type utf8): all words of the plan
 */
KladkaPlan *marked_plan_new (KladkaMarking limit, GPtrArray **ret_words);

G_END_DECLS
