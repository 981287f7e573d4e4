# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The rows of a coverage grid, worked out again from what recompute.py says of each need."""

from fractions import Fraction

from recompute import CERTAINTIES, STOPPED, Giving, is_coarse

SHARES = {'donor': 'funding', 'implementer': 'implementing', 'initiative': None}


class Rows(Giving):
    """Figures, states and marks of any row in any months."""

    # Who stands where

    def need_rows(self, by, need):
        if by == 'capability':
            return self.lineage(need.get('capability')) or [None]
        if by == 'tag':
            return need.get('tags') or [None]
        if by == 'sector':
            return [self.sector(need)]
        return [need.get(by)]

    def supply_rows(self, by, delivery):
        if by == 'capability':
            return self.lineage(delivery.get('capability')) or [None]
        if by == 'tag':
            return self.project(delivery).get('tags') or [None]
        if by == 'sector':
            return [self.all('organisations').get(delivery.get('recipient'), {}).get('sector')]
        if by == 'beneficiary':
            return [None]
        return [delivery.get(by)]

    def shares(self, by, delivery):
        key = 'shares', by, delivery['id']
        if key not in self.cache:
            self.cache[key] = self.find_shares(by, delivery)
        return self.cache[key]

    def find_shares(self, by, delivery):
        """Who brings a delivery, and how much of it."""
        project = self.project(delivery)
        if by == 'initiative':
            return {project.get('initiative'): Fraction(1)}
        parts = [p for p in self.all('participations').values()
                 if p.get('project') == project.get('id') and p.get('role') == SHARES[by] and p.get('organisation')]
        if not parts:
            return {None: Fraction(1)}
        said = sum(p['share'] for p in parts if p.get('share') is not None)
        silent = sum(1 for p in parts if p.get('share') is None)
        rest = Fraction(max(0, 10000 - said), silent) if silent else 0
        sizes = [Fraction(p['share']) if p.get('share') is not None else rest for p in parts]
        total = sum(sizes)
        if total == 0:
            sizes, total = [Fraction(1)] * len(parts), len(parts)
        found = {}
        for part, size in zip(parts, sizes):
            found[part['organisation']] = found.get(part['organisation'], 0) + size / total
        return found

    def periods(self, unit):
        size = {'month': 1, 'quarter': 3, 'year': 12}[unit]
        found = {}
        for month in self.months:
            found.setdefault(month // size, []).append(month)
        return [found[key] for key in sorted(found)]

    def imprecise_need(self, need):
        return is_coarse(need.get('wanted_from')) or is_coarse(need.get('wanted_until'))

    def imprecise_supply(self, delivery):
        project = self.project(delivery)
        dates = [self.delivery_date(delivery), delivery.get('sustained_until')]
        if not delivery.get('sustained_until'):
            dates.append(project.get('actual_end') or project.get('planned_end'))
        if project.get('status') in STOPPED:
            dates.append(project.get('status_on'))
        return any(is_coarse(date) for date in dates)

    def over_brought(self, month):
        """Needs to which tied deliveries bring over a quarter too much."""
        if ('over', month) not in self.cache:
            self.cache['over', month] = self.find_over_brought(month)
        return self.cache['over', month]

    def find_over_brought(self, month):
        brought = {}
        for delivery, certainty in self.given[month]['supply']:
            if delivery.get('need') and certainty <= self.line and self.amount(delivery) is not None:
                brought[delivery['need']] = brought.get(delivery['need'], 0) + self.amount(delivery)
        return {n['id'] for n in self.needs if self.is_active(n, month) and n.get('quantity')
                and 4 * brought.get(n['id'], 0) > 5 * n['quantity']}

    def too_much(self, month, row_supply):
        """Whether the unused supply of one capability is over a quarter of what may take it."""
        by_capability = {}
        for delivery, certainty, left, _ in row_supply:
            if left and certainty <= self.line and delivery.get('recipient'):
                by_capability.setdefault(delivery.get('capability'), []).append((delivery, left))
        for items in by_capability.values():
            wanted = sum(n['quantity'] for n in self.needs if self.is_active(n, month) and n.get('quantity')
                         and any(self.may_give(d, n) for d, _ in items))
            if wanted > 0 and 4 * sum(left for _, left in items) > wanted:
                return True
        return False

    def is_unused(self, item):
        delivery, certainty, left, gave = item
        return certainty <= self.line and (left > 0 if left is not None else not gave)

    def rows_with_something(self, by):
        """What must have a row: that of every active need and of all unused supply; of shares, whoever gave something."""
        if by in SHARES:
            return {key for month in self.months for key, parts in self.share_month(by, month)[1].items() if any(parts)}
        found = set()
        for month in self.months:
            for need in self.needs:
                if self.is_active(need, month):
                    found.update(self.need_rows(by, need))
            for item in self.given[month]['left']:
                if self.is_unused(item):
                    found.update(self.supply_rows(by, item[0]))
        return found

    def row_month(self, by, key, month):
        """The sums and marks of one row in one month."""
        if (by, key, month) in self.cache:
            return self.cache[by, key, month]
        needs = [n for n in self.needs if self.is_active(n, month) and self.weight(n) > 0
                 and key in self.need_rows(by, n)]
        supply = [item for item in self.given[month]['left'] if key in self.supply_rows(by, item[0])]
        giving = self.given[month]
        sums = dict.fromkeys(['weight', 'covered', 'gap', 'lost', 'unmeasured', 0, 1, 2, 3], Fraction(0))
        flags = dict.fromkeys(['asked', 'unused', 'lapsing', 'duplicated', 'imprecise', 'unknown'], False)
        for need in needs:
            weight, cover = self.weight(need), self.cover(giving, need['id'])
            sums['weight'] += weight
            sums['covered'] += weight * cover
            sums['gap'] += weight * (1 - cover)
            sums['lost'] += weight * self.lost(month, need)
            sums['unmeasured'] += weight if need.get('quantity') is None else 0
            flags['asked'] = True
            flags['imprecise'] |= self.imprecise_need(need)
            flags['unknown'] |= any(c <= self.line for c in giving['unknown'].get(need['id'], []))
            for delivery, certainty, _, share in giving['needs'][need['id']]:
                sums[certainty] += weight * share
                if certainty <= self.line:
                    flags['imprecise'] |= self.imprecise_supply(delivery)
                    if need.get('quantity') is not None and self.amount(delivery) is None:
                        sums['unmeasured'] += weight * share
        for item in supply:
            if self.is_unused(item):
                flags['unused'] = True
                flags['imprecise'] |= self.imprecise_supply(item[0])
        both = [n for n in needs if self.is_active(n, month + 1)]
        total = sum(self.weight(n) for n in both)
        gone = sum(self.weight(n) * self.lapse(month, n) for n in both)
        flags['lapsing'] = total > 0 and 10 * gone >= total
        over = self.over_brought(month)
        flags['duplicated'] = any(n['id'] in over for n in needs) or self.too_much(month, supply)
        self.cache[by, key, month] = sums, flags
        return sums, flags

    def cell(self, by, key, months):
        found = [self.row_month(by, key, month) for month in months]
        return self.judge({name: sum(sums[name] for sums, _ in found) for name in found[0][0]},
                          {name: any(flags[name] for _, flags in found) for name in found[0][1]})

    def judge(self, sums, flags):
        weight = sums['weight']
        cover = sums['covered'] / weight if weight else Fraction(0)
        if not flags['asked']:
            state = 'unasked' if flags['unused'] else 'not-recorded'
        elif cover < Fraction(5, 1000):
            state = 'amount-unknown' if flags['unknown'] else 'gap'
        elif flags['lapsing']:
            state = 'lapsing'
        elif cover < Fraction(995, 1000):
            state = 'partly-covered'
        else:
            state = 'duplicated' if flags['duplicated'] else 'covered'
        marks = [name for name in ('duplicated', 'imprecise', 'lapsing') if flags[name]]
        if self.line >= 2 and 2 * sums[2] > sums['covered']:
            marks.append('end-unknown')
        if 2 * sums['unmeasured'] > weight:
            marks.append('not-measured')
        found = {'state': state, 'marks': sorted(marks), 'unused_supply': flags['unused'], 'weight': weight}
        if flags['asked']:
            found.update(cover=cover, lost=sums['lost'] / weight if weight else Fraction(0), gap_months=sums['gap'],
                         by_certainty={CERTAINTIES[c]: sums[c] / weight if weight else Fraction(0)
                                       for c in range(4)})
        return found

    def share_month(self, by, month):
        """What each row of donors, implementers or initiatives gave in one month, by certainty."""
        if (by, month) in self.cache:
            return self.cache[by, month]
        weight, rows = Fraction(0), {}
        for need in self.needs:
            if not self.is_active(need, month):
                continue
            weight += self.weight(need)
            for delivery, certainty, _, given in self.given[month]['needs'][need['id']]:
                for key, share in self.shares(by, delivery).items():
                    rows.setdefault(key, [Fraction(0)] * 4)[certainty] += self.weight(need) * given * share
        self.cache[by, month] = weight, rows
        return weight, rows

    def share_cell(self, by, key, months):
        weight, parts = Fraction(0), [Fraction(0)] * 4
        for month in months:
            all_, rows = self.share_month(by, month)
            weight += all_
            parts = [a + b for a, b in zip(parts, rows.get(key, [0] * 4))]
        found = {'weight': weight}
        if weight:
            found['cover'] = sum(parts[:self.line + 1]) / weight
            found['by_certainty'] = {CERTAINTIES[c]: parts[c] / weight for c in range(4)}
        return found
