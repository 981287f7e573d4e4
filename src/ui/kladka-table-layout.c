/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-table-layout.h"

#define KEY "tables"
#define ENTRY_TYPE "(asa{si}sb)"
#define RESIZING_MS 300

struct _KladkaTableLayout {
  GObject parent_instance;
  GSettings *settings;
  KladkaRecordList *list;
  GtkColumnView *view; /* these two not owned: NULL until followed */
  KladkaTableColumns *columns;
  GArray *widths; /* int by column: what it had before anybody chose */
  guint pending;  /* a width is being dragged */
};

G_DEFINE_FINAL_TYPE (KladkaTableLayout, kladka_table_layout, G_TYPE_OBJECT)

static KladkaTableState *
get_table (KladkaTableLayout *self)
{
  return kladka_record_list_get_table (self->list);
}

static const char *
get_type_name (KladkaTableLayout *self)
{
  return kladka_type_get (kladka_table_state_get_record_type (get_table (self)))->name;
}

static guint
find_column (KladkaTableLayout *self, const char *name)
{
  for (guint i = 0; i < kladka_table_state_get_n_columns (get_table (self)); i++)
    if (g_str_equal (kladka_table_state_get_field (get_table (self), i)->name, name))
      return i;
  return KLADKA_COLUMN_NONE;
}

/* NULL where this table was never touched. */
static GVariant *
read_entry (KladkaTableLayout *self)
{
  g_autoptr (GVariant) tables = g_settings_get_value (self->settings, KEY);

  return g_variant_lookup_value (tables, get_type_name (self), G_VARIANT_TYPE (ENTRY_TYPE));
}

/* ---- Settings → table ---- */

static void
show_columns (KladkaTableLayout *self, GVariant *names)
{
  KladkaTableState *table = get_table (self);
  GVariantIter iter;
  const char *name;

  for (guint i = 0; i < kladka_table_state_get_n_columns (table); i++)
    kladka_table_state_set_shown (table, i, FALSE);
  g_variant_iter_init (&iter, names);
  while (g_variant_iter_next (&iter, "&s", &name))
    {
      guint column = find_column (self, name);

      if (column != KLADKA_COLUMN_NONE)
        kladka_table_state_set_shown (table, column, TRUE);
    }
}

/* From the first on: what is not named stays behind. */
static void
order_columns (KladkaTableLayout *self, GVariant *names)
{
  GVariantIter iter;
  const char *name;
  guint place = 0;

  g_variant_iter_init (&iter, names);
  while (g_variant_iter_next (&iter, "&s", &name))
    {
      guint column = find_column (self, name);

      if (column != KLADKA_COLUMN_NONE)
        gtk_column_view_insert_column (self->view, place++, kladka_table_columns_get_column (self->columns, column));
    }
}

static void
widen_columns (KladkaTableLayout *self, GVariant *widths)
{
  GVariantIter iter;
  const char *name;
  int width;

  g_variant_iter_init (&iter, widths);
  while (g_variant_iter_next (&iter, "{&si}", &name, &width))
    {
      guint column = find_column (self, name);

      if (column != KLADKA_COLUMN_NONE && width > 0)
        gtk_column_view_column_set_fixed_width (kladka_table_columns_get_column (self->columns, column), width);
    }
}

/* ---- Table → settings ---- */

static void
add_shown (KladkaTableLayout *self, GVariantBuilder *shown, GVariantBuilder *widths, GtkColumnViewColumn *shown_column)
{
  KladkaTableState *table = get_table (self);

  for (guint i = 0; i < kladka_table_state_get_n_columns (table); i++)
    {
      GtkColumnViewColumn *column = kladka_table_columns_get_column (self->columns, i);
      const char *name = kladka_table_state_get_field (table, i)->name;
      int width = gtk_column_view_column_get_fixed_width (column);

      if (column != shown_column)
        continue;
      if (gtk_column_view_column_get_visible (column))
        g_variant_builder_add (shown, "s", name);
      if (width != g_array_index (self->widths, int, i))
        g_variant_builder_add (widths, "{si}", name, width);
    }
}

