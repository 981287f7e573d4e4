/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-record.h"

#include "kladka-records.h"

#include <string.h>

KladkaRecord *
kladka_record_ref (const KladkaRecord *self)
{
  g_atomic_ref_count_inc (&((KladkaRecord *)self)->ref_count);
  return (KladkaRecord *)self;
}

void
kladka_record_unref (KladkaRecord *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

static KladkaValue
dup_refs (const KladkaRef *refs, KladkaIds *ids)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  if (refs == NULL)
    return KLADKA_VALUE_INIT;
  for (guint i = 0; refs[i] != 0; i++)
    g_ptr_array_add (list, (gpointer)kladka_ids_get_id (ids, refs[i]));
  g_ptr_array_add (list, NULL);
  return kladka_value_list ((const char *const *)list->pdata);
}

static KladkaValue
dup_nonzero (guint64 number)
{
  return number == 0 ? KLADKA_VALUE_INIT : kladka_value_integer (number);
}

KladkaValue
kladka_record_dup_value (const KladkaRecord *self, guint cell, KladkaIds *ids)
{
  const KladkaCell *source = &kladka_type_get (self->type)->cells[cell];
  gconstpointer member = kladka_record_member (self, source->field);

  switch (source->field->kind)
    {
    case KLADKA_KIND_TEXT:
    case KLADKA_KIND_TEXT3:
      return kladka_value_text (((const char *const *)member)[source->lang]);
    case KLADKA_KIND_DATE:
      return kladka_value_date (*(const KladkaDate *)member);
    case KLADKA_KIND_INTEGER:
    case KLADKA_KIND_DECIMAL:
      return kladka_value_integer (*(const gint64 *)member);
    case KLADKA_KIND_MONEY:
      return kladka_value_money (*(const KladkaMoney *)member);
    case KLADKA_KIND_BOOL:
    case KLADKA_KIND_CHOICE:
      return dup_nonzero (*(const guint8 *)member);
    case KLADKA_KIND_SET:
      return dup_nonzero (*(const guint64 *)member);
    case KLADKA_KIND_TAGS:
      return kladka_value_list (*(const char *const *const *)member);
    case KLADKA_KIND_REF:
      return kladka_value_text (kladka_ids_get_id (ids, *(const KladkaRef *)member));
    case KLADKA_KIND_REFS:
      return dup_refs (*(const KladkaRef *const *)member, ids);
    case KLADKA_KIND_NUMBERS:
      return kladka_value_numbers (member);
    default:
      g_return_val_if_reached (KLADKA_VALUE_INIT);
    }
}

