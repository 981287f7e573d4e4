/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "marked-plan.h"

#include "../analysis/plan-maker.h"

/* The plan's own record is not left out below its marking; its texts are. */
#define PLAN_MARKING KLADKA_MARKING_AMBER_STRICT

static const struct {
  const char *stem;
  const char *id;
  const char *code; /* in files; none = the plan's default */
} levels[] = {
  [KLADKA_MARKING_NONE] = { "zqGONE", "gone", "clear" },
  [KLADKA_MARKING_CLEAR] = { "zqCLEAR", "clear", "clear" },
  [KLADKA_MARKING_GREEN] = { "zqGREEN", "green", "green" },
  [KLADKA_MARKING_AMBER] = { "zqAMBER", "amber", "" },
  [KLADKA_MARKING_AMBER_STRICT] = { "zqSTRICT", "strict", "amber-strict" },
  [KLADKA_MARKING_RED] = { "zqRED", "red", "red" },
};

/* One of each at each level; @ stands for the stem and level in ids, so that an id that leaks is found too. */
static const struct {
  const char *type;
  const char *columns;
} records[] = {
  { "organisation", "country=UA" },
  { "capability", "" },
  { "initiative", "lead=organisation-@" },
  { "need", "stage=verified beneficiary=organisation-@ recipient=organisation-@ capability=capability-@ quantity=3000 "
            "priority=3 wanted_from=2026-01 estimated_cost_minor=100 estimated_cost_currency=EUR" },
  { "stage_day", "need=need-@ stage=verified reached_on=2026-02-03" },
  { "project", "initiative=initiative-@ status=implementation planned_start=2026-01 planned_end=2027-06 "
               "actual_start=2026-02-01" },
  { "offer", "organisation=organisation-@ capability=capability-@ project=project-@ recipients=organisation-@" },
  { "participation", "project=project-@ organisation=organisation-@ role=funding" },
  { "delivery", "project=project-@ capability=capability-@ recipient=organisation-@ need=need-@ quantity=1000 "
                "due_on=2026-03 sustained_until=2027-09" },
  { "transaction", "project=project-@ from=organisation-@ to=organisation-@ kind=commitment day=2026-02-01 "
                   "amount_minor=100 amount_currency=EUR same_amount_minor=70 same_amount_currency=EUR" },
  { "milestone", "project=project-@ planned_on=2026-08-01" },
  { "dependency", "project=project-@ waits_for=project-@ kind=start-to-start lag_days=1" },
  { "exchange_rate", "day=2026-01-05 currency=EUR against=USD per=1 rate=110000000" },
  { "decision", "rule=duplicate-delivery state=open records=need-@,delivery-@" },
  { "level", "capability=capability-@ organisation=organisation-@ now=1 target=3 day=2026-03" },
  { "action", "records=project-@ due_on=2026-12-01" },
  { "snapshot", "day=2026-05-01" },
  { "view", "kind=filter" },
  { "conflict", "record=need-@ resolved=0" },
  { "mapping", "record_type=need" },
  { "participation", "project=project-@ organisation=organisation-@ role=implementing" },
};

/* What a record rests on: marked clear itself, it counts as high as this one of its references. */
static const struct {
  const char *type;
  const char *column;
  const char *target;
} rests[] = {
  { "stage_day", "need", "need" },
  { "offer", "organisation", "organisation" },
  { "offer", "capability", "capability" },   /* none would mean any */
  { "offer", "recipients", "organisation" }, /* likewise */
  { "participation", "project", "project" },
  { "participation", "organisation", "organisation" },
  { "delivery", "project", "project" },
  { "delivery", "need", "need" },
  { "delivery", "capability", "capability" },
  { "delivery", "recipient", "organisation" }, /* none would mean any */
  { "transaction", "project", "project" },
  { "transaction", "initiative", "initiative" },
  { "transaction", "from", "organisation" },
  { "transaction", "to", "organisation" },
  { "transaction", "same_as", "transaction" },
  { "milestone", "project", "project" },
  { "dependency", "project", "project" },
  { "dependency", "waits_for", "project" },
  { "decision", "records", "delivery" },
  { "decision", "records", "transaction" },
  { "level", "capability", "capability" },
  { "level", "organisation", "organisation" },
  { "action", "records", "need" },
  { "action", "records", "decision" },
  { "conflict", "record", "project" },
  { "conflict", "record", "organisation" },
};

