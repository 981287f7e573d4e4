/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <unicode/ucol.h>
#include <unicode/ulistformatter.h>
#include "kladka-mo.h"
#include "kladka-words.h"

G_BEGIN_DECLS

/* How numbers are written. Polish writes no mark in "1234,5": a mark needs two digits before it. */
typedef struct {
  const char *fraction;
  const char *thousands;
  int min_leading;
  const char *percent;
} KladkaMarks;

/* ICU's collator and list formatter are only used through their const functions, which need no lock. */
struct _KladkaWords {
  KladkaLang lang;
  KladkaMo *mo;     /* nullable */
  char *locale_dir; /* nullable */
  const char *locale;
  const KladkaMarks *marks;
  UCollator *collator;
  UListFormatter *lister;
  char *months[12];       /* standing alone: "marzec" */
  char *short_months[12]; /* standing alone: "mar" */
  char *of_months[12];    /* in a date: "marca" */
  char *weekdays[7];      /* in short, Monday first */
};

/* Always zero-terminated; wrong bytes become U+FFFD. */
UChar *kladka_words_dup_utf16 (const char *text, int *ret_length);
char *kladka_words_dup_utf8 (const UChar *text, int length);

/* Fills the names of months and weekdays; plain English where ICU has no data. */
void kladka_words_load_days (KladkaWords *self);

G_END_DECLS
