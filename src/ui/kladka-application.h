/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kladka-document.h"
#include "kladka-words.h"

G_BEGIN_DECLS

/**
 * KladkaApplication:
 *
 * The process: settings, language, clock and author, and which plans are open. Only here the clock and the author are
 * read.
 */
#define KLADKA_TYPE_APPLICATION (kladka_application_get_type ())
G_DECLARE_FINAL_TYPE (KladkaApplication, kladka_application, KLADKA, APPLICATION, AdwApplication)
typedef struct _KladkaWindow KladkaWindow;

KladkaApplication *kladka_application_new (void);

GSettings *kladka_application_get_settings (KladkaApplication *self);
KladkaWords *kladka_application_get_words (KladkaApplication *self);
/* The installed folder: sample.kladka, capabilities. */
const char *kladka_application_get_data_dir (KladkaApplication *self);
const char *kladka_application_get_locale_dir (KladkaApplication *self);
/* The day of the clock. */
gint32 kladka_application_get_today (KladkaApplication *self);
/* Borrowed until the author is changed. */
const KladkaStoreOptions *kladka_application_get_store_options (KladkaApplication *self);

/* Shows @document in a window of its own. (transfer none) */
GtkWindow *kladka_application_show_document (KladkaApplication *self, KladkaDocument *document);
/* A new plan with the tree of CSF 2.0. NULL where it cannot be made; the user was told. */
GtkWindow *kladka_application_show_new (KladkaApplication *self);
/* The same in a window that is there already and has no plan. */
void kladka_application_fill_new (KladkaApplication *self, KladkaWindow *window);
/* @parent: (nullable): the window that asked; one that holds nothing yet is replaced. */
void kladka_application_open_file (KladkaApplication *self, GFile *file, gboolean as_copy, GtkWindow *parent);
/* Puts the document's file among the recent ones of the desktop; privately above GREEN. */
void kladka_application_remember (KladkaApplication *self, KladkaDocument *document);

G_END_DECLS
