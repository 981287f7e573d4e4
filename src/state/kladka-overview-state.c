/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "kladka-overview-state.h"

static void
free_figure (gpointer data)
{
  KladkaOverviewFigure *figure = data;

  g_free (figure->value);
  g_free (figure->label);
  g_free (figure);
}

static void
free_line (gpointer data)
{
  KladkaOverviewLine *line = data;

  g_free (line->title);
  g_free (line->detail);
  g_free (line);
}

static void
add_figure (KladkaOverview *self, char *take_value, const char *label, KladkaPage page)
{
  KladkaOverviewFigure *figure = g_new0 (KladkaOverviewFigure, 1);

  *figure = (KladkaOverviewFigure){ take_value, g_strdup (label), page };
  g_ptr_array_add (self->figures, figure);
}

static void
add_line (GPtrArray *lines, KladkaRef ref, const char *title, char *take_detail, double share)
{
  KladkaOverviewLine *line = g_new0 (KladkaOverviewLine, 1);

  *line = (KladkaOverviewLine){ ref, g_strdup (title), take_detail, share };
  g_ptr_array_add (lines, line);
}

/* ---- Figures ---- */

static void
add_count (KladkaOverview *self, const KladkaPlan *plan, KladkaType type, const KladkaWords *words)
{
  guint n = kladka_plan_get_n_records (plan, type);
  KladkaPage page = kladka_page_of_type (type);

  add_figure (self, kladka_words_dup_integer (words, n), kladka_page_get_label (page, words), page);
}

typedef struct {
  double weight;
  double covered;
  guint n_uncovered;
} Cover;

/* In the month of the as-of day, weighted as the grid does. */
static Cover
sum_cover (const KladkaCoverage *coverage)
{
  gint32 month = kladka_month_of_day (kladka_coverage_get_spec (coverage)->as_of);
  Cover sum = { 0 };

  for (guint i = 0; i < kladka_coverage_get_n_needs (coverage); i++)
    {
      double cover;

      if (!kladka_coverage_is_active (coverage, i, month))
        continue;
      cover = kladka_coverage_get_counted (coverage, i, month);
      sum.weight += kladka_coverage_get_weight (coverage, i);
      sum.covered += kladka_coverage_get_weight (coverage, i) * cover;
      sum.n_uncovered += cover < 0.005;
    }
  return sum;
}

/* They have their place before coverage is known. */
static void
add_cover_figures (KladkaOverview *self, const KladkaCoverage *coverage, const KladkaWords *words)
{
  Cover sum = coverage != NULL ? sum_cover (coverage) : (Cover){ 0 };
  char *share = sum.weight > 0 ? kladka_words_dup_share (words, sum.covered / sum.weight)
                               : g_strdup (coverage != NULL ? "–" : "…");
  char *uncovered = coverage != NULL ? kladka_words_dup_integer (words, sum.n_uncovered) : g_strdup ("…");

  add_figure (self, share, kladka_words_get_c (words, "overview", "Covered this month"), KLADKA_PAGE_COVERAGE);
  add_figure (self, uncovered, kladka_words_get_c (words, "overview", "Needs without cover now"), KLADKA_PAGE_COVERAGE);
}

/* ---- Gaps ---- */

static char *
dup_gap_detail (const KladkaGap *gap, const KladkaPlan *plan, const KladkaWords *words)
{
  KladkaRef recipient = gap->need->recipient != 0 ? gap->need->recipient : gap->need->beneficiary;
  const KladkaRecord *who = kladka_plan_get (plan, recipient);
  g_autofree char *percent = kladka_words_dup_share (words, gap->cover);
  g_autofree char *cover = g_strdup_printf (kladka_words_get_c (words, "overview", "%s covered"), percent);
  g_autofree char *months = kladka_words_dup_decimal (words, llround (gap->gap_months * 10), 1, 0);
  g_autofree char *weighted = g_strdup_printf (kladka_words_get_c (words, "overview", "%s gap-months"), months);

  if (who == NULL)
    return g_strdup_printf ("%s · %s", cover, weighted);
  return g_strdup_printf ("%s · %s · %s", kladka_plan_get_label (plan, who, kladka_words_get_lang (words)), cover,
                          weighted);
}

