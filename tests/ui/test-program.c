/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* test-program KLADKA: what the program says before it shows anything. */

#include <gio/gio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

static const char *program;

static char *
dup_help (const char *language)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  g_subprocess_launcher_setenv (launcher, "LANGUAGE", language, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, program, "--help", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

static void
test_help_is_in_the_readers_language (void)
{
  static const struct {
    const char *language, *file, *sample;
  } said[] = {
    { "en", "[FILE…]", "Open the sample plan as an untitled copy" },
    { "pl", "[PLIK…]", "Otwiera plan przykładowy" },
    { "uk", "[ФАЙЛ…]", "Відкрити зразок плану" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autofree char *help = dup_help (said[i].language);
      const char *file = strstr (help, said[i].file);

      g_assert_nonnull (file);
      g_assert_null (strstr (file + 1, said[i].file));
      g_assert_nonnull (strstr (help, said[i].sample));
    }
}

/* The limits of a process that has ended are still told until it is waited for. */
static void
test_nothing_is_dumped (void)
{
  const char *const words[] = { program, "--help", NULL };
  struct rlimit limit;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *limits = NULL;
  siginfo_t info;
  GPid pid;

  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  if (limit.rlim_max <= 1)
    {
      g_test_skip ("no process may dump here");
      return;
    }
  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_CORE, &limit), ==, 0);
  g_spawn_async (NULL, (char **)words, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, &pid,
                 &error);
  g_assert_no_error (error);
  g_assert_cmpint (waitid (P_PID, (id_t)pid, &info, WEXITED | WNOWAIT), ==, 0);
  path = g_strdup_printf ("/proc/%d/limits", pid);
  g_assert_true (g_file_get_contents (path, &limits, NULL, NULL));
  g_assert_true (g_regex_match_simple ("Max core file size +1 ", limits, 0, 0));
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  program = argv[1];
  g_test_add_func ("/ui/program/help-is-in-the-readers-language", test_help_is_in_the_readers_language);
  g_test_add_func ("/ui/program/nothing-is-dumped", test_nothing_is_dumped);
  return g_test_run ();
}
