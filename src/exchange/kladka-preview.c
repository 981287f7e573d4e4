/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-preview.h"

#include "kladka-beginnings.h"
#include "kladka-i18n.h"
#include "kladka-match.h"

struct _KladkaPreview {
  KladkaPlan *plan;
  KladkaWords *words[KLADKA_N_LANGS]; /* the planner's first */
  GPtrArray *matches;
  GArray *items;        /* KladkaPreviewItem, beside matches */
  GHashTable *match_of; /* id → place + 1 in matches */
  GPtrArray *problems;
};

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

/* The place of the file's record @id; -1 if it has none. */
static int
find_place (const KladkaPreview *self, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->match_of, id)) - 1;
}

static void
add_match (KladkaPreview *self, const KladkaDraft *draft, KladkaResolver *resolver)
{
  KladkaMatch *match = kladka_match_new (draft, resolver);
  int twin = find_place (self, match->id);

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
          int place = find_place (self, match->needs->pdata[need]);

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
      if (match->record == NULL && find_place (self, match->id) == (int)place)
        refuse_dependents (self, match, dependents->pdata[place], open);
    }
}

static gboolean
is_cell_changed (const KladkaPreview *self, const KladkaMatch *match, guint cell, KladkaValue *ret_before)
{
  *ret_before = match->record != NULL ? kladka_record_dup_value (match->record, cell, kladka_plan_get_ids (self->plan))
                                      : KLADKA_VALUE_INIT;
  return !kladka_value_equal (ret_before, &match->values[cell]);
}

/* "Planned end: 2026 → 2027; Status: …", or NULL where nothing changes. */
static char *
dup_changes (const KladkaPreview *self, const KladkaMatch *match)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint cell = 0; cell < match->info->n_cells; cell++)
    {
      g_auto (KladkaValue) before = KLADKA_VALUE_INIT;
      KladkaCellChange change;
      g_autofree char *words = NULL;

      if (!is_cell_changed (self, match, cell, &before))
        continue;
      change = (KladkaCellChange){ cell, before, match->values[cell] };
      words = kladka_cell_change_dup_words (&change, match->draft->type, self->plan, self->words[0]);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* A record of the plan as the plan calls it; otherwise as another draft of the file does. NULL for neither. */
static char *
dup_label_of (const KladkaPreview *self, const char *id)
{
  const KladkaRecord *record = kladka_plan_find (self->plan, id);
  int place = find_place (self, id);
  g_autoptr (GPtrArray) names = NULL;

  if (record != NULL)
    return g_strdup (kladka_plan_get_label (self->plan, record, kladka_words_get_lang (self->words[0])));
  if (place < 0)
    return NULL;
  names = kladka_match_list_names (((const KladkaMatch *)self->matches->pdata[place])->draft);
  return names->len > 0 ? kladka_text_dup_shown (names->pdata[names->len - 1], 120) : NULL;
}

/* Borrowed; what the file calls it in the planner's language, else in another; NULL for nothing. */
static const char *
get_name (const KladkaPreview *self, const KladkaMatch *match)
{
  for (guint i = 0; i < KLADKA_N_LANGS; i++)
    for (guint j = 0; j < match->draft->cells->len; j++)
      {
        const KladkaDraftCell *entry = &g_array_index (match->draft->cells, KladkaDraftCell, j);
        const KladkaCell *cell = &match->info->cells[entry->cell];

        if ((cell->field->flags & KLADKA_FIELD_NAME) && cell->lang == kladka_words_get_lang (self->words[i])
            && *entry->text != '\0')
          return entry->text;
      }
  return NULL;
}

static gboolean
is_name (const KladkaMatch *match, const char *text)
{
  for (guint i = 0; i < match->draft->cells->len; i++)
    {
      const KladkaDraftCell *entry = &g_array_index (match->draft->cells, KladkaDraftCell, i);

      if (entry->text == text)
        return (match->info->cells[entry->cell].field->flags & KLADKA_FIELD_NAME) != 0;
    }
  return FALSE;
}

/* Its reference and its name: "N-012 EDR for courts"; of one without either, what it refers to: "EDR rollout, Estonia".
 */
static char *
dup_label (const KladkaPreview *self, const KladkaMatch *match)
{
  g_autoptr (GPtrArray) names = kladka_match_list_names (match->draft);
  g_autoptr (GString) label = g_string_new (NULL);
  const char *name = get_name (self, match);
  const char *reference = names->len > 0 ? names->pdata[0] : NULL;

  if (name != NULL && reference != NULL && reference != name && !is_name (match, reference))
    g_string_printf (label, "%s %s", reference, name);
  else if (name != NULL || reference != NULL)
    g_string_assign (label, name != NULL ? name : reference);
  if (label->len > 0)
    return kladka_text_dup_shown (label->str, 120);
  for (guint i = 0; i < MIN (match->needs->len, 2); i++)
    {
      g_autofree char *other = dup_label_of (self, match->needs->pdata[i]);

      if (other != NULL)
        g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "", other);
    }
  return label->len > 0 ? g_string_free (g_steal_pointer (&label), FALSE) : g_strdup (match->id);
}

