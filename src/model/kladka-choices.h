/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* All tables of choices; for kladka-tables.c. */

#include "kladka-field.h"

extern const KladkaChoices kladka_choices_marking;
extern const KladkaChoices kladka_choices_confidence;
extern const KladkaChoices kladka_choices_organisation_kind;
extern const KladkaChoices kladka_choices_sector;
extern const KladkaChoices kladka_choices_track;
extern const KladkaChoices kladka_choices_initiative_kind;
extern const KladkaChoices kladka_choices_horizon;
extern const KladkaChoices kladka_choices_origin;
extern const KladkaChoices kladka_choices_stage;
extern const KladkaChoices kladka_choices_help;
extern const KladkaChoices kladka_choices_offer_state;
extern const KladkaChoices kladka_choices_status;
extern const KladkaChoices kladka_choices_role;
extern const KladkaChoices kladka_choices_transaction;
extern const KladkaChoices kladka_choices_qualifier;
extern const KladkaChoices kladka_choices_dependency;
extern const KladkaChoices kladka_choices_rate_origin;
extern const KladkaChoices kladka_choices_rule;
extern const KladkaChoices kladka_choices_decision_state;
extern const KladkaChoices kladka_choices_view_kind;
extern const KladkaChoices kladka_choices_record_type;
extern const KladkaChoices kladka_choices_weight;
extern const KladkaChoices kladka_choices_limit;
