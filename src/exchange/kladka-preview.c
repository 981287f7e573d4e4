/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-preview-private.h"

#include "kladka-beginnings.h"
#include "kladka-i18n.h"

static void
clear_item_cb (gpointer data)
{
  KladkaPreviewItem *item = data;

  g_free (item->id);
  g_free (item->label);
  g_free (item->text);
}

static void
add_problem (KladkaPreview *self, const KladkaMatch *match, char *take_text)
{
  kladka_problems_add (self->problems, KLADKA_SEVERITY_ERROR, match->draft->type, match->id, -1, match->draft->line,
                       take_text);
}

static void
add_note (KladkaPreview *self, const KladkaMatch *match, char *take_text)
{
  kladka_problems_add (self->problems, KLADKA_SEVERITY_NOTE, match->draft->type, match->id, -1, match->draft->line,
                       take_text);
}

int
kladka_preview_find_place (const KladkaPreview *self, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->match_of, id)) - 1;
}

static void
add_match (KladkaPreview *self, const KladkaDraft *draft, KladkaResolver *resolver)
{
  KladkaMatch *match = kladka_match_new (draft, resolver);
  int twin = kladka_preview_find_place (self, match->id);

  g_ptr_array_add (self->matches, match);
  if (twin >= 0)
    {
      const KladkaMatch *first = self->matches->pdata[twin];

      kladka_match_refuse (match,
                           g_strdup_printf (_ ("The same record already stands in line %u."), first->draft->line));
    }
  else
    {
      g_hash_table_insert (self->match_of, g_strdup (match->id), GUINT_TO_POINTER (self->matches->len));
      kladka_match_announce (match, resolver);
    }
  if (match->refusal != NULL)
    add_problem (self, match, g_strdup (match->refusal));
}

static gboolean
has_field (const KladkaMatch *match, const KladkaField *field)
{
  for (guint cell = 0; cell < match->info->n_cells; cell++)
    if (match->info->cells[cell].field == field && kladka_value_is_set (&match->values[cell]))
      return TRUE;
  return FALSE;
}

/* A table of needs seldom has a column for the stage: they begin as what people begin here does. */
static gboolean
begin_field (KladkaMatch *match, const KladkaField *field)
{
  int cell = kladka_type_find_cell (match->info, field->name);
  guint choice = match->record == NULL && cell >= 0 ? kladka_type_get_beginning (match->draft->type, field->name) : 0;

  if (choice > 0)
    match->values[cell] = kladka_value_integer (choice);
  return choice > 0;
}

/* What is missing keeps a row of a table out. In a whole plan of ours it was missing before (a draft may be saved as it
 * is), and so it is where the plan lacks it as well: that is only told. */
static gboolean
may_lack (const KladkaMatch *match, const KladkaField *field, gboolean partial)
{
  return !partial || (match->record != NULL && !kladka_match_is_field_set (match, field));
}

static void
check_required (KladkaPreview *self, KladkaMatch *match, gboolean partial)
{
  for (guint i = 0; i < match->info->n_fields; i++)
    {
      const KladkaField *field = match->info->fields[i];
      const char *label;

      /* What left through the gate may have lost its title: it stays a record. */
      if (!(field->flags & KLADKA_FIELD_REQUIRED) || match->draft->type == KLADKA_TYPE_PLAN || has_field (match, field)
          || (partial && begin_field (match, field)))
        continue;
      label = kladka_words_get_c (self->words[0], "field", field->label);
      if (may_lack (match, field, partial))
        {
          add_note (self, match, g_strdup_printf (_ ("%s is missing."), label));
          continue;
        }
      kladka_match_refuse (match, g_strdup_printf (_ ("%s is missing."), label));
      add_problem (self, match, g_strdup_printf (_ ("%s is missing."), label));
    }
}

/* The file's own language first, then the planner's, then the others. */
static void
order_words (const KladkaPreview *self, int lang, KladkaWords **ret_words)
{
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < KLADKA_N_LANGS; i++)
      if (((int)kladka_words_get_lang (self->words[i]) == lang) == (pass == 0))
        ret_words[n++] = self->words[i];
}

static void
parse_matches (KladkaPreview *self, const KladkaDrafts *drafts, KladkaResolver *resolver)
{
  const KladkaPlanInfo *info = kladka_plan_get_info (self->plan);
  KladkaWords *words[KLADKA_N_LANGS];
  KladkaMatchContext context = { resolver, words, self->words[0], NULL, self->problems };

  order_words (self, drafts->lang, words);
  context.currency = info != NULL ? info->base_currency : NULL;
  for (guint i = 0; i < self->matches->len; i++)
    {
      KladkaMatch *match = self->matches->pdata[i];

      kladka_match_parse (match, &context);
      kladka_match_complete (match, self->plan, drafts->partial);
      if (match->refusal == NULL)
        check_required (self, match, drafts->partial);
    }
}

