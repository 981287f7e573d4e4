/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-files.h"
#include "kladka-session.h"

G_BEGIN_DECLS

/* Private to the store: from the working copy to the user's file. */

/* Builds the complete file at @path, which must not exist, and checks it as if it came from a stranger. */
gboolean kladka_saver_build (KladkaSession *session, const char *path, GCancellable *cancellable, GError **error);

/**
 * kladka_saver_place:
 * @built: the complete file
 * @target: where it goes; a link is followed and stays a link
 * @known: (nullable): what the target should be; NULL: whatever is there goes
 * @ret_identity: what it is afterwards
 *
 * One temporary file beside the target, synced, read back, renamed; the folder synced.
 *
 * Errors: %KLADKA_ERROR_CONFLICT where the target is not what @known says; %KLADKA_ERROR_READ_ONLY; %G_IO_ERROR. The
 * target is then as it was and the temporary file gone.
 */
gboolean kladka_saver_place (const char *built,
                             const char *target,
                             const KladkaIdentity *known,
                             KladkaIdentity *ret_identity,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
