/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-value-json.h"

#include <string.h>

static JsonNode *
node_of_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
take_array_node (JsonArray *array)
{
  JsonNode *node = json_node_alloc ();
  json_node_init (node, JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
take_object_node (JsonObject *object)
{
  JsonNode *node = json_node_alloc ();
  json_node_init (node, JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
node_of_set (guint64 set, const KladkaChoices *choices)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < choices->n_choices; i++)
    if (set & (G_GUINT64_CONSTANT (1) << i))
      json_array_add_string_element (array, choices->choices[i].code);
  return take_array_node (array);
}

static JsonNode *
node_of_list (char **list)
{
  JsonArray *array = json_array_new ();
  for (guint i = 0; list[i] != NULL; i++)
    json_array_add_string_element (array, list[i]);
  return take_array_node (array);
}

static JsonNode *
node_of_numbers (const gint32 *numbers, const KladkaChoices *choices)
{
  JsonObject *object = json_object_new ();
  for (guint i = 0; i < choices->n_choices; i++)
    if (numbers[i] != KLADKA_NUMBER_NONE)
      json_object_set_int_member (object, choices->choices[i].code, numbers[i]);
  return take_object_node (object);
}

static JsonNode *
node_of_money (const KladkaMoney *money)
{
  JsonObject *object = json_object_new ();
  json_object_set_int_member (object, "minor", money->minor);
  json_object_set_string_member (object, "currency", money->currency);
  return take_object_node (object);
}

static JsonNode *
node_of_integer (gint64 integer, const KladkaField *field)
{
  switch (field->kind)
    {
    case KLADKA_KIND_BOOL:
      return json_node_init_boolean (json_node_alloc (), integer == 2);
    case KLADKA_KIND_CHOICE:
      return node_of_text (field->choices->choices[integer - 1].code);
    case KLADKA_KIND_SET:
      return node_of_set (integer, field->choices);
    default:
      return json_node_init_int (json_node_alloc (), integer);
    }
}

JsonNode *
kladka_value_to_json (const KladkaValue *self, const KladkaCell *cell)
{
  char buffer[KLADKA_DATE_TEXT_MAX];
  switch (self->tag)
    {
    case KLADKA_VALUE_TEXT:
      return node_of_text (self->text);
    case KLADKA_VALUE_INTEGER:
      return node_of_integer (self->integer, cell->field);
    case KLADKA_VALUE_DATE:
      return node_of_text (kladka_date_print_file (self->date, buffer));
    case KLADKA_VALUE_MONEY:
      return node_of_money (&self->money);
    case KLADKA_VALUE_LIST:
      return node_of_list (self->list);
    case KLADKA_VALUE_NUMBERS:
      return node_of_numbers (self->numbers, cell->field->choices);
    case KLADKA_VALUE_NONE:
    default:
      return json_node_init_null (json_node_alloc ());
    }
}

/* NULL where the node is no string. */
static const char *
get_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                                          : NULL;
}

static gboolean
get_integer (JsonNode *node, gint64 *ret_integer)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *ret_integer = json_node_get_int (node);
  return TRUE;
}

static gboolean
read_text (JsonNode *node, KladkaValue *ret_value)
{
  const char *text = get_text (node);
  if (text != NULL)
    *ret_value = kladka_value_text (text);
  return text != NULL;
}

static gboolean
read_date (JsonNode *node, KladkaValue *ret_value)
{
  const char *text = get_text (node);
  KladkaDate date;
  if (text == NULL || !kladka_date_parse_file (text, &date))
    return FALSE;
  *ret_value = kladka_value_date (date);
  return TRUE;
}

static gboolean
read_integer (JsonNode *node, KladkaValue *ret_value)
{
  gint64 integer;
  if (!get_integer (node, &integer))
    return FALSE;
  *ret_value = kladka_value_integer (integer);
  return TRUE;
}

static gboolean
read_bool (JsonNode *node, KladkaValue *ret_value)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *ret_value = kladka_value_integer (json_node_get_boolean (node) ? 2 : 1);
  return TRUE;
}

static guint
find_choice (JsonNode *node, const KladkaChoices *choices)
{
  const char *code = get_text (node);
  return code != NULL ? kladka_choices_find (choices, code, FALSE) : 0;
}

static gboolean
read_choice (JsonNode *node, const KladkaChoices *choices, KladkaValue *ret_value)
{
  *ret_value = kladka_value_integer (find_choice (node, choices));
  return ret_value->integer != 0;
}

