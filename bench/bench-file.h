/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-session.h"

#include "bench-plan.h"

/* A plan as a file, with one step in its journal and nothing in the step: what a published copy looks like. @folder is
 * private and its own. Ends the bench on failure. Returns: (transfer full): the file's path */
char *bench_file_new (const BenchPlan *bench, const char *folder);

/* The least that could pass for reading it: every column of every row stepped over, numbers kept in arrays of structs,
 * texts copied into one block. Returns how many bytes. */
gsize kernel_read_rows (const char *path);

/* The same checks of SQLite and one INSERT ... SELECT a table, into a fresh working copy. */
void kernel_admit (const char *path, const char *target);

/* Deletes a folder and all in it. */
void bench_remove_folder (const char *path);
