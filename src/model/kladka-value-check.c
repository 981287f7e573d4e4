/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* First validation of a cell, and its file form. */

#include "kladka-value.h"

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-id.h"

#include <string.h>

#define TEXT_MAX 4096
#define LINES_MAX 65536
#define LIST_MAX 1000
#define UTF8_MAX 4 /* bytes a letter */

static KladkaValueTag
get_tag_of (KladkaKind kind)
{
  switch (kind)
    {
    case KLADKA_KIND_TEXT:
    case KLADKA_KIND_TEXT3:
    case KLADKA_KIND_REF:
      return KLADKA_VALUE_TEXT;
    case KLADKA_KIND_DATE:
      return KLADKA_VALUE_DATE;
    case KLADKA_KIND_INTEGER:
    case KLADKA_KIND_DECIMAL:
    case KLADKA_KIND_BOOL:
    case KLADKA_KIND_CHOICE:
    case KLADKA_KIND_SET:
      return KLADKA_VALUE_INTEGER;
    case KLADKA_KIND_MONEY:
      return KLADKA_VALUE_MONEY;
    case KLADKA_KIND_TAGS:
    case KLADKA_KIND_REFS:
      return KLADKA_VALUE_LIST;
    case KLADKA_KIND_NUMBERS:
      return KLADKA_VALUE_NUMBERS;
    default:
      g_return_val_if_reached (KLADKA_VALUE_NONE);
    }
}

static gboolean
fail (GError **error, const char *text)
{
  g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_INVALID, text);
  return FALSE;
}

static gboolean
check_text (const char *text, gsize size, gboolean lines, GError **error)
{
  gsize max = lines ? LINES_MAX : TEXT_MAX;

  /* Letters count, not bytes: a Ukrainian text may be as long as an English one. */
  if (size > max && (size > max * UTF8_MAX || g_utf8_strlen (text, size) > (glong)max))
    return fail (error, _ ("The text is too long. Shorten it."));
  if (!kladka_text_is_clean (text, size, size, lines))
    return fail (error, _ ("The text holds characters that cannot be shown. Type it anew."));
  return TRUE;
}

static gboolean
check_id (const char *id, GError **error)
{
  return kladka_id_is_valid (id) || fail (error, _ ("This is not the id of a record."));
}

static gboolean
check_range (gint64 number, const KladkaField *field, GError **error)
{
  if (field->min == 0 && field->max == 0)
    return TRUE;
  if (number >= field->min && number <= field->max)
    return TRUE;
  if (field->min == 1 && number < 1)
    return fail (error, _ ("The number must be greater than zero."));
  {
    g_autofree char *min = kladka_decimal_print_file (field->min, field->scale);
    g_autofree char *max = kladka_decimal_print_file (field->max, field->scale);

    g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID, _ ("The number must lie between %s and %s."), min, max);
  }
  return FALSE;
}

static gboolean
check_list (char **list, const KladkaField *field, GError **error)
{
  if (g_strv_length (list) > LIST_MAX)
    return fail (error, _ ("The list is too long. Shorten it."));
  for (guint i = 0; list[i] != NULL; i++)
    {
      if (field->kind == KLADKA_KIND_REFS)
        {
          if (!check_id (list[i], error))
            return FALSE;
          continue;
        }
      if (list[i][0] == '\0' || strpbrk (list[i], ",;") != NULL || !check_text (list[i], strlen (list[i]), FALSE, NULL))
        return fail (error, _ ("A tag may not be empty or hold a comma or semicolon."));
      if (i > 0 && strcmp (list[i - 1], list[i]) >= 0)
        return fail (error, _ ("Each tag may stand only once."));
    }
  return TRUE;
}

