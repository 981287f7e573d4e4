/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"
#include "kladka-search.h"

G_BEGIN_DECLS

/**
 * KladkaFilter:
 *
 * Which records a page shows; a value. References and choices of 0 mean any. Charts and tables share it.
 */
typedef struct {
  char *text; /* owned; as typed */
  KladkaRef organisation;
  KladkaRef capability; /* with all below it */
  KladkaRef initiative;
  guint8 status;
  guint8 stage;
  KladkaSpan days; /* half-open; empty = any */
} KladkaFilter;

void kladka_filter_clear (KladkaFilter *self);
void kladka_filter_copy (const KladkaFilter *self, KladkaFilter *ret_copy);
gboolean kladka_filter_is_any (const KladkaFilter *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KladkaFilter, kladka_filter_clear)

/* Slots of the records of @type that pass, in slot order; @search must be of @plan, and may be NULL where there is no
 * text to search for. A project also passes by what it
 * delivers and who takes part, a need by the projects that serve it (initiative), an owned record by its owner; what a
 * filter means nothing for, it does not hold back. Without dates a record passes any days. Returns: (transfer full)
 * (element-type guint32) */
GArray *
kladka_filter_run (const KladkaFilter *self, const KladkaPlan *plan, const KladkaSearch *search, KladkaType type);

G_END_DECLS
