/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-record.h"

G_BEGIN_DECLS

/* Track of an organisation or initiative. */
typedef enum { KLADKA_TRACK_NONE, KLADKA_TRACK_CIVILIAN, KLADKA_TRACK_MILITARY, KLADKA_TRACK_MIXED } KladkaTrack;

typedef enum {
  KLADKA_STAGE_NONE,
  KLADKA_STAGE_DRAFT,
  KLADKA_STAGE_SUBMITTED,
  KLADKA_STAGE_VERIFIED,
  KLADKA_STAGE_MATCHED,
  KLADKA_STAGE_COVERED,
  KLADKA_STAGE_WITHDRAWN,
} KladkaStage;

typedef enum {
  KLADKA_STATUS_NONE,
  KLADKA_STATUS_IDEA,
  KLADKA_STATUS_PIPELINE,
  KLADKA_STATUS_IMPLEMENTATION,
  KLADKA_STATUS_FINALISATION,
  KLADKA_STATUS_CLOSED,
  KLADKA_STATUS_CANCELLED,
  KLADKA_STATUS_SUSPENDED,
} KladkaStatus;

typedef enum {
  KLADKA_ROLE_NONE,
  KLADKA_ROLE_FUNDING,
  KLADKA_ROLE_ACCOUNTABLE,
  KLADKA_ROLE_EXTENDING,
  KLADKA_ROLE_IMPLEMENTING,
} KladkaRole;

typedef enum {
  KLADKA_TRANSACTION_NONE,
  KLADKA_TRANSACTION_PLEDGE,
  KLADKA_TRANSACTION_COMMITMENT,
  KLADKA_TRANSACTION_DISBURSEMENT,
  KLADKA_TRANSACTION_EXPENDITURE,
  KLADKA_TRANSACTION_IN_KIND,
} KladkaTransactionType;

typedef enum {
  KLADKA_DEPENDENCY_NONE,
  KLADKA_DEPENDENCY_FINISH_TO_START,
  KLADKA_DEPENDENCY_START_TO_START
} KladkaDependencyKind;

/* Places of the plan's numbers. */
enum {
  KLADKA_WEIGHT_PRIORITY_1,
  KLADKA_WEIGHT_PRIORITY_2,
  KLADKA_WEIGHT_PRIORITY_3,
  KLADKA_WEIGHT_PRIORITY_4,
  KLADKA_WEIGHT_PRIORITY_5
};
enum { KLADKA_LIMIT_STALE_MONTHS, KLADKA_LIMIT_ABSORB, KLADKA_LIMIT_SINGLE_DONOR_NEEDS };

typedef struct {
  KladkaRecord base;
  KladkaText3 title;
  KladkaDate period_start;
  KladkaDate period_end;
  const char *base_currency;
  guint8 default_marking;
  gint32 weights[KLADKA_NUMBERS_MAX];
  gint32 limits[KLADKA_NUMBERS_MAX];
} KladkaPlanInfo;

typedef struct {
  KladkaRecord base;
  KladkaText3 name;
  const char *short_name;
  guint8 kind;
  guint8 sector;
  guint8 track;
  const char *country;
  const char *iati_identifier;
  KladkaRef part_of;
  gint64 absorbs;
  const char *contact;
} KladkaOrganisation;

typedef struct {
  KladkaRecord base;
  const char *code;
  KladkaText3 title;
  KladkaRef parent;
  KladkaText3 unit;
  const char *framework;
} KladkaCapability;

typedef struct {
  KladkaRecord base;
  KladkaText3 title;
  const char *short_name;
  guint8 kind;
  guint8 track;
  KladkaRef lead;
} KladkaInitiative;

typedef struct {
  KladkaRecord base;
  const char *reference;
  KladkaText3 title;
  KladkaText3 description;
  KladkaRef beneficiary;
  KladkaRef recipient;
  KladkaRef capability;
  gint64 quantity;
  KladkaDate wanted_from;
  KladkaDate wanted_until;
  guint8 horizon;
  guint8 origin;
  guint8 stage;
  guint8 sector;
  const char *origin_reference;
  gint64 priority;
  gint64 technical_score;
  gint64 strategic_score;
  KladkaMoney estimated_cost;
  KladkaDate estimated_on;
  guint64 help_kinds;
  const char *const *tags;
} KladkaNeed;

typedef struct {
  KladkaRecord base;
  KladkaRef need;
  guint8 stage;
  KladkaDate reached_on;
} KladkaStageDay;

