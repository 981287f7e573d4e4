/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-edit.h"

G_BEGIN_DECLS

/* What a record starts with that somebody begins: a need as a draft, a project as an idea ... */
void kladka_edits_set_beginning (KladkaEdits *self, KladkaType type, const char *id);
/* The choice of that cell; 0 = it starts empty. */
guint kladka_type_get_beginning (KladkaType type, const char *cell);

G_END_DECLS
