/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-draft.h"

#include "kladka-csv-defuse.h"
#include "kladka-csv-parse.h"
#include "kladka-error.h"
#include "kladka-i18n.h"

#include <string.h>

#define COLUMN_ID (-2)
#define COLUMN_UNKNOWN (-1)
#define COLUMN_AGAIN (-3)                      /* what it would be stands before it */
#define COLUMN_CURRENCY_OF(cell) (-4 - (cell)) /* the currency that completes a money cell */

typedef struct {
  const KladkaTypeInfo *info;
  const KladkaWords *words[KLADKA_N_LANGS];
  GHashTable *labels; /* folded → LABEL (); of the type */
  char separator;
  const char *encoding;
  guint n_labels[KLADKA_N_LANGS]; /* headings that are labels of the language */
  GArray *columns;                /* int: a cell, or one of the above */
} Headings;

#define LABEL(lang, cell) GUINT_TO_POINTER (1 + (lang)*0x10000 + (cell))
#define LABEL_LANG(label) ((GPOINTER_TO_UINT (label) - 1) / 0x10000)
#define LABEL_CELL(label) ((GPOINTER_TO_UINT (label) - 1) % 0x10000)

/* The first that is called so keeps the label. */
static void
add_label (Headings *self, const char *text, guint lang, guint cell)
{
  g_autofree char *folded = kladka_text_fold (text);

  if (!g_hash_table_contains (self->labels, folded))
    g_hash_table_insert (self->labels, g_steal_pointer (&folded), LABEL (lang, cell));
}

/* "Tytuł" alone means the Polish title, as Polish wrote it. */
static void
add_labels_of (Headings *self, guint lang, guint cell)
{
  const KladkaCell *source = &self->info->cells[cell];
  g_autofree char *label = kladka_cell_dup_label (source, self->words[lang]);

  add_label (self, label, lang, cell);
  if (source->field->kind != KLADKA_KIND_TEXT3 || source->lang == lang)
    add_label (self, kladka_words_get_c (self->words[lang], "field", source->field->label), lang, cell);
}

static void
choose_type (Headings *self, KladkaType type)
{
  self->info = kladka_type_get (type);
  g_hash_table_remove_all (self->labels);
  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    for (guint cell = 0; cell < self->info->n_cells; cell++)
      add_labels_of (self, lang, cell);
}

static int
find_label (Headings *self, const char *heading)
{
  g_autofree char *folded = kladka_text_fold (heading);
  gpointer label = g_hash_table_lookup (self->labels, folded);

  if (label == NULL)
    return COLUMN_UNKNOWN;
  self->n_labels[LABEL_LANG (label)]++;
  return LABEL_CELL (label);
}

/* title:pl and title_pl are the same; a money column may stand alone or have its currency beside it. */
static int
find_name (const Headings *self, const char *heading)
{
  g_autofree char *name = g_strdelimit (g_strstrip (g_ascii_strdown (heading, -1)), ":", '_');
  int cell;

  if (g_str_equal (name, "id"))
    return COLUMN_ID;
  cell = kladka_type_find_cell (self->info, name);
  if (cell >= 0)
    return cell;
  if (g_str_has_suffix (name, "_currency"))
    {
      name[strlen (name) - strlen ("_currency")] = '\0';
      cell = kladka_type_find_cell (self->info, name);
      if (cell >= 0 && self->info->cells[cell].field->kind == KLADKA_KIND_MONEY)
        return COLUMN_CURRENCY_OF (cell);
    }
  return COLUMN_UNKNOWN;
}

static int
find_column (Headings *self, const char *heading)
{
  int column = find_name (self, heading);

  return column != COLUMN_UNKNOWN ? column : find_label (self, heading);
}

static gboolean
has_column (const Headings *self, int column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, int, i) == column)
      return TRUE;
  return FALSE;
}

static guint
read_headings (Headings *self, const KladkaCsvRow *row)
{
  guint n_known = 0;

  g_array_set_size (self->columns, 0);
  memset (self->n_labels, 0, sizeof self->n_labels);
  for (guint i = 0; i < row->n_fields; i++)
    {
      int column = find_column (self, row->fields[i]);

      n_known += column != COLUMN_UNKNOWN;
      if (column != COLUMN_UNKNOWN && has_column (self, column))
        column = COLUMN_AGAIN;
      g_array_append_val (self->columns, column);
    }
  return n_known;
}

