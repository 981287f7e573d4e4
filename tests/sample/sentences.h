/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-coverage.h"

G_BEGIN_DECLS

/* Reads the sentences of every cell, and of every row as a whole, as a planner with a pocket calculator would: what is
 * said to be equal must be, what is said to be about equal must be within the rounding, and the lines must add up to
 * the first one. The test fails where they do not. Returns: how many lines of needs it read. */
guint sentences_check (const KladkaGrid *grid, const KladkaWords *words);

G_END_DECLS
