/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "kladka-problem.h"

G_BEGIN_DECLS

/**
 * KladkaDraft:
 *
 * A record as a foreign file has it: the cells as text with the line each came from, references not yet resolved. No
 * plan is known.
 * @key: how the file tells its records apart (nullable): a stable name from which the same file gives the same record
 * again.
 * @gives_way: what the plan already says of the record stands; the file only fills what is empty.
 * @suspect: (nullable): why it is better left out unless somebody ticks it ("probably withdrawn").
 */
typedef struct {
  guint16 cell;
  gboolean in_file_form; /* TRUE: codes, ids, scaled integers; FALSE: as people write */
  char *text;            /* money: "1200000.00 EUR" */
  guint line;
} KladkaDraftCell;

typedef struct {
  KladkaType type;
  char *id; /* nullable: the file says or determines the id */
  char *key;
  guint line;
  char *suspect;
  gboolean gives_way;
  GArray *cells; /* KladkaDraftCell */
} KladkaDraft;

/* The result of reading a file: drafts and what was left out of it, with lines. @problems: KladkaProblem. @source says
 * what was read ("IATI 2.03, 401 activities"). It goes through no plan, so that reading can run in a process of its
 * own. */
typedef struct {
  GPtrArray *drafts;
  GPtrArray *problems;
  char *source;
  int lang;         /* KladkaLang whose marks the numbers have; -1: the planner's */
  gboolean partial; /* cells that a draft lacks mean "unchanged", not "empty" */
} KladkaDrafts;

KladkaDrafts *kladka_drafts_new (const char *source);
void kladka_drafts_free (KladkaDrafts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaDrafts, kladka_drafts_free)
KladkaDraft *kladka_drafts_add (KladkaDrafts *self, KladkaType type, const char *id, guint line);
void kladka_draft_set (KladkaDraft *self, const char *cell_name, const char *text, gboolean in_file_form, guint line);

/* What kind of file it is, by its content and name. */
typedef enum {
  KLADKA_FORMAT_UNKNOWN,
  KLADKA_FORMAT_JSON,
  KLADKA_FORMAT_CSV,
  KLADKA_FORMAT_IATI,
  KLADKA_FORMAT_OSCAL_JSON,
  KLADKA_FORMAT_OSCAL_XML,
} KladkaFormat;

/**
 * KladkaReadOptions:
 * @type: of a CSV's rows; KLADKA_TYPE_NONE = from the file name or the headings
 * @name: (nullable): the file's name, for messages and the type of a CSV
 * @words: the language numbers and dates are written in
 * @encoding: (nullable): of a CSV, as iconv names it; NULL = told by the bytes
 */
typedef struct {
  KladkaFormat format;
  KladkaType type;
  const char *name;
  const KladkaWords *words;
  const char *encoding;
} KladkaReadOptions;

/* No file that is read is larger, whatever it holds. */
#define KLADKA_IMPORT_SIZE_MAX (64 * 1024 * 1024)

/**
 * kladka_drafts_load:
 *
 * The bytes of a file that somebody wants to import; blocks. What is no file (a folder, a device that never ends) is
 * not opened.
 *
 * Errors: %KLADKA_ERROR_UNSUPPORTED, %KLADKA_ERROR_DAMAGED where it is too large, those of GIO
 */
GBytes *kladka_drafts_load (GFile *file, GCancellable *cancellable, GError **error);

KladkaFormat kladka_format_guess (GBytes *bytes, const char *name);
/**
 * kladka_drafts_read:
 *
 * Reads any kind of file. The bytes are hostile until checked (TRUST.md section 3).
 *
 * Errors: %KLADKA_ERROR_UNSUPPORTED (what it is instead, where known), %KLADKA_ERROR_DAMAGED with line and column,
 * %KLADKA_ERROR_INVALID, %G_IO_ERROR_CANCELLED
 */
KladkaDrafts *
kladka_drafts_read (GBytes *bytes, const KladkaReadOptions *options, GCancellable *cancellable, GError **error);

/* The formats' own readers, called by kladka_drafts_read(). */
KladkaDrafts *
kladka_csv_read (GBytes *bytes, const KladkaReadOptions *options, GCancellable *cancellable, GError **error);
KladkaDrafts *
kladka_json_read (GBytes *bytes, const KladkaReadOptions *options, GCancellable *cancellable, GError **error);
KladkaDrafts *
kladka_iati_read (GBytes *bytes, const KladkaReadOptions *options, GCancellable *cancellable, GError **error);
KladkaDrafts *
kladka_oscal_read (GBytes *bytes, const KladkaReadOptions *options, GCancellable *cancellable, GError **error);

G_END_DECLS
