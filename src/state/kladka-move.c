/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-move.h"

#include "kladka-choices.h"

KladkaMove
kladka_move_get (const KladkaRecord *record)
{
  if (record->type == KLADKA_TYPE_PROJECT)
    {
      const KladkaProject *project = (const KladkaProject *)record;
      return (KladkaMove){ project->planned_start, project->planned_end };
    }
  if (record->type == KLADKA_TYPE_NEED)
    {
      const KladkaNeed *need = (const KladkaNeed *)record;
      return (KladkaMove){ need->wanted_from, need->wanted_until };
    }
  return (KladkaMove){ KLADKA_DATE_NONE, KLADKA_DATE_NONE };
}

gboolean
kladka_move_equal (const KladkaMove *a, const KladkaMove *b)
{
  return kladka_date_equal (a->start, b->start) && kladka_date_equal (a->end, b->end);
}

KladkaHold
kladka_move_check (const KladkaRecord *record, KladkaMovePart part)
{
  KladkaMove dates = kladka_move_get (record);
  gboolean has_start = kladka_date_is_set (dates.start), has_end = kladka_date_is_set (dates.end);

  if (record->type == KLADKA_TYPE_PROJECT)
    {
      const KladkaProject *project = (const KladkaProject *)record;

      if (kladka_date_is_set (project->actual_end))
        return KLADKA_HOLD_ENDED;
      if (part != KLADKA_MOVE_END && kladka_date_is_set (project->actual_start))
        return KLADKA_HOLD_STARTED;
    }
  if ((part == KLADKA_MOVE_START && !has_start) || (part == KLADKA_MOVE_END && !has_end) || (!has_start && !has_end))
    return KLADKA_HOLD_NO_DATES;
  return KLADKA_HOLD_NONE;
}

const char *
kladka_hold_get_words (KladkaHold hold, const KladkaWords *words)
{
  switch (hold)
    {
    case KLADKA_HOLD_STARTED:
      return kladka_words_get (words, KN_ ("It has started: only its planned end can be moved."));
    case KLADKA_HOLD_ENDED:
      return kladka_words_get (words, KN_ ("It has ended: its dates are changed in the form only."));
    case KLADKA_HOLD_NO_DATES:
      return kladka_words_get (words, KN_ ("It has no planned dates that could be moved."));
    case KLADKA_HOLD_NONE:
    default:
      return NULL;
    }
}

/* ---- Arithmetic of dates ---- */

static int
get_unit_months (KladkaTickUnit unit)
{
  return unit == KLADKA_TICK_YEAR ? 12 : unit == KLADKA_TICK_QUARTER ? 3 : unit == KLADKA_TICK_MONTH ? 1 : 0;
}

static int
get_precision_months (KladkaDate date)
{
  return date.precision == KLADKA_PRECISION_YEAR      ? 12
         : date.precision == KLADKA_PRECISION_QUARTER ? 3
         : date.precision == KLADKA_PRECISION_MONTH   ? 1
                                                      : 0;
}

static gboolean
is_last_of_month (KladkaDate date)
{
  return date.day == kladka_days_in_month (date.year, date.month);
}

/* A last day of a month stays one; the 30th stays the 30th where there is one. */
static KladkaDate
add_months (KladkaDate date, int n)
{
  int month = date.year * 12 + date.month - 1 + n;
  int year = month / 12, days = kladka_days_in_month (year, month % 12 + 1);
  gboolean last = is_last_of_month (date);
  KladkaDate moved;

  if (date.precision == KLADKA_PRECISION_DAY)
    moved = kladka_date_new_day (year, month % 12 + 1, last ? days : MIN (date.day, days));
  else if (date.precision == KLADKA_PRECISION_MONTH)
    moved = kladka_date_new_month (year, month % 12 + 1);
  else if (date.precision == KLADKA_PRECISION_QUARTER)
    moved = kladka_date_new_quarter (year, month % 12 / 3 + 1);
  else
    moved = kladka_date_new_year (year);
  /* Out of the years there are: it stays. */
  return kladka_date_is_set (moved) ? moved : date;
}

static KladkaDate
step (KladkaDate date, KladkaTickUnit unit, int n)
{
  int months = MAX (get_unit_months (unit), get_precision_months (date));

  if (!kladka_date_is_set (date))
    return date;
  if (months > 0)
    return add_months (date, months * n);
  return kladka_date_add_days (date, n * (unit == KLADKA_TICK_WEEK ? 7 : 1));
}

/* The other end goes along: by whole months where the first one went by such, else by days. */
static KladkaDate
follow (KladkaDate date, KladkaDate before, KladkaDate after)
{
  int months = (after.year - before.year) * 12 + after.month - before.month;
  gboolean whole = before.day == after.day || (is_last_of_month (before) && is_last_of_month (after));

  if (!kladka_date_is_set (date))
    return date;
  if (whole && before.precision == after.precision && months % MAX (get_precision_months (date), 1) == 0)
    return add_months (date, months);
  return kladka_date_add_days (date, kladka_date_get_first_day (after) - kladka_date_get_first_day (before));
}

static void
keep_order (KladkaMove *self, const KladkaMove *before, KladkaMovePart part)
{
  if (part == KLADKA_MOVE_WHOLE || !kladka_date_is_set (self->start) || !kladka_date_is_set (self->end)
      || kladka_date_get_last_day (self->end) >= kladka_date_get_first_day (self->start))
    return;
  if (part == KLADKA_MOVE_START)
    self->start = before->end.precision == before->start.precision ? before->end : before->start;
  else
    self->end = before->end.precision == before->start.precision ? before->start : before->end;
}

