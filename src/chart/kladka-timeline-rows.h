/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-scene-builder.h"
#include "kladka-timeline-private.h"

G_BEGIN_DECLS

/* For the layout of the timeline only. */

#define KLADKA_TIMELINE_PAD 6

typedef struct {
  const KladkaTimeline *self;
  const KladkaTimelineView *view;
  KladkaMeasure *measure;
  KladkaWords *words;
  KladkaSceneBuilder *builder;
  KladkaTicks *ticks;
  KladkaBox plot;
  double row_height;
} KladkaTimelineLayout;

static inline double
kladka_timeline_layout_get_x (const KladkaTimelineLayout *self, double day)
{
  return kladka_scale_get_x (self->view->scale, day);
}

/* What stands in the plot in a row (@index), at @y of the band: bars, tails, milestones, brackets with their cover. */
void kladka_timeline_layout_add_row (const KladkaTimelineLayout *self, guint index, double y);

G_END_DECLS
