/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"

/* A small plan for the tests of charts and pages, made column by column. */
typedef struct {
  KladkaIds *ids;
  KladkaPacker *packer;
  KladkaPlanBuilder *builder;
} Maker;

static inline Maker
maker_new (void)
{
  Maker self = { .ids = kladka_ids_new () };

  self.packer = kladka_packer_new (self.ids);
  self.builder = kladka_plan_builder_new (self.ids);
  return self;
}

/* Pairs of column name and file text, ending in NULL. */
static inline void G_GNUC_NULL_TERMINATED
make (Maker *self, KladkaType type, const char *id, ...)
{
  const KladkaTypeInfo *info = kladka_type_get (type);
  const char *column;
  va_list args;

  kladka_packer_begin (self->packer, type, id);
  va_start (args, id);
  while ((column = va_arg (args, const char *)) != NULL)
    {
      const char *text = va_arg (args, const char *);
      int number = kladka_type_find_column (info, column);

      g_assert_cmpint (number, >=, 0);
      g_assert_true (kladka_packer_set_column (self->packer, (guint)number, text));
    }
  va_end (args);
  kladka_plan_builder_take (self->builder, kladka_packer_finish (self->packer));
}

static inline KladkaPlan *
maker_end (Maker *self)
{
  KladkaPlan *plan = kladka_plan_builder_end (self->builder);

  kladka_packer_free (self->packer);
  kladka_ids_unref (self->ids);
  return plan;
}

/* Two institutions, three capabilities, four needs, five projects; as of November 2026. */
static inline KladkaPlan *
make_small_plan (void)
{
  Maker m = maker_new ();

  make (&m, KLADKA_TYPE_PLAN, "plan", "title_en", "Test plan", "title_pl", "Plan próbny: gęślą jaźń", "title_uk",
        "Пробний план: ґанок, їжак, єдність", "period_start", "2026", "period_end", "2027", NULL);
  make (&m, KLADKA_TYPE_ORGANISATION, "moj", "name_en", "Ministry of Justice", "name_uk", "Міністерство юстиції",
        "short_name", "MoJ", NULL);
  make (&m, KLADKA_TYPE_ORGANISATION, "nld", "name_en", "Netherlands", "name_pl", "Holandia", NULL);
  make (&m, KLADKA_TYPE_CAPABILITY, "de", "code", "DE", "title_en", "Detect", "title_uk", "Виявлення", NULL);
  make (&m, KLADKA_TYPE_CAPABILITY, "de-cm", "code", "DE.CM", "title_en", "Monitoring", "parent", "de", "title_uk",
        "Моніторинг", NULL);
  make (&m, KLADKA_TYPE_CAPABILITY, "pr", "code", "PR", "title_en", "Protect", "title_uk", "Захист", NULL);
  make (&m, KLADKA_TYPE_INITIATIVE, "tm", "title_en", "Tallinn Mechanism", NULL);
  make (&m, KLADKA_TYPE_NEED, "need-1", "reference", "N-1", "title_en", "EDR for registers", "title_uk",
        "EDR для реєстрів", "stage", "verified", "recipient", "moj", "capability", "de-cm", "quantity", "100000",
        "priority", "5", "wanted_from", "2026-03", "wanted_until", "2027-06-30", NULL);
  make (&m, KLADKA_TYPE_NEED, "need-2", "reference", "N-2", "title_en", "Backup site", "title_pl", "Ośrodek zapasowy",
        "stage", "verified", "recipient", "moj", "capability", "pr", "quantity", "1000", "priority", "3", "wanted_from",
        "2026-Q4", NULL);
  make (&m, KLADKA_TYPE_PROJECT, "proj-1", "title_en", "EDR rollout", "title_uk", "Розгортання EDR", "status",
        "implementation", "planned_start", "2026-02-01", "planned_end", "2026-Q4", "actual_start", "2026-03-01",
        "initiative", "tm", NULL);
  make (&m, KLADKA_TYPE_PROJECT, "proj-2", "title_en", "Backup study", "status", "idea", "planned_start", "2027", NULL);
  make (&m, KLADKA_TYPE_PROJECT, "proj-3", "title_en", "Some day", NULL);
  make (&m, KLADKA_TYPE_PARTICIPATION, "part-1", "project", "proj-1", "organisation", "nld", "role", "funding", NULL);
  make (&m, KLADKA_TYPE_DELIVERY, "del-1", "project", "proj-1", "capability", "de-cm", "need", "need-1", "quantity",
        "60000", "delivered_on", "2026-05-15", "sustained_until", "2027-03", NULL);
  make (&m, KLADKA_TYPE_MILESTONE, "mile-1", "project", "proj-1", "title_en", "Half way", "planned_on", "2026-08-01",
        NULL);
  return maker_end (&m);
}
