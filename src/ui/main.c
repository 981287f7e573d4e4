/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-application.h"
#include "kladka-core-dump.h"

int
main (int argc, char **argv)
{
  g_autoptr (KladkaApplication) application = NULL;

  kladka_core_dump_turn_off ();
  application = kladka_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
