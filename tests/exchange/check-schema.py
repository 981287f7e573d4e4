#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Does an independent validator agree? Written plans fit the printed schema; every mutated one is refused.
check-schema.py WRITE-FULL prints TAP."""

import copy
import json
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print('1..0 # SKIP python3-jsonschema is not there')
    sys.exit(0)


def load(what):
    return json.loads(subprocess.run([sys.argv[1], what], check=True, capture_output=True).stdout)


def wrong_values(value):
    """Values that no field which holds `value` may hold."""
    if isinstance(value, bool):
        return ['yes', 1]
    if isinstance(value, int):
        return [str(value), value + 0.5, None, 10 ** 19]
    if isinstance(value, str):
        return ['', 17, None, [value]]
    if isinstance(value, list):
        return [[], 'x', [17], {}]
    return [[], {'magic': 1}, 'x']


def mutated_records(record):
    yield {name: value for name, value in record.items() if name != 'id'}, 'without an id'
    yield {**record, 'colour': 'red'}, 'with an unknown field'
    yield {**record, 'id': 'no id!'}, 'with an id that is none'
    for name, value in record.items():
        if name.endswith('_currency') and name.replace('_currency', '_minor') in record:
            yield {n: v for n, v in record.items() if n != name}, f'without {name}'
        for wrong in wrong_values(value):
            # A whole number without limits in the model has none in the schema either.
            if wrong == 10 ** 19 and name in UNLIMITED:
                continue
            yield {**record, name: wrong}, f'{name} = {wrong!r}'


def plans_with(plan, key, record):
    small = {name: plan[name] for name in ('format', 'version', 'plan')}
    small[key] = record if key == 'plan' else [record]
    return small


def mutated_plans(plan):
    for key, rows in plan.items():
        if isinstance(rows, list) and rows or key == 'plan':
            for record, what in mutated_records(rows if key == 'plan' else rows[0]):
                yield plans_with(plan, key, record), f'{key}: {what}'
    for name in ('format', 'version', 'plan'):
        yield {n: v for n, v in plan.items() if n != name}, f'without {name}'
    yield {**plan, 'colours': []}, 'with an unknown array'
    yield {**plan, 'format': 'other'}, 'of another format'
    yield {**plan, 'version': 2}, 'of another version'
    yield {**plan, 'needs': {}}, 'needs that are no array'


schema = load('schema')
full = load('plan')
UNLIMITED = {name for kind in schema['$defs'].values() for name, field in kind['properties'].items()
             if field.get('type') == 'integer' and 'maximum' not in field}
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)

results = [(validator.is_valid(full), 'the full plan fits'),
           (validator.is_valid(plans_with(full, 'needs', {'id': 'n'})), 'a record with nothing but an id fits')]
mutants = list(mutated_plans(copy.deepcopy(full)))
alive = [what for mutant, what in mutants if validator.is_valid(mutant)]
results.append((not alive, f'{len(mutants)} mutated plans are refused'))
results.append((len(mutants) >= 200, 'there are at least 200 of them'))

print(f'1..{len(results)}')
for number, (passed, what) in enumerate(results, 1):
    print(f"{'ok' if passed else 'not ok'} {number} /exchange/schema/{what.replace(' ', '-')}")
for what in alive[:20]:
    print(f'# not refused: {what}')
if not results[0][0]:
    print('# ' + str(next(validator.iter_errors(full)))[:600].replace('\n', '\n# '))
sys.exit(0 if all(passed for passed, _ in results) else 1)
