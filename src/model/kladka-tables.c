/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every field of every record, declared once. A member of a struct in kladka-records.h, a line here, a migration step
 * in the store and its translations make a new field; nothing else lists fields. */

#include "kladka-choices.h"
#include "kladka-records.h"

#define FIELD(type, kind_, member, section_, label_, help_, ...)                                                       \
  {                                                                                                                    \
    .name = #member, .label = KC_ ("field", label_), .help = KN_ (help_), .kind = KLADKA_KIND_##kind_,                 \
    .section = KLADKA_SECTION_##section_, .offset = G_STRUCT_OFFSET (type, member),                                    \
    .size = sizeof (((type *)NULL)->member), __VA_ARGS__                                                               \
  }
#define CHOICE_OF(table) .choices = &kladka_choices_##table
#define POINTS_TO(type) .ref_type = KLADKA_TYPE_##type
#define FLAGS(f) .flags = (f)
#define REQUIRED KLADKA_FIELD_REQUIRED
#define OWNER (KLADKA_FIELD_OWNER | KLADKA_FIELD_RESTS | KLADKA_FIELD_REQUIRED)
#define RESTS KLADKA_FIELD_RESTS
#define LINES KLADKA_FIELD_LINES
#define COLUMN KLADKA_FIELD_COLUMN
#define NAME KLADKA_FIELD_NAME
#define SHORT KLADKA_FIELD_SHORT
#define HIDDEN KLADKA_FIELD_HIDDEN

/* As a record would be, so that the common fields need no case of their own; "id" is the key and no field. */
const KladkaField kladka_common_fields[] = {
  FIELD (KladkaRecord,
         CHOICE,
         marking,
         SOURCE,
         "Marking",
         "Who may see this record. Without one the plan's default applies.",
         CHOICE_OF (marking),
         FLAGS (KLADKA_FIELD_COMMON)),
  FIELD (KladkaRecord,
         TEXT,
         source,
         SOURCE,
         "Source",
         "Where this comes from: a document, a letter, a link.",
         FLAGS (KLADKA_FIELD_COMMON)),
  FIELD (KladkaRecord,
         DATE,
         source_date,
         SOURCE,
         "Date of the source",
         "When the source said it.",
         FLAGS (KLADKA_FIELD_COMMON)),
  FIELD (KladkaRecord,
         CHOICE,
         confidence,
         SOURCE,
         "Confidence",
         "How sure we are of it.",
         CHOICE_OF (confidence),
         FLAGS (KLADKA_FIELD_COMMON)),
  FIELD (KladkaRecord,
         DATE,
         verified_on,
         SOURCE,
         "Last verified",
         "The day somebody last checked this record.",
         FLAGS (KLADKA_FIELD_COMMON)),
  FIELD (KladkaRecord,
         TEXT,
         notes,
         SOURCE,
         "Notes",
         "Anything else worth knowing.",
         FLAGS (KLADKA_FIELD_COMMON | LINES)),
  FIELD (KladkaRecord,
         BOOL,
         deleted,
         SOURCE,
         "Deleted",
         "Deleted records stay in the file until a copy is published.",
         FLAGS (KLADKA_FIELD_COMMON | HIDDEN)),
};
const guint kladka_n_common_fields = G_N_ELEMENTS (kladka_common_fields);

#define T KladkaPlanInfo
static const KladkaField plan_fields[] = {
  FIELD (T, TEXT3, title, MAIN, "Title", "What the plan is called.", FLAGS (NAME | REQUIRED)),
  FIELD (T, DATE, period_start, WHEN, "Period from", "The first month the plan looks at.", FLAGS (REQUIRED)),
  FIELD (T, DATE, period_end, WHEN, "Period until", "The last month the plan looks at.", FLAGS (REQUIRED)),
  FIELD (T, TEXT, base_currency, MONEY, "Base currency", "Totals are shown in it (ISO 4217 code).", FLAGS (REQUIRED)),
  FIELD (T,
         CHOICE,
         default_marking,
         SOURCE,
         "Default marking",
         "Holds for every record without a marking of its own.",
         CHOICE_OF (marking),
         FLAGS (REQUIRED)),
  FIELD (T,
         NUMBERS,
         weights,
         MORE,
         "Priority weights",
         "How much a need counts in coverage, by its priority.",
         CHOICE_OF (weight),
         .min = 0,
         .max = 1000000),
  FIELD (T,
         NUMBERS,
         limits,
         MORE,
         "Limits of the findings",
         "Where a finding begins.",
         CHOICE_OF (limit),
         .min = 0,
         .max = 1000000),
};
#undef T

