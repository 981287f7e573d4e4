/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-files.h"

G_BEGIN_DECLS

/**
 * KladkaOrigin:
 *
 * Where a working copy comes from: kept beside it as origin.json. Private to the store.
 * @path: the user's file; NULL = untitled
 * @identity: of that file when it was last read or written
 * @saved_head: the step it stands for; NULL = none
 */
typedef struct {
  char *path;
  KladkaIdentity identity;
  char *saved_head;
} KladkaOrigin;

KladkaOrigin *kladka_origin_new (void);
void kladka_origin_free (KladkaOrigin *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaOrigin, kladka_origin_free)

/* Errors: %G_IO_ERROR_NOT_FOUND, %KLADKA_ERROR_DAMAGED */
KladkaOrigin *kladka_origin_new_load (const char *folder, GError **error);
/* Replaces origin.json durably. */
gboolean kladka_origin_store (const KladkaOrigin *self, const char *folder, GError **error);

G_END_DECLS
