/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-timeline-private.h"

#define KEY_STATUS 0x40000000u
#define KEY_NOWHERE 0x7ffffff0u
#define KEY_NEEDS 0x7ffffff1u
#define KEY_PROJECTS 0x7ffffff2u
#define KEY_TRAY 0x7ffffff3u

enum { RANK_NEEDS, RANK_LANES, RANK_NOWHERE, RANK_TRAY };

typedef struct {
  KladkaTimeline *self;
  const KladkaTimelineRows *spec;
  KladkaWords *words;
  GHashTable *by_key; /* key → KladkaLane */
  GArray *found;      /* KladkaTimelineRow, unsorted */
} Maker;

static void
lane_free (gpointer data)
{
  KladkaLane *lane = data;

  g_free (lane->label);
  g_free (lane->sort_key);
  g_free (lane);
}

static KladkaLane *
get_lane (Maker *maker, guint key, guint rank, const char *label)
{
  KladkaLane *lane = g_hash_table_lookup (maker->by_key, GUINT_TO_POINTER (key));

  if (lane != NULL)
    return lane;
  lane = g_new0 (KladkaLane, 1);
  lane->key = key;
  lane->rank = rank;
  lane->label = g_strdup (label);
  lane->sort_key = kladka_words_dup_sort_key (maker->words, label);
  lane->folded = maker->spec->folded != NULL && g_hash_table_contains (maker->spec->folded, GUINT_TO_POINTER (key));
  g_hash_table_insert (maker->by_key, GUINT_TO_POINTER (key), lane);
  g_ptr_array_add (maker->self->lanes, lane);
  return lane;
}

static KladkaLane *
get_nowhere (Maker *maker)
{
  return get_lane (maker, KEY_NOWHERE, RANK_NOWHERE,
                   kladka_words_get_c (maker->words, "lane", KC_ ("lane", "Not recorded")));
}

static KladkaLane *
get_record_lane (Maker *maker, KladkaRef ref)
{
  const KladkaRecord *record = kladka_plan_get (maker->self->plan, ref);
  g_autofree char *name = NULL;

  if (record == NULL)
    return get_nowhere (maker);
  name = kladka_plan_dup_name (maker->self->plan, record, kladka_words_get_lang (maker->words));
  return get_lane (maker, ref, RANK_LANES, name);
}

static KladkaLane *
get_status_lane (Maker *maker, guint status)
{
  KladkaLane *lane;

  if (status == KLADKA_STATUS_NONE)
    return get_nowhere (maker);
  lane = get_lane (maker, KEY_STATUS + status, RANK_LANES,
                   kladka_choices_get_label (&kladka_choices_status, status, maker->words));
  /* In the order in which projects go through them, not of the alphabet. */
  lane->sort_key[0] = (char)('0' + status);
  lane->sort_key[1] = '\0';
  return lane;
}

static void
add_row (Maker *maker, const KladkaRecord *record, KladkaLane *lane, KladkaSpan days, KladkaRowKind kind)
{
  KladkaTimelineRow row = { record, lane, days.from, days.to, kind };

  lane->n_rows++;
  g_array_append_val (maker->found, row);
}

static void
widen (KladkaSpan *days, KladkaDate date)
{
  gint32 first, last;

  if (!kladka_date_is_set (date))
    return;
  first = kladka_date_get_first_day (date);
  last = kladka_date_get_last_day (date) + 1;
  *days = days->to <= days->from ? (KladkaSpan){ first, last }
                                 : (KladkaSpan){ MIN (days->from, first), MAX (days->to, last) };
}

static KladkaSpan
get_project_days (const KladkaProject *project)
{
  KladkaSpan days = { 0, 0 };

  widen (&days, project->planned_start);
  widen (&days, project->planned_end);
  widen (&days, project->actual_start);
  widen (&days, project->actual_end);
  return days;
}

/* A row in the lane of each record that @field of the project's sub-records names; each once. FALSE where there is
 * none. */
static gboolean
add_by_owned (Maker *maker,
              const KladkaRecord *project,
              KladkaType type,
              gsize offset,
              gboolean funders,
              KladkaSpan days)
{
  guint n, n_seen = 0;
  const KladkaRecord *const *owned = kladka_plan_get_owned (maker->self->plan, type, "project", project->ref, &n);
  g_autofree KladkaRef *seen = g_new (KladkaRef, n + 1);

  for (guint i = 0; i < n; i++)
    {
      KladkaRef ref = *(const KladkaRef *)((const guint8 *)owned[i] + offset);
      guint at = 0;

      if (ref == 0 || (funders && ((const KladkaParticipation *)owned[i])->role != KLADKA_ROLE_FUNDING))
        continue;
      while (at < n_seen && seen[at] != ref)
        at++;
      if (at < n_seen)
        continue;
      seen[n_seen++] = ref;
      add_row (maker, project, get_record_lane (maker, ref), days, KLADKA_ROW_PROJECT);
    }
  return n_seen > 0;
}