#define T KladkaOrganisation
static const KladkaField organisation_fields[] = {
  FIELD (T, TEXT3, name, MAIN, "Name", "The full official name.", FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, TEXT, short_name, MAIN, "Short name", "The abbreviation people use.", FLAGS (SHORT | COLUMN)),
  FIELD (T,
         CHOICE,
         kind,
         MAIN,
         "Kind",
         "What kind of organisation it is (IATI OrganisationType).",
         CHOICE_OF (organisation_kind),
         FLAGS (COLUMN)),
  FIELD (T, TEXT, country, MAIN, "Country", "Two letters, ISO 3166: UA, PL, EE.", FLAGS (COLUMN)),
  FIELD (T, CHOICE, sector, WHAT, "Sector", "Sector of the NIS2 Directive.", CHOICE_OF (sector), FLAGS (COLUMN)),
  FIELD (T,
         CHOICE,
         track,
         WHAT,
         "Track",
         "Whether it works on the civilian or the military side.",
         CHOICE_OF (track),
         FLAGS (COLUMN)),
  FIELD (T, TEXT, iati_identifier, MORE, "IATI identifier", "Its identifier in IATI files."),
  FIELD (T, REF, part_of, WHO, "Part of", "The organisation it belongs to.", POINTS_TO (ORGANISATION)),
  FIELD (T,
         INTEGER,
         absorbs,
         MORE,
         "Can absorb at once",
         "How many projects it can take at the same time.",
         .min = 0,
         .max = 10000),
  FIELD (T, TEXT, contact, WHO, "Contact", "Whom to ask.", FLAGS (LINES)),
};
#undef T

#define T KladkaCapability
static const KladkaField capability_fields[] = {
  FIELD (T, TEXT, code, MAIN, "Code", "Its code in the framework: PR.AA.", FLAGS (SHORT | COLUMN)),
  FIELD (T, TEXT3, title, MAIN, "Title", "What can be done with it.", FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T,
         REF,
         parent,
         MAIN,
         "Part of capability",
         "The capability above it.",
         POINTS_TO (CAPABILITY),
         FLAGS (COLUMN)),
  FIELD (T, TEXT3, unit, WHAT, "Unit", "What is counted: seats, teams, sites.", FLAGS (COLUMN)),
  FIELD (T, TEXT, framework, MORE, "Framework", "Where the capability comes from: NIST CSF 2.0.", FLAGS (COLUMN)),
};
#undef T

#define T KladkaInitiative
static const KladkaField initiative_fields[] = {
  FIELD (T, TEXT3, title, MAIN, "Title", "What the initiative is called.", FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, TEXT, short_name, MAIN, "Short name", "The abbreviation people use.", FLAGS (SHORT | COLUMN)),
  FIELD (T, CHOICE, kind, MAIN, "Kind", "What kind of initiative it is.", CHOICE_OF (initiative_kind), FLAGS (COLUMN)),
  FIELD (T,
         CHOICE,
         track,
         MAIN,
         "Track",
         "Whether it works on the civilian or the military side.",
         CHOICE_OF (track),
         FLAGS (COLUMN)),
  FIELD (T, REF, lead, WHO, "Lead organisation", "Who leads it.", POINTS_TO (ORGANISATION), FLAGS (COLUMN)),
};
#undef T

