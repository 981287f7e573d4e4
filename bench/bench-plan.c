/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-plan.h"

/* A generator of its own, so that plans are the same on every machine. */
typedef struct {
  guint64 state;
} Random;

static guint
draw (Random *self, guint below)
{
  self->state = self->state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint)((self->state >> 33) % below);
}

/* A month @least to @least + @below - 1 after @month, within the period. */
static guint
draw_month_after (Random *self, guint month, guint least, guint below)
{
  guint after = month + least + draw (self, below);

  return MIN (BENCH_N_MONTHS - 1, after);
}

typedef struct {
  BenchPlan *bench;
  KladkaPlanBuilder *builder;
  KladkaPacker *packer;
  const KladkaTypeInfo *info;
  Random random;
} Maker;

static void
begin (Maker *self, KladkaType type, const char *letter, guint number)
{
  char id[16];

  g_snprintf (id, sizeof id, "%s%07u", letter, number);
  self->info = kladka_type_get (type);
  kladka_packer_begin (self->packer, type, id);
}

static guint
cell (Maker *self, const char *name)
{
  int found = kladka_type_find_cell (self->info, name);

  g_assert (found >= 0);
  return found;
}

static void
set_ref (Maker *self, const char *name, const char *letter, guint number)
{
  char id[16];

  g_snprintf (id, sizeof id, "%s%07u", letter, number);
  kladka_packer_set_ref (self->packer, cell (self, name), id);
}

static void
set_month (Maker *self, const char *name, guint month)
{
  kladka_packer_set_date (self->packer, cell (self, name),
                          kladka_date_new_month (BENCH_FIRST_YEAR + month / 12, month % 12 + 1));
}

static void
take (Maker *self)
{
  kladka_plan_builder_take (self->builder, kladka_packer_finish (self->packer));
}

/* Texts are borrowed until the record is finished. */
static void
take_titled (Maker *self, const char *field, const char *subject, guint number)
{
  static const char *const kinds[] = { "Detection", "Training", "Backup", "Response",
                                       "Registry",  "Exercise", "Audit",  "Cloud" };
  static const char *const kinds_pl[] = { "Wykrywanie", "Szkolenie", "Kopie zapasowe", "Reagowanie",
                                          "Rejestr",    "Ćwiczenie", "Audyt",          "Chmura" };
  static const char *const kinds_uk[] = { "Виявлення", "Навчання",      "Резервні копії", "Реагування",
                                          "Реєстр",    "Кібернавчання", "Аудит",          "Хмара" };
  guint kind = draw (&self->random, G_N_ELEMENTS (kinds));
  g_autofree char *en = g_strdup_printf ("%s for %s %u", kinds[kind], subject, number);
  g_autofree char *pl = g_strdup_printf ("%s dla %s %u", kinds_pl[kind], subject, number);
  g_autofree char *uk = g_strdup_printf ("%s для %s %u", kinds_uk[kind], subject, number);
  guint first = kladka_type_cell_of (self->info, field);

  kladka_packer_set_text (self->packer, first + KLADKA_LANG_EN, en);
  kladka_packer_set_text (self->packer, first + KLADKA_LANG_PL, pl);
  kladka_packer_set_text (self->packer, first + KLADKA_LANG_UK, uk);
  take (self);
}

static void
make_frame (Maker *self)
{
  begin (self, KLADKA_TYPE_PLAN, "plan", 0);
  kladka_packer_set_text (self->packer, cell (self, "base_currency"), "EUR");
  kladka_packer_set_integer (self->packer, cell (self, "default_marking"), KLADKA_MARKING_AMBER);
  set_month (self, "period_start", 0);
  set_month (self, "period_end", BENCH_N_MONTHS - 1);
  take_titled (self, "title", "bench", 0);
  for (guint i = 0; i < BENCH_N_RECIPIENTS; i++)
    {
      begin (self, KLADKA_TYPE_ORGANISATION, "o", i);
      take_titled (self, "name", "office", i);
    }
  for (guint i = 0; i < BENCH_N_CAPABILITIES; i++)
    {
      begin (self, KLADKA_TYPE_CAPABILITY, "c", i);
      kladka_packer_set_text (self->packer, cell (self, "unit_en"), "seat");
      if (i >= 20)
        set_ref (self, "parent", "c", i % 20);
      take_titled (self, "title", "capability", i);
    }
}

