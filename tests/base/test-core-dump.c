/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-core-dump.h"

#include <sys/resource.h>

static void
test_nothing_is_dumped (void)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  if (limit.rlim_max <= 1)
    {
      g_test_skip ("no process may dump here");
      return;
    }
  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_CORE, &limit), ==, 0);
  g_assert_true (kladka_core_dump_turn_off ());
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  /* 0 would still start a collector of crashes. */
  g_assert_cmpuint (limit.rlim_cur, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/core-dump/nothing-is-dumped", test_nothing_is_dumped);
  return g_test_run ();
}
