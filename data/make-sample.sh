#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make-sample.sh KLADKA_CLI PLAN CSV...: a new plan, and all the CSV files in it. Kept only if every row went in.

set -e
cli=$1 plan=$2
shift 2
rm -f "$plan"
trap 'rm -f "$plan.part"' EXIT
"$cli" new "$plan.part" --empty
"$cli" import "$plan.part" "$@" >&2
mv "$plan.part" "$plan"
