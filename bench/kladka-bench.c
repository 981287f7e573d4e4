/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures Kladka against what plain C needs for the same work. Ratios of CPU time only: machines differ. */

#include "bench-coverage.h"
#include "bench-file.h"
#include "bench-pair.h"
#include "bench-paint.h"
#include "kernels.h"
#include "kladka-coverage.h"
#include "kladka-reader.h"
#include "kladka-search.h"
#include "kladka-working-copy.h"

#include <glib/gstdio.h>
#ifdef HAVE_MALLOPT
#include <malloc.h>
#endif
#include <stdio.h>
#include <stdlib.h>

/* Measures whose growth is told too. */
#define ADMIT "admit / checks, insert, raw read"
#define READY "plan and coverage / raw read"
#define EDIT "durable edit / bare UPDATE"
#define SEARCH "search / scan of folded titles"

typedef struct {
  BenchPlan *plan;
  KladkaSearch *search;
  KernelTitles *titles;
  guint64 *bits;
  char *folder;
  char *file;
  KladkaWorkingCopy *copy;
  sqlite3 *bare;
  sqlite3_stmt *update; /* of @bare */
  guint n_edits;
  double sink;
} Bench;

static void
run_search (gpointer data)
{
  Bench *self = data;

  self->sink += kladka_search_run (self->search, KLADKA_TYPE_PROJECT, "реєстр", self->bits);
}

static void
run_scan (gpointer data)
{
  Bench *self = data;

  self->sink += kernel_titles_scan (self->titles, "реєстр");
}

static void
run_admit (gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;
  KladkaWorkingCopy *copy =
      kladka_working_copy_new_admitted (self->folder, self->file, TRUE, kladka_migrations_get (), NULL, &error);

  g_assert_no_error (error);
  kladka_working_copy_close (copy, TRUE);
}

static void
run_kernel_insert (gpointer data)
{
  Bench *self = data;
  g_autofree char *target = g_build_filename (self->folder, "kernel.sqlite", NULL);

  kernel_admit (self->file, target);
}

/* Among our checks are those of every field, for which every row must be read. */
static void
run_kernel_admit (gpointer data)
{
  Bench *self = data;

  run_kernel_insert (self);
  self->sink += kernel_read_rows (self->file);
}

/* What a start needs from a working copy that is there: plan, coverage, search. */
static void
run_ready (gpointer data)
{
  Bench *self = data;
  KladkaCoverageSpec spec = { BENCH_AS_OF, FALSE, KLADKA_CERTAINTY_END_UNKNOWN };
  g_autoptr (KladkaSession) session = kladka_session_new (self->file, KLADKA_SESSION_FOREIGN, NULL);
  g_autoptr (KladkaPlan) plan = kladka_reader_read_plan (session, NULL, NULL);
  g_autoptr (KladkaCoverage) coverage = kladka_coverage_new (plan, &spec);

  self->sink += kladka_coverage_get_n_needs (coverage);
}

static void
run_read (gpointer data)
{
  Bench *self = data;
  g_autoptr (KladkaSession) session = kladka_session_new (self->file, KLADKA_SESSION_FOREIGN, NULL);
  g_autoptr (KladkaPlan) plan = kladka_reader_read_plan (session, NULL, NULL);

  self->sink += kladka_plan_get_n_records (plan, KLADKA_TYPE_PROJECT);
}

static void
run_kernel_read (gpointer data)
{
  ((Bench *)data)->sink += kernel_read_rows (((Bench *)data)->file);
}

static void
run_edit (gpointer data)
{
  Bench *self = data;
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (KladkaStep) step = NULL;
  g_autoptr (GError) error = NULL;
  KladkaStepInfo info = { .author = "bench", .verb = KLADKA_VERB_EDIT };
  char text[32];

  g_snprintf (text, sizeof text, "note %u", self->n_edits++);
  kladka_edits_set_named (edits, KLADKA_TYPE_PROJECT, "p0000007", "notes", kladka_value_text (text));
  kladka_working_copy_apply (self->copy, edits, &info, &step, &error);
  g_assert_no_error (error);
}