static gboolean
add_in_lanes (Maker *maker, const KladkaProject *project, KladkaSpan days)
{
  const KladkaRecord *record = &project->base;

  switch (maker->spec->lanes)
    {
    case KLADKA_LANES_INITIATIVE:
      add_row (maker, record, get_record_lane (maker, project->initiative), days, KLADKA_ROW_PROJECT);
      return TRUE;
    case KLADKA_LANES_STATUS:
      add_row (maker, record, get_status_lane (maker, project->status), days, KLADKA_ROW_PROJECT);
      return TRUE;
    case KLADKA_LANES_DONOR:
      return add_by_owned (maker, record, KLADKA_TYPE_PARTICIPATION,
                           G_STRUCT_OFFSET (KladkaParticipation, organisation), TRUE, days);
    case KLADKA_LANES_INSTITUTION:
      return add_by_owned (maker, record, KLADKA_TYPE_DELIVERY, G_STRUCT_OFFSET (KladkaDelivery, recipient), FALSE,
                           days);
    case KLADKA_LANES_NONE:
    default:
      add_row (maker, record,
               get_lane (maker, KEY_PROJECTS, RANK_LANES,
                         kladka_words_get_c (maker->words, "lane", KC_ ("lane", "Projects"))),
               days, KLADKA_ROW_PROJECT);
      return TRUE;
    }
}

static void
add_project (Maker *maker, const KladkaProject *project)
{
  KladkaSpan days = get_project_days (project);

  if (days.to <= days.from)
    add_row (
        maker, &project->base,
        get_lane (maker, KEY_TRAY, RANK_TRAY, kladka_words_get_c (maker->words, "lane", KC_ ("lane", "Without dates"))),
        days, KLADKA_ROW_UNDATED);
  else if (!add_in_lanes (maker, project, days))
    add_row (maker, &project->base, get_nowhere (maker), days, KLADKA_ROW_PROJECT);
}

/* A need is wanted from the plan's start and to its end where it does not say. */
static void
add_need (Maker *maker, const KladkaNeed *need)
{
  KladkaSpan days = kladka_plan_get_period_days (maker->self->plan);
  KladkaRef whose = need->recipient != 0 ? need->recipient : need->beneficiary;
  KladkaLane *lane;

  if (kladka_date_is_set (need->wanted_from))
    days.from = kladka_date_get_first_day (need->wanted_from);
  if (kladka_date_is_set (need->wanted_until))
    days.to = kladka_date_get_last_day (need->wanted_until) + 1;
  lane =
      maker->spec->lanes == KLADKA_LANES_INSTITUTION
          ? get_record_lane (maker, whose)
          : get_lane (maker, KEY_NEEDS, RANK_NEEDS, kladka_words_get_c (maker->words, "lane", KC_ ("lane", "Needs")));
  add_row (maker, &need->base, lane, days, KLADKA_ROW_NEED);
}

static void
add_records (Maker *maker, KladkaType type, const GArray *slots)
{
  guint n = slots != NULL ? slots->len : kladka_plan_get_n_slots (maker->self->plan, type);

  for (guint i = 0; i < n; i++)
    {
      guint slot = slots != NULL ? g_array_index (slots, guint32, i) : i;
      const KladkaRecord *record = kladka_plan_get_at (maker->self->plan, type, slot);

      if (record == NULL)
        continue;
      if (type == KLADKA_TYPE_NEED)
        add_need (maker, (const KladkaNeed *)record);
      else
        add_project (maker, (const KladkaProject *)record);
    }
}

static int
compare_lanes_cb (gconstpointer a, gconstpointer b)
{
  const KladkaLane *of_a = *(KladkaLane *const *)a, *of_b = *(KladkaLane *const *)b;
  int order = of_a->rank == of_b->rank ? strcmp (of_a->sort_key, of_b->sort_key) : (int)of_a->rank - (int)of_b->rank;

  return order != 0 ? order : (of_a->key > of_b->key) - (of_a->key < of_b->key);
}

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer plan)
{
  const KladkaTimelineRow *of_a = a, *of_b = b;
  const int orders[] = { COMPARE (of_a->lane->order, of_b->lane->order), COMPARE (of_a->kind, of_b->kind),
                         COMPARE (of_a->first, of_b->first), COMPARE (of_a->last, of_b->last) };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i] != 0)
      return orders[i];
  return strcmp (kladka_plan_get_id (plan, of_a->record), kladka_plan_get_id (plan, of_b->record));
}

