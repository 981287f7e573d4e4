/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* Private to the store: files and folders below SQLite. Paths are file names, not URIs. */

/**
 * KladkaIdentity:
 *
 * What a file was when it was last read or written by us. @hash: SHA-256 of its bytes in hex; NULL = no file.
 */
typedef struct {
  gint64 device;
  gint64 inode;
  gint64 size;
  gint64 changed; /* microseconds UTC */
  char *hash;
} KladkaIdentity;

void kladka_identity_clear (KladkaIdentity *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KladkaIdentity, kladka_identity_clear)
void kladka_identity_set (KladkaIdentity *self, const struct stat *about, const char *hash);

#define KLADKA_FILE_MAX (G_GINT64_CONSTANT (1) << 30)

/* Opens a regular file for reading: no link is followed, nothing is waited for, nothing over KLADKA_FILE_MAX.
 * Returns: a descriptor, or -1. Errors: %KLADKA_ERROR_UNSUPPORTED, %G_IO_ERROR */
int kladka_file_open_regular (const char *path, struct stat *ret_about, GError **error);
/* A new file, 0600; exclusive. */
int kladka_file_create (const char *path, GError **error);

/* Copies all bytes from where @from stands; @to is -1 to hash only. @path: what errors speak of. @ret_hash: (transfer
 * full). */
gboolean
kladka_file_copy (int from, int to, const char *path, GCancellable *cancellable, char **ret_hash, GError **error);
/* What is at @path now, a link followed; ret_identity->hash stays NULL where there is nothing. */
gboolean
kladka_file_identify (const char *path, KladkaIdentity *ret_identity, GCancellable *cancellable, GError **error);

/* Does what lies there still look as @self says, by all but its bytes? */
gboolean kladka_identity_looks_same (const KladkaIdentity *self, const char *path);

gboolean kladka_folder_sync (const char *path, GError **error);
/* Makes the folder and those above it, 0700. */
gboolean kladka_folder_make (const char *path, GError **error);
/* Removes a folder of ours with its files; it holds no folders. */
void kladka_folder_remove (const char *path);

/* Sets an error from errno; %KLADKA_ERROR_READ_ONLY where it means that. Returns FALSE. */
gboolean kladka_file_fail (int code, const char *path, GError **error);

G_END_DECLS
