/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-coverage.h"

G_BEGIN_DECLS

/**
 * kladka_coverage_dup_json:
 * @grids: (array length=n_grids): the grids whose rows are written too
 * @ceiling: up to which marking the plan was looked at; stands in the text
 *
 * All of it, so that anybody can work it out again from the exported plan: what it rests on; per need and month its
 * cover by certainty and by delivery; per row and period the figures with state and marks. Sorted; the same plan gives
 * the same bytes.
 *
 * Units: quantities in whole thousandths, shares of 1, months as 2027-03, days as 2027-03-05.
 *
 * Returns: (transfer full): JSON in UTF-8
 */
GBytes *kladka_coverage_dup_json (const KladkaCoverage *self,
                                  const KladkaGrid *const *grids,
                                  guint n_grids,
                                  KladkaMarking ceiling);

G_END_DECLS
