/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The choices of the fields. Codes are what files hold and never change; labels are message ids. */

#include "kladka-records.h"
#include "kladka-choices.h"

#define CHOICES(name, ctx)                                                                                             \
  const KladkaChoices kladka_choices_##name = { .context = ctx,                                                        \
                                                .choices = name##_choices,                                             \
                                                .n_choices = G_N_ELEMENTS (name##_choices) }

static const KladkaChoice marking_choices[] = {
  { "clear", "TLP:CLEAR", NULL }, { "green", "TLP:GREEN", NULL },
  { "amber", "TLP:AMBER", NULL }, { "amber-strict", "TLP:AMBER+STRICT", NULL },
  { "red", "TLP:RED", NULL },
};
CHOICES (marking, NULL); /* no context: TLP words are English in every language */

static const KladkaChoice confidence_choices[] = {
  { "confirmed", KC_ ("confidence", "Confirmed"), NULL },
  { "reported", KC_ ("confidence", "Reported"), NULL },
  { "estimated", KC_ ("confidence", "Estimated"), NULL },
  { "unknown", KC_ ("confidence", "Unknown"), NULL },
};
CHOICES (confidence, "confidence");

/* IATI OrganisationType. */
static const KladkaChoice organisation_kind_choices[] = {
  { "government", KC_ ("organisation kind", "Government"), "10" },
  { "local-government", KC_ ("organisation kind", "Local government"), "11" },
  { "other-public", KC_ ("organisation kind", "Other public sector"), "15" },
  { "international-ngo", KC_ ("organisation kind", "International NGO"), "21" },
  { "national-ngo", KC_ ("organisation kind", "National NGO"), "22" },
  { "regional-ngo", KC_ ("organisation kind", "Regional NGO"), "23" },
  { "partner-country-ngo", KC_ ("organisation kind", "NGO based in the partner country"), "24" },
  { "public-private", KC_ ("organisation kind", "Public-private partnership"), "30" },
  { "multilateral", KC_ ("organisation kind", "Multilateral"), "40" },
  { "foundation", KC_ ("organisation kind", "Foundation"), "60" },
  { "private", KC_ ("organisation kind", "Private sector"), "70" },
  { "private-provider", KC_ ("organisation kind", "Private sector in the donor country"), "71" },
  { "private-recipient", KC_ ("organisation kind", "Private sector in the recipient country"), "72" },
  { "private-third", KC_ ("organisation kind", "Private sector in a third country"), "73" },
  { "academic", KC_ ("organisation kind", "Academic, training and research"), "80" },
  { "other", KC_ ("organisation kind", "Other"), "90" },
};
CHOICES (organisation_kind, "organisation kind");

/* Sectors of the NIS2 Directive (EU) 2022/2555, annexes I and II. */
static const KladkaChoice sector_choices[] = {
  { "energy", KC_ ("sector", "Energy"), NULL },
  { "electricity", KC_ ("sector", "Electricity"), NULL },
  { "district-heating", KC_ ("sector", "District heating and cooling"), NULL },
  { "oil", KC_ ("sector", "Oil"), NULL },
  { "gas", KC_ ("sector", "Gas"), NULL },
  { "hydrogen", KC_ ("sector", "Hydrogen"), NULL },
  { "transport", KC_ ("sector", "Transport"), NULL },
  { "air", KC_ ("sector", "Air transport"), NULL },
  { "rail", KC_ ("sector", "Rail transport"), NULL },
  { "water-transport", KC_ ("sector", "Water transport"), NULL },
  { "road", KC_ ("sector", "Road transport"), NULL },
  { "banking", KC_ ("sector", "Banking"), NULL },
  { "financial-markets", KC_ ("sector", "Financial market infrastructures"), NULL },
  { "health", KC_ ("sector", "Health"), NULL },
  { "drinking-water", KC_ ("sector", "Drinking water"), NULL },
  { "waste-water", KC_ ("sector", "Waste water"), NULL },
  { "digital-infrastructure", KC_ ("sector", "Digital infrastructure"), NULL },
  { "ict-services", KC_ ("sector", "ICT service management (business-to-business)"), NULL },
  { "public-administration", KC_ ("sector", "Public administration"), NULL },
  { "space", KC_ ("sector", "Space"), NULL },
  { "postal", KC_ ("sector", "Postal and courier services"), NULL },
  { "waste", KC_ ("sector", "Waste management"), NULL },
  { "chemicals", KC_ ("sector", "Manufacture, production and distribution of chemicals"), NULL },
  { "food", KC_ ("sector", "Production, processing and distribution of food"), NULL },
  { "manufacturing", KC_ ("sector", "Manufacturing"), NULL },
  { "medical-devices", KC_ ("sector", "Medical devices"), NULL },
  { "electronics", KC_ ("sector", "Computer, electronic and optical products"), NULL },
  { "electrical-equipment", KC_ ("sector", "Electrical equipment"), NULL },
  { "machinery", KC_ ("sector", "Machinery and equipment"), NULL },
  { "motor-vehicles", KC_ ("sector", "Motor vehicles"), NULL },
  { "other-vehicles", KC_ ("sector", "Other transport equipment"), NULL },
  { "digital-providers", KC_ ("sector", "Digital providers"), NULL },
  { "research", KC_ ("sector", "Research"), NULL },
};
CHOICES (sector, "sector");

static const KladkaChoice track_choices[] = {
  { "civilian", KC_ ("track", "Civilian"), NULL },
  { "military", KC_ ("track", "Military"), NULL },
  { "mixed", KC_ ("track", "Mixed"), NULL },
};
CHOICES (track, "track");

static const KladkaChoice initiative_kind_choices[] = {
  { "mechanism", KC_ ("initiative kind", "Mechanism"), NULL },
  { "coalition", KC_ ("initiative kind", "Coalition"), NULL },
  { "fund", KC_ ("initiative kind", "Fund"), NULL },
  { "programme", KC_ ("initiative kind", "Programme"), NULL },
};
CHOICES (initiative_kind, "initiative kind");

static const KladkaChoice horizon_choices[] = {
  { "short", KC_ ("horizon", "Short term"), NULL },
  { "medium", KC_ ("horizon", "Medium term"), NULL },
  { "long", KC_ ("horizon", "Long term"), NULL },
};
CHOICES (horizon, "horizon");

static const KladkaChoice origin_choices[] = {
  { "incident", KC_ ("origin", "Incident"), NULL },
  { "assessment", KC_ ("origin", "Assessment"), NULL },
  { "strategy", KC_ ("origin", "Strategy"), NULL },
  { "other", KC_ ("origin", "Other"), NULL },
};
CHOICES (origin, "origin");

static const KladkaChoice stage_choices[] = {
  { "draft", KC_ ("stage", "Draft"), NULL },       { "submitted", KC_ ("stage", "Submitted"), NULL },
  { "verified", KC_ ("stage", "Verified"), NULL }, { "matched", KC_ ("stage", "Matched"), NULL },
  { "covered", KC_ ("stage", "Covered"), NULL },   { "withdrawn", KC_ ("stage", "Withdrawn"), NULL },
};
CHOICES (stage, "stage");

static const KladkaChoice help_choices[] = {
  { "equipment", KC_ ("kind of help", "Equipment"), NULL }, { "software", KC_ ("kind of help", "Software"), NULL },
  { "services", KC_ ("kind of help", "Services"), NULL },   { "training", KC_ ("kind of help", "Training"), NULL },
  { "exercise", KC_ ("kind of help", "Exercise"), NULL },   { "advice", KC_ ("kind of help", "Advice"), NULL },
};
CHOICES (help, "kind of help");

static const KladkaChoice offer_state_choices[] = {
  { "open", KC_ ("offer state", "Open"), NULL },
  { "matched", KC_ ("offer state", "Matched"), NULL },
  { "withdrawn", KC_ ("offer state", "Withdrawn"), NULL },
};
CHOICES (offer_state, "offer state");

/* IATI ActivityStatus; an idea comes before it. */
static const KladkaChoice status_choices[] = {
  { "idea", KC_ ("status", "Idea"), NULL },
  { "pipeline", KC_ ("status", "Pipeline"), "1" },
  { "implementation", KC_ ("status", "Implementation"), "2" },
  { "finalisation", KC_ ("status", "Finalisation"), "3" },
  { "closed", KC_ ("status", "Closed"), "4" },
  { "cancelled", KC_ ("status", "Cancelled"), "5" },
  { "suspended", KC_ ("status", "Suspended"), "6" },
};
CHOICES (status, "status");

/* IATI OrganisationRole. */
static const KladkaChoice role_choices[] = {
  { "funding", KC_ ("role", "Funding"), "1" },
  { "accountable", KC_ ("role", "Accountable"), "2" },
  { "extending", KC_ ("role", "Extending"), "3" },
  { "implementing", KC_ ("role", "Implementing"), "4" },
};
CHOICES (role, "role");

/* IATI TransactionType 2, 3, 4 are outgoing; a pledge given and help in kind have no outgoing code of their own. */
static const KladkaChoice transaction_choices[] = {
  { "pledge", KC_ ("transaction type", "Pledge"), NULL },
  { "commitment", KC_ ("transaction type", "Commitment"), "2" },
  { "disbursement", KC_ ("transaction type", "Disbursement"), "3" },
  { "expenditure", KC_ ("transaction type", "Expenditure"), "4" },
  { "in-kind", KC_ ("transaction type", "In kind"), NULL },
};
CHOICES (transaction, "transaction type");

static const KladkaChoice qualifier_choices[] = {
  { "exact", KC_ ("amount qualifier", "Exact"), NULL },
  { "about", KC_ ("amount qualifier", "About"), NULL },
  { "up-to", KC_ ("amount qualifier", "Up to"), NULL },
};
CHOICES (qualifier, "amount qualifier");

static const KladkaChoice dependency_choices[] = {
  { "finish-to-start", KC_ ("dependency kind", "Finish to start"), NULL },
  { "start-to-start", KC_ ("dependency kind", "Start to start"), NULL },
};
CHOICES (dependency, "dependency kind");

static const KladkaChoice rate_origin_choices[] = {
  { "ecb", KC_ ("rate source", "European Central Bank"), NULL },
  { "nbu", KC_ ("rate source", "National Bank of Ukraine"), NULL },
  { "nbp", KC_ ("rate source", "National Bank of Poland"), NULL },
  { "by-hand", KC_ ("rate source", "By hand"), NULL },
};
CHOICES (rate_origin, "rate source");

static const KladkaChoice rule_choices[] = {
  { "duplicate-delivery", KC_ ("rule", "Duplicate delivery"), NULL },
  { "look-alike-projects", KC_ ("rule", "Look-alike projects"), NULL },
  { "look-alike-needs", KC_ ("rule", "Look-alike needs"), NULL },
  { "incompatible-solutions", KC_ ("rule", "Incompatible solutions"), NULL },
  { "civil-military", KC_ ("rule", "Civil-military boundary"), NULL },
  { "overload", KC_ ("rule", "Overload"), NULL },
  { "orphan", KC_ ("rule", "Orphan"), NULL },
  { "order", KC_ ("rule", "Order"), NULL },
  { "late", KC_ ("rule", "Late"), NULL },
  { "lapse", KC_ ("rule", "Lapse"), NULL },
  { "single-donor", KC_ ("rule", "Single donor"), NULL },
  { "money", KC_ ("rule", "Money"), NULL },
  { "stage", KC_ ("rule", "Stage"), NULL },
  { "stale", KC_ ("rule", "Stale or thin"), NULL },
};
CHOICES (rule, "rule");

static const KladkaChoice decision_state_choices[] = {
  { "open", KC_ ("decision state", "Open"), NULL },
  { "accepted", KC_ ("decision state", "Accepted"), NULL },
  { "dismissed", KC_ ("decision state", "Dismissed"), NULL },
  { "resolved", KC_ ("decision state", "Resolved"), NULL },
};
CHOICES (decision_state, "decision state");

static const KladkaChoice view_kind_choices[] = {
  { "filter", KC_ ("view kind", "Filter"), NULL },       { "table", KC_ ("view kind", "Table layout"), NULL },
  { "chart", KC_ ("view kind", "Chart setting"), NULL }, { "briefing", KC_ ("view kind", "Briefing"), NULL },
  { "template", KC_ ("view kind", "Template"), NULL },
};
CHOICES (view_kind, "view kind");

/* What a mapping imports; the codes are those of kladka_type_get(). */
static const KladkaChoice record_type_choices[] = {
  { "organisation", KC_ ("type", "Organisation"), NULL },
  { "capability", KC_ ("type", "Capability"), NULL },
  { "initiative", KC_ ("type", "Initiative"), NULL },
  { "need", KC_ ("type", "Need"), NULL },
  { "project", KC_ ("type", "Project"), NULL },
  { "offer", KC_ ("type", "Offer"), NULL },
  { "participation", KC_ ("type", "Participation"), NULL },
  { "delivery", KC_ ("type", "Delivery"), NULL },
  { "transaction", KC_ ("type", "Transaction"), NULL },
  { "exchange_rate", KC_ ("type", "Exchange rate"), NULL },
};
CHOICES (record_type, "type");

static const KladkaChoice weight_choices[] = {
  { "1", KC_ ("priority weight", "Priority 1 or none"), NULL }, { "2", KC_ ("priority weight", "Priority 2"), NULL },
  { "3", KC_ ("priority weight", "Priority 3"), NULL },         { "4", KC_ ("priority weight", "Priority 4"), NULL },
  { "5", KC_ ("priority weight", "Priority 5"), NULL },
};
CHOICES (weight, "priority weight");

static const KladkaChoice limit_choices[] = {
  { "stale-months", KC_ ("limit", "Months after which a record counts as stale"), NULL },
  { "absorb", KC_ ("limit", "Projects an institution can absorb at once"), NULL },
  { "single-donor-needs", KC_ ("limit", "Needs from which one donor alone is a risk"), NULL },
};
CHOICES (limit, "limit");
