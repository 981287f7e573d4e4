/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-scene-builder.h"
#include "kladka-timeline-private.h"

/* A line a fact, or one sentence. */
typedef struct {
  GString *out;
  gboolean lines;
} Facts;

static void
add_fact (Facts *facts, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (facts->out->len > 0)
    g_string_append (facts->out, facts->lines ? "\n" : ", ");
  g_string_append (facts->out, text);
}

/* "March 2026 – 30 June 2026", with a question mark for the end that is not known. */
static char *
dup_days (KladkaDate start, KladkaDate end, const KladkaWords *words)
{
  g_autofree char *from = kladka_words_dup_date (words, start);
  g_autofree char *to = kladka_words_dup_date (words, end);

  if (*from == '\0' && *to == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%s – %s", *from != '\0' ? from : "?", *to != '\0' ? to : "?");
}

static void
add_labelled (Facts *facts, const char *label, const char *text)
{
  g_autofree char *line = *text != '\0' ? g_strdup_printf ("%s: %s", label, text) : NULL;

  add_fact (facts, line);
}

char *
kladka_project_dup_funders (const KladkaPlan *plan, const KladkaProject *project, const KladkaWords *words)
{
  guint n;
  const KladkaRecord *const *records =
      kladka_plan_get_owned (plan, KLADKA_TYPE_PARTICIPATION, "project", project->base.ref, &n);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const KladkaParticipation *it = (const KladkaParticipation *)records[i];
      const KladkaRecord *who = kladka_plan_get (plan, it->organisation);

      if (it->role != KLADKA_ROLE_FUNDING || who == NULL)
        continue;
      if (out->len > 0)
        g_string_append (out, ", ");
      g_string_append (out, kladka_plan_get_label (plan, who, kladka_words_get_lang (words)));
    }
  return g_string_free (out, FALSE);
}

static void
add_project (Facts *facts, const KladkaPlan *plan, const KladkaProject *project, const KladkaWords *words)
{
  g_autofree char *planned = dup_days (project->planned_start, project->planned_end, words);
  g_autofree char *actual = dup_days (project->actual_start, project->actual_end, words);
  g_autofree char *funders = kladka_project_dup_funders (plan, project, words);

  if (project->status != KLADKA_STATUS_NONE)
    add_fact (facts, kladka_choices_get_label (&kladka_choices_status, project->status, words));
  add_labelled (facts, kladka_words_get_c (words, "timeline", KC_ ("timeline", "Planned")), planned);
  add_labelled (facts, kladka_words_get_c (words, "timeline", KC_ ("timeline", "Actual")), actual);
  add_labelled (facts, kladka_words_get_c (words, "timeline", KC_ ("timeline", "Funded by")), funders);
}

static void
add_need (Facts *facts, const KladkaPlan *plan, const KladkaNeed *need, const KladkaWords *words)
{
  g_autofree char *days = dup_days (need->wanted_from, need->wanted_until, words);
  const KladkaRecord *who = kladka_plan_get (plan, need->recipient != 0 ? need->recipient : need->beneficiary);

  if (need->stage != KLADKA_STAGE_NONE)
    add_fact (facts, kladka_choices_get_label (&kladka_choices_stage, need->stage, words));
  add_labelled (facts, kladka_words_get_c (words, "timeline", KC_ ("timeline", "Wanted")), days);
  if (who != NULL)
    add_fact (facts, kladka_plan_get_label (plan, who, kladka_words_get_lang (words)));
}

static void
add_milestone (Facts *facts, const KladkaMilestone *milestone, const KladkaWords *words)
{
  g_autofree char *planned = kladka_words_dup_date (words, milestone->planned_on);
  g_autofree char *actual = kladka_words_dup_date (words, milestone->actual_on);

  add_labelled (facts, kladka_words_get_c (words, "timeline", KC_ ("timeline", "Planned")), planned);
  add_labelled (facts, kladka_words_get_c (words, "timeline", KC_ ("timeline", "Reached")), actual);
}

