/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

static const KladkaDate dates[] = {
  { 2027, 1, 1, KLADKA_PRECISION_YEAR },
  { 2027, 4, 1, KLADKA_PRECISION_QUARTER },
  { 2028, 2, 1, KLADKA_PRECISION_MONTH },
  { 2026, 8, 31, KLADKA_PRECISION_DAY },
};

static const char *const texts[] = { "Łódź", "КИЇВ і область", "Plain words", "\"Quoted\" \\ text" };

static gint64
number_for (const KladkaField *field, guint seed)
{
  if (field->min == 0 && field->max == 0)
    return (gint64)seed * 31 - 40;
  return field->min + (gint64)((seed * G_GUINT64_CONSTANT (7919)) % ((guint64)field->max - field->min + 1));
}

static KladkaValue
integer_for (const KladkaField *field, guint seed)
{
  switch (field->kind)
    {
    case KLADKA_KIND_BOOL:
      return kladka_value_integer (1 + seed % 2);
    case KLADKA_KIND_CHOICE:
      return kladka_value_integer (1 + seed % field->choices->n_choices);
    case KLADKA_KIND_SET:
      return kladka_value_integer (1 + seed % ((1 << MIN (field->choices->n_choices, 20)) - 1));
    default:
      return kladka_value_integer (number_for (field, seed));
    }
}

static KladkaValue
list_for (const KladkaField *field, guint seed)
{
  g_autofree char *other = g_strdup_printf ("tag-%u", seed);
  const char *tags[] = { "mobile", other, NULL };
  const char *ids[] = { "organisation-2", "organisation-1", NULL };
  return kladka_value_list (field->kind == KLADKA_KIND_TAGS ? tags : ids + seed % 2);
}

static KladkaValue
ref_for (const KladkaField *field, guint seed)
{
  const char *name = field->ref_type == KLADKA_TYPE_ANY ? "need" : kladka_type_get (field->ref_type)->name;
  return kladka_value_take_text (g_strdup_printf ("%s-%u", name, 1 + seed % 3));
}

static KladkaValue
numbers_for (const KladkaField *field, guint seed)
{
  gint32 numbers[KLADKA_NUMBERS_MAX];
  for (guint i = 0; i < KLADKA_NUMBERS_MAX; i++)
    numbers[i] =
        i < field->choices->n_choices && (i == 0 || (seed >> i) % 2) ? (gint32)(seed % 97 + i) : KLADKA_NUMBER_NONE;
  return kladka_value_numbers (numbers);
}

static KladkaValue
money_for (guint seed)
{
  static const char currencies[][4] = { "EUR", "UAH", "JPY" };
  KladkaMoney money = { .minor = 100 * (gint64)seed + 7 };
  g_strlcpy (money.currency, currencies[seed % 3], sizeof money.currency);
  return kladka_value_money (money);
}

KladkaValue
fixture_value (const KladkaCell *cell, guint seed)
{
  switch ((KladkaKind)cell->field->kind)
    {
    case KLADKA_KIND_TEXT:
    case KLADKA_KIND_TEXT3:
      return kladka_value_take_text (g_strdup_printf ("%s %u", texts[seed % G_N_ELEMENTS (texts)], seed));
    case KLADKA_KIND_DATE:
      return kladka_value_date (dates[seed % G_N_ELEMENTS (dates)]);
    case KLADKA_KIND_MONEY:
      return money_for (seed);
    case KLADKA_KIND_TAGS:
    case KLADKA_KIND_REFS:
      return list_for (cell->field, seed);
    case KLADKA_KIND_REF:
      return ref_for (cell->field, seed);
    case KLADKA_KIND_NUMBERS:
      return numbers_for (cell->field, seed);
    case KLADKA_KIND_INTEGER:
    case KLADKA_KIND_DECIMAL:
    case KLADKA_KIND_BOOL:
    case KLADKA_KIND_CHOICE:
    case KLADKA_KIND_SET:
    default:
      return integer_for (cell->field, seed);
    }
}

KladkaPlan *
fixture_apply (const KladkaPlan *plan, const KladkaEdits *edits, KladkaStep **ret_step)
{
  g_autoptr (GError) error = NULL;
  KladkaStepInfo info = { .verb = KLADKA_VERB_EDIT, .author = "Test" };
  g_autoptr (KladkaStep) step = kladka_step_new (plan, edits, &info, &error);
  g_assert_no_error (error);
  g_assert_nonnull (step);
  KladkaPlan *next = kladka_plan_new_with_step (plan, step, &error);
  g_assert_no_error (error);
  if (ret_step != NULL)
    *ret_step = g_steal_pointer (&step);
  return next;
}

KladkaPlan *
fixture_plan_full (void)
{
  g_autoptr (KladkaPlan) empty = kladka_plan_new_empty ();
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      const KladkaTypeInfo *info = kladka_type_get (type);
      g_autofree char *id = g_strdup_printf ("%s-1", info->name);
      kladka_edits_create (edits, type, id);
      for (guint cell = 0; cell < info->n_cells; cell++)
        if (!g_str_equal (info->cells[cell].name, "deleted"))
          kladka_edits_set (edits, type, id, cell, fixture_value (&info->cells[cell], 6 * cell));
    }
  return fixture_apply (empty, edits, NULL);
}

gboolean
fixture_plans_equal (const KladkaPlan *a, const KladkaPlan *b)
{
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      guint n_a = kladka_plan_get_n_slots (a, type), n_b = kladka_plan_get_n_slots (b, type);
      for (guint slot = 0; slot < MAX (n_a, n_b); slot++)
        {
          const KladkaRecord *x = slot < n_a ? kladka_plan_get_at (a, type, slot) : NULL;
          const KladkaRecord *y = slot < n_b ? kladka_plan_get_at (b, type, slot) : NULL;
          if ((x == NULL) != (y == NULL) || (x != NULL && !kladka_record_equal (x, y)))
            return FALSE;
        }
    }
  return TRUE;
}
