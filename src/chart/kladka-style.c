/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-style.h"

#include <math.h>

/* A look in short: colours as 0xRRGGBBAA, 0 = that part is left out. */
typedef struct {
  guint32 fill;
  guint32 stroke;
  guint32 text;
  guint32 hatch_line;
} Tints;

/* clang-format off */
static const Tints light[KLADKA_N_INKS] = {
  [KLADKA_INK_BACKGROUND] = { 0xffffffff, 0, 0x1f2328ff, 0 },
  [KLADKA_INK_ROW] = { 0xf6f6f8ff, 0, 0x1f2328ff, 0 },
  [KLADKA_INK_LANE] = { 0xe9e9eeff, 0, 0x1f2328ff, 0 },
  [KLADKA_INK_RULER] = { 0xfafafbff, 0xc9c9cfff, 0x3d3d46ff, 0 },
  [KLADKA_INK_GRID_LINE] = { 0, 0xe4e4e8ff, 0, 0 },
  [KLADKA_INK_GRID_STRONG] = { 0, 0xc4c4cbff, 0, 0 },
  [KLADKA_INK_TEXT] = { 0, 0, 0x1f2328ff, 0 },
  [KLADKA_INK_TEXT_DIM] = { 0, 0, 0x5a5a64ff, 0 },
  [KLADKA_INK_TODAY] = { 0xb3261eff, 0xb3261eff, 0xffffffff, 0 },
  [KLADKA_INK_PERIOD] = { 0x3584e426, 0x1a5fb4ff, 0x0b2b57ff, 0 },
  [KLADKA_INK_EXPANDER] = { 0x5a5a64ff, 0, 0, 0 },
  [KLADKA_INK_BAR_DELIVERING] = { 0xd3e4f8ff, 0x1a5fb4ff, 0x0b2b57ff, 0 },
  [KLADKA_INK_BAR_COMMITTED] = { 0xd9efecff, 0x1f7a72ff, 0x0c3d39ff, 0 },
  [KLADKA_INK_BAR_PLANNED] = { 0xffffffff, 0x77777fff, 0x3d3d46ff, 0 },
  [KLADKA_INK_BAR_STOPPED] = { 0xf0f0f2ff, 0x8a8a92ff, 0x3d3d46ff, 0xc4c4cbff },
  [KLADKA_INK_DONE_DELIVERING] = { 0x1a5fb4ff, 0, 0xffffffff, 0 },
  [KLADKA_INK_DONE_COMMITTED] = { 0x1f7a72ff, 0, 0xffffffff, 0 },
  [KLADKA_INK_DONE_PLANNED] = { 0x62626cff, 0, 0xffffffff, 0 },
  [KLADKA_INK_DONE_STOPPED] = { 0x77777fff, 0, 0xffffffff, 0 },
  [KLADKA_INK_TAIL] = { 0x6fa3d8ff, 0, 0, 0 },
  [KLADKA_INK_TAIL_UNKNOWN] = { 0, 0x1a5fb4ff, 0, 0 },
  [KLADKA_INK_MILESTONE] = { 0xffffffff, 0x1f2328ff, 0, 0 },
  [KLADKA_INK_MILESTONE_REACHED] = { 0x1f2328ff, 0xffffffff, 0, 0 },
  [KLADKA_INK_NEED] = { 0, 0x3d3d46ff, 0x3d3d46ff, 0 },
  [KLADKA_INK_NEED_OPEN] = { 0xffffffff, 0xb8420aff, 0, 0 },
  [KLADKA_INK_NEED_PARTLY] = { 0xf7d3b4ff, 0xb8420aff, 0, 0xb8420aff },
  [KLADKA_INK_NEED_COVERED] = { 0x2a6fb5ff, 0x2a6fb5ff, 0, 0 },
  [KLADKA_INK_STATE_NOT_RECORDED] = { 0, 0, 0x75757dff, 0 },
  [KLADKA_INK_STATE_UNASKED] = { 0xf2eff7ff, 0, 0x4a3a68ff, 0xcabfdcff },
  [KLADKA_INK_STATE_AMOUNT_UNKNOWN] = { 0xfff3cdff, 0, 0x5c4400ff, 0xd2ad35ff },
  [KLADKA_INK_STATE_GAP] = { 0xa63600ff, 0, 0xffffffff, 0 },
  [KLADKA_INK_STATE_LAPSING] = { 0xf8c46fff, 0, 0x432800ff, 0xd08a1eff },
  [KLADKA_INK_STATE_PARTLY] = { 0xc6def5ff, 0, 0x0b2b57ff, 0x9fc4e8ff },
  [KLADKA_INK_STATE_DUPLICATED] = { 0xe0c6e6ff, 0, 0x3d1450ff, 0xbd92c8ff },
  [KLADKA_INK_STATE_COVERED] = { 0x2a6fb5ff, 0, 0xffffffff, 0 },
  [KLADKA_INK_SUPPLY_PLANNED] = { 0xffffffff, 0x1a5fb4ff, 0, 0 },
  [KLADKA_INK_SIGN] = { 0x1f2328ff, 0xffffffff, 0, 0 },
  [KLADKA_INK_HOVER] = { 0x1f232814, 0x5a5a64ff, 0, 0 },
  [KLADKA_INK_SELECTED] = { 0x3584e433, 0x1a5fb4ff, 0, 0 },
  [KLADKA_INK_FOCUS] = { 0, 0x1a5fb4ff, 0, 0 },
  [KLADKA_INK_GHOST] = { 0x1a5fb466, 0x1a5fb4ff, 0, 0 },
  [KLADKA_INK_GUIDE] = { 0, 0x1a5fb4ff, 0, 0 },
  [KLADKA_INK_BUBBLE] = { 0x1f2328ff, 0, 0xffffffff, 0 },
};

