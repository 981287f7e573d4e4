/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-table.h"

/* A table as lines of text for a terminal: columns under one another, numbers to the right. Returns: (transfer full) */
GBytes *kladka_cli_table_new_text (const KladkaTable *table, const KladkaWords *words);
