/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-briefing-private.h"

#include <math.h>
#include "kladka-grid-chart.h"
#include "kladka-timeline.h"

#define LABELS_LEAST 0.25 /* of the width, where they need it */
#define LABELS_MOST 0.4
#define CELL_MOST 90.0

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

typedef gboolean (*IsHeadFunc) (gconstpointer rows, guint row);

/* Where the page that begins with row @first ends: all pages are about as full as each other, and none ends with the
 * head of what follows. */
static guint
find_page_end (guint first, guint all, guint fits, IsHeadFunc is_head, gconstpointer rows)
{
  guint left = all - first, pages = (left + fits - 1) / fits;
  guint end = first + (left + pages - 1) / MAX (pages, 1);

  while (end < all && end > first + 1 && is_head (rows, end - 1))
    end--;
  return end;
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

/* A cell holds its letter and a hundred per cent. */
static double
get_cell_width (KladkaBriefing *self, const KladkaGrid *grid)
{
  double heads = kladka_grid_chart_get_cell_width (grid, self->tools.chart_measure, self->words);

  return MAX (heads, ceil (kladka_measure_get_width (self->tools.chart_measure, KLADKA_FONT_SMALL_BOLD, "M 100") + 4));
}

/* As few pages beside each other as can be; then the labels take what they need of the rest. */
static void
measure_tiles (KladkaBriefing *self, GridTiles *it)
{
  KladkaMeasure *measure = self->tools.chart_measure;
  guint n = MAX (kladka_grid_get_n_periods (it->grid), 1);
  double labels = kladka_grid_chart_get_label_width (it->grid, it->rows, floor (it->room.width * LABELS_MOST), measure,
                                                     self->words);
  double least = MIN (labels, floor (it->room.width * LABELS_LEAST));
  double cell = get_cell_width (self, it->grid);
  guint pages;

  it->columns = (guint)MAX (floor ((it->room.width - least) / cell), 1);
  pages = (n + it->columns - 1) / it->columns;
  it->columns = (n + pages - 1) / pages;
  it->label_width = CLAMP (floor (it->room.width - it->columns * cell), least, labels);
  it->cell_width = MIN (floor ((it->room.width - it->label_width) / it->columns), CELL_MOST);
  it->head_height = kladka_grid_chart_get_head_height (it->grid, measure);
  it->row_height = kladka_grid_chart_get_row_height (measure);
  it->n_rows = (guint)MAX (floor ((it->room.height - it->head_height) / it->row_height), 1);
}

static void
add_grid_tile (KladkaBriefing *self, const GridTiles *it, guint first_row, guint n_rows, guint first_column)
{
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

static gboolean
is_capability_head (gconstpointer rows, guint row)
{
  const GridTiles *it = rows;

  return kladka_grid_get_row (it->grid, g_array_index (it->rows, guint, row))->has_children;
}

void
kladka_briefing_add_grid (KladkaBriefing *self)
{
  g_autoptr (KladkaGrid) grid =
      kladka_grid_new (self->coverage, KLADKA_DIMENSION_CAPABILITY, self->spec.unit, self->months);
  g_autoptr (GArray) rows = kladka_grid_chart_list_rows (grid, NULL);
  g_autoptr (KladkaScene) legend = NULL;
  GridTiles it = { .grid = grid, .rows = rows };
  guint row = 0;

  kladka_briefing_begin_chapter (
      self, kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "Coverage by capability and period")));
  legend = kladka_grid_chart_layout_legend (grid, rows, self->body.width / self->tools.chart_scale,
                                            self->tools.chart_measure, self->words);
  it.legend = legend;
  it.room = get_room (self, legend);
  measure_tiles (self, &it);
  do
    {
      guint end = find_page_end (row, rows->len, it.n_rows, is_capability_head, &it);

      for (guint column = 0; column < MAX (kladka_grid_get_n_periods (grid), 1); column += it.columns)
        add_grid_tile (self, &it, row, end - row, column);
      row = end;
    }
  while (row < rows->len);
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
make_timeline (KladkaBriefing *self, KladkaSpan days, guint *ret_elsewhere)
{
  g_autoptr (GArray) projects = days.to > days.from ? list_projects (self->plan, days) : NULL;
  KladkaTimelineRows rows = {
    .lanes = KLADKA_LANES_INITIATIVE, .show_projects = TRUE, .show_needs = TRUE, .projects = projects
  };

  if (projects != NULL)
    *ret_elsewhere = kladka_plan_get_n_records (self->plan, KLADKA_TYPE_PROJECT) - projects->len;
  return kladka_timeline_new (self->plan, self->coverage, &rows, self->words);
}

typedef struct {
  KladkaTimeline *timeline;
  KladkaScene *legend;
  KladkaTimelineView view; /* of all pages; each has its own rows */
  double row_height;
  guint n_rows;
  guint elsewhere; /* projects outside the months shown */
} Lanes;

static void
measure_lanes (KladkaBriefing *self, KladkaSpan days, Lanes *it)
{
  KladkaMeasure *measure = self->tools.chart_measure;
  Room room = get_room (self, it->legend);
  double head = kladka_timeline_get_ruler_height (measure);

  it->row_height = kladka_timeline_get_row_height (measure);
  it->n_rows = (guint)MAX (floor ((room.height - head) / it->row_height), 1);
  it->view.width = room.width;
  it->view.height = head;
  it->view.label_width =
      kladka_timeline_get_label_width (it->timeline, floor (room.width * LABELS_MOST), measure, self->words);
  it->view.as_of = self->spec.coverage.as_of;
  it->view.scale = kladka_scale_new_fit (days, room.width - it->view.label_width);
}

static gboolean
is_lane_head (gconstpointer rows, guint row)
{
  return kladka_timeline_get_row_kind (rows, row) == KLADKA_ROW_LANE;
}

static void G_GNUC_PRINTF (2, 3) add_part (GString *out, const char *format, ...)
{
  va_list args;

  if (out->len > 0)
    g_string_append (out, " · ");
  va_start (args, format);
  g_string_append_vprintf (out, format, args);
  va_end (args);
}

/* The months; which lane goes on here; and what the months leave out. */
static char *
dup_lanes_subheading (KladkaBriefing *self, const Lanes *it, guint first)
{
  g_autofree char *months = dup_months (self);
  g_autofree char *elsewhere = kladka_words_dup_integer (self->words, it->elsewhere);
  GString *out = g_string_new (months);

  if (kladka_timeline_get_n_rows (it->timeline) == 0)
    add_part (out, "%s",
              kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "no project and no need in this period")));
  if (first > 0 && !is_lane_head (it->timeline, first))
    add_part (out, kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "%s (continued)")),
              kladka_timeline_get_lane_label (it->timeline, first));
  if (it->elsewhere > 0)
    add_part (out, kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "projects outside this period: %s")),
              elsewhere);
  return g_string_free (out, FALSE);
}

