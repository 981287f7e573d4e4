/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What people type or a sheet holds, into values. */

#include <string.h>

#include "kladka-edit-private.h"
#include "kladka-error.h"
#include "kladka-format.h"
#include "kladka-i18n.h"

#define SHOWN_MAX 60
#define LISTED_MAX 5
#define PIECES_MAX 4000

typedef struct {
  const KladkaCell *cell;
  KladkaFinder *finder;
  const char *fallback_currency;
  const KladkaWords *words;
} Parsing;

/* Finds what one item of a list means: 0 = nothing. @ret_id: the id, for references. */
typedef guint (*MatchFunc) (const Parsing *self, const char *item, const char **ret_id);

static gboolean
refuse (const char *format_of_text, const char *text, GError **error)
{
  g_autofree char *shown = kladka_text_dup_shown (text, SHOWN_MAX);
  g_auto (GStrv) halves = g_strsplit (format_of_text, "%s", 2);
  g_autofree char *sentence = g_strjoinv (shown, halves);
  g_set_error_literal (error, KLADKA_ERROR, KLADKA_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
folds_to (const char *label, const char *folded)
{
  g_autofree char *other = kladka_text_fold (label);
  return g_str_equal (other, folded);
}

static guint
match_choice (const Parsing *self, const char *item, const char **ret_id)
{
  const KladkaChoices *choices = self->cell->field->choices;
  guint choice = kladka_choices_find (choices, item, FALSE);
  g_autofree char *folded = kladka_text_fold (item);
  for (guint i = 1; choice == 0 && i <= choices->n_choices; i++)
    if (folds_to (kladka_choices_get_label (choices, i, self->words), folded))
      choice = i;
  for (guint i = 1; choice == 0 && i <= choices->n_choices; i++)
    if (folds_to (choices->choices[i - 1].label, folded) || folds_to (choices->choices[i - 1].code, folded))
      choice = i;
  KladkaMarking marking;
  if (choice == 0 && choices == &kladka_choices_marking && kladka_marking_parse (item, &marking))
    choice = marking;
  return choice != 0 ? choice : kladka_choices_find (choices, item, TRUE);
}

static guint
match_ref (const Parsing *self, const char *item, const char **ret_id)
{
  guint n;
  const KladkaRecord *record = kladka_finder_find (self->finder, self->cell->field->ref_type, item, &n);
  if (n != 1)
    return 0;
  *ret_id = kladka_plan_get_id (kladka_finder_get_plan (self->finder), record);
  return 1;
}

static gboolean
refuse_choice (const Parsing *self, const char *text, GError **error)
{
  const KladkaChoices *choices = self->cell->field->choices;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  for (guint i = 1; i <= MIN (choices->n_choices, 8); i++)
    g_ptr_array_add (labels, (gpointer)kladka_choices_get_label (choices, i, self->words));
  if (choices->n_choices > 8)
    g_ptr_array_add (labels, (gpointer) "…");
  g_ptr_array_add (labels, NULL);
  g_autofree char *list = g_strjoinv (", ", (char **)labels->pdata);
  g_autofree char *shown = kladka_text_dup_shown (text, SHOWN_MAX);
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID, _ ("“%s” is not one of the choices: %s."), shown, list);
  return FALSE;
}

/* "N-012 Title": enough to tell those apart that share the one or the other. */
static char *
dup_telling (const Parsing *self, const KladkaRecord *record)
{
  const KladkaPlan *plan = kladka_finder_get_plan (self->finder);
  const char *label = kladka_plan_get_label (plan, record, kladka_words_get_lang (self->words));
  const char *name = kladka_record_get_name (record, kladka_words_get_lang (self->words));
  if (name == NULL || g_str_equal (name, label))
    return g_strdup_printf ("%s (%s)", label, kladka_plan_get_id (plan, record));
  return g_strdup_printf ("%s %s", label, name);
}

static gboolean
refuse_ref (const Parsing *self, const char *text, GError **error)
{
  g_autoptr (GPtrArray) found = kladka_finder_find_all (self->finder, self->cell->field->ref_type, text);
  if (found->len == 0)
    return refuse (_ ("No record is called “%s”. Give its reference, short name or full name."), text, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = found->len; i-- > 0 && names->len < LISTED_MAX;)
    g_ptr_array_add (names, dup_telling (self, g_ptr_array_index (found, i)));
  if (found->len > LISTED_MAX)
    g_ptr_array_add (names, g_strdup ("…"));
  g_ptr_array_add (names, NULL);
  g_autofree char *list = g_strjoinv ("; ", (char **)names->pdata);
  g_autofree char *shown = kladka_text_dup_shown (text, SHOWN_MAX);
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID, _ ("“%s” fits several records: %s. Give the one meant."),
               shown, list);
  return FALSE;
}

