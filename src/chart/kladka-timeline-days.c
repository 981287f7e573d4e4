/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-timeline-private.h"

#include <math.h>

/* Pure look-ups and the snapping of dates; what a mark stands for in words is in kladka-timeline-words.c. */

KladkaSpan
kladka_plan_get_period_days (const KladkaPlan *plan)
{
  const KladkaPlanInfo *info = kladka_plan_get_info (plan);

  if (info == NULL || !kladka_date_is_set (info->period_start) || !kladka_date_is_set (info->period_end))
    return (KladkaSpan){ 0, 0 };
  return (KladkaSpan){ kladka_date_get_first_day (info->period_start),
                       kladka_date_get_last_day (info->period_end) + 1 };
}

KladkaDate
kladka_project_get_start (const KladkaProject *project)
{
  return kladka_date_is_set (project->actual_start) ? project->actual_start : project->planned_start;
}

KladkaDate
kladka_project_get_end (const KladkaProject *project)
{
  return kladka_date_is_set (project->actual_end) ? project->actual_end : project->planned_end;
}

static gboolean
is_committed (const KladkaPlan *plan, const KladkaProject *project)
{
  guint n;
  const KladkaRecord *const *records =
      kladka_plan_get_owned (plan, KLADKA_TYPE_TRANSACTION, "project", project->base.ref, &n);

  for (guint i = 0; i < n; i++)
    switch (((const KladkaTransaction *)records[i])->kind)
      {
      case KLADKA_TRANSACTION_COMMITMENT:
      case KLADKA_TRANSACTION_DISBURSEMENT:
      case KLADKA_TRANSACTION_IN_KIND:
        return TRUE;
      default:
        break;
      }
  return FALSE;
}

KladkaCertainty
kladka_project_get_certainty (const KladkaPlan *plan, const KladkaProject *project)
{
  switch (project->status)
    {
    case KLADKA_STATUS_IMPLEMENTATION:
    case KLADKA_STATUS_FINALISATION:
    case KLADKA_STATUS_CLOSED:
      return KLADKA_CERTAINTY_DELIVERING;
    case KLADKA_STATUS_PIPELINE:
      return is_committed (plan, project) ? KLADKA_CERTAINTY_COMMITTED : KLADKA_CERTAINTY_PLANNED;
    case KLADKA_STATUS_CANCELLED:
    case KLADKA_STATUS_SUSPENDED:
      return KLADKA_N_CERTAINTIES;
    default:
      return KLADKA_CERTAINTY_PLANNED;
    }
}

/* The first day of the unit nearest to @day. */
static gint32
round_to_unit (KladkaTickUnit unit, double day)
{
  gint32 before = kladka_tick_unit_floor (unit, (gint32)floor (day));
  gint32 after = kladka_tick_unit_next (unit, before);

  return day - before < after - day ? before : after;
}

KladkaDate
kladka_timeline_snap (KladkaScale scale, KladkaDate date, double dx, KladkaTickUnit unit, gboolean is_end)
{
  double moved = dx / kladka_scale_get_px_per_day (scale);
  gint32 day;

  if (date.precision != KLADKA_PRECISION_DAY)
    return kladka_date_add_days (date, (gint32)lrint (CLAMP (moved, -1e6, 1e6)));
  day = kladka_date_get_first_day (date);
  if (unit == KLADKA_TICK_DAY)
    day += (gint32)lrint (CLAMP (moved, -1e6, 1e6));
  else
    day = round_to_unit (unit, CLAMP (day + is_end + moved, KLADKA_DAY_MIN, KLADKA_DAY_MAX)) - is_end;
  return kladka_date_new_from_day (CLAMP (day, KLADKA_DAY_MIN, KLADKA_DAY_MAX));
}