static const Tints dark[KLADKA_N_INKS] = {
  [KLADKA_INK_BACKGROUND] = { 0x1e1e1eff, 0, 0xf2f2f4ff, 0 },
  [KLADKA_INK_ROW] = { 0x242426ff, 0, 0xf2f2f4ff, 0 },
  [KLADKA_INK_LANE] = { 0x313135ff, 0, 0xf2f2f4ff, 0 },
  [KLADKA_INK_RULER] = { 0x28282bff, 0x55555cff, 0xd6d6dcff, 0 },
  [KLADKA_INK_GRID_LINE] = { 0, 0x323236ff, 0, 0 },
  [KLADKA_INK_GRID_STRONG] = { 0, 0x4b4b52ff, 0, 0 },
  [KLADKA_INK_TEXT] = { 0, 0, 0xf2f2f4ff, 0 },
  [KLADKA_INK_TEXT_DIM] = { 0, 0, 0xb4b4bdff, 0 },
  [KLADKA_INK_TODAY] = { 0xff8a80ff, 0xff8a80ff, 0x2b0d0bff, 0 },
  [KLADKA_INK_PERIOD] = { 0x78aeed2e, 0x78aeedff, 0xd7e7faff, 0 },
  [KLADKA_INK_EXPANDER] = { 0xb4b4bdff, 0, 0, 0 },
  [KLADKA_INK_BAR_DELIVERING] = { 0x1c3a5eff, 0x78aeedff, 0xe4effcff, 0 },
  [KLADKA_INK_BAR_COMMITTED] = { 0x17403cff, 0x5fbfb4ff, 0xdff5f2ff, 0 },
  [KLADKA_INK_BAR_PLANNED] = { 0x1e1e1eff, 0x9a9aa3ff, 0xd6d6dcff, 0 },
  [KLADKA_INK_BAR_STOPPED] = { 0x2c2c30ff, 0x85858eff, 0xd6d6dcff, 0x4b4b52ff },
  [KLADKA_INK_DONE_DELIVERING] = { 0x78aeedff, 0, 0x0b2b57ff, 0 },
  [KLADKA_INK_DONE_COMMITTED] = { 0x5fbfb4ff, 0, 0x0c3d39ff, 0 },
  [KLADKA_INK_DONE_PLANNED] = { 0x9a9aa3ff, 0, 0x1e1e1eff, 0 },
  [KLADKA_INK_DONE_STOPPED] = { 0x85858eff, 0, 0x1e1e1eff, 0 },
  [KLADKA_INK_TAIL] = { 0x4a80bfff, 0, 0, 0 },
  [KLADKA_INK_TAIL_UNKNOWN] = { 0, 0x78aeedff, 0, 0 },
  [KLADKA_INK_MILESTONE] = { 0x1e1e1eff, 0xf2f2f4ff, 0, 0 },
  [KLADKA_INK_MILESTONE_REACHED] = { 0xf2f2f4ff, 0x1e1e1eff, 0, 0 },
  [KLADKA_INK_NEED] = { 0, 0xd6d6dcff, 0xd6d6dcff, 0 },
  [KLADKA_INK_NEED_OPEN] = { 0x1e1e1eff, 0xff9d5cff, 0, 0 },
  [KLADKA_INK_NEED_PARTLY] = { 0x6b3a17ff, 0xff9d5cff, 0, 0xff9d5cff },
  [KLADKA_INK_NEED_COVERED] = { 0x62a0eaff, 0x62a0eaff, 0, 0 },
  [KLADKA_INK_STATE_NOT_RECORDED] = { 0, 0, 0x96969fff, 0 },
  [KLADKA_INK_STATE_UNASKED] = { 0x2e2a38ff, 0, 0xd9cfeaff, 0x4f4663ff },
  [KLADKA_INK_STATE_AMOUNT_UNKNOWN] = { 0x453a14ff, 0, 0xffeaa3ff, 0x8a762fff },
  [KLADKA_INK_STATE_GAP] = { 0xff9d5cff, 0, 0x2f1300ff, 0 },
  [KLADKA_INK_STATE_LAPSING] = { 0x8a5a10ff, 0, 0xfff3dcff, 0xc28a35ff },
  [KLADKA_INK_STATE_PARTLY] = { 0x1f3f63ff, 0, 0xd7e7faff, 0x3b6ba3ff },
  [KLADKA_INK_STATE_DUPLICATED] = { 0x4c2b56ff, 0, 0xf0dcf6ff, 0x7a4d88ff },
  [KLADKA_INK_STATE_COVERED] = { 0x3577bfff, 0, 0xffffffff, 0 },
  [KLADKA_INK_SUPPLY_PLANNED] = { 0x1e1e1eff, 0xa9ccf5ff, 0, 0 },
  [KLADKA_INK_SIGN] = { 0xf2f2f4ff, 0x1e1e1eff, 0, 0 },
  [KLADKA_INK_HOVER] = { 0xffffff14, 0xb4b4bdff, 0, 0 },
  [KLADKA_INK_SELECTED] = { 0x78aeed33, 0x78aeedff, 0, 0 },
  [KLADKA_INK_FOCUS] = { 0, 0x78aeedff, 0, 0 },
  [KLADKA_INK_GHOST] = { 0x78aeed66, 0x78aeedff, 0, 0 },
  [KLADKA_INK_GUIDE] = { 0, 0x78aeedff, 0, 0 },
  [KLADKA_INK_BUBBLE] = { 0xf2f2f4ff, 0, 0x1e1e1eff, 0 },
};

