/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"

#include <string.h>

static const char *
id_of (const Brute *self, gconstpointer record)
{
  return kladka_plan_get_id (self->plan, record);
}

static gboolean
is_coarse (KladkaDate date)
{
  return date.precision == KLADKA_PRECISION_YEAR || date.precision == KLADKA_PRECISION_QUARTER;
}

static KladkaDate
project_end (const KladkaProject *project)
{
  return kladka_date_is_set (project->actual_end) ? project->actual_end : project->planned_end;
}

static KladkaDate
delivery_day (const Brute *self, int d)
{
  const KladkaDelivery *delivery = self->deliveries[d];

  if (kladka_date_is_set (delivery->delivered_on))
    return delivery->delivered_on;
  if (kladka_date_is_set (delivery->due_on))
    return delivery->due_on;
  return project_end (kladka_plan_project (self->plan, delivery->project));
}

static gboolean
has_money (const Brute *self, KladkaRef project)
{
  const KladkaRecord *record;

  for (guint slot = 0; kladka_plan_next (self->plan, KLADKA_TYPE_TRANSACTION, &slot, &record);)
    {
      const KladkaTransaction *transaction = (const KladkaTransaction *)record;

      if (transaction->project == project
          && (transaction->kind == KLADKA_TRANSACTION_COMMITMENT || transaction->kind == KLADKA_TRANSACTION_DISBURSEMENT
              || transaction->kind == KLADKA_TRANSACTION_IN_KIND))
        return TRUE;
    }
  return FALSE;
}

/* What the delivery is on one day; @running: as if no project had stopped. */
static guint8
on_day (const Brute *self, int d, gint32 day, gboolean running)
{
  const KladkaDelivery *delivery = self->deliveries[d];
  const KladkaProject *project = kladka_plan_project (self->plan, delivery->project);
  gboolean stopped = project->status == KLADKA_STATUS_CANCELLED || project->status == KLADKA_STATUS_SUSPENDED;
  gboolean early = project->status == KLADKA_STATUS_IDEA || project->status == KLADKA_STATUS_PIPELINE;
  gint32 start, known;
  guint8 certainty = KLADKA_CERTAINTY_DELIVERING;

  if (!kladka_date_is_set (delivery_day (self, d)) || (stopped && !kladka_date_is_set (project->status_on)))
    return BRUTE_NONE;
  start = kladka_date_get_last_day (delivery_day (self, d));
  if (day < start || (early && day < self->spec.as_of))
    return BRUTE_NONE;
  if (kladka_date_is_set (delivery->sustained_until) && day > kladka_date_get_last_day (delivery->sustained_until))
    return BRUTE_NONE;
  if (project->status == KLADKA_STATUS_PIPELINE)
    certainty = has_money (self, project->base.ref) ? KLADKA_CERTAINTY_COMMITTED : KLADKA_CERTAINTY_PLANNED;
  if (project->status == KLADKA_STATUS_IDEA || project->status == KLADKA_STATUS_NONE)
    certainty = KLADKA_CERTAINTY_PLANNED;
  if (stopped && !running && day > kladka_date_get_last_day (project->status_on))
    return start <= kladka_date_get_last_day (project->status_on) ? KLADKA_CERTAINTY_END_UNKNOWN : BRUTE_NONE;
  if (kladka_date_is_set (delivery->sustained_until) || certainty == KLADKA_CERTAINTY_PLANNED)
    return certainty;
  known = kladka_date_is_set (project_end (project)) ? kladka_date_get_last_day (project_end (project)) : start;
  return day > known ? KLADKA_CERTAINTY_END_UNKNOWN : certainty;
}

static guint8
in_month (const Brute *self, const guint8 *days, gint32 month)
{
  gint32 first = kladka_month_first_day (month) - self->scan;
  gint32 last = kladka_month_last_day (month) - self->scan;
  int begins = -1, ends = -1;

  if (days[last] != BRUTE_NONE)
    return days[last];
  for (int i = 0; i <= self->last_day - self->scan; i++)
    if (days[i] != BRUTE_NONE)
      {
        begins = begins < 0 ? i : begins;
        ends = i;
      }
  return begins >= first && ends <= last && begins >= 0 ? days[ends] : BRUTE_NONE;
}

