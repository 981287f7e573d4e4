/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-json-out.h"

/* Deeper than this everything stands on one line. */
#define LINES 3

void
kladka_json_out_init (KladkaJsonOut *self)
{
  *self = (KladkaJsonOut){ .text = g_string_new (NULL), .first = TRUE };
}

GBytes *
kladka_json_out_end (KladkaJsonOut *self)
{
  g_string_append_c (self->text, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}

static void
append_quoted (GString *text, const char *plain)
{
  g_string_append_c (text, '"');
  for (const char *p = plain; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (text, '\\');
      if ((guchar)*p < 0x20)
        g_string_append_printf (text, "\\u%04x", (guchar)*p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
break_line (KladkaJsonOut *self)
{
  if (self->depth > LINES)
    return;
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

static void
begin (KladkaJsonOut *self, const char *key)
{
  if (!self->first)
    g_string_append (self->text, self->depth > LINES ? ", " : ",");
  if (self->depth > 0)
    break_line (self);
  self->first = FALSE;
  if (key == NULL)
    return;
  append_quoted (self->text, key);
  g_string_append (self->text, ": ");
}

void
kladka_json_out_open (KladkaJsonOut *self, const char *key, char bracket)
{
  begin (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->first = TRUE;
}

void
kladka_json_out_close (KladkaJsonOut *self, char bracket)
{
  gboolean empty = self->first;

  self->depth--;
  self->first = FALSE;
  if (!empty && self->depth < LINES)
    break_line (self);
  g_string_append_c (self->text, bracket);
}

void
kladka_json_out_text (KladkaJsonOut *self, const char *key, const char *text)
{
  if (text == NULL)
    return;
  begin (self, key);
  append_quoted (self->text, text);
}

void
kladka_json_out_integer (KladkaJsonOut *self, const char *key, gint64 number)
{
  begin (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, number);
}

void
kladka_json_out_number (KladkaJsonOut *self, const char *key, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin (self, key);
  /* No negative zero. */
  g_string_append (self->text, g_ascii_formatd (buffer, sizeof buffer, "%.9g", number + 0.0));
}

void
kladka_json_out_bool (KladkaJsonOut *self, const char *key, gboolean yes)
{
  begin (self, key);
  g_string_append (self->text, yes ? "true" : "false");
}
