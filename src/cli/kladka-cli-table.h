/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-table.h"

/* What stands above a table of a plan or what explains it: marking and title, what it rests on, and that records above
 * the ceiling are left out. */
void kladka_cli_table_append_head (GString *out, const KladkaTable *table, const char *boundary);
/* A table as lines of text for a terminal: columns under one another, numbers to the right. @boundary: as above
 * Returns: (transfer full) */
GBytes *kladka_cli_table_new_text (const KladkaTable *table, const char *boundary, const KladkaWords *words);
