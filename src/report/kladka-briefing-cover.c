/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-briefing-private.h"

#include <math.h>
#include "kladka-scene-builder.h"

#define AXIS 52
#define FOOT 26
#define LEGEND 34
#define N_LINES 4
#define OVERLAP 1 /* so that no seam shows between neighbours */

/* Supply by certainty, the most certain at the foot. */
static const KladkaInk inks[KLADKA_N_CERTAINTIES] = {
  [KLADKA_CERTAINTY_DELIVERING] = KLADKA_INK_STATE_COVERED,
  [KLADKA_CERTAINTY_COMMITTED] = KLADKA_INK_DONE_COMMITTED,
  [KLADKA_CERTAINTY_END_UNKNOWN] = KLADKA_INK_STATE_PARTLY,
  [KLADKA_CERTAINTY_PLANNED] = KLADKA_INK_BAR_PLANNED,
};

typedef struct {
  KladkaBriefing *self;
  KladkaSceneBuilder *builder;
  KladkaBox plot;
  double month_width;
} Layout;

static void
sum_month (const KladkaCoverage *coverage, gint32 month, double *ret_shares)
{
  double weight = 0, sums[KLADKA_N_CERTAINTIES] = { 0 };

  for (guint need = 0; need < kladka_coverage_get_n_needs (coverage); need++)
    {
      double own;

      if (!kladka_coverage_is_active (coverage, need, month))
        continue;
      own = kladka_coverage_get_weight (coverage, need);
      weight += own;
      for (guint of = 0; of < KLADKA_N_CERTAINTIES; of++)
        sums[of] += own * kladka_coverage_get_cover (coverage, need, month, of);
    }
  for (guint of = 0; of < KLADKA_N_CERTAINTIES; of++)
    ret_shares[of] = weight > 0 ? sums[of] / weight : 0;
}

static void
add_run (const Layout *it, KladkaSpan months, const double *shares)
{
  KladkaBox box = { it->plot.x + (months.from - it->self->months.from) * it->month_width, it->plot.y + it->plot.height,
                    (months.to - months.from) * it->month_width, 0 };

  for (guint of = 0; of < KLADKA_N_CERTAINTIES; of++)
    {
      box.height = shares[of] * it->plot.height;
      box.y -= box.height;
      if (box.height >= 0.5)
        kladka_scene_builder_add (it->builder, KLADKA_SHAPE_RECT, inks[of], box)->box.width += OVERLAP;
    }
}

/* Months alike stand as one. */
static void
add_columns (const Layout *it)
{
  double shares[KLADKA_N_CERTAINTIES] = { 0 };
  KladkaSpan run = { it->self->months.from, it->self->months.from };

  for (gint32 month = run.from; month < it->self->months.to; month++)
    {
      double here[KLADKA_N_CERTAINTIES];
      gboolean alike = TRUE;

      sum_month (it->self->coverage, month, here);
      for (guint of = 0; of < KLADKA_N_CERTAINTIES; of++)
        alike = alike && fabs (here[of] - shares[of]) < 0.002;
      if (!alike)
        {
          add_run (it, run, shares);
          memcpy (shares, here, sizeof shares);
          run.from = month;
        }
      run.to = month + 1;
    }
  add_run (it, run, shares);
}

static void
add_scale (const Layout *it)
{
  for (int i = 0; i <= N_LINES; i++)
    {
      double y = it->plot.y + it->plot.height * (N_LINES - i) / N_LINES;
      g_autofree char *label = kladka_words_dup_percent (it->self->words, i * 1000 / N_LINES);

      kladka_scene_builder_add (it->builder, KLADKA_SHAPE_LINE, i == 0 ? KLADKA_INK_GRID_STRONG : KLADKA_INK_GRID_LINE,
                                (KladkaBox){ it->plot.x, y, it->plot.width, 0 });
      kladka_scene_builder_text (it->builder, KLADKA_FONT_SMALL, KLADKA_INK_TEXT_DIM,
                                 (KladkaBox){ 0, y - 9, it->plot.x - 8, 18 }, label)
          ->flags = KLADKA_MARK_ALIGN_END;
    }
}

static void
add_years (const Layout *it)
{
  KladkaSpan months = it->self->months;

  for (gint32 month = months.from; month < months.to; month++)
    {
      double x = it->plot.x + (month - months.from) * it->month_width;
      g_autofree char *year = NULL;

      if (month != months.from && month % 12 != 0)
        continue;
      year = g_strdup_printf ("%d", month / 12);
      kladka_scene_builder_add (it->builder, KLADKA_SHAPE_LINE, KLADKA_INK_GRID_STRONG,
                                (KladkaBox){ x, it->plot.y + it->plot.height, 0, FOOT - 6 });
      kladka_scene_builder_text (it->builder, KLADKA_FONT_SMALL_BOLD, KLADKA_INK_TEXT,
                                 (KladkaBox){ x + 5, it->plot.y + it->plot.height + 2, 12 * it->month_width, FOOT - 6 },
                                 year);
    }
}

static void
add_today (const Layout *it)
{
  double at = kladka_month_of_day (it->self->spec.coverage.as_of) - it->self->months.from + 0.5;

  if (at > 0 && at < it->self->months.to - it->self->months.from)
    kladka_scene_builder_add (it->builder, KLADKA_SHAPE_LINE, KLADKA_INK_TODAY,
                              (KladkaBox){ it->plot.x + at * it->month_width, it->plot.y, 0, it->plot.height });
}

static void
add_legend (const Layout *it, double y)
{
  KladkaMeasure *measure = it->self->tools.chart_measure;
  double x = it->plot.x, line = kladka_measure_get_line_height (measure, KLADKA_FONT_SMALL);
  double sample = line * 1.4;

  for (guint of = 0; of < KLADKA_N_CERTAINTIES; of++)
    {
      const char *label = kladka_certainty_get_label (of, it->self->words);
      double width = kladka_measure_get_width (measure, KLADKA_FONT_SMALL, label) + 2;

      kladka_scene_builder_add (it->builder, KLADKA_SHAPE_RECT, inks[of], (KladkaBox){ x, y, sample, line });
      kladka_scene_builder_text (it->builder, KLADKA_FONT_SMALL, KLADKA_INK_TEXT,
                                 (KladkaBox){ x + sample + 6, y, width, line }, label);
      x += sample + width + 26;
    }
}

KladkaScene *
kladka_briefing_layout_cover (KladkaBriefing *self, double width, double height)
{
  gint32 n = self->months.to - self->months.from;
  Layout it = { self,
                kladka_scene_builder_new (width, height),
                { AXIS, 10, width - AXIS, MAX (height - 10 - FOOT - LEGEND, 20) },
                (width - AXIS) / MAX (n, 1) };

  kladka_scene_builder_begin_band (it.builder, KLADKA_BAND_ROWS, 0, (KladkaBox){ 0, 0, width, height }, 0, 0);
  add_scale (&it);
  add_columns (&it);
  add_years (&it);
  add_today (&it);
  add_legend (&it, height - LEGEND + 10);
  return kladka_scene_builder_end (it.builder);
}