#define T KladkaNeed
static const KladkaField need_fields[] = {
  FIELD (T, TEXT, reference, MAIN, "Reference", "The number people use for this need.", FLAGS (SHORT | COLUMN)),
  FIELD (T, TEXT3, title, MAIN, "Title", "What is needed, in a few words.", FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, TEXT3, description, MAIN, "Description", "What is needed, and why.", FLAGS (LINES)),
  FIELD (T, CHOICE, stage, MAIN, "Stage", "How far the need has come.", CHOICE_OF (stage), FLAGS (COLUMN | REQUIRED)),
  FIELD (T,
         REF,
         beneficiary,
         WHO,
         "Beneficiary",
         "The ministry or body answerable for the field.",
         POINTS_TO (ORGANISATION),
         FLAGS (COLUMN)),
  FIELD (T, REF, recipient, WHO, "Recipient", "Who receives and uses it.", POINTS_TO (ORGANISATION), FLAGS (COLUMN)),
  FIELD (T, REF, capability, WHAT, "Capability", "What it makes possible.", POINTS_TO (CAPABILITY), FLAGS (COLUMN)),
  FIELD (T,
         DECIMAL,
         quantity,
         WHAT,
         "Quantity wanted",
         "How much is wanted, in the capability's unit.",
         .scale = KLADKA_QUANTITY_SCALE,
         .min = 1,
         .max = G_GINT64_CONSTANT (1000000000000000),
         FLAGS (COLUMN)),
  FIELD (T, SET, help_kinds, WHAT, "Kinds of help", "What would help.", CHOICE_OF (help)),
  FIELD (T,
         CHOICE,
         sector,
         WHAT,
         "Sector",
         "Its own sector, where it differs from the recipient's.",
         CHOICE_OF (sector)),
  FIELD (T, TAGS, tags, WHAT, "Tags", "Words of your own, with commas between them."),
  FIELD (T, DATE, wanted_from, WHEN, "Wanted from", "A day, month, quarter or year.", FLAGS (COLUMN)),
  FIELD (T, DATE, wanted_until, WHEN, "Wanted until", "Empty means: until the end of the plan.", FLAGS (COLUMN)),
  FIELD (T, CHOICE, horizon, WHEN, "Horizon", "The line of effort it belongs to.", CHOICE_OF (horizon)),
  FIELD (T, INTEGER, priority, WHAT, "Priority", "From 1 (low) to 5 (highest).", .min = 1, .max = 5, FLAGS (COLUMN)),
  FIELD (T,
         INTEGER,
         technical_score,
         MORE,
         "Technical score",
         "From the technical working group: is it feasible? 0 to 100.",
         .min = 0,
         .max = 100),
  FIELD (T,
         INTEGER,
         strategic_score,
         MORE,
         "Strategic score",
         "From the strategic working group: is it important? 0 to 100.",
         .min = 0,
         .max = 100),
  FIELD (T, CHOICE, origin, MORE, "Origin", "What showed that it is needed.", CHOICE_OF (origin)),
  FIELD (T, TEXT, origin_reference, MORE, "Reference of the origin", "The incident, assessment or strategy meant."),
  FIELD (T,
         MONEY,
         estimated_cost,
         MONEY,
         "Estimated cost",
         "With its currency: 1 200 000 EUR.",
         .min = 0,
         .max = G_GINT64_CONSTANT (100000000000000000)),
  FIELD (T, DATE, estimated_on, MONEY, "Day of the estimate", "Conversion uses the rate of this day."),
};
#undef T

#define T KladkaStageDay
static const KladkaField stage_day_fields[] = {
  FIELD (T, REF, need, MAIN, "Need", "The need that reached the stage.", POINTS_TO (NEED), FLAGS (OWNER)),
  FIELD (T, CHOICE, stage, MAIN, "Stage", "The stage reached.", CHOICE_OF (stage), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, DATE, reached_on, WHEN, "Reached on", "The day the stage was reached.", FLAGS (REQUIRED | COLUMN)),
};
#undef T

