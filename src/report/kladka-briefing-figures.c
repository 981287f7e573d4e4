/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-briefing-private.h"

#include <math.h>

#define COLUMNS 4
#define LAPSE 0.1
#define SLACK 1e-9 /* what sums of shares may be wrong by */
#define COVERED_NOTHING 0.005
#define COVERED_ALL 0.995
#define YEAR 12
#define TALLEST 0.5 /* of its width: the chart of cover */
#define BESIDE 0.58 /* of the width: the chart where the gaps stand beside it */
#define GUTTER 24
#define TILE_GAP 10
#define TILE_PADDING 10

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
    if (kladka_coverage_is_active (coverage, need, month)
        && kladka_coverage_get_lapse (coverage, need, month) >= LAPSE - SLACK)
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
  Figures figures = { 0 };

  if (now >= all.from && now < all.to)
    count_needs (self, now, year, &figures);
  else
    {
      figures.needs = kladka_coverage_get_n_needs (self->coverage);
      figures.cover = -1;
    }
  count_projects (self, (KladkaSpan){ now, now + YEAR }, &figures);
  figures.gap_months =
      llrint (kladka_coverage_sum_gaps (self->coverage, kladka_coverage_get_months_ahead (self->coverage)));
  return figures;
}

typedef struct {
  const char *number;
  const char *label;
} Tile;

/* As high as the longest label needs. */
static double
get_tile_height (KladkaBriefing *self, const Tile *tiles, guint n, double width)
{
  double most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, kladka_measure_get_height (self->tools.measure, KLADKA_FONT_BODY, tiles[i].label,
                                                 width - 2 * TILE_PADDING));
  return kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_FIGURE) + most + 14;
}

static void
add_tile (KladkaBriefing *self, KladkaSheet *sheet, const Tile *tile, KladkaBox box)
{
  static const KladkaColour ground = { 0.957, 0.957, 0.965, 1 };
  double figure = kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_FIGURE);
  KladkaBox inner = { box.x + TILE_PADDING, box.y + 5, box.width - 2 * TILE_PADDING, figure };

  kladka_sheet_box (sheet, &ground, box);
  kladka_sheet_text (sheet, "P", KLADKA_FONT_FIGURE, KLADKA_SHEET_START, NULL, inner, tile->number);
  inner.y += figure;
  inner.height = box.height - figure;
  kladka_sheet_text (sheet, "P", KLADKA_FONT_BODY, KLADKA_SHEET_WRAP, NULL, inner, tile->label);
}

/* Returns how high they are. */
static double
lay_out_tiles (KladkaBriefing *self, KladkaSheet *sheet, KladkaBox area, const Tile *tiles, guint n)
{
  double width = (area.width - (COLUMNS - 1) * TILE_GAP) / COLUMNS;
  double height = get_tile_height (self, tiles, n, width);

  for (guint i = 0; i < n; i++)
    add_tile (self, sheet, &tiles[i],
              (KladkaBox){ area.x + i % COLUMNS * (width + TILE_GAP), area.y + i / COLUMNS * (height + TILE_GAP), width,
                           height });
  return (n + COLUMNS - 1) / COLUMNS * (height + TILE_GAP) - TILE_GAP;
}

static double
add_tiles (KladkaBriefing *self, KladkaSheet *sheet, KladkaBox area, const Figures *it)
{
  const KladkaWords *words = self->words;
  g_autofree char *needs = kladka_words_dup_integer (words, it->needs);
  g_autofree char *projects = kladka_words_dup_integer (words, it->projects);
  g_autofree char *cover = it->cover < 0 ? g_strdup ("–") : kladka_words_dup_share (words, it->cover);
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

  return lay_out_tiles (self, sheet, area, tiles, G_N_ELEMENTS (tiles));
}

/* Returns what is left of @area below the heading. */
static KladkaBox
add_subheading (KladkaBriefing *self, KladkaSheet *sheet, KladkaBox area, const char *text)
{
  double bold = kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_BOLD);

  kladka_sheet_text (sheet, "H2", KLADKA_FONT_BOLD, KLADKA_SHEET_START, NULL,
                     (KladkaBox){ area.x, area.y, area.width, bold }, text);
  return (KladkaBox){ area.x, area.y + bold + 6, area.width, MAX (area.height - bold - 6, 0) };
}

/* Returns how high the chart is, with its heading. */
static double
add_cover (KladkaBriefing *self, KladkaSheet *sheet, KladkaBox area, double tallest)
{
  KladkaBox box = add_subheading (
      self, sheet, area,
      kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "Cover of all active needs, month by month")));
  double scale = self->tools.chart_scale, height = MIN (box.height, tallest);

  kladka_sheet_take_scene (sheet, kladka_briefing_layout_cover (self, box.width / scale, height / scale), box.x, box.y);
  return box.y - area.y + height;
}

static void
add_gaps (KladkaBriefing *self, KladkaSheet *sheet, KladkaBox area)
{
  area = add_subheading (self, sheet, area,
                         kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "The largest gaps")));
  kladka_briefing_add_top_gaps (self, sheet, area);
}

void
kladka_briefing_add_figures (KladkaBriefing *self)
{
  const char *heading = kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "At a glance"));
  g_autofree char *day = kladka_words_dup_date (self->words, kladka_date_new_from_day (self->spec.coverage.as_of));
  g_autofree char *as_of =
      g_strdup_printf (kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "As of: %s")), day);
  Figures figures = count_figures (self);
  KladkaSheet *sheet;
  KladkaBox area;
  double used;

  kladka_briefing_begin_chapter (self, heading);
  sheet = kladka_briefing_begin_page (self, self->title, as_of, &area);
  used = add_tiles (self, sheet, area, &figures) + 16;
  area.y += used;
  area.height -= used;
  if (self->spec.landscape)
    {
      KladkaBox left = { area.x, area.y, floor (area.width * BESIDE), area.height };
      KladkaBox right = { left.x + left.width + GUTTER, area.y, area.width - left.width - GUTTER, area.height };

      add_cover (self, sheet, left, left.height);
      add_gaps (self, sheet, right);
      return;
    }
  used = add_cover (self, sheet, area, area.width * TALLEST) + 16;
  add_gaps (self, sheet, (KladkaBox){ area.x, area.y + used, area.width, area.height - used });
}