/* High contrast and grey differ from light only where colour or a faint line would have told something. */
static const Tints contrast[KLADKA_N_INKS] = {
  [KLADKA_INK_BACKGROUND] = { 0xffffffff, 0, 0x000000ff, 0 },
  [KLADKA_INK_ROW] = { 0xffffffff, 0, 0x000000ff, 0 },
  [KLADKA_INK_LANE] = { 0xd9d9d9ff, 0x000000ff, 0x000000ff, 0 },
  [KLADKA_INK_RULER] = { 0xffffffff, 0x000000ff, 0x000000ff, 0 },
  [KLADKA_INK_GRID_LINE] = { 0, 0x8a8a8aff, 0, 0 },
  [KLADKA_INK_GRID_STRONG] = { 0, 0x000000ff, 0, 0 },
  [KLADKA_INK_TEXT] = { 0, 0, 0x000000ff, 0 },
  [KLADKA_INK_TEXT_DIM] = { 0, 0, 0x000000ff, 0 },
  [KLADKA_INK_TODAY] = { 0x8c0000ff, 0x8c0000ff, 0xffffffff, 0 },
  [KLADKA_INK_EXPANDER] = { 0x000000ff, 0, 0, 0 },
  [KLADKA_INK_BAR_DELIVERING] = { 0xd0e2ffff, 0x00265cff, 0x000000ff, 0 },
  [KLADKA_INK_BAR_COMMITTED] = { 0xffffffff, 0x00403aff, 0x000000ff, 0x00403aff },
  [KLADKA_INK_BAR_PLANNED] = { 0xffffffff, 0x000000ff, 0x000000ff, 0 },
  [KLADKA_INK_BAR_STOPPED] = { 0xffffffff, 0x000000ff, 0x000000ff, 0x000000ff },
  [KLADKA_INK_DONE_DELIVERING] = { 0x00265cff, 0, 0xffffffff, 0 },
  [KLADKA_INK_DONE_COMMITTED] = { 0x00403aff, 0, 0xffffffff, 0 },
  [KLADKA_INK_DONE_PLANNED] = { 0x000000ff, 0, 0xffffffff, 0 },
  [KLADKA_INK_DONE_STOPPED] = { 0x000000ff, 0, 0xffffffff, 0 },
  [KLADKA_INK_TAIL] = { 0x00265cff, 0x00265cff, 0, 0 },
  [KLADKA_INK_TAIL_UNKNOWN] = { 0, 0x00265cff, 0, 0 },
  [KLADKA_INK_MILESTONE] = { 0xffffffff, 0x000000ff, 0, 0 },
  [KLADKA_INK_MILESTONE_REACHED] = { 0x000000ff, 0xffffffff, 0, 0 },
  [KLADKA_INK_NEED] = { 0, 0x000000ff, 0x000000ff, 0 },
  [KLADKA_INK_NEED_OPEN] = { 0xffffffff, 0x000000ff, 0, 0 },
  [KLADKA_INK_NEED_PARTLY] = { 0xffffffff, 0x000000ff, 0, 0x000000ff },
  [KLADKA_INK_NEED_COVERED] = { 0x00265cff, 0x00265cff, 0, 0 },
  [KLADKA_INK_STATE_NOT_RECORDED] = { 0, 0x8a8a8aff, 0x000000ff, 0 },
  [KLADKA_INK_STATE_UNASKED] = { 0xffffffff, 0x000000ff, 0x000000ff, 0x6e6e6eff },
  [KLADKA_INK_STATE_AMOUNT_UNKNOWN] = { 0xffffffff, 0x000000ff, 0x000000ff, 0x6e6e6eff },
  [KLADKA_INK_STATE_GAP] = { 0x7a1f00ff, 0x000000ff, 0xffffffff, 0 },
  [KLADKA_INK_STATE_LAPSING] = { 0xffd277ff, 0x000000ff, 0x000000ff, 0x5c3a00ff },
  [KLADKA_INK_STATE_PARTLY] = { 0xd0e2ffff, 0x000000ff, 0x000000ff, 0x3a6db3ff },
  [KLADKA_INK_STATE_DUPLICATED] = { 0xf0d8f5ff, 0x000000ff, 0x000000ff, 0x7d3a8cff },
  [KLADKA_INK_STATE_COVERED] = { 0x00265cff, 0x000000ff, 0xffffffff, 0 },
  [KLADKA_INK_SUPPLY_PLANNED] = { 0xffffffff, 0x000000ff, 0, 0 },
  [KLADKA_INK_SIGN] = { 0x000000ff, 0xffffffff, 0, 0 },
  [KLADKA_INK_HOVER] = { 0, 0x000000ff, 0, 0 },
  [KLADKA_INK_SELECTED] = { 0, 0x00265cff, 0, 0 },
  [KLADKA_INK_FOCUS] = { 0, 0x000000ff, 0, 0 },
  [KLADKA_INK_GHOST] = { 0x00265c66, 0x00265cff, 0, 0 },
  [KLADKA_INK_GUIDE] = { 0, 0x000000ff, 0, 0 },
  [KLADKA_INK_BUBBLE] = { 0x000000ff, 0, 0xffffffff, 0 },
};

