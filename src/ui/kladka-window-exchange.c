/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-i18n.h"
#include "kladka-window-private.h"

void
kladka_window_import (KladkaWindow *self)
{
}

void
kladka_window_export (KladkaWindow *self)
{
}

void
kladka_window_print (KladkaWindow *self, gboolean to_pdf)
{
}
