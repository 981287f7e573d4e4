/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-filter.h"

#include <string.h>

/* The references that fit: one, or a capability with all below it. */
typedef struct {
  KladkaType type;
  KladkaRef only;
  GHashTable *refs; /* (nullable) */
} Wanted;

typedef struct {
  const KladkaFilter *filter;
  const KladkaPlan *plan;
  GPtrArray *wanted; /* Wanted; all must be met */
} Running;

/* Where a record of a type lies in time; of several, the first that is set. */
typedef struct {
  KladkaType type;
  const char *from[3];
  const char *until[3];
} When;

static const When whens[] = {
  { KLADKA_TYPE_NEED, { "wanted_from" }, { "wanted_until" } },
  { KLADKA_TYPE_PROJECT, { "actual_start", "planned_start" }, { "actual_end", "planned_end" } },
  { KLADKA_TYPE_OFFER, { "available_from" }, { "available_until" } },
  { KLADKA_TYPE_DELIVERY, { "delivered_on", "due_on" }, { "sustained_until" } },
  { KLADKA_TYPE_TRANSACTION, { "day" }, { "day" } },
  { KLADKA_TYPE_MILESTONE, { "actual_on", "planned_on" }, { "actual_on", "planned_on" } },
  { KLADKA_TYPE_STAGE_DAY, { "reached_on" }, { "reached_on" } },
  { KLADKA_TYPE_EXCHANGE_RATE, { "day" }, { "day" } },
  { KLADKA_TYPE_ACTION, { "due_on", "done_on" }, { "due_on", "done_on" } },
};

void
kladka_filter_clear (KladkaFilter *self)
{
  g_free (self->text);
  memset (self, 0, sizeof *self);
}

void
kladka_filter_copy (const KladkaFilter *self, KladkaFilter *ret_copy)
{
  *ret_copy = *self;
  ret_copy->text = g_strdup (self->text);
}

static gboolean
has_days (const KladkaFilter *self)
{
  return self->days.to > self->days.from;
}

gboolean
kladka_filter_is_any (const KladkaFilter *self)
{
  return (self->text == NULL || self->text[strspn (self->text, " \t\n")] == '\0') && self->organisation == 0
         && self->capability == 0 && self->initiative == 0 && self->status == 0 && self->stage == 0 && !has_days (self);
}

static void
free_wanted_cb (gpointer data)
{
  Wanted *self = data;
  g_clear_pointer (&self->refs, g_hash_table_unref);
  g_free (self);
}

static gboolean
is_wanted (const Wanted *self, KladkaRef ref)
{
  return ref != 0
         && (self->refs != NULL ? g_hash_table_contains (self->refs, GUINT_TO_POINTER (ref)) : ref == self->only);
}

/* The hash of what was seen also ends a circle of parents. */
static void
add_below (const KladkaPlan *plan, KladkaRef ref, GHashTable *refs)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (KladkaRef));
  g_array_append_val (left, ref);
  while (left->len > 0)
    {
      KladkaRef at = g_array_index (left, KladkaRef, left->len - 1);
      guint n;
      g_array_set_size (left, left->len - 1);
      if (!g_hash_table_add (refs, GUINT_TO_POINTER (at)))
        continue;
      const KladkaRecord *const *below = kladka_plan_get_owned (plan, KLADKA_TYPE_CAPABILITY, "parent", at, &n);
      for (guint i = 0; i < n; i++)
        g_array_append_val (left, below[i]->ref);
    }
}

static void
add_wanted (Running *self, KladkaType type, KladkaRef ref)
{
  if (ref == 0)
    return;
  Wanted *wanted = g_new0 (Wanted, 1);
  wanted->type = type;
  wanted->only = ref;
  if (type == KLADKA_TYPE_CAPABILITY)
    {
      wanted->refs = g_hash_table_new (NULL, NULL);
      add_below (self->plan, ref, wanted->refs);
    }
  g_ptr_array_add (self->wanted, wanted);
}

