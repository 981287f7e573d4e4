/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-field-row.h"

G_BEGIN_DECLS

/* A section of a form: its fields under its name, with the count of what is wrong in it. */
#define KLADKA_TYPE_FORM_SECTION (kladka_form_section_get_type ())
G_DECLARE_FINAL_TYPE (KladkaFormSection, kladka_form_section, KLADKA, FORM_SECTION, AdwBin)

GtkWidget *kladka_form_section_new (KladkaSection section, const KladkaWords *words);
void kladka_form_section_add (KladkaFormSection *self, GtkWidget *row);
void kladka_form_section_set_n_problems (KladkaFormSection *self, guint n);

G_END_DECLS
