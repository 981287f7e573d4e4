/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-plan.h"
#include "kladka-table.h"

G_BEGIN_DECLS

/* What leaves the program is made from a plan that kladka_plan_new_below() returned. @ceiling is printed in the file.
 */

/* The whole plan as JSON without its journal: {"format":"kladka-plan","version":1,...}. Same plan, same bytes. */
GBytes *kladka_json_write (const KladkaPlan *plan, KladkaMarking ceiling);
/* JSON Schema 2020-12 of that, from the field tables; no additional properties. */
GBytes *kladka_json_write_schema (void);

typedef enum {
  KLADKA_CSV_PLAIN, /* RFC 4180: UTF-8, comma, CRLF, field names, file forms, ids: reads back exactly */
  KLADKA_CSV_SHEET, /* for spreadsheets in Polish and Ukrainian: UTF-8 with BOM, semicolon, decimal comma, ISO dates,
                       labels in the language */
} KladkaCsvProfile;
/* Records of one type, by id. @words: of the labels (SHEET). Text that a spreadsheet would run is defused; reading
 * undoes it. */
GBytes *kladka_csv_write (const KladkaPlan *plan,
                          KladkaType type,
                          KladkaCsvProfile profile,
                          const KladkaWords *words,
                          KladkaMarking ceiling);
GBytes *kladka_table_write_csv (const KladkaTable *table, KladkaCsvProfile profile, const KladkaWords *words);

G_END_DECLS
