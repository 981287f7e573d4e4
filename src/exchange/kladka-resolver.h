/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-draft.h"
#include "kladka-format.h"

/* Private to exchange: which record a text of a file means, among a plan and the other drafts of the same file. */

typedef struct _KladkaResolver KladkaResolver;

KladkaResolver *kladka_resolver_new (const KladkaPlan *plan);
void kladka_resolver_free (KladkaResolver *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaResolver, kladka_resolver_free)

KladkaFinder *kladka_resolver_get_finder (KladkaResolver *self);

/* Tells that the file has a record @id of @type that people call @text. */
void kladka_resolver_add (KladkaResolver *self, KladkaType type, const char *text, const char *id);
/* The id of what @text names, in the plan or the file; NULL if none or several. */
const char *kladka_resolver_find (KladkaResolver *self, KladkaType type, const char *text, guint *ret_n);
