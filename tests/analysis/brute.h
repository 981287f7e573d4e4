/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-coverage.h"

/* The definition of coverage again, as naive as can be: every delivery on every day, every month on its own. */

#define BRUTE_MAX 40
#define BRUTE_MONTHS 40
#define BRUTE_DAYS 1400
#define BRUTE_NONE 9

typedef struct {
  gboolean active;
  double cover[KLADKA_N_CERTAINTIES];
  double counted;
  double unmeasured;
  double lost;
  double lapse;
  gboolean unknown;
  gboolean imprecise;
  gboolean twice;          /* tied projects bring over 1.25 */
  double given[BRUTE_MAX]; /* share by delivery */
} BruteCell;

typedef struct {
  const KladkaPlan *plan;
  KladkaCoverageSpec spec;
  gint32 first_month, n_months, first_day, last_day, scan;
  const KladkaNeed *needs[BRUTE_MAX];
  int n_needs;
  const KladkaDelivery *deliveries[BRUTE_MAX];
  int n_deliveries;
  guint8 is[BRUTE_MAX][BRUTE_DAYS], were[BRUTE_MAX][BRUTE_DAYS];
  guint8 is_month[BRUTE_MAX][BRUTE_MONTHS], were_month[BRUTE_MAX][BRUTE_MONTHS];
  BruteCell cells[BRUTE_MAX][BRUTE_MONTHS];
  double unused[BRUTE_MAX][BRUTE_MONTHS]; /* -1: none; 0: unmeasured */
} Brute;

Brute *brute_new (const KladkaPlan *plan, const KladkaCoverageSpec *spec);
gint32 brute_weight (const Brute *self, int need);
/* May the delivery be given to the need? */
gboolean brute_fits (const Brute *self, int delivery, int need);
gboolean brute_is_imprecise (const Brute *self, int delivery);