#define T KladkaProject
static const KladkaField project_fields[] = {
  FIELD (T, TEXT, reference, MAIN, "Reference", "The number people use for this project.", FLAGS (SHORT | COLUMN)),
  FIELD (T, TEXT3, title, MAIN, "Title", "What the project is called.", FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, TEXT3, description, MAIN, "Description", "What the project does.", FLAGS (LINES)),
  FIELD (T,
         REF,
         initiative,
         WHO,
         "Initiative",
         "The mechanism, coalition, fund or programme it belongs to.",
         POINTS_TO (INITIATIVE),
         FLAGS (COLUMN)),
  FIELD (T, CHOICE, status, MAIN, "Status", "How far the project has come.", CHOICE_OF (status), FLAGS (COLUMN)),
  FIELD (T, DATE, status_on, MAIN, "Status since", "The day this status was reached."),
  FIELD (T, DATE, planned_start, WHEN, "Planned start", "A day, month, quarter or year.", FLAGS (COLUMN)),
  FIELD (T, DATE, planned_end, WHEN, "Planned end", "A day, month, quarter or year.", FLAGS (COLUMN)),
  FIELD (T, DATE, actual_start, WHEN, "Actual start", "When it really began."),
  FIELD (T, DATE, actual_end, WHEN, "Actual end", "When it really ended."),
  FIELD (T, TAGS, tags, WHAT, "Tags", "Words of your own, with commas between them."),
  FIELD (T, TEXT, iati_identifier, MORE, "IATI identifier", "Its identifier in IATI files."),
  FIELD (T,
         TEXT,
         registration,
         MORE,
         "State registration number",
         "Its number in Ukraine's register of international technical assistance."),
};
#undef T

#define T KladkaOffer
static const KladkaField offer_fields[] = {
  FIELD (T, TEXT3, title, MAIN, "Title", "What is offered, in a few words.", FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T,
         REF,
         organisation,
         WHO,
         "Organisation",
         "Who offers it.",
         POINTS_TO (ORGANISATION),
         FLAGS (REQUIRED | COLUMN | RESTS)),
  FIELD (T, CHOICE, state, MAIN, "State", "Whether it can still be taken up.", CHOICE_OF (offer_state), FLAGS (COLUMN)),
  FIELD (T,
         REF,
         capability,
         WHAT,
         "Capability",
         "What it makes possible; empty means any.",
         POINTS_TO (CAPABILITY),
         FLAGS (COLUMN)),
  FIELD (T, SET, help_kinds, WHAT, "Kinds of help", "What is offered.", CHOICE_OF (help), FLAGS (COLUMN)),
  FIELD (T,
         DECIMAL,
         quantity,
         WHAT,
         "Quantity",
         "How much, in the capability's unit.",
         .scale = KLADKA_QUANTITY_SCALE,
         .min = 1,
         .max = G_GINT64_CONSTANT (1000000000000000),
         FLAGS (COLUMN)),
  FIELD (T,
         MONEY,
         amount,
         MONEY,
         "Amount",
         "With its currency: 1 200 000 EUR.",
         .min = 0,
         .max = G_GINT64_CONSTANT (100000000000000000),
         FLAGS (COLUMN)),
  FIELD (T, SET, sectors, WHO, "Meant for sectors", "Empty means any sector.", CHOICE_OF (sector)),
  FIELD (T, REFS, recipients, WHO, "Meant for recipients", "Empty means any recipient.", POINTS_TO (ORGANISATION)),
  FIELD (T, DATE, available_from, WHEN, "Available from", "A day, month, quarter or year.", FLAGS (COLUMN)),
  FIELD (T, DATE, available_until, WHEN, "Available until", "A day, month, quarter or year.", FLAGS (COLUMN)),
  FIELD (T, TEXT3, conditions, MORE, "Conditions", "What the organisation asks for in return.", FLAGS (LINES)),
  FIELD (T, REF, project, MORE, "Became project", "The project that grew out of it.", POINTS_TO (PROJECT)),
};
#undef T

