/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the file goes into the plan. */

#include "kladka-preview-private.h"

void
kladka_preview_set_ticked (KladkaPreview *self, guint item, gboolean ticked)
{
  KladkaPreviewItem *target = &g_array_index (self->items, KladkaPreviewItem, item);

  if (target->state != KLADKA_PREVIEW_LEFT_OUT && target->state != KLADKA_PREVIEW_SAME)
    target->ticked = ticked;
}

static void
edit_match (const KladkaPreview *self, const KladkaMatch *match, KladkaEdits *edits)
{
  if (match->record == NULL)
    kladka_edits_create (edits, match->draft->type, match->id);
  for (guint cell = 0; cell < match->info->n_cells; cell++)
    {
      g_auto (KladkaValue) before = KLADKA_VALUE_INIT;

      if (kladka_preview_is_cell_changed (self, match, cell, &before))
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
          int other = kladka_preview_find_place (self, match->needs->pdata[i]);

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
