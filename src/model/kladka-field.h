/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-type.h"
#include "kladka-words.h"

G_BEGIN_DECLS

/**
 * KladkaKind:
 *
 * What a field holds; with the member's C type and the columns it has in SQL, JSON and CSV.
 */
typedef enum {
  KLADKA_KIND_TEXT,    /* const char *                 name                     */
  KLADKA_KIND_TEXT3,   /* KladkaText3                  name_en name_pl name_uk; a cell each */
  KLADKA_KIND_DATE,    /* KladkaDate                   name, "2027-Q3"          */
  KLADKA_KIND_INTEGER, /* gint64, KLADKA_INT_NONE      name                     */
  KLADKA_KIND_DECIMAL, /* gint64 scaled by 10^scale    name, the scaled integer */
  KLADKA_KIND_MONEY,   /* KladkaMoney                  name_minor name_currency; one cell */
  KLADKA_KIND_BOOL,    /* guint8: 0 none, 1 no, 2 yes  name, 0 or 1             */
  KLADKA_KIND_CHOICE,  /* guint8: 0 none, else 1 + place in the choices; name, the code */
  KLADKA_KIND_SET,     /* guint64: a bit per choice    name, codes              */
  KLADKA_KIND_TAGS,    /* const char *const *, sorted, without commas; NULL = none */
  KLADKA_KIND_REF,     /* KladkaRef, 0 = none          name, the id             */
  KLADKA_KIND_REFS,    /* const KladkaRef *, ends in 0; NULL = none; name, ids  */
  KLADKA_KIND_NUMBERS, /* gint32[KLADKA_NUMBERS_MAX], KLADKA_NUMBER_NONE; name, code=number pairs */
} KladkaKind;

/* A record of the plan's family of ids: small, dense, 0 = none. KladkaIds turns it into the id. */
typedef guint32 KladkaRef;

typedef struct {
  const char *in[KLADKA_N_LANGS];
} KladkaText3;

#define KLADKA_NUMBERS_MAX 12
#define KLADKA_NUMBER_NONE G_MININT32

/**
 * KladkaChoice:
 * @code: as files have it; never changes
 * @label: message id in the context of its table
 * @iati: (nullable): the IATI code
 */
typedef struct {
  const char *code;
  const char *label;
  const char *iati;
} KladkaChoice;

/* @context is the message context of all labels. */
typedef struct {
  const char *context;
  const KladkaChoice *choices;
  guint n_choices;
} KladkaChoices;

typedef enum {
  KLADKA_FIELD_REQUIRED = 1 << 0, /* a record without it has a problem (text in three languages: one is enough) */
  KLADKA_FIELD_OWNER = 1 << 1,    /* the record belongs to what it points to: shown in its form, deleted with it */
  KLADKA_FIELD_RESTS = 1 << 2,    /* the record says something about what it points to: at least as high a marking */
  KLADKA_FIELD_LINES = 1 << 3,    /* several lines of text */
  KLADKA_FIELD_COLUMN = 1 << 4,   /* a table shows it unless told otherwise */
  KLADKA_FIELD_NAME = 1 << 5,     /* the record is called by it */
  KLADKA_FIELD_SHORT = 1 << 6,    /* a short name: reference, code, abbreviation */
  KLADKA_FIELD_HIDDEN = 1 << 7,   /* not in forms and tables */
  KLADKA_FIELD_COMMON = 1 << 8,   /* of the shared table */
  KLADKA_FIELD_PARENT = 1 << 9,   /* what stands above the record in a tree: a row of the file, if a deleted one */
} KladkaFieldFlags;

/* The groups of a form, in its order. */
typedef enum {
  KLADKA_SECTION_MAIN,
  KLADKA_SECTION_WHO,
  KLADKA_SECTION_WHAT,
  KLADKA_SECTION_WHEN,
  KLADKA_SECTION_MONEY,
  KLADKA_SECTION_MORE,
  KLADKA_SECTION_SOURCE,
  KLADKA_N_SECTIONS,
} KladkaSection;

/**
 * KladkaField:
 *
 * The one declaration of a field. SQL, JSON, CSV, forms, tables, search, history words and first validation come from
 * it.
 * @label has the context "field"; @help has none.
 */
typedef struct {
  const char *name;
  const char *label;
  const char *help;
  const KladkaChoices *choices; /* of CHOICE, SET, NUMBERS */
  gint64 min;                   /* of INTEGER, DECIMAL, MONEY (minor units): both 0 = no limits */
  gint64 max;
  guint32 flags;
  guint16 offset;
  guint16 size;
  guint8 kind;     /* KladkaKind */
  guint8 section;  /* KladkaSection */
  guint8 ref_type; /* KladkaType of REF and REFS */
  guint8 scale;    /* digits of DECIMAL */
} KladkaField;

/**
 * KladkaCell:
 *
 * What is edited, undone and merged as one: a field, or one language of a text in three languages. Edits, drafts and
 * changes name a cell by its number in its type's table: own fields first, then the common ones.
 */
typedef struct {
  const KladkaField *field;
  guint8 lang;      /* of TEXT3 */
  const char *name; /* "wanted_from", "title_pl" */
} KladkaCell;

/* A column of SQL, JSON and CSV: a cell, or the amount (part 0) or currency (part 1) of a money cell. */
typedef struct {
  const char *name;
  guint16 cell;
  guint8 part;
} KladkaColumn;

/**
 * KladkaTypeInfo:
 *
 * All that is known of a record type. Made once; lives for ever.
 */
typedef struct {
  KladkaType type;
  const char *name;         /* "need": the SQL table and the word of the command line */
  const char *plural;       /* "needs": the key in JSON and the name of the CSV file */
  const char *label;        /* message id, context "type": "Need" */
  const char *label_plural; /* context "type": "Needs" */
  gsize size;               /* of the struct */
  const KladkaField *const *fields;
  guint n_fields;
  const KladkaCell *cells;
  guint n_cells;
  const KladkaColumn *columns;
  guint n_columns;
  gconstpointer blank;         /* the struct with nothing filled in */
  const guint16 *text_offsets; /* of the members that point to a text: TEXT, and each language of TEXT3 */
  guint n_texts;
  const KladkaField *const *lists; /* the fields that point to a list: TAGS, REFS */
  guint n_lists;
} KladkaTypeInfo;

const KladkaTypeInfo *kladka_type_get (KladkaType type);
/* By singular or plural name; NULL if there is none. */
const KladkaTypeInfo *kladka_type_find (const char *name);

/* -1 if there is none. */
int kladka_type_find_cell (const KladkaTypeInfo *info, const char *cell_name);
int kladka_type_find_column (const KladkaTypeInfo *info, const char *column_name);
/* The first cell of a field, by the field's name; -1 if there is none. TEXT3: the English one, + language for the
 * others. */
int kladka_type_cell_of (const KladkaTypeInfo *info, const char *field_name);
/* The field with @flag, or NULL. */
const KladkaField *kladka_type_get_flagged (const KladkaTypeInfo *info, KladkaFieldFlags flag);

/* 0 = no such code, else 1 + its place. Also takes IATI codes where @iati. */
guint kladka_choices_find (const KladkaChoices *self, const char *code, gboolean iati);
const char *kladka_choices_get_label (const KladkaChoices *self, guint choice, const KladkaWords *words);

/* "Wanted from"; with the language behind it for a cell of a text in three languages: "Title (Polish)". */
char *kladka_cell_dup_label (const KladkaCell *self, const KladkaWords *words);
const char *kladka_section_get_label (KladkaSection section, const KladkaWords *words);

G_END_DECLS
