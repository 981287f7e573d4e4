/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kladka-plan.h"

G_BEGIN_DECLS

/**
 * KladkaCeilingRow:
 *
 * Chooses the ceiling of what leaves the program, and tells its maker how many records stay out. What leaves is the
 * plan that kladka_ceiling_row_get_plan() gives, and nothing else.
 */
#define KLADKA_TYPE_CEILING_ROW (kladka_ceiling_row_get_type ())
G_DECLARE_FINAL_TYPE (KladkaCeilingRow, kladka_ceiling_row, KLADKA, CEILING_ROW, AdwComboRow)

/* Begins with the plan's default marking. Once. */
void kladka_ceiling_row_set_plan (KladkaCeilingRow *self, KladkaPlan *plan);
KladkaMarking kladka_ceiling_row_get_ceiling (KladkaCeilingRow *self);
/* Below the ceiling. (transfer none) */
KladkaPlan *kladka_ceiling_row_get_plan (KladkaCeilingRow *self);
guint kladka_ceiling_row_get_n_left_out (KladkaCeilingRow *self);

G_END_DECLS
