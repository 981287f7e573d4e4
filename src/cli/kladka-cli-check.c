/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* check and info. */

#include "kladka-cli.h"

#include "kladka-i18n.h"
#include "kladka-problem.h"

static const char *
get_severity_name (KladkaSeverity severity)
{
  switch (severity)
    {
    case KLADKA_SEVERITY_ERROR:
      return C_ ("severity", "error");
    case KLADKA_SEVERITY_WARNING:
      return C_ ("severity", "warning");
    default:
      return C_ ("severity", "note");
    }
}

static void
print_problem (KladkaCli *self, const KladkaPlan *plan, const KladkaProblem *problem)
{
  const KladkaRecord *record = problem->id != NULL ? kladka_plan_find (plan, problem->id) : NULL;
  KladkaLang lang = kladka_words_get_lang (self->words);
  const char *type = problem->type != KLADKA_TYPE_NONE && problem->type < KLADKA_N_TYPES
                         ? kladka_words_get_c (self->words, "type", kladka_type_get (problem->type)->label)
                         : "";

  g_print ("%s: %s %s: %s\n", get_severity_name (problem->severity), type,
           record != NULL ? kladka_plan_get_label (plan, record, lang) : (problem->id != NULL ? problem->id : ""),
           problem->text);
}

static guint
count (GPtrArray *problems, KladkaSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    n += ((const KladkaProblem *)problems->pdata[i])->severity == severity;
  return n;
}

KladkaExit
kladka_cli_check (KladkaCli *self, int argc, char **argv)
{
  gboolean quiet = FALSE;
  const GOptionEntry entries[] = {
    { "errors-only", 0, 0, G_OPTION_ARG_NONE, &quiet, N_ ("Leave out warnings and notes"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (KladkaDocument) document = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  KladkaExit result;
  KladkaPlan *plan;
  guint n_errors;

  if (!kladka_cli_parse (self, &argc, &argv, entries, _ ("PLAN"), _ ("List what is wrong with a plan's records"), 1, 1))
    return KLADKA_EXIT_USAGE;
  document = kladka_cli_open (self, argv[1], &result);
  if (document == NULL)
    return result;
  plan = kladka_document_get_plan (document);
  problems = kladka_rules_check (plan);
  for (guint i = 0; i < problems->len; i++)
    {
      const KladkaProblem *problem = problems->pdata[i];

      if (!quiet || problem->severity == KLADKA_SEVERITY_ERROR)
        print_problem (self, plan, problem);
    }
  n_errors = count (problems, KLADKA_SEVERITY_ERROR);
  g_print (g_dngettext (GETTEXT_PACKAGE, "%u error, ", "%u errors, ", n_errors), n_errors);
  g_print (g_dngettext (GETTEXT_PACKAGE, "%u warning", "%u warnings", count (problems, KLADKA_SEVERITY_WARNING)),
           count (problems, KLADKA_SEVERITY_WARNING));
  g_print ("\n");
  kladka_document_close (document, TRUE);
  return n_errors > 0 ? KLADKA_EXIT_PROBLEMS : KLADKA_EXIT_DONE;
}

static void
print_period (KladkaCli *self, const KladkaPlanInfo *info)
{
  g_autofree char *from = kladka_words_dup_date (self->words, info->period_start);
  g_autofree char *until = kladka_words_dup_date (self->words, info->period_end);

  g_print ("%s: %s – %s\n", _ ("Period"), from, until);
}

static void
print_counts (KladkaCli *self, const KladkaPlan *plan)
{
  for (guint type = KLADKA_TYPE_PLAN + 1; type < KLADKA_N_TYPES; type++)
    {
      guint n = kladka_plan_get_n_records (plan, type);

      if (n > 0)
        g_print ("%8u  %s\n", n, kladka_words_get_c (self->words, "type", kladka_type_get (type)->label_plural));
    }
}

KladkaExit
kladka_cli_info (KladkaCli *self, int argc, char **argv)
{
  g_autoptr (KladkaDocument) document = NULL;
  const KladkaPlanInfo *info;
  const char *title;
  KladkaExit result;
  KladkaPlan *plan;

  if (!kladka_cli_parse (self, &argc, &argv, NULL, _ ("PLAN"), _ ("Say what a plan holds"), 1, 1))
    return KLADKA_EXIT_USAGE;
  document = kladka_cli_open (self, argv[1], &result);
  if (document == NULL)
    return result;
  plan = kladka_document_get_plan (document);
  info = kladka_plan_get_info (plan);
  title = kladka_record_get_name (&info->base, kladka_words_get_lang (self->words));
  g_print ("%s\n", title != NULL ? title : "");
  print_period (self, info);
  g_print ("%s: %s\n", _ ("Default marking"), kladka_marking_get_label (kladka_plan_get_default_marking (plan)));
  print_counts (self, plan);
  kladka_document_close (document, TRUE);
  return KLADKA_EXIT_DONE;
}
