/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import.h"

#include <stdio.h>

/* Prints the schema, or a plan with every cell set, for check-schema.py: write-full schema | plan. */
int
main (int argc, char *argv[])
{
  g_autoptr (KladkaPlan) plan = import_plan_full ();
  g_autoptr (GBytes) bytes = argc == 2 && g_str_equal (argv[1], "schema")
                                 ? kladka_json_write_schema ()
                                 : kladka_json_write (plan, KLADKA_MARKING_RED);

  fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
  return 0;
}
