/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-write.h"

#include <string.h>

/* Written by hand and not through a library, because the same plan must give the same bytes: two blanks a level, one
 * member a line. */

static void
append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (out, '\\');
      if (*p == '\n')
        g_string_append (out, "\\n");
      else if (*p == '\t')
        g_string_append (out, "\\t");
      else if ((guint8)*p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint8)*p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_list (GString *out, const char *text, const char *separator)
{
  g_auto (GStrv) items = g_strsplit (text, separator, -1);

  g_string_append_c (out, '[');
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      append_string (out, items[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_numbers (GString *out, const char *text)
{
  g_auto (GStrv) pairs = g_strsplit (text, " ", -1);

  g_string_append_c (out, '{');
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *sign = strchr (pairs[i], '=');

      *sign = '\0';
      g_string_append (out, i > 0 ? ", " : "");
      append_string (out, pairs[i]);
      g_string_append_printf (out, ": %s", sign + 1);
    }
  g_string_append_c (out, '}');
}

static void
append_column (GString *out, const KladkaField *field, guint part, const char *text)
{
  switch (field->kind)
    {
    case KLADKA_KIND_INTEGER:
    case KLADKA_KIND_DECIMAL:
      g_string_append (out, text);
      break;
    case KLADKA_KIND_MONEY:
      if (part == 0)
        g_string_append (out, text);
      else
        append_string (out, text);
      break;
    case KLADKA_KIND_BOOL:
      g_string_append (out, g_str_equal (text, "1") ? "true" : "false");
      break;
    case KLADKA_KIND_SET:
      append_list (out, text, " ");
      break;
    case KLADKA_KIND_TAGS:
    case KLADKA_KIND_REFS:
      append_list (out, text, ",");
      break;
    case KLADKA_KIND_NUMBERS:
      append_numbers (out, text);
      break;
    default:
      append_string (out, text);
    }
}

static void
append_record (GString *out, const KladkaPlan *plan, const KladkaRecord *record, const char *indent)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  KladkaIds *ids = kladka_plan_get_ids (plan);

  g_string_append_printf (out, "{\n%s  \"id\": ", indent);
  append_string (out, kladka_plan_get_id (plan, record));
  for (guint i = 0; i < info->n_columns; i++)
    {
      const KladkaColumn *column = &info->columns[i];
      const KladkaCell *cell = &info->cells[column->cell];
      g_auto (KladkaValue) value = KLADKA_VALUE_INIT;
      g_autofree char *text = NULL;

      if (!kladka_record_is_set (record, column->cell))
        continue;
      value = kladka_record_dup_value (record, column->cell, ids);
      text = kladka_value_dup_file (&value, cell, column->part);
      g_string_append_printf (out, ",\n%s  \"%s\": ", indent, column->name);
      append_column (out, cell->field, column->part, text);
    }
  g_string_append_printf (out, "\n%s}", indent);
}

static void
append_table (GString *out, const KladkaPlan *plan, KladkaType type)
{
  guint n;
  const KladkaRecord *const *records = kladka_plan_get_sorted (plan, type, &n);

  g_string_append_printf (out, ",\n  \"%s\": [", kladka_type_get (type)->plural);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? ",\n    " : "\n    ");
      append_record (out, plan, records[i], "    ");
    }
  g_string_append (out, n > 0 ? "\n  ]" : "]");
}

GBytes *
kladka_json_write (const KladkaPlan *plan, KladkaMarking ceiling)
{
  GString *out = g_string_new ("{\n  \"format\": \"kladka-plan\",\n  \"version\": 1,\n  \"ceiling\": ");
  const KladkaPlanInfo *info = kladka_plan_get_info (plan);
  gsize length;

  append_string (out, kladka_marking_get_label (ceiling));
  g_string_append (out, ",\n  \"note\": \"Without the journal. Records marked above the ceiling are left out.\"");
  if (info != NULL)
    {
      g_string_append (out, ",\n  \"plan\": ");
      append_record (out, plan, &info->base, "  ");
    }
  for (guint type = KLADKA_TYPE_PLAN + 1; type < KLADKA_N_TYPES; type++)
    append_table (out, plan, type);
  g_string_append (out, "\n}\n");
  length = out->len;
  return g_bytes_new_take (g_string_free (out, FALSE), length);
}
