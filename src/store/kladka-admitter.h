/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-files.h"
#include "kladka-schema.h"

G_BEGIN_DECLS

/* Private to the store: what lets a file in. */

/**
 * kladka_admitter_take_copy:
 * @path: a file from anywhere
 * @copy_path: where its bytes go, in a private folder
 * @ret_identity: what the file was
 *
 * Copies the file's bytes, and nothing that lies beside it; looks at the header first.
 */
gboolean kladka_admitter_take_copy (const char *path,
                                    const char *copy_path,
                                    const KladkaMigrations *migrations,
                                    KladkaIdentity *ret_identity,
                                    GCancellable *cancellable,
                                    GError **error);

/**
 * kladka_admitter_check:
 * @path: a file in a private folder
 * @ret_version: its schema version
 *
 * Header, schema and integrity. What the rows say is the reader's to check.
 *
 * Errors: %KLADKA_ERROR_UNSUPPORTED, %KLADKA_ERROR_TOO_NEW, %KLADKA_ERROR_DAMAGED, %KLADKA_ERROR_INVALID (takes too
 * long), %G_IO_ERROR
 */
gboolean kladka_admitter_check (const char *path,
                                const KladkaMigrations *migrations,
                                int *ret_version,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
