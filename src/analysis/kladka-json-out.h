/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KladkaJsonOut:
 *
 * Private to analysis: writes JSON text piece by piece, in the order in which it is called. Keys are NULL within
 * arrays.
 */
typedef struct {
  GString *text;
  guint depth;
  gboolean first; /* of the object or array that is open */
} KladkaJsonOut;

void kladka_json_out_init (KladkaJsonOut *self);
/* Returns: (transfer full): the text; ends it */
GBytes *kladka_json_out_end (KladkaJsonOut *self);

void kladka_json_out_open (KladkaJsonOut *self, const char *key, char bracket);
void kladka_json_out_close (KladkaJsonOut *self, char bracket);
/* NULL is left out. */
void kladka_json_out_text (KladkaJsonOut *self, const char *key, const char *text);
void kladka_json_out_integer (KladkaJsonOut *self, const char *key, gint64 number);
/* Nine digits: the same bytes on every machine. */
void kladka_json_out_number (KladkaJsonOut *self, const char *key, double number);
void kladka_json_out_bool (KladkaJsonOut *self, const char *key, gboolean yes);

G_END_DECLS
