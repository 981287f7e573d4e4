/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-marking.h"
#include "kladka-value.h"

G_BEGIN_DECLS

typedef enum {
  KLADKA_CONFIDENCE_NONE,
  KLADKA_CONFIDENCE_CONFIRMED,
  KLADKA_CONFIDENCE_REPORTED,
  KLADKA_CONFIDENCE_ESTIMATED,
  KLADKA_CONFIDENCE_UNKNOWN,
} KladkaConfidence;

/**
 * KladkaRecord:
 *
 * What every record has; the first member of each record's struct. Frozen, reference counted, one block of memory with
 * all its texts. @ref names it among the ids of its plan's family; @slot is its dense place among the records of its
 * type, for the document's life.
 */
typedef struct {
  gatomicrefcount ref_count;
  KladkaRef ref;
  guint32 slot;
  guint8 type;
  guint8 marking;    /* KladkaMarking */
  guint8 confidence; /* KladkaConfidence */
  guint8 deleted;    /* bool as KLADKA_KIND_BOOL */
  const char *source;
  const char *notes;
  KladkaDate source_date;
  KladkaDate verified_on;
} KladkaRecord;

typedef struct _KladkaIds KladkaIds;

KladkaRecord *kladka_record_ref (const KladkaRecord *self);
void kladka_record_unref (KladkaRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaRecord, kladka_record_unref)

/**
 * KladkaIds:
 *
 * The ids of a family of plans (a document's life): id ⇄ ref, and for the ids of records their type and slot. Only
 * grows; shared by all plans of the family. Reading a ref's id takes no lock.
 */
KladkaIds *kladka_ids_new (void);
KladkaIds *kladka_ids_ref (KladkaIds *self);
void kladka_ids_unref (KladkaIds *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaIds, kladka_ids_unref)
/* The ref of an id, made if new. NULL and "" give 0. */
KladkaRef kladka_ids_intern (KladkaIds *self, const char *id);
/* 0 if the id was never seen. */
KladkaRef kladka_ids_find (KladkaIds *self, const char *id);
/* Borrowed for the family's life; NULL for 0. */
const char *kladka_ids_get_id (KladkaIds *self, KladkaRef ref);
/* KLADKA_TYPE_NONE where no record of that id was ever made. */
KladkaType kladka_ids_get_type (KladkaIds *self, KladkaRef ref);
guint32 kladka_ids_get_slot (KladkaIds *self, KladkaRef ref);
guint kladka_ids_get_n_slots (KladkaIds *self, KladkaType type);

/**
 * KladkaPacker:
 *
 * Makes a record of @type: set cells in any order (texts are borrowed until finish), then finish. Reusable. Not
 * checked: values come from kladka_value_check() or from an admitted file.
 *
 * Cost: one allocation a record. One thread at a time.
 */
typedef struct _KladkaPacker KladkaPacker;
KladkaPacker *kladka_packer_new (KladkaIds *ids);
void kladka_packer_free (KladkaPacker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaPacker, kladka_packer_free)
void kladka_packer_begin (KladkaPacker *self, KladkaType type, const char *id);
/* For the first plan of a family, read on one thread before anybody else knows its ids: they are given without a lock,
 * and what is no id is refused with FALSE. */
KladkaPacker *kladka_packer_new_first (KladkaIds *ids);
gboolean kladka_packer_begin_first (KladkaPacker *self, const KladkaTypeInfo *info, const char *id, gsize length);
gboolean kladka_packer_set_ref_first (KladkaPacker *self, guint cell, const char *id, gsize length);
/* Starts from what @record holds. */
void kladka_packer_begin_from (KladkaPacker *self, const KladkaRecord *record);
void kladka_packer_set (KladkaPacker *self, guint cell, const KladkaValue *value);
/* The quick ways of a reader of files; each for the kinds that fit. */
void kladka_packer_set_text (KladkaPacker *self, guint cell, const char *text); /* TEXT, TEXT3 */
/* @length bytes and a zero; 0 for none */
void kladka_packer_set_text_of (KladkaPacker *self, guint cell, const char *text, gsize length);
void kladka_packer_set_integer (KladkaPacker *self, guint cell, gint64 integer); /* INTEGER DECIMAL BOOL CHOICE SET */
void kladka_packer_set_date (KladkaPacker *self, guint cell, KladkaDate date);
void kladka_packer_set_money (KladkaPacker *self, guint cell, KladkaMoney money);
void kladka_packer_set_ref (KladkaPacker *self, guint cell, const char *id);
/* A column in its file form as text, of any kind; FALSE where the text is not one. For money call it for both parts. */
gboolean kladka_packer_set_column (KladkaPacker *self, guint column, const char *text);
/* Returns: (transfer full): the record, with its ref and slot given */
KladkaRecord *kladka_packer_finish (KladkaPacker *self);

/* Reading one cell of any record; the caller owns the value. */
KladkaValue kladka_record_dup_value (const KladkaRecord *self, guint cell, KladkaIds *ids);
gboolean kladka_record_is_set (const KladkaRecord *self, guint cell);
gboolean kladka_record_equal (const KladkaRecord *a, const KladkaRecord *b);

/* Typed look into a record by its field: the address of the member. */
static inline gconstpointer
kladka_record_member (const KladkaRecord *self, const KladkaField *field)
{
  return (const guint8 *)self + field->offset;
}

/* The text in @lang, else the first there is, in the order en, uk, pl. NULL if there is none. @ret_lang: (out)
 * (optional). */
const char *kladka_text3_get (const KladkaText3 *self, KladkaLang lang, KladkaLang *ret_lang);

/* The same for people: where it stands in another language, that is seen behind it: "Title (pl)". NULL if there is
 * none. */
char *kladka_text3_dup_shown (const KladkaText3 *self, KladkaLang lang);

/* What the record is called: name or title in @lang with fallback, else reference, else NULL. */
const char *kladka_record_get_name (const KladkaRecord *self, KladkaLang lang);
/* The same for people, as kladka_text3_dup_shown(). */
char *kladka_record_dup_name (const KladkaRecord *self, KladkaLang lang);
/* Reference, code, short name; NULL if none. */
const char *kladka_record_get_short (const KladkaRecord *self);

G_END_DECLS
