/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From here on a crash of this process leaves none of its memory behind, in a file or with whoever collects crashes: a
 * plan's gaps are in it. Programs it starts inherit that. Returns: FALSE where the system refuses */
gboolean kladka_core_dump_turn_off (void);

G_END_DECLS
