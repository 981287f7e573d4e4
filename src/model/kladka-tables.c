/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every field of every record, declared once. A member of a struct in kladka-records.h, a line here, a migration step
 * in the store and its translations make a new field; nothing else lists fields. */

#include "kladka-choices.h"
#include "kladka-records.h"

#define FIELD(type, kind_, member, section_, label_, help_, ...)                                                       \
  {                                                                                                                    \
    .name = #member, .label = label_, .help = help_, .kind = KLADKA_KIND_##kind_,                                      \
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
#define PARENT KLADKA_FIELD_PARENT
#define SHORT KLADKA_FIELD_SHORT
#define HIDDEN KLADKA_FIELD_HIDDEN

/* A field is a line or two, read down like a table. */
/* clang-format off */

/* As a record would be, so that the common fields need no case of their own; "id" is the key and no field. */
const KladkaField kladka_common_fields[] = {
  FIELD (KladkaRecord, CHOICE, marking, SOURCE, KC_ ("field", "Marking"),
         KN_ ("Who may see this record. Without one the plan's default applies."),
         CHOICE_OF (marking), FLAGS (KLADKA_FIELD_COMMON)),
  FIELD (KladkaRecord, TEXT, source, SOURCE, KC_ ("field", "Source"),
         KN_ ("Where this comes from: a document, a letter, a link."), FLAGS (KLADKA_FIELD_COMMON)),
  FIELD (KladkaRecord, DATE, source_date, SOURCE, KC_ ("field", "Date of the source"),
         KN_ ("When the source said it."), FLAGS (KLADKA_FIELD_COMMON)),
  FIELD (KladkaRecord, CHOICE, confidence, SOURCE, KC_ ("field", "Confidence"),
         KN_ ("How sure we are of it."), CHOICE_OF (confidence),
         FLAGS (KLADKA_FIELD_COMMON)),
  FIELD (KladkaRecord, DATE, verified_on, SOURCE, KC_ ("field", "Last verified"),
         KN_ ("The day somebody last checked this record."),
         FLAGS (KLADKA_FIELD_COMMON)),
  FIELD (KladkaRecord, TEXT, notes, SOURCE, KC_ ("field", "Notes"),
         KN_ ("Anything else worth knowing."), FLAGS (KLADKA_FIELD_COMMON | LINES)),
  FIELD (KladkaRecord, BOOL, deleted, SOURCE, KC_ ("field", "Deleted"),
         KN_ ("Deleted records stay in the file until a copy is published."),
         FLAGS (KLADKA_FIELD_COMMON | HIDDEN)),
};
const guint kladka_n_common_fields = G_N_ELEMENTS (kladka_common_fields);

#define T KladkaPlanInfo
static const KladkaField plan_fields[] = {
  FIELD (T, TEXT3, title, MAIN, KC_ ("field", "Title"), KN_ ("What the plan is called."), FLAGS (NAME | REQUIRED)),
  FIELD (T, DATE, period_start, WHEN, KC_ ("field", "Period from"),
         KN_ ("The first month the plan looks at."), FLAGS (REQUIRED)),
  FIELD (T, DATE, period_end, WHEN, KC_ ("field", "Period until"),
         KN_ ("The last month the plan looks at."), FLAGS (REQUIRED)),
  FIELD (T, TEXT, base_currency, MONEY, KC_ ("field", "Base currency"),
         KN_ ("Totals are shown in it (ISO 4217 code)."), FLAGS (REQUIRED)),
  FIELD (T, CHOICE, default_marking, SOURCE, KC_ ("field", "Default marking"),
         KN_ ("Holds for every record without a marking of its own."),
         CHOICE_OF (marking), FLAGS (REQUIRED)),
  FIELD (T, NUMBERS, weights, MORE, KC_ ("field", "Priority weights"),
         KN_ ("How much a need counts in coverage, by its priority."),
         CHOICE_OF (weight), .min = 0, .max = 1000000),
  FIELD (T, NUMBERS, limits, MORE, KC_ ("field", "Limits of the findings"),
         KN_ ("Where a finding begins."), CHOICE_OF (limit), .min = 0, .max = 1000000),
};
#undef T

#define T KladkaOrganisation
static const KladkaField organisation_fields[] = {
  FIELD (T, TEXT3, name, MAIN, KC_ ("field", "Name"),
         KN_ ("The full official name."), FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, TEXT, short_name, MAIN, KC_ ("field", "Short name"),
         KN_ ("The abbreviation people use."), FLAGS (SHORT | COLUMN)),
  FIELD (T, CHOICE, kind, MAIN, KC_ ("field", "Kind"),
         KN_ ("What kind of organisation it is (IATI OrganisationType)."),
         CHOICE_OF (organisation_kind), FLAGS (COLUMN)),
  FIELD (T, TEXT, country, MAIN, KC_ ("field", "Country"), KN_ ("Two letters, ISO 3166: UA, PL, EE."), FLAGS (COLUMN)),
  FIELD (T, CHOICE, sector, WHAT, KC_ ("field", "Sector"),
         KN_ ("Sector of the NIS2 Directive."), CHOICE_OF (sector), FLAGS (COLUMN)),
  FIELD (T, CHOICE, track, WHAT, KC_ ("field", "Track"),
         KN_ ("Whether it works on the civilian or the military side."), CHOICE_OF (track), FLAGS (COLUMN)),
  FIELD (T, TEXT, iati_identifier, MORE, KC_ ("field", "IATI identifier"), KN_ ("Its identifier in IATI files.")),
  FIELD (T, REF, part_of, WHO, KC_ ("field", "Part of"),
         KN_ ("The organisation it belongs to."), POINTS_TO (ORGANISATION), FLAGS (PARENT)),
  FIELD (T, INTEGER, absorbs, MORE, KC_ ("field", "Can absorb at once"),
         KN_ ("How many projects it can take at the same time."), .min = 0, .max = 10000),
  FIELD (T, TEXT, contact, WHO, KC_ ("field", "Contact"), KN_ ("Whom to ask."), FLAGS (LINES)),
};
#undef T

#define T KladkaCapability
static const KladkaField capability_fields[] = {
  FIELD (T, TEXT, code, MAIN, KC_ ("field", "Code"), KN_ ("Its code in the framework: PR.AA."), FLAGS (SHORT | COLUMN)),
  FIELD (T, TEXT3, title, MAIN, KC_ ("field", "Title"),
         KN_ ("What can be done with it."), FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, REF, parent, MAIN, KC_ ("field", "Part of capability"),
         KN_ ("The capability above it."), POINTS_TO (CAPABILITY), FLAGS (COLUMN | PARENT)),
  FIELD (T, TEXT3, unit, WHAT, KC_ ("field", "Unit"), KN_ ("What is counted: seats, teams, sites."), FLAGS (COLUMN)),
  FIELD (T, TEXT, framework, MORE, KC_ ("field", "Framework"),
         KN_ ("Where the capability comes from: NIST CSF 2.0."), FLAGS (COLUMN)),
};
#undef T

#define T KladkaInitiative
static const KladkaField initiative_fields[] = {
  FIELD (T, TEXT3, title, MAIN, KC_ ("field", "Title"),
         KN_ ("What the initiative is called."), FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, TEXT, short_name, MAIN, KC_ ("field", "Short name"),
         KN_ ("The abbreviation people use."), FLAGS (SHORT | COLUMN)),
  FIELD (T, CHOICE, kind, MAIN, KC_ ("field", "Kind"),
         KN_ ("What kind of initiative it is."), CHOICE_OF (initiative_kind), FLAGS (COLUMN)),
  FIELD (T, CHOICE, track, MAIN, KC_ ("field", "Track"),
         KN_ ("Whether it works on the civilian or the military side."), CHOICE_OF (track), FLAGS (COLUMN)),
  FIELD (T, REF, lead, WHO, KC_ ("field", "Lead organisation"),
         KN_ ("Who leads it."), POINTS_TO (ORGANISATION), FLAGS (COLUMN)),
};
#undef T

#define T KladkaNeed
static const KladkaField need_fields[] = {
  FIELD (T, TEXT, reference, MAIN, KC_ ("field", "Reference"),
         KN_ ("The number people use for this need."), FLAGS (SHORT | COLUMN)),
  FIELD (T, TEXT3, title, MAIN, KC_ ("field", "Title"),
         KN_ ("What is needed, in a few words."), FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, TEXT3, description, MAIN, KC_ ("field", "Description"), KN_ ("What is needed, and why."), FLAGS (LINES)),
  FIELD (T, CHOICE, stage, MAIN, KC_ ("field", "Stage"),
         KN_ ("How far the need has come."), CHOICE_OF (stage), FLAGS (COLUMN | REQUIRED)),
  FIELD (T, REF, beneficiary, WHO, KC_ ("field", "Beneficiary"),
         KN_ ("The ministry or body answerable for the field."), POINTS_TO (ORGANISATION), FLAGS (COLUMN)),
  FIELD (T, REF, recipient, WHO, KC_ ("field", "Recipient"),
         KN_ ("Who receives and uses it."), POINTS_TO (ORGANISATION), FLAGS (COLUMN)),
  FIELD (T, REF, capability, WHAT, KC_ ("field", "Capability"),
         KN_ ("What it makes possible."), POINTS_TO (CAPABILITY), FLAGS (COLUMN)),
  FIELD (T, DECIMAL, quantity, WHAT, KC_ ("field", "Quantity wanted"),
         KN_ ("How much is wanted, in the capability's unit."),
         .scale = KLADKA_QUANTITY_SCALE, .min = 1, .max = G_GINT64_CONSTANT (1000000000000000), FLAGS (COLUMN)),
  FIELD (T, SET, help_kinds, WHAT, KC_ ("field", "Kinds of help"), KN_ ("What would help."), CHOICE_OF (help)),
  FIELD (T, CHOICE, sector, WHAT, KC_ ("field", "Sector"),
         KN_ ("Its own sector, where it differs from the recipient's."), CHOICE_OF (sector)),
  FIELD (T, TAGS, tags, WHAT, KC_ ("field", "Tags"), KN_ ("Words of your own, with commas between them.")),
  FIELD (T, DATE, wanted_from, WHEN, KC_ ("field", "Wanted from"),
         KN_ ("A day, month, quarter or year."), FLAGS (COLUMN)),
  FIELD (T, DATE, wanted_until, WHEN, KC_ ("field", "Wanted until"),
         KN_ ("Empty means: until the end of the plan."), FLAGS (COLUMN)),
  FIELD (T, CHOICE, horizon, WHEN, KC_ ("field", "Horizon"),
         KN_ ("The line of effort it belongs to."), CHOICE_OF (horizon)),
  FIELD (T, INTEGER, priority, WHAT, KC_ ("field", "Priority"),
         KN_ ("From 1 (low) to 5 (highest)."), .min = 1, .max = 5, FLAGS (COLUMN)),
  FIELD (T, INTEGER, technical_score, MORE, KC_ ("field", "Technical score"),
         KN_ ("From the technical working group: is it feasible? 0 to 100."), .min = 0, .max = 100),
  FIELD (T, INTEGER, strategic_score, MORE, KC_ ("field", "Strategic score"),
         KN_ ("From the strategic working group: is it important? 0 to 100."), .min = 0, .max = 100),
  FIELD (T, CHOICE, origin, MORE, KC_ ("field", "Origin"), KN_ ("What showed that it is needed."), CHOICE_OF (origin)),
  FIELD (T, TEXT, origin_reference, MORE, KC_ ("field", "Reference of the origin"),
         KN_ ("The incident, assessment or strategy meant.")),
  FIELD (T, MONEY, estimated_cost, MONEY, KC_ ("field", "Estimated cost"),
         KN_ ("With its currency: 1 200 000 EUR."), .min = 0, .max = G_GINT64_CONSTANT (100000000000000000)),
  FIELD (T, DATE, estimated_on, MONEY, KC_ ("field", "Day of the estimate"),
         KN_ ("Conversion uses the rate of this day.")),
};
#undef T

#define T KladkaStageDay
static const KladkaField stage_day_fields[] = {
  FIELD (T, REF, need, MAIN, KC_ ("field", "Need"),
         KN_ ("The need that reached the stage."), POINTS_TO (NEED), FLAGS (OWNER)),
  FIELD (T, CHOICE, stage, MAIN, KC_ ("field", "Stage"),
         KN_ ("The stage reached."), CHOICE_OF (stage), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, DATE, reached_on, WHEN, KC_ ("field", "Reached on"),
         KN_ ("The day the stage was reached."), FLAGS (REQUIRED | COLUMN)),
};
#undef T

#define T KladkaProject
static const KladkaField project_fields[] = {
  FIELD (T, TEXT, reference, MAIN, KC_ ("field", "Reference"),
         KN_ ("The number people use for this project."), FLAGS (SHORT | COLUMN)),
  FIELD (T, TEXT3, title, MAIN, KC_ ("field", "Title"),
         KN_ ("What the project is called."), FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, TEXT3, description, MAIN, KC_ ("field", "Description"), KN_ ("What the project does."), FLAGS (LINES)),
  FIELD (T, REF, initiative, WHO, KC_ ("field", "Initiative"),
         KN_ ("The mechanism, coalition, fund or programme it belongs to."), POINTS_TO (INITIATIVE), FLAGS (COLUMN)),
  FIELD (T, CHOICE, status, MAIN, KC_ ("field", "Status"),
         KN_ ("How far the project has come."), CHOICE_OF (status), FLAGS (COLUMN)),
  FIELD (T, DATE, status_on, MAIN, KC_ ("field", "Status since"), KN_ ("The day this status was reached.")),
  FIELD (T, DATE, planned_start, WHEN, KC_ ("field", "Planned start"),
         KN_ ("A day, month, quarter or year."), FLAGS (COLUMN)),
  FIELD (T, DATE, planned_end, WHEN, KC_ ("field", "Planned end"),
         KN_ ("A day, month, quarter or year."), FLAGS (COLUMN)),
  FIELD (T, DATE, actual_start, WHEN, KC_ ("field", "Actual start"), KN_ ("When it really began.")),
  FIELD (T, DATE, actual_end, WHEN, KC_ ("field", "Actual end"), KN_ ("When it really ended.")),
  FIELD (T, TAGS, tags, WHAT, KC_ ("field", "Tags"), KN_ ("Words of your own, with commas between them.")),
  FIELD (T, TEXT, iati_identifier, MORE, KC_ ("field", "IATI identifier"), KN_ ("Its identifier in IATI files.")),
  FIELD (T, TEXT, registration, MORE, KC_ ("field", "State registration number"),
         KN_ ("Its number in Ukraine's register of international technical assistance.")),
};
#undef T

#define T KladkaOffer
static const KladkaField offer_fields[] = {
  FIELD (T, TEXT3, title, MAIN, KC_ ("field", "Title"),
         KN_ ("What is offered, in a few words."), FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, REF, organisation, WHO, KC_ ("field", "Organisation"),
         KN_ ("Who offers it."), POINTS_TO (ORGANISATION), FLAGS (REQUIRED | COLUMN | RESTS)),
  FIELD (T, CHOICE, state, MAIN, KC_ ("field", "State"),
         KN_ ("Whether it can still be taken up."), CHOICE_OF (offer_state), FLAGS (COLUMN)),
  FIELD (T, REF, capability, WHAT, KC_ ("field", "Capability"),
         KN_ ("What it makes possible; empty means any."), POINTS_TO (CAPABILITY), FLAGS (COLUMN | RESTS)),
  FIELD (T, SET, help_kinds, WHAT, KC_ ("field", "Kinds of help"),
         KN_ ("What is offered."), CHOICE_OF (help), FLAGS (COLUMN)),
  FIELD (T, DECIMAL, quantity, WHAT, KC_ ("field", "Quantity"),
         KN_ ("How much, in the capability's unit."), .scale = KLADKA_QUANTITY_SCALE, .min = 1,
         .max = G_GINT64_CONSTANT (1000000000000000), FLAGS (COLUMN)),
  FIELD (T, MONEY, amount, MONEY, KC_ ("field", "Amount"),
         KN_ ("With its currency: 1 200 000 EUR."),
         .min = 0, .max = G_GINT64_CONSTANT (100000000000000000), FLAGS (COLUMN)),
  FIELD (T, SET, sectors, WHO, KC_ ("field", "Meant for sectors"), KN_ ("Empty means any sector."), CHOICE_OF (sector)),
  FIELD (T, REFS, recipients, WHO, KC_ ("field", "Meant for recipients"),
         KN_ ("Empty means any recipient."), POINTS_TO (ORGANISATION), FLAGS (RESTS)),
  FIELD (T, DATE, available_from, WHEN, KC_ ("field", "Available from"),
         KN_ ("A day, month, quarter or year."), FLAGS (COLUMN)),
  FIELD (T, DATE, available_until, WHEN, KC_ ("field", "Available until"),
         KN_ ("A day, month, quarter or year."), FLAGS (COLUMN)),
  FIELD (T, TEXT3, conditions, MORE, KC_ ("field", "Conditions"),
         KN_ ("What the organisation asks for in return."), FLAGS (LINES)),
  FIELD (T, REF, project, MORE, KC_ ("field", "Became project"),
         KN_ ("The project that grew out of it."), POINTS_TO (PROJECT)),
};
#undef T

#define T KladkaParticipation
static const KladkaField participation_fields[] = {
  FIELD (T, REF, project, MAIN, KC_ ("field", "Project"),
         KN_ ("The project taken part in."), POINTS_TO (PROJECT), FLAGS (OWNER)),
  FIELD (T, REF, organisation, MAIN, KC_ ("field", "Organisation"),
         KN_ ("Who takes part."), POINTS_TO (ORGANISATION), FLAGS (REQUIRED | RESTS | COLUMN)),
  FIELD (T, CHOICE, role, MAIN, KC_ ("field", "Role"),
         KN_ ("As what it takes part (IATI OrganisationRole)."), CHOICE_OF (role), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, DECIMAL, share, MAIN, KC_ ("field", "Share, %"),
         KN_ ("Its share among those of the same role."), .scale = 2, .min = 0, .max = 10000, FLAGS (COLUMN)),
};
#undef T

#define T KladkaDelivery
static const KladkaField delivery_fields[] = {
  FIELD (T, REF, project, MAIN, KC_ ("field", "Project"),
         KN_ ("The project that brings it."), POINTS_TO (PROJECT), FLAGS (OWNER)),
  FIELD (T, REF, capability, WHAT, KC_ ("field", "Capability"),
         KN_ ("What it makes possible."), POINTS_TO (CAPABILITY), FLAGS (REQUIRED | RESTS | COLUMN)),
  FIELD (T, REF, recipient, WHO, KC_ ("field", "Recipient"),
         KN_ ("Who receives it; empty means any institution."), POINTS_TO (ORGANISATION), FLAGS (COLUMN | RESTS)),
  FIELD (T, REF, need, WHO, KC_ ("field", "For need"),
         KN_ ("The need it is meant for; empty means whichever fits."), POINTS_TO (NEED), FLAGS (COLUMN | RESTS)),
  FIELD (T, DECIMAL, quantity, WHAT, KC_ ("field", "Quantity"),
         KN_ ("How much, in the capability's unit."), .scale = KLADKA_QUANTITY_SCALE, .min = 1,
         .max = G_GINT64_CONSTANT (1000000000000000), FLAGS (COLUMN)),
  FIELD (T, SET, help_kinds, WHAT, KC_ ("field", "Kinds of help"), KN_ ("What is delivered."), CHOICE_OF (help)),
  FIELD (T, TEXT, product, WHAT, KC_ ("field", "Product or solution"), KN_ ("The product or solution delivered.")),
  FIELD (T, DATE, due_on, WHEN, KC_ ("field", "Due on"), KN_ ("When it should arrive."), FLAGS (COLUMN)),
  FIELD (T, DATE, delivered_on, WHEN, KC_ ("field", "Delivered on"), KN_ ("When it arrived."), FLAGS (COLUMN)),
  FIELD (T, DATE, sustained_until, WHEN, KC_ ("field", "Sustained until"),
         KN_ ("How long it is paid for and kept running; empty means unknown."), FLAGS (COLUMN)),
};
#undef T

#define T KladkaTransaction
static const KladkaField transaction_fields[] = {
  FIELD (T, REF, project, MAIN, KC_ ("field", "Project"),
         KN_ ("The project it pays for."), POINTS_TO (PROJECT), FLAGS (RESTS | KLADKA_FIELD_OWNER)),
  FIELD (T, REF, initiative, MAIN, KC_ ("field", "Initiative"),
         KN_ ("The initiative it pays for, where no project is named."),
         POINTS_TO (INITIATIVE), FLAGS (RESTS | KLADKA_FIELD_OWNER)),
  FIELD (T, CHOICE, kind, MAIN, KC_ ("field", "Type"),
         KN_ ("Pledge, commitment, disbursement, expenditure or help in kind."),
         CHOICE_OF (transaction), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, REF, from, WHO, KC_ ("field", "From"),
         KN_ ("Who gives."), POINTS_TO (ORGANISATION), FLAGS (COLUMN | RESTS)),
  FIELD (T, REF, to, WHO, KC_ ("field", "To"), KN_ ("Who gets."), POINTS_TO (ORGANISATION), FLAGS (COLUMN | RESTS)),
  FIELD (T, DATE, day, WHEN, KC_ ("field", "Date"), KN_ ("The day of the transaction."), FLAGS (COLUMN)),
  FIELD (T, MONEY, amount, MONEY, KC_ ("field", "Amount"),
         KN_ ("With its currency: 1 200 000 EUR."), .min = G_GINT64_CONSTANT (-100000000000000000),
         .max = G_GINT64_CONSTANT (100000000000000000), FLAGS (COLUMN)),
  FIELD (T, CHOICE, qualifier, MONEY, KC_ ("field", "Amount is"),
         KN_ ("Exact, about or up to."), CHOICE_OF (qualifier)),
  FIELD (T, REF, same_as, MONEY, KC_ ("field", "Same money as"),
         KN_ ("The transaction that reports the same money."), POINTS_TO (TRANSACTION), FLAGS (RESTS)),
  FIELD (T, MONEY, same_amount, MONEY, KC_ ("field", "Of it the same"),
         KN_ ("How much of it is the same money; empty means all."),
         .min = 0, .max = G_GINT64_CONSTANT (100000000000000000)),
  FIELD (T, TEXT, description, MAIN, KC_ ("field", "Description"), KN_ ("What it is for."), FLAGS (LINES | NAME)),
};
#undef T

#define T KladkaMilestone
static const KladkaField milestone_fields[] = {
  FIELD (T, REF, project, MAIN, KC_ ("field", "Project"),
         KN_ ("The project it belongs to."), POINTS_TO (PROJECT), FLAGS (OWNER)),
  FIELD (T, TEXT3, title, MAIN, KC_ ("field", "Title"), KN_ ("What is reached."), FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, DATE, planned_on, WHEN, KC_ ("field", "Planned on"), KN_ ("When it should be reached."), FLAGS (COLUMN)),
  FIELD (T, DATE, actual_on, WHEN, KC_ ("field", "Reached on"), KN_ ("When it was reached."), FLAGS (COLUMN)),
};
#undef T

#define T KladkaDependency
static const KladkaField dependency_fields[] = {
  FIELD (T, REF, project, MAIN, KC_ ("field", "Project"),
         KN_ ("The project that waits."), POINTS_TO (PROJECT), FLAGS (OWNER)),
  FIELD (T, REF, waits_for, MAIN, KC_ ("field", "Waits for"),
         KN_ ("The project it waits for."), POINTS_TO (PROJECT), FLAGS (REQUIRED | RESTS | COLUMN)),
  FIELD (T, CHOICE, kind, MAIN, KC_ ("field", "Kind"),
         KN_ ("What waits for what."), CHOICE_OF (dependency), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, INTEGER, lag_days, WHEN, KC_ ("field", "Lag in days"),
         KN_ ("Days to wait; fewer than none means overlap."), .min = -3660, .max = 3660, FLAGS (COLUMN)),
};
#undef T

#define T KladkaExchangeRate
static const KladkaField exchange_rate_fields[] = {
  FIELD (T, DATE, day, WHEN, KC_ ("field", "Date"), KN_ ("The day the rate holds for."), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, TEXT, currency, MAIN, KC_ ("field", "Currency"),
         KN_ ("The currency that is priced (ISO 4217 code)."), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, TEXT, against, MAIN, KC_ ("field", "Against"),
         KN_ ("The currency it is priced in (ISO 4217 code)."), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, INTEGER, per, MAIN, KC_ ("field", "Per units"),
         KN_ ("How many units the rate is for."), .min = 1, .max = 1000000, FLAGS (REQUIRED | COLUMN)),
  FIELD (T, DECIMAL, rate, MAIN, KC_ ("field", "Rate"),
         KN_ ("What that many units cost."), .scale = KLADKA_RATE_SCALE, .min = 1,
         .max = G_GINT64_CONSTANT (1000000000000000), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, CHOICE, origin, MORE, KC_ ("field", "Rate source"),
         KN_ ("Who published it."), CHOICE_OF (rate_origin), FLAGS (COLUMN)),
};
#undef T

#define T KladkaDecision
static const KladkaField decision_fields[] = {
  FIELD (T, CHOICE, rule, MAIN, KC_ ("field", "Rule"),
         KN_ ("The rule that fired."), CHOICE_OF (rule), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, REFS, records, MAIN, KC_ ("field", "Records"),
         KN_ ("What the finding is about."), POINTS_TO (ANY), FLAGS (RESTS | COLUMN)),
  FIELD (T, CHOICE, state, MAIN, KC_ ("field", "State"),
         KN_ ("What was decided."), CHOICE_OF (decision_state), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, TEXT, reason, MAIN, KC_ ("field", "Reason"), KN_ ("Why it was decided so."), FLAGS (LINES | NAME)),
  FIELD (T, TEXT, decided_by, WHO, KC_ ("field", "Decided by"), KN_ ("Who decided."), FLAGS (COLUMN)),
  FIELD (T, DATE, decided_on, WHEN, KC_ ("field", "Decided on"), KN_ ("When it was decided."), FLAGS (COLUMN)),
  FIELD (T, DATE, look_again_on, WHEN, KC_ ("field", "Look again on"),
         KN_ ("When the decision should be looked at again."), FLAGS (COLUMN)),
  FIELD (T, TEXT, fingerprint, MORE, KC_ ("field", "Fingerprint"),
         KN_ ("Of the facts it was taken on."), FLAGS (HIDDEN)),
};
#undef T

#define T KladkaLevel
static const KladkaField level_fields[] = {
  FIELD (T, REF, capability, MAIN, KC_ ("field", "Capability"),
         KN_ ("The capability assessed."), POINTS_TO (CAPABILITY), FLAGS (REQUIRED | RESTS | COLUMN)),
  FIELD (T, REF, organisation, MAIN, KC_ ("field", "Organisation"),
         KN_ ("Whose level it is."), POINTS_TO (ORGANISATION), FLAGS (RESTS | COLUMN)),
  FIELD (T, TEXT, scale, MAIN, KC_ ("field", "Scale"), KN_ ("The scale the level is on."), FLAGS (COLUMN)),
  FIELD (T, INTEGER, now, MAIN, KC_ ("field", "Level now"),
         KN_ ("The level reached."), .min = 0, .max = 10, FLAGS (COLUMN)),
  FIELD (T, INTEGER, target, MAIN, KC_ ("field", "Target level"),
         KN_ ("The level wanted."), .min = 0, .max = 10, FLAGS (COLUMN)),
  FIELD (T, DATE, day, WHEN, KC_ ("field", "Date"), KN_ ("The day of the assessment."), FLAGS (COLUMN)),
};
#undef T

#define T KladkaAction
static const KladkaField action_fields[] = {
  FIELD (T, TEXT3, title, MAIN, KC_ ("field", "What"), KN_ ("What was agreed."), FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, TEXT, who, WHO, KC_ ("field", "Who"), KN_ ("Who does it."), FLAGS (COLUMN)),
  FIELD (T, DATE, due_on, WHEN, KC_ ("field", "By when"), KN_ ("When it should be done."), FLAGS (COLUMN)),
  FIELD (T, DATE, done_on, WHEN, KC_ ("field", "Done on"), KN_ ("When it was done."), FLAGS (COLUMN)),
  FIELD (T, REFS, records, MAIN, KC_ ("field", "Records"), KN_ ("What it is about."), POINTS_TO (ANY), FLAGS (RESTS)),
};
#undef T

#define T KladkaSnapshot
static const KladkaField snapshot_fields[] = {
  FIELD (T, TEXT3, title, MAIN, KC_ ("field", "Title"),
         KN_ ("What the moment is called."), FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, DATE, day, WHEN, KC_ ("field", "Date"), KN_ ("The day it stands for."), FLAGS (COLUMN)),
  FIELD (T, TEXT, step, MORE, KC_ ("field", "Step"), KN_ ("The step of the history it stands for."), FLAGS (HIDDEN)),
};
#undef T

#define T KladkaView
static const KladkaField view_fields[] = {
  FIELD (T, TEXT3, title, MAIN, KC_ ("field", "Title"),
         KN_ ("What the view is called."), FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, CHOICE, kind, MAIN, KC_ ("field", "Kind"),
         KN_ ("What the view keeps."), CHOICE_OF (view_kind), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, TEXT, content, MORE, KC_ ("field", "Content"), KN_ ("The settings kept."), FLAGS (HIDDEN | LINES)),
};
#undef T

#define T KladkaConflict
static const KladkaField conflict_fields[] = {
  FIELD (T, REF, record, MAIN, KC_ ("field", "Record"),
         KN_ ("The record that was changed on both sides."), POINTS_TO (ANY), FLAGS (REQUIRED | RESTS | COLUMN)),
  FIELD (T, TEXT, field, MAIN, KC_ ("field", "Field"),
         KN_ ("The field that was changed on both sides."), FLAGS (REQUIRED | COLUMN)),
  FIELD (T, TEXT, base_value, MAIN, KC_ ("field", "Before"), KN_ ("What it was before."), FLAGS (LINES)),
  FIELD (T, TEXT, kept, MAIN, KC_ ("field", "Kept"), KN_ ("What was kept."), FLAGS (LINES | COLUMN)),
  FIELD (T, TEXT, lost, MAIN, KC_ ("field", "Not kept"), KN_ ("What was not kept."), FLAGS (LINES | COLUMN)),
  FIELD (T, TEXT, lost_by, WHO, KC_ ("field", "Written by"),
         KN_ ("Who had written what was not kept."), FLAGS (COLUMN)),
  FIELD (T, BOOL, resolved, MAIN, KC_ ("field", "Resolved"),
         KN_ ("Whether somebody has looked at it."), FLAGS (COLUMN)),
};
#undef T

#define T KladkaMapping
static const KladkaField mapping_fields[] = {
  FIELD (T, TEXT3, title, MAIN, KC_ ("field", "Title"),
         KN_ ("What kind of file it is for."), FLAGS (NAME | REQUIRED | COLUMN)),
  FIELD (T, CHOICE, record_type, MAIN, KC_ ("field", "Kind of record"),
         KN_ ("What the file's rows become."), CHOICE_OF (record_type), FLAGS (COLUMN)),
  FIELD (T, TEXT, content, MORE, KC_ ("field", "Content"),
         KN_ ("Columns, constants and value tables."), FLAGS (HIDDEN | LINES)),
};
#undef T

#define TABLE(TYPE, type, plural_, struct_, label_, label_plural_)                                                    \
  [KLADKA_TYPE_##TYPE] = { .name = #type, .plural = plural_, .label = label_,                            \
                           .label_plural = label_plural_, .size = sizeof (struct_),                      \
                           .fields = type##_fields, .n_fields = G_N_ELEMENTS (type##_fields) }

const KladkaTypeTable kladka_type_tables[KLADKA_N_TYPES] = {
  TABLE (PLAN, plan, "plan", KladkaPlanInfo, KC_ ("type", "Plan"), KC_ ("type", "Plans")),
  TABLE (ORGANISATION, organisation, "organisations", KladkaOrganisation, KC_ ("type", "Organisation"), KC_ ("type", "Organisations")),
  TABLE (CAPABILITY, capability, "capabilities", KladkaCapability, KC_ ("type", "Capability"), KC_ ("type", "Capabilities")),
  TABLE (INITIATIVE, initiative, "initiatives", KladkaInitiative, KC_ ("type", "Initiative"), KC_ ("type", "Initiatives")),
  TABLE (NEED, need, "needs", KladkaNeed, KC_ ("type", "Need"), KC_ ("type", "Needs")),
  TABLE (STAGE_DAY, stage_day, "stage_days", KladkaStageDay, KC_ ("type", "Stage day"), KC_ ("type", "Stage days")),
  TABLE (PROJECT, project, "projects", KladkaProject, KC_ ("type", "Project"), KC_ ("type", "Projects")),
  TABLE (OFFER, offer, "offers", KladkaOffer, KC_ ("type", "Offer"), KC_ ("type", "Offers")),
  TABLE (PARTICIPATION, participation, "participations", KladkaParticipation, KC_ ("type", "Participation"), KC_ ("type", "Participations")),
  TABLE (DELIVERY, delivery, "deliveries", KladkaDelivery, KC_ ("type", "Delivery"), KC_ ("type", "Deliveries")),
  TABLE (TRANSACTION, transaction, "transactions", KladkaTransaction, KC_ ("type", "Transaction"), KC_ ("type", "Transactions")),
  TABLE (MILESTONE, milestone, "milestones", KladkaMilestone, KC_ ("type", "Milestone"), KC_ ("type", "Milestones")),
  TABLE (DEPENDENCY, dependency, "dependencies", KladkaDependency, KC_ ("type", "Dependency"), KC_ ("type", "Dependencies")),
  TABLE (EXCHANGE_RATE, exchange_rate, "exchange_rates", KladkaExchangeRate, KC_ ("type", "Exchange rate"), KC_ ("type", "Exchange rates")),
  TABLE (DECISION, decision, "decisions", KladkaDecision, KC_ ("type", "Decision"), KC_ ("type", "Decisions")),
  TABLE (LEVEL, level, "levels", KladkaLevel, KC_ ("type", "Maturity level"), KC_ ("type", "Maturity levels")),
  TABLE (ACTION, action, "actions", KladkaAction, KC_ ("type", "Action"), KC_ ("type", "Actions")),
  TABLE (SNAPSHOT, snapshot, "snapshots", KladkaSnapshot, KC_ ("type", "Snapshot"), KC_ ("type", "Snapshots")),
  TABLE (VIEW, view, "views", KladkaView, KC_ ("type", "View"), KC_ ("type", "Views")),
  TABLE (CONFLICT, conflict, "conflicts", KladkaConflict, KC_ ("type", "Conflict"), KC_ ("type", "Conflicts")),
  TABLE (MAPPING, mapping, "mappings", KladkaMapping, KC_ ("type", "Mapping"), KC_ ("type", "Mappings")),
};

/* clang-format on */