/* Ends trimmed, line ends as ours; what has no lines gets blanks instead. */
static char *
dup_tidy (const char *text, gboolean lines)
{
  g_auto (GStrv) parts = g_strsplit (text, "\r\n", -1);
  char *tidy = g_strjoinv ("\n", parts);
  g_strdelimit (tidy, "\r", '\n');
  if (!lines)
    g_strdelimit (tidy, "\n\t", ' ');
  return g_strstrip (tidy);
}

static char *
dup_joined (char **pieces, guint from, guint to)
{
  g_autoptr (GString) joined = g_string_new (pieces[from]);
  for (guint i = from + 1; i < to; i++)
    g_string_append_printf (joined, ",%s", pieces[i]);
  return g_strstrip (g_strdup (joined->str));
}

/* Labels hold commas themselves ("Academic, training and research"): of what begins here, the longest that means
 * something counts. */
static guint
match_longest (const Parsing *self,
               char **pieces,
               guint from,
               guint n,
               MatchFunc match,
               guint *ret_to,
               const char **ret_id)
{
  for (guint to = MIN (n, from + 6); to > from; to--)
    {
      g_autofree char *item = dup_joined (pieces, from, to);
      guint found = match (self, item, ret_id);
      if (found != 0)
        {
          *ret_to = to;
          return found;
        }
    }
  return 0;
}

static gboolean
parse_set (const Parsing *self, const char *text, KladkaValue *ret_value, GError **error)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), ";\n", ',');
  g_auto (GStrv) pieces = g_strsplit (plain, ",", PIECES_MAX);
  guint n = g_strv_length (pieces);
  guint64 set = 0;
  for (guint i = 0, to = 0; i < n; i = to)
    {
      const char *id;
      to = i + 1;
      guint choice = match_longest (self, pieces, i, n, match_choice, &to, &id);
      if (choice == 0 && *g_strstrip (pieces[i]) != '\0')
        return refuse_choice (self, pieces[i], error);
      set |= choice != 0 ? G_GUINT64_CONSTANT (1) << (choice - 1) : 0;
    }
  *ret_value = set != 0 ? kladka_value_integer (set) : KLADKA_VALUE_INIT;
  return TRUE;
}

static gboolean
parse_refs (const Parsing *self, const char *text, KladkaValue *ret_value, GError **error)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), ";\n", ',');
  g_auto (GStrv) pieces = g_strsplit (plain, ",", PIECES_MAX);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  guint n = g_strv_length (pieces);
  for (guint i = 0, to = 0; i < n; i = to)
    {
      const char *id = NULL;
      to = i + 1;
      if (match_longest (self, pieces, i, n, match_ref, &to, &id) == 0 && *g_strstrip (pieces[i]) != '\0')
        return refuse_ref (self, pieces[i], error);
      if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_ptr_array_add (ids, (gpointer)id);
    }
  g_ptr_array_add (ids, NULL);
  *ret_value = kladka_value_list ((const char *const *)ids->pdata);
  return TRUE;
}

