/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the tests of edits, formats and rules share. */

#include "kladka-edit.h"

G_BEGIN_DECLS

/* A value that @cell takes; different for different @seed. Texts hold no comma. References name records that need not
 * exist. */
KladkaValue fixture_value (const KladkaCell *cell, guint seed);

/* Applies edits as a step; the test fails where they are refused. @ret_step: (out) (optional) */
KladkaPlan *fixture_apply (const KladkaPlan *plan, const KladkaEdits *edits, KladkaStep **ret_step);

/* The plan's record and one of every other type, every cell set, named "<type>-1". */
KladkaPlan *fixture_plan_full (void);

/* Do both hold the same records? */
gboolean fixture_plans_equal (const KladkaPlan *a, const KladkaPlan *b);

#define fixture_text(edits, type, id, cell, text)                                                                      \
  kladka_edits_set_named ((edits), (type), (id), (cell), kladka_value_text (text))

G_END_DECLS
