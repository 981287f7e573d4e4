# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Coverage worked out again from a plan as `kladka-cli export` writes it: slowly, in plain steps and exact fractions.
Written from the definition alone; it shares nothing with the program. Here: who gives what to which need, by month.
"""

import calendar
import datetime
from fractions import Fraction

CERTAINTIES = ['delivering', 'committed', 'end-unknown', 'planned']
RUNNING = {'implementation', 'finalisation', 'closed'}
STOPPED = {'cancelled', 'suspended'}
WEIGHTS = {'1': 1, '2': 2, '3': 4, '4': 8, '5': 16}
FOREVER = 10**7


def first_day(text):
    parts = text.split('-')
    year, month, day = int(parts[0]), 1, 1
    if len(parts) > 1:
        month = 3 * int(parts[1][1:]) - 2 if parts[1].startswith('Q') else int(parts[1])
    if len(parts) > 2:
        day = int(parts[2])
    return datetime.date(year, month, day).toordinal()


def last_day(text):
    parts = text.split('-')
    year, month = int(parts[0]), 12
    if len(parts) > 2:
        return first_day(text)
    if len(parts) > 1:
        month = 3 * int(parts[1][1:]) if parts[1].startswith('Q') else int(parts[1])
    return datetime.date(year, month, calendar.monthrange(year, month)[1]).toordinal()


def is_coarse(text):
    return text is not None and (len(text) == 4 or 'Q' in text)


def month_of(day):
    date = datetime.date.fromordinal(day)
    return 12 * date.year + date.month - 1


def month_first(month):
    return datetime.date(month // 12, month % 12 + 1, 1).toordinal()


def month_last(month):
    return month_first(month + 1) - 1


def month_name(month):
    return f'{month // 12:04}-{month % 12 + 1:02}'


def holds_in(first, last, month):
    """Whether what lasts from first to last counts in the month."""
    if first > last:
        return False
    end = month_last(month)
    return first <= end <= last or (month_first(month) <= first and last <= end)


class Giving:
    """All that the deliveries of a plan give to its needs; quantities in thousandths, cover as a fraction."""

    def __init__(self, plan, as_of, unverified=False, line='end-unknown'):
        self.as_of = first_day(as_of)
        self.line = CERTAINTIES.index(line)
        self.info = plan['plan']
        self.table = {kind: {r['id']: r for r in rows if not r.get('deleted')}
                      for kind, rows in plan.items() if isinstance(rows, list)}
        self.first = month_of(first_day(self.info['period_start']))
        self.last = month_of(last_day(self.info['period_end']))
        self.months = range(self.first, self.last + 1)
        stages = {'verified', 'matched', 'covered'} | ({'submitted'} if unverified else set())
        self.needs = [n for _, n in sorted(self.all('needs').items()) if n.get('stage') in stages]
        self.active = {n['id']: {m for m in self.months if self.find_active(n, m)} for n in self.needs}
        self.cache = {}
        self.deliveries = [d for _, d in sorted(self.all('deliveries').items())]
        self.paid = {t.get('project') for t in self.all('transactions').values()
                     if t.get('kind') in ('commitment', 'disbursement', 'in-kind')}
        self.runs = {d['id']: self.segments(d) for d in self.deliveries}
        self.given = {m: self.give(m, self.supply(m)) for m in self.months}
        self.were_running = {m: self.give(m, self.supply_were_running(m)) for m in self.months}
        self.were_lasting = {m: self.give(m + 1, self.supply_were_lasting(m))
                             for m in self.months if m < self.last}

    def all(self, kind):
        return self.table.get(kind, {})

    def project(self, delivery):
        return self.all('projects').get(delivery.get('project'), {})

    # Needs

    def is_active(self, need, month):
        return month in self.active[need['id']]

    def find_active(self, need, month):
        first = first_day(need['wanted_from']) if need.get('wanted_from') else month_first(self.first)
        last = last_day(need['wanted_until']) if need.get('wanted_until') else month_last(self.last)
        return holds_in(first, last, month)

    def weight(self, need):
        key = str(need.get('priority') or 1)
        return self.info.get('weights', {}).get(key, WEIGHTS[key])

    def sector(self, need):
        return need.get('sector') or self.all('organisations').get(need.get('recipient'), {}).get('sector')

    # Supply

    def delivery_date(self, delivery):
        project = self.project(delivery)
        return (delivery.get('delivered_on') or delivery.get('due_on')
                or project.get('actual_end') or project.get('planned_end'))

    def running_segments(self, delivery, certainty):
        """From, until, certainty: were the project never stopped."""
        date = self.delivery_date(delivery)
        if date is None:
            return []
        start = last_day(date)
        if delivery.get('sustained_until'):
            return [(start, last_day(delivery['sustained_until']), certainty)]
        if certainty == 3:
            return [(start, FOREVER, certainty)]
        project = self.project(delivery)
        end = project.get('actual_end') or project.get('planned_end')
        end = last_day(end) if end else start
        return [(start, end, certainty), (max(start, end + 1), FOREVER, 2)]

    def segments(self, delivery):
        project = self.project(delivery)
        status = project.get('status')
        if status in STOPPED:
            if not project.get('status_on') or self.is_lost(delivery):
                return []
            stop = last_day(project['status_on'])
            before = [(a, min(b, stop), c) for a, b, c in self.running_segments(delivery, 0)]
            after = [(max(a, stop + 1), b, 2) for a, b, c in self.running_segments(delivery, 0)]
            return [s for s in before + after if s[0] <= s[1]]
        if status in RUNNING:
            certainty = 0
        elif status == 'pipeline' and project['id'] in self.paid:
            certainty = 1
        else:
            certainty = 3
        found = self.running_segments(delivery, certainty)
        if status in ('idea', 'pipeline'):
            found = [(max(a, self.as_of), b, c) for a, b, c in found]
        return [s for s in found if s[0] <= s[1]]

    def is_lost(self, delivery):
        project = self.project(delivery)
        date = self.delivery_date(delivery)
        return (project.get('status') in STOPPED and project.get('status_on') is not None and date is not None
                and last_day(date) > last_day(project['status_on']))

    def certainty_in(self, segments, month):
        if not segments:
            return None
        first, last = min(s[0] for s in segments), max(s[1] for s in segments)
        if not holds_in(first, last, month):
            return None
        day = min(last, month_last(month))
        return next(c for a, b, c in segments if a <= day <= b)

    def supply(self, month):
        found = [(d, self.certainty_in(self.runs[d['id']], month)) for d in self.deliveries]
        return [(d, c) for d, c in found if c is not None]

    def supply_were_running(self, month):
        """What would supply if no project had stopped."""
        found = []
        for delivery in self.deliveries:
            project = self.project(delivery)
            if project.get('status') in STOPPED and project.get('status_on'):
                certainty = self.certainty_in(self.running_segments(delivery, 0), month)
            else:
                certainty = self.certainty_in(self.runs[delivery['id']], month)
            if certainty is not None:
                found.append((delivery, certainty))
        return found

    def supply_were_lasting(self, month):
        """What would supply in the next month if it all went on as in this one."""
        best = {d['id']: (d, c) for d, c in self.supply(month + 1)}
        for delivery, certainty in self.supply(month):
            if certainty <= self.line < best.get(delivery['id'], (None, 4))[1]:
                best[delivery['id']] = (delivery, certainty)
        return [best[key] for key in sorted(best)]

    # Giving

    def lineage(self, capability):
        seen = []
        while capability is not None and capability not in seen:
            seen.append(capability)
            capability = self.all('capabilities').get(capability, {}).get('parent')
        return seen

    def unit(self, capability):
        record = self.all('capabilities').get(capability, {})
        return tuple(record.get('unit_' + lang) for lang in ('en', 'pl', 'uk'))

    def may_give(self, delivery, need):
        if delivery.get('need'):
            return delivery['need'] == need['id']
        if need.get('capability') is None or need['capability'] not in self.lineage(delivery.get('capability')):
            return False
        if self.unit(need['capability']) != self.unit(delivery.get('capability')):
            return False
        recipient = need.get('recipient') or need.get('beneficiary')
        return not delivery.get('recipient') or delivery['recipient'] == recipient

    def amount(self, delivery):
        """How many it brings; none: nobody knows."""
        need = self.all('needs').get(delivery.get('need'))
        if need and self.unit(need.get('capability')) != self.unit(delivery.get('capability')):
            return None
        return delivery.get('quantity')

    def turn(self, item):
        delivery, certainty = item
        kind = 0 if delivery.get('need') else 1 if delivery.get('recipient') else 2
        return certainty, kind, last_day(self.delivery_date(delivery)), delivery['id']

    @staticmethod
    def need_turn(need):
        return (-(need.get('priority') or 1), first_day(need['wanted_from']) if need.get('wanted_from') else 0,
                need['id'])

    def give(self, month, supply):
        active = sorted((n for n in self.needs if self.is_active(n, month)), key=self.need_turn)
        result = {'needs': {n['id']: [] for n in active}, 'unknown': {}, 'left': [], 'supply': supply}
        open_ = {n['id']: n.get('quantity') for n in active}
        for delivery, certainty in sorted(supply, key=self.turn):
            amount = self.amount(delivery)
            left, gave, serves_unmeasured = amount, False, False
            for need in active:
                if not self.may_give(delivery, need):
                    continue
                gifts = result['needs'][need['id']]
                wanted = need.get('quantity')
                if wanted is None:
                    if not gifts:
                        gifts.append((delivery, certainty, None, Fraction(1)))
                        gave = serves_unmeasured = True
                elif amount is None and wanted != 1000:
                    result['unknown'].setdefault(need['id'], []).append(certainty)
                    gave = True
                else:
                    part = open_[need['id']] if amount is None else min(left, open_[need['id']])
                    if part > 0:
                        open_[need['id']] -= part
                        gave = True
                        share = Fraction(part, wanted)
                        gifts.append((delivery, certainty, part if amount is not None else None, share))
                        if amount is not None:
                            left -= part
            # How much of it a need without quantity takes is not known: nothing is said to be left.
            result['left'].append((delivery, certainty, 0 if serves_unmeasured else left, gave))
        return result

    def cover(self, giving, need_id):
        return sum((share for _, c, _, share in giving['needs'].get(need_id, []) if c <= self.line), Fraction(0))

    def lost(self, month, need):
        return self.cover(self.were_running[month], need['id']) - self.cover(self.given[month], need['id'])

    def lapse(self, month, need):
        if month == self.last or not self.is_active(need, month + 1):
            return Fraction(0)
        return self.cover(self.were_lasting[month], need['id']) - self.cover(self.given[month + 1], need['id'])

    def months_of(self, need):
        for month in self.months:
            if self.is_active(need, month):
                yield month

    def need_month(self, need, month):
        gifts = self.given[month]['needs'][need['id']]
        return {
            'cover': self.cover(self.given[month], need['id']),
            'by_certainty': {CERTAINTIES[c]: sum((s for _, k, _, s in gifts if k == c), Fraction(0))
                             for c in range(4)},
            'lost': self.lost(month, need),
            'lapse': self.lapse(month, need),
            'amount_unknown': any(c <= self.line for c in self.given[month]['unknown'].get(need['id'], [])),
            'given': sorted((d['id'], CERTAINTIES[c], q, s) for d, c, q, s in gifts),
        }
