/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bench-plan.h"

/* The measure of a frame in turns with that of the smallest plan. */
#define BENCH_FRAME_GROWTH "timeline frame / at 100 projects"

/* A timeline frame of 1920x1080 off-screen, laid out and painted anew, beside plain cairo that draws the same bars and
 * shows the same texts from layouts it keeps. */
void bench_paint (const BenchPlan *bench, guint n_projects);
