/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-marking.h"

static const char *const labels[] = {
  "", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED",
};

const char *
kladka_marking_get_label (KladkaMarking self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (labels), "");
  return labels[self];
}

gboolean
kladka_marking_parse (const char *text, KladkaMarking *ret_marking)
{
  for (guint i = KLADKA_MARKING_CLEAR; i < G_N_ELEMENTS (labels); i++)
    if (g_ascii_strcasecmp (text, labels[i]) == 0 || g_ascii_strcasecmp (text, labels[i] + 4) == 0)
      {
        *ret_marking = i;
        return TRUE;
      }
  if (g_ascii_strcasecmp (text, "amber-strict") == 0)
    {
      *ret_marking = KLADKA_MARKING_AMBER_STRICT;
      return TRUE;
    }
  return FALSE;
}
