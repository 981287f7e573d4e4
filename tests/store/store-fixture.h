/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the tests of the store share: a state folder and a user's folder, thrown away at the end. */

#include "fixture.h"
#include "kladka-document.h"

G_BEGIN_DECLS

typedef struct {
  char *top;
  char *state;
  char *home; /* the user's folder */
  KladkaStoreOptions options;
} StoreFixture;

void store_fixture_set_up (StoreFixture *self, gconstpointer data);
/* The folders of another process. */
void store_fixture_set_up_in (StoreFixture *self, const char *top);
void store_fixture_tear_down (StoreFixture *self, gconstpointer data);

/* A file in the user's folder. */
GFile *store_fixture_file (const StoreFixture *self, const char *name);
char *store_fixture_path (const StoreFixture *self, const char *name);
/* One line a file of the folder: name, kind, mode, size, hash. */
char *store_fixture_list (const char *folder);

/* The plan's record "plan-1" and nothing else. */
KladkaDocument *store_fixture_new_plan (const StoreFixture *self);
KladkaDocument *store_fixture_open (const StoreFixture *self, const char *name);
/* A saved file with one of every type, every cell set. */
void store_fixture_write_full (const StoreFixture *self, const char *name);
void store_fixture_save (KladkaDocument *document, GFile *file);
/* Adds an organisation with a name, or renames it. */
void store_fixture_name (KladkaDocument *document, const char *id, const char *name);
const char *store_fixture_get_name (KladkaDocument *document, const char *id);
/* How many working copies lie in the state folder. */
guint store_fixture_count_copies (const StoreFixture *self);
/* Do both plans hold the same records by id, deleted ones left out? */
gboolean store_fixture_same (const KladkaPlan *a, const KladkaPlan *b);

G_END_DECLS
