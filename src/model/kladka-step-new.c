/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits against a plan become a step: old values looked up, new ones checked, what changes nothing dropped. */

#include <string.h>

#include "kladka-edit-private.h"
#include "kladka-error.h"
#include "kladka-i18n.h"
#include "kladka-id.h"

/* The edits of one record, in the order they came. */
typedef struct {
  KladkaType type;
  const char *id;
  const KladkaRecord *record; /* as it is now, deleted or not; NULL: to be made */
  gboolean creates;
  gboolean revives;
  GArray *edits; /* const KladkaEdit * */
} Pending;

typedef struct {
  const KladkaPlan *plan;
  GPtrArray *order;  /* Pending, by first edit */
  GHashTable *by_id; /* const char * → Pending */
} Gathering;

static void
free_pending_cb (gpointer data)
{
  Pending *self = data;
  g_array_unref (self->edits);
  g_free (self);
}

KladkaLang
kladka_error_lang (void)
{
  KladkaLang lang;
  for (const char *const *name = g_get_language_names (); *name != NULL; name++)
    if (kladka_lang_parse (*name, &lang))
      return lang;
  return KLADKA_LANG_EN;
}

char *
kladka_cell_dup_error_label (const KladkaCell *cell)
{
  const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "field", cell->field->label);
  if (cell->field->kind != KLADKA_KIND_TEXT3)
    return g_strdup (label);
  return g_strdup_printf ("%s (%s)", label, kladka_lang_get_code (cell->lang));
}

const KladkaRecord *
kladka_plan_peek_typed (const KladkaPlan *self, KladkaType type, const char *id)
{
  KladkaRef ref = kladka_ids_find (kladka_plan_get_ids (self), id);
  if (ref == 0)
    return NULL;
  const KladkaRecord *record = kladka_plan_peek (self, ref);
  return record != NULL && record->type == type ? record : NULL;
}

static int
compare_texts_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static void
sort_tags (char **list)
{
  guint n = g_strv_length (list), kept = 0;
  qsort (list, n, sizeof (char *), compare_texts_cb);
  for (guint i = 0; i < n; i++)
    if (kept > 0 && g_str_equal (list[kept - 1], list[i]))
      g_free (list[i]);
    else
      list[kept++] = list[i];
  list[kept] = NULL;
}

void
kladka_value_normalise (KladkaValue *self, const KladkaCell *cell)
{
  guint8 kind = cell->field->kind;
  gboolean coded = kind == KLADKA_KIND_CHOICE || kind == KLADKA_KIND_BOOL || kind == KLADKA_KIND_SET;
  if (self->tag == KLADKA_VALUE_INTEGER && coded && self->integer == 0)
    *self = KLADKA_VALUE_INIT;
  if (self->tag == KLADKA_VALUE_LIST && kind == KLADKA_KIND_TAGS)
    sort_tags (self->list);
}

/* What an error sentence calls the record: its label, or of a new one its type. */
static const char *
name_pending (const Gathering *self, const Pending *pending)
{
  if (pending->record != NULL)
    return kladka_plan_get_label (self->plan, pending->record, kladka_error_lang ());
  return g_dpgettext2 (GETTEXT_PACKAGE, "type", kladka_type_get (pending->type)->label);
}

static Pending *
add_pending (Gathering *self, KladkaType type, const char *id, GError **error)
{
  KladkaIds *ids = kladka_plan_get_ids (self->plan);
  if (!kladka_id_is_valid (id))
    {
      g_autofree char *shown = kladka_text_dup_shown (id, 80);
      g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID, _ ("“%s” cannot be the identifier of a record."), shown);
      return NULL;
    }
  KladkaType known = kladka_ids_get_type (ids, kladka_ids_find (ids, id));
  if (known != KLADKA_TYPE_NONE && known != type)
    {
      g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID,
                   _ ("The identifier “%s” already belongs to a record of another kind."), id);
      return NULL;
    }
  Pending *pending = g_new0 (Pending, 1);
  pending->type = type;
  pending->id = id;
  pending->record = kladka_plan_peek_typed (self->plan, type, id);
  pending->edits = g_array_new (FALSE, FALSE, sizeof (const KladkaEdit *));
  g_ptr_array_add (self->order, pending);
  g_hash_table_insert (self->by_id, (gpointer)id, pending);
  return pending;
}

static Pending *
find_pending (Gathering *self, const KladkaEdit *edit, GError **error)
{
  g_assert (edit->type > KLADKA_TYPE_NONE && edit->type < KLADKA_N_TYPES);
  Pending *pending = g_hash_table_lookup (self->by_id, edit->id);
  if (pending == NULL)
    return add_pending (self, edit->type, edit->id, error);
  if (pending->type == edit->type)
    return pending;
  g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID,
               _ ("The identifier “%s” already belongs to a record of another kind."), edit->id);
  return NULL;
}

