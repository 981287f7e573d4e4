/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-briefing.h"
#include "kladka-sheet.h"

/* For the files of the briefing only. */

typedef struct {
  guint page;
  char *title;
} KladkaChapter;

struct _KladkaBriefing {
  gatomicrefcount ref_count;
  KladkaPlan *plan;
  KladkaBriefingSpec spec;
  KladkaWords *words;
  KladkaCoverage *coverage;
  KladkaSpan months; /* shown */
  KladkaSheetTools tools;
  double width;
  double height;
  KladkaBox body; /* between header and footer */
  KladkaBox foot; /* the text at the foot of each page */
  char *foot_text;
  char *title;
  GPtrArray *sheets; /* KladkaSheet */
  GArray *chapters;  /* KladkaChapter */
};

/* A new page with its heading. Returns: (transfer none); @ret_body: what is left of the body below the heading */
KladkaSheet *
kladka_briefing_begin_page (KladkaBriefing *self, const char *heading, const char *subheading, KladkaBox *ret_body);
/* The next page begins a chapter: goes into the outline. */
void kladka_briefing_begin_chapter (KladkaBriefing *self, const char *title);
/* Header and footer of all pages; when their number is known. */
void kladka_briefing_frame_pages (KladkaBriefing *self);

void kladka_briefing_add_figures (KladkaBriefing *self);
void kladka_briefing_add_grid (KladkaBriefing *self);
void kladka_briefing_add_gaps (KladkaBriefing *self);
/* The first of the gaps in a few words each: as many as @area holds. */
void kladka_briefing_add_top_gaps (KladkaBriefing *self, KladkaSheet *sheet, KladkaBox area);
void kladka_briefing_add_timeline (KladkaBriefing *self);

/* How much of all active needs is covered, month by month, by certainty. In chart units. Returns: (transfer full) */
KladkaScene *kladka_briefing_layout_cover (KladkaBriefing *self, double width, double height);