static gboolean
parse_tags (const char *text, KladkaValue *ret_value)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), ";\n", ',');
  g_auto (GStrv) pieces = g_strsplit (plain, ",", PIECES_MAX);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  for (guint i = 0; pieces[i] != NULL; i++)
    if (*g_strstrip (pieces[i]) != '\0')
      g_ptr_array_add (tags, pieces[i]);
  g_ptr_array_add (tags, NULL);
  *ret_value = kladka_value_list ((const char *const *)tags->pdata);
  return TRUE;
}

static gboolean
parse_ref (const Parsing *self, const char *text, KladkaValue *ret_value, GError **error)
{
  const char *id = NULL;
  if (match_ref (self, text, &id) == 0)
    return refuse_ref (self, text, error);
  *ret_value = kladka_value_text (id);
  return TRUE;
}

static gboolean
parse_choice (const Parsing *self, const char *text, KladkaValue *ret_value, GError **error)
{
  guint choice = match_choice (self, text, NULL);
  *ret_value = choice != 0 ? kladka_value_integer (choice) : KLADKA_VALUE_INIT;
  return choice != 0 || refuse_choice (self, text, error);
}

static gboolean
parse_bool (const Parsing *self, const char *text, KladkaValue *ret_value, GError **error)
{
  const char *yes[] = { "1", "true", "yes", kladka_words_get_c (self->words, "yes or no", "Yes"), NULL };
  const char *no[] = { "0", "false", "no", kladka_words_get_c (self->words, "yes or no", "No"), NULL };
  g_autofree char *folded = kladka_text_fold (text);
  for (guint i = 0; yes[i] != NULL; i++)
    if (folds_to (yes[i], folded) || folds_to (no[i], folded))
      {
        *ret_value = kladka_value_integer (folds_to (yes[i], folded) ? 2 : 1);
        return TRUE;
      }
  return refuse (_ ("“%s” is neither yes nor no."), text, error);
}

static gboolean
parse_number (const Parsing *self, const char *text, KladkaValue *ret_value, GError **error)
{
  gint64 number;
  if (!kladka_words_parse_decimal (self->words, text, self->cell->field->scale, &number, error))
    return FALSE;
  *ret_value = kladka_value_integer (number);
  return TRUE;
}

static gboolean
parse_date (const Parsing *self, const char *text, KladkaValue *ret_value, GError **error)
{
  KladkaDate date;
  if (!kladka_words_parse_date (self->words, text, &date, error))
    return FALSE;
  *ret_value = kladka_value_date (date);
  return TRUE;
}

static gboolean
parse_money (const Parsing *self, const char *text, KladkaValue *ret_value, GError **error)
{
  KladkaMoney money;
  if (!kladka_words_parse_money (self->words, text, self->fallback_currency, &money, error))
    return FALSE;
  *ret_value = kladka_value_money (money);
  return TRUE;
}

/* "Priority 5: 16" or "5=16". */
static gboolean
parse_pair (const Parsing *self, char *pair, gint32 *numbers, GError **error)
{
  char *sign = strrchr (pair, ':');
  gint64 number;
  if (sign == NULL)
    sign = strrchr (pair, '=');
  if (sign == NULL)
    return refuse (_ ("“%s” should be a name and a number with a colon between them."), pair, error);
  *sign = '\0';
  guint choice = match_choice (self, g_strstrip (pair), NULL);
  if (choice == 0)
    return refuse_choice (self, pair, error);
  if (!kladka_words_parse_decimal (self->words, g_strstrip (sign + 1), 0, &number, error))
    return FALSE;
  if (number <= G_MININT32 || number > G_MAXINT32)
    return refuse (_ ("The number %s is too large."), sign + 1, error);
  numbers[choice - 1] = number;
  return TRUE;
}

