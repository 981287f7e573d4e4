/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "kladka-table.h"

static KladkaTable *
make_table (void)
{
  KladkaMoney money = { 125000, "EUR" };
  KladkaTableBuilder *builder = kladka_table_builder_new ("Gaps", "As of today", KLADKA_MARKING_GREEN);
  kladka_table_builder_add_column (builder, "Name", KLADKA_TABLE_TEXT, 0);
  kladka_table_builder_add_column (builder, "Count", KLADKA_TABLE_INTEGER, 0);
  kladka_table_builder_add_column (builder, "Quantity", KLADKA_TABLE_DECIMAL, 3);
  kladka_table_builder_add_column (builder, "Cover", KLADKA_TABLE_PERCENT, 0);
  kladka_table_builder_add_column (builder, "From", KLADKA_TABLE_DATE, 0);
  kladka_table_builder_add_column (builder, "Cost", KLADKA_TABLE_MONEY, 0);
  kladka_table_builder_begin_row (builder);
  kladka_table_builder_text (builder, "Łódź");
  kladka_table_builder_number (builder, 1234);
  kladka_table_builder_number (builder, 1500);
  kladka_table_builder_number (builder, 455);
  kladka_table_builder_date (builder, kladka_date_new_month (2027, 3));
  kladka_table_builder_money (builder, &money);
  kladka_table_builder_begin_row (builder);
  kladka_table_builder_text (builder, NULL);
  kladka_table_builder_empty (builder);
  kladka_table_builder_number (builder, KLADKA_INT_NONE);
  kladka_table_builder_begin_row (builder);
  kladka_table_builder_text (builder, "last");
  return kladka_table_builder_end (builder);
}

static void
test_shape (void)
{
  g_autoptr (KladkaTable) table = make_table ();
  g_autoptr (KladkaTable) other = kladka_table_ref (table);
  g_assert_cmpstr (kladka_table_get_title (other), ==, "Gaps");
  g_assert_cmpstr (kladka_table_get_note (table), ==, "As of today");
  g_assert_cmpint (kladka_table_get_marking (table), ==, KLADKA_MARKING_GREEN);
  g_assert_cmpuint (kladka_table_get_n_columns (table), ==, 6);
  g_assert_cmpuint (kladka_table_get_n_rows (table), ==, 3);
  g_assert_cmpstr (kladka_table_get_column_title (table, 5), ==, "Cost");
  g_assert_cmpint (kladka_table_get_column_kind (table, 5), ==, KLADKA_TABLE_MONEY);
}

static void
test_file (void)
{
  static const char *const expected[] = { "Łódź", "1234", "1.5", "0.455", "2027-03", "1250 EUR" };
  g_autoptr (KladkaTable) table = make_table ();
  for (guint column = 0; column < G_N_ELEMENTS (expected); column++)
    {
      g_autofree char *text = kladka_table_dup_file (table, 0, column);
      g_autofree char *none = kladka_table_dup_file (table, 1, column);
      g_assert_cmpstr (text, ==, expected[column]);
      g_assert_null (none);
    }
  g_autofree char *last = kladka_table_dup_file (table, 2, 0);
  g_assert_cmpstr (last, ==, "last");
}

static void
test_shown (void)
{
  static const char *const expected[] = { "Łódź", "1,234", "1.5", "46%", "Mar 2027", "1,250.00\u00a0EUR" };
  g_autoptr (KladkaTable) table = make_table ();
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  for (guint column = 0; column < G_N_ELEMENTS (expected); column++)
    {
      g_autofree char *text = kladka_table_dup_shown (table, 0, column, words);
      g_autofree char *none = kladka_table_dup_shown (table, 1, column, words);
      g_assert_cmpstr (text, ==, expected[column]);
      g_assert_cmpstr (none, ==, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/table/columns-rows-and-marking", test_shape);
  g_test_add_func ("/model/table/cells-for-machines", test_file);
  g_test_add_func ("/model/table/cells-for-people", test_shown);
  return g_test_run ();
}
