/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-sheet.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include "kladka-text-store.h"

typedef enum { ITEM_OPEN, ITEM_CLOSE, ITEM_TEXT, ITEM_BOX, ITEM_SCENE } ItemKind;

typedef struct {
  ItemKind kind;
  const char *tag;
  char *text;
  KladkaScene *scene;
  KladkaBox box;
  KladkaColour colour; /* alpha 0 = the style's */
  KladkaFont font;
  guint flags;
} Item;

struct _KladkaSheet {
  GArray *items; /* Item */
};

static void
clear_item_cb (gpointer data)
{
  Item *item = data;

  g_free (item->text);
  g_clear_pointer (&item->scene, kladka_scene_unref);
}

KladkaSheet *
kladka_sheet_new (void)
{
  KladkaSheet *self = g_new0 (KladkaSheet, 1);

  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item_cb);
  return self;
}

void
kladka_sheet_free (KladkaSheet *self)
{
  g_array_unref (self->items);
  g_free (self);
}

void
kladka_sheet_open (KladkaSheet *self, const char *tag)
{
  Item item = { .kind = ITEM_OPEN, .tag = tag };

  g_array_append_val (self->items, item);
}

void
kladka_sheet_close (KladkaSheet *self, const char *tag)
{
  Item item = { .kind = ITEM_CLOSE, .tag = tag };

  g_array_append_val (self->items, item);
}

void
kladka_sheet_text (KladkaSheet *self,
                   const char *tag,
                   KladkaFont font,
                   guint flags,
                   const KladkaColour *colour,
                   KladkaBox box,
                   const char *text)
{
  Item item = { .kind = ITEM_TEXT, .tag = tag, .text = g_strdup (text), .box = box, .font = font, .flags = flags };

  if (colour != NULL)
    item.colour = *colour;
  g_array_append_val (self->items, item);
}

void
kladka_sheet_box (KladkaSheet *self, const KladkaColour *fill, KladkaBox box)
{
  Item item = { .kind = ITEM_BOX, .box = box, .colour = *fill };

  g_array_append_val (self->items, item);
}

void
kladka_sheet_take_scene (KladkaSheet *self, KladkaScene *scene, double x, double y)
{
  Item item = { .kind = ITEM_SCENE, .scene = scene, .box = { x, y, 0, 0 } };

  g_array_append_val (self->items, item);
}

/* Only a PDF has a structure. */
static gboolean
has_structure (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
}

static void
set_colour (cairo_t *cr, const Item *item, const KladkaStyle *style)
{
  KladkaInk ink = item->flags & KLADKA_SHEET_DIM ? KLADKA_INK_TEXT_DIM : KLADKA_INK_TEXT;
  const KladkaColour *colour = item->colour.alpha > 0 ? &item->colour : &style->looks[ink].text;

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
draw_text (const Item *item, cairo_t *cr, const KladkaSheetTools *tools)
{
  gboolean wrap = (item->flags & KLADKA_SHEET_WRAP) != 0;
  const KladkaStoredText *text =
      kladka_text_store_get (tools->store, item->font, item->text, wrap ? item->box.width : -1, wrap);
  double x = item->box.x;

  if (!wrap && text->width > item->box.width + 0.1)
    text = kladka_text_store_get (tools->store, item->font, item->text, item->box.width, FALSE);
  if (item->flags & KLADKA_SHEET_END)
    x += item->box.width - text->width;
  else if (item->flags & KLADKA_SHEET_CENTRE)
    x += (item->box.width - text->width) / 2;
  set_colour (cr, item, &tools->style);
  cairo_move_to (cr, x, wrap ? item->box.y : item->box.y + (item->box.height - text->height) / 2);
  pango_cairo_show_layout (cr, text->layout);
  cairo_new_path (cr);
}

static void
draw_scene (const Item *item, cairo_t *cr, const KladkaSheetTools *tools)
{
  cairo_save (cr);
  cairo_translate (cr, item->box.x, item->box.y);
  cairo_scale (cr, tools->chart_scale, tools->chart_scale);
  kladka_paint_scene (cr, item->scene, &tools->style, tools->chart_store);
  cairo_restore (cr);
}

static void
draw_item (const Item *item, cairo_t *cr, const KladkaSheetTools *tools)
{
  switch (item->kind)
    {
    case ITEM_TEXT:
      draw_text (item, cr, tools);
      break;
    case ITEM_BOX:
      cairo_set_source_rgba (cr, item->colour.red, item->colour.green, item->colour.blue, item->colour.alpha);
      cairo_rectangle (cr, item->box.x, item->box.y, item->box.width, item->box.height);
      cairo_fill (cr);
      break;
    case ITEM_SCENE:
      draw_scene (item, cr, tools);
      break;
    case ITEM_OPEN:
    case ITEM_CLOSE:
    default:
      break;
    }
}

void
kladka_sheet_draw (const KladkaSheet *self, cairo_t *cr, const KladkaSheetTools *tools)
{
  gboolean structure = has_structure (cr);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      const char *tag = item->kind == ITEM_SCENE ? "Figure" : item->tag;

      if (structure && tag != NULL && item->kind != ITEM_CLOSE)
        cairo_tag_begin (cr, tag, NULL);
      draw_item (item, cr, tools);
      if (structure && tag != NULL && item->kind != ITEM_OPEN)
        cairo_tag_end (cr, tag);
    }
}