static void
make_need (Maker *self, guint i)
{
  BenchNeed *need = &self->bench->needs[i];
  guint priority = 1 + draw (&self->random, 5);
  static const gint16 weights[] = { 0, 1, 2, 4, 8, 16 };

  need->capability = 20 + draw (&self->random, BENCH_N_CAPABILITIES - 20);
  need->recipient = draw (&self->random, BENCH_N_RECIPIENTS);
  need->quantity = 1000 * (1 + draw (&self->random, 50));
  need->from = draw (&self->random, BENCH_N_MONTHS - 24);
  need->until = draw_month_after (&self->random, need->from, 12, 48);
  need->weight = weights[priority];
  begin (self, KLADKA_TYPE_NEED, "n", i);
  set_ref (self, "capability", "c", need->capability);
  set_ref (self, "recipient", "o", need->recipient);
  set_ref (self, "beneficiary", "o", need->recipient % 20);
  kladka_packer_set_integer (self->packer, cell (self, "quantity"), need->quantity);
  kladka_packer_set_integer (self->packer, cell (self, "priority"), priority);
  kladka_packer_set_integer (self->packer, cell (self, "stage"), KLADKA_STAGE_VERIFIED);
  set_month (self, "wanted_from", need->from);
  set_month (self, "wanted_until", need->until);
  take_titled (self, "title", "need", i);
}

static void
make_delivery (Maker *self, guint project, guint start, guint end, guint status)
{
  guint i = self->bench->n_deliveries++;
  BenchDelivery *delivery = &self->bench->deliveries[i];
  gboolean tied = draw (&self->random, 3) == 0;

  delivery->need = tied ? (gint32)draw (&self->random, self->bench->n_needs) : -1;
  delivery->capability = tied ? self->bench->needs[delivery->need].capability
                              : (gint16)(20 + draw (&self->random, BENCH_N_CAPABILITIES - 20));
  delivery->recipient = draw (&self->random, 4) > 0 ? (gint16)draw (&self->random, BENCH_N_RECIPIENTS) : -1;
  delivery->quantity = 1000 * (1 + draw (&self->random, 30));
  delivery->from = start + draw (&self->random, MAX (1, end - start));
  delivery->until = draw_month_after (&self->random, delivery->from, 6, 36);
  delivery->certainty = status == KLADKA_STATUS_PIPELINE ? 3 : 0;
  begin (self, KLADKA_TYPE_DELIVERY, "d", i);
  set_ref (self, "project", "p", project);
  set_ref (self, "capability", "c", delivery->capability);
  if (delivery->recipient >= 0)
    set_ref (self, "recipient", "o", delivery->recipient);
  if (tied)
    set_ref (self, "need", "n", delivery->need);
  kladka_packer_set_integer (self->packer, cell (self, "quantity"), delivery->quantity);
  set_month (self, "due_on", delivery->from);
  set_month (self, "sustained_until", delivery->until);
  take (self);
}

static void
make_project (Maker *self, guint i)
{
  guint start = draw (&self->random, BENCH_N_MONTHS - 12);
  guint end = draw_month_after (&self->random, start, 3, 30);
  guint status = KLADKA_STATUS_PIPELINE + draw (&self->random, 3);

  begin (self, KLADKA_TYPE_PROJECT, "p", i);
  kladka_packer_set_integer (self->packer, cell (self, "status"), status);
  set_month (self, "planned_start", start);
  set_month (self, "planned_end", end);
  take_titled (self, "title", "project", i);
  for (guint n = 1 + draw (&self->random, 3); n > 0; n--)
    make_delivery (self, i, start, end, status);
  for (guint n = 1 + draw (&self->random, 3), k = 0; k < n; k++)
    {
      begin (self, KLADKA_TYPE_MILESTONE, "m", i * 3 + k);
      set_ref (self, "project", "p", i);
      set_month (self, "planned_on", start + (end - start) * k / n);
      take_titled (self, "title", "milestone", k);
    }
  if (i > 0 && draw (&self->random, 2) == 0)
    {
      begin (self, KLADKA_TYPE_DEPENDENCY, "w", i);
      set_ref (self, "project", "p", i);
      set_ref (self, "waits_for", "p", draw (&self->random, i));
      kladka_packer_set_integer (self->packer, cell (self, "kind"), KLADKA_DEPENDENCY_FINISH_TO_START);
      take (self);
    }
}

BenchPlan *
bench_plan_new (guint n_projects)
{
  BenchPlan *self = g_new0 (BenchPlan, 1);
  g_autoptr (KladkaIds) ids = kladka_ids_new ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (ids);
  Maker maker = { self, kladka_plan_builder_new (ids), packer, NULL, { n_projects } };

  self->n_projects = n_projects;
  self->n_needs = n_projects / 2;
  self->needs = g_new0 (BenchNeed, self->n_needs);
  self->deliveries = g_new0 (BenchDelivery, (gsize)n_projects * 3);
  make_frame (&maker);
  for (guint i = 0; i < self->n_needs; i++)
    make_need (&maker, i);
  for (guint i = 0; i < n_projects; i++)
    make_project (&maker, i);
  self->plan = kladka_plan_builder_end (maker.builder);
  return self;
}

void
bench_plan_free (BenchPlan *self)
{
  kladka_plan_unref (self->plan);
  g_free (self->needs);
  g_free (self->deliveries);
  g_free (self);
}
