/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"

G_BEGIN_DECLS

typedef struct {
  KladkaRef organisation;
  double share; /* of 1 */
} KladkaShare;

/**
 * kladka_share_list_new:
 *
 * How the organisations of a role share a project: missing shares split the rest equally, others are scaled to 1. In
 * the order of ids.
 *
 * Returns: (transfer full) (element-type KladkaShare): empty where nobody is recorded
 */
GArray *kladka_share_list_new (const KladkaPlan *plan, const KladkaProject *project, KladkaRole role);

/* The funder with the largest share, then by short name and id; NULL where nobody is recorded. */
const KladkaOrganisation *kladka_share_get_lead_donor (const KladkaPlan *plan, const KladkaProject *project);

G_END_DECLS
