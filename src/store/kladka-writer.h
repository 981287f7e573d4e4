/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-edit.h"
#include "kladka-session.h"

G_BEGIN_DECLS

/* Writes what a step changes into the tables of records; the caller holds the transaction. */
gboolean kladka_writer_write_step (KladkaSession *session, const KladkaStep *step, GError **error);

G_END_DECLS
