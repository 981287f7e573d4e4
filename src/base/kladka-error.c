/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-error.h"

G_DEFINE_QUARK (kladka - error - quark, kladka_error)