static gboolean
is_active (const Brute *self, int n, gint32 month)
{
  const KladkaNeed *need = self->needs[n];
  gint32 from = self->first_day, until = self->last_day;
  gint32 first = kladka_month_first_day (month), last = kladka_month_last_day (month);

  if (kladka_date_is_set (need->wanted_from))
    from = kladka_date_get_first_day (need->wanted_from);
  if (kladka_date_is_set (need->wanted_until))
    until = kladka_date_get_last_day (need->wanted_until);
  return (from <= last && last <= until) || (from <= until && from >= first && until <= last);
}

static KladkaRef
alive (const Brute *self, KladkaRef ref)
{
  return kladka_plan_get (self->plan, ref) != NULL ? ref : 0;
}

static gboolean
same_unit (const Brute *self, KladkaRef a, KladkaRef b)
{
  const KladkaCapability *left = kladka_plan_capability (self->plan, a);
  const KladkaCapability *right = kladka_plan_capability (self->plan, b);

  for (int i = 0; i < KLADKA_N_LANGS; i++)
    if (g_strcmp0 (left != NULL ? left->unit.in[i] : NULL, right != NULL ? right->unit.in[i] : NULL) != 0)
      return FALSE;
  return TRUE;
}

gboolean
brute_fits (const Brute *self, int d, int n)
{
  const KladkaDelivery *delivery = self->deliveries[d];
  const KladkaNeed *need = self->needs[n];
  KladkaRef who = alive (self, need->recipient);
  gboolean above = FALSE;

  if (alive (self, delivery->need) != 0)
    return delivery->need == need->base.ref;
  if (who == 0)
    who = alive (self, need->beneficiary);
  for (KladkaRef at = alive (self, delivery->capability); at != 0;
       at = alive (self, kladka_plan_capability (self->plan, at)->parent))
    above |= at == need->capability;
  return above && same_unit (self, delivery->capability, need->capability)
         && (alive (self, delivery->recipient) == 0 || delivery->recipient == who);
}

static gint64
quantity_of (const Brute *self, int d)
{
  const KladkaDelivery *delivery = self->deliveries[d];
  const KladkaNeed *need = kladka_plan_need (self->plan, delivery->need);

  if (delivery->quantity == KLADKA_INT_NONE
      || (need != NULL && !same_unit (self, delivery->capability, need->capability)))
    return 0;
  return delivery->quantity;
}

static int
tie_of (const Brute *self, int d)
{
  if (alive (self, self->deliveries[d]->need) != 0)
    return 0;
  return alive (self, self->deliveries[d]->recipient) != 0 ? 1 : 2;
}

static gboolean
is_before (const Brute *self, const guint8 *classes, int a, int b)
{
  gint32 day_a = kladka_date_get_last_day (delivery_day (self, a)),
         day_b = kladka_date_get_last_day (delivery_day (self, b));

  if (classes[a] != classes[b])
    return classes[a] < classes[b];
  if (tie_of (self, a) != tie_of (self, b))
    return tie_of (self, a) < tie_of (self, b);
  if (day_a != day_b)
    return day_a < day_b;
  return strcmp (id_of (self, self->deliveries[a]), id_of (self, self->deliveries[b])) < 0;
}

static gint64
priority_of (const KladkaNeed *need)
{
  return need->priority == KLADKA_INT_NONE ? 1 : need->priority;
}

static gboolean
is_served_before (const Brute *self, int a, int b)
{
  const KladkaNeed *left = self->needs[a], *right = self->needs[b];
  gint32 from_a = kladka_date_is_set (left->wanted_from) ? kladka_date_get_first_day (left->wanted_from) : G_MININT32;
  gint32 from_b = kladka_date_is_set (right->wanted_from) ? kladka_date_get_first_day (right->wanted_from) : G_MININT32;

  if (priority_of (left) != priority_of (right))
    return priority_of (left) > priority_of (right);
  return from_a != from_b ? from_a < from_b : strcmp (id_of (self, left), id_of (self, right)) < 0;
}

typedef struct {
  gint64 got[BRUTE_MAX][KLADKA_N_CERTAINTIES];
  gint64 unmeasured[BRUTE_MAX];
  int covered_by[BRUTE_MAX]; /* certainty, for needs without quantity */
  gboolean unknown[BRUTE_MAX];
  double given[BRUTE_MAX][BRUTE_MAX]; /* need, delivery */
  double unused[BRUTE_MAX];
} Month;

