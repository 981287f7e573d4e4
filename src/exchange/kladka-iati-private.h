/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-draft.h"
#include "kladka-reports.h"
#include "kladka-xml-node.h"

/* Private to exchange: what the files of the IATI reader share. */

#define KLADKA_IATI_TEXT_MAX 4096
#define KLADKA_IATI_LINES_MAX 65536

typedef struct _KladkaIatiOrgs KladkaIatiOrgs;

/* How often something occurs, and where first. */
typedef struct {
  guint n;
  guint n_lost; /* of them: not taken over */
  guint line;
} KladkaIatiCount;

/* A file on its way to drafts. */
typedef struct {
  KladkaDrafts *drafts;
  KladkaReports *reports;
  KladkaIatiOrgs *orgs;
  GHashTable *activities; /* key → line */
  GHashTable *keys;       /* what the drafts that need one are called so far → how often */
  GHashTable *unplaced;   /* name of an element without a field → KladkaIatiCount */
  GHashTable *languages;  /* other languages: code → KladkaIatiCount */
  char *day;              /* (nullable): when the file was made */
  guint n_activities;
} KladkaIati;

KladkaIatiCount *kladka_iati_count (GHashTable *counts, const char *name, guint line);
/* What has no field; @around: (nullable): the element it stands in, where that one has a place. */
void kladka_iati_count_unplaced (KladkaIati *file, const xmlNode *element, const char *around);
/* FALSE, and a report, if one of the same name stands before it: of what may stand once the first counts. */
gboolean kladka_iati_is_first (KladkaIati *file, const xmlNode *element, KladkaType type);

/* A text in several languages while it is being read. What is in another language waits until it is known that there
 * is none in ours. */
typedef struct {
  char *in[KLADKA_N_LANGS];
  char *foreign;
  char *foreign_lang;
} KladkaIatiTexts;

void kladka_iati_texts_clear (KladkaIatiTexts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KladkaIatiTexts, kladka_iati_texts_clear)
/* The narratives of @element (2.0x), or the text that stands in it (1.0x). @joins: several texts of one language follow
 * one another as paragraphs; otherwise the first one counts. */
void kladka_iati_texts_read (KladkaIatiTexts *self, KladkaIati *file, const xmlNode *element, gboolean joins);
/* Gives the text in another language its place; no more is read after it. FALSE where there is no text at all. */
gboolean kladka_iati_texts_settle (KladkaIatiTexts *self, KladkaIati *file, guint line);
/* Sets the three cells of @field. */
void kladka_iati_texts_set (const KladkaIatiTexts *self, KladkaDraft *draft, const char *field, guint line);
/* What a plan may hold of a text of a file: characters that a program of Windows meant otherwise are mended, controls
 * gone, at most @max letters. NULL if nothing is left. */
char *kladka_iati_dup_clean (KladkaIati *file, const char *text, gsize max, guint line);

/* The day that an element tells in @attribute (iso-date, value-date), or in its text where it has no such attribute: as
 * the file form; NULL and a report where it is none. */
char *kladka_iati_dup_day (KladkaIati *file, const xmlNode *element, const char *attribute, KladkaType type);

/* Organisations are gathered until the end, because a later place may say more of them. */
KladkaIatiOrgs *kladka_iati_orgs_new (void);
void kladka_iati_orgs_free (KladkaIatiOrgs *self);
/* The organisation that an element names; 0 where it names none. */
guint kladka_iati_orgs_find (KladkaIati *file, const xmlNode *element);
/* Sets a reference to it once its key is known. */
void
kladka_iati_orgs_refer (KladkaIatiOrgs *self, KladkaDraft *draft, const char *cell, guint organisation, guint line);
/* A word for it that does not change; for keys. Borrowed until the next organisation is found. */
const char *kladka_iati_orgs_get_word (const KladkaIatiOrgs *self, guint organisation);
/* Its identifier or name, for people. (transfer full) */
char *kladka_iati_orgs_dup_label (const KladkaIatiOrgs *self, guint organisation);
/* Makes their drafts and sets the references. */
void kladka_iati_orgs_end (KladkaIati *file);

void kladka_iati_read_activity (KladkaIati *file, const xmlNode *activity);

/* What a transaction needs to know of its activity. */
typedef struct {
  const xmlNode *node;
  const char *key;
  guint reporter;
  gboolean identified; /* by an IATI identifier */
} KladkaIatiActivity;
void kladka_iati_read_transaction (KladkaIati *file, const KladkaIatiActivity *activity, const xmlNode *transaction);
