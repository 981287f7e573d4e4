/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-words-private.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define NO_BREAK "\u00A0"
#define NAME_MAX_UNITS 256

/* en_GB: day before month, no comma before "and". */
static const char *const locales[KLADKA_N_LANGS] = { "en_GB", "pl_PL", "uk_UA" };

static const KladkaMarks all_marks[KLADKA_N_LANGS] = {
  [KLADKA_LANG_EN] = { ".", ",", 1, "%" },
  [KLADKA_LANG_PL] = { ",", NO_BREAK, 2, "%" },
  [KLADKA_LANG_UK] = { ",", NO_BREAK, 1, NO_BREAK "%" },
};

UChar *
kladka_words_dup_utf16 (const char *text, int *ret_length)
{
  gsize size = strlen (text);
  UChar *wide = g_new (UChar, size + 1);
  UErrorCode status = U_ZERO_ERROR;

  *ret_length = 0;
  if (size < G_MAXINT)
    u_strFromUTF8WithSub (wide, size + 1, ret_length, text, size, 0xFFFD, NULL, &status);
  if (U_FAILURE (status))
    *ret_length = 0;
  wide[*ret_length] = 0;
  return wide;
}

char *
kladka_words_dup_utf8 (const UChar *text, int length)
{
  char *narrow = g_malloc ((gsize)length * 3 + 1);
  UErrorCode status = U_ZERO_ERROR;
  int size = 0;

  u_strToUTF8WithSub (narrow, length * 3 + 1, &size, text, length, 0xFFFD, NULL, &status);
  narrow[U_SUCCESS (status) ? size : 0] = '\0';
  return narrow;
}

static void
open_icu (KladkaWords *self)
{
  UErrorCode status = U_ZERO_ERROR;

  self->collator = ucol_open (self->locale, &status);
  if (U_FAILURE (status))
    self->collator = NULL;
  status = U_ZERO_ERROR;
  self->lister = ulistfmt_open (self->locale, &status);
  if (U_FAILURE (status))
    self->lister = NULL;
  kladka_words_load_days (self);
}

KladkaWords *
kladka_words_new (KladkaLang lang, const char *locale_dir)
{
  KladkaWords *self = g_atomic_rc_box_new0 (KladkaWords);

  self->lang = lang;
  self->locale = locales[lang];
  self->marks = &all_marks[lang];
  self->locale_dir = g_strdup (locale_dir);
  if (locale_dir != NULL)
    {
      g_autofree char *path =
          g_build_filename (locale_dir, kladka_lang_get_code (lang), "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
      self->mo = kladka_mo_new_for_path (path);
    }
  open_icu (self);
  return self;
}

KladkaWords *
kladka_words_new_like (const KladkaWords *self, KladkaLang lang)
{
  return kladka_words_new (lang, self->locale_dir);
}

KladkaWords *
kladka_words_ref (KladkaWords *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_words (gpointer data)
{
  KladkaWords *self = data;

  g_clear_pointer (&self->locale_dir, g_free);
  g_clear_pointer (&self->mo, kladka_mo_free);
  g_clear_pointer (&self->collator, ucol_close);
  g_clear_pointer (&self->lister, ulistfmt_close);
  for (int i = 0; i < 12; i++)
    {
      g_free (self->months[i]);
      g_free (self->short_months[i]);
      g_free (self->of_months[i]);
    }
  for (int i = 0; i < 7; i++)
    g_free (self->weekdays[i]);
}

void
kladka_words_unref (KladkaWords *self)
{
  g_atomic_rc_box_release_full (self, clear_words);
}

KladkaLang
kladka_words_get_lang (const KladkaWords *self)
{
  return self->lang;
}

const char *
kladka_words_get (const KladkaWords *self, const char *text)
{
  const char *found = self->mo != NULL ? kladka_mo_find (self->mo, text, 0) : NULL;

  return found != NULL ? found : text;
}

const char *
kladka_words_get_c (const KladkaWords *self, const char *context, const char *text)
{
  const char *found = self->mo != NULL ? kladka_mo_find_c (self->mo, context, text) : NULL;

  return found != NULL ? found : text;
}

/* The forms in the order of the catalogues' Plural-Forms: Polish one, few, many; Ukrainian one, few, many. */
static guint
find_form (KladkaLang lang, gulong n)
{
  gboolean few = n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);

  switch (lang)
    {
    case KLADKA_LANG_PL:
      return n == 1 ? 0 : few ? 1 : 2;
    case KLADKA_LANG_UK:
      return n % 10 == 1 && n % 100 != 11 ? 0 : few ? 1 : 2;
    case KLADKA_LANG_EN:
    default:
      return n != 1;
    }
}

const char *
kladka_words_get_n (const KladkaWords *self, const char *one, const char *many, gulong n)
{
  const char *found = self->mo != NULL ? kladka_mo_find (self->mo, one, find_form (self->lang, n)) : NULL;

  return found != NULL ? found : n == 1 ? one : many;
}

char *
kladka_words_dup_country (const KladkaWords *self, const char *iso)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[NAME_MAX_UNITS];
  char region[8];
  int length;

  if (strlen (iso) != 2 || !g_ascii_isalpha (iso[0]) || !g_ascii_isalpha (iso[1]))
    return g_strdup (iso);
  g_snprintf (region, sizeof region, "und_%s", iso);
  length = uloc_getDisplayCountry (region, self->locale, name, NAME_MAX_UNITS, &status);
  if (U_FAILURE (status) || status == U_USING_DEFAULT_WARNING || length <= 0 || length >= NAME_MAX_UNITS)
    return g_strdup (iso);
  return kladka_words_dup_utf8 (name, length);
}

