/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-cli.h"

#include "kladka-core-dump.h"
#include "kladka-i18n.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct {
  const char *name;
  const char *summary;
  KladkaCommandFunc run;
} Command;

static const Command commands[] = {
  { "new", N_ ("Make a new plan, empty or from files"), kladka_cli_new },
  { "import", N_ ("Bring files into a plan: IATI, OSCAL, CSV, JSON"), kladka_cli_import },
  { "export", N_ ("Write a plan as JSON or CSV, below a marking"), kladka_cli_export },
  { "check", N_ ("List what is wrong with a plan's records"), kladka_cli_check },
  { "coverage", N_ ("Compute how far needs are covered"), kladka_cli_coverage },

  { "briefing", N_ ("Print a briefing as PDF, PNG or SVG"), kladka_cli_briefing },
  { "schema", N_ ("Print the JSON Schema of a plan"), kladka_cli_schema },
  { "info", N_ ("Say what a plan holds"), kladka_cli_info },
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: kladka-cli COMMAND [OPTION…] [NAME…]"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n%s\n", _ ("kladka-cli COMMAND --help tells the options of a command."),
           _ ("Ends with 0: done, 1: something to look at, 2: wrong call, 3: a file cannot be read or is refused, "
              "4: a file cannot be written."));
}

static gboolean
is_word (const char *word, const char *const *others)
{
  return g_strv_contains (others, word);
}

/* gettext follows LANGUAGE only where the locale is not "C". */
static void
set_up_language (const char *locale_dir)
{
  const char *locale = setlocale (LC_ALL, "");

  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static KladkaLang
find_language (void)
{
  const char *const *names = g_get_language_names ();
  KladkaLang lang;

  for (guint i = 0; names[i] != NULL; i++)
    if (kladka_lang_parse (names[i], &lang))
      return lang;
  return KLADKA_LANG_EN;
}

/* A build that must give the same bytes twice sets the clock. */
static gint64
read_clock (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    return seconds;
  return g_get_real_time () / G_USEC_PER_SEC;
}

static gint64
get_time_cb (gpointer data)
{
  return ((KladkaCli *)data)->now * G_USEC_PER_SEC;
}

static const char *
get_author (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && !g_str_equal (name, "Unknown") ? name : g_get_user_name ();
}

/* What was printed may only now meet a full disk or a closed pipe. */
static KladkaExit
end (KladkaExit exit)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return exit;
  if (exit != KLADKA_EXIT_OUTPUT)
    g_printerr ("kladka-cli: %s\n", g_strerror (errno));
  return KLADKA_EXIT_OUTPUT;
}

static KladkaExit
run_command (KladkaCli *self, int argc, char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[1]))
      return commands[i].run (self, argc - 1, argv + 1);
  return kladka_cli_fail_usage (self, _ ("There is no command “%s”. kladka-cli --help lists them."), argv[1]);
}

int
main (int argc, char **argv)
{
  static const char *const help_words[] = { "--help", "-h", "help", NULL };
  static const char *const version_words[] = { "--version", "version", NULL };
  const char *locale_dir = g_getenv ("KLADKA_LOCALE_DIR") != NULL ? g_getenv ("KLADKA_LOCALE_DIR") : KLADKA_LOCALE_DIR;
  g_autofree char *state_dir = g_build_filename (g_get_user_state_dir (), "kladka", NULL);
  g_autoptr (KladkaWords) words = NULL;
  g_autoptr (GCancellable) cancellable = NULL;
  KladkaCli self;

  kladka_core_dump_turn_off ();
  set_up_language (locale_dir);
  if (argc < 2 || is_word (argv[1], help_words))
    {
      print_help ();
      return argc < 2 ? KLADKA_EXIT_USAGE : KLADKA_EXIT_DONE;
    }
  if (is_word (argv[1], version_words))
    {
      g_print ("Kladka %s\n", KLADKA_VERSION);
      return KLADKA_EXIT_DONE;
    }
  words = kladka_words_new (find_language (), locale_dir);
  cancellable = kladka_cli_watch_interrupts ();
  self = (KladkaCli){
    .words = words,
    .locale_dir = locale_dir,
    .now = read_clock (),
    .store = { .state_dir = state_dir, .author = get_author (), .clock = get_time_cb, .clock_data = &self },
    .on_terminal = isatty (STDERR_FILENO),
    .cancellable = cancellable,
  };
  return end (run_command (&self, argc, argv));
}