static const Tints contrast_dark[KLADKA_N_INKS] = {
  [KLADKA_INK_BACKGROUND] = { 0x000000ff, 0, 0xffffffff, 0 },
  [KLADKA_INK_ROW] = { 0x000000ff, 0, 0xffffffff, 0 },
  [KLADKA_INK_LANE] = { 0x333333ff, 0xffffffff, 0xffffffff, 0 },
  [KLADKA_INK_RULER] = { 0x000000ff, 0xffffffff, 0xffffffff, 0 },
  [KLADKA_INK_GRID_LINE] = { 0, 0x6e6e6eff, 0, 0 },
  [KLADKA_INK_GRID_STRONG] = { 0, 0xffffffff, 0, 0 },
  [KLADKA_INK_TEXT] = { 0, 0, 0xffffffff, 0 },
  [KLADKA_INK_TEXT_DIM] = { 0, 0, 0xffffffff, 0 },
  [KLADKA_INK_TODAY] = { 0xff9e96ff, 0xff9e96ff, 0x000000ff, 0 },
  [KLADKA_INK_PERIOD] = { 0x99c6ff33, 0xffffffff, 0xffffffff, 0 },
  [KLADKA_INK_EXPANDER] = { 0xffffffff, 0, 0, 0 },
  [KLADKA_INK_BAR_DELIVERING] = { 0x0e2f57ff, 0xa6cdffff, 0xffffffff, 0 },
  [KLADKA_INK_BAR_COMMITTED] = { 0x000000ff, 0x8fe8ddff, 0xffffffff, 0x1e665eff },
  [KLADKA_INK_BAR_PLANNED] = { 0x000000ff, 0xffffffff, 0xffffffff, 0 },
  [KLADKA_INK_BAR_STOPPED] = { 0x000000ff, 0xffffffff, 0xffffffff, 0x8a8a8aff },
  [KLADKA_INK_DONE_DELIVERING] = { 0xa6cdffff, 0, 0x000000ff, 0 },
  [KLADKA_INK_DONE_COMMITTED] = { 0x8fe8ddff, 0, 0x000000ff, 0 },
  [KLADKA_INK_DONE_PLANNED] = { 0xffffffff, 0, 0x000000ff, 0 },
  [KLADKA_INK_DONE_STOPPED] = { 0xffffffff, 0, 0x000000ff, 0 },
  [KLADKA_INK_TAIL] = { 0xa6cdffff, 0xa6cdffff, 0, 0 },
  [KLADKA_INK_TAIL_UNKNOWN] = { 0, 0xa6cdffff, 0, 0 },
  [KLADKA_INK_MILESTONE] = { 0x000000ff, 0xffffffff, 0, 0 },
  [KLADKA_INK_MILESTONE_REACHED] = { 0xffffffff, 0x000000ff, 0, 0 },
  [KLADKA_INK_NEED] = { 0, 0xffffffff, 0xffffffff, 0 },
  [KLADKA_INK_NEED_OPEN] = { 0x000000ff, 0xffffffff, 0, 0 },
  [KLADKA_INK_NEED_PARTLY] = { 0x000000ff, 0xffffffff, 0, 0xffffffff },
  [KLADKA_INK_NEED_COVERED] = { 0xa6cdffff, 0xa6cdffff, 0, 0 },
  [KLADKA_INK_STATE_NOT_RECORDED] = { 0, 0x6e6e6eff, 0xffffffff, 0 },
  [KLADKA_INK_STATE_UNASKED] = { 0x000000ff, 0xffffffff, 0xffffffff, 0x8a8a8aff },
  [KLADKA_INK_STATE_AMOUNT_UNKNOWN] = { 0x000000ff, 0xffffffff, 0xffffffff, 0x8a8a8aff },
  [KLADKA_INK_STATE_GAP] = { 0xffab73ff, 0xffffffff, 0x000000ff, 0 },
  [KLADKA_INK_STATE_LAPSING] = { 0x5c3a00ff, 0xffffffff, 0xffffffff, 0xffc35cff },
  [KLADKA_INK_STATE_PARTLY] = { 0x0e2f57ff, 0xffffffff, 0xffffffff, 0x6fa8ebff },
  [KLADKA_INK_STATE_DUPLICATED] = { 0x421a4dff, 0xffffffff, 0xffffffff, 0xc98ad8ff },
  [KLADKA_INK_STATE_COVERED] = { 0x1f5faeff, 0xffffffff, 0xffffffff, 0 },
  [KLADKA_INK_SUPPLY_PLANNED] = { 0x000000ff, 0xffffffff, 0, 0 },
  [KLADKA_INK_SIGN] = { 0xffffffff, 0x000000ff, 0, 0 },
  [KLADKA_INK_HOVER] = { 0, 0xffffffff, 0, 0 },
  [KLADKA_INK_SELECTED] = { 0, 0xa6cdffff, 0, 0 },
  [KLADKA_INK_FOCUS] = { 0, 0xffffffff, 0, 0 },
  [KLADKA_INK_GHOST] = { 0xa6cdff66, 0xa6cdffff, 0, 0 },
  [KLADKA_INK_GUIDE] = { 0, 0xffffffff, 0, 0 },
  [KLADKA_INK_BUBBLE] = { 0xffffffff, 0, 0x000000ff, 0 },
};

