/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-preview.h"

#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-id.h"
#include "kladka-resolver.h"

#include <string.h>

/* A draft on its way to becoming edits. */
typedef struct {
  const KladkaDraft *draft;
  const KladkaTypeInfo *info;
  char *id;
  const KladkaRecord *record; /* of the plan; NULL = new */
  KladkaValue *values;        /* by cell */
  guint8 *touched;            /* by cell: the file says something about it */
  GPtrArray *needs;           /* ids of the file's records that it refers to; owned */
  char *refusal;              /* why it is left out */
} Match;

struct _KladkaPreview {
  KladkaPlan *plan;
  KladkaWords *words[KLADKA_N_LANGS];
  KladkaLang lang;
  GPtrArray *matches;
  GArray *items;        /* KladkaPreviewItem, beside matches */
  GHashTable *match_of; /* id → place + 1 in matches */
  GPtrArray *problems;
};

static void
free_match (gpointer data)
{
  Match *match = data;

  for (guint cell = 0; cell < match->info->n_cells; cell++)
    kladka_value_clear (&match->values[cell]);
  g_free (match->values);
  g_free (match->touched);
  g_free (match->id);
  g_free (match->refusal);
  g_ptr_array_unref (match->needs);
  g_free (match);
}

static void
clear_item_cb (gpointer data)
{
  KladkaPreviewItem *item = data;

  g_free (item->id);
  g_free (item->label);
  g_free (item->text);
}

static void
refuse (Match *match, char *take_text)
{
  if (match->refusal == NULL)
    match->refusal = take_text;
  else
    g_free (take_text);
}

static const char *
get_draft_text (const KladkaDraft *draft, guint cell)
{
  for (guint i = 0; i < draft->cells->len; i++)
    {
      const KladkaDraftCell *entry = &g_array_index (draft->cells, KladkaDraftCell, i);

      if (entry->cell == cell && *entry->text != '\0')
        return entry->text;
    }
  return NULL;
}

/* What people call the record, best first: identifier, reference, name in each language. */
static GPtrArray *
list_names (const KladkaDraft *draft)
{
  const KladkaTypeInfo *info = kladka_type_get (draft->type);
  GPtrArray *names = g_ptr_array_new ();
  int iati = kladka_type_find_cell (info, "iati_identifier");

  if (iati >= 0 && get_draft_text (draft, iati) != NULL)
    g_ptr_array_add (names, (gpointer)get_draft_text (draft, iati));
  for (guint pass = 0; pass < 2; pass++)
    for (guint cell = 0; cell < info->n_cells; cell++)
      {
        guint wanted = pass == 0 ? KLADKA_FIELD_SHORT : KLADKA_FIELD_NAME;
        const char *text = info->cells[cell].field->flags & wanted ? get_draft_text (draft, cell) : NULL;

        if (text != NULL)
          g_ptr_array_add (names, (gpointer)text);
      }
  return names;
}

/* Names alone do not tell needs or projects apart: two may be called the same. Organisations, initiatives and
 * capabilities they do. */
static gboolean
is_told_by_name (KladkaType type)
{
  return type == KLADKA_TYPE_ORGANISATION || type == KLADKA_TYPE_INITIATIVE || type == KLADKA_TYPE_CAPABILITY;
}

static gboolean
is_name_of (const KladkaDraft *draft, const char *text)
{
  const KladkaTypeInfo *info = kladka_type_get (draft->type);

  for (guint i = 0; i < draft->cells->len; i++)
    {
      const KladkaDraftCell *entry = &g_array_index (draft->cells, KladkaDraftCell, i);

      if (entry->text == text)
        return info->cells[entry->cell].field->flags & KLADKA_FIELD_NAME;
    }
  return FALSE;
}

/* The same row gives the same id, so that a file read twice changes nothing the second time. */
static char *
dup_id_of_content (const KladkaDraft *draft)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, (gpointer)kladka_type_get (draft->type)->name);
  for (guint i = 0; i < draft->cells->len; i++)
    {
      const KladkaDraftCell *entry = &g_array_index (draft->cells, KladkaDraftCell, i);

      if (*entry->text == '\0')
        continue;
      g_ptr_array_add (parts, (gpointer)kladka_type_get (draft->type)->cells[entry->cell].name);
      g_ptr_array_add (parts, entry->text);
    }
  g_ptr_array_add (parts, NULL);
  return kladka_id_new_for ((const char *const *)parts->pdata);
}

