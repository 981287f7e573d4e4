# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Counts what meson's tests really did: count.py BUILD_DIR:EXIT_STATUS...

Every TAP line of every test program is one test; a program that crashed, ran out of time or ended early is one failure
more. Failures are shown with what the program wrote; the last line is "N passed, N failed".
"""

import json
import pathlib
import re
import sys

LINE = re.compile(r'^(not )?ok\b\s*(\d*)\s*-?\s*(.*)$')
GOOD = {'OK', 'SKIP', 'EXPECTEDFAIL'}


def read_tap(text):
    """Returns the names of the passed, failed and skipped tests of one program."""
    passed, failed, skipped = [], [], []
    for line in text.splitlines():
        match = LINE.match(line)
        if not match:
            continue
        name = match.group(3) or match.group(2)
        if re.search(r'#\s*skip', name, re.IGNORECASE):
            skipped.append(name)
        elif match.group(1):
            failed.append(name)
        else:
            passed.append(name)
    return passed, failed, skipped


def show(build, record, names):
    print(f'--- {build}: {record["name"]}: {record["result"]}')
    for name in names:
        print(f'    failed: {name}')
    for key in ('stdout', 'stderr'):
        lines = record.get(key, '').rstrip().splitlines()
        lines = [line for line in lines if key == 'stderr' or not re.match(r'ok\b|# (Start|End) of', line)]
        for line in lines[-120:]:
            print(f'    {line}')


def count_build(build, status):
    passed = failed = skipped = 0
    log = pathlib.Path(build) / 'meson-logs' / 'testlog.json'
    records = []
    if log.exists():
        with log.open(encoding='utf-8', errors='replace') as lines:
            records = [json.loads(line) for line in lines if line.strip()]
    for record in records:
        good, bad, left_out = read_tap(record.get('stdout', ''))
        if not good and not bad and not left_out and record['result'] in GOOD:
            good = [record['name']]
        if record['result'] not in GOOD and not bad:
            bad = [f'{record["name"]} ({record["result"].lower()}, exit status {record.get("returncode", "?")})']
        passed += len(good)
        failed += len(bad)
        skipped += len(left_out)
        for name in left_out:
            print(f'skipped: {record["name"]}: {name}')
        if bad:
            show(build, record, bad)
    if not records or (status != 0 and failed == 0):
        print(f'--- {build}: meson ended with {status} after {len(records)} test programs')
        tail = pathlib.Path(f'{build}.tests.log')
        if tail.exists():
            print('\n'.join(tail.read_text(errors='replace').splitlines()[-40:]))
        failed += 1
    print(f'{build}: {len(records)} test programs, {passed} tests passed, {failed} failed, {skipped} skipped')
    return passed, failed


def main():
    passed = failed = 0
    for argument in sys.argv[1:]:
        build, _, status = argument.partition(':')
        good, bad = count_build(build, int(status or 0))
        passed += good
        failed += bad
    print(f'{passed} passed, {failed} failed')
    return 0 if passed and not failed else 1


sys.exit(main())
