/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-edit.h"
#include "kladka-session.h"

G_BEGIN_DECLS

/* Private to the store: steps as rows of the journal, and back. What is read may come from a stranger. */

/* The columns that kladka_step_rows_begin() and kladka_step_rows_add() expect, in their order. */
#define KLADKA_STEP_COLUMNS "\"seq\", \"id\", \"parent\", \"time\", \"author\", \"verb\", \"args\", \"undoes\""
#define KLADKA_CHANGE_COLUMNS "\"step\", \"ordinal\", \"type\", \"id\", \"creates\", \"cells\""

/* Errors of all readers: %KLADKA_ERROR_DAMAGED */
KladkaStepBuilder *kladka_step_rows_begin (KladkaStatement *row, GError **error);
gboolean kladka_step_rows_add (KladkaStepBuilder *builder, KladkaStatement *row, GError **error);
/* Could the row be added? A quick look; FALSE means that only adding it can tell. */
gboolean kladka_step_rows_look_sound (KladkaStatement *row, GString *scratch);
/**
 * KladkaStepPart:
 *
 * How much of a step is wanted: the changes of one record (NULL: of all), and none where they are more than so many.
 */
typedef struct {
  const char *record_id;
  guint max_changes;
} KladkaStepPart;
#define KLADKA_STEP_WHOLE ((KladkaStepPart){ NULL, G_MAXUINT })
KladkaStep *kladka_step_rows_read (KladkaSession *session, gint64 seq, KladkaStepPart part, GError **error);

/* Appends; the caller holds the transaction. */
gboolean kladka_step_rows_write (KladkaSession *session, gint64 seq, const KladkaStep *step, GError **error);

G_END_DECLS
