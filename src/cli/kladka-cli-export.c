/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* export and schema. */

#include "kladka-cli.h"

#include "kladka-i18n.h"
#include "kladka-plan.h"
#include "kladka-write.h"

#include <errno.h>
#include <glib/gstdio.h>

typedef struct {
  const KladkaPlan *plan;
  KladkaMarking ceiling;
  KladkaCsvProfile profile;
} Export;

static KladkaExit
write_table (KladkaCli *self, const Export *export, KladkaType type, const char *name)
{
  g_autoptr (GBytes) bytes = kladka_csv_write (export->plan, type, export->profile, self->words, export->ceiling);

  return kladka_cli_write (self, name, bytes);
}

/* A file per kind of record that occurs. */
static KladkaExit
write_tables (KladkaCli *self, const Export *export, const char *folder)
{
  KladkaExit result = KLADKA_EXIT_DONE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_printerr ("kladka-cli: %s: %s\n", folder, g_strerror (errno));
      return KLADKA_EXIT_OUTPUT;
    }
  for (guint type = 1; type < KLADKA_N_TYPES && result == KLADKA_EXIT_DONE; type++)
    {
      g_autofree char *base = g_strconcat (kladka_type_get (type)->plural, ".csv", NULL);
      g_autofree char *name = g_build_filename (folder, base, NULL);

      if (kladka_plan_get_n_records (export->plan, type) > 0)
        result = write_table (self, export, type, name);
    }
  return result;
}

static KladkaExit
write_csv (KladkaCli *self, const Export *export, const char *type_name, const char *output)
{
  const KladkaTypeInfo *info = type_name != NULL ? kladka_type_find (type_name) : NULL;

  if (type_name != NULL && info == NULL)
    return kladka_cli_fail_usage (self, _ ("“%s” is no kind of record. Use needs, projects, organisations …"),
                                  type_name);
  if (info != NULL)
    return write_table (self, export, info->type, output);
  if (output == NULL)
    return kladka_cli_fail_usage (self, _ ("Say which records with --type, or a folder with --output."));
  return write_tables (self, export, output);
}

static KladkaExit
write_plan (KladkaCli *self, const Export *export, const char *format, const char *type, const char *output)
{
  if (format == NULL || g_str_equal (format, "json"))
    {
      g_autoptr (GBytes) bytes = kladka_json_write (export->plan, export->ceiling);

      return kladka_cli_write (self, output, bytes);
    }
  if (g_str_equal (format, "csv"))
    return write_csv (self, export, type, output);
  return kladka_cli_fail_usage (self, _ ("“%s” is no format of this command."), format);
}

KladkaExit
kladka_cli_export (KladkaCli *self, int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *type = NULL;
  g_autofree char *ceiling = NULL;
  g_autofree char *output = NULL;
  gboolean sheet = FALSE;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("json (default) or csv"), N_ ("FORMAT") },
    { "type", 't', 0, G_OPTION_ARG_STRING, &type, N_ ("Only these records: needs, projects …"), N_ ("KIND") },
    { "spreadsheet", 0, 0, G_OPTION_ARG_NONE, &sheet,
      N_ ("CSV for spreadsheets: semicolons, decimal comma, headings in words"), NULL },
    { "ceiling", 0, 0, G_OPTION_ARG_STRING, &ceiling, N_ ("Highest marking that leaves the plan"), N_ ("TLP") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write; a folder for CSV without --type"),
      N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (KladkaPlan) plan = NULL;
  KladkaMarking marking;
  KladkaExit result;

  if (!kladka_cli_parse (self, &argc, &argv, entries, _ ("PLAN"), _ ("Write a plan as JSON or CSV, below a marking"), 1,
                         1))
    return KLADKA_EXIT_USAGE;
  plan = kladka_cli_open_below (self, argv[1], ceiling, &marking, NULL, &result);
  if (plan == NULL)
    return result;
  return write_plan (self, &(Export){ plan, marking, sheet ? KLADKA_CSV_SHEET : KLADKA_CSV_PLAIN }, format, type,
                     output);
}

KladkaExit
kladka_cli_schema (KladkaCli *self, int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!kladka_cli_parse (self, &argc, &argv, NULL, "", _ ("Print the JSON Schema of a plan"), 0, 0))
    return KLADKA_EXIT_USAGE;
  bytes = kladka_json_write_schema ();
  return kladka_cli_write (self, NULL, bytes);
}
