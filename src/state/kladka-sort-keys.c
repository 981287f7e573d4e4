/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-sort-keys.h"

#include <string.h>

#include "kladka-field-text.h"

/* Compared as (empty, major, minor, text): numbers and dates need no text; of a text @major holds the first bytes, so
 * that most comparisons touch nothing else. */
typedef struct {
  const KladkaRecord *record; /* the key is made from it; borrowed from the plan */
  const KladkaRecord *target; /* what its reference led to */
  guint64 major;
  guint64 minor;
  char *text;
  gboolean empty;
} Key;

struct _KladkaSortKeys {
  KladkaType type;
  const KladkaField *field;
  KladkaWords *words;
  KladkaPlan *plan;
  GArray *keys; /* Key by slot */
};

static void
clear_key (gpointer data)
{
  g_free (((Key *)data)->text);
}

KladkaSortKeys *
kladka_sort_keys_new (KladkaType type, const KladkaField *field, KladkaWords *words)
{
  KladkaSortKeys *self = g_new0 (KladkaSortKeys, 1);

  self->type = type;
  self->field = field;
  self->words = kladka_words_ref (words);
  self->keys = g_array_new (FALSE, TRUE, sizeof (Key));
  g_array_set_clear_func (self->keys, clear_key);
  return self;
}

void
kladka_sort_keys_free (KladkaSortKeys *self)
{
  g_array_unref (self->keys);
  g_clear_pointer (&self->plan, kladka_plan_unref);
  kladka_words_unref (self->words);
  g_free (self);
}

/* Signed order as unsigned order. */
static guint64
bias (gint64 number)
{
  return (guint64)number ^ (G_GUINT64_CONSTANT (1) << 63);
}

static guint64
pack_text (const char *text)
{
  guint64 packed = 0;

  for (guint i = 0; i < 8; i++)
    packed = (packed << 8) | (guint8)(*text != '\0' ? *text++ : 0);
  return packed;
}

static void
set_number (Key *key, gint64 number, gint64 none)
{
  key->empty = number == none;
  key->major = bias (number);
}

static void
set_date (Key *key, KladkaDate date)
{
  key->empty = !kladka_date_is_set (date);
  if (key->empty)
    return;
  key->major = bias (kladka_date_get_first_day (date));
  key->minor = bias (kladka_date_get_last_day (date));
}

static void
set_money (Key *key, const KladkaMoney *money)
{
  key->empty = !kladka_money_is_set (money);
  key->major = pack_text (money->currency);
  key->minor = bias (money->minor);
}

static void
set_text (const KladkaSortKeys *self, Key *key, const char *text)
{
  key->empty = *text == '\0';
  key->text = kladka_words_dup_sort_key (self->words, text);
  key->major = pack_text (key->text);
}

static void
fill_key (const KladkaSortKeys *self, Key *key)
{
  gconstpointer member = kladka_record_member (key->record, self->field);
  g_autofree char *text = NULL;

  switch ((KladkaKind)self->field->kind)
    {
    case KLADKA_KIND_INTEGER:
    case KLADKA_KIND_DECIMAL:
      set_number (key, *(const gint64 *)member, KLADKA_INT_NONE);
      return;
    case KLADKA_KIND_BOOL:
    case KLADKA_KIND_CHOICE:
      set_number (key, *(const guint8 *)member, 0);
      return;
    case KLADKA_KIND_DATE:
      set_date (key, *(const KladkaDate *)member);
      return;
    case KLADKA_KIND_MONEY:
      set_money (key, member);
      return;
    case KLADKA_KIND_TEXT:
    case KLADKA_KIND_TEXT3:
    case KLADKA_KIND_SET:
    case KLADKA_KIND_TAGS:
    case KLADKA_KIND_REF:
    case KLADKA_KIND_REFS:
    case KLADKA_KIND_NUMBERS:
    default:
      text = kladka_field_dup_shown (self->field, key->record, self->plan, self->words);
      set_text (self, key, text);
    }
}

static const KladkaRecord *
find_target (const KladkaSortKeys *self, const KladkaRecord *record)
{
  if (self->field->kind != KLADKA_KIND_REF)
    return NULL;
  return kladka_plan_get (self->plan, *(const KladkaRef *)kladka_record_member (record, self->field));
}

static void
refresh_key (const KladkaSortKeys *self, Key *key, const KladkaRecord *record)
{
  const KladkaRecord *target = record != NULL ? find_target (self, record) : NULL;
  gboolean same = key->record == record && key->target == target;

  /* A list of references says nothing about whether a label in it changed. */
  if (same && self->field->kind != KLADKA_KIND_REFS)
    return;
  clear_key (key);
  *key = (Key){ .record = record, .target = target };
  if (record != NULL)
    fill_key (self, key);
}

void
kladka_sort_keys_set_plan (KladkaSortKeys *self, KladkaPlan *plan)
{
  /* Borrowed pointers of the older plan mean something as long as it lives. */
  g_autoptr (KladkaPlan) older = g_steal_pointer (&self->plan);
  guint n_slots = kladka_plan_get_n_slots (plan, self->type);

  self->plan = kladka_plan_ref (plan);
  if (self->field == NULL)
    return;
  if (older != NULL && kladka_plan_get_ids (older) != kladka_plan_get_ids (plan))
    g_array_set_size (self->keys, 0);
  g_array_set_size (self->keys, n_slots);
  for (guint slot = 0; slot < n_slots; slot++)
    refresh_key (self, &g_array_index (self->keys, Key, slot), kladka_plan_get_at (plan, self->type, slot));
}

static int
compare_keys (const Key *a, const Key *b)
{
  if (a->major != b->major)
    return a->major < b->major ? -1 : 1;
  if (a->minor != b->minor)
    return a->minor < b->minor ? -1 : 1;
  return a->text != NULL && b->text != NULL ? strcmp (a->text, b->text) : 0;
}

static int
compare_ids (const KladkaSortKeys *self, guint32 a, guint32 b)
{
  return strcmp (kladka_plan_get_id (self->plan, kladka_plan_get_at (self->plan, self->type, a)),
                 kladka_plan_get_id (self->plan, kladka_plan_get_at (self->plan, self->type, b)));
}

typedef struct {
  const KladkaSortKeys *keys;
  int sign;
} Order;

static int
compare_slots (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  guint32 slot_a = *(const guint32 *)a, slot_b = *(const guint32 *)b;
  int result = 0;

  if (order->keys->field != NULL)
    {
      const Key *key_a = &g_array_index (order->keys->keys, Key, slot_a);
      const Key *key_b = &g_array_index (order->keys->keys, Key, slot_b);

      if (key_a->empty != key_b->empty)
        return key_a->empty ? 1 : -1;
      if (!key_a->empty)
        result = order->sign * compare_keys (key_a, key_b);
    }
  return result != 0 ? result : compare_ids (order->keys, slot_a, slot_b);
}

void
kladka_sort_keys_sort (const KladkaSortKeys *self, GArray *slots, gboolean descending)
{
  Order order = { self, descending ? -1 : 1 };

  g_array_sort_with_data (slots, compare_slots, &order);
}
