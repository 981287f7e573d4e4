/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-edit.h"

G_BEGIN_DECLS

/**
 * kladka_starter_dup_edits:
 * @title: (nullable): of the plan; NULL = "New plan" in the words' language
 * @year: the year of the clock: the period runs from its January to the December five years on
 * @with_tree: also the functions and categories of NIST CSF 2.0
 *
 * What a new plan begins with: euro, TLP:AMBER, period, capability tree.
 *
 * Returns: (transfer full): edits for an empty plan
 */
KladkaEdits *kladka_starter_dup_edits (const char *title, int year, gboolean with_tree, const KladkaWords *words);

G_END_DECLS
