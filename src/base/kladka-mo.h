/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KladkaMo:
 *
 * The texts of one gettext catalogue (.mo, either byte order), checked whole when it is made; frozen.
 */
typedef struct _KladkaMo KladkaMo;

/**
 * kladka_mo_new:
 * @bytes: what the file holds
 *
 * Returns: (transfer full) (nullable): the catalogue; %NULL if any part of it lies outside @bytes, does not end with a
 *   zero or is no UTF-8
 */
KladkaMo *kladka_mo_new (GBytes *bytes);
/* Reads @path; %NULL where it is missing, damaged or larger than a catalogue can be. */
KladkaMo *kladka_mo_new_for_path (const char *path);
void kladka_mo_free (KladkaMo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaMo, kladka_mo_free)

/* The translation's form @form (0 for a text without forms); %NULL where there is none. Borrowed. Any thread. */
const char *kladka_mo_find (const KladkaMo *self, const char *id, guint form);
/* The same for a text with a context. */
const char *kladka_mo_find_c (const KladkaMo *self, const char *context, const char *id);

G_END_DECLS
