/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules over fields and records. Each is a small function in the table at the end. */

#include <string.h>

#include "kladka-edit-private.h"
#include "kladka-i18n.h"
#include "kladka-problem.h"

#define WHOLE 10000 /* 100 %, in hundredths of a percent */
#define CHAIN_MAX 4096

typedef struct {
  const KladkaPlan *plan;
  GPtrArray *problems;
  GHashTable *shorts[KLADKA_N_TYPES]; /* short name → how many; made when first asked for */
} Check;

typedef void (*RuleFunc) (Check *self, const KladkaRecord *record);

/* From and until of one thing. */
typedef struct {
  KladkaType type;
  const char *from;
  const char *until;
} Pair;

static const Pair pairs[] = {
  { KLADKA_TYPE_PLAN, "period_start", "period_end" },          { KLADKA_TYPE_NEED, "wanted_from", "wanted_until" },
  { KLADKA_TYPE_PROJECT, "planned_start", "planned_end" },     { KLADKA_TYPE_PROJECT, "actual_start", "actual_end" },
  { KLADKA_TYPE_OFFER, "available_from", "available_until" },  { KLADKA_TYPE_DELIVERY, "due_on", "sustained_until" },
  { KLADKA_TYPE_DELIVERY, "delivered_on", "sustained_until" },
};

typedef struct {
  KladkaType type;
  const char *field;
} Code;

static const Code currencies[] = {
  { KLADKA_TYPE_PLAN, "base_currency" },
  { KLADKA_TYPE_EXCHANGE_RATE, "currency" },
  { KLADKA_TYPE_EXCHANGE_RATE, "against" },
};

/* ISO 3166-1 alpha-2, and XK as the European Union uses it. */
static const char countries[] =
    " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO "
    "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE "
    "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO "
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
    "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW ";

static const char *
get_label (const KladkaField *field)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "field", field->label);
}

static void
add (Check *self, KladkaSeverity severity, const KladkaRecord *record, const char *field, char *take_text)
{
  int cell = field != NULL ? kladka_type_cell_of (kladka_type_get (record->type), field) : -1;
  kladka_problems_add (self->problems, severity, record->type, kladka_plan_get_id (self->plan, record), cell, 0,
                       take_text);
}

static const KladkaField *
find_field (KladkaType type, const char *name)
{
  const KladkaTypeInfo *info = kladka_type_get (type);
  return info->cells[kladka_type_cell_of (info, name)].field;
}

static const char *
get_text (const KladkaRecord *record, const char *field)
{
  return *(const char *const *)kladka_record_member (record, find_field (record->type, field));
}

static KladkaDate
get_date (const KladkaRecord *record, const char *field)
{
  return *(const KladkaDate *)kladka_record_member (record, find_field (record->type, field));
}

/* True only if it holds for every day the two can mean. */
static gboolean
is_surely_before (KladkaDate a, KladkaDate b)
{
  return kladka_date_is_set (a) && kladka_date_is_set (b)
         && kladka_date_get_last_day (a) < kladka_date_get_first_day (b);
}

static gboolean
is_field_set (const KladkaRecord *record, const KladkaField *field)
{
  guint first = kladka_type_cell_of (kladka_type_get (record->type), field->name);
  guint n = field->kind == KLADKA_KIND_TEXT3 ? KLADKA_N_LANGS : 1;
  for (guint i = 0; i < n; i++)
    if (kladka_record_is_set (record, first + i))
      return TRUE;
  return FALSE;
}

static void
check_required (Check *self, const KladkaRecord *record)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i]->flags & KLADKA_FIELD_REQUIRED) && !is_field_set (record, info->fields[i]))
      add (self, KLADKA_SEVERITY_ERROR, record, info->fields[i]->name,
           g_strdup_printf (_ ("“%s” is missing."), get_label (info->fields[i])));
}

