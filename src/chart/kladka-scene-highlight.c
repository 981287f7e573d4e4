/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-scene-builder.h"

#define RING 2
#define BUBBLE_PADDING 6

static void
add_ring (KladkaSceneBuilder *builder, const KladkaScene *base, int mark, KladkaInk ink)
{
  KladkaBox box;

  if (mark < 0 || mark >= (int)kladka_scene_get_n_marks (base))
    return;
  box = kladka_scene_get_mark_box (base, (guint)mark);
  if (box.width <= 0 || box.height <= 0)
    return;
  kladka_scene_builder_add (builder, KLADKA_SHAPE_BAR, ink,
                            (KladkaBox){ box.x - RING, box.y - RING, box.width + 2 * RING, box.height + 2 * RING });
}

static gboolean
is_among (KladkaRef ref, const KladkaRef *refs)
{
  for (; refs != NULL && *refs != 0; refs++)
    if (*refs == ref)
      return TRUE;
  return FALSE;
}

/* To take a short bar by. */
static void
add_handles (KladkaSceneBuilder *builder, const KladkaScene *base, guint mark)
{
  KladkaBox handles[2];

  if (!kladka_scene_get_handles (base, mark, handles))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    if (handles[i].width > 0)
      kladka_scene_builder_add (builder, KLADKA_SHAPE_BAR, KLADKA_INK_SELECTED, handles[i]);
}

static void
add_selected (KladkaSceneBuilder *builder, const KladkaScene *base, const KladkaHighlight *highlight)
{
  for (guint i = 0; i < kladka_scene_get_n_marks (base); i++)
    {
      const KladkaMark *mark = kladka_scene_get_mark (base, i);
      gboolean record = mark->target == KLADKA_TARGET_RECORD || mark->target == KLADKA_TARGET_LABEL;

      if (record && is_among (mark->ref, highlight->selected))
        {
          add_ring (builder, base, (int)i, KLADKA_INK_SELECTED);
          add_handles (builder, base, i);
        }
      else if (mark->target == KLADKA_TARGET_CELL && highlight->selected_row >= 0
               && mark->row == highlight->selected_row && mark->column == highlight->selected_column)
        add_ring (builder, base, (int)i, KLADKA_INK_SELECTED);
    }
}

static double
find_widest (char **lines, KladkaMeasure *measure)
{
  double widest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    widest = MAX (widest, kladka_measure_get_width (measure, KLADKA_FONT_SMALL, lines[i]));
  return widest;
}

/* Above the ghost, or below it where there is no room; in the plot as far as it fits. */
static void
add_bubble (KladkaSceneBuilder *builder,
            const KladkaBox *plot,
            const KladkaBox *ghost,
            const char *text,
            KladkaMeasure *measure)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  double width = MIN (find_widest (lines, measure) + 2 * BUBBLE_PADDING, plot->width);
  double line = kladka_measure_get_line_height (measure, KLADKA_FONT_SMALL);
  double height = g_strv_length (lines) * line + BUBBLE_PADDING;
  double y = ghost->y - height - 4 < plot->y ? ghost->y + ghost->height + 4 : ghost->y - height - 4;
  double x = CLAMP (ghost->x, plot->x, MAX (plot->x, plot->x + plot->width - width));

  kladka_scene_builder_add (builder, KLADKA_SHAPE_BAR, KLADKA_INK_BUBBLE, (KladkaBox){ x, y, width, height });
  for (guint i = 0; lines[i] != NULL; i++)
    kladka_scene_builder_text (
        builder, KLADKA_FONT_SMALL, KLADKA_INK_BUBBLE,
        (KladkaBox){ x + BUBBLE_PADDING, y + BUBBLE_PADDING / 2 + i * line, width - 2 * BUBBLE_PADDING, line },
        lines[i]);
}

static void
add_ghost (KladkaSceneBuilder *builder, const KladkaBox *plot, const KladkaBox *ghost)
{
  const double ends[] = { ghost->x, ghost->x + ghost->width };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    kladka_scene_builder_add (builder, KLADKA_SHAPE_LINE, KLADKA_INK_GUIDE, (KladkaBox){ ends[i], 0, 0, ghost->y });
  kladka_scene_builder_add (builder, KLADKA_SHAPE_BAR, KLADKA_INK_GHOST, *ghost);
}

KladkaScene *
kladka_scene_new_highlight (const KladkaScene *base, const KladkaHighlight *highlight, KladkaMeasure *measure)
{
  double width = kladka_scene_get_width (base);
  double height = kladka_scene_get_height (base);
  KladkaSceneBuilder *builder = kladka_scene_builder_new (width, height);
  KladkaBox plot = kladka_scene_get_plot (base);

  kladka_scene_builder_set_plot (builder, plot);
  kladka_scene_builder_begin_band (builder, KLADKA_BAND_HIGHLIGHT, 0, (KladkaBox){ 0, 0, width, height }, 0, 0);
  if (highlight->hover != highlight->focus)
    add_ring (builder, base, highlight->hover, KLADKA_INK_HOVER);
  if (highlight->selected != NULL || highlight->selected_row >= 0)
    add_selected (builder, base, highlight);
  add_ring (builder, base, highlight->focus, KLADKA_INK_FOCUS);
  if (highlight->ghost != NULL)
    add_ghost (builder, &plot, highlight->ghost);
  if (highlight->ghost != NULL && highlight->bubble != NULL)
    add_bubble (builder, &plot, highlight->ghost, highlight->bubble, measure);
  return kladka_scene_builder_end (builder);
}
