/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"
#include "kladka-session.h"

G_BEGIN_DECLS

/**
 * kladka_reader_read_plan:
 *
 * All rows of a database of the newest schema as a plan of its own family of ids. Every value is looked at as if it
 * came from a stranger.
 *
 * Errors: %KLADKA_ERROR_INVALID, naming record and field; %G_IO_ERROR_CANCELLED
 *
 * Cost: linear; some ten nanoseconds a cell.
 */
KladkaPlan *kladka_reader_read_plan (KladkaSession *session, GCancellable *cancellable, GError **error);

G_END_DECLS
