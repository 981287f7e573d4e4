/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-table.h"

typedef struct {
  char *title;
  KladkaTableKind kind;
  int scale;
} Column;

/* What it holds says the column; @set: not empty. */
typedef struct {
  gboolean set;
  union {
    char *text;
    gint64 number;
    KladkaDate date;
    KladkaMoney money;
  };
} Cell;

struct _KladkaTable {
  gatomicrefcount ref_count;
  char *title;
  char *note;
  KladkaMarking marking;
  GArray *columns;
  GArray *cells; /* row by row */
  guint n_rows;
};

struct _KladkaTableBuilder {
  KladkaTable *table;
};

static void
clear_column_cb (gpointer data)
{
  g_free (((Column *)data)->title);
}

static const Column *
get_column (const KladkaTable *self, guint column)
{
  g_assert (column < self->columns->len);
  return &g_array_index (self->columns, Column, column);
}

static const Cell *
get_cell (const KladkaTable *self, guint row, guint column)
{
  g_assert (row < self->n_rows && column < self->columns->len);
  return &g_array_index (self->cells, Cell, row * self->columns->len + column);
}

KladkaTable *
kladka_table_ref (const KladkaTable *self)
{
  g_atomic_ref_count_inc (&((KladkaTable *)self)->ref_count);
  return (KladkaTable *)self;
}

void
kladka_table_unref (KladkaTable *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);
      if (cell->set && get_column (self, i % self->columns->len)->kind == KLADKA_TABLE_TEXT)
        g_free (cell->text);
    }
  g_array_unref (self->cells);
  g_array_unref (self->columns);
  g_free (self->title);
  g_free (self->note);
  g_free (self);
}

const char *
kladka_table_get_title (const KladkaTable *self)
{
  return self->title;
}

const char *
kladka_table_get_note (const KladkaTable *self)
{
  return self->note;
}

KladkaMarking
kladka_table_get_marking (const KladkaTable *self)
{
  return self->marking;
}

guint
kladka_table_get_n_columns (const KladkaTable *self)
{
  return self->columns->len;
}

guint
kladka_table_get_n_rows (const KladkaTable *self)
{
  return self->n_rows;
}

const char *
kladka_table_get_column_title (const KladkaTable *self, guint column)
{
  return get_column (self, column)->title;
}

KladkaTableKind
kladka_table_get_column_kind (const KladkaTable *self, guint column)
{
  return get_column (self, column)->kind;
}

char *
kladka_table_dup_shown (const KladkaTable *self, guint row, guint column, const KladkaWords *words)
{
  const Cell *cell = get_cell (self, row, column);
  const Column *kind = get_column (self, column);
  if (!cell->set)
    return g_strdup ("");
  switch (kind->kind)
    {
    case KLADKA_TABLE_TEXT:
      return g_strdup (cell->text);
    case KLADKA_TABLE_INTEGER:
      return kladka_words_dup_integer (words, cell->number);
    case KLADKA_TABLE_DECIMAL:
      return kladka_words_dup_decimal (words, cell->number, kind->scale, 0);
    case KLADKA_TABLE_PERCENT:
      return kladka_words_dup_percent (words, cell->number);
    case KLADKA_TABLE_DATE:
      return kladka_words_dup_date_short (words, cell->date);
    case KLADKA_TABLE_MONEY:
      return kladka_words_dup_money (words, &cell->money);
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_money_file (const KladkaMoney *money)
{
  g_autofree char *amount = kladka_decimal_print_file (money->minor, kladka_currency_get_digits (money->currency));
  return g_strdup_printf ("%s %s", amount, money->currency);
}

char *
kladka_table_dup_file (const KladkaTable *self, guint row, guint column)
{
  const Cell *cell = get_cell (self, row, column);
  const Column *kind = get_column (self, column);
  char buffer[KLADKA_DATE_TEXT_MAX];
  if (!cell->set)
    return NULL;
  switch (kind->kind)
    {
    case KLADKA_TABLE_TEXT:
      return g_strdup (cell->text);
    case KLADKA_TABLE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);
    case KLADKA_TABLE_DECIMAL:
      return kladka_decimal_print_file (cell->number, kind->scale);
    case KLADKA_TABLE_PERCENT:
      return kladka_decimal_print_file (cell->number, 3);
    case KLADKA_TABLE_DATE:
      return g_strdup (kladka_date_print_file (cell->date, buffer));
    case KLADKA_TABLE_MONEY:
      return dup_money_file (&cell->money);
    default:
      g_return_val_if_reached (NULL);
    }
}

KladkaTableBuilder *
kladka_table_builder_new (const char *title, const char *note, KladkaMarking marking)
{
  KladkaTableBuilder *self = g_new0 (KladkaTableBuilder, 1);
  self->table = g_new0 (KladkaTable, 1);
  g_atomic_ref_count_init (&self->table->ref_count);
  self->table->title = g_strdup (title != NULL ? title : "");
  self->table->note = g_strdup (note != NULL ? note : "");
  self->table->marking = marking;
  self->table->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->table->columns, clear_column_cb);
  self->table->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  return self;
}

