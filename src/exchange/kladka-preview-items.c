/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the planner sees of each record of the file. */

#include "kladka-preview-private.h"

gboolean
kladka_preview_is_cell_changed (const KladkaPreview *self,
                                const KladkaMatch *match,
                                guint cell,
                                KladkaValue *ret_before)
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

      if (!kladka_preview_is_cell_changed (self, match, cell, &before))
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
  int place = kladka_preview_find_place (self, id);
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

void
kladka_preview_add_item (KladkaPreview *self, const KladkaMatch *match)
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
