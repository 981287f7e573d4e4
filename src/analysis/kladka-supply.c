/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-supply.h"

#include <string.h>

#define NEVER G_MAXINT32
#define AHEAD 8

typedef struct {
  const KladkaPlan *plan;
  const KladkaCoverageSpec *spec;
  const KladkaCatalogue *catalogue;
  const int *place_of_need;
  guint n_need_slots;
  guint8 *funded; /* by the project's slot: has a commitment, disbursement or help in kind */
  KladkaSpan months;
  gint32 last_day;              /* of the plan */
  const KladkaProject *project; /* of the delivery read last: those of one often stand together */
} Reader;

static guint8 *
find_funded (const KladkaPlan *plan)
{
  guint8 *funded = g_new0 (guint8, kladka_plan_get_n_slots (plan, KLADKA_TYPE_PROJECT) + 1);
  const KladkaRecord *record;

  for (guint slot = 0; kladka_plan_next (plan, KLADKA_TYPE_TRANSACTION, &slot, &record);)
    {
      const KladkaTransaction *transaction = (const KladkaTransaction *)record;
      const KladkaProject *project;

      if (transaction->project == 0
          || (transaction->kind != KLADKA_TRANSACTION_COMMITMENT && transaction->kind != KLADKA_TRANSACTION_DISBURSEMENT
              && transaction->kind != KLADKA_TRANSACTION_IN_KIND))
        continue;
      project = kladka_plan_project (plan, transaction->project);
      if (project != NULL)
        funded[project->base.slot] = TRUE;
    }
  return funded;
}

static KladkaDate
get_end (const KladkaProject *project)
{
  return kladka_date_is_set (project->actual_end) ? project->actual_end : project->planned_end;
}

static KladkaDate
get_day (const KladkaDelivery *delivery, const KladkaProject *project)
{
  if (kladka_date_is_set (delivery->delivered_on))
    return delivery->delivered_on;
  return kladka_date_is_set (delivery->due_on) ? delivery->due_on : get_end (project);
}

static gboolean
has_stopped (const KladkaProject *project)
{
  return project->status == KLADKA_STATUS_CANCELLED || project->status == KLADKA_STATUS_SUSPENDED;
}

/* A project that stopped was running before, and lost is what it would give were it running: it counts as in
 * implementation. */
static KladkaCertainty
get_certainty (const Reader *reader, const KladkaProject *project)
{
  switch ((KladkaStatus)project->status)
    {
    case KLADKA_STATUS_IMPLEMENTATION:
    case KLADKA_STATUS_FINALISATION:
    case KLADKA_STATUS_CLOSED:
    case KLADKA_STATUS_CANCELLED:
    case KLADKA_STATUS_SUSPENDED:
      return KLADKA_CERTAINTY_DELIVERING;
    case KLADKA_STATUS_PIPELINE:
      return reader->funded[project->base.slot] ? KLADKA_CERTAINTY_COMMITTED : KLADKA_CERTAINTY_PLANNED;
    case KLADKA_STATUS_NONE:
    case KLADKA_STATUS_IDEA:
    default:
      return KLADKA_CERTAINTY_PLANNED;
    }
}

/* The first month whose figures are those of a day after @day. What ends inside the month it turned in is judged on the
 * day it ends. */
static gint32
find_turn (gint32 day, gint32 last, KladkaSpan months)
{
  gint32 turn;

  if (day >= last)
    return months.to;
  turn = kladka_month_of_day (day + 1);
  return CLAMP (turn, months.from, months.to);
}

static KladkaPhases
make_phases (const Reader *reader, gint32 first, gint32 last, gint32 turn_day)
{
  KladkaSpan months = kladka_months_of_days (first, last);
  KladkaSpan cut = kladka_span_cut (months, reader->months);
  gint32 turn = months.from < months.to ? find_turn (turn_day, last, months) : cut.from;

  return (KladkaPhases){ cut.from, CLAMP (turn, cut.from, cut.to), cut.to };
}

/* The last day before its end is unknown. A planned delivery without an end is pale as it is, and stays planned to the
 * plan's end. */
static gint32
find_last_known (const KladkaSupply *supply)
{
  KladkaDate end = get_end (supply->project);

  if (kladka_date_is_set (supply->delivery->sustained_until) || supply->certainty == KLADKA_CERTAINTY_PLANNED)
    return NEVER;
  return kladka_date_is_set (end) ? kladka_date_get_last_day (end) : supply->day;
}

/* The day of stopping is the last that the date can mean, and belongs to the time before. "Had delivered" means that
 * the day from which it supplies had come, whether the record calls it "delivered on" or only "due on": a plan says the
 * first only of few, and what was due is not lost because nobody wrote down its arrival. */
static KladkaPhases
make_stopped_phases (const Reader *reader, const KladkaSupply *supply, gint32 last, gint32 last_known)
{
  const KladkaDate *status_on = &supply->project->status_on;
  gint32 stop;

  if (kladka_date_is_set (*status_on))
    {
      stop = kladka_date_get_last_day (*status_on);
      if (supply->day <= stop)
        return make_phases (reader, supply->day, last, MIN (last_known, stop));
    }
  return (KladkaPhases){ reader->months.from, reader->months.from, reader->months.from };
}

