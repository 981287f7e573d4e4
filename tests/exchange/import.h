/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the tests of the exchange room share: a file in, and what became of it. */

#include "kladka-preview.h"
#include "kladka-write.h"

G_BEGIN_DECLS

KladkaWords *import_words (KladkaLang lang);
/* Reads as a file called @name would be read; the test fails where it is refused. */
KladkaDrafts *import_read (const char *name, const char *data, gssize length);
/* The reason why a file is refused; the test fails where it is not. */
char *import_refusal (const char *name, const char *data, gssize length);

/* What an import did. */
typedef struct {
  guint n[5];     /* by KladkaPreviewState */
  char *problems; /* a line each: "12: text" */
} Import;
void import_clear (Import *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* Imports into *@plan, which becomes the plan after it. */
Import import_drafts (const KladkaDrafts *drafts, KladkaPlan **plan, KladkaLang lang);
Import import_text (const char *name, const char *text, KladkaPlan **plan);
Import import_bytes (const char *name, GBytes *bytes, KladkaPlan **plan, KladkaLang lang);

/* Three records of every type with every cell set, whose references are all there. */
KladkaPlan *import_plan_full (void);
/* A record by its name or reference; the test fails where there is none. */
const KladkaRecord *import_find (const KladkaPlan *plan, KladkaType type, const char *name);
/* A cell of it in its file form, "" for none; money: "1234 EUR". */
char *import_get (const KladkaPlan *plan, const KladkaRecord *record, const char *cell);
#define import_assert(plan, type, name, cell, expected)                                                                \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *got_ = import_get ((plan), import_find ((plan), (type), (name)), (cell));                         \
    g_assert_cmpstr (got_, ==, (expected));                                                                            \
  }                                                                                                                    \
  G_STMT_END
#define import_assert_counts(import, n_new, n_changed, n_same, n_left_out)                                             \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_assert_cmpuint ((import).n[KLADKA_PREVIEW_NEW], ==, (n_new));                                                    \
    g_assert_cmpuint ((import).n[KLADKA_PREVIEW_CHANGED], ==, (n_changed));                                            \
    g_assert_cmpuint ((import).n[KLADKA_PREVIEW_SAME], ==, (n_same));                                                  \
    g_assert_cmpuint ((import).n[KLADKA_PREVIEW_LEFT_OUT], ==, (n_left_out));                                          \
  }                                                                                                                    \
  G_STMT_END
#define import_assert_says(text, part)                                                                                 \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    if (strstr ((text), (part)) == NULL)                                                                               \
      g_error ("“%s” is not in:\n%s", (part), (text));                                                                 \
  }                                                                                                                    \
  G_STMT_END

/* The folder of the real files, or NULL where they are not at hand (then the test is skipped). */
char *import_dup_data_dir (void);
/* One of them; NULL and a skipped test where it is not there. */
GBytes *import_load (const char *path);

G_END_DECLS
