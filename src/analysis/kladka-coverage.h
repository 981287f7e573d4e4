/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"
#include "kladka-table.h"

G_BEGIN_DECLS

typedef enum {
  KLADKA_CERTAINTY_DELIVERING,
  KLADKA_CERTAINTY_COMMITTED,
  KLADKA_CERTAINTY_END_UNKNOWN,
  KLADKA_CERTAINTY_PLANNED,
  KLADKA_N_CERTAINTIES,
} KladkaCertainty;

/**
 * KladkaCoverageSpec:
 * @as_of: the day the plan is looked at from
 * @include_unverified: whether submitted needs count
 * @line: the least certain supply that states count; KLADKA_CERTAINTY_END_UNKNOWN unless the reader chooses another
 *
 * A value. Printed with every figure.
 */
typedef struct {
  gint32 as_of;
  gboolean include_unverified;
  KladkaCertainty line;
} KladkaCoverageSpec;

/**
 * KladkaCoverage:
 *
 * Supply given to needs month by month, as PRODUCT.md section 3 defines it, over the months of the plan's period.
 * Frozen, reference counted, any thread.
 */
typedef struct _KladkaCoverage KladkaCoverage;

/**
 * kladka_coverage_new:
 *
 * Units: share of the wanted quantity, 0 to 1; quantities in thousandths.
 * Cost: linear in needs and deliveries times their months, in what is given, and for each kind of delivery (capability
 * and recipient) in the needs it may be given to times the months; twice, for lapses, and once more where projects
 * stopped. Each delivery without quantity looks at all needs it may be given to.
 *
 * Returns: (transfer full) (not nullable): the coverage; empty if the plan has no needs or no period
 */
KladkaCoverage *kladka_coverage_new (const KladkaPlan *plan, const KladkaCoverageSpec *spec);
KladkaCoverage *kladka_coverage_ref (const KladkaCoverage *self);
void kladka_coverage_unref (KladkaCoverage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaCoverage, kladka_coverage_unref)

const KladkaPlan *kladka_coverage_get_plan (const KladkaCoverage *self);
const KladkaCoverageSpec *kladka_coverage_get_spec (const KladkaCoverage *self);
/* Months (year * 12 + month - 1), half-open. */
KladkaSpan kladka_coverage_get_months (const KladkaCoverage *self);
/* Those from the as-of month on: a gap that is over cannot be closed any more. Empty where the period is over. */
KladkaSpan kladka_coverage_get_months_ahead (const KladkaCoverage *self);

/* The needs that count, in id order. */
guint kladka_coverage_get_n_needs (const KladkaCoverage *self);
const KladkaNeed *kladka_coverage_get_need (const KladkaCoverage *self, guint need);
/* -1 for a need that does not count. */
int kladka_coverage_find_need (const KladkaCoverage *self, KladkaRef need);
gint32 kladka_coverage_get_weight (const KladkaCoverage *self, guint need);
gboolean kladka_coverage_is_active (const KladkaCoverage *self, guint need, gint32 month);

/* Cover of a need in a month by supply of one certainty; and what is lost to it by projects that stopped. */
double kladka_coverage_get_cover (const KladkaCoverage *self, guint need, gint32 month, KladkaCertainty certainty);
/* Sum over the certainties up to the spec's line. */
double kladka_coverage_get_counted (const KladkaCoverage *self, guint need, gint32 month);
double kladka_coverage_get_lost (const KladkaCoverage *self, guint need, gint32 month);
/* What the next month's cover would be were all that ended or stopped still supplying, less its cover. */
double kladka_coverage_get_lapse (const KladkaCoverage *self, guint need, gint32 month);
/* Counted supply without a quantity may be given to it: its cover is at least what is said. */
gboolean kladka_coverage_is_amount_unknown (const KladkaCoverage *self, guint need, gint32 month);

/* What one delivery gave to one need in a month. @given is in thousandths; 0 with @share > 0 where the need or delivery
 * is not measured. */
typedef struct {
  const KladkaDelivery *delivery;
  gint64 given;
  double share;
  KladkaCertainty certainty;
} KladkaGiving;
/* Returns: (transfer full) (element-type KladkaGiving): in the order of turns */
GArray *kladka_coverage_dup_givings (const KladkaCoverage *self, guint need, gint32 month);

