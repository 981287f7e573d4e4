/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-core-dump.h"

#include <sys/resource.h>

/* Less than a page, so no file is written; and Linux starts no collector at exactly 1, while at 0 it does. Not being
 * dumpable at all would shut out desktop portals too: they look into /proc to see who asks. */
#define LIMIT 1

gboolean
kladka_core_dump_turn_off (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_CORE, &limit) != 0)
    return FALSE;
  limit.rlim_cur = MIN (limit.rlim_max, LIMIT);
  return setrlimit (RLIMIT_CORE, &limit) == 0;
}
