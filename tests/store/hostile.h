/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the tests of hostile files share. */

#include <sqlite3.h>

#include "store-fixture.h"

G_BEGIN_DECLS

/* A good file of the user, "plan.kladka", to be spoilt. */
void hostile_set_up (StoreFixture *self, gconstpointer data);

void hostile_exec (const char *path, const char *sql);
/* Overwrites bytes in the middle of a file. */
void hostile_patch (const char *path, gsize offset, const void *bytes, gsize size);

/* Opening is refused with @code, within a second, in a sentence that says @reason; the user's folder is as it was and
 * no working copy is left. @domain: 0 = the program's own */
void hostile_assert_refused (const StoreFixture *self, const char *name, GQuark domain, int code, const char *reason);

G_END_DECLS