/* What the grid's rows are. */
typedef enum {
  KLADKA_DIMENSION_CAPABILITY,
  KLADKA_DIMENSION_RECIPIENT,
  KLADKA_DIMENSION_BENEFICIARY,
  KLADKA_DIMENSION_SECTOR,
  KLADKA_DIMENSION_TAG,
  KLADKA_DIMENSION_DONOR,
  KLADKA_DIMENSION_IMPLEMENTER,
  KLADKA_DIMENSION_INITIATIVE,
  KLADKA_N_DIMENSIONS,
} KladkaDimension;

typedef enum { KLADKA_PERIOD_MONTH, KLADKA_PERIOD_QUARTER, KLADKA_PERIOD_YEAR } KladkaPeriodUnit;

typedef enum {
  KLADKA_STATE_NOT_RECORDED,
  KLADKA_STATE_UNASKED,
  KLADKA_STATE_AMOUNT_UNKNOWN,
  KLADKA_STATE_GAP,
  KLADKA_STATE_LAPSING,
  KLADKA_STATE_PARTLY,
  KLADKA_STATE_DUPLICATED,
  KLADKA_STATE_COVERED,
  KLADKA_N_STATES,
} KladkaCellState;

typedef enum {
  KLADKA_MARK_LAPSING = 1 << 0,
  KLADKA_MARK_DUPLICATED = 1 << 1,
  KLADKA_MARK_END_UNKNOWN = 1 << 2,
  KLADKA_MARK_IMPRECISE = 1 << 3,
  KLADKA_MARK_NOT_MEASURED = 1 << 4,
} KladkaCellMarks;

/**
 * KladkaCoverageCell:
 * @cover: weighted cover counted for the state, 0 to 1
 * @by: the same by certainty
 * @weight: sum of weight over months and active needs; 0: nobody asks
 * @gap_months: weight x gap summed
 */
typedef struct {
  KladkaCellState state;
  guint marks;
  double cover;
  double by[KLADKA_N_CERTAINTIES];
  double lost;
  double weight;
  double gap_months;
  gboolean has_unused;
} KladkaCoverageCell;

/**
 * KladkaGrid:
 *
 * Rows by a dimension x periods, with a state each. Rows form a tree for capabilities (parents before children,
 * children by code and id), else they are flat and the row "none" comes last. Frozen, reference counted, any thread.
 */
typedef struct _KladkaGrid KladkaGrid;
/* @months: what to show, half-open; cut to the plan's period and widened to whole periods. */
KladkaGrid *
kladka_grid_new (const KladkaCoverage *coverage, KladkaDimension dimension, KladkaPeriodUnit unit, KladkaSpan months);
KladkaGrid *kladka_grid_ref (const KladkaGrid *self);
void kladka_grid_unref (KladkaGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaGrid, kladka_grid_unref)
const KladkaCoverage *kladka_grid_get_coverage (const KladkaGrid *self);
KladkaDimension kladka_grid_get_dimension (const KladkaGrid *self);
KladkaPeriodUnit kladka_grid_get_unit (const KladkaGrid *self);

typedef struct {
  KladkaRef ref;   /* the record, where rows are records */
  guint choice;    /* sector, where rows are sectors; 0 = none */
  const char *tag; /* where rows are tags */
  gboolean none;   /* the row of what lacks one, or "nobody recorded" */
  int parent;      /* row above it; -1 */
  guint depth;
  gboolean has_children;
} KladkaGridRow;
guint kladka_grid_get_n_rows (const KladkaGrid *self);
const KladkaGridRow *kladka_grid_get_row (const KladkaGrid *self, guint row);
char *kladka_grid_dup_row_label (const KladkaGrid *self, guint row, const KladkaWords *words);
guint kladka_grid_get_n_periods (const KladkaGrid *self);
KladkaSpan kladka_grid_get_period (const KladkaGrid *self, guint period); /* months */
char *kladka_grid_dup_period_label (const KladkaGrid *self, guint period, const KladkaWords *words);
const KladkaCoverageCell *kladka_grid_get_cell (const KladkaGrid *self, guint row, guint period);
/* Whether its cover is a figure to show: not where nobody asks, nor where the amount or the giver is not known, since
 * unknown is no zero. */
