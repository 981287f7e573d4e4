/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-draft.h"

/* Private to exchange: a group or control of an OSCAL catalogue, whichever way it was written. */
typedef struct {
  char *id;
  char *title;
  char *label;     /* (nullable): the code that people use */
  char *statement; /* (nullable): its first part "statement" */
  guint line;
  int parent; /* place in the list; -1 for none */
  gboolean is_control;
  gboolean has_example;  /* a part of it is named so */
  gboolean is_withdrawn; /* it says so itself */
  gboolean has_more;     /* what no capability has a field for: guidance, parameters, links ... */
} KladkaOscalItem;

void kladka_oscal_item_clear (gpointer item);
/* @items: (element-type KladkaOscalItem): parents before children. @title: the catalogue's. @problems: (nullable): of
 * reading, to which those of the items are added. */
KladkaDrafts *kladka_oscal_make_drafts (const GArray *items, const char *title, GPtrArray *problems);

KladkaDrafts *kladka_oscal_read_json (GBytes *bytes, GCancellable *cancellable, GError **error);
KladkaDrafts *kladka_oscal_read_xml (GBytes *bytes, GCancellable *cancellable, GError **error);
