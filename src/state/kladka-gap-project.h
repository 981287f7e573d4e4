/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * kladka_gap_project_add:
 * @period: of the cell; the number of periods for the whole row
 *
 * Asks for a project with one delivery that would bring what the cell lacks: the capability and recipient of its row,
 * or of the need in it that lacks most; due when the period begins. One step.
 */
void kladka_gap_project_add (KladkaViewState *state,
                             const KladkaGrid *grid,
                             guint row,
                             guint period,
                             const KladkaExplanation *explanation);

G_END_DECLS
