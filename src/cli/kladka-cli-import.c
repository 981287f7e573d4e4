/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* new and import: files → previews → edits, one step. */

#include "kladka-cli.h"

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-preview.h"
#include "kladka-starter.h"

#include <string.h>

typedef struct {
  KladkaCli *cli;
  gboolean dry_run;
  gboolean strict;
  gboolean with_suspect;
  gboolean quiet;
  KladkaType type;
  const char *encoding; /* of a CSV; NULL = told by its bytes */
  KladkaPlan *plan;     /* with what earlier files brought */
  KladkaEdits *edits;
  guint n_left_out;
  guint n_records;
} Import;

static const char *const state_names[] = {
  [KLADKA_PREVIEW_NEW] = NC_ ("import", "new"),
  [KLADKA_PREVIEW_CHANGED] = NC_ ("import", "changed"),
  [KLADKA_PREVIEW_SAME] = NC_ ("import", "same"),
  [KLADKA_PREVIEW_LEFT_OUT] = NC_ ("import", "left out"),
  [KLADKA_PREVIEW_SUSPECT] = NC_ ("import", "left out unless wanted"),
};

static const char *
get_state_name (KladkaPreviewState state)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "import", state_names[state]);
}

static void
print_items (const Import *self, const KladkaPreview *preview)
{
  for (guint i = 0; i < kladka_preview_get_n_items (preview); i++)
    {
      const KladkaPreviewItem *item = kladka_preview_get_item (preview, i);
      const char *type = kladka_words_get_c (self->cli->words, "type", kladka_type_get (item->type)->label);

      if (item->state != KLADKA_PREVIEW_SAME)
        g_print ("  %s: %s, %s%s%s\n", get_state_name (item->state), type, item->label, item->text != NULL ? ": " : "",
                 item->text != NULL ? item->text : "");
    }
}

static void
print_summary (const Import *self, const char *name, const KladkaDrafts *drafts, const KladkaPreview *preview)
{
  g_print ("%s (%s):", name, drafts->source);
  for (guint state = KLADKA_PREVIEW_NEW; state <= KLADKA_PREVIEW_SUSPECT; state++)
    g_print ("%s %s %u", state > 0 ? "," : "", get_state_name (state), kladka_preview_count (preview, state));
  g_print ("\n");
}

static void
print_problems (const char *name, const KladkaPreview *preview)
{
  GPtrArray *problems = kladka_preview_get_problems (preview);

  for (guint i = 0; i < problems->len; i++)
    {
      const KladkaProblem *problem = problems->pdata[i];

      if (problem->line > 0)
        g_printerr ("%s:%u: %s\n", name, problem->line, problem->text);
      else
        g_printerr ("%s: %s\n", name, problem->text);
    }
}

static void
tick_suspects (KladkaPreview *preview)
{
  for (guint i = 0; i < kladka_preview_get_n_items (preview); i++)
    if (kladka_preview_get_item (preview, i)->state == KLADKA_PREVIEW_SUSPECT)
      kladka_preview_set_ticked (preview, i, TRUE);
}

/* The plan as it will be, so that the next file finds what this one brings. */
static gboolean
advance (Import *self, KladkaEdits *edits, GError **error)
{
  KladkaStepInfo info = { .author = self->cli->store.author, .time = 0, .verb = KLADKA_VERB_IMPORT };
  g_autoptr (KladkaStep) step = NULL;
  g_autoptr (GError) local = NULL;
  KladkaPlan *next;

  step = kladka_step_new (self->plan, edits, &info, &local);
  if (step == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return *error == NULL;
    }
  next = kladka_plan_new_with_step (self->plan, step, error);
  if (next == NULL)
    return FALSE;
  kladka_plan_unref (self->plan);
  self->plan = next;
  kladka_edits_append (self->edits, edits);
  return TRUE;
}

/* What reading left out or emptied; notes only tell what was decided. */
static guint
count_faults (const KladkaDrafts *drafts)
{
  guint n = 0;

  for (guint i = 0; i < drafts->problems->len; i++)
    n += ((const KladkaProblem *)drafts->problems->pdata[i])->severity != KLADKA_SEVERITY_NOTE;
  return n;
}