static gboolean
check_numbers (const gint32 *numbers, const KladkaField *field, GError **error)
{
  for (guint i = 0; i < KLADKA_NUMBERS_MAX; i++)
    {
      if (numbers[i] == KLADKA_NUMBER_NONE)
        continue;
      if (i >= field->choices->n_choices)
        return fail (error, _ ("There are more numbers than choices."));
      if (!check_range (numbers[i], field, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_money (const KladkaMoney *money, const KladkaField *field, GError **error)
{
  if (!kladka_currency_is_valid (money->currency))
    return fail (error, _ ("This currency is not known. Use a code of three letters, such as EUR."));
  return check_range (money->minor, field, error);
}

static gboolean
check_integer (gint64 number, const KladkaField *field, GError **error)
{
  switch (field->kind)
    {
    case KLADKA_KIND_BOOL:
      return number == 1 || number == 2 || fail (error, _ ("This must be yes or no."));
    case KLADKA_KIND_CHOICE:
      return (number >= 1 && number <= field->choices->n_choices)
             || fail (error, _ ("This is not one of the choices."));
    case KLADKA_KIND_SET:
      return (number > 0 && ((guint64)number >> field->choices->n_choices) == 0)
             || fail (error, _ ("This is not one of the choices."));
    default:
      return check_range (number, field, error);
    }
}

static gboolean
check_date (KladkaDate date, GError **error)
{
  char buffer[KLADKA_DATE_TEXT_MAX];
  KladkaDate again;

  /* A date that does not read back was never a day of the calendar. */
  if (kladka_date_parse_file (kladka_date_print_file (date, buffer), &again) && kladka_date_equal (date, again))
    return TRUE;
  return fail (error, _ ("There is no such date."));
}

gboolean
kladka_value_check_text (const KladkaCell *cell, const char *text, gsize size, GError **error)
{
  gboolean lines = (cell->field->flags & KLADKA_FIELD_LINES) != 0;

  return check_text (text, size, lines, error);
}

gboolean
kladka_value_check (const KladkaValue *self, const KladkaCell *cell, GError **error)
{
  const KladkaField *field = cell->field;

  if (self->tag == KLADKA_VALUE_NONE)
    return TRUE;
  if (self->tag != get_tag_of (field->kind))
    return fail (error, _ ("This kind of content does not fit the field."));
  switch (self->tag)
    {
    case KLADKA_VALUE_TEXT:
      return field->kind == KLADKA_KIND_REF ? check_id (self->text, error)
                                            : kladka_value_check_text (cell, self->text, strlen (self->text), error);
    case KLADKA_VALUE_INTEGER:
      return check_integer (self->integer, field, error);
    case KLADKA_VALUE_DATE:
      return check_date (self->date, error);
    case KLADKA_VALUE_MONEY:
      return check_money (&self->money, field, error);
    case KLADKA_VALUE_LIST:
      return check_list (self->list, field, error);
    case KLADKA_VALUE_NUMBERS:
      return check_numbers (self->numbers, field, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static char *
dup_set (guint64 set, const KladkaChoices *choices)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < choices->n_choices; i++)
    if (set >> i & 1)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", choices->choices[i].code);
  return g_string_free (text, FALSE);
}

static char *
dup_numbers (const gint32 *numbers, const KladkaChoices *choices)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < choices->n_choices; i++)
    if (numbers[i] != KLADKA_NUMBER_NONE)
      g_string_append_printf (text, "%s%s=%d", text->len > 0 ? " " : "", choices->choices[i].code, numbers[i]);
  return g_string_free (text, FALSE);
}

static char *
dup_integer (gint64 number, const KladkaField *field)
{
  switch (field->kind)
    {
    case KLADKA_KIND_BOOL:
      return g_strdup (number == 2 ? "1" : "0");
    case KLADKA_KIND_CHOICE:
      return g_strdup (field->choices->choices[number - 1].code);
    case KLADKA_KIND_SET:
      return dup_set (number, field->choices);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
}

char *
kladka_value_dup_file (const KladkaValue *self, const KladkaCell *cell, guint part)
{
  char buffer[KLADKA_DATE_TEXT_MAX];

  switch (self->tag)
    {
    case KLADKA_VALUE_NONE:
      return NULL;
    case KLADKA_VALUE_TEXT:
      return g_strdup (self->text);
    case KLADKA_VALUE_INTEGER:
      return dup_integer (self->integer, cell->field);
    case KLADKA_VALUE_DATE:
      return g_strdup (kladka_date_print_file (self->date, buffer));
    case KLADKA_VALUE_MONEY:
      return part == 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, self->money.minor) : g_strdup (self->money.currency);
    case KLADKA_VALUE_LIST:
      return g_strjoinv (",", self->list);
    case KLADKA_VALUE_NUMBERS:
      return dup_numbers (self->numbers, cell->field->choices);
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
parse_set (const char *text, const KladkaChoices *choices, KladkaValue *ret_value)
{
  g_auto (GStrv) codes = g_strsplit (text, " ", -1);
  guint64 set = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      guint choice = kladka_choices_find (choices, codes[i], FALSE);

      if (choice == 0)
        return FALSE;
      set |= G_GUINT64_CONSTANT (1) << (choice - 1);
    }
  *ret_value = kladka_value_integer (set);
  return TRUE;
}

static gboolean
parse_numbers (const char *text, const KladkaChoices *choices, KladkaValue *ret_value)
{
  g_auto (GStrv) pairs = g_strsplit (text, " ", -1);
  gint32 numbers[KLADKA_NUMBERS_MAX];

  for (guint i = 0; i < KLADKA_NUMBERS_MAX; i++)
    numbers[i] = KLADKA_NUMBER_NONE;
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *sign = strchr (pairs[i], '=');
      gint64 number;
      guint choice;

      if (sign == NULL)
        return FALSE;
      *sign = '\0';
      choice = kladka_choices_find (choices, pairs[i], FALSE);
      if (choice == 0 || !g_ascii_string_to_signed (sign + 1, 10, G_MININT32 + 1, G_MAXINT32, &number, NULL))
        return FALSE;
      numbers[choice - 1] = number;
    }
  *ret_value = kladka_value_numbers (numbers);
  return TRUE;
}

static gboolean
parse_integer (const char *text, const KladkaField *field, KladkaValue *ret_value)
{
  gint64 number;

  switch (field->kind)
    {
    case KLADKA_KIND_BOOL:
      *ret_value = kladka_value_integer (text[0] == '1' ? 2 : 1);
      return g_str_equal (text, "0") || g_str_equal (text, "1");
    case KLADKA_KIND_CHOICE:
      *ret_value = kladka_value_integer (kladka_choices_find (field->choices, text, FALSE));
      return ret_value->integer != 0;
    case KLADKA_KIND_SET:
      return parse_set (text, field->choices, ret_value);
    default:
      if (!g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, &number, NULL))
        return FALSE;
      *ret_value = kladka_value_integer (number);
      return TRUE;
    }
}

static gboolean
parse_money (const char *const *parts, KladkaValue *ret_value)
{
  KladkaMoney money = { 0 };

  if (parts[0] == NULL || parts[1] == NULL || strlen (parts[1]) != 3)
    return FALSE;
  if (!g_ascii_string_to_signed (parts[0], 10, G_MININT64 + 1, G_MAXINT64, &money.minor, NULL))
    return FALSE;
  memcpy (money.currency, parts[1], 3);
  *ret_value = kladka_value_money (money);
  return TRUE;
}

static gboolean
parse_list (const char *text, KladkaValue *ret_value)
{
  g_auto (GStrv) list = g_strsplit (text, ",", -1);

  *ret_value = kladka_value_list ((const char *const *)list);
  return TRUE;
}

static gboolean
parse (const KladkaCell *cell, const char *const *parts, KladkaValue *ret_value)
{
  KladkaDate date;

  switch (get_tag_of (cell->field->kind))
    {
    case KLADKA_VALUE_TEXT:
      *ret_value = kladka_value_text (parts[0]);
      return TRUE;
    case KLADKA_VALUE_INTEGER:
      return parse_integer (parts[0], cell->field, ret_value);
    case KLADKA_VALUE_DATE:
      if (!kladka_date_parse_file (parts[0], &date))
        return FALSE;
      *ret_value = kladka_value_date (date);
      return TRUE;
    case KLADKA_VALUE_MONEY:
      return parse_money (parts, ret_value);
    case KLADKA_VALUE_LIST:
      return parse_list (parts[0], ret_value);
    case KLADKA_VALUE_NUMBERS:
      return parse_numbers (parts[0], cell->field->choices, ret_value);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
kladka_value_parse_file (const KladkaCell *cell, const char *const *parts, KladkaValue *ret_value, GError **error)
{
  g_auto (KladkaValue) value = KLADKA_VALUE_INIT;
  gboolean empty = parts[0] == NULL && (cell->field->kind != KLADKA_KIND_MONEY || parts[1] == NULL);

  if (!empty)
    {
      if (!parse (cell, parts, &value))
        {
          g_autofree char *shown = kladka_text_dup_shown (parts[0] != NULL ? parts[0] : parts[1], 60);

          g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID, _ ("“%s” does not fit the field."), shown);
          return FALSE;
        }
      if (!kladka_value_check (&value, cell, error))
        return FALSE;
    }
  *ret_value = value;
  value = KLADKA_VALUE_INIT;
  return TRUE;
}