static char *
dup_natural_id (Match *match, KladkaResolver *resolver)
{
  g_autoptr (GPtrArray) names = list_names (match->draft);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      guint n = 0;
      const char *id;

      if (is_name_of (match->draft, name) && !is_told_by_name (match->draft->type))
        continue;
      id = kladka_resolver_find_in_plan (resolver, match->draft->type, name, &n);
      if (id != NULL)
        return g_strdup (id);
      if (n > 1)
        {
          refuse (match,
                  g_strdup_printf (_ ("“%s” is the name of %u records; which one is meant cannot be told."), name, n));
          break;
        }
    }
  return NULL;
}

static void
find_id (Match *match, const KladkaPlan *plan, KladkaResolver *resolver)
{
  const KladkaDraft *draft = match->draft;
  const KladkaPlanInfo *info = kladka_plan_get_info (plan);

  if (draft->type == KLADKA_TYPE_PLAN && info != NULL)
    match->id = g_strdup (kladka_plan_get_id (plan, &info->base));
  else if (draft->id != NULL)
    match->id = g_strdup (draft->id);
  else
    match->id = dup_natural_id (match, resolver);
  if (match->id == NULL && draft->key != NULL)
    {
      const char *parts[] = { match->info->name, draft->key, NULL };

      match->id = kladka_id_new_for (parts);
    }
  if (match->id == NULL)
    match->id = dup_id_of_content (draft);
  if (!kladka_id_is_valid (match->id))
    refuse (match,
            g_strdup (_ ("The id may hold only letters a to z, digits, dot, hyphen and underscore, 64 at most.")));
}

static void
find_record (Match *match, const KladkaPlan *plan)
{
  KladkaIds *ids = kladka_plan_get_ids (plan);
  KladkaRef ref = kladka_ids_find (ids, match->id);
  KladkaType type = kladka_ids_get_type (ids, ref);

  if (type != KLADKA_TYPE_NONE && type != match->draft->type)
    {
      refuse (match, g_strdup (_ ("Its id already belongs to a record of another kind.")));
      return;
    }
  match->record = kladka_plan_get (plan, ref);
  if (match->record == NULL)
    match->record = kladka_plan_peek_deleted (plan, ref);
}

static Match *
new_match (const KladkaDraft *draft, const KladkaPlan *plan, KladkaResolver *resolver)
{
  Match *match = g_new0 (Match, 1);

  match->draft = draft;
  match->info = kladka_type_get (draft->type);
  match->values = g_new0 (KladkaValue, match->info->n_cells);
  match->touched = g_new0 (guint8, match->info->n_cells);
  match->needs = g_ptr_array_new_with_free_func (g_free);
  find_id (match, plan, resolver);
  find_record (match, plan);
  return match;
}

static void
announce (const Match *match, KladkaResolver *resolver)
{
  g_autoptr (GPtrArray) names = list_names (match->draft);

  kladka_resolver_add (resolver, match->draft->type, NULL, match->id);
  if (match->draft->key != NULL)
    kladka_resolver_add (resolver, match->draft->type, match->draft->key, match->id);
  for (guint i = 0; i < names->len; i++)
    kladka_resolver_add (resolver, match->draft->type, names->pdata[i], match->id);
}

static char *
dup_resolved (Match *match, const KladkaField *field, const char *text, KladkaResolver *resolver, GError **error)
{
  guint n = 0;
  const char *id = kladka_resolver_find (resolver, field->ref_type, text, &n);
  g_autofree char *shown = kladka_text_dup_shown (text, 60);

  if (id != NULL)
    {
      g_ptr_array_add (match->needs, g_strdup (id));
      return g_strdup (id);
    }
  if (n > 1)
    g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID,
                 _ ("“%s” fits %u records. Use the id or the reference of the one that is meant."), shown, n);
  else
    g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_NOT_FOUND,
                 _ ("“%s” is neither in the plan nor in the file. Add it first or mend the name."), shown);
  return NULL;
}