/* Does @word stand in @text with no letter beside it? "plan" does in "my plan.csv" and not in "explanation.csv". */
static gboolean
holds_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if ((at == text || !g_ascii_isalpha (at[-1])) && !g_ascii_isalpha (at[length]))
      return TRUE;
  return FALSE;
}

/* "needs.csv", "my needs 2027.csv", "Needs_PL.csv": the longest name of a type that occurs. */
static KladkaType
guess_type_by_name (const char *name)
{
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;
  KladkaType best = KLADKA_TYPE_NONE;
  gsize longest = 0;

  for (guint type = 1; lower != NULL && type < KLADKA_N_TYPES; type++)
    {
      const char *plural = kladka_type_get (type)->plural;

      if (holds_word (lower, plural) && strlen (plural) > longest)
        {
          best = type;
          longest = strlen (plural);
        }
    }
  return best;
}

static KladkaType
guess_type_by_headings (Headings *self, const KladkaCsvRow *row)
{
  KladkaType best = KLADKA_TYPE_NONE;
  guint most = 1;

  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    {
      guint n;

      choose_type (self, type);
      n = read_headings (self, row);
      if (n > most)
        {
          most = n;
          best = type;
        }
    }
  return best;
}

static void
report_columns (const Headings *self, const KladkaCsvRow *row, GPtrArray *problems)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      int column = g_array_index (self->columns, int, i);
      g_autofree char *shown = NULL;

      if ((column != COLUMN_UNKNOWN && column != COLUMN_AGAIN) || row->fields[i][0] == '\0')
        continue;
      shown = kladka_text_dup_shown (row->fields[i], 60);
      kladka_problems_add (
          problems, KLADKA_SEVERITY_WARNING, self->info->type, NULL, -1, row->line,
          column == COLUMN_UNKNOWN
              ? g_strdup_printf (_ ("The column “%s” is not known and is left out."), shown)
              : g_strdup_printf (_ ("The column “%s” says what an earlier one says, and is left out."), shown));
    }
}

/* Under the fields' own names numbers have a point, whatever the planner's language: into the file form, so that no
 * "1.234" is taken for a thousand. NULL where the text is no such number. */
static char *
dup_plain_number (const KladkaField *field, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);
  const char *currency = parts[0] != NULL ? parts[1] : NULL;
  gint64 number;

  if (strchr (text, '.') == NULL)
    return NULL;
  if (field->kind == KLADKA_KIND_DECIMAL && kladka_decimal_parse_file (text, field->scale, &number))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  if (field->kind == KLADKA_KIND_MONEY && currency != NULL && kladka_currency_is_valid (currency)
      && kladka_decimal_parse_file (parts[0], kladka_currency_get_digits (currency), &number))
    return g_strdup_printf ("%" G_GINT64_FORMAT " %s", number, currency);
  return NULL;
}

static gboolean
has_labels (const Headings *self)
{
  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    if (self->n_labels[lang] > 0)
      return TRUE;
  return FALSE;
}

/* The language that most labels are in. Where semicolons part the cells, a comma parts the decimals. */
static int
guess_lang (const Headings *self)
{
  KladkaLang best = KLADKA_LANG_EN;

  if (!has_labels (self))
    return -1;
  for (guint lang = 1; lang < KLADKA_N_LANGS; lang++)
    if (self->n_labels[lang] > self->n_labels[best])
      best = lang;
  return best == KLADKA_LANG_EN && self->separator == ';' ? KLADKA_LANG_PL : best;
}

/* The amount's text, with the currency from the column beside it. */
static char *
dup_money (const Headings *self, const KladkaCsvRow *row, int cell, const char *amount)
{
  for (guint i = 0; i < row->n_fields && i < self->columns->len; i++)
    if (g_array_index (self->columns, int, i) == COLUMN_CURRENCY_OF (cell) && *amount != '\0')
      return g_strdup_printf ("%s %s", amount, row->fields[i]);
  return g_strdup (amount);
}

