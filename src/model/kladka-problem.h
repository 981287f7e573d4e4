/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"

G_BEGIN_DECLS

typedef enum { KLADKA_SEVERITY_ERROR, KLADKA_SEVERITY_WARNING, KLADKA_SEVERITY_NOTE } KladkaSeverity;

/**
 * KladkaProblem:
 *
 * Something wrong with the user's data: not an error but an item of a list. @cell is -1 where the whole record is
 * meant; @line is 0 where no file is. @text is a translated sentence.
 */
typedef struct {
  KladkaSeverity severity;
  KladkaType type;
  char *id;
  int cell;
  guint line;
  char *text;
} KladkaProblem;

void kladka_problem_free (KladkaProblem *self);
/* Returns: (transfer full) (element-type KladkaProblem): a new array that frees its problems */
GPtrArray *kladka_problems_new (void);
void kladka_problems_add (GPtrArray *self,
                          KladkaSeverity severity,
                          KladkaType type,
                          const char *id,
                          int cell,
                          guint line,
                          char *take_text);

/**
 * kladka_rules_check:
 *
 * Field and cross-record problems of a whole plan: required fields missing, references to nothing or to the wrong type,
 * circles of parents and of "part of", ends before starts (only where every day the dates can mean says so), no
 * capability or recipient, cancelled or suspended without the day of stopping, unknown currency or country codes,
 * shares not 100 %, delivery before the project starts, period upside down, not exactly one plan record, duplicate
 * references.
 *
 * Returns: (transfer full): problems, errors first
 */
GPtrArray *kladka_rules_check (const KladkaPlan *plan);
/* The same for one record: for its form. */
GPtrArray *kladka_rules_check_record (const KladkaPlan *plan, const KladkaRecord *record);

G_END_DECLS