static gboolean
take_drafts (Import *self, const char *name, const KladkaDrafts *drafts, GError **error)
{
  g_autoptr (KladkaPreview) preview = kladka_preview_new (drafts, self->plan, self->cli->words);
  g_autoptr (KladkaEdits) edits = NULL;

  if (self->with_suspect)
    tick_suspects (preview);
  kladka_cli_progress (self->cli, NULL);
  if (!self->quiet)
    print_summary (self, name, drafts, preview);
  if (self->dry_run)
    print_items (self, preview);
  print_problems (name, preview);
  self->n_left_out += kladka_preview_count (preview, KLADKA_PREVIEW_LEFT_OUT) + count_faults (drafts);
  self->n_records += kladka_preview_count_taken (preview);
  edits = kladka_preview_dup_edits (preview);
  return !g_cancellable_set_error_if_cancelled (self->cli->cancellable, error) && advance (self, edits, error);
}

static KladkaExit
take_file (Import *self, const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autofree char *base = g_path_get_basename (name);
  KladkaReadOptions options = { KLADKA_FORMAT_UNKNOWN, self->type, base, self->cli->words, self->encoding };
  g_autoptr (KladkaDrafts) drafts = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  kladka_cli_progress (self->cli, name);
  bytes = kladka_drafts_load (file, self->cli->cancellable, &error);
  if (bytes != NULL)
    drafts = kladka_drafts_read (bytes, &options, self->cli->cancellable, &error);
  if (drafts == NULL || !take_drafts (self, name, drafts, &error))
    return kladka_cli_fail (self->cli, name, error, KLADKA_EXIT_INPUT);
  return KLADKA_EXIT_DONE;
}

/* What is referred to comes first: organisations before projects before deliveries. */
static int
get_rank (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  int rank = 0;

  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    {
      g_autofree char *file = g_strconcat (kladka_type_get (type)->plural, ".csv", NULL);

      if (g_str_equal (base, file))
        rank = type;
    }
  return rank;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return get_rank (*(const char *const *)a) - get_rank (*(const char *const *)b);
}

static KladkaExit
take_files (Import *self, char **names, guint n)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  KladkaExit result = KLADKA_EXIT_DONE;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, names[i]);
  g_ptr_array_sort (sorted, compare_ranks);
  for (guint i = 0; i < sorted->len && result == KLADKA_EXIT_DONE; i++)
    result = take_file (self, sorted->pdata[i]);
  if (result == KLADKA_EXIT_DONE && self->strict && self->n_left_out > 0)
    result = KLADKA_EXIT_PROBLEMS;
  return result;
}

static KladkaExit
save (KladkaCli *self, KladkaDocument *document, const char *name)
{
  g_autoptr (GFile) file = name != NULL ? g_file_new_for_commandline_arg (name) : NULL;
  g_autoptr (GError) local = NULL;
  KladkaExit result = KLADKA_EXIT_DONE;

  if (!kladka_document_save_sync (document, file, FALSE, self->cancellable, &local))
    result = kladka_cli_fail (self, name != NULL ? name : g_file_peek_path (kladka_document_get_file (document)), local,
                              KLADKA_EXIT_OUTPUT);
  kladka_document_close (document, TRUE);
  return result;
}

static gboolean
parse_type (KladkaCli *self, const char *name, KladkaType *ret_type)
{
  const KladkaTypeInfo *info = name != NULL ? kladka_type_find (name) : NULL;

  if (name != NULL && info == NULL)
    {
      kladka_cli_fail_usage (self, _ ("“%s” is no kind of record. Use needs, projects, organisations …"), name);
      return FALSE;
    }
  *ret_type = info != NULL ? info->type : KLADKA_TYPE_NONE;
  return TRUE;
}

static KladkaExit
apply (Import *self, KladkaDocument *document, char **names)
{
  g_autofree char *base = g_path_get_basename (names[0]);
  g_autofree char *count = g_strdup_printf ("%u", self->n_records);
  const char *args[] = { base, count, NULL };
  g_autoptr (GError) error = NULL;

  if (!g_cancellable_set_error_if_cancelled (self->cli->cancellable, &error)
      && kladka_document_apply_sync (document, self->edits, KLADKA_VERB_IMPORT, args, &error))
    return save (self->cli, document, NULL);
  kladka_document_close (document, TRUE);
  return kladka_cli_fail (self->cli, names[0], error, KLADKA_EXIT_INPUT);
}

