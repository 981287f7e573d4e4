/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Private to exchange: looks over JSON bytes before any library sees them, and notes where records begin. */

#define KLADKA_JSON_SIZE_MAX (64 * 1024 * 1024)
#define KLADKA_JSON_DEPTH_MAX 64

/**
 * kladka_json_scan:
 *
 * Checks size, depth, UTF-8, brackets and that no object names a key twice.
 * @ret_lines: (out) (optional): the line of each object that stands in an array of the outermost object, and of each
 * object that is a member of it, in order
 *
 * Errors: %KLADKA_ERROR_DAMAGED with line and column
 */
gboolean kladka_json_scan (GBytes *bytes, GArray **ret_lines, GError **error);