static gboolean
read_set (JsonNode *node, const KladkaChoices *choices, KladkaValue *ret_value)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  JsonArray *array = json_node_get_array (node);
  guint64 set = 0;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      guint choice = find_choice (json_array_get_element (array, i), choices);
      if (choice == 0)
        return FALSE;
      set |= G_GUINT64_CONSTANT (1) << (choice - 1);
    }
  *ret_value = kladka_value_integer (set);
  return set != 0;
}

static gboolean
read_list (JsonNode *node, KladkaValue *ret_value)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  JsonArray *array = json_node_get_array (node);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = get_text (json_array_get_element (array, i));
      if (text == NULL)
        return FALSE;
      g_ptr_array_add (list, (gpointer)text);
    }
  g_ptr_array_add (list, NULL);
  *ret_value = kladka_value_list ((const char *const *)list->pdata);
  return TRUE;
}

static gboolean
read_numbers (JsonObject *object, const KladkaChoices *choices, KladkaValue *ret_value)
{
  gint32 numbers[KLADKA_NUMBERS_MAX];
  JsonObjectIter iter;
  const char *code;
  JsonNode *node;
  for (guint i = 0; i < KLADKA_NUMBERS_MAX; i++)
    numbers[i] = KLADKA_NUMBER_NONE;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &code, &node))
    {
      guint choice = kladka_choices_find (choices, code, FALSE);
      gint64 number;
      if (choice == 0 || !get_integer (node, &number) || number <= G_MININT32 || number > G_MAXINT32)
        return FALSE;
      numbers[choice - 1] = number;
    }
  *ret_value = kladka_value_numbers (numbers);
  return TRUE;
}

static gboolean
read_money (JsonObject *object, KladkaValue *ret_value)
{
  if (json_object_get_size (object) != 2 || !json_object_has_member (object, "minor")
      || !json_object_has_member (object, "currency"))
    return FALSE;
  KladkaMoney money = KLADKA_MONEY_NONE;
  const char *currency = get_text (json_object_get_member (object, "currency"));
  if (!get_integer (json_object_get_member (object, "minor"), &money.minor) || currency == NULL
      || strlen (currency) != 3)
    return FALSE;
  g_strlcpy (money.currency, currency, sizeof money.currency);
  *ret_value = kladka_value_money (money);
  return TRUE;
}

static gboolean
read_object (JsonNode *node, const KladkaField *field, KladkaValue *ret_value, guint *n_members)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  JsonObject *object = json_node_get_object (node);
  *n_members += json_object_get_size (object);
  return field->kind == KLADKA_KIND_MONEY ? read_money (object, ret_value)
                                          : read_numbers (object, field->choices, ret_value);
}

static gboolean
read_value (JsonNode *node, const KladkaField *field, KladkaValue *ret_value, guint *n_members)
{
  switch ((KladkaKind)field->kind)
    {
    case KLADKA_KIND_TEXT:
    case KLADKA_KIND_TEXT3:
    case KLADKA_KIND_REF:
      return read_text (node, ret_value);
    case KLADKA_KIND_DATE:
      return read_date (node, ret_value);
    case KLADKA_KIND_INTEGER:
    case KLADKA_KIND_DECIMAL:
      return read_integer (node, ret_value);
    case KLADKA_KIND_BOOL:
      return read_bool (node, ret_value);
    case KLADKA_KIND_CHOICE:
      return read_choice (node, field->choices, ret_value);
    case KLADKA_KIND_SET:
      return read_set (node, field->choices, ret_value);
    case KLADKA_KIND_TAGS:
    case KLADKA_KIND_REFS:
      return read_list (node, ret_value);
    case KLADKA_KIND_MONEY:
    case KLADKA_KIND_NUMBERS:
      return read_object (node, field, ret_value, n_members);
    default:
      return FALSE;
    }
}

gboolean
kladka_value_from_json (JsonNode *node, const KladkaCell *cell, KladkaValue *ret_value, guint *n_members)
{
  g_auto (KladkaValue) value = KLADKA_VALUE_INIT;
  if (!JSON_NODE_HOLDS_NULL (node)
      && (!read_value (node, cell->field, &value, n_members) || !kladka_value_is_set (&value)
          || !kladka_value_check (&value, cell, NULL)))
    return FALSE;
  *ret_value = value;
  value = KLADKA_VALUE_INIT;
  return TRUE;
}
