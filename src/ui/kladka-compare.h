/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kladka-plan.h"

G_BEGIN_DECLS

/**
 * KladkaComparison:
 *
 * Two plans and what they are called where their differences are shown.
 */
typedef struct {
  KladkaPlan *older;
  KladkaPlan *newer;
  const char *title;
  const char *before;
  const char *after;
} KladkaComparison;

/* Finds the differences on a worker thread, then shows them in a window of @parent's, or says that there are none.
 * Nothing happens if @parent is gone by then. */
void kladka_compare_show (const KladkaComparison *comparison, GtkWindow *parent, KladkaWords *words);

G_END_DECLS