/* ---- Moves ---- */

KladkaMove
kladka_move_drag (const KladkaRecord *record, KladkaMovePart part, KladkaScale scale, double dx, KladkaTickUnit unit)
{
  KladkaMove before = kladka_move_get (record), move = before;

  if (part == KLADKA_MOVE_START || (part == KLADKA_MOVE_WHOLE && kladka_date_is_set (before.start)))
    move.start = kladka_timeline_snap (scale, before.start, dx, unit, FALSE);
  if (part == KLADKA_MOVE_END || (part == KLADKA_MOVE_WHOLE && !kladka_date_is_set (before.start)))
    move.end = kladka_timeline_snap (scale, before.end, dx, unit, TRUE);
  if (part == KLADKA_MOVE_WHOLE && kladka_date_is_set (before.start))
    move.end = follow (before.end, before.start, move.start);
  keep_order (&move, &before, part);
  return move;
}

KladkaMove
kladka_move_step (const KladkaRecord *record, KladkaMovePart part, KladkaTickUnit unit, int n)
{
  KladkaMove before = kladka_move_get (record), move = before;

  if (part != KLADKA_MOVE_END)
    move.start = step (before.start, unit, n);
  if (part == KLADKA_MOVE_END || !kladka_date_is_set (before.start))
    move.end = step (before.end, unit, n);
  else if (part == KLADKA_MOVE_WHOLE)
    move.end = follow (before.end, before.start, move.start);
  keep_order (&move, &before, part);
  return move;
}

KladkaMove
kladka_move_bring (const KladkaRecord *record, KladkaMovePart part, gboolean is_end, KladkaDate date)
{
  KladkaMove before = kladka_move_get (record), move = before;

  if (is_end)
    move.end = date;
  else
    move.start = date;
  if (part == KLADKA_MOVE_WHOLE && is_end)
    move.start = follow (before.start, before.end, date);
  else if (part == KLADKA_MOVE_WHOLE)
    move.end = follow (before.end, before.start, date);
  keep_order (&move, &before, part);
  return move;
}

gboolean
kladka_move_can_place (const KladkaRecord *record)
{
  const KladkaProject *project = (const KladkaProject *)record;

  return record->type == KLADKA_TYPE_PROJECT && !kladka_date_is_set (kladka_project_get_start (project))
         && !kladka_date_is_set (kladka_project_get_end (project));
}

KladkaMove
kladka_move_place (gint32 day, KladkaTickUnit unit)
{
  KladkaDate first = kladka_date_new_from_day (kladka_tick_unit_floor (unit, day));
  KladkaDate last = kladka_date_new_from_day (kladka_tick_unit_next (unit, day) - 1);

  switch (unit)
    {
    case KLADKA_TICK_YEAR:
      first = last = kladka_date_new_year (first.year);
      break;
    case KLADKA_TICK_QUARTER:
      first = last = kladka_date_new_quarter (first.year, (first.month + 2) / 3);
      break;
    case KLADKA_TICK_MONTH:
      first = last = kladka_date_new_month (first.year, first.month);
      break;
    default:
      break;
    }
  return (KladkaMove){ first, last };
}

gint32
kladka_move_get_days (const KladkaMove *before, const KladkaMove *after)
{
  if (kladka_date_is_set (before->start) && !kladka_date_equal (before->start, after->start))
    return kladka_date_get_first_day (after->start) - kladka_date_get_first_day (before->start);
  if (kladka_date_is_set (before->end))
    return kladka_date_get_last_day (after->end) - kladka_date_get_last_day (before->end);
  return 0;
}

char *
kladka_move_dup_words (const KladkaMove *before, const KladkaMove *after, const KladkaWords *words)
{
  g_autofree char *start = kladka_words_dup_date (words, after->start);
  g_autofree char *end = kladka_words_dup_date (words, after->end);
  gint32 days = kladka_move_get_days (before, after);
  const char *sign = days < 0 ? "−" : "+";
  g_autofree char *by =
      g_strdup_printf (kladka_words_get_n (words, "%s%d day", "%s%d days", (gulong)ABS (days)), sign, ABS (days));

  /* Placed for the first time: in one unit of the ruler. */
  if (!kladka_date_is_set (before->start) && !kladka_date_is_set (before->end))
    return g_str_equal (start, end) ? g_steal_pointer (&start) : g_strdup_printf ("%s – %s", start, end);
  return g_strdup_printf ("%s – %s (%s)", *start != '\0' ? start : "…", *end != '\0' ? end : "…", by);
}

KladkaEdits *
kladka_move_dup_edits (const KladkaMove *self, const KladkaPlan *plan, const KladkaRecord *record)
{
  gboolean need = record->type == KLADKA_TYPE_NEED;
  KladkaMove before = kladka_move_get (record);
  const char *id = kladka_plan_get_id (plan, record);
  KladkaEdits *edits = kladka_edits_new ();

  if (!kladka_date_equal (before.start, self->start))
    kladka_edits_set_named (edits, record->type, id, need ? "wanted_from" : "planned_start",
                            kladka_value_date (self->start));
  if (!kladka_date_equal (before.end, self->end))
    kladka_edits_set_named (edits, record->type, id, need ? "wanted_until" : "planned_end",
                            kladka_value_date (self->end));
  return edits;
}
