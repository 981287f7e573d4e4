/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-cells-scan.h"

#include <string.h>

typedef struct {
  const char *at;
  GString *scratch;
} Scan;

static gboolean
take (Scan *self, const char *expected)
{
  gsize n = strlen (expected);
  if (strncmp (self->at, expected, n) != 0)
    return FALSE;
  self->at += n;
  return TRUE;
}

/* Into the scratch; with an escape in it, it is the parser's. */
static gboolean
take_string (Scan *self)
{
  if (!take (self, "\""))
    return FALSE;
  gsize n = strcspn (self->at, "\"\\");
  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, self->at, n);
  self->at += n;
  return n > 0 && take (self, "\"");
}

static gboolean
take_number (Scan *self, gint64 *ret_number)
{
  const char *digits = self->at + (*self->at == '-');
  gsize n = strspn (digits, "0123456789");
  if (n == 0 || n > 18 || (*digits == '0' && (n > 1 || digits != self->at)))
    return FALSE;
  *ret_number = g_ascii_strtoll (self->at, NULL, 10);
  self->at = digits + n;
  return TRUE;
}

static gboolean
take_text (Scan *self, const KladkaCell *cell)
{
  if (!take_string (self))
    return FALSE;
  KladkaValue value = { .tag = KLADKA_VALUE_TEXT, .text = self->scratch->str };
  return kladka_value_check (&value, cell, NULL);
}

static gboolean
take_integer (Scan *self, const KladkaCell *cell)
{
  KladkaValue value = { .tag = KLADKA_VALUE_INTEGER };
  return take_number (self, &value.integer) && kladka_value_check (&value, cell, NULL);
}

static gboolean
take_money (Scan *self, const KladkaCell *cell)
{
  KladkaValue value = { .tag = KLADKA_VALUE_MONEY, .money = { .minor = 0 } };
  if (!take (self, "{\"minor\":") || !take_number (self, &value.money.minor) || !take (self, ",\"currency\":")
      || !take_string (self) || self->scratch->len != 3)
    return FALSE;
  memcpy (value.money.currency, self->scratch->str, 4);
  return take (self, "}") && kladka_value_check (&value, cell, NULL);
}

static gboolean
take_value (Scan *self, const KladkaCell *cell)
{
  KladkaDate date;
  switch ((KladkaKind)cell->field->kind)
    {
    case KLADKA_KIND_TEXT:
    case KLADKA_KIND_TEXT3:
    case KLADKA_KIND_REF:
      return take_text (self, cell);
    case KLADKA_KIND_DATE:
      return take_string (self) && kladka_date_parse_file (self->scratch->str, &date);
    case KLADKA_KIND_CHOICE:
      return take_string (self) && kladka_choices_find (cell->field->choices, self->scratch->str, FALSE) != 0;
    case KLADKA_KIND_INTEGER:
    case KLADKA_KIND_DECIMAL:
      return take_integer (self, cell);
    case KLADKA_KIND_BOOL:
      return take (self, "true") || take (self, "false");
    case KLADKA_KIND_MONEY:
      return take_money (self, cell);
    case KLADKA_KIND_SET:
    case KLADKA_KIND_TAGS:
    case KLADKA_KIND_REFS:
    case KLADKA_KIND_NUMBERS:
    default:
      return FALSE;
    }
}

static gboolean
take_pair (Scan *self, const KladkaCell *cell, gboolean creates)
{
  if (!take (self, ":["))
    return FALSE;
  if (!take (self, "null") && (creates || !take_value (self, cell)))
    return FALSE;
  return take (self, ",") && (take (self, "null") || take_value (self, cell)) && take (self, "]");
}

/* The name's place from @cell on, or n_cells: names that do not rise are the parser's. */
static guint
find_cell (Scan *self, const KladkaTypeInfo *info, guint cell)
{
  if (!take_string (self))
    return info->n_cells;
  while (cell < info->n_cells && !g_str_equal (info->cells[cell].name, self->scratch->str))
    cell++;
  return cell;
}

gboolean
kladka_cells_scan (const char *json, const KladkaTypeInfo *info, gboolean creates, GString *scratch)
{
  Scan scan = { json, scratch };
  if (g_str_equal (json, "{}"))
    return TRUE;
  if (!take (&scan, "{"))
    return FALSE;
  for (guint cell = 0;; cell++)
    {
      cell = find_cell (&scan, info, cell);
      if (cell >= info->n_cells || !take_pair (&scan, &info->cells[cell], creates))
        return FALSE;
      if (take (&scan, "}"))
        return *scan.at == '\0';
      if (!take (&scan, ","))
        return FALSE;
    }
}