static void
clear_import (Import *self)
{
  g_clear_pointer (&self->plan, kladka_plan_unref);
  g_clear_pointer (&self->edits, kladka_edits_free);
}

KladkaExit
kladka_cli_import (KladkaCli *self, int argc, char **argv)
{
  g_autofree char *type = NULL;
  g_autofree char *encoding = NULL;
  Import import = { .cli = self };
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &import.dry_run, N_ ("Show what would happen and change nothing"), NULL },
    { "type", 't', 0, G_OPTION_ARG_STRING, &type, N_ ("What the rows of a CSV are: needs, projects …"), N_ ("KIND") },
    { "encoding", 'e', 0, G_OPTION_ARG_STRING, &encoding, N_ ("Of a CSV: UTF-8, windows-1250, KOI8-U …"), N_ ("NAME") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &import.strict, N_ ("Change nothing if anything has to be left out"), NULL },
    { "with-withdrawn", 0, 0, G_OPTION_ARG_NONE, &import.with_suspect, N_ ("Also take what is probably withdrawn"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (KladkaDocument) document = NULL;
  KladkaExit result;

  if (!kladka_cli_parse (self, &argc, &argv, entries, _ ("PLAN FILE…"),
                         _ ("Bring files into a plan: IATI, OSCAL, CSV, JSON"), 2, -1)
      || !parse_type (self, type, &import.type))
    return KLADKA_EXIT_USAGE;
  document = kladka_cli_open (self, argv[1], &result);
  if (document == NULL)
    return result;
  import.encoding = encoding;
  import.plan = kladka_plan_ref (kladka_document_get_plan (document));
  import.edits = kladka_edits_new ();
  result = take_files (&import, argv + 2, argc - 2);
  if (result == KLADKA_EXIT_DONE && !import.dry_run)
    result = apply (&import, document, argv + 2);
  else
    kladka_document_close (document, TRUE);
  clear_import (&import);
  return result;
}

static int
get_year (const KladkaCli *self)
{
  int year, month, day;

  kladka_day_to_civil (self->now / (24 * 60 * 60), &year, &month, &day);
  return year;
}

/* From files alone, the plan's own record may come from one of them. */
static KladkaExit
collect (Import *self, const char *title, char **names, guint n)
{
  KladkaExit result = n > 0 ? take_files (self, names, n) : KLADKA_EXIT_DONE;
  g_autoptr (KladkaEdits) starter = NULL;

  if (result != KLADKA_EXIT_DONE || kladka_plan_get_info (self->plan) != NULL)
    return result;
  starter = kladka_starter_dup_edits (title, get_year (self->cli), n == 0, self->cli->words);
  kladka_edits_append (self->edits, starter);
  return KLADKA_EXIT_DONE;
}

KladkaExit
kladka_cli_new (KladkaCli *self, int argc, char **argv)
{
  g_autofree char *title = NULL;
  Import import = { .cli = self };
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("What the plan is called"), N_ ("TEXT") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &import.strict, N_ ("Make nothing if anything has to be left out"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &import.quiet, N_ ("Say only what is wrong"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (KladkaDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  KladkaExit result;

  if (!kladka_cli_parse (self, &argc, &argv, entries, _ ("PLAN [FILE…]"), _ ("Make a new plan, empty or from files"), 1,
                         -1))
    return KLADKA_EXIT_USAGE;
  if (g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      g_printerr ("kladka-cli: %s: %s\n", argv[1],
                  _ ("The file is there already. Choose another name or remove it first."));
      return KLADKA_EXIT_OUTPUT;
    }
  import.plan = kladka_plan_new_empty ();
  import.edits = kladka_edits_new ();
  result = collect (&import, title, argv + 2, argc - 2);
  if (result == KLADKA_EXIT_DONE)
    {
      document = kladka_document_new_empty (&self->store, import.edits, &error);
      result =
          document != NULL ? save (self, document, argv[1]) : kladka_cli_fail (self, argv[1], error, KLADKA_EXIT_INPUT);
    }
  clear_import (&import);
  return result;
}