static void
check_target (Check *self, const KladkaRecord *record, const KladkaField *field, KladkaRef ref)
{
  const KladkaRecord *target = kladka_plan_get (self->plan, ref);
  const char *label = get_label (field);
  if (target == NULL && kladka_plan_peek_deleted (self->plan, ref) != NULL)
    add (self, KLADKA_SEVERITY_ERROR, record, field->name,
         g_strdup_printf (_ ("“%s” names a record that was deleted."), label));
  else if (target == NULL)
    add (self, KLADKA_SEVERITY_ERROR, record, field->name,
         g_strdup_printf (_ ("“%s” names a record that is not in the plan."), label));
  else if (field->ref_type != KLADKA_TYPE_ANY && target->type != field->ref_type)
    add (self, KLADKA_SEVERITY_ERROR, record, field->name,
         g_strdup_printf (_ ("“%s” names a record of another kind."), label));
}

static void
check_references (Check *self, const KladkaRecord *record)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const KladkaField *field = info->fields[i];
      if (field->kind == KLADKA_KIND_REF)
        {
          KladkaRef ref = *(const KladkaRef *)kladka_record_member (record, field);
          if (ref != 0)
            check_target (self, record, field, ref);
        }
      else if (field->kind == KLADKA_KIND_REFS)
        for (const KladkaRef *ref = *(const KladkaRef *const *)kladka_record_member (record, field);
             ref != NULL && *ref != 0; ref++)
          check_target (self, record, field, *ref);
    }
}

/* A chain that does not end within CHAIN_MAX is as bad as a circle, and nothing real is so deep. */
static gboolean
comes_back (const Check *self, const KladkaRecord *record, const KladkaField *field)
{
  const KladkaRecord *at = record;
  for (guint n = 0; n < CHAIN_MAX; n++)
    {
      at = kladka_plan_get_typed (self->plan, record->type, *(const KladkaRef *)kladka_record_member (at, field));
      if (at == NULL)
        return FALSE;
      if (at == record)
        return TRUE;
    }
  return TRUE;
}

static void
check_circles (Check *self, const KladkaRecord *record)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const KladkaField *field = info->fields[i];
      if (field->kind == KLADKA_KIND_REF && field->ref_type == record->type && comes_back (self, record, field))
        add (self, KLADKA_SEVERITY_ERROR, record, field->name,
             g_strdup_printf (_ ("“%s” leads in a circle."), get_label (field)));
    }
}

static void
check_pairs (Check *self, const KladkaRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i].type == record->type
        && is_surely_before (get_date (record, pairs[i].until), get_date (record, pairs[i].from)))
      add (self, record->type == KLADKA_TYPE_PLAN ? KLADKA_SEVERITY_ERROR : KLADKA_SEVERITY_WARNING, record,
           pairs[i].until,
           g_strdup_printf (_ ("“%s” lies before “%s”."), get_label (find_field (record->type, pairs[i].until)),
                            get_label (find_field (record->type, pairs[i].from))));
}

static void
check_need (Check *self, const KladkaRecord *record)
{
  const KladkaNeed *need = (const KladkaNeed *)record;
  if (need->capability == 0)
    add (self, KLADKA_SEVERITY_WARNING, record, "capability",
         g_strdup (_ ("The need has no capability, so no delivery without a need of its own can cover it.")));
  if (need->recipient == 0 && need->beneficiary == 0)
    add (self, KLADKA_SEVERITY_WARNING, record, "recipient",
         g_strdup (_ ("The need names neither recipient nor beneficiary.")));
}

static void
check_stopped (Check *self, const KladkaRecord *record)
{
  const KladkaProject *project = (const KladkaProject *)record;
  gboolean stopped = project->status == KLADKA_STATUS_CANCELLED || project->status == KLADKA_STATUS_SUSPENDED;
  if (stopped && !kladka_date_is_set (project->status_on))
    add (self, KLADKA_SEVERITY_WARNING, record, "status_on",
         g_strdup (_ ("The project was stopped, but the day is missing. Until it is given, it supplies nothing.")));
}

