#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make-sample.sh KLADKA_CLI PLAN CSV...: a new plan from the CSV files; none at all unless every row went in.

set -e
cli=$1 plan=$2
shift 2
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
XDG_STATE_HOME=$room "$cli" new --strict --quiet "$room/sample.kladka" "$@"
install -m 644 "$room/sample.kladka" "$plan"
