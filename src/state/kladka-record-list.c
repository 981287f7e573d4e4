/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-record-list.h"

#define MANY_ROWS 50 /* more than are followed one by one with the eye */

struct _KladkaRecordRow {
  GObject parent_instance;
  KladkaRecordList *list;
  KladkaRef ref;
};

struct _KladkaRecordList {
  GObject parent_instance;
  KladkaViewState *view_state;
  KladkaTableState *table;
  GHashTable *objects; /* KladkaRef → KladkaRecordRow, not owned */
  gboolean active;
};

enum { UPDATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void record_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (KladkaRecordRow, kladka_record_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (KladkaRecordList,
                               kladka_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, record_list_iface_init))

static void
kladka_record_row_finalize (GObject *object)
{
  KladkaRecordRow *self = KLADKA_RECORD_ROW (object);

  /* Another row may stand for the record by now, where ids of another family took its place. */
  if (g_hash_table_lookup (self->list->objects, GUINT_TO_POINTER (self->ref)) == self)
    g_hash_table_remove (self->list->objects, GUINT_TO_POINTER (self->ref));
  g_object_unref (self->list);
  G_OBJECT_CLASS (kladka_record_row_parent_class)->finalize (object);
}

static void
kladka_record_row_class_init (KladkaRecordRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kladka_record_row_finalize;
}

static void
kladka_record_row_init (KladkaRecordRow *self)
{
}

KladkaRef
kladka_record_row_get_ref (KladkaRecordRow *self)
{
  return self->ref;
}

const KladkaRecord *
kladka_record_row_get_record (KladkaRecordRow *self)
{
  KladkaPlan *plan = kladka_table_state_get_plan (self->list->table);

  return plan != NULL ? kladka_plan_get (plan, self->ref) : NULL;
}

static GType
get_item_type (GListModel *model)
{
  return KLADKA_TYPE_RECORD_ROW;
}

static guint
get_n_items (GListModel *model)
{
  guint n;

  kladka_table_state_get_rows (KLADKA_RECORD_LIST (model)->table, &n);
  return n;
}

static KladkaRef
ref_at (KladkaRecordList *self, guint32 slot)
{
  return kladka_plan_get_at (kladka_table_state_get_plan (self->table),
                             kladka_table_state_get_record_type (self->table), slot)
      ->ref;
}

static gpointer
get_item (GListModel *model, guint position)
{
  KladkaRecordList *self = KLADKA_RECORD_LIST (model);
  KladkaRecordRow *row;
  const guint32 *rows;
  KladkaRef ref;
  guint n;

  rows = kladka_table_state_get_rows (self->table, &n);
  if (position >= n)
    return NULL;
  ref = ref_at (self, rows[position]);
  row = g_hash_table_lookup (self->objects, GUINT_TO_POINTER (ref));
  if (row != NULL)
    return g_object_ref (row);
  row = g_object_new (KLADKA_TYPE_RECORD_ROW, NULL);
  row->list = g_object_ref (self);
  row->ref = ref;
  g_hash_table_insert (self->objects, GUINT_TO_POINTER (ref), row);
  return row;
}

static void
record_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* What stands in the first @n of two ranges of rows keeps its place and stands for another record: to take the widgets
 * of a few hundred rows apart and make them anew costs a keystroke's time several times over. */
static void
reuse_objects (KladkaRecordList *self, const KladkaPlan *older, const guint32 *old_rows, const guint32 *rows, guint n)
{
  KladkaType type = kladka_table_state_get_record_type (self->table);
  g_autoptr (GPtrArray) reused = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      KladkaRef ref = kladka_plan_get_at (older, type, old_rows[i])->ref;
      KladkaRecordRow *row = g_hash_table_lookup (self->objects, GUINT_TO_POINTER (ref));

      if (row == NULL)
        continue;
      g_hash_table_remove (self->objects, GUINT_TO_POINTER (ref));
      row->ref = ref_at (self, rows[i]);
      g_ptr_array_add (reused, row);
    }
  for (guint i = 0; i < reused->len; i++)
    g_hash_table_insert (self->objects, GUINT_TO_POINTER (((KladkaRecordRow *)reused->pdata[i])->ref),
                         reused->pdata[i]);
}