static gboolean
gather_edit (Gathering *self, const KladkaEdit *edit, GError **error)
{
  Pending *pending = find_pending (self, edit, error);
  if (pending == NULL)
    return FALSE;
  if (edit->cell == KLADKA_EDIT_CREATE)
    {
      pending->creates = pending->record == NULL;
      pending->revives = pending->record != NULL && pending->record->deleted == 2;
      return TRUE;
    }
  if (pending->record == NULL && !pending->creates)
    {
      g_set_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID, _ ("There is no record “%s” to change."), edit->id);
      return FALSE;
    }
  g_assert (edit->cell < kladka_type_get (edit->type)->n_cells);
  g_array_append_val (pending->edits, edit);
  return TRUE;
}

static gboolean
check_edit (const Gathering *self,
            const Pending *pending,
            const KladkaEdit *edit,
            KladkaValue *ret_after,
            GError **error)
{
  const KladkaCell *cell = &kladka_type_get (edit->type)->cells[edit->cell];
  g_auto (KladkaValue) after = kladka_value_copy (&edit->value);
  kladka_value_normalise (&after, cell);
  if (kladka_value_is_set (&after) && !kladka_value_check (&after, cell, error))
    {
      g_autofree char *label = kladka_cell_dup_error_label (cell);
      g_prefix_error (error, "%s, %s: ", name_pending (self, pending), label);
      return FALSE;
    }
  *ret_after = after;
  after = KLADKA_VALUE_INIT;
  return TRUE;
}

static int
compare_edits_cb (gconstpointer a, gconstpointer b)
{
  const KladkaEdit *x = *(const KladkaEdit *const *)a, *y = *(const KladkaEdit *const *)b;
  if (x->cell != y->cell)
    return x->cell < y->cell ? -1 : 1;
  return x < y ? -1 : x > y; /* both lie in one array: by when they came */
}

static void
add_cell (const Gathering *self, const Pending *pending, guint cell, KladkaValue take_after, GArray *cells)
{
  KladkaValue before = KLADKA_VALUE_INIT;
  if (pending->record != NULL)
    before = kladka_record_dup_value (pending->record, cell, kladka_plan_get_ids (self->plan));
  if (!kladka_value_equal (&before, &take_after))
    {
      kladka_cell_changes_take (cells, cell, before, take_after);
      return;
    }
  kladka_value_clear (&before);
  kladka_value_clear (&take_after);
}

/* Where a cell is set twice, the last one holds; all are checked. */
static gboolean
collect_cells (const Gathering *self, Pending *pending, GArray *cells, GError **error)
{
  guint deleted = kladka_type_find_cell (kladka_type_get (pending->type), "deleted");
  g_array_sort (pending->edits, compare_edits_cb);
  for (guint i = 0; i < pending->edits->len; i++)
    {
      const KladkaEdit *edit = g_array_index (pending->edits, const KladkaEdit *, i);
      KladkaValue after;
      if (!check_edit (self, pending, edit, &after, error))
        return FALSE;
      gboolean last =
          i + 1 == pending->edits->len || g_array_index (pending->edits, const KladkaEdit *, i + 1)->cell != edit->cell;
      if (edit->cell == deleted)
        pending->revives = FALSE;
      if (last)
        add_cell (self, pending, edit->cell, after, cells);
      else
        kladka_value_clear (&after);
    }
  if (pending->revives)
    add_cell (self, pending, deleted, KLADKA_VALUE_INIT, cells);
  g_array_sort (cells, kladka_cell_change_compare);
  return TRUE;
}

static gboolean
add_change (const Gathering *self, Pending *pending, KladkaStep *step, GError **error)
{
  g_autoptr (GArray) cells = kladka_cell_changes_new ();
  if (!collect_cells (self, pending, cells, error))
    return FALSE;
  if (pending->creates || cells->len > 0)
    kladka_step_take_change (step, pending->type, pending->id, pending->creates, g_steal_pointer (&cells));
  return TRUE;
}

KladkaStep *
kladka_step_new (const KladkaPlan *plan, const KladkaEdits *edits, const KladkaStepInfo *info, GError **error)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (free_pending_cb);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  Gathering gathering = { plan, order, by_id };
  for (guint i = 0; i < kladka_edits_get_n (edits); i++)
    if (!gather_edit (&gathering, kladka_edits_get (edits, i), error))
      return NULL;
  g_autoptr (KladkaStep) step = kladka_step_new_bare (NULL, info);
  for (guint i = 0; i < order->len; i++)
    if (!add_change (&gathering, g_ptr_array_index (order, i), step, error))
      return NULL;
  return kladka_step_get_n_changes (step) > 0 ? g_steal_pointer (&step) : NULL;
}