char *
kladka_words_dup_currency (const KladkaWords *self, const char *iso)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar code[4] = { 0 };
  const UChar *name;
  int length = 0;

  if (!kladka_currency_is_valid (iso))
    return g_strdup (iso);
  u_uastrncpy (code, iso, 3);
  name = ucurr_getName (code, self->locale, UCURR_LONG_NAME, NULL, &length, &status);
  return U_SUCCESS (status) ? kladka_words_dup_utf8 (name, length) : g_strdup (iso);
}

int
kladka_words_compare (const KladkaWords *self, const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;
  int order = 0;

  if (self->collator != NULL)
    order = ucol_strcollUTF8 (self->collator, a, -1, b, -1, &status);
  return self->collator != NULL && U_SUCCESS (status) ? order : strcmp (a, b);
}

char *
kladka_words_dup_sort_key (const KladkaWords *self, const char *text)
{
  g_autofree UChar *wide = NULL;
  guint8 buffer[512];
  char *key;
  int length, size;

  if (self->collator == NULL)
    return g_strdup (text);
  wide = kladka_words_dup_utf16 (text, &length);
  size = ucol_getSortKey (self->collator, wide, length, buffer, sizeof buffer);
  key = g_malloc (MAX (size, 1));
  key[0] = '\0';
  if (size <= (int)sizeof buffer)
    memcpy (key, buffer, size);
  else
    ucol_getSortKey (self->collator, wide, length, (guint8 *)key, size);
  return key;
}

static char *
format_list (const KladkaWords *self, const UChar *const *texts, const int *lengths, int n)
{
  UErrorCode status = U_ZERO_ERROR;
  int size = ulistfmt_format (self->lister, texts, lengths, n, NULL, 0, &status);
  g_autofree UChar *joined = g_new0 (UChar, MAX (size, 0) + 1);

  status = U_ZERO_ERROR;
  size = ulistfmt_format (self->lister, texts, lengths, n, joined, size + 1, &status);
  return U_SUCCESS (status) ? kladka_words_dup_utf8 (joined, size) : NULL;
}

char *
kladka_words_dup_list (const KladkaWords *self, const char *const *texts)
{
  g_autoptr (GPtrArray) wide = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (int));
  char *joined = NULL;

  for (gsize i = 0; texts[i] != NULL; i++)
    {
      int length;
      g_ptr_array_add (wide, kladka_words_dup_utf16 (texts[i], &length));
      g_array_append_val (lengths, length);
    }
  if (self->lister != NULL && wide->len > 0)
    joined = format_list (self, (const UChar *const *)wide->pdata, (const int *)lengths->data, wide->len);
  return joined != NULL ? joined : g_strjoinv (", ", (char **)texts);
}
