/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-demand.h"

#include "kladka-order.h"

#include <string.h>

KladkaSpan
kladka_months_of_days (gint32 first_day, gint32 last_day)
{
  KladkaSpan months;

  if (last_day < first_day)
    return (KladkaSpan){ 0, 0 };
  months.from = kladka_month_of_day (first_day);
  months.to = kladka_month_of_day (last_day + 1);
  /* Begins and ends inside one month. */
  if (months.to == months.from)
    months.to++;
  return months;
}

/* The period is taken as whole months, so that a need without end is active in the last one whatever its day. */
KladkaSpan
kladka_months_of_plan (const KladkaPlan *plan)
{
  const KladkaPlanInfo *info = kladka_plan_get_info (plan);
  KladkaSpan months;

  if (info == NULL || !kladka_date_is_set (info->period_start) || !kladka_date_is_set (info->period_end))
    return (KladkaSpan){ 0, 0 };
  months.from = kladka_month_of_day (kladka_date_get_first_day (info->period_start));
  months.to = kladka_month_of_day (kladka_date_get_last_day (info->period_end)) + 1;
  return months.from < months.to ? months : (KladkaSpan){ 0, 0 };
}

/* A need without a stage is a problem of the plan; nobody verified it, so it counts like a submitted one. */
static gboolean
counts (const KladkaNeed *need, const KladkaCoverageSpec *spec)
{
  switch ((KladkaStage)need->stage)
    {
    case KLADKA_STAGE_DRAFT:
    case KLADKA_STAGE_WITHDRAWN:
      return FALSE;
    case KLADKA_STAGE_NONE:
    case KLADKA_STAGE_SUBMITTED:
      return spec->include_unverified;
    case KLADKA_STAGE_VERIFIED:
    case KLADKA_STAGE_MATCHED:
    case KLADKA_STAGE_COVERED:
    default:
      return TRUE;
    }
}

/* Priority from 0 to 4: 1 or none is 0, in the weights and in the order of giving alike. */
static guint
get_priority (const KladkaNeed *need)
{
  return CLAMP (need->priority, 1, 5) - 1;
}

static gint32
get_weight (const KladkaPlanInfo *info, guint priority)
{
  gint32 weight = info->weights[priority];

  return weight >= 0 ? weight : 1 << priority;
}

static KladkaRef
find_organisation (const KladkaPlan *plan, KladkaRef ref)
{
  return ref != 0 && kladka_plan_organisation (plan, ref) != NULL ? ref : 0;
}

static KladkaSpan
find_months (const KladkaNeed *need, KladkaSpan months)
{
  gint32 first = kladka_month_first_day (months.from);
  gint32 last = kladka_month_last_day (months.to - 1);

  if (kladka_date_is_set (need->wanted_from))
    first = kladka_date_get_first_day (need->wanted_from);
  if (kladka_date_is_set (need->wanted_until))
    last = kladka_date_get_last_day (need->wanted_until);
  return kladka_span_cut (kladka_months_of_days (first, last), months);
}

static KladkaDemand
make_demand (const KladkaPlan *plan, const KladkaCatalogue *catalogue, const KladkaNeed *need, KladkaSpan months)
{
  KladkaSpan active = find_months (need, months);
  KladkaDemand demand = { .need = need, .from = active.from, .to = active.to };

  demand.wanted = need->quantity > 0 ? need->quantity : 0;
  demand.weight = get_weight (kladka_plan_get_info (plan), get_priority (need));
  demand.who = find_organisation (plan, need->recipient);
  if (demand.who == 0)
    demand.who = find_organisation (plan, need->beneficiary);
  demand.capability = kladka_catalogue_find (catalogue, plan, need->capability);
  demand.imprecise = kladka_date_is_imprecise (need->wanted_from) || kladka_date_is_imprecise (need->wanted_until);
  return demand;
}

/* Higher priority, then earlier "wanted from" (none first), then id: the array stands in the order of ids. */
static void
place_demands (GArray *demands)
{
  g_autofree guint64 *keys = g_new (guint64, demands->len + 1);

  for (guint i = 0; i < demands->len; i++)
    {
      const KladkaNeed *need = g_array_index (demands, KladkaDemand, i).need;
      guint64 day = 0;

      if (kladka_date_is_set (need->wanted_from))
        day = kladka_date_get_first_day (need->wanted_from) - KLADKA_DAY_MIN + 1;
      keys[i] = (guint64)(4 - get_priority (need)) << 56 | day << 32 | i;
    }
  kladka_order_keys (keys, demands->len);
  for (guint i = 0; i < demands->len; i++)
    g_array_index (demands, KladkaDemand, (guint32)keys[i]).place = i;
}

GArray *
kladka_demand_list_new (const KladkaPlan *plan,
                        const KladkaCoverageSpec *spec,
                        const KladkaCatalogue *catalogue,
                        KladkaSpan months)
{
  GArray *demands = g_array_new (FALSE, FALSE, sizeof (KladkaDemand));
  guint n, n_kept = 0;
  const KladkaRecord *const *records = kladka_plan_get_sorted (plan, KLADKA_TYPE_NEED, &n);

  if (months.from >= months.to)
    return demands;
  g_array_set_size (demands, n);
  for (guint i = 0; i < n; i++)
    if (counts ((const KladkaNeed *)records[i], spec))
      g_array_index (demands, KladkaDemand, n_kept++) =
          make_demand (plan, catalogue, (const KladkaNeed *)records[i], months);
  g_array_set_size (demands, n_kept);
  place_demands (demands);
  return demands;
}