static void
free_places_cb (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

/* Who refers to each of the file's records. (element-type GArray of places, NULL for none) */
static GPtrArray *
list_dependents (const KladkaPreview *self)
{
  GPtrArray *dependents = g_ptr_array_new_with_free_func (free_places_cb);

  g_ptr_array_set_size (dependents, self->matches->len);
  for (guint i = 0; i < self->matches->len; i++)
    {
      const KladkaMatch *match = self->matches->pdata[i];

      for (guint need = 0; need < match->needs->len; need++)
        {
          int place = kladka_preview_find_place (self, match->needs->pdata[need]);

          if (place < 0)
            continue;
          if (dependents->pdata[place] == NULL)
            dependents->pdata[place] = g_array_new (FALSE, FALSE, sizeof (guint));
          g_array_append_val ((GArray *)dependents->pdata[place], i);
        }
    }
  return dependents;
}

static void
refuse_dependents (KladkaPreview *self, const KladkaMatch *refused, const GArray *places, GArray *open)
{
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      KladkaMatch *match = self->matches->pdata[place];

      if (match->refusal != NULL)
        continue;
      kladka_match_refuse (
          match, g_strdup_printf (_ ("It refers to the record in line %u, which is left out."), refused->draft->line));
      add_problem (self, match, g_strdup (match->refusal));
      g_array_append_val (open, place);
    }
}

/* What refers to a new record that is left out cannot go in either; that may reach further. */
static void
spread_refusals (KladkaPreview *self)
{
  g_autoptr (GPtrArray) dependents = list_dependents (self);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->matches->len; i++)
    if (((const KladkaMatch *)self->matches->pdata[i])->refusal != NULL)
      g_array_append_val (open, i);
  for (guint i = 0; i < open->len; i++)
    {
      guint place = g_array_index (open, guint, i);
      const KladkaMatch *match = self->matches->pdata[place];

      /* One that is named twice is refused the second time only. */
      if (match->record == NULL && kladka_preview_find_place (self, match->id) == (int)place)
        refuse_dependents (self, match, dependents->pdata[place], open);
    }
}

static void
copy_problems (KladkaPreview *self, const KladkaDrafts *drafts)
{
  for (guint i = 0; i < drafts->problems->len; i++)
    {
      const KladkaProblem *problem = drafts->problems->pdata[i];

      kladka_problems_add (self->problems, problem->severity, problem->type, problem->id, problem->cell, problem->line,
                           g_strdup (problem->text));
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const KladkaProblem *left = *(const KladkaProblem *const *)a;
  const KladkaProblem *right = *(const KladkaProblem *const *)b;

  return (left->line > right->line) - (left->line < right->line);
}

static KladkaPreview *
new_empty (const KladkaPlan *plan, const KladkaWords *words)
{
  KladkaPreview *self = g_new0 (KladkaPreview, 1);
  KladkaLang own = kladka_words_get_lang (words);

  self->plan = kladka_plan_ref (plan);
  for (guint i = 0; i < KLADKA_N_LANGS; i++)
    self->words[i] = kladka_words_new_like (words, (own + i) % KLADKA_N_LANGS);
  self->matches = g_ptr_array_new_with_free_func ((GDestroyNotify)kladka_match_free);
  self->items = g_array_new (FALSE, FALSE, sizeof (KladkaPreviewItem));
  g_array_set_clear_func (self->items, clear_item_cb);
  self->match_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->problems = kladka_problems_new ();
  return self;
}

KladkaPreview *
kladka_preview_new (const KladkaDrafts *drafts, const KladkaPlan *plan, const KladkaWords *words)
{
  KladkaPreview *self = new_empty (plan, words);
  g_autoptr (KladkaResolver) resolver = kladka_resolver_new (plan);

  copy_problems (self, drafts);
  for (guint i = 0; i < drafts->drafts->len; i++)
    add_match (self, drafts->drafts->pdata[i], resolver);
  parse_matches (self, drafts, resolver);
  spread_refusals (self);
  for (guint i = 0; i < self->matches->len; i++)
    kladka_preview_add_item (self, self->matches->pdata[i]);
  g_ptr_array_sort (self->problems, compare_lines);
  return self;
}

void
kladka_preview_free (KladkaPreview *self)
{
  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    kladka_words_unref (self->words[lang]);
  g_ptr_array_unref (self->matches);
  g_array_unref (self->items);
  g_hash_table_unref (self->match_of);
  g_ptr_array_unref (self->problems);
  kladka_plan_unref (self->plan);
  g_free (self);
}

guint
kladka_preview_get_n_items (const KladkaPreview *self)
{
  return self->items->len;
}

const KladkaPreviewItem *
kladka_preview_get_item (const KladkaPreview *self, guint item)
{
  return &g_array_index (self->items, KladkaPreviewItem, item);
}

guint
kladka_preview_count (const KladkaPreview *self, KladkaPreviewState state)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += g_array_index (self->items, KladkaPreviewItem, i).state == state;
  return n;
}

GPtrArray *
kladka_preview_get_problems (const KladkaPreview *self)
{
  return self->problems;
}