/* Columns come before rows. */
void
kladka_table_builder_add_column (KladkaTableBuilder *self, const char *title, KladkaTableKind kind, int scale)
{
  Column column = { g_strdup (title), kind, scale };
  g_assert (self->table->n_rows == 0);
  g_array_append_val (self->table->columns, column);
}

/* What the row before left out is empty. */
static void
fill_row (KladkaTable *table)
{
  g_array_set_size (table->cells, table->n_rows * table->columns->len);
}

void
kladka_table_builder_begin_row (KladkaTableBuilder *self)
{
  fill_row (self->table);
  self->table->n_rows++;
}

static const Column *
next_column (const KladkaTable *table)
{
  g_assert (table->cells->len < table->n_rows * table->columns->len);
  return get_column (table, table->cells->len % table->columns->len);
}

static void
append_cell (KladkaTable *table, Cell cell)
{
  next_column (table); /* is there room? */
  g_array_append_val (table->cells, cell);
}

void
kladka_table_builder_text (KladkaTableBuilder *self, const char *text)
{
  g_assert (next_column (self->table)->kind == KLADKA_TABLE_TEXT);
  gboolean set = text != NULL && *text != '\0';
  append_cell (self->table, (Cell){ .set = set, .text = set ? g_strdup (text) : NULL });
}

void
kladka_table_builder_number (KladkaTableBuilder *self, gint64 number)
{
  KladkaTableKind kind = next_column (self->table)->kind;
  g_assert (kind == KLADKA_TABLE_INTEGER || kind == KLADKA_TABLE_DECIMAL || kind == KLADKA_TABLE_PERCENT);
  append_cell (self->table, (Cell){ .set = number != KLADKA_INT_NONE, .number = number });
}

void
kladka_table_builder_date (KladkaTableBuilder *self, KladkaDate date)
{
  g_assert (next_column (self->table)->kind == KLADKA_TABLE_DATE);
  append_cell (self->table, (Cell){ .set = kladka_date_is_set (date), .date = date });
}

void
kladka_table_builder_money (KladkaTableBuilder *self, const KladkaMoney *money)
{
  g_assert (next_column (self->table)->kind == KLADKA_TABLE_MONEY);
  append_cell (self->table, (Cell){ .set = kladka_money_is_set (money), .money = *money });
}

void
kladka_table_builder_empty (KladkaTableBuilder *self)
{
  append_cell (self->table, (Cell){ .set = FALSE });
}

void
kladka_table_builder_set_marking (KladkaTableBuilder *self, KladkaMarking marking, const char *note)
{
  self->table->marking = marking;
  g_free (self->table->note);
  self->table->note = g_strdup (note);
}

KladkaTable *
kladka_table_builder_end (KladkaTableBuilder *self)
{
  KladkaTable *table = self->table;
  fill_row (table);
  g_free (self);
  return table;
}
