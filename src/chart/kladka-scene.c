/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-scene-private.h"

#include <math.h>

#define GRIP 8
#define GRIP_OUTSIDE 4
#define SHORT 24 /* of such a bar thirds would be too small to take */

KladkaScene *
kladka_scene_ref (const KladkaScene *self)
{
  KladkaScene *scene = (KladkaScene *)self;

  g_atomic_ref_count_inc (&scene->ref_count);
  return scene;
}

void
kladka_scene_unref (KladkaScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->marks);
  g_array_unref (self->bands);
  g_string_chunk_free (self->texts);
  g_clear_pointer (&self->row_map, g_array_unref);
  if (self->words_destroy != NULL)
    self->words_destroy (self->words_data);
  g_free (self);
}

double
kladka_scene_get_width (const KladkaScene *self)
{
  return self->width;
}

double
kladka_scene_get_height (const KladkaScene *self)
{
  return self->height;
}

double
kladka_scene_get_content_width (const KladkaScene *self)
{
  return self->content_width;
}

double
kladka_scene_get_content_height (const KladkaScene *self)
{
  return self->content_height;
}

KladkaBox
kladka_scene_get_plot (const KladkaScene *self)
{
  return self->plot;
}

guint
kladka_scene_get_n_bands (const KladkaScene *self)
{
  return self->bands->len;
}

const KladkaBand *
kladka_scene_get_band (const KladkaScene *self, guint band)
{
  g_return_val_if_fail (band < self->bands->len, NULL);
  return &g_array_index (self->bands, KladkaBand, band);
}

guint
kladka_scene_get_n_marks (const KladkaScene *self)
{
  return self->marks->len;
}

const KladkaMark *
kladka_scene_get_mark (const KladkaScene *self, guint mark)
{
  g_return_val_if_fail (mark < self->marks->len, NULL);
  return &g_array_index (self->marks, KladkaMark, mark);
}

static const KladkaBand *
find_band (const KladkaScene *self, guint mark)
{
  for (guint i = self->bands->len; i-- > 0;)
    {
      const KladkaBand *band = &g_array_index (self->bands, KladkaBand, i);
      if (mark >= band->first_mark && band->n_marks > 0)
        return band;
    }
  return NULL;
}

static KladkaBox
cut (KladkaBox box, const KladkaBox *clip)
{
  double right = MIN (box.x + box.width, clip->x + clip->width);
  double bottom = MIN (box.y + box.height, clip->y + clip->height);

  box.x = MAX (box.x, clip->x);
  box.y = MAX (box.y, clip->y);
  box.width = MAX (right - box.x, 0);
  box.height = MAX (bottom - box.y, 0);
  return box;
}

KladkaBox
kladka_scene_get_mark_box (const KladkaScene *self, guint mark)
{
  KladkaBox box = kladka_scene_get_mark (self, mark)->box;
  const KladkaBand *band = find_band (self, mark);

  box.x += band->origin_x;
  box.y += band->origin_y;
  return cut (box, &band->clip);
}

/* Where @x, in the band's coordinates, lies in a mark that may be dragged. */
static KladkaZone
get_drag_zone (const KladkaMark *mark, double x)
{
  double grip = MIN (GRIP, mark->box.width / 3);

  if (x < mark->box.x + grip && !(mark->flags & KLADKA_MARK_OPEN_START))
    return KLADKA_ZONE_START;
  if (x >= mark->box.x + mark->box.width - grip && !(mark->flags & KLADKA_MARK_OPEN_END))
    return KLADKA_ZONE_END;
  return KLADKA_ZONE_BODY;
}

static KladkaZone
get_zone (const KladkaMark *mark, double x)
{
  switch ((KladkaTarget)mark->target)
    {
    case KLADKA_TARGET_EXPANDER:
      return KLADKA_ZONE_EXPANDER;
    case KLADKA_TARGET_TICK:
    case KLADKA_TARGET_COLUMN:
      return KLADKA_ZONE_RULER;
    case KLADKA_TARGET_LABEL:
    case KLADKA_TARGET_ROW:
    case KLADKA_TARGET_LANE:
      return KLADKA_ZONE_LABEL;
    case KLADKA_TARGET_NONE:
    case KLADKA_TARGET_RECORD:
    case KLADKA_TARGET_CELL:
    default:
      return mark->flags & KLADKA_MARK_DRAGS ? get_drag_zone (mark, x) : KLADKA_ZONE_BODY;
    }
}

static gboolean
is_hit (const KladkaMark *mark, double x, double y)
{
  KladkaBox box = mark->box;
  double across, down;

  if (!(mark->flags & KLADKA_MARK_HIT))
    return FALSE;
  if (mark->flags & KLADKA_MARK_DRAGS)
    {
      box.x -= GRIP_OUTSIDE;
      box.width += 2 * GRIP_OUTSIDE;
    }
  if (!kladka_box_contains (&box, x, y))
    return FALSE;
  if (mark->shape != KLADKA_SHAPE_DIAMOND)
    return TRUE;
  across = fabs (x - (box.x + box.width / 2)) / (box.width / 2);
  down = fabs (y - (box.y + box.height / 2)) / (box.height / 2);
  return across + down <= 1;
}