#define T KladkaParticipation
static const KladkaField participation_fields[] = {
  FIELD (T, REF, project, MAIN, "Project", "The project taken part in.", POINTS_TO (PROJECT), FLAGS (OWNER)),
  FIELD (T,
         REF,
         organisation,
         MAIN,
         "Organisation",
         "Who takes part.",
         POINTS_TO (ORGANISATION),
         FLAGS (REQUIRED | RESTS | COLUMN)),
  FIELD (T,
         CHOICE,
         role,
         MAIN,
         "Role",
         "As what it takes part (IATI OrganisationRole).",
         CHOICE_OF (role),
         FLAGS (REQUIRED | COLUMN)),
  FIELD (T,
         DECIMAL,
         share,
         MAIN,
         "Share, %",
         "Its share among those of the same role.",
         .scale = 2,
         .min = 0,
         .max = 10000,
         FLAGS (COLUMN)),
};
#undef T

#define T KladkaDelivery
static const KladkaField delivery_fields[] = {
  FIELD (T, REF, project, MAIN, "Project", "The project that brings it.", POINTS_TO (PROJECT), FLAGS (OWNER)),
  FIELD (T,
         REF,
         capability,
         WHAT,
         "Capability",
         "What it makes possible.",
         POINTS_TO (CAPABILITY),
         FLAGS (REQUIRED | COLUMN)),
  FIELD (T,
         REF,
         recipient,
         WHO,
         "Recipient",
         "Who receives it; empty means any institution.",
         POINTS_TO (ORGANISATION),
         FLAGS (COLUMN)),
  FIELD (T,
         REF,
         need,
         WHO,
         "For need",
         "The need it is meant for; empty means whichever fits.",
         POINTS_TO (NEED),
         FLAGS (COLUMN | RESTS)),
  FIELD (T,
         DECIMAL,
         quantity,
         WHAT,
         "Quantity",
         "How much, in the capability's unit.",
         .scale = KLADKA_QUANTITY_SCALE,
         .min = 1,
         .max = G_GINT64_CONSTANT (1000000000000000),
         FLAGS (COLUMN)),
  FIELD (T, SET, help_kinds, WHAT, "Kinds of help", "What is delivered.", CHOICE_OF (help)),
  FIELD (T, TEXT, product, WHAT, "Product or solution", "The product or solution delivered."),
  FIELD (T, DATE, due_on, WHEN, "Due on", "When it should arrive.", FLAGS (COLUMN)),
  FIELD (T, DATE, delivered_on, WHEN, "Delivered on", "When it arrived.", FLAGS (COLUMN)),
  FIELD (T,
         DATE,
         sustained_until,
         WHEN,
         "Sustained until",
         "How long it is paid for and kept running; empty means unknown.",
         FLAGS (COLUMN)),
};
#undef T

#define T KladkaTransaction
static const KladkaField transaction_fields[] = {
  FIELD (T,
         REF,
         project,
         MAIN,
         "Project",
         "The project it pays for.",
         POINTS_TO (PROJECT),
         FLAGS (RESTS | KLADKA_FIELD_OWNER)),
  FIELD (T,
         REF,
         initiative,
         MAIN,
         "Initiative",
         "The initiative it pays for, where no project is named.",
         POINTS_TO (INITIATIVE),
         FLAGS (RESTS | KLADKA_FIELD_OWNER)),
  FIELD (T,
         CHOICE,
         kind,
         MAIN,
         "Type",
         "Pledge, commitment, disbursement, expenditure or help in kind.",
         CHOICE_OF (transaction),
         FLAGS (REQUIRED | COLUMN)),
  FIELD (T, REF, from, WHO, "From", "Who gives.", POINTS_TO (ORGANISATION), FLAGS (COLUMN | RESTS)),
  FIELD (T, REF, to, WHO, "To", "Who gets.", POINTS_TO (ORGANISATION), FLAGS (COLUMN | RESTS)),
  FIELD (T, DATE, day, WHEN, "Date", "The day of the transaction.", FLAGS (COLUMN)),
  FIELD (T,
         MONEY,
         amount,
         MONEY,
         "Amount",
         "With its currency: 1 200 000 EUR.",
         .min = G_GINT64_CONSTANT (-100000000000000000),
         .max = G_GINT64_CONSTANT (100000000000000000),
         FLAGS (COLUMN)),
  FIELD (T, CHOICE, qualifier, MONEY, "Amount is", "Exact, about or up to.", CHOICE_OF (qualifier)),
  FIELD (T,
         REF,
         same_as,
         MONEY,
         "Same money as",
         "The transaction that reports the same money.",
         POINTS_TO (TRANSACTION)),
  FIELD (T,
         MONEY,
         same_amount,
         MONEY,
         "Of it the same",
         "How much of it is the same money; empty means all.",
         .min = 0,
         .max = G_GINT64_CONSTANT (100000000000000000)),
  FIELD (T, TEXT, description, MAIN, "Description", "What it is for.", FLAGS (LINES | NAME)),
};
#undef T