static gboolean
points_to (const KladkaField *field, KladkaType type)
{
  return (field->kind == KLADKA_KIND_REF || field->kind == KLADKA_KIND_REFS) && field->ref_type == type;
}

/* Does the record itself, or one of its own references, fit? */
static gboolean
touches (const KladkaRecord *record, const Wanted *wanted)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  if (record->type == wanted->type && is_wanted (wanted, record->ref))
    return TRUE;
  for (guint i = 0; i < info->n_fields; i++)
    {
      gconstpointer member = kladka_record_member (record, info->fields[i]);
      if (!points_to (info->fields[i], wanted->type))
        continue;
      if (info->fields[i]->kind == KLADKA_KIND_REF && is_wanted (wanted, *(const KladkaRef *)member))
        return TRUE;
      if (info->fields[i]->kind == KLADKA_KIND_REFS)
        for (const KladkaRef *ref = *(const KladkaRef *const *)member; ref != NULL && *ref != 0; ref++)
          if (is_wanted (wanted, *ref))
            return TRUE;
    }
  return FALSE;
}

static gboolean
any_touches (const KladkaPlan *plan, KladkaType type, const char *field, KladkaRef owner, const Wanted *wanted)
{
  guint n;
  const KladkaRecord *const *owned = kladka_plan_get_owned (plan, type, field, owner, &n);
  for (guint i = 0; i < n; i++)
    if (touches (owned[i], wanted))
      return TRUE;
  return FALSE;
}

/* A project is also what it delivers and who takes part in it. */
static gboolean
project_touches (const KladkaPlan *plan, const KladkaRecord *project, const Wanted *wanted)
{
  return touches (project, wanted) || any_touches (plan, KLADKA_TYPE_PARTICIPATION, "project", project->ref, wanted)
         || any_touches (plan, KLADKA_TYPE_DELIVERY, "project", project->ref, wanted);
}

/* A need names no initiative; it belongs to those whose projects serve it. */
static gboolean
need_is_served_by (const KladkaPlan *plan, const KladkaRecord *need, const Wanted *wanted)
{
  guint n;
  const KladkaRecord *const *served = kladka_plan_get_owned (plan, KLADKA_TYPE_DELIVERY, "need", need->ref, &n);
  for (guint i = 0; i < n; i++)
    {
      const KladkaProject *project = kladka_plan_project (plan, ((const KladkaDelivery *)served[i])->project);
      if (project != NULL && touches (&project->base, wanted))
        return TRUE;
    }
  return FALSE;
}

/* The record that it belongs to, or NULL. */
static const KladkaRecord *
get_owner (const KladkaPlan *plan, const KladkaRecord *record)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i]->flags & KLADKA_FIELD_OWNER)
      {
        KladkaRef ref = *(const KladkaRef *)kladka_record_member (record, info->fields[i]);
        if (ref != 0)
          return kladka_plan_get (plan, ref);
      }
  return NULL;
}

/* Does a filter by records of @wanted_type mean anything for @type? What it means nothing for is not held back. */
static gboolean
can_touch (KladkaType type, KladkaType wanted_type)
{
  static const KladkaType far[] = { KLADKA_TYPE_NEED, KLADKA_TYPE_PROJECT };
  const KladkaTypeInfo *info = kladka_type_get (type);
  for (guint i = 0; i < G_N_ELEMENTS (far); i++)
    if (type == far[i])
      return TRUE;
  for (guint i = 0; i < info->n_fields; i++)
    if (points_to (info->fields[i], wanted_type) || (info->fields[i]->flags & KLADKA_FIELD_OWNER))
      return TRUE;
  return type == wanted_type;
}

