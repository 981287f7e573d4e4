/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "kladka-mo.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (KladkaMo) mo = kladka_mo_new (bytes);

  if (mo != NULL)
    {
      kladka_mo_find (mo, "Needs", 0);
      kladka_mo_find (mo, "Needs", 2);
      kladka_mo_find_c (mo, "type", "Project");
      kladka_mo_find (mo, "", 0);
    }
  return 0;
}