static void
add_lanes_page (KladkaBriefing *self, const Lanes *it, const char *heading, guint first, guint end)
{
  KladkaTimelineView view = it->view;
  g_autofree char *subheading = dup_lanes_subheading (self, it, first);

  view.height += MAX (end - first, 1) * it->row_height;
  view.scroll_y = first * it->row_height;
  add_chart_page (self, heading, subheading,
                  kladka_timeline_layout (it->timeline, &view, self->tools.chart_measure, self->words),
                  kladka_scene_ref (it->legend));
}

void
kladka_briefing_add_timeline (KladkaBriefing *self)
{
  KladkaSpan days = { kladka_month_first_day (self->months.from), kladka_month_first_day (self->months.to) };
  const char *heading = kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "Projects and needs in time"));
  Lanes it = { NULL };
  g_autoptr (KladkaTimeline) timeline = make_timeline (self, days, &it.elsewhere);
  g_autoptr (KladkaScene) legend = kladka_timeline_layout_legend (self->body.width / self->tools.chart_scale,
                                                                  self->tools.chart_measure, self->words);
  guint row = 0, all = kladka_timeline_get_n_rows (timeline);

  kladka_briefing_begin_chapter (self, heading);
  it.timeline = timeline;
  it.legend = legend;
  measure_lanes (self, days.to > days.from ? days : kladka_timeline_get_days (timeline), &it);
  do
    {
      guint end = find_page_end (row, all, it.n_rows, is_lane_head, timeline);

      add_lanes_page (self, &it, heading, row, end);
      row = end;
    }
  while (row < all);
}
