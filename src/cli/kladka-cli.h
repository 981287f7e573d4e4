/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include "kladka-document.h"
#include "kladka-words.h"

G_BEGIN_DECLS

/* How a command ends; documented in the manual page. */
typedef enum {
  KLADKA_EXIT_DONE = 0,
  KLADKA_EXIT_PROBLEMS = 1, /* done, and there is something to look at; or --strict found it */
  KLADKA_EXIT_USAGE = 2,
  KLADKA_EXIT_INPUT = 3,  /* a file cannot be read or is refused */
  KLADKA_EXIT_OUTPUT = 4, /* a file cannot be written */
  KLADKA_EXIT_INTERRUPTED = 130,
} KladkaExit;

/**
 * KladkaCli:
 *
 * What every command is handed: the clock and the author are read once, in main().
 */
typedef struct {
  KladkaWords *words; /* of the terminal's language */
  const char *locale_dir;
  gint64 now; /* seconds since 1970, UTC */
  KladkaStoreOptions store;
  gboolean on_terminal;      /* progress is shown */
  GCancellable *cancellable; /* cancelled where somebody interrupts the command */
} KladkaCli;

typedef KladkaExit (*KladkaCommandFunc) (KladkaCli *self, int argc, char **argv);

KladkaExit kladka_cli_new (KladkaCli *self, int argc, char **argv);
KladkaExit kladka_cli_import (KladkaCli *self, int argc, char **argv);
KladkaExit kladka_cli_export (KladkaCli *self, int argc, char **argv);
KladkaExit kladka_cli_check (KladkaCli *self, int argc, char **argv);
KladkaExit kladka_cli_coverage (KladkaCli *self, int argc, char **argv);
KladkaExit kladka_cli_briefing (KladkaCli *self, int argc, char **argv);
KladkaExit kladka_cli_schema (KladkaCli *self, int argc, char **argv);
KladkaExit kladka_cli_info (KladkaCli *self, int argc, char **argv);

/**
 * kladka_cli_parse:
 * @usage: what stands behind the command's name: "PLAN FILE…"
 * @summary: a translated sentence
 * @min: how many names must follow; @max likewise, -1 = any number
 *
 * Parses a command's options; says what is wrong on stderr. @argv is changed to the names that remain, from 1.
 */
gboolean kladka_cli_parse (KladkaCli *self,
                           int *argc,
                           char ***argv,
                           const GOptionEntry *entries,
                           const char *usage,
                           const char *summary,
                           int min,
                           int max);

/* From here on SIGINT, SIGTERM and SIGHUP cancel what is returned, and one that comes a second later or more ends the
 * process. Before any other thread begins. Returns: (transfer full) */
GCancellable *kladka_cli_watch_interrupts (void);

/* "kladka-cli: FILE: sentence" on stderr; @exit, or that of an interruption, of which nothing is said. */
KladkaExit kladka_cli_fail (KladkaCli *self, const char *name, const GError *error, KladkaExit exit);
KladkaExit kladka_cli_fail_usage (KladkaCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* What is being done, on a terminal only; NULL ends it. */
void kladka_cli_progress (KladkaCli *self, const char *text);

/* NULL after saying why. @ret_exit: (out): set then only */
KladkaDocument *kladka_cli_open (KladkaCli *self, const char *name, KladkaExit *ret_exit);
/* The plan of a file, below a ceiling (text of an option; NULL = the plan's default). Says on stderr how many records
 * were left out.
 * @ret_ceiling, @ret_left_out: (out) (optional) */
KladkaPlan *kladka_cli_open_below (KladkaCli *self,
                                   const char *name,
                                   const char *ceiling,
                                   KladkaMarking *ret_ceiling,
                                   gboolean *ret_left_out,
                                   KladkaExit *ret_exit);

/* To a file, swapped in whole; or to stdout for NULL and "-". */
KladkaExit kladka_cli_write (KladkaCli *self, const char *name, GBytes *bytes);

/* The day of --as-of (a day in file form; NULL = the clock's). */
gboolean kladka_cli_parse_day (KladkaCli *self, const char *text, gint32 *ret_day);

G_END_DECLS