static const Tints grey[KLADKA_N_INKS] = {
  [KLADKA_INK_ROW] = { 0xf6f6f6ff, 0, 0x222222ff, 0 },
  [KLADKA_INK_LANE] = { 0xe9e9e9ff, 0, 0x222222ff, 0 },
  [KLADKA_INK_RULER] = { 0xfafafaff, 0xc9c9c9ff, 0x3f3f3fff, 0 },
  [KLADKA_INK_GRID_LINE] = { 0, 0xe4e4e4ff, 0, 0 },
  [KLADKA_INK_GRID_STRONG] = { 0, 0xc4c4c4ff, 0, 0 },
  [KLADKA_INK_TEXT] = { 0, 0, 0x222222ff, 0 },
  [KLADKA_INK_TEXT_DIM] = { 0, 0, 0x5a5a5aff, 0 },
  [KLADKA_INK_EXPANDER] = { 0x5a5a5aff, 0, 0, 0 },
  [KLADKA_INK_MILESTONE] = { 0xffffffff, 0x222222ff, 0, 0 },
  [KLADKA_INK_MILESTONE_REACHED] = { 0x222222ff, 0xffffffff, 0, 0 },
  [KLADKA_INK_NEED] = { 0, 0x3f3f3fff, 0x3f3f3fff, 0 },
  [KLADKA_INK_STATE_NOT_RECORDED] = { 0, 0, 0x757575ff, 0 },
  [KLADKA_INK_TODAY] = { 0x000000ff, 0x000000ff, 0xffffffff, 0 },
  [KLADKA_INK_PERIOD] = { 0x0000001a, 0x000000ff, 0x000000ff, 0 },
  [KLADKA_INK_BAR_DELIVERING] = { 0xd9d9d9ff, 0x222222ff, 0x000000ff, 0 },
  [KLADKA_INK_BAR_COMMITTED] = { 0xf5f5f5ff, 0x222222ff, 0x000000ff, 0xc8c8c8ff },
  [KLADKA_INK_BAR_PLANNED] = { 0xffffffff, 0x555555ff, 0x000000ff, 0 },
  [KLADKA_INK_BAR_STOPPED] = { 0xffffffff, 0x777777ff, 0x000000ff, 0xbbbbbbff },
  [KLADKA_INK_DONE_DELIVERING] = { 0x222222ff, 0, 0xffffffff, 0 },
  [KLADKA_INK_DONE_COMMITTED] = { 0x555555ff, 0, 0xffffffff, 0 },
  [KLADKA_INK_DONE_PLANNED] = { 0x777777ff, 0, 0xffffffff, 0 },
  [KLADKA_INK_DONE_STOPPED] = { 0x777777ff, 0, 0xffffffff, 0 },
  [KLADKA_INK_TAIL] = { 0x8a8a8aff, 0, 0, 0 },
  [KLADKA_INK_TAIL_UNKNOWN] = { 0, 0x222222ff, 0, 0 },
  [KLADKA_INK_NEED_OPEN] = { 0xffffffff, 0x000000ff, 0, 0 },
  [KLADKA_INK_NEED_PARTLY] = { 0xffffffff, 0x000000ff, 0, 0x444444ff },
  [KLADKA_INK_NEED_COVERED] = { 0x8c8c8cff, 0x8c8c8cff, 0, 0 },
  [KLADKA_INK_STATE_UNASKED] = { 0xffffffff, 0xbbbbbbff, 0x000000ff, 0xb0b0b0ff },
  [KLADKA_INK_STATE_AMOUNT_UNKNOWN] = { 0xffffffff, 0xbbbbbbff, 0x000000ff, 0x808080ff },
  [KLADKA_INK_STATE_GAP] = { 0x262626ff, 0, 0xffffffff, 0 },
  [KLADKA_INK_STATE_LAPSING] = { 0xe8e8e8ff, 0, 0x000000ff, 0x6a6a6aff },
  [KLADKA_INK_STATE_PARTLY] = { 0xcececeff, 0, 0x000000ff, 0x949494ff },
  [KLADKA_INK_STATE_DUPLICATED] = { 0xf4f4f4ff, 0, 0x000000ff, 0x8a8a8aff },
  [KLADKA_INK_STATE_COVERED] = { 0xa0a0a0ff, 0, 0x000000ff, 0 },
  [KLADKA_INK_SUPPLY_PLANNED] = { 0xffffffff, 0x000000ff, 0, 0 },
};
/* clang-format on */