static int
get_row_at (const KladkaScene *self, double y)
{
  double row = self->row_height > 0 ? floor ((y - self->rows_y) / self->row_height) : -1;

  if (y < self->plot.y || y >= self->plot.y + self->plot.height || row < 0 || row >= self->n_rows)
    return -1;
  return self->row_map != NULL ? (int)g_array_index (self->row_map, guint, (guint)row) : (int)row;
}

static gboolean
hit_band (const KladkaScene *self, const KladkaBand *band, double x, double y, KladkaHit *hit)
{
  for (guint i = band->first_mark + band->n_marks; i-- > band->first_mark;)
    {
      const KladkaMark *mark = &g_array_index (self->marks, KladkaMark, i);

      if (!is_hit (mark, x - band->origin_x, y - band->origin_y))
        continue;
      hit->mark = (int)i;
      hit->zone = get_zone (mark, x - band->origin_x);
      if (mark->row >= 0)
        hit->row = mark->row;
      return TRUE;
    }
  return FALSE;
}

KladkaHit
kladka_scene_hit (const KladkaScene *self, double x, double y)
{
  KladkaHit hit = { .zone = KLADKA_ZONE_NONE, .mark = -1, .row = get_row_at (self, y) };

  for (guint i = self->bands->len; i-- > 0;)
    {
      const KladkaBand *band = &g_array_index (self->bands, KladkaBand, i);

      if (!kladka_box_contains (&band->clip, x, y))
        continue;
      if (hit_band (self, band, x, y, &hit))
        return hit;
      if (band->kind == KLADKA_BAND_RULER)
        hit.zone = KLADKA_ZONE_RULER;
    }
  if (kladka_box_contains (&self->plot, x, y))
    hit.zone = KLADKA_ZONE_PLOT;
  return hit;
}

gboolean
kladka_scene_get_handles (const KladkaScene *self, guint mark, KladkaBox ret_handles[2])
{
  const KladkaMark *it = kladka_scene_get_mark (self, mark);
  KladkaBox box = kladka_scene_get_mark_box (self, mark);
  gboolean start = !(it->flags & KLADKA_MARK_OPEN_START), end = !(it->flags & KLADKA_MARK_OPEN_END);

  if (!(it->flags & KLADKA_MARK_DRAGS) || it->box.width >= SHORT || box.width <= 0)
    return FALSE;
  ret_handles[0] = (KladkaBox){ box.x - GRIP - 2, box.y, start ? GRIP : 0, box.height };
  ret_handles[1] = (KladkaBox){ box.x + box.width + 2, box.y, end ? GRIP : 0, box.height };
  return TRUE;
}

static gboolean
hit_handles (const KladkaScene *self, guint mark, double x, double y, KladkaHit *hit)
{
  KladkaBox box = kladka_scene_get_mark_box (self, mark), handles[2];

  if (!kladka_scene_get_handles (self, mark, handles))
    return FALSE;
  hit->mark = (int)mark;
  hit->row = kladka_scene_get_mark (self, mark)->row;
  hit->zone = kladka_box_contains (&handles[0], x, y)   ? KLADKA_ZONE_START
              : kladka_box_contains (&handles[1], x, y) ? KLADKA_ZONE_END
              : kladka_box_contains (&box, x, y)        ? KLADKA_ZONE_BODY
                                                        : KLADKA_ZONE_NONE;
  return hit->zone != KLADKA_ZONE_NONE;
}

KladkaHit
kladka_scene_hit_selected (const KladkaScene *self, const KladkaRef *selected, double x, double y)
{
  KladkaHit hit;

  for (; selected != NULL && *selected != 0; selected++)
    for (guint i = 0; i < self->marks->len; i++)
      if (g_array_index (self->marks, KladkaMark, i).ref == *selected && hit_handles (self, i, x, y, &hit))
        return hit;
  return kladka_scene_hit (self, x, y);
}

int
kladka_scene_find_ref (const KladkaScene *self, KladkaRef ref)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const KladkaMark *mark = &g_array_index (self->marks, KladkaMark, i);
      if (mark->ref == ref && mark->target == KLADKA_TARGET_RECORD)
        return (int)i;
    }
  return -1;
}

int
kladka_scene_find_cell (const KladkaScene *self, int row, int column)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const KladkaMark *mark = &g_array_index (self->marks, KladkaMark, i);
      if (mark->row == row && mark->column == column && mark->target == KLADKA_TARGET_CELL)
        return (int)i;
    }
  return -1;
}

char *
kladka_scene_dup_words (const KladkaScene *self, guint mark, gboolean lines)
{
  const KladkaMark *it = kladka_scene_get_mark (self, mark);

  if (self->words == NULL || it->target == KLADKA_TARGET_NONE)
    return NULL;
  return self->words (it, lines, self->words_data);
}
