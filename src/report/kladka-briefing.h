/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include "kladka-coverage.h"
#include "kladka-plan.h"

G_BEGIN_DECLS

typedef enum { KLADKA_PAPER_A4, KLADKA_PAPER_A3 } KladkaPaper;

typedef enum {
  KLADKA_BRIEFING_FIGURES = 1 << 0,
  KLADKA_BRIEFING_GRID = 1 << 1,
  KLADKA_BRIEFING_GAPS = 1 << 2,
  KLADKA_BRIEFING_TIMELINE = 1 << 3,
  KLADKA_BRIEFING_ALL = 15,
} KladkaBriefingParts;

/**
 * KladkaBriefingSpec:
 * @ceiling: printed on every page; what the plan was cut to
 * @left_out: records above the ceiling were left out: every page says so, never how many
 * @coverage: the as-of day, whether unverified needs count, the line
 * @unit: periods of the grid
 * @months: (half-open) what the charts show; empty = the plan's period
 * @parts: KladkaBriefingParts
 * @font_family: (nullable): NULL = "Inter, Cantarell, Sans"
 *
 * What to print; a value.
 */
typedef struct {
  KladkaPaper paper;
  gboolean landscape;
  gboolean grey;
  KladkaMarking ceiling;
  gboolean left_out;
  KladkaCoverageSpec coverage;
  KladkaPeriodUnit unit;
  KladkaSpan months;
  guint parts;
  const char *font_family;
} KladkaBriefingSpec;
#define KLADKA_BRIEFING_SPEC(day, marking)                                                                             \
  ((KladkaBriefingSpec){ .landscape = TRUE,                                                                            \
                         .ceiling = (marking),                                                                         \
                         .coverage = { (day), FALSE, KLADKA_CERTAINTY_END_UNKNOWN },                                   \
                         .unit = KLADKA_PERIOD_QUARTER,                                                                \
                         .parts = KLADKA_BRIEFING_ALL })

/**
 * KladkaBriefing:
 *
 * The pages of a briefing in one language, laid out and ready to draw on any cairo surface. Frozen, reference counted;
 * one thread at a time.
 */
typedef struct _KladkaBriefing KladkaBriefing;

/**
 * kladka_briefing_new:
 * @plan: below the ceiling already: from kladka_plan_new_below()
 *
 * Figures are computed from what remains in @plan; the pages say so.
 */
KladkaBriefing *kladka_briefing_new (const KladkaPlan *plan, const KladkaBriefingSpec *spec, KladkaWords *words);
KladkaBriefing *kladka_briefing_ref (KladkaBriefing *self);
void kladka_briefing_unref (KladkaBriefing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaBriefing, kladka_briefing_unref)

/* The sentence that says what figures are computed from, and that a gap may be hidden cover where records were left
 * out. Returns: (transfer full) */
char *kladka_briefing_dup_boundary (const KladkaWords *words, KladkaMarking ceiling, gboolean left_out);

guint kladka_briefing_get_n_pages (const KladkaBriefing *self);
/* In points; all pages are alike. */
void kladka_briefing_get_page_size (const KladkaBriefing *self, double *ret_width, double *ret_height);
const char *kladka_briefing_get_title (const KladkaBriefing *self);
/* The smallest text on any page, in points. */
double kladka_briefing_get_smallest_text (const KladkaBriefing *self);

/* Draws a page in points at the origin of @cr. With structure tags and links where the surface is a PDF. */
void kladka_briefing_draw_page (KladkaBriefing *self, cairo_t *cr, guint page);

/**
 * kladka_briefing_write_pdf:
 * @created: seconds since 1970, UTC: the file's creation date; the same input gives the same bytes
 *
 * Errors: %G_IO_ERROR_FAILED where cairo fails
 *
 * Returns: (transfer full): vector PDF with metadata, outline, page labels, structure; fonts embedded
 */
GBytes *kladka_briefing_write_pdf (KladkaBriefing *self, gint64 created, GError **error);
/* @scale: pixels per point; 2 = 144 dpi. */
GBytes *kladka_briefing_write_png (KladkaBriefing *self, guint page, double scale, GError **error);
GBytes *kladka_briefing_write_svg (KladkaBriefing *self, guint page, GError **error);

G_END_DECLS
