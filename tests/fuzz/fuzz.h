/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What a target is: takes any bytes, and neither crashes, leaks nor hangs. libFuzzer's name; returns 0. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
