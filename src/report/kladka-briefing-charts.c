/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-briefing-private.h"

#include <math.h>
#include "kladka-grid-chart.h"
#include "kladka-timeline.h"

#define LABELS_SHARE 0.3
#define LABELS_MAX 340.0
#define TIMELINE_LABELS 320.0

/* Charts are laid out in chart units and scaled onto the page; what does not fit one page goes on on the next with its
 * headings repeated. */
typedef struct {
  double width; /* of the page's body, chart units */
  double height;
  double legend_height;
} Room;

static Room
get_room (const KladkaBriefing *self, const KladkaScene *legend)
{
  double heading = kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_HEADING)
                   + kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_SMALL) + 8;
  double legend_height = kladka_scene_get_height (legend) + 14;

  return (Room){ floor (self->body.width / self->tools.chart_scale),
                 floor ((self->body.height - heading) / self->tools.chart_scale) - legend_height, legend_height };
}

/* @scene and @legend: (transfer full) */
static void
add_chart_page (KladkaBriefing *self,
                const char *heading,
                const char *subheading,
                KladkaScene *scene,
                KladkaScene *legend)
{
  KladkaBox body;
  KladkaSheet *sheet = kladka_briefing_begin_page (self, heading, subheading, &body);
  double below = (kladka_scene_get_height (scene) + 14) * self->tools.chart_scale;

  kladka_sheet_take_scene (sheet, scene, body.x, body.y);
  kladka_sheet_take_scene (sheet, legend, body.x, body.y + below);
}

static char *
dup_months (const KladkaBriefing *self)
{
  KladkaSpan months = self->months;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (months.to <= months.from)
    return g_strdup ("");
  from = kladka_words_dup_date (self->words, kladka_date_new_month (months.from / 12, months.from % 12 + 1));
  to = kladka_words_dup_date (self->words, kladka_date_new_month ((months.to - 1) / 12, (months.to - 1) % 12 + 1));
  return g_strdup_printf ("%s – %s", from, to);
}

typedef struct {
  KladkaGrid *grid;
  GArray *rows;
  KladkaScene *legend;
  Room room;
  double label_width;
  double cell_width;
  double head_height;
  double row_height;
  guint columns; /* a page */
  guint n_rows;
} GridTiles;

static void
measure_tiles (KladkaBriefing *self, GridTiles *it)
{
  KladkaMeasure *measure = self->tools.chart_measure;
  guint n = MAX (kladka_grid_get_n_periods (it->grid), 1);
  guint pages;

  it->label_width = floor (MIN (it->room.width * LABELS_SHARE, LABELS_MAX));
  it->cell_width = kladka_grid_chart_get_cell_width (it->grid, measure, self->words);
  it->head_height = kladka_grid_chart_get_head_height (it->grid, measure);
  it->row_height = kladka_grid_chart_get_row_height (measure);
  it->columns = (guint)MAX (floor ((it->room.width - it->label_width) / it->cell_width), 1);
  pages = (n + it->columns - 1) / it->columns;
  it->columns = (n + pages - 1) / pages;
  it->cell_width = MIN (floor ((it->room.width - it->label_width) / it->columns), 2.2 * it->cell_width);
  it->n_rows = (guint)MAX (floor ((it->room.height - it->head_height) / it->row_height), 1);
}

static void
add_grid_tile (KladkaBriefing *self, const GridTiles *it, guint first_row, guint first_column)
{
  guint n_rows = MIN (it->n_rows, it->rows->len - first_row);
  guint n_columns = MIN (it->columns, kladka_grid_get_n_periods (it->grid) - first_column);
  KladkaGridView view = { .rows = it->rows,
                          .width = it->label_width + n_columns * it->cell_width,
                          .height = it->head_height + n_rows * it->row_height,
                          .scroll_x = first_column * it->cell_width,
                          .scroll_y = first_row * it->row_height,
                          .label_width = it->label_width,
                          .cell_width = it->cell_width,
                          .show_signs = TRUE };
  g_autofree char *months = dup_months (self);

  add_chart_page (self,
                  kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "Coverage by capability and period")),
                  months, kladka_grid_chart_layout (it->grid, &view, self->tools.chart_measure, self->words),
                  kladka_scene_ref (it->legend));
}

