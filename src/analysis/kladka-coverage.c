/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-coverage.h"

#include "kladka-coverage-private.h"

static void
place_needs (KladkaCoverage *self)
{
  guint n = kladka_plan_get_n_slots (self->plan, KLADKA_TYPE_NEED);

  self->place_of_need = g_new (int, n + 1);
  for (guint i = 0; i < n; i++)
    self->place_of_need[i] = -1;
  for (guint i = 0; i < self->demands->len; i++)
    self->place_of_need[kladka_coverage_get_demand (self, i)->need->base.slot] = i;
}

KladkaCoverage *
kladka_coverage_new (const KladkaPlan *plan, const KladkaCoverageSpec *spec)
{
  KladkaCoverage *self = g_new0 (KladkaCoverage, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->plan = kladka_plan_ref (plan);
  self->spec = *spec;
  self->months = kladka_months_of_plan (plan);
  kladka_catalogue_init (&self->catalogue, plan);
  self->demands = kladka_demand_list_new (plan, spec, &self->catalogue, self->months);
  place_needs (self);
  self->supplies = kladka_supply_list_new (plan, spec, &self->catalogue, self->place_of_need, self->months);
  kladka_reach_init (&self->reach, &self->catalogue, self->demands, self->supplies);
  kladka_givings_init (&self->givings, self->demands, self->supplies, &self->reach, self->months, spec->line);
  return self;
}

KladkaCoverage *
kladka_coverage_ref (const KladkaCoverage *self)
{
  g_atomic_ref_count_inc (&((KladkaCoverage *)self)->ref_count);
  return (KladkaCoverage *)self;
}

void
kladka_coverage_unref (KladkaCoverage *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  kladka_givings_clear (&self->givings);
  kladka_reach_clear (&self->reach);
  kladka_catalogue_clear (&self->catalogue);
  g_array_unref (self->demands);
  g_array_unref (self->supplies);
  g_free (self->place_of_need);
  kladka_plan_unref (self->plan);
  g_free (self);
}

const KladkaPlan *
kladka_coverage_get_plan (const KladkaCoverage *self)
{
  return self->plan;
}

const KladkaCoverageSpec *
kladka_coverage_get_spec (const KladkaCoverage *self)
{
  return &self->spec;
}

KladkaSpan
kladka_coverage_get_months (const KladkaCoverage *self)
{
  return self->months;
}

guint
kladka_coverage_get_n_needs (const KladkaCoverage *self)
{
  return self->demands->len;
}

const KladkaNeed *
kladka_coverage_get_need (const KladkaCoverage *self, guint need)
{
  return kladka_coverage_get_demand (self, need)->need;
}

int
kladka_coverage_find_need (const KladkaCoverage *self, KladkaRef need)
{
  const KladkaNeed *record = need != 0 ? kladka_plan_need (self->plan, need) : NULL;

  return record != NULL ? self->place_of_need[record->base.slot] : -1;
}

gint32
kladka_coverage_get_weight (const KladkaCoverage *self, guint need)
{
  return kladka_coverage_get_demand (self, need)->weight;
}

gboolean
kladka_coverage_is_active (const KladkaCoverage *self, guint need, gint32 month)
{
  const KladkaDemand *demand = kladka_coverage_get_demand (self, need);

  return month >= demand->from && month < demand->to;
}

double
kladka_coverage_get_cover (const KladkaCoverage *self, guint need, gint32 month, KladkaCertainty certainty)
{
  return kladka_stretch_new (self, need, month, NULL).cover[certainty];
}

double
kladka_coverage_get_counted (const KladkaCoverage *self, guint need, gint32 month)
{
  return kladka_stretch_new (self, need, month, NULL).counted;
}

double
kladka_coverage_get_lost (const KladkaCoverage *self, guint need, gint32 month)
{
  return kladka_monthlies_find (&self->givings.losses, need, month);
}

double
kladka_coverage_get_lapse (const KladkaCoverage *self, guint need, gint32 month)
{
  return kladka_monthlies_find (&self->givings.lapses, need, month);
}

gboolean
kladka_coverage_is_amount_unknown (const KladkaCoverage *self, guint need, gint32 month)
{
  return (kladka_stretch_new (self, need, month, NULL).unknown & ((2u << self->spec.line) - 1)) != 0;
}

double
kladka_coverage_get_gift_share (const KladkaCoverage *self, guint need, const KladkaGift *gift)
{
  gint64 wanted = kladka_coverage_get_demand (self, need)->wanted;

  return wanted > 0 ? (double)gift->amount / wanted : 1;
}

GArray *
kladka_coverage_dup_givings (const KladkaCoverage *self, guint need, gint32 month)
{
  g_autoptr (GArray) gifts = g_array_new (FALSE, FALSE, sizeof (KladkaGift));
  GArray *givings = g_array_new (FALSE, FALSE, sizeof (KladkaGiving));

  kladka_stretch_new (self, need, month, gifts);
  for (guint i = 0; i < gifts->len; i++)
    {
      const KladkaGift *gift = &g_array_index (gifts, KladkaGift, i);
      KladkaGiving giving = { .delivery = kladka_coverage_get_supply (self, gift->supply)->delivery,
                              .given = gift->measured ? gift->amount : 0,
                              .share = kladka_coverage_get_gift_share (self, need, gift),
                              .certainty = gift->certainty };

      g_array_append_val (givings, giving);
    }
  return givings;
}
