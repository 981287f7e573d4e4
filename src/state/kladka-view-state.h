/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include "kladka-coverage.h"
#include "kladka-edit.h"
#include "kladka-filter.h"
#include "kladka-typing.h"

G_BEGIN_DECLS

/* The pages of the window, in the sidebar's order. */
typedef enum {
  KLADKA_PAGE_OVERVIEW,
  KLADKA_PAGE_NEEDS,
  KLADKA_PAGE_OFFERS,
  KLADKA_PAGE_PROJECTS,
  KLADKA_PAGE_TIMELINE,
  KLADKA_PAGE_COVERAGE,
  KLADKA_PAGE_ORGANISATIONS,
  KLADKA_PAGE_CAPABILITIES,
  KLADKA_PAGE_INITIATIVES,
  KLADKA_N_PAGES,
} KladkaPage;

/* The page whose table lists records of @type; KLADKA_PAGE_OVERVIEW where none does. */
KladkaPage kladka_page_of_type (KladkaType type);
/* KLADKA_TYPE_NONE for pages that are no table. */
KladkaType kladka_page_get_type_of (KladkaPage page);
/* "needs": of actions and settings. */
const char *kladka_page_get_name (KladkaPage page);
const char *kladka_page_get_label (KladkaPage page, const KladkaWords *words);
const char *kladka_page_get_icon (KladkaPage page);

/**
 * KladkaCellChoice:
 *
 * The cell of the coverage grid that is explained: a row (by what it stands for) and a period. @chosen is FALSE for
 * none.
 */
typedef struct {
  gboolean chosen;
  KladkaDimension dimension;
  KladkaRef ref;
  guint choice;
  char *tag;
  KladkaSpan months;
} KladkaCellChoice;

/**
 * KladkaViewState:
 *
 * What one window shows, as plain values: the plan and what was computed from it, the page, the selection, filter,
 * period. Pages read it and send acts to it; they never ask one another. Lives on the main thread.
 *
 * Signals:
 * - "plan-changed": a new plan and its search are there
 * - "coverage-changed": a new coverage is there (computed on a worker thread from the newest plan and spec)
 * - "selection-changed", "filter-changed", "page-changed", "cell-changed"
 * - "spec-changed": another as-of day, other needs or another supply is to count; a coverage of it follows
 * - "typing-changed": text in a field is kept or let go without being part of the plan
 * - "focus-record" (guint ref): the form of this record takes the focus
 * - "apply" (KladkaEdits *edits, const char *verb, char **args): somebody wants the plan changed; the window hands it
 * to the document
 */
#define KLADKA_TYPE_VIEW_STATE (kladka_view_state_get_type ())
G_DECLARE_FINAL_TYPE (KladkaViewState, kladka_view_state, KLADKA, VIEW_STATE, GObject)

typedef struct _KladkaTimelineState KladkaTimelineState;
typedef struct _KladkaGridState KladkaGridState;

/* @today: the day of the clock; the as-of day until another is chosen. */
KladkaViewState *kladka_view_state_new (KladkaWords *words, gint32 today);

void kladka_view_state_set_plan (KladkaViewState *self, KladkaPlan *plan);
KladkaPlan *kladka_view_state_get_plan (KladkaViewState *self); /* (transfer none) (nullable) */
/* Of the newest plan. Who asks within moments of opening a large one waits until its texts are folded. (transfer none)
 * (nullable) */
KladkaSearch *kladka_view_state_get_search (KladkaViewState *self);
/* Of the newest plan that was finished; NULL at first. (transfer none) */
KladkaCoverage *kladka_view_state_get_coverage (KladkaViewState *self);
/* TRUE while a newer coverage is being computed. */
gboolean kladka_view_state_is_computing (KladkaViewState *self);
KladkaWords *kladka_view_state_get_words (KladkaViewState *self);

const KladkaCoverageSpec *kladka_view_state_get_spec (KladkaViewState *self);
void kladka_view_state_set_spec (KladkaViewState *self, const KladkaCoverageSpec *spec);
gint32 kladka_view_state_get_today (KladkaViewState *self);

KladkaPage kladka_view_state_get_page (KladkaViewState *self);
void kladka_view_state_set_page (KladkaViewState *self, KladkaPage page);

/* 0 = nothing selected. The selection survives a new plan as long as the record is there. */
KladkaRef kladka_view_state_get_selection (KladkaViewState *self);
void kladka_view_state_select (KladkaViewState *self, KladkaRef ref);
/* Selects and goes to the page whose table lists the record (the owner's, for an owned one). */
void kladka_view_state_show_record (KladkaViewState *self, KladkaRef ref);

const KladkaFilter *kladka_view_state_get_filter (KladkaViewState *self);
void kladka_view_state_set_filter (KladkaViewState *self, const KladkaFilter *filter);
/* Only the text of the filter: the search entry. */
void kladka_view_state_set_search_text (KladkaViewState *self, const char *text);

const KladkaCellChoice *kladka_view_state_get_cell (KladkaViewState *self);
void kladka_view_state_set_cell (KladkaViewState *self, const KladkaCellChoice *cell);

/* What is typed and not part of the plan. (transfer none) */
KladkaTyping *kladka_view_state_get_typing (KladkaViewState *self);
/* As kladka_typing_set(). */
void
kladka_view_state_set_typing (KladkaViewState *self, KladkaRef ref, guint cell, const char *text, const char *error);
/* Shows the record (if a page lists its kind) and asks its form to take the focus. */
void kladka_view_state_focus_record (KladkaViewState *self, KladkaRef ref);
/* The same without leaving the page, which shows the record as well. */
void kladka_view_state_focus_here (KladkaViewState *self, KladkaRef ref);
/* A record that was just asked for: kladka_view_state_focus_record() as soon as a plan holds it. */
void kladka_view_state_expect (KladkaViewState *self, KladkaRef ref);
/* What the timeline and the coverage page show; made when first asked for, owned by the state. (transfer none) */
KladkaTimelineState *kladka_view_state_get_timeline (KladkaViewState *self);
KladkaGridState *kladka_view_state_get_grid (KladkaViewState *self);

/* @args: (nullable) (array zero-terminated=1) */
void
kladka_view_state_apply (KladkaViewState *self, const KladkaEdits *edits, const char *verb, const char *const *args);

/* The newest values, to build a window anew in another language. */
KladkaViewState *kladka_view_state_new_in_words (KladkaViewState *self, KladkaWords *words);

G_END_DECLS
