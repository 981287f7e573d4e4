/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to analysis: sorts by the upper half of each key; those alike stay as they stand. Linear. */
void kladka_order_keys (guint64 *keys, guint n);

G_END_DECLS
