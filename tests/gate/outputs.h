/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* All that can leave the program, made from one plan and unpacked, so that it can be searched. */

#include "kladka-plan.h"

G_BEGIN_DECLS

/* @may_be_silent: it need not name a record, as a picture, in which text is drawn */
typedef struct {
  char *name;
  GString *text;
  gboolean may_be_silent;
} Output;

/* Returns: (transfer full) (element-type Output) */
GPtrArray *outputs_make (const KladkaPlan *plan, KladkaMarking ceiling, KladkaLang lang);
/* Those that hold every text of every record. */
GPtrArray *outputs_make_records (const KladkaPlan *plan, KladkaMarking ceiling);

G_END_DECLS