static KladkaPreviewState
get_state (const KladkaMatch *match, const char *changes)
{
  if (match->refusal != NULL)
    return KLADKA_PREVIEW_LEFT_OUT;
  if (match->record != NULL)
    return changes != NULL ? KLADKA_PREVIEW_CHANGED : KLADKA_PREVIEW_SAME;
  return match->draft->suspect != NULL ? KLADKA_PREVIEW_SUSPECT : KLADKA_PREVIEW_NEW;
}

static void
add_item (KladkaPreview *self, const KladkaMatch *match)
{
  g_autofree char *changes = match->refusal == NULL && match->record != NULL ? dup_changes (self, match) : NULL;
  KladkaPreviewItem item = { .type = match->draft->type, .line = match->draft->line };

  item.state = get_state (match, changes);
  item.ticked = item.state == KLADKA_PREVIEW_NEW || item.state == KLADKA_PREVIEW_CHANGED;
  item.id = g_strdup (match->id);
  item.label = dup_label (self, match);
  item.text = g_strdup (item.state == KLADKA_PREVIEW_LEFT_OUT  ? match->refusal
                        : item.state == KLADKA_PREVIEW_SUSPECT ? match->draft->suspect
                                                               : changes);
  g_array_append_val (self->items, item);
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
    add_item (self, self->matches->pdata[i]);
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

void
kladka_preview_set_ticked (KladkaPreview *self, guint item, gboolean ticked)
{
  KladkaPreviewItem *target = &g_array_index (self->items, KladkaPreviewItem, item);

  if (target->state != KLADKA_PREVIEW_LEFT_OUT && target->state != KLADKA_PREVIEW_SAME)
    target->ticked = ticked;
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

static void
edit_match (const KladkaPreview *self, const KladkaMatch *match, KladkaEdits *edits)
{
  if (match->record == NULL)
    kladka_edits_create (edits, match->draft->type, match->id);
  for (guint cell = 0; cell < match->info->n_cells; cell++)
    {
      g_auto (KladkaValue) before = KLADKA_VALUE_INIT;

      if (is_cell_changed (self, match, cell, &before))
        kladka_edits_set (edits, match->draft->type, match->id, cell, kladka_value_copy (&match->values[cell]));
    }
}

/* Marks what goes in: the ticked, and the new records they refer to, ticked or not. A list of what is still to be
 * followed and no recursion, because a hostile file may hold a chain as long as itself. */
static void
mark (const KladkaPreview *self, guint first, guint8 *marks)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (open, first);
  while (open->len > 0)
    {
      guint place = g_array_index (open, guint, open->len - 1);
      const KladkaMatch *match = self->matches->pdata[place];

      g_array_set_size (open, open->len - 1);
      if (marks[place] || match->refusal != NULL || (place != first && match->record != NULL))
        continue;
      marks[place] = TRUE;
      for (guint i = 0; i < match->needs->len; i++)
        {
          int other = find_place (self, match->needs->pdata[i]);

          if (other >= 0)
            g_array_append_val (open, other);
        }
    }
}

/* By place. */
static guint8 *
mark_all (const KladkaPreview *self)
{
  guint8 *marks = g_new0 (guint8, self->matches->len + 1);

  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, KladkaPreviewItem, i).ticked)
      mark (self, i, marks);
  return marks;
}

static KladkaMarking
get_marking_of_draft (const KladkaDraft *draft)
{
  guint marking_cell = (guint)kladka_type_cell_of (kladka_type_get (draft->type), "marking");
  KladkaMarking marking;

  for (guint i = 0; i < draft->cells->len; i++)
    {
      const KladkaDraftCell *cell = &g_array_index (draft->cells, KladkaDraftCell, i);

      if (cell->cell == marking_cell && cell->text != NULL && kladka_marking_parse (cell->text, &marking))
        return marking;
    }
  return KLADKA_MARKING_NONE;
}

KladkaMarking
kladka_preview_get_marking (const KladkaPreview *self)
{
  KladkaMarking marking = kladka_plan_get_default_marking (self->plan);
  const KladkaRecord *record;

  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    for (guint slot = 0; kladka_plan_next (self->plan, type, &slot, &record);)
      marking = MAX (marking, kladka_plan_get_marking_of (self->plan, record));
  for (guint i = 0; i < self->matches->len; i++)
    marking = MAX (marking, get_marking_of_draft (((const KladkaMatch *)self->matches->pdata[i])->draft));
  return marking;
}

guint
kladka_preview_count_taken (const KladkaPreview *self)
{
  g_autofree guint8 *marks = mark_all (self);
  guint n = 0;

  for (guint i = 0; i < self->matches->len; i++)
    n += marks[i];
  return n;
}

KladkaEdits *
kladka_preview_dup_edits (const KladkaPreview *self)
{
  KladkaEdits *edits = kladka_edits_new ();
  g_autofree guint8 *marks = mark_all (self);

  for (guint i = 0; i < self->matches->len; i++)
    if (marks[i])
      edit_match (self, self->matches->pdata[i], edits);
  return edits;
}
