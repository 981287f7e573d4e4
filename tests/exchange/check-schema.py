#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Do an independent validator and Kladka's reader agree? Written plans fit the printed schema; every wrong one is refused
by both; of odd ones both say the same. check-schema.py WRITE-FULL READ-PLANS prints TAP."""

import copy
import json
import random
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
    for name in ('format', 'version'):
        yield {n: v for n, v in plan.items() if n != name}, f'without {name}'
    yield {**plan, 'colours': []}, 'with an unknown array'
    yield {**plan, 'format': 'other'}, 'of another format'
    yield {**plan, 'version': 2}, 'of another version'
    yield {**plan, 'needs': {}}, 'needs that are no array'


HEAP = 'e' + '\u0301' * 40
ODD_TEXTS = ['', 'x', 'EUR', 'ZZZ', 'eur', '2027', '2027-02-30', '2024-02-29', '2023-02-29', '2100-02-29', '2027-04-31', '2027-Q5',
             '2027-Q3', '2027-13', '1899', '2199-12-31', '2200', 'amber', 'AMBER', 'TLP:RED', 'a b', 'a,b', 'a;b', ' a', 'a ',
             'a\n', 'a\tb', 'a\r\nb', '2027\n', 'EUR\n', 'a\u202eb', 'a\u2066b', 'a\u0007b', 'a\x7fb', 'a\u0085b', 'a\u2028b',
             'a\u200bb', '\ufeffx', '\ud7ff', '\ufffe', '\u00a0', HEAP, 'x' * 4096, 'x' * 4097, 'ї' * 4096,
             'ї' * 4097, '😀' * 4096, 'x' * 65536, 'ї' * 65537, '0', '1', 'true']
ODD_NUMBERS = [0, 1, -1, 5, 100, 101, 10 ** 9, 10 ** 12, 10 ** 15, 10 ** 17, 10 ** 17 + 1, 2 ** 53 + 1, 2 ** 63 - 1, 2 ** 63,
               1 - 2 ** 63, -2 ** 63, 10 ** 19, 10 ** 400, 1.0, 1.5, -0.0, 1e3, 1e17]


def odd_value(chance, value):
    """Something that may do or not: often of the kind of `value`."""
    if isinstance(value, list) and chance.random() < 0.6:
        return chance.choice([value + [chance.choice(ODD_TEXTS)], value + value[:1], value[::-1], []])
    if isinstance(value, dict) and chance.random() < 0.6:
        return {**value, chance.choice(list(value)): chance.choice(ODD_NUMBERS)}
    if isinstance(value, str) and chance.random() < 0.8:
        return chance.choice(ODD_TEXTS)
    if type(value) is int and chance.random() < 0.8:
        return chance.choice(ODD_NUMBERS)
    return chance.choice([chance.choice(ODD_TEXTS), chance.choice(ODD_NUMBERS), None, True, [], {}, ['x'], [1], [[]]])


def odd_plans(plan, number):
    chance = random.Random(number)
    for _ in range(number):
        key = chance.choice(list(plan))
        if isinstance(plan[key], list):
            place = chance.randrange(len(plan[key]))
            record = plan[key][place]
            name = chance.choice(list(record))
            new = {**record, name: odd_value(chance, record[name])}
            if chance.random() < 0.1:
                del new[name]
            yield {**plan, key: plan[key][:place] + [new] + plan[key][place + 1:]}, f'{key}: {name} = {ascii(new.get(name))[:60]}'
        elif key != 'plan':
            value = odd_value(chance, plan[key])
            yield {**plan, key: value}, f'{key} = {ascii(value)[:60]}'


# What a schema cannot say: references to nobody, a record named twice; and heaps of accents.
BEYOND = ('neither in the plan nor in the file', 'It refers to the record', 'The same record already stands',
          'fits 2 records')


def read_all(plans):
    lines = ''.join(json.dumps(plan, ensure_ascii=False) + '\n' for plan in plans)
    done = subprocess.run([sys.argv[2]], input=lines.encode(), check=True, capture_output=True)
    return done.stdout.decode().splitlines()


def disagreements(plans):
    for (plan, what), verdict in zip(plans, read_all(plan for plan, _ in plans), strict=True):
        fits = validator.is_valid(plan)
        beyond = any(part in verdict for part in BEYOND) or ascii(HEAP)[1:-1][:20] in what
        if fits != (verdict == 'taken') and not (fits and beyond):
            yield f"{what}: {'fits' if fits else 'does not fit'}, but the reader: {verdict[:100]}"


schema = load('schema')
full = load('plan')
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)

results = [(validator.is_valid(full), 'the full plan fits'),
           (validator.is_valid(plans_with(full, 'needs', {'id': 'n'})), 'a record with nothing but an id fits')]
mutants = list(mutated_plans(copy.deepcopy(full)))
alive = [what for mutant, what in mutants if validator.is_valid(mutant)]
results.append((not alive, f'{len(mutants)} mutated plans are refused'))
results.append((len(mutants) >= 200, 'there are at least 200 of them'))
taken = [what for (_, what), verdict in zip(mutants, read_all(mutant for mutant, _ in mutants), strict=True)
         if verdict == 'taken']
results.append((not taken, 'the reader refuses them too'))
odd = list(odd_plans(full, 350))
apart = list(disagreements(odd))
results.append((not apart, f'of {len(odd)} odd plans schema and reader say the same'))

print(f'1..{len(results)}')
for number, (passed, what) in enumerate(results, 1):
    print(f"{'ok' if passed else 'not ok'} {number} /exchange/schema/{what.replace(' ', '-')}")
for what in alive[:20] + taken[:20]:
    print(f'# not refused: {what}')
for what in apart[:20]:
    print(f'# {what}')
if not results[0][0]:
    print('# ' + str(next(validator.iter_errors(full)))[:600].replace('\n', '\n# '))
sys.exit(0 if all(passed for passed, _ in results) else 1)