static void
serve (const Brute *self, Month *month, int d, int certainty, const gboolean *active)
{
  gboolean served[BRUTE_MAX] = { FALSE };
  gint64 quantity = quantity_of (self, d), left = quantity;
  gboolean in_use = FALSE;

  for (;;)
    {
      int best = -1;
      gint64 wanted, missing;

      for (int n = 0; n < self->n_needs; n++)
        if (active[n] && !served[n] && brute_fits (self, d, n) && (best < 0 || is_served_before (self, n, best)))
          best = n;
      if (best < 0)
        break;
      served[best] = TRUE;
      wanted = self->needs[best]->quantity;
      missing = wanted;
      for (int c = 0; c < KLADKA_N_CERTAINTIES && wanted != KLADKA_INT_NONE; c++)
        missing -= month->got[best][c];
      if (wanted == KLADKA_INT_NONE)
        {
          if (month->covered_by[best] == BRUTE_NONE)
            {
              month->covered_by[best] = certainty;
              month->given[best][d] = 1;
              in_use = TRUE;
            }
        }
      else if (quantity == 0 && wanted == 1000)
        {
          month->got[best][certainty] += missing;
          month->given[best][d] = missing / 1000.0;
          in_use |= missing > 0;
          if (certainty <= (int)self->spec.line)
            month->unmeasured[best] += missing;
        }
      else if (quantity == 0)
        {
          month->unknown[best] |= certainty <= (int)self->spec.line;
          in_use = TRUE;
        }
      else
        {
          gint64 gives = left < missing ? left : missing;

          month->got[best][certainty] += gives;
          month->given[best][d] = (double)gives / wanted;
          left -= gives;
        }
    }
  if (certainty <= (int)self->spec.line && !in_use && (quantity == 0 || left > 0))
    month->unused[d] = left;
}

static void
give_month (const Brute *self, Month *month, const guint8 *classes, const gboolean *active)
{
  gboolean done[BRUTE_MAX] = { FALSE };

  memset (month, 0, sizeof *month);
  for (int i = 0; i < BRUTE_MAX; i++)
    {
      month->covered_by[i] = BRUTE_NONE;
      month->unused[i] = -1;
    }
  for (;;)
    {
      int next = -1;

      for (int d = 0; d < self->n_deliveries; d++)
        if (!done[d] && classes[d] != BRUTE_NONE && (next < 0 || is_before (self, classes, d, next)))
          next = d;
      if (next < 0)
        return;
      done[next] = TRUE;
      serve (self, month, next, classes[next], active);
    }
}

static double
share_of (const Brute *self, const Month *month, int n, int certainty)
{
  if (self->needs[n]->quantity == KLADKA_INT_NONE)
    return month->covered_by[n] == certainty;
  return (double)month->got[n][certainty] / self->needs[n]->quantity;
}

static double
counted_of (const Brute *self, const Month *month, int n)
{
  double sum = 0;

  for (int c = 0; c <= (int)self->spec.line; c++)
    sum += share_of (self, month, n, c);
  return sum;
}

gboolean
brute_is_imprecise (const Brute *self, int d)
{
  const KladkaDelivery *delivery = self->deliveries[d];
  const KladkaProject *project = kladka_plan_project (self->plan, delivery->project);
  gboolean stopped = project->status == KLADKA_STATUS_CANCELLED || project->status == KLADKA_STATUS_SUSPENDED;

  if (is_coarse (delivery_day (self, d)) || (stopped && is_coarse (project->status_on)))
    return TRUE;
  return is_coarse (kladka_date_is_set (delivery->sustained_until) ? delivery->sustained_until : project_end (project));
}

static void
keep_month (Brute *self, int m, const Month *month, const Month *running, const gboolean *active, const guint8 *classes)
{
  for (int n = 0; n < self->n_needs; n++)
    {
      BruteCell *cell = &self->cells[n][m];
      double tied = 0;

      cell->active = active[n];
      if (!active[n])
        continue;
      for (int c = 0; c < KLADKA_N_CERTAINTIES; c++)
        cell->cover[c] = share_of (self, month, n, c);
      cell->counted = counted_of (self, month, n);
      cell->lost = counted_of (self, running, n) - cell->counted;
      cell->unknown = month->unknown[n];
      if (self->needs[n]->quantity != KLADKA_INT_NONE)
        cell->unmeasured = (double)month->unmeasured[n] / self->needs[n]->quantity;
      cell->imprecise = is_coarse (self->needs[n]->wanted_from) || is_coarse (self->needs[n]->wanted_until);
      for (int d = 0; d < self->n_deliveries; d++)
        {
          gboolean counts = classes[d] != BRUTE_NONE && classes[d] <= self->spec.line;

          cell->given[d] = month->given[n][d];
          if (counts && month->given[n][d] > 0)
            cell->imprecise |= brute_is_imprecise (self, d);
          if (counts && alive (self, self->deliveries[d]->need) == self->needs[n]->base.ref)
            tied += quantity_of (self, d);
        }
      cell->twice = self->needs[n]->quantity != KLADKA_INT_NONE && tied > 1.25 * self->needs[n]->quantity;
    }
  for (int d = 0; d < self->n_deliveries; d++)
    self->unused[d][m] = month->unused[d];
}

