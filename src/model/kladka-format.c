/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-edit-private.h"
#include "kladka-format.h"

static const char *
get_bool_label (gboolean yes, const KladkaWords *words)
{
  return yes ? kladka_words_get_c (words, "yes or no", "Yes") : kladka_words_get_c (words, "yes or no", "No");
}

/* What a reference says where the plan is at hand: the label, also of a deleted record; else the id. */
static const char *
get_ref_label (const char *id, const KladkaPlan *plan, const KladkaWords *words)
{
  KladkaRef ref = plan != NULL ? kladka_ids_find (kladka_plan_get_ids (plan), id) : 0;
  const KladkaRecord *record = ref != 0 ? kladka_plan_peek (plan, ref) : NULL;
  return record != NULL ? kladka_plan_get_label (plan, record, kladka_words_get_lang (words)) : id;
}

static char *
dup_set (guint64 set, const KladkaChoices *choices, const KladkaWords *words)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  for (guint i = 0; i < choices->n_choices; i++)
    if (set & (G_GUINT64_CONSTANT (1) << i))
      g_ptr_array_add (labels, (gpointer)kladka_choices_get_label (choices, i + 1, words));
  g_ptr_array_add (labels, NULL);
  return g_strjoinv (", ", (char **)labels->pdata);
}

static char *
dup_refs (char **ids, const KladkaPlan *plan, const KladkaWords *words)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (labels, (gpointer)get_ref_label (ids[i], plan, words));
  g_ptr_array_add (labels, NULL);
  return g_strjoinv (", ", (char **)labels->pdata);
}

static char *
dup_numbers (const gint32 *numbers, const KladkaChoices *choices, const KladkaWords *words)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < choices->n_choices; i++)
    if (numbers[i] != KLADKA_NUMBER_NONE)
      {
        g_autofree char *number = kladka_words_dup_integer (words, numbers[i]);
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "",
                                kladka_choices_get_label (choices, i + 1, words), number);
      }
  return g_strdup (text->str);
}

static char *
dup_integer (gint64 integer, const KladkaField *field, const KladkaWords *words)
{
  switch (field->kind)
    {
    case KLADKA_KIND_BOOL:
      return g_strdup (get_bool_label (integer == 2, words));
    case KLADKA_KIND_CHOICE:
      return g_strdup (kladka_choices_get_label (field->choices, integer, words));
    case KLADKA_KIND_SET:
      return dup_set (integer, field->choices, words);
    case KLADKA_KIND_DECIMAL:
      return kladka_words_dup_decimal (words, integer, field->scale, 0);
    default:
      return kladka_words_dup_integer (words, integer);
    }
}

char *
kladka_cell_dup_shown (const KladkaCell *cell,
                       const KladkaValue *value,
                       const KladkaPlan *plan,
                       const KladkaWords *words)
{
  const KladkaField *field = cell->field;
  switch (value->tag)
    {
    case KLADKA_VALUE_TEXT:
      return g_strdup (field->kind == KLADKA_KIND_REF ? get_ref_label (value->text, plan, words) : value->text);
    case KLADKA_VALUE_INTEGER:
      return dup_integer (value->integer, field, words);
    case KLADKA_VALUE_DATE:
      return kladka_words_dup_date (words, value->date);
    case KLADKA_VALUE_MONEY:
      return kladka_words_dup_money (words, &value->money);
    case KLADKA_VALUE_LIST:
      return field->kind == KLADKA_KIND_REFS ? dup_refs (value->list, plan, words) : g_strjoinv (", ", value->list);
    case KLADKA_VALUE_NUMBERS:
      return dup_numbers (value->numbers, field->choices, words);
    case KLADKA_VALUE_NONE:
    default:
      return g_strdup ("");
    }
}

char *
kladka_record_dup_shown (const KladkaRecord *self, guint cell, const KladkaPlan *plan, const KladkaWords *words)
{
  g_auto (KladkaValue) value = kladka_record_dup_value (self, cell, kladka_plan_get_ids (plan));
  return kladka_cell_dup_shown (&kladka_type_get (self->type)->cells[cell], &value, plan, words);
}
