/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-coverage.h"

#include <math.h>

static char *
dup_title (const KladkaGrid *self, const KladkaWords *words)
{
  return g_strdup_printf ("%s: %s", kladka_words_get (words, KN_ ("Coverage")),
                          kladka_dimension_get_label (kladka_grid_get_dimension (self), words));
}

static KladkaTableBuilder *
begin_table (const KladkaGrid *self, const KladkaWords *words, KladkaMarking marking)
{
  g_autofree char *title = dup_title (self, words);
  g_autofree char *note =
      kladka_coverage_spec_dup_note (kladka_coverage_get_spec (kladka_grid_get_coverage (self)), words);

  return kladka_table_builder_new (title, note, marking);
}

static gint64
get_thousandths (double share)
{
  return llrint (share * 1000);
}

/* "P 46 %"; only the letter where there is no figure. */
static void
add_short_cell (KladkaTableBuilder *builder, const KladkaCoverageCell *cell, const KladkaWords *words)
{
  const char *letter = kladka_state_get_letter (cell->state, words);
  g_autofree char *percent = kladka_words_dup_share (words, cell->cover);
  g_autofree char *text = g_strdup_printf ("%s %s", letter, percent);

  kladka_table_builder_text (builder, kladka_cell_has_figure (cell) ? text : letter);
}

/* No-break blanks show how deep a row lies. */
static char *
dup_indented_label (const KladkaGrid *self, guint row, const KladkaWords *words)
{
  GString *text = g_string_new (NULL);
  g_autofree char *label = kladka_grid_dup_row_label (self, row, words);

  for (guint i = 0; i < kladka_grid_get_row (self, row)->depth; i++)
    g_string_append (text, "\u00a0\u00a0");
  g_string_append (text, label);
  return g_string_free (text, FALSE);
}

KladkaTable *
kladka_grid_dup_table (const KladkaGrid *self, const KladkaWords *words, KladkaMarking marking)
{
  KladkaTableBuilder *builder = begin_table (self, words, marking);
  guint n_periods = kladka_grid_get_n_periods (self);

  kladka_table_builder_add_column (builder, kladka_dimension_get_label (kladka_grid_get_dimension (self), words),
                                   KLADKA_TABLE_TEXT, 0);
  for (guint i = 0; i < n_periods; i++)
    {
      g_autofree char *label = kladka_grid_dup_period_label (self, i, words);

      kladka_table_builder_add_column (builder, label, KLADKA_TABLE_TEXT, 0);
    }
  kladka_table_builder_add_column (builder, kladka_words_get (words, KN_ ("All months")), KLADKA_TABLE_TEXT, 0);
  for (guint row = 0; row < kladka_grid_get_n_rows (self); row++)
    {
      g_autofree char *label = dup_indented_label (self, row, words);

      kladka_table_builder_begin_row (builder);
      kladka_table_builder_text (builder, label);
      for (guint i = 0; i < n_periods; i++)
        add_short_cell (builder, kladka_grid_get_cell (self, row, i), words);
      add_short_cell (builder, kladka_grid_get_row_total (self, row), words);
    }
  return kladka_table_builder_end (builder);
}

static char *
dup_marks (guint marks, const KladkaWords *words)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint mark = KLADKA_MARK_LAPSING; mark <= KLADKA_MARK_NOT_MEASURED; mark <<= 1)
    if (marks & mark)
      g_ptr_array_add (labels, (gpointer)kladka_mark_get_label (mark, words));
  if (labels->len == 0)
    return NULL;
  g_ptr_array_add (labels, NULL);
  return g_strjoinv (", ", (char **)labels->pdata);
}

static void
add_list_columns (const KladkaGrid *self, KladkaTableBuilder *builder, const KladkaWords *words)
{
  kladka_table_builder_add_column (builder, kladka_dimension_get_label (kladka_grid_get_dimension (self), words),
                                   KLADKA_TABLE_TEXT, 0);
  kladka_table_builder_add_column (builder, kladka_words_get (words, KN_ ("Period")), KLADKA_TABLE_TEXT, 0);
  kladka_table_builder_add_column (builder, kladka_words_get (words, KN_ ("State")), KLADKA_TABLE_TEXT, 0);
  kladka_table_builder_add_column (builder, kladka_words_get (words, KN_ ("Cover")), KLADKA_TABLE_PERCENT, 0);
  for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
    kladka_table_builder_add_column (builder, kladka_certainty_get_label (certainty, words), KLADKA_TABLE_PERCENT, 0);
  kladka_table_builder_add_column (builder, kladka_words_get (words, KN_ ("Lost")), KLADKA_TABLE_PERCENT, 0);
  kladka_table_builder_add_column (builder, kladka_words_get (words, KN_ ("Weight × months")), KLADKA_TABLE_DECIMAL, 0);
  kladka_table_builder_add_column (builder, kladka_words_get (words, KN_ ("Gap-months")), KLADKA_TABLE_DECIMAL, 2);
  kladka_table_builder_add_column (builder, kladka_words_get (words, KN_ ("Marks")), KLADKA_TABLE_TEXT, 0);
}

/* Unknown is never written as zero: figures stand only where somebody asks. */
static void
add_figures (KladkaTableBuilder *builder, const KladkaCoverageCell *cell)
{
  if (cell->weight <= 0)
    {
      for (guint i = 0; i < KLADKA_N_CERTAINTIES + 4; i++)
        kladka_table_builder_empty (builder);
      return;
    }
  kladka_table_builder_number (builder, get_thousandths (cell->cover));
  for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
    kladka_table_builder_number (builder, get_thousandths (cell->by[certainty]));
  kladka_table_builder_number (builder, get_thousandths (cell->lost));
  kladka_table_builder_number (builder, llrint (cell->weight));
  kladka_table_builder_number (builder, llrint (cell->gap_months * 100));
}

static void
add_list_row (const KladkaGrid *self, KladkaTableBuilder *builder, guint row, guint period, const KladkaWords *words)
{
  const KladkaCoverageCell *cell = kladka_grid_get_cell (self, row, period);
  g_autofree char *label = kladka_grid_dup_row_label (self, row, words);
  g_autofree char *when = kladka_grid_dup_period_label (self, period, words);
  g_autofree char *marks = dup_marks (cell->marks, words);

  kladka_table_builder_begin_row (builder);
  kladka_table_builder_text (builder, label);
  kladka_table_builder_text (builder, when);
  kladka_table_builder_text (builder, kladka_state_get_label (cell->state, words));
  add_figures (builder, cell);
  if (marks != NULL)
    kladka_table_builder_text (builder, marks);
  else
    kladka_table_builder_empty (builder);
}

KladkaTable *
kladka_grid_dup_list (const KladkaGrid *self, const KladkaWords *words, KladkaMarking marking)
{
  KladkaTableBuilder *builder = begin_table (self, words, marking);

  add_list_columns (self, builder, words);
  for (guint row = 0; row < kladka_grid_get_n_rows (self); row++)
    for (guint period = 0; period < kladka_grid_get_n_periods (self); period++)
      add_list_row (self, builder, row, period, words);
  return kladka_table_builder_end (builder);
}