static gboolean
meets (const KladkaPlan *plan, const KladkaRecord *record, const Wanted *wanted)
{
  if (record->type == KLADKA_TYPE_PROJECT)
    return project_touches (plan, record, wanted);
  if (touches (record, wanted))
    return TRUE;
  if (record->type == KLADKA_TYPE_NEED && wanted->type == KLADKA_TYPE_INITIATIVE)
    return need_is_served_by (plan, record, wanted);
  const KladkaRecord *owner = get_owner (plan, record);
  return owner != NULL && meets (plan, owner, wanted);
}

static KladkaDate
get_first_set (const KladkaRecord *record, const char *const *names)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  for (guint i = 0; i < 3 && names[i] != NULL; i++)
    {
      int cell = kladka_type_cell_of (info, names[i]);
      KladkaDate date = *(const KladkaDate *)kladka_record_member (record, info->cells[cell].field);
      if (kladka_date_is_set (date))
        return date;
    }
  return KLADKA_DATE_NONE;
}

/* An end that is not known is open; a record without dates is never held back, for nobody knows where it lies. */
static gboolean
meets_days (const KladkaRecord *record, KladkaSpan days)
{
  for (guint i = 0; i < G_N_ELEMENTS (whens); i++)
    if (whens[i].type == record->type)
      {
        KladkaDate from = get_first_set (record, whens[i].from), until = get_first_set (record, whens[i].until);
        return (!kladka_date_is_set (from) || kladka_date_get_first_day (from) < days.to)
               && (!kladka_date_is_set (until) || kladka_date_get_last_day (until) >= days.from);
      }
  return TRUE;
}

/* Status and stage hold for projects and needs and for what belongs to them. */
static gboolean
meets_states (const Running *self, const KladkaRecord *record)
{
  const KladkaRecord *owner = get_owner (self->plan, record);
  const KladkaRecord *whole = owner != NULL ? owner : record;
  if (self->filter->status != 0 && whole->type == KLADKA_TYPE_PROJECT
      && ((const KladkaProject *)whole)->status != self->filter->status)
    return FALSE;
  return self->filter->stage == 0 || whole->type != KLADKA_TYPE_NEED
         || ((const KladkaNeed *)whole)->stage == self->filter->stage;
}

static gboolean
passes (const Running *self, const KladkaRecord *record)
{
  if (!meets_states (self, record) || (has_days (self->filter) && !meets_days (record, self->filter->days)))
    return FALSE;
  for (guint i = 0; i < self->wanted->len; i++)
    {
      const Wanted *wanted = g_ptr_array_index (self->wanted, i);
      if (can_touch (record->type, wanted->type) && !meets (self->plan, record, wanted))
        return FALSE;
    }
  return TRUE;
}

GArray *
kladka_filter_run (const KladkaFilter *self, const KladkaPlan *plan, const KladkaSearch *search, KladkaType type)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (free_wanted_cb);
  Running running = { self, plan, wanted };
  guint n_slots = kladka_plan_get_n_slots (plan, type);
  /* A search of a later plan of the family may know more slots. */
  guint n_known = MAX (n_slots, kladka_ids_get_n_slots (kladka_plan_get_ids (plan), type));
  g_autofree guint64 *bits = g_new0 (guint64, (n_known + 63) / 64 + 1);
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (guint32));
  add_wanted (&running, KLADKA_TYPE_ORGANISATION, self->organisation);
  add_wanted (&running, KLADKA_TYPE_CAPABILITY, self->capability);
  add_wanted (&running, KLADKA_TYPE_INITIATIVE, self->initiative);
  if (search != NULL)
    kladka_search_run (search, type, self->text, bits);
  else
    memset (bits, 0xff, (n_known + 63) / 64 * sizeof *bits);
  for (guint32 slot = 0; slot < n_slots; slot++)
    {
      const KladkaRecord *record = bits[slot >> 6] >> (slot & 63) & 1 ? kladka_plan_get_at (plan, type, slot) : NULL;
      if (record != NULL && passes (&running, record))
        g_array_append_val (slots, slot);
    }
  return slots;
}