#define T KladkaMilestone
static const KladkaField milestone_fields[] = {
  FIELD (T, REF, project, MAIN, "Project", "The project it belongs to.", POINTS_TO (PROJECT), FLAGS (OWNER)),
  FIELD (T, TEXT3, title, MAIN, "Title", "What is reached.", FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, DATE, planned_on, WHEN, "Planned on", "When it should be reached.", FLAGS (COLUMN)),
  FIELD (T, DATE, actual_on, WHEN, "Reached on", "When it was reached.", FLAGS (COLUMN)),
};
#undef T

#define T KladkaDependency
static const KladkaField dependency_fields[] = {
  FIELD (T, REF, project, MAIN, "Project", "The project that waits.", POINTS_TO (PROJECT), FLAGS (OWNER)),
  FIELD (T,
         REF,
         waits_for,
         MAIN,
         "Waits for",
         "The project it waits for.",
         POINTS_TO (PROJECT),
         FLAGS (REQUIRED | RESTS | COLUMN)),
  FIELD (T, CHOICE, kind, MAIN, "Kind", "What waits for what.", CHOICE_OF (dependency), FLAGS (REQUIRED | COLUMN)),
  FIELD (T,
         INTEGER,
         lag_days,
         WHEN,
         "Lag in days",
         "Days to wait; fewer than none means overlap.",
         .min = -3660,
         .max = 3660,
         FLAGS (COLUMN)),
};
#undef T

#define T KladkaExchangeRate
static const KladkaField exchange_rate_fields[] = {
  FIELD (T, DATE, day, WHEN, "Date", "The day the rate holds for.", FLAGS (REQUIRED | COLUMN)),
  FIELD (T,
         TEXT,
         currency,
         MAIN,
         "Currency",
         "The currency that is priced (ISO 4217 code).",
         FLAGS (REQUIRED | COLUMN)),
  FIELD (T, TEXT, against, MAIN, "Against", "The currency it is priced in (ISO 4217 code).", FLAGS (REQUIRED | COLUMN)),
  FIELD (T,
         INTEGER,
         per,
         MAIN,
         "Per units",
         "How many units the rate is for.",
         .min = 1,
         .max = 1000000,
         FLAGS (REQUIRED | COLUMN)),
  FIELD (T,
         DECIMAL,
         rate,
         MAIN,
         "Rate",
         "What that many units cost.",
         .scale = KLADKA_RATE_SCALE,
         .min = 1,
         .max = G_GINT64_CONSTANT (1000000000000000),
         FLAGS (REQUIRED | COLUMN)),
  FIELD (T, CHOICE, origin, MORE, "Rate source", "Who published it.", CHOICE_OF (rate_origin), FLAGS (COLUMN)),
};
#undef T

