/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-problem.h"

/* Private to exchange: what a reader has to say about a file. Alike ones are listed up to a number; the rest is
 * counted, so that a file with a thousand faults of one kind does not hide the one of another. */

typedef struct _KladkaReports KladkaReports;

/* @problems: borrowed; they go there. */
KladkaReports *kladka_reports_new (GPtrArray *problems);
/* @group: what makes them alike; a text that lives as long as the reports. */
void kladka_reports_add (KladkaReports *self,
                         const char *group,
                         KladkaSeverity severity,
                         KladkaType type,
                         guint line,
                         char *take_text);
/* Adds the sentences about what was not listed, and frees. */
void kladka_reports_end (KladkaReports *self);
