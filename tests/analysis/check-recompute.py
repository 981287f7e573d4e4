#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Can anybody work coverage out again from the exported plan?
check-recompute.py KLADKA-CLI SAMPLE-PLAN prints TAP."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source folder stays as it is

from recompute import CERTAINTIES, month_name  # noqa: E402
from recompute_plans import Maker  # noqa: E402
from recompute_rows import SHARES, Rows  # noqa: E402

ROWS = ['capability', 'recipient', 'beneficiary', 'sector', 'tag', 'donor', 'implementer', 'initiative']
UNITS = ['month', 'quarter', 'year']
N_PLANS = 12


def cli(*words):
    return subprocess.run([sys.argv[1], *map(str, words)], check=True, capture_output=True).stdout


def differences(expected, got, path):
    """What is worked out and what is printed, where they differ: figures by more than their ninth digit."""
    if isinstance(expected, dict):
        got = got if isinstance(got, dict) else {}
        for name, value in expected.items():
            yield from differences(value, got.get(name), f'{path} {name}')
    elif isinstance(expected, (bool, str, list)) or expected is None or got is None:
        if expected != got:
            yield f'{path}: {expected} expected, not {got}'
    elif abs(float(expected) - got) > 1e-7 * max(1, abs(got)):
        yield f'{path}: {float(expected)} expected, not {got}'


def as_printed(month):
    """A need's month with its deliveries by id."""
    month = dict(month)
    month['given'] = {g['delivery']: {k: v for k, v in g.items() if k != 'delivery'} for g in month['given']}
    return month


def as_worked_out(month):
    month = dict(month)
    month['given'] = {delivery: {'certainty': certainty, 'share': share, **({'quantity': given} if given else {})}
                      for delivery, certainty, given, share in month['given']}
    return month


def check_needs(rows, printed):
    got = {need['id']: need for need in printed}
    yield from differences(sorted(need['id'] for need in rows.needs), sorted(got), 'needs')
    for need in rows.needs:
        name, found = need['id'], got.get(need['id'], {'weight': None, 'months': []})
        months = {month['month']: as_printed(month) for month in found['months']}
        expected = {month_name(m): as_worked_out(rows.need_month(need, m)) for m in rows.months_of(need)}
        yield from differences(rows.weight(need), found['weight'], f'{name} weight')
        yield from differences(list(expected), list(months), f'{name} months')
        for month, figures in expected.items():
            printed_month = months.get(month, {'given': {}})
            yield from differences(sorted(figures['given']), sorted(printed_month['given']), f'{name} {month} given')
            yield from differences(figures, printed_month, f'{name} {month}')


def check_grid(rows, grid):
    by = grid['by']
    find_cell = rows.share_cell if by in SHARES else rows.cell
    seen = set()
    for row in grid['rows']:
        key = row.get('id') or row.get('sector') or row.get('tag')
        seen.add(key)
        periods = rows.periods(grid['period'])
        yield from differences(len(periods), len(row['periods']), f'{by} {key} periods')
        for months, cell in [*zip(periods, row['periods']), (list(rows.months), row['total'])]:
            cell['marks'].sort()
            yield from differences(find_cell(by, key, months), cell, f'{by} {key} {month_name(months[0])}')
    missing = rows.rows_with_something(by) - seen
    yield from differences([], sorted(map(str, missing)), f'{by} rows missing')


def check(plan, as_of, unverified, line, grids, ceiling='RED'):
    """Every difference between what the program prints and what the plan that it exports gives."""
    exported = json.loads(cli('export', plan, '--ceiling', ceiling))
    rows = Rows(exported, as_of, unverified, line)
    options = ['--as-of', as_of, '--line', line, '--ceiling', ceiling] + ['--include-unverified'] * unverified
    for i, (by, unit) in enumerate(grids):
        printed = json.loads(cli('coverage', plan, '--format', 'json', '--by', by, '--unit', unit, *options))
        if i == 0:
            yield from check_needs(rows, printed['needs'])
        yield from check_grid(rows, printed['grids'][0])


def check_sample():
    everything = [(by, UNITS[i % 3]) for i, by in enumerate(ROWS)]
    yield from check(sys.argv[2], '2027-05-10', False, 'end-unknown', everything)
    yield from check(sys.argv[2], '2025-02-28', True, 'delivering', everything[2:4], 'AMBER')


def check_random(seed, folder):
    maker = Maker(seed)
    source, plan = folder / f'{seed}.json', folder / f'{seed}.kladka'
    source.write_text(json.dumps(maker.plan()), encoding='utf-8')
    cli('new', '--quiet', plan, source)
    line = (CERTAINTIES + ['end-unknown'] * 2)[seed % 6]
    yield from check(plan, maker.as_of(), seed % 2 == 0, line, [(ROWS[seed % 8], UNITS[seed % 3])])


def main():
    # In memory where there is such a folder: that the program syncs what it writes is not at stake here.
    memory = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as name:
        os.environ['XDG_STATE_HOME'] = str(pathlib.Path(name, 'state'))
        tests = [('the sample plan', check_sample())]
        tests += [(f'random plan {seed}', check_random(seed, pathlib.Path(name))) for seed in range(N_PLANS)]
        print(f'1..{len(tests)}')
        for number, (title, found) in enumerate(tests, 1):
            found = list(found)
            print('\n'.join(f'# {line}' for line in found[:20]), end='\n' if found else '')
            print(f'{"not ok" if found else "ok"} {number} - {title}', flush=True)


if __name__ == '__main__':
    main()