#define T KladkaDecision
static const KladkaField decision_fields[] = {
  FIELD (T, CHOICE, rule, MAIN, "Rule", "The rule that fired.", CHOICE_OF (rule), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, REFS, records, MAIN, "Records", "What the finding is about.", POINTS_TO (ANY), FLAGS (RESTS | COLUMN)),
  FIELD (T, CHOICE, state, MAIN, "State", "What was decided.", CHOICE_OF (decision_state), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, TEXT, reason, MAIN, "Reason", "Why it was decided so.", FLAGS (LINES | NAME)),
  FIELD (T, TEXT, decided_by, WHO, "Decided by", "Who decided.", FLAGS (COLUMN)),
  FIELD (T, DATE, decided_on, WHEN, "Decided on", "When it was decided.", FLAGS (COLUMN)),
  FIELD (T, DATE, look_again_on, WHEN, "Look again on", "When the decision should be looked at again.", FLAGS (COLUMN)),
  FIELD (T, TEXT, fingerprint, MORE, "Fingerprint", "Of the facts it was taken on.", FLAGS (HIDDEN)),
};
#undef T

#define T KladkaLevel
static const KladkaField level_fields[] = {
  FIELD (T,
         REF,
         capability,
         MAIN,
         "Capability",
         "The capability assessed.",
         POINTS_TO (CAPABILITY),
         FLAGS (REQUIRED | COLUMN)),
  FIELD (T,
         REF,
         organisation,
         MAIN,
         "Organisation",
         "Whose level it is.",
         POINTS_TO (ORGANISATION),
         FLAGS (RESTS | COLUMN)),
  FIELD (T, TEXT, scale, MAIN, "Scale", "The scale the level is on.", FLAGS (COLUMN)),
  FIELD (T, INTEGER, now, MAIN, "Level now", "The level reached.", .min = 0, .max = 10, FLAGS (COLUMN)),
  FIELD (T, INTEGER, target, MAIN, "Target level", "The level wanted.", .min = 0, .max = 10, FLAGS (COLUMN)),
  FIELD (T, DATE, day, WHEN, "Date", "The day of the assessment.", FLAGS (COLUMN)),
};
#undef T

#define T KladkaAction
static const KladkaField action_fields[] = {
  FIELD (T, TEXT3, title, MAIN, "What", "What was agreed.", FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, TEXT, who, WHO, "Who", "Who does it.", FLAGS (COLUMN)),
  FIELD (T, DATE, due_on, WHEN, "By when", "When it should be done.", FLAGS (COLUMN)),
  FIELD (T, DATE, done_on, WHEN, "Done on", "When it was done.", FLAGS (COLUMN)),
  FIELD (T, REFS, records, MAIN, "Records", "What it is about.", POINTS_TO (ANY), FLAGS (RESTS)),
};
#undef T

#define T KladkaSnapshot
static const KladkaField snapshot_fields[] = {
  FIELD (T, TEXT3, title, MAIN, "Title", "What the moment is called.", FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, DATE, day, WHEN, "Date", "The day it stands for.", FLAGS (COLUMN)),
  FIELD (T, TEXT, step, MORE, "Step", "The step of the history it stands for.", FLAGS (HIDDEN)),
};
#undef T

#define T KladkaView
static const KladkaField view_fields[] = {
  FIELD (T, TEXT3, title, MAIN, "Title", "What the view is called.", FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, CHOICE, kind, MAIN, "Kind", "What the view keeps.", CHOICE_OF (view_kind), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, TEXT, content, MORE, "Content", "The settings kept.", FLAGS (HIDDEN | LINES)),
};
#undef T

#define T KladkaConflict
static const KladkaField conflict_fields[] = {
  FIELD (T,
         REF,
         record,
         MAIN,
         "Record",
         "The record that was changed on both sides.",
         POINTS_TO (ANY),
         FLAGS (REQUIRED | RESTS | COLUMN)),
  FIELD (T, TEXT, field, MAIN, "Field", "The field that was changed on both sides.", FLAGS (REQUIRED | COLUMN)),
  FIELD (T, TEXT, base_value, MAIN, "Before", "What it was before.", FLAGS (LINES)),
  FIELD (T, TEXT, kept, MAIN, "Kept", "What was kept.", FLAGS (LINES | COLUMN)),
  FIELD (T, TEXT, lost, MAIN, "Not kept", "What was not kept.", FLAGS (LINES | COLUMN)),
  FIELD (T, TEXT, lost_by, WHO, "Written by", "Who had written what was not kept.", FLAGS (COLUMN)),
  FIELD (T, BOOL, resolved, MAIN, "Resolved", "Whether somebody has looked at it.", FLAGS (COLUMN)),
};
#undef T

