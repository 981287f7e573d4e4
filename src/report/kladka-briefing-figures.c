/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-briefing-private.h"

#include <math.h>

#define COLUMNS 4
#define LAPSE 0.1
#define COVERED_NOTHING 0.005
#define COVERED_ALL 0.995
#define YEAR 12
#define TALLEST 0.5 /* of the width: the chart of cover */

typedef struct {
  guint needs;
  guint projects;
  guint active;
  guint open; /* active and not covered at all */
  guint partly;
  guint lapsing; /* in the year that begins with the as-of month */
  guint ending;  /* projects, in the same year */
  double cover;  /* of the active needs; -1 = there are none */
  gint64 gap_months;
} Figures;

static gboolean
lapses_within (const KladkaCoverage *coverage, guint need, KladkaSpan months)
{
  for (gint32 month = months.from; month < months.to; month++)
    if (kladka_coverage_is_active (coverage, need, month) && kladka_coverage_get_lapse (coverage, need, month) >= LAPSE)
      return TRUE;
  return FALSE;
}

static void
count_needs (KladkaBriefing *self, gint32 now, KladkaSpan year, Figures *ret_figures)
{
  double weight = 0, covered = 0;

  ret_figures->needs = kladka_coverage_get_n_needs (self->coverage);
  for (guint need = 0; need < ret_figures->needs; need++)
    {
      double cover;

      ret_figures->lapsing += lapses_within (self->coverage, need, year);
      if (!kladka_coverage_is_active (self->coverage, need, now))
        continue;
      cover = kladka_coverage_get_counted (self->coverage, need, now);
      ret_figures->active++;
      ret_figures->open += cover < COVERED_NOTHING;
      ret_figures->partly += cover >= COVERED_NOTHING && cover < COVERED_ALL;
      weight += kladka_coverage_get_weight (self->coverage, need);
      covered += kladka_coverage_get_weight (self->coverage, need) * cover;
    }
  ret_figures->cover = weight > 0 ? covered / weight : -1;
}

static void
count_projects (KladkaBriefing *self, KladkaSpan year, Figures *ret_figures)
{
  const KladkaRecord *record;

  for (guint slot = 0; kladka_plan_next (self->plan, KLADKA_TYPE_PROJECT, &slot, &record);)
    {
      const KladkaProject *project = (const KladkaProject *)record;
      KladkaDate end = kladka_date_is_set (project->actual_end) ? project->actual_end : project->planned_end;
      gint32 month;

      ret_figures->projects++;
      if (!kladka_date_is_set (end) || project->status == KLADKA_STATUS_CANCELLED
          || project->status == KLADKA_STATUS_SUSPENDED)
        continue;
      month = kladka_month_of_day (kladka_date_get_last_day (end));
      ret_figures->ending += month >= year.from && month < year.to;
    }
}

static Figures
count_figures (KladkaBriefing *self)
{
  KladkaSpan all = kladka_coverage_get_months (self->coverage);
  gint32 now = kladka_month_of_day (self->spec.coverage.as_of);
  KladkaSpan year = { MAX (now, all.from), MIN (now + YEAR, all.to) };
  KladkaSpan ahead = { MAX (now, all.from), all.to };
  Figures figures = { 0 };
  g_autoptr (GArray) gaps = NULL;
  double sum = 0;

  if (now >= all.from && now < all.to)
    count_needs (self, now, year, &figures);
  else
    {
      figures.needs = kladka_coverage_get_n_needs (self->coverage);
      figures.cover = -1;
    }
  count_projects (self, (KladkaSpan){ now, now + YEAR }, &figures);
  gaps = kladka_coverage_dup_gaps (self->coverage, ahead);
  for (guint i = 0; i < gaps->len; i++)
    sum += g_array_index (gaps, KladkaGap, i).gap_months;
  figures.gap_months = llrint (sum);
  return figures;
}

