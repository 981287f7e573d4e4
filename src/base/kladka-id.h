/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KLADKA_ID_MAX 64

/* A new random id: 32 lower-case hex digits (128 bits). */
char *kladka_id_new (void);

/* The same id for the same parts, whoever makes it: the first 128 bits of SHA-256 over the parts, each with its
 * length. What comes twice from one foreign file meets itself. */
char *kladka_id_new_for (const char *const *parts);

/* 1 to 64 of a-z A-Z 0-9 . _ - */
gboolean kladka_id_is_valid (const char *id);

G_END_DECLS
