/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-value.h"

#include <string.h>

KladkaValue
kladka_value_text (const char *text)
{
  return kladka_value_take_text (g_strdup (text));
}

KladkaValue
kladka_value_take_text (char *text)
{
  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return KLADKA_VALUE_INIT;
    }
  return (KladkaValue){ .tag = KLADKA_VALUE_TEXT, .text = text };
}

KladkaValue
kladka_value_integer (gint64 integer)
{
  if (integer == KLADKA_INT_NONE)
    return KLADKA_VALUE_INIT;
  return (KladkaValue){ .tag = KLADKA_VALUE_INTEGER, .integer = integer };
}

KladkaValue
kladka_value_date (KladkaDate date)
{
  if (!kladka_date_is_set (date))
    return KLADKA_VALUE_INIT;
  return (KladkaValue){ .tag = KLADKA_VALUE_DATE, .date = date };
}

KladkaValue
kladka_value_money (KladkaMoney money)
{
  if (!kladka_money_is_set (&money))
    return KLADKA_VALUE_INIT;
  return (KladkaValue){ .tag = KLADKA_VALUE_MONEY, .money = money };
}

KladkaValue
kladka_value_list (const char *const *list)
{
  if (list == NULL || *list == NULL)
    return KLADKA_VALUE_INIT;
  return (KladkaValue){ .tag = KLADKA_VALUE_LIST, .list = g_strdupv ((char **)list) };
}

KladkaValue
kladka_value_numbers (const gint32 *numbers)
{
  for (guint i = 0; i < KLADKA_NUMBERS_MAX; i++)
    if (numbers[i] != KLADKA_NUMBER_NONE)
      return (KladkaValue){ .tag = KLADKA_VALUE_NUMBERS,
                            .numbers = g_memdup2 (numbers, sizeof (gint32) * KLADKA_NUMBERS_MAX) };
  return KLADKA_VALUE_INIT;
}

KladkaValue
kladka_value_copy (const KladkaValue *self)
{
  KladkaValue copy = *self;

  if (self->tag == KLADKA_VALUE_TEXT)
    copy.text = g_strdup (self->text);
  else if (self->tag == KLADKA_VALUE_LIST)
    copy.list = g_strdupv (self->list);
  else if (self->tag == KLADKA_VALUE_NUMBERS)
    copy.numbers = g_memdup2 (self->numbers, sizeof (gint32) * KLADKA_NUMBERS_MAX);
  return copy;
}

void
kladka_value_clear (KladkaValue *self)
{
  if (self->tag == KLADKA_VALUE_TEXT)
    g_free (self->text);
  else if (self->tag == KLADKA_VALUE_LIST)
    g_strfreev (self->list);
  else if (self->tag == KLADKA_VALUE_NUMBERS)
    g_free (self->numbers);
  *self = KLADKA_VALUE_INIT;
}

gboolean
kladka_value_equal (const KladkaValue *a, const KladkaValue *b)
{
  if (a->tag != b->tag)
    return FALSE;
  switch (a->tag)
    {
    case KLADKA_VALUE_NONE:
      return TRUE;
    case KLADKA_VALUE_TEXT:
      return g_str_equal (a->text, b->text);
    case KLADKA_VALUE_INTEGER:
      return a->integer == b->integer;
    case KLADKA_VALUE_DATE:
      return kladka_date_equal (a->date, b->date);
    case KLADKA_VALUE_MONEY:
      return kladka_money_equal (&a->money, &b->money);
    case KLADKA_VALUE_LIST:
      return g_strv_equal ((const char *const *)a->list, (const char *const *)b->list);
    case KLADKA_VALUE_NUMBERS:
      return memcmp (a->numbers, b->numbers, sizeof (gint32) * KLADKA_NUMBERS_MAX) == 0;
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
kladka_value_is_set (const KladkaValue *self)
{
  return self->tag != KLADKA_VALUE_NONE;
}
