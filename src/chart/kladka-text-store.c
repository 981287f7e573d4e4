/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-text-store.h"

#include <pango/pangocairo.h>

/* Two generations: what is not asked for while the young one fills is forgotten. */
#define GENERATION 3000

typedef struct {
  char *text;
  gint32 width; /* -1 = not cut */
  guint8 font;
  guint8 wrap;
  KladkaStoredText stored;
} Entry;

struct _KladkaTextStore {
  KladkaMeasure *measure;
  PangoContext *context;
  GHashTable *young; /* Entry → itself */
  GHashTable *old;
  KladkaHatchTiles *tiles; /* nullable */
};

static guint
entry_hash (gconstpointer data)
{
  const Entry *entry = data;

  return g_str_hash (entry->text) ^ (guint)entry->width * 2654435761u ^ (guint)entry->font << 24 ^ entry->wrap;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const Entry *of_a = a, *of_b = b;

  return of_a->width == of_b->width && of_a->font == of_b->font && of_a->wrap == of_b->wrap
         && strcmp (of_a->text, of_b->text) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->stored.layout);
  g_free (entry->text);
  g_free (entry);
}

static GHashTable *
create_generation (void)
{
  return g_hash_table_new_full (entry_hash, entry_equal, entry_free, NULL);
}

KladkaTextStore *
kladka_text_store_new (KladkaMeasure *measure)
{
  KladkaTextStore *self = g_new0 (KladkaTextStore, 1);

  self->measure = kladka_measure_ref (measure);
  self->context = kladka_measure_get_context (measure);
  self->young = create_generation ();
  self->old = create_generation ();
  return self;
}

void
kladka_text_store_free (KladkaTextStore *self)
{
  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  g_clear_pointer (&self->tiles, kladka_hatch_tiles_free);
  kladka_measure_unref (self->measure);
  g_free (self);
}

void
kladka_text_store_set_screen (KladkaTextStore *self, double scale)
{
  g_clear_pointer (&self->tiles, kladka_hatch_tiles_free);
  self->tiles = kladka_hatch_tiles_new (scale);
}

KladkaHatchTiles *
kladka_text_store_get_tiles (KladkaTextStore *self)
{
  return self->tiles;
}

static void
lay_out (KladkaTextStore *self, Entry *entry)
{
  PangoLayout *layout = pango_layout_new (self->context);
  int width, height;

  pango_layout_set_font_description (layout, kladka_measure_get_description (self->measure, entry->font));
  if (entry->width >= 0)
    pango_layout_set_width (layout, entry->width * PANGO_SCALE);
  if (entry->wrap)
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  else
    {
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_ellipsize (layout, entry->width >= 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
    }
  pango_layout_set_text (layout, entry->text, -1);
  pango_layout_get_size (layout, &width, &height);
  entry->stored = (KladkaStoredText){ layout, (double)width / PANGO_SCALE, (double)height / PANGO_SCALE };
}

static Entry *
add_entry (KladkaTextStore *self, const Entry *probe)
{
  Entry *entry = g_new0 (Entry, 1);

  *entry = *probe;
  entry->text = g_strdup (probe->text);
  lay_out (self, entry);
  g_hash_table_add (self->young, entry);
  return entry;
}

static void
age (KladkaTextStore *self)
{
  if (g_hash_table_size (self->young) < GENERATION)
    return;
  g_hash_table_unref (self->old);
  self->old = self->young;
  self->young = create_generation ();
}

const KladkaStoredText *
kladka_text_store_get (KladkaTextStore *self, KladkaFont font, const char *text, double width, gboolean wrap)
{
  Entry probe = {
    .text = (char *)text, .width = width < 0 ? -1 : (gint32)MIN (width, 1e6), .font = font, .wrap = wrap
  };
  Entry *entry = g_hash_table_lookup (self->young, &probe);

  if (entry != NULL)
    return &entry->stored;
  age (self);
  entry = g_hash_table_lookup (self->old, &probe);
  if (entry == NULL)
    return &add_entry (self, &probe)->stored;
  g_hash_table_steal (self->old, entry);
  g_hash_table_add (self->young, entry);
  return &entry->stored;
}