static void
check_currencies (Check *self, const KladkaRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      const char *code = currencies[i].type == record->type ? get_text (record, currencies[i].field) : NULL;
      if (code == NULL || kladka_currency_is_valid (code))
        continue;
      g_autofree char *shown = kladka_text_dup_shown (code, 20);
      add (self, KLADKA_SEVERITY_ERROR, record, currencies[i].field,
           g_strdup_printf (_ ("“%s” is not a currency code. Give three letters, such as EUR."), shown));
    }
}

static void
check_country (Check *self, const KladkaRecord *record)
{
  const char *code = ((const KladkaOrganisation *)record)->country;
  if (code == NULL)
    return;
  g_autofree char *shown = kladka_text_dup_shown (code, 20);
  g_autofree char *word = g_strdup_printf (" %s ", code);
  if (strlen (code) != 2 || strstr (countries, word) == NULL)
    add (self, KLADKA_SEVERITY_WARNING, record, "country",
         g_strdup_printf (_ ("“%s” is not a country code. Give two letters, such as UA."), shown));
}

/* Where a share is missing, the rest is split; so only more than the whole is wrong then. A hundredth a share may be
 * lost by rounding. */
static void
check_role (Check *self, const KladkaRecord *record, const KladkaRecord *const *parts, guint n_parts, KladkaRole role)
{
  gint64 sum = 0;
  guint n = 0, n_missing = 0;
  for (guint i = 0; i < n_parts; i++)
    {
      const KladkaParticipation *part = (const KladkaParticipation *)parts[i];
      if (part->role != role)
        continue;
      n++;
      if (part->share == KLADKA_INT_NONE)
        n_missing++;
      else
        sum += part->share;
    }
  gboolean wrong = n_missing > 0 ? sum > WHOLE : n > 0 && ABS (sum - WHOLE) > n;
  if (n == n_missing || !wrong)
    return;
  g_autofree char *shown = kladka_decimal_print_file (sum, 2);
  add (self, KLADKA_SEVERITY_WARNING, record, NULL,
       g_strdup_printf (_ ("The shares of the role “%s” are together %s %%, not 100 %%."),
                        g_dpgettext2 (GETTEXT_PACKAGE, "role", kladka_choices_role.choices[role - 1].label), shown));
}

static void
check_shares (Check *self, const KladkaRecord *record)
{
  guint n;
  const KladkaRecord *const *parts =
      kladka_plan_get_owned (self->plan, KLADKA_TYPE_PARTICIPATION, "project", record->ref, &n);
  for (KladkaRole role = KLADKA_ROLE_FUNDING; n > 0 && role <= KLADKA_ROLE_IMPLEMENTING; role++)
    check_role (self, record, parts, n, role);
}

static void
check_delivery (Check *self, const KladkaRecord *record)
{
  const KladkaDelivery *delivery = (const KladkaDelivery *)record;
  const KladkaProject *project = kladka_plan_project (self->plan, delivery->project);
  if (project == NULL)
    return;
  gboolean came = kladka_date_is_set (delivery->delivered_on);
  KladkaDate start = kladka_date_is_set (project->actual_start) ? project->actual_start : project->planned_start;
  if (is_surely_before (came ? delivery->delivered_on : delivery->due_on, start))
    add (self, KLADKA_SEVERITY_WARNING, record, came ? "delivered_on" : "due_on",
         g_strdup (_ ("The delivery comes before its project starts.")));
}

/* What makes a short name one: of a capability, its framework too, for catalogues number alike. */
static char *
dup_short_key (const KladkaRecord *record)
{
  const char *name = kladka_record_get_short (record);
  if (name == NULL)
    return NULL;
  const char *framework = record->type == KLADKA_TYPE_CAPABILITY ? ((const KladkaCapability *)record)->framework : NULL;
  return g_strdup_printf ("%s\n%s", name, framework != NULL ? framework : "");
}

