/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-move-catch.h"

#include <math.h>

#define REACH 6.0 /* px */

/* ---- Edges ---- */

/* What the bar shows: the planned dates, else the actual ones. */
static KladkaMove
get_dates (const KladkaRecord *record)
{
  KladkaMove dates = kladka_move_get (record);

  if (record->type == KLADKA_TYPE_PROJECT && !kladka_date_is_set (dates.start) && !kladka_date_is_set (dates.end))
    {
      dates.start = kladka_project_get_start ((const KladkaProject *)record);
      dates.end = kladka_project_get_end ((const KladkaProject *)record);
    }
  return dates;
}

static gint32
get_day (KladkaDate date, gboolean is_end)
{
  return is_end ? kladka_date_get_last_day (date) + 1 : kladka_date_get_first_day (date);
}

static void
add_edge (GArray *edges, KladkaRef ref, KladkaDate date, gboolean is_end)
{
  KladkaEdge edge = { ref, 0, is_end };

  if (!kladka_date_is_set (date))
    return;
  edge.day = get_day (date, is_end);
  g_array_append_val (edges, edge);
}

GArray *
kladka_edges_list (const KladkaPlan *plan, const KladkaScene *scene, KladkaRef but)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (KladkaEdge));

  for (guint i = 0; i < kladka_scene_get_n_marks (scene); i++)
    {
      const KladkaMark *mark = kladka_scene_get_mark (scene, i);
      const KladkaRecord *record =
          mark->flags & KLADKA_MARK_DRAGS && mark->ref != but ? kladka_plan_get (plan, mark->ref) : NULL;
      KladkaMove dates;

      if (record == NULL)
        continue;
      dates = get_dates (record);
      add_edge (edges, mark->ref, dates.start, FALSE);
      add_edge (edges, mark->ref, dates.end, TRUE);
    }
  return edges;
}

/* ---- Catching ---- */

typedef struct {
  double days; /* dragged by */
  double px_per_day;
  const GArray *edges;
  double nearest;  /* px */
  KladkaDate date; /* of the end that is caught */
  KladkaCatch caught;
} Search;

/* Unset where a date of that precision cannot lie there. */
static KladkaDate
bring_to (KladkaDate date, gboolean is_end, gint32 day)
{
  KladkaDate moved = kladka_date_add_days (date, day - get_day (date, is_end));

  return kladka_date_is_set (moved) && get_day (moved, is_end) == day ? moved : KLADKA_DATE_NONE;
}

static void
search (Search *self, KladkaDate date, gboolean is_end)
{
  if (!kladka_date_is_set (date))
    return;
  for (guint i = 0; i < self->edges->len; i++)
    {
      const KladkaEdge *edge = &g_array_index (self->edges, KladkaEdge, i);
      double off = fabs (get_day (date, is_end) + self->days - edge->day) * self->px_per_day;
      KladkaDate moved = off < self->nearest ? bring_to (date, is_end, edge->day) : KLADKA_DATE_NONE;

      if (!kladka_date_is_set (moved))
        continue;
      self->nearest = off;
      self->date = moved;
      self->caught = (KladkaCatch){ *edge, is_end };
    }
}

gboolean
kladka_move_catch (const KladkaRecord *record,
                   KladkaMovePart part,
                   KladkaScale scale,
                   double dx,
                   const GArray *edges,
                   KladkaMove *ret_move,
                   KladkaCatch *ret_catch)
{
  KladkaMove before = kladka_move_get (record), move;
  Search found = { .px_per_day = kladka_scale_get_px_per_day (scale), .edges = edges, .nearest = REACH };

  found.days = dx / found.px_per_day;
  if (part != KLADKA_MOVE_END)
    search (&found, before.start, FALSE);
  if (part != KLADKA_MOVE_START)
    search (&found, before.end, TRUE);
  if (found.nearest >= REACH)
    return FALSE;
  move = kladka_move_bring (record, part, found.caught.by_end, found.date);
  /* It was held back: an end does not come before its start. */
  if (!kladka_date_equal (found.caught.by_end ? move.end : move.start, found.date))
    return FALSE;
  *ret_move = move;
  *ret_catch = found.caught;
  return TRUE;
}

char *
kladka_catch_dup_words (const KladkaCatch *self, const KladkaPlan *plan, const KladkaWords *words)
{
  const KladkaRecord *record = kladka_plan_get (plan, self->edge.ref);
  g_autofree char *name =
      record != NULL ? kladka_plan_dup_name (plan, record, kladka_words_get_lang (words)) : g_strdup ("");

  if (self->by_end && self->edge.is_end)
    return g_strdup_printf (kladka_words_get_c (words, "catch", KC_ ("catch", "Ends with %s")), name);
  if (self->by_end)
    return g_strdup_printf (kladka_words_get_c (words, "catch", KC_ ("catch", "Ends before %s")), name);
  if (self->edge.is_end)
    return g_strdup_printf (kladka_words_get_c (words, "catch", KC_ ("catch", "Starts after %s")), name);
  return g_strdup_printf (kladka_words_get_c (words, "catch", KC_ ("catch", "Starts with %s")), name);
}