static gboolean
parse_reference (Match *match,
                 const KladkaCell *cell,
                 const char *text,
                 KladkaResolver *resolver,
                 KladkaValue *ret_value,
                 GError **error)
{
  char *id = dup_resolved (match, cell->field, text, resolver, error);

  *ret_value = kladka_value_take_text (id);
  return id != NULL;
}

static gboolean
parse_references (Match *match,
                  const KladkaCell *cell,
                  const char *text,
                  KladkaResolver *resolver,
                  KladkaValue *ret_value,
                  GError **error)
{
  g_auto (GStrv) names = g_strsplit_set (text, ",;", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *id;

      if (*g_strstrip (names[i]) == '\0')
        continue;
      id = dup_resolved (match, cell->field, names[i], resolver, error);
      if (id == NULL)
        return FALSE;
      g_ptr_array_add (ids, id);
    }
  g_ptr_array_add (ids, NULL);
  *ret_value = kladka_value_list ((const char *const *)ids->pdata);
  return TRUE;
}

static gboolean
parse_file_form (const KladkaCell *cell, const char *text, KladkaValue *ret_value, GError **error)
{
  g_auto (GStrv) halves = g_strsplit (text, " ", 2);
  const char *parts[2] = { text, NULL };

  if (cell->field->kind == KLADKA_KIND_MONEY)
    {
      parts[0] = halves[0];
      parts[1] = halves[0] != NULL ? halves[1] : NULL;
    }
  return kladka_value_parse_file (cell, parts, ret_value, error);
}

/* In the language of the planner; then in the others, for files written by somebody else. The first complaint counts.
 */
static gboolean
parse_shown (const KladkaPreview *self,
             const KladkaCell *cell,
             const char *text,
             const char *currency,
             KladkaValue *ret_value,
             GError **error)
{
  g_autoptr (GError) first = NULL;

  for (guint i = 0; i < KLADKA_N_LANGS; i++)
    {
      const KladkaWords *words = self->words[(self->lang + i) % KLADKA_N_LANGS];

      if (kladka_cell_parse_shown (cell, text, self->plan, currency, words, ret_value, first == NULL ? &first : NULL))
        return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

static gboolean
parse_cell (const KladkaPreview *self,
            Match *match,
            const KladkaDraftCell *entry,
            KladkaResolver *resolver,
            KladkaValue *ret_value,
            GError **error)
{
  const KladkaCell *cell = &match->info->cells[entry->cell];
  const KladkaPlanInfo *info = kladka_plan_get_info (self->plan);

  if (*entry->text == '\0')
    return TRUE;
  if (cell->field->kind == KLADKA_KIND_REF)
    return parse_reference (match, cell, entry->text, resolver, ret_value, error);
  if (cell->field->kind == KLADKA_KIND_REFS)
    return parse_references (match, cell, entry->text, resolver, ret_value, error);
  if (entry->in_file_form)
    return parse_file_form (cell, entry->text, ret_value, error);
  return parse_shown (self, cell, entry->text, info != NULL ? info->base_currency : NULL, ret_value, error);
}

static void
add_problem (KladkaPreview *self, const Match *match, int cell, guint line, char *take_text)
{
  kladka_problems_add (self->problems, KLADKA_SEVERITY_ERROR, match->draft->type, match->id, cell, line, take_text);
}

static void
parse_cells (KladkaPreview *self, Match *match, KladkaResolver *resolver)
{
  for (guint i = 0; i < match->draft->cells->len; i++)
    {
      const KladkaDraftCell *entry = &g_array_index (match->draft->cells, KladkaDraftCell, i);
      g_auto (KladkaValue) value = KLADKA_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      if (parse_cell (self, match, entry, resolver, &value, &error)
          && kladka_value_check (&value, &match->info->cells[entry->cell], &error))
        {
          kladka_value_clear (&match->values[entry->cell]);
          match->values[entry->cell] = value;
          value = KLADKA_VALUE_INIT;
          match->touched[entry->cell] = TRUE;
          continue;
        }
      {
        g_autofree char *label = kladka_cell_dup_label (&match->info->cells[entry->cell], self->words[self->lang]);

        refuse (match, g_strdup_printf ("%s: %s", label, error->message));
        add_problem (self, match, entry->cell, entry->line, g_strdup_printf ("%s: %s", label, error->message));
      }
    }
}

/* Cells that the file does not speak of keep what the plan has, or are emptied where the file tells the whole record.
 */
static void
complete_values (KladkaPreview *self, Match *match, gboolean partial)
{
  if (match->record == NULL)
    return;
  for (guint cell = 0; cell < match->info->n_cells; cell++)
    if (!match->touched[cell])
      {
        if (partial)
          match->values[cell] = kladka_record_dup_value (match->record, cell, kladka_plan_get_ids (self->plan));
        else
          match->touched[cell] = TRUE;
      }
}

static gboolean
has_field (const Match *match, const KladkaField *field)
{
  for (guint cell = 0; cell < match->info->n_cells; cell++)
    if (match->info->cells[cell].field == field && kladka_value_is_set (&match->values[cell]))
      return TRUE;
  return FALSE;
}

static void
check_required (KladkaPreview *self, Match *match)
{
  for (guint i = 0; i < match->info->n_fields; i++)
    {
      const KladkaField *field = match->info->fields[i];
      const char *label;

      /* What left through the gate may have lost its title: it stays a record. */
      if (!(field->flags & KLADKA_FIELD_REQUIRED) || match->draft->type == KLADKA_TYPE_PLAN || has_field (match, field))
        continue;
      label = kladka_words_get_c (self->words[self->lang], "field", field->label);
      refuse (match, g_strdup_printf (_ ("%s is missing."), label));
      add_problem (self, match, -1, match->draft->line, g_strdup_printf (_ ("%s is missing."), label));
    }
}

static Match *
find_match (const KladkaPreview *self, const char *id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->match_of, id));

  return place > 0 ? self->matches->pdata[place - 1] : NULL;
}