static void
run_update (gpointer data)
{
  Bench *self = data;
  char text[32];

  g_snprintf (text, sizeof text, "note %u", self->n_edits++);
  sqlite3_bind_text (self->update, 1, text, -1, SQLITE_STATIC);
  sqlite3_step (self->update);
  sqlite3_reset (self->update);
}

/* The same mode as a working copy: write-ahead log, one connection, synced on every commit. */
static sqlite3 *
open_bare (Bench *self)
{
  g_autofree char *path = g_build_filename (self->folder, "bare.sqlite", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  sqlite3 *db;

  g_file_get_contents (self->file, &bytes, &length, NULL);
  g_file_set_contents (path, bytes, length, NULL);
  sqlite3_open (path, &db);
  sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", NULL, NULL,
                NULL);
  sqlite3_prepare_v2 (db, "UPDATE \"project\" SET notes = ? WHERE id = 'p0000007'", -1, &self->update, NULL);
  return db;
}

/* How large the plan is: tables here are wider than those of most benches. */
static gsize
measure_file (const Bench *self)
{
  GStatBuf file;
  guint n_rows = 0;

  g_stat (self->file, &file);
  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    n_rows += kladka_plan_get_n_records (self->plan->plan, type);
  g_print ("  %u rows, %.1f MB on disk, %.1f MB in arrays\n", n_rows, file.st_size / 1e6,
           kernel_read_rows (self->file) / 1e6);
  return file.st_size;
}

static void
measure_store (Bench *self, guint n_projects)
{
  gsize n_bytes;

  self->folder = g_dir_make_tmp ("kladka-bench-XXXXXX", NULL);
  self->file = bench_file_new (self->plan, self->folder);
  n_bytes = measure_file (self);
  bench_pair (ADMIT, n_projects, run_admit, self, run_kernel_admit, self);
  bench_pair ("admit / SQLite's checks, insert", n_projects, run_admit, self, run_kernel_insert, self);
  bench_pair ("  checks, insert / raw read", n_projects, run_kernel_insert, self, run_kernel_read, self);
  bench_pair ("read plan / raw read", n_projects, run_read, self, run_kernel_read, self);
  bench_pair (READY, n_projects, run_ready, self, run_kernel_read, self);
  bench_pair_with_copy ("  raw read / copy of the file", n_projects, run_kernel_read, self, n_bytes);
  self->copy = kladka_working_copy_new_admitted (self->folder, self->file, TRUE, kladka_migrations_get (), NULL, NULL);
  self->bare = open_bare (self);
  bench_pair (EDIT, n_projects, run_edit, self, run_update, self);
  kladka_working_copy_close (self->copy, TRUE);
  sqlite3_finalize (self->update);
  sqlite3_close (self->bare);
  bench_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->file);
}

static void
measure (guint n_projects)
{
  g_autoptr (BenchPlan) plan = bench_plan_new (n_projects);
  Bench bench = { .plan = plan };

  bench.search = kladka_search_new (plan->plan, NULL);
  bench.titles = kernel_titles_new (plan->plan);
  bench.bits = g_new (guint64, kladka_plan_get_n_slots (plan->plan, KLADKA_TYPE_PROJECT) / 64 + 1);
  bench_coverage (plan, n_projects);
  bench_pair (SEARCH, n_projects, run_search, &bench, run_scan, &bench);
  bench_pair_with_copy ("  scan / copy of the titles", n_projects, run_scan, &bench, bench.titles->length);
  measure_store (&bench, n_projects);
  bench_paint (plan, n_projects);
  kladka_search_unref (bench.search);
  kernel_titles_free (bench.titles);
  g_free (bench.bits);
}

typedef struct {
  double first_ms;   /* CPU to its first frame */
  double content_ms; /* to the first frame with the content of its page */
  double kb;         /* that it keeps */
} Start;