static void
sort_lanes (KladkaTimeline *self)
{
  g_ptr_array_sort (self->lanes, compare_lanes_cb);
  for (guint i = 0; i < self->lanes->len; i++)
    ((KladkaLane *)g_ptr_array_index (self->lanes, i))->order = i;
}

/* A head before each lane, and its rows unless it is folded. */
static void
put_rows (Maker *maker)
{
  KladkaTimeline *self = maker->self;
  const KladkaLane *lane = NULL;

  for (guint i = 0; i < maker->found->len; i++)
    {
      const KladkaTimelineRow *row = &g_array_index (maker->found, KladkaTimelineRow, i);

      if (row->last > row->first)
        {
          gboolean first = self->days.to <= self->days.from;
          self->days.from = first ? row->first : MIN (self->days.from, row->first);
          self->days.to = first ? row->last : MAX (self->days.to, row->last);
        }
      if (row->lane != lane)
        {
          KladkaTimelineRow head = { .lane = row->lane, .kind = KLADKA_ROW_LANE };
          lane = row->lane;
          g_array_append_val (self->rows, head);
        }
      if (!lane->folded)
        g_array_append_vals (self->rows, row, 1);
    }
}

KladkaTimeline *
kladka_timeline_new (const KladkaPlan *plan,
                     const KladkaCoverage *coverage,
                     const KladkaTimelineRows *rows,
                     KladkaWords *words)
{
  KladkaTimeline *self = g_new0 (KladkaTimeline, 1);
  g_autoptr (GHashTable) by_key = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (KladkaTimelineRow));
  Maker maker = { self, rows, words, by_key, found };

  g_atomic_ref_count_init (&self->ref_count);
  self->plan = kladka_plan_ref (plan);
  self->coverage = coverage != NULL ? kladka_coverage_ref (coverage) : NULL;
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (KladkaTimelineRow));
  if (rows->show_needs)
    add_records (&maker, KLADKA_TYPE_NEED, rows->needs);
  if (rows->show_projects)
    add_records (&maker, KLADKA_TYPE_PROJECT, rows->projects);
  sort_lanes (self);
  g_array_sort_with_data (found, compare_rows_cb, self->plan);
  put_rows (&maker);
  return self;
}

KladkaTimeline *
kladka_timeline_ref (const KladkaTimeline *self)
{
  KladkaTimeline *timeline = (KladkaTimeline *)self;

  g_atomic_ref_count_inc (&timeline->ref_count);
  return timeline;
}

void
kladka_timeline_unref (KladkaTimeline *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->rows);
  g_ptr_array_unref (self->lanes);
  g_clear_pointer (&self->coverage, kladka_coverage_unref);
  kladka_plan_unref (self->plan);
  g_free (self);
}

const KladkaPlan *
kladka_timeline_get_plan (const KladkaTimeline *self)
{
  return self->plan;
}

guint
kladka_timeline_get_n_rows (const KladkaTimeline *self)
{
  return self->rows->len;
}

KladkaRowKind
kladka_timeline_get_row_kind (const KladkaTimeline *self, guint row)
{
  return kladka_timeline_peek (self, row)->kind;
}

const char *
kladka_timeline_get_lane_label (const KladkaTimeline *self, guint row)
{
  return kladka_timeline_peek (self, row)->lane->label;
}

KladkaRef
kladka_timeline_get_row_ref (const KladkaTimeline *self, guint row)
{
  const KladkaRecord *record = kladka_timeline_peek (self, row)->record;

  return record != NULL ? record->ref : 0;
}

guint
kladka_timeline_get_lane_key (const KladkaTimeline *self, guint row)
{
  return kladka_timeline_peek (self, row)->lane->key;
}

int
kladka_timeline_find_row (const KladkaTimeline *self, KladkaRef ref)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (kladka_timeline_get_row_ref (self, i) == ref && ref != 0)
      return (int)i;
  return -1;
}

KladkaSpan
kladka_timeline_get_days (const KladkaTimeline *self)
{
  return self->days;
}

KladkaSpan
kladka_timeline_get_row_days (const KladkaTimeline *self, guint row)
{
  const KladkaTimelineRow *it = kladka_timeline_peek (self, row);

  return (KladkaSpan){ it->first, it->last };
}