/* What holds in every style. */
typedef struct {
  KladkaHatch hatch;
  double line_width;
  gboolean dashed;
} Form;

static const Form forms[KLADKA_N_INKS] = {
  [KLADKA_INK_TODAY] = { .line_width = 2 },
  [KLADKA_INK_BAR_COMMITTED] = { KLADKA_HATCH_RISING, 1 },
  [KLADKA_INK_BAR_PLANNED] = { .line_width = 1, .dashed = TRUE },
  [KLADKA_INK_BAR_STOPPED] = { KLADKA_HATCH_FALLING, 1 },
  [KLADKA_INK_TAIL_UNKNOWN] = { .line_width = 2, .dashed = TRUE },
  [KLADKA_INK_MILESTONE] = { .line_width = 1.5 },
  [KLADKA_INK_NEED] = { .line_width = 1.5 },
  [KLADKA_INK_NEED_OPEN] = { .line_width = 1.25 },
  [KLADKA_INK_NEED_PARTLY] = { KLADKA_HATCH_RISING, 1.25 },
  [KLADKA_INK_STATE_UNASKED] = { KLADKA_HATCH_LEVEL, 1 },
  [KLADKA_INK_STATE_AMOUNT_UNKNOWN] = { KLADKA_HATCH_DOTS, 1 },
  [KLADKA_INK_STATE_LAPSING] = { KLADKA_HATCH_FALLING, 1 },
  [KLADKA_INK_STATE_PARTLY] = { KLADKA_HATCH_RISING, 1 },
  [KLADKA_INK_STATE_DUPLICATED] = { KLADKA_HATCH_CROSS, 1 },
  [KLADKA_INK_HOVER] = { .line_width = 1.5 },
  [KLADKA_INK_SELECTED] = { .line_width = 2 },
  [KLADKA_INK_FOCUS] = { .line_width = 2.5 },
  [KLADKA_INK_GUIDE] = { .line_width = 1, .dashed = TRUE },
};

