/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <string.h>

#include "kladka-cells-scan.h"

/* The journal's text of one record with every cell that the quick look knows. */
static char *
dup_text (const KladkaTypeInfo *info, gboolean creates, guint seed)
{
  g_autofree KladkaCellChange *cells = g_new0 (KladkaCellChange, info->n_cells);
  KladkaChange change = { info->type, "x", creates, 0, cells };
  for (guint i = 0; i < info->n_cells; i++)
    {
      guint8 kind = info->cells[i].field->kind;
      gboolean list = kind == KLADKA_KIND_SET || kind == KLADKA_KIND_TAGS || kind == KLADKA_KIND_REFS
                      || kind == KLADKA_KIND_NUMBERS;
      if (list)
        continue;
      KladkaCellChange *cell = &cells[change.n_cells++];
      cell->cell = i;
      /* Texts without quotes: those have escapes. */
      cell->after = fixture_value (&info->cells[i], seed * 4 + i % 3);
      if (!creates)
        cell->before = fixture_value (&info->cells[i], seed * 4 + 1);
    }
  char *text = kladka_change_dup_cells_json (&change);
  for (guint i = 0; i < change.n_cells; i++)
    {
      kladka_value_clear (&cells[i].before);
      kladka_value_clear (&cells[i].after);
    }
  return text;
}

static gboolean
parser_takes (const KladkaTypeInfo *info, gboolean creates, const char *text)
{
  KladkaStepInfo about = { .verb = KLADKA_VERB_EDIT };
  g_autoptr (KladkaStepBuilder) builder = kladka_step_builder_new ("step", &about);
  return kladka_step_builder_add (builder, info->type, "x", creates, text, NULL);
}

static void
test_what_we_write (void)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    for (guint seed = 0; seed < 20; seed++)
      {
        const KladkaTypeInfo *info = kladka_type_get (type);
        g_autofree char *text = dup_text (info, seed % 2, seed);
        g_assert_true (parser_takes (info, seed % 2, text));
        if (!kladka_cells_scan (text, info, seed % 2, scratch))
          g_error ("not seen to be sound: %s", text);
        g_assert_true (!(seed % 2 == 0 && kladka_cells_scan (text, info, TRUE, scratch)));
      }
}

static void
spoil (GString *text)
{
  static const char pieces[] = "{}[],:\"\\0123456789-+eEnulltrue \n\t\x7f\xc0\xaf\xe2\x80\xae";
  for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
    {
      gsize at = g_test_rand_int_range (0, text->len);
      char piece = pieces[g_test_rand_int_range (0, sizeof pieces - 1)];
      if (g_test_rand_bit ())
        text->str[at] = piece;
      else if (g_test_rand_bit ())
        g_string_insert_c (text, at, piece);
      else
        g_string_erase (text, at, 1);
    }
}

/* The quick look may be unsure of what the parser takes, but never sure of what it refuses. */
static void
test_never_more_than_the_parser (void)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  for (guint i = 0; i < 20000; i++)
    {
      const KladkaTypeInfo *info = kladka_type_get (g_test_rand_int_range (KLADKA_TYPE_PLAN, KLADKA_N_TYPES));
      gboolean creates = g_test_rand_bit ();
      g_autofree char *good = dup_text (info, creates, i % 50);
      g_autoptr (GString) text = g_string_new (good);
      spoil (text);
      if (kladka_cells_scan (text->str, info, creates, scratch) && !parser_takes (info, creates, text->str))
        g_error ("thought to be sound: %s", text->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/cells-scan/what-we-write-is-seen-to-be-sound", test_what_we_write);
  g_test_add_func ("/store/cells-scan/never-sure-of-what-the-parser-refuses", test_never_more_than_the_parser);
  return g_test_run ();
}
