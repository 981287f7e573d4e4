/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-words.h"

#define NB "\u00A0"

/* Words of each language, without a catalogue. */
typedef struct {
  KladkaWords *words[KLADKA_N_LANGS];
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < KLADKA_N_LANGS; i++)
    fixture->words[i] = kladka_words_new (i, NULL);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < KLADKA_N_LANGS; i++)
    kladka_words_unref (fixture->words[i]);
}

static inline void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}