void
kladka_briefing_add_grid (KladkaBriefing *self)
{
  g_autoptr (KladkaGrid) grid =
      kladka_grid_new (self->coverage, KLADKA_DIMENSION_CAPABILITY, self->spec.unit, self->months);
  g_autoptr (GArray) rows = kladka_grid_chart_list_rows (grid, NULL);
  g_autoptr (KladkaScene) legend = NULL;
  GridTiles it = { .grid = grid, .rows = rows };

  kladka_briefing_begin_chapter (
      self, kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "Coverage by capability and period")));
  legend = kladka_grid_chart_layout_legend (grid, rows, self->body.width / self->tools.chart_scale,
                                            self->tools.chart_measure, self->words);
  it.legend = legend;
  it.room = get_room (self, legend);
  measure_tiles (self, &it);
  for (guint row = 0; row < MAX (rows->len, 1); row += it.n_rows)
    for (guint column = 0; column < MAX (kladka_grid_get_n_periods (grid), 1); column += it.columns)
      add_grid_tile (self, &it, row, column);
}

static gboolean
is_in (const KladkaProject *project, KladkaSpan days)
{
  KladkaDate start = kladka_project_get_start (project), end = kladka_project_get_end (project);

  if (!kladka_date_is_set (start))
    start = end;
  if (!kladka_date_is_set (end))
    end = start;
  return !kladka_date_is_set (start)
         || (kladka_date_get_first_day (start) < days.to && kladka_date_get_last_day (end) >= days.from);
}

/* Slots of the projects that are seen in @days, and of those without dates. */
static GArray *
list_projects (const KladkaPlan *plan, KladkaSpan days)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (guint32));
  const KladkaRecord *record;

  for (guint slot = 0; kladka_plan_next (plan, KLADKA_TYPE_PROJECT, &slot, &record);)
    if (is_in ((const KladkaProject *)record, days))
      g_array_append_val (slots, record->slot);
  return slots;
}

static KladkaTimeline *
make_timeline (KladkaBriefing *self, KladkaSpan days)
{
  g_autoptr (GArray) projects = days.to > days.from ? list_projects (self->plan, days) : NULL;
  KladkaTimelineRows rows = {
    .lanes = KLADKA_LANES_INITIATIVE, .show_projects = TRUE, .show_needs = TRUE, .projects = projects
  };

  return kladka_timeline_new (self->plan, self->coverage, &rows, self->words);
}

void
kladka_briefing_add_timeline (KladkaBriefing *self)
{
  KladkaSpan days = { kladka_month_first_day (self->months.from), kladka_month_first_day (self->months.to) };
  const char *heading = kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "Projects and needs in time"));
  KladkaMeasure *measure = self->tools.chart_measure;
  g_autoptr (KladkaTimeline) timeline = make_timeline (self, days);
  g_autoptr (KladkaScene) legend =
      kladka_timeline_layout_legend (self->body.width / self->tools.chart_scale, measure, self->words);
  Room room = get_room (self, legend);
  double head = kladka_timeline_get_ruler_height (measure), row_height = kladka_timeline_get_row_height (measure);
  guint n_rows = (guint)MAX (floor ((room.height - head) / row_height), 1);
  guint all = kladka_timeline_get_n_rows (timeline);
  g_autofree char *months = dup_months (self);

  kladka_briefing_begin_chapter (self, heading);
  if (self->months.to <= self->months.from)
    days = kladka_timeline_get_days (timeline);
  for (guint row = 0; row < MAX (all, 1); row += n_rows)
    {
      KladkaTimelineView view = { .width = room.width,
                                  .height = head + MIN (n_rows, MAX (all, 1) - row) * row_height,
                                  .label_width = MIN (TIMELINE_LABELS, room.width / 3),
                                  .scroll_y = row * row_height,
                                  .as_of = self->spec.coverage.as_of };

      view.scale = kladka_scale_new_fit (days, room.width - view.label_width);
      add_chart_page (self, heading, months, kladka_timeline_layout (timeline, &view, measure, self->words),
                      kladka_scene_ref (legend));
    }
}