/* What refers to a new record that is left out cannot go in either; that may reach further. */
static void
spread_refusals (KladkaPreview *self)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < self->matches->len; i++)
        {
          Match *match = self->matches->pdata[i];

          for (guint need = 0; match->refusal == NULL && need < match->needs->len; need++)
            {
              const Match *other = find_match (self, match->needs->pdata[need]);

              if (other == NULL || other->refusal == NULL || other->record != NULL)
                continue;
              refuse (match, g_strdup_printf (_ ("It refers to the record in line %u, which is left out."),
                                              other->draft->line));
              add_problem (self, match, -1, match->draft->line, g_strdup (match->refusal));
              again = TRUE;
            }
        }
    }
}

static gboolean
is_cell_changed (const KladkaPreview *self, const Match *match, guint cell, KladkaValue *ret_before)
{
  *ret_before = match->record != NULL ? kladka_record_dup_value (match->record, cell, kladka_plan_get_ids (self->plan))
                                      : KLADKA_VALUE_INIT;
  return !kladka_value_equal (ret_before, &match->values[cell]);
}

/* "Planned end: 2026 → 2027; Status: …", or NULL where nothing changes. */
static char *
dup_changes (const KladkaPreview *self, const Match *match)
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
      words = kladka_cell_change_dup_words (&change, match->draft->type, self->plan, self->words[self->lang]);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
dup_label (const KladkaPreview *self, const Match *match)
{
  g_autoptr (GPtrArray) names = list_names (match->draft);

  if (names->len > 0)
    return kladka_text_dup_shown (names->pdata[names->len > 1 ? 1 : 0], 120);
  for (guint i = 0; i < match->draft->cells->len; i++)
    {
      const KladkaDraftCell *entry = &g_array_index (match->draft->cells, KladkaDraftCell, i);

      if (match->info->cells[entry->cell].field->kind == KLADKA_KIND_REF && *entry->text != '\0')
        return kladka_text_dup_shown (entry->text, 120);
    }
  return g_strdup (match->id);
}

