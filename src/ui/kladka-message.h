/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A dialog with one button. @parent: (nullable) */
void kladka_message_show (GtkWindow *parent, const char *heading, const char *body);
/* TRUE where @parent still waits for an answer; then its dialog is raised. */
gboolean kladka_message_is_asking (GtkWindow *parent);
/* The error's sentence under @heading; nothing for what was cancelled. */
void kladka_message_show_error (GtkWindow *parent, const char *heading, const GError *error);

/**
 * KladkaAnswer:
 * @id: "save"
 * @label: with its mnemonic
 * @look: 0 default, 1 suggested, 2 destructive (AdwResponseAppearance)
 */
typedef struct {
  const char *id;
  const char *label;
  int look;
} KladkaAnswer;

/**
 * kladka_message_ask:
 * @answers: (array length=n_answers): after "cancel", which is always there and what Escape means; the last is the
 * default
 * @callback: gets the answer's id, "cancel" for none; and @object, kept until then; it is not called where the dialog
 * goes with @parent
 */
typedef void (*KladkaAnswerFunc) (const char *answer, gpointer object);
void kladka_message_ask (GtkWindow *parent,
                         const char *heading,
                         const char *body,
                         const KladkaAnswer *answers,
                         guint n_answers,
                         KladkaAnswerFunc callback,
                         gpointer object);

G_END_DECLS
