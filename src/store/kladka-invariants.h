/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-edit.h"

G_BEGIN_DECLS

/* Private to the store: what holds in every plan, whoever made it. A file that breaks it is not opened, so an edit that
 * would break it is not taken either. Errors of both: %KLADKA_ERROR_INVALID, naming the record. */

/* A whole plan from a file: one plan record, no record above itself, no parent that is not there. */
gboolean kladka_invariants_check_plan (const KladkaPlan *plan, GError **error);
/* The same for what @step did; @after is the plan after it, @before had it all. */
gboolean kladka_invariants_check_step (const KladkaPlan *before,
                                       const KladkaPlan *after,
                                       const KladkaStep *step,
                                       GError **error);

G_END_DECLS