static void
read_row (const Headings *self, const KladkaCsvRow *row, KladkaDrafts *drafts)
{
  KladkaDraft *draft = kladka_drafts_add (drafts, self->info->type, NULL, row->line);

  /* What a short row does not reach, it says nothing about. */
  for (guint i = 0; i < self->columns->len && i < row->n_fields; i++)
    {
      int column = g_array_index (self->columns, int, i);
      const char *text = kladka_csv_skip_defusal (row->fields[i]);
      g_autofree char *money = NULL;
      g_autofree char *plain = NULL;

      if (column == COLUMN_ID && *text != '\0')
        {
          g_free (draft->id);
          draft->id = g_strdup (text);
        }
      if (column < 0)
        continue;
      if (self->info->cells[column].field->kind == KLADKA_KIND_MONEY)
        text = money = dup_money (self, row, column, text);
      if (!has_labels (self))
        plain = dup_plain_number (self->info->cells[column].field, text);
      kladka_draft_set (draft, self->info->cells[column].name, plain != NULL ? plain : text, plain != NULL, row->line);
    }
}

static gboolean
has_too_many (const Headings *self, const KladkaCsvRow *row)
{
  for (guint i = self->columns->len; i < row->n_fields; i++)
    if (row->fields[i][0] != '\0')
      return TRUE;
  return FALSE;
}

static void
read_rows (const Headings *self, GPtrArray *rows, guint first, KladkaDrafts *drafts)
{
  for (guint i = first; i < rows->len; i++)
    {
      const KladkaCsvRow *row = rows->pdata[i];

      if (has_too_many (self, row))
        kladka_problems_add (drafts->problems, KLADKA_SEVERITY_ERROR, self->info->type, NULL, -1, row->line,
                             g_strdup (_ ("The row has more cells than there are headings and is left out.")));
      else
        read_row (self, row, drafts);
    }
}

static gboolean
find_type (Headings *self, const KladkaCsvRow *row, const KladkaReadOptions *options, GError **error)
{
  KladkaType type = options->type;

  if (type == KLADKA_TYPE_NONE)
    type = guess_type_by_name (options->name);
  if (type == KLADKA_TYPE_NONE)
    type = guess_type_by_headings (self, row);
  if (type != KLADKA_TYPE_NONE)
    {
      choose_type (self, type);
      if (read_headings (self, row) > 0)
        return TRUE;
    }
  g_set_error (
      error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED,
      _ ("Line %u holds no heading that Kladka knows. The first row must name the fields: id, title, wanted from …"),
      row->line);
  return FALSE;
}

/* What Kladka writes begins with the marking, which is no row of the table. */
static gboolean
is_marking_row (const KladkaCsvRow *row)
{
  return g_str_has_prefix (row->fields[0], "TLP:");
}

/* What was taken for granted, so that a planner sees where it is wrong: "CSV, Needs, UTF-8, “;”". */
static char *
dup_source (const Headings *self, const KladkaReadOptions *options)
{
  const char *type = kladka_words_get_c (options->words, "type", self->info->label_plural);
  const char separator[] = { self->separator, '\0' };

  return g_strdup_printf ("CSV, %s, %s, “%s”", type, self->encoding, self->separator == '\t' ? "TAB" : separator);
}

static KladkaDrafts *
read_table (Headings *headings, GPtrArray *rows, const KladkaReadOptions *options, GError **error)
{
  guint first = rows->len > 0 && is_marking_row (rows->pdata[0]) ? 1 : 0;
  g_autoptr (KladkaDrafts) drafts = NULL;

  if (rows->len <= first)
    {
      g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED, _ ("The table is empty."));
      return NULL;
    }
  if (!find_type (headings, rows->pdata[first], options, error))
    return NULL;
  drafts = kladka_drafts_new (NULL);
  drafts->partial = TRUE;
  drafts->lang = guess_lang (headings);
  drafts->source = dup_source (headings, options);
  report_columns (headings, rows->pdata[first], drafts->problems);
  read_rows (headings, rows, first + 1, drafts);
  return g_steal_pointer (&drafts);
}

KladkaDrafts *
kladka_csv_read (GBytes *bytes, const KladkaReadOptions *options, GCancellable *cancellable, GError **error)
{
  const char *encoding = NULL;
  g_autofree char *text = kladka_csv_decode (bytes, options->encoding, &encoding, error);
  char separator = ',';
  g_autoptr (GPtrArray) rows = text != NULL ? kladka_csv_parse (text, &separator, error) : NULL;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify)kladka_words_unref);
  Headings headings = { .columns = columns, .labels = labels, .separator = separator, .encoding = encoding };

  if (rows == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    {
      headings.words[lang] = kladka_words_new_like (options->words, lang);
      g_ptr_array_add (words, (gpointer)headings.words[lang]);
    }
  return read_table (&headings, rows, options, error);
}
