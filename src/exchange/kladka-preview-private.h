/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Between the files of the preview. */

#include "kladka-match.h"
#include "kladka-preview.h"

G_BEGIN_DECLS

struct _KladkaPreview {
  KladkaPlan *plan;
  KladkaWords *words[KLADKA_N_LANGS]; /* the planner's first */
  GPtrArray *matches;
  GArray *items;        /* KladkaPreviewItem, beside matches */
  GHashTable *match_of; /* id → place + 1 in matches */
  GPtrArray *problems;
};

/* kladka-preview.c: the place of the file's record @id; -1 if it has none. */
int kladka_preview_find_place (const KladkaPreview *self, const char *id);

/* kladka-preview-items.c */
gboolean kladka_preview_is_cell_changed (const KladkaPreview *self,
                                         const KladkaMatch *match,
                                         guint cell,
                                         KladkaValue *ret_before);
void kladka_preview_add_item (KladkaPreview *self, const KladkaMatch *match);

G_END_DECLS
