/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-cli.h"

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-plan.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define ERRNO_MAX 4095

gboolean
kladka_cli_parse (KladkaCli *self,
                  int *argc,
                  char ***argv,
                  const GOptionEntry *entries,
                  const char *usage,
                  const char *summary,
                  int min,
                  int max)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *head = g_strdup_printf ("%s", usage);
  g_autofree char *program = g_strdup_printf ("kladka-cli %s", (*argv)[0]);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  context = g_option_context_new (head);
  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    kladka_cli_fail_usage (self, "%s", error->message);
  else if (*argc - 1 < min || (max >= 0 && *argc - 1 > max))
    kladka_cli_fail_usage (self, _ ("Usage: %s %s"), program, usage);
  else
    return TRUE;
  return FALSE;
}

KladkaExit
kladka_cli_fail (KladkaCli *self, const char *name, const GError *error, KladkaExit exit)
{
  kladka_cli_progress (self, NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return KLADKA_EXIT_INTERRUPTED;
  g_printerr ("kladka-cli: %s: %s\n", name, error->message);
  return exit;
}

KladkaExit
kladka_cli_fail_usage (KladkaCli *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("kladka-cli: %s\n", text);
  return KLADKA_EXIT_USAGE;
}

void
kladka_cli_progress (KladkaCli *self, const char *text)
{
  if (!self->on_terminal)
    return;
  /* Back to the line's start, and what stood there wiped. */
  fprintf (stderr, "\r\033[K%s", text != NULL ? text : "");
  fflush (stderr);
}

KladkaDocument *
kladka_cli_open (KladkaCli *self, const char *name, KladkaExit *ret_exit)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  KladkaDocument *document;

  kladka_cli_progress (self, _ ("Opening the plan…"));
  document = kladka_document_new_open (&self->store, file, FALSE, self->cancellable, &error);
  if (document == NULL)
    *ret_exit = kladka_cli_fail (self, name, error, KLADKA_EXIT_INPUT);
  kladka_cli_progress (self, NULL);
  return document;
}

static KladkaPlan *
cut (KladkaCli *self, KladkaPlan *plan, KladkaMarking ceiling, gboolean *ret_left_out)
{
  guint n_left_out = 0;
  KladkaPlan *below = kladka_plan_new_below (plan, ceiling, &n_left_out);

  if (ret_left_out != NULL)
    *ret_left_out = n_left_out > 0;
  /* For the maker's eyes only: stderr, never the file. */
  if (n_left_out > 0)
    {
      g_autofree char *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record above %s is left out.",
                                                                "%u records above %s are left out.", n_left_out),
                                                   n_left_out, kladka_marking_get_label (ceiling));

      g_printerr ("kladka-cli: %s\n", sentence);
    }
  return below;
}

KladkaPlan *
kladka_cli_open_below (KladkaCli *self,
                       const char *name,
                       const char *ceiling,
                       KladkaMarking *ret_ceiling,
                       gboolean *ret_left_out,
                       KladkaExit *ret_exit)
{
  g_autoptr (KladkaDocument) document = NULL;
  KladkaMarking marking = KLADKA_MARKING_NONE;
  KladkaPlan *below;

  *ret_exit = KLADKA_EXIT_USAGE;
  if (ceiling != NULL && !kladka_marking_parse (ceiling, &marking))
    {
      kladka_cli_fail_usage (self, _ ("“%s” is no marking. Use CLEAR, GREEN, AMBER, AMBER+STRICT or RED."), ceiling);
      return NULL;
    }
  document = kladka_cli_open (self, name, ret_exit);
  if (document == NULL)
    return NULL;
  if (marking == KLADKA_MARKING_NONE)
    marking = kladka_plan_get_default_marking (kladka_document_get_plan (document));
  if (ret_ceiling != NULL)
    *ret_ceiling = marking;
  below = cut (self, kladka_document_get_plan (document), marking, ret_left_out);
  kladka_document_close (document, TRUE);
  return below;
}

static gboolean
write_all (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0;
}

/* GLib's sentence names the file beside it that was to take its place; only the reason is of use. */
static const char *
get_reason (const GError *error)
{
  for (int code = 1; error->code != G_FILE_ERROR_FAILED && code <= ERRNO_MAX; code++)
    if ((int)g_file_error_from_errno (code) == error->code)
      return g_strerror (code);
  return _ ("The file cannot be written.");
}

KladkaExit
kladka_cli_write (KladkaCli *self, const char *name, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_cancellable_is_cancelled (self->cancellable))
    return KLADKA_EXIT_INTERRUPTED;
  if (name == NULL || g_str_equal (name, "-"))
    return write_all (bytes) ? KLADKA_EXIT_DONE : KLADKA_EXIT_OUTPUT;
  /* What leaves a plan is for its owner until somebody passes it on. */
  if (!g_file_set_contents_full (name, data, length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &error))
    {
      g_printerr ("kladka-cli: %s: %s\n", name, get_reason (error));
      return KLADKA_EXIT_OUTPUT;
    }
  return KLADKA_EXIT_DONE;
}

gboolean
kladka_cli_parse_day (KladkaCli *self, const char *text, gint32 *ret_day)
{
  KladkaDate date;

  if (text == NULL)
    {
      *ret_day = self->now / (24 * 60 * 60);
      return TRUE;
    }
  if (kladka_date_parse_file (text, &date) && date.precision == KLADKA_PRECISION_DAY)
    {
      *ret_day = kladka_date_get_first_day (date);
      return TRUE;
    }
  kladka_cli_fail_usage (self, _ ("“%s” is no day. Write it as 2027-03-05."), text);
  return FALSE;
}
