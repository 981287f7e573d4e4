/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-table-columns.h"

#include "kladka-cell-text.h"

#define TITLE_EXTRA 20
#define MAX_FOR_TITLE 150

struct _KladkaTableColumns {
  GObject parent_instance;
  GtkColumnView *view; /* not owned: its page owns both */
  KladkaRecordList *list;
  KladkaCellPen *pen;
  GPtrArray *columns; /* Column */
  GSimpleActionGroup *actions;
  guint probed; /* the column that was asked first; see sort_changed_cb() */
  gboolean sorting;
};

typedef struct {
  KladkaTableColumns *owner;
  guint number; /* in the table's state */
  GtkColumnViewColumn *column;
  GHashTable *items; /* GtkListItem bound now, not owned */
} Column;

enum { SORTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KladkaTableColumns, kladka_table_columns, G_TYPE_OBJECT)

static void
free_column (gpointer data)
{
  Column *column = data;

  g_hash_table_unref (column->items);
  g_object_unref (column->column);
  g_free (column);
}

/* ---- Cells ---- */

static void
show_cell (const Column *column, GtkListItem *item)
{
  const KladkaRecord *record = kladka_record_row_get_record (gtk_list_item_get_item (item));
  g_autofree char *text = NULL;

  if (record != NULL)
    text = kladka_table_state_dup_text (kladka_record_list_get_table (column->owner->list), column->number, record);
  kladka_cell_text_set_text (KLADKA_CELL_TEXT (gtk_list_item_get_child (item)), text);
}

static void
setup_cb (Column *column, GtkListItem *item)
{
  KladkaTableState *table = kladka_record_list_get_table (column->owner->list);

  gtk_list_item_set_child (
      item, kladka_cell_text_new (column->owner->pen, kladka_table_state_is_number (table, column->number)));
}

static void
bind_cb (Column *column, GtkListItem *item)
{
  g_hash_table_add (column->items, item);
  show_cell (column, item);
}

static void
unbind_cb (Column *column, GtkListItem *item)
{
  g_hash_table_remove (column->items, item);
}

void
kladka_table_columns_refresh (KladkaTableColumns *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = self->columns->pdata[i];
      GHashTableIter iter;
      gpointer item;

      g_hash_table_iter_init (&iter, column->items);
      while (g_hash_table_iter_next (&iter, &item, NULL))
        show_cell (column, item);
    }
}

/* ---- Order ---- */

/* GTK 4.8 does not tell which header was clicked. Its sorter asks the columns' own sorters, the clicked one first, and
 * turns the answer round if descending: so each answers "after" and notes that it was asked. */
static int
probe_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  Column *column = data;

  if (column->owner->probed == KLADKA_COLUMN_NONE)
    column->owner->probed = column->number;
  return 1;
}

static void
sort_changed_cb (KladkaTableColumns *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  GtkOrdering answer;

  if (self->sorting)
    return;
  self->probed = KLADKA_COLUMN_NONE;
  /* Any two objects that differ. */
  answer = gtk_sorter_compare (sorter, self, self->view);
  kladka_record_list_sort (self->list, self->probed, answer == GTK_ORDERING_SMALLER);
  g_signal_emit (self, signals[SORTED], 0);
}

/* ---- Columns ---- */

/* Pixels at the usual text size; the first name takes what is left. */
static int
width_of (const KladkaField *field)
{
  switch ((KladkaKind)field->kind)
    {
    case KLADKA_KIND_TEXT3:
      return field->flags & KLADKA_FIELD_NAME ? 240 : 150;
    case KLADKA_KIND_DATE:
      return 100;
    case KLADKA_KIND_INTEGER:
      return 76;
    case KLADKA_KIND_DECIMAL:
      return 88;
    case KLADKA_KIND_MONEY:
      return 150;
    case KLADKA_KIND_BOOL:
      return 80;
    case KLADKA_KIND_CHOICE:
      return 124;
    case KLADKA_KIND_TEXT:
      return field->flags & KLADKA_FIELD_SHORT ? 84 : 110;
    case KLADKA_KIND_SET:
    case KLADKA_KIND_TAGS:
    case KLADKA_KIND_REF:
    case KLADKA_KIND_REFS:
    case KLADKA_KIND_NUMBERS:
    default:
      return 110;
    }
}

