/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Cells of changes to JSON and back; for the model's own files. */

#include <json-glib/json-glib.h>

#include "kladka-value.h"

G_BEGIN_DECLS

/* Returns: (transfer full): null for none */
JsonNode *kladka_value_to_json (const KladkaValue *self, const KladkaCell *cell);
/* FALSE for what is not a value of the cell; @n_members counts the members of objects met. */
gboolean kladka_value_from_json (JsonNode *node, const KladkaCell *cell, KladkaValue *ret_value, guint *n_members);

G_END_DECLS