static gboolean
parse_numbers (const Parsing *self, const char *text, KladkaValue *ret_value, GError **error)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), "\n", ';');
  g_auto (GStrv) pairs = g_strsplit (plain, ";", PIECES_MAX);
  gint32 numbers[KLADKA_NUMBERS_MAX];
  for (guint i = 0; i < KLADKA_NUMBERS_MAX; i++)
    numbers[i] = KLADKA_NUMBER_NONE;
  for (guint i = 0; pairs[i] != NULL; i++)
    if (*g_strstrip (pairs[i]) != '\0' && !parse_pair (self, pairs[i], numbers, error))
      return FALSE;
  *ret_value = kladka_value_numbers (numbers);
  return TRUE;
}

static gboolean
parse (const Parsing *self, const char *text, KladkaValue *ret_value, GError **error)
{
  switch ((KladkaKind)self->cell->field->kind)
    {
    case KLADKA_KIND_DATE:
      return parse_date (self, text, ret_value, error);
    case KLADKA_KIND_INTEGER:
    case KLADKA_KIND_DECIMAL:
      return parse_number (self, text, ret_value, error);
    case KLADKA_KIND_MONEY:
      return parse_money (self, text, ret_value, error);
    case KLADKA_KIND_BOOL:
      return parse_bool (self, text, ret_value, error);
    case KLADKA_KIND_CHOICE:
      return parse_choice (self, text, ret_value, error);
    case KLADKA_KIND_SET:
      return parse_set (self, text, ret_value, error);
    case KLADKA_KIND_TAGS:
      return parse_tags (text, ret_value);
    case KLADKA_KIND_REF:
      return self->finder != NULL ? parse_ref (self, text, ret_value, error)
                                  : (*ret_value = kladka_value_text (text), TRUE);
    case KLADKA_KIND_REFS:
      return self->finder != NULL ? parse_refs (self, text, ret_value, error) : parse_tags (text, ret_value);
    case KLADKA_KIND_NUMBERS:
      return parse_numbers (self, text, ret_value, error);
    case KLADKA_KIND_TEXT:
    case KLADKA_KIND_TEXT3:
    default:
      *ret_value = kladka_value_text (text);
      return TRUE;
    }
}

/* Sets and numbers have file forms of their own (with blanks between); the other kinds read theirs anyway. */
static gboolean
parse_file_form (const KladkaCell *cell, const char *text, KladkaValue *ret_value)
{
  const char *parts[2] = { text, NULL };
  if (cell->field->kind != KLADKA_KIND_SET && cell->field->kind != KLADKA_KIND_NUMBERS)
    return FALSE;
  return kladka_value_parse_file (cell, parts, ret_value, NULL);
}

gboolean
kladka_cell_parse_found (const KladkaCell *cell,
                         const char *text,
                         KladkaFinder *finder,
                         const char *fallback_currency,
                         const KladkaWords *words,
                         KladkaValue *ret_value,
                         GError **error)
{
  Parsing parsing = { cell, finder, fallback_currency, words };
  g_autofree char *tidy = dup_tidy (text != NULL ? text : "",
                                    cell->field->kind > KLADKA_KIND_TEXT3 || (cell->field->flags & KLADKA_FIELD_LINES));
  g_auto (KladkaValue) value = KLADKA_VALUE_INIT;
  if (*tidy != '\0' && !parse_file_form (cell, tidy, &value) && !parse (&parsing, tidy, &value, error))
    return FALSE;
  kladka_value_normalise (&value, cell);
  if (!kladka_value_check (&value, cell, error))
    return FALSE;
  *ret_value = value;
  value = KLADKA_VALUE_INIT;
  return TRUE;
}

gboolean
kladka_cell_parse_shown (const KladkaCell *cell,
                         const char *text,
                         const KladkaPlan *plan,
                         const char *fallback_currency,
                         const KladkaWords *words,
                         KladkaValue *ret_value,
                         GError **error)
{
  gboolean refers = cell->field->kind == KLADKA_KIND_REF || cell->field->kind == KLADKA_KIND_REFS;
  g_autoptr (KladkaFinder) finder = refers && plan != NULL ? kladka_finder_new (plan) : NULL;
  return kladka_cell_parse_found (cell, text, finder, fallback_currency, words, ret_value, error);
}