/* Wide enough for its title with the arrow of the order, within reason. */
static int
width_with_title (KladkaTableColumns *self, const KladkaField *field, const char *title)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), title);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return MAX (width_of (field), MIN (width + TITLE_EXTRA, MAX_FOR_TITLE));
}

static GtkListItemFactory *
new_factory (Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), column);
  return factory;
}

static void
add_column (KladkaTableColumns *self, guint number)
{
  KladkaTableState *table = kladka_record_list_get_table (self->list);
  const KladkaField *field = kladka_table_state_get_field (table, number);
  g_autoptr (GtkSorter) sorter = NULL;
  g_autoptr (GPropertyAction) action = NULL;
  Column *column = g_new0 (Column, 1);

  *column = (Column){ .owner = self, .number = number, .items = g_hash_table_new (NULL, NULL) };
  column->column = gtk_column_view_column_new (kladka_table_state_get_label (table, number), new_factory (column));
  gtk_column_view_column_set_resizable (column->column, TRUE);
  gtk_column_view_column_set_fixed_width (column->column,
                                          width_with_title (self, field, kladka_table_state_get_label (table, number)));
  gtk_column_view_column_set_expand (column->column, (field->flags & KLADKA_FIELD_NAME) != 0);
  gtk_column_view_column_set_visible (column->column, kladka_table_state_is_shown (table, number));
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe_cb, column, NULL));
  gtk_column_view_column_set_sorter (column->column, sorter);
  action = g_property_action_new (field->name, column->column, "visible");
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  gtk_column_view_append_column (self->view, column->column);
  g_ptr_array_add (self->columns, column);
}

static void
show_order (KladkaTableColumns *self)
{
  gboolean descending;
  guint sort = kladka_table_state_get_sort (kladka_record_list_get_table (self->list), &descending);

  self->sorting = TRUE;
  if (sort != KLADKA_COLUMN_NONE)
    gtk_column_view_sort_by_column (self->view, ((Column *)self->columns->pdata[sort])->column,
                                    descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->sorting = FALSE;
}

static void
kladka_table_columns_finalize (GObject *object)
{
  KladkaTableColumns *self = KLADKA_TABLE_COLUMNS (object);

  g_ptr_array_unref (self->columns);
  g_object_unref (self->actions);
  g_object_unref (self->pen);
  g_object_unref (self->list);
  G_OBJECT_CLASS (kladka_table_columns_parent_class)->finalize (object);
}

static void
kladka_table_columns_class_init (KladkaTableColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kladka_table_columns_finalize;
  signals[SORTED] =
      g_signal_new ("sorted", KLADKA_TYPE_TABLE_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kladka_table_columns_init (KladkaTableColumns *self)
{
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->actions = g_simple_action_group_new ();
}

KladkaTableColumns *
kladka_table_columns_new (GtkColumnView *view, KladkaRecordList *list)
{
  KladkaTableColumns *self = g_object_new (KLADKA_TYPE_TABLE_COLUMNS, NULL);

  self->view = view;
  self->list = g_object_ref (list);
  self->pen = kladka_cell_pen_new (GTK_WIDGET (view));
  for (guint i = 0; i < kladka_table_state_get_n_columns (kladka_record_list_get_table (list)); i++)
    add_column (self, i);
  show_order (self);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

GActionGroup *
kladka_table_columns_get_actions (KladkaTableColumns *self)
{
  return G_ACTION_GROUP (self->actions);
}

GMenuModel *
kladka_table_columns_new_menu (KladkaTableColumns *self)
{
  KladkaTableState *table = kladka_record_list_get_table (self->list);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *action = g_strconcat ("columns.", kladka_table_state_get_field (table, i)->name, NULL);

      g_menu_append (menu, kladka_table_state_get_label (table, i), action);
    }
  return G_MENU_MODEL (menu);
}

GtkColumnViewColumn *
kladka_table_columns_get_column (KladkaTableColumns *self, guint column)
{
  return ((Column *)self->columns->pdata[column])->column;
}
