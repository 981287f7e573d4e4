/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-scene-private.h"

#include <math.h>

/* The keyboard's way through a scene, and its text dump. */

typedef struct {
  int row;
  double x;
} Place;

static gboolean
is_stop (const KladkaMark *mark)
{
  return mark->flags & KLADKA_MARK_HIT && (mark->target == KLADKA_TARGET_RECORD || mark->target == KLADKA_TARGET_CELL);
}

static Place
get_place (const KladkaScene *self, guint mark)
{
  KladkaBox box = kladka_scene_get_mark_box (self, mark);

  return (Place){ kladka_scene_get_mark (self, mark)->row, box.x + box.width / 2 };
}

/* How far @to is from @from, going @go; negative = not that way. Rows weigh more than any x. */
static double
get_distance (Place from, Place to, KladkaGo go)
{
  const double a_row = 1e6;

  switch (go)
    {
    case KLADKA_GO_LEFT:
      return to.row == from.row && to.x < from.x ? from.x - to.x : -1;
    case KLADKA_GO_RIGHT:
      return to.row == from.row && to.x > from.x ? to.x - from.x : -1;
    case KLADKA_GO_UP:
      return to.row < from.row ? (from.row - to.row) * a_row + fabs (to.x - from.x) : -1;
    case KLADKA_GO_DOWN:
      return to.row > from.row ? (to.row - from.row) * a_row + fabs (to.x - from.x) : -1;
    case KLADKA_GO_LAST:
      return 4e15 - (to.row * a_row + to.x);
    case KLADKA_GO_FIRST:
    default:
      return to.row * a_row + to.x + 1e5;
    }
}

int
kladka_scene_next (const KladkaScene *self, int mark, KladkaGo go)
{
  Place from = { 0 };
  double nearest = G_MAXDOUBLE;
  int best = -1;

  if (mark < 0)
    go = KLADKA_GO_FIRST;
  else
    from = get_place (self, (guint)mark);
  for (guint i = 0; i < self->marks->len; i++)
    {
      double distance;

      if ((int)i == mark || !is_stop (kladka_scene_get_mark (self, i)))
        continue;
      distance = get_distance (from, get_place (self, i), go);
      if (distance >= 0 && distance < nearest)
        {
          nearest = distance;
          best = (int)i;
        }
    }
  /* Home on the first mark stays there. */
  if (best >= 0 && mark >= 0 && (go == KLADKA_GO_FIRST || go == KLADKA_GO_LAST)
      && is_stop (kladka_scene_get_mark (self, (guint)mark)) && get_distance (from, from, go) < nearest)
    return mark;
  return best;
}

static const char *const shape_names[KLADKA_N_SHAPES] = {
  "rect",   "bar",    "line",    "diamond",         "bracket",     "text",      "wrapped",
  "opened", "closed", "lapsing", "duplicated-sign", "end-unknown", "imprecise", "not-measured",
};

static const char *const ink_names[KLADKA_N_INKS] = {
  "none",
  "background",
  "row",
  "lane",
  "ruler",
  "grid-line",
  "grid-strong",
  "text",
  "text-dim",
  "today",
  "period",
  "expander",
  "bar-delivering",
  "bar-committed",
  "bar-planned",
  "bar-stopped",
  "done-delivering",
  "done-committed",
  "done-planned",
  "done-stopped",
  "tail",
  "tail-unknown",
  "milestone",
  "milestone-reached",
  "need",
  "need-open",
  "need-partly",
  "need-covered",
  "state-not-recorded",
  "state-unasked",
  "state-amount-unknown",
  "state-gap",
  "state-lapsing",
  "state-partly",
  "state-duplicated",
  "state-covered",
  "supply-planned",
  "sign",
  "hover",
  "selected",
  "focus",
  "ghost",
  "guide",
  "bubble",
};

static const char *const band_names[] = { "corner", "ruler", "labels", "rows", "over", "legend", "highlight" };

static const char *const flag_names[] = { "soft-start", "soft-end", "open-start", "open-end",
                                          "end",        "centre",   "hit",        "drags" };

static void
dump_mark (GString *out, const KladkaMark *mark)
{
  g_string_append_printf (out, "  %s %s %.0f,%.0f %.0fx%.0f", shape_names[mark->shape], ink_names[mark->ink],
                          mark->box.x, mark->box.y, mark->box.width, mark->box.height);
  if (mark->row >= 0 || mark->column >= 0)
    g_string_append_printf (out, " @%d,%d", mark->row, mark->column);
  for (guint i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if (mark->flags & 1u << i)
      g_string_append_printf (out, " %s", flag_names[i]);
  if (mark->text != NULL)
    g_string_append_printf (out, " \"%s\"", mark->text);
  g_string_append_c (out, '\n');
}

char *
kladka_scene_dup_dump (const KladkaScene *self)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "scene %.0fx%.0f of %.0fx%.0f\n", self->width, self->height, self->content_width,
                          self->content_height);
  for (guint b = 0; b < self->bands->len; b++)
    {
      const KladkaBand *band = &g_array_index (self->bands, KladkaBand, b);

      g_string_append_printf (out, "%s %u at %.0f,%.0f clip %.0f,%.0f %.0fx%.0f\n", band_names[band->kind], band->index,
                              band->origin_x, band->origin_y, band->clip.x, band->clip.y, band->clip.width,
                              band->clip.height);
      for (guint m = 0; m < band->n_marks; m++)
        dump_mark (out, &g_array_index (self->marks, KladkaMark, band->first_mark + m));
    }
  return g_string_free (out, FALSE);
}
