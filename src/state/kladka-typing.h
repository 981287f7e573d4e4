/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-record.h"

G_BEGIN_DECLS

/**
 * KladkaTyping:
 *
 * What has been typed into fields and is not part of the plan, by record and cell; with the sentence that says why it
 * cannot go in. A plain mutable value.
 */
typedef struct _KladkaTyping KladkaTyping;

KladkaTyping *kladka_typing_new (void);
void kladka_typing_free (KladkaTyping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaTyping, kladka_typing_free)

/* @text: (nullable): NULL forgets the cell; @error: (nullable). Returns whether anything changed. */
gboolean kladka_typing_set (KladkaTyping *self, KladkaRef ref, guint cell, const char *text, const char *error);
/* NULL where nothing is typed. @ret_error: (out) (optional) (nullable). Borrowed until the cell is set again. */
const char *kladka_typing_get (KladkaTyping *self, KladkaRef ref, guint cell, const char **ret_error);
void kladka_typing_clear (KladkaTyping *self);

G_END_DECLS
