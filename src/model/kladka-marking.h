/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KladkaMarking:
 *
 * TLP 2.0, in rising order; 0 = none given. The words are English in every language.
 */
typedef enum {
  KLADKA_MARKING_NONE = 0,
  KLADKA_MARKING_CLEAR,
  KLADKA_MARKING_GREEN,
  KLADKA_MARKING_AMBER,
  KLADKA_MARKING_AMBER_STRICT,
  KLADKA_MARKING_RED,
} KladkaMarking;

/* "TLP:AMBER+STRICT" */
const char *kladka_marking_get_label (KladkaMarking self);
/* With or without "TLP:", any case; FALSE for anything else. */
gboolean kladka_marking_parse (const char *text, KladkaMarking *ret_marking);

G_END_DECLS
