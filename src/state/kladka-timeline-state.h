/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-timeline.h"
#include "kladka-view-state.h"

G_BEGIN_DECLS

/**
 * KladkaTimelineState:
 *
 * What the timeline of a window shows: its lanes, which are folded, how far it is zoomed; and the rows, computed on a
 * worker thread from the view state's newest plan, filter and coverage while somebody looks at it.
 *
 * Signal "changed": other rows are there.
 */
#define KLADKA_TYPE_TIMELINE_STATE (kladka_timeline_state_get_type ())
G_DECLARE_FINAL_TYPE (KladkaTimelineState, kladka_timeline_state, KLADKA, TIMELINE_STATE, GObject)

/* @view_state owns what is made and outlives it. */
KladkaTimelineState *kladka_timeline_state_new (KladkaViewState *view_state);
/* Takes over what @other shows, but for the rows. */
void kladka_timeline_state_copy (KladkaTimelineState *self, KladkaTimelineState *other);

/* An inactive one computes nothing; it catches up when it becomes active. At first inactive. */
void kladka_timeline_state_set_active (KladkaTimelineState *self, gboolean active);
KladkaTimeline *kladka_timeline_state_get_timeline (KladkaTimelineState *self); /* (transfer none) (nullable) */

KladkaLanes kladka_timeline_state_get_lanes (KladkaTimelineState *self);
void kladka_timeline_state_set_lanes (KladkaTimelineState *self, KladkaLanes lanes);
const char *kladka_lanes_get_label (KladkaLanes lanes, const KladkaWords *words);
gboolean kladka_timeline_state_get_needs (KladkaTimelineState *self);
void kladka_timeline_state_set_needs (KladkaTimelineState *self, gboolean show_needs);
/* @key: kladka_timeline_get_lane_key() */
void kladka_timeline_state_toggle_lane (KladkaTimelineState *self, guint key);

/* FALSE as long as nobody has set it. */
gboolean kladka_timeline_state_get_scale (KladkaTimelineState *self, KladkaScale *ret_scale);
void kladka_timeline_state_set_scale (KladkaTimelineState *self, KladkaScale scale);

G_END_DECLS
