/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-catalogue.h"
#include "kladka-coverage.h"

G_BEGIN_DECLS

/**
 * KladkaDemand:
 * @from: first month in which it is active, within the plan's
 * @to: month behind the last
 * @wanted: thousandths; 0: not measured
 * @who: recipient, else beneficiary; 0: names neither
 * @place: its place among all needs in the order in which they are given to
 *
 * Private to analysis: a need that counts, ready for sums.
 */
typedef struct {
  const KladkaNeed *need;
  gint64 wanted;
  gint32 from;
  gint32 to;
  gint32 weight;
  KladkaRef who;
  int capability; /* slot; -1 */
  guint place;
  gboolean imprecise;
} KladkaDemand;

/* In the order of ids. Returns: (element-type KladkaDemand) */
GArray *kladka_demand_list_new (const KladkaPlan *plan,
                                const KladkaCoverageSpec *spec,
                                const KladkaCatalogue *catalogue,
                                KladkaSpan months);

/* The months in which what lasts from one day to another (inclusive) counts: those whose last day lies within, or the
 * one in which it both begins and ends. Empty where it ends before it begins. */
KladkaSpan kladka_months_of_days (gint32 first_day, gint32 last_day);
/* The months of the plan's period; empty without one. */
KladkaSpan kladka_months_of_plan (const KladkaPlan *plan);

static inline KladkaSpan
kladka_span_cut (KladkaSpan self, KladkaSpan to)
{
  KladkaSpan cut = { MAX (self.from, to.from), MIN (self.to, to.to) };

  return cut.from < cut.to ? cut : (KladkaSpan){ to.from, to.from };
}

static inline gboolean
kladka_date_is_imprecise (KladkaDate self)
{
  return self.precision == KLADKA_PRECISION_QUARTER || self.precision == KLADKA_PRECISION_YEAR;
}

G_END_DECLS
