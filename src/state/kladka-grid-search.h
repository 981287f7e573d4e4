/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-coverage.h"
#include "kladka-search.h"

G_BEGIN_DECLS

/* The rows of @grid that @text finds, each with all above and all below it, in the grid's order: those of records by
 * the record's texts in any language, as everywhere; those of sectors and tags by what they are called. @search: of the
 * plan of @grid, or of a newer one. Returns: (transfer full) (element-type guint) */
GArray *kladka_grid_search_list (const KladkaGrid *grid,
                                 const KladkaSearch *search,
                                 const char *text,
                                 const KladkaWords *words);

G_END_DECLS
