/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The JSON Schema (2020-12) of what kladka_json_read() takes, from the field tables. What no schema can say is left to
 * the reader: references to nobody, an id that stands twice, circles, letters with over 32 accents. */

#include "kladka-write.h"

#include <json-glib/json-glib.h>

/* Some engines let $ stand before a last line end. */
#define WHOLE(pattern) "^(" pattern ")$(?!\\n)"
#define ID_PATTERN WHOLE ("[A-Za-z0-9._-]{1,64}")
#define YEAR "(19|20|21)[0-9]{2}"
#define LEAP_YEAR "((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)"
#define DAYS_TO_28 "(0[1-9]|1[0-9]|2[0-8])"
#define DATE_PATTERN                                                                                                   \
  WHOLE (YEAR "(-Q[1-4]|-(0[1-9]|1[0-2])(-" DAYS_TO_28 ")?|-(0[13-9]|1[0-2])-(29|30)|-(0[13578]|1[02])-31)?"           \
              "|" LEAP_YEAR "-02-29")
#define TAG_PATTERN WHOLE ("[^,;]+")
#define MARKING_PATTERN WHOLE ("TLP:(CLEAR|GREEN|AMBER|AMBER\\+STRICT|RED)")
/* Controls, line ends and what turns the direction of writing; a text of several lines may hold line ends and tabs. */
#define UNCLEAN "[\\u0000-\\u001F\\u007F-\\u009F\\u2028-\\u202E\\u2066-\\u2069]"
#define UNCLEAN_LINES "[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069]"
#define TEXT_MAX 4096
#define LINES_MAX 65536
#define LIST_MAX 1000

static void
add_string (JsonBuilder *out, const char *name, const char *text)
{
  json_builder_set_member_name (out, name);
  json_builder_add_string_value (out, text);
}

static void
add_integer (JsonBuilder *out, const char *name, gint64 number)
{
  json_builder_set_member_name (out, name);
  json_builder_add_int_value (out, number);
}

static void
add_without (JsonBuilder *out, const char *pattern)
{
  json_builder_set_member_name (out, "not");
  json_builder_begin_object (out);
  add_string (out, "pattern", pattern);
  json_builder_end_object (out);
}

static void
add_text (JsonBuilder *out, gboolean lines)
{
  add_string (out, "type", "string");
  add_integer (out, "minLength", 1);
  add_integer (out, "maxLength", lines ? LINES_MAX : TEXT_MAX);
  add_without (out, lines ? UNCLEAN_LINES : UNCLEAN);
}

static void
add_pattern (JsonBuilder *out, const char *pattern)
{
  add_string (out, "type", "string");
  add_string (out, "pattern", pattern);
}

static void
add_number (JsonBuilder *out, const KladkaField *field)
{
  gboolean limited = field->min != 0 || field->max != 0;

  add_string (out, "type", "integer");
  add_integer (out, "minimum", limited ? field->min : -G_MAXINT64);
  add_integer (out, "maximum", limited ? field->max : G_MAXINT64);
}

static void
add_codes (JsonBuilder *out, const KladkaChoices *choices)
{
  json_builder_set_member_name (out, "enum");
  json_builder_begin_array (out);
  for (guint i = 0; i < choices->n_choices; i++)
    json_builder_add_string_value (out, choices->choices[i].code);
  json_builder_end_array (out);
}

static void
begin_items (JsonBuilder *out)
{
  add_string (out, "type", "array");
  add_integer (out, "minItems", 1);
  add_integer (out, "maxItems", LIST_MAX);
  json_builder_set_member_name (out, "items");
  json_builder_begin_object (out);
}

static void
add_numbers (JsonBuilder *out, const KladkaField *field)
{
  add_string (out, "type", "object");
  add_integer (out, "minProperties", 1);
  json_builder_set_member_name (out, "properties");
  json_builder_begin_object (out);
  for (guint i = 0; i < field->choices->n_choices; i++)
    {
      json_builder_set_member_name (out, field->choices->choices[i].code);
      json_builder_begin_object (out);
      add_number (out, field);
      json_builder_end_object (out);
    }
  json_builder_end_object (out);
  json_builder_set_member_name (out, "additionalProperties");
  json_builder_add_boolean_value (out, FALSE);
}

static void
add_list (JsonBuilder *out, const KladkaField *field)
{
  begin_items (out);
  if (field->kind == KLADKA_KIND_SET)
    add_codes (out, field->choices);
  else if (field->kind == KLADKA_KIND_REFS)
    add_pattern (out, ID_PATTERN);
  else
    {
      add_text (out, FALSE);
      add_string (out, "pattern", TAG_PATTERN);
    }
  json_builder_end_object (out);
}

static void
add_column (JsonBuilder *out, const KladkaField *field, guint part)
{
  switch (field->kind)
    {
    case KLADKA_KIND_TEXT:
    case KLADKA_KIND_TEXT3:
      add_text (out, field->flags & KLADKA_FIELD_LINES);
      break;
    case KLADKA_KIND_DATE:
      add_pattern (out, DATE_PATTERN);
      break;
    case KLADKA_KIND_INTEGER:
    case KLADKA_KIND_DECIMAL:
      add_number (out, field);
      break;
    case KLADKA_KIND_MONEY:
      if (part == 0)
        add_number (out, field);
      else
        add_string (out, "$ref", "#/$defs/currency");
      break;
    case KLADKA_KIND_BOOL:
      add_string (out, "type", "boolean");
      break;
    case KLADKA_KIND_CHOICE:
      add_codes (out, field->choices);
      break;
    case KLADKA_KIND_REF:
      add_pattern (out, ID_PATTERN);
      break;
    case KLADKA_KIND_NUMBERS:
      add_numbers (out, field);
      break;
    default:
      add_list (out, field);
    }
}