static GVariant *
new_entry (KladkaTableLayout *self)
{
  KladkaTableState *table = get_table (self);
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GVariantBuilder shown = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  GVariantBuilder widths = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{si}"));
  gboolean descending;
  guint sort = kladka_table_state_get_sort (table, &descending);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      add_shown (self, &shown, &widths, column);
    }
  return g_variant_new (ENTRY_TYPE, &shown, &widths,
                        sort != KLADKA_COLUMN_NONE ? kladka_table_state_get_field (table, sort)->name : "", descending);
}

static void
save (KladkaTableLayout *self)
{
  g_autoptr (GVariant) tables = g_settings_get_value (self->settings, KEY);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{s" ENTRY_TYPE "}"));
  GVariantIter iter;
  const char *name;
  GVariant *entry;

  g_clear_handle_id (&self->pending, g_source_remove);
  g_variant_iter_init (&iter, tables);
  while (g_variant_iter_loop (&iter, "{&s@" ENTRY_TYPE "}", &name, &entry))
    if (!g_str_equal (name, get_type_name (self)))
      g_variant_builder_add (&builder, "{s@" ENTRY_TYPE "}", name, entry);
  g_variant_builder_add (&builder, "{s@" ENTRY_TYPE "}", get_type_name (self), new_entry (self));
  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&builder));
}

static gboolean
resized_cb (gpointer data)
{
  KladkaTableLayout *self = data;

  self->pending = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

/* A drag tells each pixel. */
static void
width_changed_cb (KladkaTableLayout *self)
{
  g_clear_handle_id (&self->pending, g_source_remove);
  self->pending = g_timeout_add (RESIZING_MS, resized_cb, self);
}

/* A column that is moved is taken out first: then one is missing for a moment. */
static void
moved_cb (KladkaTableLayout *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  if (g_list_model_get_n_items (columns) == self->widths->len)
    save (self);
}

/* ---- Object ---- */

static void
kladka_table_layout_dispose (GObject *object)
{
  KladkaTableLayout *self = KLADKA_TABLE_LAYOUT (object);

  if (self->pending != 0)
    save (self);
  g_clear_object (&self->list);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (kladka_table_layout_parent_class)->dispose (object);
}

static void
kladka_table_layout_finalize (GObject *object)
{
  g_array_unref (KLADKA_TABLE_LAYOUT (object)->widths);
  G_OBJECT_CLASS (kladka_table_layout_parent_class)->finalize (object);
}

static void
kladka_table_layout_class_init (KladkaTableLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kladka_table_layout_dispose;
  G_OBJECT_CLASS (klass)->finalize = kladka_table_layout_finalize;
}

static void
kladka_table_layout_init (KladkaTableLayout *self)
{
  self->widths = g_array_new (FALSE, FALSE, sizeof (int));
}

KladkaTableLayout *
kladka_table_layout_new (GSettings *settings, KladkaRecordList *list)
{
  KladkaTableLayout *self = g_object_new (KLADKA_TYPE_TABLE_LAYOUT, NULL);
  g_autoptr (GVariant) entry = NULL;
  g_autoptr (GVariant) shown = NULL;
  const char *sort;
  gboolean descending;

  self->settings = g_object_ref (settings);
  self->list = g_object_ref (list);
  entry = read_entry (self);
  if (entry == NULL)
    return self;
  g_variant_get (entry, "(@as@a{si}&sb)", &shown, NULL, &sort, &descending);
  show_columns (self, shown);
  kladka_record_list_sort (list, find_column (self, sort), descending);
  return self;
}

static void
follow_column (KladkaTableLayout *self, GtkColumnViewColumn *column)
{
  int width = gtk_column_view_column_get_fixed_width (column);

  g_array_append_val (self->widths, width);
  g_signal_connect_object (column, "notify::visible", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
}

void
kladka_table_layout_follow (KladkaTableLayout *self, GtkColumnView *view, KladkaTableColumns *columns)
{
  g_autoptr (GVariant) entry = read_entry (self);
  g_autoptr (GVariant) shown = NULL;
  g_autoptr (GVariant) widths = NULL;

  self->view = view;
  self->columns = columns;
  for (guint i = 0; i < kladka_table_state_get_n_columns (get_table (self)); i++)
    follow_column (self, kladka_table_columns_get_column (columns, i));
  if (entry != NULL)
    {
      g_variant_get (entry, "(@as@a{si}&sb)", &shown, &widths, NULL, NULL);
      order_columns (self, shown);
      widen_columns (self, widths);
      g_clear_handle_id (&self->pending, g_source_remove);
    }
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (columns, "sorted", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
}