/* What a record only points to: it stays, and points to nothing. */
static const struct {
  const char *type;
  const char *column;
  const char *target;
} points[] = {
  { "organisation", "part_of", "organisation" }, { "capability", "parent", "capability" },
  { "initiative", "lead", "organisation" },      { "need", "recipient", "organisation" },
  { "need", "beneficiary", "organisation" },     { "need", "capability", "capability" },
  { "project", "initiative", "initiative" },     { "offer", "project", "project" },
};

typedef struct {
  KladkaPacker *packer;
  KladkaPlanBuilder *builder;
  KladkaMarking limit;
  GStringChunk *texts; /* borrowed by the packer */
  GPtrArray *words;
  guint n_words;
} Maker;

const char *
marked_plan_get_stem (KladkaMarking marking)
{
  return levels[marking].stem;
}

/* Codes of two or three letters name no record. */
static gboolean
takes_words (const KladkaCell *cell)
{
  static const char *const codes[] = { "country", "base_currency", "currency", "against", NULL };
  KladkaKind kind = cell->field->kind;

  return (kind == KLADKA_KIND_TEXT || kind == KLADKA_KIND_TEXT3 || kind == KLADKA_KIND_TAGS)
         && !g_strv_contains (codes, cell->name);
}

/* The same words whatever the limit. */
static void
set_words (Maker *self, const KladkaTypeInfo *info, KladkaMarking level, gboolean keep)
{
  for (guint column = 0; column < info->n_columns; column++)
    {
      g_autofree char *word = NULL;

      if (!takes_words (&info->cells[info->columns[column].cell]))
        continue;
      word = g_strdup_printf ("%s%u", levels[level].stem, ++self->n_words);
      if (!keep)
        continue;
      g_assert_true (kladka_packer_set_column (self->packer, column, g_string_chunk_insert (self->texts, word)));
      if (level != KLADKA_MARKING_NONE)
        g_ptr_array_add (self->words, g_steal_pointer (&word));
    }
}

static void
set_columns (Maker *self, const KladkaTypeInfo *info, const char *columns, KladkaMarking level)
{
  g_autofree char *name = g_strconcat (levels[level].stem, "-", levels[level].id, NULL);
  g_autoptr (GString) text = g_string_new (columns);
  g_auto (GStrv) pairs = NULL;

  g_string_replace (text, "@", name, 0);
  pairs = g_strsplit (text->str, " ", -1);
  for (guint i = 0; pairs[i] != NULL; i++)
    if (*pairs[i] != '\0' && !g_str_has_suffix (pairs[i], "="))
      plan_maker_set (self->packer, info, g_string_chunk_insert (self->texts, pairs[i]));
}

/* @own: the marking written; @level: how high it counts; @more: (nullable): one reference of another level. */
static void
add (Maker *self, guint record, const char *suffix, KladkaMarking own, KladkaMarking level, const char *more)
{
  const KladkaTypeInfo *info = kladka_type_find (records[record].type);
  g_autofree char *id = g_strconcat (records[record].type, "-", levels[level].stem, "-", suffix, NULL);
  g_autofree char *marking = g_strconcat ("marking=", levels[own].code, NULL);
  gboolean keep = level <= self->limit;

  kladka_packer_begin (self->packer, info->type, id);
  set_words (self, info, level, keep);
  set_columns (self, info, records[record].columns, own);
  set_columns (self, info, marking, own);
  if (more != NULL)
    set_columns (self, info, more, level);
  if (level == KLADKA_MARKING_NONE)
    set_columns (self, info, "deleted=1", level);
  if (keep)
    kladka_plan_builder_take (self->builder, kladka_packer_finish (self->packer));
}

