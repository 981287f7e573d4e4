/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-measure.h"
#include "kladka-plan.h"

G_BEGIN_DECLS

/* In layout units, y down. */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} KladkaBox;

static inline gboolean
kladka_box_contains (const KladkaBox *self, double x, double y)
{
  return x >= self->x && x < self->x + self->width && y >= self->y && y < self->y + self->height;
}

static inline gboolean
kladka_box_meets (const KladkaBox *a, const KladkaBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/**
 * KladkaInk:
 *
 * The role of a mark: what it is, never how it looks. A style turns it into colours, lines and hatches.
 */
typedef enum {
  KLADKA_INK_NONE,
  KLADKA_INK_BACKGROUND,
  KLADKA_INK_ROW,  /* every other row */
  KLADKA_INK_LANE, /* head of a lane or of a group of rows */
  KLADKA_INK_RULER,
  KLADKA_INK_GRID_LINE,
  KLADKA_INK_GRID_STRONG,
  KLADKA_INK_TEXT,
  KLADKA_INK_TEXT_DIM,
  KLADKA_INK_TODAY,
  KLADKA_INK_PERIOD, /* the period selected on the ruler */
  KLADKA_INK_EXPANDER,
  /* Bars by certainty: what is planned ... */
  KLADKA_INK_BAR_DELIVERING,
  KLADKA_INK_BAR_COMMITTED,
  KLADKA_INK_BAR_PLANNED,
  KLADKA_INK_BAR_STOPPED,
  /* ... and what has actually been. */
  KLADKA_INK_DONE_DELIVERING,
  KLADKA_INK_DONE_COMMITTED,
  KLADKA_INK_DONE_PLANNED,
  KLADKA_INK_DONE_STOPPED,
  KLADKA_INK_TAIL,         /* what was delivered is sustained */
  KLADKA_INK_TAIL_UNKNOWN, /* and nobody knows until when */
  KLADKA_INK_MILESTONE,
  KLADKA_INK_MILESTONE_REACHED,
  KLADKA_INK_NEED,
  KLADKA_INK_NEED_OPEN, /* wanted and not covered */
  KLADKA_INK_NEED_PARTLY,
  KLADKA_INK_NEED_COVERED,
  /* States of a cell, in the order of KladkaCellState. */
  KLADKA_INK_STATE_NOT_RECORDED,
  KLADKA_INK_STATE_UNASKED,
  KLADKA_INK_STATE_AMOUNT_UNKNOWN,
  KLADKA_INK_STATE_GAP,
  KLADKA_INK_STATE_LAPSING,
  KLADKA_INK_STATE_PARTLY,
  KLADKA_INK_STATE_DUPLICATED,
  KLADKA_INK_STATE_COVERED,
  KLADKA_INK_SUPPLY_PLANNED, /* pale: planned supply beside the state */
  KLADKA_INK_SIGN,           /* the small signs in the corners of a cell */
  /* The second, small scene. */
  KLADKA_INK_HOVER,
  KLADKA_INK_SELECTED,
  KLADKA_INK_FOCUS,
  KLADKA_INK_GHOST,
  KLADKA_INK_GUIDE,
  KLADKA_INK_BUBBLE,
  KLADKA_N_INKS,
} KladkaInk;

typedef enum {
  KLADKA_SHAPE_RECT,
  KLADKA_SHAPE_BAR,  /* rectangle with slightly round corners; its ends may be soft: drawn as steps */
  KLADKA_SHAPE_LINE, /* along the longer side of the box, in its middle */
  KLADKA_SHAPE_DIAMOND,
  KLADKA_SHAPE_BRACKET, /* [ ]: an end that is open has no upright */
  KLADKA_SHAPE_TEXT,    /* cut with an ellipsis where it does not fit */
  KLADKA_SHAPE_WRAPPED, /* text over as many lines as it needs */
  KLADKA_SHAPE_OPENED,  /* expander of an open row */
  KLADKA_SHAPE_CLOSED,  /* and of a closed one */
  /* signs in the corners of a cell; each its own form, so that none rests on colour */
  KLADKA_SHAPE_SIGN_LAPSING,
  KLADKA_SHAPE_SIGN_DUPLICATED,
  KLADKA_SHAPE_SIGN_END_UNKNOWN,
  KLADKA_SHAPE_SIGN_IMPRECISE,
  KLADKA_SHAPE_SIGN_NOT_MEASURED,
  KLADKA_N_SHAPES,
} KladkaShape;

typedef enum {
  KLADKA_MARK_SOFT_START = 1 << 0, /* the date is coarse: stepped, never a gradient */
  KLADKA_MARK_SOFT_END = 1 << 1,
  KLADKA_MARK_OPEN_START = 1 << 2, /* goes on beyond what is shown, or for ever */
  KLADKA_MARK_OPEN_END = 1 << 3,
  KLADKA_MARK_ALIGN_END = 1 << 4,
  KLADKA_MARK_ALIGN_CENTRE = 1 << 5,
  KLADKA_MARK_HIT = 1 << 6,   /* answers the pointer and the keyboard */
  KLADKA_MARK_DRAGS = 1 << 7, /* can be moved and resized */
} KladkaMarkFlags;

/* What a mark stands for: where a click on it leads. */
typedef enum {
  KLADKA_TARGET_NONE,
  KLADKA_TARGET_RECORD, /* @ref: project, need, milestone */
  KLADKA_TARGET_LABEL,  /* the row's label; @ref as above */
  KLADKA_TARGET_CELL,   /* @row and @column of the grid */
  KLADKA_TARGET_ROW,    /* label of a row of the grid */
  KLADKA_TARGET_EXPANDER,
  KLADKA_TARGET_LANE,
  KLADKA_TARGET_TICK, /* @column = first day of the tick */
  KLADKA_TARGET_COLUMN,
} KladkaTarget;

/**
 * KladkaMark:
 * @box: relative to its band's origin
 * @ref: the record behind it; 0 = none
 * @row: row of the whole chart (not of what is seen), -1 = none
 * @column: period of the grid, -1 = none
 * @text: (nullable): owned by the scene
 */
typedef struct {
  KladkaBox box;
  const char *text;
  KladkaRef ref;
  gint32 row;
  gint32 column;
  guint8 shape;  /* KladkaShape */
  guint8 ink;    /* KladkaInk */
  guint8 font;   /* KladkaFont of texts */
  guint8 target; /* KladkaTarget */
  guint32 flags;
  double soft_start; /* how wide the soft ends are */
  double soft_end;
} KladkaMark;

typedef enum {
  KLADKA_BAND_CORNER,
  KLADKA_BAND_RULER,
  KLADKA_BAND_LABELS, /* a block of rows: their labels */
  KLADKA_BAND_ROWS,   /* a block of rows */
  KLADKA_BAND_OVER,   /* over all rows: today, the period */
  KLADKA_BAND_LEGEND,
  KLADKA_BAND_HIGHLIGHT,
} KladkaBandKind;

/**
 * KladkaBand:
 * @clip: in the scene; nothing of the band is seen outside
 * @origin_x: where the marks' x = 0 lies in the scene
 * @key: changes when what the band holds changes: a recording of a band of the same kind, index and key can be used
 * again, moved to the new origin
 *
 * A part of a scene that can be recorded by itself.
 */
typedef struct {
  KladkaBox clip;
  double origin_x;
  double origin_y;
  guint64 key;
  guint32 index; /* number of the block of rows */
  guint32 first_mark;
  guint32 n_marks;
  guint8 kind;
} KladkaBand;

/**
 * KladkaScene:
 *
 * What is drawn, frozen: the only place that knows geometry. It answers hit-tests, tooltips, the keyboard's "next mark"
 * and the tests' text dump; paint draws it on any surface. Reference counted; any thread.
 */
typedef struct _KladkaScene KladkaScene;
KladkaScene *kladka_scene_ref (const KladkaScene *self);
void kladka_scene_unref (KladkaScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaScene, kladka_scene_unref)

/* What is seen. */
double kladka_scene_get_width (const KladkaScene *self);
double kladka_scene_get_height (const KladkaScene *self);
/* All there is, for the scrollbars (timeline: the height only; its width is the scale's). */
double kladka_scene_get_content_width (const KladkaScene *self);
double kladka_scene_get_content_height (const KladkaScene *self);
/* The part that scrolls: right of the labels, below the ruler. */
KladkaBox kladka_scene_get_plot (const KladkaScene *self);

guint kladka_scene_get_n_bands (const KladkaScene *self);
const KladkaBand *kladka_scene_get_band (const KladkaScene *self, guint band);
guint kladka_scene_get_n_marks (const KladkaScene *self);
const KladkaMark *kladka_scene_get_mark (const KladkaScene *self, guint mark);
/* A mark's box in the scene, cut to what is seen of its band. */
KladkaBox kladka_scene_get_mark_box (const KladkaScene *self, guint mark);

typedef enum {
  KLADKA_ZONE_NONE,
  KLADKA_ZONE_BODY,  /* a mark that does not move, or the inner part of one that does: see KLADKA_MARK_DRAGS */
  KLADKA_ZONE_START, /* resizes */
  KLADKA_ZONE_END,
  KLADKA_ZONE_EXPANDER,
  KLADKA_ZONE_RULER,
  KLADKA_ZONE_LABEL,
  KLADKA_ZONE_PLOT, /* an empty place among the rows */
} KladkaZone;

/* @mark is -1 where no mark is hit; @row is the row under the point even so, -1 = none. */
typedef struct {
  KladkaZone zone;
  int mark;
  int row;
} KladkaHit;

/* Hits exactly what is drawn; a bar that drags is 4 wider on both sides, its last 8 (at most a third) resize. */
KladkaHit kladka_scene_hit (const KladkaScene *self, double x, double y);

/* A selected bar too short to be taken by its ends has handles beside it: it is moved by all of itself and resized by
 * them. @selected: (nullable): ends in 0. */
KladkaHit kladka_scene_hit_selected (const KladkaScene *self, const KladkaRef *selected, double x, double y);
/* Where these handles are, at its start and its end; an end that is open has an empty one. FALSE where the mark needs
 * none. */
gboolean kladka_scene_get_handles (const KladkaScene *self, guint mark, KladkaBox ret_handles[2]);

/* The first mark of a record, or of a cell; -1 if it is not seen. */
int kladka_scene_find_ref (const KladkaScene *self, KladkaRef ref);
int kladka_scene_find_cell (const KladkaScene *self, int row, int column);

typedef enum {
  KLADKA_GO_LEFT,
  KLADKA_GO_RIGHT,
  KLADKA_GO_UP,
  KLADKA_GO_DOWN,
  KLADKA_GO_FIRST,
  KLADKA_GO_LAST,
} KladkaGo;
/* The next mark for the keyboard among those seen (records, cells, labels of rows): by row, then by x. @mark = -1: the
 * first one. -1 where there is none that way: scroll, or stay. */
int kladka_scene_next (const KladkaScene *self, int mark, KladkaGo go);

/* A mark in words: "SOC training, implementation, 3 March 2026 to 30 June 2026, ...": for tooltips (@lines: a line a
 * fact) and for screen readers. NULL where the mark stands for nothing. Made on demand. */
char *kladka_scene_dup_words (const KladkaScene *self, guint mark, gboolean lines);

/* All bands and marks as text, a line each, in whole units: for golden tests. */
char *kladka_scene_dup_dump (const KladkaScene *self);

/**
 * KladkaHighlight:
 *
 * What hovers, is selected, has the focus or is being dragged. Marks are of the base scene; -1 = none.
 */
typedef struct {
  int hover;
  int focus;
  const KladkaRef *selected; /* ends in 0; nullable */
  int selected_row;          /* a cell; -1 = none */
  int selected_column;
  const KladkaBox *ghost; /* (nullable): where the dragged bar would come to lie */
  const char *bubble;     /* (nullable): what stands beside the ghost, line by line */
} KladkaHighlight;
#define KLADKA_HIGHLIGHT_NONE ((KladkaHighlight){ .hover = -1, .focus = -1, .selected_row = -1, .selected_column = -1 })
KladkaScene *
kladka_scene_new_highlight (const KladkaScene *base, const KladkaHighlight *highlight, KladkaMeasure *measure);

G_END_DECLS