static void
add_gaps (KladkaOverview *self, const KladkaPlan *plan, const KladkaCoverage *coverage, const KladkaWords *words)
{
  g_autoptr (GArray) gaps = kladka_coverage_dup_gaps (coverage, kladka_coverage_get_months_ahead (coverage));

  for (guint i = 0; i < MIN (gaps->len, KLADKA_OVERVIEW_MAX_GAPS); i++)
    {
      const KladkaGap *gap = &g_array_index (gaps, KladkaGap, i);
      g_autofree char *title = kladka_plan_dup_title (plan, &gap->need->base, kladka_words_get_lang (words));

      add_line (self->gaps, gap->need->base.ref, title, dup_gap_detail (gap, plan, words), gap->cover);
    }
  self->n_more_gaps = gaps->len - self->gaps->len;
}

/* ---- What starts and ends ---- */

typedef struct {
  KladkaDate date;
  const KladkaRecord *record;
  const char *what;
} Event;

static void
collect_event (GArray *events,
               KladkaSpan days,
               KladkaDate date,
               gboolean last,
               const KladkaRecord *record,
               const char *what)
{
  gint32 day;

  if (!kladka_date_is_set (date))
    return;
  day = last ? kladka_date_get_last_day (date) : kladka_date_get_first_day (date);
  if (day >= days.from && day < days.to)
    g_array_append_val (events, ((Event){ date, record, what }));
}

static gboolean
is_running (const KladkaProject *project)
{
  return project->status != KLADKA_STATUS_CLOSED && project->status != KLADKA_STATUS_CANCELLED
         && project->status != KLADKA_STATUS_SUSPENDED;
}

static void
collect_projects (GArray *events, const KladkaPlan *plan, KladkaSpan days, const KladkaWords *words)
{
  const char *starts = kladka_words_get_c (words, "overview", "starts");
  const char *ends = kladka_words_get_c (words, "overview", "ends");
  const KladkaRecord *record;

  for (guint slot = 0; kladka_plan_next (plan, KLADKA_TYPE_PROJECT, &slot, &record);)
    {
      const KladkaProject *project = (const KladkaProject *)record;

      if (!is_running (project))
        continue;
      collect_event (events, days,
                     kladka_date_is_set (project->actual_start) ? project->actual_start : project->planned_start, FALSE,
                     record, starts);
      collect_event (events, days,
                     kladka_date_is_set (project->actual_end) ? project->actual_end : project->planned_end, TRUE,
                     record, ends);
    }
}

static void
collect_others (GArray *events, const KladkaPlan *plan, KladkaSpan days, const KladkaWords *words)
{
  const char *wanted = kladka_words_get_c (words, "overview", "is wanted from now on");
  const char *sustained = kladka_words_get_c (words, "overview", "delivery is sustained no longer");
  const KladkaRecord *record;

  for (guint slot = 0; kladka_plan_next (plan, KLADKA_TYPE_NEED, &slot, &record);)
    if (((const KladkaNeed *)record)->stage != KLADKA_STAGE_WITHDRAWN)
      collect_event (events, days, ((const KladkaNeed *)record)->wanted_from, FALSE, record, wanted);
  for (guint slot = 0; kladka_plan_next (plan, KLADKA_TYPE_DELIVERY, &slot, &record);)
    {
      const KladkaDelivery *delivery = (const KladkaDelivery *)record;
      const KladkaRecord *project = kladka_plan_get (plan, delivery->project);

      if (project != NULL)
        collect_event (events, days, delivery->sustained_until, TRUE, project, sustained);
    }
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const Event *one = a, *other = b;
  int order = kladka_date_compare (one->date, other->date);

  if (order != 0)
    return order;
  if (one->record->ref != other->record->ref)
    return one->record->ref < other->record->ref ? -1 : 1;
  return g_strcmp0 (one->what, other->what);
}

