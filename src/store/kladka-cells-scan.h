/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-value.h"

G_BEGIN_DECLS

/**
 * kladka_cells_scan:
 * @json: a change's cells as the journal has them
 * @scratch: room to work in, to be used again
 *
 * A quick look at what is plainly as we write it: known cells in their order, an old and a new value each that fit
 * them. Opening a plan looks at every change there ever was, and a parser made for all JSON takes twenty times as long.
 *
 * Returns: TRUE if it is sound; FALSE if only the parser can tell
 */
gboolean kladka_cells_scan (const char *json, const KladkaTypeInfo *info, gboolean creates, GString *scratch);

G_END_DECLS
