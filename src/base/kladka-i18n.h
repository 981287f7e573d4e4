/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* For .c files that make error sentences: gettext on our own domain, never textdomain(). */
#ifndef GETTEXT_PACKAGE
#define GETTEXT_PACKAGE "kladka"
#endif
#include <glib/gi18n-lib.h>
