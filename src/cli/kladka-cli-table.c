/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-cli-table.h"

#define WIDEST 48

static void
measure (const KladkaTable *table, const KladkaWords *words, guint *widths)
{
  for (guint column = 0; column < kladka_table_get_n_columns (table); column++)
    {
      widths[column] = g_utf8_strlen (kladka_table_get_column_title (table, column), -1);
      for (guint row = 0; row < kladka_table_get_n_rows (table); row++)
        {
          g_autofree char *text = kladka_table_dup_shown (table, row, column, words);

          widths[column] = MAX (widths[column], g_utf8_strlen (text, -1));
        }
      widths[column] = MIN (widths[column], WIDEST);
    }
}

static void
append_blanks (GString *out, guint n)
{
  while (n-- > 0)
    g_string_append_c (out, ' ');
}

static void
append (GString *out, const char *text, guint width, gboolean to_right)
{
  g_autofree char *cut = NULL;
  guint length = g_utf8_strlen (text, -1);

  if (length > width)
    {
      g_autofree char *head = g_utf8_substring (text, 0, width - 1);

      text = cut = g_strconcat (head, "…", NULL);
      length = width;
    }
  if (to_right)
    append_blanks (out, width - length);
  g_string_append (out, text);
  if (!to_right)
    append_blanks (out, width - length);
  g_string_append (out, "  ");
}

static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

void
kladka_cli_table_append_head (GString *out, const KladkaTable *table, const char *boundary)
{
  g_string_append_printf (out, "%s · %s\n", kladka_marking_get_label (kladka_table_get_marking (table)),
                          kladka_table_get_title (table));
  if (kladka_table_get_note (table) != NULL)
    g_string_append_printf (out, "%s\n", kladka_table_get_note (table));
  g_string_append_printf (out, "%s\n\n", boundary);
}

static void
append_titles (GString *out, const KladkaTable *table, const guint *widths)
{
  for (guint column = 0; column < kladka_table_get_n_columns (table); column++)
    append (out, kladka_table_get_column_title (table, column), widths[column],
            kladka_table_get_column_kind (table, column) != KLADKA_TABLE_TEXT);
  end_line (out);
}

GBytes *
kladka_cli_table_new_text (const KladkaTable *table, const char *boundary, const KladkaWords *words)
{
  g_autofree guint *widths = g_new0 (guint, kladka_table_get_n_columns (table) + 1);
  GString *out = g_string_new (NULL);

  measure (table, words, widths);
  kladka_cli_table_append_head (out, table, boundary);
  append_titles (out, table, widths);
  for (guint row = 0; row < kladka_table_get_n_rows (table); row++)
    {
      for (guint column = 0; column < kladka_table_get_n_columns (table); column++)
        {
          g_autofree char *text = kladka_table_dup_shown (table, row, column, words);

          append (out, text, widths[column], kladka_table_get_column_kind (table, column) != KLADKA_TABLE_TEXT);
        }
      end_line (out);
    }
  return g_string_free_to_bytes (out);
}
