/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  KLADKA_FILE_FILTER_PLAN,
  KLADKA_FILE_FILTER_IMPORT,
  KLADKA_FILE_FILTER_JSON,
  KLADKA_FILE_FILTER_CSV,
  KLADKA_FILE_FILTER_PDF,
} KladkaFileFilter;

/**
 * KladkaFileChoice:
 * @name: (nullable): to save: the name proposed; NULL = to open
 * @settings: remembers the folder
 */
typedef struct {
  const char *title;
  const char *accept;
  const char *name;
  KladkaFileFilter filter;
  GSettings *settings;
} KladkaFileChoice;

/* Asks for a file with the system's own dialog; @callback only if one was chosen. @object is handed to it, and kept
 * until then. The dialog goes with @parent. */
typedef void (*KladkaFileFunc) (GFile *file, gpointer object);
void
kladka_file_chooser_run (const KladkaFileChoice *choice, GtkWindow *parent, KladkaFileFunc callback, gpointer object);

/* "a plan: draft" → "a plan - draft.kladka": no character that a file system or a person stumbles over. */
char *kladka_file_name_for (const char *title, const char *ending);

G_END_DECLS
