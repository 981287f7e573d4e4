/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KladkaError:
 * @KLADKA_ERROR_NOT_FOUND: what was asked for is not there
 * @KLADKA_ERROR_INVALID: the input is wrong: correct it
 * @KLADKA_ERROR_CONFLICT: something changed meanwhile: ask
 * @KLADKA_ERROR_TOO_NEW: made by a newer Kladka: update
 * @KLADKA_ERROR_DAMAGED: the file is damaged: use the backup
 * @KLADKA_ERROR_READ_ONLY: cannot be written here: save as
 * @KLADKA_ERROR_BUSY: in use: try again
 * @KLADKA_ERROR_UNSUPPORTED: Kladka cannot read this kind
 *
 * Codes are named by what the caller can do. Input/output and cancelling keep GIO's own domain.
 */
typedef enum {
  KLADKA_ERROR_NOT_FOUND,
  KLADKA_ERROR_INVALID,
  KLADKA_ERROR_CONFLICT,
  KLADKA_ERROR_TOO_NEW,
  KLADKA_ERROR_DAMAGED,
  KLADKA_ERROR_READ_ONLY,
  KLADKA_ERROR_BUSY,
  KLADKA_ERROR_UNSUPPORTED,
} KladkaError;

#define KLADKA_ERROR (kladka_error_quark ())
GQuark kladka_error_quark (void);

G_END_DECLS