static gboolean
is_same_event (const Event *a, const Event *b)
{
  return a->record == b->record && a->what == b->what && kladka_date_equal (a->date, b->date);
}

static void
add_events (KladkaOverview *self, const KladkaPlan *plan, gint32 as_of, const KladkaWords *words)
{
  KladkaSpan days = { as_of, as_of + KLADKA_OVERVIEW_DAYS };
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Event));

  collect_projects (events, plan, days, words);
  collect_others (events, plan, days, words);
  g_array_sort (events, compare_events);
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);
      g_autofree char *title = NULL;
      g_autofree char *date = NULL;

      if (i > 0 && is_same_event (event, event - 1))
        continue;
      if (self->events->len == KLADKA_OVERVIEW_MAX_EVENTS)
        {
          self->n_more_events++;
          continue;
        }
      title = kladka_plan_dup_title (plan, event->record, kladka_words_get_lang (words));
      date = kladka_words_dup_date (words, event->date);
      add_line (self->events, event->record->ref, title, g_strdup_printf ("%s · %s", date, event->what), -1);
    }
}

static char *
dup_as_of (const KladkaCoverageSpec *spec, const KladkaWords *words)
{
  g_autofree char *date = kladka_words_dup_date (words, kladka_date_new_from_day (spec->as_of));
  g_autofree char *text = g_strdup_printf (kladka_words_get_c (words, "overview", "As of %s"), date);

  if (!spec->include_unverified)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s · %s", text, kladka_words_get_c (words, "overview", "unverified needs counted"));
}

/* Only what says so itself can be marked higher than the rest: what rests on it comes with it. */
static gboolean
holds_above (const KladkaPlan *plan, KladkaMarking ceiling)
{
  const KladkaRecord *record;

  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    for (guint slot = 0; kladka_plan_next (plan, type, &slot, &record);)
      if (record->marking > ceiling)
        return TRUE;
  return FALSE;
}

/* The screen counts the whole plan; what leaves the program does not. */
static char *
dup_note (const KladkaPlan *plan, const KladkaWords *words)
{
  KladkaMarking ceiling = kladka_plan_get_default_marking (plan);

  if (!holds_above (plan, ceiling))
    return NULL;
  return g_strdup_printf (kladka_words_get_c (words, "overview",
                                              "Counts the whole plan. A briefing leaves out what is marked above %s, "
                                              "so its figures differ."),
                          kladka_marking_get_label (ceiling));
}

KladkaOverview *
kladka_overview_new (const KladkaPlan *plan,
                     const KladkaCoverage *coverage,
                     const KladkaCoverageSpec *spec,
                     const KladkaWords *words)
{
  KladkaOverview *self = g_new0 (KladkaOverview, 1);

  self->as_of = dup_as_of (spec, words);
  self->note = dup_note (plan, words);
  self->figures = g_ptr_array_new_with_free_func (free_figure);
  self->gaps = g_ptr_array_new_with_free_func (free_line);
  self->events = g_ptr_array_new_with_free_func (free_line);
  add_count (self, plan, KLADKA_TYPE_NEED, words);
  add_count (self, plan, KLADKA_TYPE_PROJECT, words);
  add_count (self, plan, KLADKA_TYPE_OFFER, words);
  add_count (self, plan, KLADKA_TYPE_ORGANISATION, words);
  /* A coverage of an earlier plan may name records that are gone. */
  self->has_cover = coverage != NULL && kladka_coverage_get_plan (coverage) == plan;
  add_cover_figures (self, self->has_cover ? coverage : NULL, words);
  if (self->has_cover)
    add_gaps (self, plan, coverage, words);
  add_events (self, plan, spec->as_of, words);
  return self;
}

void
kladka_overview_free (KladkaOverview *self)
{
  g_free (self->as_of);
  g_free (self->note);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->gaps);
  g_ptr_array_unref (self->events);
  g_free (self);
}
