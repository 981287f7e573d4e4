/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KladkaLang:
 *
 * The three languages of the program and of the texts in a plan.
 */
typedef enum {
  KLADKA_LANG_EN,
  KLADKA_LANG_PL,
  KLADKA_LANG_UK,
} KladkaLang;
#define KLADKA_N_LANGS 3

/* "en", "pl", "uk". */
const char *kladka_lang_get_code (KladkaLang self);
/* Takes "pl", "pl_PL.UTF-8", "PL" ...; FALSE for other languages. */
gboolean kladka_lang_parse (const char *code, KladkaLang *ret_lang);

/**
 * kladka_text_fold:
 *
 * What search compares: case and accents gone, and the letters that only look like letters with marks too
 * (ł → l, ґ → г, ї → і, є → е, й → и, ё → е; all apostrophes → '; quotation marks → "; dashes → -; ß → ss).
 * Blanks run together, with none at the ends; invisible characters go.
 * `lodz` finds Łódź, `київ` finds КИЇВ.
 *
 * Cost: linear, about 10 ns a letter. Any thread.
 *
 * Returns: (transfer full): the folded text
 */
char *kladka_text_fold (const char *text);

/* Is @text valid UTF-8 that a plan may hold: no NUL, no control characters but TAB and LF (both only if @lines), no
 * bidirectional overrides (U+202A-202E, U+2066-2069), not over @max bytes, no more than 32 combining marks on one
 * letter? */
gboolean kladka_text_is_clean (const char *text, gssize length, gsize max, gboolean lines);

/* For a log line or an error about a foreign text: at most @max characters, controls and overrides shown as U+FFFD. */
char *kladka_text_dup_shown (const char *text, gsize max);

/* How alike two folded texts are, 0 to 1000 (thousandths): shared letter triples over all triples. */
int kladka_text_likeness (const char *folded_a, const char *folded_b);

G_END_DECLS