gboolean
kladka_record_is_set (const KladkaRecord *self, guint cell)
{
  const KladkaCell *source = &kladka_type_get (self->type)->cells[cell];
  gconstpointer member = kladka_record_member (self, source->field);

  switch (source->field->kind)
    {
    case KLADKA_KIND_TEXT:
    case KLADKA_KIND_TEXT3:
      return ((const char *const *)member)[source->lang] != NULL;
    case KLADKA_KIND_DATE:
      return kladka_date_is_set (*(const KladkaDate *)member);
    case KLADKA_KIND_INTEGER:
    case KLADKA_KIND_DECIMAL:
      return *(const gint64 *)member != KLADKA_INT_NONE;
    case KLADKA_KIND_MONEY:
      return kladka_money_is_set (member);
    case KLADKA_KIND_BOOL:
    case KLADKA_KIND_CHOICE:
      return *(const guint8 *)member != 0;
    case KLADKA_KIND_SET:
      return *(const guint64 *)member != 0;
    case KLADKA_KIND_TAGS:
    case KLADKA_KIND_REFS:
      return *(const gpointer *)member != NULL;
    case KLADKA_KIND_REF:
      return *(const KladkaRef *)member != 0;
    case KLADKA_KIND_NUMBERS:
      for (guint i = 0; i < KLADKA_NUMBERS_MAX; i++)
        if (((const gint32 *)member)[i] != KLADKA_NUMBER_NONE)
          return TRUE;
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
refs_equal (const KladkaRef *a, const KladkaRef *b)
{
  guint i = 0;

  if (a == NULL || b == NULL)
    return a == b;
  while (a[i] != 0 && a[i] == b[i])
    i++;
  return a[i] == b[i];
}

static gboolean
members_equal (const KladkaField *field, gconstpointer a, gconstpointer b)
{
  switch (field->kind)
    {
    case KLADKA_KIND_TEXT:
      return g_strcmp0 (*(const char *const *)a, *(const char *const *)b) == 0;
    case KLADKA_KIND_TEXT3:
      for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
        if (g_strcmp0 (((const char *const *)a)[lang], ((const char *const *)b)[lang]) != 0)
          return FALSE;
      return TRUE;
      case KLADKA_KIND_TAGS: {
        const char *const *left = *(const char *const *const *)a;
        const char *const *right = *(const char *const *const *)b;

        return left == NULL || right == NULL ? left == right : g_strv_equal (left, right);
      }
    case KLADKA_KIND_REFS:
      return refs_equal (*(const KladkaRef *const *)a, *(const KladkaRef *const *)b);
    case KLADKA_KIND_MONEY:
      return kladka_money_equal (a, b);
    default:
      return memcmp (a, b, field->size) == 0;
    }
}

gboolean
kladka_record_equal (const KladkaRecord *a, const KladkaRecord *b)
{
  const KladkaTypeInfo *info = kladka_type_get (a->type);

  if (a == b)
    return TRUE;
  if (a->type != b->type || a->ref != b->ref)
    return FALSE;
  for (guint i = 0; i < info->n_fields; i++)
    if (!members_equal (info->fields[i], kladka_record_member (a, info->fields[i]),
                        kladka_record_member (b, info->fields[i])))
      return FALSE;
  return TRUE;
}

const char *
kladka_text3_get (const KladkaText3 *self, KladkaLang lang, KladkaLang *ret_lang)
{
  const KladkaLang order[] = { lang, KLADKA_LANG_EN, KLADKA_LANG_UK, KLADKA_LANG_PL };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (self->in[order[i]] != NULL)
      {
        if (ret_lang != NULL)
          *ret_lang = order[i];
        return self->in[order[i]];
      }
  return NULL;
}

char *
kladka_text3_dup_shown (const KladkaText3 *self, KladkaLang lang)
{
  KladkaLang found = lang;
  const char *text = kladka_text3_get (self, lang, &found);

  if (text == NULL || found == lang)
    return g_strdup (text);
  return g_strdup_printf ("%s (%s)", text, kladka_lang_get_code (found));
}

static const char *
get_flagged_text (const KladkaRecord *self, KladkaFieldFlags flag, KladkaLang lang)
{
  const KladkaField *field = kladka_type_get_flagged (kladka_type_get (self->type), flag);

  if (field == NULL)
    return NULL;
  if (field->kind == KLADKA_KIND_TEXT3)
    return kladka_text3_get (kladka_record_member (self, field), lang, NULL);
  return *(const char *const *)kladka_record_member (self, field);
}

const char *
kladka_record_get_name (const KladkaRecord *self, KladkaLang lang)
{
  const char *name = get_flagged_text (self, KLADKA_FIELD_NAME, lang);

  return name != NULL ? name : kladka_record_get_short (self);
}

char *
kladka_record_dup_name (const KladkaRecord *self, KladkaLang lang)
{
  const KladkaField *field = kladka_type_get_flagged (kladka_type_get (self->type), KLADKA_FIELD_NAME);
  char *name = NULL;

  if (field != NULL && field->kind == KLADKA_KIND_TEXT3)
    name = kladka_text3_dup_shown (kladka_record_member (self, field), lang);
  return name != NULL ? name : g_strdup (kladka_record_get_name (self, lang));
}

const char *
kladka_record_get_short (const KladkaRecord *self)
{
  return get_flagged_text (self, KLADKA_FIELD_SHORT, KLADKA_LANG_EN);
}
