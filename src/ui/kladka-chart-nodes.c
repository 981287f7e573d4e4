/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-chart-nodes.h"

#include <math.h>

#define REACH 4 /* strokes go a little beyond a mark's box */
#define KEPT 96 /* recordings; what is out of sight is let go beyond */

typedef struct {
  guint64 key;
  GskRenderNode *node; /* NULL for a band without marks */
  gboolean seen;
} Recording;

struct _KladkaChartNodes {
  GHashTable *recordings; /* kind and index → Recording */
  guint n_painted;
};

static void
recording_free (gpointer data)
{
  Recording *recording = data;

  g_clear_pointer (&recording->node, gsk_render_node_unref);
  g_free (recording);
}

KladkaChartNodes *
kladka_chart_nodes_new (void)
{
  KladkaChartNodes *self = g_new0 (KladkaChartNodes, 1);

  self->recordings = g_hash_table_new_full (NULL, NULL, NULL, recording_free);
  return self;
}

void
kladka_chart_nodes_free (KladkaChartNodes *self)
{
  g_hash_table_unref (self->recordings);
  g_free (self);
}

void
kladka_chart_nodes_forget (KladkaChartNodes *self)
{
  g_hash_table_remove_all (self->recordings);
}

guint
kladka_chart_nodes_get_n_painted (const KladkaChartNodes *self)
{
  return self->n_painted;
}

/* ---- Bounds ---- */

static graphene_rect_t
get_reach (const KladkaMark *mark)
{
  double x = floor (mark->box.x - REACH), y = floor (mark->box.y - REACH);

  return GRAPHENE_RECT_INIT (x, y, ceil (mark->box.x + mark->box.width + REACH) - x,
                             ceil (mark->box.y + mark->box.height + REACH) - y);
}

/* All that the band holds, in its own coordinates, cut at the sides to what its clip shows. It is not cut above and
 * below: there it is moved while it scrolls. */
static gboolean
get_bounds (const KladkaScene *scene, const KladkaBand *band, graphene_rect_t *ret_bounds)
{
  graphene_rect_t all, clip;

  if (band->n_marks == 0)
    return FALSE;
  all = get_reach (kladka_scene_get_mark (scene, band->first_mark));
  for (guint i = 1; i < band->n_marks; i++)
    {
      graphene_rect_t reach = get_reach (kladka_scene_get_mark (scene, band->first_mark + i));
      graphene_rect_union (&all, &reach, &all);
    }
  clip = GRAPHENE_RECT_INIT (floor (band->clip.x - band->origin_x), all.origin.y, ceil (band->clip.width) + 1,
                             all.size.height);
  return graphene_rect_intersection (&all, &clip, ret_bounds);
}

/* ---- Bands ---- */

static GskRenderNode *
paint_band (const KladkaScene *scene, guint index, const KladkaStyle *style, KladkaTextStore *store)
{
  GskRenderNode *node;
  graphene_rect_t bounds;
  cairo_t *cr;

  if (!get_bounds (scene, kladka_scene_get_band (scene, index), &bounds))
    return NULL;
  node = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (node);
  kladka_paint_band (cr, scene, index, style, store);
  cairo_destroy (cr);
  return node;
}

static GskRenderNode *
get_node (KladkaChartNodes *self,
          const KladkaScene *scene,
          guint index,
          const KladkaStyle *style,
          KladkaTextStore *store)
{
  const KladkaBand *band = kladka_scene_get_band (scene, index);
  gpointer place = GUINT_TO_POINTER ((guint)band->kind << 24 | (band->index & 0xffffff));
  Recording *recording = g_hash_table_lookup (self->recordings, place);

  if (recording == NULL)
    {
      recording = g_new0 (Recording, 1);
      recording->key = ~band->key;
      g_hash_table_insert (self->recordings, place, recording);
    }
  if (recording->key != band->key)
    {
      g_clear_pointer (&recording->node, gsk_render_node_unref);
      recording->node = paint_band (scene, index, style, store);
      recording->key = band->key;
      self->n_painted++;
    }
  recording->seen = TRUE;
  return recording->node;
}

static gboolean
is_out_of_sight_cb (gpointer place, gpointer data, gpointer user_data)
{
  Recording *recording = data;

  return !recording->seen;
}

static void
tidy (KladkaChartNodes *self)
{
  GHashTableIter iter;
  gpointer recording;

  if (g_hash_table_size (self->recordings) > KEPT)
    g_hash_table_foreach_remove (self->recordings, is_out_of_sight_cb, NULL);
  g_hash_table_iter_init (&iter, self->recordings);
  while (g_hash_table_iter_next (&iter, NULL, &recording))
    ((Recording *)recording)->seen = FALSE;
}

void
kladka_chart_nodes_append (KladkaChartNodes *self,
                           GtkSnapshot *snapshot,
                           const KladkaScene *scene,
                           const KladkaStyle *style,
                           KladkaTextStore *store)
{
  for (guint i = 0; i < kladka_scene_get_n_bands (scene); i++)
    {
      const KladkaBand *band = kladka_scene_get_band (scene, i);
      GskRenderNode *node = get_node (self, scene, i, style, store);

      if (node == NULL)
        continue;
      gtk_snapshot_push_clip (snapshot,
                              &GRAPHENE_RECT_INIT (band->clip.x, band->clip.y, band->clip.width, band->clip.height));
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (band->origin_x, band->origin_y));
      gtk_snapshot_append_node (snapshot, node);
      gtk_snapshot_restore (snapshot);
      gtk_snapshot_pop (snapshot);
    }
  tidy (self);
}

/* ---- Highlight ---- */

/* Joins what touches until nothing does. */
static GArray *
list_groups (const KladkaScene *scene)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

  for (guint i = 0; i < kladka_scene_get_n_marks (scene); i++)
    {
      graphene_rect_t reach = get_reach (kladka_scene_get_mark (scene, i));

      for (guint g = groups->len; g-- > 0;)
        {
          const graphene_rect_t *group = &g_array_index (groups, graphene_rect_t, g);
          if (!graphene_rect_intersection (group, &reach, NULL))
            continue;
          graphene_rect_union (group, &reach, &reach);
          g_array_remove_index_fast (groups, g);
          g = groups->len;
        }
      g_array_append_val (groups, reach);
    }
  return groups;
}

void
kladka_chart_nodes_append_highlight (GtkSnapshot *snapshot,
                                     const KladkaScene *scene,
                                     const KladkaStyle *style,
                                     KladkaTextStore *store)
{
  g_autoptr (GArray) groups = list_groups (scene);

  for (guint g = 0; g < groups->len; g++)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &g_array_index (groups, graphene_rect_t, g));

      for (guint band = 0; band < kladka_scene_get_n_bands (scene); band++)
        kladka_paint_band (cr, scene, band, style, store);
      cairo_destroy (cr);
    }
}
