/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-giving.h"
#include "kladka-turns.h"

G_BEGIN_DECLS

/**
 * kladka_givings_keep_need:
 * @lost: (nullable): by month of the need
 * @changes: room for a mark in each month of the plan
 *
 * Private to analysis: makes the stretches of a need from the bookings in its account.
 */
void kladka_givings_keep_need (KladkaGivings *self,
                               const KladkaTurns *turns,
                               guint need,
                               const double *lost,
                               guint8 *changes);

G_END_DECLS