typedef struct {
  KladkaRecord base;
  const char *reference;
  const char *iati_identifier;
  const char *registration;
  KladkaText3 title;
  KladkaText3 description;
  KladkaRef initiative;
  guint8 status;
  KladkaDate status_on;
  KladkaDate planned_start;
  KladkaDate planned_end;
  KladkaDate actual_start;
  KladkaDate actual_end;
  const char *const *tags;
} KladkaProject;

typedef struct {
  KladkaRecord base;
  KladkaRef organisation;
  KladkaText3 title;
  KladkaRef capability;
  guint64 help_kinds;
  gint64 quantity;
  KladkaMoney amount;
  guint64 sectors;
  const KladkaRef *recipients;
  KladkaDate available_from;
  KladkaDate available_until;
  KladkaText3 conditions;
  guint8 state;
  KladkaRef project;
} KladkaOffer;

typedef struct {
  KladkaRecord base;
  KladkaRef project;
  KladkaRef organisation;
  guint8 role;
  gint64 share; /* hundredths of a percent: DECIMAL of scale 2 */
} KladkaParticipation;

typedef struct {
  KladkaRecord base;
  KladkaRef project;
  KladkaRef capability;
  KladkaRef recipient;
  KladkaRef need;
  gint64 quantity;
  guint64 help_kinds;
  const char *product;
  KladkaDate due_on;
  KladkaDate delivered_on;
  KladkaDate sustained_until;
} KladkaDelivery;

typedef struct {
  KladkaRecord base;
  KladkaRef project;
  KladkaRef initiative;
  KladkaRef from;
  KladkaRef to;
  guint8 kind;
  guint8 qualifier;
  KladkaDate day;
  KladkaMoney amount;
  KladkaRef same_as;
  KladkaMoney same_amount;
  const char *description;
} KladkaTransaction;

typedef struct {
  KladkaRecord base;
  KladkaRef project;
  KladkaText3 title;
  KladkaDate planned_on;
  KladkaDate actual_on;
} KladkaMilestone;

typedef struct {
  KladkaRecord base;
  KladkaRef project;
  KladkaRef waits_for;
  guint8 kind;
  gint64 lag_days;
} KladkaDependency;

typedef struct {
  KladkaRecord base;
  KladkaDate day;
  const char *currency;
  const char *against;
  gint64 per;
  gint64 rate; /* DECIMAL of scale 8 */
  guint8 origin;
} KladkaExchangeRate;

typedef struct {
  KladkaRecord base;
  guint8 rule;
  const KladkaRef *records;
  guint8 state;
  const char *reason;
  const char *decided_by;
  KladkaDate decided_on;
  KladkaDate look_again_on;
  const char *fingerprint;
} KladkaDecision;

typedef struct {
  KladkaRecord base;
  KladkaRef capability;
  KladkaRef organisation;
  const char *scale;
  gint64 now;
  gint64 target;
  KladkaDate day;
} KladkaLevel;

typedef struct {
  KladkaRecord base;
  KladkaText3 title;
  const char *who;
  KladkaDate due_on;
  KladkaDate done_on;
  const KladkaRef *records;
} KladkaAction;

typedef struct {
  KladkaRecord base;
  KladkaText3 title;
  KladkaDate day;
  const char *step;
} KladkaSnapshot;

typedef struct {
  KladkaRecord base;
  KladkaText3 title;
  guint8 kind;
  const char *content;
} KladkaView;

typedef struct {
  KladkaRecord base;
  KladkaRef record;
  const char *field;
  const char *base_value;
  const char *kept;
  const char *lost;
  const char *lost_by;
  guint8 resolved;
} KladkaConflict;

typedef struct {
  KladkaRecord base;
  KladkaText3 title;
  guint8 record_type;
  const char *content;
} KladkaMapping;

/* The tables of fields; kladka_type_get() joins them with the common ones. */
typedef struct {
  const char *name;
  const char *plural;
  const char *label;
  const char *label_plural;
  gsize size;
  const KladkaField *fields;
  guint n_fields;
} KladkaTypeTable;
extern const KladkaTypeTable kladka_type_tables[KLADKA_N_TYPES];
extern const KladkaField kladka_common_fields[];
extern const guint kladka_n_common_fields;

/* The tables of choices that code outside the field tables needs. */
extern const KladkaChoices kladka_choices_marking;
extern const KladkaChoices kladka_choices_sector;
extern const KladkaChoices kladka_choices_status;
extern const KladkaChoices kladka_choices_stage;
extern const KladkaChoices kladka_choices_role;
extern const KladkaChoices kladka_choices_transaction;
extern const KladkaChoices kladka_choices_organisation_kind;
extern const KladkaChoices kladka_choices_help;
extern const KladkaChoices kladka_choices_confidence;

G_END_DECLS