static void
add_record (Facts *facts, const KladkaPlan *plan, const KladkaRecord *record, const KladkaWords *words)
{
  g_autofree char *name = kladka_plan_dup_name (plan, record, kladka_words_get_lang (words));

  add_fact (facts, name);
  if (record->type == KLADKA_TYPE_PROJECT)
    add_project (facts, plan, (const KladkaProject *)record, words);
  else if (record->type == KLADKA_TYPE_NEED)
    add_need (facts, plan, (const KladkaNeed *)record, words);
  else if (record->type == KLADKA_TYPE_MILESTONE)
    add_milestone (facts, (const KladkaMilestone *)record, words);
}

char *
kladka_timeline_dup_mark_words (const KladkaTimeline *self,
                                const KladkaMark *mark,
                                gboolean lines,
                                const KladkaWords *words)
{
  const KladkaRecord *record = kladka_plan_get (self->plan, mark->ref);
  Facts facts = { g_string_new (NULL), lines };

  if (record != NULL)
    add_record (&facts, self->plan, record, words);
  else if (mark->row >= 0 && mark->row < (int)self->rows->len)
    add_fact (&facts, kladka_timeline_peek (self, (guint)mark->row)->lane->label);
  return g_string_free (facts.out, facts.out->len == 0);
}

typedef struct {
  KladkaShape shape;
  KladkaInk ink;
  guint32 flags;
  double thickness;
  const char *label;
} LegendRow;

static const LegendRow legend_rows[] = {
  { KLADKA_SHAPE_BAR, KLADKA_INK_BAR_DELIVERING, 0, 0, KC_ ("legend", "Delivering") },
  { KLADKA_SHAPE_BAR, KLADKA_INK_BAR_COMMITTED, 0, 0, KC_ ("legend", "Committed") },
  { KLADKA_SHAPE_BAR, KLADKA_INK_BAR_PLANNED, 0, 0, KC_ ("legend", "Planned") },
  { KLADKA_SHAPE_BAR, KLADKA_INK_BAR_STOPPED, 0, 0, KC_ ("legend", "Cancelled or suspended") },
  { KLADKA_SHAPE_BAR, KLADKA_INK_BAR_DELIVERING, KLADKA_MARK_SOFT_END, 0, KC_ ("legend", "Date not exact") },
  { KLADKA_SHAPE_RECT, KLADKA_INK_DONE_DELIVERING, 0, 4, KC_ ("legend", "Actual") },
  { KLADKA_SHAPE_RECT, KLADKA_INK_TAIL, 0, 3, KC_ ("legend", "Sustained") },
  { KLADKA_SHAPE_LINE, KLADKA_INK_TAIL_UNKNOWN, 0, 3, KC_ ("legend", "End of sustainment unknown") },
  { KLADKA_SHAPE_DIAMOND, KLADKA_INK_MILESTONE, 0, 0, KC_ ("legend", "Milestone") },
  { KLADKA_SHAPE_DIAMOND, KLADKA_INK_MILESTONE_REACHED, 0, 0, KC_ ("legend", "Milestone reached") },
  { KLADKA_SHAPE_BRACKET, KLADKA_INK_NEED, 0, 0, KC_ ("legend", "Need") },
  { KLADKA_SHAPE_RECT, KLADKA_INK_NEED_OPEN, 0, 7, KC_ ("legend", "Not covered") },
  { KLADKA_SHAPE_RECT, KLADKA_INK_NEED_PARTLY, 0, 7, KC_ ("legend", "Partly covered") },
  { KLADKA_SHAPE_RECT, KLADKA_INK_NEED_COVERED, 0, 7, KC_ ("legend", "Covered") },
  { KLADKA_SHAPE_LINE, KLADKA_INK_TODAY, 0, 0, KC_ ("legend", "As of") },
};

KladkaScene *
kladka_timeline_layout_legend (double width, KladkaMeasure *measure, const KladkaWords *words)
{
  KladkaLegendItem items[G_N_ELEMENTS (legend_rows)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (legend_rows); i++)
    {
      items[i].shape = legend_rows[i].shape;
      items[i].ink = legend_rows[i].ink;
      items[i].flags = legend_rows[i].flags;
      items[i].thickness = legend_rows[i].thickness;
      items[i].text = kladka_words_get_c (words, "legend", legend_rows[i].label);
    }
  return kladka_scene_new_legend (items, G_N_ELEMENTS (items), width, measure);
}
