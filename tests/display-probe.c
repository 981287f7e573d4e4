/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ends with 0 if a display can be opened, as the program would open it. For ./dev run. */

#include <gdk/gdk.h>

int
main (void)
{
  GdkDisplay *display = gdk_display_open (NULL);

  if (display == NULL)
    return 1;
  gdk_display_close (display);
  return 0;
}
