/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "kladka-i18n.h"
#include "kladka-languages.h"

/* GNU gettext looks up again once this has changed. */
extern int _nl_msg_cat_cntr;

void
kladka_languages_start (const char *locale_dir)
{
  const char *locale = setlocale (LC_ALL, "");

  /* Under "C" gettext translates nothing, whatever LANGUAGE says. */
  if (locale == NULL || g_str_equal (setlocale (LC_MESSAGES, NULL), "C")
      || g_str_equal (setlocale (LC_MESSAGES, NULL), "POSIX"))
    setlocale (LC_ALL, "C.UTF-8");
  /* What we write for machines and SQL must not depend on where we are. */
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

KladkaLang
kladka_languages_find_system (void)
{
  const char *const *names = g_get_language_names ();
  KladkaLang lang;

  for (guint i = 0; names[i] != NULL; i++)
    if (kladka_lang_parse (names[i], &lang))
      return lang;
  return KLADKA_LANG_EN;
}

void
kladka_languages_use (KladkaLang lang)
{
  g_setenv ("LANGUAGE", kladka_lang_get_code (lang), TRUE);
  _nl_msg_cat_cntr++;
}

const char *
kladka_lang_get_own_name (KladkaLang lang)
{
  static const char *const names[KLADKA_N_LANGS] = { "English", "Polski", "Українська" };

  return names[lang];
}
