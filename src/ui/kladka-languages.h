/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-words.h"

G_BEGIN_DECLS

/* Sets locale and catalogues up, before anything else is translated. @locale_dir: where <lang>/LC_MESSAGES lies. */
void kladka_languages_start (const char *locale_dir);

/* The language the system asks for; English where it asks for none of ours. */
KladkaLang kladka_languages_find_system (void);

/* Translates into @lang what is translated from now on. Texts that widgets have already stay: build them anew. */
void kladka_languages_use (KladkaLang lang);

/* "Polski": its own name, the same in every language. */
const char *kladka_lang_get_own_name (KladkaLang lang);

G_END_DECLS