gboolean kladka_cell_has_figure (const KladkaCoverageCell *self);
/* The whole row over all its periods. */
const KladkaCoverageCell *kladka_grid_get_row_total (const KladkaGrid *self, guint row);
/* For people: a row a line, a period a column with letter and cover. */
KladkaTable *kladka_grid_dup_table (const KladkaGrid *self, const KladkaWords *words, KladkaMarking marking);
/* For machines and readers of all figures: a cell a line, a figure a column. */
KladkaTable *kladka_grid_dup_list (const KladkaGrid *self, const KladkaWords *words, KladkaMarking marking);

/* What is printed with every figure: "As of 5 March 2027. Supply that counts: ... Only verified needs are included." */
char *kladka_coverage_spec_dup_note (const KladkaCoverageSpec *self, const KladkaWords *words);
/* "60%". What is rounded says so: three thirds are "≈ 33%" each, and "100%" together. */
char *kladka_cover_dup_label (double share, const KladkaWords *words);
/* "March 2027 – May 2027" */
char *kladka_months_dup_label (KladkaSpan months, const KladkaWords *words);

/* Words for a state and a mark; and the letter that stands in a cell besides colour and hatch, its own in each
 * language. */
const char *kladka_state_get_label (KladkaCellState state, const KladkaWords *words);
const char *kladka_state_get_letter (KladkaCellState state, const KladkaWords *words);
const char *kladka_mark_get_label (KladkaCellMarks mark, const KladkaWords *words);
const char *kladka_certainty_get_label (KladkaCertainty certainty, const KladkaWords *words);
const char *kladka_dimension_get_label (KladkaDimension dimension, const KladkaWords *words);
/* As the command line and JSON have them: "partly-covered", "end-unknown", "capability", "quarter". They never change.
 */
const char *kladka_state_get_code (KladkaCellState state);
const char *kladka_mark_get_code (KladkaCellMarks mark);
const char *kladka_certainty_get_code (KladkaCertainty certainty);
const char *kladka_dimension_get_code (KladkaDimension dimension);
const char *kladka_period_unit_get_code (KladkaPeriodUnit unit);

/**
 * KladkaExplanation:
 *
 * What stands behind a cell: the needs in it, with their cover and the deliveries given to them in each month (months
 * alike run together), and the sum; as records and as sentences.
 */
typedef struct {
  const KladkaDelivery *delivery;
  KladkaSpan months;
  gint64 given;
  double part;  /* how much of it is the row's: less than 1 where others share the project */
  double share; /* of what the need wants, that part of it */
  KladkaCertainty certainty;
} KladkaExplainedGiving;
typedef struct {
  const KladkaNeed *need;
  KladkaSpan months; /* active in the cell */
  gint32 weight;
  double cover;    /* mean over those months */
  GArray *givings; /* KladkaExplainedGiving */
  gboolean amount_unknown;
} KladkaExplainedNeed;
typedef struct {
  KladkaCoverageCell cell;
  GPtrArray *needs;  /* KladkaExplainedNeed */
  GPtrArray *unused; /* const KladkaDelivery *: supply of the row that nobody took */
  KladkaCertainty line;
  gboolean is_share; /* @needs are those to which the row gave; its weight is that of all needs */
} KladkaExplanation;
/* @period: one, or the number of periods for the whole row. */
KladkaExplanation *kladka_grid_explain (const KladkaGrid *self, guint row, guint period);
void kladka_explanation_free (KladkaExplanation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaExplanation, kladka_explanation_free)
/* A sentence a line, with the formula and its numbers. Returns: (transfer full) (array zero-terminated=1) */
char **
kladka_explanation_dup_sentences (const KladkaExplanation *self, const KladkaPlan *plan, const KladkaWords *words);

/* Needs by falling gap-months in the months given; those without a gap left out. */
typedef struct {
  const KladkaNeed *need;
  double gap_months;
  double cover; /* mean over its active months */
} KladkaGap;
/* Returns: (transfer full) (element-type KladkaGap) */
GArray *kladka_coverage_dup_gaps (const KladkaCoverage *self, KladkaSpan months);
/* The gap-months of all needs together. */
double kladka_coverage_sum_gaps (const KladkaCoverage *self, KladkaSpan months);

G_END_DECLS
