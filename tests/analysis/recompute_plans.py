# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Small plans by chance, the same for the same seed, in which what the definition of coverage speaks of is frequent."""

import calendar
import random

SECTORS = ['energy', 'banking', 'health', None]
STAGES = ['draft', 'submitted', 'verified', 'verified', 'verified', 'matched', 'covered', 'withdrawn']
STATUSES = [None, 'idea', 'pipeline', 'pipeline', 'implementation', 'implementation', 'finalisation', 'closed',
            'cancelled', 'suspended']
QUANTITIES = [1000, 1000, 2000, 3000, 10000, 10000, 4000, 100000, 1500, 333, 7000]
TAGS = [None, None, ['a'], ['a', 'b'], ['B'], ['b', 'c d']]
UNITS = [{}, {'unit_en': 'seats'}, {'unit_en': 'seats'}, {'unit_en': 'sites'}, {'unit_pl': 'miejsca'},
         {'unit_en': 'seats', 'unit_pl': 'miejsca'}]


class Maker:
    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.year = self.dice.choice([2025, 2026])

    def maybe(self, missing, value):
        return None if self.dice.random() < missing else value

    def date(self, missing, last=3):
        year, kind = self.year + self.dice.randint(-1, last - 1), self.dice.random()
        month = self.dice.randint(1, 12)
        end = calendar.monthrange(year, month)[1]
        day = self.dice.choice([1, 2, 15, end - 1, end, self.dice.randint(1, end)])
        if kind < 0.08:
            return self.maybe(missing, f'{year}')
        if kind < 0.2:
            return self.maybe(missing, f'{year}-Q{(month + 2) // 3}')
        return self.maybe(missing, f'{year}-{month:02}' + (f'-{day:02}' if kind > 0.6 else ''))

    def one_of(self, missing, records):
        return self.maybe(missing, self.dice.choice(records)['id']) if records else None

    def record(self, **fields):
        if self.dice.random() < 0.04:
            fields['deleted'] = True
        if self.dice.random() < 0.06:
            fields['marking'] = self.dice.choice(['clear', 'green', 'amber-strict', 'red'])
        return {name: value for name, value in fields.items() if value is not None}

    def records(self, least, most, make):
        return [make(i) for i in range(self.dice.randint(least, most))]

    def info(self):
        first = 12 * self.year + self.dice.randint(0, 5)
        last = first + self.dice.choice([6, 9, 14, 24]) - 1
        info = {'id': 'plan', 'title_en': 'Plan', 'base_currency': 'EUR', 'default_marking': 'amber',
                'period_start': f'{first // 12}-{first % 12 + 1:02}', 'period_end': f'{last // 12}-{last % 12 + 1:02}'}
        if self.dice.random() < 0.2:
            info['period_end'] += '-15'
        if self.dice.random() < 0.3:
            info['weights'] = {str(i): self.dice.choice([0, 1, 3, 7, 1000]) for i in range(1, 6)}
        return info

    def capability(self, number, above):
        return self.record(id=f'c{number}', title_en=f'C{number}', parent=self.one_of(0.3, above),
                           **self.dice.choice(UNITS))

    def need(self, number):
        return self.record(
            id=f'n{self.dice.randint(0, 9)}{number}', title_en=f'N{number}', stage=self.dice.choice(STAGES),
            beneficiary=self.one_of(0.5, self.organisations), recipient=self.one_of(0.4, self.organisations),
            capability=self.one_of(0.1, self.capabilities), quantity=self.maybe(0.2, self.dice.choice(QUANTITIES)),
            sector=self.maybe(0.6, self.dice.choice(SECTORS)), tags=self.dice.choice(TAGS),
            wanted_from=self.date(0.35), wanted_until=self.date(0.4, 4),
            priority=self.dice.choice([None, 1, 2, 3, 4, 5]))

    def project(self, number):
        return self.record(
            id=f'p{number}', title_en=f'P{number}', initiative=self.one_of(0.3, self.initiatives),
            status=self.dice.choice(STATUSES), status_on=self.date(0.3), planned_end=self.date(0.4),
            actual_end=self.date(0.8), tags=self.dice.choice(TAGS))

    def participation(self, number):
        return self.record(
            id=f'a{number}', project=self.one_of(0, self.projects), organisation=self.one_of(0, self.organisations),
            role=self.dice.choice(['funding', 'funding', 'implementing', 'accountable']),
            share=self.dice.choice([None, None, 0, 2500, 5000, 10000, 3333]))

    def delivery(self, number):
        return self.record(
            id=f'd{self.dice.randint(0, 9)}{number}', project=self.one_of(0, self.projects),
            capability=self.one_of(0, self.capabilities), recipient=self.one_of(0.4, self.organisations),
            need=self.one_of(0.65, self.needs), quantity=self.maybe(0.2, self.dice.choice(QUANTITIES)),
            due_on=self.date(0.35), delivered_on=self.date(0.6), sustained_until=self.date(0.4, 4))

    def transaction(self, number):
        kinds = ['pledge', 'commitment', 'disbursement', 'expenditure', 'in-kind']
        return self.record(id=f't{number}', project=self.one_of(0, self.projects), kind=self.dice.choice(kinds))

    def plan(self):
        plan = {'format': 'kladka-plan', 'version': 1, 'plan': self.info()}
        self.organisations = self.records(1, 5, lambda i: self.record(id=f'o{i}', name_en=f'O{i}',
                                                                      sector=self.dice.choice(SECTORS)))
        self.capabilities = []
        for i in range(self.dice.randint(1, 6)):
            self.capabilities.append(self.capability(i, self.capabilities))
        self.initiatives = self.records(0, 2, lambda i: self.record(id=f'i{i}', title_en=f'I{i}'))
        self.needs = self.records(0, 8, self.need)
        self.projects = self.records(1, 6, self.project)
        plan.update(organisations=self.organisations, capabilities=self.capabilities, initiatives=self.initiatives,
                    needs=self.needs, projects=self.projects, participations=self.records(0, 10, self.participation),
                    deliveries=self.records(0, 10, self.delivery), transactions=self.records(0, 3, self.transaction))
        return plan

    def as_of(self):
        day = self.dice.choice([1, 15, 28])
        return f'{self.year + self.dice.randint(-1, 3)}-{self.dice.randint(1, 12):02}-{day:02}'