static GHashTable *
count_shorts (const KladkaPlan *plan, KladkaType type)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const KladkaRecord *record;
  for (guint slot = 0; kladka_plan_next (plan, type, &slot, &record);)
    {
      char *key = dup_short_key (record);
      if (key != NULL)
        g_hash_table_replace (counts, key, GUINT_TO_POINTER (1 + GPOINTER_TO_UINT (g_hash_table_lookup (counts, key))));
    }
  return counts;
}

static void
check_short (Check *self, const KladkaRecord *record)
{
  g_autofree char *key = dup_short_key (record);
  if (key == NULL)
    return;
  if (self->shorts[record->type] == NULL)
    self->shorts[record->type] = count_shorts (self->plan, record->type);
  if (GPOINTER_TO_UINT (g_hash_table_lookup (self->shorts[record->type], key)) < 2)
    return;
  const KladkaField *field = kladka_type_get_flagged (kladka_type_get (record->type), KLADKA_FIELD_SHORT);
  add (self, KLADKA_SEVERITY_WARNING, record, field->name,
       g_strdup_printf (_ ("Another record has the same “%s”: %s."), get_label (field),
                        kladka_record_get_short (record)));
}

static void
check_only_plan (Check *self, const KladkaRecord *record)
{
  if (kladka_plan_get_n_records (self->plan, KLADKA_TYPE_PLAN) > 1)
    add (self, KLADKA_SEVERITY_ERROR, record, NULL, g_strdup (_ ("The file holds more than one plan record.")));
}

/* KLADKA_TYPE_NONE: of every type. */
static const struct {
  KladkaType type;
  RuleFunc check;
} rules[] = {
  { KLADKA_TYPE_NONE, check_required },   { KLADKA_TYPE_NONE, check_references },
  { KLADKA_TYPE_NONE, check_circles },    { KLADKA_TYPE_NONE, check_pairs },
  { KLADKA_TYPE_NONE, check_currencies }, { KLADKA_TYPE_NONE, check_short },
  { KLADKA_TYPE_PLAN, check_only_plan },  { KLADKA_TYPE_ORGANISATION, check_country },
  { KLADKA_TYPE_NEED, check_need },       { KLADKA_TYPE_PROJECT, check_stopped },
  { KLADKA_TYPE_PROJECT, check_shares },  { KLADKA_TYPE_DELIVERY, check_delivery },
};

static void
check_record (Check *self, const KladkaRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].type == KLADKA_TYPE_NONE || rules[i].type == record->type)
      rules[i].check (self, record);
}

/* Errors first; else as found. */
static GPtrArray *
finish (Check *self)
{
  GPtrArray *sorted = kladka_problems_new ();
  for (KladkaSeverity severity = KLADKA_SEVERITY_ERROR; severity <= KLADKA_SEVERITY_NOTE; severity++)
    for (guint i = 0; i < self->problems->len; i++)
      {
        KladkaProblem *problem = g_ptr_array_index (self->problems, i);
        if (problem->severity == severity)
          g_ptr_array_add (sorted, problem);
      }
  g_ptr_array_set_free_func (self->problems, NULL);
  g_ptr_array_unref (self->problems);
  for (guint type = 0; type < KLADKA_N_TYPES; type++)
    g_clear_pointer (&self->shorts[type], g_hash_table_unref);
  return sorted;
}

GPtrArray *
kladka_rules_check (const KladkaPlan *plan)
{
  Check check = { .plan = plan, .problems = kladka_problems_new () };
  if (kladka_plan_get_n_records (plan, KLADKA_TYPE_PLAN) == 0)
    kladka_problems_add (check.problems, KLADKA_SEVERITY_ERROR, KLADKA_TYPE_PLAN, NULL, -1, 0,
                         g_strdup (_ ("The plan record is missing.")));
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      const KladkaRecord *record;
      for (guint slot = 0; kladka_plan_next (plan, type, &slot, &record);)
        check_record (&check, record);
    }
  return finish (&check);
}

GPtrArray *
kladka_rules_check_record (const KladkaPlan *plan, const KladkaRecord *record)
{
  Check check = { .plan = plan, .problems = kladka_problems_new () };
  check_record (&check, record);
  return finish (&check);
}
