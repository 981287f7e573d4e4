/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-coverage.h"
#include "plan-maker.h"

/* Small plans of nasty mixtures, as lines for plan_maker_new(): the same seed gives the same plan. */

typedef struct {
  GRand *rand;
  GPtrArray *lines;
  guint n_organisations, n_capabilities, n_needs, n_projects, n_deliveries;
} RandomPlan;

static inline int
random_plan_pick (RandomPlan *self, int below)
{
  return g_rand_int_range (self->rand, 0, below);
}

static inline gboolean
random_plan_chance (RandomPlan *self, int percent)
{
  return random_plan_pick (self, 100) < percent;
}

static inline void
random_plan_date (RandomPlan *self, GString *line, const char *column)
{
  int year = 2025 + random_plan_pick (self, 3);
  int month = random_plan_pick (self, 12) + 1;

  switch (random_plan_pick (self, 6))
    {
    case 0:
      g_string_append_printf (line, " %s=%d", column, year);
      break;
    case 1:
      g_string_append_printf (line, " %s=%d-Q%d", column, year, (month + 2) / 3);
      break;
    case 2:
    case 3:
      g_string_append_printf (line, " %s=%d-%02d", column, year, month);
      break;
    default:
      g_string_append_printf (line, " %s=%d-%02d-%02d", column, year, month,
                              kladka_days_in_month (year, month)
                                  - (random_plan_chance (self, 40) ? 0 : random_plan_pick (self, 28)));
    }
}

static inline void
random_plan_maybe_date (RandomPlan *self, GString *line, const char *column, int percent)
{
  if (random_plan_chance (self, percent))
    random_plan_date (self, line, column);
}

static inline void
random_plan_maybe_ref (RandomPlan *self, GString *line, const char *column, char letter, guint n, int percent)
{
  if (n > 0 && random_plan_chance (self, percent))
    g_string_append_printf (line, " %s=%c%d", column, letter, random_plan_pick (self, n));
}

static inline void
random_plan_quantity (RandomPlan *self, GString *line)
{
  static const int quantities[] = { 1, 500, 1000, 1000, 1000, 2000, 3000, 7000, 10000 };

  if (random_plan_chance (self, 75))
    g_string_append_printf (line, " quantity=%d", quantities[random_plan_pick (self, G_N_ELEMENTS (quantities))]);
}

static inline void
random_plan_end_line (RandomPlan *self, GString *line)
{
  if (random_plan_chance (self, 4))
    g_string_append (line, " deleted=1");
  g_ptr_array_add (self->lines, g_string_free (line, FALSE));
}

static inline void
random_plan_tags (RandomPlan *self, GString *line)
{
  static const char *const tags[] = { " tags=x", " tags=x,y", " tags=y,z" };

  if (random_plan_chance (self, 50))
    g_string_append (line, tags[random_plan_pick (self, G_N_ELEMENTS (tags))]);
}

static inline GString *
random_plan_begin (const char *type, char letter, guint number)
{
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "%s %c%u", type, letter, number);
  return line;
}

static inline void
random_plan_frame (RandomPlan *self)
{
  static const char *const units[] = { " unit_en=seat", " unit_en=seat", " unit_en=seat unit_pl=miejsce", "" };
  static const char *const sectors[] = { "", " sector=energy", " sector=health" };

  for (guint i = 0; i < self->n_organisations; i++)
    {
      GString *line = random_plan_begin ("organisation", 'o', i);

      g_string_append (line, sectors[random_plan_pick (self, G_N_ELEMENTS (sectors))]);
      random_plan_end_line (self, line);
    }
  for (guint i = 0; i < self->n_capabilities; i++)
    {
      GString *line = random_plan_begin ("capability", 'c', i);

      g_string_append (line, units[random_plan_pick (self, G_N_ELEMENTS (units))]);
      random_plan_maybe_ref (self, line, "parent", 'c', i, 70);
      random_plan_end_line (self, line);
    }
}

static inline void
random_plan_needs (RandomPlan *self)
{
  static const char *const stages[] = { "",         "draft",    "submitted", "verified", "verified",
                                        "verified", "verified", "matched",   "covered",  "withdrawn" };

  for (guint i = 0; i < self->n_needs; i++)
    {
      GString *line = random_plan_begin ("need", 'n', i);
      const char *stage = stages[random_plan_pick (self, G_N_ELEMENTS (stages))];

      if (*stage != '\0')
        g_string_append_printf (line, " stage=%s", stage);
      random_plan_maybe_ref (self, line, "capability", 'c', self->n_capabilities, 95);
      random_plan_maybe_ref (self, line, "recipient", 'o', self->n_organisations, 60);
      random_plan_maybe_ref (self, line, "beneficiary", 'o', self->n_organisations, 50);
      random_plan_quantity (self, line);
      random_plan_maybe_date (self, line, "wanted_from", 60);
      random_plan_maybe_date (self, line, "wanted_until", 50);
      if (random_plan_chance (self, 70))
        g_string_append_printf (line, " priority=%d", random_plan_pick (self, 5) + 1);
      if (random_plan_chance (self, 30))
        g_string_append (line, " sector=banking");
      random_plan_tags (self, line);
      random_plan_end_line (self, line);
    }
}