static guint
find_record (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    if (g_str_equal (records[i].type, type))
      return i;
  g_assert_not_reached ();
}

static void
add_resting (Maker *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    for (KladkaMarking level = KLADKA_MARKING_GREEN; level <= KLADKA_MARKING_RED; level++)
      {
        g_autofree char *suffix = g_strdup_printf ("rests%u", i);
        g_autofree char *more = g_strdup_printf ("%s=%s-@", rests[i].column, rests[i].target);

        add (self, find_record (rests[i].type), suffix, KLADKA_MARKING_CLEAR, level, more);
      }
}

/* A clear record that points up: its own words are clear. */
static void
add_pointing (Maker *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    for (KladkaMarking level = KLADKA_MARKING_GREEN; level <= KLADKA_MARKING_RED; level++)
      {
        g_autofree char *suffix = g_strdup_printf ("points%u-%s", i, levels[level].id);
        g_autofree char *more =
            g_strdup_printf ("%s=%s-%s-%s", points[i].column, points[i].target, levels[level].stem, levels[level].id);

        add (self, find_record (points[i].type), suffix, KLADKA_MARKING_CLEAR, KLADKA_MARKING_CLEAR, more);
      }
}

/* The record is deleted, what is said of it is not; it is still as high as what it is about. */
static void
add_about_deleted (Maker *self)
{
  static const char *const types[] = { "decision", "action", "conflict", "delivery" };
  const KladkaTypeInfo *info = kladka_type_get (KLADKA_TYPE_NEED);

  kladka_packer_begin (self->packer, KLADKA_TYPE_NEED, "need-zqGONE-high");
  set_words (self, info, KLADKA_MARKING_NONE, TRUE);
  set_columns (self, info, "marking=red deleted=1", KLADKA_MARKING_NONE);
  kladka_plan_builder_take (self->builder, kladka_packer_finish (self->packer));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    add (self, find_record (types[i]), "of-deleted", KLADKA_MARKING_CLEAR, KLADKA_MARKING_RED,
         g_str_equal (types[i], "conflict")   ? "record=need-zqGONE-high"
         : g_str_equal (types[i], "delivery") ? "need=need-zqGONE-high"
                                              : "records=need-zqGONE-high");
}

static void
add_plan (Maker *self)
{
  const KladkaTypeInfo *info = kladka_type_get (KLADKA_TYPE_PLAN);
  gboolean keep = PLAN_MARKING <= self->limit;

  kladka_packer_begin (self->packer, KLADKA_TYPE_PLAN, "plan");
  set_words (self, info, PLAN_MARKING, keep);
  set_columns (self, info, "period_start=2026 period_end=2027 base_currency=EUR default_marking=amber",
               KLADKA_MARKING_NONE);
  if (keep)
    set_columns (self, info, "marking=amber-strict", KLADKA_MARKING_NONE);
  kladka_plan_builder_take (self->builder, kladka_packer_finish (self->packer));
}

KladkaPlan *
marked_plan_new (KladkaMarking limit, GPtrArray **ret_words)
{
  g_autoptr (KladkaIds) ids = kladka_ids_new ();
  g_autoptr (KladkaPacker) packer = kladka_packer_new (ids);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  Maker self = { packer, kladka_plan_builder_new (ids), limit, g_string_chunk_new (4096), words, 0 };

  add_plan (&self);
  for (guint record = 0; record < G_N_ELEMENTS (records); record++)
    for (KladkaMarking level = KLADKA_MARKING_NONE; level <= KLADKA_MARKING_RED; level++)
      {
        gboolean is_first = find_record (records[record].type) == record;
        g_autofree char *suffix = g_strconcat (is_first ? "" : "other-", levels[level].id, NULL);

        add (&self, record, suffix, level, level, NULL);
      }
  add_resting (&self);
  add_pointing (&self);
  add_about_deleted (&self);
  if (ret_words != NULL)
    *ret_words = g_steal_pointer (&words);
  g_string_chunk_free (self.texts);
  return kladka_plan_builder_end (self.builder);
}
