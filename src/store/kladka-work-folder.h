/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KladkaWorkFolder:
 *
 * The folder of one working copy, <state>/work/<id>, 0700, and the lock that says that its program is alive. Private to
 * the store.
 *
 * The lock is flock() on a file of its own and not SQLite's: that one belongs to the process, so that a second look at
 * the same database from one program neither sees nor keeps it. This one belongs to the descriptor, and the system
 * drops it with the process.
 */
typedef struct _KladkaWorkFolder KladkaWorkFolder;

/* A new folder, locked. */
KladkaWorkFolder *kladka_work_folder_new (const char *state_dir, GError **error);
/* One that nobody holds, locked now. Errors: %KLADKA_ERROR_NOT_FOUND, %KLADKA_ERROR_BUSY */
KladkaWorkFolder *kladka_work_folder_new_existing (const char *state_dir, const char *id, GError **error);
/* Lets go of the lock; the folder stays. */
void kladka_work_folder_free (KladkaWorkFolder *self);
/* Deletes the folder, then frees. */
void kladka_work_folder_remove (KladkaWorkFolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaWorkFolder, kladka_work_folder_free)

const char *kladka_work_folder_get_path (const KladkaWorkFolder *self);
char *kladka_work_folder_build (const KladkaWorkFolder *self, const char *name);

/* (transfer full) (array zero-terminated=1): ids of all working copies, alive or not */
char **kladka_work_folder_list (const char *state_dir);

G_END_DECLS