static inline void
random_plan_projects (RandomPlan *self)
{
  static const char *const statuses[] = { "idea",         "pipeline", "pipeline",  "implementation", "implementation",
                                          "finalisation", "closed",   "cancelled", "suspended" };
  static const char *const kinds[] = { "pledge", "commitment", "disbursement", "expenditure", "in-kind" };
  static const char *const roles[] = { "funding", "funding", "implementing" };

  for (guint i = 0; i < self->n_projects; i++)
    {
      GString *line = random_plan_begin ("project", 'p', i);

      if (random_plan_chance (self, 92))
        g_string_append_printf (line, " status=%s", statuses[random_plan_pick (self, G_N_ELEMENTS (statuses))]);
      random_plan_maybe_date (self, line, "status_on", 85);
      random_plan_maybe_date (self, line, "planned_end", 60);
      random_plan_maybe_date (self, line, "actual_end", 20);
      random_plan_tags (self, line);
      random_plan_end_line (self, line);
    }
  for (guint i = 0; i < self->n_projects; i++)
    {
      GString *line = random_plan_begin ("transaction", 't', i);

      random_plan_maybe_ref (self, line, "project", 'p', self->n_projects, 90);
      g_string_append_printf (line, " kind=%s", kinds[random_plan_pick (self, G_N_ELEMENTS (kinds))]);
      random_plan_end_line (self, line);
    }
  for (guint i = 0; i < self->n_projects * 2; i++)
    {
      GString *line = random_plan_begin ("participation", 'a', i);

      random_plan_maybe_ref (self, line, "project", 'p', self->n_projects, 100);
      random_plan_maybe_ref (self, line, "organisation", 'o', self->n_organisations, 100);
      g_string_append_printf (line, " role=%s", roles[random_plan_pick (self, G_N_ELEMENTS (roles))]);
      if (random_plan_chance (self, 60))
        g_string_append_printf (line, " share=%d", random_plan_pick (self, 4) * 2500);
      random_plan_end_line (self, line);
    }
}

static inline char *
random_plan_delivery (RandomPlan *self, guint number)
{
  GString *line = random_plan_begin ("delivery", 'd', number);

  random_plan_maybe_ref (self, line, "project", 'p', self->n_projects, 98);
  random_plan_maybe_ref (self, line, "capability", 'c', self->n_capabilities, 96);
  random_plan_maybe_ref (self, line, "recipient", 'o', self->n_organisations, 60);
  random_plan_maybe_ref (self, line, "need", 'n', self->n_needs, 35);
  random_plan_quantity (self, line);
  random_plan_maybe_date (self, line, "due_on", 60);
  random_plan_maybe_date (self, line, "delivered_on", 40);
  random_plan_maybe_date (self, line, "sustained_until", 60);
  return g_string_free (line, FALSE);
}

/* From the numbers of records that are set. */
static inline void
random_plan_fill (RandomPlan *self)
{
  static const char *const periods[] = { "period_start=2026 period_end=2026",
                                         "period_start=2026-02-10 period_end=2027-01-15",
                                         "period_start=2025-Q4 period_end=2026-Q3" };

  g_ptr_array_add (self->lines, g_strdup_printf ("plan plan %s%s", periods[random_plan_pick (self, 3)],
                                                 random_plan_chance (self, 20) ? " weights=1=0~4=7" : ""));
  random_plan_frame (self);
  random_plan_needs (self);
  random_plan_projects (self);
  for (guint i = 0; i < self->n_deliveries; i++)
    g_ptr_array_add (self->lines, random_plan_delivery (self, i));
}

static inline void
random_plan_init (RandomPlan *self, guint32 seed)
{
  self->rand = g_rand_new_with_seed (seed);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->n_organisations = 1 + random_plan_pick (self, 3);
  self->n_capabilities = 1 + random_plan_pick (self, 5);
  self->n_needs = random_plan_pick (self, 9);
  self->n_projects = 1 + random_plan_pick (self, 6);
  self->n_deliveries = random_plan_pick (self, 14);
  random_plan_fill (self);
}

/* Many needs and deliveries that all want the same. */
static inline void
random_plan_init_crowd (RandomPlan *self, guint32 seed)
{
  self->rand = g_rand_new_with_seed (seed);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->n_organisations = 1 + random_plan_pick (self, 2);
  self->n_capabilities = 1 + random_plan_pick (self, 3);
  self->n_needs = 8 + random_plan_pick (self, 30);
  self->n_projects = 4 + random_plan_pick (self, 8);
  self->n_deliveries = 8 + random_plan_pick (self, 30);
  random_plan_fill (self);
}

static inline void
random_plan_clear (RandomPlan *self)
{
  g_rand_free (self->rand);
  g_ptr_array_unref (self->lines);
}

static inline KladkaPlan *
random_plan_make (const RandomPlan *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *)g_ptr_array_index (self->lines, i));
  return plan_maker_new (text->str);
}

/* The same lines in another order: other refs, other slots. */
static inline void
random_plan_shuffle (RandomPlan *self)
{
  for (guint i = self->lines->len; i > 1; i--)
    {
      guint j = random_plan_pick (self, i);
      gpointer line = self->lines->pdata[i - 1];

      self->lines->pdata[i - 1] = self->lines->pdata[j];
      self->lines->pdata[j] = line;
    }
}

static inline KladkaCoverageSpec
random_plan_spec (RandomPlan *self)
{
  KladkaCoverageSpec spec = { .line = KLADKA_CERTAINTY_END_UNKNOWN };

  spec.as_of = kladka_day_from_civil (2026, 1 + random_plan_pick (self, 12), 1 + random_plan_pick (self, 28));
  spec.include_unverified = random_plan_chance (self, 50);
  if (random_plan_chance (self, 40))
    spec.line = random_plan_pick (self, KLADKA_N_CERTAINTIES);
  return spec;
}