static void
work_month (Brute *self, int m)
{
  guint8 classes[BRUTE_MAX], running[BRUTE_MAX], lasting[BRUTE_MAX];
  gboolean active[BRUTE_MAX];
  g_autofree Month *month = g_new (Month, 1);
  g_autofree Month *other = g_new (Month, 1);

  for (int n = 0; n < self->n_needs; n++)
    active[n] = is_active (self, n, self->first_month + m);
  for (int d = 0; d < self->n_deliveries; d++)
    {
      guint8 before = m > 0 ? self->is_month[d][m - 1] : BRUTE_NONE;

      classes[d] = self->is_month[d][m];
      running[d] = self->were_month[d][m];
      lasting[d] = before <= self->spec.line && classes[d] > self->spec.line ? before : classes[d];
    }
  give_month (self, month, classes, active);
  give_month (self, other, lasting, active);
  for (int n = 0; n < self->n_needs && m > 0; n++)
    if (active[n] && self->cells[n][m - 1].active)
      self->cells[n][m - 1].lapse = counted_of (self, other, n) - counted_of (self, month, n);
  give_month (self, other, running, active);
  keep_month (self, m, month, other, active, classes);
}

gint32
brute_weight (const Brute *self, int n)
{
  static const gint32 usual[] = { 1, 2, 4, 8, 16 };
  gint64 priority = priority_of (self->needs[n]);
  gint32 own = kladka_plan_get_info (self->plan)->weights[priority - 1];

  return own != KLADKA_NUMBER_NONE ? own : usual[priority - 1];
}

static gboolean
need_counts (const Brute *self, const KladkaNeed *need)
{
  if (need->stage == KLADKA_STAGE_DRAFT || need->stage == KLADKA_STAGE_WITHDRAWN)
    return FALSE;
  return (need->stage != KLADKA_STAGE_SUBMITTED && need->stage != KLADKA_STAGE_NONE) || self->spec.include_unverified;
}

static void
read_records (Brute *self)
{
  guint n;
  const KladkaRecord *const *records = kladka_plan_get_sorted (self->plan, KLADKA_TYPE_NEED, &n);

  for (guint i = 0; i < n; i++)
    if (need_counts (self, (const KladkaNeed *)records[i]))
      self->needs[self->n_needs++] = (const KladkaNeed *)records[i];
  records = kladka_plan_get_sorted (self->plan, KLADKA_TYPE_DELIVERY, &n);
  for (guint i = 0; i < n; i++)
    if (kladka_plan_project (self->plan, ((const KladkaDelivery *)records[i])->project) != NULL)
      self->deliveries[self->n_deliveries++] = (const KladkaDelivery *)records[i];
}

Brute *
brute_new (const KladkaPlan *plan, const KladkaCoverageSpec *spec)
{
  Brute *self = g_new0 (Brute, 1);
  const KladkaPlanInfo *info = kladka_plan_get_info (plan);

  self->plan = plan;
  self->spec = *spec;
  self->first_month = kladka_month_of_day (kladka_date_get_first_day (info->period_start));
  self->n_months = kladka_month_of_day (kladka_date_get_last_day (info->period_end)) - self->first_month + 1;
  self->first_day = kladka_month_first_day (self->first_month);
  self->last_day = kladka_month_last_day (self->first_month + self->n_months - 1);
  self->scan = kladka_day_from_civil (2025, 1, 1);
  read_records (self);
  for (int d = 0; d < self->n_deliveries; d++)
    {
      for (int i = 0; i <= self->last_day - self->scan; i++)
        {
          self->is[d][i] = on_day (self, d, self->scan + i, FALSE);
          self->were[d][i] = on_day (self, d, self->scan + i, TRUE);
        }
      for (int m = 0; m < self->n_months; m++)
        {
          self->is_month[d][m] = in_month (self, self->is[d], self->first_month + m);
          self->were_month[d][m] = in_month (self, self->were[d], self->first_month + m);
        }
    }
  for (int m = 0; m < self->n_months; m++)
    work_month (self, m);
  return self;
}