#define T KladkaMapping
static const KladkaField mapping_fields[] = {
  FIELD (T, TEXT3, title, MAIN, "Title", "What kind of file it is for.", FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T,
         CHOICE,
         record_type,
         MAIN,
         "Kind of record",
         "What the file's rows become.",
         CHOICE_OF (record_type),
         FLAGS (COLUMN)),
  FIELD (T, TEXT, content, MORE, "Content", "Columns, constants and value tables.", FLAGS (HIDDEN | LINES)),
};
#undef T

#define TABLE(TYPE, type, plural_, struct_, label_, label_plural_)                                                     \
  [KLADKA_TYPE_##TYPE] = { .name = #type,                                                                              \
                           .plural = plural_,                                                                          \
                           .label = KC_ ("type", label_),                                                              \
                           .label_plural = KC_ ("type", label_plural_),                                                \
                           .size = sizeof (struct_),                                                                   \
                           .fields = type##_fields,                                                                    \
                           .n_fields = G_N_ELEMENTS (type##_fields) }

const KladkaTypeTable kladka_type_tables[KLADKA_N_TYPES] = {
  TABLE (PLAN, plan, "plan", KladkaPlanInfo, "Plan", "Plans"),
  TABLE (ORGANISATION, organisation, "organisations", KladkaOrganisation, "Organisation", "Organisations"),
  TABLE (CAPABILITY, capability, "capabilities", KladkaCapability, "Capability", "Capabilities"),
  TABLE (INITIATIVE, initiative, "initiatives", KladkaInitiative, "Initiative", "Initiatives"),
  TABLE (NEED, need, "needs", KladkaNeed, "Need", "Needs"),
  TABLE (STAGE_DAY, stage_day, "stage_days", KladkaStageDay, "Stage day", "Stage days"),
  TABLE (PROJECT, project, "projects", KladkaProject, "Project", "Projects"),
  TABLE (OFFER, offer, "offers", KladkaOffer, "Offer", "Offers"),
  TABLE (PARTICIPATION, participation, "participations", KladkaParticipation, "Participation", "Participations"),
  TABLE (DELIVERY, delivery, "deliveries", KladkaDelivery, "Delivery", "Deliveries"),
  TABLE (TRANSACTION, transaction, "transactions", KladkaTransaction, "Transaction", "Transactions"),
  TABLE (MILESTONE, milestone, "milestones", KladkaMilestone, "Milestone", "Milestones"),
  TABLE (DEPENDENCY, dependency, "dependencies", KladkaDependency, "Dependency", "Dependencies"),
  TABLE (EXCHANGE_RATE, exchange_rate, "exchange_rates", KladkaExchangeRate, "Exchange rate", "Exchange rates"),
  TABLE (DECISION, decision, "decisions", KladkaDecision, "Decision", "Decisions"),
  TABLE (LEVEL, level, "levels", KladkaLevel, "Maturity level", "Maturity levels"),
  TABLE (ACTION, action, "actions", KladkaAction, "Action", "Actions"),
  TABLE (SNAPSHOT, snapshot, "snapshots", KladkaSnapshot, "Snapshot", "Snapshots"),
  TABLE (VIEW, view, "views", KladkaView, "View", "Views"),
  TABLE (CONFLICT, conflict, "conflicts", KladkaConflict, "Conflict", "Conflicts"),
  TABLE (MAPPING, mapping, "mappings", KladkaMapping, "Mapping", "Mappings"),
};