/* An amount without its currency, or the other way round, is neither. */
static void
add_money_pairs (JsonBuilder *out, const KladkaTypeInfo *info)
{
  json_builder_set_member_name (out, "dependentRequired");
  json_builder_begin_object (out);
  for (guint i = 0; i + 1 < info->n_columns; i++)
    for (guint other = 0; other < 2 && info->columns[i].cell == info->columns[i + 1].cell; other++)
      {
        json_builder_set_member_name (out, info->columns[i + other].name);
        json_builder_begin_array (out);
        json_builder_add_string_value (out, info->columns[i + 1 - other].name);
        json_builder_end_array (out);
      }
  json_builder_end_object (out);
}

static void
add_type (JsonBuilder *out, const KladkaTypeInfo *info)
{
  add_string (out, "type", "object");
  json_builder_set_member_name (out, "properties");
  json_builder_begin_object (out);
  json_builder_set_member_name (out, "id");
  json_builder_begin_object (out);
  add_pattern (out, ID_PATTERN);
  json_builder_end_object (out);
  for (guint i = 0; i < info->n_columns; i++)
    {
      json_builder_set_member_name (out, info->columns[i].name);
      json_builder_begin_object (out);
      add_column (out, info->cells[info->columns[i].cell].field, info->columns[i].part);
      json_builder_end_object (out);
    }
  json_builder_end_object (out);
  json_builder_set_member_name (out, "required");
  json_builder_begin_array (out);
  json_builder_add_string_value (out, "id");
  json_builder_end_array (out);
  add_money_pairs (out, info);
  json_builder_set_member_name (out, "additionalProperties");
  json_builder_add_boolean_value (out, FALSE);
}

static void
add_reference (JsonBuilder *out, const KladkaTypeInfo *info)
{
  g_autofree char *target = g_strconcat ("#/$defs/", info->name, NULL);

  add_string (out, "$ref", target);
}

static void
add_const (JsonBuilder *out, const char *name)
{
  json_builder_set_member_name (out, name);
  json_builder_begin_object (out);
  json_builder_set_member_name (out, "const");
  if (g_str_equal (name, "version"))
    json_builder_add_int_value (out, 1);
  else
    json_builder_add_string_value (out, "kladka-plan");
  json_builder_end_object (out);
}

static void
add_any_string (JsonBuilder *out, const char *name)
{
  json_builder_set_member_name (out, name);
  json_builder_begin_object (out);
  add_string (out, "type", "string");
  json_builder_end_object (out);
}

static void
add_root_properties (JsonBuilder *out)
{
  json_builder_set_member_name (out, "properties");
  json_builder_begin_object (out);
  add_const (out, "format");
  add_const (out, "version");
  json_builder_set_member_name (out, "ceiling");
  json_builder_begin_object (out);
  add_pattern (out, MARKING_PATTERN);
  json_builder_end_object (out);
  add_any_string (out, "note");
  add_any_string (out, "$schema");
  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    {
      const KladkaTypeInfo *info = kladka_type_get (type);

      json_builder_set_member_name (out, info->plural);
      json_builder_begin_object (out);
      if (type == KLADKA_TYPE_PLAN)
        add_reference (out, info);
      else
        {
          add_string (out, "type", "array");
          json_builder_set_member_name (out, "items");
          json_builder_begin_object (out);
          add_reference (out, info);
          json_builder_end_object (out);
        }
      json_builder_end_object (out);
    }
  json_builder_end_object (out);
}

/* All codes of three letters that are known. */
static void
add_currencies (JsonBuilder *out)
{
  json_builder_set_member_name (out, "currency");
  json_builder_begin_object (out);
  json_builder_set_member_name (out, "enum");
  json_builder_begin_array (out);
  for (guint i = 0; i < 26 * 26 * 26; i++)
    {
      const char code[4] = { 'A' + i / (26 * 26), 'A' + i / 26 % 26, 'A' + i % 26, '\0' };

      if (kladka_currency_is_valid (code))
        json_builder_add_string_value (out, code);
    }
  json_builder_end_array (out);
  json_builder_end_object (out);
}

static void
add_definitions (JsonBuilder *out)
{
  json_builder_set_member_name (out, "$defs");
  json_builder_begin_object (out);
  add_currencies (out);
  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    {
      json_builder_set_member_name (out, kladka_type_get (type)->name);
      json_builder_begin_object (out);
      add_type (out, kladka_type_get (type));
      json_builder_end_object (out);
    }
  json_builder_end_object (out);
}

static void
add_required (JsonBuilder *out)
{
  static const char *const names[] = { "format", "version" };

  json_builder_set_member_name (out, "required");
  json_builder_begin_array (out);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    json_builder_add_string_value (out, names[i]);
  json_builder_end_array (out);
}

GBytes *
kladka_json_write_schema (void)
{
  g_autoptr (JsonBuilder) out = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  json_builder_begin_object (out);
  add_string (out, "$schema", "https://json-schema.org/draft/2020-12/schema");
  add_string (out, "$id", "urn:org.kladka.Kladka:plan:1");
  add_string (out, "title", "Kladka plan");
  add_string (out, "type", "object");
  add_root_properties (out);
  add_required (out);
  json_builder_set_member_name (out, "additionalProperties");
  json_builder_add_boolean_value (out, FALSE);
  add_definitions (out);
  json_builder_end_object (out);
  root = json_builder_get_root (out);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&text));
}
