/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-draft.h"
#include "kladka-edit.h"

G_BEGIN_DECLS

typedef enum {
  KLADKA_PREVIEW_NEW,
  KLADKA_PREVIEW_CHANGED,
  KLADKA_PREVIEW_SAME,
  KLADKA_PREVIEW_LEFT_OUT, /* has problems */
  KLADKA_PREVIEW_SUSPECT,  /* could go in; unticked until somebody ticks it */
} KladkaPreviewState;

/**
 * KladkaPreviewItem:
 *
 * What the import would do with one draft. @label is what people call it; @text says what changes ("Planned end: 2026 →
 * 2027") or why it is left out.
 */
typedef struct {
  KladkaPreviewState state;
  gboolean ticked;
  KladkaType type;
  char *id;
  guint line;
  char *label;
  char *text;
} KladkaPreviewItem;

/**
 * KladkaPreview:
 *
 * Drafts matched with a plan: what would be new, changed, the same, left out and why. Matching is by id, else by the
 * draft's key (made into an id), else by IATI identifier, reference or code, else by name (organisations). References
 * are found among the plan and the other drafts. Ticks can be changed; then kladka_preview_dup_edits() gives the edits:
 * nothing is written before.
 */
typedef struct _KladkaPreview KladkaPreview;
KladkaPreview *kladka_preview_new (const KladkaDrafts *drafts, const KladkaPlan *plan, const KladkaWords *words);
void kladka_preview_free (KladkaPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KladkaPreview, kladka_preview_free)
guint kladka_preview_get_n_items (const KladkaPreview *self);
const KladkaPreviewItem *kladka_preview_get_item (const KladkaPreview *self, guint item);
void kladka_preview_set_ticked (KladkaPreview *self, guint item, gboolean ticked);
guint kladka_preview_count (const KladkaPreview *self, KladkaPreviewState state);
/* Problems of reading and of matching: KladkaProblem, by line. (transfer none) */
GPtrArray *kladka_preview_get_problems (const KladkaPreview *self);
/* As high as anything that items and problems may speak of: the plan, its records, and what the file says of its own.
 */
KladkaMarking kladka_preview_get_marking (const KladkaPreview *self);
/* How many records would go in: the ticked ones, and the new ones that those refer to. */
guint kladka_preview_count_taken (const KladkaPreview *self);
/* The ticked items that change something, and what they need of one another; may be empty. */
KladkaEdits *kladka_preview_dup_edits (const KladkaPreview *self);

G_END_DECLS