/* What a process of its own says. FALSE where it cannot start. */
static gboolean
start (const char *program, const char *what, const char *file, Start *ret_start)
{
  const char *args[] = { program, what, file, NULL };
  g_autofree char *out = NULL;

  return g_spawn_sync (NULL, (char **)args, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, NULL, NULL)
         && sscanf (out, "%lf %lf %lf", &ret_start->first_ms, &ret_start->content_ms, &ret_start->kb) == 3;
}

#define N_STARTS 11

/* @file: (nullable): opened at the start. What it costs to read is not told apart: it runs beside the first frame. */
static void
measure_start (const char *program, const char *file, guint n_projects)
{
  double first[N_STARTS], content[N_STARTS], empty[N_STARTS], first_ratios[N_STARTS], content_ratios[N_STARTS];
  double again[N_STARTS];

  for (guint i = 0; i < N_STARTS; i++)
    {
      Start nothing, ours;

      if (!start (program, "empty", NULL, &nothing) || !start (program, "kladka", file, &ours))
        {
          g_print ("start-up needs a display and is left out\n");
          return;
        }
      first[i] = ours.first_ms;
      content[i] = ours.content_ms;
      empty[i] = again[i] = nothing.first_ms;
      first_ratios[i] = ours.first_ms / nothing.first_ms;
      content_ratios[i] = ours.content_ms / nothing.first_ms;
    }
  bench_print ("start-up / empty window", n_projects, first, empty, first_ratios, N_STARTS);
  bench_print ("start-up with content / empty", n_projects, content, again, content_ratios, N_STARTS);
}

static void
measure_memory (const char *program, const char *file, guint n_projects)
{
  double arrays = kernel_read_rows (file) / 1024.0;
  Start empty, ours;

  if (start (program, "empty", NULL, &empty) && start (program, "kladka", file, &ours))
    g_print ("%-34s %7u  %7.0f kB  %7.0f kB  %8.2f\n", "memory less empty window / arrays", n_projects,
             ours.kb - empty.kb, arrays, (ours.kb - empty.kb) / arrays);
}

static void
measure_opening (const char *program, guint n_projects)
{
  g_autoptr (BenchPlan) plan = bench_plan_new (n_projects);
  g_autofree char *folder = g_dir_make_tmp ("kladka-bench-XXXXXX", NULL);
  g_autofree char *file = bench_file_new (plan, folder);

  measure_start (program, file, n_projects);
  measure_memory (program, file, n_projects);
  bench_remove_folder (folder);
}

/* What stands in the table of figures. A frame costs about the same at every size, so that the hour would show more
 * than the size does: its growth is measured in turns. */
static void
print_growth (void)
{
  static const char *const names[] = { ADMIT, READY, BENCH_COVERAGE, EDIT, SEARCH };

  bench_print_growth (names, G_N_ELEMENTS (names));
  g_print ("timeline frame: its growth is the ratio \"" BENCH_FRAME_GROWTH "\" above\n\n");
}

/* What one run frees the next takes again, in ours and in its reference alike. The C library gives memory back to the
 * system by thresholds that depend on what ran before; that would cost now one of the two, now the other, a quarter of
 * its time. */
static void
keep_memory (void)
{
#ifdef HAVE_MALLOPT
  mallopt (M_TRIM_THRESHOLD, 1 << 30);
  mallopt (M_MMAP_THRESHOLD, 32 << 20);
#endif
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 100, 1000, 10000, 100000 };
  g_autofree char *room = g_path_get_dirname (argv[0]);
  g_autofree char *starter = g_build_filename (room, "bench-start", NULL);
  guint most = argc > 1 ? atoi (argv[1]) : 100000;

  keep_memory ();
  g_print ("%-34s %7s  %10s  %10s  %8s\n", "measure", "size", "ours ms", "reference", "ratio");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i] <= most)
      measure (sizes[i]);
  print_growth ();
  measure_start (starter, NULL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i] >= 10000 && sizes[i] <= most)
      measure_opening (starter, sizes[i]);
  return 0;
}
