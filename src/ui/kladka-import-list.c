/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-import-list.h"

#include <string.h>

/* ---- Row ---- */

struct _KladkaImportRow {
  GObject parent_instance;
  guint item;
};

G_DEFINE_FINAL_TYPE (KladkaImportRow, kladka_import_row, G_TYPE_OBJECT)

static void
kladka_import_row_class_init (KladkaImportRowClass *klass)
{
}

static void
kladka_import_row_init (KladkaImportRow *self)
{
}

guint
kladka_import_row_get_item (KladkaImportRow *self)
{
  return self->item;
}

/* ---- List ---- */

struct _KladkaImportList {
  GObject parent_instance;
  const KladkaPreview *preview;
  GArray *items;   /* guint */
  GPtrArray *rows; /* KladkaImportRow or NULL, by item */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KladkaImportList,
                               kladka_import_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return KLADKA_TYPE_IMPORT_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return KLADKA_IMPORT_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint place)
{
  KladkaImportList *self = KLADKA_IMPORT_LIST (model);
  guint item;
  KladkaImportRow *row;

  if (place >= self->items->len)
    return NULL;
  item = g_array_index (self->items, guint, place);
  row = g_ptr_array_index (self->rows, item);
  if (row == NULL)
    {
      row = g_object_new (KLADKA_TYPE_IMPORT_ROW, NULL);
      row->item = item;
      g_ptr_array_index (self->rows, item) = row;
    }
  return g_object_ref (row);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
kladka_import_list_finalize (GObject *object)
{
  KladkaImportList *self = KLADKA_IMPORT_LIST (object);

  g_array_unref (self->items);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (kladka_import_list_parent_class)->finalize (object);
}

static void
kladka_import_list_class_init (KladkaImportListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kladka_import_list_finalize;
}

/* Rows not asked for are NULL. */
static void
free_row (gpointer row)
{
  if (row != NULL)
    g_object_unref (row);
}

static void
kladka_import_list_init (KladkaImportList *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_ptr_array_new_with_free_func (free_row);
}

KladkaImportList *
kladka_import_list_new (const KladkaPreview *preview)
{
  KladkaImportList *self = g_object_new (KLADKA_TYPE_IMPORT_LIST, NULL);

  self->preview = preview;
  g_ptr_array_set_size (self->rows, (int)kladka_preview_get_n_items (preview));
  kladka_import_list_show (self, -1, "");
  return self;
}

static gboolean
holds (const KladkaPreviewItem *item, const char *folded)
{
  g_autofree char *all =
      g_strdup_printf ("%s %s", item->label != NULL ? item->label : "", item->text != NULL ? item->text : "");
  g_autofree char *folded_all = *folded != '\0' ? kladka_text_fold (all) : NULL;

  return folded_all == NULL || strstr (folded_all, folded) != NULL;
}

/* First tells what goes, then what comes: only so can a view be given its rows a few at a time. */
static void
replace_items (KladkaImportList *self, const guint *items, guint n)
{
  const guint *older = (const guint *)(gpointer)self->items->data;
  guint n_older = self->items->len, n_head = 0, n_tail = 0, n_gone;

  while (n_head < MIN (n, n_older) && items[n_head] == older[n_head])
    n_head++;
  while (n_tail < MIN (n, n_older) - n_head && items[n - 1 - n_tail] == older[n_older - 1 - n_tail])
    n_tail++;
  n_gone = n_older - n_head - n_tail;
  if (n_gone > 0)
    {
      g_array_remove_range (self->items, n_head, n_gone);
      g_list_model_items_changed (G_LIST_MODEL (self), n_head, n_gone, 0);
    }
  if (n > self->items->len)
    {
      guint n_come = n - self->items->len;

      g_array_insert_vals (self->items, n_head, items + n_head, n_come);
      g_list_model_items_changed (G_LIST_MODEL (self), n_head, 0, n_come);
    }
}

void
kladka_import_list_show (KladkaImportList *self, int state, const char *text)
{
  g_autofree char *folded = kladka_text_fold (text);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < kladka_preview_get_n_items (self->preview); i++)
    {
      const KladkaPreviewItem *item = kladka_preview_get_item (self->preview, i);

      if ((state < 0 || (int)item->state == state) && holds (item, folded))
        g_array_append_val (items, i);
    }
  replace_items (self, (const guint *)(gpointer)items->data, items->len);
}