static void
add_item (KladkaPreview *self, const Match *match)
{
  KladkaPreviewItem item = { .type = match->draft->type, .line = match->draft->line };
  g_autofree char *changes = match->refusal == NULL ? dup_changes (self, match) : NULL;

  item.id = g_strdup (match->id);
  item.label = dup_label (self, match);
  if (match->refusal != NULL)
    {
      item.state = KLADKA_PREVIEW_LEFT_OUT;
      item.text = g_strdup (match->refusal);
    }
  else if (match->record != NULL && changes == NULL)
    item.state = KLADKA_PREVIEW_SAME;
  else if (match->draft->suspect != NULL && match->record == NULL)
    {
      item.state = KLADKA_PREVIEW_SUSPECT;
      item.text = g_strdup (match->draft->suspect);
    }
  else
    {
      item.state = match->record != NULL ? KLADKA_PREVIEW_CHANGED : KLADKA_PREVIEW_NEW;
      item.text = match->record != NULL ? g_steal_pointer (&changes) : NULL;
      item.ticked = TRUE;
    }
  g_array_append_val (self->items, item);
}

static void
add_matches (KladkaPreview *self, const KladkaDrafts *drafts, KladkaResolver *resolver)
{
  for (guint i = 0; i < drafts->drafts->len; i++)
    {
      Match *match = new_match (drafts->drafts->pdata[i], self->plan, resolver);
      const Match *twin = find_match (self, match->id);

      g_ptr_array_add (self->matches, match);
      if (twin != NULL)
        {
          refuse (match, g_strdup_printf (_ ("The same record already stands in line %u."), twin->draft->line));
          add_problem (self, match, -1, match->draft->line, g_strdup (match->refusal));
          continue;
        }
      g_hash_table_insert (self->match_of, g_strdup (match->id), GUINT_TO_POINTER (self->matches->len));
      announce (match, resolver);
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

KladkaPreview *
kladka_preview_new (const KladkaDrafts *drafts, const KladkaPlan *plan, const KladkaWords *words)
{
  KladkaPreview *self = g_new0 (KladkaPreview, 1);
  g_autoptr (KladkaResolver) resolver = kladka_resolver_new (plan);

  self->plan = kladka_plan_ref (plan);
  self->lang = kladka_words_get_lang (words);
  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    self->words[lang] = kladka_words_new_like (words, lang);
  self->matches = g_ptr_array_new_with_free_func (free_match);
  self->items = g_array_new (FALSE, FALSE, sizeof (KladkaPreviewItem));
  g_array_set_clear_func (self->items, clear_item_cb);
  self->match_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->problems = kladka_problems_new ();

  copy_problems (self, drafts);
  add_matches (self, drafts, resolver);
  for (guint i = 0; i < self->matches->len; i++)
    {
      Match *match = self->matches->pdata[i];

      parse_cells (self, match, resolver);
      complete_values (self, match, drafts->partial);
      if (match->refusal == NULL)
        check_required (self, match);
    }
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
edit_match (const KladkaPreview *self, const Match *match, KladkaEdits *edits)
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
      const Match *match = self->matches->pdata[place];

      g_array_set_size (open, open->len - 1);
      if (marks[place] || match->refusal != NULL || (place != first && match->record != NULL))
        continue;
      marks[place] = TRUE;
      for (guint i = 0; i < match->needs->len; i++)
        {
          guint other = GPOINTER_TO_UINT (g_hash_table_lookup (self->match_of, match->needs->pdata[i]));

          if (other-- > 0)
            g_array_append_val (open, other);
        }
    }
}

KladkaEdits *
kladka_preview_dup_edits (const KladkaPreview *self)
{
  KladkaEdits *edits = kladka_edits_new ();
  g_autofree guint8 *marks = g_new0 (guint8, self->matches->len + 1);

  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, KladkaPreviewItem, i).ticked)
      mark (self, i, marks);
  for (guint i = 0; i < self->matches->len; i++)
    if (marks[i])
      edit_match (self, self->matches->pdata[i], edits);
  return edits;
}