/* Tells one range: what stands before the first and behind the last difference stays. */
static void
tell_difference (KladkaRecordList *self, const KladkaPlan *older, const guint32 *old_rows, guint n_old)
{
  guint n_new, n_head = 0, n_tail = 0, n_reused;
  const guint32 *rows = kladka_table_state_get_rows (self->table, &n_new);

  while (n_head < MIN (n_old, n_new) && old_rows[n_head] == rows[n_head])
    n_head++;
  while (n_tail < MIN (n_old, n_new) - n_head && old_rows[n_old - 1 - n_tail] == rows[n_new - 1 - n_tail])
    n_tail++;
  n_reused = MIN (n_old, n_new) - n_head - n_tail;
  if (n_reused < MANY_ROWS)
    n_reused = 0;
  else
    reuse_objects (self, older, old_rows + n_head, rows + n_head, n_reused);
  n_head += n_reused;
  if (n_head + n_tail < MAX (n_old, n_new))
    g_list_model_items_changed (G_LIST_MODEL (self), n_head, n_old - n_head - n_tail, n_new - n_head - n_tail);
}

static KladkaPlan *
dup_plan (KladkaRecordList *self)
{
  KladkaPlan *plan = kladka_table_state_get_plan (self->table);

  return plan != NULL ? kladka_plan_ref (plan) : NULL;
}

static guint32 *
dup_rows (KladkaRecordList *self, guint *ret_n)
{
  const guint32 *rows = kladka_table_state_get_rows (self->table, ret_n);

  return g_memdup2 (rows, *ret_n * sizeof *rows);
}

static void
update_cb (KladkaRecordList *self)
{
  KladkaPlan *plan = kladka_view_state_get_plan (self->view_state);
  g_autoptr (KladkaPlan) older = dup_plan (self);
  const KladkaFilter *filter = kladka_view_state_get_filter (self->view_state);
  gboolean searches = filter->text != NULL && *filter->text != '\0';
  gboolean other_family = older != NULL && plan != NULL && kladka_plan_get_ids (older) != kladka_plan_get_ids (plan);
  g_autofree guint32 *old_rows = NULL;
  guint n_old;

  if (plan == NULL || !self->active)
    return;
  old_rows = dup_rows (self, &n_old);
  if (other_family)
    g_hash_table_remove_all (self->objects);
  kladka_table_state_set_plan (self->table, plan, searches ? kladka_view_state_get_search (self->view_state) : NULL,
                               filter);
  if (other_family)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, get_n_items (G_LIST_MODEL (self)));
  else
    tell_difference (self, older, old_rows, n_old);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
kladka_record_list_finalize (GObject *object)
{
  KladkaRecordList *self = KLADKA_RECORD_LIST (object);

  g_hash_table_unref (self->objects);
  g_clear_pointer (&self->table, kladka_table_state_free);
  g_clear_object (&self->view_state);
  G_OBJECT_CLASS (kladka_record_list_parent_class)->finalize (object);
}

static void
kladka_record_list_class_init (KladkaRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kladka_record_list_finalize;
  signals[UPDATED] =
      g_signal_new ("updated", KLADKA_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kladka_record_list_init (KladkaRecordList *self)
{
  self->objects = g_hash_table_new (NULL, NULL);
}

KladkaRecordList *
kladka_record_list_new (KladkaViewState *view_state, KladkaType type)
{
  KladkaRecordList *self = g_object_new (KLADKA_TYPE_RECORD_LIST, NULL);

  self->view_state = g_object_ref (view_state);
  self->table = kladka_table_state_new (type, kladka_view_state_get_words (view_state));
  g_signal_connect_object (view_state, "plan-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view_state, "filter-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
kladka_record_list_set_active (KladkaRecordList *self, gboolean active)
{
  if (self->active == active)
    return;
  self->active = active;
  update_cb (self);
}

KladkaTableState *
kladka_record_list_get_table (KladkaRecordList *self)
{
  return self->table;
}

void
kladka_record_list_sort (KladkaRecordList *self, guint column, gboolean descending)
{
  g_autofree guint32 *old_rows = NULL;
  guint n_old;

  old_rows = dup_rows (self, &n_old);
  kladka_table_state_set_sort (self->table, column, descending);
  tell_difference (self, kladka_table_state_get_plan (self->table), old_rows, n_old);
  g_signal_emit (self, signals[UPDATED], 0);
}

guint
kladka_record_list_get_n_all (KladkaRecordList *self)
{
  KladkaPlan *plan = kladka_table_state_get_plan (self->table);

  return plan != NULL ? kladka_plan_get_n_records (plan, kladka_table_state_get_record_type (self->table)) : 0;
}

int
kladka_record_list_find (KladkaRecordList *self, KladkaRef ref)
{
  guint n;
  const guint32 *rows = kladka_table_state_get_rows (self->table, &n);

  for (guint i = 0; i < n; i++)
    if (ref_at (self, rows[i]) == ref)
      return i;
  return -1;
}

guint
kladka_record_list_get_n_objects (KladkaRecordList *self)
{
  return g_hash_table_size (self->objects);
}