static gboolean
read_time (const Reader *reader, KladkaSupply *supply)
{
  KladkaDate day = get_day (supply->delivery, supply->project);
  gboolean has_end = kladka_date_is_set (supply->delivery->sustained_until);
  guint status = supply->project->status;
  gint32 last = has_end ? kladka_date_get_last_day (supply->delivery->sustained_until) : reader->last_day;
  gint32 first;
  gint32 last_known;

  if (!kladka_date_is_set (day))
    return FALSE;
  supply->day = kladka_date_get_last_day (day);
  first = supply->day;
  if (status == KLADKA_STATUS_IDEA || status == KLADKA_STATUS_PIPELINE)
    first = MAX (first, reader->spec->as_of);
  last_known = find_last_known (supply);
  supply->were = make_phases (reader, first, last, last_known);
  supply->is = supply->were;
  if (has_stopped (supply->project))
    {
      supply->is = make_stopped_phases (reader, supply, last, last_known);
      /* Without a day of stopping nobody can say what was lost: it supplies nothing and loses nothing. */
      if (!kladka_date_is_set (supply->project->status_on))
        supply->were = supply->is;
      supply->stopped = memcmp (&supply->is, &supply->were, sizeof (KladkaPhases)) != 0;
    }
  supply->imprecise =
      kladka_date_is_imprecise (day)
      || kladka_date_is_imprecise (has_end ? supply->delivery->sustained_until : get_end (supply->project))
      || (has_stopped (supply->project) && kladka_date_is_imprecise (supply->project->status_on));
  return supply->is.from < supply->is.to || supply->were.from < supply->were.to;
}

/* What has a place is there, and need not be looked at. */
static int
find_need (const Reader *reader, KladkaRef ref)
{
  KladkaIds *ids = kladka_plan_get_ids (reader->plan);

  if (kladka_ids_get_type (ids, ref) != KLADKA_TYPE_NEED)
    return KLADKA_NEED_NONE;
  if (kladka_ids_get_slot (ids, ref) < reader->n_need_slots)
    {
      int place = reader->place_of_need[kladka_ids_get_slot (ids, ref)];

      if (place >= 0)
        return place;
    }
  return kladka_plan_need (reader->plan, ref) != NULL ? KLADKA_NEED_NOT_COUNTED : KLADKA_NEED_NONE;
}

/* A reference to a deleted record is none, as it is in a plan below a ceiling: both give the same figures. */
static void
read_target (const Reader *reader, KladkaSupply *supply)
{
  const KladkaDelivery *delivery = supply->delivery;

  supply->need = find_need (reader, delivery->need);
  if (delivery->recipient != 0 && kladka_plan_organisation (reader->plan, delivery->recipient) != NULL)
    supply->recipient = delivery->recipient;
  supply->capability = kladka_catalogue_find (reader->catalogue, reader->plan, delivery->capability);
  supply->turn = supply->need != KLADKA_NEED_NONE ? KLADKA_TURN_TIED
                 : supply->recipient != 0         ? KLADKA_TURN_RECIPIENT
                                                  : KLADKA_TURN_ANY;
  supply->quantity = delivery->quantity > 0 ? delivery->quantity : 0;
}

/* A delivery whose project is gone belongs to nothing and supplies nothing. */
static gboolean
read_supply (Reader *reader, const KladkaDelivery *delivery, KladkaSupply *supply)
{
  if (reader->project == NULL || reader->project->base.ref != delivery->project)
    reader->project = kladka_plan_project (reader->plan, delivery->project);
  *supply = (KladkaSupply){ .delivery = delivery, .project = reader->project };
  if (supply->project == NULL)
    return FALSE;
  supply->certainty = get_certainty (reader, supply->project);
  if (!read_time (reader, supply))
    return FALSE;
  read_target (reader, supply);
  return TRUE;
}

/* Records lie here and there: one is on its way, in its two lines of memory, while those before it are read. */
static inline void
prefetch (const KladkaDelivery *delivery)
{
  __builtin_prefetch (&delivery->project);
  __builtin_prefetch (&delivery->sustained_until);
}

GArray *
kladka_supply_list_new (const KladkaPlan *plan,
                        const KladkaCoverageSpec *spec,
                        const KladkaCatalogue *catalogue,
                        const int *place_of_need,
                        KladkaSpan months)
{
  GArray *supplies = g_array_new (FALSE, FALSE, sizeof (KladkaSupply));
  g_autofree guint8 *funded = find_funded (plan);
  Reader reader = { .plan = plan,
                    .spec = spec,
                    .catalogue = catalogue,
                    .place_of_need = place_of_need,
                    .n_need_slots = kladka_plan_get_n_slots (plan, KLADKA_TYPE_NEED),
                    .funded = funded,
                    .months = months };
  guint n, n_kept = 0;
  const KladkaRecord *const *records = kladka_plan_get_sorted (plan, KLADKA_TYPE_DELIVERY, &n);

  if (months.from >= months.to)
    return supplies;
  reader.last_day = kladka_month_last_day (months.to - 1);
  /* Room for all at once: each is read where it stays. */
  g_array_set_size (supplies, n);
  for (guint i = 0; i < n; i++)
    {
      prefetch ((const KladkaDelivery *)records[MIN (i + AHEAD, n - 1)]);
      n_kept +=
          read_supply (&reader, (const KladkaDelivery *)records[i], &g_array_index (supplies, KladkaSupply, n_kept));
    }
  g_array_set_size (supplies, n_kept);
  return supplies;
}