typedef struct {
  const Tints *base;
  const Tints *over; /* (nullable): where it says something */
  double lines;      /* factor of all line widths */
} StyleKind;

static const StyleKind style_kinds[KLADKA_N_STYLES] = {
  [KLADKA_STYLE_LIGHT] = { light, NULL, 1 },          [KLADKA_STYLE_DARK] = { dark, NULL, 1 },
  [KLADKA_STYLE_CONTRAST] = { light, contrast, 1.5 }, [KLADKA_STYLE_CONTRAST_DARK] = { dark, contrast_dark, 1.5 },
  [KLADKA_STYLE_PAPER] = { light, NULL, 0.9 },        [KLADKA_STYLE_GREY] = { light, grey, 0.9 },
};

static KladkaColour
unpack (guint32 rgba)
{
  return (KladkaColour){ (rgba >> 24) / 255.0, (rgba >> 16 & 255) / 255.0, (rgba >> 8 & 255) / 255.0,
                         (rgba & 255) / 255.0 };
}

static gboolean
says_something (const Tints *tints)
{
  return tints->fill != 0 || tints->stroke != 0 || tints->text != 0;
}

void
kladka_style_init (KladkaStyle *self, KladkaStyleKind kind)
{
  const StyleKind *style = &style_kinds[kind];

  self->kind = kind;
  for (guint ink = 0; ink < KLADKA_N_INKS; ink++)
    {
      gboolean over = style->over != NULL && says_something (&style->over[ink]);
      const Tints *tints = over ? &style->over[ink] : &style->base[ink];
      const Form *form = &forms[ink];

      self->looks[ink] = (KladkaLook){ .fill = unpack (tints->fill),
                                       .stroke = unpack (tints->stroke),
                                       .text = unpack (tints->text),
                                       .hatch_line = unpack (tints->hatch_line),
                                       .hatch = tints->hatch_line != 0 ? form->hatch : KLADKA_HATCH_NONE,
                                       .line_width = (form->line_width > 0 ? form->line_width : 1) * style->lines,
                                       .dashed = form->dashed };
    }
}

