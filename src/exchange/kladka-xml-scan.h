/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kladka-problem.h"

/* Private to exchange: looks over XML bytes before any library sees them. */

#define KLADKA_XML_SIZE_MAX (64 * 1024 * 1024)
#define KLADKA_XML_DEPTH_MAX 64

/**
 * kladka_xml_prepare:
 * @problems: gets notes about what was put up with
 *
 * Brings the bytes into UTF-8 with plain line ends and without the XML declaration (blanks stand in its place, so that
 * lines stay), and checks size, depth, the number of elements, the length of tags and texts, and that there is no
 * document type.
 *
 * Errors: %KLADKA_ERROR_DAMAGED with line, %KLADKA_ERROR_UNSUPPORTED
 *
 * Returns: (transfer full): what may be given to a parser as UTF-8
 */
GBytes *kladka_xml_prepare (GBytes *bytes, GPtrArray *problems, GError **error);

/* The kind of UTF-16 that the first bytes show; NULL for none. */
const char *kladka_xml_get_wide_encoding (const char *data, gsize length);