static void
add_figure (KladkaBriefing *self,
            KladkaSheet *sheet,
            guint place,
            KladkaBox area,
            const char *number,
            const char *label)
{
  static const KladkaColour tile = { 0.957, 0.957, 0.965, 1 };
  double figure = kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_FIGURE);
  double small = kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_SMALL);
  double width = (area.width - (COLUMNS - 1) * 10) / COLUMNS;
  double height = figure + 2 * small + 14;
  KladkaBox box = { area.x + place % COLUMNS * (width + 10), area.y + place / COLUMNS * (height + 10), width, height };
  KladkaBox inner = { box.x + 10, box.y + 5, box.width - 20, figure };

  kladka_sheet_box (sheet, &tile, box);
  kladka_sheet_text (sheet, "P", KLADKA_FONT_FIGURE, KLADKA_SHEET_START, NULL, inner, number);
  inner.y += figure;
  inner.height = 2 * small;
  kladka_sheet_text (sheet, "P", KLADKA_FONT_SMALL, KLADKA_SHEET_WRAP, NULL, inner, label);
}

typedef struct {
  const char *number;
  const char *label;
} Tile;

/* Returns how high the tiles are. */
static double
add_tiles (KladkaBriefing *self, KladkaSheet *sheet, KladkaBox area, const Figures *it)
{
  const KladkaWords *words = self->words;
  g_autofree char *needs = kladka_words_dup_integer (words, it->needs);
  g_autofree char *projects = kladka_words_dup_integer (words, it->projects);
  g_autofree char *cover =
      it->cover < 0 ? g_strdup ("–") : kladka_words_dup_percent (words, (int)lrint (it->cover * 1000));
  g_autofree char *open = kladka_words_dup_integer (words, it->open);
  g_autofree char *partly = kladka_words_dup_integer (words, it->partly);
  g_autofree char *gap_months = kladka_words_dup_integer (words, it->gap_months);
  g_autofree char *lapsing = kladka_words_dup_integer (words, it->lapsing);
  g_autofree char *ending = kladka_words_dup_integer (words, it->ending);
  const Tile tiles[] = {
    { cover, kladka_words_get_c (words, "briefing", KC_ ("briefing", "Cover of the needs active now, by weight")) },
    { open, kladka_words_get_c (words, "briefing", KC_ ("briefing", "Active needs without any cover")) },
    { partly, kladka_words_get_c (words, "briefing", KC_ ("briefing", "Active needs covered in part")) },
    { lapsing,
      kladka_words_get_c (words, "briefing", KC_ ("briefing", "Needs that lose cover in the next 12 months")) },
    { needs, kladka_words_get_c (words, "briefing", KC_ ("briefing", "Needs counted")) },
    { projects, kladka_words_get_c (words, "briefing", KC_ ("briefing", "Projects in the plan")) },
    { ending, kladka_words_get_c (words, "briefing", KC_ ("briefing", "Projects that end in the next 12 months")) },
    { gap_months, kladka_words_get_c (words, "briefing", KC_ ("briefing", "Gap-months ahead, by weight")) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tiles); i++)
    add_figure (self, sheet, i, area, tiles[i].number, tiles[i].label);
  return (G_N_ELEMENTS (tiles) + COLUMNS - 1) / COLUMNS
         * (kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_FIGURE)
            + 2 * kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_SMALL) + 24);
}

void
kladka_briefing_add_figures (KladkaBriefing *self)
{
  const char *heading = kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "At a glance"));
  double bold = kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_BOLD);
  g_autofree char *day = kladka_words_dup_date (self->words, kladka_date_new_from_day (self->spec.coverage.as_of));
  g_autofree char *as_of =
      g_strdup_printf (kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "As of: %s")), day);
  Figures figures = count_figures (self);
  KladkaSheet *sheet;
  KladkaBox body;
  double used;

  kladka_briefing_begin_chapter (self, heading);
  sheet = kladka_briefing_begin_page (self, self->title, as_of, &body);
  used = add_tiles (self, sheet, body, &figures) + 8;
  kladka_sheet_text (
      sheet, "H2", KLADKA_FONT_BOLD, KLADKA_SHEET_START, NULL, (KladkaBox){ body.x, body.y + used, body.width, bold },
      kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "Cover of all active needs, month by month")));
  used += bold + 6;
  kladka_sheet_take_scene (
      sheet,
      kladka_briefing_layout_cover (self, body.width / self->tools.chart_scale,
                                    MIN (body.height - used, body.width * TALLEST) / self->tools.chart_scale),
      body.x, body.y + used);
}
