/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Private to exchange: text that a spreadsheet would run gets an apostrophe before it, and loses it again on reading.
 * What already begins so gets one more, so that every text comes back as it was. */

/* Returns: (transfer full) */
char *kladka_csv_dup_defused (const char *text);
/* Borrowed: @text or what follows its first sign. */
const char *kladka_csv_skip_defusal (const char *text);