static KladkaColour
with_alpha (const KladkaColour *colour, double alpha)
{
  return (KladkaColour){ colour->red, colour->green, colour->blue, alpha };
}

void
kladka_style_set_theme (KladkaStyle *self,
                        const KladkaColour *background,
                        const KladkaColour *text,
                        const KladkaColour *accent)
{
  static const KladkaInk grounds[] = { KLADKA_INK_BACKGROUND, KLADKA_INK_MILESTONE };
  static const KladkaInk accented[] = { KLADKA_INK_SELECTED, KLADKA_INK_GHOST, KLADKA_INK_GUIDE };

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    self->looks[grounds[i]].fill = *background;
  self->looks[KLADKA_INK_TEXT].text = kladka_colour_blend (text, background);
  /* Not the accent: that is too near to what is covered. */
  self->looks[KLADKA_INK_FOCUS].stroke = kladka_colour_blend (text, background);
  for (guint i = 0; i < G_N_ELEMENTS (accented); i++)
    {
      KladkaLook *look = &self->looks[accented[i]];
      look->stroke = *accent;
      look->fill = with_alpha (accent, look->fill.alpha);
    }
}

static double
linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

double
kladka_colour_get_luminance (const KladkaColour *self)
{
  return 0.2126 * linear (self->red) + 0.7152 * linear (self->green) + 0.0722 * linear (self->blue);
}

double
kladka_colour_get_contrast (const KladkaColour *a, const KladkaColour *b)
{
  double of_a = kladka_colour_get_luminance (a) + 0.05;
  double of_b = kladka_colour_get_luminance (b) + 0.05;

  return MAX (of_a, of_b) / MIN (of_a, of_b);
}

KladkaColour
kladka_colour_blend (const KladkaColour *over, const KladkaColour *under)
{
  double a = over->alpha;

  return (KladkaColour){ over->red * a + under->red * (1 - a), over->green * a + under->green * (1 - a),
                         over->blue * a + under->blue * (1 - a), 1 };
}
